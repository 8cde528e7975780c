"""Agreement on every item: does it apply, how far coders agree, and what lies behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from practicecoder.ui.reliability.columns import (
    APPLICABILITY_COLUMNS,
    FOREST,
    ITEM_COLUMNS,
    SCORE,
)
from practicecoder.ui.reliability.detail import ItemDetail
from practicecoder.ui.reliability.forest import ForestDelegate, ForestHeading
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import SPACE
from practicecoder.ui.widgets.labels import card
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.item import ItemReliability
    from practicecoder.scoring.reliability.table import ReliabilityTable

FEWEST_ROWS = 5
"""The table is at least so high; the panel scrolls where there is no room for it."""


class ItemsPanel(Scrolling):
    """One row for each item, and below it what belongs to the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.setSpacing(SPACE)
        self._applies: RowTableModel[ItemReliability] = RowTableModel(
            APPLICABILITY_COLUMNS, key=_id, parent=self
        )
        self.applicability_table = RowTable(self.tr("Agreement on whether items apply"), self)
        self.applicability_table.show_model(self._applies, sortable=False)
        self._applies_card, above = card(self.content)
        above.setContentsMargins(SPACE, 0, SPACE, 0)
        above.addWidget(self.applicability_table)
        self._model: RowTableModel[ItemReliability] = RowTableModel(
            ITEM_COLUMNS, key=_id, parent=self
        )
        self.table = RowTable(self.tr("Agreement on every item"), self)
        self.table.setHorizontalHeader(ForestHeading(FOREST, self.table))
        self.table.dress_headings()
        self.table.setItemDelegateForColumn(FOREST, ForestDelegate(self.table))
        self.table.show_model(self._model)
        self.table.take_room_for(FEWEST_ROWS)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.selection_changed.connect(self._show_detail)
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, 0, SPACE, SPACE)
        inside.addWidget(self.table)
        self.detail = ItemDetail(self)
        self.detail.tabs.tabBarClicked.connect(self._show_all_of_detail)
        self.column.addWidget(self._applies_card)
        self.column.addWidget(frame, 1)
        self.column.addWidget(self.detail)

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_table(self, table: ReliabilityTable) -> None:
        """Show agreement; the chosen item stays."""
        applied = [
            item
            for item in table.items
            if item.applicability is not None and item.kind.value != SCORE
        ]
        self._applies_card.setVisible(bool(applied))
        self._applies.set_rows(applied)
        self.applicability_table.be_as_high_as()
        self._model.set_rows(table.items)
        if not self.table.selected_rows():
            self.table.selectRow(0)
        self._show_detail()

    def _show_all_of_detail(self) -> None:
        self.ensureWidgetVisible(self.detail, 0, 0)

    def _show_detail(self) -> None:
        rows = self.table.selected_rows()
        self.detail.setVisible(bool(rows))
        if rows:
            self.detail.show_item(rows[0])


def _id(item: ItemReliability) -> str:
    return item.item
