"""Asks for the passphrase of an encrypted study, or for its recovery code, and opens it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from practicecoder.errors import WrongPassphraseError
from practicecoder.services import remembering
from practicecoder.ui.accessibility import announce
from practicecoder.ui.security.passphrase_field import PassphraseField
from practicecoder.ui.security.working_line import WorkingLine
from practicecoder.ui.tasks import TaskControl, run_task
from practicecoder.ui.widgets.asking import AskingDialog
from practicecoder.ui.widgets.labels import button, in_row, label

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices

OpenWith: TypeAlias = "Callable[[str, Callable[[], object]], StudyServices]"


class PassphraseDialog(AskingDialog):
    """One field, tried in the background; a wrong passphrase keeps the dialog open.

    Parameters
    ----------
    path
        Folder of the study, for the keyring.
    title
        What the study is called on the start page.
    open_with
        Opens the study with a secret, and calls the other argument if it is upgraded first;
        called in another thread.
    is_locked
        Whether the study was open and has been locked.
    """

    unlocked = Signal(object, str)
    """Services of the study, and the recovery code if that opened it, else nothing."""
    refused = Signal(object, str)
    """The error that stands in the way apart from the secret, and the secret."""

    def __init__(
        self,
        path: Path,
        title: str,
        open_with: OpenWith,
        parent: QWidget,
        *,
        is_locked: bool = False,
    ) -> None:
        words = self.tr("{0} is locked") if is_locked else self.tr("{0} is encrypted")
        super().__init__(
            words.format(title),
            self.tr("Your work is saved. Enter the passphrase to go on where you were.")
            if is_locked
            else self.tr("Enter the passphrase to open the study."),
            self.tr("Unlock") if is_locked else self.tr("Open"),
            parent,
        )
        self._words = self.sentence.text()
        self._by_code_words = (
            self.tr("Your work is saved. Enter the recovery code to go on where you were.")
            if is_locked
            else self.tr("Enter the recovery code to open the study.")
        )
        self._path = path
        self._open_with = open_with
        self._by_code = False
        self._is_given_up = False
        self._can_remember = False
        self.field = PassphraseField(self.tr("Passphrase"), self)
        self.field.changed.connect(self._check)
        self._heading = label("", self)
        self._heading.setBuddy(self.field.line)
        self.remember = QCheckBox(self.tr("&Remember it in this computer's keyring"), self)
        self.remember.setToolTip(
            self.tr("Whoever is logged in on this computer can then open the study.")
        )
        self.remember.hide()
        self.other_way = button("", self, self._change_way)
        self.line = WorkingLine(self)
        self.form.addRow(self._heading, self.field)
        self.form.addRow("", self.remember)
        self.form.addRow("", in_row(self.other_way, stretch=True))
        self.form.addRow("", self.line)
        self._show_way()
        self._check()
        run_task(
            self,
            remembering.can_remember,
            on_success=self._offer_remembering,
            on_failure=lambda _error: None,
        )

    def finish(self) -> None:
        """Try what was entered."""
        secret, is_code = self.field.text, self._by_code
        if not secret or self.line.is_busy:
            return
        keeps = self.remember.isChecked() and not is_code

        upgrading = self.tr("An older version made this study. It is backed up and upgraded…")

        def work(control: TaskControl[str]) -> StudyServices:
            services = self._open_with(secret, lambda: control.report(upgrading))
            if keeps:
                remembering.remember(self._path, secret)
            return services

        self._set_busy(True)
        run_task(
            self,
            work,
            on_success=lambda services: self._succeed(services, secret if is_code else ""),
            on_failure=lambda error: self._fail(error, secret),
            on_progress=self._tell_progress,
        )

    def reject(self) -> None:
        """Give up; what is being opened is closed again."""
        self._is_given_up = True
        self.field.clear()
        super().reject()

    # Inside

    def _tell_progress(self, words: str) -> None:
        if self.line.is_busy:
            self.line.work(words)
            announce(self, words)

    def _succeed(self, services: StudyServices, code: str) -> None:
        if self._is_given_up:
            services.close()
            return
        self.field.clear()
        self.accept()
        self.unlocked.emit(services, code)

    def _fail(self, error: Exception, secret: str) -> None:
        if self._is_given_up:
            return
        self._set_busy(False)
        if not isinstance(error, WrongPassphraseError):
            self.field.clear()
            super().reject()
            self.refused.emit(error, secret)
            return
        self.line.tell(
            self.tr("This is not the recovery code of the study. Compare it letter by letter.")
            if self._by_code
            else self.tr("This passphrase does not open the study. Type it again.")
        )
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.line.selectAll()

    def _set_busy(self, busy: bool) -> None:
        for part in (self.field, self.remember, self.other_way, self.act):
            part.setEnabled(not busy)
        if busy:
            self.line.work(self.tr("Opening the study…"))
            announce(self, self.line.text)
        else:
            self.line.clear()

    def _change_way(self) -> None:
        self._by_code = not self._by_code
        self.field.clear()
        self.line.clear()
        self._show_way()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self) -> None:
        self.field.rename(self.tr("Recovery code") if self._by_code else self.tr("Passphrase"))
        self.sentence.setText(self._by_code_words if self._by_code else self._words)
        self._heading.setText(
            self.tr("&Recovery code") if self._by_code else self.tr("&Passphrase")
        )
        self.field.line.setPlaceholderText("XXXXX-XXXXX-…" if self._by_code else "")
        self.field.reveal.setChecked(self._by_code)  # read off paper, it is compared by eye
        self.other_way.setText(
            self.tr("Use the passphrase") if self._by_code else self.tr("Use the recovery code")
        )
        self.remember.setVisible(self._can_remember and not self._by_code)

    def _offer_remembering(self, can_remember: bool) -> None:
        self._can_remember = can_remember
        self.remember.setVisible(can_remember and not self._by_code)

    def _check(self) -> None:
        self.act.setEnabled(bool(self.field.text))
