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
    OFFICE_CHANGED = "office_changed"
    """Another day of implementation, and with a session: what followed from it."""
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
    AUDIO_UNTIL_CHANGED = "audio_until_changed"
    AUDIO_DELETED = "audio_deleted"
    WITHDRAWN = "withdrawn"
    PACKET_MADE = "packet_made"
    PACKET_MERGED = "packet_merged"
    FORK_SETTLED = "fork_settled"
    HISTORY_SEALED = "history_sealed"
    TABLES_SEALED = "tables_sealed"
    """What the sealed tables hold, put down by the program itself; nothing that anybody did."""
    STUDY_CREATED = "study_created"
    STUDY_RESTORED = "study_restored"


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
    aware UTC. ``actor`` is None for acts of the program itself. An entry that was ``erased`` after
    a withdrawal says when, by whom and what kind, and nothing else any more.
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
    erased: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedEntry:
    """An entry with its place in a history that was written in several places.

    Parameters
    ----------
    entry
        What happened.
    parent_id
        Entry that was the latest of the same coding when this one was written; None for the first.
    other_parent_id
        Latest entry of the branch that was given up, in an entry that settles a fork.
    """

    entry: HistoryEntry
    parent_id: str | None = None
    other_parent_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """A coding that was continued in several places at once, until somebody settles it.

    Parameters
    ----------
    coding_id
        The coding.
    common
        Entries that all branches share, in their order.
    branches
        What each branch has beyond them, in its order. The first is in force until the fork is
        settled: the one that was begun first, wherever and whenever it was received.
    """

    coding_id: CodingId
    common: tuple[HistoryEntry, ...]
    branches: tuple[tuple[HistoryEntry, ...], ...]

    @property
    def heads(self) -> tuple[str, ...]:
        """Last entry of each branch."""
        return tuple(branch[-1].entry_id for branch in self.branches)
