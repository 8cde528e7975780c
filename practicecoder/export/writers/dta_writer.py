"""Writes a table for Stata 15, with labels and extended missing values."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from practicecoder.errors import ExportError
from practicecoder.export.names import check_names
from practicecoder.export.table import MissingCode, Table
from practicecoder.export.writers.columns import CodedColumn, coded_columns

LONGEST_LABEL = 80
"""Characters of the label of a variable or a file."""
_VERSION = 15


def write_dta(table: Table, path: Path, *, label: str) -> None:
    """Write a table as ``.dta``.

    Parameters
    ----------
    table
        What is written; reasons for missing ratings become ``.a``, ``.b`` and so on.
    path
        Where it goes.
    label
        Label of the file.

    Raises
    ------
    ExportError
        If Stata would refuse the name of a column or has no letter for a reason.
    """
    import pandas as pd
    import pyreadstat

    check_names(path.name, [column.name for column in table.columns])
    columns = coded_columns(table)
    for one in columns:
        _check_letters(path.name, one)
    pyreadstat.write_dta(
        pd.DataFrame({one.column.name: _cells(one) for one in columns}),
        str(path),
        version=_VERSION,
        file_label=shortened(label),
        column_labels=[shortened(one.column.label) for one in columns],
        variable_value_labels={one.column.name: v for one in columns if (v := _labels(one))},
        missing_user_values={
            one.column.name: used for one in columns if (used := _letters_used(one))
        },
    )


def shortened(text: str) -> str:
    """Text of a label; a longer one ends in an ellipsis.

    Examples
    --------
    >>> shortened("x" * 81)[-2:], len(shortened("x" * 81))
    ('x…', 80)
    """
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def _check_letters(file: str, one: CodedColumn) -> None:
    if any(not code.stata for code in one.column.missing_codes):
        raise ExportError(
            f"{file} was not written: the codebook has {len(one.column.missing_codes)} reasons "
            "for a missing rating, and Stata can tell 26 apart. Export without dta."
        )


def _letters_used(one: CodedColumn) -> list[str]:
    return sorted({cell.stata for cell in one.cells if isinstance(cell, MissingCode)})


def _cells(one: CodedColumn) -> object:
    import pandas as pd

    if one.is_text:
        return pd.Series(["" if c is None else str(c) for c in one.cells], dtype=object)
    if one.is_date:
        return pd.Series(list(one.cells), dtype=object)
    if not _letters_used(one):
        return pd.Series(list(one.cells), dtype="float64")
    cells = [
        cell.stata
        if isinstance(cell, MissingCode)
        else float("nan")
        if not isinstance(cell, int | float)
        else float(cell)
        for cell in one.cells
    ]
    return pd.Series(cells, dtype=object)


def _labels(one: CodedColumn) -> dict[int | float, str]:
    """Words for whole numbers and letters; Stata has none for numbers between."""
    labels: dict[int | float | str, str] = {
        int(value): text for value, text in one.labels.items() if value.is_integer()
    }
    used = _letters_used(one)
    labels.update({c.stata: c.label for c in one.column.missing_codes if c.stata in used})
    return cast("dict[int | float, str]", labels)
