"""Changes a whole study and says when that is done, to be watched by strace.

``python -m tests.trust.recorded_change STUDY SAID CHANGE``
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from benches.kill_bench import PASSPHRASE
from practicecoder.storage.encrypting import encrypt
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.restoring import restore
from practicecoder.storage.study_folder import StudyStore

DONE = 1


class Change(StrEnum):
    """What is done to the study; the last one is a mistake, on purpose."""

    UPGRADE = "upgrade"
    RESTORE = "restoration"
    ENCRYPT = "encryption"
    OVERWRITE = "overwriting"

    @property
    def may_harm(self) -> bool:
        """Whether it is the control, which has to harm the study."""
        return self is Change.OVERWRITE


def upgrade_it(study: StudyFolder) -> None:
    """Open a study of an older schema, which upgrades it."""
    StudyStore.open(study.path).close()


def restore_it(study: StudyFolder) -> None:
    """Restore the oldest backup."""
    restore(study, oldest_backup(study), datetime.now(UTC))


def encrypt_it(study: StudyFolder) -> None:
    """Encrypt a plain study."""
    encrypt(study, PASSPHRASE)


def overwrite_it(study: StudyFolder) -> None:
    """Write a backup over the study, and make it durable at the end."""
    with study.database.open("r+b") as file:
        file.truncate(0)
        file.write(oldest_backup(study).read_bytes())
        file.flush()
        os.fsync(file.fileno())


def oldest_backup(study: StudyFolder) -> Path:
    """The backup that was made first."""
    return min(study.backups.glob("study-*.db"))


CHANGES: Mapping[Change, Callable[[StudyFolder], None]] = {
    Change.UPGRADE: upgrade_it,
    Change.RESTORE: restore_it,
    Change.ENCRYPT: encrypt_it,
    Change.OVERWRITE: overwrite_it,
}


def main(arguments: list[str]) -> int:
    """Do the change and say so."""
    study, said, change = arguments
    handle = os.open(said, os.O_WRONLY | os.O_CREAT, 0o600)
    CHANGES[Change(change)](StudyFolder(Path(study)))
    os.write(handle, f"{DONE}\n".encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
