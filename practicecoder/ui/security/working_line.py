"""A line that says what is being done, with a bar that moves; empty while nothing is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.theme import HALF, Look, dress, show_busy
from practicecoder.ui.widgets.asking import take_height
from practicecoder.ui.widgets.labels import label


class WorkingLine(QWidget):
    """Says what a dialog does at the moment, or what went wrong."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._words = label("", self, Look.MUTED, wrapped=True)
        self._words.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def is_busy(self) -> bool:
        """Whether it says that something is being done."""
        return self._bar.isVisibleTo(self)

    def work(self, words: str) -> None:
        """Say what is being done."""
        show_busy(self._bar)
        name(self._bar, words)
        self._say(words, Look.MUTED, is_busy=True)

    def tell(self, words: str) -> None:
        """Say what went wrong."""
        self._say(words, Look.ERROR, is_busy=False)
        announce(self, words, assertive=True)

    def clear(self) -> None:
        """Say nothing."""
        self._say("", Look.MUTED, is_busy=False)

    def _say(self, words: str, look: Look, *, is_busy: bool) -> None:
        dress(self._words, look)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._bar.setVisible(is_busy)
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        """Have the dialog grow, or what stands above would be cut."""
        dialog = self.window()
        if isinstance(dialog, QDialog) and dialog.isVisible():
            take_height(dialog)
