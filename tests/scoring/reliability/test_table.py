from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import NOT_YET_RATED, ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ImportedDataError
from practicecoder.scoring.reliability.agreement import BlandAltman
from practicecoder.scoring.reliability.item import KEYS
from practicecoder.scoring.reliability.notes import average_form_note
from practicecoder.scoring.reliability.table import ReliabilityTable, reliability_table
from practicecoder.scoring.results import Estimate, Interval, NotEstimable, Statistic

FORMS = {
    "icc_1": "ICC(1,1)",
    "icc_a1": "ICC(A,1)",
    "icc_c1": "ICC(C,1)",
    "icc_1k": "ICC(1,k)",
    "icc_ak": "ICC(A,k)",
    "icc_ck": "ICC(C,k)",
}
DIMENSIONS = (
    "collaboration",
    "autonomy",
    "empathy",
    "evocation",
    "purposefulness",
    "clarity_about_concerns",
    "child_focus",
)
SCORES = ("care_engagement", "good_authority", "mi_spirit")


def a_rating(session: str, coder: str, item: str, rating: Rating | float | None) -> ItemRating:
    given = rating if isinstance(rating, Rating) else NOT_YET_RATED
    if isinstance(rating, int | float):
        given = Rating.rated(rating)
    return ItemRating(
        session_id=SessionId(session), coder_id=CoderId(coder), item=item, rating=given
    )


def of_csv(path: Path) -> list[ItemRating]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        rating = Rating.rated(float(row["value"])) if row["value"] else NOT_YET_RATED
        if row["na_reason"]:
            rating = Rating.not_applicable(row["na_reason"])
        found.append(a_rating(row["session_id"], row["coder_id"], row["item"], rating))
    return found


@pytest.fixture(scope="module")
def ratings(golden_folder: Path) -> list[ItemRating]:
    return of_csv(golden_folder / "fsh_reliability_long.csv")


@pytest.fixture(scope="module")
def table(swim7: Codebook, ratings: list[ItemRating]) -> ReliabilityTable:
    return reliability_table(swim7, ratings)


@pytest.fixture(scope="module")
def expected(golden: Callable[[str], Any]) -> Any:
    return golden("fsh_expected")


def value(statistic: Statistic | None) -> float:
    assert isinstance(statistic, Estimate)
    return statistic.value


def test_the_design_is_summed_up(table: ReliabilityTable) -> None:
    design = table.design
    assert (design.n_sessions, design.n_multiple_coded, design.n_coded_once) == (28, 28, 0)
    assert design.coders == ("C1", "C2", "C3")
    assert not design.complete  # C3 did not code two sessions


def test_rows_come_in_the_codebooks_order(table: ReliabilityTable) -> None:
    assert tuple(item.item for item in table.items) == (*DIMENSIONS, *SCORES)
    with pytest.raises(KeyError):
        table.item("warmth")


