"""Building blocks of the pages: paragraphs, the table of evidence, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Table, TableStyle

from practicecoder.domain.spans import clock
from practicecoder.reports.chart_rows import rating_shown
from practicecoder.reports.data import Moment, RatedDimension
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import PAGE, Colour, Face, StyleSheet
from practicecoder.reports.tagging import TableTags, TaggedParagraph, canvas_of
from practicecoder.reports.text import Run, Weight, clean, markup, shortened
from practicecoder.scoring.scores import in_sentence

QUOTE_WORDS = 25
"""No more words than this are ever quoted at a time."""


LEVEL_WORDS = 120
"""Longer descriptions of a level are cut, so that a row always fits a page."""
ROOM_FOR_HEADING = 11
"""Body lines that must follow the heading of something that may break over pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRoom:
    """How much evidence a row of the table may hold: moments, and words quoted of each."""

    moments: int
    quote_words: int


def paragraph(style: ParagraphStyle, *runs: Run | str) -> TaggedParagraph:
    """Paragraph of runs; the only way words of users reach the page."""
    return TaggedParagraph(markup(*runs), style)


def heading_of_long(sheet: StyleSheet, words: str) -> list[Flowable]:
    """Heading of a chart or table that may go on over a page: it stays with the first lines."""
    room = ROOM_FOR_HEADING * sheet.sizes.leading
    return [CondPageBreak(room), paragraph(sheet.loose_heading, words)]


def moment_runs(moment: Moment, *, max_words: int = QUOTE_WORDS) -> tuple[Run | str, ...]:
    """Time, what was heard, and the words said."""
    found: list[Run | str] = [Run(clock(moment.at_ms), Weight.TIME)]
    if moment.note:
        found += [" ", shortened(moment.note, max_words)]
    if moment.quote:
        found += [" ", f"“{shortened(moment.quote, max_words)}”"]
    return tuple(found)


def evidence_table(
    dimensions: Sequence[RatedDimension], sheet: StyleSheet, room: EvidenceRoom
) -> Table:
    """One row a dimension: rating, the level as the codebook describes it, shared moments."""
    columns = (Say.COLUMN_DIMENSION, Say.COLUMN_RATING, Say.COLUMN_LEVEL, Say.COLUMN_MOMENTS)
    head = [paragraph(sheet.head_cell, say(column)) for column in columns]
    rows = [_evidence_row(dimension, sheet, room) for dimension in dimensions]
    zoom = sheet.sizes.body / 10
    narrow = (84 * zoom, 42 * zoom)
    rest = PAGE.text_width - sum(narrow)
    return Table(
        [head, *rows],
        colWidths=[*narrow, 0.5 * rest, 0.5 * rest],
        repeatRows=1,
        renderCB=TableTags(header_rows=1),  # type: ignore[arg-type]  # reportlab only calls it
        spaceAfter=0.4 * sheet.sizes.body,
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), Colour.NAVY),
                ("LINEBELOW", (0, 1), (-1, -1), 0.5, Colour.RULE),
                ("LEFTPADDING", (0, 0), (-1, -1), 5),
                ("RIGHTPADDING", (0, 0), (-1, -1), 5),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
            ]
        ),
    )


def _evidence_row(
    dimension: RatedDimension, sheet: StyleSheet, room: EvidenceRoom
) -> list[list[TaggedParagraph]]:
    if dimension.value is None:
        rating = say(Say.NOT_APPLICABLE)
        level = say(Say.NOT_RATED, reason=in_sentence(dimension.not_rated))
    else:
        rating = rating_shown(dimension.value)
        level = shortened(dimension.level_text, LEVEL_WORDS)
    moments = [
        paragraph(sheet.cell, *moment_runs(moment, max_words=room.quote_words))
        for moment in dimension.moments[: room.moments]
    ]
    return [
        [paragraph(sheet.cell, dimension.label)],
        [paragraph(sheet.number_cell, rating)],
        [paragraph(sheet.cell, level or dimension.words)],
        moments or [paragraph(sheet.cell, say(Say.NO_MOMENT))],
    ]


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
    return 2.15 * body
