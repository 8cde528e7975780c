"""Clears what this window put on the clipboard, some time after the study was locked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

CLEAR_AFTER_MS = 10_000


class ClipboardClearing(QObject):
    """Names and scores do not stay for the next one to paste; what others copied stays.

    ``owns`` tells whether a clipboard holds something of this window's.
    """

    def __init__(
        self, parent: QObject, *, owns: Callable[[QClipboard.Mode], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._owns = owns or _owns
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEAR_AFTER_MS)
        self._timer.timeout.connect(self.clear)

    @property
    def is_due(self) -> bool:
        """Whether the clipboard will be cleared."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Clear it in ten seconds, if it holds something of this window's then."""
        self._timer.start()

    def keep(self) -> None:
        """Keep it: the person is back."""
        self._timer.stop()

    def clear(self) -> None:
        """Clear what is this window's."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            if self._owns(mode):
                clipboard.clear(mode)


def _owns(mode: QClipboard.Mode) -> bool:
    clipboard = QGuiApplication.clipboard()
    if mode is QClipboard.Mode.Selection:
        return clipboard.supportsSelection() and clipboard.ownsSelection()
    return clipboard.ownsClipboard()