@pytest.mark.golden
@pytest.mark.parametrize("item", DIMENSIONS)
def test_made_up_dimensions_agree_with_r(
    table: ReliabilityTable, expected: Any, item: str
) -> None:
    found, wanted = table.item(item), expected["reliability"][item]
    statistics = found.statistics
    assert found.n_sessions == wanted["n_usable_2plus"]
    assert found.n_complete == wanted["n_complete"]
    for metric in ("nominal", "ordinal", "interval"):
        assert value(statistics[f"alpha_{metric}"]) == pytest.approx(
            wanted[f"kripp_{metric}"], abs=1e-6
        )
    for key, name in FORMS.items():
        form = wanted["icc_listwise"][name]
        statistic = statistics[key]
        assert value(statistic) == pytest.approx(form["value"], abs=1e-6)
        assert isinstance(statistic, Estimate)
        assert isinstance(statistic.interval, Interval)
        limits = (statistic.interval.low, statistic.interval.high)
        assert limits == pytest.approx(tuple(form["ci95"]), abs=1e-6)
    reml = wanted["reml_all"]
    for key, name in (
        ("icc_a1_reml", "ICC_A1"),
        ("icc_c1_reml", "ICC_C1"),
        ("icc_a_khat", "ICC_Akhat"),
        ("icc_c_khat", "ICC_Ckhat"),
        ("icc_q_khat", "ICC_Qkhat"),
        ("khat", "khat"),
        ("q", "q"),
    ):
        assert value(statistics[key]) == pytest.approx(reml[name], abs=1e-6)
    assert value(statistics["sem"]) == pytest.approx(wanted["SEM_reml"]["agreement"], abs=1e-6)
    assert value(statistics["sdc"]) == pytest.approx(wanted["SEM_reml"]["SDC_agreement"], abs=1e-5)
    ac2 = statistics["ac2_quadratic"]
    assert value(ac2) == pytest.approx(wanted["ac2_quadratic"]["value"], abs=1e-6)
    assert isinstance(ac2, Estimate)
    assert isinstance(ac2.interval, Interval)
    assert (ac2.interval.low, ac2.interval.high) == pytest.approx(
        tuple(wanted["ac2_quadratic"]["ci"]), abs=1e-6
    )


@pytest.mark.golden
@pytest.mark.parametrize("item", DIMENSIONS)
def test_made_up_percentages_and_pairs_agree_with_r(
    table: ReliabilityTable, expected: Any, item: str
) -> None:
    found, wanted = table.item(item), expected["reliability"][item]
    for key, name in (
        ("exact_agreement", "pct_exact"),
        ("within_one_agreement", "pct_within1"),
    ):
        share = found.statistics[key]
        assert isinstance(share, Estimate)
        assert share.value == pytest.approx(wanted[name]["pairwise"])
        assert (share.n, share.n_pairs) == (wanted[name]["n_units"], wanted[name]["n_pairs"])
    everyone = value(found.statistics["all_coders_agree"])
    assert everyone == pytest.approx(wanted["pct_exact"]["all_raters"])
    for key in ("kappa_quadratic", "kappa_linear"):
        for pair in found.kappa_pairs[key]:
            of_pair = wanted["pairs"]["-".join(pair.coders)]
            assert value(pair.kappa) == pytest.approx(of_pair[key], abs=1e-6)
    for detail in found.pairs:
        of_pair = wanted["pairs"]["-".join(detail.coders)]
        assert detail.n == of_pair["n"]
        assert value(detail.exact) == pytest.approx(of_pair["exact"])
        assert value(detail.within_one) == pytest.approx(of_pair["within1"])


@pytest.mark.golden
@pytest.mark.parametrize("item", SCORES)
def test_made_up_scores_agree_with_r(table: ReliabilityTable, expected: Any, item: str) -> None:
    found, wanted = table.item(item), expected["reliability_factor_scores"][item]
    statistics = found.statistics
    assert (found.n_sessions, found.n_complete) == (
        wanted["n_usable_2plus"],
        wanted["n_complete"],
    )
    for key, name in (("icc_a1", "ICC(A,1)"), ("icc_c1", "ICC(C,1)"), ("icc_ak", "ICC(A,k)")):
        assert value(statistics[key]) == pytest.approx(
            wanted["icc_listwise"][name]["value"], abs=1e-6
        )
    assert value(statistics["icc_a1_reml"]) == pytest.approx(
        wanted["reml_all"]["ICC_A1"], abs=1e-6
    )
    assert value(statistics["alpha_interval"]) == pytest.approx(wanted["kripp_interval"], abs=1e-6)
    assert value(statistics["sem"]) == pytest.approx(wanted["SEM_reml"]["agreement"], abs=1e-6)
    assert isinstance(statistics["kappa"], NotEstimable)
    assert statistics["kappa"].reason == "not offered for scores"
    assert all(isinstance(pair.bland_altman, BlandAltman) for pair in found.pairs)


