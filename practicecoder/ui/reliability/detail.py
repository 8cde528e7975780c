"""What belongs to one item of the reliability table, in tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.reliability.detail_panels import (
    CodersOfItem,
    DecisionStudy,
    DetailPanel,
    Distribution,
    Pairs,
)
from practicecoder.ui.reliability.words import coefficient_with_interval
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress
from practicecoder.ui.widgets.labels import label

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.item import ItemReliability


class ItemDetail(QFrame):
    """A heading with the item's agreement, and tabs of which only the one shown is filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        self._item: ItemReliability | None = None
        self._title = label("", self, Look.HEADING)
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        name(self._tabs, self.tr("What is shown of the item"))
        self._stack = QStackedWidget(self)
        self.panels: tuple[DetailPanel, ...] = (
            CodersOfItem(self),
            Pairs(self),
            Distribution(self),
            DecisionStudy(self),
        )
        for panel in self.panels:
            self._tabs.addTab(panel.title)
            self._stack.addWidget(panel)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.currentChanged.connect(self._show_tab)
        head = QHBoxLayout()
        head.setSpacing(DOUBLE)
        head.addWidget(self._title)
        head.addWidget(self._tabs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, DOUBLE, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    @property
    def tabs(self) -> QTabBar:
        """Tabs of the item."""
        return self._tabs

    def show_item(self, item: ItemReliability) -> None:
        """Show an item."""
        self._item = item
        self._title.setText(f"{item.label}: {coefficient_with_interval(item.headline)}")
        for place, panel in enumerate(self.panels):
            self._tabs.setTabEnabled(place, panel.is_offered_for(item))
        self._show_tab()

    def _show_tab(self) -> None:
        panel = self.panels[self._tabs.currentIndex()]
        if self._item is not None:
            panel.show_item(self._item)
        self._stack.setCurrentWidget(panel)
