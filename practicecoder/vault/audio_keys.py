"""One key and one meaningless file name per recording, so that a recording can be destroyed."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from practicecoder.errors import EncryptedFileError, KeysDamagedError
from practicecoder.vault.durable import write_over_durably
from practicecoder.vault.sealing import decrypt_bytes, encrypt_bytes
from practicecoder.vault.study_key import KEY_BYTES, KeyUse, StudyKey

NAMES = ("audio.keys", "audio.keys.2")
"""The file and its mirror; neither is ever copied into the backups."""


class AudioKey(NamedTuple):
    """Name of an encrypted recording's file, and its key."""

    file_name: str
    key: bytes

    def __repr__(self) -> str:
        return f"AudioKey({self.file_name})"


class AudioKeys:
    """The keys of a study's recordings, in two files that mirror each other.

    The one that was written last counts; a damaged or older one is put right by the next write
    or by :meth:`mend`.

    Parameters
    ----------
    folder
        The study folder.
    key
        The study's key.
    """

    def __init__(self, folder: Path, key: StudyKey) -> None:
        self._folder = folder
        self._key = key.derived(KeyUse.RECORDINGS)
        self._lock = threading.Lock()

    @staticmethod
    def new_key() -> AudioKey:
        """Random name and key for a recording; nothing is kept yet."""
        return AudioKey(f"{secrets.token_hex(16)}.enc", secrets.token_bytes(KEY_BYTES))

    def add(self, stored_name: str) -> AudioKey:
        """Key for a new recording, which is on the disk when this returns.

        A recording that has a key keeps it.

        Raises
        ------
        KeysDamagedError
            If neither file can be read.
        OSError
            If a file cannot be written.
        """
        with self._lock:
            edition, keys = self._load()
            if stored_name in keys:
                return keys[stored_name]
            made = self.new_key()
            self._store(edition + 1, {**keys, stored_name: made})
            return made

    def find(self, stored_name: str) -> AudioKey | None:
        """Key of a recording; None if there is none, or it was destroyed.

        Raises
        ------
        KeysDamagedError
            If neither file can be read.
        """
        return self._load()[1].get(stored_name)

    def all(self) -> Mapping[str, AudioKey]:
        """Every recording's key.

        Raises
        ------
        KeysDamagedError
            If neither file can be read.
        """
        return self._load()[1]

    def put(self, stored_name: str, key: AudioKey) -> None:
        """Keep the key of a recording that was encrypted elsewhere; raises as :meth:`add`."""
        self.put_all({stored_name: key})

    def put_all(self, added: Mapping[str, AudioKey]) -> None:
        """Keep several such keys at once; raises as :meth:`add`."""
        with self._lock:
            edition, keys = self._load()
            self._store(edition + 1, {**keys, **added})

    def destroy(self, stored_name: str) -> None:
        """Forget the key of a recording for ever; raises as :meth:`add`."""
        with self._lock:
            edition, keys = self._load()
            if stored_name in keys:
                rest = {name: key for name, key in keys.items() if name != stored_name}
                self._store(edition + 1, rest)

    def mend(self) -> bool:
        """Write both files anew if one is damaged, missing or older; say whether it was done.

        Raises
        ------
        KeysDamagedError
            If neither file can be read.
        OSError
            If a file cannot be written.
        """
        with self._lock:
            edition, keys = self._load()
            if edition == 0 or all(self._read(name) == (edition, keys) for name in NAMES):
                return False
            self._store(edition + 1, keys)
            return True

    def _load(self) -> tuple[int, dict[str, AudioKey]]:
        """Edition and keys of the newer file; nothing if no recording was ever added."""
        found = [read for name in NAMES if (read := self._read(name)) is not None]
        if found:
            return max(found, key=lambda read: read[0])
        if any((self._folder / name).exists() for name in NAMES):
            raise KeysDamagedError(
                self._folder / NAMES[0], "Put audio.keys back from a copy of the study folder."
            )
        return 0, {}

    def _read(self, name: str) -> tuple[int, dict[str, AudioKey]] | None:
        try:
            content = decrypt_bytes((self._folder / name).read_bytes(), self._key, "audio keys")
        except (OSError, EncryptedFileError):
            return None
        document = json.loads(content)
        keys = document["recordings"]
        return document["edition"], {
            stored: AudioKey(file_name, bytes.fromhex(key))
            for stored, (file_name, key) in keys.items()
        }

    def _store(self, edition: int, keys: Mapping[str, AudioKey]) -> None:
        recordings = {stored: (key.file_name, key.key.hex()) for stored, key in keys.items()}
        content = json.dumps({"edition": edition, "recordings": recordings}).encode()
        for name in NAMES:
            sealed = encrypt_bytes(content, self._key, "audio keys")
            write_over_durably(self._folder / name, sealed)
