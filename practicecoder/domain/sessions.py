"""Practice sessions, their recordings and the stretch that is coded."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from practicecoder.domain.ids import BlindCode, Fingerprint, OfficeId, SessionId, WorkerId
from practicecoder.domain.spans import TimeSpan


class Phase(StrEnum):
    """Before or after implementation, a stored label and not a function of days."""

    PRE = "pre"
    POST = "post"
    TRANSITION = "transition"


class PhaseRule(StrEnum):
    """How a session's phase came about."""

    AS_ENTERED = "as_entered"
    VISIT_DATE = "visit_date"


class SessionState(StrEnum):
    """Where a session stands on its way through the laboratory."""

    RECEIVED = "received"
    IN_CODING = "in_coding"
    SUBMITTED = "submitted"
    COMPARED = "compared"
    """Double-coded, and every independent coding is locked."""
    CONSENSUS = "consensus"
    """A consensus coding is locked; the originals stay."""
    FINAL = "final"
    OBSERVED_ONLY = "observed_only"
    UNUSABLE = "unusable"
    WITHDRAWN = "withdrawn"


class Purpose(StrEnum):
    """What a session may be used for; feedback to a person needs supervision or both."""

    RESEARCH = "research"
    SUPERVISION = "supervision"
    BOTH = "both"

    @property
    def allows_feedback(self) -> bool:
        """Whether a report about the individual worker may be made."""
        return self is not Purpose.RESEARCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """The managed copy of a session's sound.

    ``stored_name`` is the file's name inside the study's ``audio`` folder, made from the
    fingerprint. ``duration_ms`` and ``sample_count`` were measured by decoding the whole file;
    ``sample_rate`` is in Hz.
    """

    fingerprint: Fingerprint
    stored_name: str
    duration_ms: int
    sample_count: int
    sample_rate: int
    channels: int
    codec: str
    size_bytes: int


class SegmentChoice(StrEnum):
    """How the coded stretch is chosen; the codebook lists which are allowed."""

    WHOLE = "whole"
    RANDOM = "random"
    MARKED = "marked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The stretch of a recording that is coded. ``seed`` is None unless it was drawn at random."""

    span: TimeSpan
    choice: SegmentChoice = SegmentChoice.WHOLE
    seed: int | None = None

    @classmethod
    def whole(cls, duration_ms: int) -> Segment:
        """Take the whole of a recording."""
        return cls(span=TimeSpan(0, duration_ms))

    @classmethod
    def drawn(cls, duration_ms: int, *, length_ms: int, seed: int) -> Segment:
        """Draw a window at random; its start is uniform over every millisecond that leaves room.

        A recording no longer than ``length_ms`` is taken whole, and still counts as drawn: see
        :meth:`is_shorter_than`. The same seed draws the same window.
        """
        room_ms = max(duration_ms - length_ms, 0)
        start_ms = random.Random(seed).randint(0, room_ms)
        end_ms = min(start_ms + length_ms, duration_ms)
        return cls(span=TimeSpan(start_ms, end_ms), choice=SegmentChoice.RANDOM, seed=seed)

    def is_shorter_than(self, length_ms: int) -> bool:
        """Whether the recording left less than the length that was to be drawn."""
        return self.choice is SegmentChoice.RANDOM and self.span.duration_ms < length_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSession:
    """One observed meeting of a worker and a family.

    ``days_since_implementation`` is in whole days, negative before the office's implementation
    date; None if date or implementation date are unknown. ``recording`` is None for sessions
    without sound in the study. ``audio_until`` is the last day on which its sound may be kept,
    None if no day was named; ``audio_deleted_at`` is when it was destroyed, aware UTC. ``made_up``
    marks invented data wherever it is shown.
    """

    session_id: SessionId
    blind_code: BlindCode
    worker_id: WorkerId | None = None
    office_id: OfficeId | None = None
    phase: Phase | None = None
    phase_rule: PhaseRule = PhaseRule.AS_ENTERED
    session_date: date | None = None
    days_since_implementation: int | None = None
    session_type: str = "visit"
    worker_role: str = ""
    purpose: Purpose = Purpose.RESEARCH
    state: SessionState = SessionState.RECEIVED
    recording: Recording | None = None
    segment: Segment | None = None
    made_up: bool = False
    version: int = 1
    audio_until: date | None = None
    audio_deleted_at: datetime | None = None

    @property
    def sound(self) -> Recording | None:
        """The recording, unless its sound was destroyed and only what is known of it stayed."""
        return self.recording if self.audio_deleted_at is None else None

    @property
    def has_sound(self) -> bool:
        """Whether there is a recording that was not destroyed."""
        return self.sound is not None


def days_since(session_date: date | None, implementation_date: date | None) -> int | None:
    """Whole days from the implementation date to the session; None if either is unknown."""
    if session_date is None or implementation_date is None:
        return None
    return (session_date - implementation_date).days


def phase_by_date(days: int | None) -> Phase | None:
    """Rule ``visit_date``: post from the implementation date on, else pre; None without days."""
    if days is None:
        return None
    return Phase.POST if days >= 0 else Phase.PRE
