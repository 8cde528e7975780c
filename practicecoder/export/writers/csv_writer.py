"""Writes a table as CSV: the same bytes for the same table, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from practicecoder.export.table import Cell, Table

_RISKY = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n")
"""A text that starts so may be run as a formula, or may break a row, in a spreadsheet."""


def csv_bytes(table: Table) -> bytes:
    """Table in UTF-8 without BOM: comma, quotes as in RFC 4180, LF."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[cell_text(cell) for cell in row] for row in table.rows])
    return text.getvalue().encode()


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
    lines = cell.replace("\r\n", "\n").replace("\r", "\n")
    safe = lines.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    return f"'{safe}" if safe.startswith(_RISKY) else safe
