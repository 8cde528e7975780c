"""The team report for Word: the same words and numbers, tables in place of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.reports.data import ReportStatus
from practicecoder.reports.document import write_whole
from practicecoder.reports.reliability.tables import ReportTable
from practicecoder.reports.sentences import Say, say
from practicecoder.reports.team.data import TeamReportData
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.team.tables import (
    course_table,
    evidence_table,
    frequency_table,
    group_table,
    mean_table,
    month_table,
)
from practicecoder.reports.team.words import (
    all_of,
    care,
    counts_line,
    favourable,
    footer,
    further_means,
    goals_in_words,
    heading_words,
    headline,
    how_sure,
    method,
    months_in_words,
    notices,
    purpose,
)
from practicecoder.reports.text import clean, shortened
from practicecoder.reports.word_parts import fixed_bytes, speak_british
from practicecoder.reports.words import day_in_words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FONT = "Open Sans"
_SMALL, _BODY = 9, 10.5
_QUOTE_WORDS = 25


def write_team_document(data: TeamReportData, target: Path) -> None:
    """Write the document beside the target and put it there whole; same input, same bytes."""
    write_whole(team_document(data), target)


def team_document(data: TeamReportData) -> bytes:
    """The report as a .docx: headings, paragraphs, tables with header rows."""
    document = _new(data)
    _summary(document, data)
    if not data.is_senior:
        caption = tell(TeamSay.COURSES_TABLE_CAPTION, visits=data.noun.many)
        _add_table(document, course_table(data), caption)
    _builds(document, data)
    _over_time(document, data)
    return fixed_bytes(document, data.made_on)


def _summary(document: Document, data: TeamReportData) -> None:
    _heading(document, tell(TeamSay.TITLE), 1)
    if data.made_up:
        _strong(document, say(Say.MADE_UP, visit=data.noun.one))
    notes = notices(data)
    if data.status is ReportStatus.DRAFT:
        notes.insert(0, tell(TeamSay.DRAFT_NOTICE))
    if notes:
        _strong(document, all_of(notes))
    _paragraph(document, all_of([counts_line(data), purpose(data)]))
    _strong(document, headline(data))
    for sentence in further_means(data):
        _paragraph(document, sentence)
    _add_table(document, mean_table(data), favourable(data))
    if data.groups:
        caption = tell(TeamSay.GROUPS_CAPTION, visits=data.noun.many)
        _add_table(document, group_table(data), caption)
    if data.not_told:
        _paragraph(document, all_of([f"{tell(TeamSay.NOT_TOLD)}:", *data.not_told]))


def _builds(document: Document, data: TeamReportData) -> None:
    if data.evidence:
        _add_table(document, evidence_table(data), tell(TeamSay.EVIDENCE_CAPTION))
    else:
        _heading(document, tell(TeamSay.BUILDS), 2)
        _paragraph(document, tell(TeamSay.NO_EVIDENCE))
    if not data.is_senior:
        _heading(document, tell(TeamSay.QUOTES), 2)
        for quote in data.quotes:
            _paragraph(document, f"“{shortened(quote, _QUOTE_WORDS)}”")
        which = TeamSay.QUOTES_CAPTION if data.quotes else TeamSay.NO_QUOTES
        _paragraph(document, tell(which))
    _heading(document, tell(TeamSay.GOALS), 2)
    _paragraph(document, goals_in_words(data))
    often = frequency_table(data)
    if often is None or data.frequency is None:
        _heading(document, heading_words(TeamSay.FREQUENCY, data.noun), 2)
        _paragraph(document, tell(TeamSay.FREQUENCY_HIDDEN))
        return
    until = day_in_words(data.frequency.until)
    caption = tell(TeamSay.FREQUENCY_CAPTION, visits=data.noun.many, until=until)
    _add_table(document, often, caption)


def _over_time(document: Document, data: TeamReportData) -> None:
    months = month_table(data)
    if months.rows:
        _add_table(document, months, months_in_words(data))
    for which, words in (
        (TeamSay.CARE, care(data)),
        (TeamSay.SURE, how_sure(data)),
        (TeamSay.METHOD, method(data)),
    ):
        _heading(document, tell(which), 2)
        _paragraph(document, words)


# -- parts of the document -----------------------------------------------------------------


def _new(data: TeamReportData) -> Document:
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(2.0)
    for style, size in (("Normal", _BODY), ("Heading 1", 18), ("Heading 2", 13)):
        look = document.styles[style]
        look.font.name = _FONT
        look.font.size = Pt(size)
        if style != "Normal":
            look.font.color.rgb = RGBColor(0x12, 0x43, 0x6D)
        fonts = look.element.get_or_add_rPr().get_or_add_rFonts()
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(name), None)
        fonts.set(qn("w:hAnsi"), _FONT)
    lines = list(footer(data))
    if data.status is ReportStatus.DRAFT:
        section.header.paragraphs[0].text = say(Say.DRAFT)
    section.footer.paragraphs[0].text = clean(all_of([f"{lines[0]}.", lines[1]]))
    for run in section.footer.paragraphs[0].runs:
        run.font.size = Pt(_SMALL)
    speak_british(document)
    properties = document.core_properties
    properties.title = f"Team report {data.made_on.isoformat()}"
    properties.author = data.provenance.study
    properties.last_modified_by = f"practicecoder {data.provenance.app_version}"
    properties.comments = ""
    properties.language = "en-GB"
    moment = datetime.combine(data.made_on, time(), tzinfo=UTC)
    properties.created = properties.modified = moment
    return document


def _heading(document: Document, words: str, level: int) -> None:
    document.add_heading(clean(words), level=level)


def _paragraph(document: Document, words: str) -> None:
    if words:
        document.add_paragraph(clean(words))


def _strong(document: Document, words: str) -> None:
    if words:
        document.add_paragraph().add_run(clean(words)).bold = True


def _add_table(document: Document, table: ReportTable, caption: str = "") -> None:
    from docx.oxml import OxmlElement

    _heading(document, table.title, 2)
    made = document.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    made.style = "Table Grid"
    lines: list[Sequence[str]] = [table.columns, *(row.cells for row in table.rows)]
    for row, cells in zip(made.rows, lines, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, words in zip(row.cells, cells, strict=True):
            _write(cell.paragraphs[0], words, strong=cells is table.columns)
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _paragraph(document, caption)


def _write(paragraph: Paragraph, words: str, *, strong: bool) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(clean(words))
    run.font.size = Pt(_SMALL)
    run.bold = strong or None
