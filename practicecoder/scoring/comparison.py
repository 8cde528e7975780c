"""Two groups of sessions compared: Welch and Student, effect size, variances, clustering."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from practicecoder.scoring import _pingouin
from practicecoder.scoring.analysis_warnings import (
    PHASE_WORDS,
    AnalysisWarning,
    few_workers,
    many_tests,
)
from practicecoder.scoring.distributions import noncentrality, t_quantile, t_two_sided
from practicecoder.scoring.mixed import MixedTest, WorkerMeansTest, mixed_test, worker_means
from practicecoder.scoring.reliability.limits import percent
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable
from practicecoder.scoring.two_groups import (
    ClusteredTest,
    Group,
    GroupComparison,
    GroupSummary,
    LeveneTest,
    TTest,
)


def compare(
    score: str,
    first: Group,
    second: Group,
    *,
    by: str = "phase",
    equal_variances: bool = False,
    level: float = 0.95,
) -> GroupComparison:
    """Compare two groups; every difference is ``second`` minus ``first``.

    Parameters
    ----------
    score
        Id of the score, for the result.
    first, second
        For phases the sessions before and those after.
    by
        Name of the grouping, for the result.
    equal_variances
        Whether Student's test stands in front, as in published tables, or Welch's.
    level
        Of every interval.

    Examples
    --------
    >>> first = Group(name="pre", values=(1.0, 2.0, 3.0, 2.0))
    >>> second = Group(name="post", values=(2.0, 3.0, 4.0, 4.0))
    >>> found = compare("empathy", first, second)
    >>> found.direction, found.test.method, round(found.test.mean_difference, 2)
    ('post minus pre', 'Welch t', 1.25)
    """
    why = _nothing_to_test(first, second)
    none = NotEstimable(reason=why or "", n=len(first.values) + len(second.values))
    clustered = _clustered(first, second, level) if why is None else none
    warnings: list[AnalysisWarning] = []
    if isinstance(clustered, ClusteredTest):
        warnings = few_workers(clustered.n_workers)
    return GroupComparison(
        score=score,
        by=by,
        direction=f"{second.name} minus {first.name}",
        groups=(summary(first, level), summary(second, level)),
        equal_variances=equal_variances,
        welch=_t_test(first, second, level, equal_variances=False) if why is None else none,
        student=_t_test(first, second, level, equal_variances=True) if why is None else none,
        levene=_levene(first, second) if why is None else none,
        clustered=clustered,
        mixed=_mixed(first, second, level) if why is None else none,
        worker_means=_worker_means(first, second, level) if why is None else none,
        warnings=tuple(warnings),
    )


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Holm-adjusted probabilities, in the order given (Holm 1979).

    Examples
    --------
    >>> holm([0.04, 0.01, 0.03])
    (0.06, 0.03, 0.06)
    """
    m = len(p_values)
    adjusted = [0.0] * m
    reached = 0.0
    for rank, place in enumerate(sorted(range(m), key=lambda i: p_values[i])):
        reached = max(reached, min(1.0, (m - rank) * p_values[place]))
        adjusted[place] = reached
    return tuple(adjusted)


def with_holm(comparisons: Sequence[GroupComparison]) -> tuple[GroupComparison, ...]:
    """The comparisons of one run, each with its p adjusted for all that could be tested."""
    tested = [c.test.p for c in comparisons if isinstance(c.test, TTest)]
    adjusted = iter(holm(tested))
    caution = many_tests(len(tested))
    return tuple(
        replace(
            c,
            p_holm=next(adjusted) if isinstance(c.test, TTest) else None,
            n_comparisons=len(tested),
            warnings=(*c.warnings, *caution),
        )
        for c in comparisons
    )


def _nothing_to_test(first: Group, second: Group) -> str | None:
    for group in (first, second):
        if len(group.values) < 2:
            number = "no session" if not group.values else "only one session"
            return f"{number} {_of(group.name)} has this score"
    values = np.array(first.values + second.values)
    same = 1e-9 * max(1.0, float(np.abs(values).max()))
    if all(max(g.values) - min(g.values) <= same for g in (first, second)):
        return "the score does not vary within either group"
    return None


def _of(name: str) -> str:
    """Words for a group: a phase reads "before", any other group "of East"."""
    return PHASE_WORDS.get(name, f"of {name}")


def summary(group: Group, level: float) -> GroupSummary:
    """What a group's mean rests on, with the interval of the mean at a level."""
    n = len(group.values)
    known = {worker for worker in group.workers if worker is not None}
    interval = None
    if n > 1:
        t = t_quantile(1.0 - (1.0 - level) / 2.0, n - 1)
        half = t * math.sqrt(group.variance / n)
        interval = Interval(low=group.mean - half, high=group.mean + half, level=level)
    return GroupSummary(
        group=group.name,
        n=n,
        n_missing=group.n_missing,
        n_workers=len(known) if known else None,
        mean=group.mean if n else None,
        sd=math.sqrt(group.variance) if n > 1 else None,
        interval=interval,
    )


def _t_test(first: Group, second: Group, level: float, *, equal_variances: bool) -> TTest:
    n1, n2 = len(first.values), len(second.values)
    difference = second.mean - first.mean
    se = standard_error(first, second, equal_variances=equal_variances)
    numbers = _pingouin.t_test(first.values, second.values, equal_variances=equal_variances)
    half = t_quantile(1.0 - (1.0 - level) / 2.0, numbers.df) * se
    pooled = math.sqrt(_pooled_variance(first, second))
    correction = 1.0 - 3.0 / (4.0 * (n1 + n2 - 2) - 1.0)
    student = difference / (pooled * math.sqrt(1.0 / n1 + 1.0 / n2))
    return TTest(
        method="Student t" if equal_variances else "Welch t",
        t=numbers.statistic,
        df=numbers.df,
        p=numbers.p,
        mean_difference=difference,
        interval=Interval(low=difference - half, high=difference + half, level=level),
        hedges_g=correction * difference / pooled,
        hedges_g_interval=_effect_limits(student, n1, n2, level),
    )


