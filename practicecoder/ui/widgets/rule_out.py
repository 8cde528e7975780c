"""The chooser of a not-applicable reason: the codebook's reasons and a free note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import Level, NotApplicableReason
from practicecoder.domain.coding import Rating
from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.level_row import LevelRow

WIDTH = 480


class RuleOutDialog(QDialog):
    """Asks why a dimension cannot be rated; nothing is pre-selected.

    Digits choose a reason by its place, arrows move, Enter takes the reason over.
    """

    reason_chosen = Signal(str, str)
    """Reason id and note."""

    def __init__(
        self,
        dimension_label: str,
        reasons: Sequence[NotApplicableReason],
        rating: Rating,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Not applicable: {0}").format(dimension_label))
        self.setMinimumWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        question = self.tr("Why can {0} not be rated?").format(dimension_label)
        layout.addWidget(label(question, self, Look.HEADING, wrapped=True))
        self._chosen = rating.na_reason
        self._rows: dict[str, LevelRow] = {}
        for number, reason in enumerate(reasons, start=1):
            row = LevelRow(Level(value=number, text=reason.label), is_anchor=False, parent=self)
            row.set_full(True)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.clicked.connect(lambda _checked=False, r=reason.reason_id: self._choose(r))
            self._rows[reason.reason_id] = row
            layout.addWidget(row)
        self._note = QLineEdit(rating.note, self)
        words = label(self.tr("&Note, if it needs one"), self)
        words.setTextFormat(Qt.TextFormat.AutoText)
        words.setBuddy(self._note)
        name(self._note, self.tr("Note on the reason"))
        layout.addSpacing(SPACE)
        layout.addWidget(words)
        layout.addWidget(self._note)
        layout.addSpacing(SPACE)
        layout.addWidget(self._make_buttons())
        self._refresh()
        self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))
        first = self._rows.get(self._chosen or "") or next(iter(self._rows.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> str | None:
        """Id of the reason chosen; None while none is."""
        return self._chosen

    def accept(self) -> None:
        """Take the reason over; without one the dialog stays."""
        chosen = self.chosen
        if chosen is None:
            return
        note = self._note.text().strip()
        super().accept()
        self.reason_chosen.emit(chosen, note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a reason by its place; Enter on a reason chooses it and takes it over."""
        reasons = list(self._rows)
        focused = next((r for r, row in self._rows.items() if row.hasFocus()), None)
        if event.text().isdecimal() and 0 < int(event.text()) <= len(reasons):
            wanted = reasons[int(event.text()) - 1]
            self._choose(wanted)
            self._rows[wanted].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if focused is not None:
                self._choose(focused)
            self.accept()
        else:
            super().keyPressEvent(event)

    def _choose(self, reason_id: str) -> None:
        self._chosen = reason_id
        self._refresh()

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._take = buttons.addButton(
            self.tr("Not applicable"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _refresh(self) -> None:
        for reason_id, row in self._rows.items():
            row.show_chosen(reason_id == self._chosen)
        self._take.setEnabled(self._chosen is not None)
