"""Results as flat tables: one row per statistic, at full precision, with n, method and reason."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.scoring.results import Interval, NoInterval, NotEstimable, Statistic
from practicecoder.services.whole_file import write_whole

if TYPE_CHECKING:
    from practicecoder.scoring.analysis_offices import OfficeRow
    from practicecoder.scoring.analysis_phase import PhaseContradiction
    from practicecoder.scoring.analysis_warnings import AnalysisWarning
    from practicecoder.scoring.by_period import PeriodTable
    from practicecoder.scoring.reliability.table import ReliabilityTable
    from practicecoder.scoring.trend import Correlation, TrendResult
    from practicecoder.scoring.two_groups import GroupComparison, TTest

Table = tuple[list[str], list[list[str]]]
"""Heading and rows; a blank is a number that there is not."""


def reliability_rows(table: ReliabilityTable) -> Table:
    """Every statistic of every item."""
    heading = ["item", "kind", "statistic", "value", "ci_low", "ci_high", "n", "method", "reason"]
    rows = [
        [item.item, item.kind.value, key, *statistic_cells(statistic)]
        for item in table.items
        for key, statistic in item.statistics.items()
    ]
    return heading, rows


def comparison_rows(comparisons: Mapping[str, GroupComparison]) -> Table:
    """Both tests of every comparison, post minus pre, with what stands beside them."""
    heading = [
        "item", "method", "n_pre", "mean_pre", "sd_pre", "n_post", "mean_post", "sd_post",
        "mean_difference", "ci_low", "ci_high", "t", "df", "p", "p_holm",
        "hedges_g", "hedges_g_ci_low", "hedges_g_ci_high", "reason",
    ]  # fmt: skip
    rows = []
    for item, found in comparisons.items():
        groups = [
            cell
            for group in found.groups
            for cell in (str(group.n), _number(group.mean), _number(group.sd))
        ]
        for name, test in (("Welch t", found.welch), ("Student t", found.student)):
            holm = found.p_holm if test is found.test else None
            rows.append([item, name, *groups, *_test(test, holm)])
    return heading, rows


def trend_rows(trends: Mapping[str, TrendResult]) -> Table:
    """Correlation with days, overall and within each group, and the adjusted slope."""
    heading = ["item", "group", "n", "r", "ci_low", "ci_high", "p", "slope_per_100_days", "reason"]
    rows = []
    for item, found in trends.items():
        named = [("all", found.overall), *((g.group, g.correlation) for g in found.groups)]
        rows += [[item, name, *_correlation(correlation)] for name, correlation in named]
        adjusted = found.adjusted
        if not isinstance(adjusted, NotEstimable):
            slope = _number(adjusted.slope_per_100_days)
            within = f"within {found.by}"
            rows.append(
                [item, within, str(adjusted.n), "", "", "", _number(adjusted.p), slope, ""]
            )
    return heading, rows


def repeated_worker_rows(comparisons: Mapping[str, GroupComparison]) -> Table:
    """The same differences with repeated workers minded in three ways, and Levene's test."""
    heading = [
        "item", "method", "mean_difference", "ci_low", "ci_high", "statistic", "df", "p",
        "n_workers", "reason",
    ]  # fmt: skip
    rows = []
    for item, found in comparisons.items():
        levene = found.levene
        if isinstance(levene, NotEstimable):
            rows.append([item, "Levene", *[""] * 7, levene.reason])
        else:
            df = f"{levene.df1}, {levene.df2}"
            cells = ["", "", "", repr(levene.f), df, repr(levene.p), "", ""]
            rows.append([item, "Levene (medians)", *cells])
        tests = (
            ("clustered by worker", found.clustered),
            ("random intercept of worker", found.mixed),
            ("one mean for each worker", found.worker_means),
        )
        for name, test in tests:
            if isinstance(test, NotEstimable):
                rows.append([item, name, *[""] * 7, test.reason])
                continue
            n = test.n_workers
            workers = f"{n[0]} + {n[1]}" if isinstance(n, tuple) else str(n)
            numbers = [repr(test.t), repr(float(test.df)), repr(test.p), workers, ""]
            limits = _limits(test.interval)
            rows.append([item, test.method, repr(test.mean_difference), *limits, *numbers])
    return heading, rows


def office_table(offices: Sequence[OfficeRow]) -> Table:
    """Coded sessions of each office by phase, with days."""
    heading = [
        "office_id", "n", "n_pre", "n_post", "n_other", "n_workers", "n_days", "mean_days",
        "first_day", "last_day",
    ]  # fmt: skip
    rows = [
        [
            row.office,
            *(str(n) for n in (row.n, row.n_pre, row.n_post, row.n_other)),
            *("" if n is None else str(n) for n in (row.n_workers, row.n_days)),
            *(_number(n) for n in (row.mean_days, row.first_day, row.last_day)),
        ]
        for row in offices
    ]
    return heading, rows


def period_rows(periods: Mapping[str, PeriodTable]) -> Table:
    """Mean, spread and valid n of every office and period; ``n_sessions`` counts rows."""
    heading = ["item", "office_id", "period", "n_sessions", "n", "mean", "sd"]
    rows = [
        [
            *(item, cell.group, cell.period, str(cell.n_sessions), str(cell.n)),
            *(_number(cell.mean), _number(cell.sd)),
        ]
        for item, table in periods.items()
        for cell in table.cells
    ]
    return heading, rows


def contradiction_rows(contradictions: Sequence[PhaseContradiction]) -> Table:
    """Sessions whose phase and days do not go together."""
    heading = ["session_id", "office_id", "phase", "days_since_implementation", "phase_rule"]
    rows = [
        [one.session_id, one.office, one.phase, str(one.days), one.rule] for one in contradictions
    ]
    return heading, rows


def caution_rows(cautions: Sequence[AnalysisWarning]) -> Table:
    """Cautions with their ids."""
    return ["id", "sentence"], [[one.warning_id, one.sentence] for one in cautions]


def write_table(path: Path, table: Table) -> None:
    """Write a table as CSV beside its place, and give it its name when complete.

    Raises
    ------
    ExportError
        If it cannot be written there; nothing is left behind.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    heading, rows = table
    writer.writerow(heading)
    writer.writerows(rows)
    write_whole(text.getvalue().encode(), path)


def statistic_cells(statistic: Statistic) -> Sequence[str]:
    """Value, limits, n, method and reason of a statistic, at full precision."""
    if isinstance(statistic, NotEstimable):
        return ["", "", "", str(statistic.n), "", statistic.reason]
    limits = _limits(statistic.interval)
    return [repr(statistic.value), *limits, str(statistic.n), statistic.method, ""]


def _test(test: TTest | NotEstimable, p_holm: float | None) -> Sequence[str]:
    if isinstance(test, NotEstimable):
        return [*[""] * 10, test.reason]
    return [
        repr(test.mean_difference),
        *_limits(test.interval),
        repr(test.t),
        repr(test.df),
        repr(test.p),
        _number(p_holm),
        repr(test.hedges_g),
        *_limits(test.hedges_g_interval),
        "",
    ]


def _correlation(found: Correlation | NotEstimable) -> Sequence[str]:
    if isinstance(found, NotEstimable):
        return [str(found.n), "", "", "", "", "", found.reason]
    limits = _limits(found.interval)
    slope = repr(found.slope_per_100_days)
    return [str(found.n), repr(found.r), *limits, repr(found.p), slope, ""]


def _limits(interval: Interval | NoInterval) -> tuple[str, str]:
    if isinstance(interval, NoInterval):
        return "", ""
    return repr(interval.low), repr(interval.high)


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)
