"""The study on disk: a folder with a database, recordings and verified backups."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from practicecoder.domain.study import StudyRecord
from practicecoder.errors import (
    KeysDamagedError,
    Problem,
    ReadOnlyStudyError,
    StoreFailedError,
    StudyDamagedError,
    StudyExistsError,
    StudyLocationError,
    StudyLockedError,
    StudyNeedsWritingError,
    StudyNotFoundError,
    StudyNotMadeError,
    StudyTooNewError,
    WrongPassphraseError,
)
from practicecoder.storage.audio_store import AudioStore
from practicecoder.storage.backups import Backups
from practicecoder.storage.checking import check_study
from practicecoder.storage.copies import faults_of
from practicecoder.storage.database import Database
from practicecoder.storage.encrypting import settle_encryption
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.failures import disk_told, told
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.storage.free_space import Room, free_bytes, room_of
from practicecoder.storage.leftovers import sweep
from practicecoder.storage.locations import unsafe_for_writing
from practicecoder.storage.lock import StudyLock
from practicecoder.storage.schema import CURRENT, revision_of, upgrade_file
from practicecoder.storage.sealing import seal_history, seal_to_read, seal_to_write
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.storage.upgrading import upgrade_study
from practicecoder.storage.withdrawing import apply_tombstones, is_in_order
from practicecoder.storage.write_health import WriteHealth
from practicecoder.vault.audio_keys import NAMES as AUDIO_KEYS
from practicecoder.vault.audio_keys import AudioKeys
from practicecoder.vault.core_dumps import refuse_core_dumps
from practicecoder.vault.passphrases import checked_passphrase
from practicecoder.vault.recovery_code import RecoveryCode
from practicecoder.vault.study_key import StudyKey

PLAIN_START = b"SQLite format 3\0"
"""First bytes of a database that is not encrypted."""


class StudyStore:
    """An open study folder. Make one with :meth:`create` or :meth:`open`, and close it."""

    def __init__(self, folder: StudyFolder, database: Database, lock: StudyLock | None) -> None:
        self._folder = folder
        self._database = database
        self._lock = lock
        self._backing_up = threading.Lock()
        self.read_only = lock is None
        self.folder = folder
        self.path = folder.path
        self.audio_dir = folder.audio
        self.cache_dir = folder.cache
        self.audio = AudioStore.of_study(folder, read_only=self.read_only)
        self.new_recovery_code: RecoveryCode | None = None
        """Code of an encrypted study that was made this moment; it is not kept anywhere."""

    @classmethod
    def create(
        cls,
        path: Path,
        record: StudyRecord,
        codebook_text: str,
        *,
        passphrase: str | None = None,
    ) -> Self:
        """Make a study in a new or empty folder, and open it.

        It is made beside its place and renamed, so that nothing half-made ever bears its name.
        Only the user who makes it can look into the folder. With a passphrase it is encrypted.

        Raises
        ------
        WeakPassphraseError
            If the passphrase would not guard the study.
        StudyExistsError
            If the folder holds anything.
        StudyLocationError
            If the place is a network or synchronised folder, or cannot be written.
        StudyNotMadeError
            If there is no room, no right to write, or the disk fails.
        """
        path = path.absolute()
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise StudyExistsError(path)
        _refuse_unsafe(path)
        if passphrase is not None:
            checked_passphrase(passphrase)
        try:
            with disk_told():
                key, code = _make(path, record, codebook_text, passphrase)
        except StoreFailedError as error:
            raise StudyNotMadeError(path, error.why) from error
        store = cls.open(path, key=key)
        store.new_recovery_code = code
        return store

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        key: StudyKey | None = None,
        on_upgrade: Callable[[], object] = lambda: None,
    ) -> Self:
        """Open a study folder; for reading only, nothing at all is written.

        An older schema is upgraded first, on a verified copy; ``on_upgrade`` is called before. A
        study that is not encrypted needs no key.

        Raises
        ------
        StudyLockedError, WrongPassphraseError, KeysDamagedError
            If the study is encrypted, and there is no key, that of another study, or no way to
            tell.
        StudyNotFoundError, StudyTooNewError, StudyDamagedError
            If there is no study that this program can use; nothing was changed.
        StudyInUseError, StudyLocationError
            If the study must not be written by this program or at this place.
        StudyNeedsWritingError
            If it cannot be read before it was opened for writing once.
        """
        folder = StudyFolder(path.absolute())
        if not folder.database.is_file():
            raise StudyNotFoundError(folder.path)
        folder = _unlocked(folder, key)
        if read_only:
            return cls._open_to_read(folder)
        return cls._open_to_write(folder, on_upgrade)

    @classmethod
    def _open_to_read(cls, folder: StudyFolder) -> Self:
        if _checked_revision(folder) != CURRENT.newest:
            raise StudyNeedsWritingError(folder.path, "an older program made it")
        if not is_in_order(folder):
            raise StudyNeedsWritingError(folder.path, "a withdrawal is still to be finished")
        database = Database.on_file(
            folder.keyed(folder.database),
            read_only=True,
            path=folder.path,
            seal=seal_to_read(folder),
        )
        return cls(folder, database, lock=None)

    @classmethod
    def _open_to_write(cls, folder: StudyFolder, on_upgrade: Callable[[], object]) -> Self:
        _refuse_unsafe(folder.path)
        _refuse_newer(folder)
        with ExitStack() as undo:
            lock = StudyLock.take(folder.lock, folder.path, folder.key)
            undo.callback(lock.release)
            settle_encryption(folder)
            sweep(folder)
            _recover(folder)
            revision = _checked_revision(folder)
            apply_tombstones(folder)
            if revision != CURRENT.newest:
                on_upgrade()
                upgrade_study(folder, datetime.now(UTC))
                apply_tombstones(folder)  # receipts have a table from here on
            with disk_told():
                for part in (folder.audio, folder.cache, folder.backups):
                    part.mkdir(exist_ok=True)
                _mend_keys(folder)
            database = Database.on_file(
                folder.keyed(folder.database),
                read_only=False,
                path=folder.path,
                seal=seal_to_write(folder),
            )
            undo.callback(database.close)
            seal_history(folder, database, datetime.now(UTC))
            undo.pop_all()
        return cls(folder, database, lock)

    @contextmanager
    def backups_held(self) -> Iterator[None]:
        """Let no backup be made meanwhile, so that none holds what is being taken out of all."""
        with self._backing_up:
            yield

    @property
    def writes(self) -> int:
        """How often something was stored since the study was opened here."""
        return self._database.writes

    @property
    def health(self) -> WriteHealth:
        """Whether writes reach the disk."""
        return self._database.health

    def probe(self) -> None:
        """Really write, and take it back, to learn whether writing works again.

        Raises
        ------
        StoreFailedError, StudyDamagedError
            If it does not; the study stays closed to every other write.
        """
        self._database.probe()

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """Write: everything done in the block is stored together, or nothing of it.

        It is on the disk when the block is left. Blocks must not stand within each other.

        Raises
        ------
        ReadOnlyStudyError
            If the study is open for reading only.
        StoreFailedError
            If there is no room or the disk fails; everything stored before is safe.
        """
        with self._database.transaction() as unit:
            yield unit

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """Read one state of the study. Leave the block before computing: it holds up writers."""
        with self._database.reading() as unit:
            yield unit

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold off every other writer of this program, for work on the files themselves."""
        with self._database.alone():
            yield

    def backup(self) -> Path:
        """Make a verified backup, and return its path.

        Raises
        ------
        BackupFailedError
            If there is no room or the disk fails.
        StudyDamagedError
            If the study does not pass its check; every earlier backup is kept.
        """
        if self.read_only:
            raise ReadOnlyStudyError
        with self._backing_up:
            writes = self._database.writes
            made = Backups(self._folder).make(datetime.now(UTC))
            if writes == self._database.writes:
                self._database.has_written = False
        return made

    def free_bytes(self) -> int:
        """Room left for the study and for its backups, whichever is less."""
        return free_bytes(self._folder)

    def room(self) -> Room:
        """Room on the disk, and what of the study takes how much."""
        return room_of(self._folder)

    def check(self, printed: Iterable[str] = ()) -> tuple[Problem, ...]:
        """Check the database, the history and every coding against it, and every recording.

        ``printed`` are heads of the history, as reports and packages show them, to look for.
        """
        return check_study(self._folder, self._database, printed)

    def close(self) -> None:
        """Close the study, with a backup if something was written; closing twice does nothing.

        Raises
        ------
        BackupFailedError, StudyDamagedError
            As for :meth:`backup`; the study is closed all the same.
        """
        has_written, self._database.has_written = self._database.has_written, False
        self._database.close()
        try:
            if has_written:
                self.backup()
        finally:
            if self._lock is not None:
                self._lock.release()


