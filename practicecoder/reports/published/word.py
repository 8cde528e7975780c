"""The published set for Word: paragraph, APA tables, figures with alt text, references."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from practicecoder.reports.published.data import PublishedData, PublishedFigure
from practicecoder.reports.published.method import MADE_UP, REFERENCES, methods_paragraph
from practicecoder.reports.published.tables import EVALUATION, all_tables
from practicecoder.reports.reliability.apa_tables import (
    add_table,
    new_document,
)
from practicecoder.reports.word_parts import add_runs, fixed_bytes
from practicecoder.reports.works import work_runs

if TYPE_CHECKING:
    from docx.document import Document

_FIGURE_CM = 16.0


def published_document(data: PublishedData, pictures: Mapping[str, bytes]) -> bytes:
    """The file; same data, same bytes. ``pictures`` are the figures as PNG, by their names."""
    document = new_document(
        "Published set",
        author=data.study,
        program=data.program,
        made_on=data.made_on,
        wide=True,
    )
    if data.made_up:
        document.add_paragraph().add_run(MADE_UP).bold = True
    document.add_heading("Method and results", level=1)
    document.add_paragraph(methods_paragraph(data))
    if data.cautions:
        document.add_heading("To be borne in mind", level=1)
        for warning in data.cautions:
            document.add_paragraph(warning.sentence, style="List Bullet")
    for number, table in enumerate(all_tables(data), start=1):
        add_table(document, table.table, number)
    for number, figure in enumerate(data.figures, start=1):
        _add_figure(document, figure, number, pictures[figure.name])
    document.add_heading("References", level=1)
    for work in REFERENCES:
        add_runs(document.add_paragraph(), work_runs(work))
    return fixed_bytes(document, data.made_on)


def _add_figure(document: Document, figure: PublishedFigure, number: int, picture: bytes) -> None:
    """Number and title above the picture, the alt text inside it and below as a note."""
    from docx.shared import Cm, Pt

    head = document.add_paragraph()
    head.paragraph_format.keep_with_next = True
    head.paragraph_format.space_after = Pt(0)
    head.add_run(f"Figure {number}").bold = True
    title = document.add_paragraph()
    title.paragraph_format.keep_with_next = True
    title.add_run(figure.chart.title).italic = True
    shape = document.add_picture(io.BytesIO(picture), width=Cm(_FIGURE_CM))
    shape._inline.docPr.set("descr", figure.chart.alt_text)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    note = document.add_paragraph()
    note.add_run("Note. ").italic = True
    told = figure.chart.alt_text
    if figure.counterpart:
        told = f"{told} Corresponds to {figure.counterpart} of {EVALUATION}."
    note.add_run(told)
    for run in note.runs:
        run.font.size = Pt(9)
