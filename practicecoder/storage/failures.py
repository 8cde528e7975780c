"""Which database errors are known trouble, and as what they are told.

A failed write is told by its kind alone: texts of databases can contain what was to be written.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from practicecoder.errors import (
    ConflictError,
    PracticeCoderError,
    ReadOnlyStudyError,
    StoreFailedError,
    StudyDamagedError,
    StudyInUseError,
    StudyNeedsWritingError,
)

_DISK_TROUBLE = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk reported an error",
    sqlite3.SQLITE_READONLY: "the disk or the file cannot be written",
    sqlite3.SQLITE_CANTOPEN: "a file beside the study could not be made",
    sqlite3.SQLITE_PERM: "the file cannot be written",
}
_OS_TROUBLE = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EACCES: sqlite3.SQLITE_PERM,
    errno.EPERM: sqlite3.SQLITE_PERM,
    errno.EROFS: sqlite3.SQLITE_READONLY,
}
_DAMAGE = {
    sqlite3.SQLITE_CORRUPT: "its structure is broken",
    sqlite3.SQLITE_NOTADB: "it is not a database",
}
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_TAKEN = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
_INTERRUPTED = sqlite3.SQLITE_READONLY_ROLLBACK

_SERVER_TROUBLE = {
    "53": "the server has no room left",
    "08": "the connection to the server was lost",
    "57": "the server was stopped",
    "58": "the server's disk reported an error",
}


class BrokenRuleError(Exception):
    """Something that the tables do not allow: a fault of the program, told without any value."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        super().__init__(f"the database refused: {rule}")


@contextmanager
def told(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Turn errors of the database into ours; ``reading`` says that nothing was to be written."""
    try:
        yield
    except DBAPIError as error:
        cause = error.orig
        raise _translated(cause, path, reading) from None
    except sqlite3.Error as error:
        raise _translated(error, path, reading) from None


@contextmanager
def disk_told() -> Iterator[None]:
    """Turn a refused write of a file into ours."""
    try:
        yield
    except OSError as error:
        kind = _OS_TROUBLE.get(error.errno or 0, sqlite3.SQLITE_IOERR)
        raise StoreFailedError(_DISK_TROUBLE[kind]) from error


def _translated(cause: BaseException | None, path: Path, reading: bool) -> Exception:
    if isinstance(cause, sqlite3.Error):
        return _from_sqlite(cause, path, reading)
    return _from_server(cause, reading)


def _from_sqlite(cause: sqlite3.Error, path: Path, reading: bool) -> Exception:
    code: int = getattr(cause, "sqlite_errorcode", 0)
    kind = code & 0xFF
    known: PracticeCoderError | None = None
    if code == _INTERRUPTED and reading:
        known = StudyNeedsWritingError(path, "an interrupted change has to be taken back")
    elif kind == sqlite3.SQLITE_READONLY and reading:
        known = ReadOnlyStudyError()
    elif kind in _DISK_TROUBLE:
        known = StoreFailedError(_DISK_TROUBLE[kind])
    elif kind in _DAMAGE:
        known = StudyDamagedError(path, _DAMAGE[kind])
    elif kind in _BUSY:
        known = StudyInUseError(path, "another program is using its database")
    elif code in _TAKEN:
        known = ConflictError("What was to be added")
    return known or BrokenRuleError(str(cause))


def _from_server(cause: BaseException | None, reading: bool) -> Exception:
    state: str = getattr(cause, "sqlstate", None) or "08000"
    if state == "25006" and reading:
        return ReadOnlyStudyError()
    if state == "23505":
        return ConflictError("What was to be added")
    if state[:2] == "40":
        return ConflictError("Something that was read")
    if state[:2] in _SERVER_TROUBLE:
        return StoreFailedError(_SERVER_TROUBLE[state[:2]])
    diagnostics = getattr(cause, "diag", None)
    return BrokenRuleError(getattr(diagnostics, "constraint_name", None) or state)
