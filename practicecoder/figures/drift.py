"""Departures from reference ratings over time, coder by coder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from practicecoder.figures.departures import DepartureAxes
from practicecoder.figures.style import Chart, PointTable, Theme
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
    axes = DepartureAxes(report.coders, recalibrations, theme)
    for place, coder in enumerate(report.coders):
        axes.draw_checks(coder, coder.coder_id, place=place, is_joined=True)
    title = f"{label}: departures from the reference"
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
    columns = ("coder", "day", "recording", "departure", "running sum")
    return axes.chart(
        title,
        PointTable(columns=columns, rows=rows),
        f"{title}, {report.first_day} to {report.last_day}. {_told(report)}",
    )


def _told(report: DriftReport) -> str:
    parts = []
    for coder in report.coders:
        mean = sum(point.departure for point in coder.points) / max(len(coder.points), 1)
        parts.append(f"{coder.coder_id} {shown(mean, 2).replace('-', '−')}")
    return f"Mean departure: {', '.join(parts)}."
