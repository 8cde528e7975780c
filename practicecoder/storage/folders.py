"""What lies where in a study folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """Paths inside one study folder."""

    path: Path

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
    def lock(self) -> Path:
        """Who is writing to the study; gone while nobody does."""
        return self.path / "lock"


def make_durable(path: Path) -> None:
    """Have a file's content, or a folder's list of names, reach the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows cannot open folders, and writes their names by itself
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
