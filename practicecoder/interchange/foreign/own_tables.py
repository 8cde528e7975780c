"""Reads and writes our own tables of marks, ratings and talk in the neutral form."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from practicecoder.errors import ImportedDataError, Problem
from practicecoder.interchange.cells import CellError, code, whole_number
from practicecoder.interchange.events_table import read_events
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.losses import Losses, Written
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignData,
    ForeignEvent,
    ForeignRating,
)
from practicecoder.interchange.mark_ids import check_columns, ids_of
from practicecoder.interchange.sheet import Problems, Row
from practicecoder.interchange.sheet_files import read_sheet

EVENT_COLUMNS = ("session_id", "coder_id", "start_ms", "end_ms", "code")
RATING_COLUMNS = ("session_id", "coder_id", "item", "value", "na_reason")
TALK_COLUMNS = ("session_id", "start_ms", "end_ms", "speaker_role", "text")
_FORMULA_MARKS = "=+-@\t\r＝＋－＠"


def read_event_table(path: Path) -> ForeignData:
    """Read a table of marks.

    Raises
    ------
    ImportedDataError
        With every problem.
    """
    recordings = [
        CodedRecording(
            session=stream.session_id,
            coder=stream.coder_id,
            events=tuple(
                ForeignEvent(start_ms=mark.at_ms, end_ms=mark.end_ms, code=mark.code)
                for mark in stream.marks
            ),
        )
        for stream in read_events(path)
    ]
    return ForeignData(
        format=ForeignFormat.EVENTS,
        because="It has the columns of a table of marks.",
        recordings=tuple(recordings),
        resolution_ms=1,
    )


def read_rating_table(path: Path) -> ForeignData:
    """Read a long table of ratings; values stay text, as no codebook says what they mean.

    Raises
    ------
    ImportedDataError
        With every problem.
    """
    sheet = read_sheet(path)
    problems = Problems(sheet.file)
    check_columns(sheet, RATING_COLUMNS[:4], (*RATING_COLUMNS[4:], "unsure", "early"), problems)
    found: dict[tuple[str, str], dict[str, ForeignRating]] = {}
    for row in sheet.rows:
        ids = ids_of(row, RATING_COLUMNS[:3], problems)
        if ids is None:
            continue
        session, coder, item = ids
        ratings = found.setdefault((session, coder), {})
        if item in ratings:
            problems.add("This item was rated above.", line=row.line, key="item", fix="Keep one.")
        ratings[item] = ForeignRating(
            item=item, value=row.text("value") or None, reason=row.text("na_reason")
        )
    problems.stop_if_any()
    return ForeignData(
        format=ForeignFormat.RATINGS,
        because="It has the columns of a long table of ratings.",
        recordings=tuple(
            CodedRecording(session=session, coder=coder, ratings=tuple(ratings.values()))
            for (session, coder), ratings in found.items()
        ),
    )


def read_talk_table(path: Path) -> ForeignData:
    """Read a table of talk.

    Raises
    ------
    ImportedDataError
        With every problem.
    """
    sheet = read_sheet(path)
    problems = Problems(sheet.file)
    check_columns(sheet, TALK_COLUMNS, (), problems)
    found: dict[str, list[ForeignEvent]] = {}
    for row in sheet.rows:
        ids = ids_of(row, TALK_COLUMNS[:1], problems)
        start_ms, end_ms = _time(row, "start_ms", problems), _time(row, "end_ms", problems)
        if start_ms is None:
            problems.add("The line has no time.", line=row.line, key="start_ms")
        elif end_ms is not None and end_ms < start_ms:
            problems.add("The end is before the start.", line=row.line, key="end_ms")
        elif ids is not None:
            line = ForeignEvent(
                start_ms=start_ms,
                end_ms=end_ms,
                code=row.text("text"),
                speaker=row.text("speaker_role"),
            )
            found.setdefault(ids[0], []).append(line)
    problems.stop_if_any()
    return ForeignData(
        format=ForeignFormat.TRANSCRIPT,
        because="It has the columns of a table of talk.",
        recordings=tuple(
            CodedRecording(session=session, events=tuple(lines))
            for session, lines in found.items()
        ),
        resolution_ms=1,
    )


def write_event_table(data: ForeignData) -> Written:
    """Write the marks; a coder who marked nothing has a row of their own.

    Raises
    ------
    ImportedDataError
        With every session, coder and code that a table of marks may not hold.
    """
    losses = Losses(data)
    losses.ratings()
    losses.links()
    losses.session_notes()
    losses.timed_notes()
    losses.speakers()
    losses.notes_of_marks()
    losses.uncoded()
    losses.attributes()
    losses.media()
    ids = _Ids()
    rows: list[list[str]] = []
    for one in data.recordings:
        session, coder = ids.session(one), ids.coder(one)
        coded = [event for event in one.events if event.code]
        rows += [
            [session, coder, str(event.start_ms), _text(event.end_ms), ids.checked(event.code)]
            for event in coded
        ] or [[session, coder, "", "", ""]]
    ids.stop_if_any()
    return losses.written(_csv(EVENT_COLUMNS, rows))


def write_rating_table(data: ForeignData) -> Written:
    """Write the ratings; what has neither value nor reason is not yet rated.

    Raises
    ------
    ImportedDataError
        With every session, coder and item that a table of ratings may not hold.
    """
    losses = Losses(data)
    losses.links()
    losses.session_notes()
    losses.timed_notes()
    losses.attributes()
    losses.media()
    losses.add(
        sum(len(one.events) for one in data.recordings),
        "1 mark is not written.",
        "{} marks are not written.",
    )
    ids = _Ids()
    rows = [
        [
            ids.session(one),
            ids.coder(one),
            ids.checked(rating.item),
            ids.value(rating.value or ""),
            ids.value(rating.reason),
        ]
        for one in data.recordings
        for rating in one.ratings
    ]
    ids.stop_if_any()
    return losses.written(_csv(RATING_COLUMNS, rows))


def write_talk_table(data: ForeignData) -> Written:
    """Write lines of talk; one that a spreadsheet takes for a formula gets an apostrophe.

    Raises
    ------
    ImportedDataError
        With every session that the table may not hold.
    """
    losses = Losses(data)
    losses.media()
    losses.coders()
    events = [event for one in data.recordings for event in one.events]
    losses.add(
        sum(_guarded(word) != word for event in events for word in (event.code, event.speaker)),
        "1 text begins like a formula and gets an apostrophe.",
        "{} texts begin like formulas and get an apostrophe.",
    )
    ids = _Ids()
    rows = [
        [
            ids.session(one),
            str(event.start_ms),
            _text(event.end_ms),
            _guarded(event.speaker),
            _guarded(event.code),
        ]
        for one in data.recordings
        for event in one.events
    ]
    ids.stop_if_any()
    return losses.written(_csv(TALK_COLUMNS, rows))


TABLE_READERS: dict[ForeignFormat, Callable[[Path], ForeignData]] = {
    ForeignFormat.EVENTS: read_event_table,
    ForeignFormat.RATINGS: read_rating_table,
    ForeignFormat.TRANSCRIPT: read_talk_table,
}


class _Ids:
    """Checks what stands for people, sessions and codes, and gathers what may not stand there."""

    def __init__(self) -> None:
        self._problems: dict[str, Problem] = {}

    def session(self, one: CodedRecording) -> str:
        return self.checked(one.session)

    def coder(self, one: CodedRecording) -> str:
        if one.coder is None:
            self._add("The file does not say who coded.", "Name the coder with --coder.")
        return "" if one.coder is None else self.checked(one.coder)

    def checked(self, text: str) -> str:
        try:
            return code(text)
        except CellError as error:
            self._add(f"{text[:60]!a} cannot stand in the table. {error}", error.fix)
            return ""

    def value(self, text: str) -> str:
        """Check a value, which may be a negative number but no formula."""
        is_number = text.lstrip("-").replace(".", "", 1).isdecimal()
        return text if not text or is_number else self.checked(text)

    def stop_if_any(self) -> None:
        if self._problems:
            raise ImportedDataError(list(self._problems.values()))

    def _add(self, what: str, fix: str) -> None:
        self._problems.setdefault(what, Problem(what=what, fix=fix))


def _time(row: Row, column: str, problems: Problems) -> int | None:
    text = row.text(column)
    if not text:
        return None
    try:
        found = whole_number(text)
    except CellError as error:
        problems.add(str(error), line=row.line, key=column, fix=error.fix)
        return None
    if found < 0:
        problems.add("The time is before the beginning.", line=row.line, key=column)
        return None
    return found


def _text(value: int | None) -> str:
    return "" if value is None else str(value)


def _guarded(text: str) -> str:
    return f"'{text}" if text[:1] and text[0] in _FORMULA_MARKS else text


def _csv(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return text.getvalue()
