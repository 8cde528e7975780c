"""What the columns of a laboratory's table mean: suggested, shown, changed and remembered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

ANY_COLUMN = ""
"""Stands for every column in what cells mean."""
NOT_RATED = ""
"""What a cell means that says a rating is not there yet."""


class Meaning(StrEnum):
    """What a column may hold; sessions first, then ratings."""

    NOTHING = "nothing"
    """It is not taken over."""
    SESSION_ID = "session_id"
    WORKER_ID = "worker_id"
    OFFICE_ID = "office_id"
    PHASE = "phase"
    DAYS = "days_since_implementation"
    SESSION_DATE = "session_date"
    IMPLEMENTATION_DATE = "implementation_date"
    SESSION_TYPE = "session_type"
    WORKER_ROLE = "worker_role"
    PURPOSE = "purpose"
    AUDIO = "audio"
    CODER_ID = "coder_id"
    ITEM = "item"
    VALUE = "value"
    ITEM_REASON = "na_reason"
    """Why the item of the row is not applicable."""
    UNSURE = "unsure"
    RATING = "rating"
    """Ratings of one dimension, by the row's coder or by the column's."""
    REASON = "reason"
    """Why the dimension of another column is not applicable."""
    ANSWER = "answer"
    """The coder's answer to a question of the codebook."""
    COMPLETE = "complete"
    """Whether REDCap's form was completed: 2 submitted, else a draft."""

    @property
    def is_date(self) -> bool:
        """Whether its cells are days."""
        return self in (Meaning.SESSION_DATE, Meaning.IMPLEMENTATION_DATE)

    @property
    def may_repeat(self) -> bool:
        """Whether several columns may have it."""
        return self in (Meaning.NOTHING, Meaning.RATING, Meaning.REASON, Meaning.ANSWER)

    @property
    def has_item(self) -> bool:
        """Whether it needs an item of the codebook beside it."""
        return self in (Meaning.RATING, Meaning.REASON, Meaning.ANSWER)


SESSION_FACTS = (
    Meaning.WORKER_ID,
    Meaning.OFFICE_ID,
    Meaning.PHASE,
    Meaning.DAYS,
    Meaning.SESSION_DATE,
    Meaning.IMPLEMENTATION_DATE,
    Meaning.SESSION_TYPE,
    Meaning.WORKER_ROLE,
    Meaning.PURPOSE,
    Meaning.AUDIO,
)
"""What a table may tell about a session beside its code."""


class TableForm(StrEnum):
    """How a table is laid out."""

    SESSIONS = "sessions"
    """One row for each session, without ratings."""
    LONG = "long"
    """One row for each rating."""
    WIDE = "wide"
    """One row for each session and coder, one column for each dimension."""
    CODERS_BESIDE = "coders_beside"
    """One row for each session; each coder has columns."""
    DOUBLE_ENTRY = "double_entry"
    """REDCap: one record for each entry, with ``--1`` or ``--2`` behind the session."""

    @property
    def holds_ratings(self) -> bool:
        """Whether ratings stand in it."""
        return self is not TableForm.SESSIONS


class DayOrder(StrEnum):
    """Which number comes first in a day such as 03.11.2015."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnUse:
    """One column and what it means. ``item`` and ``coder`` are empty where it has none.

    ``because`` tells why, in a sentence; for a column that is not taken, why it is not.
    """

    column: str
    meaning: Meaning = Meaning.NOTHING
    item: str = ""
    coder: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """What a person or the program takes the columns of a table for.

    ``cells`` are meanings of texts of cells, by column (``ANY_COLUMN`` for all that hold ratings):
    a reason id, ``NOT_RATED``, or the word that the text stands for in a column without ratings.
    ``day_order`` is None while nobody said it. ``coders`` are codes of the study by the words of
    the file. ``shown_if`` names, for columns of REDCap, the field and value that make them appear.
    ``double_entry``: sessions end in the number of their entry.
    """

    columns: tuple[ColumnUse, ...]
    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    day_order: DayOrder | None = None
    coders: Mapping[str, str] = field(default_factory=dict)
    shown_if: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    double_entry: bool = False

    @property
    def form(self) -> TableForm:
        """How the table is laid out, as the meanings of its columns tell."""
        meanings = {use.meaning for use in self.columns}
        if meanings & {Meaning.ITEM, Meaning.VALUE}:
            return TableForm.LONG
        rated = self.rated
        if not rated:
            return TableForm.SESSIONS
        if any(use.coder for use in rated):
            return TableForm.CODERS_BESIDE
        return TableForm.DOUBLE_ENTRY if self.double_entry else TableForm.WIDE

    @property
    def rated(self) -> tuple[ColumnUse, ...]:
        """Columns that hold ratings of one dimension."""
        return tuple(use for use in self.columns if use.meaning is Meaning.RATING)

    @property
    def tells_sessions(self) -> bool:
        """Whether it tells anything about sessions beside their codes."""
        return any(use.meaning in SESSION_FACTS for use in self.columns)

    def column_of(self, meaning: Meaning) -> str:
        """First column with a meaning; empty if there is none."""
        return next((use.column for use in self.columns if use.meaning is meaning), "")

    def meaning_of_cell(self, column: str, text: str) -> str | None:
        """What the text of a cell stands for; None if nobody said so."""
        of_column = self.cells.get(column, {})
        return of_column.get(text, self.cells.get(ANY_COLUMN, {}).get(text))

    def with_use(self, use: ColumnUse) -> ColumnMapping:
        """Mapping in which one column has another use."""
        columns = tuple(use if one.column == use.column else one for one in self.columns)
        return replace(self, columns=columns)

    def with_cell(self, column: str, text: str, meaning: str | None) -> ColumnMapping:
        """Mapping in which the text of a cell has a meaning; None takes it back."""
        of_column = {k: v for k, v in self.cells.get(column, {}).items() if k != text}
        if meaning is not None:
            of_column[text] = meaning
        return replace(self, cells={**self.cells, column: of_column})

    def without_people(self) -> ColumnMapping:
        """Mapping without the words of the file for coders, which may be names."""
        return replace(self, coders={})

    def faults(self) -> tuple[tuple[str, str], ...]:
        """What cannot be: columns (empty for the table as a whole) and sentences."""
        found: list[tuple[str, str]] = []
        counted = Counter(u.meaning for u in self.columns if not u.meaning.may_repeat)
        for use in self.columns:
            if counted[use.meaning] > 1:
                words = use.meaning.replace("_", " ")
                found.append((use.column, f"Several columns are taken for {words}."))
            if use.meaning.has_item and not use.item:
                found.append((use.column, "Choose which item of the codebook this is."))
        if not counted[Meaning.SESSION_ID]:
            found.append(("", "No column names the session."))
        if self.form is TableForm.LONG:
            needed = (Meaning.ITEM, Meaning.VALUE, Meaning.CODER_ID)
            found += [
                ("", f"No column names the {meaning.split('_', maxsplit=1)[0]}.")
                for meaning in needed
                if not counted[meaning]
            ]
        elif self.form is TableForm.WIDE and not counted[Meaning.CODER_ID]:
            found.append(("", "No column names the coder."))
        uses = Counter((u.item, u.coder) for u in self.rated if u.item)
        found += [
            (use.column, "Another column holds ratings of this dimension by the same coder.")
            for use in self.rated
            if uses[use.item, use.coder] > 1
        ]
        return tuple(found)
