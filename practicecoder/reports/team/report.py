"""The team report as PDF: summary, each worker's own course, what is done and built, over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Table, TableStyle

from practicecoder.reports.blocks import heading_of_long, paragraph
from practicecoder.reports.data import ReportStatus
from practicecoder.reports.document import BuiltReport, Furniture, build_numbered, write_whole
from practicecoder.reports.reliability.parts import report_table
from practicecoder.reports.reliability.pictures import in_rows
from practicecoder.reports.reliability.tables import ReportTable
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import PAGE, Colour, Face, StyleSheet, style_sheet
from practicecoder.reports.tagging import TaggedParagraph, canvas_of
from practicecoder.reports.team.courses import MOST_MEASURES, ROWS_OF_A_PAGE, CourseGrid
from practicecoder.reports.team.data import TeamReportData, WorkerCourses
from practicecoder.reports.team.evidence import evidence_marks
from practicecoder.reports.team.runs import RunPicture
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.team.strip import Strip
from practicecoder.reports.team.tables import (
    course_table,
    frequency_table,
    group_table,
)
from practicecoder.reports.team.words import (
    all_of,
    care,
    change_sentence,
    counts_line,
    favourable,
    footer,
    goals_in_words,
    heading_words,
    headline,
    how_sure,
    method,
    notices,
    period_in_words,
    purpose,
    run_caption,
)
from practicecoder.reports.text import Run, Weight, shortened
from practicecoder.reports.words import day_in_words

QUOTE_WORDS = 25
_GAP = 12.0
_BUILDS, _OVER_TIME = 420.0, 590.0
"""Room that a section wants, where it need not begin on a page of its own."""
_WIDE_CHARTS = 3
"""So many run charts at most take the whole width; more stand two in a row."""


def write_team_report(data: TeamReportData, target: Path) -> None:
    """Write the report beside the target and put it there whole; same input, same bytes."""
    write_whole(team_report(data).content, target)


def team_report(data: TeamReportData) -> BuiltReport:
    """Lay the report out."""
    sheet = style_sheet()
    program = f"practicecoder {data.provenance.app_version}"
    furniture = Furniture(
        title=f"Team report {data.made_on.isoformat()}",
        author=data.provenance.study,
        program=program,
        footer=footer(data),
        made_on=data.made_on,
        sizes=sheet.sizes,
        made_up=say(Say.MADE_UP, visit=data.noun.one) if data.made_up else "",
        draft=say(Say.DRAFT) if data.status is ReportStatus.DRAFT else "",
    )
    return build_numbered(lambda: list(_story(data, sheet)), furniture)


def _story(data: TeamReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    yield from _summary(data, sheet)
    if data.is_senior:
        yield from _builds(data, sheet)
        yield CondPageBreak(_OVER_TIME)
    else:
        yield PageBreak()
        yield from _courses(data, sheet)
        is_long = len(data.courses) > ROWS_OF_A_PAGE
        yield CondPageBreak(_BUILDS) if is_long else PageBreak()
        yield from _builds(data, sheet)
        yield PageBreak()
    yield from _over_time(data, sheet)


# -- summary -------------------------------------------------------------------------------


def _summary(data: TeamReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    yield paragraph(sheet.title, tell(TeamSay.TITLE))
    notes = notices(data)
    if data.status is ReportStatus.DRAFT:
        notes.insert(0, tell(TeamSay.DRAFT_NOTICE))
    if notes:
        yield paragraph(sheet.notice, all_of(notes))
    yield paragraph(sheet.purpose, all_of([counts_line(data), purpose(data)]))
    lead = sheet.heading.clone("headline", tag="P", spaceBefore=0.8 * sheet.sizes.body)
    yield paragraph(lead, headline(data))
    for found in data.summaries[1:]:
        if words := change_sentence(found):
            yield paragraph(sheet.body, Run(f"{found.measure.label}. ", Weight.TIME), words)
    if data.summaries:
        yield from _strips(data, sheet)
    if data.groups:
        yield from _table(
            group_table(data), sheet, tell(TeamSay.GROUPS_CAPTION, visits=data.noun.many)
        )
    if data.not_told:
        yield paragraph(
            sheet.caption,
            Run(f"{tell(TeamSay.NOT_TOLD)}. ", Weight.TIME),
            all_of(data.not_told),
        )


def _strips(data: TeamReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    yield from heading_of_long(sheet, tell(TeamSay.MEASURES))
    for found in data.summaries:
        yield Strip(found, PAGE.text_width, sheet.sizes, data.noun, n_strips=len(data.summaries))
    caption = (
        tell(TeamSay.MEASURES_CAPTION_SENIOR)
        if data.is_senior
        else tell(TeamSay.MEASURES_CAPTION, visits=data.noun.many)
    )
    yield paragraph(sheet.caption, all_of([caption, favourable(data)]))


# -- courses -------------------------------------------------------------------------------


def _courses(data: TeamReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    yield paragraph(sheet.loose_heading, tell(TeamSay.COURSES))
    caption = tell(TeamSay.COURSES_CAPTION, visits=data.noun.many, period=period_in_words(data))
    if any(course.own for one in data.courses for course in one.courses):
        caption = all_of([caption, tell(TeamSay.COURSES_OWN, visits=data.noun.many)])
    yield paragraph(sheet.caption, caption)
    days = [p.day for one in data.courses for course in one.courses for p in course.points]
    if not days:
        yield report_table(course_table(data), sheet, PAGE)
        return
    first = min(data.first_day or days[0], *days)
    last = max(data.last_day or days[0], *days)
    n_grids = -(-len(data.measures) // MOST_MEASURES)
    columns = -(-len(data.measures) // n_grids)
    for start in range(0, len(data.measures), columns):
        chosen = slice(start, start + columns)
        rows = [_with_courses(one, chosen) for one in data.courses]
        yield CourseGrid(rows, data.measures[chosen], (first, last), sheet.sizes, columns=columns)


def _with_courses(one: WorkerCourses, chosen: slice) -> WorkerCourses:
    return replace(one, courses=one.courses[chosen])


# -- what is done and built ----------------------------------------------------------------


def _builds(data: TeamReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    if data.evidence:
        yield paragraph(sheet.loose_heading, tell(TeamSay.BUILDS))
        yield evidence_marks(data, sheet)
        yield paragraph(sheet.caption, tell(TeamSay.EVIDENCE_CAPTION))
    else:
        yield paragraph(sheet.heading, tell(TeamSay.BUILDS))
        yield paragraph(sheet.body, tell(TeamSay.NO_EVIDENCE))
    if not data.is_senior:
        yield paragraph(sheet.heading, tell(TeamSay.QUOTES))
        for quote in data.quotes:
            yield paragraph(sheet.body, f"“{shortened(quote, QUOTE_WORDS)}”")
        which = TeamSay.QUOTES_CAPTION if data.quotes else TeamSay.NO_QUOTES
        yield paragraph(sheet.caption if data.quotes else sheet.body, tell(which))
    yield paragraph(sheet.heading, tell(TeamSay.GOALS))
    yield paragraph(sheet.body, goals_in_words(data))
    often = frequency_table(data)
    if often is not None and data.frequency is not None:
        caption = tell(
            TeamSay.FREQUENCY_CAPTION,
            visits=data.noun.many,
            until=day_in_words(data.frequency.until),
        )
        yield from _table(often, sheet, caption)
    else:
        yield paragraph(sheet.heading, heading_words(TeamSay.FREQUENCY, data.noun))
        yield paragraph(sheet.body, tell(TeamSay.FREQUENCY_HIDDEN))


# -- over time -----------------------------------------------------------------------------


def _over_time(data: TeamReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    yield paragraph(sheet.loose_heading, tell(TeamSay.OVER_TIME))
    drawn = [found for found in data.months if found.chart.points]
    if drawn:
        yield paragraph(sheet.caption, run_caption(data))
        months = [point.month for found in drawn for point in found.chart.points]
        two = len(drawn) > _WIDE_CHARTS
        width = (PAGE.text_width - _GAP) / 2 if two else PAGE.text_width
        pictures = [
            RunPicture(found, data.go_live, min(months), max(months), width, sheet.sizes)
            for found in drawn
        ]
        yield from in_rows(pictures, PAGE.text_width, _GAP)
    else:
        yield paragraph(sheet.body, tell(TeamSay.RUN_NONE))
    yield _box(sheet, tell(TeamSay.CARE), care(data))
    if data.summaries:
        yield KeepTogether(
            [
                paragraph(sheet.heading, tell(TeamSay.SURE)),
                paragraph(sheet.body, how_sure(data)),
            ]
        )
    yield KeepTogether(
        [paragraph(sheet.heading, tell(TeamSay.METHOD)), paragraph(sheet.body, method(data))]
    )


# -- blocks --------------------------------------------------------------------------------


def _table(table: ReportTable, sheet: StyleSheet, caption: str) -> Iterator[Flowable]:
    yield KeepTogether(
        [
            paragraph(sheet.loose_heading, table.title),
            report_table(table, sheet, PAGE),
            paragraph(sheet.caption, caption),
        ]
    )


def _box(sheet: StyleSheet, heading: str, words: str) -> Table:
    """A paragraph on a tinted ground; its frame is no table to a reader of the structure."""
    lines: list[TaggedParagraph] = [
        paragraph(sheet.heading.clone("box heading", spaceBefore=0), heading),
        paragraph(sheet.body, words),
    ]
    return Table(
        [[lines]],
        colWidths=[PAGE.text_width],
        renderCB=_draw_ground,  # type: ignore[arg-type]  # reportlab only calls it
        spaceBefore=0.6 * sheet.sizes.body,
        spaceAfter=0.3 * sheet.sizes.body,
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR),
                ("BACKGROUND", (0, 0), (-1, -1), Colour.TINT),
                ("LINEBEFORE", (0, 0), (0, -1), 3, Colour.NAVY),
                ("LEFTPADDING", (0, 0), (-1, -1), 10),
                ("RIGHTPADDING", (0, 0), (-1, -1), 10),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            ]
        ),
    )


def _draw_ground(table: Table, command: str, *_: object) -> None:
    """Ground and line of a box are decoration."""
    canvas = canvas_of(table)
    if command in ("startBG", "startLines"):
        canvas.begin_artifact()
    elif command in ("endBG", "endLines"):
        canvas.end_artifact()
