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
from practicecoder.ui.languages import Words, translate

if TYPE_CHECKING:
    from practicecoder.scoring.trend import Correlation, TrendResult
    from practicecoder.scoring.two_groups import GroupComparison, TTest

PHASE_WORDS = Words({"pre": "before", "post": "after", "transition": "transition"})


def number(value: float, decimals: int = 2) -> str:
    """Number with a true minus sign."""
    return shown(value, decimals).replace("-", "−")


def statistic(value: float) -> str:
    """Test statistic to three decimals, as in the published set."""
    return number(value, 3)


def correlation(value: float) -> str:
    """Correlation to three decimals without its leading zero, as in the published set."""
    text = number(value, 3)
    return text.replace("0.", ".", 1) if text.lstrip("−").startswith("0") else text


def correlation_with_limits(found: Correlation) -> str:
    """Correlation with its interval in brackets, where it has one."""
    interval = found.interval
    told = correlation(found.r)
    if not isinstance(interval, Interval):
        return told
    return f"{told} [{correlation(interval.low)}, {correlation(interval.high)}]"


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
    return _tr("not estimable: {0} (n = {1})").format(missing.reason, missing.n)


def test_in_words(test: TTest) -> str:
    """One t-test with its method, difference and effect size."""
    g = f"Hedges g = {number(test.hedges_g)} {limits(test.hedges_g_interval)}".rstrip()
    difference = _tr("difference {0} {1}").format(
        number(test.mean_difference), limits(test.interval)
    )
    told = f"{test.method}({degrees(test.df)}) = {statistic(test.t)}"
    return f"{difference}, {told}, {p_in_words(test.p)}, {g}"


def comparison_in_words(label: str, found: GroupComparison) -> str:
    """Say what the comparison shows, after minus before."""
    test = found.test
    if isinstance(test, NotEstimable):
        return _tr("{0}, after against before: {1}.").format(label, why_not(test))
    if test.mean_difference == 0:
        told = _tr("Mean {0} was the same after as before: {2}.")
    elif test.mean_difference > 0:
        told = _tr("Mean {0} was {1} points higher after than before: {2}.")
    else:
        told = _tr("Mean {0} was {1} points lower after than before: {2}.")
    points = number(abs(test.mean_difference))
    return told.format(in_sentence(label), points, test_in_words(test))


def trend_in_words(label: str, found: TrendResult) -> str:
    """Say how the score goes with days since implementation."""
    overall = found.overall
    if isinstance(overall, NotEstimable):
        return _tr("{0} over days since implementation: {1}.").format(label, why_not(overall))
    return _tr("{0} and days since implementation: {1}; {2} points per 100 days.").format(
        label, correlation_in_words(overall), number(overall.slope_per_100_days)
    )


def correlation_in_words(found: Correlation) -> str:
    """Correlation with interval, p and n."""
    return f"r = {correlation_with_limits(found)}, {p_in_words(found.p)}, n = {found.n}"


def _tr(text: str) -> str:
    return translate("Analysis", text)
