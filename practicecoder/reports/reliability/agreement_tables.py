"""Tables of agreement: does an item apply, how far coders agree, and how that was computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.numbers import (
    NOT_OFFERED,
    Reasons,
    coefficient_cell,
    level_shown,
    percent_cell,
    points_cell,
)
from practicecoder.reports.reliability.tables import ReportTable, Row, RowKind
from practicecoder.scoring.reliability.bands import BandSource, edges
from practicecoder.scoring.reliability.design import ItemKind
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.results import Interval, NotEstimable, coefficient_shown

_KINDS = {
    ItemKind.DIMENSION: "Dimensions",
    ItemKind.SCORE: "Scores",
    ItemKind.COUNT: "Counts",
}


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
    if any(_is_rounded_over_an_edge(item, data.bands) for item in items):
        yield "Bands are read before values are rounded."
    for item in items:
        if item.n_dropped:
            yield (
                f"{item.label}: {_sessions(item.n_dropped)} left out "
                f"({', '.join(item.dropped_because)})."
            )


def _is_rounded_over_an_edge(item: ItemReliability, bands: BandSource) -> bool:
    """Whether the printed value or lower limit would have another word than the exact one."""
    found = item.headline
    if isinstance(found, NotEstimable) or not isinstance(found.interval, Interval):
        return False
    exact = (found.value, found.interval.low)
    printed = tuple(float(coefficient_shown(value)) for value in exact)
    return any(
        (one < edge) is not (other < edge)
        for one, other in zip(exact, printed, strict=True)
        for _, edge in edges(bands)
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
            rows.append(Row((name, _typeset("; or ".join(found)))))
    return ReportTable(
        title="Statistics", columns=("Column", "How"), shares=(90, 420), rows=tuple(rows)
    )


def _typeset(method: str) -> str:
    """Words of a method as they are printed; in JSON and CSV they keep to plain letters."""
    return method.replace("'", "’").replace("sqrt(2)", "√2").replace(" x ", " × ")


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


def _sessions(n: int) -> str:
    return f"{n} session{'' if n == 1 else 's'}"
