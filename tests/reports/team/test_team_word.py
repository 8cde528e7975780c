"""The team report for Word: the same words, real tables, the same every time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from practicecoder.reports.data import ReportStatus
from practicecoder.reports.team.data import TeamReportData
from practicecoder.reports.team.sentences import TeamSay, tell
from practicecoder.reports.team.word import team_document
from practicecoder.reports.team.words import care, headline, how_sure
from tests.reports.team.conftest import a_senior, a_team


@pytest.fixture(scope="module")
def document() -> Document:
    return _open(a_team())


def _open(data: TeamReportData) -> Document:
    return docx.Document(BytesIO(team_document(data)))


def _text(document: Document) -> str:
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join((*(p.text for p in document.paragraphs), *cells))


def test_headings_stand_in_the_order_of_the_pages(document: Document) -> None:
    heads = [p.text for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]

    assert heads[0] == tell(TeamSay.TITLE)
    wanted = [TeamSay.MEASURES, TeamSay.COURSES, TeamSay.BUILDS, TeamSay.GOALS, TeamSay.OVER_TIME]
    assert [heads.index(tell(head)) for head in wanted] == sorted(
        heads.index(tell(head)) for head in wanted
    )


def test_the_words_are_those_of_the_pages(document: Document) -> None:
    data, text = a_team(), _text(document)

    assert all(words in text for words in (headline(data), care(data), how_sure(data)))
    assert all(f"“{quote}”" in text for quote in data.quotes)


def test_every_table_has_a_header_row(document: Document) -> None:
    assert len(document.tables) == 5
    for table in document.tables:
        properties = table.rows[0]._tr.trPr
        assert properties is not None
        assert properties.find(qn("w:tblHeader")) is not None


def test_every_course_is_there_in_order_of_code(document: Document) -> None:
    courses = document.tables[1]
    workers = [row.cells[0].text for row in courses.rows[1:]]

    assert workers == sorted(workers)
    assert len(workers) == 9 * 3


def test_a_draft_is_marked_and_a_released_report_is_not(document: Document) -> None:
    released = _open(replace(a_team(), status=ReportStatus.RELEASED))

    assert document.sections[0].header.paragraphs[0].text == "DRAFT"
    assert tell(TeamSay.DRAFT_NOTICE) in _text(document)
    assert released.sections[0].header.paragraphs[0].text == ""
    assert tell(TeamSay.DRAFT_NOTICE) not in _text(released)


def test_the_senior_document_shows_no_single_worker() -> None:
    text = _text(_open(a_senior()))

    assert "W-0" not in text
    assert tell(TeamSay.QUOTES) not in text
    assert "hidden: could be found by subtraction" in text


def test_words_below_tables_are_about_numbers_and_not_about_marks(document: Document) -> None:
    senior = _open(a_senior())
    for one in (document, senior):
        assert "dot" not in _text(one)
        assert "Line:" not in _text(one)
    assert "Care and engagement: 6 months so far, limits from 12; median of the months" in _text(
        document
    )
    assert "natural limits" in _text(senior)
    assert "Go-live: " in _text(document)
    for one, heading in ((document, "Median"), (senior, "Mean")):
        (months,) = [t for t in one.tables if t.rows[0].cells[1].text == "Month"]
        assert months.rows[0].cells[2].text == heading
    (courses,) = [t for t in document.tables if "Own course" in t.rows[0].cells[2].text]
    assert all(row.cells[3].text for row in courses.rows)


def test_the_properties_are_neutral(document: Document) -> None:
    properties = document.core_properties

    assert properties.title == "Team report 2026-11-20"
    assert properties.author == "Made-up study"
    assert properties.comments == ""
    assert languages(document) == {"en-GB"}


def languages(document: Document) -> set[str]:
    """Languages that words are read aloud in."""
    return {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}


def test_same_input_same_bytes() -> None:
    assert team_document(a_team(2)) == team_document(a_team(2))
