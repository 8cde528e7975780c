"""Editors of the event list's cells: a time field, and choices of codes and speakers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from practicecoder.domain.spans import clock
from practicecoder.ui.accessibility import announce
from practicecoder.ui.widgets.time_edit import TimeEdit, how_to_write, no_time, parse_clock

Index = QModelIndex | QPersistentModelIndex


class TimeDelegate(QStyledItemDelegate):
    """Edits a moment as people write it; what is no time changes nothing and says so."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a time field."""
        editor = TimeEdit(parent)
        editor.setAccessibleName(self.tr("Time of the mark"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the moment that is stored."""
        assert isinstance(editor, TimeEdit)
        editor.reset(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Store the moment; one that was not touched keeps its milliseconds."""
        assert isinstance(editor, TimeEdit)
        if editor.text() == clock(index.data(Qt.ItemDataRole.EditRole), tenths=True):
            return
        entered = parse_clock(editor.text())
        if entered is None:
            announce(editor, no_time(editor.text(), how_to_write()), assertive=True)
            return
        model.setData(index, entered)


class ChoiceEditor(QComboBox):
    """A list of words; letters and arrows look for one, Enter takes it."""

    chosen = Signal()
    """A word of the open list was taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_looking = False
        self.activated.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by letters and arrows without taking a word; Enter goes to the table's editing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        self._is_looking = True
        super().keyPressEvent(event)
        self._is_looking = False

    def _take(self) -> None:
        if not self._is_looking:
            self.chosen.emit()


class ChoiceDelegate(QStyledItemDelegate):
    """Edits a value by a list of words; a choice is stored on Enter or as the list closes."""

    def __init__(
        self, accessible_name: str, choices: Sequence[tuple[str, Any]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._name = accessible_name
        self._choices = tuple(choices)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a combo box."""
        editor = ChoiceEditor(parent)
        editor.setAccessibleName(self._name)
        for words, value in self._choices:
            editor.addItem(words, value)
        editor.chosen.connect(lambda: self._finish(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Choose the value that is stored."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Store the chosen value."""
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Be wide enough for the words."""
        super().updateEditorGeometry(editor, option, index)
        wanted = max(editor.sizeHint().width(), editor.width())
        editor.resize(wanted, editor.height())

    def _finish(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class NoteDelegate(QStyledItemDelegate):
    """Edits a note in one line, stored on Enter and on leaving."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make a text field."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Note on the mark"))
        return editor
