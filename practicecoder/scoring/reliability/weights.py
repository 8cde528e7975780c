"""How much two levels of a scale agree: not at all, by steps, or by squared steps."""

from __future__ import annotations

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from practicecoder.scoring.reliability.design import Floats


class Weighting(StrEnum):
    """Credit given to two ratings that differ."""

    UNWEIGHTED = "unweighted"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


def agreement_weights(weighting: Weighting, n_levels: int) -> Floats:
    """Weights between all levels of the declared scale, used or not, in their order.

    Examples
    --------
    >>> agreement_weights(Weighting.QUADRATIC, 3).tolist()
    [[1.0, 0.75, 0.0], [0.75, 1.0, 0.75], [0.0, 0.75, 1.0]]
    """
    if weighting is Weighting.UNWEIGHTED:
        return np.eye(n_levels)
    places = np.arange(n_levels) / (n_levels - 1)
    apart = np.abs(places[:, None] - places[None, :])
    return np.asarray(1.0 - (apart if weighting is Weighting.LINEAR else apart**2))


def places_on(levels: tuple[float, ...], ratings: Floats) -> NDArray[np.int64]:
    """Place of each rating among the levels; every rating must be one of them."""
    return np.asarray(np.searchsorted(np.asarray(levels), ratings), dtype=np.int64)
