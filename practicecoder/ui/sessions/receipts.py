"""The list of withdrawals that were carried out, each with its receipt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from practicecoder.domain.withdrawal import Receipt
from practicecoder.reports.withdrawal_words import CHOICE_WORDS
from practicecoder.ui.accessibility import tab_as_laid_out
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, label

_COLUMNS = (
    Column[Receipt](title="Receipt", text=lambda r: r.number, bold=lambda _: True),
    Column[Receipt](title="Day", text=lambda r: f"{r.at:%Y-%m-%d}", sort_key=lambda r: r.at),
    Column[Receipt](title="By", text=lambda r: r.by),
    Column[Receipt](title="How far", text=lambda r: CHOICE_WORDS[r.choice]),
)


class ReceiptsDialog(QDialog):
    """Lists receipts, the newest first; they name nobody."""

    chosen = Signal(object)
    """The Receipt that is to be shown."""

    def __init__(self, receipts: Sequence[Receipt], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Receipts of withdrawals"))
        take_room(self, 820, 440)
        model = RowTableModel(_COLUMNS, key=lambda r: r.withdrawal_id, parent=self)
        self.table = RowTable(self.tr("Receipts"), self)
        self.table.set_placeholder(
            self.tr("Nobody withdrew.\nA receipt is made whenever a session is withdrawn.")
        )
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_model(model)
        model.set_rows(tuple(reversed(receipts)))
        self.table.fit_columns()
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        self._show = button(self.tr("&Show…"), self, self._choose)
        buttons.addButton(self._show, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.windowTitle(), self, Look.TITLE))
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.table.selection_changed.connect(self._check)
        self.table.row_activated.connect(lambda _: self._choose())
        self._check()
        tab_as_laid_out(self)

    def _choose(self) -> None:
        for receipt in self.table.selected_rows():
            self.chosen.emit(receipt)

    def _check(self) -> None:
        self._show.setEnabled(bool(self.table.selected_rows()))
