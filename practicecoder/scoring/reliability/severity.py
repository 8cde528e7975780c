"""Severity: how far each coder rates above or below the others, and whether that is chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from practicecoder.scoring.distributions import f_tail, t_quantile
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.limits import percent
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable

_ZERO_EIGENVALUE = 1e-9
"""Effects sum to 0, so that one eigenvalue is 0 but for rounding, which grows with sessions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderEffect:
    """A coder's departure from the mean of coders, in rating points; positive rates higher."""

    coder_id: str
    effect: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderTest:
    """Test of whether coders differ in level. Not the F of the ICC table (that is MSB/MSE)."""

    f: float
    df1: int
    df2: int
    p: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity:
    """Effects in order of coders. ``test`` is not estimable if nothing is left over to test by."""

    effects: tuple[CoderEffect, ...]
    test: CoderTest | NotEstimable


@dataclass(frozen=True, eq=False)
class _Fit:
    """Least squares fit of rating = session + coder; effects sum to 0."""

    effects: Floats
    spread: Floats
    rss: float
    rss_without_coders: float
    df: int


def severity(matrix: RatingMatrix, level: float = 0.95) -> Severity | NotEstimable:
    """Coder effects with t intervals, and the F test of their equality.

    Complete data give the F of Shrout & Fleiss (1979), MSJ/MSE.

    Examples
    --------
    >>> found = severity(RatingMatrix.of([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8],
    ...                                   [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]))
    >>> [round(e.effect.value, 1) for e in found.effects], round(found.test.f, 2)
    ([2.4, -2.8, -1.0, 1.4], 31.87)
    """
    if matrix.n == 0:
        return NotEstimable(reason="no session was rated by two or more coders", n=0)
    if len(groups := coder_groups(matrix)) > 1:
        return NotEstimable(reason=f"{len(groups)} groups of coders share no session", n=matrix.n)
    fit = _fit(matrix)
    return Severity(effects=_effects(matrix, fit, level), test=_test(matrix, fit))


def coder_groups(matrix: RatingMatrix) -> tuple[tuple[str, ...], ...]:
    """Coders in groups that are linked by shared sessions.

    Examples
    --------
    >>> coder_groups(RatingMatrix.of([[1, 2, None, None], [None, None, 3, 4]]))
    (('C1', 'C2'), ('C3', 'C4'))
    """
    linked = (matrix.rated.T.astype(int) @ matrix.rated.astype(int)) > 0
    for _ in range(matrix.k):
        linked = (linked.astype(int) @ linked.astype(int)) > 0
    groups = {tuple(np.flatnonzero(row).tolist()): None for row in linked}
    return tuple(tuple(matrix.coders[j] for j in group) for group in groups)


def residual_squares(matrix: RatingMatrix) -> float:
    """Sum of squares left over by sessions and coders; exactly 0 if nothing is left."""
    return _fit(matrix).rss


def _fit(matrix: RatingMatrix) -> _Fit:
    rated = matrix.rated.astype(float)
    m = rated.sum(axis=1)
    session_means = matrix.values.sum(axis=1) / m
    within = np.where(matrix.rated, matrix.values - session_means[:, None], 0.0)
    laplacian = np.diag(rated.sum(axis=0)) - rated.T @ (rated / m[:, None])
    spread = np.linalg.pinv(laplacian, rcond=_ZERO_EIGENVALUE, hermitian=True)
    effects = spread @ within.sum(axis=0)
    shift = (rated @ effects) / m
    left = np.where(matrix.rated, within - effects[None, :] + shift[:, None], 0.0)
    ratings = matrix.ratings
    least = 1e-12 * max(1.0, float(((ratings - ratings.mean()) ** 2).sum()))
    rss, rss_without = float((left**2).sum()), float((within**2).sum())
    return _Fit(
        effects=effects,
        spread=np.diag(spread),
        rss=rss if rss > least else 0.0,
        rss_without_coders=rss_without if rss_without > least else 0.0,
        df=matrix.n_ratings - matrix.n - matrix.k + 1,
    )


def _effects(matrix: RatingMatrix, fit: _Fit, level: float) -> tuple[CoderEffect, ...]:
    method = "least squares, session and coder; effects sum to 0"
    found = []
    for coder, effect, spread in zip(matrix.coders, fit.effects, fit.spread, strict=True):
        interval: Interval | NoInterval
        if fit.df < 1 or fit.rss == 0:
            interval = NoInterval(reason=_used_up(fit))
        else:
            half = t_quantile(1 - (1 - level) / 2, fit.df) * np.sqrt(spread * fit.rss / fit.df)
            interval = Interval(low=float(effect - half), high=float(effect + half), level=level)
        how = method if isinstance(interval, NoInterval) else f"{method}; t {percent(level)} CI"
        n = int(matrix.rated[:, matrix.coders.index(coder)].sum())
        effect = Estimate(value=float(effect), interval=interval, n=n, method=how)
        found.append(CoderEffect(coder_id=coder, effect=effect))
    return tuple(found)


def _test(matrix: RatingMatrix, fit: _Fit) -> CoderTest | NotEstimable:
    if fit.df < 1 or fit.rss == 0:
        return NotEstimable(reason=_used_up(fit), n=matrix.n)
    df1 = matrix.k - 1
    f = max(0.0, (fit.rss_without_coders - fit.rss) / df1) / (fit.rss / fit.df)
    return CoderTest(f=f, df1=df1, df2=fit.df, p=f_tail(f, df1, fit.df))


def _used_up(fit: _Fit) -> str:
    if fit.rss_without_coders == 0:
        return "no disagreement was observed"
    return "ratings are used up by sessions and coders"
