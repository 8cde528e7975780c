"""Parts that the pages of the report are laid out from: tables, pictures under a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    KeepTogether,
    Table,
    TableStyle,
)

from practicecoder.reports.blocks import paragraph
from practicecoder.reports.document import (
    WIDE,
)
from practicecoder.reports.reliability.interval_plot import BESIDE as INTERVALS_BESIDE
from practicecoder.reports.reliability.interval_plot import (
    IntervalPlot,
    Intervals,
)
from practicecoder.reports.reliability.pictures import Picture, in_rows
from practicecoder.reports.reliability.tables import ReportTable, RowKind
from practicecoder.reports.styles import (
    PAGE,
    Colour,
    Face,
    Page,
    StyleSheet,
)
from practicecoder.reports.tagging import TableTags, TaggedParagraph
from practicecoder.reports.text import Run, Weight

Cell = list[TaggedParagraph]

GAP = 9.0
"""Room between pictures beside each other."""
_PADDING = 2.6
_MOST_KEPT = 24
"""Rows of a table that is not broken over pages."""


def report_table(table: ReportTable, sheet: StyleSheet, page: Page) -> Table:
    """A table that may go on over pages, its headings repeated."""
    small = sheet.caption.clone("small cell", textColor=Colour.INK, spaceAfter=0)
    quiet = small.clone("quiet cell", textColor=Colour.GREY, leftIndent=7)
    strong = small.clone("strong cell", fontName=Face.SEMIBOLD)
    head = small.clone("small head", fontName=Face.SEMIBOLD, textColor=Colour.WHITE)
    width = len(table.columns)
    cells: list[list[Cell]] = [[[paragraph(head, words)] for words in table.columns]]
    rules: list[Any] = []  # commands of reportlab
    for number, row in enumerate(table.rows, start=1):
        if row.kind is RowKind.HEADING:
            cells.append([[paragraph(strong, row.cells[0])], *[[] for _ in range(width - 1)]])
            rules.append(("SPAN", (0, number), (-1, number)))
            rules.append(("BACKGROUND", (0, number), (-1, number), Colour.TINT))
            rules.append(("NOSPLIT", (0, number), (-1, min(number + 1, len(table.rows)))))
            continue
        if row.kind is RowKind.MEAN:
            rules.append(("NOSPLIT", (0, number - 1), (-1, number)))
        first = quiet if row.kind is RowKind.MEAN else small
        cells.append(
            [
                [paragraph(first if place == 0 else small, words)] if words else []
                for place, words in enumerate(row.cells)
            ]
        )
        follows = table.rows[number] if number < len(table.rows) else None
        if follows is None or follows.kind is not RowKind.MEAN:
            rules.append(("LINEBELOW", (0, number), (-1, number), 0.5, Colour.RULE))
    zoom = page.text_width / sum(table.shares)
    return Table(
        cells,
        colWidths=[zoom * share for share in table.shares],
        repeatRows=1,
        hAlign="LEFT",
        renderCB=TableTags(header_rows=1),  # type: ignore[arg-type]  # reportlab only calls it
        spaceAfter=0.4 * sheet.sizes.body,
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
                ("BACKGROUND", (0, 0), (-1, 0), Colour.NAVY),
                ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
                ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
                ("TOPPADDING", (0, 0), (-1, -1), 1.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                *rules,
            ]
        ),
    )


def table_notes(table: ReportTable, sheet: StyleSheet) -> Iterator[Flowable]:
    """Note and cautions of a table, below it."""
    if table.notes:
        yield paragraph(sheet.caption, Run("Note. ", Weight.TERM), " ".join(table.notes))
    close = sheet.caption.clone("close caption", spaceAfter=0)
    for place, (who, sentence) in enumerate(table.cautions):
        start = (Run("Cautions. ", Weight.TERM),) if place == 0 else ()
        is_last = place == len(table.cautions) - 1
        told = (*start, Run(f"{who}: ", Weight.TIME), sentence)
        yield paragraph(sheet.caption if is_last else close, *told)


def kept_table(table: ReportTable, sheet: StyleSheet) -> Iterator[Flowable]:
    """A table with heading and notes on one page, if they fit on one."""
    head = paragraph(sheet.loose_heading, table.title)
    parts = [head, report_table(table, sheet, PAGE), *table_notes(table, sheet)]
    if len(table.rows) <= _MOST_KEPT:
        yield KeepTogether(parts)
        return
    yield CondPageBreak(120)
    yield from parts


def interval_plots(
    title: str, caption: str, found: Sequence[Intervals], sheet: StyleSheet
) -> Iterator[Flowable]:
    """Numbers with their intervals as small pictures in rows."""
    width = (PAGE.text_width - GAP * (INTERVALS_BESIDE - 1)) / INTERVALS_BESIDE
    plots = [IntervalPlot(one, width, sheet.sizes) for one in found]
    yield from under_heading(title, caption, plots, sheet)


def under_heading(
    title: str, caption: str, pictures: Sequence[Picture], sheet: StyleSheet
) -> Iterator[Flowable]:
    """Pictures in rows; heading and caption stay with the first of them."""
    rows = list(in_rows(pictures, PAGE.text_width, GAP))
    if not rows:
        return
    head = paragraph(sheet.loose_heading, title)
    yield KeepTogether([head, paragraph(sheet.caption, caption), rows[0]])
    yield from rows[1:]


class UprightPage(ActionFlowable):
    """Goes on to an upright page, unless notes have run over to one already."""

    def apply(self, doc: BaseDocTemplate) -> None:
        """End a wide page."""
        if doc.pageTemplate.id == WIDE:
            doc.handle_pageBreak()
