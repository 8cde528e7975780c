from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from practicecoder.codebook.model import Codebook, MissingPolicy
from practicecoder.domain.coding import NOT_YET_RATED, Rating
from practicecoder.scoring.results import NotEstimable, Score
from practicecoder.scoring.scores import all_scores, listed, score

NA = Rating.not_applicable("no_behaviour_change")
POOR = Rating.not_applicable("inaudible")


def ratings_of(codebook: Codebook, *values: float | Rating) -> dict[str, Rating]:
    """Ratings in the order of the codebook's dimensions."""
    given = [v if isinstance(v, Rating) else Rating.rated(v) for v in values]
    return dict(zip(codebook.dimension_ids, given, strict=True))


def reason(found: Score | NotEstimable) -> str:
    assert isinstance(found, NotEstimable)
    return found.reason


def value(found: Score | NotEstimable) -> float:
    assert isinstance(found, Score)
    return found.value


@pytest.mark.parametrize(
    ("values", "care", "authority", "spirit"),
    [
        ((3, 2, 2, 3, 3, 2, 4), Fraction(7, 3), 3, Fraction(8, 3)),
        ((1, 1, 1, 1, 1, 1, 1), 1, 1, 1),
        ((5, 5, 5, 5, 5, 5, 5), 5, 5, 5),
        ((3, 4, 3, 2.5, 3, 4.5, 2.5), Fraction(10, 3), Fraction(10, 3), Fraction(19, 6)),
    ],
)
def test_scores_are_means_of_their_parts(
    swim7: Codebook,
    values: tuple[float, ...],
    care: Fraction,
    authority: Fraction,
    spirit: Fraction,
) -> None:
    found = all_scores(swim7, ratings_of(swim7, *values))
    assert list(found) == list(swim7.score_ids)
    assert value(found["care_engagement"]) == float(care)
    assert value(found["good_authority"]) == float(authority)
    assert value(found["mi_spirit"]) == float(spirit)


def test_mi_spirit_is_not_estimable_without_evocation(swim7: Codebook) -> None:
    found = all_scores(swim7, ratings_of(swim7, 3, 2, 2, NA, 3, 2, 4))
    assert value(found["care_engagement"]) == pytest.approx(7 / 3)
    assert value(found["good_authority"]) == 3
    spirit = found["mi_spirit"]
    assert reason(spirit) == "evocation not applicable: no behaviour change was discussed"
    assert isinstance(spirit, NotEstimable)
    assert spirit.n == 2
    assert spirit.code == "evocation: no_behaviour_change"


def test_every_score_with_an_inapplicable_part_names_it(swim7: Codebook) -> None:
    found = all_scores(swim7, ratings_of(swim7, POOR, 2, 2, 3, 3, 2, 4))
    why = "collaboration not applicable: audio too poor to rate"
    assert reason(found["care_engagement"]) == why
    assert reason(found["mi_spirit"]) == why
    assert value(found["good_authority"]) == 3


def test_a_part_not_yet_rated_is_no_inapplicable_part(swim7: Codebook) -> None:
    found = all_scores(swim7, ratings_of(swim7, 3, 2, 2, NOT_YET_RATED, 3, 2, 4))
    assert value(found["care_engagement"]) == pytest.approx(7 / 3)
    assert reason(found["mi_spirit"]) == "evocation not yet rated"


def test_nothing_is_estimable_if_nothing_applies(swim7: Codebook) -> None:
    found = all_scores(swim7, ratings_of(swim7, *[POOR] * 7))
    assert all(isinstance(f, NotEstimable) and f.n == 0 for f in found.values())


def test_an_untouched_coding_scores_nothing(swim7: Codebook) -> None:
    found = all_scores(swim7, {})
    assert reason(found["good_authority"]) == (
        "purposefulness not yet rated; clarity about concerns not yet rated; "
        "child focus not yet rated"
    )


def test_a_final_value_in_dispute_is_named(swim7: Codebook) -> None:
    ratings: dict[str, Rating | NotEstimable] = {**ratings_of(swim7, 3, 2, 2, 3, 3, 2, 4)}
    ratings["evocation"] = NotEstimable(
        reason="coders differ on whether it applies", n=1, code="coders_differ"
    )
    found = all_scores(swim7, ratings)["mi_spirit"]
    assert reason(found) == "evocation: coders differ on whether it applies"
    assert isinstance(found, NotEstimable)
    assert found.code == "evocation: coders_differ"


