"""The timeline as a table, beside the window: the twin of what is painted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.accessibility import name
from practicecoder.ui.coding.timeline_rows import (
    RowKind,
    TimelineContents,
    TimelineRow,
    gap_columns,
    kind_word,
    row_columns,
    timeline_rows,
)
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.labels import button, button_box, label

GATHER_MS = 300
"""Changes that come within this time are shown together."""
_WHAT, _NOTE = 2, 4
_FEWEST_ROWS, _FEWEST_GAPS = 6, 3


class TimelineTable(QDialog):
    """Everything on the timeline as rows, and the stretches not heard yet.

    It stays open beside the page. What it shows is asked for with ``contents_wanted`` when it
    needs to be shown, so that it costs nothing while it is closed.
    """

    play_wanted = Signal(int)
    contents_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Timeline as a table"))
        self.resize(760, 620)
        self._title = label("", self, Look.HEADING)
        self.kinds = QComboBox(self)
        name(self.kinds, self.tr("Kind of rows"))
        self.kinds.addItem(self.tr("All kinds"), None)
        for kind in RowKind:
            self.kinds.addItem(kind_word(kind), kind.value)
        self.kinds.currentIndexChanged.connect(self._filter)
        self.table = PlayTable(self.tr("Timeline"), self)
        self.table.set_placeholder(self.tr("There is nothing of this kind on the timeline."))
        self._model: RowTableModel[TimelineRow] = RowTableModel(
            row_columns(), key=lambda row: row.key, parent=self
        )
        self.table.show_model(self._model)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.row_activated.connect(lambda row: self.play_wanted.emit(row.span.start_ms))
        self._gaps_title = label("", self, Look.HEADING)
        self.gaps = PlayTable(self.tr("Not heard yet"), self)
        self.gaps.set_placeholder(self.tr("All of the segment was heard."))
        self._gaps_model: RowTableModel[TimeSpan] = RowTableModel(
            gap_columns(), key=lambda gap: gap, parent=self
        )
        self.gaps.show_model(self._gaps_model)
        self.gaps.row_activated.connect(lambda gap: self.play_wanted.emit(gap.start_ms))
        self._play = button(self.tr("Play from here"), self, self.table.activate_current)
        self._play_gap = button(self.tr("Play gap"), self, self.gaps.activate_current)
        self.table.selection_changed.connect(self._offer)
        self.gaps.selection_changed.connect(self._offer)
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHER_MS)
        self._gathering.timeout.connect(self._ask)
        self._lay_out()
        self._offer()

    def refresh(self) -> None:
        """Show soon what has changed, if the table is open."""
        if self.isVisible() and not self._gathering.isActive():
            self._gathering.start()

    def show_contents(self, contents: TimelineContents | None) -> None:
        """Show what the timeline shows; None: no coding is open."""
        rows = () if contents is None else timeline_rows(contents)
        if rows != self._model.rows:
            self._model.set_rows(rows)
            self.table.fit_columns(stretch=_WHAT)
            heading = self.table.horizontalHeader()
            heading.setSectionResizeMode(_NOTE, QHeaderView.ResizeMode.Stretch)
        unheard = () if contents is None else contents.unheard
        if unheard != self._gaps_model.rows:
            self._gaps_model.set_rows(unheard)
        self._count()
        gaps = self.tr("Not heard yet ({0})").format(len(unheard))
        self._gaps_title.setText(gaps if unheard else self.tr("Not heard yet"))
        self._offer()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is, with the keys in the table."""
        super().showEvent(event)
        if not event.spontaneous():
            self._ask()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._model.rowCount() and not self.table.selected_rows():
                self.table.selectRow(0)

    # Inside

    def _ask(self) -> None:
        self.contents_wanted.emit()

    def _filter(self) -> None:
        kind = self.kinds.currentData()
        self._model.set_filter(None if kind is None else lambda row: row.kind.value == kind)
        self._count()

    def _count(self) -> None:
        words = self.tr("On the timeline ({0})")
        self._title.setText(words.format(self._model.rowCount()))

    def _offer(self) -> None:
        self._play.setEnabled(bool(self.table.selected_rows()))
        self._play_gap.setEnabled(bool(self.gaps.selected_rows()))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._title, 1)
        head.addWidget(self.kinds)
        head.addWidget(self._play)
        gaps_head = QHBoxLayout()
        gaps_head.setSpacing(SPACE)
        gaps_head.addWidget(self._gaps_title, 1)
        gaps_head.addWidget(self._play_gap)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.table.take_room_for(_FEWEST_ROWS)
        self.gaps.take_room_for(_FEWEST_GAPS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self.table, 3)
        layout.addSpacing(SPACE)
        layout.addLayout(gaps_head)
        layout.addWidget(self.gaps, 1)
        layout.addWidget(buttons)


class PlayTable(RowTable):
    """A table whose rows can be played: with Space, as with Enter."""

    def activate_current(self) -> None:
        """Act on the row with the cursor, or the selected one."""
        selected = self.selected_rows()
        row = self.current_row()
        if row is None and selected:
            row = selected[0]
        if row is not None:
            self.row_activated.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play with Space."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.activate_current()
        else:
            super().keyPressEvent(event)
