"""Reads the lead's sheet of sessions: who, where, when, which recording, which coders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from practicecoder.codebook.faults import near_match, quoted
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.sessions import Phase, Purpose, days_since
from practicecoder.interchange.cells import CellError, code, date, whole_number
from practicecoder.interchange.sheet import MISSPELT, Problems, Row, Sheet
from practicecoder.interchange.sheet_files import read_sheet

_T = TypeVar("_T")

COLUMNS = (
    "session_id",
    "worker_id",
    "office_id",
    "phase",
    "days_since_implementation",
    "session_date",
    "implementation_date",
    "go_live_date",
    "session_type",
    "worker_role",
    "purpose",
    "audio",
    "audio_until",
    "coder_id",
)
"""Columns that are read; ``go_live_date`` is another name for ``implementation_date``."""

LONGEST_WORD = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One session of a sheet.

    ``worker_id``, ``office_id`` and ``worker_role`` are empty where not stated. ``audio`` is an
    existing file beside or below the sheet; None for a session without a recording.
    ``audio_until`` is the last day on which the sound may be kept.
    """

    line: int
    session_id: SessionId
    worker_id: str = ""
    office_id: str = ""
    phase: Phase | None = None
    days_since_implementation: int | None = None
    session_date: dt.date | None = None
    implementation_date: dt.date | None = None
    session_type: str = "visit"
    worker_role: str = ""
    purpose: Purpose = Purpose.RESEARCH
    audio: Path | None = None
    audio_until: dt.date | None = None
    coder_ids: tuple[CoderId, ...] = ()


def read_session_sheet(path: Path) -> tuple[SheetRow, ...]:
    """Read the sessions of a sheet (.csv, .xlsx, .sav, .parquet); only ``session_id`` is needed.

    Columns that are not in ``COLUMNS`` are left alone, unless one looks like a misspelt name.

    Raises
    ------
    ImportedDataError
        With every problem at once.
    """
    sheet = read_sheet(path)
    problems = Problems(sheet.file)
    if "session_id" not in sheet.columns:
        problems.add_missing_column("session_id", sheet)
    for column in sheet.columns:
        if column not in COLUMNS and (fix := near_match(column, COLUMNS, likeness=MISSPELT)):
            problems.add(
                f"There is no column {quoted(column)}.",
                line=sheet.heading_line,
                fix=f"{fix} Else give it another name.",
            )
    problems.stop_if_any()
    rows = session_rows(sheet, path.parent, problems)
    problems.stop_if_any()
    return rows


def session_rows(sheet: Sheet, folder: Path, problems: Problems) -> tuple[SheetRow, ...]:
    """Sessions of a sheet whose columns have the names in ``COLUMNS``; faults are noted.

    Recordings are looked for in ``folder`` and below it. A row with a fault is there as far as it
    could be read.
    """
    if not sheet.rows:
        problems.add("The sheet has no sessions.")
    reader = _SheetReader(sheet, folder, problems)
    rows = tuple(reader.read(row) for row in sheet.rows)
    _check_repeats(rows, problems)
    rows = _with_office_dates(rows, problems)
    _check_days(rows, problems)
    return rows


