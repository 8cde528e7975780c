"""What moves over the timeline: playhead, pointer, and the chosen piece of evidence."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from practicecoder.domain.coding import Evidence
from practicecoder.ui.colours import Colours
from practicecoder.ui.widgets.inks import mark_colours
from practicecoder.ui.widgets.lane_pictures import shape_x
from practicecoder.ui.widgets.marks import MARK_PX, paint_shape
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_scene import Lane, Rows

HANDLE_PX = 6


def paint_playhead(painter: QPainter, x: float, rows: Rows, shades: Colours) -> None:
    """Line with a handle, with a seam in the ground's colour so that it shows on any wave."""
    top, bottom = rows.ruler.bottom() - HANDLE_PX, rows.bottom
    for shade, width in ((shades.surface, 4), (shades.error, 2)):
        painter.setPen(QPen(QColor(shade), width))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shades.error))
    corners = [
        QPointF(x - HANDLE_PX, top - 2),
        QPointF(x + HANDLE_PX, top - 2),
        QPointF(x, top + HANDLE_PX),
    ]
    painter.drawPolygon(QPolygonF(corners))


def paint_pointer(
    painter: QPainter,
    x: float,
    text: str,
    rows: Rows,
    shades: Colours,
    *,
    is_firm: bool,
) -> None:
    """Line under the pointer and its time in a bubble; a firm line while dragging."""
    style = Qt.PenStyle.SolidLine if is_firm else Qt.PenStyle.DotLine
    painter.setPen(QPen(QColor(shades.muted), 1, style))
    painter.drawLine(QPointF(x, rows.ruler.bottom()), QPointF(x, rows.bottom))
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
    left = min(max(0.0, x - width / 2), rows.ruler.width() - width)
    bubble = QRectF(left, 1, width, rows.ruler.height() - 6)
    painter.setPen(QPen(QColor(shades.outline), 1))
    painter.setBrush(QColor(shades.surface))
    painter.drawRoundedRect(bubble, 4, 4)
    painter.setPen(QColor(shades.text))
    painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, text)


def paint_chosen(
    painter: QPainter, evidence: Evidence, rows: Rows, scale: TimeScale, shades: Colours
) -> None:
    """Line through the sound at the chosen piece, and a ring around its shape."""
    if not scale.shows(evidence.span.start_ms):
        return
    lane, sound = rows.lanes[Lane.EVIDENCE], rows.sound
    ink = QColor(mark_colours(shades)[evidence.polarity])
    x = round(scale.x_of(evidence.span.start_ms))
    for shade, width in ((QColor(shades.surface), 4.0), (ink, 1.5)):
        painter.setPen(QPen(shade, width))
        painter.drawLine(QPointF(x, sound.top()), QPointF(x, lane.top()))
    centre = QPointF(shape_x(x, scale, True), lane.center().y())
    painter.setPen(QPen(QColor(shades.focus), 2))
    painter.setBrush(QColor(shades.surface))
    painter.drawEllipse(centre, MARK_PX - 0.5, MARK_PX - 0.5)
    paint_shape(painter, evidence.polarity, centre, ink, shades)
