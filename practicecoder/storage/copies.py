"""Copies of a database that were proved to be whole before they are relied on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from practicecoder.errors import StudyDamagedError
from practicecoder.storage.engine import (
    AnyDatabaseFile,
    DatabaseFile,
    connect_sqlite,
    database_errors,
    database_file,
)
from practicecoder.storage.folders import make_durable


def verified_copy(source: AnyDatabaseFile, target: AnyDatabaseFile, study: Path) -> None:
    """Copy a database, and prove that the copy is sound and holds the same rows.

    Both have the same key, or none. The copy is on the disk when this returns. A copy that fails
    is removed.

    Raises
    ------
    StudyDamagedError
        If the copy does not pass; the source is then not to be trusted either.
    """
    source, target = database_file(source), database_file(target)
    discard(target.path)
    try:
        is_whole = _copy(source, target)
        make_durable(target.path)
    except BaseException:
        discard(target.path)
        raise
    if not is_whole:
        discard(target.path)
        raise StudyDamagedError(study, "a copy of it does not pass its check")


def _copy(source: DatabaseFile, target: DatabaseFile) -> bool:
    """Copy a database, and say whether the copy is sound and holds the same rows."""
    with closing(connect_sqlite(source, "ro")) as original:
        original.execute("BEGIN")  # what is counted is what is copied
        rows = _rows(original)
        with closing(connect_sqlite(target, "rwc")) as copy:
            original.backup(copy)
    if faults_of(target):
        return False
    with closing(connect_sqlite(target, "ro")) as copy:
        return _rows(copy) == rows


def faults_of(file: AnyDatabaseFile, *, quick: bool = False) -> tuple[str, ...]:
    """What the database itself finds wrong with the file; nothing if it is sound."""
    check = "quick_check" if quick else "integrity_check"
    try:
        with closing(connect_sqlite(file, "ro")) as connection:
            found = [str(row[0]) for row in connection.execute(f"PRAGMA {check}").fetchall()]
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except database_errors() as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        ):
            return (str(error),)
        raise
    dangling = {
        f"a row of {table} refers to a missing row of {parent}" for table, _, parent, _ in broken
    }
    return (*(line for line in found if line != "ok"), *sorted(dangling))


def discard(file: Path) -> None:
    """Remove a database file and what an interrupted write left beside it."""
    for name in (file, file.with_name(f"{file.name}-journal")):
        name.unlink(missing_ok=True)


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Number of rows of every table, and how far the history has come."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    rows = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names
    }
    if "history" in rows:
        last = connection.execute("SELECT max(position) FROM history").fetchone()[0]
        rows["history, last"] = last or 0
    return rows
