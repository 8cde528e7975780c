"""How far the recognition of speech is, while the coder goes on working."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.labels import button, in_row, label

_STEPS = 1_000


class RecognitionBar(QWidget):
    """A sentence, a bar and a button that stops the work; hidden while there is none."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.tr("Speech is being recognised on this computer. You can go on working.")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        name(self.bar, self.tr("Progress of the recognition"))
        self.cancel = button(self.tr("Stop"), self, self.cancel_wanted.emit)
        self.cancel.setAccessibleName(self.tr("Stop the recognition"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, HALF, SPACE, HALF)
        layout.setSpacing(HALF)
        layout.addWidget(label(words, self, Look.MUTED, wrapped=True))
        row = in_row(self.bar, self.cancel)
        row.setStretch(0, 1)
        layout.addLayout(row)
        self.hide()

    def show_share(self, share: float | None) -> None:
        """Show which share is done; 0 while that is not known yet, None when there is no work."""
        self.setVisible(share is not None)
        if share is not None:
            self.bar.setRange(0, _STEPS if share else 0)
            self.bar.setValue(round(share * _STEPS))
