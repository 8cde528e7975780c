"""An earlier state of a study, taken from its backups; the present state is put aside, not lost.

Whenever this is interrupted, ``study.db`` is either the present study or the restored one.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from practicecoder.domain.history import HistoryKind
from practicecoder.errors import (
    BackupDamagedError,
    PracticeCoderError,
    StudyDamagedError,
    StudyLocationError,
    StudyTooNewError,
)
from practicecoder.storage.copies import discard, faults_of, verified_copy
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.failures import BrokenRuleError, disk_told, told
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.storage.locations import unsafe_for_writing
from practicecoder.storage.lock import StudyLock
from practicecoder.storage.schema import CURRENT, revision_of
from practicecoder.storage.sealing import seal_restored
from practicecoder.storage.tombstones import read_tombstones
from practicecoder.storage.withdrawing import erase_from

_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"study-(\d{8}T\d{12}Z)(?:-(before)-\w+|-(replaced))?\.db")
_MAKING = "study.db.restoring"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFile:
    """One file of the backups folder, looked into.

    ``fault`` says why it cannot be restored, empty if it is sound. The counts, and the moment of
    the last recorded act, are None where the file cannot be read. ``is_before_upgrade`` marks one
    made before the study was brought to a newer schema; ``is_replaced`` the state that was in
    place before an earlier restoration, which need not be sound.
    """

    path: Path
    made_at: datetime
    size_bytes: int
    fault: str
    n_sessions: int | None = None
    n_codings: int | None = None
    last_act_at: datetime | None = None
    is_before_upgrade: bool = False
    is_replaced: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether it passed its check and can be restored."""
        return not self.fault


def backups_of(folder: StudyFolder) -> tuple[BackupFile, ...]:
    """Check every backup of a study and count what is in it, newest first."""
    found = []
    owner = _owner(folder)
    for file in folder.backups.glob("study-*.db"):
        name = _NAME.fullmatch(file.name)
        if name is not None:
            made_at = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
            found.append(
                _looked_into(
                    folder,
                    file,
                    made_at,
                    owner,
                    is_before_upgrade=name[2] is not None,
                    is_replaced=name[3] is not None,
                )
            )
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path), reverse=True))


