"""Small multiples: a row for each worker in order of code, a panel for each measure, same axes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from practicecoder.reports import marks
from practicecoder.reports.reliability.pictures import lines_of, write
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import Element, TaggedCanvas, canvas_of
from practicecoder.reports.team.data import Course, Measure, WorkerCourses
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.team.strip import axis_number
from practicecoder.reports.team.tables import course_in_words
from practicecoder.reports.team.words import month_in_words, value_shown
from practicecoder.reports.text import clean

ROWS_OF_A_PAGE = 16
"""Workers whose courses fit below the heading of a page."""
MOST_MEASURES = 4
"""Panels of a row; further measures are told in a table of their own."""
_LABEL = 64.0
_ROW = 40.0
_GAP = 12.0
_TICKS = 13.0
_RADIUS = 2.6
_LEAST_CONNECTED = 3


class CourseGrid(Flowable):
    """Workers by measures. A panel shows one worker's sessions and depends on no other worker.

    ``span`` is the first and last day of the time axis of every panel. ``columns`` leaves room for
    more measures than there are, so that panels of several grids are equal. The grid may break
    between rows.
    """

    def __init__(
        self,
        rows: Sequence[WorkerCourses],
        measures: Sequence[Measure],
        span: tuple[date, date],
        sizes: Sizes,
        *,
        columns: int | None = None,
        part_of: list[Element] | None = None,
    ) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._measures = tuple(measures)[:MOST_MEASURES]
        self._columns = max(columns or 0, len(self._measures), 1)
        self._span = span
        self._sizes = sizes
        self._element = part_of if part_of is not None else []
        self.spaceAfter = 0.4 * sizes.body

    # -- layout ----------------------------------------------------------------------------

    def wrap(self, available_width: float, _: float) -> tuple[float, float]:
        """Take the whole width; every row has the same height."""
        self.width = available_width
        between = (_GAP + _TICKS) * (self._columns - 1)
        self._panel = (available_width - _LABEL - between) / self._columns
        self._names = [
            list(simpleSplit(clean(m.label), Face.SEMIBOLD, self._sizes.label, self._panel - 4))
            for m in self._measures
        ]
        self._head = self._sizes.label_leading * max(len(lines) for lines in self._names) + 4
        self._foot = self._sizes.label_leading + 3
        self.height = self._head + _ROW * len(self._rows) + self._foot
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Break between workers."""
        self.wrap(available_width, available_height)
        count = int((available_height - self._head - self._foot) // _ROW)
        if not 0 < count < len(self._rows):
            return []
        return [self._part(self._rows[:count]), self._part(self._rows[count:])]

    def _part(self, rows: Sequence[WorkerCourses]) -> CourseGrid:
        return CourseGrid(
            rows,
            self._measures,
            self._span,
            self._sizes,
            columns=self._columns,
            part_of=self._element,
        )

    # -- drawing ---------------------------------------------------------------------------

    def draw(self) -> None:
        """Header, then a row a worker, as one table."""
        canvas = canvas_of(self)
        continued = bool(self._element)
        table = canvas.begin("Table", again=self._element[0] if continued else None)
        if continued:
            with canvas.artifact():
                self._draw_head(canvas)
        else:
            self._element.append(table)
            self._draw_head(canvas)
        bottom = self.height - self._head
        for row in self._rows:
            bottom -= _ROW
            with canvas.group("TR"):
                self._draw_row(canvas, row, bottom)
        canvas.end()
        with canvas.artifact():
            self._draw_months(canvas)

    def _draw_head(self, canvas: TaggedCanvas) -> None:
        size, leading = self._sizes.label, self._sizes.label_leading
        with canvas.group("TR"):
            with canvas.content("TH", scope="Column"):
                words = tell(TeamSay.COLUMN_WORKER)
                write(canvas, words, 0, self.height - leading / 2, size, face=Face.SEMIBOLD)
            for column, (measure, lines) in enumerate(
                zip(self._measures, self._names, strict=True)
            ):
                with canvas.content("TH", scope="Column", actual_text=clean(measure.label)):
                    for number, line in enumerate(lines):
                        middle = self.height - (number + 0.5) * leading
                        write(canvas, line, self._left(column), middle, size, face=Face.SEMIBOLD)

    def _draw_row(self, canvas: TaggedCanvas, row: WorkerCourses, bottom: float) -> None:
        size = self._sizes.label
        with canvas.content("TH", scope="Row", actual_text=clean(row.worker)):
            lines = lines_of(row.worker, Face.SEMIBOLD, size, _LABEL - _TICKS - 4, 2)
            for number, line in enumerate(lines):
                middle = bottom + _ROW / 2 + (len(lines) / 2 - 0.5 - number) * size * 1.15
                write(canvas, line, 0, middle, size, face=Face.SEMIBOLD)
        for column, (measure, course) in enumerate(zip(self._measures, row.courses, strict=False)):
            left = self._left(column)
            with (
                canvas.group("TD"),
                canvas.content(
                    "Figure", alt=clean(course_alt(row.worker, measure, course))
                ) as figure,
            ):
                figure.box = canvas.box_here(left - _TICKS, bottom, self._panel + _TICKS, _ROW)
                self._draw_panel(canvas, measure, course, left, bottom)

    def _draw_panel(
        self, canvas: TaggedCanvas, measure: Measure, course: Course, left: float, bottom: float
    ) -> None:
        low, high = bottom + 6, bottom + _ROW - 6
        least, most = measure.limits

        def to_y(value: float) -> float:
            return low + (value - least) / (most - least) * (high - low)

        canvas.setFillColor(Colour.TINT)
        canvas.rect(left, low - 3, self._panel, high - low + 6, stroke=0, fill=1)
        for end in measure.limits:
            words = axis_number(measure, end)
            write(canvas, words, left - 4, to_y(end), self._sizes.label, at="right")
        if course.own is not None:
            band_low, band_high = max(course.own.low, least), min(course.own.high, most)
            canvas.setFillColor(Colour.RANGE)
            bottom_y, top_y = to_y(band_low), to_y(band_high)
            canvas.rect(left, bottom_y, self._panel, top_y - bottom_y, stroke=0, fill=1)
            canvas.setStrokeColor(Colour.NAVY)
            canvas.setLineWidth(0.9)
            canvas.line(left, to_y(course.own.value), left + self._panel, to_y(course.own.value))
        places = [(self._to_x(left, p.day), to_y(p.value)) for p in course.points]
        canvas.setStrokeColor(Colour.GREY)
        canvas.setLineWidth(0.6)
        if len(places) >= _LEAST_CONNECTED:
            for one, other in pairwise(places):
                canvas.line(*one, *other)
        for x, y in places:
            marks.dot(canvas, x, y, radius=_RADIUS)

    def _draw_months(self, canvas: TaggedCanvas) -> None:
        """First and last month below the last row."""
        size, middle = self._sizes.label, 0.6 * self._sizes.label
        first, last = (_short(day) for day in self._span)
        room = canvas.stringWidth(f"{first}  {last}", Face.REGULAR, size)
        for column in range(len(self._measures)):
            left = self._left(column)
            write(canvas, first, left, middle, size)
            if first != last and room <= self._panel:
                write(canvas, last, left + self._panel, middle, size, at="right")

    def _left(self, column: int) -> float:
        return _LABEL + column * (self._panel + _GAP + _TICKS)

    def _to_x(self, left: float, day: date) -> float:
        first, last = self._span
        whole = max((last - first).days, 1)
        share = (day - first).days / whole if last > first else 0.5
        return left + 6 + share * (self._panel - 12)


def course_alt(worker: str, measure: Measure, course: Course) -> str:
    """One worker's values with their days, and the own mean if there is one."""
    points = course_in_words(measure, course)
    if course.own is not None:
        least, most = measure.limits
        points += tell(
            TeamSay.COURSE_OWN_ALT,
            mean=value_shown(measure, course.own.value),
            low=value_shown(measure, max(course.own.low, least)),
            high=value_shown(measure, min(course.own.high, most)),
        )
    return tell(TeamSay.COURSE_ALT, worker=worker, measure=measure.label, points=points)


def _short(day: date) -> str:
    name, year = month_in_words(day).split()
    return f"{name[:3]} {year}"
