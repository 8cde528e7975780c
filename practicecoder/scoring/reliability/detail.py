"""What lies behind an item's coefficients: who gave which level how often, and against whom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.reliability.uncertainty import DecisionRow, decision_study
from practicecoder.scoring.reliability.weights import places_on
from practicecoder.scoring.results import NotEstimable

Counts = tuple[tuple[int, ...], ...]
"""Counts over all levels of the declared scale, used or not; rows the first coder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderSummary:
    """How one coder used the item in the usable sessions.

    ``sd`` is None for one rating. ``by_level`` counts each declared level, empty where there are
    none; ``zero_share`` is the share of ratings that are 0.
    """

    coder_id: str
    n: int
    mean: float
    sd: float | None
    by_level: tuple[int, ...] = ()
    zero_share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Generalizability:
    """Variance by source as shares of the whole, and how reliable means of k coders would be.

    A negative session variance counts as 0 in the shares.
    """

    components: VarianceComponents
    session_share: float
    coder_share: float
    residual_share: float
    decisions: tuple[DecisionRow, ...] | NotEstimable


def coder_summaries(matrix: RatingMatrix, levels: tuple[float, ...]) -> tuple[CoderSummary, ...]:
    """Mean, spread and distribution of every coder.

    Examples
    --------
    >>> [s.by_level for s in coder_summaries(RatingMatrix.of([[1, 2], [1, 3]]), (1, 2, 3))]
    [(2, 0, 0), (0, 1, 1)]
    """
    found = []
    for j, coder in enumerate(matrix.coders):
        mine = matrix.values[matrix.rated[:, j], j]
        counts = np.bincount(places_on(levels, mine), minlength=len(levels)) if levels else ()
        found.append(
            CoderSummary(
                coder_id=coder,
                n=len(mine),
                mean=float(mine.mean()),
                sd=float(mine.std(ddof=1)) if len(mine) > 1 else None,
                by_level=tuple(int(count) for count in counts),
                zero_share=float((mine == 0).mean()),
            )
        )
    return tuple(found)


def pair_table(both: RatingMatrix, levels: tuple[float, ...]) -> Counts:
    """Table of two coders over all levels; what a bubble matrix draws.

    Examples
    --------
    >>> pair_table(RatingMatrix.of([[1, 2], [1, 1], [3, 2]]), (1, 2, 3))
    ((1, 1, 0), (0, 0, 0), (0, 1, 0))
    """
    q = len(levels)
    table = np.zeros((q, q), dtype=int)
    if both.n:
        first, second = (places_on(levels, both.values[:, j]) for j in (0, 1))
        np.add.at(table, (first, second), 1)
    return tuple(tuple(int(cell) for cell in row) for row in table)


def all_zero_share(matrix: RatingMatrix) -> float | None:
    """Share of sessions in which every coder gave 0; None without sessions."""
    return float((matrix.values == 0).all(axis=1).mean()) if matrix.n else None


def generalizability(
    components: VarianceComponents | NotEstimable, n: int
) -> Generalizability | NotEstimable:
    """G-study of sessions by coders, with its D-study for one to five coders (Brennan 2001).

    Examples
    --------
    >>> parts = VarianceComponents(session=0.30, coder=0.05, residual=0.15, source="REML")
    >>> found = generalizability(parts, 28)
    >>> round(found.session_share, 2), [round(row.absolute, 2) for row in found.decisions]
    (0.6, [0.6, 0.75, 0.82, 0.86, 0.88])
    """
    if isinstance(components, NotEstimable):
        return components
    session = max(0.0, components.session)
    total = session + components.coder + components.residual
    if total <= 0:
        return NotEstimable(reason="nothing varies", n=n)
    decisions = decision_study(components)
    if isinstance(decisions, NotEstimable):
        decisions = NotEstimable(reason=decisions.reason, n=n)
    return Generalizability(
        components=components,
        session_share=session / total,
        coder_share=components.coder / total,
        residual_share=components.residual / total,
        decisions=decisions,
    )
