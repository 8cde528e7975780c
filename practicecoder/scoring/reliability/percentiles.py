"""Percentile limits of many drawn values at once."""

from __future__ import annotations

import numpy as np

from practicecoder.scoring.reliability.design import Floats


def central_limits(values: Floats, level: float) -> tuple[Floats, Floats]:
    """Limits between which the middle share ``level`` of the values lies, along the last axis.

    Equal to NumPy's quantiles with linear interpolation to the last digit; only the order
    statistics that they rest on are sought.

    Parameters
    ----------
    values
        Finite numbers, drawn ones along the last axis.
    level
        Share between 0 and 1.

    Examples
    --------
    >>> low, high = central_limits(np.arange(101.0), 0.5)
    >>> float(low), float(high)
    (25.0, 75.0)
    """
    last = values.shape[-1] - 1
    tail = (1.0 - level) / 2.0
    places = [tail * last, (1.0 - tail) * last]
    below = [min(int(place), last) for place in places]
    above = [min(place + 1, last) for place in below]
    ordered = np.partition(values, sorted({*below, *above}), axis=-1)
    low, high = (
        _between(ordered[..., a], ordered[..., b], place - a)
        for a, b, place in zip(below, above, places, strict=True)
    )
    return low, high


def _between(a: Floats, b: Floats, share: float) -> Floats:
    """Point at a share of the way from a to b, reckoned from the nearer end."""
    apart = b - a
    return np.asarray(b - apart * (1.0 - share) if share >= 0.5 else a + apart * share)
