"""The reliability report as PDF: design, table, pictures, coders, method."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Spacer,
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
from practicecoder.reports.reliability.coder_pages import coders
from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.method import (
    MADE_UP,
    NOTHING,
    methods_paragraph,
    references,
    to_be_added,
)
from practicecoder.reports.reliability.numbers import level_shown
from practicecoder.reports.reliability.parts import (
    UprightPage,
    report_table,
    table_notes,
)
from practicecoder.reports.reliability.picture_pages import pictures
from practicecoder.reports.reliability.tables import ReportTable, Row
from practicecoder.reports.styles import (
    PAGE,
    WIDE_PAGE,
    StyleSheet,
    style_sheet,
)
from practicecoder.reports.text import Run, Weight
from practicecoder.reports.words import day_in_words
from practicecoder.reports.works import work_runs

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
                f"Made on {day_in_words(data.made_on)} with {data.program}; codebook "
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
        yield from pictures(data, sheet)
    yield from coders(data, sheet)
    yield from _method(data, sheet)


# -- design --------------------------------------------------------------------------------


def _design(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    yield paragraph(sheet.title, "Reliability of coders")
    yield paragraph(sheet.purpose, f"{data.study}, {day_in_words(data.made_on)}")
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
            yield from table_notes(table, sheet)
    yield UprightPage()


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
            *(paragraph(sheet.caption, *work_runs(work)) for work in references(data)),
        ]
    )
