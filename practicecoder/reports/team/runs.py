"""Run chart: months on the whole scale, centre, limits from twelve points, line at go-live."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from practicecoder.reports import marks
from practicecoder.reports.reliability.pictures import Picture, lines_of, write
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.reports.team.data import GoLive, MonthsOf
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.team.strip import axis_number
from practicecoder.reports.team.words import month_in_words, run_title, value_shown

_LEFT, _RIGHT = 24.0, 8.0
_PLOT = 82.0
_LEAST_LABEL = 52.0


class RunPicture(Picture):
    """One measure; ``first`` and ``last`` are the months that all charts of the page span."""

    def __init__(  # a chart and the axis it shares
        self,
        found: MonthsOf,
        go_live: Sequence[GoLive],
        first: date,
        last: date,
        width: float,
        sizes: Sizes,
    ) -> None:
        self._found = found
        self._first, self._last = _number(first), max(_number(last), _number(first) + 2)
        self._go_live = tuple(
            one for one in go_live if self._first <= _number(one.day) <= self._last
        )
        self._title = lines_of(run_title(found), Face.SEMIBOLD, sizes.body, width, 2)
        self._head = (0.45 + 1.25 * len(self._title)) * sizes.body
        self._lines = sizes.label_leading if self._go_live else 3.0
        self._foot = sizes.label_leading + 5
        height = self._head + self._lines + _PLOT + self._foot
        super().__init__(width, height, run_alt(found), sizes)

    def paint(self, canvas: TaggedCanvas) -> None:
        """Finding, grid, go-live, centre with limits, points."""
        size = self._sizes.body
        for number, line in enumerate(self._title):
            middle = self.height - (0.7 + 1.25 * number) * size
            write(canvas, line, 0, middle, size, face=Face.SEMIBOLD)
        self._paint_grid(canvas)
        self._paint_months(canvas)
        self._paint_go_live(canvas)
        self._paint_limits(canvas)
        self._paint_points(canvas)

    def _paint_grid(self, canvas: TaggedCanvas) -> None:
        canvas.setLineWidth(0.6)
        ticks = self._found.measure.ticks
        every = max(1, -(-len(ticks) // 6))
        for tick in ticks[::every]:
            y = self._to_y(tick)
            canvas.setStrokeColor(Colour.RULE)
            canvas.setDash([1, 2])
            canvas.line(_LEFT, y, self.width - _RIGHT, y)
            words = axis_number(self._found.measure, tick)
            write(canvas, words, _LEFT - 5, y, self._sizes.label, at="right")
        canvas.setDash([])

    def _paint_months(self, canvas: TaggedCanvas) -> None:
        size = self._sizes.label
        canvas.setStrokeColor(Colour.GREY)
        canvas.setLineWidth(0.6)
        canvas.line(_LEFT, self._foot, self.width - _RIGHT, self._foot)
        step = (self.width - _LEFT - _RIGHT) / (self._last - self._first)
        every = max(1, -(-int(_LEAST_LABEL) // max(int(step), 1)))
        for number in range(self._first, self._last + 1, every):
            x = self._to_x(number)
            canvas.line(x, self._foot, x, self._foot - 3)
            half = _LEAST_LABEL / 2 - 4
            middle = min(max(x, _LEFT - 6 + half), self.width - half)
            write(canvas, _short(number), middle, self._foot - 0.95 * size, size, at="centre")

    def _paint_go_live(self, canvas: TaggedCanvas) -> None:
        size = self._sizes.label
        top = self._foot + _PLOT
        canvas.setLineWidth(1)
        free_from = _LEFT
        for one in sorted(self._go_live, key=lambda go: go.day):
            share = (one.day.day - 1) / 31 - 0.5
            x = min(max(self._to_x(_number(one.day) + share), _LEFT), self.width - _RIGHT)
            canvas.setStrokeColor(Colour.PLUM)
            canvas.setDash([4, 2])
            canvas.line(x, self._foot, x, top)
            canvas.setDash([])
            words = (
                tell(TeamSay.GO_LIVE_AT, office=one.office)
                if one.office
                else tell(TeamSay.GO_LIVE)
            )
            width = canvas.stringWidth(words, Face.REGULAR, size)
            left = min(max(x - width / 2, free_from), self.width - width)
            if left >= free_from:
                write(canvas, words, left, top + 0.6 * size, size)
                free_from = left + width + 8

    def _paint_limits(self, canvas: TaggedCanvas) -> None:
        chart = self._found.chart
        lines = [(chart.centre, False), (chart.low, True), (chart.high, True)]
        canvas.setStrokeColor(Colour.GREY)
        canvas.setLineWidth(0.9)
        for value, is_limit in lines:
            if value is not None:
                canvas.setDash([3, 2] if is_limit else [])
                y = self._to_y(value)
                canvas.line(_LEFT, y, self.width - _RIGHT, y)
        canvas.setDash([])

    def _paint_points(self, canvas: TaggedCanvas) -> None:
        chart = self._found.chart
        places = [
            (self._to_x(_number(point.month)), self._to_y(point.value)) for point in chart.points
        ]
        canvas.setStrokeColor(Colour.NAVY)
        canvas.setLineWidth(1)
        for (one, a), (other, b) in pairwise(zip(chart.points, places, strict=True)):
            if _number(other.month) - _number(one.month) == 1:
                canvas.line(*a, *b)
        outside = set(chart.outside)
        for point, (x, y) in zip(chart.points, places, strict=True):
            if point in outside:
                marks.polygon(canvas, x, y, 5.4, corners=4, colour=Colour.PLUM)
            else:
                marks.dot(canvas, x, y, radius=2.8)

    def _to_x(self, number: float) -> float:
        share = (number - self._first) / (self._last - self._first)
        inner = self.width - _LEFT - _RIGHT - 8
        return _LEFT + 4 + share * inner

    def _to_y(self, value: float) -> float:
        low, high = self._found.measure.limits
        return self._foot + 5 + (value - low) / (high - low) * (_PLOT - 8)


def run_alt(found: MonthsOf) -> str:
    """The finding, then every month with its value and n."""
    chart, measure = found.chart, found.measure
    points = ", ".join(
        tell(
            TeamSay.RUN_ALT_POINT,
            month=month_in_words(point.month),
            value=value_shown(measure, point.value),
            n=str(point.n),
        )
        for point in chart.points
    )
    told = tell(TeamSay.RUN_ALT, title=run_title(found), points=points or tell(TeamSay.RUN_NONE))
    if chart.centre is None or chart.low is None or chart.high is None:
        return told
    limits = tell(
        TeamSay.RUN_ALT_LIMITS,
        centre=value_shown(measure, chart.centre),
        low=value_shown(measure, chart.low),
        high=value_shown(measure, chart.high),
    )
    return f"{told} {limits}"


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _short(number: int) -> str:
    """Month and year where room is short.

    Examples
    --------
    >>> _short(_number(date(2026, 3, 1)))
    'Mar 2026'
    """
    name, year = month_in_words(date(number // 12, number % 12 + 1, 1)).split()
    return f"{name[:3]} {year}"
