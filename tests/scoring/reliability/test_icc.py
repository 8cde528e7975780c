from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.reliability.icc import (
    anova_forms,
    mean_squares,
    spearman_brown,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

FORMS = {
    "icc_1": "ICC(1,1)",
    "icc_a1": "ICC(A,1)",
    "icc_c1": "ICC(C,1)",
    "icc_1k": "ICC(1,k)",
    "icc_ak": "ICC(A,k)",
    "icc_ck": "ICC(C,k)",
}


def limits(statistic: Statistic) -> tuple[float, float]:
    assert isinstance(statistic, Estimate)
    assert isinstance(statistic.interval, Interval)
    return statistic.interval.low, statistic.interval.high


def value(statistic: Statistic) -> float:
    assert isinstance(statistic, Estimate)
    return statistic.value


def reason(statistic: Statistic) -> str:
    assert isinstance(statistic, NotEstimable)
    return statistic.reason


@pytest.mark.golden
@pytest.mark.parametrize("key", FORMS)
def test_shrout_and_fleiss(golden: Callable[[str], Any], key: str) -> None:
    data = golden("shrout_fleiss_1979")
    expected = data["expected"]["icc"][FORMS[key]]
    found = anova_forms(RatingMatrix.of(data["data"]))[key]
    assert value(found) == pytest.approx(expected["value"], abs=1e-9)
    assert limits(found) == pytest.approx(tuple(expected["ci95"]), abs=1e-9)


@pytest.mark.golden
def test_shrout_and_fleiss_as_printed(golden: Callable[[str], Any]) -> None:
    forms = anova_forms(RatingMatrix.of(golden("shrout_fleiss_1979")["data"]))
    printed = {key: round(value(forms[key]), 2) for key in FORMS}
    assert printed == {
        "icc_1": 0.17,
        "icc_a1": 0.29,
        "icc_c1": 0.71,
        "icc_1k": 0.44,
        "icc_ak": 0.62,
        "icc_ck": 0.91,
    }


@pytest.mark.golden
def test_mean_squares_of_shrout_and_fleiss(golden: Callable[[str], Any]) -> None:
    data = golden("shrout_fleiss_1979")
    found = mean_squares(np.array(data["data"], dtype=float))
    expected = data["expected"]["mean_squares"]
    assert found.between == pytest.approx(expected["MSB"])
    assert found.within == pytest.approx(expected["MSW"])
    assert found.coders == pytest.approx(expected["MSJ"])
    assert found.residual == pytest.approx(expected["MSE"])
    components = data["expected"]["variance_components_anova"]
    assert found.components.session == pytest.approx(components["subject"])
    assert found.components.coder == pytest.approx(components["rater"])
    assert found.components.residual == pytest.approx(components["residual"])


@pytest.mark.parametrize("seed", range(6))
def test_our_formulas_and_pingouin_give_the_same(seed: int) -> None:
    import pandas as pd
    import pingouin

    generator = np.random.default_rng(seed)
    y = generator.integers(1, 6, size=(12, 3)) + generator.normal(size=(12, 1))
    long = pd.DataFrame(
        [
            {"session": i, "coder": j, "rating": y[i, j]}
            for i in range(y.shape[0])
            for j in range(y.shape[1])
        ]
    )
    before = pingouin.options["round.column.CI95"]
    pingouin.options["round.column.CI95"] = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", category=DeprecationWarning)
            table = pingouin.intraclass_corr(long, "session", "coder", "rating")
    finally:
        pingouin.options["round.column.CI95"] = before
    table = table.set_index("Type")
    forms = anova_forms(RatingMatrix.of(y.tolist()))
    for key, name in FORMS.items():
        row = table.loc[name]
        found = forms[key]
        if isinstance(found, NotEstimable):
            assert row["ICC"] < -1 or value(forms[key.replace("k", "1").replace("11", "1")]) <= 0
            continue
        assert value(found) == pytest.approx(row["ICC"], abs=1e-9)
        low, high = row["CI95"]
        assert limits(found) == pytest.approx((max(-1, low), high), abs=1e-9)


def test_the_level_of_the_interval_is_a_parameter() -> None:
    rows = [[4, 5, 4], [2, 2, 3], [1, 2, 1], [5, 4, 5], [3, 3, 2]]
    wide = anova_forms(RatingMatrix.of(rows), level=0.95)["icc_a1"]
    narrow = anova_forms(RatingMatrix.of(rows), level=0.80)["icc_a1"]
    assert limits(wide)[0] < limits(narrow)[0] < limits(narrow)[1] < limits(wide)[1]
    assert isinstance(narrow, Estimate)
    assert "80% CI" in narrow.method


def test_the_published_average_is_one_coders_stepped_up() -> None:
    assert spearman_brown(3)(0.475) == pytest.approx(0.731, abs=5e-4)


def test_average_forms_carry_their_caution() -> None:
    forms = anova_forms(RatingMatrix.of([[4, 5, 4], [2, 2, 3], [1, 2, 1], [5, 4, 5]]))
    for key in ("icc_ak", "icc_ck", "icc_1k"):
        found = forms[key]
        assert isinstance(found, Estimate)
        assert "average_form" in found.notes
        assert "mean of 3 coders" in found.method


def test_incomplete_sessions_leave_the_two_way_forms() -> None:
    rows: list[list[float | None]] = [[4, 5, 4], [2, 2, 3], [1, 2, 1], [5, 4, None]]
    found = anova_forms(RatingMatrix.of(rows))["icc_a1"]
    assert isinstance(found, Estimate)
    assert found.n == 3


def test_no_complete_session_leaves_the_one_way_forms() -> None:
    rows: list[list[float | None]] = [[4, 5, None], [None, 2, 3], [1, None, 1], [5, 4, None]]
    forms = anova_forms(RatingMatrix.of(rows))
    assert reason(forms["icc_a1"]) == "no session was rated by all 3 coders"
    pairs = anova_forms(RatingMatrix.of([[4, 5], [2, 3], [1, 1], [5, 4]]))
    assert value(forms["icc_1"]) == pytest.approx(value(pairs["icc_1"]))
    assert limits(forms["icc_1"]) == pytest.approx(limits(pairs["icc_1"]))


def test_one_complete_session_is_not_enough() -> None:
    rows: list[list[float | None]] = [[4, 5, 4], [None, 2, 3], [1, None, 1]]
    forms = anova_forms(RatingMatrix.of(rows))
    assert reason(forms["icc_a1"]) == "only one session was rated by all 3 coders"
    assert isinstance(forms["icc_1"], NotEstimable)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], "no session was rated by two or more coders"),
        ([[1], [2]], "no session was rated by two or more coders"),
        ([[1, 2]], "only one session was rated by two or more coders"),
    ],
)
def test_too_little_is_said(rows: list[list[float | None]], why: str) -> None:
    forms = anova_forms(RatingMatrix.of(rows))
    assert {reason(found) for found in forms.values()} == {why}


def test_sessions_that_do_not_differ_leave_no_consistency() -> None:
    forms = anova_forms(RatingMatrix.of([[1, 2], [1, 2], [1, 2]]))
    assert reason(forms["icc_c1"]) == "every session got the same ratings"
    assert reason(forms["icc_ck"]) == "every session got the same ratings"
    assert value(forms["icc_a1"]) == 0
    assert isinstance(forms["icc_a1"], Estimate)
    assert isinstance(forms["icc_a1"].interval, NoInterval)


def test_a_divisor_of_zero_is_below_the_scale() -> None:
    forms = anova_forms(RatingMatrix.of([[1, 2], [2, 1]]))
    assert reason(forms["icc_a1"]) == "sessions differ less than ratings of one session"


def test_limits_that_miss_the_value_are_not_given() -> None:
    forms = anova_forms(RatingMatrix.of([[507893.0, 507974.0], [1000000.0, -47105.0]]))
    found = forms["icc_a1"]
    assert isinstance(found, Estimate)
    assert found.interval == NoInterval(reason="the approximate limits do not enclose the value")
