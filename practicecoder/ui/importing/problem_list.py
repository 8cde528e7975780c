"""Problems that stand in the way of an import, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import Look
from practicecoder.ui.widgets.labels import label

MOST_LISTED = 500
LINES = 5
"""How many lines are seen at least."""


class ProblemList(QListWidget):
    """The first many of the problems; hidden with its ``heading`` where there is none."""

    def __init__(self, accessible_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = label("", parent, Look.LEAD)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(LINES * self.fontMetrics().lineSpacing())
        name(self, accessible_name)

    def show_problems(self, sentences: Sequence[str]) -> None:
        """Show problems in place of those before; none of them becomes the current one."""
        self.blockSignals(True)
        self.clear()
        self.addItems(list(sentences[:MOST_LISTED]))
        self.blockSignals(False)
        one = self.tr("1 problem")
        several = self.tr("{0} problems").format(len(sentences))
        self.heading.setText(one if len(sentences) == 1 else several)
        self.heading.setVisible(bool(sentences))
        self.setVisible(bool(sentences))
