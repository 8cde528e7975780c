from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from practicecoder.scoring import _pingouin
from practicecoder.scoring.comparison import compare, holm, standard_error, with_holm
from practicecoder.scoring.distributions import t_two_sided
from practicecoder.scoring.frames import compare_frame
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable
from practicecoder.scoring.two_groups import (
    ClusteredTest,
    Group,
    GroupComparison,
    LeveneTest,
    TTest,
)

LAW = settings(derandomize=True, max_examples=40, deadline=None)
ROWS = (
    *("evocation", "collaboration", "autonomy", "mi_spirit", "empathy", "purposefulness"),
    *("clarity_about_concerns", "child_focus", "care_engagement", "good_authority"),
)


def a_group(name: str, *values: float, workers: Sequence[str | None] = ()) -> Group:
    return Group(name=name, values=values, workers=tuple(workers))


def student(found: GroupComparison) -> TTest:
    assert isinstance(found.student, TTest)
    return found.student


def welch(found: GroupComparison) -> TTest:
    assert isinstance(found.welch, TTest)
    return found.welch


def limits(interval: Interval | NoInterval) -> tuple[float, float]:
    assert isinstance(interval, Interval)
    return interval.low, interval.high


@pytest.fixture(scope="module")
def expected(golden: Callable[[str], Any]) -> Any:
    return golden("fsh_expected")


@pytest.mark.golden
def test_students_sleep_data(golden: Callable[[str], Any]) -> None:
    data = golden("sleep_ttest")
    # The data set is told as first minus second; ours is second minus first.
    found = compare("sleep", a_group("g2", *data["g2"]), a_group("g1", *data["g1"]))
    assert found.direction == "g1 minus g2"
    for test, key in ((student(found), "student"), (welch(found), "welch")):
        wanted = data["expected"][key]
        assert test.t == pytest.approx(wanted["t"], abs=1e-9)
        assert test.df == pytest.approx(wanted["df"], abs=1e-9)
        assert test.p == pytest.approx(wanted["p"], abs=1e-9)
        assert limits(test.interval) == pytest.approx(tuple(wanted["ci"]), abs=1e-9)
        assert test.hedges_g == pytest.approx(data["expected"]["hedges_g"], abs=1e-9)


@pytest.mark.golden
@pytest.mark.parametrize("score", ROWS)
def test_made_up_sessions_agree_with_r(sessions: pd.DataFrame, expected: Any, score: str) -> None:
    wanted = expected["table_2_and_24"][score]
    found = compare_frame(sessions, score)
    first, second = found.groups
    assert (first.n, second.n) == (wanted["n_pre"], wanted["n_post"])
    assert (first.mean, second.mean) == pytest.approx((wanted["mean_pre"], wanted["mean_post"]))
    assert (first.sd, second.sd) == pytest.approx((wanted["sd_pre"], wanted["sd_post"]))
    for test, key in ((student(found), "student"), (welch(found), "welch")):
        assert test.t == pytest.approx(wanted[key]["t"], abs=1e-6)
        assert test.df == pytest.approx(wanted[key]["df"], abs=1e-6)
        assert test.p == pytest.approx(wanted[key]["p"], abs=1e-6)
        assert test.mean_difference == pytest.approx(wanted["mean_difference"])
        assert limits(test.interval) == pytest.approx(tuple(wanted[key]["ci"]), abs=1e-6)
        assert test.hedges_g == pytest.approx(wanted["hedges_g"], abs=1e-6)
        assert limits(test.hedges_g_interval) == pytest.approx(
            tuple(wanted["hedges_g_ci95"]), abs=1e-6
        )
    assert isinstance(found.levene, LeveneTest)
    assert found.levene.p == pytest.approx(wanted["levene_p"], abs=1e-6)


