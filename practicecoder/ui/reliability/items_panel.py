"""Agreement on every item: does it apply, how far coders agree, and means of several coders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from practicecoder.ui.reliability.columns import (
    APPLICABILITY_COLUMNS,
    AVERAGE_COLUMNS,
    FOREST,
    ITEM_COLUMNS,
    SCORE,
)
from practicecoder.ui.reliability.detail import ItemDetail
from practicecoder.ui.reliability.forest import ForestDelegate, ForestHeading
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.labels import card, label
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.item import ItemReliability
    from practicecoder.scoring.reliability.table import ReliabilityTable

FEWEST_ROWS = 6
"""The table is at least so high; the panel scrolls where there is no room for it."""
DETAIL_PX = 220


class ItemsPanel(Scrolling):
    """One row for each item, and below it what belongs to the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._applies, self._applies_table, self._applies_card = self._section(
            APPLICABILITY_COLUMNS, self.tr("Does the item apply: agreement on yes or no")
        )
        self._model: RowTableModel[ItemReliability] = RowTableModel(
            ITEM_COLUMNS, key=_id, parent=self
        )
        self.table = RowTable(self.tr("Agreement on every item"), self)
        self.table.setHorizontalHeader(ForestHeading(FOREST, self.table))
        self.table.dress_headings()
        self.table.setItemDelegateForColumn(FOREST, ForestDelegate(self.table))
        self.table.show_model(self._model)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.selection_changed.connect(self._show_detail)
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        self.detail = ItemDetail(self)
        self.detail.setMinimumHeight(DETAIL_PX)
        self._means, self._means_table, self._means_card = self._section(
            AVERAGE_COLUMNS,
            self.tr("Means of several coders: only if the analysed score is the mean of k coders"),
        )
        self.column.addWidget(self._applies_card)
        self.column.addWidget(frame, 1)
        self.column.addWidget(self.detail)
        self.column.addWidget(self._means_card)

    @property
    def applicability_table(self) -> RowTable:
        """Table of items whose coders may say that they do not apply."""
        return self._applies_table

    @property
    def average_table(self) -> RowTable:
        """Table of the forms for means of coders."""
        return self._means_table

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
        _fill(self._applies, self._applies_table, applied)
        self._model.set_rows(table.items)
        self.table.fit_columns()
        self.table.take_room_for(FEWEST_ROWS)
        _fill(self._means, self._means_table, table.items)
        if not self.table.selected_rows():
            self.table.selectRow(0)
        self._show_detail()

    def _show_detail(self) -> None:
        rows = self.table.selected_rows()
        self.detail.setVisible(bool(rows))
        if rows:
            self.detail.show_item(rows[0])

    def _section(
        self, columns: Sequence[Column[ItemReliability]], words: str
    ) -> tuple[RowTableModel[ItemReliability], RowTable, QFrame]:
        model: RowTableModel[ItemReliability] = RowTableModel(columns, key=_id, parent=self)
        table = RowTable(words, self)
        table.show_model(model, sortable=False)
        table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        frame, inside = card(self.content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        heading = label(words, frame, Look.HEADING, wrapped=True)
        heading.setContentsMargins(SPACE, 0, 0, 0)
        inside.addWidget(heading)
        inside.addWidget(table)
        return model, table, frame


def _id(item: ItemReliability) -> str:
    return item.item


def _fill(
    model: RowTableModel[ItemReliability], table: RowTable, items: Sequence[ItemReliability]
) -> None:
    model.set_rows(items)
    table.fit_columns()
    table.be_as_high_as()
