from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from practicecoder.scoring.distributions import f_tail, t_two_sided
from practicecoder.scoring.frames import trend_frame
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable, p_shown, shown
from practicecoder.scoring.trend import (
    AdjustedSlope,
    Correlation,
    TimedScores,
    TrendResult,
    adjusted_slope,
    correlation,
    trend,
)

LAW = settings(derandomize=True, max_examples=40, deadline=None)
OFFICES = ("Office 1", "Office 2", "Office 3")
SCORES = ("good_authority", "care_engagement")


@pytest.fixture(scope="module")
def expected(golden: Callable[[str], Any]) -> Any:
    return golden("fsh_expected")


@pytest.fixture(scope="module")
def found(sessions: pd.DataFrame) -> dict[str, TrendResult]:
    return {score: trend_frame(sessions, score) for score in SCORES}


def of_office(result: TrendResult, office: str) -> Correlation:
    if office == "all":
        assert isinstance(result.overall, Correlation)
        return result.overall
    one = next(g.correlation for g in result.groups if g.group == office)
    assert isinstance(one, Correlation)
    return one


def plain(x: list[float], y: list[float]) -> Correlation | NotEstimable:
    return correlation(np.array(x, dtype=float), np.array(y, dtype=float))


@pytest.mark.golden
@pytest.mark.parametrize("office", ["all", *OFFICES])
@pytest.mark.parametrize("score", SCORES)
def test_made_up_sessions_agree_with_r(
    found: dict[str, TrendResult], expected: Any, score: str, office: str
) -> None:
    wanted = expected["table_25"][f"{score}|{office}"]
    one = of_office(found[score], office)
    assert one.n == wanted["n"]
    assert one.r == pytest.approx(wanted["r"], abs=1e-6)
    assert one.p == pytest.approx(wanted["p"], abs=1e-6)
    assert isinstance(one.interval, Interval)
    limits = (one.interval.low, one.interval.high)
    assert limits == pytest.approx(tuple(wanted["ci95"]), abs=1e-6)
    assert one.spearman == pytest.approx(wanted["spearman"], abs=1e-6)
    assert one.spearman_p == pytest.approx(wanted["spearman_p"], abs=1e-6)
    assert one.slope_per_100_days == pytest.approx(wanted["slope_per_100_days"], abs=1e-6)
    assert 100 * one.slope_se == pytest.approx(wanted["slope_se_per_100_days"], abs=1e-6)
    assert one.intercept == pytest.approx(wanted["intercept"], abs=1e-6)


@pytest.mark.golden
@pytest.mark.parametrize(
    ("score", "office", "r"),
    [
        ("good_authority", "all", ".202"),
        ("care_engagement", "all", ".143"),
        ("good_authority", "Office 2", "-.314"),
        ("good_authority", "Office 3", ".297"),
        ("care_engagement", "Office 1", ".246"),
        ("care_engagement", "Office 2", ".126"),
    ],
)
def test_the_published_correlations(
    found: dict[str, TrendResult], score: str, office: str, r: str
) -> None:
    assert shown(of_office(found[score], office).r, 3).replace("0.", ".") == r


@pytest.mark.golden
def test_the_published_table_25(found: dict[str, TrendResult]) -> None:
    authority = of_office(found["good_authority"], "all")
    assert (authority.n, p_shown(authority.p)) == (103, ".041")
    assert of_office(found["care_engagement"], "all").n == 96


@pytest.mark.golden
@pytest.mark.parametrize("score", SCORES)
def test_with_offices_set_aside_the_slope_is_another(
    found: dict[str, TrendResult], expected: Any, score: str
) -> None:
    wanted, adjusted = expected["adjusted"][score], found[score].adjusted
    assert isinstance(adjusted, AdjustedSlope)
    assert adjusted.slope_per_100_days == pytest.approx(
        wanted["within_office_slope_per_100"], abs=1e-6
    )
    assert 100 * adjusted.se == pytest.approx(wanted["se"], abs=1e-6)
    assert adjusted.p == pytest.approx(wanted["p"], abs=1e-6)
    assert adjusted.interaction_f == pytest.approx(wanted["interaction_F"], abs=1e-6)
    assert adjusted.interaction_p == pytest.approx(wanted["interaction_p"], abs=1e-6)


