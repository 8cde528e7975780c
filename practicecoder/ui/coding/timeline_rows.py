"""Everything on the timeline as rows of a table, and what was not heard yet as another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Coding
from practicecoder.domain.spans import TimeSpan, clock, union
from practicecoder.domain.transcripts import TranscriptLine
from practicecoder.ui.tables import RIGHT, Column
from practicecoder.ui.widgets.timeline_hits import polarity_word, role_word
from practicecoder.ui.widgets.timeline_scene import Lane, Scene


class RowKind(StrEnum):
    """What a row of the table tells of: everything that the timeline paints."""

    SEGMENT = "segment"
    RUN_IN = "run_in"
    LOOP = "loop"
    HEARD = "heard"
    EVIDENCE = "evidence"
    CODE = "code"
    LINE = "line"
    SPEECH = "speech"


KIND_OF_LANE = {
    Lane.HEARD: RowKind.HEARD,
    Lane.EVIDENCE: RowKind.EVIDENCE,
    Lane.CODES: RowKind.CODE,
    Lane.LINES: RowKind.LINE,
    Lane.SPEECH: RowKind.SPEECH,
}
"""Rows that say the same as each lane."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One thing on the timeline, in words."""

    key: str
    kind: RowKind
    span: TimeSpan
    what: str = ""
    speaker: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineContents:
    """What the timeline shows of a coding. ``speech`` is empty while it is not known."""

    coding: Coding
    codebook: Codebook
    segment: TimeSpan | None = None
    loop: TimeSpan | None = None
    heard: tuple[TimeSpan, ...] = ()
    unheard: tuple[TimeSpan, ...] = ()
    lines: tuple[TranscriptLine, ...] = ()
    speech: tuple[TimeSpan, ...] = field(default=())


def timeline_rows(contents: TimelineContents) -> tuple[TimelineRow, ...]:
    """Everything in order of time."""
    rows = [
        *_stretches(contents),
        *_evidence(contents),
        *_codes(contents),
        *_lines(contents.lines),
    ]
    rows.sort(key=lambda row: (row.span, list(RowKind).index(row.kind)))
    return tuple(rows)


def _stretches(contents: TimelineContents) -> Iterator[TimelineRow]:
    segment, loop = contents.segment, contents.loop
    if segment is not None:
        yield _stretch(RowKind.SEGMENT, segment, _tr("what is coded"))
        run_in = Scene(segment=segment).run_in
        if run_in is not None and not run_in.is_moment:
            yield _stretch(RowKind.RUN_IN, run_in, _tr("played before it, not coded"))
    if loop is not None:
        yield _stretch(RowKind.LOOP, loop, _tr("played again and again"))
    for span in union(contents.heard):
        yield _stretch(RowKind.HEARD, span, _tr("played"))
    for span in contents.speech:
        yield _stretch(RowKind.SPEECH, span, _tr("somebody speaks"))


def _stretch(kind: RowKind, span: TimeSpan, what: str) -> TimelineRow:
    key = f"{kind} {span.start_ms}"
    return TimelineRow(key=key, kind=kind, span=span, what=what)


def _evidence(contents: TimelineContents) -> Iterator[TimelineRow]:
    label = contents.codebook.label
    for evidence in contents.coding.evidence:
        dimensions = ", ".join(label(d) for d in evidence.dimension_ids)
        yield TimelineRow(
            key=evidence.evidence_id,
            kind=RowKind.EVIDENCE,
            span=evidence.span,
            what=f"{dimensions}: {polarity_word(evidence.polarity)}",
            note=" / ".join(part for part in (evidence.quote, evidence.note) if part),
        )


def _codes(contents: TimelineContents) -> Iterator[TimelineRow]:
    codes = {code.count_id: code for code in contents.codebook.counts}
    for mark in contents.coding.marks:
        code = codes.get(mark.count_id)
        end_ms = mark.at_ms if mark.end_ms is None else mark.end_ms
        yield TimelineRow(
            key=mark.mark_id,
            kind=RowKind.CODE,
            span=TimeSpan(mark.at_ms, end_ms),
            what=mark.count_id if code is None else code.label,
            speaker=mark.speaker or ("" if code is None else code.speaker),
            note=mark.note,
        )


def _lines(lines: Sequence[TranscriptLine]) -> Iterator[TimelineRow]:
    for number, line in enumerate(lines):
        end_ms = line.start_ms if line.end_ms is None else line.end_ms
        yield TimelineRow(
            key=f"line {number}",
            kind=RowKind.LINE,
            span=TimeSpan(line.start_ms, end_ms),
            what=line.text,
            speaker=line.speaker or role_word(line.role),
        )


def kind_word(kind: RowKind) -> str:
    """Name of a kind, as the lane has it where there is one."""
    return {
        RowKind.SEGMENT: _tr("Segment"),
        RowKind.RUN_IN: _tr("Run-in"),
        RowKind.LOOP: _tr("Loop"),
        RowKind.HEARD: _tr("Heard"),
        RowKind.EVIDENCE: _tr("Evidence"),
        RowKind.CODE: _tr("Code"),
        RowKind.LINE: _tr("Transcript"),
        RowKind.SPEECH: _tr("Speech"),
    }[kind]


def row_columns() -> tuple[Column[TimelineRow], ...]:
    """Columns of the table."""
    return (
        Column(
            title=_tr("Time"),
            text=lambda row: span_text(row.span),
            sort_key=lambda row: row.span,
            alignment=RIGHT,
        ),
        Column(title=_tr("Kind"), text=lambda row: kind_word(row.kind)),
        Column(title=_tr("What"), text=lambda row: row.what, cell_tooltip=lambda row: row.what),
        Column(title=_tr("Speaker"), text=lambda row: row.speaker),
        Column(title=_tr("Note"), text=lambda row: row.note, cell_tooltip=lambda row: row.note),
    )


def gap_columns() -> tuple[Column[TimeSpan], ...]:
    """Columns of the table of gaps."""
    return (
        Column(
            title=_tr("From"),
            text=lambda gap: clock(gap.start_ms),
            sort_key=lambda gap: gap.start_ms,
            alignment=RIGHT,
        ),
        Column(
            title=_tr("To"),
            text=lambda gap: clock(gap.end_ms),
            sort_key=lambda gap: gap.end_ms,
            alignment=RIGHT,
        ),
        Column(
            title=_tr("Length"),
            text=lambda gap: clock(gap.duration_ms, tenths=True),
            sort_key=lambda gap: gap.duration_ms,
            alignment=RIGHT,
        ),
    )


def span_text(span: TimeSpan) -> str:
    """Moment, or beginning and end.

    Examples
    --------
    >>> span_text(TimeSpan(61_000, 61_000)), span_text(TimeSpan(61_000, 75_500))
    ('01:01', '01:01–01:15')
    """
    if span.is_moment:
        return clock(span.start_ms)
    return f"{clock(span.start_ms)}–{clock(span.end_ms)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)
