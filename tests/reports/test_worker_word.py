"""The worker report for Word: the words and order of the pages, tables with headings, no names."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from practicecoder.reports.data import ReportStatus, WorkerReportData
from practicecoder.reports.worker_word import worker_document, write_worker_document

MADE_ON = date(2026, 11, 20)
Case = Callable[[str], WorkerReportData]
CasePdf = Callable[[str], Path]
MARKS = re.compile(r"\b(dot|ring|diamond|shaded|dashed|line across|pale band)\b", re.IGNORECASE)


def opened(data: WorkerReportData, **options: bool) -> Document:
    return docx.Document(io.BytesIO(worker_document(data, made_on=MADE_ON, **options)))


def words_of(document: Document) -> str:
    """All words of the body in order, white space evened out."""
    found: list[str] = []
    for part in document.iter_inner_content():
        if isinstance(part, Paragraph):
            found.append(part.text)
        else:
            found += [cell.text for row in part.rows for cell in row.cells]
    return " ".join(" ".join(found).split())


def headings(document: Document) -> Iterator[tuple[str, str]]:
    for paragraph in document.paragraphs:
        style = paragraph.style
        if style is not None and str(style.name).startswith("Heading"):
            yield str(style.name), paragraph.text


def test_every_case_is_written_with_one_title_and_headings_in_order(
    case_name: str, case: Case
) -> None:
    levels = [level for level, _ in headings(opened(case(case_name)))]

    assert levels[0] == "Heading 1"
    assert set(levels[1:]) == {"Heading 2"}


def test_the_headings_are_those_of_the_pages(case: Case) -> None:
    assert [words for _, words in headings(opened(case("everything")))] == [
        "Practice feedback: visit of 6 October 2026",
        "What you did well",
        "One thing to build next",
        "The ratings",
        "Where it happened (52 minutes)",
        "Evidence behind each rating",
        "How you saw it (before reading this)",
        "What the family said",
        "Agreed in supervision",
        "My response (the worker’s words, kept with this report)",
        "How to read this report",
    ]


def test_the_numbers_of_the_chart_stand_in_a_table(case: Case) -> None:
    ratings = opened(case("third_visit")).tables[0]
    rows = [[cell.text for cell in row.cells] for row in ratings.rows]

    assert rows[0] == [
        "Score or dimension",
        "Number",
        "Visit before",
        "Likely range (80%)",
        "Own trend",
        "In words",
    ]
    assert [
        "Good authority",
        "3.3",
        "3.0",
        "2.9 to 3.8",
        "2.7, 3.0, 3.3",
        "between ‘mixed’ and ‘heard often’",
    ] in rows
    assert [
        "Evocation",
        "N/A",
        "3",
        "",
        "N/A, 3, N/A",
        "Not rated: no behaviour change was discussed.",
    ] in rows


def test_columns_without_a_word_are_left_out(case: Case) -> None:
    first = opened(case("first_visit")).tables[0].rows[0]

    assert [cell.text for cell in first.cells] == ["Score or dimension", "Number", "In words"]


def test_what_is_said_is_said_on_the_pages_too(case: Case, case_pdf: CasePdf) -> None:
    told = subprocess.run(
        ["pdftotext", "-raw", str(case_pdf("everything")), "-"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    pages = " ".join(told.split())
    document = opened(case("everything"))
    paragraphs = [p.text for p in document.paragraphs if p.text.strip()]
    reading = next(n for n, words in enumerate(paragraphs) if words.startswith("How to read"))

    assert len(paragraphs) > 20
    for words in paragraphs[:reading]:
        assert " ".join(words.split()) in pages


def test_marks_that_are_not_drawn_are_not_explained(case_name: str, case: Case) -> None:
    assert MARKS.findall(words_of(opened(case(case_name)))) == []


def test_the_timeline_is_told_in_times(case: Case) -> None:
    timeline = opened(case("third_visit")).tables[1]
    rows = {row.cells[0].text: row.cells[1].text for row in timeline.rows}

    assert rows["Strength"] == "03:10, 20:10 and 29:35"
    assert rows["To build"] == "14:05 and 38:30"
    assert re.fullmatch(r"\d+% of the time with talk", rows["You talking"])


def test_every_table_has_a_heading_row_whole_rows_and_a_title_to_be_read(
    case_name: str, case: Case
) -> None:
    tables = opened(case(case_name)).tables

    assert tables
    for table in tables:
        assert _has(table, 0, "w:tblHeader")
        assert not any(_has(table, line, "w:tblHeader") for line in range(1, len(table.rows)))
        assert all(_has(table, line, "w:cantSplit") for line in range(len(table.rows)))
        assert table._tbl.tblPr.find(qn("w:tblDescription")) is not None
        assert all(cell.text for cell in table.rows[0].cells)
        assert all(row.cells[0].text for row in table.rows)


def test_an_unreleased_report_says_draft_at_the_top_of_every_page(case: Case) -> None:
    data = case("third_visit")
    draft = opened(replace(data, status=ReportStatus.DRAFT))
    released = opened(data)

    assert draft.sections[0].header.paragraphs[0].text.strip() == "DRAFT"
    assert "not yet released by your supervisor" in words_of(draft)
    assert released.sections[0].header.paragraphs[0].text == ""


def test_the_footer_names_readers_and_origin(case: Case) -> None:
    footer = opened(case("third_visit")).sections[0].footer
    readers, origin, page = (paragraph.text for paragraph in footer.paragraphs)

    assert readers == "OFFICIAL-SENSITIVE: personal feedback for W-014 and supervisor"
    assert origin.startswith("Visit S-7Q4K2 · codebook swim7 1.0.0 (draft) · one coder")
    assert page.startswith("Page ")


def test_same_input_same_bytes_and_no_clock_in_the_file(case: Case) -> None:
    one = worker_document(case("third_visit"), made_on=MADE_ON)
    other = worker_document(case("third_visit"), made_on=MADE_ON)

    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2026, 11, 20, 0, 0, 0)}
        assert not [name for name in parts.namelist() if name.endswith((".jpeg", ".png"))]


def test_the_file_tells_nothing_but_codes_and_the_callers_date(case: Case) -> None:
    told = opened(case("third_visit")).core_properties

    assert told.title == "Feedback W-014 S-7Q4K2"
    assert told.author == "Made-up study"
    assert told.last_modified_by == "practicecoder 0.1.0"
    assert told.created == told.modified
    assert (told.created.year, told.created.month, told.created.day) == (2026, 11, 20)
    assert told.comments == told.subject == told.keywords == ""
    assert case("third_visit").word_file_name == "feedback_W-014_S-7Q4K2.docx"


def test_hostile_text_is_written_as_it_is(case: Case) -> None:
    assert 'A & B < C > "D" </para><b>x</b> &amp;' in words_of(opened(case("hostile_text")))


def test_welsh_letters_are_written(case: Case) -> None:
    assert "Dŵr, tŷ, pêl, môr, gŵyl a Ŵyr Ŷd" in words_of(opened(case("welsh")))


@pytest.mark.parametrize(("large_print", "size"), [(False, 11), (True, 14)])
def test_large_print_is_larger(large_print: bool, size: int, case: Case) -> None:
    normal = opened(case("third_visit"), large_print=large_print).styles["Normal"]

    assert normal.font.size is not None
    assert normal.font.size.pt == size


def test_the_language_is_british_english(case: Case) -> None:
    styles = opened(case("third_visit")).styles.element

    assert {element.get(qn("w:val")) for element in styles.iter(qn("w:lang"))} == {"en-GB"}


def test_a_report_is_written_whole(case: Case, tmp_path: Path) -> None:
    target = tmp_path / "report.docx"
    write_worker_document(case("third_visit"), target, made_on=MADE_ON)

    assert target.read_bytes() == worker_document(case("third_visit"), made_on=MADE_ON)
    assert list(tmp_path.iterdir()) == [target]


def _has(table: Table, line: int, tag: str) -> bool:
    properties = table.rows[line]._tr.trPr
    return properties is not None and properties.find(qn(tag)) is not None
