"""Takes sessions and ratings out of a table by what its columns mean, with every problem."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from practicecoder.codebook.faults import near_match, quoted
from practicecoder.codebook.model import AnswerType, Codebook
from practicecoder.domain.coding import AnswerValue, ItemRating, Rating, RatingState
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import Problem
from practicecoder.interchange.cells import CellError, code, number
from practicecoder.interchange.column_mapping import (
    NOT_RATED,
    SESSION_FACTS,
    ColumnMapping,
    ColumnUse,
    Meaning,
    TableForm,
)
from practicecoder.interchange.foreign.lab_sheet_layout import looks_missing
from practicecoder.interchange.item_names import ItemNames
from practicecoder.interchange.mapped_sessions import SessionTable
from practicecoder.interchange.open_cells import Choices, OpenCell, OpenCells
from practicecoder.interchange.rating_cells import RatingReader
from practicecoder.interchange.session_sheet import SheetRow
from practicecoder.interchange.sheet import Problems, Row, Sheet
from practicecoder.interchange.understanding import DOUBLE_ENTRY

_REASON = " reason"
_YES = frozenset({"1", "yes", "y", "true", "checked"})
_NO = frozenset({"0", "no", "n", "false", "unchecked"})
_DRAFT = frozenset({"0", "1", "incomplete", "unverified"})
_LABELLED = re.compile(r"(?P<value>-?[0-9]{1,4}) ?[(,:=\u2013-] ?[^0-9 ].*")
"""A level as an export of labels writes it: its number, then its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRating:
    """A rating and where it stands in the file."""

    line: int
    column: str
    rating: ItemRating


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedTable:
    """What a table holds. ``drafts`` are codings that were not finished.

    ``answers`` are those of a coder to questions of the codebook, by session and coder.
    ``coder_words`` are what rows of the file call their coders, each once.
    """

    form: TableForm
    sessions: tuple[SheetRow, ...] = ()
    ratings: tuple[PlacedRating, ...] = ()
    answers: Mapping[tuple[SessionId, CoderId], Mapping[str, AnswerValue]] = field(
        default_factory=dict
    )
    drafts: frozenset[tuple[SessionId, CoderId]] = frozenset()
    coder_words: tuple[str, ...] = ()
    open_cells: tuple[OpenCell, ...] = ()
    notices: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def mapped(sheet: Sheet, mapping: ColumnMapping, codebook: Codebook, folder: Path) -> MappedTable:
    """Take everything out of a table that its mapping names; nothing is written anywhere.

    Parameters
    ----------
    sheet
        The table as it was read.
    mapping
        What its columns mean.
    codebook
        Gives items, scales, reasons and questions.
    folder
        Where recordings that the table names are looked for.
    """
    problems = Problems(sheet.file)
    faults = (*mapping.faults(), *_unknown(mapping, codebook))
    for column, what in faults:
        problems.add(what, line=sheet.heading_line, key=column)
    if faults:
        return MappedTable(form=mapping.form, problems=problems.told)
    if not mapping.form.holds_ratings:
        table = SessionTable(sheet, mapping, problems)
        sessions = table.sessions(sheet.rows, folder)
        return MappedTable(
            form=mapping.form,
            sessions=sessions,
            open_cells=table.open_cells(),
            problems=problems.told,
        )
    reader = _RatingTable(sheet, mapping, codebook, problems)
    ratings = tuple(reader.ratings())
    sessions = reader.sessions(folder) if mapping.tells_sessions else ()
    if not ratings and not problems.told:
        problems.add("The table holds no rating.")
    return MappedTable(
        form=mapping.form,
        sessions=sessions,
        ratings=ratings,
        answers=reader.answers,
        drafts=frozenset(reader.drafts),
        coder_words=tuple(reader.coder_words),
        open_cells=reader.open_cells(),
        notices=tuple(reader.notices()),
        problems=problems.told,
    )


