"""What stands beside the words of a transcript: time, speaker, evidence, and what is heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QToolTip, QWidget

from practicecoder.domain.coding import Evidence
from practicecoder.domain.spans import clock
from practicecoder.ui.coding.transcript.script import Script
from practicecoder.ui.coding.transcript.words import speaker_letters, speaker_words
from practicecoder.ui.colours import Colours
from practicecoder.ui.theme import HALF, SPACE, colours, scaled
from practicecoder.ui.widgets.inks import mark_colours
from practicecoder.ui.widgets.lane_pictures import role_inks
from practicecoder.ui.widgets.marks import MARK_PX, paint_shape

ROOMY = 420
"""Width of the transcript in pixels from which speakers stand there in words."""
ARROW_PX = 9
BAR_PX = 4
ROUNDING = 2
"""Pixels by which words may come out wider when they are painted."""
WIDEST_SPEAKER = "Professional 10"


class ShowsLines(Protocol):
    """Lines as they stand in a view."""

    @property
    def script(self) -> Script:
        """Lines that are shown."""

    @property
    def heard(self) -> int | None:
        """Line that is heard; None before the first."""

    def evidence_of(self, number: int) -> tuple[Evidence, ...]:
        """Evidence of a line."""

    def visible_lines(self) -> Iterator[tuple[int, QRectF]]:
        """Lines that can be seen, and where they stand in the viewport."""

    def line_at_height(self, y: float) -> int | None:
        """Line that stands at a height of the viewport; None below the last."""


class Gutter(QWidget):
    """Column left of the words. The pointer plays from a line in it; keys do so in the words."""

    pressed = Signal(int)
    """Number of a line."""

    def __init__(self, view: QPlainTextEdit, shown: ShowsLines) -> None:
        super().__init__(view)
        self._view = view
        self._shown = shown
        self._in_words = False
        self._labels: dict[int, str] = {}
        self._time_width = self._speaker_width = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_tips(self, tips: dict[int, str]) -> None:
        """Take what is told of the evidence of lines, by their number."""
        self._labels = tips

    def fit(self) -> int:
        """Take the width that the lines need, and tell it."""
        view, metrics = self._view, QFontMetrics(self._bold())
        lines = self._shown.script.lines
        self._in_words = view.width() >= scaled(ROOMY)
        longest = clock(max((line.start_ms for line in lines), default=0))
        self._time_width = view.fontMetrics().horizontalAdvance(longest)
        told = {speaker_words(n) if self._in_words else speaker_letters(n) for n in lines}
        widest = max((metrics.horizontalAdvance(words) for words in told), default=0)
        self._speaker_width = min(widest, metrics.horizontalAdvance(WIDEST_SPEAKER)) + ROUNDING
        width = sum(
            (
                scaled(ARROW_PX) + HALF,
                self._time_width + SPACE,
                BAR_PX + HALF + self._speaker_width + HALF,
                MARK_PX + HALF,
            )
        )
        inside = view.contentsRect()
        self.setGeometry(inside.left(), inside.top(), width, inside.height())
        return width

    # Qt

    def sizeHint(self) -> QSize:
        """Be as wide as the lines need."""
        return QSize(self.width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what belongs to each visible line, at its first row of words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = colours(self._view.palette())
        painter.fillRect(self.rect(), QColor(shades.surface))
        row = self._view.fontMetrics().lineSpacing()
        for number, box in self._shown.visible_lines():
            here = QRectF(0, box.top(), self.width(), box.height())
            self._paint_line(painter, number, here, row, shades)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Play from the line."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
            number = self._shown.line_at_height(event.position().y())
            if number is not None:
                self.pressed.emit(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the words."""
        QApplication.sendEvent(self._view.viewport(), event)

    def event(self, event: QEvent) -> bool:
        """Tell speaker and evidence of the line under the pointer."""
        if event.type() is QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            number = self._shown.line_at_height(event.pos().y())
            QToolTip.showText(event.globalPos(), "" if number is None else self.tip(number), self)
            return True
        return super().event(event)

    def tip(self, number: int) -> str:
        """Time and speaker of a line, and its evidence, in words."""
        line = self._shown.script.lines[number]
        parts = [clock(line.start_ms), speaker_words(line), self._labels.get(number, "")]
        return "\n".join(part for part in parts if part)

    # Inside

    def _paint_line(
        self, painter: QPainter, number: int, box: QRectF, row: int, shades: Colours
    ) -> None:
        line = self._shown.script.lines[number]
        middle = box.top() + row / 2
        if number == self._shown.heard:
            painter.fillRect(box, QColor(shades.soft))
            self._paint_arrow(painter, middle, shades)
        painter.setPen(QColor(shades.sunken))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        left = scaled(ARROW_PX) + HALF
        painter.setFont(self._view.font())
        painter.setPen(QColor(shades.muted))
        text_row = QRectF(left, box.top(), self._time_width, row)
        painter.drawText(text_row, int(_RIGHT), clock(line.start_ms))
        left += self._time_width + SPACE
        bar = QRectF(left, box.top() + 2, BAR_PX, box.height() - 4)
        painter.fillRect(bar, QColor(role_inks(shades)[line.role]))
        left += BAR_PX + HALF
        painter.setFont(self._bold())
        painter.setPen(QColor(shades.text))
        words = speaker_words(line) if self._in_words else speaker_letters(line)
        words = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, self._speaker_width
        )
        painter.drawText(QRectF(left, box.top(), self._speaker_width, row), int(_LEFT), words)
        left += self._speaker_width + HALF
        pieces = self._shown.evidence_of(number)
        if pieces:
            shape = pieces[0].polarity
            centre = QPointF(left + MARK_PX / 2, middle)
            paint_shape(painter, shape, centre, QColor(mark_colours(shades)[shape]), shades)

    def _paint_arrow(self, painter: QPainter, middle: float, shades: Colours) -> None:
        edge = scaled(ARROW_PX)
        half = edge / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shades.accent))
        corners = [
            QPointF(1, middle - half),
            QPointF(1 + edge, middle),
            QPointF(1, middle + half),
        ]
        painter.drawPolygon(QPolygonF(corners))

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
