"""Before and after: every session a dot, the mean of each group with its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from practicecoder.figures.style import (
    FONT_PT,
    Chart,
    PointTable,
    Theme,
    decimal,
    look,
    mark_of,
    new_axes,
    set_titles,
    span_scale,
)
from practicecoder.scoring.analysis_warnings import PHASE_WORDS
from practicecoder.scoring.frames import numbers
from practicecoder.scoring.results import NotEstimable, p_shown
from practicecoder.scoring.scores import in_sentence
from practicecoder.scoring.two_groups import GroupComparison, GroupSummary, TTest

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_JITTER = 0.24
_MEAN_BESIDE = 0.34


def before_after(
    frame: pd.DataFrame,
    result: GroupComparison,
    *,
    label: str,
    seed: int,
    scale: tuple[float, float] | None = None,
    theme: Theme = Theme.LIGHT,
) -> Chart:
    """Strip of dots for each of two groups, moved sideways at random so that none hides another.

    Parameters
    ----------
    frame
        Session table that the result was computed from.
    result
        Comparison of the two groups; gives means and intervals.
    label
        Words for the score.
    seed
        The study's seed, so that the same data give the same picture.
    scale
        Ends of the codebook's scale; None for a score without one.
    theme
        Light or dark.
    """
    figure, axes = new_axes(theme)
    axes.grid(axis="y", color=look(theme).grid, linewidth=0.6)
    generator = np.random.default_rng(seed)
    rows: list[tuple[str | float | None, ...]] = []
    for position, group in enumerate(result.groups):
        sessions, values = _of_group(frame, result, group)
        marker, colour = mark_of(position, theme)
        axes.scatter(
            position + generator.uniform(-_JITTER, _JITTER, size=len(values)),
            values,
            marker=marker,
            s=20,
            color=colour,
            edgecolors=look(theme).background,
            linewidths=0.5,
            alpha=0.75,
            zorder=2,
        )
        _draw_mean(axes, position, group, theme)
        rows += [(s, group.group, v) for s, v in zip(sessions, values, strict=True)]
    axes.set_xlim(-0.5, len(result.groups) - 0.5)
    axes.set_xticks(
        range(len(result.groups)),
        [f"{_word(group.group).capitalize()}\nn = {group.n}" for group in result.groups],
        fontsize=FONT_PT,
    )
    span_scale(axes, scale)
    words = " and ".join(_word(group.group) for group in result.groups)
    title = f"{label} {words}"
    set_titles(axes, theme, title=title, x=_key(result), y=label)
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(columns=("session_id", result.by, result.score), rows=tuple(rows)),
        alt_text=_alt_text(result, label),
    )


def _of_group(
    frame: pd.DataFrame, result: GroupComparison, group: GroupSummary
) -> tuple[list[str], list[float]]:
    scores = numbers(frame, result.score)
    mine = (frame[result.by].astype(object).astype(str) == group.group) & scores.notna()
    used = frame.loc[mine]
    sessions = used.get("session_id", used.index)
    return [str(session) for session in sessions], [float(v) for v in scores[mine]]


def _draw_mean(axes: Axes, position: int, group: GroupSummary, theme: Theme) -> None:
    """Mean beside the dots; a diamond with its interval, without one if n is below 2."""
    if group.mean is None:
        return
    ink, x = look(theme).ink, position + _MEAN_BESIDE
    if group.interval is not None:
        axes.plot(
            [x, x], [group.interval.low, group.interval.high], color=ink, linewidth=1.4, zorder=3
        )
    axes.plot([x], [group.mean], marker="D", markersize=6, color=ink, zorder=4)
    axes.annotate(
        decimal(group.mean),
        xy=(x, group.mean),
        xytext=(7, 0),
        textcoords="offset points",
        va="center",
        fontsize=FONT_PT,
        color=ink,
    )


def _key(result: GroupComparison) -> str:
    """What the diamonds and their lines are; nothing where no group has a mean."""
    levels = {group.interval.level for group in result.groups if group.interval is not None}
    if levels:
        return f"Diamond: mean with {100 * max(levels):.10g}% CI"
    return "Diamond: mean" if any(group.mean is not None for group in result.groups) else ""


def _word(group: str) -> str:
    return PHASE_WORDS.get(group, group)


def _alt_text(result: GroupComparison, label: str) -> str:
    first, second = result.groups
    start = (
        f"{first.n} sessions {_word(first.group)} and {second.n} {_word(second.group)}. "
        f"Mean of {in_sentence(label)} {_mean(first)} {_word(first.group)} and "
        f"{_mean(second)} {_word(second.group)}"
    )
    return f"{start}; {_difference(result.test)}."


def _mean(group: GroupSummary) -> str:
    if group.mean is None:
        return "not known"
    if group.interval is None:
        return decimal(group.mean)
    low, high = decimal(group.interval.low), decimal(group.interval.high)
    return f"{decimal(group.mean)} [{low}, {high}]"


def _difference(test: TTest | NotEstimable) -> str:
    if isinstance(test, NotEstimable):
        return f"difference not estimable, {test.reason}"
    p = p_shown(test.p)
    df = decimal(test.df, 0 if float(test.df).is_integer() else 1)
    return (
        f"difference {decimal(test.mean_difference)} "
        f"[{decimal(test.interval.low)}, {decimal(test.interval.high)}], "
        f"{test.method}({df}) = {decimal(test.t)}, p {p if p.startswith('<') else f'= {p}'}"
    )
