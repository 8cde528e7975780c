"""Tables about coders: level and spread of their ratings, and what more coders would bring."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.numbers import (
    NOT_OFFERED,
    Reasons,
    level_shown,
    percent,
    points,
    points_with_limits,
)
from practicecoder.reports.reliability.tables import ReportTable, Row, beside
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.reliability.severity import CoderTest
from practicecoder.scoring.results import NotEstimable, p_shown, shown

MOST_CODERS = 5
"""Coders beside each other; more are told in a table of their own below."""


def spread_tables(data: ReliabilityReportData) -> tuple[ReportTable, ...]:
    """Mean and standard deviation of every coder's ratings."""
    found = []
    for coders in beside(data.table.design.coders, MOST_CODERS):
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
    groups = beside(data.table.design.coders, MOST_CODERS)
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
