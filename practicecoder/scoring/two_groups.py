"""What a comparison of two groups consists of: groups, tests, and the document they make."""

from __future__ import annotations

import math
from dataclasses import dataclass

from practicecoder.scoring.analysis_warnings import AnalysisWarning
from practicecoder.scoring.mixed import MixedTest, WorkerMeansTest
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Valid scores of one group. ``workers`` goes with ``values``; None where not known."""

    name: str
    values: tuple[float, ...]
    workers: tuple[str | None, ...] = ()
    n_missing: int = 0

    @property
    def mean(self) -> float:
        """Mean of a group that is not empty."""
        return math.fsum(self.values) / len(self.values)

    @property
    def variance(self) -> float:
        """Variance, dividing by n - 1, of two values or more."""
        mean = self.mean
        return math.fsum((v - mean) ** 2 for v in self.values) / (len(self.values) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary:
    """What a group's mean rests on; None where there is too little for a number.

    ``interval`` is that of the mean, from Student's t.
    """

    group: str
    n: int
    n_missing: int
    n_workers: int | None
    mean: float | None
    sd: float | None
    interval: Interval | None

    def as_json(self) -> dict[str, object]:
        """Part of the document of a comparison."""
        return {
            "group": self.group,
            "n": self.n,
            "n_missing": self.n_missing,
            "n_workers": self.n_workers,
            "mean": self.mean,
            "sd": self.sd,
            "ci_low": self.interval.low if self.interval else None,
            "ci_high": self.interval.high if self.interval else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TTest:
    """One t-test with its effect size; differences are second minus first group."""

    method: str
    t: float
    df: float
    p: float
    mean_difference: float
    interval: Interval
    hedges_g: float
    hedges_g_interval: Interval | NoInterval


@dataclass(frozen=True, slots=True, kw_only=True)
class LeveneTest:
    """Levene's test of equal variances, centred on medians."""

    f: float
    df1: int
    df2: int
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusteredTest:
    """The same difference, with workers and not sessions as what was sampled."""

    mean_difference: float
    se: float
    t: float
    df: int
    p: float
    interval: Interval
    n_workers: int
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupComparison:
    """Two groups compared on one score.

    Both t-tests are always there; ``equal_variances`` says which of them stands in front.
    ``clustered``, ``mixed`` and ``worker_means`` are the same difference with repeated workers
    minded, in three ways.
    ``p_holm`` is adjusted for ``n_comparisons`` made in one run; None for one comparison or if
    the test is not estimable.
    """

    score: str
    by: str
    direction: str
    groups: tuple[GroupSummary, GroupSummary]
    equal_variances: bool
    welch: TTest | NotEstimable
    student: TTest | NotEstimable
    levene: LeveneTest | NotEstimable
    clustered: ClusteredTest | NotEstimable
    mixed: MixedTest | NotEstimable
    worker_means: WorkerMeansTest | NotEstimable
    warnings: tuple[AnalysisWarning, ...] = ()
    p_holm: float | None = None
    n_comparisons: int = 1

    @property
    def test(self) -> TTest | NotEstimable:
        """The t-test that was asked for."""
        return self.student if self.equal_variances else self.welch

    def as_json(self) -> dict[str, object]:
        """Document of ``practicecoder compare --json``."""
        welch, student = _test_json(self.welch, "Welch t"), _test_json(self.student, "Student t")
        levene: dict[str, object] = {"f": None, "p": None}
        if isinstance(self.levene, NotEstimable):
            levene["reason"] = self.levene.reason
        else:
            levene.update(f=self.levene.f, p=self.levene.p)
            levene.update(df1=self.levene.df1, df2=self.levene.df2, center="median")
        return {
            "score": self.score,
            "by": self.by,
            "direction": self.direction,
            "groups": [group.as_json() for group in self.groups],
            "test": student if self.equal_variances else welch,
            "welch": welch,
            "student": student,
            "levene": levene,
            "clustered": _workers_json(self.clustered),
            "mixed": _workers_json(self.mixed),
            "worker_means": _workers_json(self.worker_means),
            "p_holm": self.p_holm,
            "n_comparisons": self.n_comparisons,
            "warnings": [warning.sentence for warning in self.warnings],
        }


def _test_json(test: TTest | NotEstimable, method: str) -> dict[str, object]:
    keys = ("t", "df", "p", "mean_difference", "ci_low", "ci_high")
    effect = ("hedges_g", "hedges_g_ci_low", "hedges_g_ci_high")
    if isinstance(test, NotEstimable):
        nothing = dict.fromkeys((*keys, *effect), None)
        return {"method": method, **nothing, "reason": test.reason, "n": test.n}
    shape: dict[str, object] = {
        "method": test.method,
        "t": test.t,
        "df": test.df,
        "p": test.p,
        "mean_difference": test.mean_difference,
        "ci_low": test.interval.low,
        "ci_high": test.interval.high,
        "ci_level": test.interval.level,
        "hedges_g": test.hedges_g,
    }
    limits = test.hedges_g_interval
    if isinstance(limits, NoInterval):
        shape.update(dict.fromkeys(effect[1:]), hedges_g_ci_reason=limits.reason)
    else:
        shape.update(hedges_g_ci_low=limits.low, hedges_g_ci_high=limits.high)
    return shape


def _workers_json(
    test: ClusteredTest | MixedTest | WorkerMeansTest | NotEstimable,
) -> dict[str, object]:
    """One of the three ways in which repeated workers are minded."""
    if isinstance(test, NotEstimable):
        return {"p": None, "reason": test.reason, "n": test.n}
    shape: dict[str, object] = {"mean_difference": test.mean_difference}
    if not isinstance(test, WorkerMeansTest):
        shape["se"] = test.se
    shape.update(t=test.t, df=test.df, p=test.p)
    shape.update(ci_low=test.interval.low, ci_high=test.interval.high)
    match test:
        case ClusteredTest():
            shape.update(n_workers=test.n_workers)
        case MixedTest():
            shape.update(worker_share=test.worker_share, n=test.n, n_workers=test.n_workers)
        case WorkerMeansTest():
            shape.update(n_workers=list(test.n_workers), n_workers_in_both=test.n_both)
    return {**shape, "method": test.method}