def standard_error(first: Group, second: Group, *, equal_variances: bool) -> float:
    """Standard error of the difference of two means."""
    n1, n2 = len(first.values), len(second.values)
    if equal_variances:
        return math.sqrt(_pooled_variance(first, second) * (1.0 / n1 + 1.0 / n2))
    return math.sqrt(first.variance / n1 + second.variance / n2)


def _pooled_variance(first: Group, second: Group) -> float:
    n1, n2 = len(first.values), len(second.values)
    return ((n1 - 1) * first.variance + (n2 - 1) * second.variance) / (n1 + n2 - 2)


def _effect_limits(t: float, n1: int, n2: int, level: float) -> Interval | NoInterval:
    """Exact limits from the noncentral t distribution (Steiger & Fouladi 1997).

    They are those of Cohen's d; the small-sample correction of g is not applied to them.
    """
    df, tail, scale = n1 + n2 - 2, (1.0 - level) / 2.0, math.sqrt(1.0 / n1 + 1.0 / n2)
    low, high = noncentrality(1.0 - tail, df, t), noncentrality(tail, df, t)
    if low is None or high is None:
        return NoInterval(reason="the effect is too large for an exact interval")
    return Interval(low=low * scale, high=high * scale, level=level)


def _levene(first: Group, second: Group) -> LeveneTest | NotEstimable:
    samples = (first.values, second.values)
    from_median = [np.abs(np.array(v) - np.median(v)) for v in samples]
    n = sum(map(len, samples))
    same = 1e-9 * max(1.0, *(float(d.max()) for d in from_median))
    if all(np.ptp(distances) <= same for distances in from_median):
        return NotEstimable(reason="distances from the median do not vary in either group", n=n)
    found = _pingouin.levene(samples)
    return LeveneTest(f=found.statistic, df1=1, df2=n - 2, p=found.p)


def _workers_of(first: Group, second: Group) -> list[str] | NotEstimable:
    """Worker of every session of both groups, or why not."""
    n = len(first.values) + len(second.values)
    known = [worker for worker in (*first.workers, *second.workers) if worker is not None]
    if len(known) < n:
        return NotEstimable(reason="the worker of some sessions is not known", n=n)
    return known


def _mixed(first: Group, second: Group, level: float) -> MixedTest | NotEstimable:
    workers = _workers_of(first, second)
    if isinstance(workers, NotEstimable):
        return workers
    return mixed_test(first.values, second.values, workers, level=level)


def _worker_means(first: Group, second: Group, level: float) -> WorkerMeansTest | NotEstimable:
    """Welch's test of one mean for each worker and group."""
    workers = _workers_of(first, second)
    if isinstance(workers, NotEstimable):
        return workers
    if len(set(workers)) == len(workers):
        return NotEstimable(reason="no worker was seen twice", n=len(workers))
    n1 = len(first.values)
    before, seen_before = worker_means(first.values, workers[:n1])
    after, seen_after = worker_means(second.values, workers[n1:])
    one, two = Group(name=first.name, values=before), Group(name=second.name, values=after)
    for group in (one, two):
        if len(group.values) < 2:
            return NotEstimable(reason=f"all {group.name} sessions are of one worker", n=1)
    if _nothing_to_test(one, two) is not None:
        return NotEstimable(reason="the means of workers do not vary", n=len(workers))
    test = _t_test(one, two, level, equal_variances=False)
    return WorkerMeansTest(
        mean_difference=test.mean_difference,
        t=test.t,
        df=test.df,
        p=test.p,
        interval=test.interval,
        n_workers=(len(before), len(after)),
        n_both=len(set(seen_before) & set(seen_after)),
        method=f"Welch t of one mean for each worker and group; {percent(level)} CI",
    )


def _clustered(first: Group, second: Group, level: float) -> ClusteredTest | NotEstimable:
    """Least squares of score on group, sandwich variance by worker (CR1, Liang & Zeger 1986)."""
    n = len(first.values) + len(second.values)
    workers = _workers_of(first, second)
    if isinstance(workers, NotEstimable):
        return workers
    for group in (first, second):
        if len(set(group.workers)) < 2:
            return NotEstimable(reason=f"all {group.name} sessions are of one worker", n=n)
    names, cluster = np.unique(np.array(workers), return_inverse=True)
    after = np.repeat([0.0, 1.0], [len(first.values), len(second.values)])
    means = np.where(after == 1, second.mean, first.mean)
    residual = np.array(first.values + second.values) - means
    # Influence of each session on the difference of means; sums within workers make the meat.
    share = np.where(after == 1, 1.0 / len(second.values), -1.0 / len(first.values))
    sums = np.bincount(cluster, weights=share * residual)
    g = len(names)
    se = math.sqrt(g / (g - 1) * (n - 1) / (n - 2) * float(sums @ sums))
    if se <= 1e-12 * max(1.0, float(np.abs(means).max())):
        return NotEstimable(reason="the means of workers do not vary", n=n)
    difference = second.mean - first.mean
    t, df = difference / se, g - 1
    half = t_quantile(1.0 - (1.0 - level) / 2.0, df) * se
    return ClusteredTest(
        mean_difference=difference,
        se=se,
        t=t,
        df=df,
        p=t_two_sided(t, df),
        interval=Interval(low=difference - half, high=difference + half, level=level),
        n_workers=g,
        method=f"sandwich variance by worker (CR1), t with {df} df; {percent(level)} CI",
    )