def _unknown(mapping: ColumnMapping, codebook: Codebook) -> Iterator[tuple[str, str]]:
    """Columns whose item the codebook does not have, or whose coder has no usable code."""
    questions = {question.question_id for question in codebook.questions}
    for use in mapping.columns:
        known = questions if use.meaning is Meaning.ANSWER else codebook.dimension_ids
        if use.meaning.has_item and use.item and use.item not in known:
            yield use.column, f"The codebook has no such item: {quoted(use.item)}."
        if use.meaning is Meaning.RATING and use.coder:
            try:
                code(mapping.coders.get(use.coder, use.coder))
            except CellError as error:
                yield use.column, str(error)


class _RatingTable:
    """Reads the ratings of a table row by row."""

    def __init__(
        self, sheet: Sheet, mapping: ColumnMapping, codebook: Codebook, problems: Problems
    ) -> None:
        self._sheet = sheet
        self._mapping = mapping
        self._codebook = codebook
        self._problems = problems
        self._names = ItemNames(codebook)
        self._reader = RatingReader(codebook, sheet, problems, finals_allowed=False)
        self._reason_columns = {
            use.item: use.column for use in mapping.columns if use.meaning is Meaning.REASON
        }
        self._open = OpenCells()
        self._table = SessionTable(sheet, mapping, problems)
        self._items: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._agreed_rows: list[int] = []
        self._session_lines: dict[str, Row] = {}
        self.answers: dict[tuple[SessionId, CoderId], dict[str, AnswerValue]] = defaultdict(dict)
        self.drafts: set[tuple[SessionId, CoderId]] = set()
        self.coder_words: dict[str, None] = {}

    def ratings(self) -> Iterator[PlacedRating]:
        """Ratings of all rows; one that stands twice is a problem."""
        first: dict[tuple[str, str, str], int] = {}
        for row in self._sheet.rows:
            for one in self._of_row(row):
                rating = one.rating
                key = (rating.session_id, rating.coder_id, rating.item)
                if key in first:
                    self._problems.add(
                        "The rating of this session, coder and item stands in line "
                        f"{first[key]} as well.",
                        line=one.line,
                        key=one.column,
                    )
                    continue
                first[key] = one.line
                yield one

    def sessions(self, folder: Path) -> tuple[SheetRow, ...]:
        """Sessions that the rows tell of, each from its first row."""
        column = self._mapping.column_of(Meaning.SESSION_ID)
        rows = tuple(
            replace(row, cells={**row.cells, column: session})
            for session, row in self._session_lines.items()
        )
        found = self._table.sessions(rows, folder)
        self._check_facts(column)
        return found

    def open_cells(self) -> tuple[OpenCell, ...]:
        """Texts that nobody explained, with what they may mean."""
        found = self._open.told(lambda column, text: self._choices(self._items[column, text]))
        suggested = tuple(
            replace(one, suggested=self._suggested(one.text, dict(one.choices))) for one in found
        )
        return (*self._table.open_cells(), *suggested)

    def notices(self) -> Iterator[str]:
        """What is to be known of the rows as a whole."""
        if self._agreed_rows:
            lines = ", ".join(map(str, self._agreed_rows[:5]))
            yield (
                f"Records without the number of an entry (line {lines}) are not taken: a "
                "consensus is reached in a meeting."
            )
        if self.drafts:
            n_drafts = len(self.drafts)
            words = (
                "coding is a draft and stays" if n_drafts == 1 else "codings are drafts and stay"
            )
            yield f"{n_drafts} {words} open."

    # Rows

    def _of_row(self, row: Row) -> Iterator[PlacedRating]:
        ids = self._ids(row)
        if ids is None:
            return
        session, coder = ids
        self._session_lines.setdefault(session, row)
        if self._mapping.form is TableForm.LONG:
            yield from self._of_long_row(row, session, coder)
            return
        for use in self._mapping.rated:
            whose = coder
            if use.coder:
                whose = CoderId(self._mapping.coders.get(use.coder, use.coder))
            rating = self._rating(row, use.column, use.item, self._reason_of(row, use))
            if rating is not None and not (
                use.coder and rating.state is RatingState.NOT_YET_RATED
            ):
                yield _placed(row, use.column, session, whose, use.item, rating)
        self._take_answers(row, session, coder)

    def _of_long_row(self, row: Row, session: SessionId, coder: CoderId) -> Iterator[PlacedRating]:
        item_column = self._mapping.column_of(Meaning.ITEM)
        text = row.text(item_column)
        found = self._names.dimensions.find(text)
        if found is None:
            what = f"There is no dimension {quoted(text)}." if text else "The item is missing."
            if self._names.counts.find(text) is not None:
                what = "A study keeps marks with their moments and takes no numbers of them."
            self._problems.add(what, line=row.line, key=item_column, fix="Take the row out.")
            return
        column = self._mapping.column_of(Meaning.VALUE)
        reason = row.text(self._mapping.column_of(Meaning.ITEM_REASON))
        rating = self._rating(row, column, found.item, reason)
        if rating is not None:
            yield _placed(row, column, session, coder, found.item, rating)

    def _ids(self, row: Row) -> tuple[SessionId, CoderId] | None:
        column = self._mapping.column_of(Meaning.SESSION_ID)
        coder_column = self._mapping.column_of(Meaning.CODER_ID)
        text, coder = row.text(column), row.text(coder_column)
        if self._mapping.form is TableForm.DOUBLE_ENTRY:
            match = DOUBLE_ENTRY.fullmatch(text)
            if match is None:
                self._agreed_rows.append(row.line)
                return None
            text, coder = match["session"], coder or match["entry"]
        if coder:
            self.coder_words[coder] = None
        coder = self._mapping.coders.get(coder, coder)
        found = []
        needed = [(column, text)]
        if self._mapping.form is not TableForm.CODERS_BESIDE:
            needed.append((coder_column or column, coder))
        for where, word in needed:
            try:
                found.append(code(word, is_date=where in row.dates))
            except CellError as error:
                self._problems.add(str(error), line=row.line, key=where, fix=error.fix)
                return None
        whose = found[1] if len(found) > 1 else ""
        return SessionId(found[0]), CoderId(whose)

    # Cells

    def _reason_of(self, row: Row, use: ColumnUse) -> str:
        """Reason that stands beside a rating, or that follows from what REDCap did not show."""
        stated = row.text(self._reason_columns.get(use.item, ""))
        hidden = self._mapping.shown_if.get(use.column)
        if stated or hidden is None or row.text(use.column) or row.text(hidden[0]) == hidden[1]:
            return stated
        rule = self._codebook.dimension(use.item).not_applicable_when
        return rule.reason_id if rule is not None else ""

    def _rating(self, row: Row, column: str, item: str, reason: str) -> Rating | None:
        text = self._level(row.text(column), item)
        said = None if reason else self._mapping.meaning_of_cell(column, text)
        if said is not None:
            text, reason = "", said if said != NOT_RATED else ""
        elif text and not reason and self._is_open(row, column, text, item):
            self._open.add(column, text, row.line)
            self._items[column, text].add(item)
            self._problems.add(
                f"{quoted(text)} is no level of the scale, and nobody said what it means.",
                line=row.line,
                key=column,
                fix="Say whether it is not yet rated, or not applicable and why.",
            )
            return None
        if reason and reason not in {r.reason_id for r in self._codebook.reasons_for(item)}:
            self._problems.add(
                f"{quoted(reason)} is no reason that may be given here.",
                line=row.line,
                key=column,
                fix=near_match(reason, [r.reason_id for r in self._codebook.reasons]),
            )
            return None
        unsure = row.text(self._mapping.column_of(Meaning.UNSURE))
        cells = {column: text, f"{column}{_REASON}": reason, "unsure": unsure}
        return self._reader.read(replace(row, cells=cells), item, column, f"{column}{_REASON}")

    def _level(self, text: str, item: str) -> str:
        """Number of the level whose words a cell holds, as in an export of labels; else the text.

        The words are the level's name, or begin with its number, such as ``3 (anchor)``.
        """
        if not text or (text[0].isdecimal() and text.isdecimal()):
            return text
        dimension = self._codebook.dimension(item)
        match = _LABELLED.fullmatch(text)
        if match is not None and int(match["value"]) in dimension.scale:
            return match["value"]
        named = [
            level.value
            for level in dimension.levels
            if level.name and level.name.casefold() == text.casefold()
        ]
        return str(named[0]) if len(named) == 1 else text

    def _is_open(self, row: Row, column: str, text: str, item: str) -> bool:
        """Whether a cell holds something that is neither a level nor a declared reason."""
        try:
            value = number(text, decimal_comma=self._sheet.decimal_comma)
        except CellError:
            return True
        if value in self._codebook.dimension(item).scale:
            return False
        if self._sheet.user_missing is not None and value.is_integer():
            return int(value) not in {reason.export_code for reason in self._codebook.reasons}
        return looks_missing(text) or not value.is_integer() or value == 0

    def _choices(self, items: set[str]) -> Choices:
        allowed = [set(self._codebook.reasons_for(item)) for item in items]
        reasons = [r for r in self._codebook.reasons if all(r in some for some in allowed)]
        return ((NOT_RATED, "Not yet rated"), *((r.reason_id, r.label) for r in reasons))

    def _suggested(self, text: str, choices: Mapping[str, str]) -> str | None:
        """Reason whose number in exports the text is."""
        codes = {str(r.export_code): r.reason_id for r in self._codebook.reasons}
        found = codes.get(text)
        return found if found in choices else None

    def _take_answers(self, row: Row, session: SessionId, coder: CoderId) -> None:
        if not coder:
            return
        complete = self._mapping.column_of(Meaning.COMPLETE)
        if complete and row.text(complete).casefold() in _DRAFT:
            self.drafts.add((session, coder))
        for use in self._mapping.columns:
            if use.meaning is not Meaning.ANSWER or not row.text(use.column):
                continue
            try:
                answer = self._answer(use.item, row.text(use.column))
            except CellError as error:
                self._problems.add(str(error), line=row.line, key=use.column, fix=error.fix)
            else:
                self.answers[session, coder][use.item] = answer

    def _answer(self, question_id: str, text: str) -> AnswerValue:
        question = self._codebook.question(question_id)
        match question.answer_type:
            case AnswerType.BOOL:
                if text.casefold() in _YES | _NO:
                    return text.casefold() in _YES
                raise CellError(f"{quoted(text)} is neither yes nor no.", "Write 1 or 0.")
            case AnswerType.NUMBER:
                return number(text, decimal_comma=self._sheet.decimal_comma)
            case AnswerType.TEXT:
                return text
            case AnswerType.CHOICE:
                return self._option(text, question.options)
            case AnswerType.MULTI_CHOICE:
                return tuple(self._option(t.strip(), question.options) for t in text.split(";"))

    def _option(self, text: str, options: Sequence[str]) -> str:
        if text not in options:
            raise CellError(f"{quoted(text)} is none of {', '.join(options)}.")
        return text

    def _check_facts(self, session_column: str) -> None:
        """Note rows of one session that tell different things of it."""
        uses = [use for use in self._mapping.columns if use.meaning in SESSION_FACTS]
        for row in self._sheet.rows:
            text = row.text(session_column)
            match = DOUBLE_ENTRY.fullmatch(text) if self._mapping.double_entry else None
            first = self._session_lines.get(match["session"] if match else text)
            for use in uses:
                if first is not None and row.text(use.column) != first.text(use.column):
                    self._problems.add(
                        f"Line {first.line} tells something else of this session.",
                        line=row.line,
                        key=use.column,
                    )


def _placed(
    row: Row, column: str, session: SessionId, coder: CoderId, item: str, rating: Rating
) -> PlacedRating:
    found = ItemRating(session_id=session, coder_id=coder, item=item, rating=rating)
    return PlacedRating(line=row.line, column=column, rating=found)
