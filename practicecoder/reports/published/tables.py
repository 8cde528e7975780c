"""The evaluation's tables as text, the same for screen, command and Word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from practicecoder.reports.published.cells import (
    NONE,
    correlation_with_limits,
    degrees,
    optional,
    probability,
    statistic,
    with_limits,
)
from practicecoder.reports.published.data import PublishedData
from practicecoder.reports.reliability.tables import ReportTable, Row, RowKind
from practicecoder.scoring.analysis_slopes import ClusteredSlope
from practicecoder.scoring.analysis_warnings import SMALL_CELL, AnalysisWarning
from practicecoder.scoring.results import NotEstimable
from practicecoder.scoring.scores import listed
from practicecoder.scoring.trend import AdjustedSlope, Correlation, TrendResult
from practicecoder.scoring.two_groups import GroupComparison, GroupSummary, TTest

EVALUATION = "the Family Safeguarding Hertfordshire evaluation (Forrester et al., 2017)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTable:
    """A table and what it corresponds to: ``number`` is that of the evaluation's table."""

    number: str
    name: str
    table: ReportTable


def all_tables(data: PublishedData) -> tuple[PublishedTable, ...]:
    """Every table of the set, in the order of the evaluation."""
    made = (
        ("2", "before_after", skills_table(data)),
        ("21", "offices", offices_table(data)),
        ("22", "within_offices", within_offices_table(data)),
        ("23", "office_period", period_table(data)),
        ("24", "scores", scores_table(data)),
        ("25", "days", days_table(data)),
    )
    notes = (data.selection,) if data.selection else ()
    return tuple(
        PublishedTable(
            number=number,
            name=f"table_{int(number):02d}_{name}",
            table=replace(table, notes=(*table.notes, *notes)),
        )
        for number, name, table in made
    )


def skills_table(data: PublishedData) -> ReportTable:
    """Every dimension and score before and after, as the evaluation's Table 2."""
    reasons: dict[str, NotEstimable] = {}
    rows = []
    for item, found in data.comparisons.items():
        before, after = found.groups
        test = found.test
        cells = [data.labels[item], *_group(before), *_group(after)]
        if isinstance(test, NotEstimable):
            reasons[data.labels[item]] = test
            cells += [NONE] * 6
        else:
            cells += [*_tested(test), probability(found.p_holm)]
            cells.append(with_limits(test.hedges_g, test.hedges_g_interval))
        rows.append(Row(tuple(cells), quiet=_small(((1, 2), before), ((3, 4), after))))
    first = next(iter(data.comparisons.values()))
    return ReportTable(
        title="Practice skills before and after implementation",
        columns=(
            *("Skill", "n before", "M (SD) before", "n after", "M (SD) after"),
            *("Difference [95% CI]", "t", "df", "p", "p Holm", "g [95% CI]"),
        ),
        shares=(3.0, 1.0, 1.7, 1.0, 1.7, 2.5, 1.0, 0.9, 1.0, 1.0, 2.5),
        rows=tuple(rows),
        notes=(
            (
                f"{_method(data)}; differences and g are after minus before. p Holm is adjusted "
                f"for the {first.n_comparisons} comparisons of this table. n counts coded "
                f"sessions with a value. {_scores_rule(data)}"
            ),
            *_corresponds("2", data),
            *_told(reasons),
        ),
        cautions=_cautions(data, {i: c.warnings for i, c in data.comparisons.items()}),
    )