def restore(folder: StudyFolder, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the study, and return where the study was put aside.

    The backup stays where it is. Sessions that were withdrawn since it was made are erased from
    what takes the study's place, before it does.

    Returns
    -------
    Path or None
        The former ``study.db``, a dated file in ``backups/``; None if there was none.

    Raises
    ------
    BackupDamagedError
        If the backup does not pass its check, or is one of another study; nothing was changed.
    StudyInUseError, StudyLocationError
        If the study is open, or must not be written at its place.
    StoreFailedError
        If there is no room or the disk fails; the study stays as it was.
    """
    why = unsafe_for_writing(folder.path)
    if why is not None:
        raise StudyLocationError(folder.path, why)
    lock = StudyLock.take(folder.lock, folder.path, folder.key)
    try:
        copy = folder.database.with_name(_MAKING)
        with disk_told(), told(folder.path):
            try:
                _prepare(folder, backup, copy, now)
                aside = _put_aside(folder, now)
                copy.replace(folder.database)
                make_durable(folder.path)
            finally:
                discard(copy)
    finally:
        lock.release()
    return aside


def _prepare(folder: StudyFolder, backup: Path, copy: Path, now: datetime) -> None:
    """Make a proved copy of a backup, sealed, and without what was withdrawn since."""
    fault = _looked_into(folder, backup, datetime.now(UTC), _owner(folder)).fault
    if fault:
        raise BackupDamagedError(backup.name, fault)
    try:
        verified_copy(folder.keyed(backup), folder.keyed(copy), folder.path)
    except StudyDamagedError as error:
        raise BackupDamagedError(backup.name, error.detail) from error
    tombstones = read_tombstones(folder)
    if tombstones.stones:
        erase_from(folder, copy, tombstones)
    seal_restored(folder, copy, now)
    make_durable(copy)


def _put_aside(folder: StudyFolder, now: datetime) -> Path | None:
    """Give the present study a second name in the backups folder; it stays in its place, too.

    A journal that SQLite could not take back belongs to it and goes with it: left behind, it would
    be written into the restored study.
    """
    journal = folder.database.with_name(f"{folder.database.name}-journal")
    if not folder.database.exists():
        journal.unlink(missing_ok=True)
        return None
    _take_back(folder)
    folder.backups.mkdir(exist_ok=True)
    stamp = now.astimezone(UTC).strftime(_STAMP)
    aside = folder.backups / f"study-{stamp}-replaced.db"
    try:
        os.link(folder.database, aside)
    except OSError:  # a disk without second names, such as a memory stick
        shutil.copyfile(folder.database, aside)
        make_durable(aside)
    if journal.exists():
        shutil.copyfile(journal, aside.with_name(f"{aside.name}-journal"))
        make_durable(aside.with_name(f"{aside.name}-journal"))
        journal.unlink()
    make_durable(folder.backups)
    return aside


def _take_back(folder: StudyFolder) -> None:
    """Have SQLite take back what a crash interrupted, as far as the present study allows."""
    try:
        present = folder.keyed(folder.database)
        with told(folder.path), closing(connect_sqlite(present, "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except PracticeCoderError:  # it is damaged, which is why it is replaced
        return


def _looked_into(
    folder: StudyFolder,
    file: Path,
    made_at: datetime,
    owner: str | None,
    *,
    is_before_upgrade: bool = False,
    is_replaced: bool = False,
) -> BackupFile:
    fault, counts = _fault_and_counts(folder, file)
    if not fault and owner is not None and _study_id(folder, file) != owner:
        fault = "it is of another study"
    n_sessions, n_codings, last_act_at = counts
    return BackupFile(
        path=file,
        made_at=made_at,
        size_bytes=file.stat().st_size,
        fault=fault,
        n_sessions=n_sessions,
        n_codings=n_codings,
        last_act_at=last_act_at,
        is_before_upgrade=is_before_upgrade,
        is_replaced=is_replaced,
    )


def _owner(folder: StudyFolder) -> str | None:
    """Id of the study that the folder is of: that of most of its files; None if two are even.

    The present ``study.db`` alone does not decide, as it may be what has to be replaced.
    """
    files = [folder.database, *folder.backups.glob("study-*.db")]
    ids = Counter(found for file in files if (found := _study_id(folder, file)) is not None)
    (first, n_first), (_, n_second) = (*ids.most_common(2), ("", 0), ("", 0))[:2]
    return first if n_first > n_second else None


def _study_id(folder: StudyFolder, file: Path) -> str | None:
    """Id of the study in a database; None if it cannot be read."""
    if not file.is_file():
        return None
    try:
        with (
            told(folder.path, reading=True),
            closing(connect_sqlite(folder.keyed(file), "ro")) as connection,
        ):
            row = connection.execute("SELECT study_id FROM study").fetchone()
    except (PracticeCoderError, BrokenRuleError):  # damaged, or no study at all
        return None
    return None if row is None else str(row[0])


_Counts = tuple[int | None, int | None, datetime | None]
_UNKNOWN: _Counts = (None, None, None)


def _fault_and_counts(folder: StudyFolder, file: Path) -> tuple[str, _Counts]:
    try:
        with told(folder.path, reading=True):
            faults = faults_of(folder.keyed(file))
            if faults:
                return faults[0], _UNKNOWN
            with closing(connect_sqlite(folder.keyed(file), "ro")) as connection:
                revision = revision_of(connection)
                if revision is None:
                    return "it is not a study of practicecoder", _UNKNOWN
                if revision not in CURRENT.revisions:
                    return StudyTooNewError(file).user_message, _UNKNOWN
                return "", _counts(connection)
    except StudyDamagedError as error:
        return error.detail, _UNKNOWN
    except PracticeCoderError as error:
        return error.user_message, _UNKNOWN


def _counts(connection: sqlite3.Connection) -> _Counts:
    n_sessions = int(connection.execute("SELECT count(*) FROM sessions").fetchone()[0])
    n_codings = int(connection.execute("SELECT count(*) FROM codings").fetchone()[0])
    last = connection.execute(
        f"SELECT max(at) FROM history WHERE kind <> '{HistoryKind.TABLES_SEALED}'"
    ).fetchone()[0]
    last_act_at = None if last is None else datetime.fromisoformat(last).replace(tzinfo=UTC)
    return n_sessions, n_codings, last_act_at
