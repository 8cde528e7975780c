from __future__ import annotations

from dataclasses import replace

import pytest

from practicecoder.scoring.comparison import compare
from practicecoder.scoring.results import Interval, NoInterval
from practicecoder.scoring.trend import TimedScores, trend
from practicecoder.scoring.two_groups import Group
from practicecoder.ui.analysis.tables import test_rows as rows_of_tests
from practicecoder.ui.analysis.tables import trend_rows
from practicecoder.ui.analysis.words import (
    comparison_in_words,
    correlation,
    degrees,
    limits,
    p_in_words,
    statistic,
    trend_in_words,
)

BEFORE = Group(name="pre", values=(1.0, 2.0, 2.0, 3.0, 2.5, 1.5))
AFTER = Group(name="post", values=(3.0, 3.0, 4.0, 2.0, 3.5, 3.5))


@pytest.mark.parametrize(("p", "words"), [(0.02184, "p = .022"), (0.0004, "p < .001")])
def test_a_probability_carries_its_sign(p: float, words: str) -> None:
    assert p_in_words(p) == words


@pytest.mark.parametrize(("df", "words"), [(101.0, "101"), (58.27, "58.3")])
def test_degrees_of_freedom_keep_a_decimal_only_where_needed(df: float, words: str) -> None:
    assert degrees(df) == words


def test_an_interval_has_true_minus_signs() -> None:
    assert limits(Interval(low=-0.161, high=0.459)) == "[−0.16, 0.46]"
    assert limits(Interval(low=-0.061, high=0.33), of_coefficient=True) == "[−.06, .33]"
    assert limits(NoInterval(reason="none")) == limits(None) == ""


def test_the_comparison_says_after_against_before_and_names_its_test() -> None:
    found = compare("score", BEFORE, AFTER)

    words = comparison_in_words("Child focus", found)

    assert words.startswith("Mean child focus was 1.17 points higher after than before")
    assert "Welch t(" in words
    assert "Hedges g = " in words


def test_a_fall_is_told_as_a_fall() -> None:
    words = comparison_in_words("Score", compare("score", AFTER, BEFORE))

    assert "1.17 points lower after than before" in words
    assert "difference −1.17" in words


def test_student_is_named_where_it_was_chosen() -> None:
    found = compare("score", BEFORE, AFTER, equal_variances=True)

    assert "Student t(10)" in comparison_in_words("Score", found)
    assert [row.test for row in rows_of_tests(found) if row.is_chosen] == ["Student t"]


def test_what_cannot_be_compared_says_why() -> None:
    found = compare("score", replace(BEFORE, values=(2.0,)), AFTER)

    assert "not estimable: " in comparison_in_words("Score", found)
    assert rows_of_tests(found)[0].is_missing
    assert rows_of_tests(found)[0].difference.startswith("not estimable: ")


def test_a_trend_is_told_with_interval_p_and_n() -> None:
    sessions = TimedScores(
        days=[-40, 0, 30, 80, 120, 160, 200],
        values=[1.0, 2.0, 1.5, 3.0, 2.5, 3.0, 4.0],
        groups=["North"] * 3 + ["South"] * 4,
    )
    found = trend("score", sessions, by="office_id")

    words = trend_in_words("Score", found)
    rows = trend_rows(found)

    assert words.startswith("Score and days since implementation: r = .")
    assert "n = 7" in words
    assert [row.group for row in rows] == [
        "All",
        "North",
        "South",
        "Office-adjusted",
        "All, by worker",
        "Office-adjusted, by worker",
    ]
    assert rows[0].is_overall


def test_a_trend_of_two_sessions_says_why_there_is_none() -> None:
    found = trend("score", TimedScores(days=[0, 10], values=[1.0, 2.0]))

    assert "not estimable: " in trend_in_words("Score", found)
    assert trend_rows(found)[0].is_missing


def test_statistics_and_correlations_have_the_digits_of_the_published_set() -> None:
    assert (statistic(2.33035), statistic(-0.9163)) == ("2.330", "−0.916")
    assert (correlation(0.20187), correlation(-0.314), correlation(1.0)) == (
        ".202",
        "−.314",
        "1.000",
    )
