"""The table view of the window, and the model and columns that go with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from practicecoder.ui.languages import COLUMN_WORDS, translate
from practicecoder.ui.table_model import (
    CENTRE,
    LEFT,
    RIGHT,
    AnyIndex,
    Column,
    Row,
    RowTableModel,
    quiet_brush,
)

__all__ = ["CENTRE", "LEFT", "RIGHT", "Column", "RowTable", "RowTableModel"]

SMALLEST_ROW = 30
"""Smallest height of a row in pixels; larger text makes it higher."""
NARROWEST_COLUMN, WIDEST_COLUMN = 40, 360
"""Limits of a column's width in pixels when it is fitted to its contents."""
HEADING_MARGIN = 14
"""Room at either side of a heading; the sort arrow stands in it."""
FITTED_ROWS, GROWN_ROWS = 1_000, 24
"""Rows that a column is fitted to, and those looked at again whenever there are new rows."""


class RowTable(QTableView):
    """A table of rows: whole rows are selected, Tab leaves it, Ctrl+C copies, Enter acts.

    A ``placeholder`` stands in the empty table. The selection survives new rows.
    """

    row_activated = Signal(object)
    """A row, by Enter or double click."""
    selection_changed = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._placeholder = ""
        self._widths: tuple[int, ...] = ()
        self._held: Callable[[], Sequence[int]] | None = None
        self._shares_rest = False
        self._stretch: int | None = None
        self._selected_keys: list[Hashable] = []
        self._current_key: Hashable | None = None
        self._refitting = QTimer(self)
        self._refitting.setSingleShot(True)
        self._refitting.setInterval(0)  # the headings change after the table
        self._refitting.timeout.connect(self._fit_once_shown)
        self._is_unfit = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.dress_headings()
        self.activated.connect(self._activate)
        self._fit_rows()

    def dress_headings(self) -> None:
        """Set up the headings; to be called again after they were exchanged for others."""
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSectionsMovable(False)
        heading.setStretchLastSection(True)
        heading.setDefaultAlignment(LEFT)
        heading.setSortIndicatorClearable(True)

    def set_placeholder(self, text: str) -> None:
        """Sentence shown while the table is empty."""
        if text != self._placeholder:
            self._placeholder = text
            self.viewport().update()

    def show_model(self, model: RowTableModel[Row], *, sortable: bool = True) -> None:
        """Show a model, in the order its rows come until a heading is clicked."""
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.modelReset.connect(self._grow_columns)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        if sortable:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)
        self.fit_columns()

    def rows_model(self) -> RowTableModel[Any]:
        """Model that is shown."""
        model = self.model()
        assert isinstance(model, RowTableModel)
        return model

    def selected_rows(self) -> tuple[Any, ...]:
        """Selected rows in the order they are shown."""
        if self.selectionModel() is None:
            return ()
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows_model().shown_rows[place] for place in places)

    def chosen_rows(self) -> tuple[Any, ...]:
        """Selected rows; while the table has the focus and none is selected, the cursor's.

        A table that was gone to by key has a cursor, and nothing is selected in it yet.
        """
        current = self.current_row() if self.hasFocus() else None
        return self.selected_rows() or (() if current is None else (current,))

    def current_row(self) -> Any | None:
        """Row with the cursor; None if there is none."""
        return self.rows_model().row_at(self.currentIndex())

    def select_key(self, key: Hashable) -> bool:
        """Select the row with this name and go to it; False if it is not shown."""
        place = self.rows_model().row_of_key(key)
        if place is None:
            return False
        self.selectRow(place)
        return True

    def fit_columns(self, *, stretch: int | None = None) -> None:
        """Fit columns to their contents within limits; one of them may take the rest.

        The last one takes the rest otherwise; where it is set to the right, all share it.
        """
        heading = self.horizontalHeader()
        columns = self.rows_model().columns
        self._held = None
        self._widths, self._stretch = self._fitting_widths(FITTED_ROWS), stretch
        self._shares_rest = stretch is None and bool(columns) and columns[-1].alignment == RIGHT
        self._set_widths()
        if stretch is not None:
            heading.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def hold_columns(self, widths: Callable[[], Sequence[int]], *, stretch: int) -> None:
        """Give columns the widths that what may come needs, so that nothing moves as it comes.

        ``widths``, in px, are asked for again with another text size; ``stretch`` takes the rest.
        """
        self._held, self._widths = widths, tuple(widths())
        self._stretch, self._shares_rest = stretch, False
        self._set_widths()
        heading = self.horizontalHeader()
        heading.setStretchLastSection(False)
        heading.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def _fitting_widths(self, most_rows: int) -> tuple[int, ...]:
        heading = self.horizontalHeader()
        heading.setResizeContentsPrecision(most_rows)
        widths = []
        for number, column in enumerate(self.rows_model().columns):
            title = max(
                heading.fontMetrics().horizontalAdvance(t)
                for t in _lines(translate(COLUMN_WORDS, column.title))
            )
            wanted = max(self.sizeHintForColumn(number) + 8, title + 2 * HEADING_MARGIN)
            widths.append(min(max(wanted, NARROWEST_COLUMN), WIDEST_COLUMN))
        return tuple(widths)

    def _grow_columns(self) -> None:
        """Make columns wider where new rows need it; none becomes narrower under one's eyes."""
        if self._held is not None:
            return
        wanted = self._fitting_widths(GROWN_ROWS)
        if len(wanted) == len(self._widths) and any(
            new > old for new, old in zip(wanted, self._widths, strict=True)
        ):
            self._widths = tuple(map(max, wanted, self._widths))
            self._set_widths()

    def _set_widths(self) -> None:
        rest = max(self.viewport().width() - sum(self._widths), 0) if self._shares_rest else 0
        share = rest // max(len(self._widths), 1)
        for number, width in enumerate(self._widths):
            self.setColumnWidth(number, width + share)

    def take_room_for(self, fewest: int) -> None:
        """Take the room there is, but be high enough for some rows."""
        across = self.sizePolicy().horizontalPolicy()
        self.setSizePolicy(across, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(self._height_of(fewest))

    def be_as_high_as(self, most: int | None = None) -> None:
        """Be as high as the rows there are, or as the first ones; None sets no limit."""
        rows = self.rows_model().rowCount()
        self.setFixedHeight(self._height_of(rows if most is None else min(rows, most)))

    def _height_of(self, rows: int) -> int:
        heading = self.horizontalHeader()
        above = 0 if heading.isHidden() else heading.sizeHint().height()
        below = self.horizontalScrollBar().sizeHint().height()
        return above + rows * self.verticalHeader().defaultSectionSize() + below

    def copy_selection(self) -> None:
        """Put the selected rows, or all if none is, on the clipboard with their headings."""
        QGuiApplication.clipboard().setText(self.rows_model().tsv(self.selected_rows() or None))

    def copy_table(self) -> None:
        """Put all shown rows on the clipboard with their headings."""
        QGuiApplication.clipboard().setText(self.rows_model().tsv())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C and act on a row with Enter; other keys are the table's own."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._activate(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._has_unseen_cursor():
            self.selectRow(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        if self._shares_rest:
            self._set_widths()

    def changeEvent(self, event: QEvent) -> None:
        """Fit rows to the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
            self._refitting.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit columns to a text size that was changed meanwhile."""
        super().showEvent(event)
        if self._is_unfit and not self._refitting.isActive():
            self._fit_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the placeholder if there are none."""
        super().paintEvent(event)
        model = self.model()
        if self._placeholder and (model is None or model.rowCount() == 0):
            painter = QPainter(self.viewport())
            painter.setPen(quiet_brush().color())
            box = self.viewport().rect().adjusted(32, 16, -32, -16)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, int(flags), self._placeholder)
            painter.end()

    # Inside

    def _fit_once_shown(self) -> None:
        """Fit at once what is seen; the many tables of other pages wait until they are."""
        self._is_unfit = True
        if self.isVisible():
            self._fit_again()

    def _fit_again(self) -> None:
        self._is_unfit = False
        if self._held is not None and self._stretch is not None:
            self.hold_columns(self._held, stretch=self._stretch)
        elif self._widths:
            self.fit_columns(stretch=self._stretch)

    def _has_unseen_cursor(self) -> bool:
        """Whether the cursor stands on a row that nothing shows, as when Tab came here first."""
        return self.currentIndex().isValid() and not self.selectionModel().hasSelection()

    def _activate(self, index: AnyIndex) -> None:
        row = self.rows_model().row_at(index)
        if row is not None:
            self.row_activated.emit(row)

    def _fit_rows(self) -> None:
        height = max(SMALLEST_ROW, QFontMetrics(self.font()).height() + 14)
        self.verticalHeader().setDefaultSectionSize(height)

    def _keep_selection(self) -> None:
        model = self.rows_model()
        self._selected_keys = [model.key_of(row) for row in self.selected_rows()]
        current = self.current_row()
        self._current_key = None if current is None else model.key_of(current)

    def _restore_selection(self) -> None:
        model, selection = self.rows_model(), self.selectionModel()
        flags = selection.SelectionFlag
        if self._current_key is not None:
            place = model.row_of_key(self._current_key)
            if place is not None:
                selection.setCurrentIndex(model.index(place, 0), flags.NoUpdate)
        for key in self._selected_keys:
            place = model.row_of_key(key)
            if place is not None:
                selection.select(model.index(place, 0), flags.Select | flags.Rows)


def _lines(title: str) -> list[str]:
    return title.splitlines() or [""]
