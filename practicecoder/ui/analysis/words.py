"""Comparisons and trends in sentences and cells: always with n, interval and method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practicecoder.scoring.results import (
    Interval,
    NoInterval,
    NotEstimable,
    coefficient_shown,
    p_shown,
    shown,
)
from practicecoder.scoring.scores import in_sentence
from practicecoder.ui.languages import Words

if TYPE_CHECKING:
    from practicecoder.scoring.comparison import GroupComparison, TTest
    from practicecoder.scoring.trend import Correlation, TrendResult

PHASE_WORDS = Words({"pre": "before", "post": "after", "transition": "transition"})


def number(value: float, decimals: int = 2) -> str:
    """Number with a true minus sign."""
    return shown(value, decimals).replace("-", "−")


def coefficient(value: float) -> str:
    """Coefficient without its leading zero, with a true minus sign."""
    return coefficient_shown(value).replace("-", "−")


def limits(interval: Interval | NoInterval | None, *, of_coefficient: bool = False) -> str:
    """Interval in brackets; empty where there is none."""
    if not isinstance(interval, Interval):
        return ""
    write = coefficient if of_coefficient else number
    return f"[{write(interval.low)}, {write(interval.high)}]"


def p_in_words(p: float) -> str:
    """Probability with its sign, ``"p = .022"`` or ``"p < .001"``."""
    text = p_shown(p)
    return f"p {text}" if text.startswith("<") else f"p = {text}"


def degrees(df: float) -> str:
    """Degrees of freedom, with one decimal where they are not whole."""
    return shown(df, 0 if float(df).is_integer() else 1)


def why_not(missing: NotEstimable) -> str:
    """Why there is no number."""
    return f"not estimable: {missing.reason} (n = {missing.n})"


def test_in_words(test: TTest) -> str:
    """One t-test with its method, difference and effect size."""
    g = f"Hedges g = {number(test.hedges_g)} {limits(test.hedges_g_interval)}".rstrip()
    return (
        f"difference {number(test.mean_difference)} {limits(test.interval)}, "
        f"{test.method}({degrees(test.df)}) = {number(test.t)}, {p_in_words(test.p)}, {g}"
    )


def comparison_in_words(label: str, found: GroupComparison) -> str:
    """Say what the comparison shows, after minus before."""
    test = found.test
    if isinstance(test, NotEstimable):
        return f"{label}, after against before: {why_not(test)}."
    if test.mean_difference == 0:
        course = "the same after as before"
    else:
        how = "higher" if test.mean_difference > 0 else "lower"
        course = f"{number(abs(test.mean_difference))} points {how} after than before"
    return f"Mean {in_sentence(label)} was {course}: {test_in_words(test)}."


def trend_in_words(label: str, found: TrendResult) -> str:
    """Say how the score goes with days since implementation."""
    overall = found.overall
    if isinstance(overall, NotEstimable):
        return f"{label} over days since implementation: {why_not(overall)}."
    return (
        f"{label} and days since implementation: {correlation_in_words(overall)}; "
        f"{number(overall.slope_per_100_days)} points per 100 days."
    )


def correlation_in_words(found: Correlation) -> str:
    """Correlation with interval, p and n."""
    interval = limits(found.interval, of_coefficient=True)
    return f"r = {coefficient(found.r)} {interval}, {p_in_words(found.p)}, n = {found.n}".replace(
        " ,", ","
    )
