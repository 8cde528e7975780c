"""The tables of the reliability report as text, the same for PDF, Word and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.numbers import (
    NOT_OFFERED,
    Reasons,
    coefficient_cell,
    level_shown,
    percent,
    percent_cell,
    points,
    points_cell,
    points_with_limits,
)
from practicecoder.scoring.reliability.bands import BandSource
from practicecoder.scoring.reliability.design import ItemKind
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.reliability.severity import CoderTest
from practicecoder.scoring.results import NotEstimable, p_shown, shown

MOST_CODERS = 5
"""Coders beside each other; more are told in a table of their own below."""
_KINDS = {
    ItemKind.DIMENSION: "Dimensions",
    ItemKind.SCORE: "Scores",
    ItemKind.COUNT: "Counts",
}


class RowKind(Enum):
    """What a row of a table is."""

    ITEM = auto()
    MEAN = auto()
    HEADING = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row; a heading has one cell."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.ITEM


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """A table with its title and the sentences below it.

    ``shares`` are widths of columns; ``cautions`` sentences after the items they are about.
    """

    title: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    cautions: tuple[tuple[str, str], ...] = ()


def agreement_table(data: ReliabilityReportData) -> ReportTable:
    """Every item with its coefficients; means of coders in rows of their own."""
    reasons = Reasons()
    items = data.table.items
    several = len({item.kind for item in items}) > 1
    rows: list[Row] = []
    kind: ItemKind | None = None
    for item in items:
        if several and item.kind is not kind:
            rows.append(Row((_KINDS[item.kind],), RowKind.HEADING))
            kind = item.kind
        rows += _item_rows(item, data.bands, reasons)
    level = level_shown(data.table.level)
    return ReportTable(
        title="Agreement of coders",
        columns=(
            "Item",
            "n",
            f"ICC(A,1) [{level} CI]",
            "Band",
            f"ICC(C,1) [{level} CI]",
            f"Alpha [{level} CI]",
            f"Weighted kappa [{level} CI]",
            f"AC2 [{level} CI]",
            "Exact",
            "Within one level",
            "SEM",
            "SDC",
        ),
        shares=(116, 30, 71, 78, 71, 71, 71, 71, 40, 40, 38, 38),
        rows=tuple(rows),
        notes=(*_agreement_notes(data), *reasons.told()),
        cautions=tuple(_cautions(items)),
    )


def _item_rows(item: ItemReliability, bands: BandSource, reasons: Reasons) -> Iterator[Row]:
    statistics = item.statistics
    by_reml = item.headline_key == "icc_a1_reml"
    alpha = "alpha_interval" if item.kind is ItemKind.SCORE else "alpha_ordinal"
    band = item.band(bands)
    yield Row(
        (
            item.label,
            str(item.n_sessions),
            coefficient_cell(item.headline, reasons),
            NOT_OFFERED if band is None else f"{band.value} ({band.low})",
            coefficient_cell(statistics["icc_c1_reml" if by_reml else "icc_c1"], reasons),
            coefficient_cell(statistics[alpha], reasons),
            coefficient_cell(statistics["kappa_quadratic"], reasons),
            coefficient_cell(statistics["ac2_quadratic"], reasons),
            percent_cell(statistics["exact_agreement"], reasons),
            percent_cell(statistics["within_one_agreement"], reasons),
            points_cell(statistics["sem"], reasons),
            points_cell(statistics["sdc"], reasons),
        )
    )
    if item.n_coders < 2:
        return
    yield Row(
        (
            f"mean of {item.coders_averaged} coders",
            str(item.n_sessions),
            coefficient_cell(item.average, reasons),
            "",
            coefficient_cell(statistics["icc_c_khat" if by_reml else "icc_ck"], reasons),
            *[""] * 7,
        ),
        RowKind.MEAN,
    )


def _agreement_notes(data: ReliabilityReportData) -> Iterator[str]:
    items = data.table.items
    has_scores = any(item.kind is ItemKind.SCORE for item in items)
    yield (
        "n: sessions that two or more coders rated on the item. ICC(A,1): two-way random "
        "effects, absolute agreement, single coder; it is the number for scores of one coder."
    )
    if any(item.headline_key == "icc_a1_reml" for item in items):
        yield (
            "Where not every session has all coders, ICCs are from variance components (REML) "
            "of all ratings, with Monte Carlo intervals (profile likelihood where the coder "
            "variance is 0)."
        )
    yield (
        "Rows “mean of k coders” give ICC(A,k) and ICC(C,k): they hold only if the analysed "
        "score is the mean of that many coders."
    )
    yield "ICC(C,1): consistency, levels of coders left aside."
    metric = "ordinal distances" + ("; interval distances for scores" if has_scores else "")
    yield (
        f"Alpha: Krippendorff’s, {metric}. Weighted kappa: quadratic weights, mean of pairs of "
        "coders. AC2: Gwet’s, quadratic weights; read it beside kappa, never alone."
    )
    yield (
        "Exact, within one level: share of pairs of ratings. SEM: standard error of measurement "
        "of one coder’s value; SDC: smallest detectable change (95%) between two of them; both in "
        "points of the scale."
    )
    yield (
        f"Band: of the value, in brackets of the lower limit ({data.bands}). "
        f"{NOT_OFFERED}: not offered."
    )
    for item in items:
        if item.n_dropped:
            yield (
                f"{item.label}: {_sessions(item.n_dropped)} left out "
                f"({', '.join(item.dropped_because)})."
            )


def _cautions(items: Sequence[ItemReliability]) -> Iterator[tuple[str, str]]:
    """Each caution once, after the items it is about."""
    about: dict[str, list[str]] = {}
    for item in items:
        for note in item.notes:
            if not item.n_sessions and note.note_id == "few_sessions":
                continue  # the reason why nothing is estimable says it
            about.setdefault(note.sentence, []).append(item.label)
    for sentence, labels in about.items():
        who = "All items" if len(labels) == len(items) > 1 else ", ".join(labels)
        yield who, sentence


def applicability_table(data: ReliabilityReportData) -> ReportTable | None:
    """Whether coders agree that an item can be rated; None where nobody found one that cannot."""
    reasons = Reasons()
    rows = []
    for item in data.table.items:
        found = item.applicability
        if found is None or found.one + found.none == 0:
            continue
        cells = (
            *(item.label, str(found.n), str(found.both), str(found.one), str(found.none)),
            coefficient_cell(found.kappa.mean, reasons),
            coefficient_cell(found.alpha, reasons),
        )
        rows.append(Row(cells))
    if not rows:
        return None
    level = level_shown(data.table.level)
    return ReportTable(
        title="Does the item apply?",
        columns=(
            *("Item", "n", "All rated it", "Coders differ", "Nobody rated it"),
            f"Kappa [{level} CI]",
            f"Nominal alpha [{level} CI]",
        ),
        shares=(190, 50, 80, 85, 85, 120, 127),
        rows=tuple(rows),
        notes=(
            (
                "Sessions in which two or more coders decided whether the item applies. "
                "Agreement on "
                "how it was rated is in the next table, from sessions that two or more rated."
            ),
            *reasons.told(),
        ),
    )


def spread_tables(data: ReliabilityReportData) -> tuple[ReportTable, ...]:
    """Mean and standard deviation of every coder's ratings."""
    found = []
    for coders in _groups(data.table.design.coders):
        rows = []
        for item in data.table.items:
            by_coder = {summary.coder_id: summary for summary in item.coders}
            cells = []
            for coder in coders:
                one = by_coder.get(coder)
                if one is None:
                    cells.append(NOT_OFFERED)
                    continue
                sd = NOT_OFFERED if one.sd is None else points(one.sd)
                cells.append(f"{points(one.mean)} ({sd}), {one.n}")
            rows.append(Row((item.label, *cells)))
        found.append(
            ReportTable(
                title="Ratings of each coder",
                columns=("Item", *(f"{coder}: M (SD), n" for coder in coders)),
                shares=(170, *[(510 - 170) / len(coders)] * len(coders)),
                rows=tuple(rows),
                notes=("Over the sessions that two or more coders rated on the item.",),
            )
        )
    return tuple(found)


