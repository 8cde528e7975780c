"""Managed copies of recordings: named by the hash of their content, or encrypted and nameless."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO, Self, cast

from practicecoder.domain.ids import Fingerprint
from practicecoder.errors import (
    EncryptedFileError,
    Problem,
    ReadOnlyStudyError,
    RecordingError,
)
from practicecoder.storage.failures import disk_told
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.vault.audio_keys import AudioKey, AudioKeys
from practicecoder.vault.encrypted_file import EncryptedWriter
from practicecoder.vault.sound_file import SoundFile

_BLOCK = 1 << 20
_STORED_NAME = re.compile(r"[0-9A-Za-z_-]+(\.[0-9a-z]+)?")
_MAKING = ".adopting-"


class AudioStore:
    """The audio folder of a study.

    Parameters
    ----------
    folder
        Where the copies lie.
    read_only
        Whether nothing may be changed.
    keys
        Keys of the recordings; None in a study that is not encrypted.
    """

    def __init__(
        self, folder: Path, *, read_only: bool = False, keys: AudioKeys | None = None
    ) -> None:
        self._folder = folder
        self._read_only = read_only
        self._keys = keys

    @classmethod
    def of_study(cls, folder: StudyFolder, *, read_only: bool = False) -> Self:
        """Audio folder of a study, with its keys if it is encrypted."""
        keys = None if folder.key is None else AudioKeys(folder.path, folder.key)
        return cls(folder.audio, read_only=read_only, keys=keys)

    @property
    def is_encrypted(self) -> bool:
        """Whether recordings are kept encrypted."""
        return self._keys is not None

    def adopt(self, source: Path, fingerprint: Fingerprint, suffix: str) -> str:
        """Copy a recording into the study, and return the name it is stored under.

        In an encrypted study the copy is encrypted. One that is there already and is whole is left
        as it is.

        Raises
        ------
        RecordingError
            If the file is not the one the fingerprint was taken from.
        StoreFailedError
            If there is no room or the disk fails; nothing half-copied stays.
        ReadOnlyStudyError
            If the study is open for reading only.
        """
        stored_name = self._to_be_stored(fingerprint, suffix)
        try:
            with source.open("rb") as original, disk_told():
                if not self._is_whole(stored_name, fingerprint):
                    self._take_over(original, stored_name, fingerprint, source.name)
        except OSError as error:
            raise RecordingError([_unreadable(source.name)]) from error
        return stored_name

    def adopt_encrypted(
        self, file: Path, key: bytes, fingerprint: Fingerprint, suffix: str
    ) -> str:
        """Take over a file that was encrypted while it was made; it is moved away from its place.

        Raises
        ------
        RecordingError
            If its content is not the one the fingerprint was taken from.
        StoreFailedError, ReadOnlyStudyError
            As for :meth:`adopt`.
        ValueError
            If the study is not encrypted.
        """
        if self._keys is None:
            raise ValueError("a plain study has no encrypted recordings")
        stored_name = self._to_be_stored(fingerprint, suffix)
        try:
            found = fingerprint_of_sound(SoundFile(file, key))
        except (OSError, EncryptedFileError) as error:
            raise RecordingError([_unreadable(file.name)]) from error
        if found != fingerprint:
            raise RecordingError([_altered(file.name)])
        with disk_told():
            if not self._is_whole(stored_name, fingerprint):
                self._folder.mkdir(exist_ok=True)
                made = AudioKey(AudioKeys.new_key().file_name, key)
                self._keys.put(stored_name, made)
                _move(file, self._folder / made.file_name)
                make_durable(self._folder)
        return stored_name

    def sound(self, stored_name: str) -> SoundFile | None:
        """Where a recording lies, and its key; None if the key was destroyed.

        Raises
        ------
        ValueError
            If the name is not one of ours.
        KeysDamagedError
            If the keys of an encrypted study's recordings cannot be read.
        """
        path = self.path_of(stored_name)
        if self._keys is None:
            return SoundFile(path)
        found = self._keys.find(stored_name)
        return None if found is None else SoundFile(self._folder / found.file_name, found.key)

    def holds(self, stored_name: str) -> bool:
        """Whether there is a copy, and its key if it needs one."""
        sound = self.sound(stored_name)
        return sound is not None and sound.path.is_file()

    def stored_names(self) -> tuple[str, ...]:
        """Names of all managed copies."""
        if self._keys is not None:
            return tuple(self._keys.all())
        files = sorted(self._folder.iterdir()) if self._folder.is_dir() else ()
        return tuple(file.name for file in files if _STORED_NAME.fullmatch(file.name))

    def destroy(self, stored_name: str) -> None:
        """Destroy a recording; one that is gone already is no trouble.

        In an encrypted study its key is destroyed, which makes every copy of the file unreadable
        wherever it is. In a plain study the file is written over once. Then it is removed.

        Raises
        ------
        ReadOnlyStudyError
            If the study is open for reading only.
        StoreFailedError
            If the disk refuses.
        """
        if self._read_only:
            raise ReadOnlyStudyError
        sound = self.sound(stored_name)
        if sound is None:
            return
        with disk_told():
            if self._keys is not None:
                self._keys.destroy(stored_name)
            elif sound.path.is_file():
                overwrite(sound.path)
            sound.path.unlink(missing_ok=True)
            make_durable(self._folder)

    def path_of(self, stored_name: str) -> Path:
        """Path of a managed copy in a plain study; ValueError for a name that is not ours."""
        if _STORED_NAME.fullmatch(stored_name) is None:
            raise ValueError("not the name of a managed recording")
        return self._folder / stored_name

    def _to_be_stored(self, fingerprint: Fingerprint, suffix: str) -> str:
        if self._read_only:
            raise ReadOnlyStudyError
        stored_name = f"{fingerprint}{suffix.lower()}"
        self.path_of(stored_name)
        return stored_name

    def _is_whole(self, stored_name: str, fingerprint: Fingerprint) -> bool:
        sound = self.sound(stored_name)
        if sound is None or not sound.path.is_file():
            return False
        try:
            return fingerprint_of_sound(sound) == fingerprint
        except EncryptedFileError:
            return False

    def _take_over(
        self, original: BinaryIO, stored_name: str, fingerprint: Fingerprint, name: str
    ) -> None:
        self._folder.mkdir(exist_ok=True)
        making = self._folder / f"{_MAKING}{secrets.token_hex(8)}"
        key = None if self._keys is None else self._keys.find(stored_name) or AudioKeys.new_key()
        try:
            with _new_file(making, key) as copy:
                found = _copied(original, copy)
            if found == fingerprint:
                making.replace(self._place(stored_name, key))
        finally:
            making.unlink(missing_ok=True)
        if found != fingerprint:
            raise RecordingError([_altered(name)])
        make_durable(self._folder)

    def _place(self, stored_name: str, key: AudioKey | None) -> Path:
        """Where a new copy belongs; its key is on the disk before the copy is."""
        if self._keys is None or key is None:
            return self.path_of(stored_name)
        self._keys.put(stored_name, key)
        return self._folder / key.file_name


def fingerprint_of(file: Path) -> Fingerprint:
    """SHA-256 of a file's content, in hexadecimal."""
    return fingerprint_of_sound(SoundFile(file))


