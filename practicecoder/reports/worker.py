"""The feedback report to one worker about one session: two pages A4, made from frozen data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable, PageBreak

from practicecoder.domain.spans import clock
from practicecoder.reports.blocks import (
    HeadedLine,
    WritingLine,
    heading_of_long,
    paragraph,
    writing_height,
)
from practicecoder.reports.captions import how_sure, how_to_read
from practicecoder.reports.chart_rows import chart_rows, rating_shown
from practicecoder.reports.charts import Legend, RatingsChart
from practicecoder.reports.data import (
    Moment,
    Plan,
    ReportStatus,
    Strength,
    ToBuild,
    WorkerReportData,
)
from practicecoder.reports.document import (
    BuiltReport,
    Furniture,
    build,
    build_numbered,
    write_whole,
)
from practicecoder.reports.evidence import (
    EVIDENCE_ROOMS,
    EvidenceRoom,
    evidence_table,
    moment_runs,
)
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.styles import StyleSheet, style_sheet
from practicecoder.reports.text import Run, Weight, runs
from practicecoder.reports.timeline import TimelineStrip, covers_all, minutes_shown
from practicecoder.reports.words import day_in_words, ordinal
from practicecoder.scoring.scores import in_sentence

PAGES = 2
MOST_ROW_GAP = 10.0
MOST_WRITING_LINES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What gives way, or takes the room, so that pages are neither crowded nor empty."""

    room: EvidenceRoom = EVIDENCE_ROOMS[0]
    row_gap: float = 0.0
    response_lines: int = 2
    new_page: bool = True
    reading_in_front: bool = False


def write_worker_report(
    data: WorkerReportData, target: Path, *, made_on: date, large_print: bool = False
) -> None:
    """Write the report beside the target and put it there whole; same input, same bytes."""
    write_whole(worker_report(data, made_on=made_on, large_print=large_print).content, target)


def worker_report(
    data: WorkerReportData, *, made_on: date, large_print: bool = False
) -> BuiltReport:
    """Lay the report out so that it fills its pages, and build it."""
    sheet = style_sheet(large_print=large_print)
    furniture = _furniture(data, sheet, made_on)
    layout = _fitted(data, sheet, furniture)
    return build_numbered(lambda: _story(data, sheet, layout), furniture)


# -- fitting -------------------------------------------------------------------------------


def _fitted(data: WorkerReportData, sheet: StyleSheet, furniture: Furniture) -> Layout:
    """The first layout that keeps to two pages; else the fullest one on the fewest pages."""
    tried: list[tuple[Layout, BuiltReport]] = []
    for layout in _layouts(data, sheet, furniture):
        tried.append((layout, build(_story(data, sheet, layout), furniture)))
        if tried[-1][1].n_pages <= PAGES:
            break
    layout, built = min(tried, key=lambda attempt: attempt[1].n_pages)
    if built.n_pages <= PAGES:
        spare = int((built.room_left[-1] - 2) / writing_height(sheet.sizes.body))
        lines = min(MOST_WRITING_LINES, layout.response_lines + max(spare, 0))
        layout = replace(layout, response_lines=lines)
    return layout


def _layouts(data: WorkerReportData, sheet: StyleSheet, furniture: Furniture) -> Iterator[Layout]:
    """All evidence, then less and less; the same again with how to read on a first page."""
    n_rows = len(chart_rows(data.groups, data.noun))
    for reading_in_front in (False, True):
        layout = Layout(reading_in_front=reading_in_front)
        front = build(_front(data, sheet, layout), furniture)
        if reading_in_front and front.n_pages > 1:
            return
        layout = replace(layout, new_page=front.n_pages == 1)
        if layout.new_page and n_rows:
            gap = min(MOST_ROW_GAP, 0.9 * front.room_left[0] / n_rows)
            layout = replace(layout, row_gap=gap)
        for room in EVIDENCE_ROOMS:
            yield replace(layout, room=room)


# -- the story -----------------------------------------------------------------------------


def _story(data: WorkerReportData, sheet: StyleSheet, layout: Layout) -> list[Flowable]:
    between: list[Flowable] = [PageBreak()] if layout.new_page else []
    return [*_front(data, sheet, layout), *between, *_back(data, sheet, layout)]


def _front(data: WorkerReportData, sheet: StyleSheet, layout: Layout) -> list[Flowable]:
    return [
        *_opening(data, sheet),
        *_did_well(data, sheet),
        *_build_next(data, sheet),
        *_ratings(data, sheet, layout),
        *_where(data, sheet),
        *(_how_to_read(data, sheet) if layout.reading_in_front else ()),
    ]


