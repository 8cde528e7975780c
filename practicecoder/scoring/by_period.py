"""Means by office and period: a small table with the number of valid scores in every cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.scoring.analysis_warnings import AnalysisWarning, small_cells
from practicecoder.scoring.frames import DAYS, OFFICE, check_columns, group_of, numbers

if TYPE_CHECKING:
    import pandas as pd

PERIOD_EDGES = (0, 100, 200, 300)
"""First days of the period bands after implementation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodCell:
    """One group in one period; ``n`` counts valid scores, ``mean`` is None without any."""

    group: str
    period: str
    n_sessions: int
    n: int
    mean: float | None
    sd: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodTable:
    """Means by group and period: every group in every period, also the empty ones."""

    score: str
    by: str
    groups: tuple[str, ...]
    periods: tuple[str, ...]
    cells: tuple[PeriodCell, ...]
    warnings: tuple[AnalysisWarning, ...] = ()

    def cell(self, group: str, period: str) -> PeriodCell:
        """Cell of a group and period; KeyError if there is none."""
        for cell in self.cells:
            if (cell.group, cell.period) == (group, period):
                return cell
        raise KeyError((group, period))


def period(day: float, edges: Sequence[int] = PERIOD_EDGES) -> str:
    """Name of the period a day lies in; the day of implementation is day 0.

    Examples
    --------
    >>> period(-1), period(0), period(199), period(300)
    ('before', '0-99', '100-199', '300+')
    """
    if day < edges[0]:
        return "before"
    started = [edge for edge in edges if edge <= day]
    if len(started) == len(edges):
        return f"{edges[-1]}+"
    return f"{started[-1]}-{edges[len(started)] - 1}"


def by_period(
    frame: pd.DataFrame,
    score: str,
    *,
    by: str = OFFICE,
    on: str = DAYS,
    edges: Sequence[int] = PERIOD_EDGES,
) -> PeriodTable:
    """Means with valid n by group and period.

    Raises
    ------
    ImportedDataError
        If a column is missing.
    """
    check_columns(frame, [score, by, on])
    scores, days = numbers(frame, score), numbers(frame, on)
    labels = frame[by].astype(object)
    names = tuple(sorted({str(label) for label in labels.dropna()}))
    periods = tuple(period(day, edges) for day in (edges[0] - 1, *edges))
    where = days.map(lambda day: period(day, edges), na_action="ignore")
    cells = []
    for name in names:
        for band in periods:
            mine = (labels.astype(str) == name) & (where == band)
            group = group_of(frame, scores, mine, name)
            n = len(group.values)
            cells.append(
                PeriodCell(
                    group=name,
                    period=band,
                    n_sessions=int(mine.sum()),
                    n=n,
                    mean=group.mean if n else None,
                    sd=math.sqrt(group.variance) if n > 1 else None,
                )
            )
    return PeriodTable(
        score=score,
        by=by,
        groups=names,
        periods=periods,
        cells=tuple(cells),
        warnings=tuple(small_cells([cell.n for cell in cells])),
    )
