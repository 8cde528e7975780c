"""Foot pedals that send keys: which pedal is pressed and when it is let go."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from practicecoder.ui.focus import belongs_to
from practicecoder.ui.keys.texts import is_character, pressed_keys
from practicecoder.ui.settings import Pedals


class Pedal(StrEnum):
    """A pedal by what it does."""

    PLAY = "play"
    BACK = "back"
    FORWARD = "forward"


class PedalSource(Protocol):
    """Something that tells of pedals; every press is followed by its release."""

    pressed: SignalInstance
    """Pedal that went down."""
    released: SignalInstance
    """Pedal that came up."""


def pedal_keys(pedals: Pedals) -> Mapping[Pedal, str]:
    """Keys of the pedals that there are."""
    keys = {
        Pedal.PLAY: pedals.play,
        Pedal.BACK: pedals.back,
        Pedal.FORWARD: pedals.forward,
    }
    return {pedal: key for pedal, key in keys.items() if key}


def suits_a_pedal(key: str) -> bool:
    """Whether a key may be a pedal's: one that nobody needs for typing or moving about."""
    plain = key.rpartition("+")[2] if len(key) > 1 else key
    return bool(key) and not is_character(plain) and plain not in _NEEDED


_NEEDED = frozenset(
    {
        *("Space", "Return", "Enter", "Tab", "Backtab", "Backspace", "Del", "Esc", "Ins"),
        *("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Menu", "F10", ""),
    }
)


class KeyboardPedals(QObject):
    """Pedals of a page that arrive as keys, whatever on the page has the focus.

    What the keyboard repeats while a pedal is held is passed over. A pedal that is held while the
    focus leaves the page counts as let go.
    """

    pressed = Signal(object)
    released = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._pedals: dict[str, Pedal] = {}
        self._held: dict[Qt.Key, Pedal] = {}
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        self._follow(None, application.focusWidget())

    def learn(self, pedals: Pedals) -> None:
        """Listen for other keys."""
        self._let_go()
        self._pedals = {key: pedal for pedal, key in pedal_keys(pedals).items()}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a pedal's key before shortcuts and fields do."""
        if self._pedals and isinstance(event, QKeyEvent):
            match event.type():
                case QEvent.Type.ShortcutOverride:
                    return self._claim(event)
                case QEvent.Type.KeyPress:
                    return self._press(event)
                case QEvent.Type.KeyRelease:
                    return self._release(event)
        return super().eventFilter(watched, event)

    # Inside

    def _claim(self, event: QKeyEvent) -> bool:
        if pressed_keys(event) in self._pedals:
            event.accept()
            return True
        return False

    def _press(self, event: QKeyEvent) -> bool:
        pedal = self._pedals.get(pressed_keys(event))
        if pedal is None:
            return False
        event.accept()
        if not event.isAutoRepeat() and pedal not in self._held.values():
            self._held[Qt.Key(event.key())] = pedal
            self.pressed.emit(pedal)
        return True

    def _release(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())  # Ctrl and its like may have come up first
        if key not in self._held:
            return False
        event.accept()
        if not event.isAutoRepeat():
            self.released.emit(self._held.pop(key))
        return True

    def _let_go(self) -> None:
        while self._held:
            _, pedal = self._held.popitem()
            self.released.emit(pedal)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = new if new is not self._page and belongs_to(self._page, new) else None
        if self._watched is None:
            self._let_go()
            return
        self._watched.destroyed.connect(self._forget)
        self._watched.installEventFilter(self)

    def _forget(self) -> None:
        self._watched = None
