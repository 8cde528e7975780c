"""Hostile words stay words on every page, and no file says more of itself than is listed here."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from practicecoder.reports.blocks import paragraph
from practicecoder.reports.document import Furniture, build
from practicecoder.reports.styles import style_sheet
from practicecoder.reports.word_parts import FileDescription, add_runs, new_document

HOSTILE = (
    '<img src="file:///etc/hostname"/>',
    '<a href="http://made-up.invalid/x">click</a>',
    "</para><para><b>bold</b>",
    "<font size=99>large</font> &lt;b&gt; &#x41;",
    "<onDraw name=x label=y/><seq/><index item=x/>",
    ") Tj ET /JS (app.alert(1)) BT (",
    "{\\rtf1} %s {0} ${jndi:x}",
    "=HYPERLINK(1)",
)
DESCRIBED = {
    *("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer"),
    *("/CreationDate", "/ModDate", "/Trapped"),
}
ACTING = re.compile(rb"/(JavaScript|JS|Launch|URI|EmbeddedFile|OpenAction|AA|SubmitForm|Annots)\b")
MADE_ON = date(2026, 11, 20)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Two pages with hostile words wherever words of users may stand."""
    sheet = style_sheet(large_print=False)
    furniture = Furniture(
        title=HOSTILE[0],
        author=HOSTILE[1],
        program="practicecoder",
        footer=(HOSTILE[2], HOSTILE[5]),
        made_on=MADE_ON,
        sizes=sheet.sizes,
        made_up=HOSTILE[3],
        draft=HOSTILE[4][:20],
    )
    return build([paragraph(sheet.body, words) for words in HOSTILE], furniture).content


def test_hostile_words_are_printed_as_they_are(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "hostile.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True
    ).stdout

    assert [words for words in HOSTILE if words not in told] == []


def test_a_page_does_nothing_and_describes_itself_by_listed_words_alone(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert set(opened.docinfo.keys()) <= DESCRIBED
        assert "/Metadata" not in opened.Root
        assert set(opened.Root.keys()) & {"/OpenAction", "/AA", "/Names", "/AcroForm"} == set()
        # the words themselves stand in streams and texts; keys of objects are what acts
        keys = {
            key
            for one in opened.objects
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)
            for key in one.keys()  # noqa: SIM118 -- a pikepdf object gives no keys by itself
        }
    assert not [key for key in keys if ACTING.fullmatch(key.encode())]


def test_a_word_file_holds_hostile_words_as_words_and_links_nowhere() -> None:
    about = FileDescription(
        title=HOSTILE[0], author=HOSTILE[1], program="practicecoder", made_on=MADE_ON
    )
    document = new_document(about, body=10)
    for words in HOSTILE:
        add_runs(document.add_paragraph(), [words])
    file = io.BytesIO()
    document.save(file)

    with zipfile.ZipFile(file) as parts:
        told = "".join(ElementTree.fromstring(parts.read("word/document.xml")).itertext())
        links = [name for name in parts.namelist() if name.endswith(".rels")]
        assert not [name for name in links if b"External" in parts.read(name)]
        core = ElementTree.fromstring(parts.read("docProps/core.xml"))
    assert [words for words in HOSTILE if words not in told] == []
    described = {element.tag.rpartition("}")[2]: element.text or "" for element in core}
    assert described["creator"] == HOSTILE[1]
    assert described["lastModifiedBy"] == "practicecoder"
    listed = {"title", "creator", "lastModifiedBy", "created", "modified", "revision", "language"}
    assert {name for name, text in described.items() if text} <= listed
