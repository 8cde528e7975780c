"""Forest of ICC(A,1): one row an item, with its interval and the lines of the named bands."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from reportlab.pdfbase import pdfmetrics

from practicecoder.reports import marks
from practicecoder.reports.reliability.numbers import coefficient, level_shown, limits
from practicecoder.reports.reliability.pictures import Picture, lines_of, write
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.scoring.reliability.bands import BandSource, edges
from practicecoder.scoring.reliability.design import ItemKind
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.results import Estimate, Interval, NotEstimable

MOST_ROWS = 24
"""Rows of one picture; further items follow in the next."""
_LABELS, _NUMBERS = 150.0, 132.0
_ROW_LINES = 2


class Forest(Picture):
    """Dots for dimensions, diamonds for scores, squares for counts; all on one axis."""

    def __init__(
        self,
        items: Sequence[ItemReliability],
        width: float,
        sizes: Sizes,
        *,
        bands: BandSource,
        least: float,
        level: float,
    ) -> None:
        self._items = tuple(items)
        self._bands = bands
        self._least = least
        self._left, self._right = _LABELS, width - _NUMBERS
        self._words = _word_lines(bands, sizes, self._to_x)
        n_lines = 1 + max((line for *_, line in self._words), default=0)
        self._head = n_lines * sizes.label_leading + 3
        self._foot = sizes.label_leading + 8
        self._row = 2.05 * sizes.body
        height = self._head + len(items) * self._row + self._foot
        super().__init__(width, height, forest_alt(items, bands, level), sizes)

    def paint(self, canvas: TaggedCanvas) -> None:
        """Bands, axis, then a row an item."""
        self._paint_bands(canvas)
        self._paint_axis(canvas)
        top = self.height - self._head
        for item in self._items:
            self._paint_item(canvas, item, top - self._row / 2)
            top -= self._row

    def _to_x(self, value: float) -> float:
        share = (value - self._least) / (1 - self._least)
        return self._left + share * (self._right - self._left)

    def _paint_bands(self, canvas: TaggedCanvas) -> None:
        size = self._sizes.label
        canvas.setLineWidth(0.8)
        for word, x, line in self._words:
            canvas.setStrokeColor(Colour.RULE)
            canvas.setDash([3, 2])
            canvas.line(x, self._foot, x, self.height - line * self._sizes.label_leading)
            middle = self.height - (line + 0.5) * self._sizes.label_leading
            write(canvas, word, x + 2, middle, size)
        canvas.setDash([])

    def _paint_axis(self, canvas: TaggedCanvas) -> None:
        size = self._sizes.label
        canvas.setStrokeColor(Colour.GREY)
        canvas.setLineWidth(0.6)
        canvas.line(self._left, self._foot, self._right, self._foot)
        step = 0.25 if self._least >= -0.25 else 0.5
        start = math.ceil(self._least / step) * step
        for number in range(round((1 - start) / step) + 1):
            x = self._to_x(start + number * step)
            canvas.line(x, self._foot, x, self._foot - 3)
            words = coefficient(start + number * step)
            write(canvas, words, x, self._foot - 4 - 0.6 * size, size, at="centre")
        if self._least < 0:
            canvas.line(self._to_x(0), self._foot, self._to_x(0), self.height - self._head)

    def _paint_item(self, canvas: TaggedCanvas, item: ItemReliability, middle: float) -> None:
        size, leading = self._sizes.label, self._sizes.label * 1.12
        lines = lines_of(item.label, Face.REGULAR, size, self._left - 10, _ROW_LINES)
        for number, line in enumerate(lines):
            write(canvas, line, 0, middle + (len(lines) / 2 - 0.5 - number) * leading, size)
        found = item.headline
        if isinstance(found, NotEstimable):
            words = f"not estimable, n {found.n}"
        else:
            self._paint_value(canvas, item.kind, found, middle)
            words = value_in_words(found)
        write(canvas, words, self._right + 10, middle, size)

    def _paint_value(
        self, canvas: TaggedCanvas, kind: ItemKind, found: Estimate, middle: float
    ) -> None:
        if isinstance(found.interval, Interval):
            canvas.setStrokeColor(Colour.NAVY)
            canvas.setLineWidth(1.4)
            low, high = self._to_x(found.interval.low), self._to_x(found.interval.high)
            canvas.line(low, middle, high, middle)
            for end in (low, high):
                canvas.line(end, middle - 2.5, end, middle + 2.5)
        x = self._to_x(found.value)
        match kind:
            case ItemKind.DIMENSION:
                marks.dot(canvas, x, middle, radius=3.4)
            case ItemKind.SCORE:
                marks.polygon(canvas, x, middle, 4.8, corners=4, colour=Colour.PLUM)
            case ItemKind.COUNT:
                canvas.setFillColor(Colour.TURQUOISE)
                canvas.rect(x - 3, middle - 3, 6, 6, stroke=0, fill=1)


def forests(
    items: Sequence[ItemReliability],
    width: float,
    sizes: Sizes,
    *,
    bands: BandSource,
    level: float,
) -> Iterator[Forest]:
    """As many forests as the items need, all with the same axis."""
    least = left_end(items)
    for start in range(0, len(items), MOST_ROWS):
        part = items[start : start + MOST_ROWS]
        yield Forest(part, width, sizes, bands=bands, least=least, level=level)


def left_end(items: Sequence[ItemReliability]) -> float:
    """0, or the quarter below the lowest limit: the axis is never cut."""
    lowest = 0.0
    for item in items:
        found = item.headline
        if isinstance(found, Estimate):
            low = found.interval.low if isinstance(found.interval, Interval) else found.value
            lowest = min(lowest, found.value, low)
    return math.floor(4 * lowest) / 4


def value_in_words(found: Estimate) -> str:
    """Value, interval and n, as beside the marks."""
    if isinstance(found.interval, Interval):
        return f"{coefficient(found.value)} {limits(found.interval)}, n {found.n}"
    return f"{coefficient(found.value)}, n {found.n}"


def forest_alt(items: Sequence[ItemReliability], bands: BandSource, level: float) -> str:
    """Every item's number, after what is shown."""
    told = "; ".join(
        f"{item.label} "
        + (
            f"not estimable, n {item.headline.n}"
            if isinstance(item.headline, NotEstimable)
            else value_in_words(item.headline)
        )
        for item in items
    )
    return (
        f"ICC(A,1) of a single coder with {level_shown(level)} intervals and the lines of "
        f"{bands}. {told}."
    )


def _word_lines(
    bands: BandSource, sizes: Sizes, to_x: object
) -> tuple[tuple[str, float, int], ...]:
    """Words of the bands with their place, on the first line where each has room."""
    assert callable(to_x)
    ends: list[float] = []
    placed = []
    for word, edge in edges(bands):
        x = float(to_x(edge))
        right = x + 2 + pdfmetrics.stringWidth(word, Face.REGULAR, sizes.label) + 4
        line = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[line : line + 1] = [right]
        placed.append((word, x, line))
    return tuple(placed)