def _make(
    path: Path, record: StudyRecord, codebook_text: str, passphrase: str | None
) -> tuple[StudyKey | None, RecoveryCode | None]:
    """Fill a folder beside the place, then give it its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    try:
        key, code = _fill(StudyFolder(making), record, codebook_text, passphrase)
        if path.exists():
            path.rmdir()
        making.rename(path)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        raise
    make_durable(path.parent)
    return key, code


def _fill(
    folder: StudyFolder, record: StudyRecord, codebook_text: str, passphrase: str | None
) -> tuple[StudyKey | None, RecoveryCode | None]:
    for part in (folder.audio, folder.cache, folder.backups):
        part.mkdir()
    key, code = (None, None) if passphrase is None else folder.keys.create(passphrase)
    file = StudyFolder(folder.path, key).keyed(folder.database)
    with told(folder.path):
        connect_sqlite(file, "rwc").close()
        upgrade_file(file)
    database = Database.on_file(file, read_only=False, path=folder.path)
    with closing(database), database.transaction() as unit:
        unit.study.create(record, codebook_text)
    make_durable(folder.path)
    return key, code


def _unlocked(folder: StudyFolder, key: StudyKey | None) -> StudyFolder:
    """Put the key to the folder of an encrypted study, if it is the right one."""
    if not folder.is_encrypted:
        _refuse_lost_keys(folder)
        return folder
    if key is None:
        raise StudyLockedError(folder.path)
    if not folder.keys.is_of(key):
        raise WrongPassphraseError
    refuse_core_dumps()
    return StudyFolder(folder.path, key)


def _refuse_lost_keys(folder: StudyFolder) -> None:
    """Say that the keys are gone, where a study without them would only look damaged."""
    has_sealed_sound = any((folder.path / name).exists() for name in AUDIO_KEYS)
    with folder.database.open("rb") as file:
        is_plain = file.read(len(PLAIN_START)) == PLAIN_START
    if has_sealed_sound and not is_plain:
        raise KeysDamagedError(
            folder.keys.path, "Put keys.json back from a copy of the study folder."
        )


def _mend_keys(folder: StudyFolder) -> None:
    """Have both copies of each file of keys be whole and the same."""
    if folder.key is not None:
        folder.keys.renew_copy()
        AudioKeys(folder.path, folder.key).mend()


def _refuse_unsafe(path: Path) -> None:
    why = unsafe_for_writing(path)
    if why is not None:
        raise StudyLocationError(path, why)


def _refuse_newer(folder: StudyFolder) -> None:
    """Look at the schema before anything is written, unless a crash left work for the writer."""
    try:
        _revision(folder)
    except StudyNeedsWritingError:
        return


def _recover(folder: StudyFolder) -> None:
    """Take back what a crash interrupted: SQLite does so at a writer's first look."""
    with (
        told(folder.path),
        closing(connect_sqlite(folder.keyed(folder.database), "rw")) as connection,
    ):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()


def _checked_revision(folder: StudyFolder) -> str:
    """Schema of a sound study."""
    revision = _revision(folder)
    with told(folder.path, reading=True):
        faults = faults_of(folder.keyed(folder.database), quick=True)
    if faults:
        raise StudyDamagedError(folder.path, faults[0])
    return revision


def _revision(folder: StudyFolder) -> str:
    with (
        told(folder.path, reading=True),
        closing(connect_sqlite(folder.keyed(folder.database), "ro")) as connection,
    ):
        revision = revision_of(connection)
    if revision is None:
        raise StudyDamagedError(folder.path, "it is not a study of practicecoder")
    if revision not in CURRENT.revisions:
        raise StudyTooNewError(folder.path)
    return revision
