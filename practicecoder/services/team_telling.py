"""Counts and means as they may be told to the reader: plain, or with small cells hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from practicecoder.reports.team.data import GroupRow, Measure, Summary, Told
from practicecoder.scoring.disclosure.protection import (
    DisclosureError,
    HiddenCell,
    ProtectedTable,
    protect,
)
from practicecoder.scoring.disclosure.rules import DisclosureRule
from practicecoder.scoring.disclosure.tables import ALL, Cell, Key, Unit, group_table
from practicecoder.scoring.results import Estimate, Interval
from practicecoder.scoring.run_chart import MonthPoint
from practicecoder.services.team_measures import Measured, round_top

NO_OFFICE, ALL_OFFICES = "no office", "All"


def counts_told(
    units: Sequence[Unit],
    levels: Sequence[Sequence[str]],
    rule: DisclosureRule | None,
    *,
    total: bool,
) -> Mapping[Key, Told] | None:
    """Number of units of each cell, or why it is hidden; None if the table cannot be told.

    ``total``: readers know the number of all units, so that it can be subtracted from.
    """
    table = group_table(units, levels, margins=total)
    if rule is None:
        return {cell.key: str(cell.n) for cell in table.cells}
    try:
        known = [tuple(ALL for _ in levels)] if total else []
        made = protect(table, rule, known=known)
    except DisclosureError:
        return None
    return {cell.key: _told(cell) for cell in made.cells}


def groups_told(found: Measured, rule: DisclosureRule) -> tuple[GroupRow, ...] | None:
    """One measure by office with its total; None if that cannot be told, empty for one office.

    Means are those of sessions here, so that offices add up to their total.
    """
    offices = sorted({_office(session.entry.session.office_id) for session in found.sessions})
    if len(offices) < 2:
        return ()
    units = [
        Unit(
            worker=session.worker,
            groups=(_office(session.entry.session.office_id),),
            value=session.value,
        )
        for session in found.sessions
    ]
    try:
        made = protect(
            group_table(units, [offices], limits=found.measure.limits), rule, known=[(ALL,)]
        )
    except DisclosureError:
        return None
    return tuple(_group_row(found.measure, made, office) for office in (*offices, ALL))


def months_told(found: Measured, rule: DisclosureRule) -> tuple[MonthPoint, ...]:
    """Means of months that rest on enough workers; none if even those would tell too much."""
    dated = [
        (session, session.entry.session.session_date)
        for session in found.sessions
        if session.entry.session.session_date is not None
    ]
    units = [
        Unit(worker=session.worker, groups=(day.replace(day=1).isoformat(),), value=session.value)
        for session, day in dated
    ]
    months = {day.replace(day=1).isoformat(): day.replace(day=1) for _, day in dated}
    table = group_table(units, [sorted(months)], limits=found.measure.limits)
    try:
        made = protect(table, rule, known=[(ALL,)])
    except DisclosureError:
        return ()
    return tuple(
        MonthPoint(month=months[cell.key[0]], value=cell.mean, n=cell.n)
        for cell in made.shown
        if cell.mean is not None and not cell.is_margin
    )


def without_persons(
    found: Summary, months: Sequence[MonthPoint], rule: DisclosureRule
) -> tuple[Summary, Sequence[MonthPoint]]:
    """A measure as readers beyond the team may have it, with its months.

    Single sessions are left out, and a change that rests on too few workers. An axis that ends
    where the greatest value lies would tell that value; it ends by the means instead.
    """
    change = None if found.change is None or rule.is_few(found.change.n) else found.change
    measure = found.measure
    if measure.scale is None and not measure.has_fixed_end and isinstance(found.mean, Estimate):
        tops = [2 * found.mean.value, *(point.value for point in months)]
        if isinstance(found.mean.interval, Interval):
            tops.append(found.mean.interval.high)
        measure = replace(measure, limits=(0.0, round_top(max(tops))))
    return replace(found, measure=measure, values=(), change=change), months


def _told(cell: Cell | HiddenCell) -> Told:
    return cell.reason if isinstance(cell, HiddenCell) else str(cell.n)


def _group_row(measure: Measure, made: ProtectedTable, office: str) -> GroupRow:
    cell = made.cell((office,))
    name = ALL_OFFICES if office == ALL else office
    if isinstance(cell, HiddenCell):
        return GroupRow(measure=measure, group=name, hidden=cell.reason)
    return GroupRow(
        measure=measure, group=name, n_sessions=cell.n, n_workers=cell.workers, mean=cell.mean
    )


def _office(office_id: str | None) -> str:
    return office_id or NO_OFFICE
