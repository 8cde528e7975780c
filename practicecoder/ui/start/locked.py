"""Opens encrypted studies: by the keyring, by a passphrase, by the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from practicecoder.errors import WrongPassphraseError
from practicecoder.services import remembering
from practicecoder.ui.security.passphrase_dialog import PassphraseDialog
from practicecoder.ui.settings import Settings
from practicecoder.ui.tasks import TaskControl, run_task

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices


class LockedStudies(QObject):
    """Asks for what opens a study. A study that was locked never opens by the keyring.

    With ``settings``, whose passphrase opened a study last is tried first.
    """

    opened = Signal(object, str)
    """Services of the study, and the recovery code if that opened it, else nothing."""
    refused = Signal(object, object, str)
    """Error, folder and secret, where something else than the secret stands in the way."""
    waiting = Signal(bool)
    """When the keyring is being asked, and afterwards."""
    told = Signal(str)

    def __init__(self, window: QWidget, settings: Settings | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings

    def open(self, path: Path, title: str, *, read_only: bool = False) -> None:
        """Open a study with what the keyring holds, or else ask."""
        upgrading = self.tr("An older version made this study. It is backed up and upgraded…")

        holder = self._holder(path)

        def work(control: TaskControl[str]) -> StudyServices | None:
            secret = remembering.remembered(path)
            if secret is None:
                return None
            try:
                return _open(
                    path,
                    secret,
                    lambda: control.report(upgrading),
                    read_only=read_only,
                    holder=holder,
                )
            except WrongPassphraseError:
                remembering.forget(path)
                return None

        def go_on(services: StudyServices | None) -> None:
            self.waiting.emit(False)
            if services is None:
                self.ask(path, title, read_only=read_only)
            else:
                self.opened.emit(services, "")

        def fail(error: Exception) -> None:
            self.waiting.emit(False)
            self.refused.emit(error, path, "")

        self.waiting.emit(True)
        run_task(self, work, on_success=go_on, on_failure=fail, on_progress=self.told.emit)

    def ask(
        self, path: Path, title: str, *, read_only: bool = False, is_locked: bool = False
    ) -> PassphraseDialog:
        """Ask for the passphrase; ``is_locked`` if the study was open a moment ago."""
        open_with = partial(_open, path, read_only=read_only, holder=self._holder(path))
        dialog = PassphraseDialog(path, title, open_with, self._window, is_locked=is_locked)
        dialog.unlocked.connect(self.opened)
        dialog.refused.connect(lambda error, secret: self.refused.emit(error, path, secret))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _holder(self, path: Path) -> str | None:
        return None if self._settings is None else self._settings.holder(path)


def _open(
    path: Path,
    secret: str,
    on_upgrade: Callable[[], object],
    *,
    read_only: bool,
    holder: str | None,
) -> StudyServices:
    from practicecoder.services.studies import open_study

    return open_study(
        path, read_only=read_only, secret=secret, holder=holder, on_upgrade=on_upgrade
    )
