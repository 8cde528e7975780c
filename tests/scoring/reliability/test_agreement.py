from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from practicecoder.scoring.reliability.agreement import (
    BlandAltman,
    agreement_shares,
    bland_altman,
)
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable

BOOTSTRAP = SessionBootstrap(seed=20261121)


@pytest.mark.golden
@pytest.mark.parametrize("name", ["krippendorff_2011_4x12_missing", "shrout_fleiss_1979"])
def test_pairs_are_pooled_over_sessions(golden: Callable[[str], Any], name: str) -> None:
    data = golden(name)
    matrix = RatingMatrix.of(data.get("data_units_by_raters") or data["data"])
    shares = agreement_shares(matrix, BOOTSTRAP)
    for key, found in (("exact", shares.exact), ("within1", shares.within_one)):
        expected = data["percent"][key]
        assert isinstance(found, Estimate)
        assert found.value == pytest.approx(expected["pairwise"])
        assert (found.n, found.n_pairs) == (expected["n_units"], expected["n_pairs"])
    everyone = shares.all_agree
    assert isinstance(everyone, Estimate)
    assert everyone.value == pytest.approx(data["percent"]["exact"]["all_raters"])


def test_shares_have_intervals_from_resampled_sessions() -> None:
    matrix = RatingMatrix.of([[1, 1]] * 9 + [[1, 2]] * 5)
    found = agreement_shares(matrix, BOOTSTRAP).exact
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    assert 0.3 < found.interval.low < 9 / 14 < found.interval.high < 0.9
    assert "2,000 draws, seed 20261121" in found.method


def test_one_pair_is_enough_for_a_share() -> None:
    found = agreement_shares(RatingMatrix.of([[3, 4]]), BOOTSTRAP).within_one
    assert isinstance(found, Estimate)
    assert (found.value, found.n, found.n_pairs) == (1, 1, 1)
    assert found.interval == NoInterval(reason="every session contributes the same")


def test_no_pair_is_not() -> None:
    assert isinstance(agreement_shares(RatingMatrix.of([[3]]), BOOTSTRAP).exact, NotEstimable)


@pytest.mark.golden
def test_bland_and_altmans_peak_flow(golden: Callable[[str], Any]) -> None:
    data = golden("bland_altman_1986_pefr")
    expected = data["expected"]["z196"]
    found = bland_altman(data["a"], data["b"])
    assert isinstance(found, BlandAltman)
    assert found.bias.value == pytest.approx(expected["bias"])
    assert found.sd == pytest.approx(expected["sd"])
    assert (found.lower.value, found.upper.value) == pytest.approx(tuple(expected["loa"]))
    for estimate, key in (
        (found.bias, "ci_bias"),
        (found.lower, "ci_lower"),
        (found.upper, "ci_upper"),
    ):
        assert isinstance(estimate.interval, Interval)
        limits = (estimate.interval.low, estimate.interval.high)
        assert limits == pytest.approx(tuple(expected[key]))


def test_equal_differences_leave_no_interval() -> None:
    found = bland_altman([1, 2, 3], [2, 3, 4])
    assert isinstance(found, BlandAltman)
    assert found.bias.value == -1
    assert found.bias.interval == NoInterval(reason="every session contributes the same")


def test_two_sessions_are_too_few_for_limits() -> None:
    assert bland_altman([1, 2], [2, 3]) == NotEstimable(reason="fewer than 3 shared sessions", n=2)
