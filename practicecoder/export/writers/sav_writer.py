"""Writes a table for SPSS, with labels, measures, display formats and user-missing codes."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.export.names import LONGEST_FILE_LABEL, check_names, clipped
from practicecoder.export.table import ColumnType, Measure, MissingCode, Table
from practicecoder.export.writers.columns import CodedColumn, coded_columns

if TYPE_CHECKING:
    from pyreadstat.pyclasses import MissingRange

LONGEST_LABEL = 255
"""Bytes of a variable label, of which SPSS shows as many."""
LONGEST_NOTE_LINE = 80
"""Characters of a line of the text that a file carries."""
LONGEST_VALUE_LABEL = 120
"""Bytes of a value label."""


def write_sav(table: Table, path: Path, *, label: str, note: str) -> None:
    """Write a table as ``.sav``.

    Parameters
    ----------
    table
        What is written; reasons for missing ratings become user-missing codes.
    path
        Where it goes.
    label
        Label of the file.
    note
        Text that the file carries.

    Raises
    ------
    ExportError
        If SPSS would refuse the name of a column.
    """
    import pandas as pd
    import pyreadstat

    check_names(path.name, [column.name for column in table.columns])
    columns = coded_columns(table)
    frame = pd.DataFrame({one.column.name: _cells(one) for one in columns})
    pyreadstat.write_sav(
        frame,
        str(path),
        file_label=clipped(label, LONGEST_FILE_LABEL),
        column_labels=[clipped(one.column.label, LONGEST_LABEL) for one in columns],
        variable_value_labels={one.column.name: v for one in columns if (v := _labels(one))},
        missing_ranges={
            one.column.name: missing_ranges(one.column.missing_codes)
            for one in columns
            if one.column.missing_codes
        },
        variable_measure={one.column.name: one.column.measure.value for one in columns},
        variable_format={one.column.name: _format(one) for one in columns},
        note=textwrap.wrap(note, LONGEST_NOTE_LINE),
    )


def _cells(one: CodedColumn) -> object:
    import pandas as pd

    if one.is_text:
        return pd.Series(["" if c is None else str(c) for c in one.cells], dtype=object)
    if one.is_date:
        return pd.Series(list(one.cells), dtype=object)
    numbers = [c.spss if isinstance(c, MissingCode) else c for c in one.cells]
    return pd.Series(numbers, dtype="float64")


def _labels(one: CodedColumn) -> dict[float, str]:
    missing = {float(code.spss): code.label for code in one.column.missing_codes}
    return {
        value: clipped(text, LONGEST_VALUE_LABEL)
        for value, text in {**missing, **one.labels}.items()
    }


def _format(one: CodedColumn) -> str:
    """Display format; wide enough for the codes of missing values."""
    if one.is_text:
        return f"A{one.width}"
    if one.column.column_type is ColumnType.DATE:
        return "DATE11"
    if one.column.measure is Measure.ORDINAL or one.column.codes:
        return "F2.0" if one.is_whole else "F4.1"
    if one.column.column_type is ColumnType.INTEGER or one.column.unit == "marks":
        return "F8.0" if one.is_whole else "F8.1"
    return "F5.2" if one.column.unit != "%" else "F6.2"


def missing_ranges(codes: Sequence[MissingCode]) -> list[int | float | str | MissingRange]:
    """Declare the codes as SPSS takes them: three values at most, or one unbroken range.

    Raises
    ------
    ValueError
        If they are neither, which the check of a codebook refuses.

    Examples
    --------
    >>> codes = [MissingCode(reason_id="x", label="X", spss=s, stata="") for s in (-6, -7, -8, -9)]
    >>> missing_ranges(codes), missing_ranges(codes[:2])
    ([{'lo': -9.0, 'hi': -6.0}], [-6.0, -7.0])
    """
    values = [float(code.spss) for code in codes]
    if len(values) <= 3:
        return list(values)
    if max(values) - min(values) != len(values) - 1:
        raise ValueError("more than three missing codes that are no unbroken range")
    return [{"lo": min(values), "hi": max(values)}]
