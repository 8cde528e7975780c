"""The one table model: frozen rows shown through declared columns, sorted and filtered."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import (
    QBrush,
    QFont,
    QGuiApplication,
    QIcon,
    QPalette,
)

from practicecoder.ui.languages import COLUMN_WORDS, translate

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


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
                return quiet_brush() if column.muted and column.muted(row) else None
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
                return translate(COLUMN_WORDS, column.title)
            case Qt.ItemDataRole.ToolTipRole:
                return translate(COLUMN_WORDS, column.tooltip) or None
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


def _bold() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setBold(True)
    return font


def quiet_brush() -> QBrush:
    """Ink of what is said quietly."""
    return QBrush(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