def severity_tables(data: ReliabilityReportData) -> tuple[ReportTable, ...]:
    """How far each coder rates above or below the others, with the test of coders."""
    groups = _groups(data.table.design.coders)
    found = []
    for place, coders in enumerate(groups):
        reasons = Reasons()
        last = place == len(groups) - 1
        rows = [Row(_severity(item, coders, reasons, tested=last)) for item in data.table.items]
        test_column = ("Coder F",) if last else ()
        width = 510 - 140 - (100 if last else 0)
        found.append(
            ReportTable(
                title="Severity",
                columns=("Item", *coders, *test_column),
                shares=(140, *[width / len(coders)] * len(coders), *((100,) if last else ())),
                rows=tuple(rows),
                notes=(
                    (
                        "Points of the scale above (positive) or below the mean of coders, "
                        "from least squares of session and coder, with "
                        f"{level_shown(data.table.level)} t intervals. Coder F tests whether "
                        "coders differ in level. Coders stand in the order of their codes; the "
                        "table is for recalibration and ranks nobody."
                    ),
                    *reasons.told(),
                ),
            )
        )
    return tuple(found)


def _severity(
    item: ItemReliability, coders: Sequence[str], reasons: Reasons, *, tested: bool
) -> tuple[str, ...]:
    found = item.severity
    if isinstance(found, NotEstimable):
        reason = f"Not estimable (n = {found.n}): {found.reason}"
        missing = f"n.e. ({reasons.letter(reason)})"
        return (item.label, *[missing] * (len(coders) + tested))
    effects = {effect.coder_id: effect.effect for effect in found.effects}
    cells = [
        points_with_limits(effects[coder], reasons) if coder in effects else NOT_OFFERED
        for coder in coders
    ]
    return (item.label, *cells, *([test_in_words(found.test, reasons)] if tested else []))


