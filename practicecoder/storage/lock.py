"""One writer for a study: a lock file that says who, and that ends with its process."""

from __future__ import annotations

import errno
import hmac
import json
import os
import socket
import sys
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from practicecoder.errors import StudyInUseError, StudyLocationError
from practicecoder.storage.processes import is_running, started_at
from practicecoder.vault.study_key import KeyUse, StudyKey

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> bool:
        """Take the operating system's lock on an open file; False if another has it."""
        os.lseek(handle, _BEYOND_TEXT, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _seize(handle: int) -> bool:
        """Take the operating system's lock on an open file; False if another has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in (errno.ENOTSUP, errno.ENOLCK, errno.ENOSYS):
                raise
        return True


_BEYOND_TEXT = 1 << 20
"""Byte that Windows locks: the text before it stays readable for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Process that writes to a study. ``started`` tells processes apart.

    A number of a process is given again after its end, its start is not.
    """

    host: str
    pid: int
    started: str

    @classmethod
    def this_process(cls, host: str) -> Self:
        """Holder that stands for the running program."""
        return cls(host=host, pid=os.getpid(), started=started_at(os.getpid()))

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Holder that a lock file names; None if it names none, as after a crash in writing it."""
        try:
            fields = json.loads(text)
            return cls(
                host=str(fields["host"]),
                pid=int(fields["pid"]),
                started=str(fields["started"]),
            )
        except (ValueError, KeyError, TypeError, RecursionError):
            return None

    def may_be_alive(self, here: Collection[str]) -> bool:
        """Whether the process may still write; what cannot be looked up is taken to be alive.

        ``here`` are the names by which this computer may be called.
        """
        is_elsewhere = self.host not in here
        return is_elsewhere or (is_running(self.pid) and started_at(self.pid) == self.started)

    def in_words(self, here: Collection[str]) -> str:
        """Whereabouts, without a name of a person."""
        return f"process {self.pid} on {'this computer' if self.host in here else self.host}"


class StudyLock:
    """The lock of a study, held from :meth:`take` to :meth:`release`.

    The operating system's own lock decides between processes of one computer and ends with
    them. The text decides between computers, and where the system's lock does not hold.
    """

    def __init__(self, file: Path, handle: int) -> None:
        self._file = file
        self._handle: int | None = handle

    @classmethod
    def take(cls, file: Path, study: Path, key: StudyKey | None = None) -> Self:
        """Become the study's writer.

        What a process of this computer left behind is taken over once it is sure to have ended.
        With the key of an encrypted study the file does not tell the name of the computer.

        Raises
        ------
        StudyInUseError
            If another process holds the study, or another computer may.
        """
        try:
            handle = _opened(file)
        except OSError:
            raise StudyLocationError(
                study, "a disk or in a folder that cannot be written"
            ) from None
        try:
            here = _this_computer(key)
            # Encrypting begins with the lock of a plain study, and may be cut off behind its end.
            holder = _other_holder(file, handle, {here, _this_computer(None)})
            if holder is None:
                _write(handle, json.dumps(asdict(Holder.this_process(here))))
        except BaseException:
            os.close(handle)
            raise
        if holder is not None:
            os.close(handle)
            raise StudyInUseError(study, holder)
        return cls(file, handle)

    def release(self) -> None:
        """Let others write."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":
            os.close(handle)  # an open file cannot be removed there
            self._file.unlink(missing_ok=True)
        else:
            self._file.unlink(missing_ok=True)
            os.close(handle)


def _this_computer(key: StudyKey | None) -> str:
    """Name of this computer; in an encrypted study one that only its key leads to."""
    name = socket.gethostname()
    if key is None:
        return name
    hidden = hmac.digest(key.derived(KeyUse.PLACES), name.encode(), "sha256").hex()
    return f"computer {hidden[:8]}"


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _opened(file: Path) -> int:
    """Open the lock file; not one that its last holder removed while it was being opened."""
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if os.path.samestat(file.stat(), os.fstat(handle)):
                return handle
        except FileNotFoundError:
            pass
        os.close(handle)


def _other_holder(file: Path, handle: int, here: Collection[str]) -> str | None:
    """Seize the lock, or tell who has it."""
    seized = _seize(handle)
    holder = Holder.read(_text(file))
    if seized and (holder is None or not holder.may_be_alive(here)):
        return None
    return "another program" if holder is None else holder.in_words(here)


def _write(handle: int, text: str) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, text.encode())
    os.fsync(handle)
