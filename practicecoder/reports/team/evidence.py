"""Shared moments by dimension: the number in every cell, and a mark for each moment beside it."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Table, TableStyle

from practicecoder.reports import marks
from practicecoder.reports.blocks import paragraph
from practicecoder.reports.styles import PAGE, Colour, Face, StyleSheet
from practicecoder.reports.tagging import TableTags, TaggedParagraph, canvas_of
from practicecoder.reports.team.data import TeamReportData, Told
from practicecoder.reports.team.tables import evidence_table

Mark = Callable[[Canvas, float, float], None]

_MARKS: tuple[Mark, ...] = (marks.triangle, marks.square, marks.small_dot)
"""Of strengths, of what is to build, of moments that are neither."""
_STEP = 10.5
_NUMBER = 22.0
_PADDING = 4.0
_SHARES = (0.25, 0.25, 0.25, 0.25)


class CountedMarks(Flowable):
    """The number, and as many marks; ``most`` is the greatest number of the table.

    Marks of all cells are equally far apart. They repeat the number for the eye, so that they are
    decoration to a reader of the structure.
    """

    def __init__(self, number: TaggedParagraph, count: int, most: int, mark: Mark) -> None:
        super().__init__()
        self._number = number
        self._count = count
        self._most = most
        self._mark = mark

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take the whole width and the height of a line."""
        self.width = available_width
        _, self.height = self._number.wrap(_NUMBER, available_height)
        return self.width, self.height

    def draw(self) -> None:
        """Number at the left, marks after it."""
        canvas = canvas_of(self)
        self._number.drawOn(canvas, 0, 0)
        room = self.width - _NUMBER - 6
        step = min(_STEP, room / max(self._most - 1, 1))
        with canvas.artifact():
            for place in range(self._count):
                self._mark(canvas, _NUMBER + 4 + place * step, self.height / 2 - 1)


def evidence_marks(data: TeamReportData, sheet: StyleSheet) -> Table:
    """The table of evidence with marks; a hidden cell has its reason instead."""
    told = evidence_table(data)
    head = [[paragraph(sheet.head_cell, words)] for words in told.columns]
    numbers = [int(cell) for row in told.rows for cell in row.cells[1:] if cell.isdecimal()]
    most = max(numbers, default=0)
    rows = [
        [
            [paragraph(sheet.cell, row.cells[0])],
            *(
                [_cell(cell, most, mark, sheet)]
                for cell, mark in zip(row.cells[1:], _MARKS, strict=True)
            ),
        ]
        for row in told.rows
    ]
    return Table(
        [head, *rows],
        colWidths=[share * PAGE.text_width for share in _SHARES],
        repeatRows=1,
        hAlign="LEFT",
        renderCB=TableTags(header_rows=1),  # type: ignore[arg-type]  # reportlab only calls it
        spaceAfter=0.4 * sheet.sizes.body,
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("BACKGROUND", (0, 0), (-1, 0), Colour.NAVY),
                ("LINEBELOW", (0, 1), (-1, -1), 0.5, Colour.RULE),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        ),
    )


def _cell(told: Told, most: int, mark: Mark, sheet: StyleSheet) -> Flowable:
    if not told.isdecimal():
        return paragraph(sheet.caption.clone("hidden cell", spaceAfter=0), told)
    return CountedMarks(paragraph(sheet.number_cell, told), int(told), most, mark)
