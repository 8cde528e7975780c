"""Krippendorff's alpha for nominal, ordinal, interval and ratio values, with holes in the data."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from practicecoder.scoring.reliability.bootstrap import SessionBootstrap, divided
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.icc import one_value, too_small
from practicecoder.scoring.reliability.limits import NO_DISAGREEMENT, coefficient
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable, Statistic


class Metric(StrEnum):
    """How far apart two values are."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def alpha(matrix: RatingMatrix, metric: Metric, bootstrap: SessionBootstrap) -> Statistic:
    """Krippendorff's alpha (Krippendorff 2011), interval by session bootstrap.

    Levels that nobody used change nothing.

    Examples
    --------
    >>> rows = [[1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2],
    ...         [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [None, 5, 5, 5],
    ...         [None, None, 1, 1], [None, None, 3, None]]
    >>> found = alpha(RatingMatrix.of(rows), Metric.ORDINAL, SessionBootstrap(seed=1))
    >>> round(found.value, 3)
    0.815
    """
    if (why := too_small(matrix)) is not None:
        return NotEstimable(reason=why, n=matrix.n)
    if matrix.is_constant:
        return NotEstimable(reason=one_value(matrix), n=matrix.n)
    values, index = np.unique(matrix.ratings, return_inverse=True)
    if metric is Metric.RATIO and values[0] < 0:
        return NotEstimable(reason="a ratio needs values at or above 0", n=matrix.n)
    method = f"Krippendorff's alpha, {metric} metric (Krippendorff 2011)"
    if matrix.coders_never_differ:
        perfect = NoInterval(reason=NO_DISAGREEMENT)
        return coefficient(1.0, perfect, n=matrix.n, method=method)
    counts = _counts(matrix, index, len(values))
    value = _value(counts, values, metric)
    resampled = _resampled(counts, values, metric, bootstrap.weights(matrix.n))
    interval = bootstrap.interval(resampled, matrix.n)
    if isinstance(interval, Interval):
        method = f"{method}; {bootstrap.method}"
    return coefficient(value, interval, n=matrix.n, method=method)


def _counts(matrix: RatingMatrix, index: NDArray[np.int64], n_values: int) -> Floats:
    """How often each value (column) was given to each session (row)."""
    session = np.nonzero(matrix.rated)[0]
    cells = np.bincount(session * n_values + index, minlength=matrix.n * n_values)
    return cells.reshape(matrix.n, n_values).astype(np.float64)


def _value(counts: Floats, values: Floats, metric: Metric) -> float:
    shares = counts / (counts.sum(axis=1, keepdims=True) - 1.0)
    coincidences = shares.T @ counts - np.diag(shares.sum(axis=0))
    marginal = coincidences.sum(axis=0)
    apart = _distances(values, marginal, metric)
    observed = float((coincidences * apart).sum())
    expected = float(marginal @ apart @ marginal)
    return 1.0 - (float(marginal.sum()) - 1.0) * observed / expected


def _distances(values: Floats, marginal: Floats, metric: Metric) -> Floats:
    """Squared distance of every two values."""
    if metric is Metric.NOMINAL:
        return 1.0 - np.eye(len(values))
    if metric is Metric.RATIO:
        above = values[:, None] - values[None, :]
        below = values[:, None] + values[None, :]
        ratio = np.divide(above, below, out=np.zeros_like(above), where=below > 0)
        return np.asarray(ratio**2)
    places = _middle_ranks(marginal) if metric is Metric.ORDINAL else values
    return np.asarray((places[:, None] - places[None, :]) ** 2)


def _middle_ranks(marginal: Floats) -> Floats:
    """Place of each value on a scale of ranks: Krippendorff's ordinal distance is theirs."""
    return np.asarray(np.cumsum(marginal, axis=-1) - marginal / 2.0)


def _resampled(counts: Floats, values: Floats, metric: Metric, weights: Floats) -> Floats:
    """Alpha in every resample, NaN where one value is left."""
    per_session = counts.sum(axis=1)
    marginal = weights @ counts
    total = marginal.sum(axis=1)
    if metric is Metric.ORDINAL:
        places = _middle_ranks(marginal)
        observed = _ordinal_observed(counts, places, weights)
    else:
        apart = _distances(values, marginal[0], metric)
        within = ((counts @ apart) * counts).sum(axis=1) / (per_session - 1.0)
        observed = weights @ within
    if metric in (Metric.NOMINAL, Metric.RATIO):
        expected = ((marginal @ apart) * marginal).sum(axis=1)
    else:
        if metric is Metric.INTERVAL:
            places = (values - values.mean())[None, :]
        second, first = (marginal * places**2).sum(axis=1), (marginal * places).sum(axis=1)
        expected = 2.0 * (total * second - first**2)
    several = (marginal > 0).sum(axis=1) > 1
    return 1.0 - divided((total - 1.0) * observed, np.where(several, expected, 0.0))


def _ordinal_observed(counts: Floats, places: Floats, weights: Floats) -> Floats:
    """Disagreement within sessions, at places of values that differ between resamples (rows).

    With fewer values than sessions the coincidences of values are drawn; else each session's
    disagreement is found in each resample.
    """
    n, v = counts.shape
    m = counts.sum(axis=1)
    if v * v <= 2 * n:
        shares = counts / (m - 1.0)[:, None]
        coincidences = (shares[:, :, None] * counts[:, None, :]).reshape(n, -1)
        drawn = (weights @ coincidences).reshape(-1, v, v)
        squares = (drawn.sum(axis=2) * places**2).sum(axis=1)
        products = (np.einsum("bcd,bd->bc", drawn, places) * places).sum(axis=1)
        return np.asarray(2.0 * (squares - products))
    squares, sums = places**2 @ counts.T, places @ counts.T
    within = 2.0 * (m * squares - sums**2) / (m - 1.0)
    return np.asarray((weights * within).sum(axis=1))