@pytest.mark.golden
@pytest.mark.parametrize(
    ("score", "t", "df", "p"),
    [("good_authority", 2.330, 101, ".022"), ("care_engagement", 0.916, 94, ".362")],
)
def test_the_published_table_24(
    sessions: pd.DataFrame, score: str, t: float, df: int, p: str
) -> None:
    from practicecoder.scoring.results import p_shown, shown

    found = compare_frame(sessions, score, equal_variances=True).test
    assert isinstance(found, TTest)
    assert found.method == "Student t"
    assert shown(found.t, 3) == shown(t, 3)
    assert found.df == df
    assert p_shown(found.p) == p


@pytest.mark.golden
@pytest.mark.parametrize("score", ["good_authority", "care_engagement"])
def test_workers_repeat_and_their_p_is_another(
    sessions: pd.DataFrame, expected: Any, score: str
) -> None:
    wanted = expected["adjusted"][score]["cluster_robust_phase"]
    found = compare_frame(sessions, score).clustered
    assert isinstance(found, ClusteredTest)
    assert found.mean_difference == pytest.approx(wanted["difference"])
    assert found.se == pytest.approx(wanted["se"], abs=1e-6)
    assert found.t == pytest.approx(wanted["t"], abs=1e-6)
    assert (found.df, found.n_workers) == (wanted["df"], wanted["n_workers"])
    assert found.p == pytest.approx(wanted["p"], abs=1e-6)
    assert limits(found.interval) == pytest.approx(tuple(wanted["ci95"]), abs=1e-6)


@pytest.mark.golden
@pytest.mark.parametrize(
    ("key", "scores"),
    [("holm_two_factor_scores_student", ROWS[-2:]), ("holm_all_ten_student", ROWS)],
)
def test_holm_over_what_was_compared(
    sessions: pd.DataFrame, expected: Any, key: str, scores: tuple[str, ...]
) -> None:
    found = with_holm([compare_frame(sessions, s, equal_variances=True) for s in scores])
    for one in found:
        assert one.p_holm == pytest.approx(expected[key][one.score], abs=1e-6)
        assert one.n_comparisons == len(scores)
        assert f"{len(scores)} comparisons; Holm-adjusted p stands beside." in [
            w.sentence for w in one.warnings
        ]


def test_one_comparison_is_its_own_family() -> None:
    (found,) = with_holm([compare("x", a_group("pre", 1, 2, 4), a_group("post", 2, 5, 6))])
    assert isinstance(found.test, TTest)
    assert found.p_holm == found.test.p
    assert found.warnings == ()


def test_what_was_not_tested_is_not_in_the_family() -> None:
    one = compare("x", a_group("pre", 1, 2, 4), a_group("post", 2, 5, 6))
    none = compare("y", a_group("pre"), a_group("post", 2, 5, 6))
    found = with_holm([none, one])
    assert (found[0].p_holm, found[0].n_comparisons) == (None, 1)
    assert found[1].p_holm is not None


def test_both_tests_are_there_and_one_stands_in_front() -> None:
    groups = a_group("pre", 1, 2, 4), a_group("post", 2, 5, 6, 9)
    found = compare("x", *groups)
    assert found.test == found.welch
    assert welch(found).method == "Welch t"
    same = compare("x", *groups, equal_variances=True)
    assert same.test == same.student
    assert student(same).method == "Student t"


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ((), (1.0, 2.0), "no session before has this score"),
        ((1.0, 2.0), (3.0,), "only one session after has this score"),
        ((2.0, 2.0), (3.0, 3.0, 3.0), "the score does not vary within either group"),
    ],
)
def test_too_little_is_said(first: tuple[float, ...], second: tuple[float, ...], why: str) -> None:
    found = compare("x", a_group("pre", *first), a_group("post", *second))
    for test in (found.welch, found.student, found.levene, found.clustered):
        assert isinstance(test, NotEstimable)
        assert test.reason == why
    document = json.loads(json.dumps(found.as_json(), allow_nan=False))
    assert document["test"]["t"] is None
    assert document["test"]["method"] == "Welch t"
    assert document["test"]["reason"] == why
    assert document["levene"] == {"f": None, "p": None, "reason": why}
    assert document["clustered"]["reason"] == why


