"""Paragraph and tables for Word: real tables with the three rules of APA, a note below each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.reports.document import write_whole
from practicecoder.reports.reliability.agreement_tables import (
    agreement_table,
    applicability_table,
)
from practicecoder.reports.reliability.apa_tables import (
    add_table,
    new_document,
)
from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.event_tables import event_tables
from practicecoder.reports.reliability.method import (
    MADE_UP,
    methods_paragraph,
    methods_text,
    references,
    to_be_added,
)
from practicecoder.reports.word_parts import add_runs, fixed_bytes
from practicecoder.reports.works import work_runs

if TYPE_CHECKING:
    from docx.document import Document


def write_tables_docx(data: ReliabilityReportData, target: Path) -> None:
    """Write methods paragraph, tables and references; same input, same bytes."""
    document = _new(data, wide=True)
    _paragraphs(document, data)
    tables = [applicability_table(data), agreement_table(data), *event_tables(data)]
    shown = [table for table in tables if table is not None and table.rows]
    if data.table.design.n_multiple_coded:
        for number, table in enumerate(shown, start=1):
            add_table(document, table, number)
    document.add_heading("References", level=1)
    for work in references(data):
        add_runs(document.add_paragraph(), work_runs(work))
    write_whole(fixed_bytes(document, data.made_on), target)


def write_methods(data: ReliabilityReportData, target: Path) -> None:
    """Write the paragraph alone, as text or, by the file's suffix, for Word."""
    if target.suffix.casefold() != ".docx":
        write_whole(methods_text(data).encode(), target)
        return
    document = _new(data, wide=False)
    _paragraphs(document, data)
    write_whole(fixed_bytes(document, data.made_on), target)


def _new(data: ReliabilityReportData, *, wide: bool) -> Document:
    return new_document(
        f"Reliability report {data.table.codebook.codebook_id}",
        author=data.study,
        program=data.program,
        made_on=data.made_on,
        wide=wide,
    )


def _paragraphs(document: Document, data: ReliabilityReportData) -> None:
    if data.made_up:
        document.add_paragraph().add_run(MADE_UP).bold = True
    document.add_heading("Reliability", level=1)
    document.add_paragraph(methods_paragraph(data))
    document.add_paragraph(f"To be added: {'; '.join(to_be_added(data))}.")
