"""Pages about coders: their levels, timed codes, and drift from reference codings."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import (
    Flowable,
)

from practicecoder.reports.blocks import paragraph
from practicecoder.reports.reliability.coder_tables import (
    severity_tables,
    spread_tables,
    variance_table,
)
from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.drift_plot import BESIDE as DRIFTS_BESIDE
from practicecoder.reports.reliability.drift_plot import DriftPlot, departures
from practicecoder.reports.reliability.drift_tables import drift_table, month_tables
from practicecoder.reports.reliability.event_tables import event_tables
from practicecoder.reports.reliability.interval_plot import (
    event_intervals,
    severity_intervals,
)
from practicecoder.reports.reliability.numbers import level_shown
from practicecoder.reports.reliability.parts import (
    GAP,
    interval_plots,
    kept_table,
    under_heading,
)
from practicecoder.reports.styles import (
    PAGE,
    StyleSheet,
)
from practicecoder.reports.words import day_in_words


def coders(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    """Levels and spread of coders, timed codes, and drift; each where there is any."""
    if data.table.design.n_multiple_coded:
        for table in severity_tables(data):
            yield from kept_table(table, sheet)
        yield from _severity_pictures(data, sheet)
        for table in (*spread_tables(data), variance_table(data)):
            yield from kept_table(table, sheet)
    yield from _events(data, sheet)
    yield from _drift(data, sheet)


def _severity_pictures(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    caption = (
        "Points above or below the mean of coders, with "
        f"{level_shown(data.table.level)} intervals, on one axis for all items of a kind. "
        "Coders stand in the order of their codes."
    )
    found = severity_intervals(data.table.items)
    yield from interval_plots("Levels of coders", caption, found, sheet)


def _events(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    tables = event_tables(data)
    if not tables or data.events is None:
        return
    pairs, codes = tables
    yield from kept_table(pairs, sheet)
    caption = (
        f"Each pair of coders with {level_shown(data.events.settings.level)} intervals. "
        f"{data.events.settings.sentence}"
    )
    found = event_intervals(data.events)
    yield from interval_plots("Agreement on timed codes", caption, found, sheet)
    yield from kept_table(codes, sheet)


def _drift(data: ReliabilityReportData, sheet: StyleSheet) -> Iterator[Flowable]:
    drifted = drift_table(data)
    if drifted is None:
        return
    yield from kept_table(drifted, sheet)
    if data.recalibrated_on:
        days = ", ".join(day_in_words(day) for day in data.recalibrated_on)
        yield paragraph(sheet.caption, f"Coders were recalibrated on {days}.")
    for table in month_tables(data):
        yield from kept_table(table, sheet)
    if not any(len(c.months) > 1 for one in data.drift for c in one.report.coders):
        return  # one dot a coder draws no course; the table has the same numbers
    width = (PAGE.text_width - GAP * (DRIFTS_BESIDE - 1)) / DRIFTS_BESIDE
    plots = [
        DriftPlot(one, width, sheet.sizes) for one in departures(data.drift, data.recalibrated_on)
    ]
    caption = (
        "Mean of rating minus reference in each month, at the mean of the days coded on; broken "
        "lines: recalibration. One axis for all dimensions."
    )
    yield from under_heading("Departures over time", caption, plots, sheet)
