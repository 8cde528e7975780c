"""What a use case altered, so that pages know whether to refresh."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from practicecoder.domain.ids import SessionId


class ChangeKind(StrEnum):
    """Kinds of data that pages show."""

    STUDY = "study"
    PEOPLE = "people"
    SESSIONS = "sessions"
    ASSIGNMENTS = "assignments"
    CODINGS = "codings"
    TRANSCRIPTS = "transcripts"
    CONCERNS = "concerns"
    DECISIONS = "decisions"
    CERTIFICATES = "certificates"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyChange:
    """Kinds of data altered, and the sessions concerned; no session means all may be."""

    kinds: frozenset[ChangeKind]
    session_ids: frozenset[SessionId] = field(default_factory=frozenset)

    def concerns(self, *kinds: ChangeKind) -> bool:
        """Whether any of these kinds was altered."""
        return not self.kinds.isdisjoint(kinds)
