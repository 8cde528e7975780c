"""The worker report for Word: the order and words of the pages, its pictures as tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.reports.captions import how_sure, how_to_read
from practicecoder.reports.chart_rows import ChartRow, chart_rows
from practicecoder.reports.data import WorkerReportData
from practicecoder.reports.document import write_whole
from practicecoder.reports.evidence import COLUMNS
from practicecoder.reports.evidence_words import EVIDENCE_ROOMS, evidence_rows
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.text import Run, Weight
from practicecoder.reports.timeline import lane_words, minutes_shown
from practicecoder.reports.word_parts import (
    Cell,
    FileDescription,
    add_notice,
    add_page_number,
    add_runs,
    add_table,
    add_writing_line,
    fixed_bytes,
    new_document,
)
from practicecoder.reports.worker_words import (
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

if TYPE_CHECKING:
    from docx.document import Document

NORMAL, LARGE = 11.0, 14.0
"""Type size of the body in points."""
_RESPONSE_LINES = 4


def worker_document(data: WorkerReportData, *, made_on: date, large_print: bool = False) -> bytes:
    """The report as a .docx file; same input, same bytes."""
    return fixed_bytes(_document(data, made_on, LARGE if large_print else NORMAL), made_on)


def write_worker_document(
    data: WorkerReportData, target: Path, *, made_on: date, large_print: bool = False
) -> None:
    """Write the .docx beside the target and put it there whole."""
    write_whole(worker_document(data, made_on=made_on, large_print=large_print), target)


def _document(data: WorkerReportData, made_on: date, body: float) -> Document:
    about = FileDescription(
        title=neutral_title(data),
        author=data.provenance.study,
        program=program_of(data),
        made_on=made_on,
    )
    document = new_document(about, body=body)
    _furnish(document, data, made_on, body)
    _opening(document, data)
    _chosen(document, data)
    _ratings(document, data, body)
    _where(document, data, body)
    _evidence(document, data, body)
    _how_you_saw_it(document, data, body)
    _family_said(document, data)
    _agreed(document, data)
    _response(document, data)
    _how_to_read(document, data)
    return document


def _furnish(document: Document, data: WorkerReportData, made_on: date, body: float) -> None:
    """What every page carries: marks above, readers, origin and number below."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    if draft_mark(data):
        add_notice(head, draft_mark(data), size=2 * body)
    if made_up_mark(data):
        add_notice(section.header.add_paragraph(), made_up_mark(data))
    small = 0.85 * body
    readers, origin = footer_lines(data, made_on)
    foot = section.footer.paragraphs[0]
    add_runs(foot, (readers,), size=small)
    foot = section.footer.add_paragraph()
    add_runs(foot, (origin,), size=small)
    before, between = say(Say.PAGE, number="|", total="").split("|")
    add_page_number(section.footer.add_paragraph(), before, between)


def _opening(document: Document, data: WorkerReportData) -> None:
    document.add_heading(title(data), level=1)
    if notices(data):
        add_notice(document.add_paragraph(), notices(data))
    _say(document, purpose(data))


def _chosen(document: Document, data: WorkerReportData) -> None:
    document.add_heading(say(Say.DID_WELL), level=2)
    if proposed_note(data):
        _say(document, proposed_note(data))
    for strength in data.strengths:
        _say(document, *strength_runs(strength))
    if not data.strengths:
        _say(document, say(Say.NO_STRENGTH))
    document.add_heading(say(Say.BUILD_NEXT), level=2)
    for item in data.to_build:
        _say(document, *to_build_runs(item))
    if not data.to_build:
        _say(document, say(Say.NO_BUILD))