def test_a_reason_that_the_codebook_lacks_is_spelt_out(swim7: Codebook) -> None:
    odd = Rating.not_applicable("tape_broken")
    found = all_scores(swim7, ratings_of(swim7, 3, 2, odd, 3, 3, 2, 4))
    assert reason(found["care_engagement"]) == "empathy not applicable: tape broken"


def test_a_score_keeps_the_values_it_used(swim7: Codebook) -> None:
    found = all_scores(swim7, ratings_of(swim7, 3, 2, 2, 3, 3, 2, 4))["care_engagement"]
    assert isinstance(found, Score)
    assert found.n_parts == 3
    assert dict(found.used) == {"collaboration": 3, "autonomy": 2, "empathy": 2}


@pytest.mark.parametrize(
    ("counts", "percent_complex", "reflections_to_questions"),
    [
        ({"sr": 4, "cr": 6, "q": 5}, 60.0, 2.0),
        ({"sr": 0, "cr": 0, "q": 5}, "no reflections", 0.0),
        ({"sr": 3, "cr": 0, "q": 0}, 0.0, "no questions"),
        ({"sr": 0, "cr": 0, "q": 0}, "no reflections", "no questions"),
        (None, "not counted", "not counted"),
    ],
)
def test_undefined_is_not_zero(
    miti4: Codebook,
    counts: dict[str, float] | None,
    percent_complex: float | str,
    reflections_to_questions: float | str,
) -> None:
    found = all_scores(miti4, {}, counts)
    for score_id, expected in (
        ("pct_cr", percent_complex),
        ("r_to_q", reflections_to_questions),
    ):
        if isinstance(expected, str):
            assert reason(found[score_id]) == expected
        else:
            assert value(found[score_id]) == pytest.approx(expected, abs=1e-12)


def test_percent_adherent_without_either_behaviour(miti3: Codebook) -> None:
    neither = all_scores(miti3, {}, {"mia": 0, "mina": 0})["pct_mia"]
    assert reason(neither) == "neither MI-adherent nor MI-non-adherent occurred"
    assert isinstance(neither, NotEstimable)
    assert neither.code == "zero_denominator"
    assert value(all_scores(miti3, {}, {"mia": 3, "mina": 0})["pct_mia"]) == 100
    questions = {"sr": 1, "cr": 1, "question_open": 0, "question_closed": 0}
    assert reason(all_scores(miti3, {}, questions)["r_to_q"]) == "no questions"


def test_a_part_of_a_group_is_not_called_by_the_groups_name(miti4: Codebook) -> None:
    only_simple = replace(miti4.score("pct_cr"), denominator=("sr",))
    found = score(only_simple, miti4, {}, {"sr": 0, "cr": 1})
    assert reason(found) == "no simple reflection occurred"


def test_totals_and_ratings_do_not_wait_for_each_other(miti4: Codebook) -> None:
    counts = {"seek": 1, "affirm": 2, "emphasize": 0}
    found = all_scores(miti4, ratings_of(miti4, 3, 4, 2, 5), counts)
    assert value(found["total_mia"]) == 3
    assert value(found["technical_global"]) == 3.5
    assert value(found["relational_global"]) == 3.5
    assert reason(found["total_mina"]) == "confront not counted; persuade not counted"


def test_min_k_needs_its_number_of_parts(group_supervision: Codebook) -> None:
    open_ = Rating.not_applicable(group_supervision.reasons[0].reason_id)
    seven = ratings_of(group_supervision, 1, 2, 3, 2, 1, 3, 2, open_)
    found = all_scores(group_supervision, seven)["discussion_mean"]
    assert isinstance(found, Score)
    assert found.value == 2
    assert found.n_parts == 7
    six = ratings_of(group_supervision, 1, 2, 3, 2, 1, 3, open_, open_)
    lacking = all_scores(group_supervision, six)["discussion_mean"]
    assert isinstance(lacking, NotEstimable)
    assert lacking.n == 6
    assert lacking.reason.startswith("6 of 8 parts rated, at least 7 needed (")


def test_available_is_content_with_one_part(swim7: Codebook) -> None:
    definition = replace(swim7.score("care_engagement"), missing=MissingPolicy.AVAILABLE)
    found = score(definition, swim7, {"empathy": Rating.rated(2)})
    assert isinstance(found, Score)
    assert (found.value, found.n_parts) == (2, 1)
    nothing = score(definition, swim7, {})
    assert reason(nothing).startswith("0 of 3 parts rated, at least 1 needed (")


def test_a_list_of_nothing_is_empty() -> None:
    assert listed([]) == ""
