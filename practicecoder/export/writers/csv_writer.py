"""Writes a table as CSV: the same bytes for the same table, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TextIO

from practicecoder.export.table import Cell, Step, Table

_RISKY = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n")
"""A text that starts so may be run as a formula, or may break a row, in a spreadsheet."""

_SPACES = " \u00a0\u2007\u202f\u3000\ufeff"
"""Spaces that a spreadsheet may set aside before it looks at a text."""

STEP_ROWS = 10_000
"""Rows between two reports of progress."""


def csv_bytes(table: Table) -> bytes:
    """Table in UTF-8 without BOM: comma, quotes as in RFC 4180, LF."""
    text = io.StringIO(newline="")
    _write(table, text, None)
    return text.getvalue().encode()


def write_csv(
    table: Table, path: Path, *, step: Step | None = None, byte_order_mark: bool = False
) -> None:
    """Write the same row by row, so that a long table needs no room.

    With ``byte_order_mark`` Excel takes the file for UTF-8; other programs may read the mark as
    part of the first name.
    """
    encoding = "utf-8-sig" if byte_order_mark else "utf-8"
    with path.open("w", encoding=encoding, newline="") as file:
        _write(table, file, step)


def _write(table: Table, file: TextIO, step: Step | None) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    for number, row in enumerate(table.rows):
        if step is not None and number % STEP_ROWS == 0:
            step(number)
        writer.writerow([cell_text(cell) for cell in row])


def cell_text(cell: Cell) -> str:
    """Cell as it stands in CSV.

    A number is the shortest decimal that reads back to the same value. A text that a spreadsheet
    could take for a formula gets an apostrophe; line ends become LF, and NUL becomes U+FFFD.

    Examples
    --------
    >>> cell_text(3.0), cell_text(8 / 3), cell_text(-8), cell_text(None)
    ('3', '2.6666666666666665', '-8', '')
    >>> cell_text("=1+1"), cell_text("plain")
    ("'=1+1", 'plain')
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, int):
        return str(cell)
    safe = plain_text(cell)
    return f"'{safe}" if is_risky(safe) else safe


def plain_text(text: str) -> str:
    """Text with LF as line end, without NUL and without halves of letters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, also behind spaces.

    Examples
    --------
    >>> is_risky("=1+1"), is_risky("  @SUM(A1)"), is_risky("1 = 1")
    (True, True, False)
    """
    return text.lstrip(_SPACES).startswith(_RISKY)
