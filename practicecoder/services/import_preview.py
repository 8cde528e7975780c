"""Rows of a table as they would be stored, with the cells that cannot be taken marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Rating, RatingState
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import Problem
from practicecoder.interchange.column_mapping import (
    SESSION_FACTS,
    ColumnMapping,
    Meaning,
    TableForm,
)
from practicecoder.interchange.mapped_table import MappedTable
from practicecoder.interchange.session_sheet import SheetRow
from practicecoder.interchange.sheet import Sheet

SHOWN_ROWS = 200
"""Rows without a problem that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as it would be stored. ``faults`` are problems by the number of the cell.

    A cell with a fault shows what the file holds.
    """

    line: int
    cells: tuple[str, ...]
    faults: Mapping[int, Problem] = field(default_factory=dict)


def headings_of(mapping: ColumnMapping, codebook: Codebook) -> tuple[str, ...]:
    """Headings of the preview."""
    words = [_heading(meaning) for meaning in _facts(mapping)]
    if not mapping.form.holds_ratings:
        return ("session", *words)
    return (
        "session",
        "coder",
        *(codebook.label(item) for item in _items(mapping, codebook)),
        *words,
    )


def preview_rows(
    sheet: Sheet,
    mapping: ColumnMapping,
    found: MappedTable,
    problems: Sequence[Problem],
    codebook: Codebook,
) -> tuple[tuple[PreviewRow, ...], int]:
    """Rows with a problem and the first of the others, in order; and how many rows there are."""
    facts = _facts(mapping)
    if mapping.form.holds_ratings:
        rows = _rated_rows(found, _items(mapping, codebook), facts)
    else:
        rows = [_Draft(row.line, [row.session_id, *_told(row, facts)]) for row in found.sessions]
    known = {row.line for row in rows}
    raw = {row.line: row for row in sheet.rows}
    width = len(headings_of(mapping, codebook))
    for line in sorted({p.line for p in problems if p.line in raw} - known):
        session = raw[line].text(mapping.column_of(Meaning.SESSION_ID))
        rows.append(_Draft(line, [session, *[""] * (width - 1)]))
    rows.sort(key=lambda row: row.line)
    place = _places(mapping, codebook, facts)
    _mark(rows, problems, place, lambda line, column: raw[line].text(column))
    shown, n_sound = [], 0
    for row in rows:
        n_sound += not row.faults
        if row.faults or n_sound <= SHOWN_ROWS:
            shown.append(PreviewRow(line=row.line, cells=tuple(row.cells), faults=row.faults))
    return tuple(shown), len(rows)


class _Draft:
    """A row while it is being put together."""

    def __init__(self, line: int, cells: list[str], coder: str = "") -> None:
        self.line = line
        self.cells = cells
        self.coder = coder
        self.faults: dict[int, Problem] = {}


def _rated_rows(
    found: MappedTable,
    items: Sequence[str],
    facts: Sequence[Meaning],
) -> list[_Draft]:
    """One row for each session and coder, at the line where it begins."""
    told = {row.session_id: _told(row, facts) for row in found.sessions}
    lines: dict[tuple[SessionId, CoderId], int] = {}
    ratings: dict[tuple[SessionId, CoderId], dict[str, Rating]] = defaultdict(dict)
    for one in found.ratings:
        key = (one.rating.session_id, one.rating.coder_id)
        lines.setdefault(key, one.line)
        ratings[key][one.rating.item] = one.rating.rating
    blank = [""] * len(facts)
    return [
        _Draft(
            lines[key],
            [*key, *(_in_words(given.get(item)) for item in items), *told.get(key[0], blank)],
            coder=key[1],
        )
        for key, given in ratings.items()
    ]


def _mark(
    rows: Sequence[_Draft],
    problems: Iterable[Problem],
    place: Callable[[str], tuple[int, str]],
    text_of: Callable[[int, str], str],
) -> None:
    """Note each problem at its cell; the cell shows what the file holds."""
    by_line: dict[int, list[_Draft]] = defaultdict(list)
    for row in rows:
        by_line[row.line].append(row)
    for problem in problems:
        if problem.line is None or problem.line not in by_line:
            continue
        number, coder = place(problem.key or "")
        of_line = by_line[problem.line]
        row = next((r for r in of_line if coder and r.coder == coder), of_line[0])
        row.faults.setdefault(number, problem)
        if number > 0 and problem.key and (text := text_of(problem.line, problem.key)):
            row.cells[number] = text


def _places(
    mapping: ColumnMapping, codebook: Codebook, facts: Sequence[Meaning]
) -> Callable[[str], tuple[int, str]]:
    """Function from a problem's column to the number of its cell and the coder it names."""
    rated = mapping.form.holds_ratings
    items = _items(mapping, codebook) if rated else ()
    first_fact = 2 + len(items) if rated else 1
    found: dict[str, tuple[int, str]] = {
        "session_id": (0, ""),
        "coder_id": (1 if rated else 0, ""),
    }
    for use in mapping.columns:
        if use.meaning is Meaning.CODER_ID and rated:
            found[use.column] = (1, "")
        elif use.meaning in facts:
            found[use.column] = (first_fact + facts.index(use.meaning), "")
        elif use.item in items:
            coder = mapping.coders.get(use.coder, use.coder)
            found[use.column] = (2 + items.index(use.item), coder)
    return lambda column: found.get(column, (0, ""))


def _items(mapping: ColumnMapping, codebook: Codebook) -> tuple[str, ...]:
    """Dimensions that the table rates, in the codebook's order."""
    if mapping.form is TableForm.LONG:
        return codebook.dimension_ids
    rated = {use.item for use in mapping.rated}
    return tuple(item for item in codebook.dimension_ids if item in rated)


def _facts(mapping: ColumnMapping) -> tuple[Meaning, ...]:
    """Facts about sessions that the table tells."""
    told = {use.meaning for use in mapping.columns}
    facts = tuple(meaning for meaning in SESSION_FACTS if meaning in told)
    has_coders = not mapping.form.holds_ratings and Meaning.CODER_ID in told
    return (*facts, Meaning.CODER_ID) if has_coders else facts


def _heading(meaning: Meaning) -> str:
    return meaning.removesuffix("_id").replace("_", " ")


def _told(row: SheetRow, facts: Sequence[Meaning]) -> list[str]:
    words: Mapping[Meaning, object] = {
        Meaning.WORKER_ID: row.worker_id,
        Meaning.OFFICE_ID: row.office_id,
        Meaning.PHASE: row.phase,
        Meaning.DAYS: row.days_since_implementation,
        Meaning.SESSION_DATE: row.session_date,
        Meaning.IMPLEMENTATION_DATE: row.implementation_date,
        Meaning.SESSION_TYPE: row.session_type,
        Meaning.WORKER_ROLE: row.worker_role,
        Meaning.PURPOSE: row.purpose,
        Meaning.AUDIO: row.audio.name if row.audio is not None else None,
        Meaning.CODER_ID: ", ".join(row.coder_ids),
    }
    return ["" if words[fact] is None else str(words[fact]) for fact in facts]


def _in_words(rating: Rating | None) -> str:
    if rating is None or rating.state is RatingState.NOT_YET_RATED:
        return ""
    if rating.value is None:
        return f"n/a: {rating.na_reason}"
    return f"{rating.value:g}{' ?' if rating.unsure else ''}"