@pytest.mark.golden
def test_whether_evocation_applies_is_told_before_how_it_was_rated(
    table: ReliabilityTable, expected: Any
) -> None:
    wanted = expected["reliability"]["evocation"]["applicability"]
    found = table.item("evocation").applicability
    assert found is not None
    assert (found.both, found.one, found.none) == (12, 3, 13)
    assert found.n == 28
    assert len(found.disputed) == 3
    assert value(found.alpha) == pytest.approx(wanted["kripp_nominal"], abs=1e-6)
    assert value(found.kappa.mean) == pytest.approx(wanted["kappa_mean_of_pairs"], abs=1e-6)
    assert table.item("empathy").applicability is None


def test_dropped_sessions_are_counted_with_reasons(table: ReliabilityTable) -> None:
    evocation = table.item("evocation")
    assert evocation.n_dropped == 15
    assert set(evocation.dropped_because) == {
        "13 not applicable for all",
        "2 not applicable for all but one",
    }


def test_an_incomplete_item_is_headed_by_reml(table: ReliabilityTable) -> None:
    item = table.item("good_authority")
    assert item.headline_key == "icc_a1_reml"
    assert item.headline == item.statistics["icc_a1_reml"]
    band = item.band()
    assert band is not None
    assert band.value == "good"


def test_a_complete_item_is_headed_by_mean_squares(
    swim7: Codebook, ratings: list[ItemRating]
) -> None:
    two = [r for r in ratings if r.coder_id in ("C2", "C3")]
    coded = {r.session_id for r in two if r.coder_id == "C3" and r.rating.value is not None}
    table = reliability_table(swim7, [r for r in two if r.session_id in coded])
    item = table.item("child_focus")
    assert table.design.complete
    assert item.headline_key == "icc_a1"
    assert value(item.headline) == pytest.approx(value(item.statistics["icc_a1_reml"]))


def test_scores_know_how_far_they_may_be_off(table: ReliabilityTable) -> None:
    authority = table.item("good_authority").measurement
    assert authority.n == 28
    found = authority.usable()
    assert isinstance(found, NotEstimable)
    assert found.code == "too_low"


def test_cautions_are_sentences(table: ReliabilityTable) -> None:
    notes = {note.note_id: note.sentence for note in table.item("evocation").notes}
    assert notes["few_sessions"] == (
        "Only 13 sessions were rated on this item by two or more; "
        "the interval shows how little this settles."
    )
    assert notes["listwise_loss"] == (
        "11 of 13 sessions were rated by all 3 coders; "
        "the headline uses all 37 ratings (REML; interval by Monte Carlo)."
    )
    assert notes["applicability"] == (
        "In 3 of 28 sessions coders disagreed whether the item applies."
    )
    assert notes["severity_gap"].endswith("C3 rates 0.36 higher than average.")


def test_json_has_the_public_keys(table: ReliabilityTable) -> None:
    document = json.loads(json.dumps(table.as_json(), allow_nan=False))
    assert document["codebook"]["id"] == "swim7"
    assert document["design"] == {
        "n_sessions": 28,
        "n_multiple_coded": 28,
        "n_coders": 3,
        "coders": ["C1", "C2", "C3"],
        "complete": False,
    }
    for item in document["items"]:
        assert item.keys() >= {
            *("id", "kind", "n_sessions", "n_dropped", "dropped_because", "n_coders"),
            *("n_ratings", "applicability", "statistics"),
        }
        assert list(item["statistics"]) == list(KEYS)
        for statistic in item["statistics"].values():
            assert ("reason" in statistic) == (statistic["value"] is None)
    evocation = next(item for item in document["items"] if item["id"] == "evocation")
    assert evocation["applicability"].keys() >= {"both", "one", "none", "kappa"}
    pairs = evocation["statistics"]["kappa_quadratic"]["pairs"]
    assert [pair["coders"] for pair in pairs] == [["C1", "C2"], ["C1", "C3"], ["C2", "C3"]]
    spirit = next(item for item in document["items"] if item["id"] == "mi_spirit")
    assert spirit["pairs"][0]["bland_altman"].keys() == {"bias", "sd", "lower", "upper"}


