"""Scores of a team's sessions: what is measured, over workers, and how surely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook, ScoreFunction
from practicecoder.domain.coding import Rating
from practicecoder.reports.data import ReportScale
from practicecoder.reports.team.data import (
    Course,
    CoursePoint,
    Measure,
    SessionValue,
    Summary,
    WorkerCourses,
)
from practicecoder.scoring.reliability.uncertainty import smallest_change
from practicecoder.scoring.results import NotEstimable, Score, Statistic
from practicecoder.scoring.worker_means import change_of_workers, mean_of_workers, own_means
from practicecoder.services.feedback_precision import conditions_of
from practicecoder.services.feedback_ratings import scale_of
from practicecoder.services.feedback_series import SeriesEntry
from practicecoder.services.final_sessions import FinalSession
from practicecoder.services.reliability import ReliabilityService
from practicecoder.services.study_context import StudyContext

SCORE_DECIMALS = 1
"""Means of a few whole ratings carry no more than this on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredSession:
    """One session with the value of one measure."""

    entry: SeriesEntry
    value: float

    @property
    def worker(self) -> str:
        """Code of the worker."""
        return self.entry.session.worker_id or ""

    @property
    def shown(self) -> SessionValue:
        """As it stands in the supervisor's variant."""
        return SessionValue(
            worker=self.worker, day=self.entry.session.session_date, value=self.value
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One measure with every session of the team that has a value of it."""

    item: str
    measure: Measure
    sessions: tuple[MeasuredSession, ...]

    @property
    def by_worker(self) -> Mapping[str, tuple[float, ...]]:
        """Values of each worker, in order of date."""
        return _by_worker(self.sessions)


def measured(codebook: Codebook, entries: Sequence[SeriesEntry]) -> tuple[Measured, ...]:
    """Scores of the codebook that some session has; its dimensions where it has no scores."""
    items = [score.score_id for score in codebook.scores] or list(codebook.dimension_ids)
    found: list[Measured] = []
    for item in items:
        sessions = tuple(
            MeasuredSession(entry=entry, value=value)
            for entry in entries
            if (value := value_of(codebook, entry, item)) is not None
        )
        if sessions:
            measure = _measure(codebook, item, [session.value for session in sessions])
            found.append(Measured(item=item, measure=measure, sessions=sessions))
    return tuple(found)


def value_of(codebook: Codebook, entry: SeriesEntry, item: str) -> float | None:
    """Final value of a score or dimension; None where the session has none."""
    if item in codebook.dimension_ids:
        rating = entry.final.ratings[item]
        return rating.value if isinstance(rating, Rating) else None
    score = entry.final.scores(codebook)[item]
    return score.value if isinstance(score, Score) else None


def summary(
    codebook: Codebook,
    found: Measured,
    before: Sequence[SeriesEntry] | None,
    smallest: Statistic,
) -> Summary:
    """One measure over the team; ``before`` are its sessions in the period before, if compared."""
    change = None
    if before is not None:
        earlier = [
            MeasuredSession(entry=entry, value=value)
            for entry in before
            if (value := value_of(codebook, entry, found.item)) is not None
        ]
        change = change_of_workers(found.by_worker, _by_worker(earlier))
    return Summary(
        measure=found.measure,
        n_sessions=len(found.sessions),
        mean=mean_of_workers(found.by_worker),
        smallest_change=smallest,
        change=change,
        values=tuple(session.shown for session in found.sessions),
    )


def courses(items: Sequence[Measured]) -> tuple[WorkerCourses, ...]:
    """Courses of every worker with a session, in order of code and of nothing else."""
    workers = sorted({session.worker for found in items for session in found.sessions})
    own = [own_means(found.by_worker) for found in items]
    return tuple(
        WorkerCourses(
            worker=worker,
            courses=tuple(
                Course(
                    points=tuple(
                        CoursePoint(day=session.entry.session.session_date, value=session.value)
                        for session in found.sessions
                        if session.worker == worker
                        and session.entry.session.session_date is not None
                    ),
                    own=means.get(worker),
                )
                for found, means in zip(items, own, strict=True)
            ),
        )
        for worker in workers
    )


def smallest_changes(
    context: StudyContext, sessions: Sequence[FinalSession]
) -> Mapping[str, Statistic]:
    """Smallest detectable change of each item whose agreement was judged, or why there is none.

    Empty where too few sessions were coded twice for anything to be judged.
    """
    conditions = conditions_of(context.record.settings)
    if sum(found.in_reliability for found in sessions) < conditions.min_double_coded:
        return {}
    return {
        item.item: smallest_change(item.measurement.usable(conditions))
        for item in ReliabilityService(context).table().items
    }


def not_known_yet(sessions: Sequence[FinalSession]) -> NotEstimable:
    """What is said of items whose agreement was not judged."""
    n = sum(found.in_reliability for found in sessions)
    return NotEstimable(reason=f"{n} sessions coded twice", n=n, code="unknown")


def _by_worker(sessions: Iterable[MeasuredSession]) -> Mapping[str, tuple[float, ...]]:
    found: defaultdict[str, tuple[float, ...]] = defaultdict(tuple)
    for session in sessions:
        found[session.worker] += (session.value,)
    return dict(found)


def _measure(codebook: Codebook, item: str, values: Sequence[float]) -> Measure:
    if item in codebook.dimension_ids:
        dimension = codebook.dimension(item)
        scale = scale_of(dimension)
        return Measure(label=dimension.label, limits=_limits(scale), scale=scale)
    definition = next(score for score in codebook.scores if score.score_id == item)
    parts = [codebook.dimension(p) for p in definition.parts if p in codebook.dimension_ids]
    scales = {scale_of(part) for part in parts}
    if (
        definition.function is ScoreFunction.MEAN
        and len(scales) == 1
        and len(parts) == len(definition.parts)
    ):
        (scale,) = scales
        decimals = min(definition.decimals, SCORE_DECIMALS)
        return Measure(
            label=definition.label, limits=_limits(scale), scale=scale, decimals=decimals
        )
    is_percent = definition.function is ScoreFunction.PERCENT
    top = 100.0 if is_percent else round_top(max(values))
    return Measure(
        label=definition.label,
        limits=(min([0.0, *values]), top),
        has_fixed_end=is_percent,
        decimals=definition.decimals,
    )


def _limits(scale: ReportScale) -> tuple[float, float]:
    return float(scale.minimum), float(scale.maximum)


def round_top(value: float) -> float:
    """End of an axis that has no end of its own: the next 1, 2, 4 or 10 times a power of ten.

    Examples
    --------
    >>> round_top(1.3), round_top(4.0), round_top(17.0), round_top(0.0)
    (2.0, 4.0, 20.0, 1.0)
    """
    if value <= 0:
        return 1.0
    power = 1.0
    while power < value:
        power *= 10
    while power / 10 >= value:
        power /= 10
    return next(part * power for part in (0.1, 0.2, 0.4, 1.0) if part * power >= value)
