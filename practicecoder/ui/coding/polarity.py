"""How evidence is shown: a word, a shape and a colour for each polarity."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

from practicecoder.domain.coding import Polarity
from practicecoder.ui.colours import Colours
from practicecoder.ui.languages import Words
from practicecoder.ui.theme import colours

POLARITY_WORDS: Mapping[Polarity, str] = Words(
    {
        Polarity.STRENGTH: "strength",
        Polarity.TO_BUILD: "to build",
        Polarity.NEUTRAL: "neutral",
    }
)
"""Words of each polarity, in the order in which they are offered."""
_EDGE = 16


def polarity_colour(shades: Colours, polarity: Polarity) -> str:
    """Colour of the shape; word and shape say the same."""
    return {
        Polarity.STRENGTH: shades.series[1],
        Polarity.TO_BUILD: shades.series[2],
        Polarity.NEUTRAL: shades.muted,
    }[polarity]


def polarity_icon(polarity: Polarity) -> QIcon:
    """Triangle for a strength, square for something to build, ring for neutral."""
    return _drawn(polarity, polarity_colour(colours(), polarity))


@lru_cache
def _drawn(polarity: Polarity, shade: str) -> QIcon:
    made = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(_EDGE * ratio, _EDGE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(painter, polarity, QColor(shade))
        painter.end()
        made.addPixmap(pixmap)
    return made


def _paint(painter: QPainter, polarity: Polarity, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    match polarity:
        case Polarity.STRENGTH:
            corners = [QPointF(8, 2.5), QPointF(14, 13), QPointF(2, 13)]
            painter.drawPolygon(QPolygonF(corners))
        case Polarity.TO_BUILD:
            painter.drawRect(3, 3, 10, 10)
        case Polarity.NEUTRAL:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(ink)
            pen.setWidthF(2)
            painter.setPen(pen)
            painter.drawEllipse(QPointF(8, 8), 4.5, 4.5)
