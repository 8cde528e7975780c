"""Writes tables as sheets of one Excel workbook; texts stay texts and numbers numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.export.table import Cell, ColumnType, Step, Table
from practicecoder.export.writers.csv_writer import STEP_ROWS, is_risky, plain_text

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""Rows of a sheet below its heading."""
LONGEST_TEXT = 32_767
"""Characters of a cell."""

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDEST = 40


def write_workbook(
    path: Path,
    tables: Sequence[tuple[str, Table]],
    *,
    readme: str,
    made_at: datetime,
    step: Step | None = None,
) -> tuple[str, ...]:
    """Write a workbook: a sheet with the explanation, then one for each table.

    Parameters
    ----------
    path
        Where it goes.
    tables
        Name of the sheet, and what it holds.
    readme
        Text of the first sheet, a line a row.
    made_at
        Time that the file bears.
    step
        Called with the number of rows written to a sheet.

    Returns
    -------
    tuple of str
        Names of sheets that a workbook has no room for; they are left out.
    """
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    workbook.properties.title = sheet_text(next(iter(readme.splitlines()), ""))
    workbook.properties.creator = "practicecoder"
    workbook.properties.created = made_at.replace(tzinfo=None)
    sheet = workbook.create_sheet("README")
    sheet.column_dimensions["A"].width = 100
    for line in readme.splitlines():
        sheet.append([_text_cell(sheet, line)])
    left_out = []
    for name, table in tables:
        if len(table.rows) > MOST_ROWS:
            left_out.append(name)
            continue
        _add_sheet(workbook, name, table, step)
    workbook.save(path)
    return tuple(left_out)


def _add_sheet(workbook: Workbook, name: str, table: Table, step: Step | None) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet: Worksheet = workbook.create_sheet(name)
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    heading = []
    for place, column in enumerate(table.columns, start=1):
        width = min(_WIDEST, max(9, len(column.name) + 3))
        sheet.column_dimensions[get_column_letter(place)].width = width
        cell = WriteOnlyCell(sheet, column.name)
        cell.font = Font(bold=True)
        heading.append(cell)
    sheet.append(heading)
    days = [column.column_type is ColumnType.DATE for column in table.columns]
    for row in _stepped(table.rows, step):
        sheet.append(
            [
                (date.fromisoformat(c) if is_day else _text_cell(sheet, c))
                if isinstance(c, str)
                else c
                for c, is_day in zip(row, days, strict=True)
            ]
        )


def _stepped(rows: Iterable[tuple[Cell, ...]], step: Step | None) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(rows):
        if step is not None and number % STEP_ROWS == 0:
            step(number)
        yield row


def _text_cell(sheet: Worksheet, text: str) -> SheetCell | str | None:
    """Text that is never a formula, a link, an error or a number, also after somebody edits it."""
    from openpyxl.cell import WriteOnlyCell

    safe = sheet_text(text)
    if not safe:
        return None
    if not is_risky(safe) and not safe.startswith("#"):
        return safe
    cell = WriteOnlyCell(sheet, safe)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def sheet_text(text: str) -> str:
    """Text as a cell can hold it: no control characters, and cut to the length of a cell."""
    safe = _FORBIDDEN.sub("\ufffd", plain_text(text))
    return safe if len(safe) <= LONGEST_TEXT else f"{safe[: LONGEST_TEXT - 1]}…"
