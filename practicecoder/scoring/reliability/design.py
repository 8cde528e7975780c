"""Who rated what: the matrix of one item over sessions coded by two or more coders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class ItemKind(StrEnum):
    """What one row of a reliability table is about."""

    DIMENSION = "dimension"
    SCORE = "score"
    COUNT = "count"


class CellState(StrEnum):
    """What one coder left for one session on one item."""

    RATED = "rated"
    NOT_APPLICABLE = "not_applicable"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One coder's result for one session on one item; a value exactly if rated."""

    state: CellState = CellState.OPEN
    value: float | None = None


OPEN_CELL = Cell()


@dataclass(frozen=True, kw_only=True, eq=False)
class RatingMatrix:
    """Ratings of n sessions (rows) by k coders (columns); every row has two or more.

    Rows stand in the order of their ratings, not of their ids. ``values`` has 0 where ``rated``
    is False, so that sums need no care.
    """

    sessions: tuple[str, ...]
    coders: tuple[str, ...]
    values: Floats
    rated: Flags

    @classmethod
    def of(
        cls, rows: Sequence[Sequence[float | None]], coders: Sequence[str] | None = None
    ) -> RatingMatrix:
        """Matrix from rows of ratings, None where there is none; unusable rows are left out.

        Examples
        --------
        >>> RatingMatrix.of([[3, 4], [2, None], [5, 5]]).n
        2
        """
        width = max((len(row) for row in rows), default=0)
        names = coders if coders is not None else [f"C{j + 1}" for j in range(width)]
        rated = np.array([[v is not None for v in row] for row in rows], dtype=bool)
        values = np.array(
            [[v if v is not None else 0.0 for v in row] for row in rows], dtype=float
        )
        sessions = [f"S{i + 1}" for i in range(len(rows))]
        shape = (len(rows), width)
        return cls._usable(sessions, names, values.reshape(shape), rated.reshape(shape))

    @classmethod
    def _usable(
        cls, sessions: Sequence[str], coders: Sequence[str], values: Floats, rated: Flags
    ) -> RatingMatrix:
        """Keep rows with two ratings or more, then columns that still have any.

        Rows are put in the order of their ratings, then of who gave them: then neither the order
        of sessions nor their names can change a result, not even a resampled one.
        """
        usable = np.flatnonzero(rated.sum(axis=1) >= 2)
        ordered = np.where(rated, values, np.inf)[usable]
        keys = np.hstack([np.sort(ordered, axis=1), ordered])
        rows = usable[np.lexsort(keys.T[::-1])].tolist() if keys.size else []
        columns = np.flatnonzero(rated[rows].any(axis=0)).tolist()
        return cls(
            sessions=tuple(sessions[i] for i in rows),
            coders=tuple(coders[j] for j in columns),
            values=np.where(rated, values, 0.0)[np.ix_(rows, columns)],
            rated=rated[np.ix_(rows, columns)],
        )

    @property
    def n(self) -> int:
        """Number of usable sessions."""
        return len(self.sessions)

    @property
    def k(self) -> int:
        """Number of coders with at least one rating in a usable session."""
        return len(self.coders)

    @cached_property
    def n_ratings(self) -> int:
        """Number of ratings."""
        return int(self.rated.sum())

    @cached_property
    def per_session(self) -> NDArray[np.int64]:
        """Number of ratings of each session."""
        return np.asarray(self.rated.sum(axis=1), dtype=np.int64)

    @cached_property
    def complete_rows(self) -> Flags:
        """Which sessions were rated by all coders."""
        return np.asarray(self.rated.all(axis=1), dtype=bool)

    @cached_property
    def n_complete(self) -> int:
        """Number of sessions rated by all coders."""
        return int(self.complete_rows.sum())

    @cached_property
    def is_complete(self) -> bool:
        """Whether every usable session was rated by all coders."""
        return bool(self.rated.all())

    @cached_property
    def ratings(self) -> Floats:
        """All ratings in a row, without the empty cells."""
        return np.asarray(self.values[self.rated], dtype=np.float64)

    @cached_property
    def is_constant(self) -> bool:
        """Whether there is one value only."""
        return bool(self.n_ratings) and bool(np.ptp(self.ratings) <= self._same)

    @cached_property
    def coders_never_differ(self) -> bool:
        """Whether all ratings of a session are equal, in every session."""
        high = np.where(self.rated, self.values, -np.inf).max(axis=1)
        low = np.where(self.rated, self.values, np.inf).min(axis=1)
        return bool((high - low <= self._same).all())

    @cached_property
    def _same(self) -> float:
        """How far apart two values may be by the rounding of floats alone."""
        return 1e-9 * max(1.0, float(np.abs(self.values).max(initial=0.0)))

    def complete(self) -> Floats:
        """The n x k ratings of the complete sessions."""
        return np.asarray(self.values[self.complete_rows], dtype=np.float64)

    def pair(self, first: int, second: int) -> tuple[Floats, Floats]:
        """Ratings of two coders (by column) in the sessions both rated."""
        both = self.rated[:, first] & self.rated[:, second]
        return self.values[both, first], self.values[both, second]

    def of_pair(self, first: int, second: int) -> RatingMatrix:
        """Matrix of two coders alone."""
        both = (first, second)
        names = [self.coders[j] for j in both]
        return self._usable(self.sessions, names, self.values[:, both], self.rated[:, both])

    def pairs(self) -> list[tuple[int, int]]:
        """All pairs of coders, by column."""
        return [(a, b) for a in range(self.k) for b in range(a + 1, self.k)]


