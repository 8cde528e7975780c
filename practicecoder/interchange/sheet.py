"""A table as it was read from any file, and the list of what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from practicecoder.codebook.faults import near_match
from practicecoder.errors import ImportedDataError, Problem

MOST_BYTES = 50_000_000
MOST_ROWS = 1_000_000
MOST_COLUMNS = 2_000
MOST_PROBLEMS = 500

MISSPELT = 0.8
"""Likeness from which a further heading is taken for a misspelt one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. ``cells`` are texts without surrounding blanks, by column; empty where blank.

    ``line`` is the line of a text file or the row of a workbook, from 1; in files of SPSS and
    Parquet, which have no heading line, the number of the case. ``dates`` are the columns whose
    cell is a date in the file and was not written as text.
    """

    line: int
    cells: Mapping[str, str]
    dates: frozenset[str] = frozenset()

    def text(self, column: str) -> str:
        """Text of a column; empty where blank or where there is no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All rows of a file under its headings.

    ``heading_line`` is the line of the headings; None for files of SPSS and Parquet.
    ``decimal_comma``: the file separates cells by something else, so ``2,5`` is a number.
    ``user_missing`` are the ranges that an SPSS file declares as missing, by column (None: the
    file is of another kind), and ``labels`` its words for values, by column.
    """

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    heading_line: int | None = None
    decimal_comma: bool = False
    user_missing: Mapping[str, tuple[tuple[float, float], ...]] | None = None
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Problems:
    """Gathers what is wrong with one file, so that everything is told at once."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[Problem] = []
        self._n_untold = 0

    def add(self, what: str, *, line: int | None = None, key: str = "", fix: str = "") -> None:
        """Note a problem; beyond a great number they are only counted."""
        if len(self._found) >= MOST_PROBLEMS:
            self._n_untold += 1
            return
        self._found.append(
            Problem(what=what, fix=fix, file=self._file, line=line, key=key or None)
        )

    def add_heading_faults(self, columns: Sequence[str], *, line: int | None = None) -> None:
        """Note headings that stand twice, and a table that is too wide."""
        seen: set[str] = set()
        for name in columns:
            if name and name in seen:
                self.add("The column is there twice.", line=line, key=name)
            seen.add(name)
        if len(columns) > MOST_COLUMNS:
            self.add(f"The table has more than {MOST_COLUMNS} columns.", line=line)

    def add_missing_column(self, column: str, sheet: Sheet) -> None:
        """Note that a column is not there; a heading that looks like it is offered."""
        fix = near_match(column, sheet.columns)
        self.add("There is no such column.", line=sheet.heading_line, key=column, fix=fix)

    def stop_if_any(self) -> None:
        """Raise everything noted so far, in order of lines.

        Raises
        ------
        ImportedDataError
            If there is any problem.
        """
        if self._found:
            raise ImportedDataError(self.told)

    @property
    def told(self) -> tuple[Problem, ...]:
        """Everything noted so far, in order of lines."""
        found = sorted(self._found, key=lambda problem: problem.line or 0)
        if self._n_untold:
            what = f"There are {self._n_untold} further problems. Mend these first."
            found.append(Problem(what=what, file=self._file))
        return tuple(found)


LOOKED_AT = 20
"""Lines from the top among which headings are looked for."""
_FULL = 0.6


def heading_among(filled: Mapping[int, int], heading: int | None) -> int | None:
    """Line of the headings, by how many cells of each line are filled; None if there is none.

    ``heading`` is the line that somebody chose; 0 is the first line, None the first that has at
    least two cells and is about as full as the fullest of those at the top.
    """
    lines = [line for line in sorted(filled) if filled[line]]
    if heading:
        return next((line for line in lines if line >= heading), None)
    top = lines[:LOOKED_AT]
    if heading is None and top:
        wanted = max(2, _FULL * max(filled[line] for line in top))
        return next((line for line in top if filled[line] >= wanted), top[0])
    return lines[0] if lines else None


def refused(
    file: str, what: str, *, fix: str = "", line: int | None = None, key: str | None = None
) -> ImportedDataError:
    """Error of a file that cannot be read any further."""
    return ImportedDataError([Problem(what=what, fix=fix, file=file, line=line, key=key)])
