"""The ratings chart: scores and dimensions on their scale, own trend, and the level in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from practicecoder.reports import marks
from practicecoder.reports.chart_rows import ChartRow, rating_shown
from practicecoder.reports.data import ReportScale, SessionNoun
from practicecoder.reports.own_trend import TrendBox, draw_trend, width_of_trend
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import Colour, Face, Sizes
from practicecoder.reports.tagging import Element, TaggedCanvas, canvas_of
from practicecoder.reports.text import clean

CAP = 0.36  # half the height of a capital letter, as a share of the type size
LEAST_TICK_DISTANCE = 15.0
LEAST_LABELS, MOST_LABELS = 112.0, 190.0
LEAST_PLOT = 130.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Left edges of the columns within the chart, in points."""

    plot: float
    number: float
    trend: float | None
    trend_width: float
    words: float | None
    right: float

    @classmethod
    def of(
        cls, width: float, sizes: Sizes, *, labels: float, n_trend: int, with_words: bool
    ) -> Columns:
        """Columns for a width; the plot takes the room of columns that are not there.

        ``labels`` is the width the longest label would like, ``n_trend`` how many sessions the
        longest trend has; below two there is no trend.
        """
        zoom = sizes.body / 10
        trend_width = width_of_trend(n_trend)
        words = width - (118 if n_trend > 1 else 140) * zoom**0.5 if with_words else None
        right_of_trend = width if words is None else words
        trend = right_of_trend - trend_width - 14 if n_trend > 1 else None
        number = (right_of_trend if trend is None else trend) - 38 * zoom**0.5
        least, most = LEAST_LABELS * zoom, MOST_LABELS * zoom**0.5
        plot = min(max(labels, least), most, max(number - LEAST_PLOT, least))
        return cls(
            plot=plot,
            number=number,
            trend=trend,
            trend_width=trend_width,
            words=words,
            right=width,
        )


