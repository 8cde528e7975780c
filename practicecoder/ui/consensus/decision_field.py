"""The field for a decision: saved while one pauses, and whenever it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import scaled

PAUSE_MS = 1_000
HEIGHT_PX = 64


class DecisionField(QPlainTextEdit):
    """A few lines about one item of the codebook; Esc and Tab leave it.

    Words count as stored once :meth:`confirm` says so. Until then they stay, also while another
    item is shown, and every :meth:`flush` hands them on again.
    """

    written = Signal(str, str, int)
    """Item, text, and the number of the visit in which it was written."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = ""
        self._visit = 0
        self._stored = ""
        self._waiting: dict[str, str] = {}
        self._is_handing_on = False
        self.setTabChangesFocus(True)
        name(self, self.tr("Decision"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._wait)

    @property
    def item(self) -> str:
        """Item that the text is about; empty if there is none."""
        return self._item

    def show_decision(self, item: str, text: str) -> None:
        """Show what is noted on an item; what is being written about it stays."""
        if item == self._item and text == self._stored:
            return
        if item != self._item:
            self.flush()
            self._visit += 1
        self._item, self._stored = item, text
        shown = self._waiting.get(item, text)
        if shown != self.toPlainText().strip():
            self.setPlainText(shown)
        self._pause.stop()

    def confirm(self, item: str, text: str) -> None:
        """Take note that words were stored."""
        if self._waiting.get(item) == text:
            del self._waiting[item]
        if item == self._item:
            self._stored = text

    def forget(self) -> None:
        """Let go of the item and of words about any, as another meeting comes."""
        self._waiting.clear()
        self._item, self._stored = "", ""
        self._pause.stop()

    @property
    def is_saved(self) -> bool:
        """Whether nothing waits to be stored."""
        is_written = bool(self._item) and not self.isReadOnly()
        return not self._waiting and not (
            is_written and self.toPlainText().strip() != self._stored
        )

    def set_editable(self, editable: bool) -> None:
        """Have it written in, or only read."""
        self.setReadOnly(not editable)
        self.setPlaceholderText(
            self.tr("How is this dimension to be read from here on? It joins the codebook.")
            if editable
            else self.tr("No decision was noted.")
        )

    def flush(self) -> None:
        """Have what was written saved."""
        self._pause.stop()
        text = self.toPlainText().strip()
        if self._item and not self.isReadOnly() and text != self._stored:
            self._waiting[self._item] = text
        if self._is_handing_on:  # a refusal has everything shown anew, which comes by here
            return
        self._is_handing_on = True
        for item, words in tuple(self._waiting.items()):
            self.written.emit(item, words, self._visit)
        self._is_handing_on = False

    def fit(self) -> None:
        """Grow with the text size."""
        self.setFixedHeight(scaled(HEIGHT_PX))

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin another visit."""
        super().focusInEvent(event)
        self._visit += 1

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save what was written."""
        super().focusOutEvent(event)
        self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.flush()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        if self.hasFocus():
            self._pause.start()
