"""Writes a table as Parquet, a block of rows at a time; needs the extra ``parquet``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.errors import ExportError
from practicecoder.export.table import Cell, Column, ColumnType, Step, Table
from practicecoder.export.writers.csv_writer import plain_text

if TYPE_CHECKING:
    import pyarrow as pa

BLOCK_ROWS = 20_000


def parquet_is_there() -> bool:
    """Whether the library that Parquet needs is installed."""
    return find_spec("pyarrow") is not None


def check_parquet() -> None:
    """Refuse where the extra is missing.

    Raises
    ------
    ExportError
        Naming the extra.
    """
    if not parquet_is_there():
        raise ExportError(
            "Parquet needs an extra that is not installed: pip install 'practicecoder[parquet]'. "
            "Nothing was written."
        )


def write_parquet(
    table: Table, path: Path, *, about: Mapping[str, str], step: Step | None = None
) -> None:
    """Write a table as ``.parquet``.

    Parameters
    ----------
    table
        What is written; labels are in the metadata of the columns.
    path
        Where it goes.
    about
        Texts of the file's metadata.
    step
        Called with the number of rows written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([_field(column) for column in table.columns], metadata=dict(about))
    kinds = [column.column_type for column in table.columns]
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for number, block in enumerate(_blocks(table.rows)):
            if step is not None:
                step(number * BLOCK_ROWS)
            arrays = [
                pa.array([_value(cell, kind) for cell in cells], type=field.type)
                for cells, kind, field in zip(zip(*block, strict=True), kinds, schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _blocks(rows: Iterable[tuple[Cell, ...]]) -> Iterator[list[tuple[Cell, ...]]]:
    left = iter(rows)
    while block := list(islice(left, BLOCK_ROWS)):
        yield block


def _field(column: Column) -> pa.Field:
    import pyarrow as pa

    kinds = {
        ColumnType.TEXT: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.NUMBER: pa.float64(),
        ColumnType.DATE: pa.date32(),
    }
    words = {"label": column.label, "measure": column.measure.value}
    if column.values:
        words["values"] = json.dumps(dict(column.values), ensure_ascii=False)
    return pa.field(
        column.name, kinds[column.column_type], nullable=not column.needed, metadata=words
    )


def _value(cell: Cell, kind: ColumnType) -> Cell | date:
    if cell is None:
        return None
    if kind is ColumnType.TEXT:
        return plain_text(str(cell))
    if kind is ColumnType.DATE:
        return date.fromisoformat(str(cell))
    return float(cell) if kind is ColumnType.NUMBER else int(cell)
