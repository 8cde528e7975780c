"""A field that listens for keys instead of taking text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.keys.texts import native, pressed_bare, pressed_keys

_LEAVING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class KeyCapture(QLineEdit):
    """Shows the key that was pressed last while it had the focus.

    Escape is no key to take: it cancels. Tab and Shift+Tab move on as everywhere. ``bare`` keeps
    what was typed rather than how: ``[`` and not AltGr and 8.
    """

    captured = Signal(str)
    """Key as a portable text."""
    cancelled = Signal()

    def __init__(self, spoken_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bare = False
        self._key = ""
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(self.tr("Press the keys now"))
        name(self, spoken_name, self.tr("Press the keys now. Escape cancels, Tab moves on."))

    @property
    def key(self) -> str:
        """Key that is shown, as a portable text; empty if there is none."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show a key without telling anybody."""
        self._key = key
        self.setText(native(key))

    # Qt

    def event(self, event: QEvent) -> bool:
        """Have every key come here, also those that are shortcuts of the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(not _moves_on(event))
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event) or super().event(event)
        return super().event(event)

    # Inside

    def _press(self, event: QKeyEvent) -> bool:
        if _moves_on(event):
            return False
        event.accept()
        if event.isAutoRepeat():
            return True
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.cancelled.emit()
            return True
        key = pressed_keys(event)
        if key:
            self.show_key(pressed_bare(event) if self.bare else key)
            announce(self, native(self._key))
            self.captured.emit(self._key)
        return True


def _moves_on(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return plain and event.key() in _LEAVING
