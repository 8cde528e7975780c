"""The dialog that chooses as what the transcript is written, and tells what is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.services.transcripts import WRITTEN
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.labels import button, button_box, label

WIDTH = 520


class SaveDialog(QDialog):
    """Offers the formats that can be written; what a format does not hold stands below it."""

    format_chosen = Signal(str)
    """Ending of the file, such as ".vtt"."""

    def __init__(self, losses: Callable[[str], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save the transcript"))
        self.setMinimumWidth(scaled(WIDTH))
        self._losses = losses
        self._rows: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Save the transcript as"), self, Look.HEADING))
        for suffix, title in WRITTEN.items():
            row = QRadioButton(f"{title} ({suffix})", self)
            row.toggled.connect(self._show_losses)
            group.addButton(row)
            self._rows[suffix] = row
            layout.addWidget(row)
        layout.addSpacing(SPACE)
        layout.addWidget(label(self.tr("Not in the file:"), self))
        self._words = label("", self, Look.MUTED, wrapped=True)
        layout.addWidget(self._words)
        note = self.tr("The file holds what was said. Keep it as safe as the study.")
        layout.addWidget(label(note, self, wrapped=True))
        layout.addSpacing(SPACE)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        going_on = button(self.tr("Choose where…"), self, self.accept, look=Look.PRIMARY)
        buttons.addButton(going_on, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        next(iter(self._rows.values())).setChecked(True)
        self.resize(scaled(WIDTH), layout.totalHeightForWidth(scaled(WIDTH)))

    @property
    def suffix(self) -> str:
        """Ending of the chosen format."""
        return next(suffix for suffix, row in self._rows.items() if row.isChecked())

    @property
    def losses_text(self) -> str:
        """What is said of what the file will not hold."""
        return self._words.text()

    def choose(self, suffix: str) -> None:
        """Choose a format."""
        self._rows[suffix].setChecked(True)

    def accept(self) -> None:
        """Go on to the place."""
        chosen = self.suffix
        super().accept()
        self.format_chosen.emit(chosen)

    def _show_losses(self) -> None:
        chosen = [suffix for suffix, row in self._rows.items() if row.isChecked()]
        if chosen:
            self._words.setText("\n".join(f"• {loss}" for loss in self._losses(chosen[0])))
