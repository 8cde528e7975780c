"""Parts of a Word file: its look, runs, tables with heading rows, lines, and bytes that last."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from practicecoder.reports.text import Run, Weight, clean

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

LANGUAGE = "en-GB"
FONT = "Arial"
_NAVY, _GREY, _PLUM, _RULE = "12436D", "3D3D3D", "801650", "B8C2CC"
_SIDE_CM, _WIDTH_CM = 2.0, 17.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDescription:
    """What the file says of itself: neutral title, study as author, program, day."""

    title: str
    author: str
    program: str
    made_on: date


def new_document(about: FileDescription, *, body: float) -> Document:
    """Empty A4 document with the look of the reports; ``body`` is its type size in points."""
    import docx
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(_SIDE_CM)
    section.top_margin = section.bottom_margin = Cm(_SIDE_CM)
    for name, size in (("Normal", body), ("Heading 1", 1.7 * body), ("Heading 2", 1.25 * body)):
        style: Any = document.styles[name]
        style.font.name = FONT
        style.font.size = Pt(round(2 * size) / 2)
        _only_font(style)
        style.paragraph_format.space_after = Pt(0.4 * body)
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(_NAVY)
            style.paragraph_format.space_before = Pt(0.9 * body if name == "Heading 2" else 0)
    speak_british(document)
    _describe(document, about)
    return document


def add_runs(
    paragraph: Paragraph, runs: Sequence[Run | str], *, size: float | None = None
) -> None:
    """Add words in their weights, cleaned as on paper; ``size`` in points if not the usual."""
    from docx.shared import Pt

    for run in runs:
        whole = run if isinstance(run, Run) else Run(run)
        words = clean(whole.words)
        lead = " " if whole.words[:1].isspace() else ""
        tail = " " if words and whole.words[-1:].isspace() else ""
        added = paragraph.add_run(f"{lead}{words}{tail}")
        added.bold = whole.weight in (Weight.STRONG, Weight.TIME) or None
        added.italic = whole.weight is Weight.TERM or None
        if size is not None:
            added.font.size = Pt(size)


def add_notice(paragraph: Paragraph, words: str, *, size: float | None = None) -> None:
    """Add bold words in the colour of warnings."""
    from docx.shared import Pt, RGBColor

    added = paragraph.add_run(clean(words))
    added.bold = True
    added.font.color.rgb = RGBColor.from_string(_PLUM)
    if size is not None:
        added.font.size = Pt(size)


def add_writing_line(document: Document, label: str = "") -> None:
    """Add a line to write or type on, after its label."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    if label:
        add_runs(paragraph, (Run(label, Weight.STRONG), " "))
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(_WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    paragraph.add_run("\t")


Cell = Sequence[Sequence[Run | str]]
"""Paragraphs of a cell, each a sequence of runs."""


def add_table(
    document: Document,
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    shares: Sequence[float],
    *,
    title: str,
    size: float,
) -> None:
    """Add a table whose first row heads its columns on every page and whose rows stay whole.

    ``shares`` are the columns' parts of the width, ``title`` what is read aloud before it.
    """
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    made: Table = document.add_table(rows=1 + len(rows), cols=len(head))
    made.autofit = False
    words = [[((Run(label, Weight.STRONG),),) for label in head], *rows]
    for line, (row, cells) in enumerate(zip(made.rows, words, strict=True)):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if line == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for place, cell in enumerate(row.cells):
            cell.width = Cm(_WIDTH_CM * shares[place] / sum(shares))
            _fill(cell, cells[place], size=size, head=line == 0)
    for place, share in enumerate(shares):
        made.columns[place].width = Cm(_WIDTH_CM * share / sum(shares))
    _rule(made, title)
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    after.paragraph_format.line_spacing = Pt(4)


def add_page_number(paragraph: Paragraph, before: str, between: str) -> None:
    """Add "Page 1 of 2" as fields that Word keeps up."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for words, field in ((before, "PAGE"), (between, "NUMPAGES")):
        paragraph.add_run(words)
        made = OxmlElement("w:fldSimple")
        made.set(qn("w:instr"), field)
        run, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        made.append(run)
        paragraph._p.append(made)


def fixed_bytes(document: Document, made_on: date) -> bytes:
    """The file, every part dated by the caller: same input, same bytes."""
    raw, target = io.BytesIO(), io.BytesIO()
    document.save(raw)
    stamp = (made_on.year, made_on.month, made_on.day, 0, 0, 0)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(target, "w") as made:
        for part in source.infolist():
            entry = zipfile.ZipInfo(part.filename, date_time=stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same wherever it is made
            made.writestr(entry, source.read(part.filename))
    return target.getvalue()


def _fill(cell: _Cell, paragraphs: Cell, *, size: float, head: bool) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for number, runs in enumerate(paragraphs):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(1)
        paragraph.paragraph_format.space_after = Pt(1)
        paragraph.paragraph_format.keep_with_next = head or None
        add_runs(paragraph, runs, size=size)
    if head:
        ground = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", _NAVY)):
            ground.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(ground)
        for run in cell.paragraphs[0].runs:
            run.font.color.rgb = RGBColor(255, 255, 255)


def _rule(table: Table, title: str) -> None:
    """Pale rules between the rows, first row and column marked as headings, title to be read."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties: Any = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    look = properties.find(qn("w:tblLook"))
    layout = properties.find(qn("w:tblLayout"))
    (layout if layout is not None else look).addprevious(borders)
    for key in ("firstRow", "firstColumn"):
        look.set(qn(f"w:{key}"), "1")
    for tag in ("w:tblCaption", "w:tblDescription"):
        told = OxmlElement(tag)
        told.set(qn("w:val"), clean(title))
        properties.append(told)


def _only_font(style: Any) -> None:
    """Take away the theme's fonts, which would come first."""
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def speak_british(document: Document) -> None:
    """Set the language that words are read aloud and spelt in."""
    from docx.oxml.ns import qn

    styles: Any = document.styles.element
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _describe(document: Document, about: FileDescription) -> None:
    properties = document.core_properties
    properties.title = clean(about.title)
    properties.author = clean(about.author)
    properties.last_modified_by = about.program
    properties.comments = properties.subject = properties.keywords = ""
    properties.language = LANGUAGE
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(about.made_on, time(), tzinfo=UTC)
    package = document.part.package
    for key in [k for k, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[key]  # a picture of somebody else's page
