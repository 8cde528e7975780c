"""Tables for Word as APA sets them: three rules, a caption above, a note below."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from practicecoder.reports.reliability.tables import ReportTable, RowKind
from practicecoder.reports.word_parts import speak_british

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_FONT = "Times New Roman"
_SMALL, _BODY = 9, 12
_QUIET = (0x76, 0x76, 0x76)
_SYMBOLS = re.compile(r"\b(n|M|SD|t|df|p|g|r|F)\b")


def new_document(title: str, *, author: str, program: str, made_on: date, wide: bool) -> Document:
    """Empty A4 document in Times with black headings; ``wide`` lays it on its side."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    if wide:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(2.0)
    for style, size in (("Normal", _BODY), ("Heading 1", _BODY)):
        look = document.styles[style]
        look.font.name = _FONT
        look.font.size = Pt(size)
        look.font.color.rgb = RGBColor(0, 0, 0)
        fonts = look.element.rPr.rFonts
        for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(name), None)
        fonts.set(qn("w:hAnsi"), _FONT)
    speak_british(document)
    properties = document.core_properties
    properties.title = title
    properties.author = author
    properties.last_modified_by = program
    properties.comments = ""
    properties.language = "en-GB"
    moment = datetime.combine(made_on, time(), tzinfo=UTC)
    properties.created = properties.modified = moment
    return document


def add_table(document: Document, table: ReportTable, number: int) -> None:
    """Put a table with its number, title and note at the end of the document."""
    from docx.shared import Pt

    head = document.add_paragraph()
    head.paragraph_format.keep_with_next = True
    head.paragraph_format.space_after = Pt(0)
    head.add_run(f"Table {number}").bold = True
    title = document.add_paragraph()
    title.paragraph_format.keep_with_next = True
    title.add_run(table.title).italic = True
    made = document.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    made.autofit = False
    _fill(made, table)
    _set_widths(document, made, table)
    _rule(made)
    note = document.add_paragraph()
    note.paragraph_format.space_before = Pt(4)
    note.add_run("Note. ").italic = True
    note.add_run(" ".join((*table.notes, *(f"{who}: {told}" for who, told in table.cautions))))
    for run in note.runs:
        run.font.size = Pt(_SMALL)


def _fill(made: Table, table: ReportTable) -> None:
    from docx.oxml import OxmlElement

    # Cells are asked of their row: a table that is asked for one goes through all that it has.
    head, *lines = made.rows
    for place, (cell, words) in enumerate(zip(head.cells, table.columns, strict=True)):
        _write(cell, words, number=place > 0)
        _set_symbols(cell)
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for line, row in zip(lines, table.rows, strict=True):
        line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        cells = line.cells
        if row.kind is RowKind.HEADING:
            _write(cells[0].merge(cells[-1]), row.cells[0], strong=True)
            continue
        for place, (cell, words) in enumerate(zip(cells, row.cells, strict=True)):
            indent = row.kind is RowKind.MEAN and place == 0
            _write(cell, words, number=place > 0, indent=indent, quiet=place in row.quiet)


def _write(  # what a cell looks like is told one by one
    cell: _Cell,
    words: str,
    *,
    number: bool = False,
    strong: bool = False,
    indent: bool = False,
    quiet: bool = False,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt, RGBColor

    paragraph: Paragraph = cell.paragraphs[0]
    run = paragraph.add_run(words)
    run.font.size = Pt(_SMALL)
    run.bold = strong or None
    if quiet:
        run.font.color.rgb = RGBColor(*_QUIET)
    look = paragraph.paragraph_format
    look.space_before = look.space_after = Pt(1)
    look.alignment = WD_ALIGN_PARAGRAPH.CENTER if number else WD_ALIGN_PARAGRAPH.LEFT
    if indent:
        look.left_indent = Cm(0.4)


def _set_symbols(cell: _Cell) -> None:
    """Set statistical symbols of a heading in italics."""
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    words = paragraph.text
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    for part in _SYMBOLS.split(words):
        if not part:
            continue
        run = paragraph.add_run(part)
        run.font.size = Pt(_SMALL)
        run.italic = True if _SYMBOLS.fullmatch(part) else None


def _set_widths(document: Document, made: Table, table: ReportTable) -> None:
    from docx.shared import Emu

    section = document.sections[0]
    room = int(section.page_width or 0) - int(section.left_margin or 0)
    room -= int(section.right_margin or 0)
    total = sum(table.shares)
    for place, share in enumerate(table.shares):
        width = Emu(int(room * share / total))
        made.columns[place].width = width
    for row in made.rows:
        for cell, share in zip(row.cells, table.shares, strict=True):
            if len({id(c._tc) for c in row.cells}) > 1:
                cell.width = Emu(int(room * share / total))


def _rule(made: Table) -> None:
    """Rules above and below the headings, and below the last row; none elsewhere."""
    last = len(made.rows) - 1
    for line, row in enumerate(made.rows):
        edges = []
        if line == 0:
            edges += [("top", 8), ("bottom", 4)]
        if line == last:
            edges.append(("bottom", 8))
        for cell in {id(c._tc): c for c in row.cells}.values():
            _border(cell, edges)


def _border(cell: _Cell, edges: list[tuple[str, int]]) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    if not edges:
        return
    borders = OxmlElement("w:tcBorders")
    for side, eighths in edges:
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", str(eighths)), ("color", "000000")):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    cell._tc.get_or_add_tcPr().append(borders)
