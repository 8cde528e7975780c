"""Inputs that contradict themselves are refused when they are made."""

from __future__ import annotations

import pytest

from practicecoder.reports.data import (
    NoRange,
    NoRangeReason,
    OwnCourse,
    RatedDimension,
    ReportedScore,
    ReportScale,
)

FIVE = ReportScale(minimum=1, maximum=5)


def test_a_dimension_is_rated_or_says_why_not() -> None:
    with pytest.raises(ValueError, match="reason exactly"):
        RatedDimension(label="Empathy", scale=FIVE)
    with pytest.raises(ValueError, match="reason exactly"):
        RatedDimension(label="Empathy", scale=FIVE, value=3, not_rated="too faint")


def test_a_score_is_given_or_says_why_not() -> None:
    with pytest.raises(ValueError, match="reason exactly"):
        ReportedScore(label="MI spirit")
    with pytest.raises(ValueError, match="reason exactly"):
        ReportedScore(label="MI spirit", value=2.0, not_given="evocation was not rated")


def test_low_agreement_comes_with_its_limits() -> None:
    with pytest.raises(ValueError, match="limits"):
        NoRange(reason=NoRangeReason.TOO_LOW, icc=0.3)


@pytest.mark.parametrize(("minimum", "maximum", "step"), [(5, 1, 1), (1, 1, 1), (1, 5, 0)])
def test_a_scale_goes_up(minimum: int, maximum: int, step: int) -> None:
    with pytest.raises(ValueError, match="not a scale"):
        ReportScale(minimum=minimum, maximum=maximum, step=step)


def test_an_own_mean_needs_three_sessions_and_limits_twelve() -> None:
    with pytest.raises(ValueError, match="three sessions"):
        OwnCourse(mean=3, low=2, high=4, n=2)
    with pytest.raises(ValueError, match="twelve sessions"):
        OwnCourse(mean=3, low=2, high=4, n=11, ordinary_low=1, ordinary_high=5)
    with pytest.raises(ValueError, match="pairs"):
        OwnCourse(mean=3, low=2, high=4, n=12, ordinary_low=1)

    assert OwnCourse(mean=3, low=2, high=4, n=12, ordinary_low=1, ordinary_high=5).n == 12