def offices_table(data: PublishedData) -> ReportTable:
    """Coded sessions by office and phase with days, as the evaluation's Table 21."""
    rows = [
        Row(
            (
                row.office or "No office",
                *(str(n) for n in (row.n_pre, row.n_post, row.n_other, row.n)),
                NONE if row.n_workers is None else str(row.n_workers),
                NONE if row.mean_days is None else degrees_of_days(row.mean_days),
                _span(row.first_day, row.last_day),
            )
        )
        for row in data.offices
    ]
    sums = (
        sum(row.n_pre for row in data.offices),
        sum(row.n_post for row in data.offices),
        sum(row.n_other for row in data.offices),
        data.n_sessions,
    )
    workers = NONE if data.n_workers is None else str(data.n_workers)
    days = [(row.mean_days, row.n_days) for row in data.offices if row.mean_days is not None]
    n_days = sum(n for _, n in days)
    mean = NONE if not n_days else degrees_of_days(sum(m * n for m, n in days) / n_days)
    firsts = [row.first_day for row in data.offices if row.first_day is not None]
    lasts = [row.last_day for row in data.offices if row.last_day is not None]
    span = _span(min(firsts, default=None), max(lasts, default=None))
    rows.append(Row(("All offices", *(str(n) for n in sums), workers, mean, span)))
    odd = len(data.contradictions)
    notes = [
        (
            "Coded sessions are counted, whether or not a score could be computed. Days are days "
            "since implementation, negative before it. Workers seen in several offices count once "
            "under all offices."
        ),
        _phase_note(data),
    ]
    if odd:
        are = "session’s phase does" if odd == 1 else "sessions’ phases do"
        notes.append(f"{odd} {are} not go with the days.")
    return ReportTable(
        title="Coded sessions by office and phase",
        columns=(
            *("Office", "Before", "After", "Other or no phase", "Sessions", "Workers"),
            *("M days", "Days, first to last"),
        ),
        shares=(2.4, 1.0, 1.0, 1.4, 1.1, 1.1, 1.1, 2.0),
        rows=tuple(rows),
        notes=(*notes, *_corresponds("21", data)),
    )


def within_offices_table(data: PublishedData) -> ReportTable:
    """Scores before and after within each office, as the evaluation's Table 22."""
    rows: list[Row] = []
    reasons: dict[str, NotEstimable] = {}
    for office, comparisons in data.by_office.items():
        rows.append(Row((office,), kind=RowKind.HEADING))
        for score in data.scores:
            found = comparisons[score]
            before, after = found.groups
            test = found.test
            cells = [data.labels[score], *_group(before), *_group(after)]
            if isinstance(test, NotEstimable):
                reasons[f"{office}, {data.labels[score]}"] = test
                cells += [NONE] * 4
            else:
                cells += _tested(test)
            rows.append(Row(tuple(cells), quiet=_small(((1, 2), before), ((3, 4), after))))
    return ReportTable(
        title="Scores before and after implementation within each office",
        columns=(
            *("Score", "n before", "M (SD) before", "n after", "M (SD) after"),
            *("Difference [95% CI]", "t", "df", "p"),
        ),
        shares=(3.0, 1.0, 1.7, 1.0, 1.7, 2.5, 1.0, 0.9, 1.0),
        rows=tuple(rows),
        notes=(
            f"{_method(data)}; differences are after minus before. {_SMALL}",
            _phase_note(data),
            *_corresponds("22", data),
            *_told(reasons),
        ),
    )


def period_table(data: PublishedData) -> ReportTable:
    """Means with valid n by office and period, as the evaluation's Table 23."""
    some = next(iter(data.periods.values()))
    rows: list[Row] = []
    for office in some.groups:
        rows.append(Row((office,), kind=RowKind.HEADING))
        for score in data.scores:
            cells = [data.periods[score].cell(office, band) for band in some.periods]
            words = [f"{optional(c.mean)} ({c.n})" if c.n else NONE for c in cells]
            small = frozenset(i for i, c in enumerate(cells, start=1) if c.n < SMALL_CELL)
            rows.append(Row((data.labels[score], *words), quiet=small))
    return ReportTable(
        title="Mean scores by office and days since implementation, with valid n",
        columns=("Score", *(period_words(band) for band in some.periods)),
        shares=(3.0, *[1.6] * len(some.periods)),
        rows=tuple(rows),
        notes=(
            (
                "In brackets the sessions that have the score. Periods are days since "
                f"implementation, whatever the phase says. {_SMALL} {NONE}: no session."
            ),
            *_corresponds("23", data),
        ),
    )


