"""Departures from reference ratings over time, coder by coder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from practicecoder.figures.style import (
    FONT_PT,
    Chart,
    PointTable,
    Theme,
    look,
    mark_of,
    new_axes,
    set_titles,
)
from practicecoder.scoring.reliability.drift import DriftReport
from practicecoder.scoring.results import shown


def drift_chart(
    label: str,
    report: DriftReport,
    *,
    recalibrations: Sequence[date] = (),
    theme: Theme = Theme.LIGHT,
) -> Chart:
    """Draw every departure, joined by coder, with a line for each day of recalibration.

    Parameters
    ----------
    label
        Words for the dimension.
    report
        Departures of all coders.
    recalibrations
        Days on which coders were brought together again.
    theme
        Light or dark.
    """
    figure, axes = new_axes(theme)
    colours = look(theme)
    axes.axhline(0, color=colours.quiet, linewidth=1.0, zorder=0)
    for day in recalibrations:
        axes.axvline(_day(day), color=colours.quiet, linewidth=1.0, linestyle=":", zorder=0)
    for place, coder in enumerate(report.coders):
        marker, colour = mark_of(place, theme)
        axes.plot(
            [_day(point.coded_on) for point in coder.points],
            [point.departure for point in coder.points],
            marker=marker,
            markersize=5,
            linewidth=1.0,
            color=colour,
            label=coder.coder_id,
        )
    first, last = _day(report.first_day), _day(report.last_day)
    axes.set_xlim(first - 3, last + 3)
    ticks = sorted({first, (first + last) // 2, last})
    axes.set_xticks(ticks, [date.fromordinal(t).isoformat() for t in ticks], fontsize=FONT_PT)
    legend = axes.legend(frameon=False, fontsize=FONT_PT)
    for text in legend.get_texts():
        text.set_color(colours.ink)
    title = f"{label}: departures from the reference"
    x = "Day coded; dotted: recalibration" if recalibrations else "Day coded"
    set_titles(axes, theme, title=title, x=x, y="Rating minus reference")
    rows = tuple(
        (
            coder.coder_id,
            point.coded_on.isoformat(),
            point.session_id,
            point.departure,
            point.running_sum,
        )
        for coder in report.coders
        for point in coder.points
    )
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(
            columns=("coder", "day", "recording", "departure", "running sum"), rows=rows
        ),
        alt_text=f"{title}, {report.first_day} to {report.last_day}. {_told(report)}",
    )


def _day(day: date) -> int:
    return day.toordinal()


def _told(report: DriftReport) -> str:
    parts = []
    for coder in report.coders:
        mean = sum(point.departure for point in coder.points) / max(len(coder.points), 1)
        parts.append(f"{coder.coder_id} {shown(mean, 2).replace('-', '−')}")
    return f"Mean departure: {', '.join(parts)}."
