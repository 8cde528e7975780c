"""Where and when the coded sessions come from: each office by phase, with its days."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.scoring.frames import DAYS, OFFICE, PHASE, WORKER, check_columns, numbers

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """Coded sessions of one office; ``n_other`` have another phase or none.

    Days are those of sessions that have them, ``n_days`` in number; None without any.
    ``n_workers`` is None where the table does not name workers.
    """

    office: str
    n: int
    n_pre: int
    n_post: int
    n_other: int
    n_workers: int | None
    n_days: int
    mean_days: float | None
    first_day: int | None
    last_day: int | None


def office_rows(frame: pd.DataFrame) -> tuple[OfficeRow, ...]:
    """Rows of all offices in order of name; sessions without an office are under "".

    Raises
    ------
    ImportedDataError
        If there is no column of offices or phases.
    """
    check_columns(frame, [OFFICE, PHASE])
    offices = frame[OFFICE].astype(object).where(frame[OFFICE].notna(), "").astype(str)
    return tuple(_row(frame[offices == name], name) for name in sorted(set(offices)))


def _row(mine: pd.DataFrame, name: str) -> OfficeRow:
    n_pre, n_post = (int((mine[PHASE] == phase).sum()) for phase in ("pre", "post"))
    days: list[float] = []
    if DAYS in mine:
        days = [float(day) for day in numbers(mine, DAYS) if not math.isnan(day)]
    return OfficeRow(
        office=name,
        n=len(mine),
        n_pre=n_pre,
        n_post=n_post,
        n_other=len(mine) - n_pre - n_post,
        n_workers=int(mine[WORKER].dropna().nunique()) if WORKER in mine else None,
        n_days=len(days),
        mean_days=math.fsum(days) / len(days) if days else None,
        first_day=int(min(days)) if days else None,
        last_day=int(max(days)) if days else None,
    )
