"""Numbers of the reliability report as they are printed; they are rounded here alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from practicecoder.figures.style import MINUS as MINUS
from practicecoder.figures.style import coefficient as coefficient
from practicecoder.scoring.results import (
    Interval,
    NotEstimable,
    Statistic,
    percent_shown,
    shown,
)

NOT_OFFERED = "–"
NOT_ESTIMABLE = "n.e."


def points(value: float) -> str:
    """Value in points of the scale, to two decimals.

    Examples
    --------
    >>> points(0.375)
    '0.38'
    """
    return shown(value, 2).replace("-", MINUS)


def percent(share: float) -> str:
    """Share as a whole percentage.

    Examples
    --------
    >>> percent(0.425)
    '43%'
    """
    return percent_shown(share)


def level_shown(level: float) -> str:
    """Level of an interval.

    Examples
    --------
    >>> level_shown(0.95)
    '95%'
    """
    return f"{100 * level:.10g}%"


@dataclass(slots=True)
class Reasons:
    """Why numbers or intervals are missing: each reason once, under a letter."""

    _letters: dict[str, str] = field(default_factory=dict)

    def letter(self, reason: str) -> str:
        """Letter of a reason, the next free one if it is met for the first time."""
        if reason not in self._letters:
            self._letters[reason] = _letter(len(self._letters))
        return self._letters[reason]

    def told(self) -> tuple[str, ...]:
        """Every reason after its letter, in the order of the letters."""
        return tuple(f"({letter}) {reason}." for reason, letter in self._letters.items())


def coefficient_cell(statistic: Statistic, reasons: Reasons) -> str:
    """Coefficient with its interval; where one is missing, the letter of the reason."""
    if isinstance(statistic, NotEstimable):
        return missing_cell(statistic, reasons)
    value = coefficient(statistic.value)
    if isinstance(statistic.interval, Interval):
        return f"{value} {limits(statistic.interval)}"
    return f"{value} ({reasons.letter(f'No interval: {statistic.interval.reason}')})"


def limits(interval: Interval) -> str:
    """Both limits of a coefficient in brackets."""
    return f"[{coefficient(interval.low)}, {coefficient(interval.high)}]"


def points_limits(interval: Interval) -> str:
    """Both limits of a value in points of the scale in brackets."""
    return f"[{points(interval.low)}, {points(interval.high)}]"


def points_with_limits(statistic: Statistic, reasons: Reasons) -> str:
    """Value in points of the scale, with its interval."""
    if isinstance(statistic, NotEstimable):
        return missing_cell(statistic, reasons)
    if isinstance(statistic.interval, Interval):
        return f"{points(statistic.value)} {points_limits(statistic.interval)}"
    reason = f"No interval: {statistic.interval.reason}"
    return f"{points(statistic.value)} ({reasons.letter(reason)})"


def points_cell(statistic: Statistic, reasons: Reasons) -> str:
    """Value in points of the scale, without interval."""
    if isinstance(statistic, NotEstimable):
        return missing_cell(statistic, reasons)
    return points(statistic.value)


def percent_cell(statistic: Statistic, reasons: Reasons) -> str:
    """Share as a whole percentage, without interval."""
    if isinstance(statistic, NotEstimable):
        return missing_cell(statistic, reasons)
    return percent(statistic.value)


def percent_with_limits(statistic: Statistic, reasons: Reasons) -> str:
    """Share as a whole percentage, with its interval."""
    if isinstance(statistic, NotEstimable):
        return missing_cell(statistic, reasons)
    if isinstance(statistic.interval, Interval):
        low, high = percent(statistic.interval.low), percent(statistic.interval.high)
        return f"{percent(statistic.value)} [{low}, {high}]"
    reason = f"No interval: {statistic.interval.reason}"
    return f"{percent(statistic.value)} ({reasons.letter(reason)})"


def missing_cell(missing: NotEstimable, reasons: Reasons) -> str:
    """Say that there is no number; a dash where none is offered for this kind of item."""
    if missing.code == "not_offered":
        return NOT_OFFERED
    reason = f"Not estimable (n = {missing.n}): {missing.reason}"
    return f"{NOT_ESTIMABLE} ({reasons.letter(reason)})"


def _letter(place: int) -> str:
    """A to z, then aa, ab.

    Examples
    --------
    >>> _letter(0), _letter(25), _letter(26)
    ('a', 'z', 'aa')
    """
    first, last = divmod(place, 26)
    return (_letter(first - 1) if first else "") + chr(ord("a") + last)