def test_a_relation_between_offices_alone_is_warned_of(found: dict[str, TrendResult]) -> None:
    told = [w.sentence for w in found["good_authority"].warnings]
    assert (
        "Offices differ from each other; within offices the relation is r = .03 (Office 1), "
        "r = −.31 (Office 2) and r = .30 (Office 3)."
    ) in told
    assert "within_between" not in [w.warning_id for w in found["care_engagement"].warnings]


def test_json_has_the_public_keys(found: dict[str, TrendResult]) -> None:
    document = json.loads(json.dumps(found["good_authority"].as_json(), allow_nan=False))
    assert document.keys() == {
        *("score", "on", "overall", "by", "adjusted", "warnings"),
        *("clustered", "adjusted_clustered"),
    }
    assert document["on"] == "days_since_implementation"
    keys = {"n", "r", "p", "ci_low", "ci_high", "slope", "intercept"}
    assert document["overall"].keys() >= keys
    assert [one["group"] for one in document["by"]["office_id"]] == list(OFFICES)
    assert document["by"]["office_id"][0].keys() >= {"group", "n", "r", "p", "ci_low", "ci_high"}
    assert document["adjusted"].keys() >= {"slope", "p", "method"}


def test_without_groups_there_is_nothing_to_set_aside() -> None:
    result = trend("x", TimedScores(days=[0, 1, 2, 3], values=[1, 3, 2, 4]))
    document = json.loads(json.dumps(result.as_json(), allow_nan=False))
    assert document["by"] == {}
    assert document["adjusted"] == {
        "slope": None,
        "p": None,
        "reason": "there are no groups to set aside",
        "n": 4,
    }


@pytest.mark.parametrize(
    ("x", "y", "why"),
    [
        ([1, 2], [1, 2], "fewer than 3 sessions"),
        ([1, 1, 1], [1, 2, 3], "days do not vary"),
        ([1, 2, 3], [2, 2, 2], "the score does not vary"),
    ],
)
def test_too_little_is_said(x: list[float], y: list[float], why: str) -> None:
    found = plain(x, y)
    assert isinstance(found, NotEstimable)
    assert found.reason == why
    result = trend("x", TimedScores(days=x, values=y))
    document = json.loads(json.dumps(result.as_json(), allow_nan=False))
    assert document["overall"]["r"] is None
    assert document["overall"]["reason"] == why
    assert result.warnings == ()


def test_points_on_a_line_have_no_interval() -> None:
    found = plain([0, 1, 2, 3], [4, 3, 2, 1])
    assert isinstance(found, Correlation)
    assert (found.r, found.p) == (-1, 0)
    straight = NoInterval(reason="all sessions lie on one line")
    assert found.interval == found.slope_interval == straight
    result = trend("x", TimedScores(days=[0, 1, 2, 3], values=[4, 3, 2, 1]))
    document = json.loads(json.dumps(result.as_json(), allow_nan=False))
    assert document["overall"]["ci_low"] is None
    assert document["overall"]["slope_ci_low"] is None


def test_three_sessions_have_no_fisher_interval() -> None:
    found = plain([0, 1, 2], [1, 3, 2])
    assert isinstance(found, Correlation)
    assert found.interval == NoInterval(reason="fewer than 4 sessions")


def test_the_band_is_narrowest_at_the_mean() -> None:
    found = plain([0, 1, 2, 3, 4], [1, 3, 2, 5, 4])
    assert isinstance(found, Correlation)
    widths = [high - low for _, low, high in map(found.line.at, (0.0, 2.0, 4.0))]
    assert widths[1] < widths[0] == pytest.approx(widths[2])
    fit, low, high = found.line.at(2.0)
    assert fit == pytest.approx(3)
    assert low < fit < high


def test_the_band_agrees_with_statsmodels() -> None:
    api = pytest.importorskip("statsmodels.api")
    x, y = np.array([0.0, 1, 2, 3, 4, 7]), np.array([1.0, 3, 2, 5, 4, 4])
    found = correlation(x, y)
    assert isinstance(found, Correlation)
    fitted = api.OLS(y, api.add_constant(x)).fit()
    wanted = fitted.get_prediction([[1.0, 5.0]]).conf_int()[0]
    assert found.line.at(5.0)[1:] == pytest.approx(tuple(wanted))


