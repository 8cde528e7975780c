"""A person's own course: the mean of their sessions, with an interval from all spreads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from practicecoder.scoring.distributions import t_quantile
from practicecoder.scoring.results import Interval, NotEstimable

LEAST_SESSIONS = 3
"""Fewer dots have no mean drawn through them."""
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinSpread:
    """Spread of one measure within workers, pooled over workers.

    ``sd`` is the square root of the summed squares about each worker's own mean over ``df``, the
    values less the workers; ``n_workers`` counts those with two values or more.
    """

    sd: float
    df: int
    n_workers: int


def within_spread(series: Iterable[Sequence[float]]) -> WithinSpread | NotEstimable:
    """Pooled standard deviation within workers.

    Parameters
    ----------
    series
        The values of each worker; workers with fewer than two tell nothing and are passed over.

    Returns
    -------
    WithinSpread or NotEstimable
        Not estimable without a worker who has two values, or if no worker's values differ.

    Notes
    -----
    The within-groups mean square of a one-way analysis of variance.

    Examples
    --------
    >>> within_spread([[2.0, 3.0], [4.0, 4.0, 5.5], [1.0]]).df
    3
    """
    used = [values for values in map(list, series) if len(values) > 1]
    n = sum(map(len, used))
    df = n - len(used)
    if df < 1:
        return NotEstimable(reason="no worker has two sessions with this measure", n=n)
    squares = math.fsum(
        (value - math.fsum(values) / len(values)) ** 2 for values in used for value in values
    )
    if squares <= 0:
        return NotEstimable(reason="no worker's sessions differ", n=n)
    return WithinSpread(sd=math.sqrt(squares / df), df=df, n_workers=len(used))


def own_mean(
    values: Sequence[float], spread: WithinSpread | NotEstimable
) -> tuple[float, Interval] | NotEstimable:
    """Mean of one worker's sessions with its 95 % interval.

    Parameters
    ----------
    values
        The worker's values, without those that are missing.
    spread
        Spread within workers of the same measure.

    Returns
    -------
    tuple of float and Interval, or NotEstimable
        mean +- t(df) x sd / sqrt(n). Not estimable with fewer than three values, or without
        a spread.

    Examples
    --------
    >>> spread = WithinSpread(sd=0.5, df=20, n_workers=10)
    >>> mean, interval = own_mean([2.0, 3.0, 4.0], spread)
    >>> mean, round(interval.low, 3), round(interval.high, 3)
    (3.0, 2.398, 3.602)
    """
    if len(values) < LEAST_SESSIONS:
        return NotEstimable(
            reason=f"fewer than {LEAST_SESSIONS} sessions have this measure", n=len(values)
        )
    if isinstance(spread, NotEstimable):
        return spread
    mean = math.fsum(values) / len(values)
    half = t_quantile(0.5 + CONFIDENCE / 2, spread.df) * spread.sd / math.sqrt(len(values))
    return mean, Interval(low=mean - half, high=mean + half, level=CONFIDENCE)
