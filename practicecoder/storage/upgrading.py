"""Brings a study of an older schema up to date, on a copy that then takes the study's place."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime

from practicecoder.errors import StudyDamagedError
from practicecoder.storage.backups import Backups
from practicecoder.storage.copies import discard, faults_of, verified_copy
from practicecoder.storage.engine import DatabaseFile, connect_sqlite
from practicecoder.storage.failures import disk_told, told
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.storage.schema import CURRENT, Schema, revision_of, upgrade_file
from practicecoder.storage.sealing import seal_to_read
from practicecoder.storage.table_digests import Sums
from practicecoder.storage.table_sealing import TableSealer


def upgrade_study(folder: StudyFolder, now: datetime, schema: Schema = CURRENT) -> None:
    """Back the study up, upgrade a copy, check it, and swap it in by renaming.

    Whenever this is interrupted, ``study.db`` is either the old or the upgraded study.

    Raises
    ------
    BackupFailedError, StoreFailedError
        If the disk refuses; the study stays as it was.
    StudyDamagedError
        If the upgraded copy does not pass its check; the study stays as it was.
    """
    Backups(folder).make(now, before=schema.newest)
    copy = folder.keyed(folder.database.with_name("study.db.upgrading"))
    with disk_told(), told(folder.path):
        try:
            verified_copy(folder.keyed(folder.database), copy, folder.path)
            excess = _excess(folder, copy)
            upgrade_file(copy, schema)
            _seal_tables(folder, copy, excess)
            with closing(connect_sqlite(copy, "ro")) as connection:
                reached = revision_of(connection)
            if reached != schema.newest or faults_of(copy):
                raise StudyDamagedError(folder.path, "its upgraded copy does not pass its check")
            make_durable(copy.path)
            copy.path.replace(folder.database)
            make_durable(folder.path)
        finally:
            discard(copy.path)


def _excess(folder: StudyFolder, file: DatabaseFile) -> Sums | None:
    """What sealed tables hold beyond what was sealed; None if nobody can tell."""
    seal = seal_to_read(folder)
    if seal is None:
        return None
    with closing(connect_sqlite(file, "ro")) as connection:
        return TableSealer(connection, seal).excess()


def _seal_tables(folder: StudyFolder, file: DatabaseFile, excess: Sums | None) -> None:
    """Seal the upgraded tables; what was wrong with one before is wrong with it still."""
    seal = seal_to_read(folder)
    if seal is None or excess is None:
        return
    with closing(connect_sqlite(file, "rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        TableSealer(connection, seal).seal_all(excess)
        connection.execute("COMMIT")
