"""Backups of a study that is not open: list them, restore one, make one."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import new_id
from practicecoder.errors import BackupNotFoundError, StudyNotFoundError
from practicecoder.services.studies import open_study
from practicecoder.services.study_context import utc_now
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.restoring import BackupFile, backups_of, restore

__all__ = ["BackupFile", "back_up_study", "list_backups", "restore_study"]


def list_backups(path: Path) -> tuple[BackupFile, ...]:
    """Check every backup of a study folder and count what is in it, newest first.

    Raises
    ------
    StudyNotFoundError
        If the folder holds neither a study nor backups of one.
    """
    folder = _folder(path)
    return backups_of(folder)


def restore_study(path: Path, backup: str | Path, *, now: datetime | None = None) -> Path | None:
    """Put a backup in the place of the study, and record that.

    Parameters
    ----------
    backup
        A file of the backups folder, or its name.

    Returns
    -------
    Path or None
        Where the former ``study.db`` was put aside; None if there was none.

    Raises
    ------
    BackupNotFoundError, BackupDamagedError
        If there is no such backup, or it does not pass its check; nothing was changed.
    StudyInUseError, StudyLocationError
        If the study is open, or must not be written at its place.
    StoreFailedError
        If there is no room or the disk fails; the study stays as it was.
    """
    folder = _folder(path)
    file = folder.backups / Path(backup).name
    if not file.is_file():
        raise BackupNotFoundError(Path(backup).name)
    at = now or utc_now()
    aside = restore(folder, file, at)
    _record(path, file, at)
    return aside


def back_up_study(path: Path) -> Path:
    """Make a verified backup of a study, and return its file.

    Raises
    ------
    StudyError
        If the study cannot be opened, or no backup can be made.
    """
    with closing(open_study(path)) as services:
        return services.context.store.backup()


def _folder(path: Path) -> StudyFolder:
    folder = StudyFolder(path.absolute())
    if not folder.database.is_file() and not folder.backups.is_dir():
        raise StudyNotFoundError(folder.path)
    return folder


def _record(path: Path, backup: Path, at: datetime) -> None:
    """Put on record that an earlier state came back: acts after it are in the file put aside."""
    with closing(open_study(path)) as services, services.context.store.transaction() as unit:
        unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=at,
                actor=None,
                kind=HistoryKind.STUDY_RESTORED,
                item=services.study.study_id,
                new=backup.stem,
            )
        )
