"""The chooser of a not-applicable reason: the codebook's reasons and a free note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import NotApplicableReason
from practicecoder.domain.coding import Rating
from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.labels import label


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
        self.setMinimumWidth(440)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        question = self.tr("Why can {0} not be rated?").format(dimension_label)
        layout.addWidget(label(question, self, Look.HEADING, wrapped=True))
        self._group = QButtonGroup(self)
        self._reasons: dict[str, QRadioButton] = {}
        for number, reason in enumerate(reasons, start=1):
            radio = QRadioButton(f"{number}  {reason.label}", self)
            name(radio, reason.label)
            radio.setChecked(rating.na_reason == reason.reason_id)
            radio.toggled.connect(self._refresh)
            self._group.addButton(radio)
            self._reasons[reason.reason_id] = radio
            layout.addWidget(radio)
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
        next(iter(self._reasons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> str | None:
        """Id of the reason chosen; None while none is."""
        return next((r for r, radio in self._reasons.items() if radio.isChecked()), None)

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
        radios = list(self._reasons.values())
        focused = self.focusWidget()
        if event.text().isdecimal() and 0 < int(event.text()) <= len(radios):
            radio = radios[int(event.text()) - 1]
            radio.setChecked(True)
            radio.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QRadioButton) and self.chosen is None:
                focused.setChecked(True)
            self.accept()
        else:
            super().keyPressEvent(event)

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
        self._take.setEnabled(self.chosen is not None)
