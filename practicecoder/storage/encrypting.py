"""Makes a plain study an encrypted one, in its place.

Encrypted copies of everything are made and proved beside the plain files; one renaming, that of
the database, makes the study an encrypted one. ``encrypting.json`` lies in the folder from the
beginning to the end: whoever opens the study for writing after an interruption removes what was
prepared, if the database is still plain, or what is left of the plain study.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from practicecoder.errors import NotAllowedError, StudyDamagedError
from practicecoder.storage.audio_store import (
    AudioStore,
    fingerprint_of,
    fingerprint_of_sound,
    overwrite,
)
from practicecoder.storage.copies import discard
from practicecoder.storage.encrypted_copies import encrypted_copy
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.failures import disk_told, told
from practicecoder.storage.folders import StudyFolder, is_plain, make_durable
from practicecoder.storage.lock import StudyLock
from practicecoder.storage.schema import CURRENT, revision_of
from practicecoder.storage.sealing import (
    ENCRYPTED_KEY_FILE,
    forget_plain_key,
    keep_key_encrypted,
)
from practicecoder.storage.tombstones import copies_to_encrypt
from practicecoder.vault.audio_keys import NAMES, AudioKey, AudioKeys
from practicecoder.vault.durable import write_durably, write_over_durably
from practicecoder.vault.encrypted_file import encrypt_file
from practicecoder.vault.passphrases import checked_passphrase
from practicecoder.vault.recovery_code import RecoveryCode
from practicecoder.vault.sound_file import SoundFile

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""

_MAKING = "study.db.encrypting"
_BACKUP_MAKING = ".encrypting-"
_ENCRYPTED = re.compile(r"[0-9a-f]{32}\.enc")


@dataclass(slots=True)
class _Course:
    """How far the work has come, in bytes; stops it where nothing is changed yet."""

    n_bytes: int
    progress: Progress
    cancelled: Callable[[], bool]
    done: int = field(default=0)

    def begin(self, what: str) -> None:
        if self.cancelled():
            raise CancelledError
        self.progress(min(1.0, self.done / max(1, self.n_bytes)), what)

    def end(self, n_bytes: int) -> None:
        self.done += n_bytes


def encrypt(
    folder: StudyFolder,
    passphrase: str,
    *,
    keep_backups: bool = True,
    progress: Progress = lambda _share, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RecoveryCode:
    """Encrypt a plain study of the newest schema that nobody has open.

    Backups are encrypted too, or removed; damaged ones are removed. Plain files are written over
    once and removed. Whenever this is interrupted, the folder holds the plain study or the
    encrypted one.

    Raises
    ------
    WeakPassphraseError
        If the passphrase would not guard the study.
    NotAllowedError
        If the study is encrypted already.
    StudyInUseError
        If it is open.
    CancelledError
        If it was cancelled; the study stays plain.
    StoreFailedError, StudyDamagedError
        If there is no room, the disk fails, or a copy does not hold the same: the study stays
        plain, or is encrypted and plain remains are removed at the next opening.
    """
    checked_passphrase(passphrase)
    lock = StudyLock.take(folder.lock, folder.path)
    try:
        with disk_told(), told(folder.path):
            settle_encryption(folder)
            if folder.keys.exists:
                raise NotAllowedError("This study is encrypted already. Nothing was changed.")
            course = _Course(_size_of(folder), progress, cancelled)
            try:
                key_folder, code = _prepare(folder, passphrase, keep_backups, course)
                course.begin("putting the encrypted study in place")
                _put_in_place(key_folder)
            except BaseException:
                if is_plain(folder.database):
                    _undo(folder)
                raise
            _finish(key_folder, course)
    finally:
        lock.release()
    progress(1.0, "the study is encrypted")
    return code


def settle_encryption(folder: StudyFolder) -> None:
    """Take back, or bring to its end, an encryption that was interrupted.

    Raises
    ------
    StoreFailedError
        If the disk refuses; it is tried again at the next opening.
    """
    if not folder.encrypting.exists():
        return
    with disk_told(), told(folder.path):
        if folder.key is None:
            _undo(folder)
        else:
            _finish(folder, _Course(0, lambda _share, _text: None, lambda: False))


def _prepare(
    folder: StudyFolder, passphrase: str, keep_backups: bool, course: _Course
) -> tuple[StudyFolder, RecoveryCode]:
    """Make everything of the encrypted study beside the plain one."""
    with closing(connect_sqlite(folder.database, "ro")) as connection:
        if revision_of(connection) != CURRENT.newest:
            raise StudyDamagedError(folder.path, "it is not of the newest schema")
    write_durably(folder.encrypting, json.dumps({"keep_backups": keep_backups}).encode())
    key, code = folder.keys.create(passphrase)
    encrypted = StudyFolder(folder.path, key)
    keep_key_encrypted(folder, key)
    made: dict[str, AudioKey] = {}
    names = AudioStore(folder.audio).stored_names()
    for number, name in enumerate(names):
        course.begin(f"encrypting recording {number + 1} of {len(names)}")
        made[name] = _encrypted_sound(folder, name)
        course.end((folder.audio / name).stat().st_size)
    if made:
        make_durable(folder.audio)
        AudioKeys(folder.path, key).put_all(made)
    course.begin("encrypting the database")
    copy = encrypted.keyed(folder.database.with_name(_MAKING))
    encrypted_copy(folder.database, copy, folder.path)
    course.end(folder.database.stat().st_size)
    return encrypted, code


def _encrypted_sound(folder: StudyFolder, name: str) -> AudioKey:
    key = AudioKeys.new_key()
    plain, target = folder.audio / name, folder.audio / key.file_name
    encrypt_file(plain, target, key.key)
    if fingerprint_of_sound(SoundFile(target, key.key)) != fingerprint_of(plain):
        raise StudyDamagedError(folder.path, "an encrypted recording does not hold the same")
    return key


def _put_in_place(folder: StudyFolder) -> None:
    """The one step that makes the study an encrypted one; the old blocks are written over."""
    with closing(connect_sqlite(folder.database, "rw")) as connection:
        connection.execute("BEGIN EXCLUSIVE")  # nobody reads what is about to be written over
        if os.name != "nt":
            _replace(folder.database.with_name(_MAKING), folder.database)
            return
    _replace(folder.database.with_name(_MAKING), folder.database)  # an open one stays in Windows


def _finish(folder: StudyFolder, course: _Course) -> None:
    """Remove everything that is left of the plain study; the study is an encrypted one."""
    keep_backups = _keeps_backups(folder.encrypting)
    course.cancelled = lambda: False
    for backup in _plain_backups(folder):
        course.begin("encrypting the backups" if keep_backups else "removing the backups")
        size = backup.stat().st_size
        if not (keep_backups and _backup_was_encrypted(folder, backup)):
            _wipe(backup)
            _wipe(backup.with_name(f"{backup.name}-journal"))
        course.end(size)
    course.begin("removing what is not encrypted")
    forget_plain_key(folder)
    for file, content in copies_to_encrypt(folder):
        write_over_durably(file, content)
    for file in _remains(folder):
        _wipe(file)
    for part in (folder.audio, folder.cache, folder.backups, folder.path):
        if part.is_dir():
            make_durable(part)
    folder.encrypting.unlink(missing_ok=True)
    make_durable(folder.path)


def _undo(folder: StudyFolder) -> None:
    """Remove everything that was prepared; the study is a plain one."""
    discard(folder.database.with_name(_MAKING))
    for name in (*NAMES, ENCRYPTED_KEY_FILE):
        (folder.path / name).unlink(missing_ok=True)
    for file in filter(_is_ours, folder.audio.glob("*")):
        file.unlink()
    folder.keys.path.unlink(missing_ok=True)
    folder.keys.copy.unlink(missing_ok=True)
    make_durable(folder.path)
    folder.encrypting.unlink(missing_ok=True)
    make_durable(folder.path)


def _remains(folder: StudyFolder) -> Iterator[Path]:
    """Every plain file that was encrypted, or was computed from one."""
    yield from folder.path.glob("study.db.*")
    yield folder.path / "history.key.making"
    yield from (file for file in folder.cache.glob("**/*") if file.is_file())
    yield from (file for file in folder.audio.glob("*") if not _is_ours(file))
    yield from folder.backups.glob(".*.db")
    yield from folder.backups.glob("*.old")


def _plain_backups(folder: StudyFolder) -> tuple[Path, ...]:
    return tuple(file for file in sorted(folder.backups.glob("study-*.db")) if is_plain(file))


def _backup_was_encrypted(folder: StudyFolder, backup: Path) -> bool:
    """Encrypt a backup in its place; False if it cannot be read."""
    copy = folder.keyed(backup.with_name(f"{_BACKUP_MAKING}{backup.name}"))
    try:
        with told(folder.path):
            encrypted_copy(backup, copy, folder.path)
    except StudyDamagedError:
        return False
    _replace(copy.path, backup)
    return True


def _replace(new: Path, old: Path) -> None:
    """Put a file in the place of another durably, and write over the blocks of the old one."""
    kept = old.with_name(f"{old.name}.old")
    kept.unlink(missing_ok=True)
    try:
        kept.hardlink_to(old)
    except OSError:  # a disk without second names, such as a memory stick
        kept = new
    new.replace(old)
    make_durable(old.parent)
    _wipe(kept)


def _wipe(file: Path) -> None:
    if file.is_file():
        overwrite(file)
        file.unlink()


def _is_ours(file: Path) -> bool:
    """Whether a file of the audio folder is an encrypted recording, by its name."""
    return _ENCRYPTED.fullmatch(file.name) is not None


def _keeps_backups(marker: Path) -> bool:
    try:
        return bool(json.loads(marker.read_text(encoding="utf-8"))["keep_backups"])
    except (OSError, ValueError, KeyError, TypeError):
        return True


def _size_of(folder: StudyFolder) -> int:
    """Bytes to be worked on; a backup that is removed is written over, and counts as well."""
    files = [
        folder.database,
        *(folder.audio.glob("*") if folder.audio.is_dir() else ()),
        *_plain_backups(folder),
    ]
    return sum(file.stat().st_size for file in files)