def fingerprint_of_sound(sound: SoundFile) -> Fingerprint:
    """SHA-256 of a recording's decrypted content, in hexadecimal.

    Raises
    ------
    OSError
        If the file cannot be read.
    EncryptedFileError
        If it was altered, or its key is another one.
    """
    seen = hashlib.sha256()
    with sound.open() as content:
        while block := content.read(_BLOCK):
            seen.update(block)
    return Fingerprint(seen.hexdigest())


def overwrite(file: Path) -> None:
    """Replace a file's content by zeros, on the disk."""
    left = file.stat().st_size
    with file.open("r+b") as content:
        while left > 0:
            left -= content.write(bytes(min(left, _BLOCK)))
        content.flush()
        os.fsync(content.fileno())


def _new_file(path: Path, key: AudioKey | None) -> BinaryIO:
    """Make a file that only its owner may read, to be encrypted if there is a key."""
    if key is not None:
        return cast(BinaryIO, EncryptedWriter(path, key.key))
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def _copied(original: BinaryIO, copy: BinaryIO) -> Fingerprint:
    """Copy onto the disk, and return the hash of what was copied."""
    seen = hashlib.sha256()
    while block := original.read(_BLOCK):
        seen.update(block)
        copy.write(block)
    copy.flush()
    os.fsync(copy.fileno())
    return Fingerprint(seen.hexdigest())


def _move(file: Path, target: Path) -> None:
    """Give a file that is on the disk its place, also from another disk."""
    try:
        file.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        making = target.with_name(f"{_MAKING}{secrets.token_hex(8)}")
        try:
            shutil.copyfile(file, making)
            making.chmod(0o600)
            make_durable(making)
            making.replace(target)
        finally:
            making.unlink(missing_ok=True)
        file.unlink()


def _altered(name: str) -> Problem:
    return Problem(
        what="The recording changed while it was being taken over.",
        fix="Wait until no other program writes to it, then add it again.",
        file=name,
    )


def _unreadable(name: str) -> Problem:
    return Problem(
        what="The recording cannot be read.",
        fix="Check that the file is there and that you may open it.",
        file=name,
    )