def test_the_table_is_repeatable(swim7: Codebook, ratings: list[ItemRating]) -> None:
    one = reliability_table(swim7, ratings, seed=7)
    other = reliability_table(swim7, list(reversed(ratings)), seed=7)
    assert one.as_json() == other.as_json()


def test_a_study_without_double_coding_has_an_empty_table(
    swim7: Codebook, ratings: list[ItemRating]
) -> None:
    table = reliability_table(swim7, [r for r in ratings if r.coder_id == "C1"])
    assert (table.design.n_sessions, table.design.n_multiple_coded) == (28, 0)
    assert table.design.coders == ()
    for item in table.items:
        assert item.n_sessions == 0
        assert all(isinstance(s, NotEstimable) for s in item.statistics.values())
    assert json.dumps(table.as_json(), allow_nan=False)


def test_no_ratings_at_all_give_a_table_too(swim7: Codebook) -> None:
    assert reliability_table(swim7, []).design.n_sessions == 0


def counted(values: Sequence[Sequence[float]], item: str) -> list[ItemRating]:
    return [
        a_rating(f"S{i}", f"C{j}", item, value)
        for i, row in enumerate(values)
        for j, value in enumerate(row)
    ]


def test_counts_and_their_ratios_have_rows_of_their_own(miti4: Codebook) -> None:
    ratings = [
        *counted([[4, 5], [0, 0], [7, 6], [2, 2], [1, 0]], "q"),
        *counted([[1, 2], [2, 2], [3, 3], [0, 1], [4, 4]], "sr"),
        *counted([[1, 0], [0, 0], [2, 2], [0, 0], [0, 1]], "cr"),
    ]
    table = reliability_table(miti4, ratings)
    ids = [item.item for item in table.items]
    assert ids[4:] == [
        "technical_global",
        "relational_global",
        "pct_cr",
        "r_to_q",
        "q",
        "sr",
        "cr",
    ]
    questions = table.item("q")
    assert isinstance(questions.statistics["icc_a1_log1p"], Estimate)
    assert isinstance(questions.statistics["alpha_ratio"], Estimate)
    assert isinstance(questions.statistics["exact_agreement"], Estimate)
    assert isinstance(questions.statistics["ac1"], NotEstimable)
    ratio = table.item("r_to_q")
    assert ratio.n_sessions == 3
    assert set(ratio.dropped_because) == {
        "1 not applicable for all",
        "1 not applicable for all but one",
    }


def test_two_sessions_are_too_few_for_limits_of_agreement(miti4: Codebook) -> None:
    table = reliability_table(miti4, counted([[4, 5], [0, 1]], "q"))
    document = json.loads(json.dumps(table.as_json(), allow_nan=False))
    questions = next(item for item in document["items"] if item["id"] == "q")
    assert questions["pairs"][0]["bland_altman"]["reason"] == "fewer than 3 shared sessions"


def test_pairs_in_json_have_their_table_and_the_most_kappa_can_be(swim7: Codebook) -> None:
    table = reliability_table(swim7, counted([[3.0, 3.0], [2.0, 3.0], [5.0, 4.0]], "empathy"))
    document = json.loads(json.dumps(table.as_json(), allow_nan=False))
    empathy = next(item for item in document["items"] if item["id"] == "empathy")
    (pair,) = empathy["pairs"]
    assert sum(map(sum, pair["table"])) == 3
    assert pair["table"][2][2] == 1
    # pe = 1/3 * 2/3; the margins share one rating
    assert pair["kappa_max"] == pytest.approx((1 / 3 - 2 / 9) / (1 - 2 / 9))
    score = next(item for item in document["items"] if item["id"] == "good_authority")
    assert all("table" not in one for one in score["pairs"])


