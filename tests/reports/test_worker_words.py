"""The words of the worker report's parts, before they are laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from practicecoder.reports.data import Plan, ReportStatus, WorkerReportData
from practicecoder.reports.worker_words import (
    Field,
    coded_part,
    footer_lines,
    goal_review,
    no_own_view,
    notices,
    own_view,
    plan_lines,
    purpose,
    response_day,
    signature_labels,
    title,
)

Case = Callable[[str], WorkerReportData]


def test_the_last_goal_comes_with_the_visit_it_was_agreed_after(case: Case) -> None:
    goal, outcome = goal_review(case("everything"))

    assert goal.label == "After the visit of 1 September 2026 you agreed:"
    assert goal.words.startswith("Open with the family’s agenda")
    assert outcome.label == "What happened:"
    assert outcome.words.startswith("I did it in both visits")


def test_a_last_goal_without_its_day_is_of_last_time(case: Case) -> None:
    assert goal_review(case("third_visit"))[0] == Field(
        "Last time you agreed:", "Open with the family’s agenda"
    )


def test_a_later_report_without_a_goal_leaves_lines_for_it(case: Case) -> None:
    later = replace(case("third_visit"), plan=Plan())

    assert [field.words for field in goal_review(later)] == ["", ""]
    assert goal_review(case("first_visit")) == ()


def test_a_first_report_with_a_goal_from_before_tells_it(case: Case) -> None:
    first = replace(case("first_visit"), plan=Plan(last_goal="Ask first"))

    assert goal_review(first)[0].words == "Ask first"


def test_the_plan_tells_what_with_whom_and_when(case: Case) -> None:
    lines = plan_lines(case("everything").plan)

    assert [[field.label for field in line] for line in lines] == [
        ["New goal:"],
        ["With whom:", "Help I need:"],
        ["How we will know:", "Review on:"],
    ]
    assert lines[-1][-1].words == "1 December 2026"
    assert plan_lines(Plan())[-1][-1].words == ""


def test_own_ratings_stand_above_the_coders(case: Case) -> None:
    you, coder = own_view(case("everything"))

    assert (you.head, coder.head) == ("You", "Coder")
    assert you.ratings == ("3", "4", "3", "4", "3", "4", "3")
    assert coder.ratings == ("3", "3", "2", "N/A", "4", "3", "3")


def test_several_coders_are_called_so(case: Case) -> None:
    data = case("third_visit")
    two = replace(data, provenance=replace(data.provenance, n_coders=2))

    assert own_view(two)[1].head == "Coders"


def test_declining_to_rate_is_told_apart_from_not_having_been_asked(case: Case) -> None:
    assert "preferred not to rate this visit" in no_own_view(case("declined"))
    assert "No own ratings were entered" in no_own_view(case("first_visit"))


def test_the_day_of_a_response_needs_a_response(case: Case) -> None:
    data = replace(case("third_visit"), response_on=date(2026, 12, 3))

    assert response_day(data) == ""
    assert response_day(replace(data, response="I see it so too.")) == (
        "Written down on 3 December 2026."
    )


@pytest.mark.parametrize(
    ("status", "training", "told"),
    [
        (ReportStatus.RELEASED, False, 0),
        (ReportStatus.DRAFT, False, 1),
        (ReportStatus.DRAFT, True, 2),
    ],
)
def test_notices_come_one_after_another(
    status: ReportStatus, training: bool, told: int, case: Case
) -> None:
    words = notices(replace(case("third_visit"), status=status, training=training))

    assert words.count("Draft:") + words.count("Training coding:") == told


def test_a_series_without_known_order_has_no_place_in_it(case: Case) -> None:
    assert "series" not in purpose(case("declined"))
    assert "Twelfth visit in your series." in purpose(case("everything"))


def test_without_a_date_the_title_is_the_code(case: Case) -> None:
    assert title(replace(case("third_visit"), session_date=None)) == (
        "Practice feedback: visit S-7Q4K2"
    )


def test_readers_of_a_table_are_told_of_a_part_without_shade(case: Case) -> None:
    data = case("four_dimensions")
    assert data.timeline is not None

    assert "shaded part" in coded_part(data, data.timeline)
    assert "Only the part from 12:00 to 32:00 was coded." in coded_part(
        data, data.timeline, drawn=False
    )


def test_signatures_are_asked_for_only_where_wanted(case: Case) -> None:
    assert signature_labels(case("everything")) == ("Worker:", "Supervisor:", "Date:")
    assert signature_labels(case("third_visit")) == ()


def test_without_a_marking_the_footer_still_names_the_readers(case: Case) -> None:
    data = case("third_visit")
    plain = replace(data, provenance=replace(data.provenance, marking=""))

    assert footer_lines(plain, date(2026, 11, 20))[0] == (
        "Personal feedback for W-014 and supervisor"
    )
