"""Reads units that each coder gave one nominal code: one row per unit and coder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from practicecoder.interchange.mark_ids import check_columns, check_known, ids_of
from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.sheet_files import read_sheet
from practicecoder.scoring.reliability.nominal import UnitCode

NEEDED = ("unit_id", "coder_id", "code")
OPTIONAL = ("session_id",)
MOST_CODERS, MOST_CODES = 60, 200
MOST_CELLS = 60_000_000
"""Units times codes squared: what is held at once while two coders are compared."""


def read_codes(path: Path, codes: Sequence[str] | None = None) -> tuple[UnitCode, ...]:
    """Read a codes table (.csv, .xlsx, .sav, .parquet).

    Parameters
    ----------
    path
        The file. A column ``session_id`` is used for intervals where every row has one.
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
    has_sessions = "session_id" in sheet.columns
    columns = (*NEEDED, "session_id") if has_sessions else NEEDED
    lines: dict[tuple[str, str], int] = {}
    sessions: dict[str, tuple[str, int]] = {}
    found: list[UnitCode] = []
    for row in sheet.rows:
        ids = ids_of(row, columns, problems)
        if ids is None:
            continue
        unit, coder, given = ids[:3]
        session = ids[3] if has_sessions else ""
        first = lines.setdefault((unit, coder), row.line)
        before, at = sessions.setdefault(unit, (session, row.line))
        if first != row.line:
            what = f"The code of this unit and coder stands in line {first} as well."
            problems.add(what, line=row.line, key="unit_id", fix="Keep one.")
        if before != session:
            what = f"The unit is of another session than in line {at}."
            problems.add(what, line=row.line, key="session_id")
        if check_known(given, codes, row, "code", problems):
            found.append(UnitCode(unit_id=unit, coder_id=coder, code=given, session_id=session))
    problems.stop_if_any()
    _check_size(found, sheet.file)
    return tuple(found)


def _check_size(found: Sequence[UnitCode], file: str) -> None:
    if not found:
        raise refused(file, "The table has no rows.")
    n_codes = len({row.code for row in found})
    n_coders = len({row.coder_id for row in found})
    n_units = len({row.unit_id for row in found})
    if n_codes > MOST_CODES:
        raise refused(file, f"The table has {n_codes} codes; {MOST_CODES} are the most.")
    if n_coders > MOST_CODERS:
        raise refused(file, f"The table has {n_coders} coders; {MOST_CODERS} are the most.")
    if n_units * n_codes**2 > MOST_CELLS:
        raise refused(
            file,
            f"{n_units} units with {n_codes} codes are too many to be compared at once.",
            fix="Compare fewer units, or merge rare codes.",
        )
