"""Several numbers with their intervals on one axis: levels of coders, agreement of pairs."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from practicecoder.reports import marks
from practicecoder.reports.reliability.numbers import coefficient, limits, points, points_limits
from practicecoder.reports.reliability.pictures import Picture, lines_of, write
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.reports.text import clean
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.reliability.timed import EventAgreement, EventReliability
from practicecoder.scoring.results import Estimate, Interval, NotEstimable, Statistic, shown

BESIDE = 3
_FIGURES: tuple[tuple[str, Callable[[EventAgreement], Statistic]], ...] = (
    ("Unit agreement", lambda found: found.unit_agreement),
    ("Kappa among linked", lambda found: found.kappa_linked),
    ("Kappa including missed", lambda found: found.kappa_with_missed),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals:
    """Named numbers on an axis from ``low`` to ``high``; ``in_points``: of a rating scale."""

    title: str
    told: str
    rows: tuple[tuple[str, Statistic], ...]
    low: float
    high: float
    in_points: bool = False

    def words(self, value: float) -> str:
        """A number of the axis or of a row."""
        return points(value) if self.in_points else coefficient(value)

    def value_in_words(self, found: Statistic) -> str:
        """Value with its interval, or that there is none."""
        if isinstance(found, NotEstimable):
            return f"not estimable, {found.reason}"
        if not isinstance(found.interval, Interval):
            return self.words(found.value)
        ends = points_limits(found.interval) if self.in_points else limits(found.interval)
        return f"{self.words(found.value)} {ends}"


class IntervalPlot(Picture):
    """A dot with its interval for each row, under a title of two lines."""

    def __init__(self, found: Intervals, width: float, sizes: Sizes) -> None:
        self._found = found
        self._head = 2 * sizes.label_leading + 3
        self._axis = 1.7 * sizes.label
        self._row = 1.5 * sizes.label
        height = self._head + len(found.rows) * self._row + self._axis
        super().__init__(width, height, intervals_alt(found), sizes)
        names = [stringWidth(clean(name), Face.REGULAR, sizes.label) for name, _ in found.rows]
        self._left = min(max([0.2 * width, *(one + 9 for one in names)]), 0.45 * width)
        self._right = width - 1.2 * sizes.label

    def paint(self, canvas: TaggedCanvas) -> None:
        """Title, axis, then a row each."""
        leading, size = self._sizes.label_leading, self._sizes.label
        top = self.height - 0.5 * leading
        title = lines_of(self._found.title, Face.SEMIBOLD, size, self.width, 1)
        write(canvas, title[0], 0, top, size, face=Face.SEMIBOLD)
        told = lines_of(self._found.told, Face.REGULAR, size, self.width, 1)
        write(canvas, told[0], 0, top - leading, size)
        self._paint_axis(canvas)
        for number, (name, statistic) in enumerate(self._found.rows):
            middle = self.height - self._head - (number + 0.5) * self._row
            label = lines_of(name, Face.REGULAR, size, self._left - 4, 1)
            write(canvas, label[0], 0, middle, size)
            if isinstance(statistic, Estimate):
                self._paint_value(canvas, statistic, middle)
            else:
                write(canvas, "n.e.", (self._left + self._right) / 2, middle, size, at="centre")

    def _to_x(self, value: float) -> float:
        found = self._found
        share = (value - found.low) / (found.high - found.low)
        return self._left + share * (self._right - self._left)

    def _paint_axis(self, canvas: TaggedCanvas) -> None:
        size, found = self._sizes.label, self._found
        top = self.height - self._head
        canvas.setStrokeColor(Colour.GREY)
        canvas.setLineWidth(0.6)
        canvas.line(self._left, self._axis, self._right, self._axis)
        canvas.setStrokeColor(Colour.RULE)
        canvas.line(self._to_x(0), self._axis, self._to_x(0), top)
        for value in sorted({found.low, 0.0, found.high}):
            x = self._to_x(value)
            canvas.line(x, self._axis, x, self._axis - 2.5)
            words = f"{value:g}".replace("-", "−")
            write(canvas, words, x, self._axis - 0.95 * size, size, at="centre")

    def _paint_value(self, canvas: TaggedCanvas, found: Estimate, middle: float) -> None:
        if isinstance(found.interval, Interval):
            canvas.setStrokeColor(Colour.NAVY)
            canvas.setLineWidth(1.2)
            ends = [self._to_x(end) for end in (found.interval.low, found.interval.high)]
            canvas.line(ends[0], middle, ends[1], middle)
            for end in ends:
                canvas.line(end, middle - 2, end, middle + 2)
        marks.dot(canvas, self._to_x(found.value), middle, radius=2.6)


def severity_intervals(items: Sequence[ItemReliability]) -> tuple[Intervals, ...]:
    """Levels of the coders of every item, on one axis for all items of a kind."""
    found = []
    for item in items:
        if isinstance(item.severity, NotEstimable):
            continue
        alike = [one for one in items if one.kind is item.kind]
        reach = _reach(alike)
        rows = tuple((effect.coder_id, effect.effect) for effect in item.severity.effects)
        found.append(
            Intervals(
                title=item.label,
                told=f"n {item.n_sessions}",
                rows=rows,
                low=-reach,
                high=reach,
                in_points=True,
            )
        )
    return tuple(found)


def event_intervals(found: EventReliability) -> tuple[Intervals, ...]:
    """Three figures of timed codes, a row for each pair of coders, all from 0 or below to 1."""
    figures = {
        title: tuple((" and ".join(p.coders), figure(p.pooled)) for p in found.pairs)
        for title, figure in _FIGURES
    }
    lows = [_least(one) for rows in figures.values() for _, one in rows]
    low = math.floor(min([0.0, *lows]) * 2) / 2
    told = f"{found.n_sessions} session{'' if found.n_sessions == 1 else 's'}"
    return tuple(
        Intervals(title=title, told=told, rows=rows, low=low, high=1.0)
        for title, rows in figures.items()
    )


def intervals_alt(found: Intervals) -> str:
    """Every row's number in words."""
    rows = "; ".join(f"{name} {found.value_in_words(one)}" for name, one in found.rows)
    return f"{found.title}, {found.told}: {rows}."


def _least(found: Statistic) -> float:
    if isinstance(found, NotEstimable):
        return 0.0
    return found.interval.low if isinstance(found.interval, Interval) else found.value


def _reach(items: Sequence[ItemReliability]) -> float:
    """How far the farthest limit is from 0, in halves."""
    ends = [0.5]
    for item in items:
        if isinstance(item.severity, NotEstimable):
            continue
        for one in item.severity.effects:
            ends.append(abs(one.effect.value))
            if isinstance(one.effect.interval, Interval):
                ends += [abs(one.effect.interval.low), abs(one.effect.interval.high)]
    return float(shown(math.ceil(2 * max(ends) - 1e-9) / 2, 1))
