"""Frozen inputs of the reports: what a reader may see, and nothing else.

A report is built from these values alone; it looks nothing up and leaves nothing out. Whoever
makes them decides what the reader may see (see ``services.supervision``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from practicecoder.domain.coding import Polarity, ScoreBasis
from practicecoder.domain.spans import TimeSpan


class ReportStatus(StrEnum):
    """Whether the supervisor has released the report; until then every page says draft."""

    DRAFT = "draft"
    RELEASED = "released"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionNoun:
    """What the worker calls a practice session of this type: one visit, several visits."""

    one: str = "visit"
    many: str = "visits"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportScale:
    """The scale that a row of the chart is drawn on; ``anchor`` None where coders have none."""

    minimum: int
    maximum: int
    step: int = 1
    anchor: int | None = None
    lower_is_better: bool = False

    def __post_init__(self) -> None:
        if self.minimum >= self.maximum or self.step < 1:
            raise ValueError(f"not a scale: {self.minimum} to {self.maximum} by {self.step}")

    @property
    def values(self) -> tuple[int, ...]:
        """All levels, lowest first."""
        return tuple(range(self.minimum, self.maximum + 1, self.step))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A shared moment of the recording.

    ``quote`` is what was said, with identifying words taken out; ``note`` what was heard, in the
    coder's or supervisor's words. Either may be empty.
    """

    at_ms: int
    polarity: Polarity = Polarity.NEUTRAL
    quote: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """Something done well, worded for the worker.

    ``dimension`` is the label of the dimension it belongs to and ``rating`` what that was rated;
    empty and None leave the sentence about it out.
    """

    behaviour: str
    moments: tuple[Moment, ...] = ()
    dimension: str = ""
    rating: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToBuild:
    """One thing to build next. ``try_this`` is one concrete act; empty until it is agreed."""

    behaviour: str
    moments: tuple[Moment, ...] = ()
    dimension: str = ""
    try_this: str = ""


LEAST_FOR_OWN_MEAN = 3
LEAST_FOR_ORDINARY_LIMITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCourse:
    """The worker's own mean over the series, this session included, with its 95 % interval.

    ``n`` counts the sessions with a value, at least three; the interval rests on how far sessions
    of one worker differ in the whole study. ``ordinary_low`` and ``ordinary_high`` are the limits
    that single sessions of this worker ordinarily stay between; None below twelve sessions.
    """

    mean: float
    low: float
    high: float
    n: int
    ordinary_low: float | None = None
    ordinary_high: float | None = None

    def __post_init__(self) -> None:
        if self.n < LEAST_FOR_OWN_MEAN:
            raise ValueError("an own mean needs three sessions")
        if (self.ordinary_low is None) is not (self.ordinary_high is None):
            raise ValueError("limits come in pairs")
        if self.ordinary_low is not None and self.n < LEAST_FOR_ORDINARY_LIMITS:
            raise ValueError("limits need twelve sessions")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedDimension:
    """One dimension: its rating, or why it has none.

    ``words`` is the level's short name, ``level_text`` the codebook's description of the level.
    ``earlier`` are the ratings of the worker's sessions before this one, oldest first, None
    where it was not rated. ``course`` is None below three rated sessions.
    """

    label: str
    scale: ReportScale
    value: float | None = None
    not_rated: str = ""
    words: str = ""
    level_text: str = ""
    earlier: tuple[float | None, ...] = ()
    moments: tuple[Moment, ...] = ()
    course: OwnCourse | None = None

    def __post_init__(self) -> None:
        if (self.value is None) is not bool(self.not_rated):
            raise ValueError("a dimension has a reason exactly if it has no rating")


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyRange:
    """What differences between coders allow a score to be (80%), cut to the scale.

    ``sem`` is the standard error of measurement it rests on, ``n_double_coded`` the sessions
    that were coded twice; ``change80`` None where the session before has no comparable score.
    """

    low: float
    high: float
    sem: float
    n_double_coded: int
    change80: float | None = None


