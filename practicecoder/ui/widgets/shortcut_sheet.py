"""The sheet of all shortcuts in force, by group: searched, copied and printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.ui.accessibility import announce, name, tab_as_laid_out
from practicecoder.ui.actions import ACTIONS, ActionGroup, action_keys, action_text
from practicecoder.ui.keys.texts import in_words
from practicecoder.ui.languages import ACTION_WORDS, translate
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.labels import button, button_box, card, in_row, label

FIRST_SIZE = (880, 640)
FRAME_PX = 60
"""Room that the desktop keeps for titles and the like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """One line of the sheet: where it works, what it does, its keys."""

    group: str
    text: str
    keys: str


def _in_words(text: str) -> str:
    return translate(ACTION_WORDS, text)


COLUMNS = (
    Column[KeyLine](title="Where", text=lambda k: _in_words(k.group), muted=lambda _: True),
    Column[KeyLine](title="What it does", text=lambda k: _in_words(k.text)),
    Column[KeyLine](
        title="Keys", text=lambda k: k.keys, cell_tooltip=lambda k: k.keys, bold=lambda _: True
    ),
)


def key_lines(further: Sequence[KeyLine] = ()) -> tuple[KeyLine, ...]:
    """Every action that has a key in force, in order of the groups, then further lines."""
    order = list(ActionGroup)
    lines = [
        KeyLine(
            group=spec.group.value,
            text=action_text(action_id).rstrip("…"),
            keys=in_words(action_keys().of(action_id)),
        )
        for action_id, spec in ACTIONS.items()
        if action_keys().of(action_id)
    ]
    lines.sort(key=lambda line: order.index(ActionGroup(line.group)))
    return (*lines, *further)


def printed(title: str, lines: Sequence[KeyLine]) -> QTextDocument:
    """Sheet for the wall: a table for each group."""
    parts = [f"<h1>{escape(title)}</h1>"]
    for group in dict.fromkeys(line.group for line in lines):
        rows = "".join(
            f"<tr><td width='65%'>{escape(_in_words(line.text))}</td>"
            f"<td><b>{escape(line.keys)}</b></td></tr>"
            for line in lines
            if line.group == group
        )
        parts.append(f"<h3>{escape(_in_words(group))}</h3><table width='100%'>{rows}</table>")
    document = QTextDocument()
    document.setHtml("".join(parts))
    return document


class ShortcutSheet(QDialog):
    """All shortcuts in force in one table that can be filtered, copied and printed.

    ``on_change`` opens whatever changes keys; without it the sheet only shows them.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        further: Sequence[KeyLine] = (),
        *,
        on_change: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        room = self.screen().availableSize() - QSize(FRAME_PX, FRAME_PX)
        self.resize(QSize(scaled(FIRST_SIZE[0]), scaled(FIRST_SIZE[1])).boundedTo(room))
        self._on_change = on_change
        self._model = RowTableModel(COLUMNS, key_lines(further), parent=self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by words or keys"))
        name(self.filter, self.tr("Filter the shortcuts"))
        self.filter.textChanged.connect(self._model.set_filter_text)
        self.table = RowTable(self.tr("Shortcuts"), self)
        self.table.set_placeholder(self.tr("No shortcut has these words."))
        self.table.show_model(self._model)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.fit_columns(stretch=2)
        self._lay_out()
        self.filter.setFocus()

    def copy_all(self) -> None:
        """Put the lines that are shown on the clipboard, cells parted by tabs."""
        self.table.copy_table()
        announce(self, self.tr("{0} lines copied").format(len(self._model.shown_rows)))

    def ask_to_print(self) -> None:
        """Ask for a printer and print the lines that are shown."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(self.tr("Print the shortcuts"))
        dialog.accepted.connect(
            lambda: printed(self.windowTitle(), self._model.shown_rows).print_(printer)
        )
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    # Inside

    def _change(self) -> None:
        """Close, as the keys will be others, and open what changes them."""
        assert self._on_change is not None
        self.accept()
        self._on_change()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Shortcuts"), self, Look.TITLE))
        controls: list[QWidget] = [
            self.filter,
            button(self.tr("Copy"), self, self.copy_all),
            button(self.tr("Print…"), self, self.ask_to_print),
        ]
        if self._on_change is not None:
            controls.append(button(self.tr("Change keys…"), self, self._change))
        layout.addLayout(in_row(*controls))
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        layout.addWidget(frame, 1)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        tab_as_laid_out(self)
