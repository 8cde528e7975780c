"""A worker's course over time: choice of score or dimension, plot, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from practicecoder.services.feedback_view import Course, Series
from practicecoder.ui.accessibility import name
from practicecoder.ui.supervision.course_plot import CoursePlot
from practicecoder.ui.supervision.words import day_in_words, values_in_words
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look, scaled
from practicecoder.ui.widgets.labels import label

LEAST_HEIGHT_PX = 116


@dataclass(frozen=True, slots=True)
class _Place:
    """One session of a course."""

    position: int
    day: date | None
    code: str
    value: float | None
    words: str


class CoursePanel(QWidget):
    """Shows one score or dimension of a worker's sessions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: Series | None = None
        self._which = QComboBox(self)
        name(self._which, self.tr("Score or dimension"))
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._which.currentIndexChanged.connect(self._show)
        self._as_table = QCheckBox(self.tr("Show as &table"), self)
        self._as_table.toggled.connect(self._turn)
        self.plot = CoursePlot(self)
        self._model: RowTableModel[_Place] = RowTableModel(
            (
                Column[_Place](title=self.tr("Session"), text=lambda p: p.code),
                Column[_Place](
                    title=self.tr("Day"),
                    text=lambda p: day_in_words(p.day),
                    sort_key=lambda p: p.position,
                ),
                Column[_Place](
                    title=self.tr("Value"),
                    text=lambda p: p.words,
                    sort_key=lambda p: p.value,
                    alignment=RIGHT,
                ),
            ),
            key=lambda p: p.code,
            parent=self,
        )
        self.table = RowTable(self.tr("Course over time"), self)
        self.table.show_model(self._model)
        self._caption = label("", self, Look.MUTED, wrapped=True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.plot)
        self._stack.addWidget(self.table)
        # It takes what room there is; what is around it scrolls only below the least height.
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(scaled(LEAST_HEIGHT_PX))
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self._which)
        line.addWidget(self._as_table)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(line)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._caption)

    @property
    def caption(self) -> str:
        """What is said below the plot."""
        return self._caption.text()

    def show_series(self, series: Sequence[Series]) -> None:
        """Show the longest of a worker's series; the chosen measure stays where there is one."""
        self._series = max(series, key=lambda s: len(s.codes), default=None)
        before = self._which.currentText()
        self._which.blockSignals(True)
        self._which.clear()
        for course in () if self._series is None else self._series.courses:
            self._which.addItem(course.label)
        self._which.setCurrentIndex(max(self._which.findText(before), 0) if self._series else -1)
        self._which.blockSignals(False)
        for part in (self._which, self._as_table):
            part.setEnabled(self._series is not None)
        self._show()

    def _course(self) -> Course | None:
        at = self._which.currentIndex()
        return None if self._series is None or at < 0 else self._series.courses[at]

    def _show(self) -> None:
        course, series = self._course(), self._series
        if course is None or series is None:
            self.plot.show_course(None, None)
            self._model.set_rows(())
            self._caption.setText(self.tr("No session of this worker has a score yet."))
            return
        self.plot.show_course(course, series)
        words = values_in_words(course, series)
        self._model.set_rows(
            [
                _Place(position, day, code, value, words[position])
                for position, (day, code, value) in enumerate(
                    zip(series.dates, series.codes, course.values, strict=True)
                )
            ]
        )
        self.table.fit_columns()
        self._caption.setText(self._said(course, series))

    def _said(self, course: Course, series: Series) -> str:
        if any(series.held_back):
            return self.tr(
                "Sessions whose worker has neither rated nor declined yet have no dot: the "
                "worker's own view comes first."
            )
        if course.mean is None or course.low is None or course.high is None:
            return self.tr(
                "One session is one sample of practice. From three sessions on, the worker's own "
                "mean is drawn."
            )
        return self.tr(
            "Dashed: own mean {mean:.2f}; band: its 95% interval, {low:.2f} to {high:.2f}, from "
            "the spread within workers of this study."
        ).format(mean=course.mean, low=course.low, high=course.high)

    def _turn(self, as_table: bool) -> None:
        self._stack.setCurrentWidget(self.table if as_table else self.plot)
