"""Connections to a study's database: SQLite settings, and PostgreSQL for teams."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
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


def sqlite_uri(path: Path, mode: str) -> str:
    """Address of a database file for SQLite; ``mode`` is ro, rw or rwc."""
    name = quote(path.absolute().as_posix(), safe="/:")
    return f"file://{'' if name.startswith('/') else '/'}{name}?mode={mode}"


def connect_sqlite(path: Path, mode: str) -> sqlite3.Connection:
    """Open a database file with the settings; transactions are begun explicitly."""
    connection = sqlite3.connect(
        sqlite_uri(path, mode),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_TIMEOUT_MS / 1000,
    )
    try:
        _apply_settings(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def sqlite_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Engine on an existing database file; read-only connections cannot write at all."""
    mode = "ro" if read_only else "rw"
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect_sqlite(path, mode),
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
