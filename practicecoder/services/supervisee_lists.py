"""Workers with their sessions, as supervisors list and plot them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Rating
from practicecoder.domain.feedback import Feedback, Goal, OwnView, Release
from practicecoder.domain.ids import BlindCode, SessionId, WorkerId
from practicecoder.scoring.results import Score
from practicecoder.scoring.worker_means import OwnMean, own_means
from practicecoder.services.feedback_series import SeriesEntry, series_of
from practicecoder.services.feedback_view import (
    Course,
    Series,
    SupervisedSession,
    Supervisee,
    newest,
    status_of,
)
from practicecoder.services.session_nouns import noun_of
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import settings_of

_OWN = ""
"""Key of the worker whose course it is; no other worker has an empty code."""


def supervisees(
    context: StudyContext, entries: Sequence[SeriesEntry], readable: frozenset[WorkerId] | None
) -> tuple[Supervisee, ...]:
    """Workers in order of code; ``readable`` None stands for all of them.

    A worker who may be read about and has no session that may be reported is listed without any.
    """
    with context.store.reading() as unit:
        workers = unit.people.workers()
        feedback = {each.session_id: each for each in unit.feedback.all()}
        releases = newest(unit.releases.all())
    days = settings_of(context.record).days_between_sessions
    by_worker: dict[WorkerId, list[SeriesEntry]] = defaultdict(list)
    for entry in entries:
        by_worker[WorkerId(entry.session.worker_id or "")].append(entry)
    return tuple(
        Supervisee(
            worker_id=worker.worker_id,
            role=worker.role,
            sessions=_sessions(by_worker[worker.worker_id], entries, feedback, releases),
            next_due=_next_due(by_worker[worker.worker_id], days),
        )
        for worker in sorted(workers, key=lambda w: w.worker_id)
        if (worker.worker_id in readable if readable is not None else by_worker[worker.worker_id])
    )


def course_series(
    codebook: Codebook,
    entries: Sequence[SeriesEntry],
    worker_id: WorkerId,
    may_be_read: Collection[SessionId],
) -> tuple[Series, ...]:
    """Return a worker's series, one for each session type whose order is known.

    Sessions outside ``may_be_read`` have their place in it, but no value.
    """
    found: list[Series] = []
    for session_type in dict.fromkeys(e.session.session_type for e in entries):
        of_type = [e for e in entries if e.session.session_type == session_type]
        own = [e for e in of_type if e.session.worker_id == worker_id]
        longest = max(
            (s for s in (series_of(e, entries) for e in own) if s is not None),
            key=len,
            default=(),
        )
        if longest:
            others = [e for e in of_type if e.session.worker_id != worker_id]
            found.append(_series(codebook, worker_id, longest, others, may_be_read))
    return tuple(found)


def _sessions(
    own: Sequence[SeriesEntry],
    entries: Sequence[SeriesEntry],
    feedback: Mapping[SessionId, Feedback],
    releases: Mapping[SessionId, Release],
) -> tuple[SupervisedSession, ...]:
    found: list[SupervisedSession] = []
    for entry in own:
        session = entry.session
        series = series_of(entry, entries)
        put_down = feedback.get(session.session_id)
        release = releases.get(session.session_id)
        later = [e for e in own if _follows(e, entry)]
        found.append(
            SupervisedSession(
                session_id=session.session_id,
                blind_code=session.blind_code,
                worker_id=WorkerId(session.worker_id or ""),
                session_date=session.session_date,
                noun=noun_of(session.session_type).one,
                ordinal=None if series is None else len(series),
                status=status_of(put_down, release, entry.source.codings),
                release=release,
                goal=Goal() if put_down is None else put_down.goal,
                goal_reviewed=any(
                    bool(feedback[e.session.session_id].last_goal_outcome)
                    for e in later
                    if e.session.session_id in feedback
                ),
                may_be_read=release is not None
                or (put_down is not None and put_down.own_view is not OwnView.OPEN),
            )
        )
    return tuple(sorted(found, key=_newest_first))


def _follows(entry: SeriesEntry, before: SeriesEntry) -> bool:
    day, earlier = entry.session.session_date, before.session.session_date
    if day is None or earlier is None:
        return False
    return entry is not before and day >= earlier


def _newest_first(session: SupervisedSession) -> tuple[int, str]:
    day = session.session_date
    return (0 if day is None else -day.toordinal(), session.session_id)


def _next_due(own: Sequence[SeriesEntry], days: int) -> date | None:
    dates = [e.session.session_date for e in own if e.session.session_date is not None]
    return max(dates) + timedelta(days=days) if dates else None


def _series(
    codebook: Codebook,
    worker_id: WorkerId,
    series: Sequence[SeriesEntry],
    others: Sequence[SeriesEntry],
    may_be_read: Collection[SessionId],
) -> Series:
    held_back = tuple(e.session.session_id not in may_be_read for e in series)
    read_by = [None if held else e for e, held in zip(series, held_back, strict=True)]
    courses: list[Course] = []
    for definition in codebook.scores:
        scale = _scale_of_score(codebook, definition.parts)
        if scale is not None:
            read = _score_reader(codebook, definition.score_id)
            courses.append(_course(definition.label, scale, read, read_by, others, is_score=True))
    for dimension in codebook.dimensions:
        bounds = (float(dimension.scale.minimum), float(dimension.scale.maximum))
        reader = _rating_reader(dimension.dimension_id)
        courses.append(_course(dimension.label, bounds, reader, read_by, others, is_score=False))
    return Series(
        worker_id=worker_id,
        dates=tuple(e.session.session_date for e in series),
        codes=tuple(BlindCode(e.session.blind_code) for e in series),
        held_back=held_back,
        courses=tuple(courses),
    )


def _course(
    label: str,
    bounds: tuple[float, float],
    read: Callable[[SeriesEntry], float | None],
    own_entries: Sequence[SeriesEntry | None],
    others: Sequence[SeriesEntry],
    *,
    is_score: bool,
) -> Course:
    """Course of what may be read; entries that are None have no value and enter no mean."""
    values = tuple(None if entry is None else read(entry) for entry in own_entries)
    own = _own_mean(read, values, others)
    return Course(
        label=label,
        is_score=is_score,
        minimum=bounds[0],
        maximum=bounds[1],
        values=values,
        mean=None if own is None else own.value,
        low=None if own is None else max(own.low, bounds[0]),
        high=None if own is None else min(own.high, bounds[1]),
    )


def _own_mean(
    read: Callable[[SeriesEntry], float | None],
    values: Sequence[float | None],
    others: Sequence[SeriesEntry],
) -> OwnMean | None:
    """Mean of one worker's sessions, from the spread within all workers; None with too few."""
    by_worker: dict[str, list[float]] = defaultdict(list)
    for entry in others:
        value = read(entry)
        if value is not None:
            by_worker[entry.session.worker_id or ""].append(value)
    by_worker[_OWN] = [value for value in values if value is not None]
    return own_means(by_worker).get(_OWN)


def _rating_reader(dimension_id: str) -> Callable[[SeriesEntry], float | None]:
    def read(entry: SeriesEntry) -> float | None:
        rating = entry.final.ratings[dimension_id]
        return rating.value if isinstance(rating, Rating) else None

    return read


def _score_reader(codebook: Codebook, score_id: str) -> Callable[[SeriesEntry], float | None]:
    def read(entry: SeriesEntry) -> float | None:
        score = entry.final.scores(codebook)[score_id]
        return score.value if isinstance(score, Score) else None

    return read


def _scale_of_score(codebook: Codebook, parts: Sequence[str]) -> tuple[float, float] | None:
    """Bounds of a score whose parts are dimensions on one scale; None for any other."""
    if not set(parts) <= set(codebook.dimension_ids):
        return None
    scales = [codebook.dimension(part).scale for part in parts]
    bounds = {(float(s.minimum), float(s.maximum)) for s in scales}
    return bounds.pop() if len(bounds) == 1 else None
