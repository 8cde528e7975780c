"""Tables of drift: departures from reference codings, whole and month by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from practicecoder.reports.reliability.coder_tables import test_in_words
from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.numbers import (
    NOT_OFFERED,
    Reasons,
    percent,
    points,
    points_with_limits,
)
from practicecoder.reports.reliability.tables import ReportTable, Row, RowKind, beside
from practicecoder.reports.words import day_in_words
from practicecoder.scoring.reliability.drift import CoderDrift
from practicecoder.scoring.results import NotEstimable

MOST_MONTHS = 7
"""Months beside each other; more are told in a table of their own below."""


def drift_table(data: ReliabilityReportData) -> ReportTable | None:
    """Departures from reference codings by dimension and coder; None where there are none."""
    if not data.drift:
        return None
    reasons = Reasons()
    rows = []
    tests = []
    for one in data.drift:
        if len(data.drift) > 1:
            rows.append(Row((one.label,), RowKind.HEADING))
        for coder in one.report.coders:
            halves = (coder.first_half, coder.second_half)
            cells = (
                *(coder.coder_id, str(coder.n)),
                points_with_limits(coder.departure, reasons),
                *(percent(coder.exact), percent(coder.within_one)),
                points_with_limits(coder.slope, reasons),
                *(NOT_OFFERED if half is None else points(half) for half in halves),
            )
            rows.append(Row(cells))
        if not isinstance(one.report.interaction, NotEstimable):
            tests.append(f"{one.label}: {test_in_words(one.report.interaction, reasons)}")
    n_slopes = sum(one.report.n_slopes for one in data.drift)
    first = min(one.report.first_day for one in data.drift)
    last = max(one.report.last_day for one in data.drift)
    return ReportTable(
        title="Against reference codings",
        columns=(
            *("Coder", "n", "Departure", "Exact", "Within one level", "Slope per week"),
            *("First half", "Second half"),
        ),
        shares=(62, 28, 108, 48, 52, 112, 50, 50),
        rows=tuple(rows),
        notes=(
            (
                f"Recordings with a reference coding, {_period(first, last)}. Departure: mean of "
                "rating minus reference, in points, with t interval; halves are of the whole "
                "period."
            ),
            *_of_slopes(n_slopes),
            *([f"Do slopes of coders differ? {'; '.join(tests)}."] if tests else []),
            *reasons.told(),
        ),
    )


def _of_slopes(n: int) -> Iterator[str]:
    if n:
        were = "slope was" if n == 1 else "slopes were"
        yield (
            f"{n} {were} looked at. One coder’s slope is a reason to recalibrate, not a verdict."
        )


def _period(first: date, last: date) -> str:
    return (
        day_in_words(first) if first == last else f"{day_in_words(first)} to {day_in_words(last)}"
    )


def month_tables(data: ReliabilityReportData) -> tuple[ReportTable, ...]:
    """Mean departure of every coder in every month of checks, by dimension."""
    months = sorted({m.month for one in data.drift for c in one.report.coders for m in c.months})
    names = {f"{month:%Y-%m}": month for month in months}
    found = []
    for group in beside(list(names), MOST_MONTHS):
        rows: list[Row] = []
        for one in data.drift:
            if len(data.drift) > 1:
                rows.append(Row((one.label,), RowKind.HEADING))
            rows += [
                Row((coder.coder_id, *(_month_cell(coder, names[name]) for name in group)))
                for coder in one.report.coders
            ]
        width = (510 - 80) / MOST_MONTHS
        found.append(
            ReportTable(
                title="Departures month by month",
                columns=("Coder", *group),
                shares=(510 - width * len(group), *[width] * len(group)),
                rows=tuple(rows),
                notes=(
                    (
                        "Mean of rating minus reference in points, in brackets the number of "
                        f"checks; {NOT_OFFERED}: none that month."
                    ),
                ),
            )
        )
    return tuple(found)


def _month_cell(coder: CoderDrift, month: date) -> str:
    found = next((one for one in coder.months if one.month == month), None)
    return NOT_OFFERED if found is None else f"{points(found.mean)} ({found.n})"
