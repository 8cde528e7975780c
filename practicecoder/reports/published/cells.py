"""Numbers of the published set as they are printed; they are rounded here alone."""

from __future__ import annotations

from practicecoder.reports.reliability.numbers import MINUS, points, points_limits
from practicecoder.scoring.results import Interval, NoInterval, p_shown, shown

NONE = "—"
"""Stands where there is no number; the note below the table says why."""


def statistic(value: float) -> str:
    """Test statistic to three decimals, as the evaluation prints it.

    Examples
    --------
    >>> statistic(2.33035), statistic(-0.9163) == "−0.916"
    ('2.330', True)
    """
    return shown(value, 3).replace("-", MINUS)


def correlation(value: float) -> str:
    """Correlation to three decimals, without a leading zero.

    Examples
    --------
    >>> correlation(0.20187), correlation(-0.314) == "−.314"
    ('.202', True)
    """
    text = shown(value, 3)
    return (text.replace("0.", ".", 1) if abs(float(text)) < 1 else text).replace("-", MINUS)


def probability(p: float | None) -> str:
    """Probability to three decimals; a dash where there is none."""
    return NONE if p is None else p_shown(p)


def degrees(df: float) -> str:
    """Degrees of freedom, with one decimal where they are not whole.

    Examples
    --------
    >>> degrees(101.0), degrees(58.27)
    ('101', '58.3')
    """
    return shown(df, 0 if float(df).is_integer() else 1)


def optional(value: float | None) -> str:
    """Mean or spread to two decimals; a dash where there is none."""
    return NONE if value is None else points(value)


def with_limits(value: float, interval: Interval | NoInterval) -> str:
    """Value in points with its interval in brackets."""
    if isinstance(interval, NoInterval):
        return points(value)
    return f"{points(value)} {points_limits(interval)}"


def correlation_with_limits(value: float, interval: Interval | NoInterval) -> str:
    """Correlation with its interval in brackets."""
    if isinstance(interval, NoInterval):
        return correlation(value)
    return f"{correlation(value)} [{correlation(interval.low)}, {correlation(interval.high)}]"


def p_in_words(p: float) -> str:
    """Probability with its sign.

    Examples
    --------
    >>> p_in_words(0.0218), p_in_words(0.0002)
    ('p = .022', 'p < .001')
    """
    text = p_shown(p)
    return f"p {text}" if text.startswith("<") else f"p = {text}"
