"""Reads a lab's own sheet of ratings; what an odd cell means is asked and never guessed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.lab_sheet_layout import (
    CONSENSUS,
    Layout,
    RatedColumn,
    SheetLayout,
    is_number,
    layout_of,
    looks_missing,
)
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignData,
    ForeignItem,
    ForeignRating,
)
from practicecoder.interchange.sheet import Problems, Row, Sheet, refused
from practicecoder.interchange.sheet_files import read_sheet

REASON_ENDING = "_na"
"""Ending of a column that tells why an item is not applicable, beside the item's own."""

_VARIABLE, _TYPE = "Variable / Field Name", "Field Type"
_LOGIC = "Branching Logic (Show field only if...)"
_LEVEL_TYPES = frozenset({"radio", "dropdown", "slider"})
_CONDITION = re.compile(r"\[(?P<variable>\w+)\]\s*=\s*['\"](?P<value>[^'\"]*)['\"]")
_DRAFT_STATES = frozenset({"0", "1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHints:
    """What a person tells about a sheet.

    ``missing`` gives texts of cells the reason for which the item is not applicable, or an empty
    text: not yet rated. ``items`` are the columns of ratings; None: those that hold levels.
    ``dictionary`` is REDCap's data dictionary: its fields with levels are the ratings, and a cell
    that its branching kept from being shown gets ``hidden_reason``.
    """

    missing: Mapping[str, str] = field(default_factory=dict)
    items: Collection[str] | None = None
    dictionary: Path | None = None
    hidden_reason: str = ""


NO_SHEET_HINTS = SheetHints()


def read_lab_sheet(path: Path, hints: SheetHints = NO_SHEET_HINTS) -> ForeignData:
    """Read ratings of several coders; problems are in the result.

    A blank cell is not yet rated, unless ``X_na`` beside the column ``X`` gives a reason. Anything
    else that is no number has to be explained in ``hints.missing``, and so have numbers that
    people write for missing values, such as -99.

    Raises
    ------
    ImportedDataError
        If the sheet cannot be read, or does not tell sessions or ratings.
    """
    sheet = read_sheet(path)
    fields = _dictionary(hints.dictionary) if hints.dictionary is not None else {}
    with_levels = [name for name, one in fields.items() if one.has_levels]
    layout = layout_of(sheet, hints.items or with_levels or None)
    reader = _Reader(sheet, layout, hints, fields)
    recordings = reader.recordings()
    return ForeignData(
        format=(
            ForeignFormat.REDCAP if layout.kind is SheetLayout.REDCAP else ForeignFormat.SHEET
        ),
        version="" if layout.kind is SheetLayout.REDCAP else layout.kind,
        because=_because(layout),
        recordings=recordings,
        items=tuple(
            ForeignItem(item=item) for item in dict.fromkeys(one.item for one in layout.rated)
        ),
        notices=tuple(reader.notices()),
        problems=reader.problems.told,
    )


def _because(layout: Layout) -> str:
    return {
        SheetLayout.LONG: "It has a row for each session and coder.",
        SheetLayout.WIDE: "The same columns stand there once for each coder.",
        SheetLayout.REDCAP: "Its records are marked --1 and --2, as REDCap's double data entry.",
    }[layout.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """A field of REDCap; ``shown_if`` is the variable and value that make it appear."""

    has_levels: bool
    shown_if: tuple[str, str] | None = None

    def is_hidden(self, row: Row) -> bool:
        return self.shown_if is not None and row.text(self.shown_if[0]) != self.shown_if[1]


class _Reader:
    def __init__(
        self, sheet: Sheet, layout: Layout, hints: SheetHints, fields: Mapping[str, _Field]
    ) -> None:
        self.problems = Problems(sheet.file)
        self._sheet = sheet
        self._layout = layout
        self._hints = hints
        self._fields = fields
        self._unexplained: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._n_blank: Counter[str] = Counter()
        self._n_drafts = 0
        rated = {one.column for one in layout.rated}
        self._not_details = {
            layout.session_column,
            layout.coder_column,
            *rated,
            *(f"{column}{REASON_ENDING}" for column in rated),
        }

    def recordings(self) -> tuple[CodedRecording, ...]:
        found: dict[tuple[str, str | None], CodedRecording] = {}
        lines: dict[tuple[str, str | None], int] = {}
        for row in self._sheet.rows:
            for one in self._codings_of(row):
                key = (one.session, one.coder)
                if key in found:
                    self.problems.add(
                        f"Session {quoted(one.session)} and its coder stand in line {lines[key]} "
                        "as well.",
                        line=row.line,
                        fix="Keep one.",
                    )
                    continue
                found[key], lines[key] = one, row.line
        self._tell_unexplained()
        return tuple(found.values())

    def notices(self) -> Sequence[str]:
        layout = self._layout
        told = []
        if self._hints.items is None and not self._fields:
            names = ", ".join(dict.fromkeys(one.item for one in layout.rated))
            told.append(f"These columns were taken for ratings: {names}.")
        aside = [name for name in self._sheet.columns if name not in self._not_details]
        if aside:
            told.append(f"These are kept as details: {', '.join(aside)}.")
        told += [
            f"{quoted(column)} is blank in {_rows(count)}: not yet rated."
            for column, count in self._n_blank.items()
        ]
        if self._n_drafts:
            told.append(f"Ratings in {_rows(self._n_drafts)} are drafts: REDCap's form is open.")
        if any(one.coder == CONSENSUS for one in layout.rated):
            told.append("Values that coders agreed on are those of the coder consensus.")
        return told

    def _codings_of(self, row: Row) -> list[CodedRecording]:
        layout = self._layout
        text = row.text(layout.session_column)
        if not text or layout.session_column in row.dates:
            what = "The session is missing." if not text else "The session was turned into a date."
            self.problems.add(what, line=row.line, key=layout.session_column)
            return []
        of_row = row.text(layout.coder_column) if layout.coder_column else ""
        session, coder = layout.session_and_coder(text, of_row)
        ratings: dict[str | None, list[ForeignRating]] = defaultdict(list)
        for column in layout.rated:
            whose = column.coder if column.coder is not None else coder
            ratings[whose].append(self._rating(row, column))
        details = self._details(row)
        return [
            CodedRecording(session=session, coder=whose, ratings=tuple(found), attributes=details)
            for whose, found in ratings.items()
            if layout.kind is not SheetLayout.WIDE or any(one.value or one.reason for one in found)
        ]

    def _details(self, row: Row) -> dict[str, str]:
        details = {k: v for k, v in row.cells.items() if v and k not in self._not_details}
        self._n_drafts += any(
            name.endswith("_complete") and value in _DRAFT_STATES
            for name, value in details.items()
        )
        return details

    def _rating(self, row: Row, column: RatedColumn) -> ForeignRating:
        text = row.text(column.column)
        reason = row.text(f"{column.column}{REASON_ENDING}")
        if reason:
            if text:
                what = "The cell has a value, and a reason is given beside it."
                self.problems.add(what, line=row.line, key=column.column)
            return ForeignRating(item=column.item, value=None, reason=reason)
        known = self._fields.get(column.column)
        if not text and known is not None and known.is_hidden(row):
            return ForeignRating(item=column.item, value=None, reason=self._hints.hidden_reason)
        if not text and "" not in self._hints.missing:
            self._n_blank[column.column] += 1
            return ForeignRating(item=column.item, value=None)
        if text in self._hints.missing:
            return ForeignRating(item=column.item, value=None, reason=self._hints.missing[text])
        if not is_number(text) or looks_missing(text):
            self._unexplained[column.column, text].append(row.line)
            return ForeignRating(item=column.item, value=None)
        return ForeignRating(item=column.item, value=text.replace(",", "."))

    def _tell_unexplained(self) -> None:
        for (column, text), lines in self._unexplained.items():
            self.problems.add(
                f"{quoted(text)} stands in {_rows(len(lines))}, and nobody said what it means.",
                line=lines[0],
                key=column,
                fix=f'Say --missing "{text}=REASON" if the item is not applicable, --missing '
                f'"{text}=" if it is not yet rated.',
            )


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"


def _dictionary(path: Path) -> dict[str, _Field]:
    """Fields of REDCap's data dictionary; of branching, only ``[field]='1'`` is read.

    Raises
    ------
    ImportedDataError
        If it is no data dictionary, with every condition that is of another form.
    """
    sheet = read_sheet(path)
    if any(column not in sheet.columns for column in (_VARIABLE, _TYPE, _LOGIC)):
        raise refused(path.name, "This is no data dictionary of REDCap.")
    problems = Problems(path.name)
    found: dict[str, _Field] = {}
    for row in sheet.rows:
        logic = row.text(_LOGIC)
        match = _CONDITION.fullmatch(logic)
        if logic and match is None:
            what = "Only branching of the form [field]='1' is read."
            problems.add(what, line=row.line, key=_LOGIC)
        found[row.text(_VARIABLE)] = _Field(
            has_levels=row.text(_TYPE) in _LEVEL_TYPES,
            shown_if=(match["variable"], match["value"]) if match is not None else None,
        )
    problems.stop_if_any()
    return found
