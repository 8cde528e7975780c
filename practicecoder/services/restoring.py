"""Backups of a study that is not open: list them, restore one, make one."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import new_id
from practicecoder.errors import BackupNotFoundError, StudyLockedError, StudyNotFoundError
from practicecoder.services.study_context import utc_now
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.restoring import BackupFile, backups_of, restore
from practicecoder.storage.study_folder import StudyStore

__all__ = ["BackupFile", "back_up_study", "list_backups", "needs_secret", "restore_study"]


def needs_secret(path: Path) -> bool:
    """Whether the study is encrypted: its backups are, too."""
    return StudyFolder(path.absolute()).is_encrypted


def list_backups(path: Path, *, secret: str | None = None) -> tuple[BackupFile, ...]:
    """Check every backup of a study folder and count what is in it, newest first.

    Parameters
    ----------
    secret
        Passphrase or recovery code of an encrypted study.

    Raises
    ------
    StudyNotFoundError
        If the folder holds neither a study nor backups of one.
    StudyLockedError, WrongPassphraseError
        If the study is encrypted, and the secret is missing or wrong.
    """
    return backups_of(_folder(path, secret))


def restore_study(
    path: Path, backup: str | Path, *, secret: str | None = None, now: datetime | None = None
) -> Path | None:
    """Put a backup in the place of the study, and record that.

    Parameters
    ----------
    backup
        A file of the backups folder, or its name.
    secret
        Passphrase or recovery code of an encrypted study.

    Returns
    -------
    Path or None
        Where the former ``study.db`` was put aside; None if there was none.

    Raises
    ------
    BackupNotFoundError, BackupDamagedError
        If there is no such backup, or it does not pass its check; nothing was changed.
    StudyLockedError, WrongPassphraseError
        If the study is encrypted, and the secret is missing or wrong.
    StudyInUseError, StudyLocationError
        If the study is open, or must not be written at its place.
    StoreFailedError
        If there is no room or the disk fails; the study stays as it was.
    """
    folder = _folder(path, secret)
    file = folder.backups / Path(backup).name
    if not file.is_file():
        raise BackupNotFoundError(Path(backup).name)
    at = now or utc_now()
    aside = restore(folder, file, at)
    _record(folder, file, at)
    return aside


def back_up_study(path: Path, *, secret: str | None = None) -> Path:
    """Make a verified backup of a study, and return its file.

    Raises
    ------
    StudyError
        If the study cannot be opened, or no backup can be made.
    """
    folder = _folder(path, secret)
    with closing(StudyStore.open(folder.path, key=folder.key)) as store:
        return store.backup()


def _folder(path: Path, secret: str | None) -> StudyFolder:
    folder = StudyFolder(path.absolute())
    if not folder.database.is_file() and not folder.backups.is_dir():
        raise StudyNotFoundError(folder.path)
    if not folder.is_encrypted:
        return folder
    if secret is None:
        raise StudyLockedError(folder.path)
    return StudyFolder(folder.path, folder.keys.unlock(secret))


def _record(folder: StudyFolder, backup: Path, at: datetime) -> None:
    """Put on record that an earlier state came back: acts after it are in the file put aside."""
    opened = StudyStore.open(folder.path, key=folder.key)
    with closing(opened) as store, store.transaction() as unit:
        unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=at,
                actor=None,
                kind=HistoryKind.STUDY_RESTORED,
                item=unit.study.load().study_id,
                new=backup.stem,
            )
        )
