"""Statistics as they stand in a cell or a sentence: rounded only here, never NaN, never bare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NotEstimable,
    Statistic,
    coefficient_shown,
    percent_shown,
    shown,
)
from practicecoder.ui.languages import translate

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.item import ItemReliability
    from practicecoder.scoring.reliability.table import DesignSummary

NOT_OFFERED = "not_offered"
"""Code of statistics that make no sense for an item, such as exact agreement of scores."""


def coefficient(value: float) -> str:
    """Coefficient to two decimals, without the leading zero where it is below one.

    Examples
    --------
    >>> coefficient(0.553), coefficient(-0.2), coefficient(1.0)
    ('.55', '−.20', '1.00')
    """
    return coefficient_shown(value).replace("-", "−")


def percent(share: float) -> str:
    """Share as a whole percentage.

    Examples
    --------
    >>> percent(0.425)
    '43%'
    """
    return percent_shown(share)


def coefficient_with_interval(statistic: Statistic) -> str:
    """Coefficient with its interval, ``".55 [.28, .74]"``, or why there is none."""
    if isinstance(statistic, NotEstimable):
        return why_not(statistic)
    if isinstance(statistic.interval, Interval):
        low, high = coefficient(statistic.interval.low), coefficient(statistic.interval.high)
        return f"{coefficient(statistic.value)} [{low}, {high}]"
    return coefficient(statistic.value)


def percent_of(statistic: Statistic) -> str:
    """Agreement as a percentage, or why there is none."""
    return why_not(statistic) if isinstance(statistic, NotEstimable) else percent(statistic.value)


def number(statistic: Statistic) -> str:
    """Number to two decimals, or why there is none."""
    if isinstance(statistic, NotEstimable):
        return why_not(statistic)
    return _signed(statistic.value)


def why_not(missing: NotEstimable) -> str:
    """Why there is no number; a dash where none is offered for this kind of item."""
    if missing.code == NOT_OFFERED:
        return "–"
    return _tr("not estimable: {} (n = {})").format(missing.reason, missing.n)


def explained(statistic: Statistic) -> str:
    """Method, n, all digits and what else a reader needs, for a tooltip."""
    if isinstance(statistic, NotEstimable):
        return f"{statistic.reason[:1].upper()}{statistic.reason[1:]} (n = {statistic.n})"
    told = _tr("In full: {}").format(in_full(statistic))
    lines = [statistic.method, f"n = {statistic.n}", told]
    if not isinstance(statistic.interval, Interval):
        lines.append(_tr("No interval: {}").format(statistic.interval.reason))
    return "\n".join(lines)


def in_full(statistic: Estimate) -> str:
    """Value and limits with all their digits, as the command prints them."""
    if not isinstance(statistic.interval, Interval):
        return repr(statistic.value)
    low, high = statistic.interval.low, statistic.interval.high
    return f"{statistic.value!r} [{low!r}, {high!r}]"


def number_with_interval(statistic: Statistic) -> str:
    """Number in points of the scale with its interval, ``"0.42 [0.10, 0.74]"``, or why not."""
    if isinstance(statistic, Estimate) and isinstance(statistic.interval, Interval):
        low, high = (_signed(limit) for limit in (statistic.interval.low, statistic.interval.high))
        return f"{_signed(statistic.value)} [{low}, {high}]"
    return number(statistic)


def sort_value(statistic: Statistic) -> float | None:
    """Value to sort by; None puts the row last."""
    return statistic.value if isinstance(statistic, Estimate) else None


def band_in_words(item: ItemReliability) -> str:
    """Band of the headline and in brackets of its lower limit, ``"fair (poor)"``."""
    found = item.band()
    return "" if found is None else f"{found.value} ({found.low})"


def design_in_words(design: DesignSummary) -> str:
    """Say in one line what the table rests on."""
    coders = _tr("{} coders ({})").format(design.n_coders, ", ".join(design.coders))
    sessions = _sessions(design.n_multiple_coded)
    if design.complete:
        told = _tr("{} coded by {}, complete design").format(sessions, coders)
    else:
        told = _tr("{} coded by two or more of {}, incomplete design").format(sessions, coders)
    if design.n_coded_once:
        once = _tr("{}; {} coded once, outside the design.")
        return once.format(told, design.n_coded_once)
    return f"{told}."


def dropped_in_words(item: ItemReliability) -> str:
    """Why sessions are left out of an item, for a tooltip; empty if none is."""
    if not item.n_dropped:
        return ""
    return _tr("Left out: {}").format("; ".join(item.dropped_because))


def and_joined(coders: Sequence[str]) -> str:
    """Codes of a pair of coders."""
    return _tr(" and ").join(coders)


def no_spread() -> str:
    """Why a coder with one rating has no standard deviation."""
    return _tr("One rating has no spread")


def _sessions(n: int) -> str:
    return _tr("1 session") if n == 1 else _tr("{} sessions").format(n)


def _tr(text: str) -> str:
    return translate("Reliability", text)


def _signed(value: float) -> str:
    return shown(value, 2).replace("-", "−")
