"""Strip plot: every session a dot on the whole scale, with the mean of workers below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from practicecoder.reports import marks
from practicecoder.reports.chart_rows import number_shown
from practicecoder.reports.data import SessionNoun
from practicecoder.reports.reliability.pictures import Picture, lines_of, write
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.reports.team.data import Measure, Summary
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.team.words import on_scale, summary_line
from practicecoder.scoring.results import Estimate, Interval

_MOST_RADIUS, _LEAST_RADIUS = 3.4, 1.9
_EDGE = 12.0
_MEAN = 18.0
_ALL_DOTS, _MOST_DOTS, _LEAST_DOTS = 290.0, 92.0, 26.0
"""Room for the dots of a page of strips, and of one."""
_APART = 2.2
"""Distance of two dots in radii."""
_PLACES = 120
"""Places along the axis that dots are gathered in."""


class Strip(Picture):
    """One measure of so many on the page; the senior variant has a mean and no dots."""

    def __init__(
        self, found: Summary, width: float, sizes: Sizes, noun: SessionNoun, *, n_strips: int = 1
    ) -> None:
        self._found = found
        self._stacks = _stacks(found)
        self._head = 1.7 * sizes.body
        self._foot = sizes.label_leading + 5
        self._dots = _room(self._stacks, n_strips)
        height = self._head + self._dots + _MEAN + self._foot
        super().__init__(width, height, strip_alt(found, noun), sizes)
        self._words = summary_line(found, noun)

    def paint(self, canvas: TaggedCanvas) -> None:
        """Name and numbers, the axis, the dots, the mean."""
        size, middle = self._sizes.body, self.height - 0.7 * self._sizes.body
        (label, *_) = lines_of(
            self._found.measure.label, Face.SEMIBOLD, size, 0.42 * self.width, 1
        ) or [""]
        write(canvas, label, 0, middle, size, face=Face.SEMIBOLD)
        write(canvas, self._words, self.width, middle, self._sizes.label, at="right")
        self._paint_axis(canvas)
        self._paint_dots(canvas)
        self._paint_mean(canvas)

    def _paint_axis(self, canvas: TaggedCanvas) -> None:
        measure = self._found.measure
        anchor = None if measure.scale is None else measure.scale.anchor
        top, size = self.height - self._head, self._sizes.label
        canvas.setLineWidth(0.6)
        for tick in measure.ticks:
            x = self._to_x(tick)
            canvas.setStrokeColor(Colour.GREY if tick == anchor else Colour.RULE)
            canvas.setDash([] if tick == anchor else [1, 2])
            canvas.line(x, self._foot, x, top)
        canvas.setDash([])
        canvas.setStrokeColor(Colour.GREY)
        canvas.line(_EDGE, self._foot, self.width - _EDGE, self._foot)
        for tick in _labelled(measure, self.width):
            words = axis_number(measure, tick)
            write(canvas, words, self._to_x(tick), self._foot - 0.8 * size, size, at="centre")

    def _paint_dots(self, canvas: TaggedCanvas) -> None:
        if not self._stacks:
            return
        radius, columns = _fitting(max(self._stacks.values()), self._dots - 4)
        step = _APART * radius
        base = self._foot + _MEAN + radius + 1
        canvas.setFillColor(Colour.NAVY)
        for place, number in sorted(self._stacks.items()):
            wide = min(columns, number)
            left = self._at(place / _PLACES) - (wide - 1) * step / 2
            for n in range(number):
                x, y = left + n % wide * step, base + n // wide * step
                canvas.circle(x, y, radius, stroke=0, fill=1)

    def _paint_mean(self, canvas: TaggedCanvas) -> None:
        found = self._found.mean
        if not isinstance(found, Estimate):
            return
        y = self._foot + _MEAN / 2
        if isinstance(found.interval, Interval):
            limits = on_scale(self._found.measure, found.interval)
            marks.range_bar(canvas, self._to_x(limits.low), self._to_x(limits.high), y)
        marks.polygon(canvas, self._to_x(found.value), y, 5.4, corners=4, colour=Colour.PLUM)

    def _to_x(self, value: float) -> float:
        low, high = self._found.measure.limits
        return self._at((value - low) / (high - low))

    def _at(self, share: float) -> float:
        return _EDGE + share * (self.width - 2 * _EDGE)


def strip_alt(found: Summary, noun: SessionNoun) -> str:
    """Mean, interval and n, then how often each value occurs."""
    measure = found.measure
    least, most = (axis_number(measure, end) for end in measure.limits)
    told = tell(
        TeamSay.STRIP_ALT,
        measure=measure.label,
        least=least,
        most=most,
        summary=summary_line(found, noun),
    )
    if not found.values:
        return told
    often = Counter(round(value.value, 2) for value in found.values)
    values = ", ".join(
        number_shown(value, 2)
        if n == 1
        else tell(TeamSay.STRIP_VALUES, value=number_shown(value, 2), n=str(n))
        for value, n in sorted(often.items())
    )
    return f"{told} {tell(TeamSay.STRIP_ALT_VALUES, visits=noun.many, values=values)}"


def axis_number(measure: Measure, value: float) -> str:
    """Number at a tick: whole where it is."""
    return number_shown(value, 0 if float(value).is_integer() else max(measure.decimals, 1))


def _labelled(measure: Measure, width: float) -> tuple[float, ...]:
    ticks = measure.ticks
    every = max(1, -(-len(ticks) * 22 // int(width)))
    return ticks[::every]


def _stacks(found: Summary) -> dict[int, int]:
    """How many dots stand at each place along the axis."""
    low, high = found.measure.limits
    return dict(Counter(round(_PLACES * (v.value - low) / (high - low)) for v in found.values))


def _room(stacks: Mapping[int, int], n_strips: int) -> float:
    """Height for the dots: what the highest stack needs, within its part of the page."""
    if not stacks:
        return 0.0
    wanted = max(stacks.values()) * _APART * _MOST_RADIUS + 8
    return min(_MOST_DOTS, max(_LEAST_DOTS, _ALL_DOTS / n_strips), max(_LEAST_DOTS, wanted))


def _fitting(highest: int, room: float) -> tuple[float, int]:
    """Radius of dots and columns of a stack, so that the highest stack fits a height.

    Examples
    --------
    >>> _fitting(3, 90), _fitting(60, 90)
    ((3.4, 1), (2.7, 4))
    """
    for columns in range(1, 6):
        rows = -(-highest // columns)
        radius = min(_MOST_RADIUS, room / (_APART * rows))
        if radius >= _LEAST_RADIUS + 0.2 * columns:
            return round(radius, 1), columns
    return max(room / (_APART * rows), 0.6), columns
