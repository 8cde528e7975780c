"""Brings a study of an older schema up to date, on a copy that then takes the study's place."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime

from practicecoder.errors import StudyDamagedError
from practicecoder.storage.backups import Backups
from practicecoder.storage.copies import discard, faults_of, verified_copy
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.failures import disk_told, told
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.storage.schema import CURRENT, Schema, revision_of, upgrade_file


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
            upgrade_file(copy, schema)
            with closing(connect_sqlite(copy, "ro")) as connection:
                reached = revision_of(connection)
            if reached != schema.newest or faults_of(copy):
                raise StudyDamagedError(folder.path, "its upgraded copy does not pass its check")
            make_durable(copy.path)
            copy.path.replace(folder.database)
            make_durable(folder.path)
        finally:
            discard(copy.path)
