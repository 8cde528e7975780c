"""What lies where in a study folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from practicecoder.storage.engine import DatabaseFile
from practicecoder.vault.durable import make_durable
from practicecoder.vault.key_file import FILE_NAME, KeyFile
from practicecoder.vault.study_key import KeyUse, StudyKey

__all__ = ["StudyFolder", "make_durable"]

_PLAIN = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """Paths inside one study folder, and the key that opens what is encrypted.

    ``key`` is None for a study that is not encrypted, and as long as it is locked.
    """

    path: Path
    key: StudyKey | None = field(default=None, repr=False)

    @property
    def database(self) -> Path:
        """The study itself."""
        return self.path / "study.db"

    @property
    def audio(self) -> Path:
        """Managed copies of the recordings."""
        return self.path / "audio"

    @property
    def cache(self) -> Path:
        """What can be made again, such as waveform peaks."""
        return self.path / "cache"

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.path / "backups"

    @property
    def keys(self) -> KeyFile:
        """The key under every passphrase that opens it; it is there in encrypted studies only."""
        return KeyFile(self.path / FILE_NAME)

    @property
    def is_encrypted(self) -> bool:
        """Whether there are keys; while a study is being encrypted, the plain one still counts.

        Only then is the database looked into: closing a file drops the locks on it.
        """
        return self.keys.exists and not (self.encrypting.exists() and is_plain(self.database))

    @property
    def encrypting(self) -> Path:
        """There from the beginning to the end of encrypting a plain study."""
        return self.path / "encrypting.json"

    def keyed(self, path: Path) -> DatabaseFile:
        """Name a database file of this study together with what opens it."""
        key = None if self.key is None else self.key.derived(KeyUse.DATABASE)
        return DatabaseFile(path, key)

    @property
    def lock(self) -> Path:
        """Who is writing to the study; gone while nobody does."""
        return self.path / "lock"


def is_plain(database: Path) -> bool:
    """Whether a file begins like an SQLite database that is not encrypted."""
    try:
        with database.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False
