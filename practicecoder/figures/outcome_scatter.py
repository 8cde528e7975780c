"""A score over a measure that was taken elsewhere: sessions by office, one line with its band."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from practicecoder.figures.style import (
    FONT_PT,
    Chart,
    PointTable,
    Theme,
    coefficient,
    look,
    mark_of,
    new_axes,
    set_titles,
    span_scale,
)
from practicecoder.scoring.frames import OFFICE, numbers
from practicecoder.scoring.outcomes import OutcomeRelation
from practicecoder.scoring.results import Interval, NotEstimable, p_shown
from practicecoder.scoring.trend import Correlation

if TYPE_CHECKING:
    import pandas as pd


def score_by_measure(
    frame: pd.DataFrame,
    result: OutcomeRelation,
    *,
    label: str,
    scale: tuple[float, float] | None = None,
    theme: Theme = Theme.LIGHT,
) -> Chart:
    """Scatter of a score over a measure.

    Parameters
    ----------
    frame
        Session table that the result was computed from.
    result
        Relation of score and measure; gives the line.
    label
        Words for the score.
    scale
        Ends of the codebook's scale; None for a score without one.
    theme
        Light or dark.
    """
    values, given = numbers(frame, result.score), numbers(frame, result.measure)
    used = frame.loc[values.notna() & given.notna()]
    x, y = given[used.index].to_numpy(), values[used.index].to_numpy()
    has_offices = OFFICE in frame and bool(used[OFFICE].notna().any())
    offices = _offices(used) if has_offices else [""] * len(used)
    figure, axes = new_axes(theme)
    colours = look(theme)
    axes.grid(axis="y", color=colours.grid, linewidth=0.6)
    for position, name in enumerate(sorted(set(offices)) if has_offices else [""]):
        marker, colour = mark_of(position, theme)
        mine = np.array([office == name or not has_offices for office in offices], dtype=bool)
        axes.scatter(
            x[mine],
            y[mine],
            marker=marker,
            s=26,
            color=colour,
            edgecolors=colours.background,
            linewidths=0.5,
            alpha=0.85,
            label=f"{name or 'no office'} (n = {int(mine.sum())})" if has_offices else None,
            zorder=3,
        )
    if isinstance(result.overall, Correlation):
        line = result.overall.line
        ends = np.linspace(line.low_x, line.high_x, 80)
        fits, lows, highs = zip(*(line.at(float(at)) for at in ends), strict=True)
        axes.fill_between(ends, lows, highs, color=colours.quiet, alpha=0.18, linewidth=0)
        axes.plot(
            ends, fits, color=colours.ink, linewidth=1.8, label="all sessions, 95% band", zorder=4
        )
    span_scale(axes, scale)
    title = f"{label} by {measure_words(result.measure)}"
    set_titles(axes, theme, title=title, x=measure_words(result.measure).capitalize(), y=label)
    if has_offices:
        figure.legend(
            loc="outside lower center",
            ncols=4,
            fontsize=FONT_PT - 0.5,
            frameon=False,
            labelcolor=colours.ink,
        )
    sessions = used["session_id"].astype(str) if "session_id" in used else used.index.astype(str)
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(
            columns=("session_id", OFFICE, result.measure, result.score),
            rows=tuple(
                (s, office, float(a), float(b))
                for s, office, a, b in zip(sessions, offices, x, y, strict=True)
            ),
        ),
        alt_text=_alt_text(result, label, len(used)),
    )


def measure_words(measure: str) -> str:
    """Name of a measure as words.

    Examples
    --------
    >>> measure_words("goal_attainment")
    'goal attainment'
    """
    return measure.replace("_", " ")


def _offices(used: pd.DataFrame) -> list[str]:
    """Office of each row; empty where there is none."""
    return used[OFFICE].astype(object).where(used[OFFICE].notna(), "").astype(str).tolist()


def _alt_text(result: OutcomeRelation, label: str, n: int) -> str:
    found = result.overall
    start = f"{n} sessions with both numbers. {label} and {measure_words(result.measure)}"
    if isinstance(found, NotEstimable):
        return f"{start}: no line, {found.reason}."
    limits = ""
    if isinstance(found.interval, Interval):
        low, high = found.interval.low, found.interval.high
        limits = f" [{coefficient(low)}, {coefficient(high)}]"
    p = p_shown(found.p)
    sign = p if p.startswith("<") else f"= {p}"
    return f"{start}: r = {coefficient(found.r)}{limits}, p {sign}."
