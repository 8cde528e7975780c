"""The timeline as a table in a window of its own, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from practicecoder.ui.coding.timeline_rows import TimelineContents
from practicecoder.ui.coding.timeline_table import TimelineTable


class TableBeside(QObject):
    """Opens the table and keeps it up to date; ``contents`` gives what there is to show."""

    play_wanted = Signal(int)

    def __init__(self, owner: QWidget, contents: Callable[[], TimelineContents | None]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._contents = contents
        self._table: TimelineTable | None = None

    def show(self) -> None:
        """Open the table, or come back to it."""
        if self._table is None:
            self._table = TimelineTable(self._owner)
            self._table.play_wanted.connect(self.play_wanted)
            self._table.contents_wanted.connect(self._fill)
            self._table.finished.connect(self._owner.window().activateWindow)
        if self._table.isVisible():
            self._table.raise_()
        self._table.show()
        self._table.activateWindow()

    def refresh(self) -> None:
        """Take notice that something changed."""
        if self._table is not None:
            self._table.refresh()

    def _fill(self) -> None:
        assert self._table is not None
        self._table.show_contents(self._contents())
