"""Rows and columns of the analysis page: phases, tests, correlations, periods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.scoring.results import NotEstimable, p_shown
from practicecoder.ui.analysis.words import (
    PHASE_WORDS,
    correlation_with_limits,
    degrees,
    limits,
    number,
    statistic,
    why_not,
)
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column

if TYPE_CHECKING:
    from practicecoder.scoring.analysis_slopes import ClusteredSlope
    from practicecoder.scoring.by_period import PeriodTable
    from practicecoder.scoring.mixed import MixedTest, WorkerMeansTest
    from practicecoder.scoring.trend import AdjustedSlope, Correlation, TrendResult
    from practicecoder.scoring.two_groups import (
        ClusteredTest,
        GroupComparison,
        GroupSummary,
        TTest,
    )

SMALL_CELL = 10
"""Cells on fewer valid scores are set in quiet colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestRow:
    """One test of the difference. ``is_chosen`` marks the form that stands in front."""

    test: str
    difference: str
    statistic: str
    p: str
    effect: str
    is_chosen: bool = False
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """The relation with days in all sessions, in one office, or with offices set aside."""

    group: str
    n: str
    r: str
    p: str
    slope: str
    is_overall: bool = False
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRow:
    """One office; per period its mean with n, and whether that rests on few sessions."""

    group: str
    cells: tuple[str, ...]
    small: tuple[bool, ...]


PHASE_COLUMNS: tuple[Column[GroupSummary], ...] = (
    Column(
        title="Phase",
        text=lambda g: PHASE_WORDS.get(g.group, g.group).capitalize(),
        bold=lambda _: True,
    ),
    Column(title="n", text=lambda g: str(g.n), alignment=RIGHT, tooltip="Sessions with a value"),
    Column(
        title="No value",
        text=lambda g: str(g.n_missing) if g.n_missing else "–",
        alignment=RIGHT,
        tooltip="Sessions without a value, such as not applicable",
    ),
    Column(
        title="Mean [95% CI]",
        text=lambda g: "–" if g.mean is None else f"{number(g.mean)} {limits(g.interval)}",
        alignment=RIGHT,
    ),
    Column(title="SD", text=lambda g: "–" if g.sd is None else number(g.sd), alignment=RIGHT),
)

TEST_COLUMNS: tuple[Column[TestRow], ...] = (
    Column(
        title="Test",
        text=lambda t: t.test,
        bold=lambda t: t.is_chosen,
        tooltip=(
            "Holm: p of the chosen t-test, adjusted for all comparisons. "
            "Clustered: sandwich variance by worker. Mixed model: random intercept of worker. "
            "Worker means: each worker once a phase. Levene: whether the two phases spread alike"
        ),
    ),
    Column(
        title="Difference [95% CI]",
        text=lambda t: t.difference,
        alignment=RIGHT,
        bold=lambda t: t.is_chosen,
        muted=lambda t: t.is_missing,
    ),
    Column(title="Statistic", text=lambda t: t.statistic, alignment=RIGHT),
    Column(title="p", text=lambda t: t.p, alignment=RIGHT),
    Column(title="Hedges g [95% CI]", text=lambda t: t.effect, alignment=RIGHT),
)

TREND_COLUMNS: tuple[Column[TrendRow], ...] = (
    Column(title="Sessions", text=lambda t: t.group, bold=lambda t: t.is_overall),
    Column(title="n", text=lambda t: t.n, alignment=RIGHT),
    Column(
        title="r [95% CI]",
        text=lambda t: t.r,
        alignment=RIGHT,
        bold=lambda t: t.is_overall,
        muted=lambda t: t.is_missing,
        cell_tooltip=lambda t: t.r if t.is_missing else "",
    ),
    Column(title="p", text=lambda t: t.p, alignment=RIGHT),
    Column(title="Points per 100 days", text=lambda t: t.slope, alignment=RIGHT),
)


def test_rows(found: GroupComparison) -> tuple[TestRow, ...]:
    """Both t-tests, p after Holm, tests that mind repeated workers, and Levene's test."""
    return (
        _t_row("Welch t", found.welch, is_chosen=not found.equal_variances),
        _t_row("Student t", found.student, is_chosen=found.equal_variances),
        *_holm_rows(found),
        _worker_row(_tr("Clustered"), found.clustered),
        _worker_row(_tr("Mixed model"), found.mixed),
        _worker_row(_tr("Worker means"), found.worker_means),
        _levene_row(found),
    )


def _holm_rows(found: GroupComparison) -> tuple[TestRow, ...]:
    """The chosen test's p for all comparisons of the run; no row where none was asked for."""
    if found.p_holm is None:
        return ()
    name = _tr("Holm, of {0}").format(found.n_comparisons)
    p = p_shown(found.p_holm)
    return (TestRow(test=name, difference="–", statistic="–", p=p, effect="–"),)


