"""What each mean rests on: every score by office and phase, and both together."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from practicecoder.scoring.frames import OFFICE, PHASE, PHASES, check_columns, group_of, numbers

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One score in one group of sessions.

    ``office`` and ``phase`` are None for all of them together. ``n`` counts valid scores,
    ``n_missing`` coded sessions without one, ``n_workers`` different workers behind the valid
    ones; None if not one of them is known. Numbers are None where there is too little for them.
    """

    score: str
    office: str | None
    phase: str | None
    n: int
    n_missing: int
    n_workers: int | None
    mean: float | None
    sd: float | None
    median: float | None
    minimum: float | None
    maximum: float | None


def describe(frame: pd.DataFrame, score: str) -> tuple[Description, ...]:
    """Describe a score overall, by phase, by office, and by office and phase.

    Raises
    ------
    ImportedDataError
        If a column is missing.
    """
    check_columns(frame, [score, OFFICE, PHASE])
    values = numbers(frame, score)
    found = []
    for office, phase in _places(frame):
        mine = frame[PHASE].astype(object) == phase if phase else values.map(lambda _: True)
        if office is not None:
            mine &= frame[OFFICE].astype(object).astype(str) == office
        group = group_of(frame, values, mine, score)
        known = {worker for worker in group.workers if worker is not None}
        n = len(group.values)
        found.append(
            Description(
                score=score,
                office=office,
                phase=phase,
                n=n,
                n_missing=group.n_missing,
                n_workers=len(known) if known else None,
                mean=group.mean if n else None,
                sd=math.sqrt(group.variance) if n > 1 else None,
                median=float(median(group.values)) if n else None,
                minimum=min(group.values, default=None),
                maximum=max(group.values, default=None),
            )
        )
    return tuple(found)


def _places(frame: pd.DataFrame) -> Iterator[tuple[str | None, str | None]]:
    offices = sorted({str(office) for office in frame[OFFICE].dropna()})
    there = {str(phase) for phase in frame[PHASE].dropna()}
    phases = [*(p for p in PHASES if p in there), *sorted(there - set(PHASES))]
    yield None, None
    yield from ((None, phase) for phase in phases)
    yield from ((office, None) for office in offices)
    yield from ((office, phase) for office in offices for phase in phases)
