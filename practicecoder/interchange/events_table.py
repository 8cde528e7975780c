"""Reads timed marks: one row per mark of a coder in a session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from practicecoder.interchange.cells import CellError, whole_number
from practicecoder.interchange.mark_ids import check_columns, check_known, ids_of
from practicecoder.interchange.sheet import Problems, Row, Sheet, refused
from practicecoder.interchange.sheet_files import read_sheet
from practicecoder.scoring.reliability.event_alignment import EventStream, TimedMark

NEEDED = ("session_id", "coder_id", "start_ms", "code")
OPTIONAL = ("end_ms",)
LAST_MS = 7 * 24 * 3_600_000
"""No recording is longer than a week."""
MOST_MARKS = 4_000
"""Of one coder in one session; what is held while two are aligned grows with its square."""

_Key = tuple[str, str]


def read_events(path: Path, codes: Sequence[str] | None = None) -> tuple[EventStream, ...]:
    """Read an events table (.csv, .xlsx, .sav, .parquet).

    A row with session and coder alone says that this coder went through the session and marked
    nothing.

    Parameters
    ----------
    path
        The file. A mark with a blank ``end_ms``, or where it is the start, is a moment.
    codes
        Codes that may be given; None takes what is there.

    Raises
    ------
    ImportedDataError
        With every problem at once.
    """
    sheet = read_sheet(path)
    problems = Problems(sheet.file)
    check_columns(sheet, NEEDED, OPTIONAL, problems)
    streams: dict[_Key, dict[TimedMark, int]] = {}
    nothing: dict[_Key, int] = {}
    for row in sheet.rows:
        ids = ids_of(row, ("session_id", "coder_id"), problems)
        if not any(row.text(column) for column in ("start_ms", "end_ms", "code")):
            if ids is not None:
                streams.setdefault((ids[0], ids[1]), {})
                nothing.setdefault((ids[0], ids[1]), row.line)
            continue
        mark = _mark(row, sheet, codes, problems)
        if ids is None or mark is None:
            continue
        first = streams.setdefault((ids[0], ids[1]), {}).setdefault(mark, row.line)
        if first != row.line:
            what = f"The very same mark stands in line {first} as well."
            problems.add(what, line=row.line, key="start_ms", fix="Keep one.")
    for key, line in nothing.items():
        if streams[key]:
            what = "The row says that this coder marked nothing, and other rows hold marks."
            problems.add(what, line=line, fix="Take it out.")
    problems.stop_if_any()
    _check_size(streams, sheet.file)
    return tuple(
        EventStream(session_id=session, coder_id=coder, marks=tuple(marks))
        for (session, coder), marks in sorted(streams.items())
    )


def _mark(
    row: Row, sheet: Sheet, codes: Sequence[str] | None, problems: Problems
) -> TimedMark | None:
    given = ids_of(row, ("code",), problems)
    start = _time(row, "start_ms", sheet, problems)
    has_end = bool(row.text("end_ms"))
    end = _time(row, "end_ms", sheet, problems) if has_end else None
    known = given is not None and check_known(given[0], codes, row, "code", problems)
    if given is None or not known or start is None or (has_end and end is None):
        return None
    if end is not None and end < start:
        problems.add("The end is before the start.", line=row.line, key="end_ms")
        return None
    return TimedMark(at_ms=start, code=given[0], end_ms=end)


def _time(row: Row, column: str, sheet: Sheet, problems: Problems) -> int | None:
    text = row.text(column)
    if not text:
        problems.add("The time is missing.", line=row.line, key=column)
        return None
    try:
        found = whole_number(text, decimal_comma=sheet.decimal_comma)
    except CellError as error:
        fix = error.fix or "Times are whole milliseconds."
        problems.add(str(error), line=row.line, key=column, fix=fix)
        return None
    if not 0 <= found <= LAST_MS:
        fix = "Times are milliseconds from the beginning of the recording."
        problems.add("The time is not within a recording.", line=row.line, key=column, fix=fix)
        return None
    return found


def _check_size(streams: dict[_Key, dict[TimedMark, int]], file: str) -> None:
    if not streams:
        raise refused(file, "The table has no rows.")
    for (session, coder), marks in streams.items():
        if len(marks) > MOST_MARKS:
            raise refused(
                file,
                f"Coder {coder} has {len(marks)} marks in session {session}; {MOST_MARKS} are the "
                "most that are compared.",
            )
