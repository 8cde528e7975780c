"""The worker's own course in a report: own mean with its interval, and ordinary limits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from practicecoder.codebook.model import Codebook
from practicecoder.reports.data import OwnCourse, RatingGroup, ReportedScore, WorkerReportData
from practicecoder.scoring.ordinary_limits import ordinary_limits
from practicecoder.scoring.own_course import WithinSpread, own_mean, within_spread
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.services.feedback_series import SeriesEntry

Spreads = Mapping[str, WithinSpread | NotEstimable]
"""How far sessions of one worker differ, by the label of the score."""


def spreads_of(codebook: Codebook, entries: Sequence[SeriesEntry], session_type: str) -> Spreads:
    """Spread of every score within workers, over the study's sessions of a type."""
    values: dict[str, defaultdict[str, list[float]]] = {
        definition.score_id: defaultdict(list) for definition in codebook.scores
    }
    for entry in entries:
        if entry.session.session_type != session_type:
            continue
        for score_id, score in entry.final.scores(codebook).items():
            if isinstance(score, Score):
                values[score_id][entry.session.worker_id or ""].append(score.value)
    return {
        definition.label: within_spread(values[definition.score_id].values())
        for definition in codebook.scores
    }


def with_own_courses(data: WorkerReportData, spreads: Spreads) -> WorkerReportData:
    """The report with the own course of every score that lives on the rating scale.

    A score has none below three sessions, where the order of the series is not known, or where
    the study does not tell how far sessions of one worker differ.
    """

    def completed(group: RatingGroup) -> RatingGroup:
        score = group.score
        if score is None or score.label not in spreads:
            return group
        return replace(group, score=replace(score, course=_course(score, spreads[score.label])))

    return replace(data, groups=tuple(completed(group) for group in data.groups))


def _course(score: ReportedScore, spread: WithinSpread | NotEstimable) -> OwnCourse | None:
    if score.scale is None:
        return None
    bounds = (float(score.scale.minimum), float(score.scale.maximum))
    values = [value for value in (*score.earlier, score.value) if value is not None]
    found = own_mean(values, spread)
    if isinstance(found, NotEstimable):
        return None
    mean, interval = found
    limits = ordinary_limits(values, bounds)
    low, high = (None, None) if isinstance(limits, NotEstimable) else (limits.low, limits.high)
    return OwnCourse(
        mean=mean,
        low=max(interval.low, bounds[0]),
        high=min(interval.high, bounds[1]),
        n=len(values),
        ordinary_low=low,
        ordinary_high=high,
    )
