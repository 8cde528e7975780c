"""The scores of a submitted coding in a panel of their own, which can be reached by key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from practicecoder.domain.coding import Coding
from practicecoder.ui.accessibility import name
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.score_panel import ScorePanel
from practicecoder.ui.theme import HALF, SPACE, scaled
from practicecoder.ui.widgets.scrolling import Scrolling

MOST_PX = 220
"""Height that the panel asks for at most; more scores and counts than that scroll."""


def has_scores(coding: OpenCoding) -> bool:
    """Whether there are scores to show: of a locked coding, as they invite fitting before."""
    codebook = coding.codebook
    return coding.coding.is_locked and bool(codebook.scores or codebook.counts)


class ScoresPanel(Scrolling):
    """The score panel, scrolling where it is higher than its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: OpenCoding | None = None
        self.scores = ScorePanel(self.content)
        self.column.setContentsMargins(SPACE, HALF, HALF, HALF)
        self.column.addWidget(self.scores)
        self.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name(self, self.tr("Scores"))

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of what is shown, so that the panels around leave it in view."""
        column, width = self.column, self.viewport().width()
        has_wraps = column.hasHeightForWidth() and width > 0
        height = column.heightForWidth(width) if has_wraps else column.sizeHint().height()
        return QSize(super().minimumSizeHint().width(), min(height, scaled(MOST_PX)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again for the height that the reasons need once they are wrapped otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Show the scores of a coding; None while there is none."""
        self._coding = coding
        if coding is not None:
            self.show_coding(coding.coding)

    def show_coding(self, coding: Coding) -> None:
        """Show the scores once the coding is locked."""
        if self._coding is not None:
            codebook = self._coding.codebook
            self.scores.show_scores(codebook, coding)
            self.updateGeometry()
            self.setAccessibleDescription(
                "; ".join(
                    f"{codebook.label(score_id)}: {text}"
                    for score_id, text in self.scores.texts.items()
                )
            )
