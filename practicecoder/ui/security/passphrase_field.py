"""A field for a passphrase: hidden unless revealed, and a word about Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.labels import label
from practicecoder.vault.passphrases import LONGEST


class PassphraseField(QWidget):
    """A line for a secret with the button that reveals it.

    Qt does not tell of Caps Lock; a letter that comes in capitals without Shift, or small with
    it, does.
    """

    changed = Signal()
    entered = Signal()
    """When Enter was pressed in it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        name(self.line, words)
        self.line.textChanged.connect(self._note_change)
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)
        self.reveal = QToolButton(self)
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(self._show_or_hide)
        self.caps_lock = label(self.tr("Caps Lock seems to be on."), self, Look.WARNING)
        self.caps_lock.hide()
        self._lay_out()
        self._show_or_hide(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, also for undo, and hide again."""
        self.line.clear()
        self.reveal.setChecked(False)

    def rename(self, words: str) -> None:
        """Ask for another secret in the same field."""
        self._words = words
        name(self.line, words)
        self._show_or_hide(self.reveal.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look whether letters come as they are meant; the line handles them itself."""
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                self._look_for_caps_lock(event)
            elif isinstance(event, QFocusEvent) and event.lostFocus():
                self.caps_lock.hide()
        return False

    def _look_for_caps_lock(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock.hide()
            return
        letter = event.text()
        if len(letter) != 1 or letter.lower() == letter.upper():
            return
        held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_on = letter.isupper() is not held
        if is_on and not self.caps_lock.isVisible():
            announce(self, self.caps_lock.text())
        self.caps_lock.setVisible(is_on)

    def _note_change(self) -> None:
        if not self.line.text():
            self.caps_lock.hide()
        self.changed.emit()

    def _show_or_hide(self, is_shown: bool) -> None:
        echo = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(echo)
        self.reveal.setText(self.tr("Hide") if is_shown else self.tr("Show"))
        name(self.reveal, f"{self.reveal.text()}: {self._words}")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE)  # room for the frame of the focus
        row.addWidget(self.line, 1)
        row.addWidget(self.reveal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addLayout(row)
        layout.addWidget(self.caps_lock)
