"""How the worker report fills its pages when there is much or little to say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from practicecoder.reports.data import WorkerReportData
from practicecoder.reports.document import stacked_height
from practicecoder.reports.styles import PAGE, style_sheet
from practicecoder.reports.worker import worker_report

MADE_ON = date(2026, 11, 20)
Case = Callable[[str], WorkerReportData]
CasePdf = Callable[[str], Path]
PagesOf = Callable[[Path], list[str]]
LARGE_CASES = ("third_visit", "everything", "four_dimensions", "declined")


def pages(data: WorkerReportData, target: Path, pages_of: PagesOf, **options: bool) -> list[str]:
    target.write_bytes(worker_report(data, made_on=MADE_ON, **options).content)
    return pages_of(target)


@pytest.mark.parametrize("name", LARGE_CASES)
def test_large_print_keeps_to_three_pages(name: str, case: Case) -> None:
    assert worker_report(case(name), made_on=MADE_ON, large_print=True).n_pages <= 3


def test_large_print_tells_all_evidence_where_three_pages_allow_it(
    case: Case, tmp_path: Path, pages_of: PagesOf
) -> None:
    text = " ".join(
        pages(case("realistic_evidence"), tmp_path / "x.pdf", pages_of, large_print=True)
    )

    assert "told above" not in text
    assert "without losing the parent" in text


def test_what_is_agreed_begins_a_third_page_whole(
    case: Case, case_pdf: CasePdf, pages_of: PagesOf
) -> None:
    _, evidence, talk = pages_of(case_pdf("everything"))

    assert talk.startswith("Made-up data")
    for part in ("Agreed in supervision", "My response", "How to read this report", "Worker:"):
        assert part in talk
        assert part not in evidence


def test_a_report_that_spills_does_not_take_a_page_more_for_tidiness(
    case_pdf: CasePdf, pages_of: PagesOf
) -> None:
    third = pages_of(case_pdf("long_evidence"))[2]

    assert "Child focus" in third
    assert "Agreed in supervision" in third


def test_spare_room_becomes_lines_to_write_on(case: Case) -> None:
    empty = worker_report(case("first_visit"), made_on=MADE_ON)
    answered = worker_report(replace(case("first_visit"), response="Yes."), made_on=MADE_ON)

    assert empty.n_pages == answered.n_pages == 2
    assert 0 <= empty.room_left[1] < answered.room_left[1]


@pytest.mark.parametrize("name", ["first_visit", "third_visit", "four_dimensions", "declined"])
def test_the_height_that_is_reckoned_is_the_height_that_is_taken(name: str, case: Case) -> None:
    built = worker_report(case(name), made_on=MADE_ON)

    assert built.n_pages == 2
    assert all(0 <= room <= 0.45 * PAGE.text_height for room in built.room_left)


def test_a_story_stacks_to_the_sum_of_its_parts() -> None:
    from practicecoder.reports.blocks import paragraph

    sheet = style_sheet()
    one = paragraph(sheet.body, "One line.")
    other = paragraph(sheet.heading, "A heading")
    apart = sum(stacked_height([part], PAGE.text_width) for part in (one, other))
    between = max(sheet.heading.spaceBefore - sheet.body.spaceAfter, 0)

    assert stacked_height([one, other], PAGE.text_width) == pytest.approx(apart + between)
    assert stacked_height([], PAGE.text_width) == 0
