"""What happened, when, by whom: the record that only grows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from practicecoder.domain.ids import CoderId, CodingId, SessionId


class HistoryKind(StrEnum):
    """Kinds of recorded acts."""

    RATING = "rating"
    ANSWER = "answer"
    EVIDENCE = "evidence"
    NOTE = "note"
    MARK = "mark"
    COUNTING = "counting"
    UNBLINDED = "unblinded"
    CODING_STARTED = "coding_started"
    SUBMITTED = "submitted"
    UNLOCKED = "unlocked"
    ASSIGNED = "assigned"
    UNASSIGNED = "unassigned"
    PLANNED = "planned"
    SEGMENT_DRAWN = "segment_drawn"
    TRANSCRIPT_ADDED = "transcript_added"
    TRANSCRIPT_REMOVED = "transcript_removed"
    CONCERN_RAISED = "concern_raised"
    CONCERN_SEEN = "concern_seen"
    DECISION_ADDED = "decision_added"
    CERTIFIED = "certified"
    CERTIFICATE_ENDED = "certificate_ended"
    RECALIBRATED = "recalibrated"
    SETTING_CHANGED = "setting_changed"
    CODEBOOK_CHANGED = "codebook_changed"
    SESSION_ADDED = "session_added"
    SESSION_CHANGED = "session_changed"
    PERSON_ADDED = "person_added"
    RIGHTS_CHANGED = "rights_changed"
    IMPORTED = "imported"
    REPORTED = "reported"
    SUPERVISION_CHANGED = "supervision_changed"
    FEEDBACK_CHANGED = "feedback_changed"
    RELEASED = "released"
    RELEASE_ENDED = "release_ended"
    CONSENT_RECORDED = "consent_recorded"
    REEL_MADE = "reel_made"
    OUTCOMES_ADDED = "outcomes_added"
    DUE_CHANGED = "due_changed"
    EXPORTED = "exported"
    STUDY_CREATED = "study_created"


class Origin(StrEnum):
    """Whether a change was made, taken back, or made again."""

    MADE = "made"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One recorded change.

    ``old`` and ``new`` are JSON texts of the values; None where there was or is none. ``at`` is
    aware UTC. ``actor`` is None for acts of the program itself.
    """

    entry_id: str
    at: datetime
    actor: CoderId | None
    kind: HistoryKind
    item: str = ""
    old: str | None = None
    new: str | None = None
    reason: str = ""
    origin: Origin = Origin.MADE
    coding_id: CodingId | None = None
    session_id: SessionId | None = None
