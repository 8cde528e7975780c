"""Reads a table with one row per session for group comparisons and trends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.codebook.faults import near_match, quoted
from practicecoder.codebook.model import Codebook
from practicecoder.codebook.names import SESSION_COLUMNS
from practicecoder.domain.coding import NOT_YET_RATED, Rating
from practicecoder.domain.sessions import Phase
from practicecoder.interchange.cells import CellError, code, number, whole_number
from practicecoder.interchange.rating_cells import RatingReader
from practicecoder.interchange.sheet import MISSPELT, Problems, Row, Sheet
from practicecoder.interchange.sheet_files import read_sheet
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.scoring.scores import all_scores

if TYPE_CHECKING:
    import pandas as pd

TOLERANCE = 1e-6
"""How far a stated score may lie from the one computed from its parts."""

_TEXTS = ("session_id", "worker_id", "office_id", "phase")
_DAYS = "days_since_implementation"
_NUMBERS = (
    "segment_start_ms",
    "segment_end_ms",
    "heard_share",
    "n_coders",
    "in_reliability",
    "unblinded",
    "certified",
)
"""Further columns of an export that hold numbers."""

Value = str | float | None


def read_session_table(path: Path, codebook: Codebook) -> pd.DataFrame:
    """Read a session table (.csv, .xlsx, .sav, .parquet).

    Scores that the table lacks are computed from its dimensions and counts; scores that it has are
    compared with them wherever all parts are there.

    Returns
    -------
    pandas.DataFrame
        One row per session in the order of the file. Texts are objects with None where blank;
        days, dimensions, counts, scores and the numbers of an export are float64 with NaN where
        blank. Further columns of the file follow as texts.

    Raises
    ------
    ImportedDataError
        With every problem at once.
    """
    import pandas as pd

    sheet = read_sheet(path)
    problems = Problems(sheet.file)
    _check_columns(sheet, codebook, problems)
    problems.stop_if_any()
    reader = _TableReader(sheet, codebook, problems)
    rows = [reader.read(row) for row in sheet.rows]
    if not rows:
        problems.add("The table has no sessions.")
    problems.stop_if_any()
    frame = pd.DataFrame(rows, columns=list(reader.columns), dtype=object)
    return frame.astype(dict.fromkeys(reader.numbers, "float64"))


def _check_columns(sheet: Sheet, codebook: Codebook, problems: Problems) -> None:
    items = (*codebook.dimension_ids, *codebook.count_ids, *codebook.score_ids)
    if "session_id" not in sheet.columns:
        problems.add_missing_column("session_id", sheet)
    if {"item", "value"} <= set(sheet.columns):
        problems.add(
            "This is a table of ratings; a table with one row per session is needed.",
            line=sheet.heading_line,
            fix="Use sessions.csv of an export.",
        )
    elif not set(items) & set(sheet.columns):
        problems.add(
            f"The table has no dimension or score of the codebook {codebook.codebook_id}.",
            line=sheet.heading_line,
        )
    questions = (question.question_id for question in codebook.questions)
    known = (*items, *(f"{item}_na" for item in items), *SESSION_COLUMNS, *questions)
    for column in sheet.columns:
        if column not in known and (fix := near_match(column, items, likeness=MISSPELT)):
            problems.add(
                f"There is no dimension, count or score {quoted(column)}.",
                line=sheet.heading_line,
                fix=f"{fix} Else give the column another name.",
            )


class _TableReader:
    """Turns rows of a sheet into rows of the frame."""

    def __init__(self, sheet: Sheet, codebook: Codebook, problems: Problems) -> None:
        self._sheet = sheet
        self._codebook = codebook
        self._problems = problems
        self._ratings = RatingReader(codebook, sheet, problems, finals_allowed=True)
        self._lines: dict[str, int] = {}
        items = (*codebook.dimension_ids, *codebook.count_ids)
        self._items = tuple(item for item in items if item in sheet.columns)
        self._counted = any(item in codebook.count_ids for item in self._items)
        self._scores = tuple(
            definition.score_id
            for definition in codebook.scores
            if definition.score_id in sheet.columns or set(definition.parts) <= set(self._items)
        )
        self._further = tuple(column for column in _NUMBERS if column in sheet.columns)
        self.numbers = (
            *((_DAYS,) if _DAYS in sheet.columns else ()),
            *self._items,
            *self._scores,
            *self._further,
        )
        texts = [column for column in _TEXTS if column in sheet.columns]
        further = [c for c in sheet.columns if c not in texts and c not in self.numbers]
        self.columns = (*texts, *self.numbers, *further)

    def read(self, row: Row) -> dict[str, Value]:
        """Row of the frame; what cannot be read is noted and left out."""
        values: dict[str, Value] = {
            column: row.text(column) or None
            for column in self.columns
            if column not in self.numbers
        }
        values["session_id"] = self._session_id(row)
        values["phase"] = self._cell(row, "phase", self._phase)
        values[_DAYS] = self._cell(row, _DAYS, self._whole)
        ratings = {
            item: self._ratings.read(row, item, item, f"{item}_na") or NOT_YET_RATED
            for item in self._items
        }
        values.update({item: rating.value for item, rating in ratings.items()})
        values.update(self._scores_of(row, ratings))
        values.update({c: self._cell(row, c, self._number) for c in self._further})
        return {column: values.get(column) for column in self.columns}

    def _session_id(self, row: Row) -> str | None:
        is_date = "session_id" in row.dates
        session_id = self._cell(
            row, "session_id", lambda text: code(text, is_date=is_date), needed=True
        )
        if session_id is None:
            return None
        first = self._lines.setdefault(str(session_id), row.line)
        if first != row.line:
            self._problems.add(
                f"The session stands in line {first} as well; each session has one row.",
                line=row.line,
                key="session_id",
            )
        return str(session_id)

    def _cell(
        self, row: Row, column: str, read: Callable[[str], Value], *, needed: bool = False
    ) -> Value:
        text = row.text(column)
        if not text and not needed:
            return None
        try:
            return read(text)
        except CellError as error:
            self._problems.add(str(error), line=row.line, key=column, fix=error.fix)
            return None

    def _whole(self, text: str) -> float:
        return float(whole_number(text, decimal_comma=self._sheet.decimal_comma))

    def _phase(self, text: str) -> str:
        word = self._sheet.labels.get("phase", {}).get(text, text).casefold()
        known = [phase.value for phase in Phase]
        if word not in known:
            fix = near_match(word, known) or f"A phase is {', '.join(known)}."
            raise CellError(f"{quoted(text)} is no phase.", fix)
        return word

    def _scores_of(self, row: Row, ratings: Mapping[str, Rating]) -> dict[str, Value]:
        counts = {
            item: rating.value
            for item, rating in ratings.items()
            if item in self._codebook.count_ids and rating.value is not None
        }
        computed = all_scores(
            self._codebook,
            {item: r for item, r in ratings.items() if item not in self._codebook.count_ids},
            counts if self._counted else None,
        )
        return {
            score_id: self._score(row, score_id, computed[score_id]) for score_id in self._scores
        }

    def _score(self, row: Row, score_id: str, computed: Score | NotEstimable) -> Value:
        if score_id not in self._sheet.columns:
            return computed.value if isinstance(computed, Score) else None
        stated = self._cell(row, score_id, self._number)
        if not isinstance(stated, float) or not isinstance(computed, Score):
            return stated
        all_there = len(computed.used) == len(self._codebook.score(score_id).parts)
        if all_there and abs(stated - computed.value) > TOLERANCE:
            self._problems.add(
                f"The table says {stated:.12g}; its parts give {computed.value:.12g}.",
                line=row.line,
                key=score_id,
                fix="Correct the row, or leave the column out to have the score computed.",
            )
        return stated

    def _number(self, text: str) -> float:
        return number(text, decimal_comma=self._sheet.decimal_comma)
