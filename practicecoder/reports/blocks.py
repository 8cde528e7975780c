"""Building blocks of the pages: paragraphs, headings, lines to write on."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import CondPageBreak, Flowable

from practicecoder.reports.styles import Colour, Face, StyleSheet
from practicecoder.reports.tagging import TaggedParagraph, canvas_of
from practicecoder.reports.text import Run, clean, markup

ROOM_FOR_HEADING = 11
"""Body lines that must follow the heading of something that may break over pages."""


def paragraph(style: ParagraphStyle, *runs: Run | str) -> TaggedParagraph:
    """Paragraph of runs; the only way words of users reach the page."""
    return TaggedParagraph(markup(*runs), style)


def heading_of_long(sheet: StyleSheet, words: str) -> list[Flowable]:
    """Heading of a chart or table that may go on over a page: it stays with the first lines."""
    room = ROOM_FOR_HEADING * sheet.sizes.leading
    return [CondPageBreak(room), paragraph(sheet.loose_heading, words)]


class HeadedLine(Flowable):
    """A heading with its few words beside it; below it where one line does not hold them."""

    def __init__(self, sheet: StyleSheet, heading: str, words: str) -> None:
        super().__init__()
        self._heading = paragraph(sheet.loose_heading, heading)
        self._words = paragraph(sheet.body, words)
        self._line = sheet.body.leading
        self._gap = sheet.heading.spaceAfter
        self._width_of_heading = 0.8 * sheet.sizes.body + pdfmetrics.stringWidth(
            clean(heading), sheet.heading.fontName, sheet.heading.fontSize
        )
        self._drop_beside = _ascent(sheet.heading) - _ascent(sheet.body)
        self.spaceBefore = sheet.heading.spaceBefore
        self.spaceAfter = sheet.body.spaceAfter

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take the whole width."""
        _, heading = self._heading.wrap(available_width, available_height)
        self._indent, self._drop = self._width_of_heading, self._drop_beside
        _, words = self._words.wrap(available_width - self._indent, available_height)
        if words > 1.5 * self._line:
            self._indent, self._drop = 0.0, heading + self._gap
            _, words = self._words.wrap(available_width, available_height)
        self.width, self.height = available_width, max(heading, self._drop + words)
        return self.width, self.height

    def draw(self) -> None:
        """Heading, then words on its baseline or below."""
        canvas = canvas_of(self)
        self._heading.drawOn(canvas, 0, self.height - self._heading.height)
        self._words.drawOn(canvas, self._indent, self.height - self._drop - self._words.height)


def _ascent(style: ParagraphStyle) -> float:
    return float(pdfmetrics.getAscent(style.fontName, style.fontSize))


class WritingLine(Flowable):
    """A line to write on, cut into fields with their labels."""

    def __init__(self, sheet: StyleSheet, *labels: str) -> None:
        super().__init__()
        self._sizes = sheet.sizes
        self._labels = tuple(clean(label) for label in labels) or ("",)

    def wrap(self, available_width: float, _: float) -> tuple[float, float]:
        """Take the whole width and room for handwriting."""
        self.width, self.height = available_width, writing_height(self._sizes.body)
        return self.width, self.height

    def draw(self) -> None:
        """Labels as text; the rules are decoration."""
        canvas = canvas_of(self)
        share = self.width / len(self._labels)
        size, baseline = self._sizes.body, 0.55 * self._sizes.body
        for number, label in enumerate(self._labels):
            left = number * share
            start = left
            if label:
                with canvas.content("P"):
                    canvas.setFillColor(Colour.INK)
                    canvas.setFont(Face.SEMIBOLD, size)
                    canvas.drawString(left, baseline, label)
                start += canvas.stringWidth(label, Face.SEMIBOLD, size) + 5
            gap = 12 if number + 1 < len(self._labels) else 0
            with canvas.artifact():
                canvas.setStrokeColor(Colour.GREY)
                canvas.setLineWidth(0.5)
                canvas.line(start, baseline - 2, left + share - gap, baseline - 2)


def writing_height(body: float) -> float:
    """Height of one line to write on, for a body size."""
    return 1.95 * body
