"""What a careful reader can work out about hidden cells, by linear programming.

The reader knows every cell that is told, how cells add up, that numbers are not negative, the
limits of values, and why each cell is hidden. Where numbers of workers add up in truth, the
reader is taken to know that too (nobody works in two offices).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from practicecoder.scoring.disclosure.rules import DisclosureRule, HiddenBecause
from practicecoder.scoring.disclosure.tables import Cell, GroupTable, Key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]


Row = tuple[dict[int, float], float]
"""Factor of each unknown, and the constant that their sum equals or does not pass."""

_CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Room:
    """Least and greatest value that something hidden can have."""

    low: float
    high: float

    @property
    def width(self) -> float:
        """How far the value is left open; 0 for one that is known."""
        return max(self.high - self.low, 0.0)

    @property
    def in_whole_numbers(self) -> Room:
        """The same for something that is counted."""
        return Room(float(math.ceil(self.low - _CLOSE)), float(math.floor(self.high + _CLOSE)))


class ContradictionError(ValueError):
    """No numbers agree with what is told, so that nothing can be said about what is hidden."""

    def __init__(self) -> None:
        super().__init__("the table contradicts itself")


class Attack:
    """The linear programmes of one table with its hidden cells.

    Unknowns are, for each hidden cell, its number of units and of workers, and the sum of its
    values if there are any.

    Raises
    ------
    ContradictionError
        From its questions, if the table contradicts itself, so that nothing can be said.
    """

    def __init__(
        self, table: GroupTable, hidden: Mapping[Key, HiddenBecause], rule: DisclosureRule
    ) -> None:
        self._cells = {cell.key: cell for cell in table.cells}
        self._hidden = tuple(hidden)
        self._place = {key: number for number, key in enumerate(self._hidden)}
        has_values = any(cell.mean is not None for cell in table.cells)
        self._limits = table.limits if has_values else None
        self._most = 2.0 * max((cell.n for cell in table.cells), default=0) + 2.0 * rule.threshold
        self._equal: list[Row] = []
        self._below: list[Row] = []
        self._add_sums(table)
        self._add_reasons(hidden, rule)
        self._possible: list[Numbers] = []
        width = len(self._bounds)
        self._arrays = (*_matrix(self._below, width), *_matrix(self._equal, width))

    @property
    def value_range(self) -> float:
        """Distance of the limits of values; 0 where there are none."""
        return 0.0 if self._limits is None else self._limits[1] - self._limits[0]

    def units(self, key: Key) -> Room:
        """How far the number of units of a hidden cell is left open, in whole numbers.

        Examples
        --------
        >>> from practicecoder.scoring.disclosure.rules import INSIDE
        >>> from practicecoder.scoring.disclosure.tables import Unit, group_table
        >>> visits = [Unit(worker=f"W{n}", groups=("NNNNNSS"[n],)) for n in range(7)]
        >>> one = {("S",): HiddenBecause.FEW}
        >>> Attack(group_table(visits, [["N", "S"]]), one, INSIDE).units(("S",))
        Room(low=2.0, high=2.0)
        """
        return self._room(self._place[key]).in_whole_numbers

    def workers(self, key: Key) -> Room:
        """How far the number of workers of a hidden cell is left open, in whole numbers."""
        return self._room(len(self._hidden) + self._place[key]).in_whole_numbers

    def mean(self, key: Key) -> Room | None:
        """How far the mean of a hidden cell is left open; None for a cell without values.

        A linear-fractional programme: sum of values over number of units, scaled to one unit.
        """
        if self._limits is None or self._cells[key].mean is None:
            return None
        ends = [self._mean_end(self._place[key], sign) for sign in (1.0, -1.0)]
        return Room(min(ends), max(ends))

    def leaves_units_open(self, key: Key, least: float) -> bool:
        """Whether the number of units can differ by so much."""
        return self._is_open(self._place[key], least)

    def leaves_workers_open(self, key: Key, least: float) -> bool:
        """Whether the number of workers can differ by so much."""
        return self._is_open(len(self._hidden) + self._place[key], least)

    def leaves_mean_open(self, key: Key, least: float) -> bool:
        """Whether the mean can differ by so much; true of a cell without values."""
        if self._limits is None or self._cells[key].mean is None:
            return True
        place, size = self._place[key], len(self._hidden)
        means = [
            point[2 * size + place] / point[place]
            for point in self._possible
            if point[place] > _CLOSE
        ]
        if means and max(means) - min(means) >= least:
            return True
        room = self.mean(key)
        return room is None or room.width >= least

    def _is_open(self, variable: int, least: float) -> bool:
        """Possible worlds that were met before may show it without another programme."""
        values = [point[variable] for point in self._possible]
        if values and Room(min(values), max(values)).in_whole_numbers.width >= least:
            return True
        return self._room(variable).in_whole_numbers.width >= least

    # -- what the reader knows -------------------------------------------------------------

    def _add_sums(self, table: GroupTable) -> None:
        size = len(self._hidden)
        for one in table.sums:
            signs = {one.whole: 1.0, **dict.fromkeys(one.parts, -1.0)}
            if not any(key in self._place for key in signs):
                continue
            self._equal.append(self._row(signs, 0, lambda c: float(c.n)))
            if self._limits is not None:
                total = self._row(signs, 2 * size, lambda c: (c.mean or 0.0) * c.n)
                self._equal.append(total)
            workers = self._row(signs, size, lambda c: float(c.workers))
            parts = sum(self._cells[part].workers for part in one.parts)
            if parts == self._cells[one.whole].workers:
                self._equal.append(workers)
                continue
            self._below.append(workers)
            for part in one.parts:
                pair = {part: 1.0, one.whole: -1.0}
                if any(key in self._place for key in pair):
                    self._below.append(self._row(pair, size, lambda c: float(c.workers)))

    def _row(self, signs: Mapping[Key, float], offset: int, told: Callable[[Cell], float]) -> Row:
        """Coefficients of what is hidden, and what the cells that are told leave over."""
        row: dict[int, float] = {}
        rest = 0.0
        for key, sign in signs.items():
            if key in self._place:
                row[offset + self._place[key]] = sign
            else:
                rest -= sign * told(self._cells[key])
        return row, rest

    def _add_reasons(self, hidden: Mapping[Key, HiddenBecause], rule: DisclosureRule) -> None:
        """Bounds that follow from the printed reason, and that a worker has a unit at least."""
        size = len(self._hidden)
        least = 0.0 if rule.hides_empty else 1.0
        self._bounds: list[tuple[float, float]] = [(0.0, self._most)] * size
        for because in hidden.values():
            few = because is HiddenBecause.FEW
            low, high = (least, rule.threshold - 1.0) if few else (0.0, self._most)
            if not few and rule.hides_empty:
                low = float(rule.threshold)
            self._bounds.append((low, high))
        for place in range(size):
            self._below.append(({size + place: 1.0, place: -1.0}, 0.0))
        if self._limits is not None:
            low, high = self._limits
            greatest = self._most * max(abs(low), abs(high))
            self._bounds += [(-greatest, greatest)] * size
            for place in range(size):
                self._below.append(({2 * size + place: 1.0, place: -high}, 0.0))
                self._below.append(({2 * size + place: -1.0, place: low}, 0.0))

    # -- what follows ----------------------------------------------------------------------

    def _room(self, variable: int) -> Room:
        ends = [self._end(variable, sign) for sign in (1.0, -1.0)]
        return Room(min(ends), max(ends))

    def _end(self, variable: int, sign: float) -> float:
        aim = [0.0] * len(self._bounds)
        aim[variable] = sign
        point = _solved(aim, *self._arrays, self._bounds)
        self._possible.append(point)
        return float(point[variable])

    def _mean_end(self, place: int, sign: float) -> float:
        """The unknowns are multiplied by a scale that makes the cell's units one."""
        width, size = len(self._bounds), len(self._hidden)
        rows = list(self._below)
        for variable, (low, high) in enumerate(self._bounds):
            rows += [({variable: 1.0}, high), ({variable: -1.0}, -low)]
        equal, equal_to = _scaled([*self._equal, ({place: 1.0}, 0.0)], width)
        equal_to[-1] = 1.0
        aim = [0.0] * (width + 1)
        aim[2 * size + place] = sign
        bounds: list[tuple[float | None, float | None]] = [(None, None)] * width
        point = _solved(aim, *_scaled(rows, width), equal, equal_to, [*bounds, (0.0, None)])
        if point[width] > 0:
            self._possible.append(point[:width] / point[width])
        return float(point[2 * size + place])


