"""Cohen's kappa, unweighted and weighted: each pair of coders, and the mean over pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from practicecoder.scoring.distributions import normal_quantile
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap, divided
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.limits import (
    CONSTANT_CODER,
    NO_DISAGREEMENT,
    SAME_CONTRIBUTION,
    coefficient,
    percent,
)
from practicecoder.scoring.reliability.weights import (
    Weighting,
    agreement_weights,
    places_on,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

_TITLES = {
    Weighting.UNWEIGHTED: "Cohen's kappa (Cohen 1960)",
    Weighting.LINEAR: "linear weighted kappa (Cohen 1968)",
    Weighting.QUADRATIC: "quadratic weighted kappa (Cohen 1968)",
}


def kappa_title(weighting: Weighting) -> str:
    """Name of the coefficient with its source."""
    return _TITLES[weighting]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairKappa:
    """Kappa of two coders over the sessions both rated."""

    coders: tuple[str, str]
    kappa: Statistic


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanKappa:
    """Mean kappa over the pairs that are estimable, and every pair."""

    mean: Statistic
    pairs: tuple[PairKappa, ...]


def kappa_of_table(
    table: Floats, weights: Floats, *, title: str = _TITLES[Weighting.UNWEIGHTED], level: float
) -> Statistic:
    """Kappa of one table of counts, rows one coder and columns the other.

    Parameters
    ----------
    table
        Counts over all declared levels, in order, used or not.
    weights
        Agreement weights, 1 on the diagonal. Cohen's (1968) disagreement weights v become
        1 - v / max v.
    title
        Named in the method.
    level
        Of the interval, which rests on the standard error of Fleiss, Cohen & Everitt (1969).

    Examples
    --------
    >>> counts = np.array([[88, 10, 2], [14, 40, 6], [18, 10, 12]], dtype=float)
    >>> round(kappa_of_table(counts, np.eye(3), level=0.95).value, 3)
    0.492
    """
    n = int(table.sum())
    shares = table / n
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    used = ((rows > 0).sum(), (columns > 0).sum())
    observed, chance = float((weights * shares).sum()), float(rows @ weights @ columns)
    if used == (1, 1) and (table.diagonal() > 0).any():
        return NotEstimable(reason="both coders used one and the same level", n=n)
    if 1 in used:
        by_construction = NoInterval(reason="kappa is 0 by construction")
        return coefficient(0.0, by_construction, n=n, method=title, notes=(CONSTANT_CODER,))
    if table.diagonal().sum() == n:
        return coefficient(1.0, NoInterval(reason=NO_DISAGREEMENT), n=n, method=title)
    value = (observed - chance) / (1.0 - chance)
    variance = _variance(shares, weights, value, chance) / n
    if variance <= 1e-14:
        return coefficient(value, NoInterval(reason=SAME_CONTRIBUTION), n=n, method=title)
    half = normal_quantile(1.0 - (1.0 - level) / 2.0) * float(np.sqrt(variance))
    method = f"{title}; {percent(level)} CI (Fleiss, Cohen & Everitt 1969)"
    interval = Interval(low=value - half, high=value + half, level=level)
    return coefficient(value, interval, n=n, method=method)


def kappa_max(table: Floats) -> float | None:
    """Largest unweighted kappa that the margins of a table allow; None if chance is all.

    Examples
    --------
    >>> round(kappa_max(np.array([[118.0, 5.0], [2.0, 0.0]])), 3)
    0.561
    """
    n = float(table.sum())
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    chance = float(rows @ columns) / n**2 if n else 1.0
    if 1.0 - chance <= 1e-12:
        return None
    return (float(np.minimum(rows, columns).sum()) / n - chance) / (1.0 - chance)


def _variance(shares: Floats, weights: Floats, kappa: float, chance: float) -> float:
    """Large-sample variance of kappa, times n."""
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    mean_weights = (weights @ columns)[:, None] + (rows @ weights)[None, :]
    spread = float((shares * (weights - mean_weights * (1.0 - kappa)) ** 2).sum())
    return (spread - (kappa - chance * (1.0 - kappa)) ** 2) / (1.0 - chance) ** 2


def kappas(
    matrix: RatingMatrix,
    levels: tuple[float, ...],
    weightings: tuple[Weighting, ...],
    bootstrap: SessionBootstrap,
) -> dict[Weighting, MeanKappa]:
    """Kappa of every pair of coders and the mean over pairs, under several weightings.

    A pair needs two shared sessions. With two coders the mean is their kappa, interval included;
    with more its interval comes from resampled sessions.
    """
    pairs = _Pairs(matrix, levels)
    found = {}
    for weighting in weightings:
        weights = agreement_weights(weighting, len(levels))
        each = tuple(
            PairKappa(
                coders=(matrix.coders[a], matrix.coders[b]),
                kappa=_of_pair(table, weighting, weights, bootstrap.level),
            )
            for (a, b), table in zip(matrix.pairs(), pairs.tables, strict=True)
        )
        found[weighting] = MeanKappa(
            mean=_mean(pairs, weighting, weights, each, bootstrap), pairs=each
        )
    return found


_BLOCK = 2_000
"""Sessions whose cells are numbers of full width at the same time."""


class _Pairs:
    """All pairs of coders: tables over the sessions each shares, at hand and resampled."""

    def __init__(self, matrix: RatingMatrix, levels: tuple[float, ...]) -> None:
        q, pairs = len(levels), matrix.pairs()
        places = np.zeros(matrix.values.shape, dtype=np.int64)
        places[matrix.rated] = places_on(levels, matrix.ratings)
        cells = np.zeros((matrix.n, len(pairs), q * q), dtype=np.uint8)
        for place, (a, b) in enumerate(pairs):
            shared = np.flatnonzero(matrix.rated[:, a] & matrix.rated[:, b])
            cells[shared, place, places[shared, a] * q + places[shared, b]] = 1
        self.matrix = matrix
        self._cells = cells
        self._q = q
        self._resampled: Floats | None = None

    @property
    def tables(self) -> Floats:
        """Table of each pair, rows its first coder."""
        summed = self._cells.sum(axis=0, dtype=np.float64)
        return np.asarray(summed.reshape(-1, self._q, self._q))

    def resampled(self, weights: Floats, bootstrap: SessionBootstrap) -> Floats:
        """Kappa of each pair (row) in every resample, NaN where it is undefined."""
        q, n_pairs = self._q, self._cells.shape[1]
        if self._resampled is None:
            drawn = self._drawn(bootstrap)
            cell = np.arange(q * q)
            margins = np.hstack([cell[:, None] // q == range(q), cell[:, None] % q == range(q)])
            tables = drawn.reshape(-1, q * q)
            self._resampled = np.hstack([tables, tables @ margins.astype(np.float64)])
        tables, rows, columns = np.split(self._resampled, [q * q, q * q + q], axis=1)
        n_shared = rows @ np.ones(q)
        observed = divided(tables @ weights.ravel(), n_shared)
        chance = divided(np.einsum("ij,ij->i", rows @ weights, columns), n_shared**2)
        left = np.where(n_shared >= 2, 1.0 - chance, 0.0)
        kappa = divided(observed - chance, np.where(left > 1e-12, left, 0.0))
        return np.asarray(kappa.reshape(-1, n_pairs).T)

    def _drawn(self, bootstrap: SessionBootstrap) -> Floats:
        """Tables of every resample, a block of sessions at a time: they are whole numbers."""
        n = len(self._cells)
        weights, cells = bootstrap.weights(n), self._cells.reshape(n, -1)
        drawn = np.zeros((len(weights), cells.shape[1]))
        for start in range(0, n, _BLOCK):
            block = slice(start, start + _BLOCK)
            drawn += weights[:, block] @ cells[block].astype(np.float64)
        return drawn


def _of_pair(table: Floats, weighting: Weighting, weights: Floats, level: float) -> Statistic:
    n = int(table.sum())
    if n < 2:
        shared = "one session" if n else "no session"
        return NotEstimable(reason=f"the two coders share {shared}", n=n)
    return kappa_of_table(table, weights, title=_TITLES[weighting], level=level)


def _mean(
    pairs: _Pairs,
    weighting: Weighting,
    weights: Floats,
    each: tuple[PairKappa, ...],
    bootstrap: SessionBootstrap,
) -> Statistic:
    n = pairs.matrix.n
    if not each:
        return NotEstimable(reason="there is no pair of coders", n=n)
    if len(each) == 1:
        return each[0].kappa
    estimable = [
        (place, pair.kappa) for place, pair in enumerate(each) if isinstance(pair.kappa, Estimate)
    ]
    if not estimable:
        return NotEstimable(reason="kappa is estimable for no pair of coders", n=n)
    method = f"{_TITLES[weighting]}, mean of {len(estimable)} of {len(each)} pairs"
    value = float(np.mean([kappa.value for _, kappa in estimable]))
    why = _why_no_interval([kappa for _, kappa in estimable])
    interval: Interval | NoInterval
    if why is not None:
        interval = NoInterval(reason=why)
    else:
        resampled = pairs.resampled(weights, bootstrap)[[place for place, _ in estimable]]
        interval = bootstrap.interval(_mean_of(resampled), n)
    if isinstance(interval, Interval):
        method = f"{method}; {bootstrap.method}"
    constant = any(CONSTANT_CODER in kappa.notes for _, kappa in estimable)
    notes = (CONSTANT_CODER,) if constant else ()
    return coefficient(value, interval, n=n, method=method, notes=notes)


def _why_no_interval(kappas: list[Estimate]) -> str | None:
    """Reason that all pairs share for having no interval."""
    reasons = {k.interval.reason if isinstance(k.interval, NoInterval) else None for k in kappas}
    return reasons.pop() if len(reasons) == 1 else None


def _mean_of(resampled: Floats) -> Floats:
    """Mean over the pairs (rows) that are estimable in a resample; NaN where none is."""
    defined = np.isfinite(resampled)
    total = np.where(defined, resampled, 0.0).sum(axis=0)
    return divided(total, defined.sum(axis=0).astype(np.float64))
