"""Dialogs that change how a study is guarded: its passphrase, its recovery code, encryption."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from practicecoder.errors import PracticeCoderError
from practicecoder.ui.accessibility import announce
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.security.choosing import PassphraseChoice
from practicecoder.ui.security.passphrase_field import PassphraseField
from practicecoder.ui.security.working_line import WorkingLine
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import Look
from practicecoder.ui.widgets.asking import AskingDialog
from practicecoder.ui.widgets.labels import label

if TYPE_CHECKING:
    from practicecoder.vault.recovery_code import RecoveryCode


class ProvingDialog(AskingDialog):
    """Asks for the present passphrase, and does something with it in the background.

    Trouble is told in the dialog, which stays with what was typed.
    """

    def __init__(
        self, title: str, text: str, verb: str, parent: QWidget, *, secret: str | None = None
    ) -> None:
        super().__init__(title, text, verb, parent)
        self._secret = secret
        self.present = PassphraseField(self.tr("Present passphrase or recovery code"), self)
        self.present.changed.connect(self.check)
        self.line = WorkingLine(self)
        self.heading = label(self.tr("Pr&esent passphrase"), self)
        self.heading.setBuddy(self.present.line)
        if secret is None:
            self.form.addRow(self.heading, self.present)
        else:
            self.heading.hide()
            self.present.hide()

    @property
    def secret(self) -> str:
        """The secret that opens the study at the moment."""
        return self._secret if self._secret is not None else self.present.text

    @property
    def is_ready(self) -> bool:
        """Whether everything is there."""
        return bool(self.secret)

    def check(self) -> None:
        """Offer to act once everything is there."""
        self.act.setEnabled(self.is_ready and not self.line.is_busy)

    def do(self, work: Callable[[], object], on_success: Callable[[object], object]) -> None:
        """Do it in the background, and close when it is done."""

        def succeed(result: object) -> None:
            self._wipe()
            self.accept()
            on_success(result)

        self._set_enabled(False)
        self.line.work(self.tr("Working…"))
        announce(self, self.line.text)
        run_task(self, work, on_success=succeed, on_failure=self._fail)

    def reject(self) -> None:
        """Leave everything as it is; not while it is being changed."""
        if not self.line.is_busy:
            self._wipe()
            super().reject()

    def fields(self) -> tuple[QWidget, ...]:
        """What is filled in."""
        return (self.present,)

    def _fail(self, error: Exception) -> None:
        self.line.clear()
        self._set_enabled(True)
        if not isinstance(error, PracticeCoderError):
            tell_bug(self, error)
            return
        self.line.tell(error.user_message)
        if self._secret is None:
            self.present.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.present.line.selectAll()

    def _set_enabled(self, enabled: bool) -> None:
        for field in self.fields():
            field.setEnabled(enabled)
        self.act.setEnabled(enabled)

    def _wipe(self) -> None:
        self._secret = None
        for field in self.fields():
            if isinstance(field, PassphraseField | PassphraseChoice):
                field.clear()


class ChangePassphraseDialog(ProvingDialog):
    """The present passphrase, and a new one twice.

    With ``secret``, as after the recovery code was used, the present one is not asked for.
    """

    changed = Signal()

    def __init__(
        self,
        change: Callable[[str, str], None],
        parent: QWidget,
        *,
        secret: str | None = None,
    ) -> None:
        super().__init__(
            self.tr("Change passphrase"),
            self.tr(
                "The recovery code stays the same. Copies of the study made before keep theirs."
            )
            if secret is None
            else self.tr(
                "The recovery code opened the study. Choose a passphrase that you know; the code "
                "stays the same."
            ),
            self.tr("Change"),
            parent,
            secret=secret,
        )
        self._change = change
        self.choice = PassphraseChoice(self, is_new=True)
        self.choice.changed.connect(self.check)
        self.form.addRow(self.choice)
        self.form.addRow(self.line)
        self.choice.line_up(*(() if secret is not None else (self.heading,)))
        self.check()

    @property
    def is_ready(self) -> bool:
        """Whether the present passphrase is there, and the new one twice the same."""
        return super().is_ready and not self.choice.problem

    def fields(self) -> tuple[QWidget, ...]:
        """What is filled in."""
        return (self.present, self.choice)

    def finish(self) -> None:
        """Change it."""
        secret, new = self.secret, self.choice.passphrase
        self.do(lambda: self._change(secret, new), lambda _none: self.changed.emit())


class NewCodeDialog(ProvingDialog):
    """The present passphrase, for a new recovery code."""

    made = Signal(object)
    """The RecoveryCode."""

    def __init__(self, make: Callable[[str], RecoveryCode], parent: QWidget) -> None:
        super().__init__(
            self.tr("New recovery code"),
            self.tr(
                "The recovery code that was shown before opens the study no more. Do this if it "
                "was lost, or somebody may have seen it."
            ),
            self.tr("Make the code"),
            parent,
        )
        self._make = make
        self.form.addRow(self.line)
        self.check()

    def finish(self) -> None:
        """Make it."""
        secret = self.secret
        self.do(lambda: self._make(secret), self.made.emit)


class EncryptDialog(AskingDialog):
    """A passphrase for a study that is not encrypted yet."""

    wanted = Signal(str)
    """The passphrase, when the study is to be encrypted."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(
            self.tr("Encrypt this study"),
            self.tr(
                "{0} is closed, every file of it is encrypted, and it opens again. Everybody who "
                "works in it then needs the passphrase. Copies elsewhere, and what was exported, "
                "stay as they are; so may remains on the disk of the files as they were."
            ).format(title),
            self.tr("Encrypt"),
            parent,
        )
        self.choice = PassphraseChoice(self)
        self.choice.changed.connect(self._check)
        self.problem = label("", self, Look.MUTED, wrapped=True)
        self.form.addRow(self.choice)
        self.form.addRow(self.problem)
        self._check()

    def finish(self) -> None:
        """Tell the passphrase, and forget it."""
        passphrase = self.choice.passphrase
        self.choice.clear()
        self.accept()
        self.wanted.emit(passphrase)

    def reject(self) -> None:
        """Forget the passphrase."""
        self.choice.clear()
        super().reject()

    def _check(self) -> None:
        self.problem.setText(self.choice.problem)
        self.act.setEnabled(not self.choice.problem)
