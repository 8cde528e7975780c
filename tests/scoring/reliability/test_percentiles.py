from __future__ import annotations

import numpy as np
import pytest

from practicecoder.scoring.reliability.percentiles import central_limits


@pytest.mark.parametrize("level", [0.5, 0.8, 0.95, 0.99])
@pytest.mark.parametrize("n", [1, 2, 19, 2_000])
def test_limits_are_numpy_s_quantiles_to_the_last_digit(n: int, level: float) -> None:
    values = np.random.default_rng(n).normal(size=(3, n))
    tail = (1.0 - level) / 2.0

    low, high = central_limits(values, level)

    assert low.tolist() == np.quantile(values, tail, axis=1).tolist()
    assert high.tolist() == np.quantile(values, 1.0 - tail, axis=1).tolist()


def test_the_values_stay_as_they_are() -> None:
    values = np.array([3.0, 1.0, 2.0])

    central_limits(values, 0.5)

    assert values.tolist() == [3.0, 1.0, 2.0]