def trend_rows(found: TrendResult) -> tuple[TrendRow, ...]:
    """All sessions together, each office, and the slope with offices set aside."""
    return (
        _correlation_row(_tr("All"), found.overall, is_overall=True),
        *(_correlation_row(g.group, g.correlation) for g in found.groups),
        _slope_row(_tr("Office-adjusted"), found.adjusted),
        _slope_row(_tr("All, by worker"), found.clustered),
        _slope_row(_tr("Office-adjusted, by worker"), found.adjusted_clustered),
    )


def period_columns(table: PeriodTable) -> tuple[Column[PeriodRow], ...]:
    """A column for each period of days since implementation."""
    columns: list[Column[PeriodRow]] = [
        Column(title="Office", text=lambda row: row.group, bold=lambda _: True)
    ]
    for place, period in enumerate(table.periods):
        title = _period_title(period)
        columns.append(
            Column(
                title=title,
                text=lambda row, place=place: row.cells[place],  # type: ignore[misc]  # bound early
                muted=lambda row, place=place: row.small[place],  # type: ignore[misc]  # as above
                alignment=RIGHT,
                tooltip="Mean (number of sessions with a value)",
            )
        )
    return tuple(columns)


def period_rows(table: PeriodTable) -> tuple[PeriodRow, ...]:
    """Means with their n, one row for each office."""
    rows = []
    for group in table.groups:
        cells = [table.cell(group, period) for period in table.periods]
        rows.append(
            PeriodRow(
                group=group,
                cells=tuple("–" if c.mean is None else f"{number(c.mean)} ({c.n})" for c in cells),
                small=tuple(c.n < SMALL_CELL for c in cells),
            )
        )
    return tuple(rows)


def _period_title(period: str) -> str:
    if period == "before":
        return _tr("Before")
    return _tr("Day {0}").format(period.replace("-", "–"))


def _t_row(name: str, test: TTest | NotEstimable, *, is_chosen: bool) -> TestRow:
    if isinstance(test, NotEstimable):
        return _missing_test(name, test, is_chosen=is_chosen)
    return TestRow(
        test=name,
        difference=f"{number(test.mean_difference)} {limits(test.interval)}",
        statistic=f"t({degrees(test.df)}) = {statistic(test.t)}",
        p=p_shown(test.p),
        effect=f"{number(test.hedges_g)} {limits(test.hedges_g_interval)}".rstrip(),
        is_chosen=is_chosen,
    )


def _worker_row(
    name: str, test: ClusteredTest | MixedTest | WorkerMeansTest | NotEstimable
) -> TestRow:
    """A test that minds repeated workers, with their number."""
    if isinstance(test, NotEstimable):
        return _missing_test(name, test)
    n = test.n_workers
    workers = f"{n[0]} + {n[1]}" if isinstance(n, tuple) else str(n)
    return TestRow(
        test=name,
        difference=f"{number(test.mean_difference)} {limits(test.interval)}",
        statistic=f"t({degrees(test.df)}) = {statistic(test.t)}",
        p=p_shown(test.p),
        effect=_tr("{0} workers").format(workers),
    )


def _levene_row(found: GroupComparison) -> TestRow:
    levene = found.levene
    if isinstance(levene, NotEstimable):
        return _missing_test("Levene", levene)
    return TestRow(
        test="Levene",
        difference="–",
        statistic=f"F({levene.df1}, {levene.df2}) = {statistic(levene.f)}",
        p=p_shown(levene.p),
        effect="–",
    )


def _missing_test(name: str, why: NotEstimable, *, is_chosen: bool = False) -> TestRow:
    return TestRow(
        test=name,
        difference=why_not(why),
        statistic="–",
        p="–",
        effect="–",
        is_chosen=is_chosen,
        is_missing=True,
    )


def _correlation_row(
    group: str, found: Correlation | NotEstimable, *, is_overall: bool = False
) -> TrendRow:
    if isinstance(found, NotEstimable):
        return TrendRow(
            group=group,
            n=str(found.n),
            r=why_not(found),
            p="–",
            slope="–",
            is_overall=is_overall,
            is_missing=True,
        )
    return TrendRow(
        group=group,
        n=str(found.n),
        r=correlation_with_limits(found),
        p=p_shown(found.p),
        slope=number(found.slope_per_100_days),
        is_overall=is_overall,
    )


def _slope_row(name: str, found: AdjustedSlope | ClusteredSlope | NotEstimable) -> TrendRow:
    if isinstance(found, NotEstimable):
        return TrendRow(
            group=name, n=str(found.n), r=why_not(found), p="–", slope="–", is_missing=True
        )
    return TrendRow(
        group=name,
        n=str(found.n),
        r="–",
        p=p_shown(found.p),
        slope=number(found.slope_per_100_days),
    )


def _tr(text: str) -> str:
    return translate("Analysis", text)
