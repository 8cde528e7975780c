"""Variance components of incomplete designs by restricted maximum likelihood.

Rating = mean + session + coder + residual, all ratings of usable sessions. The likelihood is
profiled over the two ratios to the residual variance, and no N x N matrix is ever made: sessions
are eliminated one by one and a k x k system is left. All functions here take many candidate
points at once, one per row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.icc import mean_squares
from practicecoder.scoring.reliability.severity import residual_squares

_GRID = (0.0, 0.1, 0.25, 0.5, 0.8, 1.2, 2.0, 4.0, 10.0, 40.0)
_SMALLEST_SHARE = 1e-8
_TINY = float(np.finfo(float).tiny)


@dataclass(frozen=True, eq=False)
class _Pieces:
    """Parts of the likelihood at each candidate: ln|V0|, x'Wx and the weighted squares of y."""

    log_det: Floats
    weight: Floats
    squares: Floats


class RemlLikelihood:
    """The restricted likelihood of one matrix, with what does not depend on the variances."""

    def __init__(self, matrix: RatingMatrix) -> None:
        rated = matrix.rated.astype(float)
        centred = np.where(matrix.rated, matrix.values - matrix.ratings.mean(), 0.0)
        self._rated = rated
        self._m = rated.sum(axis=1)
        self._n_ratings = matrix.n_ratings
        self._row_sums = centred.sum(axis=1)
        self._row_means = self._row_sums / self._m
        within = np.where(matrix.rated, centred - self._row_means[:, None], 0.0)
        self._within_squares = float((within**2).sum())
        self._within_columns = within.sum(axis=0)
        crossed = rated[:, :, None] * rated[:, None, :] / self._m[:, None, None]
        self._crossed = crossed.reshape(matrix.n, -1)
        self._laplacian = np.diag(rated.sum(axis=0)) - crossed.sum(axis=0)

    def pieces(self, gs: Floats, gr: Floats) -> _Pieces:
        """Parts of the likelihood at ratios ``gs`` (session) and ``gr`` (coder), one per row.

        Written with what each session keeps after its own variance is taken out,
        1 / (1 + gs m), so that nothing is lost by subtraction where ``gs`` is large.
        """
        k = self._rated.shape[1]
        kept = 1.0 / (1.0 + gs[:, None] * self._m)
        zy = self._within_columns + (kept * self._row_means) @ self._rated
        z1 = kept @ self._rated
        system = self._laplacian + (kept @ self._crossed).reshape(-1, k, k)
        system = np.eye(k) + gr[:, None, None] * system
        by_y, by_1 = np.moveaxis(np.linalg.solve(system, np.stack([zy, z1], axis=2)), 2, 0)
        yy = self._within_squares + kept @ (self._row_sums * self._row_means)
        yy = yy - gr * (zy * by_y).sum(axis=1)
        y1 = kept @ self._row_sums - gr * (z1 * by_y).sum(axis=1)
        ones = np.maximum(kept @ self._m - gr * (z1 * by_1).sum(axis=1), _TINY)
        return _Pieces(
            log_det=-np.log(kept).sum(axis=1) + np.linalg.slogdet(system)[1],
            weight=ones,
            squares=np.maximum(yy - y1**2 / ones, _TINY),
        )

    def deviance(self, theta: Floats) -> Floats:
        """Minus twice the profiled log likelihood at rows of (sqrt gs, sqrt gr).

        It is even in both, so that the search needs no bounds.
        """
        found = self.pieces(theta[:, 0] ** 2, theta[:, 1] ** 2)
        left = self._n_ratings - 1
        residual = found.squares / left
        return left * np.log(2 * np.pi * residual) + found.log_det + np.log(found.weight) + left

    def residual_variance(self, theta: Floats) -> float:
        """Residual variance at one point (sqrt gs, sqrt gr)."""
        found = self.pieces(theta[None, 0] ** 2, theta[None, 1] ** 2)
        return float(found.squares[0]) / (self._n_ratings - 1)

    def half_deviance(self, log_sd: Floats) -> Floats:
        """Minus the log likelihood, less a constant, at rows of three ln SD."""
        variances = np.exp(2.0 * log_sd)
        residual = variances[:, 2]
        found = self.pieces(variances[:, 0] / residual, variances[:, 1] / residual)
        log_v = self._n_ratings * np.log(residual) + found.log_det
        log_weight = np.log(found.weight / residual)
        return (log_v + log_weight + found.squares / residual) / 2.0


