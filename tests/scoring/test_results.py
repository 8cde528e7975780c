from __future__ import annotations

import math

import pytest

from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    p_shown,
    shown,
    statistic_json,
)


def test_an_estimate_is_a_finite_number() -> None:
    for value in (math.nan, math.inf, -math.inf):
        with pytest.raises(ValueError, match="finite"):
            Estimate(value=value, interval=NoInterval(reason="none"), n=1, method="m")


def test_json_of_an_estimate_has_value_interval_n_and_method() -> None:
    estimate = Estimate(value=0.71, interval=Interval(low=0.5, high=0.85), n=28, method="ICC(A,1)")
    assert statistic_json(estimate) == {
        "value": 0.71,
        "ci_low": 0.5,
        "ci_high": 0.85,
        "ci_level": 0.95,
        "n": 28,
        "method": "ICC(A,1)",
    }


def test_json_says_why_there_is_no_interval() -> None:
    estimate = Estimate(
        value=1.0,
        interval=NoInterval(reason="no disagreement was observed"),
        n=6,
        method="exact agreement",
        notes=("few_sessions",),
        n_pairs=18,
    )
    assert statistic_json(estimate) == {
        "value": 1.0,
        "ci_low": None,
        "ci_high": None,
        "ci_reason": "no disagreement was observed",
        "n": 6,
        "method": "exact agreement",
        "n_pairs": 18,
        "notes": ["few_sessions"],
    }


def test_json_says_why_there_is_no_value() -> None:
    none = NotEstimable(reason="only one session", n=1)
    assert statistic_json(none) == {"value": None, "reason": "only one session", "n": 1}


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (2.375, 2, "2.38"),
        (0.125, 2, "0.13"),
        (-0.125, 2, "-0.13"),
        (-0.0001, 2, "0.00"),
        (2.675, 2, "2.68"),
        (19.5, 0, "20"),
    ],
)
def test_display_rounds_half_up_and_never_to_minus_zero(
    value: float, decimals: int, text: str
) -> None:
    assert shown(value, decimals) == text


@pytest.mark.parametrize(
    ("p", "text"), [(0.0218, ".022"), (0.00099, "< .001"), (0.001, ".001"), (1.0, "1.000")]
)
def test_probabilities_have_three_decimals_and_no_leading_zero(p: float, text: str) -> None:
    assert p_shown(p) == text
