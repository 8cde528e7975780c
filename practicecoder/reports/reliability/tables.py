"""Tables of reports as text, the same for PDF, Word and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto


class RowKind(Enum):
    """What a row of a table is."""

    ITEM = auto()
    MEAN = auto()
    HEADING = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of one row; a heading has one cell. ``quiet`` are places of cells set in grey."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.ITEM
    quiet: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """A table with its title and the sentences below it.

    ``shares`` are widths of columns; ``cautions`` sentences after the items they are about.
    """

    title: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    cautions: tuple[tuple[str, str], ...] = ()


def beside(names: Sequence[str], most: int) -> tuple[tuple[str, ...], ...]:
    """Names in groups of about equal length, each with as many as fit beside each other.

    Examples
    --------
    >>> beside(["A", "B", "C", "D"], 3)
    (('A', 'B'), ('C', 'D'))
    """
    if not names:
        return ()
    n_groups = -(-len(names) // most)
    size = -(-len(names) // n_groups)
    return tuple(tuple(names[at : at + size]) for at in range(0, len(names), size))
