"""Backups of a study's database: proved before they count, and kept in a fixed rhythm."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from practicecoder.errors import BackupFailedError, StoreFailedError
from practicecoder.storage.copies import discard, faults_of, verified_copy
from practicecoder.storage.failures import disk_told, told
from practicecoder.storage.folders import StudyFolder, make_durable

KEEP_NEWEST = 10
KEEP_DAYS = 14

_STAMP = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"study-(\d{8}T\d{12}Z)\.db")


class Backups:
    """The backups folder of a study."""

    def __init__(self, folder: StudyFolder) -> None:
        self._folder = folder

    def make(self, now: datetime, *, before: str = "") -> Path:
        """Make a backup, and let go of old ones that the rhythm does not keep.

        ``before`` names a schema that the study is about to be brought to; such a backup stays.

        Raises
        ------
        StudyDamagedError
            If the copy does not pass its check; every earlier backup is kept.
        BackupFailedError
            If there is no room or the disk fails.
        """
        stamp = now.astimezone(UTC).strftime(_STAMP)
        target = self._folder.backups / f"study-{stamp}{f'-before-{before}' if before else ''}.db"
        try:
            with disk_told(), told(self._folder.path):
                self._folder.backups.mkdir(exist_ok=True)
                making = self._folder.backups / ".making.db"
                keyed = self._folder.keyed
                verified_copy(keyed(self._folder.database), keyed(making), self._folder.path)
                making.replace(target)
                make_durable(self._folder.backups)
                self._let_go(now)
        except StoreFailedError as error:
            raise BackupFailedError(error.why) from error
        return target

    def files(self) -> dict[Path, datetime]:
        """Every backup of the rhythm and when it was made, newest first."""
        found = {
            file: datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
            for file in self._folder.backups.glob("study-*.db")
            if (name := _NAME.fullmatch(file.name)) is not None
        }
        return dict(sorted(found.items(), key=lambda pair: pair[1], reverse=True))

    def _let_go(self, now: datetime) -> None:
        """Remove sound backups that are superseded; a damaged one supersedes nothing."""
        files = self.files()
        if len(files) <= KEEP_NEWEST:
            return
        sound = {file: made for file, made in files.items() if not self._faults_of(file)}
        keep = kept(sound.values(), now)
        for file, made in sound.items():
            if made not in keep:
                discard(file)

    def _faults_of(self, file: Path) -> tuple[str, ...]:
        return faults_of(self._folder.keyed(file), quick=True)


def kept(made: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Which of some backups stay: the 10 newest, and the last of each of the latest 14 days."""
    newest_first = sorted(made, reverse=True)
    last_of_day = {moment.date(): moment for moment in reversed(newest_first)}
    since = (now.astimezone(UTC) - timedelta(days=KEEP_DAYS - 1)).date()
    daily = (moment for day, moment in last_of_day.items() if day >= since)
    return frozenset((*newest_first[:KEEP_NEWEST], *daily))
