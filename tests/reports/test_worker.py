"""The worker report as a file: two pages, marked, neutral, the same every time."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from practicecoder.domain.coding import Polarity
from practicecoder.domain.spans import clock
from practicecoder.reports.data import Moment, ReportStatus, WorkerReportData
from practicecoder.reports.document import write_whole
from practicecoder.reports.styles import LARGE_PRINT, NORMAL_PRINT, PAGE, Colour
from practicecoder.reports.worker import worker_report, write_worker_report

MADE_ON = date(2026, 11, 20)
LEVEL_TEXT_END = "some emotional cues."
LETTERS_OF_DRAFT = 40.0
"""Higher letters, in points, are those across the page of a draft."""
Case = Callable[[str], WorkerReportData]
CasePdf = Callable[[str], Path]
PdfOf = Callable[[WorkerReportData], Path]
PagesOf = Callable[[Path], list[str]]

USUAL_CASES = (
    "third_visit",
    "no_part_rated",
    "first_visit",
    "twelfth_visit",
    "short_evidence",
    "welsh",
    "four_dimensions",
    "zero_to_ten",
    "consensus",
    "hostile_text",
    "realistic_evidence",
    "dense_evidence",
    "declined",
)


@pytest.mark.parametrize("name", USUAL_CASES)
def test_two_pages_are_enough_for_usual_evidence(name: str, case_pdf: CasePdf) -> None:
    with pikepdf.open(case_pdf(name)) as pdf:
        assert len(pdf.pages) == 2


def test_too_much_evidence_goes_on_to_a_third_page_with_two_moments_a_row(
    case_pdf: CasePdf, pages_of: PagesOf
) -> None:
    pages = pages_of(case_pdf("long_evidence"))

    assert len(pages) == 3
    evidence = " ".join(pages[1:])
    assert evidence.count("00:07 Note") == evidence.count("05:07 Note") == 7
    assert evidence.count("Also at 10:07, 15:07, 20:07 and 25:07.") == 7
    assert _plain_text(case_pdf("long_evidence")).count(LEVEL_TEXT_END) == 2 * 6 + 2


def test_how_to_read_gives_way_to_evidence_on_the_second_page(
    case_pdf: CasePdf, pages_of: PagesOf
) -> None:
    full, usual = (pages_of(case_pdf(name)) for name in ("realistic_evidence", "first_visit"))

    assert ["How to read this report" in page for page in full] == [True, False]
    assert ["How to read this report" in page for page in usual] == [False, True]


def test_no_dimension_of_realistic_evidence_loses_its_moments(
    case: Case, case_pdf: CasePdf
) -> None:
    text = _plain_text(case_pdf("dense_evidence"))

    for dimension in case("dense_evidence").dimensions:
        for moment in dimension.moments:
            assert f"{clock(moment.at_ms)} " in text
        assert " ".join(dimension.level_text.split()[:5]) in text
    assert "20:10 told above, with collaboration." in text
    assert "nobody is ranked." in text


def test_a_moment_of_two_dimensions_is_told_once_where_room_is_short(case_pdf: CasePdf) -> None:
    short = _plain_text(case_pdf("dense_evidence"))
    roomy = _plain_text(case_pdf("third_visit"))

    assert short.count("20:10 told above") == 1
    assert "told above" not in roomy


def test_a_level_is_shortened_only_where_that_makes_its_row_lower(
    case: Case, case_pdf: CasePdf
) -> None:
    text = _plain_text(case_pdf("dense_evidence"))
    dimensions = case("dense_evidence").dimensions
    whole = [d.label for d in dimensions if d.level_text.split()[-1] in text]

    assert {"Collaboration", "Autonomy", "Empathy"} <= set(whole)
    assert "room to decide." in text


def test_the_fullest_evidence_that_fits_is_told(case: Case, pdf_of: PdfOf) -> None:
    data = case("third_visit")
    words = [f"w{n}" for n in range(1, 21)]
    told = Moment(at_ms=61_000, quote=" ".join(words), note="You asked " + "and waited " * 8)
    (first, *others) = data.groups
    (dimension, *rest) = first.dimensions
    one = replace(first, dimensions=(replace(dimension, moments=(told,)), *rest))

    text = _plain_text(pdf_of(replace(data, groups=(one, *others))))

    assert "w20”" in text


def test_a_quote_is_cut_after_twenty_five_words(case: Case, pdf_of: PdfOf) -> None:
    quote = " ".join(f"w{n}" for n in range(1, 41))
    data = case("third_visit")
    said = Moment(at_ms=0, polarity=Polarity.STRENGTH, quote=quote)
    told = pdf_of(replace(data, strengths=(replace(data.strengths[0], moments=(said,)),)))

    text = _plain_text(told)

    assert "w25 …”" in text
    assert "w26" not in text


def test_every_case_stays_inside_its_page(case_name: str, case_pdf: CasePdf) -> None:
    for page in _words(case_pdf(case_name)):
        for word, (left, top, right, bottom) in page:
            assert left >= PAGE.side - 1, word
            assert right <= PAGE.width - PAGE.side + 1, word
            assert top >= 0, word
            assert bottom <= PAGE.height, word


def test_no_words_overlap(case_name: str, case_pdf: CasePdf) -> None:
    for page in _words(case_pdf(case_name)):
        for (one, box), (other, against) in combinations(page, 2):
            assert _overlap(box, against) < 0.25, (one, other)


def test_large_print_fits_its_pages(case: Case, tmp_path: Path) -> None:
    target = tmp_path / "large.pdf"
    write_worker_report(case("third_visit"), target, made_on=MADE_ON, large_print=True)

    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == 3
    assert min(_type_sizes(target)) >= LARGE_PRINT.label
    for page in _words(target):
        assert all(right <= PAGE.width - PAGE.side + 1 for _, (_, _, right, _) in page)


def test_nothing_is_set_smaller_than_a_label(case_name: str, case_pdf: CasePdf) -> None:
    assert min(_type_sizes(case_pdf(case_name))) >= NORMAL_PRINT.label == 8.5


def test_an_unreleased_report_says_draft_on_every_page(
    case: Case, pdf_of: PdfOf, pages_of: PagesOf
) -> None:
    data = replace(case("long_evidence"), status=ReportStatus.DRAFT)

    pages = pages_of(pdf_of(data))

    assert len(pages) > 2
    assert all("DRAFT" in page for page in pages)
    assert "not yet released by your supervisor" in pages[0]


def test_the_draft_mark_goes_across_every_page(case: Case, pdf_of: PdfOf) -> None:
    draft = pdf_of(replace(case("third_visit"), status=ReportStatus.DRAFT))

    with pikepdf.open(draft) as pdf:
        assert all(max(_sizes_on(page)) > 100 for page in pdf.pages)


def test_the_draft_mark_takes_no_contrast_from_the_words_over_it() -> None:
    paper = Colour.WATERMARK
    assert min(paper.red, paper.green, paper.blue) > 0.93


def test_a_released_report_is_not_a_draft(case_pdf: CasePdf) -> None:
    assert "DRAFT" not in _plain_text(case_pdf("third_visit"))
    assert max(_type_sizes(case_pdf("third_visit"))) < 25


def test_made_up_data_are_called_so_on_every_page(
    case: Case, pdf_of: PdfOf, pages_of: PagesOf
) -> None:
    pages = pages_of(pdf_of(replace(case("long_evidence"), made_up=True)))

    assert all("Made-up data" in page for page in pages)


def test_real_data_are_not_called_made_up(case: Case, pdf_of: PdfOf) -> None:
    data = case("third_visit")
    source = replace(data.provenance, study="Study")

    assert "Made-up" not in _plain_text(pdf_of(replace(data, provenance=source)))


def test_a_training_coding_is_called_so(case: Case, pdf_of: PdfOf, pages_of: PagesOf) -> None:
    pages = pages_of(pdf_of(replace(case("third_visit"), training=True)))

    assert "Training coding" in pages[0]


def test_proposals_by_rule_are_not_passed_off_as_chosen(
    case: Case, pdf_of: PdfOf, pages_of: PagesOf
) -> None:
    pages = pages_of(pdf_of(replace(case("third_visit"), proposed=True)))

    assert "has yet to choose and word them" in pages[0]


def test_the_first_visit_has_neither_ring_nor_trend(case_pdf: CasePdf, pages_of: PagesOf) -> None:
    front = pages_of(case_pdf("first_visit"))[0]

    assert "First visit in your series." in front
    assert "own trend" not in front
    assert "visit before" not in front
    assert "Last goal" not in " ".join(pages_of(case_pdf("first_visit")))


def test_a_dimension_that_was_not_rated_says_why_twice(
    case_pdf: CasePdf, pages_of: PagesOf
) -> None:
    front, back = pages_of(case_pdf("third_visit"))

    for page in (front, back):
        assert "N/A" in page
        assert "Not rated: no behaviour" in page
    assert "MI spirit is not shown, because evocation was not rated" in front


def test_no_recording_means_no_timeline(case_pdf: CasePdf) -> None:
    text = _plain_text(case_pdf("lower_is_better"))

    assert "Where it happened" not in text
    assert "On this scale a lower number is the more favourable one." in text
    assert "Each rating is the mean of 2 coders" in text


def test_the_page_says_which_part_was_coded(case_pdf: CasePdf) -> None:
    text = _plain_text(case_pdf("four_dimensions"))

    assert "Only the shaded part was coded, 12:00 to 32:00." in text
    assert "41.7" in text


def test_same_input_same_bytes(case: Case, tmp_path: Path) -> None:
    one = worker_report(case("third_visit"), made_on=MADE_ON)
    other = worker_report(case("third_visit"), made_on=MADE_ON)

    assert one.content == other.content


def test_a_case_written_in_between_changes_nothing(case: Case) -> None:
    one = worker_report(case("third_visit"), made_on=MADE_ON)
    worker_report(case("welsh"), made_on=MADE_ON)

    assert worker_report(case("third_visit"), made_on=MADE_ON).content == one.content


def test_the_file_tells_nothing_but_codes_and_the_callers_date(case_pdf: CasePdf) -> None:
    with pikepdf.open(case_pdf("third_visit")) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}

    assert info["/Title"] == "Feedback W-014 S-7Q4K2"
    assert info["/Author"] == "Made-up study"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261120000000Z"
    assert info["/Producer"] == info["/Creator"] == "practicecoder 0.1.0"
    assert info["/Subject"] == info["/Keywords"] == ""


def test_the_file_name_is_neutral(case: Case) -> None:
    assert case("third_visit").file_name == "feedback_W-014_S-7Q4K2.pdf"
    odd = replace(case("third_visit"), worker="../W 1")
    assert odd.file_name == "feedback_..-W-1_S-7Q4K2.pdf"


def test_all_fonts_are_embedded_and_no_picture_is_in_the_file(
    case_name: str, case_pdf: CasePdf
) -> None:
    told = subprocess.run(
        ["pdffonts", str(case_pdf(case_name))], check=True, capture_output=True, text=True
    )
    rows = told.stdout.splitlines()[2:]
    assert rows
    for row in rows:
        assert "OpenSans" in row
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]  # embedded, subset, unicode
    with pikepdf.open(case_pdf(case_name)) as pdf:
        for page in pdf.pages:
            assert "/XObject" not in page.resources
            operators = {str(op.operator) for op in pikepdf.parse_content_stream(page)}
            assert not operators & {"BI", "Do"}


def test_hostile_text_is_printed_as_it_is(case_pdf: CasePdf) -> None:
    text = _plain_text(case_pdf("hostile_text"))

    assert 'A & B < C > "D" </para><b>x</b> &amp;' in text
    assert "ŵ" in text


def test_welsh_letters_are_printed(case_pdf: CasePdf) -> None:
    text = _plain_text(case_pdf("welsh"))

    assert "Dŵr, tŷ, pêl, môr, gŵyl a Ŵyr Ŷd" in text


def test_a_failed_write_leaves_the_old_report_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    def no_room(_: int) -> None:
        raise OSError("no room")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(OSError, match="no room"):
        write_whole(b"new", target)

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def _plain_text(pdf: Path) -> str:
    told = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return " ".join(told.stdout.split())


Box = tuple[float, float, float, float]


def _words(pdf: Path) -> list[list[tuple[str, Box]]]:
    told = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
    )
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        [
            (
                word.text or "",
                (
                    float(word.attrib["xMin"]),
                    float(word.attrib["yMin"]),
                    float(word.attrib["xMax"]),
                    float(word.attrib["yMax"]),
                ),
            )
            for word in page.iter(f"{space}word")
            if float(word.attrib["yMax"]) - float(word.attrib["yMin"]) < LETTERS_OF_DRAFT
        ]
        for page in ElementTree.fromstring(told.stdout).iter(f"{space}page")
    ]


def _overlap(one: Box, other: Box) -> float:
    """Shared area as a share of the smaller box."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width * height / smaller if smaller else 0.0


def _type_sizes(pdf: Path) -> set[float]:
    with pikepdf.open(pdf) as opened:
        return {size for page in opened.pages for size in _sizes_on(page)}


def _sizes_on(page: pikepdf.Page) -> set[float]:
    return {
        float(operation.operands[1])
        for operation in pikepdf.parse_content_stream(page)
        if str(operation.operator) == "Tf"
    }


@pytest.mark.parametrize("large_print", [False, True])
def test_a_head_of_the_history_is_not_broken_over_lines(
    large_print: bool, case: Case, tmp_path: Path
) -> None:
    data = case("third_visit")
    heads = ("aeb3 9d3d 647e 41c5", "0123 4567 89ab cdef")
    released = replace(
        data, status=ReportStatus.RELEASED, provenance=replace(data.provenance, heads=heads)
    )
    target = tmp_path / "r.pdf"
    write_worker_report(released, target, made_on=MADE_ON, large_print=large_print)
    command = ["pdftotext", "-layout", str(target), "-"]
    told = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    lines = told.replace("\u00a0", " ").splitlines()

    for head in heads:
        assert any(head in line for line in lines)
