"""Sessions of the same workers compared: a random intercept for each worker, and worker means.

Score = mean + group + worker + residual, by restricted maximum likelihood (REML). The likelihood
is profiled over the ratio of the worker variance to the residual variance; each worker enters by
sums alone, so that no matrix grows with the number of sessions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from practicecoder.scoring.distributions import t_quantile, t_two_sided
from practicecoder.scoring.reliability.limits import percent
from practicecoder.scoring.results import Interval, NotEstimable

Floats = NDArray[np.float64]

_GRID = np.concatenate([[0.0], np.logspace(-4, 4, 161)])
_GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0
_NARROW = 1e-12
_STEP = 1e-4
_ZERO = 1e-8
"""Ratios of variances below this are taken for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MixedTest:
    """Difference of two groups with a random intercept for each worker.

    ``worker_share`` is the share of the variance that lies between workers, 0 to 1.
    """

    mean_difference: float
    se: float
    t: float
    df: float
    p: float
    interval: Interval
    worker_share: float
    n: int
    n_workers: int
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerMeansTest:
    """Welch's test of workers' own means: each worker counts once in a group.

    ``n_both`` workers have sessions in both groups.
    """

    mean_difference: float
    t: float
    df: float
    p: float
    interval: Interval
    n_workers: tuple[int, int]
    n_both: int
    method: str


class _Sums:
    """What the likelihood needs of each worker: number of sessions, sums of group and score."""

    def __init__(self, values: Floats, after: Floats, workers: NDArray[np.int64]) -> None:
        self.n = len(values)
        self.sizes = np.bincount(workers).astype(float)
        centred = values - values.mean()
        columns = np.stack([np.ones(self.n), after, centred], axis=1)
        self.total = columns.T @ columns
        self.of_worker = np.stack(
            [np.bincount(workers, weights=columns[:, c]) for c in range(3)], axis=1
        )

    def crossed(self, ratio: float) -> Floats:
        """Products of (1, group, score) with workers weighed at a ratio of variances; 3 x 3."""
        weights = ratio / (1.0 + ratio * self.sizes)
        return np.asarray(self.total - (self.of_worker * weights[:, None]).T @ self.of_worker)

    def fit(self, ratio: float) -> tuple[Floats, Floats, float]:
        """Coefficients, their covariance at residual variance 1, and the weighted squares."""
        crossed = self.crossed(ratio)
        inverse = np.asarray(np.linalg.inv(crossed[:2, :2]), dtype=np.float64)
        coefficients = np.asarray(inverse @ crossed[:2, 2])
        return coefficients, inverse, float(crossed[2, 2] - crossed[2, :2] @ coefficients)

    def profiled(self, ratio: float) -> float:
        """Minus twice the restricted log likelihood, the residual variance set at its best."""
        _, inverse, squares = self.fit(ratio)
        return (
            (self.n - 2) * math.log(max(squares, 1e-300))
            + float(np.log1p(ratio * self.sizes).sum())
            - float(np.linalg.slogdet(inverse)[1])
        )

    def deviance(self, of_worker: float, residual: float) -> float:
        """Minus twice the restricted log likelihood at two variances."""
        ratio = of_worker / residual
        _, inverse, squares = self.fit(ratio)
        return (
            (self.n - 2) * math.log(residual)
            + squares / residual
            + float(np.log1p(ratio * self.sizes).sum())
            - float(np.linalg.slogdet(inverse)[1])
        )


