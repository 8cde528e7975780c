"""When it is stored what was heard and where the playhead is: every few seconds, and if asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from practicecoder.ui.coding.open_coding import OpenCoding

SAVE_EVERY_MS = 5_000
"""Longest time for which what was heard is kept in memory only."""
SAVE_SLACK_MS = 500
"""What is told a little early is stored at once, lest it wait for the next time."""


class Keeping(QObject):
    """Stores what was heard of a coding; ``position_ms`` tells where the playhead is."""

    saved = Signal()
    """What was heard and the playhead's place are stored."""

    def __init__(self, position_ms: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._position_ms = position_ms
        self._coding: OpenCoding | None = None
        self._since_save = QElapsedTimer()
        self._since_save.start()
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._timer.timeout.connect(self.save)

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Store for a coding from its opening on; None while there is none."""
        self._timer.stop()
        self._coding = coding

    def begin(self) -> None:
        """Store every few seconds, as its recording can be heard."""
        self._timer.start()

    def save_if_due(self) -> None:
        """Store unless that was done a moment ago."""
        if self._since_save.hasExpired(SAVE_EVERY_MS - SAVE_SLACK_MS):
            self.save()

    def save(self) -> bool:
        """Store what was heard and where the playhead is; False if that failed."""
        self._since_save.start()
        saved = self._coding is None or self._coding.save_listening(self._position_ms())
        if saved:
            self.saved.emit()
        return saved