def _back(data: WorkerReportData, sheet: StyleSheet, layout: Layout) -> list[Flowable]:
    return [
        *heading_of_long(sheet, say(Say.EVIDENCE)),
        evidence_table(data.dimensions, sheet, layout.room),
        *_how_you_saw_it(data, sheet),
        *_family_said(data, sheet),
        *_agreed(data, sheet),
        *_response(data, sheet, layout),
        *(() if layout.reading_in_front else _how_to_read(data, sheet)),
        *_signatures(data, sheet),
    ]


def _title(data: WorkerReportData) -> str:
    if data.session_date is None:
        code = data.provenance.session_code
        return say(Say.TITLE_WITHOUT_DATE, visit=data.noun.one, code=code)
    return say(Say.TITLE, visit=data.noun.one, date=day_in_words(data.session_date))


def _opening(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    notices = [
        say(which)
        for which, applies in (
            (Say.DRAFT_NOTICE, data.status is ReportStatus.DRAFT),
            (Say.TRAINING, data.training),
        )
        if applies
    ]
    found: list[Flowable] = [paragraph(sheet.title, _title(data))]
    if notices:
        found.append(paragraph(sheet.notice, " ".join(notices)))
    return [*found, paragraph(sheet.purpose, _purpose(data))]


def _purpose(data: WorkerReportData) -> str:
    if data.ordinal is None:
        return say(Say.PURPOSE_WITHOUT_ORDER, worker=data.worker)
    place = ordinal(data.ordinal).capitalize()
    return say(Say.PURPOSE, worker=data.worker, ordinal=place, visit=data.noun.one)


def _did_well(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    found: list[Flowable] = [paragraph(sheet.heading, say(Say.DID_WELL))]
    if data.proposed and (data.strengths or data.to_build):
        found.append(paragraph(sheet.purpose, say(Say.PROPOSED)))
    if not data.strengths:
        found.append(paragraph(sheet.body, say(Say.NO_STRENGTH)))
    return [*found, *(paragraph(sheet.body, *_strength_runs(s)) for s in data.strengths)]


def _strength_runs(strength: Strength) -> tuple[Run | str, ...]:
    found = _behaviour_runs(strength.behaviour, strength.moments)
    if strength.dimension and strength.rating is not None:
        found += [
            " ",
            *runs(
                Say.STRENGTH_LINK,
                dimension=Run(in_sentence(strength.dimension), Weight.TERM),
                rating=rating_shown(strength.rating),
            ),
        ]
    return tuple(found)


def _build_next(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    found: list[Flowable] = [paragraph(sheet.heading, say(Say.BUILD_NEXT))]
    if not data.to_build:
        found.append(paragraph(sheet.body, say(Say.NO_BUILD)))
    return [*found, *(paragraph(sheet.body, *_to_build_runs(item)) for item in data.to_build)]


def _to_build_runs(item: ToBuild) -> tuple[Run | str, ...]:
    found = _behaviour_runs(item.behaviour, item.moments)
    found += [" ", Run(say(Say.TRY), Weight.STRONG), " "]
    found.append(_sentence(item.try_this) if item.try_this else say(Say.TRY_OPEN))
    if item.dimension:
        term = Run(in_sentence(item.dimension), Weight.TERM)
        found += [" ", *runs(Say.BUILD_LINK, dimension=term)]
    return tuple(found)


def _behaviour_runs(behaviour: str, moments: Sequence[Moment]) -> list[Run | str]:
    found: list[Run | str] = [Run(_sentence(behaviour), Weight.STRONG)]
    for number, moment in enumerate(moments):
        found += [" " if number == 0 else "; ", *moment_runs(moment)]
    if moments and not str(moments[-1].quote or moments[-1].note).rstrip().endswith((".", "?")):
        found.append(".")
    return found


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
    moments = [moment for dimension in data.dimensions for moment in dimension.moments]
    coded = say(
        Say.CODED_ALL if covers_all(timeline) else Say.CODED_PART,
        start=clock(timeline.coded.start_ms),
        end=clock(timeline.coded.end_ms),
    )
    if not moments:
        coded = f"{say(Say.NO_SHARED_MOMENTS, visit=data.noun.one)} {coded}"
    minutes = minutes_shown(timeline.duration_ms)
    return [
        paragraph(sheet.heading, say(Say.WHERE, minutes=minutes)),
        TimelineStrip(timeline, moments, sheet.sizes, data.noun),
        paragraph(sheet.caption, coded),
    ]


def _how_you_saw_it(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    if not data.own_ratings:
        return [HeadedLine(sheet, say(Say.HOW_YOU_SAW_IT), say(Say.NO_OWN_RATINGS))]
    heading = paragraph(sheet.heading, say(Say.HOW_YOU_SAW_IT))
    each = [
        say(
            Say.OWN_RATING_OPEN if own.coder is None else Say.OWN_RATING,
            dimension=own.dimension,
            own=rating_shown(own.own),
            coder="" if own.coder is None else rating_shown(own.coder),
        )
        for own in data.own_ratings
    ]
    text = f"{' · '.join(each)}. {say(Say.OWN_RATINGS_TALK)}"
    return [heading, paragraph(sheet.body, text)]


def _family_said(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    if not data.family_voice:
        return []
    return [
        paragraph(sheet.heading, say(Say.FAMILY_SAID)),
        paragraph(sheet.body, data.family_voice),
    ]


def _agreed(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    plan = data.plan
    lines = [
        ((Say.GOAL, plan.goal),),
        ((Say.WITH_WHOM, plan.with_whom), (Say.HELP_NEEDED, plan.help_needed)),
        ((Say.HOW_WE_KNOW, plan.how_we_know), (Say.REVIEW_ON, _review_day(plan))),
    ]
    if data.ordinal != 1 or plan.last_goal:
        before = ((Say.LAST_GOAL, plan.last_goal), (Say.LAST_GOAL_OUTCOME, plan.last_goal_outcome))
        lines.insert(0, before)
    found: list[Flowable] = [paragraph(sheet.heading, say(Say.AGREED))]
    for fields in lines:
        found += _fields(sheet, fields)
    return found


def _fields(sheet: StyleSheet, fields: Sequence[tuple[Say, str]]) -> list[Flowable]:
    if not any(text for _, text in fields):
        return [WritingLine(sheet, *(say(label) for label, _ in fields))]
    return [
        paragraph(sheet.body, Run(say(label), Weight.TIME), " ", text)
        if text
        else WritingLine(sheet, say(label))
        for label, text in fields
    ]


def _response(data: WorkerReportData, sheet: StyleSheet, layout: Layout) -> list[Flowable]:
    heading = paragraph(sheet.heading, say(Say.RESPONSE))
    if data.response:
        return [heading, paragraph(sheet.body, data.response)]
    return [heading, *(WritingLine(sheet) for _ in range(layout.response_lines))]


def _how_to_read(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    words: list[Run | str] = []
    for note in how_to_read(data):
        words += [Run(note.lead, Weight.TIME), f" {note.text} "]
    return [paragraph(sheet.heading, say(Say.HOW_TO_READ)), paragraph(sheet.purpose, *words)]


def _signatures(data: WorkerReportData, sheet: StyleSheet) -> list[Flowable]:
    if not data.signatures:
        return []
    labels = (Say.SIGNED_WORKER, Say.SIGNED_SUPERVISOR, Say.SIGNED_DATE)
    return [WritingLine(sheet, *(say(label) for label in labels))]


# -- page furniture ------------------------------------------------------------------------


def _furniture(data: WorkerReportData, sheet: StyleSheet, made_on: date) -> Furniture:
    source = data.provenance
    codebook = f"{source.codebook_id} {source.codebook_version}"
    if source.codebook_is_draft:
        codebook = say(Say.CODEBOOK_DRAFT, codebook=codebook)
    coders = (
        say(Say.ONE_CODER)
        if source.n_coders == 1
        else say(Say.SEVERAL_CODERS, n=str(source.n_coders))
    )
    program = f"practicecoder {source.app_version}"
    ids = say(
        Say.FOOTER_IDS,
        visit=data.noun.one.capitalize(),
        code=source.session_code,
        codebook=codebook,
        coders=coders,
        date=day_in_words(made_on),
        program=program,
    )
    marking = say(
        Say.FOOTER_MARKING if source.marking else Say.FOOTER_READERS,
        marking=source.marking,
        worker=data.worker,
    )
    return Furniture(
        title=f"Feedback {data.worker} {source.session_code}",
        author=source.study,
        program=program,
        footer=(marking, ids),
        made_on=made_on,
        sizes=sheet.sizes,
        made_up=say(Say.MADE_UP, visit=data.noun.one) if data.made_up else "",
        draft=say(Say.DRAFT) if data.status is ReportStatus.DRAFT else "",
    )


def _review_day(plan: Plan) -> str:
    return "" if plan.review_on is None else day_in_words(plan.review_on)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
