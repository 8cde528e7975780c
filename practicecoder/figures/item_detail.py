"""What lies behind one item's agreement: levels given, coders' severity, and a D-study."""

from __future__ import annotations

from practicecoder.figures.style import (
    FONT_PT,
    Chart,
    PointTable,
    Theme,
    coefficient,
    decimal,
    look,
    mark_of,
    new_axes,
    set_titles,
)
from practicecoder.scoring.reliability.bands import BandSource, edges
from practicecoder.scoring.reliability.detail import Generalizability
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.results import Interval, NotEstimable

_ROW_MM, _FRAME_MM = 12, 40


def distribution_chart(item: ItemReliability, *, theme: Theme = Theme.LIGHT) -> Chart | None:
    """Draw which share of ratings each coder gave to each level, over the whole scale.

    None for items without a declared scale, or without ratings.
    """
    if not item.levels or not item.coders:
        return None
    figure, axes = new_axes(theme)
    levels = [f"{level:g}" for level in item.levels]
    width = 0.8 / len(item.coders)
    for place, coder in enumerate(item.coders):
        _, colour = mark_of(place, theme)
        shares = [100.0 * count / coder.n for count in coder.by_level]
        left = [x - 0.4 + (place + 0.5) * width for x in range(len(levels))]
        axes.bar(left, shares, width=0.92 * width, color=colour, label=coder.coder_id)
    axes.set_xticks(range(len(levels)), levels, fontsize=FONT_PT)
    axes.set_ylim(0, 100)
    legend = axes.legend(frameon=False, fontsize=FONT_PT)
    for words in legend.get_texts():
        words.set_color(look(theme).ink)
    title = f"{item.label}: levels given, {item.n_ratings} ratings"
    set_titles(axes, theme, title=title, x="Level", y="% of the coder's ratings")
    most, level = max(
        (sum(coder.by_level[place] for coder in item.coders), level)
        for place, level in enumerate(levels)
    )
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(
            columns=("coder", *(f"level {level}" for level in levels), "n"),
            rows=tuple(
                (c.coder_id, *(float(count) for count in c.by_level), float(c.n))
                for c in item.coders
            ),
        ),
        alt_text=f"{title}. The level given most is {level}, {most} times.",
    )


def decision_chart(item: ItemReliability, *, theme: Theme = Theme.LIGHT) -> Chart | None:
    """Draw how reliable the mean of one to five coders would be; None if that is not estimable."""
    found = item.generalizability
    if isinstance(found, NotEstimable) or isinstance(found.decisions, NotEstimable):
        return None
    figure, axes = new_axes(theme)
    colours = look(theme)
    ks = [row.k for row in found.decisions]
    for word, edge in edges(BandSource.CICCHETTI):
        axes.axhline(edge, color=colours.grid, linewidth=1.0, zorder=0)
        axes.annotate(
            word,
            xy=(0.0, edge),
            xycoords=("axes fraction", "data"),
            xytext=(3, 2),
            textcoords="offset points",
            fontsize=FONT_PT - 2,
            color=colours.quiet,
        )
    for place, (words, values) in enumerate(
        (
            ("value itself (absolute)", [row.absolute for row in found.decisions]),
            ("rank order (relative)", [row.relative for row in found.decisions]),
        )
    ):
        marker, colour = mark_of(2 * place, theme)
        axes.plot(ks, values, marker=marker, color=colour, linewidth=1.5, label=words)
    axes.set_xticks(ks)
    axes.set_ylim(0, 1.02)
    legend = axes.legend(frameon=False, fontsize=FONT_PT, loc="lower right")
    for text in legend.get_texts():
        text.set_color(colours.ink)
    title = f"{item.label}: reliability of the mean of k coders"
    set_titles(axes, theme, title=title, x="Coders per session", y="Reliability")
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(
            columns=("coders", "absolute", "relative"),
            rows=tuple((float(r.k), r.absolute, r.relative) for r in found.decisions),
        ),
        alt_text=f"{title}. {_decided(found)}",
    )


def severity_chart(item: ItemReliability, *, theme: Theme = Theme.LIGHT) -> Chart | None:
    """Draw how far each coder rates above or below the others; None if that is not estimable."""
    found = item.severity
    if isinstance(found, NotEstimable):
        return None
    effects = found.effects
    figure, axes = new_axes(theme, height_mm=_FRAME_MM + _ROW_MM * len(effects))
    colours = look(theme)
    axes.axvline(0, color=colours.quiet, linewidth=1.0, zorder=0)
    for row, one in enumerate(effects):
        if isinstance(one.effect.interval, Interval):
            ends = [one.effect.interval.low, one.effect.interval.high]
            axes.plot(ends, [row, row], color=colours.groups[0], linewidth=1.5)
        axes.plot([one.effect.value], [row], marker="o", markersize=6, color=colours.groups[0])
    axes.set_yticks(range(len(effects)), [one.coder_id for one in effects], fontsize=FONT_PT)
    axes.set_ylim(len(effects) - 0.4, -0.6)
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    widest = max(abs(limit) for limit in (*axes.get_xlim(), 0.25))
    axes.set_xlim(-widest, widest)
    title = f"{item.label}: levels of coders"
    set_titles(axes, theme, title=title, x="Points above or below the mean of coders", y="")
    told = "; ".join(f"{one.coder_id} {decimal(one.effect.value)}" for one in effects)
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(
            columns=("coder", "effect", "ci_low", "ci_high", "n"),
            rows=tuple(
                (
                    one.coder_id,
                    one.effect.value,
                    *_limits(one.effect.interval),
                    float(one.effect.n),
                )
                for one in effects
            ),
        ),
        alt_text=f"{title}, in rating points: {told}.",
    )


def _limits(interval: object) -> tuple[float | None, float | None]:
    if isinstance(interval, Interval):
        return interval.low, interval.high
    return None, None


def _decided(found: Generalizability) -> str:
    assert not isinstance(found.decisions, NotEstimable)
    told = ", ".join(f"{row.k}: {coefficient(row.absolute)}" for row in found.decisions)
    return f"Absolute, by number of coders: {told}."
