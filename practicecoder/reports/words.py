"""Numbers in words: which level name a rating or a score with its likely range may carry."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from practicecoder.reports.data import ReportScale
from practicecoder.scoring.scores import in_sentence

USUAL_LEVEL_NAMES = (
    "not yet heard",
    "heard a little",
    "mixed",
    "heard often",
    "heard throughout",
)
"""Names for a scale of five levels, lowest first, whose codebook gives none."""


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)


def level_names(scale: ReportScale, codebook_names: Sequence[str]) -> tuple[str, ...]:
    """Names of the levels, lowest first; empty if nothing names them.

    ``codebook_names`` has one entry a level, empty where the codebook is silent. The usual names
    only fit five levels of which the highest is the most skilled.
    """
    if all(codebook_names) and len(codebook_names) == len(scale.values):
        return tuple(in_sentence(name) for name in codebook_names)
    if len(scale.values) == len(USUAL_LEVEL_NAMES) and not scale.lower_is_better:
        return USUAL_LEVEL_NAMES
    return ()


def rating_in_words(value: float, scale: ReportScale, names: Sequence[str]) -> str:
    """Name of a level; of the two around it for a value that falls between; empty without names.

    Examples
    --------
    >>> scale = ReportScale(minimum=1, maximum=5)
    >>> rating_in_words(2, scale, USUAL_LEVEL_NAMES)
    'heard a little'
    >>> rating_in_words(2.5, scale, USUAL_LEVEL_NAMES)
    'between ‘heard a little’ and ‘mixed’'
    """
    if not names:
        return ""
    place = (value - scale.minimum) / scale.step
    return _between(names[math.floor(place)], names[math.ceil(place)])


def range_in_words(low: float, high: float, scale: ReportScale, names: Sequence[str]) -> str:
    """Name of the level whose interval (half a step either side) holds the whole range.

    Otherwise the names of the two levels that the range reaches; empty without names.

    Examples
    --------
    >>> scale = ReportScale(minimum=1, maximum=5)
    >>> range_in_words(2.6, 3.4, scale, USUAL_LEVEL_NAMES)
    'mixed'
    >>> range_in_words(2.2, 3.1, scale, USUAL_LEVEL_NAMES)
    'between ‘heard a little’ and ‘mixed’'
    """
    if not names:
        return ""
    last = len(names) - 1
    places = [(limit - scale.minimum) / scale.step for limit in (low, high)]
    # A limit on the border of two intervals counts to the one that the range lies in.
    lowest = min(max(math.floor(places[0] + 0.5), 0), last)
    highest = min(max(math.ceil(places[1] - 0.5), 0), last)
    return _between(names[min(lowest, highest)], names[highest])


def day_in_words(day: date) -> str:
    """Date as it is written out, whatever the machine's locale.

    Examples
    --------
    >>> day_in_words(date(2026, 10, 6))
    '6 October 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def ordinal(number: int) -> str:
    """Place in a series as a word, or in figures beyond the twelfth.

    Examples
    --------
    >>> ordinal(3), ordinal(22), ordinal(113)
    ('third', '22nd', '113th')
    """
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    endings = {1: "st", 2: "nd", 3: "rd"}  # codespell:ignore nd
    return f"{number}{endings.get(number % 10, 'th')}"


def _between(lower: str, upper: str) -> str:
    return lower if lower == upper else f"between ‘{lower}’ and ‘{upper}’"