class RatingsChart(Flowable):
    """Chart and table in one: every row can be read aloud, its pictures by their numbers.

    ``row_gap`` is room added to each row. The chart may break between rows.
    """

    def __init__(
        self,
        rows: Sequence[ChartRow],
        sizes: Sizes,
        noun: SessionNoun,
        *,
        row_gap: float = 0.0,
        part_of: list[Element] | None = None,
    ) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._sizes = sizes
        self._noun = noun
        self._row_gap = row_gap
        self._element = part_of if part_of is not None else []
        self._scale = _main_scale(rows)
        self._n_trend = max((len(row.trend) for row in rows), default=0)
        self._labels = max((self._label_width(row) for row in rows), default=0.0)
        self._with_words = any(row.words for row in rows)
        self.spaceAfter = 0.4 * sizes.body

    # -- layout ----------------------------------------------------------------------------

    def wrap(self, available_width: float, _: float) -> tuple[float, float]:
        """Take the whole width; rows are as high as their words need."""
        self.width = available_width
        self._columns = Columns.of(
            available_width,
            self._sizes,
            labels=self._labels,
            n_trend=self._n_trend,
            with_words=self._with_words,
        )
        self._heights = [self._row_height(row) for row in self._rows]
        self.height = self._header_height() + sum(self._heights)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Break between rows, never right after a band."""
        self.wrap(available_width, available_height)
        room = available_height - self._header_height()
        count = 0
        for height in self._heights:
            if room < height:
                break
            room -= height
            count += 1
        while count and self._rows[count - 1].is_band:
            count -= 1
        if not 0 < count < len(self._rows):
            return []
        return [self._part(self._rows[:count]), self._part(self._rows[count:])]

    def _part(self, rows: Sequence[ChartRow]) -> RatingsChart:
        part = RatingsChart(
            rows, self._sizes, self._noun, row_gap=self._row_gap, part_of=self._element
        )
        part._scale = self._scale
        part._n_trend, part._labels = self._n_trend, self._labels
        part._with_words = self._with_words
        return part

    def _header_height(self) -> float:
        lines = 2 if self._scale is not None and self._scale.anchor is not None else 1
        return lines * self._sizes.label_leading + 5

    def _row_height(self, row: ChartRow) -> float:
        label_lines = len(self._label_lines(row)) * self._sizes.body * 1.15
        words_lines = len(self._words_lines(row)) * self._sizes.label_leading
        least = 1.95 * self._sizes.body
        return max(least, label_lines + 5, words_lines + 5) + self._row_gap

    def _label_width(self, row: ChartRow) -> float:
        if row.is_heading:
            return 0.0
        face = Face.SEMIBOLD if row.is_band else Face.REGULAR
        width = pdfmetrics.stringWidth(clean(row.label), face, self._sizes.body)
        return float(width) + self._indent(row) + 9

    def _label_lines(self, row: ChartRow) -> list[str]:
        face = Face.SEMIBOLD if row.is_band else Face.REGULAR
        right = self._columns.right if row.is_heading else self._columns.plot
        room = right - self._indent(row) - 8
        return list(simpleSplit(clean(row.label), face, self._sizes.body, room))

    def _words_lines(self, row: ChartRow) -> list[str]:
        if self._columns.words is None:
            return []
        room = self._columns.right - self._columns.words - 4
        return list(simpleSplit(clean(row.words), Face.REGULAR, self._sizes.label, room))

    def _indent(self, row: ChartRow) -> float:
        return 5 if row.is_band else 11

    # -- drawing ---------------------------------------------------------------------------

    def draw(self) -> None:
        """Ground as artifact, then header and rows as a table."""
        canvas = canvas_of(self)
        with canvas.artifact():
            self._draw_ground(canvas)
        continued = bool(self._element)
        table = canvas.begin("Table", again=self._element[0] if continued else None)
        if not continued:
            self._element.append(table)
            self._draw_header(canvas)
        else:
            with canvas.artifact():
                self._draw_header(canvas)
        top = self.height - self._header_height()
        for row, height in zip(self._rows, self._heights, strict=True):
            with canvas.group("TR"):
                self._draw_row(canvas, row, top - height, height)
            top -= height
        canvas.end()

    def _draw_ground(self, canvas: TaggedCanvas) -> None:
        edge = self.height - self._header_height()
        for row, height in zip(self._rows, self._heights, strict=True):
            if row.is_band:
                canvas.setFillColor(Colour.TINT)
                canvas.rect(0, edge - height, self.width, height, stroke=0, fill=1)
            edge -= height
        edge = self.height - self._header_height()
        for row, height in zip(self._rows, self._heights, strict=True):
            if not row.is_heading:
                self._draw_grid(canvas, edge - height, edge)
            edge -= height

    def _draw_grid(self, canvas: TaggedCanvas, bottom: float, top: float) -> None:
        if self._scale is None:
            return
        canvas.saveState()
        canvas.setLineWidth(0.6)
        for value in self._scale.values:
            x = self._place(value, self._scale)
            is_anchor = value == self._scale.anchor
            canvas.setStrokeColor(Colour.GREY if is_anchor else Colour.RULE)
            canvas.setDash([] if is_anchor else [1, 2])
            canvas.line(x, bottom, x, top)
        canvas.restoreState()

    def _draw_header(self, canvas: TaggedCanvas) -> None:
        size = self._sizes.label
        baseline = self.height - self._header_height() + 5
        with canvas.group("TR"):
            with canvas.group("TH", scope="Column") as head:
                head.actual_text = say(Say.COLUMN_NAME)
                with canvas.content("Span"):
                    pass
            with canvas.content("TH", scope="Column", actual_text=say(Say.COLUMN_PLOT)):
                self._draw_axis(canvas, baseline)
            with canvas.group("TH", scope="Column") as head:
                head.actual_text = say(Say.COLUMN_VALUE)
                with canvas.content("Span"):
                    pass
            canvas.setFillColor(Colour.GREY)
            canvas.setFont(Face.REGULAR, size)
            if self._columns.trend is not None:
                with canvas.content("TH", scope="Column"):
                    canvas.drawString(self._columns.trend, baseline, say(Say.OWN_TREND))
            if self._columns.words is not None:
                with canvas.content("TH", scope="Column"):
                    canvas.drawString(self._columns.words, baseline, say(Say.IN_WORDS))

    def _draw_axis(self, canvas: TaggedCanvas, baseline: float) -> None:
        if self._scale is None:
            return
        size = self._sizes.label
        canvas.setFillColor(Colour.GREY)
        for value in _labelled(self._scale, self._columns.number - self._columns.plot):
            is_anchor = value == self._scale.anchor
            canvas.setFont(Face.SEMIBOLD if is_anchor else Face.REGULAR, size)
            canvas.drawCentredString(
                self._place(value, self._scale), baseline, rating_shown(value)
            )
        if self._scale.anchor is not None:
            canvas.setFont(Face.REGULAR, size)
            x = self._place(self._scale.anchor, self._scale)
            above = baseline + self._sizes.label_leading
            canvas.drawCentredString(x, above, say(Say.START_POINT))

    def _draw_row(self, canvas: TaggedCanvas, row: ChartRow, bottom: float, height: float) -> None:
        middle = bottom + height / 2
        with canvas.content("TH", scope="Row", actual_text=clean(row.label)):
            canvas.setFillColor(Colour.INK)
            face = Face.SEMIBOLD if row.is_band else Face.REGULAR
            self._draw_lines(
                canvas, self._label_lines(row), face, self._sizes.body, self._indent(row), middle
            )
        with canvas.group("TD"):
            if row.alt:
                self._draw_plot(canvas, row, bottom, height)
        with canvas.group("TD"):
            if row.number:
                self._draw_number(canvas, row, middle)
        if self._columns.trend is not None:
            with canvas.group("TD"):
                if len(row.trend) > 1 and row.scale is not None:
                    draw_trend(canvas, row, row.scale, self._trend_box(bottom, height))
        if self._columns.words is not None:
            with canvas.group("TD"):
                if row.words:
                    self._draw_words(canvas, row, self._columns.words, middle)

    def _draw_words(
        self, canvas: TaggedCanvas, row: ChartRow, column: float, middle: float
    ) -> None:
        canvas.setFillColor(Colour.INK)
        lines = self._words_lines(row)
        with canvas.content("P", actual_text=clean(row.words)):
            self._draw_lines(canvas, lines, Face.REGULAR, self._sizes.label, column, middle)

    def _draw_lines(
        self,
        canvas: TaggedCanvas,
        lines: Sequence[str],
        face: Face,
        size: float,
        x: float,
        middle: float,
    ) -> None:
        leading = self._sizes.label_leading if size == self._sizes.label else size * 1.15
        baseline = middle + (len(lines) - 1) * leading / 2 - CAP * size
        canvas.setFont(face, size)
        for line in lines:
            canvas.drawString(x, baseline, f"{line} ")
            baseline -= leading

    def _draw_plot(
        self, canvas: TaggedCanvas, row: ChartRow, bottom: float, height: float
    ) -> None:
        left, right = self._columns.plot, self._columns.number
        with canvas.content("Figure", alt=clean(row.alt)) as figure:
            figure.box = canvas.box_here(left, bottom, right - left, height)
            if row.scale is not None and row.scale == self._scale:
                self._draw_marks(canvas, row, row.scale, bottom + height / 2)

    def _draw_marks(
        self, canvas: TaggedCanvas, row: ChartRow, scale: ReportScale, y: float
    ) -> None:
        if row.likely_range is not None:
            low, high = row.likely_range.low, row.likely_range.high
            marks.range_bar(canvas, self._place(low, scale), self._place(high, scale), y)
        here = None if row.value is None else self._place(row.value, scale)
        if row.before is not None:
            there = self._place(row.before, scale)
            hidden = here is not None and abs(here - there) < marks.DOT_RADIUS
            marks.ring(canvas, there, y, around=hidden)
        if here is not None:
            (marks.diamond if row.is_score else marks.dot)(canvas, here, y)

    def _draw_number(self, canvas: TaggedCanvas, row: ChartRow, middle: float) -> None:
        given = row.value is not None
        size = self._sizes.body + 0.5 if given else self._sizes.label
        with canvas.content("P"):
            canvas.setFillColor(Colour.NAVY if given else Colour.GREY)
            canvas.setFont(Face.BOLD if given else Face.REGULAR, size)
            canvas.drawString(self._columns.number + 4, middle - CAP * size, row.number)

    def _trend_box(self, bottom: float, height: float) -> TrendBox:
        left = self._columns.trend or 0.0
        return TrendBox(
            left=left + 3, bottom=bottom, width=self._columns.trend_width, height=height
        )

    def _place(self, value: float, scale: ReportScale) -> float:
        left, right = self._columns.plot + 8, self._columns.number - 14
        share = (value - scale.minimum) / (scale.maximum - scale.minimum)
        return left + share * (right - left)


class Legend(Flowable):
    """One line that names the marks which the chart really uses."""

    def __init__(self, rows: Sequence[ChartRow], sizes: Sizes, noun: SessionNoun) -> None:
        super().__init__()
        self._sizes = sizes
        placed = [row for row in rows if row.scale is not None]
        self._items: list[tuple[Any, str]] = []
        if any(row.value is not None and not row.is_score for row in placed):
            self._items.append((marks.dot, say(Say.THIS_SESSION, visit=noun.one)))
        if any(row.before is not None for row in placed):
            self._items.append((marks.ring, say(Say.SESSION_BEFORE, visit=noun.one)))
        if any(row.value is not None and row.is_score for row in placed):
            self._items.append((marks.diamond, say(Say.SCORE_MARK)))
        if any(row.likely_range is not None for row in placed):
            self._items.append((_short_range, say(Say.RANGE_MARK)))
        self.spaceAfter = 0.3 * sizes.body

    def wrap(self, available_width: float, _: float) -> tuple[float, float]:
        """Take one line."""
        self.width, self.height = available_width, 1.6 * self._sizes.label
        return self.width, self.height if self._items else 0

    def draw(self) -> None:
        """Marks with their names, from the left edge of the plot."""
        canvas = canvas_of(self)
        if not self._items:
            return
        x, middle, size = 11.0, self.height / 2, self._sizes.label
        words = "; ".join(name for _, name in self._items)
        with canvas.content("P", actual_text=words):
            for mark, name in self._items:
                mark(canvas, x, middle)
                canvas.setFillColor(Colour.GREY)
                canvas.setFont(Face.REGULAR, size)
                canvas.drawString(x + 13, middle - CAP * size, f"{name} ")
                x += 13 + canvas.stringWidth(name, Face.REGULAR, size) + 20


def _short_range(canvas: TaggedCanvas, x: float, y: float) -> None:
    marks.range_bar(canvas, x - 6, x + 7, y)


def _main_scale(rows: Sequence[ChartRow]) -> ReportScale | None:
    scales = Counter(row.scale for row in rows if row.scale is not None and not row.is_score)
    scales = scales or Counter(row.scale for row in rows if row.scale is not None)
    return scales.most_common(1)[0][0] if scales else None


def _labelled(scale: ReportScale, width: float) -> list[int]:
    values = scale.values
    distance = width / max(len(values) - 1, 1)
    every = 1
    while distance * every < LEAST_TICK_DISTANCE:
        every += 1
    return [v for n, v in enumerate(values) if n % every == 0 or v == scale.anchor]
