"""Differences of two coders' scores against their mean, with bias and limits of agreement."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from practicecoder.reports.reliability.numbers import points
from practicecoder.reports.reliability.pictures import Picture, lines_of, write
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.scoring.reliability.agreement import BlandAltman
from practicecoder.scoring.reliability.design import Floats, ItemKind
from practicecoder.scoring.reliability.item import ItemReliability, PairDetail
from practicecoder.scoring.results import NotEstimable, shown

BESIDE = 3
MOST_PAIRS = 6
"""Pairs of coders drawn for one score: those with most sessions."""
_PLOT = 104.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """Sessions of one pair of coders: mean of both, and first minus second.

    ``low``, ``high`` and ``reach`` are the axes, the same for all pairs of a score.
    """

    label: str
    coders: tuple[str, str]
    dots: tuple[tuple[float, float], ...]
    found: BlandAltman | NotEstimable
    low: float
    high: float
    reach: float


def score_differences(items: Sequence[ItemReliability]) -> Iterator[Differences]:
    """Pairs of coders of every score, on axes of the score."""
    for item in items:
        if item.kind is not ItemKind.SCORE or not item.matrix.n:
            continue
        matrix = item.matrix
        place = {coder: number for number, coder in enumerate(matrix.coders)}
        pairs = drawn_pairs(item)
        dots = {
            pair.coders: _dots(*matrix.pair(*(place[coder] for coder in pair.coders)))
            for pair in pairs
        }
        found = [pair.bland_altman for pair in pairs if isinstance(pair.bland_altman, BlandAltman)]
        ends = [abs(one) for b in found for one in (_value(b, "lower"), _value(b, "upper"))]
        ends += [abs(y) for own in dots.values() for _, y in own]
        ratings = matrix.ratings
        for pair in pairs:
            if pair.bland_altman is not None:
                yield Differences(
                    label=item.label,
                    coders=pair.coders,
                    dots=dots[pair.coders],
                    found=pair.bland_altman,
                    low=math.floor(float(ratings.min())),
                    high=max(
                        math.ceil(float(ratings.max())), math.floor(float(ratings.min())) + 1
                    ),
                    reach=_round_up(max(ends, default=1.0)),
                )


def drawn_pairs(item: ItemReliability) -> list[PairDetail]:
    """Pairs with sessions, the fullest where there are many, in the order of their codes."""
    pairs = [pair for pair in item.pairs if pair.n]
    fullest = sorted(pairs, key=lambda pair: (-pair.n, pair.coders))[:MOST_PAIRS]
    return sorted(fullest, key=lambda pair: pair.coders)


class DifferencePlot(Picture):
    """Circles grow with sessions in one place; lines at bias and limits, with their numbers."""

    def __init__(self, pair: Differences, width: float, sizes: Sizes) -> None:
        self._pair = pair
        self._head = 2 * sizes.label_leading + 3
        self._axis = 1.5 * sizes.label
        super().__init__(width, self._head + _PLOT + self._axis, differences_alt(pair), sizes)
        self._left, self._right = 2.9 * sizes.label, width - 3.4 * sizes.label

    def paint(self, canvas: TaggedCanvas) -> None:
        """Title, frame, lines, dots; a sentence where there is nothing to draw."""
        leading, size = self._sizes.label_leading, self._sizes.label
        top = self.height - 0.5 * leading
        title = lines_of(self._pair.label, Face.SEMIBOLD, size, self.width, 1)
        write(canvas, title[0], 0, top, size, face=Face.SEMIBOLD)
        told = f"{' minus '.join(self._pair.coders)}, n {len(self._pair.dots)}"
        write(canvas, lines_of(told, Face.REGULAR, size, self.width, 1)[0], 0, top - leading, size)
        self._paint_axes(canvas)
        if isinstance(self._pair.found, BlandAltman):
            self._paint_limits(canvas, self._pair.found)
        else:
            self._paint_reason(canvas, self._pair.found)
        self._paint_dots(canvas)

    def _to_x(self, value: float) -> float:
        share = (value - self._pair.low) / (self._pair.high - self._pair.low)
        return self._left + 5 + share * (self._right - self._left - 10)

    def _to_y(self, value: float) -> float:
        share = (value + self._pair.reach) / (2 * self._pair.reach)
        return self._axis + 5 + share * (_PLOT - 10)

    def _paint_axes(self, canvas: TaggedCanvas) -> None:
        size, pair = self._sizes.label, self._pair
        canvas.setStrokeColor(Colour.RULE)
        canvas.setLineWidth(0.5)
        canvas.rect(self._left, self._axis, self._right - self._left, _PLOT, stroke=1, fill=0)
        canvas.setDash([1, 2])
        canvas.line(self._left, self._to_y(0), self._right, self._to_y(0))
        canvas.setDash([])
        for value in (-pair.reach, 0.0, pair.reach):
            words = f"{value:g}".replace("-", "−")
            write(canvas, words, self._left - 3, self._to_y(value), size, at="right")
        for value in (pair.low, (pair.low + pair.high) / 2, pair.high):
            words = f"{value:g}"
            write(canvas, words, self._to_x(value), self._axis - 0.75 * size, size, at="centre")

    def _paint_limits(self, canvas: TaggedCanvas, found: BlandAltman) -> None:
        size = self._sizes.label
        values = [_value(found, which) for which in ("lower", "bias", "upper")]
        heights = _apart([self._to_y(value) for value in values], 1.05 * size)
        for which, value, height in zip(("lower", "bias", "upper"), values, heights, strict=True):
            is_bias = which == "bias"
            canvas.setStrokeColor(Colour.NAVY if is_bias else Colour.PLUM)
            canvas.setLineWidth(1.0)
            canvas.setDash([] if is_bias else [4, 2])
            canvas.line(self._left, self._to_y(value), self._right, self._to_y(value))
            canvas.setDash([])
            write(canvas, points(value), self._right + 3, height, size)

    def _paint_reason(self, canvas: TaggedCanvas, missing: NotEstimable) -> None:
        size, leading = self._sizes.label, self._sizes.label_leading
        words = f"No limits: {missing.reason}."
        lines = lines_of(words, Face.REGULAR, size, self._right - self._left - 8, 4)
        for number, line in enumerate(lines):
            middle = self._axis + _PLOT - (number + 0.8) * leading
            write(canvas, line, self._left + 4, middle, size)

    def _paint_dots(self, canvas: TaggedCanvas) -> None:
        stacked = Counter((round(x, 6), round(y, 6)) for x, y in self._pair.dots)
        for (x, y), count in sorted(stacked.items()):
            canvas.setFillColor(Colour.FAMILY)
            canvas.setStrokeColor(Colour.NAVY)
            canvas.setLineWidth(0.6)
            radius = min(5.0, 1.7 * math.sqrt(count))
            canvas.circle(self._to_x(x), self._to_y(y), radius, stroke=1, fill=1)


def differences_alt(pair: Differences) -> str:
    """Bias and limits in words."""
    start = f"{pair.label}, {' minus '.join(pair.coders)}, n {len(pair.dots)}"
    if isinstance(pair.found, NotEstimable):
        return f"{start}: no limits of agreement, {pair.found.reason}."
    bias, lower, upper = (
        points(_value(pair.found, which)) for which in ("bias", "lower", "upper")
    )
    return f"{start}: mean difference {bias}, limits of agreement {lower} to {upper}."


def _dots(first: Floats, second: Floats) -> tuple[tuple[float, float], ...]:
    return tuple(
        ((float(a) + float(b)) / 2, float(a) - float(b))
        for a, b in zip(first, second, strict=True)
    )


def _value(found: BlandAltman, which: str) -> float:
    statistic = {"bias": found.bias, "lower": found.lower, "upper": found.upper}[which]
    return statistic.value


def _apart(heights: Sequence[float], least: float) -> list[float]:
    """Heights from low to high, moved so that words on them do not touch."""
    middle = heights[1]
    return [min(heights[0], middle - least), middle, max(heights[2], middle + least)]


def _round_up(value: float) -> float:
    """To halves below 2, to whole numbers above, never 0.

    Examples
    --------
    >>> _round_up(0.0), _round_up(1.2), _round_up(3.1)
    (0.5, 1.5, 4.0)
    """
    step = 0.5 if value <= 2 else 1.0
    return max(step, float(shown(math.ceil(value / step - 1e-9) * step, 1)))
