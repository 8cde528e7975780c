"""Reliability forest: single-coder agreement of every item, with intervals and named bands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from practicecoder.figures.style import (
    FONT_PT,
    Chart,
    PointTable,
    Theme,
    coefficient,
    look,
    new_axes,
    number_word,
    set_titles,
)
from practicecoder.scoring.reliability.bands import BandSource, edges
from practicecoder.scoring.reliability.design import ItemKind
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.reliability.table import ReliabilityTable
from practicecoder.scoring.results import Estimate, Interval, NotEstimable
from practicecoder.scoring.scores import in_sentence

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_ROW_MM = 7.5
_FRAME_MM = 34
_TITLE = "Agreement of a single coder, ICC(A,1)"


def reliability_forest(
    table: ReliabilityTable,
    *,
    source: BandSource = BandSource.CICCHETTI,
    theme: Theme = Theme.LIGHT,
) -> Chart:
    """Draw one row per item: ICC(A,1) with its interval, and lines where bands begin.

    Parameters
    ----------
    table
        Agreement of every item.
    source
        Whose bands are drawn; they must be made for an ICC.
    theme
        Light or dark.
    """
    items = table.items
    figure, axes = new_axes(theme, height_mm=_FRAME_MM + _ROW_MM * len(items))
    axes.set_xlim(_left_end(items), 1.0)
    axes.set_ylim(len(items) - 0.4, -0.6)
    _draw_bands(axes, source, theme)
    for row, item in enumerate(items):
        _draw_item(axes, row, item, theme)
    axes.set_yticks(range(len(items)), [item.label for item in items], fontsize=FONT_PT)
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_formatter(lambda value, _place: coefficient(value))
    set_titles(axes, theme, title=_TITLE, x=f"ICC(A,1); lines: {source}", y="")
    return Chart(
        figure=figure,
        title=_TITLE,
        points=PointTable(
            columns=("item", "icc_a1", "ci_low", "ci_high", "n", "method", "reason"),
            rows=tuple(_row(item) for item in items),
        ),
        alt_text=_alt_text(items, source),
    )


def _left_end(items: Sequence[ItemReliability]) -> float:
    """0, or the quarter below the lowest limit: the axis is never cut."""
    lowest = 0.0
    for item in items:
        statistic = item.headline
        if isinstance(statistic, Estimate):
            lowest = min(lowest, statistic.value)
            if isinstance(statistic.interval, Interval):
                lowest = min(lowest, statistic.interval.low)
    return math.floor(4 * lowest) / 4


def _draw_bands(axes: Axes, source: BandSource, theme: Theme) -> None:
    colours = look(theme)
    for word, edge in edges(source):
        axes.axvline(edge, color=colours.grid, linewidth=1.0, zorder=0)
        axes.annotate(
            word,
            xy=(edge, 0),
            xycoords=("data", "axes fraction"),
            xytext=(2, 2),
            textcoords="offset points",
            fontsize=FONT_PT - 2,
            color=colours.quiet,
        )


def _draw_item(axes: Axes, row: int, item: ItemReliability, theme: Theme) -> None:
    colours = look(theme)
    colour = colours.groups[0 if item.kind is ItemKind.DIMENSION else 2]
    statistic = item.headline
    text = "not estimable" if isinstance(statistic, NotEstimable) else _text(statistic)
    if isinstance(statistic, Estimate):
        if isinstance(statistic.interval, Interval):
            ends = [statistic.interval.low, statistic.interval.high]
            axes.plot(ends, [row, row], color=colour, linewidth=1.5, zorder=2)
        marker = "o" if item.kind is ItemKind.DIMENSION else "D"
        axes.plot([statistic.value], [row], marker=marker, markersize=6, color=colour, zorder=3)
    axes.annotate(
        text,
        xy=(1.0, row),
        xycoords=("axes fraction", "data"),
        xytext=(6, 0),
        textcoords="offset points",
        va="center",
        fontsize=FONT_PT - 1,
        color=colours.ink,
        annotation_clip=False,
    )


def _text(statistic: Estimate) -> str:
    value = coefficient(statistic.value)
    if not isinstance(statistic.interval, Interval):
        return f"{value}, n {statistic.n}"
    low = coefficient(statistic.interval.low)
    high = coefficient(statistic.interval.high)
    return f"{value} [{low}, {high}], n {statistic.n}"


def _row(item: ItemReliability) -> tuple[str | float | None, ...]:
    statistic = item.headline
    if isinstance(statistic, NotEstimable):
        return item.item, None, None, None, statistic.n, None, statistic.reason
    if not isinstance(statistic.interval, Interval):
        why = statistic.interval.reason
        return item.item, statistic.value, None, None, statistic.n, statistic.method, why
    low, high = statistic.interval.low, statistic.interval.high
    return item.item, statistic.value, low, high, statistic.n, statistic.method, None


def _alt_text(items: Sequence[ItemReliability], source: BandSource) -> str:
    known = [(item, item.headline) for item in items if isinstance(item.headline, Estimate)]
    start = f"Agreement of a single coder, ICC(A,1), for {number_word(len(items))} items"
    if not known:
        return f"{start}: none is estimable."
    ordered = sorted(known, key=lambda pair: pair[1].value)
    lowest, highest = ordered[0], ordered[-1]
    text = (
        f"{start}, with lines for the bands of {source}. Highest: "
        f"{in_sentence(highest[0].label)} {_text(highest[1])}; "
        f"lowest: {in_sentence(lowest[0].label)} {_text(lowest[1])}."
    )
    missing = len(items) - len(known)
    return f"{text} Not estimable: {number_word(missing)}." if missing else text
