"""The own trend at the size of a word: dots, the worker's own mean with its interval, limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from practicecoder.reports import marks
from practicecoder.reports.chart_rows import ChartRow
from practicecoder.reports.data import OwnCourse, ReportScale
from practicecoder.reports.styles import Colour
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.reports.text import clean

LEAST_CONNECTED = 3  # fewer sessions are dots without a line
TREND_WIDTH = 44.0
TREND_HEIGHT, MOST_TREND_HEIGHT = 14.0, 24.0
MOST_TREND_STEP = 18.0  # the newest of two sessions stands near the one before
LEAST_TREND_STEP = 7.0  # dots of more sessions than fit the usual width do not touch


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendBox:
    """Where a trend is drawn, in points; ``height`` is that of its row."""

    left: float
    bottom: float
    width: float
    height: float


def width_of_trend(n: int) -> float:
    """Width of so many sessions, in points."""
    return max(TREND_WIDTH, (n - 1) * LEAST_TREND_STEP)


def draw_trend(canvas: TaggedCanvas, row: ChartRow, scale: ReportScale, box: TrendBox) -> None:
    """Draw the sessions of a row, oldest left, between the ends of the scale."""
    height = TREND_HEIGHT
    if row.course is not None:
        height = max(height, min(box.height - 6, MOST_TREND_HEIGHT))
    floor = box.bottom + (box.height - height) / 2
    step = min(MOST_TREND_STEP, box.width / max(len(row.trend) - 1, 1))
    right = box.left + step * (len(row.trend) - 1)

    def level(value: float) -> float:
        share = (value - scale.minimum) / (scale.maximum - scale.minimum)
        return floor + height * min(max(share, 0.0), 1.0)

    with canvas.content("Figure", alt=clean(row.trend_alt)) as figure:
        figure.box = canvas.box_here(box.left, box.bottom, box.width, box.height)
        canvas.saveState()
        if row.course is not None:
            _draw_course(canvas, row.course, (box.left - 3, right + 3), level)
        canvas.setStrokeColor(Colour.RULE)
        canvas.setLineWidth(0.5)
        for edge in (floor, floor + height):
            canvas.line(box.left - 3, edge, right + 3, edge)
        _draw_points(
            canvas,
            [
                None if value is None else (box.left + place * step, level(value))
                for place, value in enumerate(row.trend)
            ],
            step,
        )
        canvas.restoreState()


def _draw_course(
    canvas: TaggedCanvas,
    course: OwnCourse,
    ends: tuple[float, float],
    level: Callable[[float], float],
) -> None:
    left, right = ends
    low, high = level(course.low), level(course.high)
    canvas.setFillColor(Colour.RANGE)
    canvas.rect(left, low, right - left, max(high - low, 0.6), stroke=0, fill=1)
    canvas.setStrokeColor(Colour.INK)
    canvas.setLineWidth(0.5)
    canvas.line(left, level(course.mean), right, level(course.mean))
    if course.ordinary_low is not None and course.ordinary_high is not None:
        canvas.setDash([1.6, 1.4])
        for limit in (course.ordinary_low, course.ordinary_high):
            canvas.line(left, level(limit), right, level(limit))
        canvas.setDash([])


def _draw_points(
    canvas: TaggedCanvas, points: list[tuple[float, float] | None], step: float
) -> None:
    """Dots, joined only where there are enough of them; a gap where one is missing."""
    canvas.setLineWidth(1)
    canvas.setStrokeColor(Colour.NAVY)
    connected = sum(point is not None for point in points) >= LEAST_CONNECTED
    for one, other in pairwise(points):
        if connected and one is not None and other is not None:
            canvas.line(*one, *other)
    for place, point in enumerate(points):
        if point is None:
            continue
        if place == len(points) - 1:
            marks.small_now(canvas, *point)
        else:
            marks.small_before(canvas, *point, room=step)
