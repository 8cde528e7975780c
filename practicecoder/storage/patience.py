"""Waits for a turn on a database file to which others write without a pause."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

from practicecoder.errors import StoreBusyError
from practicecoder.storage.engine import BUSY_TIMEOUT_MS, database_errors

PATIENCE_S = 60.0
"""How long a check waits for a turn, each time that it reads."""
_AT_ONCE_MS = 50
"""SQLite asks again after 1, 2, 5, 10 ms and so on, but only every 100 ms in the end: too seldom
to meet the gap between two writers. So it begins anew after this time."""

T = TypeVar("T")


def until_free(act: Callable[[], T]) -> T:
    """Do something, and do it again for a minute while others hold the file.

    Raises
    ------
    StoreBusyError
        If they hold it still.
    """
    ends = time.monotonic() + PATIENCE_S
    while True:
        try:
            return act()
        except StoreBusyError:
            if time.monotonic() >= ends:
                raise


def hold(connection: sqlite3.Connection) -> None:
    """Begin to read in a transaction that was begun, so that it cannot be refused any more.

    It keeps asking for a minute; then the driver's error says that the file is busy.
    """
    ends = time.monotonic() + PATIENCE_S
    connection.execute(f"PRAGMA busy_timeout={_AT_ONCE_MS}").fetchall()
    try:
        while not _holds(connection, is_last=time.monotonic() >= ends):
            pass
    finally:
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}").fetchall()


def _holds(connection: sqlite3.Connection, *, is_last: bool) -> bool:
    try:
        connection.execute("SELECT 1 FROM main.sqlite_master LIMIT 1").fetchall()
    except database_errors() as error:
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if is_last or kind != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
