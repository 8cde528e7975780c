"""Which database errors are known trouble, and as what they are told.

A failed write is told by its kind alone: texts of databases can contain what was to be written.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from practicecoder.errors import (
    ConflictError,
    DiskFailingError,
    DiskFullError,
    NotWritableError,
    PracticeCoderError,
    ReadOnlyStudyError,
    StoreBusyError,
    StoreFailedError,
    StudyDamagedError,
    StudyNeedsWritingError,
)
from practicecoder.storage.engine import database_errors

_DISK_TROUBLE: Mapping[int, Callable[[], StoreFailedError]] = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_IOERR: DiskFailingError,
    sqlite3.SQLITE_READONLY: NotWritableError,
    sqlite3.SQLITE_CANTOPEN: partial(
        NotWritableError, "a file beside the study could not be made"
    ),
    sqlite3.SQLITE_PERM: partial(NotWritableError, "the file cannot be written"),
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
_UNIQUE = "UNIQUE constraint failed"
"""How the text of both kinds begins; SQLCipher's code is that of every constraint."""

_SERVER_TROUBLE: Mapping[str, tuple[Callable[[str], StoreFailedError], str]] = {
    "53": (DiskFullError, "the server has no room left"),
    "08": (DiskFailingError, "the connection to the server was lost"),
    "57": (DiskFailingError, "the server was stopped"),
    "58": (DiskFailingError, "the server's disk reported an error"),
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
    except database_errors() as error:
        raise _translated(error, path, reading) from None


@contextmanager
def disk_told() -> Iterator[None]:
    """Turn a refused write of a file into ours."""
    try:
        yield
    except OSError as error:
        kind = _OS_TROUBLE.get(error.errno or 0, sqlite3.SQLITE_IOERR)
        trouble = _DISK_TROUBLE[kind]()
        raise trouble from error


def _translated(cause: BaseException | None, path: Path, reading: bool) -> Exception:
    if isinstance(cause, database_errors()):
        return _from_sqlite(cause, path, reading)
    return _from_server(cause, reading)


def _from_sqlite(cause: BaseException, path: Path, reading: bool) -> Exception:
    code: int = getattr(cause, "sqlite_errorcode", 0)
    kind = code & 0xFF
    known: PracticeCoderError | None = None
    if reading and _is_interrupted(cause, path):
        known = StudyNeedsWritingError(path, "an interrupted change has to be taken back")
    elif kind == sqlite3.SQLITE_READONLY and reading:
        known = ReadOnlyStudyError()
    elif kind in _DISK_TROUBLE:
        known = _DISK_TROUBLE[kind]()
    elif kind in _DAMAGE:
        known = StudyDamagedError(path, _DAMAGE[kind])
    elif kind in _BUSY:
        known = StoreBusyError(path, reading=reading)
    elif code in _TAKEN or (code == sqlite3.SQLITE_CONSTRAINT and _UNIQUE in str(cause)):
        known = ConflictError("What was to be added")
    return known or BrokenRuleError(str(cause).partition(" with text ")[0])


def _is_interrupted(cause: BaseException, path: Path) -> bool:
    """Whether a reader met what a crash left; SQLCipher's code does not say so, the file does."""
    code: int = getattr(cause, "sqlite_errorcode", 0)
    if isinstance(cause, sqlite3.Error):
        return code == sqlite3.SQLITE_READONLY_ROLLBACK
    return code == sqlite3.SQLITE_READONLY and (path / "study.db-journal").exists()


def _from_server(cause: BaseException | None, reading: bool) -> Exception:
    state: str = getattr(cause, "sqlstate", None) or "08000"
    if state == "25006" and reading:
        return ReadOnlyStudyError()
    if state == "23505":
        return ConflictError("What was to be added")
    if state[:2] == "40":
        return ConflictError("Something that was read")
    if state[:2] in _SERVER_TROUBLE:
        kind, why = _SERVER_TROUBLE[state[:2]]
        return kind(why)
    diagnostics = getattr(cause, "diag", None)
    return BrokenRuleError(getattr(diagnostics, "constraint_name", None) or state)
