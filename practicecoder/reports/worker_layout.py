"""How the worker report fills its pages: what gives way first, and what takes spare room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reportlab.platypus import Flowable, PageBreak

from practicecoder.reports.blocks import writing_height
from practicecoder.reports.document import (
    BuiltReport,
    Furniture,
    build,
    build_numbered,
    stacked_height,
)
from practicecoder.reports.evidence_words import EVIDENCE_ROOMS, EvidenceRoom
from practicecoder.reports.styles import PAGE, StyleSheet

LEAST_ROW_GAP, MOST_ROW_GAP = -2.5, 10.0
"""Rows of the chart draw a little together before something goes on to the next page."""
MOST_WRITING_LINES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What gives way, or takes the room, so that pages are neither crowded nor empty.

    ``new_page``: the evidence begins on a page of its own. ``own_page``: so does what is agreed
    and answered, for reports of more than two pages.
    """

    room: EvidenceRoom = EVIDENCE_ROOMS[0]
    row_gap: float = 0.0
    response_lines: int = 2
    new_page: bool = True
    reading_in_front: bool = False
    own_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The two halves of a report, made afresh for a layout, and the rows of its chart.

    ``measured_back`` takes as much room as ``back`` but cannot be drawn.
    """

    front: Callable[[Layout], Sequence[Flowable]]
    back: Callable[[Layout], Sequence[Flowable]]
    measured_back: Callable[[Layout], Sequence[Flowable]]
    n_rows: int

    def story(self, layout: Layout) -> list[Flowable]:
        """Both halves, the evidence on a page of its own if the layout says so."""
        between = [PageBreak()] if layout.new_page else []
        return [*self.front(layout), *between, *self.back(layout)]


def build_fitted(
    parts: Parts, sheet: StyleSheet, furniture: Furniture, *, most_pages: int
) -> BuiltReport:
    """Build the fullest layout on two pages; else the fullest on the fewest pages.

    With ``most_pages`` above two, evidence is not shortened as long as so many pages suffice.
    """
    tried: list[tuple[Layout, float]] = []
    for layout in _layouts(parts):
        height = stacked_height(parts.measured_back(layout), PAGE.text_width)
        may_be_short = most_pages <= 2 or layout.room is EVIDENCE_ROOMS[0]
        if may_be_short and layout.new_page and height <= PAGE.text_height:
            full = _filled(layout, PAGE.text_height - height, sheet)
            return build_numbered(partial(parts.story, full), furniture, expected=2)
        tried.append((layout, height))
    return _built_long(parts, sheet, furniture, *_fewest(parts, furniture, tried, most_pages))


def _layouts(parts: Parts) -> Iterator[Layout]:
    """All evidence, then less and less; each also with how to read on the first page."""
    places = [_placed(parts, reading_in_front=in_front) for in_front in (False, True)]
    usable = [layout for layout in places if layout.new_page or not layout.reading_in_front]
    for room in EVIDENCE_ROOMS:
        for layout in usable:
            yield replace(layout, room=room)


def _placed(parts: Parts, *, reading_in_front: bool) -> Layout:
    """The layout of the first page: does it fit, and how much room do its rows have."""
    layout = Layout(reading_in_front=reading_in_front)
    spare = PAGE.text_height - stacked_height(parts.front(layout), PAGE.text_width)
    gap = (0.9 * spare if spare > 0 else spare) / max(parts.n_rows, 1)
    if gap < LEAST_ROW_GAP:
        return replace(layout, new_page=False)
    return replace(layout, row_gap=min(MOST_ROW_GAP, gap))


def _fewest(
    parts: Parts, furniture: Furniture, tried: Sequence[tuple[Layout, float]], most_pages: int
) -> tuple[Layout, BuiltReport]:
    """The first layout that takes no more pages than the tightest one, or than are allowed."""
    last, _ = tried[-1]
    tightest = build(parts.story(last), furniture)
    enough = max(tightest.n_pages, most_pages)
    for layout, height in tried[:-1]:
        if height > enough * PAGE.text_height:
            continue
        built = build(parts.story(layout), furniture)
        if built.n_pages <= enough:
            return layout, built
    return last, tightest


def _built_long(
    parts: Parts, sheet: StyleSheet, furniture: Furniture, layout: Layout, built: BuiltReport
) -> BuiltReport:
    """Build a report of more pages, the page to write on whole and filled if that costs none."""
    numbered = replace(furniture, total_pages=built.n_pages)
    apart = replace(layout, own_page=True)
    tried = build(parts.story(apart), numbered)
    if tried.n_pages == built.n_pages:
        layout, built = apart, tried
    full = _filled(layout, built.room_left[-1], sheet)
    for last in (full, layout):
        tried = build(parts.story(last), numbered)
        if tried.n_pages == built.n_pages:
            break
    return tried


def _filled(layout: Layout, spare: float, sheet: StyleSheet) -> Layout:
    """The layout with as many lines to write on as its last page has room for."""
    lines = max(int((spare - 2) / writing_height(sheet.sizes.body)), 0)
    lines = min(MOST_WRITING_LINES, layout.response_lines + lines)
    return replace(layout, response_lines=lines)