def test_a_behaviour_that_nobody_heard_is_noted(miti4: Codebook) -> None:
    table = reliability_table(miti4, counted([[0, 0], [0, 0], [0, 0], [2, 1], [1, 1]], "gi"))
    notes = {note.note_id: note.sentence for note in table.item("gi").notes}
    assert notes["zero_heavy"] == "In 60% of sessions no coder heard this behaviour."


def test_a_score_over_open_parts_is_open(swim7: Codebook) -> None:
    ratings = [
        a_rating("S1", coder, item, value)
        for coder, value in (("C1", 3.0), ("C2", None))
        for item in ("collaboration", "autonomy", "empathy")
    ]
    ratings.append(a_rating("S1", "C2", "evocation", 3.0))
    table = reliability_table(swim7, ratings)
    assert table.item("care_engagement").dropped_because == ("1 left open by all but one",)


def test_one_level_nearly_always_is_noted(swim7: Codebook) -> None:
    values = [[3.0, 3.0]] * 9 + [[3.0, 4.0]]
    notes = {
        note.note_id: note.sentence
        for note in reliability_table(swim7, counted(values, "empathy")).item("empathy").notes
    }
    assert notes["restricted_range"].startswith("95% of ratings are 3: ")
    assert notes["constant_coder"] == "C0 used one level only; kappa is 0 by construction."


def test_groups_of_coders_that_share_nothing_are_named(swim7: Codebook) -> None:
    one = [a_rating(f"S{i}", c, "empathy", 1 + i) for i in range(3) for c in ("A", "B")]
    other = [a_rating(f"T{i}", c, "empathy", 1 + i) for i in range(3) for c in ("C", "D")]
    notes = {
        note.note_id: note.sentence
        for note in reliability_table(swim7, one + other).item("empathy").notes
    }
    assert notes["unconnected"] == (
        "A/B and C/D share no session; their levels cannot be compared."
    )


def test_a_gap_in_level_is_told_with_its_direction(swim7: Codebook) -> None:
    values = [[1.0, 2.0], [2.0, 3.0], [3.0, 4.0], [4.0, 5.0], [2.0, 3.0], [3.0, 4.0]]
    notes = {
        note.note_id: note.sentence
        for note in reliability_table(swim7, counted(values, "empathy")).item("empathy").notes
    }
    assert notes["severity_gap"] == (
        "Coders rank sessions alike but differ in level: C1 rates 0.50 higher than average."
    )


def test_a_coder_who_rates_lower_is_told_so(swim7: Codebook) -> None:
    values = [[1, 3, 3], [1, 2, 3], [2, 4, 3], [1, 3, 4], [3, 5, 4], [2, 4, 5]]
    notes = {
        note.note_id: note.sentence
        for note in reliability_table(swim7, counted(values, "empathy")).item("empathy").notes
    }
    assert notes["severity_gap"] == (
        "Coders rank sessions alike but differ in level: C0 rates 1.28 lower than average."
    )


def test_every_fault_is_listed_before_anything_is_computed(swim7: Codebook) -> None:
    faulty = [
        a_rating("S1", "C1", "warmth", 3.0),
        a_rating("S1", "C1", "empathy", 2.5),
        a_rating("S1", "C1", "autonomy", 3.0),
        a_rating("S1", "C1", "autonomy", 4.0),
        a_rating("S1", "C1", "question_open", -1.0),
    ]
    with pytest.raises(ImportedDataError) as error:
        reliability_table(swim7, faulty)
    told = error.value.user_message
    assert "no dimension or count 'warmth'" in told
    assert "2.5 is no value of empathy" in told
    assert "item autonomy occurs more than once" in told
    assert len(error.value.problems) == 4


def test_a_form_for_means_says_when_it_holds() -> None:
    note = average_form_note(3)
    assert note.note_id == "average_form"
    assert note.sentence == "Holds only if the analysed score is the mean of 3 coders."
