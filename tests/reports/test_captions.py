"""How sure the numbers are, in the fixed sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from practicecoder.domain.coding import ScoreBasis
from practicecoder.reports.captions import how_sure, how_to_read
from practicecoder.reports.data import (
    LikelyRange,
    NoRange,
    NoRangeReason,
    ReportedScore,
    WorkerReportData,
)

Case = Callable[[str], WorkerReportData]
Uncertainty = LikelyRange | NoRange | None


def with_uncertainty(data: WorkerReportData, *known: Uncertainty) -> WorkerReportData:
    """Data whose given scores have these uncertainties, in order."""
    left = list(known)

    def changed(score: ReportedScore | None) -> ReportedScore | None:
        if score is None or score.value is None:
            return score
        return replace(score, uncertainty=left.pop(0))

    groups = tuple(replace(group, score=changed(group.score)) for group in data.groups)
    return replace(data, groups=groups)


def reading(data: WorkerReportData) -> str:
    """How to read the report as one text."""
    return " ".join(f"{note.lead} {note.text}" for note in how_to_read(data))


def test_range_and_change_are_named_with_what_they_rest_on(case: Case) -> None:
    data = case("third_visit")

    assert how_sure(data).startswith("A change between two visits smaller than 0.63 is")
    assert "(80%, SEM 0.35, from 24 visits coded twice)" in reading(data)
    assert "One visit is one sample of your practice." in reading(data)


def test_scores_with_different_precision_are_told_apart(case: Case) -> None:
    one = LikelyRange(low=2, high=3, sem=0.35, change80=0.63, n_double_coded=24)
    other = LikelyRange(low=2, high=3, sem=0.41, change80=0.75, n_double_coded=22)
    data = with_uncertainty(case("third_visit"), one, other)

    assert "SEM 0.35 for care and engagement and 0.41 for good authority" in reading(data)
    assert "from 22 to 24 visits" in reading(data)
    assert "smaller than 0.63 for care and engagement and 0.75 for good authority" in how_sure(
        data
    )


def test_unknown_agreement_is_said_once_for_all_its_scores(case: Case) -> None:
    missing = NoRange(reason=NoRangeReason.UNKNOWN, n_double_coded=1, n_needed=15)
    data = with_uncertainty(case("third_visit"), missing, missing)

    caption = how_sure(data)

    assert caption.startswith(
        "How far coders agree on care and engagement and good authority is not yet known "
        "(1 visit coded twice; at least 15 are needed), so no range is shown."
    )
    assert caption.count("not yet known") == 1
    assert "A change between" not in caption
    assert "SEM" not in reading(data)
    assert "A likely range is shown once coders agree closely enough" in reading(data)


def test_low_agreement_is_said_once_with_the_limits_of_each_score(case: Case) -> None:
    one = NoRange(reason=NoRangeReason.TOO_LOW, icc=0.691, icc_low=0.378, icc_high=0.829)
    other = NoRange(reason=NoRangeReason.TOO_LOW, icc=0.1, icc_low=-0.25, icc_high=0.5)

    caption = how_sure(with_uncertainty(case("third_visit"), one, other))

    assert caption.startswith(
        "No likely range is shown for care and engagement and good authority: coders do not yet "
        "agree closely enough (ICC with 95% CI .69 [.38, .83] and .10 [−.25, .50]; 1 is complete "
        "agreement)."
    )


def test_low_agreement_of_one_score_leaves_the_range_of_the_other(case: Case) -> None:
    low = NoRange(reason=NoRangeReason.TOO_LOW, icc=0.412, icc_low=0.12, icc_high=0.66)
    known = LikelyRange(low=2, high=3, sem=0.35, n_double_coded=24)
    data = with_uncertainty(case("third_visit"), low, known)

    assert "is shown for care and engagement: coders" in how_sure(data)
    assert "SEM 0.35, from 24" in reading(data)
    assert "A likely range is shown once" not in reading(data)


def test_agreement_without_limits_is_said_in_plain_words(case: Case) -> None:
    missing = NoRange(reason=NoRangeReason.NOT_ESTIMABLE)
    known = LikelyRange(low=2, high=3, sem=0.35, n_double_coded=24)

    caption = how_sure(with_uncertainty(case("third_visit"), missing, known))

    assert "No range is shown for care and engagement: the double codings do not yet" in caption


def test_agreed_ratings_have_no_range(case: Case) -> None:
    data = case("consensus")

    assert "none has been measured for agreed ratings" in how_sure(data)
    assert "A likely range" not in reading(data)


@pytest.mark.parametrize("name", ["third_visit", "first_visit", "consensus", "realistic_evidence"])
def test_the_caption_is_a_few_sentences(name: str, case: Case) -> None:
    assert len(re.findall(r"[.](?= [A-Z]|$)", how_sure(case(name)))) <= 4


def test_agreement_is_given_for_each_dimension(case: Case) -> None:
    data = case("third_visit")
    several, single = reading(data), reading(replace(data, agreement=data.agreement[:1]))

    assert (
        "In 24 visits coded twice both coders gave the same rating (or one within a level) for "
        "collaboration in 58% (96%), autonomy in 58% (96%)," in several
    )
    assert (
        "In 58% of double-coded visits both coders gave the same collaboration rating; "
        "in 96% they were within one level." in single
    )


def test_the_marks_that_are_drawn_are_explained(case: Case) -> None:
    later, first = reading(case("third_visit")), reading(case("first_visit"))

    assert later.startswith("The marks. Dot: the rating of this visit. Ring: the visit before.")
    assert "Diamond: a score, the mean of its parts." in later
    assert "coders begin at 3 and move only on evidence." in later
    assert "Ring" not in first
    assert "Diamond" not in reading(case("no_part_rated"))
    assert "start point" not in reading(case("lower_is_better"))


def test_the_own_mean_is_told_with_its_interval_and_number_of_visits(case: Case) -> None:
    data = case("third_visit")

    assert (
        "Your own mean over 3 visits is 2.3 for care and engagement (95% interval 1.9 to 2.8) "
        "and 3.0 for good authority (95% interval 2.5 to 3.5)." in how_sure(data)
    )
    assert "the line across is your own mean" in reading(data)
    assert "dashed" not in reading(data)


def test_own_means_over_different_numbers_of_visits_are_told_apart(case: Case) -> None:
    caption = how_sure(case("twelfth_visit"))

    assert "over 12 visits is 2.6 for care and engagement" in caption
    assert "over 11 visits is 2.6 for good authority" in caption


def test_limits_of_single_visits_are_explained_where_they_are_drawn(case: Case) -> None:
    assert "ordinarily stay between the dashed lines" in reading(case("twelfth_visit"))


def test_below_three_visits_nothing_is_said_of_an_own_mean(case: Case) -> None:
    data = case("first_visit")

    assert "own mean" not in how_sure(data) + reading(data)


def test_the_method_names_use_and_basis(case: Case) -> None:
    data = case("third_visit")
    mean = replace(data, basis=ScoreBasis.MEAN, provenance=replace(data.provenance, n_coders=2))

    assert "Not to be used for capability, pay or discipline." in reading(data)
    assert "Each rating is the mean of 2 coders" in reading(mean)
