"""Reads the days of a table, and asks where the order of day and month is not to be seen."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.cells import FIRST_YEAR, LAST_YEAR, CellError, date
from practicecoder.interchange.column_mapping import DayOrder

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBERS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2}")
_MONTHS = 12


def order_of(texts: Iterable[str]) -> DayOrder | None:
    """Order that a number above 12 gives away; None if none does, or if they contradict."""
    found = set()
    for text in texts:
        match = _NUMBERS.fullmatch(text)
        if match is None:
            continue
        first, second = int(match[1]), int(match[3])
        if first > _MONTHS >= second:
            found.add(DayOrder.DAY_FIRST)
        elif second > _MONTHS >= first:
            found.add(DayOrder.MONTH_FIRST)
    return found.pop() if len(found) == 1 else None


def is_ambiguous(text: str) -> bool:
    """Whether a day could be two days, depending on the order.

    Examples
    --------
    >>> is_ambiguous("03.11.2015"), is_ambiguous("13.11.2015"), is_ambiguous("11/11/2015")
    (True, False, False)
    """
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return False
    first, second = int(match[1]), int(match[3])
    return first != second and first <= _MONTHS and second <= _MONTHS


def day(text: str, order: DayOrder | None) -> dt.date:
    """Read a day.

    Parameters
    ----------
    text
        ISO, or three numbers parted by points, slashes or hyphens with the year last.
    order
        Which number comes first; None: only what can be read in one way is taken.

    Raises
    ------
    CellError
        If it is no day, has two figures for the year, or could be two days; both are told.
    """
    if _ISO.fullmatch(text):
        return date(text)
    if _SHORT_YEAR.fullmatch(text):
        raise CellError(f"The year of {quoted(text)} has two figures.", "Write all four.")
    match = _NUMBERS.fullmatch(text)
    if match is None:
        raise CellError(f"{quoted(text)} is not a day.", "Write it as 2015-11-03.")
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if order is None and is_ambiguous(text):
        readings = [_date(year, second, first, text), _date(year, first, second, text)]
        words = " or ".join(d.isoformat() for d in readings)
        raise CellError(
            f"{quoted(text)} is {words}.", "Say whether the day or the month comes first."
        )
    day_first = order is DayOrder.DAY_FIRST or (order is None and second <= _MONTHS)
    return _date(year, *((second, first) if day_first else (first, second)), text)


def _date(year: int, month: int, number: int, text: str) -> dt.date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CellError(f"The year of {quoted(text)} is not between 1950 and 2100.")
    try:
        return dt.date(year, month, number)
    except ValueError as error:
        raise CellError(f"There is no day {quoted(text)} in this order.") from error
