"""What a page shows while its numbers are computed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import DOUBLE, Look, show_busy
from practicecoder.ui.widgets.labels import label


class Working(QWidget):
    """A sentence and a bar that moves; the page behind stays usable."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(DOUBLE)
        bar = QProgressBar(self)
        show_busy(bar)
        bar.setTextVisible(False)
        bar.setFixedWidth(240)
        name(bar, text)
        words = label(text, self, Look.MUTED)
        layout.addStretch(1)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
