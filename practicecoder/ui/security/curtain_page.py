"""What is seen of a locked study that had to stay open: a field for its passphrase."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practicecoder.errors import PracticeCoderError
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.icons import Icon, Ink
from practicecoder.ui.security.passphrase_field import PassphraseField
from practicecoder.ui.security.working_line import WorkingLine
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.labels import button, in_row, label
from practicecoder.ui.widgets.sign import Sign

WIDTH_PX = 480
SIGN_PX = 40


class CurtainPage(QWidget):
    """Tells nothing of the study; ``unlocked`` once a secret was entered that opens it."""

    unlocked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._proves: Callable[[str], bool] = _nothing_proves
        self.title = label(self.tr("The study is locked"), self, Look.TITLE)
        self.sentence = label("", self, Look.MUTED, wrapped=True)
        self.field = PassphraseField(self.tr("Passphrase or recovery code"), self)
        self.heading = label(self.tr("&Passphrase or recovery code"), self)
        self.heading.setBuddy(self.field.line)
        self.act = button(self.tr("Unlock"), self, self.try_secret, look=Look.PRIMARY)
        self.line = WorkingLine(self)
        self.field.changed.connect(self._check)
        self.field.entered.connect(self.try_secret)
        name(self, self.tr("The study is locked"))
        self._lay_out()
        self._check()

    @property
    def is_in_use(self) -> bool:
        """Whether somebody is about to unlock."""
        return bool(self.field.text) or self.line.is_busy

    def begin(self, words: str, proves: Callable[[str], bool]) -> None:
        """Ask anew; ``proves`` tells in another thread whether a secret opens the study."""
        self._proves = proves
        self._middle.setFixedWidth(scaled(WIDTH_PX))
        self.sentence.setText(words)
        self.field.clear()
        self.line.clear()
        self.field.setEnabled(True)
        self._check()
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.title.text()}. {words}", assertive=True)

    def end(self) -> None:
        """Ask no more, and forget what was entered."""
        self._proves = _nothing_proves
        self.field.clear()
        self.line.clear()

    def try_secret(self) -> None:
        """Try what was entered."""
        secret, proves = self.field.text, self._proves
        if not secret or self.line.is_busy:
            return
        self.field.setEnabled(False)
        self.act.setEnabled(False)
        self.line.work(self.tr("Unlocking…"))
        run_task(
            self,
            lambda: proves(secret),
            on_success=lambda is_right: self._answer(proves, is_right),
            on_failure=lambda error: self._fail(proves, error),
        )

    def _answer(self, asked: Callable[[str], bool], is_right: bool) -> None:
        if asked is not self._proves:
            return
        self._go_on()
        if is_right:
            self.field.clear()
            self.unlocked.emit()
            return
        self._refuse(self.tr("This does not open the study. Type it again."))

    def _fail(self, asked: Callable[[str], bool], error: Exception) -> None:
        if asked is not self._proves:
            return
        self._go_on()
        if isinstance(error, PracticeCoderError):  # its own words would tell the study's folder
            self._refuse(
                self.tr("The keys of the study cannot be read. Check its disk, and try again.")
            )
        else:
            tell_bug(self, error)

    def _go_on(self) -> None:
        self.line.clear()
        self.field.setEnabled(True)
        self._check()

    def _refuse(self, words: str) -> None:
        self.line.tell(words)
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.line.selectAll()

    def _check(self) -> None:
        self.act.setEnabled(bool(self.field.text) and not self.line.is_busy)

    def _lay_out(self) -> None:
        middle = self._middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(
            Sign(Icon.LOCK, Ink.MUTED, middle, size=SIGN_PX), 0, Qt.AlignmentFlag.AlignLeft
        )
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addSpacing(DOUBLE)
        column.addWidget(self.heading)
        column.addWidget(self.field)
        column.addLayout(in_row(self.act, stretch=True))
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, TRIPLE)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)


def _nothing_proves(_secret: str) -> bool:
    return False