def scores_table(data: PublishedData) -> ReportTable:
    """Every test of the scores, repeated workers minded, as the evaluation's Table 24."""
    rows: list[Row] = []
    reasons: dict[str, NotEstimable] = {}
    for score in data.scores:
        found = data.comparisons[score]
        before, after = found.groups
        label = data.labels[score]
        heading = (
            f"{label}: before M {optional(before.mean)}, SD {optional(before.sd)}, n {before.n}; "
            f"after M {optional(after.mean)}, SD {optional(after.sd)}, n {after.n}"
        )
        rows.append(Row((heading,), kind=RowKind.HEADING))
        for name, cells in _tests(found):
            if isinstance(cells, NotEstimable):
                reasons[f"{label}, {name}"] = cells
                rows.append(Row((name, *[NONE] * 5)))
            else:
                rows.append(Row((name, *cells)))
    return ReportTable(
        title="Scores before and after implementation, sessions and workers as units",
        columns=("Test", "Difference [95% CI]", "Statistic", "df", "p", "g [95% CI]"),
        shares=(3.6, 2.6, 1.3, 1.0, 1.0, 2.5),
        rows=tuple(rows),
        notes=(
            (
                "Differences and g are after minus before; the statistic is t, for Levene’s test "
                "(centred on medians) F. Clustered: least squares with sandwich variance by "
                "worker (CR1). Mixed model: random intercept of worker, REML, Satterthwaite’s "
                "df. Worker means: one mean for each worker and phase."
            ),
            *_corresponds("24", data),
            *_told(reasons),
        ),
        cautions=_cautions(data, {s: data.comparisons[s].warnings for s in data.scores}),
    )


def days_table(data: PublishedData) -> ReportTable:
    """Correlation with days, overall and within offices, as the evaluation's Table 25."""
    rows: list[Row] = []
    reasons: dict[str, NotEstimable] = {}
    for score in data.scores:
        label, found = data.labels[score], data.trends[score]
        rows.append(Row((label,), kind=RowKind.HEADING))
        for name, row in _trend_rows(found):
            if isinstance(row, NotEstimable):
                reasons[f"{label}, {name}"] = row
                rows.append(Row((name, str(row.n), NONE, NONE, NONE)))
            else:
                rows.append(Row((name, *row)))
    return ReportTable(
        title="Correlation of scores with days since implementation",
        columns=("Sessions", "n", "r [95% CI]", "p", "Points per 100 days [95% CI]"),
        shares=(3.4, 0.9, 2.6, 1.0, 3.0),
        rows=tuple(rows),
        notes=(
            (
                "Pearson’s r with Fisher’s interval; slopes by least squares. Office-adjusted: "
                "the slope with differences between offices set aside. By worker: sandwich "
                "variance by worker (CR1)."
            ),
            *_corresponds("25", data),
            *_told(reasons),
        ),
        cautions=_cautions(data, {s: data.trends[s].warnings for s in data.scores}),
    )


_SMALL = f"Means of fewer than {SMALL_CELL} sessions are grey and should not be read as findings."


def period_words(band: str) -> str:
    """Heading of a period.

    Examples
    --------
    >>> period_words("before"), period_words("300+")
    ('Before day 0', 'Days 300+')
    """
    return "Before day 0" if band == "before" else f"Days {band.replace('-', '–')}"


def degrees_of_days(mean: float) -> str:
    """Mean days as a whole number with a true minus sign."""
    from practicecoder.scoring.results import shown

    return shown(mean, 0).replace("-", "−")


def _group(group: GroupSummary) -> list[str]:
    spread = f" ({optional(group.sd)})" if group.sd is not None else ""
    return [str(group.n), f"{optional(group.mean)}{spread}"]


def _small(*groups: tuple[tuple[int, ...], GroupSummary]) -> frozenset[int]:
    return frozenset(place for places, g in groups if g.n < SMALL_CELL for place in places)


def _tested(test: TTest) -> list[str]:
    return [
        with_limits(test.mean_difference, test.interval),
        statistic(test.t),
        degrees(test.df),
        probability(test.p),
    ]


