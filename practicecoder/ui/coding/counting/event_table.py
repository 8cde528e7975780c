"""The table of marks: Space plays, Enter edits, Delete removes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QStyledItemDelegate,
    QWidget,
)

from practicecoder.codebook.model import Codebook, CountCode
from practicecoder.codebook.rules import speakers
from practicecoder.domain.coding import CodeMark
from practicecoder.ui.coding.counting.event_editing import (
    ChoiceDelegate,
    NoteDelegate,
    TimeDelegate,
)
from practicecoder.ui.coding.counting.event_model import (
    CODE,
    COUNTS,
    NOTE,
    SPEAKER,
    TIME,
    EventModel,
)
from practicecoder.ui.coding.counting.open_volley import beaten_by, not_counting
from practicecoder.ui.coding.row_steps import SteppedTable

CELL_PADDING = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class EventTable(SteppedTable):
    """Shows an event model and edits its cells in place."""

    play_wanted = Signal(object)
    """A mark."""
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Marks"))
        self._delegates: tuple[QStyledItemDelegate, ...] = ()
        self._labels: tuple[str, ...] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.set_placeholder(self.tr("Marks appear here as you make them."))

    def show_events(
        self, model: EventModel, codebook: Codebook, codes: tuple[CountCode, ...]
    ) -> None:
        """Show a model, with the editors that its columns need."""
        self._labels = tuple(code.label for code in codes)
        self.show_model(model, sortable=False)
        choices = [(code.label, code.count_id) for code in codes]
        named = [(speaker, speaker) for speaker in speakers(codebook)]
        editors: dict[str, QStyledItemDelegate] = {
            TIME: TimeDelegate(self),
            CODE: ChoiceDelegate(self.tr("Code of the mark"), choices, self),
            SPEAKER: ChoiceDelegate(
                self.tr("Speaker of the mark"), [(self.tr("as the code"), ""), *named], self
            ),
            NOTE: NoteDelegate(self),
        }
        plain = QStyledItemDelegate(self)
        for number, column in enumerate(model.columns):
            self.setItemDelegateForColumn(number, editors.get(column.title, plain))
        for old in self._delegates:
            old.deleteLater()
        self._delegates = (*editors.values(), plain)

    def fit_columns(self, *, stretch: int | None = None) -> None:
        """Fit columns to what may come, not to what is there: nothing moves as it comes."""
        super().fit_columns(stretch=stretch)
        metrics = self.fontMetrics()
        longest = max(self._labels, key=metrics.horizontalAdvance, default="")
        not_counted = not_counting(beaten_by("MMMM"))
        to_come = {TIME: "1:00:00.0", CODE: longest, COUNTS: not_counted}
        self._widths = tuple(
            max(width, metrics.horizontalAdvance(to_come.get(column.title, "")) + CELL_PADDING)
            for width, column in zip(self._widths, self.rows_model().columns, strict=True)
        )
        self._set_widths()

    def marks(self) -> tuple[CodeMark, ...]:
        """Selected marks in order of time, or the one the keys are on."""
        return self.chosen_rows()

    def flush(self) -> bool:
        """Store what is being edited in a cell; False if it was refused."""
        editor = QApplication.focusWidget()
        if editor is None or self.state() != QAbstractItemView.State.EditingState:
            return True
        if not self.viewport().isAncestorOf(editor):
            return True
        self.commitData(editor)
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play, edit and remove; other keys are the table's own."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space:
            if self.current_row() is not None:
                self.play_wanted.emit(self.current_row())
        elif plain and event.key() in _ENTER:
            self._edit_current()
        elif plain and event.key() in _REMOVE:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _edit_current(self) -> None:
        """Edit the current cell; Enter that ends an editor comes by here too."""
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            return
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
