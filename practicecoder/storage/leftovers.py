"""What a program that was killed left in a study folder: sweeping it away at the next opening.

A half-made copy is never used, and it may hold what is withdrawn or deleted later.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from practicecoder.storage.audio_store import overwrite
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.vault.audio_keys import NAMES as AUDIO_KEYS

log = logging.getLogger(__name__)

_RANDOM = "?" * 8
"""What is appended to names that are made up."""

_OF_STUDY = (
    *(
        f"study.db.{making}{journal}"
        for making in ("restoring", "upgrading")
        for journal in ("", "-journal")
    ),
    f"incoming-{_RANDOM}",
    f".keys.json-{_RANDOM}",
    *(f".{name}-{_RANDOM}" for name in AUDIO_KEYS),
)
_OF_BACKUPS = (".making.db", ".making.db-journal", f".keys.json-{_RANDOM}")
_OF_CACHE = (f"tmp{_RANDOM}.part",)


def sweep(folder: StudyFolder) -> None:
    """Remove what was half-made when a program ended; for whoever holds the study's lock.

    Its blocks are written over first. What cannot be removed keeps nobody from working: it is
    tried again at the next opening.
    """
    for left_behind in [*_leftovers(folder)]:
        try:
            _remove(left_behind)
            make_durable(left_behind.parent)
        except OSError as error:
            log.warning("a leftover stays: %s", type(error).__name__)


def _leftovers(folder: StudyFolder) -> Iterator[Path]:
    for place, names in (
        (folder.path, _OF_STUDY),
        (folder.backups, _OF_BACKUPS),
        (folder.audio, (".adopting-*",)),
        (folder.cache, _OF_CACHE),
    ):
        for name in names:
            yield from place.glob(name)


def _remove(place: Path) -> None:
    if place.is_symlink():
        place.unlink()
    elif place.is_dir():
        for below in place.iterdir():
            _remove(below)
        place.rmdir()
    else:
        overwrite(place)
        place.unlink()
