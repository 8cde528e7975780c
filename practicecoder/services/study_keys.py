"""Who can open an encrypted study: passphrases and the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from secrets import compare_digest

from practicecoder.errors import (
    KeysDamagedError,
    NotAllowedError,
    StudyLockedError,
    WrongPassphraseError,
)
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.encrypting import Progress, encrypt
from practicecoder.storage.failures import disk_told
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.key_file import HeldKeys, KeyFile
from practicecoder.vault.passphrases import checked_passphrase
from practicecoder.vault.recovery_code import RecoveryCode
from practicecoder.vault.study_key import StudyKey


def is_encrypted(path: Path) -> bool:
    """Whether the study in a folder is encrypted; False if there is none."""
    folder = StudyFolder(path.absolute())
    return folder.database.is_file() and folder.is_encrypted


def study_key(path: Path, secret: str | None) -> StudyKey | None:
    """Find the key of an encrypted study; None for a study that is not encrypted.

    Raises
    ------
    StudyLockedError
        If the study is encrypted and there is no secret.
    WrongPassphraseError
        If the secret is neither a passphrase nor the recovery code of the study.
    KeysDamagedError
        If the study's keys cannot be used.
    """
    if not is_encrypted(path):
        return None
    if secret is None:
        raise StudyLockedError(path)
    return StudyFolder(path.absolute()).keys.unlock(secret)


def opens(path: Path, secret: str) -> bool:
    """Whether a passphrase or recovery code opens the study; any text opens a plain one.

    Raises
    ------
    KeysDamagedError
        If the study's keys cannot be used.
    """
    try:
        study_key(path, secret)
    except WrongPassphraseError:
        return False
    return True


class OpenStudyProof:
    """Tells whether a secret opens the study that is open; also while its disk is away.

    The key that a secret yields is compared with the one the study was opened with, so that keys
    which somebody put in place of the study's own prove nothing.

    Raises
    ------
    StudyLockedError
        If the study is not encrypted: then there is nothing to prove.
    """

    def __init__(self, context: StudyContext) -> None:
        folder = context.store.folder
        if folder.key is None:
            raise StudyLockedError(folder.path)
        self._key = folder.key
        self._file = folder.keys
        self._held: HeldKeys | None
        try:
            self._held = self._file.held()
        except KeysDamagedError:
            self._held = None

    def __call__(self, secret: str) -> bool:
        """Whether it is a passphrase or the recovery code; takes a part of a second.

        Raises
        ------
        KeysDamagedError
            If the keys can be read neither at this moment nor could be before.
        """
        try:
            key = self._unlock(secret)
        except WrongPassphraseError:
            return False
        return compare_digest(key.secret, self._key.secret)

    def _unlock(self, secret: str) -> StudyKey:
        try:
            return self._file.unlock(secret)
        except KeysDamagedError:  # the disk is away, or the file is broken
            if self._held is None:
                raise
            return self._held.unlock(secret)


def encrypt_study(
    path: Path,
    passphrase: str,
    *,
    keep_backups: bool = True,
    progress: Progress = lambda _share, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RecoveryCode:
    """Make a plain study an encrypted one, and return its recovery code, to be shown once.

    The study must not be open. ``progress`` is told the share done (0 to 1) and what is being
    done. Backups are encrypted too, or removed if they are not to be kept.

    Raises
    ------
    WeakPassphraseError
        If the passphrase would not guard the study.
    NotAllowedError
        If the study is encrypted already.
    CancelledError
        If it was cancelled; the study stays plain.
    StudyError
        If the study cannot be opened, or the disk refuses: it stays plain, or is encrypted and
        plain remains are removed when it is opened next.
    """
    checked_passphrase(passphrase)
    if is_encrypted(path):
        raise NotAllowedError("This study is encrypted already. Nothing was changed.")
    StudyStore.open(path).close()  # brings an older schema up to date, finishes what was begun
    return encrypt(
        StudyFolder(path.absolute()),
        passphrase,
        keep_backups=keep_backups,
        progress=progress,
        cancelled=cancelled,
    )


def passphrase_holders(path: Path) -> tuple[str, ...]:
    """Whose passphrases open the study, in order of their making.

    Raises
    ------
    NotAllowedError
        If the study is not encrypted.
    KeysDamagedError
        If its keys cannot be used.
    """
    return _keys(path).labels


def change_passphrase(path: Path, secret: str, new: str, holder: str | None = None) -> None:
    """Give a new passphrase to whom the secret belongs; the old one opens nothing any more.

    With the recovery code it is given to ``holder``, or to the first one.

    Raises
    ------
    WeakPassphraseError, WrongPassphraseError, NotAllowedError, KeysDamagedError, StoreFailedError
        Nothing is changed then.
    """
    with disk_told():
        _keys(path).change_passphrase(secret, new, holder)


def add_passphrase(path: Path, secret: str, holder: str, passphrase: str) -> None:
    """Let another person open the study; raises as :func:`change_passphrase`."""
    with disk_told():
        _keys(path).add_person(secret, holder, passphrase)


def remove_passphrase(path: Path, secret: str, holder: str) -> None:
    """Take a person's passphrase away; the last one stays; raises as :func:`change_passphrase`."""
    with disk_told():
        _keys(path).remove_person(secret, holder)


def new_recovery_code(path: Path, secret: str) -> RecoveryCode:
    """Make a new recovery code, to be shown once; the old one opens nothing any more.

    Raises
    ------
    WrongPassphraseError, NotAllowedError, KeysDamagedError, StoreFailedError
        Nothing is changed then.
    """
    with disk_told():
        return _keys(path).new_recovery_code(secret)


def _keys(path: Path) -> KeyFile:
    if not is_encrypted(path):
        raise NotAllowedError("This study is not encrypted, so it has no passphrases.")
    return StudyFolder(path.absolute()).keys
