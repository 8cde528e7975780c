"""Finds cells of a database file that hold what no column of theirs can hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from sqlalchemy import Column
from sqlalchemy.dialects import sqlite

from practicecoder.storage.base import Base
from practicecoder.storage.engine import AnyDatabaseFile, connect_sqlite

_AT_ONCE = 5_000
_CLASSES = {
    "BIGINT": ("integer",),
    "BLOB": ("blob",),
    "BOOLEAN": ("integer",),
    "DOUBLE": ("integer", "real"),
    "INTEGER": ("integer",),
    "FLOAT": ("integer", "real"),
    "NUMERIC": ("integer", "real"),
}
"""How SQLite may hold values of a column, by the first word of its type; others are text."""


def odd_columns(file: AnyDatabaseFile) -> Iterator[str]:
    """Name the columns in which a value is of another kind than theirs, or text that is no text.

    SQLite takes any value into any column, and does not miss it in its own check.
    """
    with closing(connect_sqlite(file, "ro")) as connection:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if _holds_others(connection, column) or _holds_no_text(connection, column):
                    yield f"{table.name}.{column.name}"


def _holds_others(connection: sqlite3.Connection, column: Column[object]) -> bool:
    kinds = ", ".join(f"'{kind}'" for kind in ("null", *_kinds(column)))
    query = (
        f'SELECT 1 FROM main."{column.table.name}" WHERE typeof("{column.name}") NOT IN ({kinds})'
    )
    return bool(connection.execute(f"{query} LIMIT 1").fetchall())


def _holds_no_text(connection: sqlite3.Connection, column: Column[object]) -> bool:
    if _kinds(column) != ("text",):
        return False
    after = ""
    while True:
        rows = connection.execute(
            f'SELECT rowid, CAST("{column.name}" AS BLOB) FROM main."{column.table.name}"'
            f" {after} ORDER BY rowid LIMIT {_AT_ONCE}"
        ).fetchall()
        if not rows:
            return False
        after = f"WHERE rowid > {rows[-1][0]}"
        try:
            b"\n".join(value for _, value in rows if value is not None).decode()
        except UnicodeDecodeError:
            return True


def _kinds(column: Column[object]) -> tuple[str, ...]:
    name = column.type.compile(dialect=sqlite.dialect())
    return _CLASSES.get(name.partition("(")[0], ("text",))
