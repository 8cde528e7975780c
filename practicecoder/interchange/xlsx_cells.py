"""Reads the cells of a worksheet, and the texts that cells share, straight from their XML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import IO, Protocol, Self
from xml.parsers import expat

from practicecoder.interchange.sheet import MOST_COLUMNS, refused

MOST_ROWS = 100_000
MOST_CELLS = 500_000
"""Those with a format alone count a quarter."""
_TAGS_OF_A_CELL, _TAGS_OF_A_ROW = 4, 2
MOST_SHEET_BYTES = 200_000_000
_AT_ONCE = 65_536
_INSTEAD = (
    "Save the worksheet as CSV UTF-8, of which up to 1,000,000 rows are read, or take out what "
    "is not needed."
)


class Odd(Enum):
    """What a cell holds that has no value."""

    FORMULA = "a formula that was never computed"
    ERROR = "an error value"


Value = object
"""Value of a cell, or an :class:`Odd`; None if it is blank."""


@dataclass(frozen=True, slots=True)
class SheetFormats:
    """Which styles show numbers as days, and which as lengths of time; and the first day."""

    dates: frozenset[int] = frozenset()
    lengths: frozenset[int] = frozenset()
    first_day: dt.datetime | None = None

    @classmethod
    def of(cls, codes: Sequence[str | None], *, is_mac: bool) -> Self:
        """Formats from the codes of all styles; ``is_mac``: days are counted from 1904."""
        from openpyxl.styles.numbers import is_date_format, is_timedelta_format
        from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

        return cls(
            dates=frozenset(n for n, code in enumerate(codes) if is_date_format(code)),
            lengths=frozenset(n for n, code in enumerate(codes) if is_timedelta_format(code)),
            first_day=MAC_EPOCH if is_mac else WINDOWS_EPOCH,
        )


def read_strings(part: IO[bytes], file: str, most_bytes: int) -> list[str]:
    """Read the texts that cells share, without their formats and readings."""
    reading = _Strings()
    _parse(part, file, reading, most_bytes)
    return reading.strings


def read_cells(
    part: IO[bytes], file: str, strings: Sequence[str], formats: SheetFormats
) -> dict[int, list[Value]]:
    """Read the cells of a worksheet by row, from 1; blank rows and blank ends are left out.

    Raises
    ------
    ImportedDataError
        If there are more than are read.
    ValueError, LookupError, ArithmeticError, xml.parsers.expat.ExpatError
        If it is no worksheet.
    """
    reading = _Cells(file, strings, formats)
    _parse(part, file, reading, MOST_SHEET_BYTES)
    return reading.rows


class _Tags(Protocol):
    """Takes the tags of a part, and the text between them."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def said(self, text: str) -> None: ...


