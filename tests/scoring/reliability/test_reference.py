"""A coder against reference codings, and the pass rule."""

from __future__ import annotations

import random

import pytest

from practicecoder.codebook.model import Codebook
from practicecoder.domain.certification import PassRule
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ImportedDataError
from practicecoder.scoring.reliability.reference import (
    AgainstReference,
    ReferenceResult,
    against_reference,
    judge,
    reached_in_words,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

NA = Rating.not_applicable("no_behaviour_change")


def row(session: str, item: str, given: Rating | float, coder: str = "C1") -> ItemRating:
    rated = given if isinstance(given, Rating) else Rating.rated(given)
    return ItemRating(
        session_id=SessionId(session), coder_id=CoderId(coder), item=item, rating=rated
    )


def number(statistic: Statistic) -> float:
    assert isinstance(statistic, Estimate)
    return statistic.value


def many(
    codebook: Codebook, n: int, *, apart: tuple[int, ...] = (0, 0, 0, 1, -1, 2)
) -> tuple[list[ItemRating], list[ItemRating]]:
    """Trials and reference of n recordings, made up; departures are drawn from ``apart``."""
    chance = random.Random(5)
    trials, reference = [], []
    for s in range(n):
        for item in codebook.dimension_ids:
            true = chance.randint(1, 5)
            given = min(5, max(1, true + chance.choice(apart)))
            reference.append(row(f"S{s}", item, true, "REF"))
            trials.append(row(f"S{s}", item, given))
    return trials, reference


@pytest.fixture
def mixed(swim7: Codebook) -> ReferenceResult:
    return against_reference(swim7, *many(swim7, 12))


def of(result: ReferenceResult, item: str) -> AgainstReference:
    return next(found for found in result.dimensions if found.item == item)


def test_shares_are_over_all_ratings_and_by_dimension(
    swim7: Codebook, mixed: ReferenceResult
) -> None:
    trials, reference = many(swim7, 12)
    apart = [
        abs((t.rating.value or 0) - (r.rating.value or 0))
        for t, r in zip(trials, reference, strict=True)
    ]
    overall = mixed.overall
    assert (overall.n_recordings, overall.n_ratings) == (12, 12 * len(swim7.dimension_ids))
    assert number(overall.exact) == pytest.approx(apart.count(0) / len(apart))
    close = sum(a <= 1 for a in apart) / len(apart)
    assert number(overall.within_one) == pytest.approx(close)
    assert [found.item for found in mixed.dimensions] == list(swim7.dimension_ids)
    each = [number(found.exact) for found in mixed.dimensions]
    assert sum(each) / len(each) == pytest.approx(number(overall.exact))


def test_intervals_are_drawn_by_recording(mixed: ReferenceResult) -> None:
    for statistic in (mixed.overall.exact, mixed.overall.kappa, mixed.overall.departure):
        assert isinstance(statistic, Estimate)
        assert isinstance(statistic.interval, Interval)
        assert statistic.interval.low <= statistic.value <= statistic.interval.high
        assert "session bootstrap" in statistic.method


def test_names_of_recordings_decide_nothing(swim7: Codebook, mixed: ReferenceResult) -> None:
    def renamed(rows: list[ItemRating]) -> list[ItemRating]:
        return [row(f"X{90 - int(r.session_id[1:])}", r.item, r.rating, r.coder_id) for r in rows]

    trials, reference = many(swim7, 12)
    assert against_reference(swim7, renamed(trials), renamed(reference)) == mixed


def test_departure_is_trial_minus_reference(swim7: Codebook) -> None:
    trials = [row("S1", "empathy", 4), row("S2", "empathy", 4)]
    found = against_reference(swim7, trials, [row("S1", "empathy", 3), row("S2", "empathy", 2)])
    assert number(found.overall.departure) == 1.5
    assert number(of(found, "empathy").within_one) == 0.5


def test_applicability_and_open_ratings_are_counted_and_not_shared(swim7: Codebook) -> None:
    trials = [
        row("S1", "evocation", NA),
        row("S1", "empathy", 3),
        row("S2", "empathy", NA),
        row("S1", "child_focus", Rating()),
        row("S3", "empathy", Rating()),
    ]
    reference = [
        row("S1", "evocation", NA),
        row("S1", "empathy", 3),
        row("S2", "empathy", 4),
        row("S1", "child_focus", 2),
        row("S1", "autonomy", 2),
        row("S1", "collaboration", Rating()),
        row("S3", "empathy", 2),
        row("S9", "empathy", 2),
    ]
    overall = against_reference(swim7, trials, reference).overall
    assert (overall.n_recordings, overall.n_ratings) == (1, 1)
    assert (overall.n_applicability, overall.n_left_open) == (1, 2)
    verdict = judge(PassRule(recordings=1), against_reference(swim7, trials, reference))
    assert len(verdict.cautions) == 2


def test_ruling_out_what_is_hard_does_not_pass(swim7: Codebook) -> None:
    trials, reference = many(swim7, 10, apart=(0,))

    def ruling_out(places: set[int]) -> list[ItemRating]:
        return [row(r.session_id, r.item, NA) if n in places else r for n, r in enumerate(trials)]

    tenth = set(range(0, 70, 10))
    passed = judge(PassRule(), against_reference(swim7, ruling_out(tenth), reference))
    assert passed.passed
    assert "Agreement on whether dimensions apply is 90%; 90% is asked for." in passed.reasons
    many_out = ruling_out({*tenth, 5})
    failed = judge(PassRule(), against_reference(swim7, many_out, reference))
    assert failed.reasons[-1].startswith("Agreement on whether dimensions apply is 89%; ")
    assert not failed.passed
    exact = PassRule(within_one=0, exact=0.9)
    assert not judge(exact, against_reference(swim7, many_out, reference)).passed


def test_perfect_trials_have_kappa_one_and_no_interval(swim7: Codebook) -> None:
    result = against_reference(swim7, *many(swim7, 10, apart=(0,)))
    assert number(result.overall.kappa) == 1
    assert isinstance(result.overall.exact, Estimate)
    assert result.overall.exact.interval == NoInterval(reason="no disagreement was observed")
    assert judge(PassRule(exact=1.0, kappa=1.0, each_dimension=True), result).passed


def test_equal_departures_leave_nothing_to_resample(swim7: Codebook) -> None:
    trials = [row(f"S{s}", "empathy", 3) for s in range(12)]
    reference = [row(f"S{s}", "empathy", 2) for s in range(12)]
    found = against_reference(swim7, trials, reference).overall
    assert isinstance(found.departure, Estimate)
    assert isinstance(found.departure.interval, NoInterval)
    assert found.departure.interval.reason == "every session contributes the same"
    assert number(found.kappa) == 0


def test_nothing_compared_is_said_and_does_not_pass(swim7: Codebook) -> None:
    result = against_reference(swim7, [], [])
    assert isinstance(result.overall.exact, NotEstimable)
    assert isinstance(result.overall.kappa, NotEstimable)
    verdict = judge(PassRule(kappa=0.6), result)
    assert not verdict.passed
    assert "0 recordings were compared; 10 are asked for." in verdict.reasons
    assert any("Quadratic weighted kappa cannot be told" in r for r in verdict.reasons)
    assert any("within one level cannot be told" in r for r in verdict.reasons)
    assert not any("Exact" in r for r in verdict.reasons)


def test_the_rule_of_ninety_per_cent_within_one(swim7: Codebook, mixed: ReferenceResult) -> None:
    share = number(mixed.overall.within_one)
    assert 0.7 < share < 0.95
    assert judge(PassRule(within_one=share), mixed).passed
    failed = judge(PassRule(within_one=share + 0.01), mixed)
    assert not failed.passed
    assert len(failed.reasons) == 1
    assert failed.reasons[0].startswith("Agreement within one level is ")


def test_a_pass_says_all_that_wasreached_in_words(mixed: ReferenceResult) -> None:
    verdict = judge(PassRule(within_one=0.5, kappa=0.1), mixed)
    assert verdict.passed
    assert len(verdict.reasons) == 3  # exact agreement was not asked for
    assert verdict.reasons[0] == "12 recordings were compared; 10 are asked for."
    assert verdict.reasons[2].endswith(".10 is asked for.")


def test_each_dimension_may_be_asked_for(mixed: ReferenceResult) -> None:
    worst = min(mixed.dimensions, key=lambda found: number(found.within_one))
    least = number(worst.within_one) + 0.001
    assert judge(PassRule(within_one=least), mixed).passed
    verdict = judge(PassRule(within_one=least, each_dimension=True), mixed)
    assert not verdict.passed
    assert any(f"on {worst.label} is" in reason for reason in verdict.reasons)


def test_kappa_under_the_rule_fails(mixed: ReferenceResult) -> None:
    value = number(mixed.overall.kappa)
    assert not judge(PassRule(within_one=0, kappa=value + 0.01), mixed).passed
    assert judge(PassRule(within_one=0, kappa=value), mixed).passed


def test_one_recording_has_no_kappa_of_a_dimension(swim7: Codebook) -> None:
    result = against_reference(swim7, [row("S1", "empathy", 3)], [row("S1", "empathy", 3)])
    assert isinstance(of(result, "empathy").kappa, NotEstimable)


def test_dimensions_on_different_scales_are_not_pooled(miti3: Codebook, miti4: Codebook) -> None:
    from dataclasses import replace

    first, *others = miti4.dimensions
    wider = replace(first, scale=replace(first.scale, maximum=first.scale.maximum + 2))
    book = replace(miti4, dimensions=(wider, *others))
    trials = [row(f"S{s}", d, 3) for s in range(2) for d in book.dimension_ids]
    overall = against_reference(book, trials, trials).overall
    assert isinstance(overall.kappa, NotEstimable)
    assert overall.kappa.reason == "dimensions have different scales"
    assert number(overall.exact) == 1


def test_repeated_and_unknown_ratings_are_all_listed(swim7: Codebook) -> None:
    twice = [row("S1", "empathy", 3), row("S1", "empathy", 4)]
    with pytest.raises(ImportedDataError) as raised:
        against_reference(
            swim7, [*twice, row("S1", "unknown", 3)], [*twice, row("S2", "empathy", 9)]
        )
    assert len(raised.value.problems) == 4


def test_a_share_that_misses_by_less_than_one_percent_has_a_decimal_more() -> None:
    assert reached_in_words(0.796, 0.8) == "79.6%; 80%"
    assert reached_in_words(0.8, 0.8) == "80%; 80%"
    assert reached_in_words(0.886, 0.9) == "89%; 90%"
