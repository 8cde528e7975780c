"""Text that saves itself: after a short pause in typing, at the latest after a few seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

PAUSE_MS = 1_000
"""How long typing rests before what was typed is stored."""
LONGEST_MS = 5_000
"""What was typed is stored after this long, even if typing never rests."""

TextField = QLineEdit | QPlainTextEdit


class Autosave(QObject):
    """Watches a text field and has its text stored.

    ``store`` is given the text and says whether it was stored. What could not be stored stays in
    the field and is tried again at the next pause, on leaving, and by :meth:`flush`.
    """

    def __init__(self, field: TextField, store: Callable[[str], bool]) -> None:
        super().__init__(field)
        self._field = field
        self._store = store
        self._visit = 0
        self._dirty = False
        self._showing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._since_typed = QElapsedTimer()
        self._timer.timeout.connect(self.flush)
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)

    @property
    def is_dirty(self) -> bool:
        """Whether the field holds text that is not stored."""
        return self._dirty

    @property
    def visit(self) -> int:
        """Number of times the field was entered: edits of one visit undo as one."""
        return self._visit

    @property
    def text(self) -> str:
        """Text of the field."""
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def show(self, text: str) -> None:
        """Show stored text, unless the field holds text that is not stored."""
        if not self._dirty and text != self.text:
            self.reset(text)

    def reset(self, text: str) -> None:
        """Show stored text in place of whatever the field holds."""
        self._timer.stop()
        self._showing = True
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)
        self._showing = False
        self._dirty = False

    def flush(self) -> bool:
        """Store what was typed; False if that failed."""
        self._timer.stop()
        if not self._dirty:
            return True
        stored = self._store(self.text)
        self._dirty = not stored  # until then nothing else is shown in the field
        return stored

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin a visit on entering, store on leaving."""
        if event.type() is QEvent.Type.FocusIn:
            self._visit += 1
        elif event.type() is QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if not self._showing:
            if not self._dirty:
                self._since_typed.start()
            self._dirty = True
            left_ms = LONGEST_MS - self._since_typed.elapsed()
            self._timer.start(max(0, min(PAUSE_MS, left_ms)))