class _Strings:
    """Takes the tags of the shared texts."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._is_text = self._is_reading = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        match _local(name):
            case "t":
                self._is_text = not self._is_reading
            case "si":
                self._pieces.clear()
            case "rPh":
                self._is_reading = True

    def end(self, name: str) -> None:
        match _local(name):
            case "t":
                self._is_text = False
            case "si":
                self.strings.append("".join(self._pieces).replace("x005F_", ""))
            case "rPh":
                self._is_reading = False

    def said(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)


class _Cells:
    """Takes the tags of one worksheet."""

    def __init__(self, file: str, strings: Sequence[str], formats: SheetFormats) -> None:
        self.rows: dict[int, list[Value]] = {}
        self._file = file
        self._strings = strings
        self._formats = formats
        self._line = 0
        self._row: list[Value] = []
        self._at = -1
        self._cell: Mapping[str, str] | None = None
        self._pieces: list[str] = []
        self._is_text = self._is_reading = self._is_formula = self._has_value = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        match _local(name):
            case "c":
                self._cell = attributes
                self._pieces.clear()
                self._is_formula = self._has_value = False
            case "v":
                self._is_text = self._has_value = True
            case "f":
                self._is_formula = True
            case "row":
                self._begin_row(attributes.get("r"))
            case "t":
                self._is_text = self._cell is not None and not self._is_reading
            case "rPh":
                self._is_reading = True

    def end(self, name: str) -> None:
        match _local(name):
            case "v" | "t":
                self._is_text = False
            case "c":
                self._end_cell()
            case "row":
                self._end_row()
            case "rPh":
                self._is_reading = False

    def said(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)

    def _begin_row(self, number: str | None) -> None:
        line = self._line + 1 if number is None else int(float(number))
        if line <= self._line:
            raise ValueError("rows out of order")
        self._line, self._at, self._row = line, -1, []

    def _end_row(self) -> None:
        if not self._row:
            return
        if len(self.rows) > MOST_ROWS:  # one is that of the headings
            raise refused(
                self._file,
                f"The worksheet has more than {MOST_ROWS:,} rows that are not blank.",
                fix=_INSTEAD,
            )
        self.rows[self._line] = self._row

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        place = cell.get("r")
        self._at = self._at + 1 if place is None else _column(place.rstrip("0123456789"))
        value = self._value(cell.get("t", "n"), cell.get("s"), "".join(self._pieces))
        if value is None or value == "":
            return
        row, at = self._row, self._at
        if at >= MOST_COLUMNS:
            raise refused(
                self._file, f"The table has more than {MOST_COLUMNS} columns.", line=self._line
            )
        if at >= len(row):
            row.extend([None] * (at - len(row)))
            row.append(value)
        else:
            row[at] = value

    def _value(self, kind: str, style: str | None, text: str) -> Value:
        if kind == "e":
            return Odd.ERROR
        if not text:
            # Programs that compute nothing write an empty value as well, but not as text.
            is_blank = not self._is_formula or (self._has_value and kind == "str")
            return None if is_blank else Odd.FORMULA
        match kind:
            case "n":
                number = float(text) if set(text) & {".", "e", "E"} else int(text)
                return number if style is None else self._dated(number, int(style))
            case "s":
                return self._strings[_index(text)]
            case "b":
                return bool(int(text))
            case "d":
                return _day(text)
        return text

    def _dated(self, number: float, style: int) -> Value:
        if style not in self._formats.dates:
            return number
        from openpyxl.utils.datetime import from_excel

        try:
            day: object = from_excel(
                number, self._formats.first_day, timedelta=style in self._formats.lengths
            )
        except (OverflowError, ValueError):
            return Odd.ERROR
        return day


def _day(text: str) -> object:
    from openpyxl.utils.datetime import from_ISO8601

    day: object = from_ISO8601(text)  # type: ignore[no-untyped-call]  # of openpyxl
    return day


def _index(text: str) -> int:
    at = int(text)
    if at < 0:
        raise IndexError("no such text")
    return at


@lru_cache(256)
def _local(name: str) -> str:
    """Name of a tag without its namespace: there are two of them for workbooks."""
    return name.rpartition(" ")[2]


@lru_cache(MOST_COLUMNS)
def _column(letters: str) -> int:
    """Place of a column, from 0."""
    from openpyxl.utils import column_index_from_string

    return int(column_index_from_string(letters)) - 1


def _parse(part: IO[bytes], file: str, tags: _Tags, most_bytes: int) -> None:
    """Feed a part to who takes its tags, while it is no larger than it may be."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = tags.start, tags.end
    parser.CharacterDataHandler = tags.said

    def declared(*_: object) -> None:
        raise refused(file, "The workbook declares a document type; Excel never does.")

    parser.StartDoctypeDeclHandler = declared
    most_tags = MOST_CELLS * _TAGS_OF_A_CELL + MOST_ROWS * _TAGS_OF_A_ROW
    n_bytes = n_tags = 0
    while content := part.read(_AT_ONCE):
        n_bytes, n_tags = n_bytes + len(content), n_tags + content.count(b"<")
        if n_tags > most_tags:
            raise refused(
                file,
                f"The workbook has more than about {MOST_CELLS:,} cells.",
                fix=_INSTEAD,
            )
        if n_bytes > most_bytes:
            raise refused(file, "The workbook unpacks to too much data.", fix=_INSTEAD)
        parser.Parse(content, False)
    parser.Parse(b"", True)
