"""Room that scrolls when its content is higher than the window, as with large text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from practicecoder.ui.theme import DOUBLE, scaled


class Scrolling(QScrollArea):
    """A column of content that scrolls up and down; it never takes the keyboard focus itself.

    ``width_px`` fixes its width, at the normal text size; None lets it fill its place.
    """

    def __init__(self, parent: QWidget | None = None, *, width_px: int | None = None) -> None:
        super().__init__(parent)
        self._width_px = width_px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget(self)
        self.content.setProperty("look", "page")
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(DOUBLE)
        self.setWidget(self.content)
        self._fit_width()

    def minimumSizeHint(self) -> QSize:
        """Be as wide as the content needs, and as low as may be."""
        return QSize(self.content.minimumSizeHint().width(), 0)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_width()

    def _fit_width(self) -> None:
        if self._width_px is None:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        else:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedWidth(scaled(self._width_px))
