"""The reliability page: how far coders agree on every dimension, score and count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.ui.actions import ActionId, make_action, show_tip
from practicecoder.ui.icons import Icon
from practicecoder.ui.reliability.columns import FOREST, ITEM_COLUMNS, SCORE
from practicecoder.ui.reliability.detail import ItemDetail
from practicecoder.ui.reliability.forest import ForestDelegate, ForestHeading
from practicecoder.ui.reliability.words import applicability_in_words, design_in_words
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import button, card, label
from practicecoder.ui.widgets.notice import EmptyState
from practicecoder.ui.widgets.scrolling import Scrolling
from practicecoder.ui.widgets.study_page import StudyPage
from practicecoder.ui.widgets.working import Working

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.item import ItemReliability
    from practicecoder.scoring.reliability.table import ReliabilityTable


FEWEST_ROWS = 6
"""The table is at least so high; the page scrolls where there is no room for it."""


class ReliabilityPage(StudyPage):
    """One row for each item, headed by what the table rests on."""

    kinds = frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS})

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: TaskHandle | None = None
        self._model: RowTableModel[ItemReliability] = RowTableModel(
            ITEM_COLUMNS, key=lambda item: item.item, parent=self
        )
        self._table = RowTable(self.tr("Agreement on every item"), self)
        self._table.setHorizontalHeader(ForestHeading(FOREST, self._table))
        self._table.dress_headings()
        self._table.setItemDelegateForColumn(FOREST, ForestDelegate(self._table))
        self._table.show_model(self._model)
        self._table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._table.selection_changed.connect(self._show_detail)
        self._design = label("", self, Look.LEAD, wrapped=True)
        self._applicability = label("", self, Look.MUTED, wrapped=True)
        self._detail = ItemDetail(self)
        self._copy = button(self.tr("Copy table"), self, self._table.copy_table, drawing=Icon.COPY)
        show_tip(self._copy, ActionId.COPY_TABLE)
        self._working = Working(self.tr("Computing agreement…"), self)
        self._empty = EmptyState(
            self.tr("No agreement to show yet"),
            self.tr(
                "Agreement needs sessions that two or more coders have submitted independently. "
                "The lead assigns a session to a second coder on the Sessions page; about one in "
                "five is usual."
            ),
            self,
            drawing=Icon.RELIABILITY,
        )
        self._stack = QStackedWidget(self)
        self._content = self._laid_out()
        for shown in (self._working, self._empty, self._content):
            self._stack.addWidget(shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        make_action(ActionId.COPY_TABLE, self, self._table.copy_table)
        make_action(ActionId.REFRESH, self, self.read)

    @property
    def table(self) -> RowTable:
        """Table of items."""
        return self._table

    @property
    def is_computing(self) -> bool:
        """Whether numbers are on their way."""
        return self._task is not None

    def read(self) -> None:
        """Compute agreement anew, in the background."""
        if self._task is not None:
            self._task.cancel()
        self._stack.setCurrentWidget(self._working)
        self._task = run_task(
            self,
            one_at_a_time(self._services.reliability.table),
            on_success=self._show,
            on_failure=self._fail,
        )

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Layout

    def _laid_out(self) -> QWidget:
        area = Scrolling(self)
        content = area.content
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addWidget(label(self.tr("Reliability"), content, Look.TITLE))
        words.addWidget(self._design)
        words.addWidget(self._applicability)
        head.addLayout(words, 1)
        head.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        frame, inside = card(content)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        area.column.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        area.column.addLayout(head)
        area.column.addWidget(frame, 1)
        area.column.addWidget(self._detail)
        return area

    # What is shown

    def _show(self, table: ReliabilityTable) -> None:
        self._task = None
        if table.design.n_multiple_coded == 0:
            self._stack.setCurrentWidget(self._empty)
            return
        self._design.setText(design_in_words(table.design))
        told = [
            applicability_in_words(item.label, item.applicability)
            for item in table.items
            if item.applicability is not None and item.kind.value != SCORE
        ]
        self._applicability.setText("\n".join(told))
        self._applicability.setVisible(bool(told))
        self._model.set_rows(table.items)
        self._table.fit_columns()
        self._table.take_room_for(FEWEST_ROWS)
        if not self._table.selected_rows():
            self._table.selectRow(0)
        self._show_detail()
        self._stack.setCurrentWidget(self._content)

    def _show_detail(self) -> None:
        rows = self._table.selected_rows()
        self._detail.setVisible(bool(rows))
        if rows:
            self._detail.show_item(rows[0])

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._stack.setCurrentWidget(self._empty)
        self.failed.emit(error)
