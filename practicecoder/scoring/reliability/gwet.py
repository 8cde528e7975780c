"""Fleiss' kappa and Gwet's AC1 and AC2: one family, with holes in the data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from practicecoder.scoring.distributions import t_quantile
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.icc import one_value, too_small
from practicecoder.scoring.reliability.limits import (
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
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable, Statistic


class ChanceModel(StrEnum):
    """What counts as agreement by chance. Brennan-Prediger serves to check the family."""

    FLEISS = "Fleiss"
    GWET = "Gwet"
    UNIFORM = "Brennan-Prediger"


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyValue:
    """Coefficient with its standard error; ``n`` units have a rating at all."""

    value: float
    se: float
    observed: float
    chance: float
    n: int


def counts_by_level(matrix: RatingMatrix, levels: tuple[float, ...]) -> Floats:
    """How often each declared level (column) was given to each session (row)."""
    session = np.nonzero(matrix.rated)[0]
    cells = session * len(levels) + places_on(levels, matrix.ratings)
    found = np.bincount(cells, minlength=matrix.n * len(levels))
    return found.reshape(matrix.n, len(levels)).astype(np.float64)


def family_value(counts: Floats, weights: Floats, model: ChanceModel) -> FamilyValue | None:
    """Coefficient of the family (Gwet 2014) from counts of units by categories.

    Units with one rating enter the shares of categories and not the observed agreement. None if
    chance alone would agree on everything.
    """
    m = counts.sum(axis=1)
    counts, m = counts[m >= 1], m[m >= 1]
    n, several = len(m), m >= 2
    pairs = np.where(several, m * (m - 1.0), 1.0)
    agreed = (counts * (counts @ weights - 1.0)).sum(axis=1) / pairs
    agreed = np.where(several, agreed, 0.0)
    n2 = int(several.sum())
    observed = float(agreed.sum()) / n2
    shares = counts / m[:, None]
    popularity = shares.mean(axis=0)
    q, total = len(popularity), float(weights.sum())
    if model is ChanceModel.FLEISS:
        own = shares @ weights @ popularity
    elif model is ChanceModel.GWET:
        own = total / (q * (q - 1.0)) * (shares @ (1.0 - popularity))
    else:
        own = np.full(n, total / q**2)
    chance = float(own.mean())
    if 1.0 - chance <= 1e-12:
        return None
    value = (observed - chance) / (1.0 - chance)
    terms = (n / n2) * (agreed - chance * several) / (1.0 - chance)
    if model is not ChanceModel.UNIFORM:
        terms = terms - 2.0 * (1.0 - value) * (own - chance) / (1.0 - chance)
    variance = float(((terms - value) ** 2).sum()) / (n * (n - 1.0)) if n > 1 else 0.0
    return FamilyValue(
        value=value, se=float(np.sqrt(variance)), observed=observed, chance=chance, n=n
    )


def fleiss_kappa(
    matrix: RatingMatrix, levels: tuple[float, ...], level: float = 0.95
) -> Statistic:
    """Fleiss' kappa (Fleiss 1971) with Gwet's standard error.

    Examples
    --------
    >>> rows = [[1, 1, 2], [2, 2, 2], [1, 1, 1], [3, 3, 1]]
    >>> round(fleiss_kappa(RatingMatrix.of(rows), (1, 2, 3)).value, 3)
    0.455
    """
    title = "Fleiss' kappa (Fleiss 1971)"
    if not matrix.is_constant:
        return _statistic(matrix, levels, ChanceModel.FLEISS, Weighting.UNWEIGHTED, title, level)
    return NotEstimable(reason=too_small(matrix) or one_value(matrix), n=matrix.n)


def gwet_ac(
    matrix: RatingMatrix,
    levels: tuple[float, ...],
    weighting: Weighting,
    level: float = 0.95,
) -> Statistic:
    """Gwet's AC1 (unweighted) or AC2; depends on how many levels the scale declares.

    Stays high when nearly all ratings are equal: never show it without kappa or alpha.

    Examples
    --------
    >>> rows = [[1, 1, 2], [2, 2, 2], [1, 1, 1], [3, 3, 1]]
    >>> round(gwet_ac(RatingMatrix.of(rows), (1, 2, 3), Weighting.UNWEIGHTED).value, 3)
    0.52
    """
    name = "AC1" if weighting is Weighting.UNWEIGHTED else f"AC2, {weighting} weights"
    title = f"Gwet's {name}, {len(levels)} levels (Gwet 2008)"
    return _statistic(matrix, levels, ChanceModel.GWET, weighting, title, level)


def _statistic(
    matrix: RatingMatrix,
    levels: tuple[float, ...],
    model: ChanceModel,
    weighting: Weighting,
    title: str,
    level: float,
) -> Statistic:
    if (why := too_small(matrix)) is not None:
        return NotEstimable(reason=why, n=matrix.n)
    if matrix.coders_never_differ:
        return coefficient(1.0, NoInterval(reason=NO_DISAGREEMENT), n=matrix.n, method=title)
    weights = agreement_weights(weighting, len(levels))
    found = family_value(counts_by_level(matrix, levels), weights, model)
    assert found is not None, "chance agrees on everything only if there is one value"
    if found.se <= 1e-9:
        return coefficient(
            found.value, NoInterval(reason=SAME_CONTRIBUTION), n=matrix.n, method=title
        )
    half = t_quantile(1.0 - (1.0 - level) / 2.0, found.n - 1) * found.se
    interval = Interval(low=found.value - half, high=found.value + half, level=level)
    method = f"{title}; t {percent(level)} CI over sessions (Gwet 2014)"
    return coefficient(found.value, interval, n=matrix.n, method=method)
