"""Reads single cells: numbers, codes of people and sessions, dates."""

from __future__ import annotations

import datetime as dt
import math
import re

from practicecoder.codebook.faults import quoted

_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?")
_COMMA_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(,[0-9]{1,20})?")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DOTTED_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")

_WORDS_FOR_NOTHING = {"na", "n/a", "nan", "null", "none", ".", "-"}

LONGEST_CODE = 64
FIRST_YEAR, LAST_YEAR = 1950, 2100


class CellError(ValueError):
    """A cell that cannot be read; the message is a sentence for a person.

    ``fix`` is the remedy; ``column`` is the place, empty if the reader knows it.
    """

    def __init__(self, what: str, fix: str = "", *, column: str = "") -> None:
        super().__init__(what)
        self.fix = fix
        self.column = column


def as_text(value: object) -> str:
    """Value of a cell as text without surrounding blanks; a whole number has no decimals.

    Examples
    --------
    >>> as_text(3.0), as_text(2.5), as_text(None), as_text(True)
    ('3', '2.5', '', '1')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value).strip()


def number(text: str, *, decimal_comma: bool = False) -> float:
    """Read a number in ASCII digits; never infinite, never NaN.

    Examples
    --------
    >>> number("3"), number("-2.5"), number("2,5", decimal_comma=True)
    (3.0, -2.5, 2.5)
    """
    if decimal_comma and _COMMA_NUMBER.fullmatch(text):
        text = text.replace(",", ".")
    if not _NUMBER.fullmatch(text):
        fix = "Leave a missing value blank." if text.casefold() in _WORDS_FOR_NOTHING else ""
        raise CellError(f"{quoted(text)} is not a number.", fix)
    return float(text)


def whole_number(text: str, *, decimal_comma: bool = False) -> int:
    """Read a whole number; ``3.0`` is one."""
    value = number(text, decimal_comma=decimal_comma)
    if not value.is_integer():
        raise CellError(f"{quoted(text)} is not a whole number.")
    return int(value)


def code(text: str, *, is_date: bool = False) -> str:
    """Read the code of a session, person or office.

    It must be printable and short, must not begin with a character that a spreadsheet takes for a
    formula, and must not have been turned into a date (``is_date``) as spreadsheets do with 3-5.
    """
    if is_date:
        raise CellError("The code was turned into a date.", "Format the column as text.")
    if not text:
        raise CellError("The code is missing.")
    if len(text) > LONGEST_CODE:
        raise CellError(f"The code is longer than {LONGEST_CODE} characters.")
    if not text.isprintable():
        raise CellError("The code holds characters that cannot be seen.")
    if text[0] in "=+-@＝＋－＠":
        raise CellError(f"A code may not begin with {text[0]}.")
    return text


def date(text: str) -> dt.date:
    """Read a date written ``2015-11-03`` or ``03.11.2015`` (day first).

    Examples
    --------
    >>> date("2015-11-03") == date("3.11.2015")
    True
    """
    if match := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DOTTED_DATE.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise CellError(
            f"{quoted(text)} is not a date; write it as 2015-11-03 or 03.11.2015 (day first)."
        )
    try:
        found = dt.date(year, month, day)
    except ValueError as error:
        raise CellError(f"There is no day {quoted(text)}.") from error
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise CellError(f"The year of {quoted(text)} is not between 1950 and 2100.")
    return found
