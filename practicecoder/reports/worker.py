"""The feedback report to one worker about one session: two pages A4, made from frozen data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable, KeepTogether, PageBreak

from practicecoder.reports.blocks import HeadedLine, WritingLine, heading_of_long, paragraph
from practicecoder.reports.captions import how_sure, how_to_read
from practicecoder.reports.chart_rows import chart_rows
from practicecoder.reports.charts import Legend, RatingsChart
from practicecoder.reports.data import WorkerReportData
from practicecoder.reports.document import BuiltReport, Furniture, write_whole
from practicecoder.reports.evidence import EvidenceTables
from practicecoder.reports.own_view import own_view_tables
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import StyleSheet, style_sheet
from practicecoder.reports.text import Run, Weight
from practicecoder.reports.timeline import TimelineStrip, minutes_shown
from practicecoder.reports.worker_layout import Layout, Parts, build_fitted
from practicecoder.reports.worker_words import (
    Field,
    coded_part,
    draft_mark,
    footer_lines,
    goal_review,
    made_up_mark,
    neutral_title,
    no_own_view,
    notices,
    own_view,
    plan_lines,
    program_of,
    proposed_note,
    purpose,
    response_day,
    sentence,
    shared_moments,
    signature_labels,
    strength_runs,
    title,
    to_build_runs,
)


def write_worker_report(
    data: WorkerReportData, target: Path, *, made_on: date, large_print: bool = False
) -> None:
    """Write the report beside the target and put it there whole; same input, same bytes."""
    write_whole(worker_report(data, made_on=made_on, large_print=large_print).content, target)


def worker_report(
    data: WorkerReportData, *, made_on: date, large_print: bool = False
) -> BuiltReport:
    """Lay the report out so that it fills its pages, and build it.

    In normal print it keeps to two pages, in large print to three, as far as its words allow.
    """
    sheet = style_sheet(large_print=large_print)
    furniture = _furniture(data, sheet, made_on)
    evidence = EvidenceTables(data.dimensions, sheet)
    parts = Parts(
        front=lambda layout: _front(data, sheet, layout),
        back=lambda layout: _back(data, sheet, layout, evidence.table(layout.room)),
        measured_back=lambda layout: _back(data, sheet, layout, evidence.stand_in(layout.room)),
        n_rows=len(chart_rows(data.groups, data.noun)),
    )
    return build_fitted(parts, sheet, furniture, most_pages=3 if large_print else 2)


# -- the story -----------------------------------------------------------------------------


def _front(data: WorkerReportData, sheet: StyleSheet, layout: Layout) -> list[Flowable]:
    return [
        *_opening(data, sheet),
        *_did_well(data, sheet),
        *_build_next(data, sheet),
        *_ratings(data, sheet, layout),
        *_where(data, sheet),
        *(_how_to_read(data, sheet) if layout.reading_in_front else ()),
    ]


def _back(
    data: WorkerReportData, sheet: StyleSheet, layout: Layout, evidence: Flowable
) -> list[Flowable]:
    return [
        *heading_of_long(sheet, say(Say.EVIDENCE)),
        evidence,
        *_how_you_saw_it(data, sheet),
        *_family_said(data, sheet),
        *([PageBreak()] if layout.own_page else []),
        *_agreed(data, sheet),
        *_response(data, sheet, layout),
        *(() if layout.reading_in_front else _how_to_read(data, sheet)),
        *_signatures(data, sheet),
    ]


def _opening(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    found: list[Flowable] = [paragraph(sheet.title, title(data))]
    if notices(data):
        found.append(paragraph(sheet.notice, notices(data)))
    return [*found, paragraph(sheet.purpose, purpose(data))]


def _did_well(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    found: list[Flowable] = [paragraph(sheet.heading, say(Say.DID_WELL))]
    if proposed_note(data):
        found.append(paragraph(sheet.purpose, proposed_note(data)))
    if not data.strengths:
        found.append(paragraph(sheet.body, say(Say.NO_STRENGTH)))
    return [*found, *(paragraph(sheet.body, *strength_runs(s)) for s in data.strengths)]


def _build_next(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    found: list[Flowable] = [paragraph(sheet.heading, say(Say.BUILD_NEXT))]
    if not data.to_build:
        found.append(paragraph(sheet.body, say(Say.NO_BUILD)))
    return [*found, *(paragraph(sheet.body, *to_build_runs(item)) for item in data.to_build)]


def _ratings(data: WorkerReportData, sheet: StyleSheet, layout: Layout) -> list[Flowable]:
    rows = chart_rows(data.groups, data.noun)
    return [
        *heading_of_long(sheet, say(Say.RATINGS)),
        RatingsChart(rows, sheet.sizes, data.noun, row_gap=layout.row_gap),
        Legend(rows, sheet.sizes, data.noun),
        paragraph(sheet.caption, how_sure(data)),
    ]


def _where(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    timeline = data.timeline
    if timeline is None:
        return []
    minutes = minutes_shown(timeline.duration_ms)
    return _kept(
        paragraph(sheet.heading, say(Say.WHERE, minutes=minutes)),
        TimelineStrip(timeline, shared_moments(data), sheet.sizes, data.noun),
        paragraph(sheet.caption, coded_part(data, timeline)),
    )


def _how_you_saw_it(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    if not data.own_ratings:
        return [HeadedLine(sheet, say(Say.HOW_YOU_SAW_IT), no_own_view(data))]
    return _kept(
        HeadedLine(sheet, say(Say.HOW_YOU_SAW_IT), say(Say.OWN_RATINGS_TALK)),
        *own_view_tables(data.own_ratings, own_view(data), sheet),
    )


def _family_said(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    if not data.family_voice:
        return []
    return _kept(
        HeadedLine(sheet, say(Say.FAMILY_SAID), say(Say.FAMILY_NOTE, visit=data.noun.one)),
        paragraph(sheet.body, data.family_voice),
    )


def _agreed(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    found: list[Flowable] = [paragraph(sheet.heading, say(Say.AGREED))]
    review = goal_review(data)
    told = any(field.words for field in review)
    lines = [(field,) for field in review] if told else [review] if review else []
    for fields in (*lines, *plan_lines(data.plan)):
        found += _fields(sheet, fields)
    return _kept(*found)


def _fields(sheet: StyleSheet, fields: Sequence[Field]) -> list[Flowable]:
    """Fields of a line: one line to write on, or the words one after another."""
    if not any(field.words for field in fields):
        return [WritingLine(sheet, *(field.label for field in fields))]
    words: list[Run | str] = []
    for field in fields:
        if field.words:
            words += ["  " if words else "", Run(field.label, Weight.TIME), " "]
            words.append(sentence(field.words))
    open_lines = [WritingLine(sheet, field.label) for field in fields if not field.words]
    return [paragraph(sheet.body, *words), *open_lines]


def _response(data: WorkerReportData, sheet: StyleSheet, layout: Layout) -> list[Flowable]:
    heading = paragraph(sheet.heading, say(Say.RESPONSE))
    if not data.response:
        return _kept(heading, *(WritingLine(sheet) for _ in range(layout.response_lines)))
    day = response_day(data)
    said = (heading, paragraph(sheet.body, data.response))
    return _kept(*said, paragraph(sheet.caption, day)) if day else _kept(*said)


def _how_to_read(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    words: list[Run | str] = []
    for note in how_to_read(data):
        words += [Run(note.lead, Weight.TIME), f" {note.text} "]
    return [paragraph(sheet.heading, say(Say.HOW_TO_READ)), paragraph(sheet.purpose, *words)]


def _signatures(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    labels = signature_labels(data)
    return [WritingLine(sheet, *labels)] if labels else []


def _kept(*flowables: Flowable) -> list[Flowable]:
    """Flowables that stay together on a page."""
    return [KeepTogether(list(flowables))]


# -- page furniture ------------------------------------------------------------------------


def _furniture(data: WorkerReportData, sheet: StyleSheet, made_on: date) -> Furniture:
    return Furniture(
        title=neutral_title(data),
        author=data.provenance.study,
        program=program_of(data),
        footer=footer_lines(data, made_on),
        made_on=made_on,
        sizes=sheet.sizes,
        made_up=made_up_mark(data),
        draft=draft_mark(data),
    )