def test_in_words(test: CoderTest | NotEstimable, reasons: Reasons) -> str:
    """F with its degrees of freedom and p."""
    if isinstance(test, NotEstimable):
        return f"n.e. ({reasons.letter(f'Not estimable (n = {test.n}): {test.reason}')})"
    p = p_shown(test.p)
    return f"F({test.df1}, {test.df2}) = {shown(test.f, 2)}, p {p if '<' in p else f'= {p}'}"


def variance_table(data: ReliabilityReportData) -> ReportTable:
    """Variance by source, and how reliable the mean of one to five coders would be."""
    reasons = Reasons()
    rows = []
    for item in data.table.items:
        found = item.generalizability
        if isinstance(found, NotEstimable):
            reason = f"Not estimable (n = {found.n}): {found.reason}"
            rows.append(Row((item.label, f"n.e. ({reasons.letter(reason)})", *[""] * 7)))
            continue
        shares = (found.session_share, found.coder_share, found.residual_share)
        if isinstance(found.decisions, NotEstimable):
            reason = f"Not estimable (n = {found.decisions.n}): {found.decisions.reason}"
            means = [f"n.e. ({reasons.letter(reason)})", *[""] * 4]
        else:
            means = [points(row.absolute).removeprefix("0") for row in found.decisions]
        rows.append(Row((item.label, *(percent(share) for share in shares), *means)))
    return ReportTable(
        title="Where ratings differ, and what more coders would bring",
        columns=(
            *("Item", "Sessions", "Coders", "Rest"),
            *(f"{k} coder{'' if k == 1 else 's'}" for k in range(1, 6)),
        ),
        shares=(145, 52, 47, 46, 44, 44, 44, 44, 44),
        rows=tuple(rows),
        notes=(
            (
                "Shares of the variance of ratings between sessions, between coders, and of what "
                "is "
                "left (G-study); then the reliability, absolute agreement, of the mean of so many "
                "coders (D-study, Brennan 2001)."
            ),
            *reasons.told(),
        ),
    )


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
                f"Recordings with a reference coding, {first} to {last}. Departure: mean of "
                "rating "
                "minus reference, in points, with t interval; halves are of the whole period. "
                f"{n_slopes} slopes were looked at. One coder’s slope is a reason to recalibrate, "
                "not a verdict."
            ),
            *([f"Do slopes of coders differ? {'; '.join(tests)}."] if tests else []),
            *reasons.told(),
        ),
    )


def _groups(coders: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Coders in rows of about equal length that fit beside each other."""
    if not coders:
        return ()
    n_groups = -(-len(coders) // MOST_CODERS)
    size = -(-len(coders) // n_groups)
    return tuple(tuple(coders[at : at + size]) for at in range(0, len(coders), size))


def _sessions(n: int) -> str:
    return f"{n} session{'' if n == 1 else 's'}"


def methods_table(data: ReliabilityReportData) -> ReportTable:
    """How every column was computed, as the numbers carry it."""
    columns = (
        ("ICC(A,1)", ("icc_a1", "icc_a1_reml")),
        ("ICC(A,k)", ("icc_ak", "icc_a_khat")),
        ("ICC(C,1)", ("icc_c1", "icc_c1_reml")),
        ("Alpha", ("alpha_ordinal", "alpha_interval")),
        ("Weighted kappa", ("kappa_quadratic",)),
        ("AC2", ("ac2_quadratic",)),
        ("Exact", ("exact_agreement",)),
        ("Within one level", ("within_one_agreement",)),
        ("SEM", ("sem",)),
        ("SDC", ("sdc",)),
    )
    rows = []
    for name, keys in columns:
        found = dict.fromkeys(
            method for item in data.table.items for method in _methods(item, keys)
        )
        if found:
            rows.append(Row((name, "; or ".join(found))))
    return ReportTable(
        title="Statistics", columns=("Column", "How"), shares=(90, 420), rows=tuple(rows)
    )


def _methods(item: ItemReliability, keys: Sequence[str]) -> Iterator[str]:
    """Methods of what the item's row shows."""
    by_reml = item.headline_key == "icc_a1_reml"
    for place, key in enumerate(keys):
        if key.startswith("icc") and (place == 1) is not by_reml:
            continue
        if key.startswith("alpha") and (place == 1) is not (item.kind is ItemKind.SCORE):
            continue
        statistic = item.statistics[key]
        if not isinstance(statistic, NotEstimable):
            yield statistic.method
