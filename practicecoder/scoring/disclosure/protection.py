"""Hides cells of few workers, further ones so that nothing is found by subtraction, and checks it.

Primary cells rest on too few workers. Complementary cells are added, the smallest first, until no
hidden cell can be worked out, exactly or nearly. What comes out is attacked once more as a whole;
a table that gives way is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from practicecoder.scoring.disclosure.attack import Attack, ContradictionError
from practicecoder.scoring.disclosure.rules import DisclosureRule, HiddenBecause
from practicecoder.scoring.disclosure.tables import Cell, GroupTable, Key

_NEARLY = 1e-6


class DisclosureError(ValueError):
    """A table cannot be told without telling about few people.

    ``exposed`` are the cells that could be worked out.
    """

    def __init__(self, exposed: Collection[Key]) -> None:
        self.exposed = tuple(exposed)
        super().__init__(f"{len(self.exposed)} hidden cells could be found by subtraction")


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenCell:
    """A cell that is not told; nothing of it is here but its place and the reason in words."""

    key: Key
    because: HiddenBecause
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedTable:
    """What may be told, in the order of the table."""

    cells: tuple[Cell | HiddenCell, ...]
    rule: DisclosureRule

    @property
    def shown(self) -> tuple[Cell, ...]:
        """Cells with their numbers."""
        return tuple(cell for cell in self.cells if isinstance(cell, Cell))

    @property
    def hidden(self) -> tuple[HiddenCell, ...]:
        """Cells without."""
        return tuple(cell for cell in self.cells if isinstance(cell, HiddenCell))

    def cell(self, key: Key) -> Cell | HiddenCell:
        """Cell at a place; KeyError if there is none."""
        for cell in self.cells:
            if cell.key == key:
                return cell
        raise KeyError(key)


def protect(
    table: GroupTable, rule: DisclosureRule, *, known: Collection[Key] = ()
) -> ProtectedTable:
    """Hide what has to be hidden.

    Parameters
    ----------
    table
        All cells that would be told together, with how they add up.
    rule
        Threshold, and how unsure hidden cells must stay.
    known
        Cells whose numbers readers have from elsewhere, such as a total in a sentence; they cannot
        be hidden.

    Raises
    ------
    DisclosureError
        If a hidden cell could be worked out whatever else is hidden, or a known cell is itself of
        few workers.

    Examples
    --------
    >>> from practicecoder.scoring.disclosure.rules import INSIDE
    >>> from practicecoder.scoring.disclosure.tables import Unit, group_table
    >>> visits = [Unit(worker=f"W{n}", groups=("NNNNNSS"[n],)) for n in range(7)]
    >>> made = protect(group_table(visits, [["N", "S"]]), INSIDE)
    >>> [cell.reason for cell in made.hidden][:2]
    ['hidden: could be found by subtraction', 'hidden: fewer than 5 workers']
    """
    hidden = {c.key: HiddenBecause.FEW for c in table.cells if rule.is_few(c.workers)}
    if too_few := [key for key in hidden if key in known]:
        raise DisclosureError(too_few)
    while (exposed := next(exposed_cells(table, hidden, rule), None)) is not None:
        added = _complement(table, hidden, exposed, known)
        if added is None:
            raise DisclosureError([exposed])
        hidden[added] = HiddenBecause.SUBTRACTION
    check(table, hidden, rule)
    cells = tuple(
        HiddenCell(key=c.key, because=hidden[c.key], reason=rule.reason(hidden[c.key]))
        if c.key in hidden
        else c
        for c in table.cells
    )
    return ProtectedTable(cells=cells, rule=rule)


def check(table: GroupTable, hidden: Mapping[Key, HiddenBecause], rule: DisclosureRule) -> None:
    """Attack a table with hidden cells as a whole.

    Raises
    ------
    DisclosureError
        With every hidden cell that could be worked out, exactly or too nearly.
    """
    exposed = list(exposed_cells(table, hidden, rule))
    few = [c.key for c in table.cells if rule.is_few(c.workers) and c.key not in hidden]
    if exposed or few:
        raise DisclosureError([*few, *exposed])


def exposed_cells(
    table: GroupTable, hidden: Mapping[Key, HiddenBecause], rule: DisclosureRule
) -> Iterator[Key]:
    """Hidden cells that can be worked out, those alone in a sum first."""
    alone = {
        key
        for one in table.sums
        for key in one.keys
        if key in hidden and sum(other in hidden for other in one.keys) == 1
    }
    yield from (key for key in hidden if key in alone)
    if not table.sums:
        return
    attack = Attack(table, hidden, rule)
    for key, because in hidden.items():
        if key not in alone and _is_exposed(attack, key, because, rule):
            yield key


def _is_exposed(attack: Attack, key: Key, because: HiddenBecause, rule: DisclosureRule) -> bool:
    """Whether a cell is known; one of few workers must not be known nearly either.

    What cannot be judged counts as exposed.
    """
    try:
        if not (attack.leaves_units_open(key, 1) and attack.leaves_mean_open(key, _NEARLY)):
            return True
        return because is HiddenBecause.FEW and not (
            attack.leaves_units_open(key, rule.threshold - 1)
            and attack.leaves_workers_open(key, 1)
            and attack.leaves_mean_open(key, attack.value_range * rule.least_share)
        )
    except ContradictionError:
        return True


def _complement(
    table: GroupTable,
    hidden: Mapping[Key, HiddenBecause],
    exposed: Key,
    known: Collection[Key],
) -> Key | None:
    """The smallest cell that adds up with an exposed one, or with any hidden one; None if none."""
    cells = {cell.key: cell for cell in table.cells}

    def size(key: Key) -> tuple[bool, int, Key]:
        return cells[key].is_margin, cells[key].n, key

    for wanted in ({exposed}, set(hidden)):
        near = {
            key
            for one in table.sums
            if wanted & set(one.keys)
            for key in one.keys
            if key not in hidden and key not in known
        }
        if near:
            return min(near, key=size)
    return None
