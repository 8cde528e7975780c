"""Aggregates for everybody: cells of few workers are hidden, and what would give them away."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from practicecoder.errors import ExportError
from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.analysis.tables import (
    ALL,
    analysis_table,
    comparisons,
    reliability,
    trends,
    warnings,
)
from practicecoder.export.data import PackageData
from practicecoder.export.table import Cell, Row, Table
from practicecoder.scoring.disclosure.protection import DisclosureError, check, protect
from practicecoder.scoring.disclosure.rules import OUTSIDE, HiddenBecause
from practicecoder.scoring.disclosure.tables import ALL as MARGIN
from practicecoder.scoring.disclosure.tables import GroupTable, Key, Unit, group_table
from practicecoder.scoring.frames import OFFICE, PHASE, PHASES, WORKER, numbers

NOT_RECORDED = "not recorded"
HIDDEN = f"hidden: fewer than {OUTSIDE.threshold} workers, or would give such a cell away"
"""Reason of every hidden mean and relation. Which of the two it is would tell, over several items
that belong together, how many sessions are hidden.
"""
_NOBODY = "\N{REPLACEMENT CHARACTER}"
"""Stands for all workers that are not known: together they count as one."""

_WORDS_FOR_OFFICES = ("Office", "Place", "Site")
"""Tried in turn, so that no new name is a pseudonym of another office."""

_CAUTIONS = {
    "phase_days": "Some labels of phases do not agree with the days since implementation.",
    "repeated_workers": "Workers were seen more than once: sessions are not independent; see the "
    "clustered p.",
    "few_workers": "Few workers: the clustered p is approximate.",
    "score_subset": "The score rests on fewer than 80 % of the sessions.",
    "mixed_basis": "Some values are means of several coders, others are of one.",
    "many_tests": "Several comparisons were made; p_holm is adjusted for them.",
    "within_between": "Offices differ from each other; the relation within offices is another.",
    "mixed_codebooks": "More than one version of the codebook was used.",
    "unblinded": "Coders recognised someone in some sessions.",
    "low_agreement": "Agreement of coders on the score is low, or rests on few sessions.",
}
"""Cautions without numbers, as those would tell about few people."""

_PHASE_OFFICE = (
    "The difference between phases may be one between offices; phases of single offices may be "
    "hidden."
)
"""Always said, as saying it of some studies alone would tell of empty cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What may be told: the same cells of every item.

    ``hidden`` are places (office, phase) with the reason in words.
    """

    tables: Mapping[str, GroupTable]
    offices: tuple[str, ...]
    phases: tuple[str, ...]
    hidden: Mapping[str, Mapping[Key, str]]

    def why_hidden(self, item: str, *keys: Key) -> str:
        """Reason why one of the cells is hidden; empty if all are told."""
        return next((self.hidden[item][key] for key in keys if key in self.hidden[item]), "")


def outside_tables(data: PackageData, results: AnalysisResults) -> tuple[Table, ...]:
    """Tables that may leave the study.

    Raises
    ------
    ExportError
        If nothing of any item may be told.
    """
    told = _protected(results)
    names = _office_names(told.offices, data.study_id)
    return (
        _descriptives(results, told, names),
        _hide(comparisons(results), lambda row: _phases_hidden(told, row)),
        _rename(_hide(trends(results), _trends_hidden(told, results)), names),
        _agreement(data, results),
        _cautions(results),
    )


def agreement_is_told(data: PackageData) -> bool:
    """Whether sessions coded by several rest on enough different workers."""
    return not OUTSIDE.is_few(len(data.session_tally.double_coded_workers))


def _protected(results: AnalysisResults) -> Told:
    """What is hidden of each item.

    Scores are means of dimensions, so items that keep both phases hide the same cells; of the
    others only the whole is told. Means before and after are worth most, so offices give way.
    """
    frame = results.frame
    offices = _levels(frame[OFFICE].tolist(), ())
    phases = _levels(frame[PHASE].tolist(), PHASES)
    tables = {item: _group_table(results, item, offices, phases) for item in results.labels}
    needed = {item: _needed(table) for item, table in tables.items()}
    alike = set().union(*(places for places in needed.values() if places is not None))
    hidden = {}
    for item, table in tables.items():
        ways: list[set[Key]] = [_all_but_whole(table), {cell.key for cell in table.cells}]
        if needed[item] is not None:
            ways = [alike, _of_offices(table), *ways]
        hidden[item] = _first_that_stands(table, ways)
    _hide_alike(tables, hidden)
    if all(len(hidden[item]) == len(table.cells) for item, table in tables.items()):
        raise ExportError(
            "The package for outside was not written: every cell rests on fewer than "
            f"{OUTSIDE.threshold} different workers or could be worked out. Nothing was left "
            "behind. Share the team's package under an agreement instead."
        )
    return Told(tables=tables, offices=offices, phases=phases, hidden=hidden)


def _hide_alike(tables: Mapping[str, GroupTable], hidden: dict[str, dict[Key, str]]) -> None:
    """Hide the same cells of items that rest on nearly the same sessions.

    What one of them tells would else leave too little open of what the other one hides.
    """
    whole = {item: table.cell((MARGIN, MARGIN)).n for item, table in tables.items()}
    pairs = [
        (one, other)
        for one, other in permutations(tables, 2)
        if abs(whole[one] - whole[other]) < OUTSIDE.threshold - 1
    ]
    while True:
        unlike = [
            (one, other) for one, other in pairs if hidden[other].keys() - hidden[one].keys()
        ]
        if not unlike:
            return
        for one, other in unlike:
            table = tables[one]
            every = {cell.key for cell in table.cells}
            both = hidden[one].keys() | hidden[other].keys()
            ways = [both, both | _all_but_whole(table), every]
            hidden[one] = _first_that_stands(table, ways)


def _needed(table: GroupTable) -> set[Key] | None:
    """What has to be hidden while both phases and the whole are told; None if they cannot be."""
    margins = [cell.key for cell in table.cells if cell.key[0] == MARGIN]
    try:
        return {cell.key for cell in protect(table, OUTSIDE, known=margins).hidden}
    except DisclosureError:
        return None


def _of_offices(table: GroupTable) -> set[Key]:
    return {cell.key for cell in table.cells if cell.key[0] != MARGIN}


def _all_but_whole(table: GroupTable) -> set[Key]:
    return {cell.key for cell in table.cells if cell.key != (MARGIN, MARGIN)}


def _first_that_stands(table: GroupTable, ways: Sequence[Collection[Key]]) -> dict[Key, str]:
    """Reasons in words for the places of the first way that stands the attack.

    The last way hides everything and needs no attack.
    """
    for places in ways[:-1]:
        hidden = _because(table, places)
        try:
            check(table, hidden, OUTSIDE)
        except DisclosureError:
            continue
        return dict.fromkeys(hidden, HIDDEN)
    return dict.fromkeys(ways[-1], HIDDEN)


def _because(table: GroupTable, places: Collection[Key]) -> dict[Key, HiddenBecause]:
    return {
        cell.key: HiddenBecause.FEW if OUTSIDE.is_few(cell.workers) else HiddenBecause.SUBTRACTION
        for cell in table.cells
        if cell.key in places
    }


def _group_table(
    results: AnalysisResults, item: str, offices: Sequence[str], phases: Sequence[str]
) -> GroupTable:
    frame = results.frame
    values = numbers(frame, item)
    units = [
        Unit(worker=_text(worker, _NOBODY), groups=(_text(office), _text(phase)), value=value)
        for worker, office, phase, value in zip(
            frame[WORKER], frame[OFFICE], frame[PHASE], values, strict=True
        )
        if not math.isnan(value)
    ]
    return group_table(units, [offices, phases], limits=results.scales.get(item))


def _levels(values: Sequence[object], first: Sequence[str]) -> tuple[str, ...]:
    there = {_text(value) for value in values}
    known = [name for name in first if name in there]
    return (*known, *sorted(there - set(known)))


def _text(value: object, none: str = NOT_RECORDED) -> str:
    return value if isinstance(value, str) else none


def _office_names(offices: Sequence[str], secret: str) -> dict[str, str]:
    """Names that do not lead back to the pseudonyms, nor does their order without the secret."""
    known = [office for office in offices if office != NOT_RECORDED]
    mixed = sorted(known, key=lambda o: hashlib.sha256(f"{secret}:{o}".encode()).hexdigest())
    for word in _WORDS_FOR_OFFICES:
        names = {office: f"{word} {place}" for place, office in enumerate(mixed, start=1)}
        if not set(names) & set(names.values()):
            break
    return {**names, NOT_RECORDED: NOT_RECORDED, MARGIN: ALL}


def _descriptives(results: AnalysisResults, told: Told, names: Mapping[str, str]) -> Table:
    rows: list[dict[str, Cell]] = []
    for item, table in told.tables.items():
        for cell in table.cells:
            office, phase = cell.key
            why = told.why_hidden(item, cell.key)
            numbers_told: dict[str, Cell] = {
                "n": cell.n,
                "n_workers": cell.workers,
                "mean": cell.mean,
                "sd": cell.sd,
            }
            rows.append(
                {
                    "item": item,
                    "label": results.labels[item],
                    "office": names[office],
                    "phase": ALL if phase == MARGIN else phase,
                    **({"reason": why} if why else numbers_told),
                }
            )
    rows.sort(key=lambda row: (str(row["item"]), str(row["office"]), str(row["phase"])))
    return analysis_table(
        "descriptives",
        "Means and what they rest on",
        "item label office phase n n_workers mean sd reason",
        rows,
        key=("item", "office", "phase"),
    )


def _phases_hidden(told: Told, row: Mapping[str, Cell]) -> str:
    item = str(row["item"])
    keys = [(MARGIN, phase) for phase in PHASES if phase in told.phases]
    if len(keys) < len(PHASES):
        return OUTSIDE.reason(HiddenBecause.FEW)
    return told.why_hidden(item, *keys)


def _trends_hidden(told: Told, results: AnalysisResults) -> Callable[[Mapping[str, Cell]], str]:
    """Why relations are hidden; they tell the sessions with days of each office, and of all.

    An office is told if its means are and if enough of its workers have sessions with days. As
    the numbers add up to the whole, the others give way where one alone would be left to find.
    """
    hidden = {item: _offices_hidden(told, results, item) for item in told.tables}

    def why(row: Mapping[str, Cell]) -> str:
        group = str(row["group"])
        place = (group if group in told.offices else MARGIN,)
        return hidden[str(row["item"])].get(place, "")

    return why


def _offices_hidden(told: Told, results: AnalysisResults, item: str) -> dict[Key, str]:
    frame = results.frame
    has_days = frame["days_since_implementation"].notna()
    units = [
        Unit(worker=_text(worker, _NOBODY), groups=(_text(office),))
        for worker, office in zip(
            *(frame.loc[has_days & numbers(frame, item).notna(), c] for c in (WORKER, OFFICE)),
            strict=True,
        )
    ]
    table = group_table(units, [told.offices])
    every: set[Key] = {cell.key for cell in table.cells}
    few = {cell.key for cell in table.cells if OUTSIDE.is_few(cell.workers)}
    few |= {key for key in every if told.why_hidden(item, (*key, MARGIN))}
    return _first_that_stands(table, [few, few | every - {(MARGIN,)}, every])


def _agreement(data: PackageData, results: AnalysisResults) -> Table:
    table = reliability(results)
    if agreement_is_told(data):
        return table
    return _hide(table, lambda _row: OUTSIDE.reason(HiddenBecause.FEW))


def _cautions(results: AnalysisResults) -> Table:
    always = "phase_office"
    rows: dict[tuple[Cell, Cell], dict[str, Cell]] = {
        (always, None): {"warning_id": always, "item": None, "sentence": _PHASE_OFFICE}
    }
    for warning_id, item, _ in warnings(results).rows:
        words = _CAUTIONS.get(str(warning_id))
        if words is not None:
            rows[warning_id, item] = {"warning_id": warning_id, "item": item, "sentence": words}
    return analysis_table(
        "warnings", "Cautions", "warning_id item sentence", list(rows.values()), key=()
    )


_KEPT = frozenset({"item", "label", "method", "direction", "group", "kind", "statistic"})
"""Columns of a hidden row that still say what it would be about."""


def _hide(table: Table, why: Callable[[Mapping[str, Cell]], str]) -> Table:
    """Blank the numbers of rows for which there is a reason."""
    names = [column.name for column in table.columns]
    rows: list[Row] = []
    for row in table.rows:
        named = dict(zip(names, row, strict=True))
        reason = why(named)
        if reason:
            kept = {name: named[name] if name in _KEPT else None for name in names}
            named = {**kept, "reason": reason}
        rows.append(tuple(named[name] for name in names))
    return replace(table, rows=tuple(rows))


def _rename(table: Table, names: Mapping[str, str]) -> Table:
    """Write new names of offices in place of their pseudonyms."""
    place = [column.name for column in table.columns].index("group")
    rows = [
        (*row[:place], names.get(str(row[place]), str(row[place])), *row[place + 1 :])
        for row in table.rows
    ]
    return replace(table, rows=tuple(sorted(rows, key=lambda row: (str(row[0]), str(row[place])))))
