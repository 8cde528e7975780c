"""Tables of a package: described columns, and rows of texts and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Cell = str | int | float | None
"""Value of a cell; None is a blank. A text is never a number in disguise."""


class ColumnType(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"


class Measure(StrEnum):
    """Level of measurement, in the words of SPSS."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One variable as the data dictionary describes it.

    ``values`` are the words for single values, in order. ``needed``: no cell is blank.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table.

    ``key`` are the columns that together name a row; ``refers`` maps a column to the table in
    which its value is the key.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...]
    refers: Mapping[str, str] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """Path of the CSV file inside the package."""
        return f"data/{self.name}.csv"
