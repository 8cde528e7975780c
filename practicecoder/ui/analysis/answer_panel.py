"""What every answer of the analysis page looks like: cautions, a sentence, tables, a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QWidget

from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look, scaled
from practicecoder.ui.widgets.figure_view import FigureView
from practicecoder.ui.widgets.labels import card, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.scoring.analysis_warnings import AnalysisWarning

NUMBERS_PX = 608
"""Width of the column of tables, so that no cell is cut."""
NARROWEST_FIGURE_PX = 420
FIGURE_PX = 320
QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for no limit."""


class AnswerPanel(Scrolling):
    """Cautions and a sentence above; tables beside a figure, or above it where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = Notices(self.tr("Cautions"), self.content)
        self.sentence = label("", self.content, Look.LEAD, wrapped=True)
        self._numbers: QFrame | None = None
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(DOUBLE)
        self.column.addWidget(self.notices)
        self.column.addWidget(self.sentence)
        self.column.addLayout(self._body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figure under the tables where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def tell(self, sentence: str, warnings: Sequence[AnalysisWarning]) -> None:
        """Show what was found, and above it what to mind."""
        self.sentence.setText(sentence)
        self.notices.show_texts([warning.sentence for warning in warnings])

    def add_numbers(self, *tables: tuple[str, RowTable]) -> None:
        """Put tables under each other, each with a heading."""
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._numbers = frame
        for heading, table in tables:
            words: QLabel = label(heading, frame, Look.HEADING)
            words.setContentsMargins(SPACE, SPACE, 0, 0)
            inside.addWidget(words)
            inside.addWidget(table)
        inside.addStretch(1)
        self._body.addWidget(frame, 1)

    def add_figure(self, figure: FigureView) -> None:
        """Put the figure beside the tables."""
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(figure)
        figure.setMinimumHeight(FIGURE_PX)
        self._body.addWidget(frame, 1)
        self._arrange()

    def _arrange(self) -> None:
        if self._numbers is None or self._body.count() < 2:
            return
        is_wide = self.viewport().width() >= scaled(NUMBERS_PX) + NARROWEST_FIGURE_PX
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._numbers.setMaximumWidth(scaled(NUMBERS_PX) if is_wide else QWIDGETSIZE_MAX)
        self._numbers.setMinimumWidth(scaled(NUMBERS_PX) if is_wide else 0)


def bare_table(model: RowTableModel[Any], accessible_name: str, parent: QWidget) -> RowTable:
    """Table whose rows stay in the order in which they are told."""
    table = RowTable(accessible_name, parent)
    table.show_model(model, sortable=False)
    return table
