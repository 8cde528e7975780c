"""Pages of pictures: the forest, who gave which level, and differences between coders."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import (
    Flowable,
    KeepTogether,
)

from practicecoder.reports.blocks import paragraph
from practicecoder.reports.reliability.bubbles import BubbleMatrix, matrices, matrix_width
from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.differences import (
    BESIDE,
    MOST_PAIRS,
    DifferencePlot,
    score_differences,
)
from practicecoder.reports.reliability.forest import forests
from practicecoder.reports.reliability.method import (
    bands_in_words,
)
from practicecoder.reports.reliability.numbers import level_shown
from practicecoder.reports.reliability.parts import (
    GAP,
    under_heading,
)
from practicecoder.reports.styles import (
    PAGE,
    StyleSheet,
)
from practicecoder.scoring.reliability.design import ItemKind


def pictures(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    """Forest, bubbles of levels, and differences in scores."""
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
        BubbleMatrix(one, matrix_width(len(one.levels), PAGE.text_width, GAP), sheet.sizes)
        for one in found
    ]
    caption = (
        "Upwards the levels of the coder named first, to the right those of the second; size and "
        "number of a bubble tell how many sessions; equal ratings lie on the tinted "
        "diagonal. The scale is drawn whole, used or not."
    )
    yield from under_heading("Who gave which level", caption, pictures, sheet)


def _differences(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    found = list(score_differences(data.table.items))
    if not found:
        return
    width = (PAGE.text_width - GAP * (BESIDE - 1)) / BESIDE
    plots = [DifferencePlot(one, width, sheet.sizes) for one in found]
    caption = (
        "Each circle is a session, larger where several lie in one place: upwards the first "
        "coder’s score minus the second’s, to the right the mean of both. Line: mean difference; "
        "broken lines: limits of agreement, 1.96 SD (Bland & Altman, 1986)."
    )
    if any(len(item.pairs) > MOST_PAIRS for item in data.table.items):
        caption += f" The {MOST_PAIRS} pairs of coders with most sessions are drawn."
    yield from under_heading("Differences between coders in scores", caption, plots, sheet)
