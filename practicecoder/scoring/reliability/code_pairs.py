"""Pairs of coders of nominal codes: their tables, and Cohen's kappa of each and in the mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from practicecoder.scoring.reliability.bootstrap import divided
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.drawn_codes import DrawnCodes, beyond_chance
from practicecoder.scoring.reliability.kappa import (
    PairKappa,
    kappa_max,
    kappa_of_table,
    kappa_title,
)
from practicecoder.scoring.reliability.limits import (
    CONSTANT_CODER,
    NO_DISAGREEMENT,
    coefficient,
)
from practicecoder.scoring.reliability.weights import Weighting
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NominalPair:
    """Two coders: their table, rows the first, over all categories."""

    coders: tuple[str, str]
    n_units: int
    table: tuple[tuple[int, ...], ...]
    kappa_max: float | None


class CodePairs:
    """Every two coders of a table of codes."""

    def __init__(self, drawn: DrawnCodes) -> None:
        self._drawn = drawn

    def kappas(self) -> tuple[Statistic, tuple[PairKappa, ...]]:
        """Mean of Cohen's kappas over pairs of coders, and each."""
        each, resampled = [], []
        for a, b in combinations(range(len(self._drawn.table.coders)), 2):
            tables = self._tables(a, b)
            kappa = self._kappa(tables)
            each.append(
                PairKappa(
                    coders=(self._drawn.table.coders[a], self._drawn.table.coders[b]), kappa=kappa
                )
            )
            if isinstance(kappa, Estimate):
                resampled.append((kappa, _kappa_resampled(self._drawn.draws, tables)))
        return self._mean(len(each), resampled), tuple(each)

    def pair_tables(self) -> tuple[NominalPair, ...]:
        """Table of every pair of coders."""
        found = []
        for a, b in combinations(range(len(self._drawn.table.coders)), 2):
            table = np.rint(np.tensordot(self._drawn.table.sizes, self._tables(a, b), axes=1))
            found.append(
                NominalPair(
                    coders=(self._drawn.table.coders[a], self._drawn.table.coders[b]),
                    n_units=int(table.sum()),
                    table=tuple(tuple(int(cell) for cell in row) for row in table),
                    kappa_max=kappa_max(table),
                )
            )
        return tuple(found)

    def _tables(self, a: int, b: int) -> Floats:
        """Tables of two coders, one for each cluster."""
        q, places = len(self._drawn.table.codes), self._drawn.table.places
        both = (places[:, a] >= 0) & (places[:, b] >= 0)
        cells = np.zeros((len(places), q * q))
        rows = np.flatnonzero(both)
        cells[rows, places[rows, a] * q + places[rows, b]] = 1.0
        return self._drawn.table.sums(cells).reshape(-1, q, q)

    def _kappa(self, tables: Floats) -> Statistic:
        table = np.tensordot(self._drawn.table.sizes, tables, axes=1)
        n, title = round(float(table.sum())), kappa_title(Weighting.UNWEIGHTED)
        if n < 2:
            shared = "one unit" if n else "no unit"
            return NotEstimable(reason=f"the two coders share {shared}", n=n)
        weights = np.eye(len(table))
        found = kappa_of_table(np.rint(table), weights, level=self._drawn.bootstrap.level)
        known = self._drawn.table.n_sessions is not None
        if isinstance(found, NotEstimable) or not (known and isinstance(found.interval, Interval)):
            return found
        interval = self._drawn.interval(_kappa_resampled(self._drawn.draws, tables))
        return coefficient(found.value, interval, n=n, method=self._drawn.method(title, interval))

    def _mean(self, n_pairs: int, estimable: Sequence[tuple[Estimate, Floats]]) -> Statistic:
        if n_pairs == 0:
            return NotEstimable(reason="there is no pair of coders", n=self._drawn.n)
        if not estimable:
            return NotEstimable(reason="kappa is estimable for no pair of coders", n=self._drawn.n)
        if n_pairs == 1:
            return estimable[0][0]
        value = float(np.mean([kappa.value for kappa, _ in estimable]))
        title = f"{kappa_title(Weighting.UNWEIGHTED)}, mean of {len(estimable)} of {n_pairs} pairs"
        interval: Interval | NoInterval = NoInterval(reason=NO_DISAGREEMENT)
        if not self._drawn.never_differ:
            drawn = np.array([values for _, values in estimable])
            defined = np.isfinite(drawn)
            total = np.where(defined, drawn, 0.0).sum(axis=0)
            interval = self._drawn.interval(divided(total, defined.sum(axis=0).astype(np.float64)))
        constant = any(CONSTANT_CODER in kappa.notes for kappa, _ in estimable)
        return coefficient(
            value,
            interval,
            n=self._drawn.n,
            method=self._drawn.method(title, interval),
            notes=(CONSTANT_CODER,) if constant else (),
        )


def _kappa_resampled(drawn: Floats, tables: Floats) -> Floats:
    found = np.tensordot(drawn, tables, axes=1)
    total = found.sum(axis=(1, 2))
    observed = divided(np.trace(found, axis1=1, axis2=2), total)
    chance = divided((found.sum(axis=2) * found.sum(axis=1)).sum(axis=1), total**2)
    return beyond_chance(observed, np.where(total >= 2, chance, 1.0))
