"""Measures that were taken elsewhere beside a score: correlation over sessions and workers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from practicecoder.scoring.analysis_warnings import AnalysisWarning, within_between
from practicecoder.scoring.frames import OFFICE, WORKER, check_columns, numbers
from practicecoder.scoring.mixed import worker_means
from practicecoder.scoring.results import NotEstimable, limits_json
from practicecoder.scoring.trend import Correlation, GroupTrend, correlation

if TYPE_CHECKING:
    import pandas as pd

FEW_PAIRS = 10
"""Fewer sessions with both numbers than these are cautioned about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRelation:
    """A score and a measure over the sessions that have both.

    ``by_worker`` is over the workers' own means of both; ``n_score`` and ``n_measure`` sessions
    have a value of the one or the other. Slopes are points of the score per unit of the measure.
    """

    score: str
    measure: str
    n_score: int
    n_measure: int
    overall: Correlation | NotEstimable
    by_worker: Correlation | NotEstimable
    groups: tuple[GroupTrend, ...]
    warnings: tuple[AnalysisWarning, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Document of one relation, at full precision."""
        return {
            "score": self.score,
            "measure": self.measure,
            "n_score": self.n_score,
            "n_measure": self.n_measure,
            "overall": _json(self.overall),
            "by_worker": _json(self.by_worker),
            "offices": [{"group": g.group, **_json(g.correlation)} for g in self.groups],
            "warnings": [warning.sentence for warning in self.warnings],
        }


def outcome_relation(
    frame: pd.DataFrame, score: str, measure: str, *, level: float = 0.95
) -> OutcomeRelation:
    """Correlate a score with a measure, over sessions, over workers' means and within offices.

    Parameters
    ----------
    frame
        Session table with a column for the score and one for the measure.
    score, measure
        The two columns.
    level
        Of every interval.

    Raises
    ------
    ImportedDataError
        If a column is missing or holds texts.
    """
    check_columns(frame, [score, measure])
    values, given = numbers(frame, score), numbers(frame, measure)
    both = (values.notna() & given.notna()).to_numpy()
    x = np.asarray(given.to_numpy()[both], dtype=np.float64)
    y = np.asarray(values.to_numpy()[both], dtype=np.float64)
    overall = correlation(x, y, of_x=measure, level=level)
    within = []
    if OFFICE in frame:
        offices = frame.loc[both, OFFICE]
        for name in sorted(set(offices.dropna().astype(str))):
            mine = (offices.astype(str) == name).to_numpy()
            found = correlation(x[mine], y[mine], group=name, of_x=measure, level=level)
            within.append(GroupTrend(group=name, correlation=found))
    by_worker: Correlation | NotEstimable = NotEstimable(
        reason="the worker of some sessions is not known", n=len(x)
    )
    n_workers = len(x)
    if WORKER in frame and frame.loc[both, WORKER].notna().all():
        workers = frame.loc[both, WORKER].astype(str).tolist()
        means_x, names = worker_means(x.tolist(), workers)
        means_y = worker_means(y.tolist(), workers)[0]
        n_workers = len(names)
        by_worker = correlation(np.array(means_x), np.array(means_y), of_x=measure, level=level)
    return OutcomeRelation(
        score=score,
        measure=measure,
        n_score=int(values.notna().sum()),
        n_measure=int(given.notna().sum()),
        overall=overall,
        by_worker=by_worker,
        groups=tuple(within),
        warnings=(
            *_cautions(len(x), n_workers, int(values.notna().sum())),
            *_differing(overall, within),
        ),
    )


def _cautions(n: int, n_workers: int, n_score: int) -> list[AnalysisWarning]:
    found = []
    if 0 < n < FEW_PAIRS:
        told = f"Only {n} sessions have both numbers; r may be far from what more would show."
        found.append(AnalysisWarning(warning_id="small_cell", sentence=told))
    if n and n < 0.8 * n_score:
        told = f"{n} of {n_score} sessions with the score have this measure."
        found.append(AnalysisWarning(warning_id="score_subset", sentence=told))
    if n_workers < n:
        told = (
            f"{n} sessions come from {n_workers} workers and are not independent; see the row of "
            "workers' means."
        )
        found.append(AnalysisWarning(warning_id="repeated_workers", sentence=told))
    return found


def _differing(
    overall: Correlation | NotEstimable, groups: list[GroupTrend]
) -> list[AnalysisWarning]:
    if isinstance(overall, NotEstimable):
        return []
    by_group = {g.group: g.correlation.r for g in groups if isinstance(g.correlation, Correlation)}
    return within_between(overall.r, by_group, None)


def _json(found: Correlation | NotEstimable) -> dict[str, object]:
    if isinstance(found, NotEstimable):
        return {"n": found.n, "r": None, "p": None, "reason": found.reason}
    return {
        "n": found.n,
        "r": found.r,
        "p": found.p,
        **limits_json(found.interval),
        "spearman": found.spearman,
        "spearman_p": found.spearman_p,
        "slope": found.slope,
        "method": "Pearson's r, Fisher's interval; slope of the score by least squares",
    }
