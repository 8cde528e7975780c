"""What a statistic gives back: an estimate with interval and n, or why there is none."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEstimable:
    """Stated reason why there is no number. ``n`` is what was there to work with.

    ``code`` is the short form that tables carry in their reason columns, such as
    ``evocation: no_behaviour_change`` or ``zero_denominator``; empty where there is none.
    """

    reason: str
    n: int
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Lower and upper limit at a level such as .95."""

    low: float
    high: float
    level: float = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class NoInterval:
    """Stated reason why an estimate has no interval."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A statistic with its interval (or the reason why it has none), n and named method.

    ``n`` counts sessions (or units) the value rests on. ``notes`` are ids of cautions such as
    ``below_chance``; :mod:`practicecoder.scoring.reliability.notes` puts them into sentences.
    ``n_pairs`` counts compared pairs of ratings; None where nothing is compared in pairs.
    """

    value: float
    interval: Interval | NoInterval
    n: int
    method: str
    notes: tuple[str, ...] = ()
    n_pairs: int | None = None

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise ValueError("an estimate is a finite number; say why not with NotEstimable")


Statistic = Estimate | NotEstimable


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A computed score. ``n_parts`` is how many parts were rated and used."""

    score_id: str
    value: float
    n_parts: int
    used: Mapping[str, float] = field(default_factory=dict)


def statistic_json(statistic: Statistic) -> dict[str, object]:
    """Statistic as JSON of the command line: full precision, null with a reason, never NaN."""
    if isinstance(statistic, NotEstimable):
        return {"value": None, "reason": statistic.reason, "n": statistic.n}
    limits = limits_json(statistic.interval)
    shape = {"value": statistic.value, **limits, "n": statistic.n, "method": statistic.method}
    if statistic.n_pairs is not None:
        shape["n_pairs"] = statistic.n_pairs
    if statistic.notes:
        shape["notes"] = list(statistic.notes)
    return shape


def limits_json(interval: Interval | NoInterval) -> dict[str, object]:
    """Give limits and level as JSON; null with a reason where there are none."""
    if isinstance(interval, NoInterval):
        return {"ci_low": None, "ci_high": None, "ci_reason": interval.reason}
    return {"ci_low": interval.low, "ci_high": interval.high, "ci_level": interval.level}


def shown(value: float, decimals: int) -> str:
    """Number as it is printed: half up on the decimal of 12 significant digits, no ``-0.00``.

    Examples
    --------
    >>> shown(2.375, 2), shown(-0.001, 2), shown(8 / 3, 2)
    ('2.38', '0.00', '2.67')
    """
    exact = Decimal(format(value, ".12g"))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"{abs(rounded) if rounded == 0 else rounded:f}"


def coefficient_shown(value: float) -> str:
    """Value that cannot pass 1, to two decimals and without a leading zero.

    Examples
    --------
    >>> coefficient_shown(0.6), coefficient_shown(-0.314), coefficient_shown(1.0)
    ('.60', '-.31', '1.00')
    """
    text = shown(value, 2)
    return text.replace("0.", ".", 1) if text.lstrip("-").startswith("0") else text


def percent_shown(share: float) -> str:
    """Share of a whole as a whole percentage, without a space.

    Examples
    --------
    >>> percent_shown(0.425), percent_shown(1.0)
    ('43%', '100%')
    """
    return f"{shown(100 * share, 0)}%"


def p_shown(p: float) -> str:
    """Probability to three decimals without a leading zero; ``< .001`` below that.

    Examples
    --------
    >>> p_shown(0.02184), p_shown(0.0004)
    ('.022', '< .001')
    """
    if p < 0.001:
        return "< .001"
    text = shown(p, 3)
    return text[1:] if text.startswith("0") else text
