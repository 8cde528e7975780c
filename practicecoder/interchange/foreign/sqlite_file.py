"""Reads another program's SQLite file out of memory, with everything but plain reading refused."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator, Sequence

from practicecoder.codebook.faults import quoted
from practicecoder.errors import ImportedDataError
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content

SIGNATURE = b"SQLite format 3\x00"
SIDE_FILES = ("-journal", "-wal")
"""Endings of what SQLite keeps beside a file that is in use or was left in the middle."""

Cell = int | float | str | bytes | None

_MOST_SECONDS = 10.0
_STEPS_BETWEEN_LOOKS = 10_000
_MOST_CELL_BYTES = 16_000_000
_MOST_ROWS = 1_000_000
_READ_VERSION, _WRITE_VERSION, _WITHOUT_LOG = 19, 18, 1

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, _MOST_CELL_BYTES),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
)
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})


class SqliteFile:
    """Tables of a file, read column by column. Use it through :func:`opened`."""

    def __init__(self, connection: sqlite3.Connection, file: str) -> None:
        self._connection = connection
        self._file = file
        self.version = int(self._cell("PRAGMA user_version"))
        self.columns = {
            name: tuple(str(row[1]) for row in self._rows(f'PRAGMA table_info("{name}")'))
            for name in self._tables()
        }

    def rows(self, table: str, columns: Sequence[str]) -> list[tuple[Cell, ...]]:
        """Rows of a table in its own order; each cell with the storage class it has.

        Raises
        ------
        ImportedDataError
            If the table or a column is not there, or it is too long.
        """
        missing = [name for name in columns if name not in self.columns.get(table, ())]
        if missing:
            what = f"The table {table} or its column {missing[0]} is not there."
            raise refused(self._file, what, fix="Choose a file as CACTI wrote it.")
        wanted = ", ".join(f'"{name}"' for name in columns)
        return self._rows(f'SELECT {wanted} FROM "{table}" LIMIT {_MOST_ROWS + 1}')

    def _tables(self) -> list[str]:
        found = self._rows("SELECT type, name, sql FROM sqlite_schema")
        names = []
        for kind, name, sql in found:
            is_virtual = str(sql or "").upper().split()[:2] == ["CREATE", "VIRTUAL"]
            if kind not in ("table", "index") or is_virtual:
                word = "virtual table" if is_virtual else str(kind)
                raise refused(self._file, f"The database holds a {word}, which is not taken.")
            if kind == "table" and str(name).isidentifier():
                names.append(str(name))
        return names

    def _cell(self, sql: str) -> int:
        found = self._rows(sql)
        return found[0][0] if found and isinstance(found[0][0], int) else 0

    def _rows(self, sql: str) -> list[tuple[Cell, ...]]:
        found: list[tuple[Cell, ...]] = self._connection.execute(sql).fetchall()
        if len(found) > _MOST_ROWS:
            raise refused(self._file, f"A table has more than {_MOST_ROWS} rows.")
        return found


@contextlib.contextmanager
def opened(content: Content) -> Iterator[SqliteFile]:
    """Open a copy of the file in memory, so that nothing of the original can be touched.

    Raises
    ------
    ImportedDataError
        If the file is damaged, takes too long, or holds views, triggers or virtual tables.
    """
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(_without_log(content.data))
        _guard(connection)
        if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise _damaged(content.file)
        file = SqliteFile(connection, content.file)
        connection.set_authorizer(_only_reading)
        yield file
    except (sqlite3.Error, UnicodeError, OverflowError, MemoryError) as error:
        raise _damaged(content.file) from error
    finally:
        connection.close()


def _without_log(data: bytes) -> bytes:
    """Bytes of a file that SQLite takes from memory even if it was last used with a log."""
    marks = bytes([_WITHOUT_LOG, _WITHOUT_LOG])
    return data[:_WRITE_VERSION] + marks + data[_READ_VERSION + 1 :]


def _guard(connection: sqlite3.Connection) -> None:
    for limit, most in _LIMITS:
        connection.setlimit(limit, most)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
        connection.execute(f"PRAGMA {pragma}")
    end = time.monotonic() + _MOST_SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)


def _only_reading(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _damaged(file: str) -> ImportedDataError:
    return refused(
        file,
        "The database is damaged or ends early.",
        fix="Copy the file again from where it was made.",
    )


def as_text(cell: Cell) -> str:
    """Cell as text; a number as SQLite would write it.

    Examples
    --------
    >>> as_text(7), as_text("007"), as_text(1000.0), as_text(None)
    ('7', '007', '1000.0', '')
    """
    if isinstance(cell, bytes):
        return cell.decode("utf-8", errors="replace")
    return "" if cell is None else str(cell)


def shown(cell: Cell) -> str:
    """Cell in quotation marks for a sentence."""
    return quoted(as_text(cell))
