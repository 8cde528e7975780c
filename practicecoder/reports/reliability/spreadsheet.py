"""The table of agreement as CSV: as it is printed, the reasons of each row beside it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from practicecoder.reports.document import write_whole
from practicecoder.reports.reliability.agreement_tables import agreement_table
from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.numbers import MINUS
from practicecoder.reports.reliability.tables import ReportTable, RowKind

_LETTER = re.compile(r"\(([a-z]{1,2})\)$")


def write_agreement_csv(data: ReliabilityReportData, target: Path) -> None:
    """Write the table; numbers are rounded as on paper, minus signs are those of programs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows(csv_rows(agreement_table(data)))
    write_whole(text.getvalue().encode("utf-8-sig"), target)


def csv_rows(table: ReportTable) -> list[list[str]]:
    """Heading and a row for each item and mean of coders; headings between rows are left out."""
    reasons = {note[1 : note.index(")")]: note for note in table.notes if note.startswith("(")}
    rows = [[*table.columns, "Note"]]
    item = ""
    for row in table.rows:
        if row.kind is RowKind.HEADING:
            continue
        first = row.cells[0]
        if row.kind is RowKind.ITEM:
            item = first
        else:
            first = f"{item}, {first}"
        letters = dict.fromkeys(
            found[1] for cell in row.cells[1:] if (found := _LETTER.search(cell)) is not None
        )
        told = " ".join(reasons[letter] for letter in letters)
        rows.append([first, *(cell.replace(MINUS, "-") for cell in row.cells[1:]), told])
    return rows
