"""What a study consists of, which nothing that is made from a study may be written over."""

from __future__ import annotations

from pathlib import Path

from practicecoder.storage.folders import StudyFolder
from practicecoder.vault.audio_keys import NAMES as AUDIO_KEYS


def is_own_file(place: Path) -> bool:
    """Whether a file or folder is a part of a study, or would become one.

    Examples
    --------
    >>> is_own_file(Path("nowhere/study.db"))
    False
    """
    place = place.resolve()
    for folder in map(StudyFolder, place.parents):
        if folder.database.is_file() and place.relative_to(folder.path).parts[
            0
        ].casefold() in _own(folder):
            return True
    return False


def _own(folder: StudyFolder) -> frozenset[str]:
    parts = (folder.database, folder.audio, folder.cache, folder.backups, folder.lock)
    files = (folder.keys.path, folder.encrypting)
    journal = f"{folder.database.name}-journal"
    names = {journal, "history.key", "withdrawn.json", *AUDIO_KEYS}
    return frozenset({*names, *(path.name for path in (*parts, *files))})
