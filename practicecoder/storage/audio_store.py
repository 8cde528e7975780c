"""Managed copies of recordings, named by the hash of their content."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import BinaryIO

from practicecoder.domain.ids import Fingerprint
from practicecoder.errors import Problem, ReadOnlyStudyError, RecordingError
from practicecoder.storage.failures import disk_told
from practicecoder.storage.folders import make_durable

_BLOCK = 1 << 20
_STORED_NAME = re.compile(r"[0-9A-Za-z_-]+(\.[0-9a-z]+)?")


class AudioStore:
    """The audio folder of a study."""

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self._folder = folder
        self._read_only = read_only

    def adopt(self, source: Path, fingerprint: Fingerprint, suffix: str) -> str:
        """Copy a recording into the study, and return the name it is stored under.

        A copy that is there already and is whole is left as it is.

        Raises
        ------
        RecordingError
            If the file is not the one the fingerprint was taken from.
        StoreFailedError
            If there is no room or the disk fails; nothing half-copied stays.
        ReadOnlyStudyError
            If the study is open for reading only.
        """
        if self._read_only:
            raise ReadOnlyStudyError
        stored_name = f"{fingerprint}{suffix.lower()}"
        target = self.path_of(stored_name)
        try:
            with source.open("rb") as original, disk_told():
                if not (target.is_file() and fingerprint_of(target) == fingerprint):
                    self._take_over(original, target, fingerprint, source.name)
        except OSError as error:
            raise RecordingError([_unreadable(source.name)]) from error
        return stored_name

    def _take_over(
        self, original: BinaryIO, target: Path, fingerprint: Fingerprint, name: str
    ) -> None:
        self._folder.mkdir(exist_ok=True)
        handle, making = tempfile.mkstemp(prefix=".adopting-", dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as copy:
                found = _copy(original, copy)
            if found == fingerprint:
                Path(making).replace(target)
        finally:
            Path(making).unlink(missing_ok=True)
        if found != fingerprint:
            raise RecordingError([_altered(name)])
        make_durable(self._folder)

    def destroy(self, stored_name: str) -> None:
        """Overwrite a managed copy once and remove it; one that is gone already is no trouble.

        Raises
        ------
        ReadOnlyStudyError
            If the study is open for reading only.
        StoreFailedError
            If the disk refuses.
        """
        if self._read_only:
            raise ReadOnlyStudyError
        file = self.path_of(stored_name)
        with disk_told():
            if not file.is_file():
                return
            _overwrite(file)
            file.unlink()
            make_durable(self._folder)

    def path_of(self, stored_name: str) -> Path:
        """Path of a managed copy; ValueError for a name that is not one of ours."""
        if _STORED_NAME.fullmatch(stored_name) is None:
            raise ValueError("not the name of a managed recording")
        return self._folder / stored_name


def fingerprint_of(file: Path) -> Fingerprint:
    """SHA-256 of a file's content, in hexadecimal."""
    with file.open("rb") as content:
        return Fingerprint(hashlib.file_digest(content, "sha256").hexdigest())


def _copy(original: BinaryIO, copy: BinaryIO) -> Fingerprint:
    """Copy onto the disk, and return the hash of what was copied."""
    seen = hashlib.sha256()
    while block := original.read(_BLOCK):
        seen.update(block)
        copy.write(block)
    copy.flush()
    os.fsync(copy.fileno())
    return Fingerprint(seen.hexdigest())


def _altered(name: str) -> Problem:
    return Problem(
        what="The recording changed while it was being taken over.",
        fix="Wait until no other program writes to it, then add it again.",
        file=name,
    )


def _overwrite(file: Path) -> None:
    """Replace a file's content by zeros, on the disk."""
    left = file.stat().st_size
    with file.open("r+b") as content:
        while left > 0:
            left -= content.write(bytes(min(left, _BLOCK)))
        content.flush()
        os.fsync(content.fileno())


def _unreadable(name: str) -> Problem:
    return Problem(
        what="The recording cannot be read.",
        fix="Check that the file is there and that you may open it.",
        file=name,
    )
