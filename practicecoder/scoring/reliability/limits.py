"""Rules that every agreement coefficient keeps: no value off its scale, no interval beyond it."""

from __future__ import annotations

from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable

BELOW_CHANCE = "below_chance"
INTERVAL_CUT = "interval_cut"
CONSTANT_CODER = "constant_coder"
AVERAGE_FORM = "average_form"
CODER_VARIANCE_ZERO = "coder_variance_zero"

NO_DISAGREEMENT = "no disagreement was observed"
NOTHING_VARIES = "every session got the same ratings"
SAME_CONTRIBUTION = "every session contributes the same"
OUT_OF_RANGE = "sessions differ less than ratings of one session"

SLACK = 1e-9
"""How far rounding in floats may carry a value past the end of its scale."""


def percent(level: float) -> str:
    """Level of an interval in words.

    Examples
    --------
    >>> percent(0.95), percent(0.9)
    ('95%', '90%')
    """
    return f"{100 * level:.10g}%"


def coefficient(
    value: float,
    interval: Interval | NoInterval,
    *,
    n: int,
    method: str,
    notes: tuple[str, ...] = (),
) -> Estimate | NotEstimable:
    """Estimate of a coefficient between -1 and 1, with the notes its value calls for.

    A value below -1 is not estimable; limits beyond the scale are cut and the cut is noted. A
    value at or below 0 is noted, unless the notes already say that 0 is so by construction.
    """
    if not value >= -1.0 - SLACK:
        return NotEstimable(reason=OUT_OF_RANGE, n=n)
    value = min(1.0, max(-1.0, value))
    if value <= SLACK and not (CONSTANT_CODER in notes and value >= -SLACK):
        notes = (*notes, BELOW_CHANCE)
    if isinstance(interval, Interval):
        interval, notes = _cut(interval, notes)
    return Estimate(value=value, interval=interval, n=n, method=method, notes=notes)


def _cut(interval: Interval, notes: tuple[str, ...]) -> tuple[Interval, tuple[str, ...]]:
    low, high = max(-1.0, interval.low), min(1.0, interval.high)
    if low > interval.low or high < interval.high:
        notes = (*notes, INTERVAL_CUT)
    return Interval(low=low, high=high, level=interval.level), notes
