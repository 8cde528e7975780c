"""Run chart of months: the middle value of each, and limits once there are enough months."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from practicecoder.scoring.ordinary_limits import LEAST_FOR_LIMITS, ordinary_limits
from practicecoder.scoring.results import NotEstimable

__all__ = ["LEAST_FOR_LIMITS", "MonthPoint", "RunChart", "monthly_medians", "run_chart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPoint:
    """One month, by its first day: its value and how many sessions that rests on."""

    month: date
    value: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RunChart:
    """Months in order, those without a session left out.

    ``centre`` is the median of the points, or with limits their mean; None without a point.
    ``low`` and ``high`` are None until there are enough points.
    """

    points: tuple[MonthPoint, ...]
    centre: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def has_limits(self) -> bool:
        """Whether there are enough months to tell signal from noise."""
        return self.low is not None

    @property
    def outside(self) -> tuple[MonthPoint, ...]:
        """Months beyond the limits."""
        low, high = self.low, self.high
        if low is None or high is None:
            return ()
        return tuple(p for p in self.points if not low <= p.value <= high)


def monthly_medians(dated: Iterable[tuple[date, float]]) -> tuple[MonthPoint, ...]:
    """Median of each month that has a value, in order.

    Examples
    --------
    >>> days = [(date(2026, 3, 2), 2.0), (date(2026, 3, 9), 3.0), (date(2026, 5, 1), 4.0)]
    >>> [(p.month.month, p.value, p.n) for p in monthly_medians(days)]
    [(3, 2.5, 2), (5, 4.0, 1)]
    """
    found: defaultdict[date, list[float]] = defaultdict(list)
    for day, value in dated:
        found[day.replace(day=1)].append(value)
    return tuple(
        MonthPoint(month=month, value=median(values), n=len(values))
        for month, values in sorted(found.items())
    )


def run_chart(
    points: Sequence[MonthPoint], *, bounds: tuple[float, float] = (-math.inf, math.inf)
) -> RunChart:
    """Centre and limits of points; limits are natural process limits, cut to the bounds.

    Examples
    --------
    >>> months = [MonthPoint(month=date(2025, m, 1), value=2 + m % 2, n=3) for m in range(1, 13)]
    >>> chart = run_chart(months, bounds=(1, 5))
    >>> chart.centre, chart.low, chart.high
    (2.5, 1, 5)
    >>> run_chart(months[:11]).has_limits
    False
    """
    ordered = tuple(sorted(points, key=lambda p: p.month))
    values = [point.value for point in ordered]
    if not values:
        return RunChart(points=())
    limits = ordinary_limits(values, bounds)
    if isinstance(limits, NotEstimable):
        return RunChart(points=ordered, centre=median(values))
    centre = math.fsum(values) / len(values)
    return RunChart(points=ordered, centre=centre, low=limits.low, high=limits.high)
