"""Tables of thousands of rows that change row by row, so that nothing else is painted anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QModelIndex, QObject

from practicecoder.ui.table_model import Column, Row, RowTableModel
from practicecoder.ui.tables import RowTable

MOST_STEPS = 64
"""Rows that are put in or taken out one by one; more of them are shown anew at once."""


class SteppedModel(RowTableModel[Row]):
    """Shows rows in the order they are given, and takes others in by the rows that differ.

    ``place`` is what the order goes by: a row whose place changes is taken out and put in again.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        rows: Sequence[Row] = (),
        *,
        key: Callable[[Row], Hashable],
        place: Callable[[Row], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, rows, key=key, parent=parent)
        self._name = key
        self._place_of = place

    def step_to(self, rows: Sequence[Row]) -> None:
        """Show other rows; selection and scrolled place stay with the rows that stay."""
        self._rows = tuple(rows)
        keep = self._keep
        wanted = self._rows if keep is None else tuple(row for row in self._rows if keep(row))
        first, last = _differing(self._shown, wanted)
        came = {self._name(row): row for row in wanted[first : len(wanted) - last]}
        gone = [
            number
            for number in range(first, len(self._shown) - last)
            if self._moved(self._shown[number], came)
        ]
        if len(gone) + abs(len(wanted) - len(self._shown)) <= MOST_STEPS:
            self._take_out(gone)
            self._exchange(first, len(self._shown) - last, came)
            self._put_in(wanted, first, len(wanted) - last)
        if len(self._shown) != len(wanted) or _differing(self._shown, wanted)[0] < len(wanted):
            self.beginResetModel()
            self._shown = wanted
            self.endResetModel()

    # Inside

    def _moved(self, row: Row, came: dict[Hashable, Row]) -> bool:
        """Whether a row is gone, or stands elsewhere."""
        after = came.get(self._name(row))
        return after is None or self._place_of(after) != self._place_of(row)

    def _take_out(self, numbers: Sequence[int]) -> None:
        for number in reversed(numbers):
            self.beginRemoveRows(QModelIndex(), number, number)
            self._shown = (*self._shown[:number], *self._shown[number + 1 :])
            self.endRemoveRows()

    def _exchange(self, first: int, end: int, came: dict[Hashable, Row]) -> None:
        """Put what rows are at this moment in the place of what they were."""
        before = self._shown[first:end]
        after = tuple(came[self._name(row)] for row in before)
        self._shown = (*self._shown[:first], *after, *self._shown[end:])
        last_column = self.columnCount() - 1
        for number, (old, new) in enumerate(zip(before, after, strict=True), start=first):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last_column))

    def _put_in(self, wanted: Sequence[Row], first: int, end: int) -> None:
        for number in range(first, end):
            row, shown = wanted[number], self._shown
            if number < len(shown) and self._name(shown[number]) == self._name(row):
                continue
            self.beginInsertRows(QModelIndex(), number, number)
            self._shown = (*shown[:number], row, *shown[number:])
            self.endInsertRows()


class SteppedTable(RowTable):
    """Shows a stepped model."""

    def step_to(self, rows: Sequence[Row]) -> None:
        """Show other rows; a row that moves keeps its selection."""
        model = self.rows_model()
        assert isinstance(model, SteppedModel)
        chosen = [model.key_of(row) for row in self.selected_rows()]
        current, column = self.current_row(), self.currentIndex().column()
        model.step_to(rows)
        if [model.key_of(row) for row in self.selected_rows()] == chosen:
            return
        selection = self.selectionModel()
        flags = selection.SelectionFlag
        place = None if current is None else model.row_of_key(model.key_of(current))
        if place is not None:
            selection.setCurrentIndex(model.index(place, max(column, 0)), flags.NoUpdate)
        for key in chosen:
            row = model.row_of_key(key)
            if row is not None:
                selection.select(model.index(row, 0), flags.Select | flags.Rows)


def _differing(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    """How many rows at the beginning are alike, and how many of the others at the end.

    Examples
    --------
    >>> _differing("abcd", "abxcd")
    (2, 2)
    >>> _differing("aa", "aaa")
    (2, 0)
    """
    most = min(len(old), len(new))
    first = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a is not b and a != b), most
    )
    backwards = zip(reversed(old), reversed(new), strict=False)
    last = next((n for n, (a, b) in enumerate(backwards) if a is not b and a != b), most)
    return first, min(last, most - first)
