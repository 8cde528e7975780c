"""Reads an Excel workbook: one worksheet, values only, within limits against hostile files."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from practicecoder.interchange.cells import as_text
from practicecoder.interchange.sheet import (
    MOST_COLUMNS,
    Problems,
    Row,
    Sheet,
    heading_among,
    refused,
)
from practicecoder.interchange.xlsx_limits import check_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

# What openpyxl and the libraries below it raise on files that are not workbooks.
_BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    ExpatError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class _Cell:
    value: object
    is_formula: bool
    is_error: bool
    is_text: bool
    """Whether it is the text that a formula comes to, be it empty."""

    @property
    def is_blank(self) -> bool:
        return self.value in (None, "") and not self.is_text


def read_xlsx(path: Path, heading: int | None = 0) -> Sheet:
    """Read the one worksheet of a workbook that has content; formulas count as their last value.

    ``heading`` is the line of the headings as in :func:`read_sheet`.

    Raises
    ------
    ImportedDataError
        With every cell and row that is not sound.
    """
    try:
        check_workbook(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(path, heading)
    except _BROKEN as error:
        raise refused(path.name, "The workbook is damaged and cannot be read.") from error


def _read(path: Path, heading: int | None) -> Sheet:
    problems = Problems(path.name)
    name, grid = _only_sheet(path, problems)
    problems.stop_if_any()
    cached = _cached_values(path, name) if _has_formulas(grid) else {}
    filled = {line: sum(c.value not in (None, "") for c in row) for line, row in grid.items()}
    heading_line = heading_among(filled, heading)
    if heading_line is None:
        raise refused(path.name, f"The workbook has no row {heading}.")
    lines = [line for line in sorted(grid) if line > heading_line]
    columns = _columns(grid[heading_line], heading_line, cached, problems)
    rows = []
    for line in lines:
        cells: dict[str, str] = {}
        dates: set[str] = set()
        for at, cell in enumerate(grid[line]):
            column = columns[at] if at < len(columns) else ""
            value = _value(cell, (line, at), column, cached, problems)
            if column:
                cells[column] = as_text(value)
                if isinstance(value, dt.date | dt.time):
                    dates.add(column)
            elif as_text(value):
                problems.add("A cell stands outside the columns.", line=line)
        if any(cells.values()):
            rows.append(Row(line=line, cells=cells, dates=frozenset(dates)))
    problems.stop_if_any()
    return Sheet(
        file=path.name,
        columns=tuple(c for c in columns if c),
        rows=tuple(rows),
        heading_line=heading_line,
    )


def _only_sheet(path: Path, problems: Problems) -> tuple[str, dict[int, list[_Cell]]]:
    """Name and cells of the only worksheet with content, by row; blank rows are left out."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    try:
        filled = {}
        for sheet in book.worksheets:
            grid = dict(_rows(sheet, path.name))
            if grid:
                filled[str(sheet.title)] = grid
    finally:
        book.close()
    if not filled:
        raise refused(path.name, "The workbook is empty.")
    if len(filled) > 1:
        problems.add(
            f"{len(filled)} worksheets have content.", fix="Keep the one that holds the table."
        )
    return next(iter(filled.items()))


def _rows(sheet: ReadOnlyWorksheet, file: str) -> Iterator[tuple[int, list[_Cell]]]:
    sheet.reset_dimensions()
    for line, cells in enumerate(sheet.rows, start=1):
        if len(cells) > MOST_COLUMNS:
            raise refused(file, f"The table has more than {MOST_COLUMNS} columns.", line=line)
        row = [
            _Cell(c.value, c.data_type == "f", c.data_type == "e", c.data_type == "str")
            for c in cells
        ]
        while row and row[-1].is_blank:
            row.pop()
        if row:
            yield line, row


def _has_formulas(grid: dict[int, list[_Cell]]) -> bool:
    return any(cell.is_formula for row in grid.values() for cell in row)


def _cached_values(path: Path, sheet_name: str) -> dict[tuple[int, int], _Cell]:
    """Last computed values by row and column."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        rows = dict(_rows(book[sheet_name], path.name))
    finally:
        book.close()
    return {(line, at): cell for line, row in rows.items() for at, cell in enumerate(row)}


def _value(
    cell: _Cell,
    place: tuple[int, int],
    heading: str,
    cached: dict[tuple[int, int], _Cell],
    problems: Problems,
) -> object:
    if cell.is_formula:
        last = cached.get(place)
        if last is None or (last.value is None and not last.is_text):
            problems.add(
                "The cell holds a formula without a value.",
                line=place[0],
                key=heading,
                fix="Open and save the workbook in Excel, or put the value in.",
            )
            return None
        cell = last
    if cell.is_error:
        problems.add("The cell holds an error value.", line=place[0], key=heading)
        return None
    return cell.value


def _columns(
    row: Sequence[_Cell],
    line: int,
    cached: dict[tuple[int, int], _Cell],
    problems: Problems,
) -> tuple[str, ...]:
    columns = [
        as_text(_value(cell, (line, at), "", cached, problems)) for at, cell in enumerate(row)
    ]
    if "" in columns:
        problems.add("A column has no heading.", line=line)
    problems.add_heading_faults(columns, line=line)
    return tuple(columns)
