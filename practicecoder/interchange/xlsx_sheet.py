"""Reads an Excel workbook: one worksheet, values only, within limits against hostile files."""

from __future__ import annotations

import datetime as dt
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from practicecoder.interchange.cells import as_text
from practicecoder.interchange.sheet import Problems, Row, Sheet, heading_among, refused
from practicecoder.interchange.xlsx_cells import Odd, Value, read_cells
from practicecoder.interchange.xlsx_parts import check_archive, open_workbook

# What files that are no workbooks come to.
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


def read_xlsx(path: Path, heading: int | None = 0) -> Sheet:
    """Read the one worksheet of a workbook that has content; formulas count as their last value.

    ``heading`` is the line of the headings as in :func:`read_sheet`.

    Raises
    ------
    ImportedDataError
        With every cell and row that is not sound.
    """
    try:
        return _read(path, heading)
    except _BROKEN as error:
        raise refused(path.name, "The workbook is damaged and cannot be read.") from error


def _read(path: Path, heading: int | None) -> Sheet:
    problems = Problems(path.name)
    grid = _only_sheet(path, problems)
    problems.stop_if_any()
    filled = {line: len(row) - row.count(None) for line, row in grid.items()}
    heading_line = heading_among(filled, heading)
    if heading_line is None:
        raise refused(path.name, f"The workbook has no row {heading}.")
    columns = _columns(grid[heading_line], heading_line, problems)
    rows = [
        row
        for line, values in grid.items()
        if line > heading_line and (row := _row(line, values, columns, problems)) is not None
    ]
    problems.stop_if_any()
    return Sheet(
        file=path.name,
        columns=tuple(c for c in columns if c),
        rows=tuple(rows),
        heading_line=heading_line,
    )


def _row(
    line: int, values: Sequence[Value], columns: Sequence[str], problems: Problems
) -> Row | None:
    cells: dict[str, str] = {}
    dates: set[str] = set()
    for at, value in enumerate(values):
        column = columns[at] if at < len(columns) else ""
        known = _known(value, line, column, problems)
        text = as_text(known)
        if column:
            cells[column] = text
            if isinstance(known, dt.date | dt.time):
                dates.add(column)
        elif text:
            problems.add("A cell stands outside the columns.", line=line)
    return Row(line=line, cells=cells, dates=frozenset(dates)) if any(cells.values()) else None


def _only_sheet(path: Path, problems: Problems) -> dict[int, list[Value]]:
    """Cells of the only worksheet with content, by row; blank rows are left out."""
    with zipfile.ZipFile(path) as archive:
        check_archive(archive, path.name)
        book = open_workbook(archive, path)
        filled = []
        for _, target in book.sheets:
            with archive.open(target) as part:
                grid = read_cells(part, path.name, book.strings, book.formats)
            if grid:
                filled.append(grid)
    if not filled:
        raise refused(path.name, "The workbook is empty.")
    if len(filled) > 1:
        problems.add(
            f"{len(filled)} worksheets have content.", fix="Keep the one that holds the table."
        )
    return filled[0]


def _known(value: Value, line: int, heading: str, problems: Problems) -> Value:
    """Value of a cell; None, with a problem noted, if it has none."""
    if value is Odd.FORMULA:
        problems.add(
            "The cell holds a formula without a value.",
            line=line,
            key=heading,
            fix="Open and save the workbook in Excel, or put the value in.",
        )
        return None
    if value is Odd.ERROR:
        problems.add("The cell holds an error value.", line=line, key=heading)
        return None
    return value


def _columns(row: Sequence[Value], line: int, problems: Problems) -> tuple[str, ...]:
    columns = [as_text(_known(value, line, "", problems)) for value in row]
    if "" in columns:
        problems.add("A column has no heading.", line=line)
    problems.add_heading_faults(columns, line=line)
    return tuple(columns)
