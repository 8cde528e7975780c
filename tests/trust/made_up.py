"""Made-up studies that proofs work on, and the folders in which they lie."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from practicecoder.storage.folders import StudyFolder


def quick_place() -> Path | None:
    """Folder in memory, if there is one: thousands of studies a minute are written and read."""
    memory = Path("/dev/shm")  # on Linux; None stands for the usual place
    return memory if memory.is_dir() and os.access(memory, os.W_OK) else None


def files_of(path: Path) -> dict[str, bytes]:
    """Content of every file of a folder, by its name in it."""
    return {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in sorted(path.rglob("*"))
        if file.is_file()
    }


def lay_out(path: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold these files and no others."""
    for old in [*path.rglob("*")]:
        if old.is_file() and old.relative_to(path).as_posix() not in files:
            old.unlink()
    for name, content in files.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def moved(study: StudyFolder, path: Path) -> StudyFolder:
    """The same study in another folder: its key opens it there as well."""
    return StudyFolder(path, study.key)