def _tests(found: GroupComparison) -> list[tuple[str, list[str] | NotEstimable]]:
    """Every test of one comparison with its cells, or why there are none."""
    rows: list[tuple[str, list[str] | NotEstimable]] = []
    for name, test in (("Student’s t", found.student), ("Welch’s t", found.welch)):
        if isinstance(test, NotEstimable):
            rows.append((name, test))
        else:
            g = with_limits(test.hedges_g, test.hedges_g_interval)
            rows.append((name, [*_tested(test), g]))
    levene = found.levene
    if isinstance(levene, NotEstimable):
        rows.append(("Levene", levene))
    else:
        df = f"{levene.df1}, {levene.df2}"
        rows.append(("Levene", [NONE, statistic(levene.f), df, probability(levene.p), NONE]))
    clustered, mixed, means = found.clustered, found.mixed, found.worker_means
    for name, other in (("Clustered", clustered), ("Mixed model", mixed), ("Worker means", means)):
        if isinstance(other, NotEstimable):
            rows.append((name, other))
            continue
        n = other.n_workers
        told = f"{n[0]} and {n[1]} workers" if isinstance(n, tuple) else f"{n} workers"
        cells = [with_limits(other.mean_difference, other.interval), statistic(other.t)]
        rows.append((f"{name} ({told})", [*cells, degrees(other.df), probability(other.p), NONE]))
    return rows


def _trend_rows(found: TrendResult) -> list[tuple[str, list[str] | NotEstimable]]:
    rows: list[tuple[str, list[str] | NotEstimable]] = []
    named = [("All offices", found.overall), *((g.group, g.correlation) for g in found.groups)]
    for name, one in named:
        rows.append((name, one if isinstance(one, NotEstimable) else _correlated(one)))
    slopes: tuple[tuple[str, AdjustedSlope | ClusteredSlope | NotEstimable], ...] = (
        ("All offices, by worker", found.clustered),
        ("Office-adjusted", found.adjusted),
        ("Office-adjusted, by worker", found.adjusted_clustered),
    )
    for name, slope in slopes:
        if isinstance(slope, NotEstimable):
            rows.append((name, slope))
            continue
        low, high = 100 * slope.interval.low, 100 * slope.interval.high
        told = f"{statistic(slope.slope_per_100_days)} [{statistic(low)}, {statistic(high)}]"
        rows.append((name, [str(slope.n), NONE, probability(slope.p), told]))
    return rows


def _correlated(found: Correlation) -> list[str]:
    slope = statistic(found.slope_per_100_days)
    interval = found.slope_interval
    if not hasattr(interval, "reason"):
        slope += f" [{statistic(100 * interval.low)}, {statistic(100 * interval.high)}]"
    return [
        str(found.n),
        correlation_with_limits(found.r, found.interval),
        probability(found.p),
        slope,
    ]


def _span(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return NONE
    return f"{first} to {last}".replace("-", "−")


def _method(data: PublishedData) -> str:
    return "Student’s t, equal variances" if data.equal_variances else "Welch’s t"


def _phase_note(data: PublishedData) -> str:
    rules = " and ".join(data.phase_rules) if data.phase_rules else "as the table has it"
    return f"Phase: {rules}."


def _scores_rule(data: PublishedData) -> str:
    told = [
        f"{data.labels[score]} needs all {data.parts[score]} of its dimensions rated"
        for score in data.scores
    ]
    return f"{'; '.join(told)}." if told else ""


def _corresponds(number: str, data: PublishedData) -> tuple[str, ...]:
    said = f"The columns correspond to Table {number} of {EVALUATION}."
    return (said, "Made-up data.") if data.made_up else (said,)


def _told(reasons: dict[str, NotEstimable]) -> tuple[str, ...]:
    """Reasons of missing numbers, those of the same reason together."""
    by_reason: dict[str, list[str]] = {}
    for where, why in reasons.items():
        by_reason.setdefault(why.reason, []).append(f"{where} (n = {why.n})")
    told = [f"{why}: {'; '.join(where)}" for why, where in by_reason.items()]
    if not told:
        return ()
    return (f"{NONE}: not estimable. {'. '.join(t[0].upper() + t[1:] for t in told)}.",)


def _cautions(
    data: PublishedData, warnings: Mapping[str, Sequence[AnalysisWarning]]
) -> tuple[tuple[str, str], ...]:
    """Each caution once, in the order in which they come, with the items it is about.

    A caution that holds for every item of the table alike, or names its item, names none before.
    """
    about: dict[str, list[str]] = {}
    for item, found in warnings.items():
        for warning in found:
            about.setdefault(warning.sentence, []).append(data.labels[item])
    return tuple(
        (
            "Caution"
            if len(labels) == len(warnings) or labels[0] in sentence
            else f"Caution for {listed(labels)}",
            sentence,
        )
        for sentence, labels in about.items()
    )