@pytest.mark.parametrize(
    ("days", "values", "groups", "why"),
    [
        ([0, 1, 2], [1, 2, 4], "AAA", "there is only one group"),
        ([0, 0, 1, 1], [1, 2, 3, 5], "AABB", "days do not vary enough within groups"),
        ([0, 1, 2], [1, 2, 4], "AAB", "days do not vary enough within groups"),
        (
            [0, 1, 2, 0, 1, 2],
            [1, 2, 3, 2, 3, 4],
            "AAABBB",
            "within groups all sessions lie on parallel lines",
        ),
    ],
)
def test_no_adjusted_slope_says_why(
    days: list[float], values: list[float], groups: str, why: str
) -> None:
    found = trend("x", TimedScores(days=days, values=values, groups=list(groups))).adjusted
    assert isinstance(found, NotEstimable)
    assert found.reason == why


def test_slopes_of_groups_on_lines_cannot_be_compared() -> None:
    days, values = [0, 1, 2, 0, 1, 2], [1, 2, 3, 3, 2, 1]
    found = trend("x", TimedScores(days=days, values=values, groups=list("AAABBB"))).adjusted
    assert isinstance(found, AdjustedSlope)
    assert found.slope == 0
    assert (found.interaction_f, found.interaction_p) == (None, None)


def test_a_group_of_one_session_has_a_level_and_no_slope() -> None:
    days, values = [0, 1, 2, 3, 5, 0, 1, 4], [1, 2, 2, 3, 4, 3, 2, 4]
    one = trend("x", TimedScores(days=days, values=values, groups=list("AAAAABBB"))).adjusted
    more = trend(
        "x", TimedScores(days=[*days, 9], values=[*values, 5], groups=list("AAAAABBBC"))
    ).adjusted
    assert isinstance(one, AdjustedSlope)
    assert isinstance(more, AdjustedSlope)
    assert more.slope == pytest.approx(one.slope)
    assert more.se == pytest.approx(one.se)
    assert more.interaction_f == pytest.approx(one.interaction_f)


def test_the_interaction_agrees_with_least_squares() -> None:
    generator = np.random.default_rng(4)
    x, y = generator.normal(size=20), generator.normal(size=20)
    groups = np.array(list("AAAAAAABBBBBBBCCCCCC"), dtype=object)
    dummies = np.column_stack([groups == g for g in "ABC"]).astype(float)
    common = np.column_stack([dummies, x])
    each = np.column_stack([dummies, dummies * x[:, None]])
    rss = [float(np.linalg.lstsq(m, y)[1][0]) for m in (common, each)]
    f = (rss[0] - rss[1]) / 2 / (rss[1] / 14)
    found = adjusted_slope(x, y, groups)
    assert isinstance(found, AdjustedSlope)
    assert found.interaction_f == pytest.approx(f)
    assert found.interaction_p == pytest.approx(f_tail(f, 2, 14))


POINTS = st.lists(
    st.tuples(st.integers(-100, 400), st.sampled_from([1.0, 4 / 3, 2.0, 3.0, 5.0])),
    min_size=3,
    max_size=15,
)


@LAW
@given(POINTS)
def test_our_formulas_and_pingouin_give_the_same(points: list[tuple[int, float]]) -> None:
    x, y = (np.array(values, dtype=float) for values in zip(*points, strict=True))
    found = correlation(x, y)
    assume(isinstance(found, Correlation))
    assert isinstance(found, Correlation)
    assume(isinstance(found.slope_interval, Interval))
    dx, dy = x - x.mean(), y - y.mean()
    r = float(dx @ dy / np.sqrt((dx @ dx) * (dy @ dy)))
    assert found.r == pytest.approx(r, abs=1e-9)
    t = found.slope / found.slope_se
    assert found.p == pytest.approx(t_two_sided(t, len(x) - 2), abs=1e-9)


@LAW
@given(POINTS)
def test_turning_days_round_turns_the_relation_round(points: list[tuple[int, float]]) -> None:
    x, y = (np.array(values, dtype=float) for values in zip(*points, strict=True))
    one, other = correlation(x, y), correlation(-x, y)
    assume(isinstance(one, Correlation))
    assert isinstance(one, Correlation)
    assert isinstance(other, Correlation)
    assert one.r == pytest.approx(-other.r, abs=1e-9)
    assert one.slope == pytest.approx(-other.slope, abs=1e-9)
    assert one.spearman == pytest.approx(-other.spearman, abs=1e-9)
