"""The reliability report as PDF: design, table, pictures, coders, method."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Spacer,
    Table,
    TableStyle,
)

from practicecoder.reports.blocks import paragraph
from practicecoder.reports.document import (
    UPRIGHT,
    WIDE,
    BuiltReport,
    Furniture,
    build_numbered,
    write_whole,
)
from practicecoder.reports.reliability.agreement_tables import (
    agreement_table,
    applicability_table,
    methods_table,
)
from practicecoder.reports.reliability.bubbles import BubbleMatrix, matrices, matrix_width
from practicecoder.reports.reliability.coder_tables import (
    severity_tables,
    spread_tables,
    variance_table,
)
from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.differences import (
    BESIDE,
    MOST_PAIRS,
    DifferencePlot,
    score_differences,
)
from practicecoder.reports.reliability.drift_plot import BESIDE as DRIFTS_BESIDE
from practicecoder.reports.reliability.drift_plot import DriftPlot, departures
from practicecoder.reports.reliability.drift_tables import drift_table, month_tables
from practicecoder.reports.reliability.event_tables import event_tables
from practicecoder.reports.reliability.forest import forests
from practicecoder.reports.reliability.interval_plot import BESIDE as INTERVALS_BESIDE
from practicecoder.reports.reliability.interval_plot import (
    IntervalPlot,
    Intervals,
    event_intervals,
    severity_intervals,
)
from practicecoder.reports.reliability.method import (
    MADE_UP,
    NOTHING,
    bands_in_words,
    methods_paragraph,
    references,
    to_be_added,
)
from practicecoder.reports.reliability.numbers import level_shown
from practicecoder.reports.reliability.pictures import Picture, in_rows
from practicecoder.reports.reliability.tables import ReportTable, Row, RowKind
from practicecoder.reports.styles import (
    PAGE,
    WIDE_PAGE,
    Colour,
    Face,
    Page,
    StyleSheet,
    style_sheet,
)
from practicecoder.reports.tagging import TableTags, TaggedParagraph
from practicecoder.reports.text import Run, Weight
from practicecoder.scoring.reliability.design import ItemKind

Cell = list[TaggedParagraph]

_GAP = 9.0
_PADDING = 2.6
_MOST_KEPT = 24
"""Rows of a table that is not broken over pages."""
_FROM_STUDY = (
    "Only independent, submitted codings are compared, never consensus, reference or training "
    "codings."
)
_FROM_TABLE = (
    "Ratings were taken from a table as they stand there; that its coders rated independently is "
    "not on record."
)
_RULES = (
    "A session counts for an item if two or more coders rated it; nothing is dropped "
    "without being counted. Where a number cannot be had, its reason stands in its place."
)


def write_reliability_report(data: ReliabilityReportData, target: Path) -> None:
    """Write the report beside the target and put it there whole; same input, same bytes."""
    write_whole(reliability_report(data).content, target)


def reliability_report(data: ReliabilityReportData) -> BuiltReport:
    """Lay the report out."""
    sheet = style_sheet()
    furniture = Furniture(
        title=f"Reliability report {data.table.codebook.codebook_id}",
        author=data.study,
        program=data.program,
        footer=(
            f"Reliability of coders. {data.study}.",
            (
                f"Made on {_day(data.made_on)} with {data.program}; codebook "
                f"{data.table.codebook.codebook_id} {data.table.codebook.version}."
            ),
        ),
        made_on=data.made_on,
        sizes=sheet.sizes,
        made_up=MADE_UP if data.made_up else "",
    )
    return build_numbered(lambda: list(_story(data, sheet)), furniture)


def _story(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    is_empty = data.table.design.n_multiple_coded == 0
    yield from _design(data, sheet)
    if not is_empty:
        yield NextPageTemplate(WIDE)
        yield PageBreak()
        yield from _tables(data, sheet)
        yield from _pictures(data, sheet)
    yield from _coders(data, sheet)
    yield from _method(data, sheet)


# -- design --------------------------------------------------------------------------------


def _design(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    yield paragraph(sheet.title, "Reliability of coders")
    yield paragraph(sheet.purpose, f"{data.study}, {_day(data.made_on)}")
    yield paragraph(sheet.heading, "Design")
    yield report_table(design_table(data), sheet, PAGE)
    yield paragraph(sheet.heading, "Paragraph for a methods section")
    yield paragraph(sheet.body, methods_paragraph(data))
    yield paragraph(sheet.heading, "To be added by the authors")
    added = "; ".join(to_be_added(data))
    yield paragraph(
        sheet.body,
        f"GRRAS asks for more than the program has on record: {added}.",
    )


def design_table(data: ReliabilityReportData) -> ReportTable:
    """What the numbers rest on, a row each."""
    design, ref = data.table.design, data.table.codebook
    unknown = "Not on record."
    coded = (
        f"{design.n_multiple_coded} of {design.n_sessions}; {data.n_codings} codings"
        + (", every session by all coders" if design.complete and design.coders else "")
        if design.n_multiple_coded
        else f"0 of {design.n_sessions}"
    )
    rows = [
        ("Sessions coded by two or more", coded),
        ("Coders", f"{design.n_coders} ({', '.join(design.coders)})" if design.coders else "none"),
        ("How sessions were drawn", data.conduct.draw or unknown),
        ("Blinding", data.conduct.blinding or unknown),
        ("Training", data.conduct.training or unknown),
        (
            "Codebook",
            (
                f"{data.codebook_title}; id {ref.codebook_id}, version {ref.version}, "
                f"SHA-256 {_digest(ref.digest)}"
            ),
        ),
        ("Intervals", f"{level_shown(data.table.level)}, seed {data.table.seed}"),
    ]
    if data.scope:
        rows.insert(2, ("Codings used", data.scope))
    return ReportTable(
        title="Design",
        columns=("What", "On record"),
        shares=(140, 370),
        rows=tuple(Row(cells) for cells in rows),
    )


def _digest(digest: str) -> str:
    """In groups that may end a line."""
    return " ".join(digest[at : at + 16] for at in range(0, len(digest), 16)) or "not known"


# -- tables --------------------------------------------------------------------------------


def _tables(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    applies = applicability_table(data)
    for table in (applies, agreement_table(data)):
        if table is not None:
            yield CondPageBreak(110)
            yield paragraph(sheet.loose_heading, table.title)
            yield report_table(table, sheet, WIDE_PAGE)
            if table is not applies:
                yield NextPageTemplate(UPRIGHT)  # notes that run over go on above the pictures
            yield from _notes(table, sheet)
    yield UprightPage()


class UprightPage(ActionFlowable):
    """Goes on to an upright page, unless notes have run over to one already."""

    def apply(self, doc: BaseDocTemplate) -> None:
        """End a wide page."""
        if doc.pageTemplate.id == WIDE:
            doc.handle_pageBreak()


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


def _notes(table: ReportTable, sheet: StyleSheet) -> Iterator[Flowable]:
    if table.notes:
        yield paragraph(sheet.caption, Run("Note. ", Weight.TERM), " ".join(table.notes))
    if table.cautions:
        told: list[Run | str] = [Run("Cautions. ", Weight.TERM)]
        for who, sentence in table.cautions:
            told += [Run(f"{who}: ", Weight.TIME), f"{sentence} "]
        yield paragraph(sheet.caption, *told)


# -- pictures ------------------------------------------------------------------------------


def _pictures(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    items, sizes = data.table.items, sheet.sizes
    level = level_shown(data.table.level)
    pictures = list(
        forests(items, PAGE.text_width, sizes, bands=data.bands, level=data.table.level)
    )
    caption = (
        f"ICC(A,1) with {level} interval and number of sessions. {_marks(data)} Lines: "
        f"{data.bands}, {bands_in_words(data.bands)}."
    )
    for number, forest in enumerate(pictures):
        title = "Agreement of a single coder" + (", continued" if number else "")
        yield KeepTogether(
            [paragraph(sheet.loose_heading, title), forest, paragraph(sheet.caption, caption)]
        )
    yield from _bubbles(data, sheet)
    yield from _differences(data, sheet)


def _marks(data: ReliabilityReportData) -> str:
    words = {
        ItemKind.DIMENSION: "dots are dimensions",
        ItemKind.SCORE: "diamonds are scores",
        ItemKind.COUNT: "squares are counts",
    }
    kinds = dict.fromkeys(item.kind for item in data.table.items)
    told = ", ".join(words[kind] for kind in kinds)
    return f"{told[:1].upper()}{told[1:]}."


def _bubbles(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    found = list(matrices(data.table.items))
    if not found:
        return
    pictures = [
        BubbleMatrix(one, matrix_width(len(one.levels), PAGE.text_width, _GAP), sheet.sizes)
        for one in found
    ]
    caption = (
        "Upwards the levels of the coder named first, to the right those of the second; size and "
        "number of a bubble tell how many sessions; equal ratings lie on the tinted "
        "diagonal. The scale is drawn whole, used or not."
    )
    yield from _under_heading("Who gave which level", caption, pictures, sheet)


def _differences(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    found = list(score_differences(data.table.items))
    if not found:
        return
    width = (PAGE.text_width - _GAP * (BESIDE - 1)) / BESIDE
    plots = [DifferencePlot(one, width, sheet.sizes) for one in found]
    caption = (
        "Each circle is a session, larger where several lie in one place: upwards the first "
        "coder’s score minus the second’s, to the right the mean of both. Line: mean difference; "
        "broken lines: limits of agreement, 1.96 SD (Bland & Altman, 1986)."
    )
    if any(len(item.pairs) > MOST_PAIRS for item in data.table.items):
        caption += f" The {MOST_PAIRS} pairs of coders with most sessions are drawn."
    yield from _under_heading("Differences between coders in scores", caption, plots, sheet)


# -- coders --------------------------------------------------------------------------------


def _coders(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    if data.table.design.n_multiple_coded:
        for table in severity_tables(data):
            yield from _kept(table, sheet)
        yield from _severity_pictures(data, sheet)
        for table in (*spread_tables(data), variance_table(data)):
            yield from _kept(table, sheet)
    yield from _events(data, sheet)
    yield from _drift(data, sheet)


def _severity_pictures(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    caption = (
        "Points above or below the mean of coders, with "
        f"{level_shown(data.table.level)} intervals, on one axis for all items of a kind. "
        "Coders stand in the order of their codes."
    )
    found = severity_intervals(data.table.items)
    yield from _interval_plots("Levels of coders", caption, found, sheet)


def _interval_plots(
    title: str, caption: str, found: Sequence[Intervals], sheet: StyleSheet
) -> Iterator[Flowable]:
    width = (PAGE.text_width - _GAP * (INTERVALS_BESIDE - 1)) / INTERVALS_BESIDE
    plots = [IntervalPlot(one, width, sheet.sizes) for one in found]
    yield from _under_heading(title, caption, plots, sheet)


def _under_heading(
    title: str, caption: str, pictures: Sequence[Picture], sheet: StyleSheet
) -> Iterator[Flowable]:
    """Pictures in rows; heading and caption stay with the first of them."""
    rows = list(in_rows(pictures, PAGE.text_width, _GAP))
    if not rows:
        return
    head = paragraph(sheet.loose_heading, title)
    yield KeepTogether([head, paragraph(sheet.caption, caption), rows[0]])
    yield from rows[1:]


def _events(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    tables = event_tables(data)
    if not tables or data.events is None:
        return
    pairs, codes = tables
    yield from _kept(pairs, sheet)
    caption = (
        f"Each pair of coders with {level_shown(data.events.settings.level)} intervals. "
        f"{data.events.settings.sentence}"
    )
    found = event_intervals(data.events)
    yield from _interval_plots("Agreement on timed codes", caption, found, sheet)
    yield from _kept(codes, sheet)


def _drift(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    drifted = drift_table(data)
    if drifted is None:
        return
    yield from _kept(drifted, sheet)
    if data.recalibrated_on:
        days = ", ".join(_day(day) for day in data.recalibrated_on)
        yield paragraph(sheet.caption, f"Coders were recalibrated on {days}.")
    for table in month_tables(data):
        yield from _kept(table, sheet)
    width = (PAGE.text_width - _GAP * (DRIFTS_BESIDE - 1)) / DRIFTS_BESIDE
    plots = [
        DriftPlot(one, width, sheet.sizes) for one in departures(data.drift, data.recalibrated_on)
    ]
    caption = (
        "Mean of rating minus reference in each month, at the mean of the days coded on; broken "
        "lines: recalibration. One axis for all dimensions."
    )
    yield from _under_heading("Departures over time", caption, plots, sheet)


# -- method --------------------------------------------------------------------------------


def _method(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    yield CondPageBreak(200)
    yield paragraph(sheet.loose_heading, "Method")
    if data.table.design.n_multiple_coded:
        yield paragraph(sheet.body, f"{_FROM_TABLE if data.from_table else _FROM_STUDY} {_RULES}")
        yield report_table(methods_table(data), sheet, PAGE)
    else:
        yield paragraph(sheet.body, NOTHING)
    versions = ", ".join(f"{name} {version}" for name, version in data.versions)
    yield paragraph(
        sheet.body, f"Computed with {versions}; random numbers from seed {data.table.seed}."
    )
    yield paragraph(sheet.body, "The same report is made by: ", Run(data.command, Weight.STRONG))
    yield Spacer(1, 2)
    yield KeepTogether(
        [
            paragraph(sheet.loose_heading, "References"),
            *(paragraph(sheet.caption, work) for work in references(data)),
        ]
    )


def _kept(table: ReportTable, sheet: StyleSheet) -> Iterator[Flowable]:
    """A table with heading and notes on one page, if they fit on one."""
    head = paragraph(sheet.loose_heading, table.title)
    parts = [head, report_table(table, sheet, PAGE), *_notes(table, sheet)]
    if len(table.rows) <= _MOST_KEPT:
        yield KeepTogether(parts)
        return
    yield CondPageBreak(120)
    yield from parts


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