def _ratings(document: Document, data: WorkerReportData, body: float) -> None:
    rows = chart_rows(data.groups, data.noun)
    columns = [
        (say(Say.COLUMN_VALUE), 1.1, [row.number for row in rows]),
        (say(Say.SESSION_BEFORE, visit=data.noun.one), 1.1, [row.before_shown for row in rows]),
        (say(Say.RANGE_MARK), 1.5, [row.range_shown for row in rows]),
        (say(Say.OWN_TREND), 2.4, [_trend(row) for row in rows]),
        (say(Say.IN_WORDS), 2.6, [row.words for row in rows]),
    ]
    used = [column for column in columns if any(column[2])]
    names = [Run(row.label, Weight.STRONG if row.is_band else Weight.PLAIN) for row in rows]
    document.add_heading(say(Say.RATINGS), level=2)
    add_table(
        document,
        [say(Say.COLUMN_NAME), *(_capital(head) for head, _, _ in used)],
        [
            [_cell(name), *(_cell(shown[place]) for _, _, shown in used)]
            for place, name in enumerate(names)
        ],
        [3.0, *(share for _, share, _ in used)],
        title=say(Say.RATINGS),
        size=0.9 * body,
    )
    if how_sure(data):
        _say(document, how_sure(data))


def _trend(row: ChartRow) -> str:
    return ", ".join(row.trend_shown) if len(row.trend_shown) > 1 else ""


def _where(document: Document, data: WorkerReportData, body: float) -> None:
    timeline = data.timeline
    if timeline is None:
        return
    heading = say(Say.WHERE, minutes=minutes_shown(timeline.duration_ms))
    document.add_heading(heading, level=2)
    add_table(
        document,
        [say(Say.COLUMN_LANE), say(Say.COLUMN_TIMES)],
        [
            [_cell(name), _cell(times)]
            for name, times in lane_words(timeline, shared_moments(data))
        ],
        [1, 3],
        title=heading,
        size=0.9 * body,
    )
    _say(document, coded_part(data, timeline, drawn=False))


def _evidence(document: Document, data: WorkerReportData, body: float) -> None:
    document.add_heading(say(Say.EVIDENCE), level=2)
    add_table(
        document,
        [say(column) for column in COLUMNS],
        [
            [_cell(row.dimension), _cell(row.rating), _cell(row.level), row.moments]
            for row in evidence_rows(data.dimensions, EVIDENCE_ROOMS[0])
        ],
        [1.6, 0.8, 3.0, 3.2],
        title=say(Say.EVIDENCE),
        size=0.9 * body,
    )


def _how_you_saw_it(document: Document, data: WorkerReportData, body: float) -> None:
    document.add_heading(say(Say.HOW_YOU_SAW_IT), level=2)
    if not data.own_ratings:
        _say(document, no_own_view(data))
        return
    _say(document, say(Say.OWN_RATINGS_TALK))
    you, coder = own_view(data)
    add_table(
        document,
        [say(Say.COLUMN_DIMENSION), you.head, coder.head],
        [
            [_cell(own.dimension), _cell(yours), _cell(theirs)]
            for own, yours, theirs in zip(
                data.own_ratings, you.ratings, coder.ratings, strict=True
            )
        ],
        [3, 1, 1],
        title=say(Say.HOW_YOU_SAW_IT),
        size=0.9 * body,
    )


def _family_said(document: Document, data: WorkerReportData) -> None:
    if not data.family_voice:
        return
    document.add_heading(say(Say.FAMILY_SAID), level=2)
    _say(document, say(Say.FAMILY_NOTE, visit=data.noun.one))
    _say(document, data.family_voice)


def _agreed(document: Document, data: WorkerReportData) -> None:
    document.add_heading(say(Say.AGREED), level=2)
    lines = plan_lines(data.plan)
    for field in (*goal_review(data), *(field for line in lines for field in line)):
        if field.words:
            _say(document, Run(field.label, Weight.STRONG), " ", sentence(field.words))
        else:
            add_writing_line(document, field.label)


def _response(document: Document, data: WorkerReportData) -> None:
    document.add_heading(say(Say.RESPONSE), level=2)
    if data.response:
        _say(document, data.response)
        if response_day(data):
            _say(document, response_day(data))
        return
    for _ in range(_RESPONSE_LINES):
        add_writing_line(document)


def _how_to_read(document: Document, data: WorkerReportData) -> None:
    document.add_heading(say(Say.HOW_TO_READ), level=2)
    for note in how_to_read(data, drawn=False):
        _say(document, Run(note.lead, Weight.STRONG), f" {note.text}")
    for label in signature_labels(data):
        add_writing_line(document, label)


def _say(document: Document, *runs: Run | str) -> None:
    add_runs(document.add_paragraph(), runs)


def _cell(*runs: Run | str) -> Cell:
    return (runs,)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