def _matrix(rows: Sequence[Row], width: int) -> tuple[Numbers, Numbers]:
    """Coefficients and constants as arrays."""
    import numpy as np

    matrix = np.zeros((len(rows), width))
    for number, (row, _) in enumerate(rows):
        for variable, factor in row.items():
            matrix[number, variable] = factor
    return matrix, np.array([rest for _, rest in rows])


def _scaled(rows: Sequence[Row], width: int) -> tuple[Numbers, Numbers]:
    """The same with constants in a further column, that of the scale, and nothing left over."""
    import numpy as np

    matrix, rest = _matrix(rows, width)
    return np.column_stack([matrix, -rest]), np.zeros(len(rows))


def _solved(  # a linear programme
    aim: Sequence[float],
    below: Numbers,
    below_to: Numbers,
    equal: Numbers,
    equal_to: Numbers,
    bounds: Sequence[tuple[float | None, float | None]],
) -> Numbers:
    """The possible world in which the aim is least."""
    import numpy as np
    from scipy.optimize import linprog

    found = linprog(
        aim,
        A_ub=below if len(below) else None,
        b_ub=below_to if len(below) else None,
        A_eq=equal if len(equal) else None,
        b_eq=equal_to if len(equal) else None,
        bounds=bounds,
        method="highs",
    )
    if found.status != 0:
        raise ContradictionError
    return np.asarray(found.x, dtype=float)
