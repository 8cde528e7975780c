"""Columns of a table as SPSS and Stata take them: codes, labels and missing values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from practicecoder.export.table import Cell, Column, ColumnType, MissingCode, Table
from practicecoder.export.writers.csv_writer import plain_text


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedColumn:
    """One column with its cells; a reason for a missing rating stands in place of the blank.

    ``is_text`` is false for texts that have codes: their cells are numbers. ``is_whole``: no cell
    lies between whole numbers.
    """

    column: Column
    cells: tuple[Cell | date | MissingCode, ...]
    is_text: bool
    is_whole: bool

    @property
    def is_date(self) -> bool:
        """Whether cells are days; a column without any day is one of blank numbers."""
        return any(isinstance(cell, date) for cell in self.cells)

    @property
    def labels(self) -> dict[float, str]:
        """Words for single values; codes of missing values are not among them."""
        if self.column.codes:
            return {float(code): str(text) for text, code in self.column.codes.items()}
        if self.is_text:
            return {}
        return {
            float(value): f"{value} {word}".strip() if self.column.missing_codes else word or value
            for value, word in self.column.values.items()
        }

    @property
    def width(self) -> int:
        """Bytes of the longest text; 1 at least."""
        return max((len(str(cell).encode()) for cell in self.cells if cell is not None), default=1)


def coded_columns(table: Table) -> tuple[CodedColumn, ...]:
    """Columns of a table, in its order."""
    names = [column.name for column in table.columns]
    by_name: dict[str, Sequence[Cell]] = dict(
        zip(names, zip(*table.rows, strict=True), strict=True)
        if len(table.rows)
        else ((name, ()) for name in names)
    )
    return tuple(_coded(column, by_name) for column in table.columns)


def _coded(column: Column, by_name: dict[str, Sequence[Cell]]) -> CodedColumn:
    cells = by_name[column.name]
    is_text = column.column_type is ColumnType.TEXT and not column.codes
    coded: list[Cell | date | MissingCode]
    if column.column_type is ColumnType.DATE:
        coded = [None if cell is None else date.fromisoformat(str(cell)) for cell in cells]
    elif column.codes:
        coded = [None if cell is None else column.codes[str(cell)] for cell in cells]
    elif is_text:
        coded = [None if cell is None else plain_text(str(cell)) for cell in cells]
    else:
        coded = list(cells)
    if column.missing_codes:
        reasons = {code.reason_id: code for code in column.missing_codes}
        coded = [
            reasons.get(str(reason)) if cell is None else cell
            for cell, reason in zip(coded, by_name[column.reason_column], strict=True)
        ]
    is_whole = all(float(c).is_integer() for c in coded if isinstance(c, int | float))
    return CodedColumn(
        column=column, cells=tuple(coded), is_text=is_text, is_whole=not is_text and is_whole
    )
