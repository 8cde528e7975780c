"""The figure of drift."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from practicecoder.domain.certification import Recalibration
from practicecoder.domain.ids import CoderId
from practicecoder.figures.coder_drift import coder_drift_chart
from practicecoder.figures.rendering import FigureFormat, rendered
from practicecoder.figures.style import Chart, Theme, look
from practicecoder.scoring.reliability.drift import (
    CalibrationRating,
    CoderDrift,
    DriftReport,
    drift,
)

FIRST = date(2026, 1, 5)
EVENT = Recalibration(
    recalibration_id="r1",
    held_on=date(2026, 2, 10),
    text="Two hours on empathy",
    recorded_at=datetime(2026, 2, 10, tzinfo=UTC),
    recorded_by=CoderId("L1"),
)


def found_of(departures: Sequence[float]) -> CoderDrift:
    report = drift(
        [
            CalibrationRating(
                coder_id="A",
                session_id=f"V-{number:02d}",
                coded_on=FIRST + timedelta(days=7 * number),
                value=3 + departure,
                reference=3,
            )
            for number, departure in enumerate(departures)
        ],
        (1, 2, 3, 4, 5),
    )
    assert isinstance(report, DriftReport)
    return report.coders[0]


def chart_of(found: CoderDrift, *, theme: Theme = Theme.LIGHT) -> Chart:
    return coder_drift_chart(found, label="Empathy", recalibrations=(EVENT,), theme=theme)


def test_checks_and_recalibrations_are_rows_in_order_of_days() -> None:
    chart = chart_of(found_of([0, 0, 1, 0, 1, 1]))
    assert chart.points.columns[:2] == ("day", "what")
    days = [row[0] for row in chart.points.rows]
    assert days == sorted(days)  # type: ignore[type-var]  # days are texts
    assert [row[1] for row in chart.points.rows].count("recalibration") == 1
    assert [row[3] for row in chart.points.rows if row[1] == "check"] == [0, 0, 1, 0, 1, 1]


def test_months_are_drawn_with_their_means() -> None:
    (axes,) = chart_of(found_of([0, 0, 1, 0, 1, 1])).figure.axes
    months = next(
        line for line in axes.lines if str(line.get_label()).startswith("mean of a month")
    )
    assert list(np.asarray(months.get_ydata(), dtype=float)) == pytest.approx([0.25, 1.0])
    drawn = [date(1970, 1, 1) + timedelta(days=float(x)) for x in np.asarray(months.get_xdata())]
    assert drawn == [date(2026, 1, 16), date(2026, 2, 5)], "where the checks of the month are"


def test_a_trend_is_drawn_from_ten_checks_on() -> None:
    def labels(n: int) -> set[object]:
        (axes,) = chart_of(found_of([0, 1] * (n // 2) + [0] * (n % 2))).figure.axes
        return {line.get_label() for line in axes.lines}

    assert "trend" not in labels(9)
    assert "trend" in labels(10)


def test_the_trend_is_the_least_squares_line() -> None:
    departures = [0, 0, 0, 1, 0, 1, 1, 1, 2, 1, 2, 2]
    (axes,) = chart_of(found_of(departures)).figure.axes
    trend = next(line for line in axes.lines if line.get_label() == "trend")
    slope, level = np.polyfit(range(len(departures)), departures, 1)
    drawn = np.asarray(trend.get_ydata(), dtype=float)
    assert drawn == pytest.approx([level, level + slope * (len(departures) - 1)])


def test_the_axis_reaches_as_far_up_as_down() -> None:
    (axes,) = chart_of(found_of([-2, 0, 1])).figure.axes
    low, high = axes.get_ylim()
    assert low == -high
    assert high > 2


def test_the_text_tells_numbers_and_events() -> None:
    text = chart_of(found_of([0, 1, 1])).alt_text
    assert text.startswith("3 checks of A on empathy; mean departure +0.67 [")
    assert "exact 33%, within one level 100%" in text
    assert "no slope: a slope needs 10 recordings" in text
    assert text.endswith("recalibrated on 2026-02-10.")


@pytest.mark.parametrize("theme", list(Theme))
def test_it_is_drawn_in_both_themes(theme: Theme) -> None:
    chart = chart_of(found_of([0, 1, 1]), theme=theme)
    assert chart.figure.get_facecolor()[:3] == pytest.approx(
        tuple(int(look(theme).background[i : i + 2], 16) / 255 for i in (1, 3, 5))
    )
    assert rendered(chart.figure, FigureFormat.SVG)
