"""Rows and columns of groups, measures, parts and contradictions on the analysis page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.scoring.results import Interval, NotEstimable, Statistic, p_shown
from practicecoder.ui.analysis.words import (
    PHASE_WORDS,
    coefficient,
    correlation,
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
    from practicecoder.codebook.model import Codebook
    from practicecoder.scoring.analysis_groups import GroupOverview
    from practicecoder.scoring.analysis_phase import PhaseContradiction
    from practicecoder.scoring.consistency import Consistency
    from practicecoder.scoring.outcomes import OutcomeRelation
    from practicecoder.scoring.trend import Correlation
    from practicecoder.scoring.two_groups import GroupComparison, GroupSummary

SMALL_CELL = 10
"""Means of fewer sessions are set in quiet colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow:
    """One measure beside the score, in all sessions, over workers' means, or in one office."""

    measure: str
    sessions: str
    n: str
    r: str
    p: str
    rho: str
    place: int
    is_overall: bool = False
    is_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part of a score among the others."""

    part: str
    rest: str
    dropped: str
    is_whole: bool = False


GROUP_COLUMNS: tuple[Column[GroupSummary], ...] = (
    Column(title="Group", text=lambda g: PHASE_WORDS.get(g.group, g.group), bold=lambda _: True),
    Column(title="n", text=lambda g: str(g.n), alignment=RIGHT, tooltip="Sessions with a value"),
    Column(
        title="No value",
        text=lambda g: str(g.n_missing) if g.n_missing else "–",
        alignment=RIGHT,
        tooltip="Sessions without a value, such as not applicable",
    ),
    Column(
        title="Workers",
        text=lambda g: "–" if g.n_workers is None else str(g.n_workers),
        alignment=RIGHT,
    ),
    Column(
        title="Mean [95% CI]",
        text=lambda g: "–" if g.mean is None else f"{number(g.mean)} {limits(g.interval)}",
        alignment=RIGHT,
        muted=lambda g: g.n < SMALL_CELL,
    ),
    Column(title="SD", text=lambda g: "–" if g.sd is None else number(g.sd), alignment=RIGHT),
)

PAIR_COLUMNS: tuple[Column[GroupComparison], ...] = (
    Column(
        title="Pair",
        text=lambda c: " − ".join(g.group for g in c.groups[::-1]),
        bold=lambda _: True,
    ),
    Column(title="Difference [95% CI]", text=lambda c: _difference(c), alignment=RIGHT),
    Column(title="Statistic", text=lambda c: _statistic(c), alignment=RIGHT),
    Column(title="p", text=lambda c: _p(c), alignment=RIGHT),
    Column(
        title="p Holm",
        text=lambda c: "–" if c.p_holm is None else p_shown(c.p_holm),
        alignment=RIGHT,
        tooltip="Adjusted for the number of pairs",
    ),
    Column(title="Hedges g [95% CI]", text=lambda c: _effect(c), alignment=RIGHT),
)

OUTCOME_COLUMNS: tuple[Column[OutcomeRow], ...] = (
    Column(title="Measure", text=lambda o: o.measure, bold=lambda o: o.is_overall),
    Column(title="Sessions", text=lambda o: o.sessions),
    Column(title="n", text=lambda o: o.n, alignment=RIGHT),
    Column(
        title="r [95% CI]",
        text=lambda o: o.r,
        alignment=RIGHT,
        bold=lambda o: o.is_overall,
        muted=lambda o: o.is_missing,
        cell_tooltip=lambda o: o.r if o.is_missing else "",
    ),
    Column(title="p", text=lambda o: o.p, alignment=RIGHT),
    Column(
        title="Spearman", text=lambda o: o.rho, alignment=RIGHT, tooltip="Correlation of ranks"
    ),
)

PART_COLUMNS: tuple[Column[PartRow], ...] = (
    Column(title="Part", text=lambda p: p.part, bold=lambda p: p.is_whole),
    Column(
        title="r with the rest",
        text=lambda p: p.rest,
        alignment=RIGHT,
        tooltip="Correlation of the part with the sum of the others",
    ),
    Column(
        title="Alpha [95% CI]",
        text=lambda p: p.dropped,
        alignment=RIGHT,
        bold=lambda p: p.is_whole,
        tooltip="Of the whole score; for each part, of the others without it",
    ),
)

CONTRADICTION_COLUMNS: tuple[Column[PhaseContradiction], ...] = (
    Column(title="Session", text=lambda c: c.session_id, bold=lambda _: True),
    Column(title="Office", text=lambda c: c.office or "–"),
    Column(title="Phase", text=lambda c: PHASE_WORDS.get(c.phase, c.phase)),
    Column(
        title="Day",
        text=lambda c: str(c.days).replace("-", "−"),
        sort_key=lambda c: c.days,
        alignment=RIGHT,
        tooltip="Days since implementation",
    ),
    Column(title="Phase rule", text=lambda c: c.rule or "–"),
)


def outcome_rows(found: tuple[OutcomeRelation, ...]) -> tuple[OutcomeRow, ...]:
    """Each measure in all sessions, over workers' means, and in each office."""
    rows: list[OutcomeRow] = []
    for place, one in enumerate(found):
        name = one.measure.replace("_", " ")
        rows.append(_outcome_row(name, _tr("All"), one.overall, place, is_overall=True))
        rows.append(_outcome_row("", _tr("Worker means"), one.by_worker, place))
        rows += [_outcome_row("", g.group, g.correlation, place) for g in one.groups]
    return tuple(rows)