class NoRangeReason(StrEnum):
    """Why a score is printed without its likely range; also the id of the sentence for it."""

    UNKNOWN = "unknown"
    TOO_LOW = "too_low"
    NOT_ESTIMABLE = "not_estimable"
    CONSENSUS = "consensus"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRange:
    """A score without likely range.

    ``UNKNOWN`` needs ``n_double_coded`` and ``n_needed``; ``TOO_LOW`` the agreement and its
    limits.
    """

    reason: NoRangeReason
    n_double_coded: int = 0
    n_needed: int = 0
    icc: float | None = None
    icc_low: float | None = None
    icc_high: float | None = None

    def __post_init__(self) -> None:
        limits = (self.icc, self.icc_low, self.icc_high)
        if self.reason is NoRangeReason.TOO_LOW and None in limits:
            raise ValueError("agreement that is too low has to be given with its limits")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedScore:
    """One score: its number with likely range (or why none), or the sentence why there is none.

    ``scale`` None marks a score that does not live on the rating scale, such as a percentage; it
    is printed as a number only. ``course`` is None below three sessions with the score.
    """

    label: str
    scale: ReportScale | None = None
    value: float | None = None
    decimals: int = 1
    not_given: str = ""
    uncertainty: LikelyRange | NoRange | None = None
    words: str = ""
    earlier: tuple[float | None, ...] = ()
    course: OwnCourse | None = None

    def __post_init__(self) -> None:
        if (self.value is None) is not bool(self.not_given):
            raise ValueError("a score has a reason exactly if it has no value")

    @property
    def likely_range(self) -> LikelyRange | None:
        """The range, if one may be shown."""
        return self.uncertainty if isinstance(self.uncertainty, LikelyRange) else None

    @property
    def no_range(self) -> NoRange | None:
        """Why there is no range, if that has to be said."""
        return self.uncertainty if isinstance(self.uncertainty, NoRange) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingGroup:
    """A score above the dimensions that belong to it.

    Without a score ``heading`` stands alone; with neither, the dimensions stand by themselves.
    """

    dimensions: tuple[RatedDimension, ...] = ()
    score: ReportedScore | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkTurn:
    """A stretch in which the worker, or else somebody of the family, was talking."""

    span: TimeSpan
    by_worker: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The recording from start to end, with the stretch that was coded."""

    duration_ms: int
    coded: TimeSpan
    talk: tuple[TalkTurn, ...] = ()

    @property
    def is_coded_whole(self) -> bool:
        """Whether the whole recording was coded."""
        return self.coded == TimeSpan(0, self.duration_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How often two coders agreed on a dimension: shares from 0 to 1 of ``n`` sessions."""

    dimension: str
    exact: float
    within_one: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRating:
    """What the worker rated before reading, beside the coder's rating (None: not rated)."""

    dimension: str
    own: float
    coder: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was agreed in supervision. An empty text prints as a line to write on.

    ``last_goal_on`` is the day of the session that the last goal was agreed after.
    """

    last_goal: str = ""
    last_goal_on: date | None = None
    last_goal_outcome: str = ""
    goal: str = ""
    with_whom: str = ""
    help_needed: str = ""
    how_we_know: str = ""
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What the footer says, so that the page can be traced.

    ``heads`` are the heads of the history of the codings; a later change of them would show.
    """

    study: str
    session_code: str
    codebook_id: str
    codebook_version: str
    codebook_is_draft: bool
    n_coders: int
    app_version: str
    marking: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerReportData:
    """Everything that stands in the report to one worker about one session.

    ``session_date`` None: not known. ``ordinal`` counts this session in the worker's series from
    1; None where the order of the series is not known. ``proposed``: strengths and the thing to
    build were picked by rule and no person has worded them. ``timeline`` None: there is no
    recording. ``own_declined``: the worker was asked and preferred not to rate. ``response_on`` is
    the day the response was written down. ``made_up`` marks invented data, ``training`` a coding
    made outside the coder's certification.
    """

    worker: str
    provenance: Provenance
    groups: tuple[RatingGroup, ...]
    basis: ScoreBasis
    session_date: date | None = None
    noun: SessionNoun = SessionNoun()
    ordinal: int | None = 1
    strengths: tuple[Strength, ...] = ()
    to_build: tuple[ToBuild, ...] = ()
    proposed: bool = False
    timeline: Timeline | None = None
    agreement: tuple[Agreement, ...] = ()
    own_ratings: tuple[OwnRating, ...] = ()
    own_declined: bool = False
    family_voice: str = ""
    plan: Plan = Plan()
    response: str = ""
    response_on: date | None = None
    signatures: bool = False
    status: ReportStatus = ReportStatus.DRAFT
    made_up: bool = False
    training: bool = False

    @property
    def dimensions(self) -> tuple[RatedDimension, ...]:
        """All dimensions in order."""
        return tuple(d for group in self.groups for d in group.dimensions)

    @property
    def scores(self) -> tuple[ReportedScore, ...]:
        """All scores in order."""
        return tuple(group.score for group in self.groups if group.score is not None)

    @property
    def file_name(self) -> str:
        """Neutral name for the file, such as ``feedback_W-014_S-7Q4K2.pdf``."""
        return f"{self._stem}.pdf"

    @property
    def word_file_name(self) -> str:
        """Neutral name for the same report in Word's format."""
        return f"{self._stem}.docx"

    @property
    def _stem(self) -> str:
        return f"feedback_{_plain(self.worker)}_{_plain(self.provenance.session_code)}"


def _plain(code: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-." else "-" for letter in code)
