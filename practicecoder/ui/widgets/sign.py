"""A drawing beside words, in the ink and the size that the words have at the moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from practicecoder.ui.icons import Icon, Ink, icon
from practicecoder.ui.theme import scaled

SIGN_PX = 16

_DRAWN_ANEW = frozenset(
    {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}
)


class Sign(QLabel):
    """Shows a drawing of the program; drawn anew when colours or text size change."""

    def __init__(
        self, drawing: Icon, ink: Ink, parent: QWidget | None = None, *, size: int = SIGN_PX
    ) -> None:
        super().__init__(parent)
        self._drawing, self._ink, self._size = drawing, ink, size
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew."""
        super().changeEvent(event)
        if event.type() in _DRAWN_ANEW:
            self._draw()

    def _draw(self) -> None:
        size = scaled(self._size)
        self.setPixmap(icon(self._drawing, self._ink, size=self._size).pixmap(size))