class _SheetReader:
    def __init__(self, sheet: Sheet, folder: Path, problems: Problems) -> None:
        self._sheet = sheet
        self._folder = folder
        self._problems = problems

    def read(self, row: Row) -> SheetRow:
        """Session of a row; what cannot be read is noted and left at its default."""
        return SheetRow(
            line=row.line,
            session_id=SessionId(self._code(row, "session_id", needed=True)),
            worker_id=self._code(row, "worker_id"),
            office_id=self._code(row, "office_id"),
            phase=self._cell(row, "phase", _phase, default=None),
            days_since_implementation=self._cell(
                row, "days_since_implementation", self._days, default=None
            ),
            session_date=self._cell(row, "session_date", date, default=None),
            implementation_date=self._implementation_date(row),
            session_type=self._cell(row, "session_type", _word, default="visit"),
            worker_role=self._cell(row, "worker_role", _word, default=""),
            purpose=self._cell(row, "purpose", _purpose, default=Purpose.RESEARCH),
            audio=self._cell(row, "audio", self._audio, default=None),
            audio_until=self._cell(row, "audio_until", date, default=None),
            coder_ids=self._cell(row, "coder_id", _coders, default=()),
        )

    def _cell(
        self,
        row: Row,
        column: str,
        read: Callable[[str], _T],
        *,
        default: _T,
        needed: bool = False,
    ) -> _T:
        text = row.text(column)
        if not text and not needed:
            return default
        try:
            labels = self._sheet.labels.get(column, {})
            return read(labels.get(text, text) if column == "phase" else text)
        except CellError as error:
            self._problems.add(str(error), line=row.line, key=column, fix=error.fix)
            return default

    def _code(self, row: Row, column: str, *, needed: bool = False) -> str:
        is_date = column in row.dates
        return self._cell(
            row, column, lambda text: code(text, is_date=is_date), default="", needed=needed
        )

    def _days(self, text: str) -> int:
        days = whole_number(text, decimal_comma=self._sheet.decimal_comma)
        if abs(days) > 36_500:
            raise CellError(f"{days} days are more than a hundred years.")
        return days

    def _implementation_date(self, row: Row) -> dt.date | None:
        dates = {
            column: self._cell(row, column, date, default=None)
            for column in ("implementation_date", "go_live_date")
        }
        found = {day for day in dates.values() if day is not None}
        if len(found) > 1:
            self._problems.add(
                "implementation_date and go_live_date name different days.",
                line=row.line,
                key="go_live_date",
            )
        return next(iter(sorted(found)), None)

    def _audio(self, text: str) -> Path:
        """File of a recording, which must lie in the folder of the sheet or below it."""
        relative = Path(text.replace("\\", "/"))
        if relative.is_absolute() or ":" in relative.parts[0] or ".." in relative.parts:
            raise CellError(
                "The recording must be named relative to the sheet and lie below its folder."
            )
        folder = self._folder.resolve()
        try:
            path = (folder / relative).resolve()
            is_file = path.is_file()
        except (OSError, ValueError) as error:
            raise CellError("The name of the recording cannot be used.") from error
        if not path.is_relative_to(folder):
            raise CellError("The recording is a link that leads out of the folder of the sheet.")
        if not is_file:
            raise CellError("There is no such recording beside or below the sheet.")
        return path


def _phase(text: str) -> Phase:
    known = [phase.value for phase in Phase]
    if text.casefold() not in known:
        raise CellError(
            f"{quoted(text)} is no phase.",
            near_match(text.casefold(), known) or f"A phase is {', '.join(known)}.",
        )
    return Phase(text.casefold())


def _purpose(text: str) -> Purpose:
    known = [purpose.value for purpose in Purpose]
    if text.casefold() not in known:
        raise CellError(
            f"{quoted(text)} is no purpose.",
            near_match(text.casefold(), known) or f"A purpose is {', '.join(known)}.",
        )
    return Purpose(text.casefold())


def _word(text: str) -> str:
    if len(text) > LONGEST_WORD or not text.isprintable():
        raise CellError(f"The text is longer than {LONGEST_WORD} characters or not printable.")
    return text


def _coders(text: str) -> tuple[CoderId, ...]:
    coders = [CoderId(code(part.strip())) for part in text.split(";") if part.strip()]
    if len(set(coders)) < len(coders):
        raise CellError("A coder is named twice.")
    return tuple(coders)


def _check_repeats(rows: tuple[SheetRow, ...], problems: Problems) -> None:
    sessions: dict[str, int] = {}
    recordings: dict[Path, int] = {}
    for row in rows:
        if row.session_id and sessions.setdefault(row.session_id, row.line) != row.line:
            problems.add(
                f"The session stands in line {sessions[row.session_id]} as well.",
                line=row.line,
                key="session_id",
            )
        if row.audio and recordings.setdefault(row.audio, row.line) != row.line:
            problems.add(
                f"The recording stands in line {recordings[row.audio]} as well.",
                line=row.line,
                key="audio",
            )


def _with_office_dates(rows: tuple[SheetRow, ...], problems: Problems) -> tuple[SheetRow, ...]:
    """Rows with the implementation date of their office, also where only another row states it."""
    first: dict[str, SheetRow] = {}
    for row in rows:
        if not row.office_id or row.implementation_date is None:
            continue
        known = first.setdefault(row.office_id, row)
        if known.implementation_date != row.implementation_date:
            problems.add(
                f"Line {known.line} gives this office another implementation date.",
                line=row.line,
                key="implementation_date",
            )
    return tuple(
        replace(row, implementation_date=first[row.office_id].implementation_date)
        if row.implementation_date is None and row.office_id in first
        else row
        for row in rows
    )


def _check_days(rows: tuple[SheetRow, ...], problems: Problems) -> None:
    for row in rows:
        computed = days_since(row.session_date, row.implementation_date)
        stated = row.days_since_implementation
        if computed is not None and stated is not None and computed != stated:
            problems.add(
                f"The row says {stated} days; its dates are {computed} days apart.",
                line=row.line,
                key="days_since_implementation",
            )
