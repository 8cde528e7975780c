"""What can be done about how a study is guarded: encrypt it, change its passphrase or code."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.services import remembering
from practicecoder.services.context import StudyServices
from practicecoder.ui.security.changing import (
    ChangePassphraseDialog,
    EncryptDialog,
    NewCodeDialog,
)
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress
from practicecoder.vault.recovery_code import RecoveryCode


class ProtectionActs(QObject):
    """Asks, does it in the background, and tells the window what follows."""

    encryption_wanted = Signal(object, str, str)
    """Folder, title and passphrase of the study that is to be closed and encrypted."""
    encrypted = Signal(object, str, str, object)
    """Folder, title, passphrase, and the recovery code; the study can be opened again."""
    not_encrypted = Signal(object, str, str, object)
    """Folder, title and passphrase of a study that is as it was, or not to the end, and the
    error; None if it was cancelled. The study can be opened again."""
    code_made = Signal(object, str, object)
    """A new recovery code to be shown once, with the study's title and folder."""
    told = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def explain(self) -> None:
        """Say what it means that a study is not encrypted."""
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Not encrypted"),
            self.tr("Whoever gets at this computer's disk can read this study."),
            QMessageBox.StandardButton.Close,
            self._window,
        )
        box.setInformativeText(
            self.tr(
                "Its recordings and ratings lie on the disk as they are. If the whole disk is "
                "encrypted (BitLocker, FileVault, LUKS), they are safe while the computer is "
                "switched off.\n\nAn encrypted study asks for a passphrase, is locked when nobody "
                "is there, and tells nothing to whoever finds a copy of its folder. A lead can "
                "encrypt it: Study > Encrypt this study…"
            )
        )
        self._open(box)

    def ask_to_encrypt(self, path: Path, title: str) -> None:
        """Ask for the passphrase of a study that is to be encrypted."""
        dialog = EncryptDialog(title, self._window)
        dialog.wanted.connect(partial(self.encryption_wanted.emit, path, title))
        self._open(dialog)

    def encrypt(
        self, path: Path, title: str, passphrase: str, actor: CoderId | None = None
    ) -> None:
        """Encrypt a study that is closed; one of two signals tells how that ended.

        ``actor`` is who has it done, for the record.
        """

        def work(progress: Progress, cancelled: Cancelled) -> RecoveryCode:
            from practicecoder.services.study_keys import encrypt_study

            return encrypt_study(
                path, passphrase, progress=progress, cancelled=cancelled, actor=actor
            )

        LongWork(
            self.tr("Encrypting the study"),
            work,
            self._window,
            on_success=lambda code: self.encrypted.emit(path, title, passphrase, code),
            on_failure=partial(self.not_encrypted.emit, path, title, passphrase),
            on_cancelled=partial(self.not_encrypted.emit, path, title, passphrase, None),
        )

    def ask_for_passphrase(self, services: StudyServices, actor: CoderId | None) -> None:
        """Ask for a passphrase in place of the present one of the open study."""

        def change(secret: str, new: str) -> None:
            services.passphrases.change(secret, new, actor=actor)
            remembering.forget(services.path)

        dialog = ChangePassphraseDialog(change, self._window)
        dialog.changed.connect(lambda: self.told.emit(self.tr("The passphrase is changed.")))
        self._open(dialog)

    def ask_for_code(self, services: StudyServices, actor: CoderId | None) -> None:
        """Make a recovery code in place of the present one of the open study."""

        def make(secret: str) -> RecoveryCode:
            return services.passphrases.new_recovery_code(secret, actor=actor)

        dialog = NewCodeDialog(make, self._window)
        title, path = services.study.title, services.path
        dialog.made.connect(lambda code: self.code_made.emit(code, title, path))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()
