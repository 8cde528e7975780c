"""Limits of single values: only from twelve, inside the scale, wider where values jump."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.scoring.ordinary_limits import LEAST_FOR_LIMITS, ordinary_limits
from practicecoder.scoring.results import Interval, NotEstimable

SCALE = (1.0, 5.0)
series = st.lists(st.floats(min_value=1, max_value=5), min_size=12, max_size=24)


def test_eleven_values_have_no_limits() -> None:
    found = ordinary_limits([3.0] * 11, SCALE)

    assert isinstance(found, NotEstimable)
    assert found.n == 11 == LEAST_FOR_LIMITS - 1


def test_limits_are_those_of_the_published_factor() -> None:
    found = ordinary_limits([3.0, 3.2] * 6, SCALE)

    assert isinstance(found, Interval)
    assert (found.low, found.high) == pytest.approx((3.1 - 2.66 * 0.2, 3.1 + 2.66 * 0.2))


def test_values_that_never_differ_leave_no_room() -> None:
    found = ordinary_limits([2.0] * 12, SCALE)

    assert isinstance(found, Interval)
    assert (found.low, found.high) == (2.0, 2.0)


@given(series)
def test_limits_lie_around_the_mean_and_inside_the_scale(values: list[float]) -> None:
    found = ordinary_limits(values, SCALE)

    assert isinstance(found, Interval)
    mean = sum(values) / len(values)
    assert SCALE[0] <= found.low <= mean + 1e-9
    assert mean - 1e-9 <= found.high <= SCALE[1]
