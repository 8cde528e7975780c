"""Texts of cells that nobody explained, and what they may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

Choices = tuple[tuple[str, str], ...]
"""What a cell may mean: ids and words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCell:
    """A text of a column that nobody explained. ``choices`` are what it may mean, ids and words.

    ``line`` is the first of the ``n_rows`` rows it stands in. ``suggested`` is one of the choices.
    """

    column: str
    text: str
    line: int
    n_rows: int
    choices: Choices
    suggested: str | None = None


class OpenCells:
    """Gathers texts that nobody explained."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, column: str, text: str, line: int) -> None:
        """Note a cell."""
        self._lines[column, text].append(line)

    def told(self, choices: Callable[[str, str], Choices]) -> tuple[OpenCell, ...]:
        """Every text once for each column, with what it may mean there."""
        return tuple(
            OpenCell(
                column=column,
                text=text,
                line=lines[0],
                n_rows=len(lines),
                choices=choices(column, text),
            )
            for (column, text), lines in self._lines.items()
        )
