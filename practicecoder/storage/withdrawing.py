"""Carries withdrawals through to every file of a study folder, and finishes interrupted ones.

What is to happen is written down first (:mod:`practicecoder.storage.tombstones`). From then on
every opening goes on until all of it is done, whatever interrupted it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from practicecoder.domain.ids import SessionId
from practicecoder.errors import (
    StudyDamagedError,
    StudyError,
    StudyNeedsWritingError,
    UnreadableBackupsError,
)
from practicecoder.storage.audio_store import AudioStore
from practicecoder.storage.copies import discard, faults_of
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.erasing import Eraser, Erasure, names_left, stored_moment
from practicecoder.storage.failures import disk_told, told
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.storage.sealing import seal_to_read
from practicecoder.storage.table_sealing import TableSealer
from practicecoder.storage.table_watching import TableWatch
from practicecoder.storage.tombstones import (
    Tombstone,
    Tombstones,
    read_tombstones,
    write_tombstones,
)

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""
Cancelled = Callable[[], bool]

_MAKING = ".erasing-"


@dataclass(frozen=True, slots=True)
class PreparedBackups:
    """Rewritten copies beside their backups, ready to replace them; ``unreadable`` must go."""

    copies: tuple[tuple[Path, Path], ...]
    unreadable: tuple[Path, ...]

    def put_in_place(self) -> None:
        """Let every copy take the place of its backup, and remove what could not be read."""
        for copy, backup in self.copies:
            _journal_of(backup).unlink(missing_ok=True)  # it is of what is replaced
            copy.replace(backup)
            make_durable(backup.parent)
        for backup in self.unreadable:
            discard(backup)

    def discard(self) -> None:
        """Remove the copies; every backup stays as it is."""
        for copy, _ in self.copies:
            discard(copy)


def carry_out(folder: StudyFolder, tombstones: Tombstones, prepared: PreparedBackups) -> None:
    """Do what the newest tombstones ask for; from here on it cannot be taken back.

    Raises
    ------
    StoreFailedError, StudyDamagedError
        If the disk refuses: what is left is done at the next opening.
    """
    write_tombstones(folder, tombstones)
    _destroy_sound(folder, tombstones)
    erase_from(folder, folder.database, tombstones)
    with disk_told():
        prepared.put_in_place()
    write_tombstones(folder, tombstones.all_done())


def apply_tombstones(folder: StudyFolder) -> int:
    """Finish what was interrupted, and erase again what a restored or foreign database holds.

    Returns
    -------
    int
        Number of sessions of the study's database in which something was erased or marked.

    Raises
    ------
    TombstonesDamagedError
        If the record of withdrawals cannot be read.
    StoreFailedError
        If the disk refuses; it is tried again at the next opening.
    """
    tombstones = read_tombstones(folder)
    if not tombstones.stones:
        return 0
    _discard_copies(folder)
    _destroy_sound(folder, tombstones)
    n = erase_from(folder, folder.database, tombstones)
    if n or tombstones.pending:
        # an unreadable one cannot be restored either: only a person removes it
        prepare_backups(folder, tombstones, spare_unreadable=True).put_in_place()
        write_tombstones(folder, tombstones.all_done())
    return n


def is_in_order(folder: StudyFolder) -> bool:
    """Whether nothing is left to do, asked without writing anything."""
    tombstones = read_tombstones(folder)
    if tombstones.pending:
        return False
    with (
        told(folder.path, reading=True),
        closing(connect_sqlite(folder.keyed(folder.database), "ro")) as connection,
    ):
        found = tombstones.among(_sessions(connection)).values()
    return not any(stone.choice.destroys_link for stone in found)


def prepare_backups(
    folder: StudyFolder,
    tombstones: Tombstones,
    *,
    remove_unreadable: bool = False,
    spare_unreadable: bool = False,
    progress: Progress = lambda _share, _text: None,
    cancelled: Cancelled = lambda: False,
) -> PreparedBackups:
    """Make a rewritten, checked copy beside every backup that holds a withdrawn session.

    Raises
    ------
    UnreadableBackupsError
        If some cannot be read, and it was not said that those are removed or left alone.
    CancelledError
        If it was cancelled; nothing was changed.
    StoreFailedError
        If there is no room; nothing was changed.
    """
    _discard_copies(folder)
    tombstones = tombstones.destroying
    backups = sorted(folder.backups.glob("*.db"))
    copies: list[tuple[Path, Path]] = []
    unreadable: list[Path] = []
    try:
        for number, backup in enumerate(backups):
            progress(number / len(backups), f"erasing from backup {number + 1} of {len(backups)}")
            _stop_if(cancelled)
            copy = backup.with_name(f"{_MAKING}{backup.name}")
            _take_back(folder, backup)
            try:
                if _rewritten(folder, backup, copy, tombstones):
                    copies.append((copy, backup))
            except (StudyDamagedError, StudyNeedsWritingError):
                unreadable.append(backup)
        if unreadable and not (remove_unreadable or spare_unreadable):
            _refuse_unreadable(unreadable)
    except BaseException:
        PreparedBackups(tuple(copies), ()).discard()
        raise
    return PreparedBackups(tuple(copies), () if spare_unreadable else tuple(unreadable))


def unreadable_backups(folder: StudyFolder) -> tuple[str, ...]:
    """Names of backups that cannot be read, so that nothing can be erased from them."""
    backups = sorted(folder.backups.glob("*.db"))
    return tuple(backup.name for backup in backups if not _is_readable(folder, backup))


def erase_from(folder: StudyFolder, file: Path, tombstones: Tombstones) -> int:
    """Erase withdrawn sessions from one database file and leave nothing of them in its free pages.

    Returns
    -------
    int
        Number of sessions in which something was erased or marked.

    Raises
    ------
    StudyDamagedError
        If a session is still named afterwards, or the file does not pass its check.
    """
    with told(folder.path), closing(connect_sqlite(folder.keyed(file), "rw")) as connection:
        stones = tombstones.among(_sessions(connection))
        watch = _watch(folder, connection)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA defer_foreign_keys=ON")
        try:
            eraser = Eraser(connection)
            n = sum(eraser.erase(_erasure(s, stone)) for s, stone in stones.items())
            _refuse_names_left(folder, connection, stones)
            _keep_receipts(connection, tombstones.stones)
            if watch is not None:
                watch.settle()
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        is_rewritten = bool(n or tombstones.pending)
        if is_rewritten:
            connection.execute("VACUUM")
    if is_rewritten:
        with told(folder.path):
            faults = faults_of(folder.keyed(file))
        if faults:
            raise StudyDamagedError(folder.path, faults[0])
        make_durable(file)
    return n


def _watch(folder: StudyFolder, connection: sqlite3.Connection) -> TableWatch | None:
    """Watch over the tables of a file in which they were sealed, if there is the key for that."""
    seal = seal_to_read(folder)
    if seal is None or TableSealer(connection, seal).last() is None:
        return None
    return TableWatch(connection, seal).watch_all()


def _rewritten(folder: StudyFolder, backup: Path, copy: Path, tombstones: Tombstones) -> bool:
    with told(folder.path, reading=True):
        if not _is_concerned(folder, backup, tombstones):
            return False
    try:
        _copy(folder, backup, copy)
        erase_from(folder, copy, tombstones)  # and check that what is left is whole
    except BaseException:
        discard(copy)
        raise
    return True


def _copy(folder: StudyFolder, source: Path, target: Path) -> None:
    with (
        disk_told(),
        told(folder.path),
        closing(connect_sqlite(folder.keyed(source), "ro")) as original,
        closing(connect_sqlite(folder.keyed(target), "rwc")) as copy,
    ):
        original.backup(copy)


def _journal_of(backup: Path) -> Path:
    return backup.with_name(f"{backup.name}-journal")


def _take_back(folder: StudyFolder, backup: Path) -> None:
    """Have SQLite take back what a crash interrupted in a study that was put aside."""
    if not _journal_of(backup).exists():
        return
    try:
        with told(folder.path), closing(connect_sqlite(folder.keyed(backup), "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except StudyError:  # it is damaged, and is told to be unreadable
        return


def _refuse_unreadable(backups: Sequence[Path]) -> None:
    raise UnreadableBackupsError([backup.name for backup in backups])


def _destroy_sound(folder: StudyFolder, tombstones: Tombstones) -> None:
    """Destroy recordings that were withdrawn: file, key, and what was computed from them."""
    hashes = {h for s in tombstones.stones if s.choice.destroys_sound for h in s.recordings}
    if not hashes:
        return
    audio = AudioStore.of_study(folder)
    found = [n for n in audio.stored_names() if tombstones.hash_of(Path(n).stem) in hashes]
    for name in found:
        audio.destroy(name)
    # The names of encrypted caches tell nothing, so all of them go: they are made again.
    all_go = folder.key is not None and bool(found or tombstones.pending)
    with disk_told():
        for file in folder.cache.glob("*"):
            if all_go or tombstones.hash_of(file.name.split(".")[0]) in hashes:
                file.unlink(missing_ok=True)


def _refuse_names_left(
    folder: StudyFolder, connection: sqlite3.Connection, stones: Mapping[SessionId, Tombstone]
) -> None:
    unlinked = [session_id for session_id, s in stones.items() if s.choice.destroys_link]
    if any(names_left(connection, session_id) for session_id in unlinked):
        raise StudyDamagedError(folder.path, "a withdrawn session could not be erased")


def _stop_if(cancelled: Cancelled) -> None:
    if cancelled():
        raise CancelledError


def _keep_receipts(connection: sqlite3.Connection, stones: Sequence[Tombstone]) -> None:
    """Put receipts back that an older copy of the database lacks."""
    table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'withdrawals'"
    if connection.execute(table).fetchone() is None:
        return
    known = {row[0] for row in connection.execute("SELECT withdrawal_id FROM withdrawals")}
    missing = [s for s in stones if s.receipt and s.withdrawal_id not in known]
    for stone in missing:
        connection.execute(
            "INSERT INTO withdrawals (withdrawal_id, at, by, choice, receipt)"
            " VALUES (?, ?, coalesce((SELECT coder_id FROM coders WHERE coder_id = ?),"
            " (SELECT min(coder_id) FROM coder_roles WHERE role = 'lead')), ?, ?)",
            (
                stone.withdrawal_id,
                stored_moment(stone.at),
                stone.by,
                stone.choice.value,
                stone.receipt,
            ),
        )


def _erasure(session_id: SessionId, stone: Tombstone) -> Erasure:
    return Erasure(
        session_id=session_id,
        choice=stone.choice,
        number=f"W-{stone.withdrawal_id[:8].upper()}",
        at=stone.at,
    )


def _is_concerned(folder: StudyFolder, file: Path, tombstones: Tombstones) -> bool:
    with closing(connect_sqlite(folder.keyed(file), "ro")) as connection:
        return bool(tombstones.among(_sessions(connection)))


def _sessions(connection: sqlite3.Connection) -> list[SessionId]:
    table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'sessions'"
    if connection.execute(table).fetchone() is None:
        return []
    rows = connection.execute("SELECT session_id FROM sessions").fetchall()
    return [SessionId(row[0]) for row in rows]


def _is_readable(folder: StudyFolder, backup: Path) -> bool:
    try:
        with told(folder.path, reading=True):
            return not faults_of(folder.keyed(backup), quick=True)
    except StudyNeedsWritingError:  # what a crash interrupted is taken back first
        return True


def _discard_copies(folder: StudyFolder) -> None:
    for left_behind in folder.backups.glob(f"{_MAKING}*"):
        left_behind.unlink(missing_ok=True)
