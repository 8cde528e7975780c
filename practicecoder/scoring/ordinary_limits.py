"""Limits that single values of a series ordinarily stay between (XmR chart)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from practicecoder.scoring.results import Interval, NotEstimable

LEAST_FOR_LIMITS = 12
"""Values before limits are drawn (NHS England, *Making data count*)."""
_PER_MOVING_RANGE = 2.66
"""Mean moving range to natural process limits: 3 / 1.128 (Wheeler 2000)."""
_WITHIN_THREE_SD = 0.9973


def ordinary_limits(
    values: Sequence[float], bounds: tuple[float, float]
) -> Interval | NotEstimable:
    """Mean plus and minus 2.66 times the mean moving range, cut to the scale.

    Parameters
    ----------
    values
        One series in order of time, missing values left out.
    bounds
        Ends of the scale.

    Returns
    -------
    Interval or NotEstimable
        ``level`` is the share of a normal distribution within three standard deviations. Not
        estimable with fewer than twelve values.

    Examples
    --------
    >>> found = ordinary_limits([3.0, 2.5] * 6, (1, 5))
    >>> round(found.low, 2), round(found.high, 2)
    (1.42, 4.08)
    """
    n = len(values)
    if n < LEAST_FOR_LIMITS:
        return NotEstimable(reason=f"fewer than {LEAST_FOR_LIMITS} values", n=n)
    moving = math.fsum(abs(later - earlier) for earlier, later in pairwise(values)) / (n - 1)
    mean = math.fsum(values) / n
    lowest, highest = bounds
    return Interval(
        low=max(mean - _PER_MOVING_RANGE * moving, lowest),
        high=min(mean + _PER_MOVING_RANGE * moving, highest),
        level=_WITHIN_THREE_SD,
    )
