"""Reads the codes of sessions, coders and what they marked, which several tables share."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.codebook.faults import near_match, quoted
from practicecoder.interchange.cells import CellError, code
from practicecoder.interchange.sheet import Problems, Row, Sheet


def check_columns(
    sheet: Sheet, needed: Sequence[str], optional: Sequence[str], problems: Problems
) -> None:
    """Note columns that are not there, and those nobody knows.

    Raises
    ------
    ImportedDataError
        With all of them.
    """
    for column in needed:
        if column not in sheet.columns:
            problems.add_missing_column(column, sheet)
    known = (*needed, *optional)
    for column in sheet.columns:
        if column not in known:
            problems.add(
                f"There is no column {quoted(column)}.",
                line=sheet.heading_line,
                key=column if column.isprintable() else "",
                fix=near_match(column, known) or "Take the column out.",
            )
    problems.stop_if_any()


def ids_of(row: Row, columns: Sequence[str], problems: Problems) -> tuple[str, ...] | None:
    """Codes in some columns; None, with every fault noted, if one cannot be used."""
    found = []
    for column in columns:
        try:
            found.append(code(row.text(column), is_date=column in row.dates))
        except CellError as error:
            problems.add(str(error), line=row.line, key=column, fix=error.fix)
    return tuple(found) if len(found) == len(columns) else None


def check_known(
    given: str, known: Sequence[str] | None, row: Row, what: str, problems: Problems
) -> bool:
    """Whether a code is one of the known ones; if not, that is noted. None knows every code."""
    if known is None or given in known:
        return True
    problems.add(
        f"There is no {what} {quoted(given)}.",
        line=row.line,
        key="code",
        fix=near_match(given, known),
    )
    return False
