"""Which key seals the history of a study, and the first sealing of what an older program wrote.

A study that is not encrypted has its key in a file beside the database. In an encrypted study it
is derived from the study's key; if the study was encrypted later, the key that it had goes on,
encrypted. Neither is ever in the backups.
"""

from __future__ import annotations

import secrets
from contextlib import closing
from datetime import datetime
from pathlib import Path

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import new_id
from practicecoder.storage.chain import CHAINS, HistorySeal
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.failures import disk_told, told
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.schema import FIRST_SEALED, revision_of, upgrade_file
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault.durable import make_durable, write_durably, write_over_durably
from practicecoder.vault.sealing import decrypt_bytes, encrypt_bytes
from practicecoder.vault.study_key import KeyUse, StudyKey

KEY_BYTES = 32
KEY_FILE = "history.key"
ENCRYPTED_KEY_FILE = "history.key.sealed"
NEW_KEY = "new_key"
"""Item of the entry that tells that the key of the history was missing and made anew."""

_MAKING = "history.key.making"
"""Bears the key until the history was sealed with it; sealing anew is not done after that."""


def seal_to_read(folder: StudyFolder) -> HistorySeal | None:
    """Seal of a study that is only read; None if its key is missing.

    Raises
    ------
    EncryptedFileError
        If the kept key of an encrypted study was altered.
    """
    key = _key(folder.path / KEY_FILE) if folder.key is None else _kept_key(folder, folder.key)
    return None if key is None else HistorySeal(key)


def seal_to_write(folder: StudyFolder) -> HistorySeal:
    """Seal of a study that is written to; a key that is missing is made.

    Raises
    ------
    StoreFailedError
        If the disk refuses.
    """
    if (seal := seal_to_read(folder)) is not None:
        return seal
    making = folder.path / _MAKING
    key = _key(making)
    if key is None:
        key = secrets.token_bytes(KEY_BYTES)
        with disk_told():
            write_durably(making, key)
    return HistorySeal(key)


def seal_history(folder: StudyFolder, database: Database, now: datetime) -> None:
    """After a key was made, seal what is recorded already, or record that the old key was lost.

    Entries that were sealed with a lost key cannot be verified any more; checking says so. With a
    key that was there, nothing is sealed anew: a history without seals is then a forged one.
    """
    making = folder.path / _MAKING
    if folder.key is not None or not making.exists():
        _seal_tables(database, is_always_ours=folder.key is not None)
        return
    with database.reading() as unit:
        has_entries, is_sealed = unit.history.is_begun(), unit.history.is_sealed()
        is_of_this_key = _is_of_this_key(unit, database.seal)
        is_done = is_of_this_key and unit.history.has_sealed_tables()
    if has_entries and not is_sealed:
        with database.transaction() as unit:
            unit.history.seal_unsealed(now)
    elif has_entries and not is_of_this_key:
        replaced = HistoryEntry(
            entry_id=new_id(), at=now, actor=None, kind=HistoryKind.HISTORY_SEALED, item=NEW_KEY
        )
        with database.transaction() as unit:
            unit.history.add(replaced)
    if not is_done:
        database.seal_tables_anew()
    with disk_told():
        making.replace(folder.path / KEY_FILE)
        make_durable(folder.path)


def seal_restored(folder: StudyFolder, file: Path, now: datetime) -> None:
    """Seal a copy of a backup from before there were seals, which the program itself brings back.

    Otherwise its history would be taken for one whose seals were removed. Nothing is done where
    the study has no key yet: it is made when the study is opened.

    Raises
    ------
    StoreFailedError, StudyDamagedError
        If there is no room, the disk fails or the copy cannot be used.
    """
    seal, keyed = seal_to_read(folder), folder.keyed(file)
    with told(folder.path), closing(connect_sqlite(keyed, "ro")) as connection:
        revision = revision_of(connection)
    if seal is None or revision is None or revision >= FIRST_SEALED:
        return
    with told(folder.path):
        upgrade_file(keyed)
    with closing(
        Database.on_file(keyed, read_only=False, path=folder.path, seal=seal)
    ) as database:
        with database.transaction() as unit:
            unit.history.seal_unsealed(now)
        database.seal_tables_anew()


def _is_of_this_key(unit: UnitOfWork, seal: HistorySeal | None) -> bool:
    """Whether chains bear this seal: sealing was interrupted behind its end."""
    return seal is not None and any(
        seal.head(row.head, "", [row.head.entry_id]) == row.seal
        for row in unit.chains.heads_of(CHAINS)
    )


def _seal_tables(database: Database, *, is_always_ours: bool) -> None:
    """Seal the tables of a study whose program did not do that yet.

    Nobody who lacks the key has written to an encrypted study. Elsewhere, a study that has a key
    and nothing on record was robbed of its history; its tables are not vouched for.
    """
    with database.reading() as unit:
        is_due = not unit.history.has_sealed_tables() and (
            is_always_ours or unit.history.is_begun()
        )
    if is_due:
        database.seal_tables_anew()


def keep_key_encrypted(folder: StudyFolder, key: StudyKey) -> None:
    """Keep the key of a plain study for the time when the study is encrypted; first step of two.

    Raises
    ------
    StoreFailedError
        If the disk refuses.
    """
    plain = _key(folder.path / KEY_FILE)
    if plain is not None:
        content = encrypt_bytes(plain, key.derived(KeyUse.HISTORY), ENCRYPTED_KEY_FILE)
        with disk_told():
            write_durably(folder.path / ENCRYPTED_KEY_FILE, content)


def forget_plain_key(folder: StudyFolder) -> None:
    """Remove the plain key once the study is encrypted; second step of two.

    Raises
    ------
    StoreFailedError
        If the disk refuses.
    """
    file = folder.path / KEY_FILE
    if file.exists():
        with disk_told():
            write_over_durably(file, bytes(KEY_BYTES))
            file.unlink()


def _key(file: Path) -> bytes | None:
    """Key in a file; None if there is none that could be it."""
    try:
        key = file.read_bytes()
    except FileNotFoundError:
        return None
    return key if len(key) == KEY_BYTES else None


def _kept_key(folder: StudyFolder, key: StudyKey) -> bytes:
    """Key of an encrypted study: the one that it had before, or one of its own."""
    own = key.derived(KeyUse.HISTORY)
    try:
        content = (folder.path / ENCRYPTED_KEY_FILE).read_bytes()
    except FileNotFoundError:
        return own
    return decrypt_bytes(content, own, ENCRYPTED_KEY_FILE)
