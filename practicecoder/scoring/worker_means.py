"""Means over workers: each worker counts once, however often they were seen."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from practicecoder.scoring.distributions import t_quantile
from practicecoder.scoring.own_course import own_mean, within_spread
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
)

ONE_WORKER = "one worker alone has no spread"

Values = Mapping[str, Sequence[float]]
"""Values of each worker's sessions, by worker."""


def mean_of_workers(values: Values, *, level: float = 0.95) -> Statistic:
    """Mean of the workers' own means, with the t interval on them; ``n`` counts workers.

    Examples
    --------
    >>> found = mean_of_workers({"W1": [1, 3], "W2": [4.0], "W3": [3.0]})
    >>> found.value, found.n, round(found.interval.low, 2)
    (3.0, 3, 0.52)
    """
    means = [math.fsum(own) / len(own) for _, own in sorted(values.items()) if own]
    return _t_mean(means, "mean of worker means, t interval over workers", level)


def change_of_workers(now: Values, before: Values, *, level: float = 0.95) -> Statistic:
    """Mean difference, later minus earlier, of the workers who were seen in both periods.

    Examples
    --------
    >>> change_of_workers({"W1": [3], "W2": [4]}, {"W1": [2], "W2": [3.5], "W9": [1]}).value
    0.75
    """
    both = sorted(w for w in now.keys() & before.keys() if now[w] and before[w])
    means = [math.fsum(now[w]) / len(now[w]) - math.fsum(before[w]) / len(before[w]) for w in both]
    return _t_mean(means, "mean difference of worker means, paired t interval", level)


@dataclass(frozen=True, slots=True)
class OwnMean:
    """Mean of one worker's sessions with its interval at 95 %."""

    value: float
    low: float
    high: float


def own_means(values: Values) -> dict[str, OwnMean]:
    """Own mean of each worker with enough sessions, from the within-worker SD of all together.

    Empty where that SD cannot be told: no worker was seen twice, or nobody's sessions differ.

    Examples
    --------
    >>> own_means({"W1": [2, 3, 4], "W2": [1, 1]})["W1"].value
    3.0
    """
    spread = within_spread(values.values())
    found: dict[str, OwnMean] = {}
    for worker, own in values.items():
        mean = own_mean(own, spread)
        if not isinstance(mean, NotEstimable):
            value, interval = mean
            found[worker] = OwnMean(value, interval.low, interval.high)
    return found


def _t_mean(values: Sequence[float], method: str, level: float) -> Statistic:
    n = len(values)
    if n == 0:
        return NotEstimable(reason="no worker has a value", n=0)
    mean = math.fsum(values) / n
    if n == 1:
        return Estimate(value=mean, interval=NoInterval(reason=ONE_WORKER), n=1, method=method)
    sd = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (n - 1))
    half = t_quantile(1 - (1 - level) / 2, n - 1) * sd / math.sqrt(n)
    return Estimate(
        value=mean,
        interval=Interval(low=mean - half, high=mean + half, level=level),
        n=n,
        method=method,
    )
