"""Tables of timed codes: did both mark something, and did they call it the same."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.numbers import (
    MINUS,
    NOT_OFFERED,
    Reasons,
    coefficient_cell,
    level_shown,
    percent_with_limits,
)
from practicecoder.reports.reliability.tables import ReportTable, Row, RowKind
from practicecoder.scoring.reliability.timed import EventReliability
from practicecoder.scoring.results import shown


def event_tables(data: ReliabilityReportData) -> tuple[ReportTable, ...]:
    """Pairs of coders over all sessions, then code by code; none without timed codes."""
    found = data.events
    if found is None or not found.pairs:
        return ()
    return (_pairs(data, found), _codes(data, found))


def _pairs(data: ReliabilityReportData, found: EventReliability) -> ReportTable:
    reasons = Reasons()
    rows = []
    for pair in found.pairs:
        one = pair.pooled
        cells = (
            *(" and ".join(one.coders), str(one.n_sessions), str(one.linked)),
            *(str(one.only_a), str(one.only_b)),
            percent_with_limits(one.unit_agreement, reasons),
            coefficient_cell(one.kappa_linked, reasons),
            coefficient_cell(one.kappa_with_missed, reasons),
            _lag(one.mean_lag_ms),
        )
        rows.append(Row(cells))
    if len(found.pairs) > 1:
        mean = found.mean
        cells = (
            *("mean of pairs", str(found.n_sessions), "", "", ""),
            percent_with_limits(mean["unit_agreement"], reasons),
            coefficient_cell(mean["kappa_linked"], reasons),
            coefficient_cell(mean["kappa_with_missed"], reasons),
            "",
        )
        rows.append(Row(cells, RowKind.MEAN))
    level = level_shown(found.settings.level)
    return ReportTable(
        title="Timed codes",
        columns=(
            *("Coders", "Sessions", "Linked", "Only first", "Only second"),
            f"Unit agreement [{level} CI]",
            f"Kappa among linked [{level} CI]",
            f"Kappa including missed [{level} CI]",
            "Mean lag",
        ),
        shares=(74, 46, 40, 38, 44, 76, 76, 76, 46),
        rows=tuple(rows),
        notes=tuple(_pair_notes(found, reasons)),
        cautions=tuple(
            (" and ".join(pair.coders), note.sentence)
            for pair in found.pairs
            for note in pair.pooled.notes
        ),
    )


def _pair_notes(found: EventReliability, reasons: Reasons) -> Iterator[str]:
    yield found.settings.sentence
    yield (
        "Unit agreement: share of marks that the other coder marked too. Kappa among linked: of "
        "what both marked; kappa including missed: also of what one alone marked. Lag: second "
        "minus first coder. Intervals from resampled sessions. These figures are of single "
        "marks; the tables of items are of whole sessions."
    )
    yield from reasons.told()


def _codes(data: ReliabilityReportData, found: EventReliability) -> ReportTable:
    reasons = Reasons()
    rows: list[Row] = []
    for pair in found.pairs:
        used = [code for code in pair.pooled.by_code if code.n_a + code.n_b]
        if len(found.pairs) > 1 and used:
            rows.append(Row((" and ".join(pair.coders),), RowKind.HEADING))
        for code in used:
            cells = (
                data.code_labels.get(code.code, code.code),
                *(str(code.n_a), str(code.n_b), str(code.agree)),
                percent_with_limits(code.agreement, reasons),
            )
            rows.append(Row(cells))
    level = level_shown(found.settings.level)
    return ReportTable(
        title="Timed codes, code by code",
        columns=("Code", "By first", "By second", "Same", f"Agreement [{level} CI]"),
        shares=(200, 65, 65, 65, 115),
        rows=tuple(rows),
        notes=(
            (
                "Marks of either coder, and how many both gave the code; agreement: twice these "
                "over the marks of both."
            ),
            *reasons.told(),
        ),
    )


def _lag(lag_ms: float | None) -> str:
    if lag_ms is None:
        return NOT_OFFERED
    return f"{shown(lag_ms, 0).replace('-', MINUS)} ms"
