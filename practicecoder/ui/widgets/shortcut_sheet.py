"""The sheet of all shortcuts, by group, made from the actions themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from practicecoder.ui.actions import ACTIONS, ActionGroup, key_sequences
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.labels import button_box, card, label


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """One line of the sheet: where it works, what it does, its keys."""

    group: str
    text: str
    keys: str


COLUMNS = (
    Column[KeyLine](title="Where", text=lambda k: k.group, muted=lambda _: True),
    Column[KeyLine](title="What it does", text=lambda k: k.text),
    Column[KeyLine](title="Keys", text=lambda k: k.keys, bold=lambda _: True),
)


def key_lines(further: Sequence[KeyLine] = ()) -> tuple[KeyLine, ...]:
    """Every action that has a key, in order of the groups, then further lines."""
    order = list(ActionGroup)
    native = QKeySequence.SequenceFormat.NativeText
    lines = [
        KeyLine(
            group=spec.group.value,
            text=spec.text.rstrip("…"),
            keys=", ".join(keys.toString(native) for keys in key_sequences(action_id)),
        )
        for action_id, spec in ACTIONS.items()
        if spec.shortcuts
    ]
    lines.sort(key=lambda line: order.index(ActionGroup(line.group)))
    return (*lines, *further)


class ShortcutSheet(QDialog):
    """All shortcuts in one table that can be filtered by its headings and copied."""

    def __init__(self, parent: QWidget | None = None, further: Sequence[KeyLine] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.resize(880, 640)
        self._model = RowTableModel(COLUMNS, key_lines(further), parent=self)
        table = RowTable(self.tr("Shortcuts"), self)
        table.show_model(self._model)
        table.fit_columns(stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Shortcuts"), self, Look.TITLE))
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(table)
        layout.addWidget(frame, 1)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        table.setFocus()
