"""Reads measures that were taken elsewhere: one row per session, one column per measure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from practicecoder.codebook.faults import quoted
from practicecoder.codebook.model import Codebook
from practicecoder.codebook.names import SESSION_COLUMNS, why_no_column
from practicecoder.domain.ids import SessionId
from practicecoder.domain.outcomes import Outcome
from practicecoder.interchange.cells import CellError, code, number
from practicecoder.interchange.sheet import Problems, Row, Sheet, refused
from practicecoder.interchange.sheet_files import read_sheet

SESSION = "session_id"
MOST_MEASURES = 200

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_OTHER_COLUMNS = ("session_date", "implementation_date", "go_live_date", "coder_id", "made_up")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomesTable:
    """Numbers of a sheet; ``measures`` in its order, ``left`` the columns that are no measures."""

    outcomes: tuple[Outcome, ...]
    measures: tuple[str, ...]
    left: tuple[str, ...]
    n_rows: int


def read_outcomes(path: Path, codebook: Codebook, known: Collection[str]) -> OutcomesTable:
    """Read a sheet of measures (.csv, .xlsx, .sav, .parquet).

    Parameters
    ----------
    path
        The file: a column ``session_id``, and a column of numbers for each measure. Columns that
        the study holds itself, such as office or phase, are passed over.
    codebook
        Its dimensions, counts and scores cannot be measures.
    known
        Codes of the sessions that the study holds.

    Raises
    ------
    ImportedDataError
        With every problem at once.
    """
    sheet = read_sheet(path)
    problems = Problems(sheet.file)
    if SESSION not in sheet.columns:
        problems.add_missing_column(SESSION, sheet)
    held = (*SESSION_COLUMNS, *_OTHER_COLUMNS)
    measures = tuple(name for name in sheet.columns if name and name not in held)
    _check_names(measures, sheet, codebook, problems)
    problems.stop_if_any()
    reader = _Reader(sheet, known, problems)
    found = [outcome for row in sheet.rows for outcome in reader.read(row, measures)]
    empty = [name for name in measures if not any(o.measure == name for o in found)]
    if not problems.told:
        for name in empty:
            problems.add("The column holds no number for any session.", key=name)
    problems.stop_if_any()
    if not found:
        raise refused(sheet.file, "The table has no rows.")
    left = tuple(name for name in sheet.columns if name in held and name != SESSION)
    return OutcomesTable(
        outcomes=tuple(found), measures=measures, left=left, n_rows=len(sheet.rows)
    )


def _check_names(
    measures: tuple[str, ...], sheet: Sheet, codebook: Codebook, problems: Problems
) -> None:
    """Refuse names that could not stand as a column beside the scores."""
    line = sheet.heading_line
    if not measures:
        problems.add("There is no column with a measure.", line=line)
    if len(measures) > MOST_MEASURES:
        problems.add(f"There are more than {MOST_MEASURES} measures.", line=line)
    items = (*codebook.dimension_ids, *codebook.count_ids, *codebook.score_ids)
    for name in measures:
        if name in items:
            what = f"{quoted(name)} is a dimension, count or score of the codebook."
            problems.add(what, line=line, key=name, fix="Ratings are imported as ratings.")
        elif not _NAME.fullmatch(name):
            offered = _offered(name)
            problems.add(
                f"{quoted(name)} cannot be the name of a measure: small letters, digits and _.",
                line=line,
                key=name,
                fix=f"Call it {offered}." if offered else "Give the column another name.",
            )
        elif why := why_no_column(name):
            problems.add(why, line=line, key=name, fix="Give the column another name.")


def _offered(name: str) -> str:
    """The nearest name that would do; empty if nothing is left of it."""
    found = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
    return found if _NAME.fullmatch(found) and not why_no_column(found) else ""


class _Reader:
    """Turns rows into outcomes; notes what cannot be read."""

    def __init__(self, sheet: Sheet, known: Collection[str], problems: Problems) -> None:
        self._sheet = sheet
        self._known = known
        self._problems = problems
        self._lines: dict[str, int] = {}

    def read(self, row: Row, measures: tuple[str, ...]) -> list[Outcome]:
        """Outcomes of one row: none for blank cells and for what a file declares as missing."""
        session_id = self._session_of(row)
        found = []
        for name in measures:
            text = row.text(name)
            if not text:
                continue
            try:
                value = number(text, decimal_comma=self._sheet.decimal_comma)
            except CellError as error:
                self._problems.add(str(error), line=row.line, key=name, fix=error.fix)
                continue
            if session_id is not None and not self._is_missing(name, value):
                found.append(Outcome(session_id=session_id, measure=name, value=value))
        return found

    def _session_of(self, row: Row) -> SessionId | None:
        try:
            text = code(row.text(SESSION), is_date=SESSION in row.dates)
        except CellError as error:
            self._problems.add(str(error), line=row.line, key=SESSION, fix=error.fix)
            return None
        first = self._lines.setdefault(text, row.line)
        if first != row.line:
            what = f"The session stands in line {first} as well; each session has one row."
            self._problems.add(what, line=row.line, key=SESSION)
            return None
        if text not in self._known:
            self._problems.add(
                f"session {text} is not in the study.",
                line=row.line,
                key=SESSION,
                fix="Add the session first, or take the row out.",
            )
            return None
        return SessionId(text)

    def _is_missing(self, name: str, value: float) -> bool:
        ranges = (self._sheet.user_missing or {}).get(name, ())
        return any(low <= value <= high for low, high in ranges)
