"""Forms for the mean of several coders, apart from those of one: they flatter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from practicecoder.ui.reliability.columns import AVERAGE_COLUMNS
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import card, label
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.item import ItemReliability
    from practicecoder.scoring.reliability.table import ReliabilityTable


class MeansPanel(Scrolling):
    """A row for each item, under the sentence that says when these numbers hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = label(
            self.tr(
                "These hold only if the analysed score is the mean of k coders. A session that "
                "one coder rated has the agreement of one coder, on the first tab."
            ),
            self.content,
            Look.LEAD,
            wrapped=True,
        )
        self._model: RowTableModel[ItemReliability] = RowTableModel(
            AVERAGE_COLUMNS, key=lambda item: item.item, parent=self
        )
        self.table = RowTable(self.tr("Agreement of means of coders"), self)
        self.table.show_model(self._model)
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        self.column.addWidget(words)
        self.column.addWidget(frame)
        self.column.addStretch(1)

    def show_table(self, table: ReliabilityTable) -> None:
        """Show the forms for means."""
        self._model.set_rows(table.items)
        self.table.be_as_high_as()
