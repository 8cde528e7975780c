"""Where sound comes from: a recording of a study, encrypted or not, or a file outside of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TypeAlias

from practicecoder.vault.sound_file import SoundFile

Sound: TypeAlias = SoundFile | Path
"""A recording of a study, or the path of a plain file."""

ALTERED = (
    "its encrypted copy was altered or is damaged, so it is not used.",
    "Put a copy from a backup of the whole study folder in its place.",
)
"""What is wrong with a recording whose encryption does not hold, and what to do."""


def sound_of(source: Sound) -> SoundFile:
    """Make a plain path a sound file without a key."""
    return source if isinstance(source, SoundFile) else SoundFile(path=source, key=None)


def size_of(sound: SoundFile) -> int:
    """Length in bytes of what can be read, decrypted where there is a key.

    Raises
    ------
    EncryptedFileError
        If the key is not that of the file.
    """
    if sound.key is None:
        return sound.path.stat().st_size
    with sound.open() as file:
        return file.seek(0, os.SEEK_END)
