"""Which key seals the history of a study, and the first sealing of what an older program wrote."""

from __future__ import annotations

from datetime import datetime

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import new_id
from practicecoder.storage.chain import HistorySeal, make_key, read_key
from practicecoder.storage.database import Database
from practicecoder.storage.failures import disk_told
from practicecoder.storage.folders import StudyFolder

NEW_KEY = "new_key"
"""Item of the entry that tells that the key of the history was missing and made anew."""


def seal_to_read(folder: StudyFolder) -> HistorySeal | None:
    """Seal of a study that is only read; None if its key is missing."""
    key = read_key(folder.path)
    return None if key is None else HistorySeal(key)


def seal_to_write(folder: StudyFolder) -> HistorySeal:
    """Seal of a study that is written to; its key is made if there is none.

    Raises
    ------
    StoreFailedError
        If the disk refuses.
    """
    with disk_told():
        return HistorySeal(make_key(folder.path))


def seal_history(database: Database, now: datetime, *, key_is_new: bool) -> None:
    """Seal what an older program recorded; record that, and that a lost key was replaced.

    Entries sealed with a lost key cannot be verified any more; checking the study says so.
    """
    with database.reading() as unit:
        has_entries, is_sealed = unit.history.is_begun(), unit.history.is_sealed()
    if has_entries and not is_sealed:
        with database.transaction() as unit:
            unit.history.seal_unsealed(now)
    elif has_entries and key_is_new:
        replaced = HistoryEntry(
            entry_id=new_id(), at=now, actor=None, kind=HistoryKind.HISTORY_SEALED, item=NEW_KEY
        )
        with database.transaction() as unit:
            unit.history.add(replaced)
