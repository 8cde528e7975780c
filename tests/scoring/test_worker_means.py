"""Each worker counts once; one worker alone has no interval."""

from __future__ import annotations

import pytest
from scipy import stats

from practicecoder.scoring.own_course import WithinSpread, within_spread
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable
from practicecoder.scoring.worker_means import (
    change_of_workers,
    mean_of_workers,
    own_means,
)


def test_the_interval_is_that_of_t_on_worker_means() -> None:
    found = mean_of_workers({"A": [1, 2], "B": [3], "C": [2, 2, 5], "D": [4]})

    means = [1.5, 3, 3, 4]
    low, high = stats.t.interval(0.95, 3, loc=2.875, scale=stats.sem(means))
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    assert (found.value, found.n) == (2.875, 4)
    assert found.interval.low == pytest.approx(low)
    assert found.interval.high == pytest.approx(high)


def test_many_visits_of_one_worker_weigh_no_more_than_one() -> None:
    few, many = (mean_of_workers({"A": [1.0] * n, "B": [3.0]}) for n in (1, 50))

    assert few == many


def test_one_worker_has_a_mean_without_interval_and_none_has_neither() -> None:
    one = mean_of_workers({"A": [1, 2]})

    assert isinstance(one, Estimate)
    assert isinstance(one.interval, NoInterval)
    assert isinstance(mean_of_workers({}), NotEstimable)
    assert isinstance(mean_of_workers({"A": []}), NotEstimable)


def test_a_change_is_that_of_workers_seen_in_both_periods() -> None:
    before = {"A": [1.0], "B": [2.0], "C": [2.0], "gone": [5.0]}
    after = {"A": [2.0], "B": [2.5], "C": [2.0], "new": [1.0]}

    found = change_of_workers(after, before)

    expected = stats.ttest_rel([2.0, 2.5, 2.0], [1.0, 2.0, 2.0]).confidence_interval()
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    assert (found.value, found.n) == (0.5, 3)
    assert found.interval.low == pytest.approx(expected.low)


def test_own_means_need_three_sessions_and_borrow_the_spread_of_all() -> None:
    found = own_means({"A": [2, 3, 4], "B": [1, 3], "C": [5]})

    assert list(found) == ["A"]
    spread = within_spread([[2, 3, 4], [1, 3], [5]])
    assert isinstance(spread, WithinSpread)
    assert spread.sd == pytest.approx((4 / 3) ** 0.5)
    half = stats.t.ppf(0.975, 3) * spread.sd / 3**0.5
    assert found["A"].high - found["A"].value == pytest.approx(half)


def test_workers_seen_once_give_no_spread() -> None:
    assert isinstance(within_spread([[1], [2]]), NotEstimable)
    assert own_means({"A": [1], "B": [2]}) == {}
