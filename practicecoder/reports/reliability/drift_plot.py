"""Departures of coders from reference codings over time: means of months, one line a coder."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from practicecoder.reports import marks
from practicecoder.reports.reliability.data import ReferenceDrift
from practicecoder.reports.reliability.numbers import points
from practicecoder.reports.reliability.pictures import Picture, lines_of, write
from practicecoder.reports.reliability.tables import beside
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.reports.words import day_in_words
from practicecoder.scoring.reliability.drift import CoderDrift

BESIDE = 2
MOST_CODERS = 4
"""Coders in one picture; each has a colour and a mark of its own."""
_PLOT = 92.0
_LEAST_REACH = 1.0
_COLOURS = (Colour.NAVY, Colour.TURQUOISE, Colour.PLUM, Colour.ORANGE)
_MARK = 2.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Departures:
    """Coders of one dimension on the axes that all pictures share."""

    label: str
    coders: tuple[CoderDrift, ...]
    first: date
    last: date
    reach: float
    recalibrated_on: tuple[date, ...]


def departures(
    drift: Sequence[ReferenceDrift], recalibrated_on: Sequence[date]
) -> Iterator[Departures]:
    """Every dimension, in several pictures where there are many coders."""
    first = min(one.report.first_day for one in drift)
    last = max(one.report.last_day for one in drift)
    means = [abs(m.mean) for one in drift for c in one.report.coders for m in c.months]
    reach = math.ceil(max([_LEAST_REACH, *means]))
    for one in drift:
        by_code = {coder.coder_id: coder for coder in one.report.coders}
        for codes in beside(list(by_code), MOST_CODERS):
            yield Departures(
                label=one.label,
                coders=tuple(by_code[code] for code in codes),
                first=first,
                last=last,
                reach=reach,
                recalibrated_on=tuple(d for d in recalibrated_on if first <= d <= last),
            )


class DriftPlot(Picture):
    """A line of month means for each coder; broken lines where coders were recalibrated."""

    def __init__(self, found: Departures, width: float, sizes: Sizes) -> None:
        self._found = found
        self._head = 2 * sizes.label_leading + 4
        self._axis = 1.7 * sizes.label
        super().__init__(width, self._head + _PLOT + self._axis, departures_alt(found), sizes)
        self._left, self._right = 2.4 * sizes.label, width - 4

    def paint(self, canvas: TaggedCanvas) -> None:
        """Title, key, axes, then the coders."""
        size = self._sizes.label
        title = lines_of(self._found.label, Face.SEMIBOLD, size, self.width, 1)
        middle = self.height - 0.5 * self._sizes.label_leading
        write(canvas, title[0], 0, middle, size, face=Face.SEMIBOLD)
        self._paint_key(canvas, middle - self._sizes.label_leading)
        self._paint_axes(canvas)
        for place, coder in enumerate(self._found.coders):
            self._paint_coder(canvas, coder, place)

    def _to_x(self, day: date) -> float:
        found = self._found
        days = max((found.last - found.first).days, 1)
        share = (day - found.first).days / days
        return self._left + 6 + share * (self._right - self._left - 12)

    def _to_y(self, value: float) -> float:
        share = (value + self._found.reach) / (2 * self._found.reach)
        return self._axis + 4 + share * (_PLOT - 8)

    def _paint_key(self, canvas: TaggedCanvas, middle: float) -> None:
        """Mark and code of each coder, as far as there is room."""
        room = self.width / MOST_CODERS
        for place, coder in enumerate(self._found.coders):
            _mark(canvas, place * room + 4, middle, place)
            words = lines_of(coder.coder_id, Face.REGULAR, self._sizes.label, room - 14, 1)
            write(canvas, words[0], place * room + 10, middle, self._sizes.label)

    def _paint_axes(self, canvas: TaggedCanvas) -> None:
        size, found = self._sizes.label, self._found
        canvas.setStrokeColor(Colour.RULE)
        canvas.setLineWidth(0.5)
        canvas.rect(self._left, self._axis, self._right - self._left, _PLOT, stroke=1, fill=0)
        canvas.line(self._left, self._to_y(0), self._right, self._to_y(0))
        for value in (-found.reach, 0.0, found.reach):
            words = f"{value:g}".replace("-", "−")
            write(canvas, words, self._left - 3, self._to_y(value), size, at="right")
        foot = self._axis - 0.85 * size
        write(canvas, day_in_words(found.first), self._left, foot, size)
        if found.last > found.first:
            write(canvas, day_in_words(found.last), self._right, foot, size, at="right")
        canvas.setStrokeColor(Colour.GREY)
        canvas.setDash([3, 2])
        for day in found.recalibrated_on:
            canvas.line(self._to_x(day), self._axis, self._to_x(day), self._axis + _PLOT)
        canvas.setDash([])

    def _paint_coder(self, canvas: TaggedCanvas, coder: CoderDrift, place: int) -> None:
        places = [(self._to_x(month.mean_day), self._to_y(month.mean)) for month in coder.months]
        canvas.setStrokeColor(_COLOURS[place])
        canvas.setLineWidth(1.0)
        for (x, y), (next_x, next_y) in pairwise(places):
            canvas.line(x, y, next_x, next_y)
        for x, y in places:
            _mark(canvas, x, y, place)


def departures_alt(found: Departures) -> str:
    """Every coder's months in words."""
    told = "; ".join(
        f"{coder.coder_id} "
        + ", ".join(f"{points(month.mean)} in {month.month:%Y-%m}" for month in coder.months)
        for coder in found.coders
    )
    days = ", ".join(day_in_words(day) for day in found.recalibrated_on)
    after = f" Recalibrated on {days}." if days else ""
    return f"{found.label}, mean rating minus reference by month: {told}.{after}"


def _mark(canvas: TaggedCanvas, x: float, y: float, place: int) -> None:
    """A mark of its own for each coder, so that it is told without colour."""
    match place:
        case 0:
            marks.dot(canvas, x, y, radius=_MARK)
        case 1:
            canvas.setFillColor(_COLOURS[place])
            canvas.rect(x - _MARK, y - _MARK, 2 * _MARK, 2 * _MARK, stroke=0, fill=1)
        case 2:
            marks.polygon(canvas, x, y, _MARK + 1.4, corners=4, colour=_COLOURS[place])
        case _:
            marks.polygon(canvas, x, y, _MARK + 1.2, corners=3, colour=_COLOURS[place])