def test_groups_are_summed_up() -> None:
    found = compare("x", a_group("pre", 2.0), a_group("post", 1.0, 2.0, 3.0, workers="AAB"))
    lone, several = found.groups
    assert (lone.n, lone.mean, lone.sd, lone.interval, lone.n_workers) == (1, 2, None, None, None)
    assert (several.n, several.mean, several.sd, several.n_workers) == (3, 2, 1, 2)
    assert several.interval is not None
    assert several.interval.high == pytest.approx(2 + 4.302653 / math.sqrt(3))


def test_distances_that_do_not_vary_leave_no_levene() -> None:
    found = compare("x", a_group("pre", 1, 3), a_group("post", 2, 4, 2, 4))
    assert isinstance(found.levene, NotEstimable)
    assert isinstance(found.test, TTest)


def test_workers_must_be_known_for_clustering() -> None:
    unknown = compare("x", a_group("pre", 1, 2, 4), a_group("post", 2, 5, workers=["A", None]))
    assert isinstance(unknown.clustered, NotEstimable)
    assert unknown.clustered.reason == "the worker of some sessions is not known"
    one = compare("x", a_group("pre", 1, 2, workers="AA"), a_group("post", 2, 5, 6, workers="ABC"))
    assert isinstance(one.clustered, NotEstimable)
    assert one.clustered.reason == "all pre sessions are of one worker"


def test_means_of_workers_that_do_not_vary_leave_no_clustered_p() -> None:
    found = compare(
        "x",
        a_group("pre", 1, 3, 1, 3, workers="AABB"),
        a_group("post", 2, 4, 2, 4, workers="CCDD"),
    )
    assert isinstance(found.clustered, NotEstimable)
    assert found.clustered.reason == "the means of workers do not vary"


def test_few_workers_are_noted() -> None:
    found = compare(
        "x", a_group("pre", 1, 2, 4, workers="ABC"), a_group("post", 2, 5, 6, workers="BCD")
    )
    assert [w.warning_id for w in found.warnings] == ["few_workers"]
    assert found.warnings[0].sentence == "Only 4 workers; the clustered p is approximate."


def test_a_huge_effect_has_no_exact_interval() -> None:
    found = compare("x", a_group("pre", 0, 1e-3, 0), a_group("post", 1e4, 1e4 + 1e-3, 1e4))
    interval = student(found).hedges_g_interval
    assert interval == NoInterval(reason="the effect is too large for an exact interval")
    document = json.loads(json.dumps(found.as_json(), allow_nan=False))
    assert document["student"]["hedges_g_ci_low"] is None
    assert document["student"]["hedges_g_ci_reason"]


def test_json_has_the_public_keys(sessions: pd.DataFrame) -> None:
    found = compare_frame(sessions, "good_authority", equal_variances=True)
    document = json.loads(json.dumps(found.as_json(), allow_nan=False))
    assert document["score"] == "good_authority"
    assert document["by"] == "phase"
    assert document["direction"] == "post minus pre"
    assert [group["group"] for group in document["groups"]] == ["pre", "post"]
    assert document["groups"][0].keys() >= {"group", "n", "mean", "sd"}
    keys = {
        *("method", "t", "df", "p", "mean_difference", "ci_low", "ci_high"),
        *("hedges_g", "hedges_g_ci_low", "hedges_g_ci_high"),
    }
    for name in ("test", "welch", "student"):
        assert document[name].keys() >= keys
    assert document["test"] == document["student"]
    assert document["levene"].keys() >= {"f", "p"}
    assert all(isinstance(sentence, str) for sentence in document["warnings"])


