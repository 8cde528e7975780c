"""How sure the numbers are, in the fixed sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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


def test_range_and_change_are_named_with_what_they_rest_on(case: Case) -> None:
    caption = how_sure(case("third_visit"))

    assert "(80%, SEM 0.35, from 24 visits coded twice)" in caption
    assert "A change between two visits smaller than 0.63 is" in caption
    assert caption.endswith("One visit is one sample of your practice.")


def test_scores_with_different_precision_are_told_apart(case: Case) -> None:
    one = LikelyRange(low=2, high=3, sem=0.35, change80=0.63, n_double_coded=24)
    other = LikelyRange(low=2, high=3, sem=0.41, change80=0.75, n_double_coded=22)

    caption = how_sure(with_uncertainty(case("third_visit"), one, other))

    assert "SEM 0.35 for care and engagement and 0.41 for good authority" in caption
    assert "from 22 to 24 visits" in caption
    assert "smaller than 0.63 for care and engagement and 0.75 for good authority" in caption


def test_unknown_agreement_is_said_once(case: Case) -> None:
    missing = NoRange(reason=NoRangeReason.UNKNOWN, n_double_coded=1, n_needed=15)

    caption = how_sure(with_uncertainty(case("third_visit"), missing, missing))

    assert caption.count("not yet known (1 visit coded twice; at least 15 are needed)") == 1
    assert "SEM" not in caption
    assert "A change between" not in caption


def test_low_agreement_is_said_for_its_score(case: Case) -> None:
    low = NoRange(reason=NoRangeReason.TOO_LOW, icc=0.412, icc_low=0.12, icc_high=0.66)
    known = LikelyRange(low=2, high=3, sem=0.35, n_double_coded=24)

    caption = how_sure(with_uncertainty(case("third_visit"), low, known))

    assert "closely enough on care and engagement for a range to help" in caption
    assert "(ICC 0.41, 95% CI 0.12 to 0.66)" in caption
    assert "SEM 0.35, from 24" in caption


def test_agreement_without_limits_is_said_in_plain_words(case: Case) -> None:
    missing = NoRange(reason=NoRangeReason.NOT_ESTIMABLE)
    known = LikelyRange(low=2, high=3, sem=0.35, n_double_coded=24)

    caption = how_sure(with_uncertainty(case("third_visit"), missing, known))

    assert "No range is shown for care and engagement: the double codings do not yet" in caption


def test_agreed_ratings_have_no_range(case: Case) -> None:
    assert "none has been measured for agreed ratings" in how_sure(case("consensus"))


def test_agreement_is_given_for_each_dimension(case: Case) -> None:
    data = case("third_visit")
    several, single = how_sure(data), how_sure(replace(data, agreement=data.agreement[:1]))

    assert "in these shares of 24 double-coded visits: collaboration 58% and 96%;" in several
    assert (
        "In 58% of double-coded visits both coders gave the same collaboration rating; "
        "in 96% they were within one level." in single
    )


def test_the_method_names_start_point_use_and_basis(case: Case) -> None:
    data = case("third_visit")
    mean = replace(data, basis=ScoreBasis.MEAN, provenance=replace(data.provenance, n_coders=2))

    assert how_to_read(data).startswith("Coders begin at 3 and move only on evidence.")
    assert "Not to be used for capability, pay or discipline." in how_to_read(data)
    assert "Each rating is the mean of 2 coders" in how_to_read(mean)
    assert "Coders begin" not in how_to_read(case("lower_is_better"))
