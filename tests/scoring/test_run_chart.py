"""Months in order, limits from the twelfth."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from practicecoder.scoring.run_chart import MonthPoint, monthly_medians, run_chart


def months(*values: float) -> list[MonthPoint]:
    return [
        MonthPoint(month=date(2024 + place // 12, place % 12 + 1, 1), value=value, n=2)
        for place, value in enumerate(values)
    ]


def test_months_without_a_visit_are_left_out_and_order_does_not_matter() -> None:
    days = [(date(2026, 4, 30), 4.0), (date(2026, 2, 1), 1.0), (date(2026, 2, 28), 2.0)]

    assert monthly_medians(days) == (
        MonthPoint(month=date(2026, 2, 1), value=1.5, n=2),
        MonthPoint(month=date(2026, 4, 1), value=4.0, n=1),
    )


def test_eleven_months_have_a_median_and_no_limits() -> None:
    chart = run_chart(months(*[2.0] * 10, 5.0), bounds=(1, 5))

    assert (chart.centre, chart.low, chart.high) == (2.0, None, None)
    assert chart.outside == ()


def test_limits_are_two_point_six_six_moving_ranges_from_the_mean() -> None:
    values = [2.0, 2.2, 2.1, 2.3, 2.2, 2.0, 2.1, 2.2, 2.3, 2.1, 2.0, 4.0]

    chart = run_chart(months(*values), bounds=(1, 5))

    moving = sum(abs(b - a) for a, b in pairwise(values)) / 11
    assert chart.centre == pytest.approx(sum(values) / 12)
    assert chart.high == pytest.approx(sum(values) / 12 + 2.66 * moving)
    assert [p.value for p in chart.outside] == [4.0]


def test_no_month_means_no_line() -> None:
    chart = run_chart([])

    assert chart.points == ()
    assert chart.centre is None
