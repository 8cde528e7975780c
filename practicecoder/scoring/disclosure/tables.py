"""Tables of groups with their margins: each cell carries what may be shared about it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

Key = tuple[str, ...]
"""Place of a cell: one group on each axis, or ALL."""

ALL = "*"
"""Stands for every group of an axis: the margin."""

VALUES_OF_PERSONS = frozenset({"minimum", "maximum", "median"})
"""Statistics that are the value of one person; they have no place in a table that is shared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One thing that is counted, such as a session: whose it is, its group on each axis.

    ``value`` is what is averaged; None where units are only counted.
    """

    worker: str
    groups: Key
    value: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is told about one group.

    ``workers`` counts different people, ``n`` the units that mean and SD rest on. ``mean`` is None
    without units or values, ``sd`` for fewer than two. ``n`` is carried by both: a mean is never
    told without it.
    """

    key: Key
    workers: int
    n: int
    mean: float | None = None
    sd: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.workers <= self.n:
            raise ValueError("a cell cannot have more workers than units")

    @property
    def is_margin(self) -> bool:
        """Whether it is the sum over an axis."""
        return ALL in self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """That one cell holds exactly the units of others."""

    whole: Key
    parts: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """All cells of the sum."""
        return (self.whole, *self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTable:
    """Cells that are told together, and how they add up.

    ``limits`` are the least and greatest value a unit can have; None where values have no bounds
    or there are none.

    Raises
    ------
    ValueError
        If a cell stands there twice, or a sum names one that is not there or does not add up.
    """

    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...] = ()
    limits: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        cells = {cell.key: cell for cell in self.cells}
        if len(cells) < len(self.cells):
            raise ValueError("a cell stands in the table twice")
        for one in self.sums:
            if not set(one.keys) <= cells.keys():
                raise ValueError(f"{one.whole} is the sum of cells that are not in the table")
            if cells[one.whole].n != sum(cells[part].n for part in one.parts):
                raise ValueError(f"{one.whole} is not the sum of its parts")

    def cell(self, key: Key) -> Cell:
        """Cell at a place; KeyError if there is none."""
        for cell in self.cells:
            if cell.key == key:
                return cell
        raise KeyError(key)


def group_table(
    units: Iterable[Unit],
    levels: Sequence[Sequence[str]],
    *,
    limits: tuple[float, float] | None = None,
    margins: bool = True,
) -> GroupTable:
    """Every combination of groups, with or without the margins of each axis.

    Parameters
    ----------
    units
        What is counted; their groups are among the levels.
    levels
        Groups of each axis, in the order in which they are told.
    limits
        Least and greatest value a unit can have.
    margins
        Whether sums over axes are told too. A table without them leaves nothing to subtract.

    Raises
    ------
    ValueError
        If a unit is of no group of an axis, or some units have a value and others none.

    Examples
    --------
    >>> visits = [Unit(worker="W1", groups=("North",)), Unit(worker="W1", groups=("South",))]
    >>> [(c.key, c.workers, c.n) for c in group_table(visits, [["North", "South"]]).cells]
    [(('North',), 1, 1), (('South',), 1, 1), (('*',), 1, 2)]
    """
    found: Mapping[Key, list[Unit]] = _by_place(units, levels, margins=margins)
    extra = (ALL,) if margins else ()
    keys = list(product(*((*axis, *extra) for axis in levels)))
    return GroupTable(
        cells=tuple(_cell(key, found[key]) for key in keys),
        sums=tuple(_sums(keys, levels)) if margins else (),
        limits=limits,
    )


def _by_place(
    units: Iterable[Unit], levels: Sequence[Sequence[str]], *, margins: bool
) -> Mapping[Key, list[Unit]]:
    found: defaultdict[Key, list[Unit]] = defaultdict(list)
    for unit in units:
        for axis, group in zip(levels, unit.groups, strict=True):
            if group not in axis:
                raise ValueError(f"{group} is no group of the table")
        extra = (ALL,) if margins else ()
        for key in product(*((group, *extra) for group in unit.groups)):
            found[key].append(unit)
    return found


def _cell(key: Key, units: Sequence[Unit]) -> Cell:
    values = [unit.value for unit in units if unit.value is not None]
    if values and len(values) < len(units):
        raise ValueError("either every unit has a value or none")
    mean = math.fsum(values) / len(values) if values else None
    sd = None
    if mean is not None and len(values) > 1:
        sd = math.sqrt(math.fsum((v - mean) ** 2 for v in values) / (len(values) - 1))
    workers = len({unit.worker for unit in units})
    return Cell(key=key, workers=workers, n=len(units), mean=mean, sd=sd)


def _sums(keys: Iterable[Key], levels: Sequence[Sequence[str]]) -> Iterable[Sum]:
    """Each margin as the sum over each axis it leaves out."""
    for key in keys:
        for place, axis in enumerate(levels):
            if key[place] == ALL:
                parts = tuple((*key[:place], group, *key[place + 1 :]) for group in axis)
                yield Sum(whole=key, parts=parts)
