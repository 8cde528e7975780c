"""Puts moments without a time evenly between their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def between_neighbours(times: Sequence[int | None]) -> list[int]:
    """Fill the gaps evenly, half up; what comes before the first or after the last repeats it.

    Nought if no time is known.

    Examples
    --------
    >>> between_neighbours([None, 1000, None, None, 4000, None])
    [1000, 1000, 2000, 3000, 4000, 4000]
    """
    known = [(at, time) for at, time in enumerate(times) if time is not None]
    if not known:
        return [0] * len(times)
    filled = [known[0][1]] * known[0][0]
    for (at, time), (next_at, next_time) in pairwise(known):
        steps = next_at - at
        rise = next_time - time
        filled += [time + (2 * rise * step + steps) // (2 * steps) for step in range(steps)]
    return filled + [known[-1][1]] * (len(times) - known[-1][0])
