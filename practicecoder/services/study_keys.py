"""How a study becomes an encrypted one, and what opens it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from secrets import compare_digest

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.errors import (
    KeysDamagedError,
    NotAllowedError,
    StudyLockedError,
    WrongPassphraseError,
)
from practicecoder.services.rights import require_access
from practicecoder.services.study_context import StudyContext, utc_now
from practicecoder.storage.encrypting import Progress, encrypt
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.key_file import HeldKeys, Opening
from practicecoder.vault.passphrases import checked_passphrase
from practicecoder.vault.recovery_code import RecoveryCode
from practicecoder.vault.study_key import StudyKey

ENCRYPTION_ITEM = "encryption"
"""Item of the entry that a study is encrypted."""


def is_encrypted(path: Path) -> bool:
    """Whether the study in a folder is encrypted; False if there is none."""
    folder = StudyFolder(path.absolute())
    return folder.database.is_file() and folder.is_encrypted


def study_key(path: Path, secret: str | None, first: str | None = None) -> StudyKey | None:
    """Find the key of an encrypted study; None for a study that is not encrypted.

    Raises as :func:`opening`.
    """
    opened = opening(path, secret, first)
    return None if opened is None else opened.key


def opening(path: Path, secret: str | None, first: str | None = None) -> Opening | None:
    """Find the key of an encrypted study, and whose secret it is; None for a plain study.

    ``first`` is whose passphrase is tried before the others, each of which takes its time.

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
    return StudyFolder(path.absolute()).keys.opening(secret, first)


def opens(path: Path, secret: str, first: str | None = None) -> bool:
    """Whether a passphrase or recovery code opens the study; any text opens a plain one.

    Raises
    ------
    KeysDamagedError
        If the study's keys cannot be used.
    """
    try:
        opening(path, secret, first)
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
        self._holder = context.holder
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
            return self._file.unlock(secret, self._holder)
        except KeysDamagedError:  # the disk is away, or the file is broken
            if self._held is None:
                raise
            return self._held.unlock(secret, self._holder)


def encrypt_study(
    path: Path,
    passphrase: str,
    *,
    keep_backups: bool = True,
    progress: Progress = lambda _share, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
    actor: CoderId | None = None,
) -> RecoveryCode:
    """Make a plain study an encrypted one, and return its recovery code, to be shown once.

    The study must not be open. ``progress`` is told the share done (0 to 1) and what is being
    done. Backups are encrypted too, or removed if they are not to be kept. ``actor`` is who has
    it done, for the record.

    Raises
    ------
    WeakPassphraseError
        If the passphrase would not guard the study.
    NotAllowedError
        If the study is encrypted already, or the actor does not work in it.
    CancelledError
        If it was cancelled; the study stays plain.
    StudyError
        If the study cannot be opened, or the disk refuses: it stays plain, or is encrypted and
        plain remains are removed when it is opened next.
    """
    checked_passphrase(passphrase)
    if is_encrypted(path):
        raise NotAllowedError("This study is encrypted already. Nothing was changed.")
    # On record before it is done: once the recovery code is there, nothing may keep it from being
    # shown. Whether it came to its end is seen from the study. Opening also brings an older schema
    # up to date, and finishes what was begun.
    with closing(StudyStore.open(path)) as store, store.transaction() as unit:
        if actor is not None:
            require_access(unit, actor)
        unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=utc_now(),
                actor=actor,
                kind=HistoryKind.RIGHTS_CHANGED,
                item=ENCRYPTION_ITEM,
                new="begun",
            )
        )
    return encrypt(
        StudyFolder(path.absolute()),
        passphrase,
        keep_backups=keep_backups,
        progress=progress,
        cancelled=cancelled,
    )
