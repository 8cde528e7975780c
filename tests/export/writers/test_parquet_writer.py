from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from practicecoder.errors import ExportError
from practicecoder.export.table import Rows, Table
from practicecoder.export.writers import parquet_writer
from practicecoder.export.writers.parquet_writer import check_parquet, write_parquet


def test_types_blanks_and_labels_survive(small: Table, tmp_path: Path) -> None:
    path = tmp_path / "sessions.parquet"
    write_parquet(small, path, about={"label": "Northshire"})
    read = pq.read_table(path)
    assert [field.type for field in read.schema] == [
        pa.string(),
        pa.string(),
        pa.int64(),
        pa.float64(),
        pa.string(),
        pa.float64(),
    ]
    assert [tuple(row.values()) for row in read.to_pylist()] == list(small.rows)
    assert read.schema.metadata[b"label"] == b"Northshire"
    assert read.schema.field("empathy").metadata[b"label"] == b"Empathy"
    assert not read.schema.field("session_id").nullable


def test_long_tables_are_written_a_block_at_a_time(
    small: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_writer, "BLOCK_ROWS", 2)
    told: list[int] = []
    write_parquet(small, tmp_path / "b.parquet", about={}, step=told.append)
    assert told == [0, 2, 4]
    assert pq.ParquetFile(tmp_path / "b.parquet").num_row_groups == 3


def test_stopping_between_blocks_stops(small: Table, tmp_path: Path) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    endless = replace(
        small, rows=Rows(10**9, lambda: (row for _ in range(10**9) for row in small.rows))
    )
    with pytest.raises(KeyboardInterrupt):
        write_parquet(endless, tmp_path / "x.parquet", about={}, step=stop)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_writer, "find_spec", lambda _name: None)
    with pytest.raises(ExportError, match=r"practicecoder\[parquet\]"):
        check_parquet()
