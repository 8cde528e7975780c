"""Tables of results: full precision, each row with its method and n, or the reason for none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.table import Cell, Column, ColumnType, Measure, Row, Table
from practicecoder.scoring.analysis_warnings import AnalysisWarning, low_agreement
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable, Statistic
from practicecoder.scoring.trend import AdjustedSlope, Correlation, TrendResult
from practicecoder.scoring.two_groups import (
    ClusteredTest,
    GroupComparison,
    GroupSummary,
    LeveneTest,
    TTest,
)

ALL = "all"
"""Stands for every office or phase."""

_WORDS = {
    "item": "Score or dimension",
    "label": "Words for it",
    "office": "Office; all: every office",
    "phase": "Phase; all: every phase",
    "period": "Days since implementation, in bands",
    "group": "Office; all: every office; within: with differences between offices set aside",
    "kind": "Dimension, score or count",
    "statistic": "Statistic",
    "method": "How it was computed",
    "reason": "Why there is no number",
    "direction": "Which group is subtracted from which",
    "warning_id": "Kind of caution",
    "sentence": "Caution",
}
_COUNTS = {
    "n": "Valid values",
    "n_sessions": "Sessions",
    "n_missing": "Coded sessions without a value",
    "n_workers": "Different workers",
    "n_pre": "Valid values before",
    "n_post": "Valid values after",
    "n_codings": "Codings",
}
_NUMBERS = {
    "value": "Value",
    "ci_low": "Lower limit, 95%",
    "ci_high": "Upper limit, 95%",
    "mean": "Mean",
    "sd": "Standard deviation",
    "median": "Median",
    "minimum": "Lowest value",
    "maximum": "Highest value",
    "mean_pre": "Mean before",
    "sd_pre": "Standard deviation before",
    "mean_post": "Mean after",
    "sd_post": "Standard deviation after",
    "mean_difference": "Difference of means, after minus before",
    "t": "t",
    "df": "Degrees of freedom",
    "p": "p, two-sided",
    "p_holm": "p adjusted for the number of comparisons (Holm)",
    "hedges_g": "Hedges' g, same sign as the difference",
    "hedges_g_ci_low": "Lower limit of the effect, 95%",
    "hedges_g_ci_high": "Upper limit of the effect, 95%",
    "levene_f": "Levene's F, centred on medians",
    "levene_p": "p of Levene's test",
    "clustered_p": "p with workers as what was sampled",
    "r": "Pearson's r",
    "spearman": "Spearman's rank correlation",
    "spearman_p": "p of the rank correlation",
    "slope_per_100_days": "Change in 100 days",
}


def analysis_tables(results: AnalysisResults) -> tuple[Table, ...]:
    """All tables of the folder ``analysis``, in the order in which they are listed."""
    return (
        descriptives(results),
        comparisons(results),
        by_office_period(results),
        trends(results),
        reliability(results),
        warnings(results),
    )


def descriptives(results: AnalysisResults) -> Table:
    """Every score and dimension overall, by phase, by office, and by both."""
    return analysis_table(
        "descriptives",
        "Means and what they rest on",
        "item label office phase n n_missing n_workers mean sd median minimum maximum",
        (
            {
                "item": one.score,
                "label": results.labels[one.score],
                "office": one.office or ALL,
                "phase": one.phase or ALL,
                "n": one.n,
                "n_missing": one.n_missing,
                "n_workers": one.n_workers,
                "mean": one.mean,
                "sd": one.sd,
                "median": one.median,
                "minimum": one.minimum,
                "maximum": one.maximum,
            }
            for one in results.descriptions
        ),
        key=("item", "office", "phase"),
    )


def comparisons(results: AnalysisResults) -> Table:
    """Welch's and Student's test of every score and dimension, post minus pre."""
    return analysis_table(
        "comparisons",
        "After compared with before",
        "item label method direction n_pre mean_pre sd_pre n_post mean_post sd_post "
        "mean_difference ci_low ci_high t df p p_holm hedges_g hedges_g_ci_low hedges_g_ci_high "
        "levene_f levene_p clustered_p n_workers reason",
        (row for item, one in results.comparisons.items() for row in _tests(results, item, one)),
        key=("item", "method"),
    )


def by_office_period(results: AnalysisResults) -> Table:
    """Means by office and band of days."""
    return analysis_table(
        "by_office_period",
        "Means by office and days since implementation",
        "item label office period n_sessions n mean sd",
        (
            {
                "item": item,
                "label": results.labels[item],
                "office": cell.group,
                "period": cell.period,
                "n_sessions": cell.n_sessions,
                "n": cell.n,
                "mean": cell.mean,
                "sd": cell.sd,
            }
            for item, found in results.periods.items()
            for cell in found.cells
        ),
        key=("item", "office", "period"),
    )


def trends(results: AnalysisResults) -> Table:
    """Relation with days, overall, in each office, and with offices set aside."""
    return analysis_table(
        "trends",
        "Relation with days since implementation",
        "item label group n r ci_low ci_high p spearman spearman_p slope_per_100_days method "
        "reason",
        (row for item, one in results.trends.items() for row in _trend(results, item, one)),
        key=("item", "group"),
    )


def reliability(results: AnalysisResults) -> Table:
    """Every statistic of agreement."""
    return analysis_table(
        "reliability",
        "Agreement of coders",
        "item kind statistic value ci_low ci_high n method reason",
        (
            {
                "item": item.item,
                "kind": item.kind.value,
                "statistic": key,
                **_statistic(statistic),
            }
            for item in results.reliability.items
            for key, statistic in item.statistics.items()
        ),
        key=("item", "statistic"),
    )


def warnings(results: AnalysisResults) -> Table:
    """Every caution with the item it is about; without one it is about every item alike."""
    rows = (
        {"warning_id": warning.warning_id, "item": item, "sentence": warning.sentence}
        for (warning, item) in _cautions(results)
    )
    return analysis_table("warnings", "Cautions", "warning_id item sentence", rows, key=())


def _cautions(results: AnalysisResults) -> dict[tuple[AnalysisWarning, str | None], None]:
    """Cautions in order, a row an item; one that holds for every item alike stands there once."""
    by_warning: dict[AnalysisWarning, list[str]] = {}
    for source in (results.comparisons, results.trends, results.periods):
        for item, found in source.items():
            for warning in found.warnings:
                by_warning.setdefault(warning, []).append(item)
    for one in results.reliability.items:
        if one.item in results.score_ids:
            for warning in low_agreement(one.label, one.headline):
                by_warning.setdefault(warning, []).append(one.item)
    for sentence in results.facts.to_be_added:
        gap = AnalysisWarning(warning_id="methods_gap", sentence=sentence)
        by_warning.setdefault(gap, [])
    every = set(results.labels)
    return {
        (warning, item): None
        for warning, items in by_warning.items()
        for item in ([None] if set(items) >= every or not items else items)
    }


def _tests(
    results: AnalysisResults, item: str, one: GroupComparison
) -> Iterator[Mapping[str, Cell]]:
    pre, post = one.groups
    for method, test in (("Welch t", one.welch), ("Student t", one.student)):
        holm = one.p_holm if method == "Welch t" else results.holm_student[item]
        yield {
            "item": item,
            "label": results.labels[item],
            "method": method,
            "direction": one.direction,
            **_group(pre, "pre"),
            **_group(post, "post"),
            **_test(test, holm),
            **_beside(one),
        }


def _group(group: GroupSummary, name: str) -> Mapping[str, Cell]:
    return {f"n_{name}": group.n, f"mean_{name}": group.mean, f"sd_{name}": group.sd}


def _test(test: TTest | NotEstimable, p_holm: float | None) -> Mapping[str, Cell]:
    if isinstance(test, NotEstimable):
        return {"reason": test.reason}
    effect = test.hedges_g_interval
    return {
        "mean_difference": test.mean_difference,
        **_limits(test.interval),
        "t": test.t,
        "df": float(test.df),
        "p": test.p,
        "p_holm": p_holm,
        "hedges_g": test.hedges_g,
        "hedges_g_ci_low": effect.low if isinstance(effect, Interval) else None,
        "hedges_g_ci_high": effect.high if isinstance(effect, Interval) else None,
    }


def _beside(one: GroupComparison) -> Mapping[str, Cell]:
    beside: dict[str, Cell] = {}
    if isinstance(one.levene, LeveneTest):
        beside |= {"levene_f": one.levene.f, "levene_p": one.levene.p}
    if isinstance(one.clustered, ClusteredTest):
        beside |= {"clustered_p": one.clustered.p, "n_workers": one.clustered.n_workers}
    return beside


def _trend(
    results: AnalysisResults, item: str, found: TrendResult
) -> Iterator[Mapping[str, Cell]]:
    named: list[tuple[str, Correlation | NotEstimable]] = [(ALL, found.overall)]
    named += [(g.group, g.correlation) for g in found.groups]
    about: dict[str, Cell] = {"item": item, "label": results.labels[item]}
    for name, one in named:
        yield {**about, "group": name, **_correlation(one)}
    if isinstance(found.adjusted, AdjustedSlope):
        yield {
            **about,
            "group": f"within {found.by}",
            "n": found.adjusted.n,
            "p": found.adjusted.p,
            "slope_per_100_days": found.adjusted.slope_per_100_days,
            "method": found.adjusted.method,
        }


def _correlation(one: Correlation | NotEstimable) -> Mapping[str, Cell]:
    if isinstance(one, NotEstimable):
        return {"n": one.n, "reason": one.reason}
    return {
        "n": one.n,
        "r": one.r,
        **_limits(one.interval),
        "p": one.p,
        "spearman": one.spearman,
        "spearman_p": one.spearman_p,
        "slope_per_100_days": one.slope_per_100_days,
        "method": "Pearson's r, Fisher's interval; slope by least squares",
    }


def _statistic(statistic: Statistic) -> Mapping[str, Cell]:
    if isinstance(statistic, NotEstimable):
        return {"n": statistic.n, "reason": statistic.reason}
    return {
        "value": float(statistic.value),
        **_limits(statistic.interval),
        "n": statistic.n,
        "method": statistic.method,
    }


def _limits(interval: Interval | NoInterval) -> Mapping[str, Cell]:
    if isinstance(interval, NoInterval):
        return {}
    return {"ci_low": float(interval.low), "ci_high": float(interval.high)}


def analysis_table(
    name: str,
    title: str,
    columns: str,
    rows: Iterable[Mapping[str, Cell]],
    *,
    key: tuple[str, ...],
) -> Table:
    """Table of the folder ``analysis``; ``columns`` are names with blanks between them."""
    names = columns.split()
    made: list[Row] = [tuple(_plain(row.get(column)) for column in names) for row in rows]
    return Table(
        name=name,
        title=title,
        columns=tuple(_column(column) for column in names),
        rows=tuple(made),
        key=key,
        folder="analysis",
    )


def _plain(cell: Cell) -> Cell:
    """Cell without the types of numerical libraries, which print differently."""
    return float(cell) if isinstance(cell, float) else cell


def _column(name: str) -> Column:
    if name in _WORDS:
        return Column(name=name, label=_WORDS[name], source="program")
    counted = name in _COUNTS
    return Column(
        name=name,
        label=_COUNTS[name] if counted else _NUMBERS[name],
        column_type=ColumnType.INTEGER if counted else ColumnType.NUMBER,
        measure=Measure.SCALE,
        source="program",
    )
