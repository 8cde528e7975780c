"""Reads a Parquet file; needs the optional library pyarrow."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from practicecoder.interchange.cells import as_text
from practicecoder.interchange.sheet import MOST_ROWS, Problems, Row, Sheet, refused

MOST_UNPACKED_BYTES = 300_000_000
_INDEX = re.compile(r"__index_level_\d+__")
"""Columns that pandas adds for its own use."""


def read_parquet(path: Path) -> Sheet:
    """Read a Parquet file.

    Raises
    ------
    ImportedDataError
        If pyarrow is not installed, or the file is damaged or too large.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise refused(
            path.name,
            "Parquet files need the library pyarrow.",
            fix='Install practicecoder with its extra: pip install "practicecoder[parquet]".',
        ) from error
    try:
        with pq.ParquetFile(path) as file:
            meta = file.metadata
            groups = range(meta.num_row_groups)
            unpacked = sum(meta.row_group(group).total_byte_size for group in groups)
            if meta.num_rows > MOST_ROWS or unpacked > MOST_UNPACKED_BYTES:
                raise refused(
                    path.name, f"The table has more than {MOST_ROWS} rows or too much data."
                )
            table = file.read()
        names = [str(name) for name in table.column_names if not _INDEX.fullmatch(str(name))]
        columns = [table.column(name).to_pylist() for name in names]
    except (pa.ArrowException, KeyError, OSError, ValueError) as error:
        raise refused(path.name, "The Parquet file is damaged and cannot be read.") from error
    problems = Problems(path.name)
    problems.add_heading_faults(names)
    problems.stop_if_any()
    rows = tuple(
        Row(
            line=number,
            cells={name: as_text(value) for name, value in zip(names, values, strict=True)},
            dates=frozenset(
                n for n, value in zip(names, values, strict=True) if isinstance(value, dt.date)
            ),
        )
        for number, values in enumerate(zip(*columns, strict=True), start=1)
    )
    return Sheet(file=path.name, columns=tuple(names), rows=rows)
