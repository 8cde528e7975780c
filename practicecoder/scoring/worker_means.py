"""Means over workers: each worker counts once, however often they were seen."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from practicecoder.scoring.distributions import t_quantile
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
)

LEAST_FOR_OWN_MEAN = 3
"""Fewer sessions of one worker are shown as they are, without a mean."""
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

    Empty where that SD cannot be told: no worker was seen twice.

    Examples
    --------
    >>> own_means({"W1": [2, 3, 4], "W2": [1, 1]})["W1"].value
    3.0
    """
    spread = pooled_within(values)
    if isinstance(spread, NotEstimable):
        return {}
    df = sum(len(own) - 1 for own in values.values() if own)
    quantile = t_quantile(0.975, df)
    found: dict[str, OwnMean] = {}
    for worker, own in values.items():
        if len(own) >= LEAST_FOR_OWN_MEAN:
            mean = math.fsum(own) / len(own)
            half = quantile * spread.value / math.sqrt(len(own))
            found[worker] = OwnMean(mean, mean - half, mean + half)
    return found


def pooled_within(values: Values) -> Estimate | NotEstimable:
    """Standard deviation of sessions around their worker's mean; ``n`` counts sessions.

    Examples
    --------
    >>> pooled_within({"W1": [2, 4], "W2": [3]}).value == 2**0.5
    True
    """
    several = [own for own in values.values() if len(own) > 1]
    n = sum(len(own) for own in several)
    if not several:
        return NotEstimable(reason="no worker was seen twice", n=0)
    squares = math.fsum(
        (value - math.fsum(own) / len(own)) ** 2 for own in several for value in own
    )
    none = NoInterval(reason="no interval is computed for it")
    value = math.sqrt(squares / (n - len(several)))
    return Estimate(value=value, interval=none, n=n, method="pooled within-worker SD")


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
