"""Connections to a study's database: SQLite settings, and PostgreSQL for teams."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TypeAlias, cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 5000

SETTINGS: Mapping[str, str | int] = MappingProxyType(
    {
        "busy_timeout": BUSY_TIMEOUT_MS,
        "journal_mode": "DELETE",
        "synchronous": "EXTRA",
        "secure_delete": "ON",
        "foreign_keys": "ON",
        "trusted_schema": "OFF",
        "cell_size_check": "ON",
        "temp_store": "MEMORY",
        **({"fullfsync": "ON"} if sys.platform == "darwin" else {}),
    }
)
"""Set on every connection: most of them do not persist in the file.

A rollback journal with EXTRA survives a power cut without losing the last commit, leaves no second
file beside the study, and together with ``secure_delete`` leaves no deleted text behind.
"""

WRITES = "practicecoder_writes"
"""Execution option of a connection whose transaction writes."""


@dataclass(frozen=True, slots=True)
class DatabaseFile:
    """A database file and its key of 32 bytes; ``key`` is None for a plain one."""

    path: Path
    key: bytes | None = field(default=None, repr=False)

    def at(self, path: Path) -> DatabaseFile:
        """Name another file that has the same key."""
        return DatabaseFile(path, self.key)


AnyDatabaseFile: TypeAlias = DatabaseFile | Path
"""A database file; a path alone is that of a plain one."""


def database_file(file: AnyDatabaseFile) -> DatabaseFile:
    """Make a path the plain database file that it stands for."""
    return file if isinstance(file, DatabaseFile) else DatabaseFile(file)


def database_errors() -> tuple[type[Exception], ...]:
    """Errors of SQLite and, if an encrypted study was opened, of SQLCipher.

    Both carry ``sqlite_errorcode``; SQLCipher's is the kind alone, without the finer code.
    """
    sqlcipher = sys.modules.get("sqlcipher3")
    return (sqlite3.Error,) if sqlcipher is None else (sqlite3.Error, sqlcipher.Error)


def sqlite_uri(path: Path, mode: str) -> str:
    """Address of a database file for SQLite; ``mode`` is ro, rw or rwc."""
    name = quote(path.absolute().as_posix(), safe="/:")
    return f"file://{'' if name.startswith('/') else '/'}{name}?mode={mode}"


def connect_sqlite(file: AnyDatabaseFile, mode: str) -> sqlite3.Connection:
    """Open a database file with the settings; transactions are begun explicitly.

    The connection of an encrypted file is SQLCipher's, which has the same methods. A wrong key
    shows at the first reading, as a file that is not a database.
    """
    file = database_file(file)
    connection = _connected(file, mode)
    try:
        _apply_settings(connection)
    except database_errors():
        connection.close()
        raise
    return connection


def sqlite_engine(file: AnyDatabaseFile, *, read_only: bool = False) -> Engine:
    """Engine on an existing database file; read-only connections cannot write at all."""
    mode = "ro" if read_only else "rw"
    file = database_file(file)
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect_sqlite(file, mode),
        module=_driver(file),
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def engine_for(url: str) -> Engine:
    """Engine on a team's database server, ``postgresql+psycopg://...``."""
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _set_utc)
    return engine


def _driver(file: DatabaseFile) -> ModuleType:
    """Python's SQLite or, for an encrypted file only, SQLCipher."""
    if file.key is None:
        return sqlite3
    import sqlcipher3

    return cast(ModuleType, sqlcipher3)


def _connected(file: DatabaseFile, mode: str) -> sqlite3.Connection:
    connection: sqlite3.Connection = _driver(file).connect(
        sqlite_uri(file.path, mode),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_MS / 1000,
    )
    if file.key is not None:
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()  # or it writes to stderr
        connection.execute(f"PRAGMA key=\"x'{file.key.hex()}'\"").fetchall()
    return connection


def _apply_settings(connection: sqlite3.Connection) -> None:
    for name, value in SETTINGS.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once, so that a transaction never has to be upgraded half-way."""
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _set_utc(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("SET TIME ZONE 'UTC'")
    cursor.close()
    connection.commit()
