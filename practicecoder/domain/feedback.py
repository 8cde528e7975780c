"""What a supervisor and a worker put down about one session, until it is released and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from practicecoder.domain.ids import CoderId, SessionId, WorkerId


class PointKind(StrEnum):
    """Whether a point is something done well or something to build next."""

    STRENGTH = "strength"
    BUILD = "build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A strength or a thing to build, chosen and worded by a person.

    ``dimension_id`` is empty where it belongs to none. ``evidence_ids`` are the moments it rests
    on, in the order in which they are told. ``try_this`` is one concrete act, for a thing to build
    alone.
    """

    kind: PointKind
    wording: str
    dimension_id: str = ""
    evidence_ids: tuple[str, ...] = ()
    try_this: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMoment:
    """What a person decided about the words of one shared moment after reading them.

    ``quote`` and ``note`` are the words as they are printed, with identifying words taken out;
    either may be empty. ``printed`` False keeps the moment out of the report.
    """

    evidence_id: str
    quote: str = ""
    note: str = ""
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What was agreed for the next time. Empty texts are printed as lines to write on."""

    goal: str = ""
    with_whom: str = ""
    help_needed: str = ""
    how_we_know: str = ""
    review_on: date | None = None


class OwnView(StrEnum):
    """Whether the worker rated the session before reading."""

    OPEN = "open"
    RATED = "rated"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Everything that people put down about one session for its worker.

    ``own_ratings`` are the worker's, by dimension id, entered before reading; they are never mixed
    with those of coders. ``own_view_at`` is when that step was closed, aware UTC; None while it is
    open. ``last_goal_outcome`` tells what became of the goal of the session before.
    ``family_voice`` is what the family said about the visit, ``response`` the worker's words after
    reading, with the day they were written down. ``version`` counts changes.
    """

    session_id: SessionId
    own_view: OwnView = OwnView.OPEN
    own_ratings: Mapping[str, float] = field(default_factory=dict)
    own_view_at: datetime | None = None
    points: tuple[Point, ...] = ()
    moments: Mapping[str, ReadMoment] = field(default_factory=dict)
    last_goal_outcome: str = ""
    goal: Goal = field(default_factory=Goal)
    family_voice: str = ""
    response: str = ""
    response_on: date | None = None
    version: int = 1

    @property
    def strengths(self) -> tuple[Point, ...]:
        """Points about things done well, in order."""
        return tuple(p for p in self.points if p.kind is PointKind.STRENGTH)

    @property
    def to_build(self) -> tuple[Point, ...]:
        """Points about things to build next, in order."""
        return tuple(p for p in self.points if p.kind is PointKind.BUILD)


class ReleaseKind(StrEnum):
    """Which report was released."""

    WORKER = "worker"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A report that was handed over: the file itself, and who released it when.

    ``session_id`` is None for reports that are not about one session. ``sha256`` is the digest of
    ``content``, the PDF's bytes. ``feedback_version`` is the version of the feedback that it
    holds; None for a team's report. ``ended_at`` is set when the release was taken back to be
    changed or because the session was withdrawn; ``ended_because`` says why. Moments are aware
    UTC.
    """

    release_id: str
    kind: ReleaseKind
    session_id: SessionId | None
    released_at: datetime
    released_by: CoderId
    file_name: str
    sha256: str
    content: bytes
    feedback_version: int | None = None
    ended_at: datetime | None = None
    ended_because: str = ""

    @property
    def is_in_force(self) -> bool:
        """Whether it was not taken back."""
        return self.ended_at is None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Supervision:
    """That a supervisor is responsible for a worker and may read about them."""

    worker_id: WorkerId
    supervisor_id: CoderId
