"""Two parts of a dialog: beside each other where there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from practicecoder.ui.theme import DOUBLE, SPACE, scaled

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Abreast(QScrollArea):
    """What is asked, and what comes of it.

    Beside each other the first scrolls by itself, and the second fills the height; one below the
    other they scroll together. ``from_px`` is the width at the normal text size from which they
    stand beside each other, ``edges_px`` what lies around them at any size.
    """

    def __init__(
        self,
        asked: Sequence[QWidget],
        shown: Sequence[QWidget],
        parent: QWidget,
        *,
        from_px: int,
        edges_px: int,
    ) -> None:
        super().__init__(parent)
        self._from_px = from_px
        self._edges_px = edges_px
        self._asked = QWidget(self)
        column = _column(self._asked, asked, spacing=DOUBLE)
        column.addStretch(1)
        self._first = QScrollArea(self)
        self.second = QWidget(self)
        _column(self.second, shown, spacing=SPACE).setStretch(0, 1)
        whole = QWidget(self)
        self._body = QBoxLayout(BESIDE, whole)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(DOUBLE)
        self._body.addWidget(self._first, 1)
        self._body.addWidget(self.second, 1)
        _let_scroll(self._first, self._asked)
        _let_scroll(self, whole)

    def fit(self) -> None:
        """Give the first part its height where the two scroll together."""
        beside = self._body.direction() == BESIDE
        self._first.setMinimumHeight(0 if beside else self._asked.sizeHint().height() + SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the parts beside each other where there is room."""
        super().resizeEvent(event)
        has_room = self.width() + self._edges_px >= scaled(self._from_px)
        self._body.setDirection(BESIDE if has_room else BELOW)
        self.fit()


def _column(area: QWidget, parts: Sequence[QWidget], *, spacing: int) -> QVBoxLayout:
    column = QVBoxLayout(area)
    column.setContentsMargins(0, 0, SPACE, 0)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part)
    return column


def _let_scroll(area: QScrollArea, inside: QWidget) -> None:
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
