"""Tables of a package: described columns, and rows of texts and numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Cell = str | int | float | None
"""Value of a cell; None is a blank. A text is never a number in disguise."""


class ColumnType(StrEnum):
    """What the cells of a column hold; a day is a text such as ``2026-11-20`` in a cell."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"


class Measure(StrEnum):
    """Level of measurement, in the words of SPSS."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


Row = tuple[Cell, ...]
Step = Callable[[int], None]
"""Told how many rows of a table are written; may raise to stop."""


@dataclass(frozen=True, slots=True)
class Rows(Collection[Row]):
    """Rows that are made anew each time they are read, so that a long table needs no room.

    Examples
    --------
    >>> rows = Rows(2, lambda: iter([("S1", 1), ("S2", None)]))
    >>> len(rows), list(rows) == list(rows), ("S1", 1) in rows
    (2, True, True)
    """

    n: int
    make: Callable[[], Iterator[Row]]

    def __len__(self) -> int:
        return self.n

    def __iter__(self) -> Iterator[Row]:
        return self.make()

    def __contains__(self, row: object) -> bool:
        return any(row == own for own in self)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingCode:
    """How a reason for a missing rating is written where blanks cannot carry one.

    ``spss`` is a number outside the scale, ``stata`` the letter of an extended missing value.
    """

    reason_id: str
    label: str
    spss: int
    stata: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One variable as the data dictionary describes it.

    ``values`` are the words for single values, in order. ``needed``: no cell is blank.
    ``codes`` are numbers that stand for the texts of the column in SPSS and Stata.
    ``missing_codes`` are the reasons that a blank can have there, ``reason_column`` the column
    that names the reason.
    """

    name: str
    label: str
    column_type: ColumnType = ColumnType.TEXT
    measure: Measure = Measure.NOMINAL
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""
    derivation: str = ""
    source: str = ""
    needed: bool = False
    codes: Mapping[str, int] = field(default_factory=dict)
    missing_codes: tuple[MissingCode, ...] = ()
    reason_column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table.

    ``key`` are the columns that together name a row; ``refers`` maps a column to the table in
    which its value is the key.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Collection[Row]
    key: tuple[str, ...]
    refers: Mapping[str, str] = field(default_factory=dict)
    folder: str = "data"

    @property
    def file(self) -> str:
        """Path of the CSV file inside the package."""
        return f"{self.folder}/{self.name}.csv"