def reml_components(matrix: RatingMatrix) -> VarianceComponents | str:
    """Variance components by REML; a reason in words if they cannot be had.

    In a complete design without negative components the mean squares give the same answer, and
    so they do with one for coders alone: that is 0 then, and coders are pooled with the residual.
    Nothing is searched there. A variance below 1e-8 of the total counts as 0. Agrees with R lme4.

    Examples
    --------
    >>> found = reml_components(RatingMatrix.of([[1, 2, 2], [4, None, 5], [3, 3, 4], [2, 2, 3]]))
    >>> round(found.session, 2), round(found.coder, 2), round(found.residual, 2)
    (1.43, 0.24, 0.09)
    """
    if matrix.is_complete:
        ms = mean_squares(matrix.values)
        if ms.all_non_negative:
            return ms.components
        if ms.coders <= ms.residual and ms.between > ms.within > 0:
            session = (ms.between - ms.within) / matrix.k
            return VarianceComponents(
                session=session, coder=0.0, residual=ms.within, source="REML"
            )
    elif matrix.n_ratings <= matrix.n + matrix.k - 1 or residual_squares(matrix) == 0:
        return "ratings are used up by sessions and coders"
    likelihood = RemlLikelihood(matrix)
    theta = _best(likelihood)
    residual = likelihood.residual_variance(theta)
    session, coder = (float(t) ** 2 * residual for t in theta)
    total = session + coder + residual
    return VarianceComponents(
        session=session if session > _SMALLEST_SHARE * total else 0.0,
        coder=coder if coder > _SMALLEST_SHARE * total else 0.0,
        residual=residual,
        source="REML",
    )


def _best(likelihood: RemlLikelihood) -> Floats:
    """Point of least deviance: from the best of a grid, and of each of its two edges."""
    grid = np.array(list(product(_GRID, _GRID)))
    deviances = likelihood.deviance(grid)
    inside = (grid > 0).all(axis=1)
    starts = [
        grid[part][np.argmin(deviances[part])]
        for part in (inside, grid[:, 0] == 0, grid[:, 1] == 0)
    ]
    ends = np.array([_descend(likelihood, start) for start in starts])
    best: Floats = ends[np.argmin(likelihood.deviance(ends))]
    return best


_STEPS = 0.5 ** np.arange(24.0)
_MOST_STEPS = 100


def _descend(likelihood: RemlLikelihood, theta: Floats) -> Floats:
    """Newton's method with differences for derivatives and a line search."""
    here = float(likelihood.deviance(theta[None, :])[0])
    for _ in range(_MOST_STEPS):
        gradient, hessian = derivatives(likelihood.deviance, theta, 1e-4)
        values, vectors = np.linalg.eigh(hessian)
        direction = -vectors @ ((vectors.T @ gradient) / np.maximum(np.abs(values), 1e-8))
        length = float(np.abs(direction).max())
        direction *= min(1.0, max(1.0, float(np.abs(theta).max())) / max(length, 1e-300))
        tried = theta + _STEPS[:, None] * direction
        found = likelihood.deviance(tried)
        best = int(np.argmin(found))
        if not found[best] < here - 1e-13 * abs(here):
            # Too close for the deviance to tell; the gradient still can.
            return np.abs(theta + direction if length < 1e-3 else theta)
        theta, here = tried[best], float(found[best])
    return np.abs(theta)


def derivatives(
    function: Callable[[Floats], Floats], at: Floats, step: float
) -> tuple[Floats, Floats]:
    """Gradient and Hessian by central differences, from one call with all points."""
    size = at.size
    unit = step * np.eye(size)
    pairs = list(combinations(range(size), 2))
    points = [at[None, :], at + unit, at - unit]
    for a, b in pairs:
        points += [np.array([at + i * unit[a] + j * unit[b] for i in (1, -1) for j in (1, -1)])]
    found = function(np.concatenate(points))
    plus, minus = found[1 : 1 + size], found[1 + size : 1 + 2 * size]
    hessian = np.diag((plus + minus - 2.0 * found[0]) / step**2)
    for (a, b), corner in zip(pairs, found[1 + 2 * size :].reshape(-1, 4), strict=True):
        hessian[a, b] = hessian[b, a] = (corner @ [1, -1, -1, 1]) / (4 * step**2)
    return (plus - minus) / (2 * step), hessian
