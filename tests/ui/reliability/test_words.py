from __future__ import annotations

import pytest

from practicecoder.scoring.reliability.table import DesignSummary
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic
from practicecoder.ui.reliability.words import (
    coefficient,
    coefficient_with_interval,
    design_in_words,
    explained,
    number,
    percent,
    percent_of,
    sort_value,
)

MISSING = NotEstimable(reason="only one coder", n=4)
NOT_OFFERED = NotEstimable(reason="not offered for scores", n=28, code="not_offered")


def an_estimate(value: float, interval: Interval | NoInterval | None = None) -> Statistic:
    interval = interval or Interval(low=0.281, high=0.744)
    return Estimate(value=value, interval=interval, n=28, method="ICC(A,1)")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5508, ".55"), (-0.004, ".00"), (-0.2, "−.20"), (1.0, "1.00"), (0.996, "1.00")],
)
def test_a_coefficient_has_two_decimals_and_no_leading_zero(value: float, text: str) -> None:
    assert coefficient(value) == text


def test_a_coefficient_comes_with_its_interval() -> None:
    assert coefficient_with_interval(an_estimate(0.5508)) == ".55 [.28, .74]"


def test_without_an_interval_the_value_stands_alone_and_the_reason_is_told() -> None:
    estimate = an_estimate(1.0, NoInterval(reason="every session contributes the same"))

    assert coefficient_with_interval(estimate) == "1.00"
    assert "every session contributes the same" in explained(estimate)


@pytest.mark.parametrize("words", [coefficient_with_interval, percent_of, number])
def test_what_cannot_be_estimated_says_why(words: object) -> None:
    assert callable(words)
    assert words(MISSING) == "not estimable: only one coder (n = 4)"
    assert words(NOT_OFFERED) == "–"


def test_percentages_are_whole() -> None:
    assert percent(0.425) == "43%"
    assert percent_of(an_estimate(0.425)) == "43%"


def test_what_cannot_be_estimated_sorts_last() -> None:
    assert sort_value(MISSING) is None
    assert sort_value(an_estimate(0.5)) == 0.5


@pytest.mark.parametrize(
    ("complete", "n_sessions", "expected"),
    [
        (True, 28, "28 sessions coded by 2 coders (A, B), complete design."),
        (
            False,
            110,
            (
                "28 sessions coded by two or more of 2 coders (A, B), incomplete design; "
                "82 coded once, outside the design."
            ),
        ),
    ],
)
def test_the_design_is_told_in_a_line(complete: bool, n_sessions: int, expected: str) -> None:
    design = DesignSummary(
        n_sessions=n_sessions, n_multiple_coded=28, coders=("A", "B"), complete=complete
    )

    assert design_in_words(design) == expected
