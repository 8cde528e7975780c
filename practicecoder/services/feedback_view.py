"""What a supervisor sees of a worker's series and of one draft; already cut to the reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Coding, Polarity
from practicecoder.domain.feedback import Feedback, Goal, Point, PointKind, ReadMoment, Release
from practicecoder.domain.ids import BlindCode, SessionId, WorkerId
from practicecoder.domain.redaction import HitKind
from practicecoder.domain.spans import TimeSpan
from practicecoder.reports.data import (
    Moment,
    RatedDimension,
    ReportedScore,
    Strength,
    ToBuild,
    WorkerReportData,
)
from practicecoder.services.shared_moments import SharedMoment


class FeedbackStatus(StrEnum):
    """How far the report of a session is."""

    NOT_BEGUN = "not_begun"
    DRAFT = "draft"
    RELEASED = "released"
    CHANGED = "changed"
    """Released, and since then a response was written down or the session coded anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisedSession:
    """One session of a worker's series.

    ``ordinal`` counts from 1; None where the order is not known. ``release`` is the one in force,
    without its file. ``goal`` is what was agreed after this session; ``goal_reviewed`` whether a
    later session says what became of it. ``may_be_read``: the worker has rated or declined, or
    the report was released, so that nothing of the coders' ratings is held back.
    """

    session_id: SessionId
    blind_code: BlindCode
    worker_id: WorkerId
    session_date: date | None
    noun: str
    ordinal: int | None
    status: FeedbackStatus
    release: Release | None
    goal: Goal
    goal_reviewed: bool
    may_be_read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervisee:
    """A worker with the sessions that may be talked about, newest first.

    ``next_due`` is the day by which the next session is wanted; None where no session has a date.
    """

    worker_id: WorkerId
    role: str
    sessions: tuple[SupervisedSession, ...]
    next_due: date | None

    @property
    def open_goal(self) -> Goal | None:
        """The newest goal, if nothing was said yet about what became of it."""
        newest = next((s for s in self.sessions if s.goal.goal), None)
        return None if newest is None or newest.goal_reviewed else newest.goal

    @property
    def drafts(self) -> tuple[SupervisedSession, ...]:
        """Sessions whose report was begun and is not released."""
        return tuple(s for s in self.sessions if s.status is FeedbackStatus.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDimension:
    """A dimension that the worker may rate before reading, without anybody else's rating.

    ``levels`` are value, short name and description, lowest first.
    """

    dimension_id: str
    label: str
    definition: str
    levels: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMoment:
    """A shared moment with what was found in its words and what a person decided about them.

    ``suggested`` are the words that are printed if nobody changes them; ``hits`` the kinds of
    words in the coder's text that may identify somebody.
    """

    evidence_id: str
    span: TimeSpan
    polarity: Polarity
    dimensions: tuple[str, ...]
    quote: str
    note: str
    hits: tuple[HitKind, ...]
    suggested: Moment
    read: ReadMoment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedDraft:
    """What may be read once the worker's own view is closed.

    ``report`` is the report as it stands. ``proposals`` are points by rule, not worded by anybody.
    ``missing`` says what stands between this draft and its release.
    """

    report: WorkerReportData
    proposals: tuple[Point, ...]
    moments: tuple[DraftMoment, ...]
    last_goal: Goal | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One report on its way. ``opened`` is None until the worker's own view is closed."""

    session: SupervisedSession
    feedback: Feedback
    own_dimensions: tuple[OwnDimension, ...]
    opened: OpenedDraft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One score or dimension over a worker's sessions, oldest first; None: not rated.

    ``mean`` is the worker's own mean with ``low`` and ``high`` of its 95 % interval, from the
    spread within workers of the whole study; None with fewer than three values or where that
    spread is not known.
    """

    label: str
    is_score: bool
    minimum: float
    maximum: float
    values: tuple[float | None, ...]
    mean: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A worker's sessions over time, oldest first, with every score and dimension.

    ``held_back`` tells of each session whether its values are kept from the reader until the
    worker's own view is closed; they are None then.
    """

    worker_id: WorkerId
    dates: tuple[date | None, ...]
    codes: tuple[BlindCode, ...]
    held_back: tuple[bool, ...]
    courses: tuple[Course, ...]


def own_dimensions(codebook: Codebook) -> tuple[OwnDimension, ...]:
    """Dimensions with the words of their levels."""
    return tuple(
        OwnDimension(
            dimension_id=dimension.dimension_id,
            label=dimension.label,
            definition=dimension.definition,
            levels=tuple(
                (level.value, level.name, level.text)
                for level in sorted(dimension.levels, key=lambda level: level.value)
            ),
        )
        for dimension in codebook.dimensions
    )


def draft_moment(
    codebook: Codebook,
    moment: SharedMoment,
    suggested: Moment,
    read: ReadMoment | None,
    names: Sequence[str],
) -> DraftMoment:
    """Put a moment beside what was found and decided."""
    return DraftMoment(
        evidence_id=moment.evidence_id,
        span=moment.span,
        polarity=moment.polarity,
        dimensions=tuple(codebook.label(each) for each in moment.dimension_ids),
        quote=moment.quote,
        note=moment.note,
        hits=moment.hits(names),
        suggested=suggested,
        read=read,
    )


def proposed_points(
    codebook: Codebook, report: WorkerReportData, moments: Sequence[SharedMoment]
) -> tuple[Point, ...]:
    """Points of a report that still has those of the rule, with the ids of their moments."""
    ids = {codebook.label(each): each for each in codebook.dimension_ids}
    found: list[Point] = []
    chosen: tuple[tuple[PointKind, Polarity, Strength | ToBuild], ...] = (
        *((PointKind.STRENGTH, Polarity.STRENGTH, point) for point in report.strengths),
        *((PointKind.BUILD, Polarity.TO_BUILD, point) for point in report.to_build),
    )
    for kind, polarity, each in chosen:
        dimension_id = ids.get(each.dimension, "")
        starts = {moment.at_ms for moment in each.moments}
        found.append(
            Point(
                kind=kind,
                wording=each.behaviour,
                dimension_id=dimension_id,
                evidence_ids=tuple(
                    moment.evidence_id
                    for moment in moments
                    if moment.span.start_ms in starts
                    and moment.polarity is polarity
                    and dimension_id in moment.dimension_ids
                ),
            )
        )
    return tuple(found)


def values_of(row: RatedDimension | ReportedScore) -> tuple[float | None, ...]:
    """Values of a row over the series, oldest first, with this session's at the end."""
    return (*row.earlier, row.value)


def newest(releases: Sequence[Release]) -> Mapping[SessionId, Release]:
    """The release in force of each session."""
    return {
        release.session_id: release
        for release in releases
        if release.is_in_force and release.session_id is not None
    }


def status_of(
    feedback: Feedback | None, release: Release | None, codings: Iterable[Coding]
) -> FeedbackStatus:
    """How far a report is; ``codings`` are those that it rests on."""
    if release is not None:
        written = feedback is not None and feedback.version != release.feedback_version
        coded = any(
            coding.submitted_at is not None and coding.submitted_at > release.released_at
            for coding in codings
        )
        return FeedbackStatus.CHANGED if written or coded else FeedbackStatus.RELEASED
    return FeedbackStatus.NOT_BEGUN if feedback is None else FeedbackStatus.DRAFT
