"""Score by days since implementation: sessions by office, overall and within-office lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from practicecoder.figures.style import (
    FONT_PT,
    Chart,
    PointTable,
    Theme,
    coefficient,
    dashes_of,
    look,
    mark_of,
    new_axes,
    number_word,
    set_titles,
    span_scale,
)
from practicecoder.scoring.frames import numbers
from practicecoder.scoring.results import Interval, NotEstimable
from practicecoder.scoring.scores import in_sentence, listed
from practicecoder.scoring.trend import Correlation, Line, TrendResult

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D

_KEY_LINE_EM = 2.8
_KEY_EM = _KEY_LINE_EM + 2.8
"""Width of an entry of the key beside its words: the line, and the room around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    session: str
    group: str
    day: float
    score: float


def score_by_days(
    frame: pd.DataFrame,
    result: TrendResult,
    *,
    label: str,
    scale: tuple[float, float] | None = None,
    theme: Theme = Theme.LIGHT,
) -> Chart:
    """Scatter of a score over days.

    Parameters
    ----------
    frame
        Session table that the result was computed from.
    result
        Trend of the score; gives the lines.
    label
        Words for the score.
    scale
        Ends of the codebook's scale; None for a score without one.
    theme
        Light or dark.
    """
    points = _points(frame, result)
    names = sorted({point.group for point in points if point.group})
    figure, axes = new_axes(theme)
    colours = look(theme)
    axes.grid(axis="y", color=colours.grid, linewidth=0.6)
    key = _draw_groups(axes, points, names, result, theme)
    if isinstance(result.overall, Correlation):
        key.append(_draw_overall(axes, result.overall.line, theme))
    span_scale(axes, scale)
    axes.axvline(0, color=colours.quiet, linewidth=0.8, linestyle=(0, (4, 3)))
    axes.annotate(
        "implementation",
        xy=(0, 1),
        xycoords=("data", "axes fraction"),
        xytext=(3, -2),
        textcoords="offset points",
        va="top",
        fontsize=FONT_PT - 1.5,
        color=colours.quiet,
        bbox={"facecolor": colours.background, "edgecolor": "none", "pad": 1},
    )
    title = f"{label} by days since implementation"
    set_titles(axes, theme, title=title, x="Days since implementation", y=label)
    if names:
        figure.legend(
            handles=key,
            handlelength=_KEY_LINE_EM,
            loc="outside lower center",
            ncols=_columns([str(one.get_label()) for one in key], figure.get_figwidth()),
            fontsize=FONT_PT - 0.5,
            frameon=False,
            labelcolor=colours.ink,
        )
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(
            columns=("session_id", result.by or "group", result.on, result.score),
            rows=tuple((p.session, p.group, p.day, p.score) for p in points),
        ),
        alt_text=_alt_text(result, label, len(points), len(names)),
    )


def _points(frame: pd.DataFrame, result: TrendResult) -> list[_Point]:
    days, scores = numbers(frame, result.on), numbers(frame, result.score)
    there = days.notna() & scores.notna()
    if result.by:
        there &= frame[result.by].notna()
    used = frame.loc[there]
    sessions = used["session_id"].astype(str) if "session_id" in used else used.index.astype(str)
    groups = used[result.by].astype(str) if result.by else [""] * len(used)
    return [
        _Point(session=s, group=g, day=float(d), score=float(v))
        for s, g, d, v in zip(sessions, groups, days[there], scores[there], strict=True)
    ]


def _columns(labels: Sequence[str], width_inches: float) -> int:
    """How many entries of the key stand beside each other without being cut off."""
    widest_em = 0.6 * max(map(len, labels)) + _KEY_EM
    room_em = width_inches * 72 / (FONT_PT - 0.5)
    return max(1, min(4, len(labels), int(room_em / widest_em)))


def _draw_groups(
    axes: Axes, points: list[_Point], names: list[str], result: TrendResult, theme: Theme
) -> list[Line2D]:
    """Draw dots and line of every office, and give the key: mark and line as they are drawn."""
    from matplotlib.lines import Line2D

    key = []
    lines = {
        trend.group: trend.correlation.line
        for trend in result.groups
        if isinstance(trend.correlation, Correlation)
    }
    for position, name in enumerate(names or [""]):
        marker, colour = mark_of(position, theme)
        mine = [point for point in points if point.group == name]
        axes.scatter(
            [point.day for point in mine],
            [point.score for point in mine],
            marker=marker,
            s=26,
            color=colour,
            edgecolors=look(theme).background,
            linewidths=0.5,
            alpha=0.85,
            zorder=3,
        )
        if name:
            key.append(
                Line2D(
                    [],
                    [],
                    marker=marker,
                    color=colour,
                    markeredgecolor=look(theme).background,
                    linewidth=0.9 if name in lines else 0.0,
                    linestyle=dashes_of(position),
                    label=f"{name} (n = {len(mine)})",
                )
            )
        if name in lines:
            line = lines[name]
            ends = (line.low_x, line.high_x)
            heights = [line.at(x)[0] for x in ends]
            axes.plot(
                ends,
                heights,
                color=colour,
                linewidth=0.9,
                linestyle=dashes_of(position),
                zorder=2,
            )
    return key


def _draw_overall(axes: Axes, line: Line, theme: Theme) -> Line2D:
    colours = look(theme)
    x = np.linspace(line.low_x, line.high_x, 80)
    fits, lows, highs = zip(*(line.at(float(day)) for day in x), strict=True)
    axes.fill_between(x, lows, highs, color=colours.quiet, alpha=0.18, linewidth=0, zorder=1)
    (drawn,) = axes.plot(
        x, fits, color=colours.ink, linewidth=1.8, label="all offices, 95% band", zorder=4
    )
    return drawn


def _alt_text(result: TrendResult, label: str, n: int, n_groups: int) -> str:
    where = f" in {number_word(n_groups)} {'office' if n_groups == 1 else 'offices'}"
    start = f"{n} sessions{where if n_groups else ''}."
    found = result.overall
    if isinstance(found, NotEstimable):
        return f"{start} No line for {in_sentence(label)}: {found.reason}."
    limits = ""
    if isinstance(found.interval, Interval):
        low, high = found.interval.low, found.interval.high
        limits = f" [{coefficient(low)}, {coefficient(high)}]"
    text = f"{start} {label} {_course(found.r)} with days, r = {coefficient(found.r)}{limits}"
    within = [
        f"{coefficient(trend.correlation.r)} ({trend.group})"
        for trend in result.groups
        if isinstance(trend.correlation, Correlation)
    ]
    return f"{text}; within offices r = {listed(within)}." if within else f"{text}."


def _course(r: float) -> str:
    """How a correlation reads; the words describe the picture and judge nothing."""
    if abs(r) < 0.1:
        return "hardly changes"
    strength = "weakly" if abs(r) < 0.3 else "moderately" if abs(r) < 0.5 else "strongly"
    return f"{'rises' if r > 0 else 'falls'} {strength}"