def part_rows(found: Consistency, codebook: Codebook) -> tuple[PartRow, ...]:
    """The score as a whole, then each of its parts."""
    whole = PartRow(
        part=_tr("All parts"),
        rest=_tr("mean r {0}").format(_of(found.mean_correlation)),
        dropped=_of(found.alpha),
        is_whole=True,
    )
    parts = (
        PartRow(
            part=codebook.label(part.part),
            rest=_of(part.rest_correlation),
            dropped=_of(part.alpha_if_dropped),
        )
        for part in found.parts
    )
    return (whole, *parts)


def overview_in_words(label: str, by: str, found: GroupOverview) -> str:
    """One test of all groups, named."""
    test = found.overall
    if isinstance(test, NotEstimable):
        return _tr("{0} by {1}: {2}.").format(label, by, why_not(test))
    p = p_shown(test.p)
    return _tr("{0} by {1}: Welch's F({2}, {3}) = {4}, p {5}, {6} sessions in {7} groups.").format(
        label,
        by,
        test.df1,
        number(test.df2, 1),
        statistic(test.f),
        p if p.startswith("<") else f"= {p}",
        test.n,
        test.n_groups,
    )


def _outcome_row(
    measure: str,
    sessions: str,
    found: Correlation | NotEstimable,
    place: int,
    *,
    is_overall: bool = False,
) -> OutcomeRow:
    if isinstance(found, NotEstimable):
        return OutcomeRow(
            measure=measure,
            sessions=sessions,
            n=str(found.n),
            r=why_not(found),
            p="–",
            rho="–",
            place=place,
            is_overall=is_overall,
            is_missing=True,
        )
    return OutcomeRow(
        measure=measure,
        sessions=sessions,
        n=str(found.n),
        r=correlation_with_limits(found),
        p=p_shown(found.p),
        rho=correlation(found.spearman),
        place=place,
        is_overall=is_overall,
    )


def _of(found: Statistic) -> str:
    if isinstance(found, NotEstimable):
        return why_not(found)
    shown_interval = ""
    if isinstance(found.interval, Interval):
        shown_interval = limits(found.interval, of_coefficient=True)
    return f"{coefficient(found.value)} {shown_interval}".rstrip()


def _difference(found: GroupComparison) -> str:
    test = found.test
    if isinstance(test, NotEstimable):
        return why_not(test)
    return f"{number(test.mean_difference)} {limits(test.interval)}"


def _statistic(found: GroupComparison) -> str:
    test = found.test
    if isinstance(test, NotEstimable):
        return "–"
    return f"{test.method}({degrees(test.df)}) = {statistic(test.t)}"


def _p(found: GroupComparison) -> str:
    return "–" if isinstance(found.test, NotEstimable) else p_shown(found.test.p)


def _effect(found: GroupComparison) -> str:
    test = found.test
    if isinstance(test, NotEstimable):
        return "–"
    return f"{number(test.hedges_g)} {limits(test.hedges_g_interval)}".rstrip()


def _tr(text: str) -> str:
    return translate("Analysis", text)
