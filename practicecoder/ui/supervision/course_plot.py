"""One score or dimension of a worker over time: a dot for each session on the scale."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from practicecoder.services.feedback_view import Course, Series
from practicecoder.ui.supervision.words import day_in_words, values_in_words
from practicecoder.ui.theme import colours, scaled

HEIGHT_PX, WIDTH_PX = 180, 320
DOT_PX = 5.0
GAP_PX = 8


class CoursePlot(QWidget):
    """Dots at the days of the sessions; a pale band for the worker's own mean where there is one.

    No line is drawn through the dots and nothing is said of a trend: one session is one sample.
    The table beside it holds the same numbers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._dates: tuple[date | None, ...] = ()
        self._values: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.tr("Course over time"))

    def show_course(self, course: Course | None, series: Series | None) -> None:
        """Show another course of a worker's series; None shows nothing."""
        self._course = course
        self._dates = () if series is None else series.dates
        self._values = () if course is None or series is None else values_in_words(course, series)
        self.setAccessibleDescription(self.finding)
        self.update()

    @property
    def finding(self) -> str:
        """Numbers of the plot in words."""
        if self._course is None:
            return ""
        each = "; ".join(
            self.tr("{}: {}").format(day_in_words(day), words)
            for day, words in zip(self._dates, self._values, strict=True)
        )
        return f"{self._course.label}. {each}"

    def sizeHint(self) -> QSize:
        """Return a size that shows a few sessions."""
        return QSize(scaled(WIDTH_PX), scaled(HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the words do not overlap."""
        return QSize(scaled(WIDTH_PX // 2), scaled(HEIGHT_PX * 2 // 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint scale, band, dots and days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._course is not None and self._course.values:
            self._paint(painter, self._course)
        painter.end()

    def _paint(self, painter: QPainter, course: Course) -> None:
        area = self._area(painter, course)
        shades = colours()
        self._paint_scale(painter, area, course)
        ink = QColor(shades.series[0])
        if course.mean is not None and course.low is not None and course.high is not None:
            pale = QColor(ink)
            pale.setAlphaF(0.16)
            top, bottom = self._y(area, course, course.high), self._y(area, course, course.low)
            painter.fillRect(QRectF(area.left(), top, area.width(), bottom - top), pale)
            pen = QPen(ink, 1.5, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            y = self._y(area, course, course.mean)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for x, value in zip(self._xs(area), course.values, strict=True):
            if value is not None:
                painter.drawEllipse(QPointF(x, self._y(area, course, value)), DOT_PX, DOT_PX)
        self._paint_days(painter, area)

    def _area(self, painter: QPainter, course: Course) -> QRectF:
        metrics = painter.fontMetrics()
        left = metrics.horizontalAdvance(f"{course.maximum:g}") + 2 * GAP_PX
        bottom = metrics.height() + GAP_PX
        half_day = metrics.horizontalAdvance("30 May 2026") / 2
        box = QRectF(self.rect())
        return box.adjusted(
            max(left, half_day), metrics.height() / 2 + DOT_PX, -half_day, -bottom - DOT_PX
        )

    def _paint_scale(self, painter: QPainter, area: QRectF, course: Course) -> None:
        metrics = painter.fontMetrics()
        shades = colours()
        step = max(1, round((course.maximum - course.minimum) / 5))
        for level in range(int(course.minimum), int(course.maximum) + 1, step):
            y = self._y(area, course, level)
            painter.setPen(QPen(QColor(shades.border), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(shades.muted))
            words = f"{level}"
            x = area.left() - GAP_PX - metrics.horizontalAdvance(words)
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), words)

    def _paint_days(self, painter: QPainter, area: QRectF) -> None:
        metrics = painter.fontMetrics()
        painter.setPen(QColor(colours().muted))
        free_from = -1.0
        y = area.bottom() + DOT_PX + GAP_PX + metrics.ascent()
        for x, day in zip(self._xs(area), self._dates, strict=True):
            words = day_in_words(day)
            width = metrics.horizontalAdvance(words)
            if x - width / 2 > free_from:
                painter.drawText(QPointF(x - width / 2, y), words)
                free_from = x + width / 2 + GAP_PX

    def _xs(self, area: QRectF) -> list[float]:
        """Places from left to right: by days where all are known, else evenly."""
        n = len(self._dates)
        days = [day.toordinal() for day in self._dates if day is not None]
        if n == 1 or len(days) < n or days[0] == days[-1]:
            return [area.left() + area.width() * (k + 0.5) / n for k in range(n)]
        span = days[-1] - days[0]
        return [area.left() + area.width() * (day - days[0]) / span for day in days]

    def _y(self, area: QRectF, course: Course, value: float) -> float:
        share = (value - course.minimum) / (course.maximum - course.minimum)
        return area.bottom() - share * area.height()
