"""Frozen input of the team report: what its reader may see, and nothing else.

Workers stand by code in the supervisor's variant and not at all in the senior one. Coders and
families have no place here. ``services.team_report`` decides what goes in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from practicecoder.reports.data import ReportScale, ReportStatus, SessionNoun
from practicecoder.scoring.results import Statistic
from practicecoder.scoring.run_chart import RunChart
from practicecoder.scoring.worker_means import OwnMean


class TeamVariant(StrEnum):
    """Whose eyes the report is for."""

    TEAM = "team"
    """A supervisor or team manager, who knows the workers."""
    SENIOR = "senior"
    """Everyone further away: no worker's course, no quotes, no cell of few workers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A score, or a dimension of a codebook without scores, and the axis it is drawn on.

    ``scale`` is None for a score that does not live on a rating scale, such as a percentage; then
    the axis runs over ``limits``, which end at the values there are unless ``has_fixed_end``.
    """

    label: str
    limits: tuple[float, float]
    scale: ReportScale | None = None
    has_fixed_end: bool = False
    decimals: int = 1

    @property
    def ticks(self) -> tuple[float, ...]:
        """Values with a line on the axis."""
        if self.scale is not None:
            return self.scale.values
        low, high = self.limits
        return tuple(low + (high - low) * part / 4 for part in range(5))


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionValue:
    """One session's value of one measure. ``day`` is None where the date is not known."""

    worker: str
    day: date | None
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One measure over the team.

    ``mean`` is that of worker means, with its ``n`` in workers. ``change`` compares it with the
    period before, None where no periods are compared. ``smallest_change`` is what two sessions of
    one worker have to differ by to pass differences between coders (95 %). ``values`` are the
    single sessions; the senior variant has none.
    """

    measure: Measure
    n_sessions: int
    mean: Statistic
    smallest_change: Statistic
    change: Statistic | None = None
    values: tuple[SessionValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePoint:
    """One dated session of a worker."""

    day: date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One worker's sessions on one measure, oldest first; ``own`` from three sessions on."""

    points: tuple[CoursePoint, ...] = ()
    own: OwnMean | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerCourses:
    """One worker's courses, one for each measure in order."""

    worker: str
    courses: tuple[Course, ...]


Told = str
"""A number as it is printed, or the reason why it is hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCounts:
    """Shared moments of one dimension, by what they show."""

    dimension: str
    strengths: Told
    to_build: Told
    neither: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Goals:
    """How many released reports agreed a goal, and how many goals were looked at again.

    ``reviewed`` of ``due``: those whose worker had a later report, or whose day has passed.
    """

    released: Told
    agreed: Told
    due: Told
    reviewed: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """How many workers had so many sessions in the six months up to a day."""

    until: date
    counts: tuple[tuple[str, Told], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """One office in the senior variant, or all of them: what one measure is there.

    ``n_sessions``, ``n_workers`` and ``mean`` are None exactly if ``hidden`` says why. The mean is
    that of sessions.
    """

    measure: Measure
    group: str
    n_sessions: int | None = None
    n_workers: int | None = None
    mean: float | None = None
    hidden: str = ""

    def __post_init__(self) -> None:
        numbers = (self.n_sessions, self.n_workers, self.mean)
        if [number is None for number in numbers] != [bool(self.hidden)] * 3:
            raise ValueError("a row has its numbers exactly if it is not hidden")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoLive:
    """The day the new practice began, at one office or, without a name, at all that are told."""

    day: date
    office: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsOf:
    """Run chart of one measure; months are medians, in the senior variant means."""

    measure: Measure
    chart: RunChart


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamProvenance:
    """What the footer says, so that the page can be traced."""

    study: str
    codebook_id: str
    codebook_version: str
    codebook_is_draft: bool
    app_version: str
    marking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamReportData:
    """Everything that stands in a team report.

    ``scope`` says in words which workers are meant. ``first_day`` and ``last_day`` are those of
    the period asked for, else of its sessions; None where no date is known. ``threshold`` is the
    least number of workers of a cell in the senior variant. ``n_undated`` sessions have no date
    and are missing where time is drawn; ``n_training`` were coded outside a certificate. The
    senior variant says only that there are some.
    """

    variant: TeamVariant
    provenance: TeamProvenance
    scope: str
    made_on: date
    n_sessions: int
    n_workers: int
    n_coders: int
    summaries: tuple[Summary, ...]
    noun: SessionNoun = field(default_factory=SessionNoun)
    first_day: date | None = None
    last_day: date | None = None
    threshold: int | None = None
    courses: tuple[WorkerCourses, ...] = ()
    groups: tuple[GroupRow, ...] = ()
    evidence: tuple[EvidenceCounts, ...] = ()
    quotes: tuple[str, ...] = ()
    goals: Goals | None = None
    frequency: Frequency | None = None
    months: tuple[MonthsOf, ...] = ()
    go_live: tuple[GoLive, ...] = ()
    not_told: tuple[str, ...] = ()
    n_undated: int = 0
    n_training: int = 0
    some_undated: bool = False
    some_training: bool = False
    status: ReportStatus = ReportStatus.DRAFT
    made_up: bool = False

    @property
    def is_senior(self) -> bool:
        """Whether no single worker is shown."""
        return self.variant is TeamVariant.SENIOR

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Measures in order."""
        return tuple(summary.measure for summary in self.summaries)

    @property
    def file_name(self) -> str:
        """Neutral name for the file, such as ``team_2026-11-20.pdf``."""
        kind = "team-senior" if self.is_senior else "team"
        return f"{kind}_{self.made_on.isoformat()}.pdf"
