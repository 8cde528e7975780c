"""Encrypted copies of plain databases, proved to hold the same before they are relied on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from practicecoder.errors import StudyDamagedError
from practicecoder.storage.copies import discard, faults_of
from practicecoder.storage.engine import DatabaseFile, connect_sqlite, sqlite_uri
from practicecoder.storage.folders import make_durable

_ROWS_AT_ONCE = 1000


def encrypted_copy(source: Path, target: DatabaseFile, study: Path) -> None:
    """Copy a plain database into a new encrypted one, and prove that it holds the same.

    The copy is on the disk when this returns. A copy that fails is removed.

    Raises
    ------
    StudyDamagedError
        If the source is not sound, or the copy does not hold the same.
    """
    faults = faults_of(source)
    if faults:
        raise StudyDamagedError(study, faults[0])
    discard(target.path)
    try:
        _export(source, target)
        is_proved = not faults_of(target) and holds_the_same(source, target)
        make_durable(target.path)
    except BaseException:
        discard(target.path)
        raise
    if not is_proved:
        discard(target.path)
        raise StudyDamagedError(study, "an encrypted copy of it does not hold the same")


def holds_the_same(source: Path, target: DatabaseFile) -> bool:
    """Whether two databases have the same tables, rules and rows, in the same order."""
    with (
        closing(connect_sqlite(source, "ro")) as plain,
        closing(connect_sqlite(target, "ro")) as encrypted,
    ):
        parts = _parts(plain)
        if parts != _parts(encrypted):
            return False
        tables = [name for kind, name, _ in parts if kind == "table"]
        return all(_same_rows(plain, encrypted, table) for table in tables)


def _export(source: Path, target: DatabaseFile) -> None:
    with closing(connect_sqlite(target, "rwc")) as connection:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (sqlite_uri(source, "ro"),))
        connection.execute("SELECT sqlcipher_export('main', 'plain')").fetchall()
        connection.execute("DETACH DATABASE plain")


def _parts(connection: sqlite3.Connection) -> list[tuple[str, str, str | None]]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    return rows.fetchall()


def _same_rows(plain: sqlite3.Connection, encrypted: sqlite3.Connection, table: str) -> bool:
    ours, theirs = (one.execute(f'SELECT * FROM "{table}"') for one in (plain, encrypted))
    while True:
        some, others = ours.fetchmany(_ROWS_AT_ONCE), theirs.fetchmany(_ROWS_AT_ONCE)
        if any(one != other for one, other in zip_longest(some, others)):
            return False
        if not some:
            return True
