"""Python's search for unreachable objects, kept in the window's thread."""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

LOOK_EVERY_MS = 1_000
"""How often the young objects are looked at; they are few, and the search takes a millisecond."""
FULL_EVERY_S, QUIET_FOR_S = 60.0, 2.0
"""A search through everything: so seldom, and only after so long without key or click."""
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class GarbageCollector(QObject):
    """Takes the search over from Python, which makes it in whatever thread asks for memory.

    Objects of the window that nothing refers to any more would be destroyed in a thread that
    computes, and Qt ends the process when a widget is destroyed outside of its own thread.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._last_input = self._last_full = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when somebody last did something."""
        if event.type() in _INPUT:
            self._last_input = time.monotonic()
        return False

    def look(self) -> None:
        """Search the young objects, and everything if it is time and nobody is at work."""
        now = time.monotonic()
        if now - self._last_full >= FULL_EVERY_S and now - self._last_input >= QUIET_FOR_S:
            gc.collect()
            self._last_full = time.monotonic()
            return
        young, middle, _ = gc.get_count()
        most_young, most_middle, _ = gc.get_threshold()
        if middle > most_middle:
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)

    def stop(self) -> None:
        """Give the search back to Python."""
        self._timer.stop()
        gc.enable()
