"""The data dictionary: one row per variable of every table."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.codebook.model import Codebook
from practicecoder.export.table import Cell, Column, ColumnType, Measure, Table

_COLUMNS = (
    ("file", "File"),
    ("name", "Variable"),
    ("label", "Words for it"),
    ("type", "Type of the values"),
    ("measure", "Level of measurement"),
    ("unit", "Unit"),
    ("minimum", "Lowest possible value"),
    ("maximum", "Highest possible value"),
    ("values", "Words for single values"),
    ("missing_codes", "What a blank means"),
    ("derivation", "How it is derived"),
    ("source", "Where it comes from"),
    ("first_codebook_version", "Version of the codebook that has it"),
)


def data_dictionary(tables: Sequence[Table], codebook: Codebook) -> Table:
    """Describe every variable of the tables."""
    numbers = ("minimum", "maximum")
    return Table(
        name="data_dictionary",
        title="One row per variable",
        columns=tuple(
            Column(
                name=name,
                label=label,
                column_type=ColumnType.NUMBER if name in numbers else ColumnType.TEXT,
                measure=Measure.SCALE if name in numbers else Measure.NOMINAL,
            )
            for name, label in _COLUMNS
        ),
        rows=tuple(_row(table, column, codebook) for table in tables for column in table.columns),
        key=("file", "name"),
        folder="docs",
    )


def _row(table: Table, column: Column, codebook: Codebook) -> tuple[Cell, ...]:
    from_codebook = column.name.removesuffix("_na") in {
        *codebook.dimension_ids,
        *codebook.count_ids,
        *codebook.score_ids,
        *(question.question_id for question in codebook.questions),
    }
    return (
        table.file,
        column.name,
        column.label,
        column.column_type,
        column.measure,
        column.unit or None,
        column.minimum,
        column.maximum,
        values_in_words(column) or None,
        missing_in_words(column) or None,
        column.derivation or None,
        column.source or None,
        codebook.version if from_codebook else None,
    )


def values_in_words(column: Column) -> str:
    """Values with their words on one line.

    Examples
    --------
    >>> values_in_words(Column(name="x", label="X", values={"0": "no", "1": "yes", "2": ""}))
    '0 = no | 1 = yes | 2'
    """
    return " | ".join(
        f"{value} = {word}" if word else value for value, word in column.values.items()
    )


def missing_in_words(column: Column) -> str:
    """What a blank means, and the codes in its place in SPSS and Stata.

    Examples
    --------
    >>> from practicecoder.export.table import MissingCode
    >>> code = MissingCode(reason_id="no_opportunity", label="None given", spss=-7, stata="c")
    >>> missing_in_words(Column(name="x", label="X", missing="see x_na", missing_codes=(code,)))
    'see x_na | no_opportunity: -7 in SPSS, .c in Stata'
    """
    codes = [
        f"{code.reason_id}: {code.spss} in SPSS" + (f", .{code.stata} in Stata" * bool(code.stata))
        for code in column.missing_codes
    ]
    return " | ".join([*([column.missing] if column.missing else []), *codes])