@dataclass(frozen=True, kw_only=True, eq=False)
class ItemDesign:
    """One item over the sessions that two or more coders coded.

    ``applies`` holds the yes/no decision (1 rated, 0 not applicable) of those sessions where at
    least two coders decided; None if nobody ruled the item out.
    """

    matrix: RatingMatrix
    n_coded: int
    dropped: Mapping[str, int]
    applies: RatingMatrix | None

    @property
    def n_dropped(self) -> int:
        """Sessions coded by two or more that this item cannot use."""
        return self.n_coded - self.matrix.n


def item_design(
    sessions: Sequence[str], coders: Sequence[str], cells: Sequence[Sequence[Cell]]
) -> ItemDesign:
    """Design of one item from the cells of all sessions coded by two or more.

    Parameters
    ----------
    sessions, coders
        Ids of rows and columns.
    cells
        One row per session, one cell per coder.
    """
    shape = (len(sessions), len(coders))
    states = [[cell.state for cell in row] for row in cells]
    rated = np.array([[s is CellState.RATED for s in row] for row in states], dtype=bool)
    ruled_out = np.array(
        [[s is CellState.NOT_APPLICABLE for s in row] for row in states], dtype=bool
    )
    numbers = [[cell.value if cell.value is not None else 0.0 for cell in row] for row in cells]
    rated, ruled_out = rated.reshape(shape), ruled_out.reshape(shape)
    values = np.array(numbers, dtype=float).reshape(shape)
    lost = Counter(why for row in states if (why := _why_dropped(Counter(row))) is not None)
    return ItemDesign(
        matrix=RatingMatrix._usable(sessions, coders, values, rated),
        n_coded=len(sessions),
        dropped=dict(lost),
        applies=(
            RatingMatrix._usable(sessions, coders, rated.astype(float), rated | ruled_out)
            if ruled_out.any()
            else None
        ),
    )


def _why_dropped(states: Counter[CellState]) -> str | None:
    """Why a session coded by two or more has fewer than two ratings of the item."""
    rated, ruled_out = states[CellState.RATED], states[CellState.NOT_APPLICABLE]
    if rated >= 2:
        return None
    if rated == 1 and ruled_out:
        return "not applicable for all but one"
    if rated == 0 and ruled_out >= 2:
        return "not applicable for all"
    return "left open by all but one" if rated + ruled_out else "left open by all"
