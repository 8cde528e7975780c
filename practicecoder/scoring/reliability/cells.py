"""From the long ratings table to the cells of every item, faults listed before anything else."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook, ScoreDefinition
from practicecoder.domain.coding import ItemRating, Rating, RatingState
from practicecoder.errors import ImportedDataError, Problem
from practicecoder.scoring.reliability.design import OPEN_CELL, Cell, CellState, ItemKind
from practicecoder.scoring.results import Score
from practicecoder.scoring.scores import ZERO_DENOMINATOR, score


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCells:
    """Cells of one item: rows are sessions coded by two or more, columns are coders."""

    item: str
    kind: ItemKind
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingTable:
    """Who coded what, and the cells of every item in the codebook's order.

    ``sessions`` are those coded by two or more coders; ``n_sessions`` counts every coded one.
    """

    n_sessions: int
    sessions: tuple[str, ...]
    coders: tuple[str, ...]
    complete: bool
    items: tuple[ItemCells, ...]


def rating_table(codebook: Codebook, ratings: Sequence[ItemRating]) -> RatingTable:
    """Cells of all dimensions, scores and counts from independent, locked codings.

    A coder coded a session if at least one of its items was rated or ruled out. Scores are
    computed per coder by the codebook's missing policy and then treated like an item. Counts,
    and scores of counts, appear only if anything was counted.

    Raises
    ------
    ImportedDataError
        With every unknown item, value off the scale and repeated (session, coder, item).
    """
    problems = [*_repeated(ratings), *off_the_codebook(codebook, ratings)]
    if problems:
        raise ImportedDataError(problems)
    given: dict[tuple[str, str], dict[str, Rating]] = defaultdict(dict)
    for rating in ratings:
        if rating.rating.state is not RatingState.NOT_YET_RATED:
            given[rating.session_id, rating.coder_id][rating.item] = rating.rating
    coders_of: dict[str, set[str]] = defaultdict(set)
    for session, coder in given:
        coders_of[session].add(coder)
    sessions = tuple(sorted(s for s, who in coders_of.items() if len(who) >= 2))
    coders = tuple(sorted(set().union(*(coders_of[s] for s in sessions))))
    counted = {rating.item for rating in ratings} & set(codebook.count_ids)
    return RatingTable(
        n_sessions=len(coders_of),
        sessions=sessions,
        coders=coders,
        complete=all(len(coders_of[s]) == len(coders) for s in sessions),
        items=tuple(_items(codebook, sessions, coders, given, counted)),
    )


def _items(
    codebook: Codebook,
    sessions: Sequence[str],
    coders: Sequence[str],
    given: Mapping[tuple[str, str], Mapping[str, Rating]],
    counted: set[str],
) -> Iterable[ItemCells]:
    def table(item: str, kind: ItemKind, definition: ScoreDefinition | None = None) -> ItemCells:
        rows = []
        for session in sessions:
            of_session = [given.get((session, coder), {}) for coder in coders]
            rows.append(
                tuple(
                    _cell(mine.get(item))
                    if definition is None
                    else _score(codebook, definition, mine)
                    for mine in of_session
                )
            )
        return ItemCells(item=item, kind=kind, cells=tuple(rows))

    known = counted | set(codebook.dimension_ids)
    for dimension_id in codebook.dimension_ids:
        yield table(dimension_id, ItemKind.DIMENSION)
    for definition in codebook.scores:
        if known.issuperset(definition.parts):
            yield table(definition.score_id, ItemKind.SCORE, definition)
    for count_id in codebook.count_ids:
        if count_id in counted:
            yield table(count_id, ItemKind.COUNT)


def _cell(rating: Rating | None) -> Cell:
    if rating is None:
        return OPEN_CELL
    if rating.value is not None:
        return Cell(state=CellState.RATED, value=float(rating.value))
    return Cell(state=CellState.NOT_APPLICABLE)


def _score(codebook: Codebook, definition: ScoreDefinition, given: Mapping[str, Rating]) -> Cell:
    """A score that is missing because a part does not apply does not apply itself."""
    counts = {
        item: float(rating.value)
        for item, rating in given.items()
        if item in codebook.count_ids and rating.value is not None
    }
    found = score(definition, codebook, given, counts or None)
    if isinstance(found, Score):
        return Cell(state=CellState.RATED, value=found.value)
    ruled_out = found.code == ZERO_DENOMINATOR or any(
        part in given and given[part].state is RatingState.NOT_APPLICABLE
        for part in definition.parts
    )
    return Cell(state=CellState.NOT_APPLICABLE) if ruled_out else OPEN_CELL


def _repeated(ratings: Sequence[ItemRating]) -> Iterable[Problem]:
    seen: set[tuple[str, str, str]] = set()
    for rating in ratings:
        key = (rating.session_id, rating.coder_id, rating.item)
        if key in seen:
            yield Problem(
                what=f"Session {key[0]}, coder {key[1]}, item {key[2]} occurs more than once.",
                fix="Keep one row; ratings are never averaged.",
                key=key[2],
            )
        seen.add(key)


def off_the_codebook(codebook: Codebook, ratings: Sequence[ItemRating]) -> Iterable[Problem]:
    """Every unknown item and every value that is no level of its scale."""
    known = {*codebook.dimension_ids, *codebook.count_ids}
    unknown = dict.fromkeys(r.item for r in ratings if r.item not in known)
    for item in unknown:
        yield Problem(what=f"{codebook.codebook_id} has no dimension or count {item!r}.", key=item)
    for rating in ratings:
        value = rating.rating.value
        if value is None or rating.item in unknown:
            continue
        if rating.item in codebook.count_ids:
            fits = math.isfinite(value) and value >= 0
        else:
            fits = value in codebook.dimension(rating.item).scale
        if not fits:
            yield Problem(
                what=f"Session {rating.session_id}, coder {rating.coder_id}: "
                f"{value:g} is no value of {rating.item}.",
                fix="Independent ratings are levels of the scale; give no final values.",
                key=rating.item,
            )
