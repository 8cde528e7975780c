"""Shapes and letters of the timeline, drawn once and then stamped wherever they stand."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from practicecoder.domain.coding import Polarity
from practicecoder.ui.colours import Colours
from practicecoder.ui.widgets.inks import legible, mark_colours

MARK_PX = 12


class Stamps:
    """Shapes of evidence and letters of codes in one set of colours, one type, one density."""

    def __init__(self, shades: Colours, font: QFont, ratio: float) -> None:
        self._shades = shades
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._ratio = ratio
        self._shapes: dict[Polarity, QPixmap] = {}
        self._letters: dict[str, QPixmap] = {}
        self._widths: dict[str, float] = {}

    def shape(self, painter: QPainter, polarity: Polarity, x: int, y: float) -> None:
        """Put the shape of a polarity around a point."""
        stamp = self._shapes.get(polarity)
        if stamp is None:
            ink = QColor(mark_colours(self._shades)[polarity])
            stamp = self._blank(MARK_PX + 4, MARK_PX + 4)
            with QPainter(stamp) as drawing:
                drawing.setRenderHint(QPainter.RenderHint.Antialiasing)
                centre = QPointF(MARK_PX / 2 + 2, MARK_PX / 2 + 2)
                paint_shape(drawing, polarity, centre, ink, self._shades)
            self._shapes[polarity] = stamp
        painter.drawPixmap(QPointF(x - MARK_PX / 2 - 2, y - MARK_PX / 2 - 2), stamp)

    def width(self, text: str) -> float:
        """Width of letters."""
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self._metrics.horizontalAdvance(text)
        return known

    def letters(self, painter: QPainter, text: str, x: int, box: QRectF) -> None:
        """Put letters over a moment, in the middle of a row."""
        stamp = self._letters.get(text)
        width, height = math.ceil(self.width(text)) + 2, math.ceil(self._metrics.height())
        if stamp is None:
            stamp = self._blank(width, height)
            with QPainter(stamp) as drawing:
                drawing.setFont(self._font)
                drawing.setPen(QColor(legible(self._shades.text, self._shades.window)))
                drawing.drawText(QRectF(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, text)
            self._letters[text] = stamp
        painter.drawPixmap(
            QPointF(round(x - width / 2), round(box.center().y() - height / 2)), stamp
        )

    def _blank(self, width: int, height: int) -> QPixmap:
        made = QPixmap(math.ceil(width * self._ratio), math.ceil(height * self._ratio))
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        return made


def paint_shape(
    painter: QPainter, polarity: Polarity, centre: QPointF, ink: QColor, shades: Colours
) -> None:
    """Triangle for a strength, square for something to build, ring for neutral."""
    radius = MARK_PX / 2
    painter.setPen(QPen(QColor(shades.window), 1))
    painter.setBrush(ink)
    x, y = centre.x(), centre.y()
    match polarity:
        case Polarity.STRENGTH:
            corners = [
                QPointF(x, y - radius),
                QPointF(x + radius, y + radius - 1),
                QPointF(x - radius, y + radius - 1),
            ]
            painter.drawPolygon(QPolygonF(corners))
        case Polarity.TO_BUILD:
            painter.drawRect(QRectF(x - radius + 1, y - radius + 1, MARK_PX - 2, MARK_PX - 2))
        case Polarity.NEUTRAL:
            painter.setPen(QPen(ink, 2))
            painter.setBrush(QColor(shades.window))
            painter.drawEllipse(centre, radius - 1.5, radius - 1.5)