@LAW
@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm_never_lowers_a_p_nor_changes_their_order(p_values: list[float]) -> None:
    adjusted = holm(p_values)
    for p, raised in zip(p_values, adjusted, strict=True):
        assert p <= raised <= 1
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    assert [adjusted[i] for i in order] == sorted(adjusted)


VALUES = st.lists(st.sampled_from([1.0, 1.5, 2.0, 3.0, 10 / 3, 5.0]), min_size=2, max_size=12)


@LAW
@given(VALUES, VALUES)
def test_changing_the_groups_round_changes_every_sign(
    first: list[float], second: list[float]
) -> None:
    one = compare("x", a_group("pre", *first), a_group("post", *second))
    other = compare("x", a_group("post", *second), a_group("pre", *first))
    assume(isinstance(one.test, TTest))
    for a, b in ((student(one), student(other)), (welch(one), welch(other))):
        assert a.mean_difference == pytest.approx(-b.mean_difference)
        assert a.t == pytest.approx(-b.t)
        assert a.hedges_g == pytest.approx(-b.hedges_g)
        assert a.p == pytest.approx(b.p)
        assert a.df == pytest.approx(b.df)
        low, high = limits(b.interval)
        assert limits(a.interval) == pytest.approx((-high, -low))


@LAW
@given(VALUES, VALUES)
def test_our_formulas_and_pingouin_give_the_same(first: list[float], second: list[float]) -> None:
    groups = a_group("pre", *first), a_group("post", *second)
    found = compare("x", *groups)
    assume(isinstance(found.test, TTest))
    difference = groups[1].mean - groups[0].mean
    n1, n2 = len(first), len(second)
    parts = groups[0].variance / n1, groups[1].variance / n2
    welch_df = sum(parts) ** 2 / (parts[0] ** 2 / (n1 - 1) + parts[1] ** 2 / (n2 - 1))
    for test, df in ((student(found), n1 + n2 - 2), (welch(found), welch_df)):
        se = standard_error(*groups, equal_variances=test.method == "Student t")
        assert test.t == pytest.approx(difference / se, abs=1e-9)
        assert test.df == pytest.approx(df, abs=1e-9)
        assert test.p == pytest.approx(t_two_sided(difference / se, df), abs=1e-9)


@LAW
@given(VALUES, VALUES)
def test_levene_is_an_analysis_of_distances_from_medians(
    first: list[float], second: list[float]
) -> None:
    found = compare("x", a_group("pre", *first), a_group("post", *second)).levene
    assume(isinstance(found, LeveneTest))
    distances = [np.abs(np.array(v) - np.median(v)) for v in (first, second)]
    together = np.concatenate(distances)
    between = sum(len(d) * (d.mean() - together.mean()) ** 2 for d in distances)
    within = sum(((d - d.mean()) ** 2).sum() for d in distances)
    assert isinstance(found, LeveneTest)
    assert found.f == pytest.approx(between / (within / (len(together) - 2)), abs=1e-9)


@pytest.mark.parametrize(
    ("call", "columns"),
    [
        ("ttest", ["T", "dof", "alternative", "p_val", "CI95", "cohen_d", "power", "BF10"]),
        ("corr", ["n", "r", "CI95", "p_val", "BF10", "power"]),
        ("homoscedasticity", ["W", "pval", "equal_var"]),
    ],
)
def test_pingouins_columns_have_the_names_we_read(call: str, columns: list[str]) -> None:
    import pingouin

    data = [1.0, 2.0, 4.0, 3.0, 4.0], [2.0, 3.0, 5.0, 7.0, 4.0]
    if call == "homoscedasticity":
        table = pingouin.homoscedasticity(list(data))
    else:
        table = getattr(pingouin, call)(*data)
    assert list(table.columns) == columns


def test_a_t_of_nearly_constant_groups_does_not_warn() -> None:
    found = _pingouin.t_test([1.0, 1.0 + 1e-15], [2.0, 2.0 + 1e-15], equal_variances=True)
    assert math.isfinite(found.df)
