"""What a return would add to the study, and after it was merged, the receipt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from practicecoder.errors import ExportError, PracticeCoderError
from practicecoder.services.merge_receipts import MergeLine, MergePreview, MergeReceipt
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import show_error, tell_bug
from practicecoder.ui.languages import translate
from practicecoder.ui.packets.words import documents
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, in_row, label

_COLUMNS = (
    Column[MergeLine](title="Session", text=lambda m: m.session_id, bold=lambda _: True),
    Column[MergeLine](
        title="New events", text=lambda m: str(m.n_events), sort_key=lambda m: m.n_events,
        alignment=RIGHT, tooltip="Ratings, evidence, notes, marks and acts that are not here yet",
    ),
    Column[MergeLine](
        title="State", text=lambda m: _tr("submitted") if m.is_submitted else _tr("open"),
    ),
    Column[MergeLine](
        title="Versions",
        text=lambda m: _tr("two: to be settled") if m.is_forked else _tr("one"),
        sort_key=lambda m: not m.is_forked, bold=lambda m: m.is_forked,
        tooltip="Two: the coding was continued in two places at once",
    ),
)  # fmt: skip

Merge = Callable[[MergePreview], MergeReceipt]


class MergeDialog(QDialog):
    """Shows what is new before anything is stored; then the receipt, to be kept."""

    merged = Signal(object)
    """The MergeReceipt."""

    def __init__(self, preview: MergePreview, merge: Merge, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge a return"))
        self.setMinimumSize(560, 420)
        take_room(self, 760, 560)
        self._preview = preview
        self._merge = merge
        self._receipt: MergeReceipt | None = None
        self._model = RowTableModel(
            _COLUMNS, preview.lines, key=lambda m: m.coding_id, parent=self
        )
        self.table = RowTable(self.tr("What is new"), self)
        self.table.set_placeholder(
            self.tr("The study has everything that this return holds already.")
        )
        self.table.show_model(self._model)
        self.receipt = QPlainTextEdit(self)
        self.receipt.setReadOnly(True)
        self.receipt.setTabChangesFocus(True)
        self.receipt.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        columns = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        columns.setPointSizeF(self.font().pointSizeF())
        self.receipt.setFont(columns)
        name(self.receipt, self.tr("Receipt"))
        self.sentence = label(preview_in_words(preview), self, wrapped=True)
        self.act = button(self.tr("Merge"), self, self.merge, look=Look.PRIMARY)
        self.act.setDefault(True)
        self.save = button(self.tr("Save the receipt…"), self, self.save_receipt)
        self.save.hide()
        self._lay_out()

    def merge(self) -> None:
        """Merge, and show the receipt."""
        self.act.setEnabled(False)
        run_task(
            self,
            lambda: self._merge(self._preview),
            on_success=self._show_receipt,
            on_failure=self._refuse,
        )

    def save_receipt(self) -> None:
        """Keep the receipt in a text file."""
        if self._receipt is None:
            return
        proposed = documents() / f"receipt-{self._receipt.packet.number}.txt"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the receipt"), str(proposed), self.tr("Text (*.txt)")
        )
        if not chosen:
            return
        try:
            Path(chosen).write_text(self._receipt.text(), encoding="utf-8")
        except OSError:
            show_error(
                self,
                ExportError(self.tr("The receipt cannot be written there. Choose another place.")),
            )

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.receipt)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Merge a return"), self, Look.TITLE))
        layout.addWidget(self.sentence)
        layout.addWidget(self._stack, 1)
        foot = in_row(self.save, self.act, buttons)
        foot.insertStretch(0, 1)
        layout.addLayout(foot)

    def _show_receipt(self, receipt: MergeReceipt) -> None:
        self._receipt = receipt
        self.receipt.setPlainText(receipt.text())
        self._stack.setCurrentWidget(self.receipt)
        forks = sum(line.is_forked for line in receipt.lines)
        told = self.tr("Merged. Keep the receipt: its heads prove later that nothing was changed.")
        if forks:
            told = self.tr(
                "{} Codings with two versions: {}. They count nowhere until you settle them."
            ).format(told, forks)
        self.sentence.setText(told)
        announce(self, told)
        self.act.hide()
        self.save.show()
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)
        self.merged.emit(receipt)

    def _refuse(self, error: Exception) -> None:
        self.act.setEnabled(True)
        if isinstance(error, PracticeCoderError):
            show_error(self, error)
        else:
            tell_bug(self, error)


def preview_in_words(preview: MergePreview) -> str:
    """What a return adds, in sentences."""
    packet = preview.packet
    parts = [
        _tr("Packet {0} of {1}. New events: {2}, in codings: {3}. New concerns: {4}.").format(
            packet.number,
            packet.coder_id,
            preview.n_events,
            len(preview.lines),
            preview.n_concerns,
        )
    ]
    if preview.merged_at is not None:
        parts.append(
            _tr("This file was merged before, on {:%Y-%m-%d %H:%M}.").format(
                preview.merged_at.astimezone()
            )
        )
    if preview.forks:
        parts.append(
            _tr(
                "Codings that were continued in two places: {}. Both versions are kept, and you "
                "settle which one counts."
            ).format(len(preview.forks))
        )
    if preview.n_left_out:
        parts.append(
            _tr("Left out, as their sessions are withdrawn or out of use: {}.").format(
                preview.n_left_out
            )
        )
    parts.append(_tr("Nothing that is in the study is overwritten."))
    return " ".join(parts)


def _tr(text: str) -> str:
    return translate("Packets", text)
