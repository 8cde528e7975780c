"""The own trend as it is drawn: what its marks may say at how many sessions."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf
import pytest

from practicecoder.reports.chart_rows import ChartRow
from practicecoder.reports.data import OwnCourse, ReportScale
from practicecoder.reports.own_trend import (
    LEAST_TREND_STEP,
    TREND_WIDTH,
    TrendBox,
    draw_trend,
    width_of_trend,
)
from practicecoder.reports.tagging import TaggedCanvas

FIVE = ReportScale(minimum=1, maximum=5)
ENDS = 2
"""Lines at the ends of the scale."""


def drawn(trend: Sequence[float | None], course: OwnCourse | None = None) -> list[str]:
    """Operators of a trend."""
    target = io.BytesIO()
    canvas = TaggedCanvas(target, invariant=1)
    row = ChartRow(
        label="x", number="1", words="", trend_alt="x.", trend=tuple(trend), course=course
    )
    draw_trend(canvas, row, FIVE, TrendBox(left=50, bottom=50, width=60, height=26))
    canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(target.getvalue())) as pdf:
        return [str(op.operator) for op in pikepdf.parse_content_stream(pdf.pages[0])]


def lines(trend: Sequence[float | None], course: OwnCourse | None = None) -> int:
    return drawn(trend, course).count("l")


def test_two_sessions_are_dots_without_a_line() -> None:
    assert lines([2, 3]) == ENDS
    assert lines([2, None, 3]) == ENDS


def test_three_sessions_are_joined_and_a_gap_stays_open() -> None:
    assert lines([2, 3, 3]) == ENDS + 2
    assert lines([2, 3, None, 3]) == ENDS + 1


def test_an_own_mean_is_a_line_on_a_band() -> None:
    course = OwnCourse(mean=2.5, low=2, high=3, n=3)

    assert lines([2, 3, 3], course) == ENDS + 2 + 1
    assert drawn([2, 3, 3], course).count("re") == drawn([2, 3, 3]).count("re") + 1


def test_limits_are_two_dashed_lines_more() -> None:
    plain = OwnCourse(mean=2.5, low=2, high=3, n=12)
    limited = OwnCourse(mean=2.5, low=2, high=3, n=12, ordinary_low=1.5, ordinary_high=3.5)
    trend = [2, 3] * 6

    assert lines(trend, limited) == lines(trend, plain) + 2
    assert drawn(trend, limited).count("d") > drawn(trend, plain).count("d")


@pytest.mark.parametrize("n", [1, 2, 7, 12])
def test_a_longer_series_has_a_wider_column(n: int) -> None:
    width = width_of_trend(n)

    assert width >= TREND_WIDTH
    assert width >= (n - 1) * LEAST_TREND_STEP
