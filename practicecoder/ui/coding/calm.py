"""Keeps Python's search for unreachable objects from falling into a key press."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

SETTLE_AFTER_MS = 1_000
"""How long after a coding was opened the search is made, when its coder has yet to begin."""


class Calm(QObject):
    """Searches once while nothing is done, and then leaves what there is out of further searches.

    A full search goes through every object of the program, which takes about a tenth of a second
    with thousands of marks, and Python begins it in the middle of whatever makes one object too
    many. What came up since a coding was opened is searched as always.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_AFTER_MS)
        self._timer.timeout.connect(_settle)

    def begin(self) -> None:
        """Have a search made soon, and the objects that are there then left out."""
        self._timer.start()

    def end(self) -> None:
        """Have every object searched again."""
        self._timer.stop()
        gc.unfreeze()


def _settle() -> None:
    gc.unfreeze()
    gc.collect()
    gc.freeze()
