"""Paints a coefficient with its interval into a table cell, on one scale for all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from practicecoder.scoring.reliability.bands import BandSource, edges
from practicecoder.scoring.results import Estimate, Interval
from practicecoder.ui.reliability.words import coefficient
from practicecoder.ui.tables import RowTableModel
from practicecoder.ui.theme import colours, scaled

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.item import ItemReliability

WIDTH_PX = 208
MARGIN_PX = 16
DOT_PX = 4.5
LINE_PX = 2.0
TICKS = (0.0, *(edge for _, edge in edges(BandSource.CICCHETTI)), 1.0)
"""Ends of the scale, and where bands begin."""


class ForestDelegate(QStyledItemDelegate):
    """A dot for the value, a line for its interval, thin lines where bands begin.

    The scale runs from 0 to 1; an interval that reaches below 0 ends there in an arrow. The
    numbers stand in the cells beside it.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Give room for the scale."""
        return QSize(scaled(WIDTH_PX), super().sizeHint(option, index).height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell's ground, the scale, and the estimate."""
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, RowTableModel)
        row: ItemReliability | None = model.row_at(index)
        if row is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_scale(painter, rect)
        if isinstance(row.headline, Estimate):
            shades = colours()
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            ink = QColor(shades.text if chosen else shades.series[0])
            _paint_estimate(painter, rect, row.headline, ink)
        painter.restore()


class ForestHeading(QHeaderView):
    """Headings of which one shows the scale of the painted column."""

    def __init__(self, column: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._column = column
        self.setSectionsClickable(True)

    def paintSection(
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803 - the name Qt gives it
    ) -> None:
        """Paint a heading; that of the painted column gets the numbers of its scale."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex != self._column:
            return
        painter.save()
        painter.setPen(QColor(colours().muted))
        painter.setFont(self.font())
        for at in TICKS:
            text = f"{at:g}" if at in (0.0, 1.0) else coefficient(at)
            width = painter.fontMetrics().horizontalAdvance(text)
            baseline = rect.bottom() - 10
            painter.drawText(QPointF(x_of(rect, at) - width / 2, baseline), text)
        painter.restore()


def x_of(rect: QRect, value: float) -> float:
    """Place of a value on the scale in a cell; values below 0 stand at 0."""
    width = rect.width() - 2 * MARGIN_PX
    return rect.left() + MARGIN_PX + min(max(value, 0.0), 1.0) * width


def _paint_scale(painter: QPainter, rect: QRect) -> None:
    painter.setPen(QPen(QColor(colours().border), 1))
    for at in TICKS:
        x = x_of(rect, at)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def _paint_estimate(painter: QPainter, rect: QRect, estimate: Estimate, ink: QColor) -> None:
    middle = QRectF(rect).center().y()
    pen = QPen(ink, LINE_PX)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if isinstance(estimate.interval, Interval):
        left, right = x_of(rect, estimate.interval.low), x_of(rect, estimate.interval.high)
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        if estimate.interval.low < 0:
            for end in (middle - DOT_PX, middle + DOT_PX):
                painter.drawLine(QPointF(left, middle), QPointF(left + DOT_PX, end))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(x_of(rect, estimate.value), middle), DOT_PX, DOT_PX)
