"""Two coders against each other: a bubble for each pair of levels, or differences over means."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from practicecoder.figures.style import (
    FONT_PT,
    Chart,
    PointTable,
    Theme,
    look,
    new_axes,
    set_titles,
)
from practicecoder.scoring.reliability.agreement import BlandAltman
from practicecoder.scoring.reliability.item import ItemReliability, PairDetail
from practicecoder.scoring.results import Estimate, Interval, NotEstimable, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LARGEST_PT2 = 900
"""Area of the largest bubble."""
_SQUARE_MM = 120
_GOLDEN = (math.sqrt(5) - 1) / 2


def bubble_matrix(
    item: ItemReliability, pair: PairDetail, *, theme: Theme = Theme.LIGHT
) -> Chart | None:
    """Draw how often the first coder gave each level where the second gave each, on all levels.

    None for items without a declared scale.
    """
    if pair.table is None or not item.levels:
        return None
    first, second = pair.coders
    levels = [f"{level:g}" for level in item.levels]
    figure, axes = new_axes(theme, height_mm=_SQUARE_MM)
    colours = look(theme)
    q = len(levels)
    axes.plot([-0.5, q - 0.5], [-0.5, q - 0.5], color=colours.grid, linewidth=6, zorder=0)
    largest = max(1, *(count for row in pair.table for count in row))
    for i, row in enumerate(pair.table):
        for j, count in enumerate(row):
            if count:
                _draw_bubble(axes, (j, i), count, largest, theme)
    axes.set_xlim(-0.5, q - 0.5)
    axes.set_ylim(-0.5, q - 0.5)
    axes.set_aspect("equal")
    axes.set_xticks(range(q), levels, fontsize=FONT_PT)
    axes.set_yticks(range(q), levels, fontsize=FONT_PT)
    title = f"{item.label}: {first} and {second}, {pair.n} sessions"
    set_titles(axes, theme, title=title, x=f"Level of {second}", y=f"Level of {first}")
    equal = sum(pair.table[place][place] for place in range(q))
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(
            columns=(first, *(f"{second}: {level}" for level in levels)),
            rows=tuple(
                (level, *(float(count) for count in row))
                for level, row in zip(levels, pair.table, strict=True)
            ),
        ),
        alt_text=(
            f"{title}. Both gave the same level in {equal} of {pair.n}; bubbles off the diagonal "
            "are differences."
        ),
    )


def difference_plot(
    item: ItemReliability, pair: PairDetail, *, theme: Theme = Theme.LIGHT
) -> Chart | None:
    """Draw differences of two coders over their means, with bias and limits of agreement.

    Points of whole numbers are moved aside a little, so that none hides another; the table keeps
    them as they are. None where differences are not offered or cannot be estimated.
    """
    found = pair.bland_altman
    if found is None or isinstance(found, NotEstimable):
        return None
    figure, axes = new_axes(theme)
    colours = look(theme)
    xs, ys = _moved_aside(found)
    axes.scatter(xs, ys, s=26, color=colours.groups[0], alpha=0.75, linewidths=0, zorder=3)
    for line, style, words in (
        (found.bias, "-", "bias"),
        (found.lower, "--", "lower limit"),
        (found.upper, "--", "upper limit"),
    ):
        _draw_line(axes, line, style, words, theme)
    first, second = pair.coders
    title = f"{item.label}: {first} minus {second}, {pair.n} sessions"
    set_titles(
        axes, theme, title=title, x=f"Mean of {first} and {second}", y=f"{first} minus {second}"
    )
    points = zip(found.means, found.differences, strict=True)
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(columns=("mean", "difference"), rows=tuple(points)),
        alt_text=(
            f"{title}. Mean difference {_two(found.bias.value)}, limits of agreement "
            f"{_two(found.lower.value)} to {_two(found.upper.value)}."
        ),
    )


def _draw_bubble(axes: Axes, at: tuple[int, int], count: int, largest: int, theme: Theme) -> None:
    colours = look(theme)
    on_diagonal = at[0] == at[1]
    colour = colours.groups[0 if on_diagonal else 3]
    size = _LARGEST_PT2 * count / largest
    axes.scatter([at[0]], [at[1]], s=size, color=colour, alpha=0.35, linewidths=0, zorder=2)
    axes.annotate(
        str(count), xy=at, ha="center", va="center", fontsize=FONT_PT, color=colours.ink, zorder=3
    )


def _draw_line(axes: Axes, line: Estimate, style: str, words: str, theme: Theme) -> None:
    colours = look(theme)
    colour = colours.groups[2]
    axes.axhline(line.value, color=colour, linestyle=style, linewidth=1.2, zorder=2)
    if isinstance(line.interval, Interval):
        low, high = line.interval.low, line.interval.high
        axes.axhspan(low, high, color=colour, alpha=0.10, linewidth=0, zorder=0)
    axes.annotate(
        f"{words} {_two(line.value)}",
        xy=(1.0, line.value),
        xycoords=("axes fraction", "data"),
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
        fontsize=FONT_PT - 1,
        color=colours.ink,
        annotation_clip=False,
    )


def _moved_aside(found: BlandAltman) -> tuple[list[float], list[float]]:
    """Points, those of whole differences moved by up to a tenth in a fixed, scattered order."""
    if not all(float(d).is_integer() for d in found.differences):
        return list(found.means), list(found.differences)
    shift = [((place * _GOLDEN) % 1.0 - 0.5) / 5.0 for place in range(len(found.means))]
    xs = [mean + s for mean, s in zip(found.means, shift, strict=True)]
    ys = [d + s for d, s in zip(found.differences, reversed(shift), strict=True)]
    return xs, ys


def _two(value: float) -> str:
    return shown(value, 2).replace("-", "−")
