"""Bubble matrices: who gave which level when the other gave which, on the full scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from practicecoder.reports.reliability.numbers import percent
from practicecoder.reports.reliability.pictures import Picture, lines_of, write
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import TaggedCanvas
from practicecoder.scoring.reliability.detail import Counts
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.results import Estimate

MOST_PAIRS = 3
"""With more pairs of coders an item has one matrix, of all pairs together."""
_TITLE_LINES = 2
_TOLD_LINES = 2
_NUMBERED_CELL = 10.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Counts of one item: rows are levels of the coder named first, columns of the second."""

    label: str
    between: str
    levels: tuple[float, ...]
    counts: Counts
    n: int
    exact: float | None = None


def matrices(items: Sequence[ItemReliability]) -> Iterator[Matrix]:
    """One matrix a pair of coders, or one an item where there are too many pairs."""
    for item in items:
        pairs = [pair for pair in item.pairs if pair.table is not None and pair.n]
        if len(pairs) <= MOST_PAIRS:
            for pair in pairs:
                exact = pair.exact.value if isinstance(pair.exact, Estimate) else None
                yield Matrix(
                    label=item.label,
                    between=" by ".join(pair.coders),
                    levels=item.levels,
                    counts=pair.table or (),
                    n=pair.n,
                    exact=exact,
                )
            continue
        size = range(len(item.levels))
        counts = tuple(
            tuple(sum((pair.table or ())[row][column] for pair in pairs) for column in size)
            for row in size
        )
        exact_all = item.statistics["exact_agreement"]
        yield Matrix(
            label=item.label,
            between=f"{len(pairs)} pairs",
            levels=item.levels,
            counts=counts,
            n=sum(pair.n for pair in pairs),
            exact=exact_all.value if isinstance(exact_all, Estimate) else None,
        )


def matrix_width(n_levels: int, text_width: float, gap: float) -> float:
    """Width of a matrix: six beside each other for short scales, fewer for long ones."""
    beside = 6 if n_levels <= 5 else 4 if n_levels <= 7 else 3 if n_levels <= 11 else 2
    return (text_width - gap * (beside - 1)) / beside


class BubbleMatrix(Picture):
    """Bubbles that grow with counts; equal ratings lie on the tinted diagonal."""

    def __init__(self, matrix: Matrix, width: float, sizes: Sizes) -> None:
        self._matrix = matrix
        self._title = lines_of(matrix.label, Face.SEMIBOLD, sizes.label, width, _TITLE_LINES)
        told = f"{matrix.between}, n {matrix.n}"
        self._told = lines_of(told, Face.REGULAR, sizes.label, width, _TOLD_LINES)
        self._head = (_TITLE_LINES + len(self._told)) * sizes.label_leading + 3
        self._axis = 1.45 * sizes.label + 2
        self._cell = (width - self._axis - 2) / max(len(matrix.levels), 1)
        height = self._head + self._cell * len(matrix.levels) + self._axis
        super().__init__(width, height, matrix_alt(matrix), sizes)

    def paint(self, canvas: TaggedCanvas) -> None:
        """Title, grid, bubbles, levels."""
        leading, size = self._sizes.label_leading, self._sizes.label
        top = self.height - 0.5 * leading
        spare = _TITLE_LINES - len(self._title)
        for number, line in enumerate(self._title):
            write(canvas, line, 0, top - (spare + number) * leading, size, face=Face.SEMIBOLD)
        for number, line in enumerate(self._told, start=_TITLE_LINES):
            write(canvas, line, 0, top - number * leading, size)
        self._paint_grid(canvas)
        self._paint_levels(canvas)
        self._paint_bubbles(canvas)

    def _paint_grid(self, canvas: TaggedCanvas) -> None:
        q, cell = len(self._matrix.levels), self._cell
        canvas.setFillColor(Colour.TINT)
        for place in range(q):
            x, y = self._axis + place * cell, self._axis + place * cell
            canvas.rect(x, y, cell, cell, stroke=0, fill=1)
        canvas.setStrokeColor(Colour.RULE)
        canvas.setLineWidth(0.4)
        for place in range(q + 1):
            edge = self._axis + place * cell
            canvas.line(edge, self._axis, edge, self._axis + q * cell)
            canvas.line(self._axis, edge, self._axis + q * cell, edge)

    def _paint_levels(self, canvas: TaggedCanvas) -> None:
        size = self._sizes.label
        levels = self._matrix.levels
        widest = max(
            (stringWidth(f"{level:g}", Face.REGULAR, size) for level in levels), default=0.0
        )
        every = math.ceil(max(widest + 2, 1.1 * size) / self._cell)
        for place, level in enumerate(levels):
            if place % every and place != len(levels) - 1:
                continue
            if len(levels) - 1 - place < every and place != len(levels) - 1:
                continue
            middle = self._axis + (place + 0.5) * self._cell
            write(canvas, f"{level:g}", self._axis - 3, middle, size, at="right")
            write(canvas, f"{level:g}", middle, self._axis - 0.75 * size, size, at="centre")

    def _paint_bubbles(self, canvas: TaggedCanvas) -> None:
        cell = self._cell
        most = max((max(row) for row in self._matrix.counts), default=0)
        numbered = cell >= _NUMBERED_CELL
        least = min(0.44 * self._sizes.label, 0.4 * cell) if numbered else 0.8
        for row, counts in enumerate(self._matrix.counts):
            for column, count in enumerate(counts):
                if not count:
                    continue
                x = self._axis + (column + 0.5) * cell
                y = self._axis + (row + 0.5) * cell
                canvas.setFillColor(Colour.FAMILY)
                canvas.setStrokeColor(Colour.NAVY)
                canvas.setLineWidth(0.6)
                radius = least + (0.47 * cell - least) * math.sqrt(count / most)
                canvas.circle(x, y, radius, stroke=1, fill=1)
                if numbered:
                    write(canvas, str(count), x, y, self._sizes.label, at="centre")


def matrix_alt(matrix: Matrix) -> str:
    """Counts of every filled cell, after how many were equal."""
    equal = "" if matrix.exact is None else f"; equal in {percent(matrix.exact)}"
    cells = ", ".join(
        f"{matrix.levels[row]:g} and {matrix.levels[column]:g}: {count}"
        for row, counts in enumerate(matrix.counts)
        for column, count in enumerate(counts)
        if count
    )
    return f"{matrix.label}, {matrix.between}, n {matrix.n}{equal}. Levels and counts: {cells}."
