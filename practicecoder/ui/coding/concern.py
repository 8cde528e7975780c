"""The dialog in which a coder tells the lead about possible harm that was heard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.spans import clock
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, dress
from practicecoder.ui.widgets.labels import label

WIDTH = 520


class ConcernDialog(QDialog):
    """Asks what was heard and whether the message is about the present moment.

    Sending closes nothing: whoever sends says :meth:`sent` or :meth:`not_sent`.
    """

    wanted = Signal(str, object)
    """Text, and the moment in milliseconds or None."""

    def __init__(self, at_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Raise a concern"))
        self.setMinimumWidth(WIDTH)
        self._at_ms = at_ms
        heading = label(
            self.tr("What did you hear that may mean harm to somebody?"),
            self,
            Look.HEADING,
            wrapped=True,
        )
        self._text = QPlainTextEdit(self)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("Say it in a few words; leave out names"))
        name(self._text, heading.text())
        heading.setBuddy(self._text)
        self._about = QCheckBox(self.tr("It is about {0}").format(clock(at_ms)), self)
        self._about.setChecked(True)
        explained = label(
            self.tr(
                "It goes to the leads of the study, with your code and the session, outside the "
                "blind. It never enters scores, reports or exports. It is not an emergency call: "
                "where somebody is in danger at this moment, also follow your agency's procedure."
            ),
            self,
            Look.MUTED,
            wrapped=True,
        )
        self._refusal = label("", self, Look.WARNING, wrapped=True)
        self._refusal.hide()
        buttons = QDialogButtonBox(self)
        self._send = buttons.addButton(
            self.tr("Tell the lead"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        dress(self._send, Look.PRIMARY)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._text.textChanged.connect(self._show_whether_ready)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        for part in (heading, self._text, self._about, explained, self._refusal):
            layout.addWidget(part)
        layout.addSpacing(SPACE)
        layout.addWidget(buttons)
        self._show_whether_ready()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Ask to send what was written; an empty message is not sent."""
        text = self._text.toPlainText().strip()
        if text:
            self.wanted.emit(text, self._at_ms if self._about.isChecked() else None)

    def sent(self) -> None:
        """Close: the message is stored."""
        super().accept()

    def not_sent(self, reason: str) -> None:
        """Say why the message was not stored; it stays to be sent again or copied."""
        self._refusal.setText(reason)
        self._refusal.show()
        announce(self, reason, assertive=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send with Ctrl+Enter, since Enter makes a new line in the text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _show_whether_ready(self) -> None:
        self._send.setEnabled(bool(self._text.toPlainText().strip()))
