"""How much room there is for a study, and what of the study takes how much of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from practicecoder.storage.folders import StudyFolder

LEAST_FREE_BYTES = 500_000_000
"""With less room than this, whoever works in a study is warned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Free room where a study and its backups are, and the sizes of its parts, in bytes.

    ``free_bytes`` is the lesser of both, as either may be on a disk of its own.
    """

    free_bytes: int
    total_bytes: int
    database_bytes: int
    recordings_bytes: int
    backups_bytes: int
    cache_bytes: int

    @property
    def is_short(self) -> bool:
        """Whether there is too little room to go on without a warning."""
        return self.free_bytes < LEAST_FREE_BYTES


def free_bytes(folder: StudyFolder) -> int:
    """Room left for the study and for its backups, whichever is less, in bytes."""
    return min(shutil.disk_usage(place).free for place in _places(folder))


def room_of(folder: StudyFolder) -> Room:
    """Look at the disks and at every file of the study."""
    narrowest = min((shutil.disk_usage(place) for place in _places(folder)), key=lambda u: u.free)
    return Room(
        free_bytes=narrowest.free,
        total_bytes=narrowest.total,
        database_bytes=_size(folder.database),
        recordings_bytes=_size(folder.audio),
        backups_bytes=_size(folder.backups),
        cache_bytes=_size(folder.cache),
    )


def _places(folder: StudyFolder) -> tuple[Path, ...]:
    return tuple(place for place in (folder.path, folder.backups) if place.is_dir())


def _size(place: Path) -> int:
    """Bytes of a file, or of all files below a folder; what vanishes meanwhile counts nothing."""
    total = 0
    files = [place] if place.is_file() else []
    for at, _, names in os.walk(place):
        files.extend(Path(at, name) for name in names)
    for file in files:
        try:
            total += file.lstat().st_size
        except OSError:
            continue
    return total
