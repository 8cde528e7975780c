"""Asks for the passphrase of a study whose backups are to be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practicecoder.ui.security.passphrase_field import PassphraseField
from practicecoder.ui.theme import Look
from practicecoder.ui.widgets.asking import AskingDialog
from practicecoder.ui.widgets.labels import label


class SecretDialog(AskingDialog):
    """One field for the passphrase or the recovery code.

    Parameters
    ----------
    was_wrong
        Whether what was entered before did not open the study.
    """

    wanted = Signal(str)
    """What was entered."""

    def __init__(self, parent: QWidget, *, was_wrong: bool) -> None:
        super().__init__(
            self.tr("The backups are encrypted"),
            self.tr("Enter the passphrase of the study, or its recovery code."),
            self.tr("Show the backups"),
            parent,
        )
        self.field = PassphraseField(self.tr("Passphrase"), self)
        heading = label(self.tr("&Passphrase"), self)
        heading.setBuddy(self.field.line)
        self.form.addRow(heading, self.field)
        wrong = label(
            self.tr("This does not open the study. Type it again."),
            self,
            Look.WARNING,
            wrapped=True,
        )
        wrong.setVisible(was_wrong)
        self.form.addRow("", wrong)
        self.field.changed.connect(self._check)
        self._check()

    def finish(self) -> None:
        """Hand the secret on and forget it."""
        secret = self.field.text
        if secret:
            self.field.clear()
            self.accept()
            self.wanted.emit(secret)

    def reject(self) -> None:
        """Give up."""
        self.field.clear()
        super().reject()

    def _check(self) -> None:
        self.act.setEnabled(bool(self.field.text))
