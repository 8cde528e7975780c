"""Slopes over days with workers, not sessions, as what was sampled."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from practicecoder.scoring.distributions import t_quantile, t_two_sided
from practicecoder.scoring.reliability.limits import percent
from practicecoder.scoring.results import Interval, NotEstimable

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusteredSlope:
    """Slope per day with a sandwich variance by worker."""

    slope: float
    se: float
    t: float
    df: int
    p: float
    interval: Interval
    n: int
    n_workers: int
    method: str

    @property
    def slope_per_100_days(self) -> float:
        """Slope as it is shown."""
        return 100 * self.slope

    def as_json(self) -> dict[str, object]:
        """Part of the document of ``practicecoder trend --json``."""
        return {
            "slope": self.slope,
            "slope_per_100_days": self.slope_per_100_days,
            "se": self.se,
            "t": self.t,
            "df": self.df,
            "p": self.p,
            "ci_low": self.interval.low,
            "ci_high": self.interval.high,
            "n": self.n,
            "n_workers": self.n_workers,
            "method": self.method,
        }


def clustered_slope(
    x: Floats,
    y: Floats,
    workers: Sequence[str | None],
    *,
    groups: NDArray[np.object_] | None = None,
    level: float = 0.95,
) -> ClusteredSlope | NotEstimable:
    """Least squares slope of score on days, sandwich variance by worker (CR1), t with G - 1 df.

    Parameters
    ----------
    x, y
        Days and score of each session.
    workers
        Worker of each session; not estimable if one is not known.
    groups
        Groups to set aside, such as offices; None for none.
    level
        Of the interval.

    Examples
    --------
    >>> x, y = np.array([0.0, 1, 2, 3, 4, 5]), np.array([1.0, 2, 2, 4, 3, 5])
    >>> found = clustered_slope(x, y, ["a", "b", "c", "a", "b", "c"])
    >>> round(found.slope, 3), found.df
    (0.714, 2)
    """
    n = len(x)
    known = [worker for worker in workers if worker is not None]
    if len(known) < n:
        return NotEstimable(reason="the worker of some sessions is not known", n=n)
    names, cluster = np.unique(np.array(known, dtype=str), return_inverse=True)
    if len(names) < 2:
        return NotEstimable(reason="fewer than 2 workers", n=n)
    dx, dy, n_levels = _centred(x, y, groups)
    squares, n_terms = float(dx @ dx), n_levels + 1
    if squares <= 1e-9 or n <= n_terms:
        within = " enough within groups" if n_levels > 1 else ""
        return NotEstimable(reason=f"days do not vary{within}", n=n)
    slope = float(dx @ dy) / squares
    sums = np.bincount(cluster, weights=dx * (dy - slope * dx)) / squares
    g = len(names)
    se = math.sqrt(g / (g - 1) * (n - 1) / (n - n_terms) * float(sums @ sums))
    if se <= 1e-12 * max(1.0, abs(slope)):
        return NotEstimable(reason="sessions lie on one line", n=n)
    df = g - 1
    half = t_quantile(1.0 - (1.0 - level) / 2.0, df) * se
    aside = " with groups set aside" if n_levels > 1 else ""
    return ClusteredSlope(
        slope=slope,
        se=se,
        t=slope / se,
        df=df,
        p=t_two_sided(slope / se, df),
        interval=Interval(low=slope - half, high=slope + half, level=level),
        n=n,
        n_workers=g,
        method=(
            f"least squares{aside}, sandwich variance by worker (CR1), t with {df} df; "
            f"{percent(level)} CI"
        ),
    )


def _centred(
    x: Floats, y: Floats, groups: NDArray[np.object_] | None
) -> tuple[Floats, Floats, int]:
    """Days and scores less their means, of each group if there are groups; number of groups."""
    if groups is None or not len(groups):
        return x - x.mean(), y - y.mean(), 1
    names, place = np.unique(groups.astype(str), return_inverse=True)
    sizes = np.bincount(place)
    means_x = np.bincount(place, weights=x) / sizes
    means_y = np.bincount(place, weights=y) / sizes
    return x - means_x[place], y - means_y[place], len(names)
