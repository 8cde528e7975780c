"""Takes what a table tells about sessions out of its rows, under our names for its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from practicecoder.codebook.faults import quoted
from practicecoder.domain.sessions import Phase, Purpose
from practicecoder.interchange.cells import CellError
from practicecoder.interchange.column_mapping import (
    SESSION_FACTS,
    ColumnMapping,
    ColumnUse,
    Meaning,
)
from practicecoder.interchange.days import day, order_of
from practicecoder.interchange.open_cells import Choices, OpenCell, OpenCells
from practicecoder.interchange.session_sheet import SheetRow, session_rows
from practicecoder.interchange.sheet import Problems, Row, Sheet

_WORDS: Mapping[Meaning, Sequence[str]] = {
    Meaning.PHASE: tuple(Phase),
    Meaning.PURPOSE: tuple(Purpose),
}
_AS_SHOWN: Mapping[Meaning, Mapping[str, str]] = {
    Meaning.PHASE: {"before": Phase.PRE, "after": Phase.POST},
}
"""Words that the window has for some of them; tables that were copied from it hold these."""


class SessionTable:
    """Reads what the rows of a table tell about sessions."""

    def __init__(self, sheet: Sheet, mapping: ColumnMapping, problems: Problems) -> None:
        self._sheet = sheet
        self._mapping = mapping
        self._problems = problems
        self._open = OpenCells()
        self._uses = [
            use
            for use in mapping.columns
            if use.meaning in SESSION_FACTS
            or use.meaning is Meaning.SESSION_ID
            or (use.meaning is Meaning.CODER_ID and not mapping.form.holds_ratings)
        ]
        self._order = mapping.day_order or order_of(
            row.text(use.column) for use in self._uses if use.meaning.is_date for row in sheet.rows
        )

    def sessions(self, rows: Sequence[Row], folder: Path) -> tuple[SheetRow, ...]:
        """Sessions of rows; problems name the columns of the file and not ours."""
        named = replace(
            self._sheet,
            columns=tuple(str(use.meaning) for use in self._uses),
            rows=tuple(self._named(row) for row in rows),
            labels={},
            user_missing=None,
        )
        inner = Problems(self._sheet.file)
        found = session_rows(named, folder, inner)
        columns = {str(use.meaning): use.column for use in self._uses}
        for problem in inner.told:
            key = columns.get(problem.key or "", problem.key or "")
            self._problems.add(problem.what, line=problem.line, key=key, fix=problem.fix)
        return found

    def open_cells(self) -> tuple[OpenCell, ...]:
        """Texts that are no word of ours, with the words that there are."""
        choices = {use.column: _choices(use.meaning) for use in self._uses}
        return self._open.told(lambda column, _: choices[column])

    def _named(self, row: Row) -> Row:
        """Row under our names for its columns."""
        cells = {str(use.meaning): self._cell(row, use) for use in self._uses}
        dates = frozenset(str(use.meaning) for use in self._uses if use.column in row.dates)
        return Row(line=row.line, cells=cells, dates=dates)

    def _cell(self, row: Row, use: ColumnUse) -> str:
        text = self._worded(row, use)
        text = _AS_SHOWN.get(use.meaning, {}).get(text.casefold(), text)
        known = _WORDS.get(use.meaning)
        if text and known is not None and text.casefold() not in known:
            self._open.add(use.column, text, row.line)
            self._problems.add(
                f"{quoted(text)} is none of {', '.join(known)}.",
                line=row.line,
                key=use.column,
                fix="Say which it is.",
            )
            return ""
        if not use.meaning.is_date or not text:
            return text
        try:
            return day(text, self._order).isoformat()
        except CellError as error:
            self._problems.add(str(error), line=row.line, key=use.column, fix=error.fix)
            return ""

    def _worded(self, row: Row, use: ColumnUse) -> str:
        """Text of a cell; a number that the file or a person has a word for is that word."""
        text = row.text(use.column)
        said = self._mapping.meaning_of_cell(use.column, text)
        if said is not None:
            return said
        if use.meaning is Meaning.CODER_ID:
            coders = self._mapping.coders
            return ";".join(coders.get(part.strip(), part.strip()) for part in text.split(";"))
        return self._sheet.labels.get(use.column, {}).get(text, text)


def _choices(meaning: Meaning) -> Choices:
    """What a word may mean, and how the window calls it."""
    shown = {said: word for word, said in _AS_SHOWN.get(meaning, {}).items()}
    return tuple((word, shown.get(word, word)) for word in _WORDS.get(meaning, ()))