def mixed_test(
    first: Sequence[float],
    second: Sequence[float],
    workers: Sequence[str],
    *,
    level: float = 0.95,
) -> MixedTest | NotEstimable:
    """Second minus first group, workers being what sessions are gathered in.

    Parameters
    ----------
    first, second
        Scores of each group, two sessions or more.
    workers
        Worker of each session, those of the first group before those of the second.
    level
        Of the interval.

    Examples
    --------
    >>> found = mixed_test((1, 2, 3, 4), (4, 4, 6, 5), ("a", "a", "b", "b", "c", "c", "d", "d"))
    >>> round(found.mean_difference, 2), found.n_workers, round(found.df, 1)
    (2.25, 4, 2.0)
    """
    n = len(first) + len(second)
    names, places = np.unique(np.array(workers), return_inverse=True)
    if len(names) == n:
        return NotEstimable(reason="no worker was seen twice", n=n)
    if len(names) < 3:
        return NotEstimable(reason="fewer than 3 workers", n=n)
    values = np.array((*first, *second), dtype=float)
    after = np.repeat([0.0, 1.0], [len(first), len(second)])
    sums = _Sums(values, after, places.astype(np.int64))
    if sums.fit(0.0)[2] <= 1e-12 * max(1.0, float(sums.total[2, 2])):
        return NotEstimable(reason="the score does not vary within either group", n=n)
    ratio = _best_ratio(sums.profiled)
    coefficients, inverse, squares = sums.fit(ratio)
    residual = squares / (n - 2)
    if residual <= 1e-12 * max(1.0, float(sums.total[2, 2]) / n) or ratio >= _GRID[-2]:
        return NotEstimable(reason="sessions of one worker do not differ from each other", n=n)
    difference, se = float(coefficients[1]), math.sqrt(float(inverse[1, 1]) * residual)
    df = float(n - 2) if ratio == 0.0 else _satterthwaite(sums, ratio * residual, residual)
    half = t_quantile(1.0 - (1.0 - level) / 2.0, df) * se
    how = "between workers no variance was found" if ratio == 0.0 else "Satterthwaite's df"
    return MixedTest(
        mean_difference=difference,
        se=se,
        t=difference / se,
        df=df,
        p=t_two_sided(difference / se, df),
        interval=Interval(low=difference - half, high=difference + half, level=level),
        worker_share=ratio / (1.0 + ratio),
        n=n,
        n_workers=len(names),
        method=f"random intercept of worker (REML), {how}; {percent(level)} CI",
    )


def worker_means(
    values: Sequence[float], workers: Sequence[str]
) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Each worker's own mean, and the workers, in order of code.

    Examples
    --------
    >>> worker_means((1, 3, 4), ("b", "b", "a"))
    ((4.0, 2.0), ('a', 'b'))
    """
    own: dict[str, list[float]] = {}
    for worker, value in zip(workers, values, strict=True):
        own.setdefault(worker, []).append(value)
    names = tuple(sorted(own))
    return tuple(math.fsum(own[name]) / len(own[name]) for name in names), names


def _best_ratio(deviance: Callable[[float], float]) -> float:
    """Ratio of variances with the smallest deviance: the best of a grid, then closed in on."""
    heights = [deviance(float(ratio)) for ratio in _GRID]
    best = int(np.argmin(heights))
    low, high = float(_GRID[max(best - 1, 0)]), float(_GRID[min(best + 1, len(_GRID) - 1)])
    one, two = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_one, at_two = deviance(one), deviance(two)
    while high - low > _NARROW + 1e-10 * high:
        if at_one <= at_two:
            high, two, at_two = two, one, at_one
            one = high - _GOLDEN * (high - low)
            at_one = deviance(one)
        else:
            low, one, at_one = one, two, at_two
            two = low + _GOLDEN * (high - low)
            at_two = deviance(two)
    found = (low + high) / 2.0
    return 0.0 if found < _ZERO or deviance(0.0) <= deviance(found) else found


def _satterthwaite(sums: _Sums, of_worker: float, residual: float) -> float:
    """Degrees of freedom of the difference from how surely its variance is known."""

    def variance(at: Floats) -> float:
        return float(sums.fit(at[0] / at[1])[1][1, 1] * at[1])

    def deviance(at: Floats) -> float:
        return sums.deviance(float(at[0]), float(at[1]))

    at = np.array([of_worker, residual])
    steps = _STEP * np.array([max(of_worker, 1e-3 * residual), residual])
    by = [np.array([steps[0], 0.0]), np.array([0.0, steps[1]])]
    slope = np.array([(variance(at + d) - variance(at - d)) / (2.0 * d.sum()) for d in by])
    bend = np.array(
        [
            [
                (
                    deviance(at + d + e)
                    - deviance(at + d - e)
                    - deviance(at - d + e)
                    + deviance(at - d - e)
                )
                / (4.0 * d.sum() * e.sum())
                for e in by
            ]
            for d in by
        ]
    )
    try:
        spread = float(slope @ (2.0 * np.linalg.inv(bend)) @ slope)
    except np.linalg.LinAlgError:
        return float(len(sums.sizes) - 2)
    if not math.isfinite(spread) or spread <= 0.0:
        return float(len(sums.sizes) - 2)
    found = 2.0 * variance(at) ** 2 / spread
    return min(max(found, 1.0), float(sums.n - 2))
