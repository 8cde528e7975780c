"""Room above the coding page for what has to be said or answered first."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.ui.theme import DOUBLE


class Above(QWidget):
    """Room above everything else, taken only while something in it is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._held: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, 0)
        self.hide()

    def hold(self, widget: QWidget) -> None:
        """Take a widget in."""
        self._held.append(widget)
        self._layout.addWidget(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with what is held."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(any(not widget.isHidden() for widget in self._held))
        return super().eventFilter(watched, event)
