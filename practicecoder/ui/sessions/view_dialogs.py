"""Dialogs about a view of the lead's table: its name, its end, its columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.languages import COLUMN_WORDS, translate
from practicecoder.ui.sessions.views import KEPT_TITLE, ViewShelf
from practicecoder.ui.tables import Column
from practicecoder.ui.theme import Look
from practicecoder.ui.widgets.asking import AskingDialog, take_room
from practicecoder.ui.widgets.labels import button, in_row, label

LONGEST_NAME = 60


class NameViewDialog(AskingDialog):
    """Asks what a view is called: a new one, or one that is there."""

    wanted = Signal(str)
    """The name."""

    def __init__(self, shelf: ViewShelf, parent: QWidget, *, before: str = "") -> None:
        super().__init__(
            _tr("Rename the view") if before else _tr("Save a view"),
            _tr("The view stays as it is, under another name.")
            if before
            else _tr(
                "Keeps the filters, columns and order of the table as they are, for this study "
                "and on this computer. It is no copy of the sessions."
            ),
            _tr("Rename") if before else _tr("Save"),
            parent,
        )
        self._shelf = shelf
        self._before = before
        self._name = QLineEdit(before, self)
        self._name.setMaxLength(LONGEST_NAME)
        self._name.setPlaceholderText(self.tr("For example: North, to assign"))
        self._name.selectAll()
        name(self._name, self.tr("Name of the view"))
        self._note = label("", self, Look.MUTED, wrapped=True)
        self.form.addRow(self.tr("&Name"), self._name)
        self.form.addRow("", self._note)
        self._name.textChanged.connect(self._check)
        self._name.setFocus()
        self._check()

    @property
    def view_name(self) -> str:
        """What was entered, without space around it."""
        return " ".join(self._name.text().split())

    def finish(self) -> None:
        """Tell the name."""
        self.wanted.emit(self.view_name)
        super().finish()

    def _check(self) -> None:
        taken = self._shelf.named(self.view_name)
        verb, note, may = _tr("Save"), "", bool(self.view_name)
        if self._before:
            verb = _tr("Rename")
            if taken is not None and taken.name != self._before:
                note, may = _tr("There is a view of this name."), False
        elif self._shelf.is_shipped(self.view_name):
            note, may = _tr("This view comes with the program. Choose another name."), False
        elif taken is not None:
            verb, note = _tr("Replace"), _tr("Your view of this name is replaced.")
        self.act.setText(verb)
        self.act.setEnabled(may)
        self._note.setText(note)


class DeleteViewDialog(AskingDialog):
    """Asks whether a view is to be deleted."""

    wanted = Signal()

    def __init__(self, view_name: str, parent: QWidget) -> None:
        super().__init__(
            _tr("Delete the view"),
            _tr("The view {} is forgotten. Sessions and codings stay as they are.").format(
                view_name
            ),
            _tr("Delete"),
            parent,
        )

    def finish(self) -> None:
        """Tell that it is to go."""
        self.wanted.emit()
        super().finish()


class ColumnsList(QListWidget):
    """Columns in their order, with a tick if shown; Alt+Up and Alt+Down move the current one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow; other keys are the list's own."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
        else:
            super().keyPressEvent(event)

    def move_current(self, step: int) -> None:
        """Move the current column up (-1) or down (1); the first one stays first."""
        row = self.currentRow()
        target = row + step
        if row < 1 or not 1 <= target < self.count():
            return
        item = self.takeItem(row)
        self.insertItem(target, item)
        self.setCurrentRow(target)
        announce(
            self,
            self.tr("{0}, {1} of {2}").format(item.text(), target + 1, self.count()),
        )


class ColumnsDialog(AskingDialog):
    """Asks which columns of the lead's table are shown, and in which order."""

    wanted = Signal(object)
    """Titles of the columns as declared, in their order."""

    def __init__(
        self,
        columns: Sequence[Column[SessionRow]],
        shown: Sequence[str],
        usual: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(
            _tr("Columns"),
            _tr("Space shows or hides a column, Alt+Up and Alt+Down move it."),
            _tr("Show"),
            parent,
        )
        self._columns = {column.title: column for column in columns}
        self._usual = tuple(usual)
        self.list = ColumnsList(self)
        name(self.list, self.tr("Columns"))
        self._fill(shown)
        up = button(self.tr("Move &up"), self, lambda: self.list.move_current(-1))
        down = button(self.tr("Move &down"), self, lambda: self.list.move_current(1))
        back = button(self.tr("As &usual"), self, lambda: self._fill(self._usual))
        back.setToolTip(self.tr("The usual columns in their usual order"))
        column = QVBoxLayout()
        column.addWidget(self.list)
        column.addLayout(in_row(up, down, back, stretch=True))
        self.body.addLayout(column, 1)
        take_room(self, 480, 620)
        self.list.setFocus()

    @property
    def titles(self) -> tuple[str, ...]:
        """Columns that are ticked, in their order."""
        items = [self.list.item(place) for place in range(self.list.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def finish(self) -> None:
        """Tell the columns."""
        self.wanted.emit(self.titles)
        super().finish()

    def _fill(self, shown: Sequence[str]) -> None:
        self.list.clear()
        for title in (*shown, *(title for title in self._columns if title not in shown)):
            item = QListWidgetItem(translate(COLUMN_WORDS, title), self.list)
            item.setData(Qt.ItemDataRole.UserRole, title)
            item.setToolTip(translate(COLUMN_WORDS, self._columns[title].tooltip))
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            if title != KEPT_TITLE:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags)
            is_shown = title in shown
            item.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)


def _tr(text: str) -> str:
    return translate("Sessions", text)
