"""The one table model over frozen rows, and the table view that goes with it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

SMALLEST_ROW = 30
"""Smallest height of a row in pixels; larger text makes it higher."""
NARROWEST_COLUMN, WIDEST_COLUMN = 40, 360
"""Limits of a column's width in pixels when it is fitted to its contents."""
HEADING_MARGIN = 14
"""Room at either side of a heading; the sort arrow stands in it."""


class Comparable(Protocol):
    """Something that can be put in order."""

    def __lt__(self, other: Any, /) -> bool: ...


@dataclass(frozen=True, kw_only=True)  # slots and Column[X](...) do not go together in 3.11
class Column(Generic[Row]):
    """One column, declared: words, how to read a cell from a row, how to sort and set it.

    ``sort_key`` None sorts by the text without regard to case; a key of None puts the row last
    in either direction. ``tooltip`` explains the heading, ``cell_tooltip`` a cell. ``muted`` tells
    whether a cell is set in quiet colour, ``bold`` whether it stands out. A column that only
    paints what others say is not ``copied``.
    """

    title: str
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Comparable | None] | None = None
    tooltip: str = ""
    alignment: Qt.AlignmentFlag = field(default=LEFT)
    cell_tooltip: Callable[[Row], str] | None = None
    muted: Callable[[Row], bool] | None = None
    bold: Callable[[Row], bool] | None = None
    icon: Callable[[Row], QIcon | None] | None = None
    searchable: bool = True
    copied: bool = True


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """Rows as they are, shown through declared columns, sorted and filtered by text or test.

    ``key`` names a row, so that a selection survives new rows; without it a row is known only as
    the very same object.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row] = (),
        *,
        key: Callable[[Row], Hashable] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows = tuple(rows)
        self._shown = self._rows
        self._words = ""
        self._keep: Callable[[Row], bool] | None = None
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    # Rows

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order they were given."""
        return self._rows

    @property
    def shown_rows(self) -> tuple[Row, ...]:
        """Rows that pass the filters, in the order they are shown."""
        return self._shown

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """Columns as declared."""
        return self._columns

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; filters and order stay."""
        self._rows = tuple(rows)
        self._show_again()

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show other columns; the order is forgotten."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._sorted_by = None
        self._shown = self._arranged()
        self.endResetModel()

    def set_filter_text(self, words: str) -> None:
        """Keep rows in which every word occurs in some column."""
        if words != self._words:
            self._words = words
            self._show_again()

    def set_filter(self, keep: Callable[[Row], bool] | None) -> None:
        """Keep rows that pass a test besides the words; None keeps all."""
        self._keep = keep
        self._show_again()

    def row_at(self, index: AnyIndex) -> Row | None:
        """Row of an index; None if the index is not in the table."""
        return self._shown[index.row()] if index.isValid() else None

    def key_of(self, row: Row) -> Hashable:
        """Name of a row."""
        return self._key(row) if self._key is not None else id(row)

    def row_of_key(self, key: Hashable) -> int | None:
        """Place of the row with this name among the shown ones; None if it is not shown."""
        return next((i for i, row in enumerate(self._shown) if self.key_of(row) == key), None)

    # As text

    def tsv(self, rows: Sequence[Row] | None = None) -> str:
        """Rows with their headings, cells parted by tabs; None: all shown rows."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        columns = [column for column in self._columns if column.copied]
        writer.writerow([" ".join(column.title.split()) for column in columns])
        for row in self._shown if rows is None else rows:
            writer.writerow([column.text(row) for column in columns])
        return out.getvalue()

    # Qt

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return the number of shown rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows in a role."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case Qt.ItemDataRole.ToolTipRole:
                return column.cell_tooltip(row) or None if column.cell_tooltip else None
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.FontRole:
                return _bold() if column.bold and column.bold(row) else None
            case Qt.ItemDataRole.ForegroundRole:
                return _quiet() if column.muted and column.muted(row) else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a heading and its tooltip."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.ToolTipRole:
                return column.tooltip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; a negative column gives back the order they came in."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._shown[index.row()], index.column()) for index in before]
        self._sorted_by = (column, order) if 0 <= column < len(self._columns) else None
        self._shown = self._arranged()
        places = {id(row): place for place, row in enumerate(self._shown)}
        after = [self.index(places[id(row)], column_no) for row, column_no in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # Inside

    def _show_again(self) -> None:
        self.beginResetModel()
        self._shown = self._arranged()
        self.endResetModel()

    def _arranged(self) -> tuple[Row, ...]:
        words = self._words.casefold().split()
        kept = [
            row
            for row in self._rows
            if (self._keep is None or self._keep(row)) and self._has_all(row, words)
        ]
        if self._sorted_by is None:
            return tuple(kept)
        number, order = self._sorted_by
        return _ordered(kept, self._columns[number], order is Qt.SortOrder.DescendingOrder)

    def _has_all(self, row: Row, words: Sequence[str]) -> bool:
        if not words:
            return True
        text = "\n".join(c.text(row) for c in self._columns if c.searchable).casefold()
        return all(word in text for word in words)


def _ordered(rows: Sequence[Row], column: Column[Row], backwards: bool) -> tuple[Row, ...]:
    def by_text(row: Row) -> Comparable | None:
        return column.text(row).casefold()

    key = column.sort_key or by_text
    keyed = [(key(row), row) for row in rows]
    known = [(k, row) for k, row in keyed if k is not None]
    known.sort(key=lambda pair: pair[0], reverse=backwards)
    return (*(row for _, row in known), *(row for k, row in keyed if k is None))


def _lines(title: str) -> list[str]:
    return title.splitlines() or [""]


def _bold() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setBold(True)
    return font


def _quiet() -> QBrush:
    return QBrush(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))


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
        self._shares_rest = False
        self._stretch: int | None = None
        self._selected_keys: list[Hashable] = []
        self._current_key: Hashable | None = None
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
        self._widths, self._stretch = self._fitting_widths(), stretch
        self._shares_rest = stretch is None and bool(columns) and columns[-1].alignment == RIGHT
        self._set_widths()
        if stretch is not None:
            heading.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def _fitting_widths(self) -> tuple[int, ...]:
        heading = self.horizontalHeader()
        widths = []
        for number, column in enumerate(self.rows_model().columns):
            title = max(heading.fontMetrics().horizontalAdvance(t) for t in _lines(column.title))
            wanted = max(self.sizeHintForColumn(number) + 8, title + 2 * HEADING_MARGIN)
            widths.append(min(max(wanted, NARROWEST_COLUMN), WIDEST_COLUMN))
        return tuple(widths)

    def _grow_columns(self) -> None:
        """Make columns wider where new rows need it; none becomes narrower under one's eyes."""
        wanted = self._fitting_widths()
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
            QTimer.singleShot(0, self, self._fit_again)  # the headings change after the table

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the placeholder if there are none."""
        super().paintEvent(event)
        model = self.model()
        if self._placeholder and (model is None or model.rowCount() == 0):
            painter = QPainter(self.viewport())
            painter.setPen(_quiet().color())
            box = self.viewport().rect().adjusted(32, 16, -32, -16)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, int(flags), self._placeholder)
            painter.end()

    # Inside

    def _fit_again(self) -> None:
        if self._widths:
            self.fit_columns(stretch=self._stretch)

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
