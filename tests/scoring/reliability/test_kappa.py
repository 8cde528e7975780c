from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from practicecoder.scoring.distributions import normal_quantile
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.reliability.kappa import (
    MeanKappa,
    kappa_max,
    kappa_of_table,
    kappas,
)
from practicecoder.scoring.reliability.weights import Weighting, agreement_weights
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable

BOOTSTRAP = SessionBootstrap(seed=20261121)
FIVE = (1.0, 2.0, 3.0, 4.0, 5.0)


def one(
    rows: list[list[float | None]],
    weighting: Weighting = Weighting.UNWEIGHTED,
    levels: tuple[float, ...] = FIVE,
) -> MeanKappa:
    return kappas(RatingMatrix.of(rows), levels, (weighting,), BOOTSTRAP)[weighting]


def se(found: Estimate) -> float:
    assert isinstance(found.interval, Interval)
    return (found.interval.high - found.interval.low) / 2 / normal_quantile(0.975)


@pytest.mark.golden
def test_cohens_example(golden: Callable[[str], Any]) -> None:
    data = golden("cohen_1968_weighted")
    table = np.array(data["table"], dtype=float)
    disagreement = np.array(data["disagreement_weights"])
    weights = 1 - disagreement / disagreement.max()
    plain = kappa_of_table(table, np.eye(3), level=0.95)
    weighted = kappa_of_table(table, weights, level=0.95)
    assert isinstance(plain, Estimate)
    assert isinstance(weighted, Estimate)
    assert plain.value == pytest.approx(data["expected"]["kappa"], abs=1e-9)
    assert weighted.value == pytest.approx(data["expected"]["weighted"], abs=1e-9)
    assert se(weighted) == pytest.approx(data["expected"]["weighted_se"], abs=1e-9)
    assert round(plain.value, 3) == data["published"]["kappa"]
    assert round(weighted.value, 3) == data["published"]["weighted_kappa"]


@pytest.mark.golden
@pytest.mark.parametrize("weighting", Weighting)
def test_the_paradox_of_high_agreement(golden: Callable[[str], Any], weighting: Weighting) -> None:
    data = golden("gwet_paradox_2x2")
    expected = data["expected"][f"kappa_{weighting}"]
    found = kappa_of_table(np.array(data["table"]), agreement_weights(weighting, 2), level=0.95)
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(expected["value"], abs=1e-9)
    assert se(found) == pytest.approx(expected["se"], abs=1e-9)


@pytest.mark.parametrize("weights", [None, "linear", "quadratic"])
def test_agrees_with_scikit_learn_if_it_is_given_all_levels(weights: str | None) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    generator = np.random.default_rng(2)
    a, b = generator.choice([1, 2, 3, 5], size=(2, 30))
    expected = metrics.cohen_kappa_score(a, b, labels=list(FIVE), weights=weights)
    rows = np.column_stack([a, b]).tolist()
    found = one(rows, Weighting(weights or "unweighted")).mean
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(expected, abs=1e-9)


def test_unused_levels_of_the_scale_count() -> None:
    rows: list[list[float | None]] = [[1, 2], [2, 2], [5, 5], [1, 1], [2, 5]]
    used, declared = (1.0, 2.0, 5.0), FIVE
    narrow = one(rows, Weighting.QUADRATIC, used).mean
    wide = one(rows, Weighting.QUADRATIC, declared).mean
    assert isinstance(narrow, Estimate)
    assert isinstance(wide, Estimate)
    assert narrow.value != pytest.approx(wide.value)


def test_two_coders_have_their_own_kappa_as_the_mean() -> None:
    found = one([[1, 2], [2, 2], [3, 3], [5, 4], [4, 4]])
    assert found.mean == found.pairs[0].kappa
    assert found.pairs[0].coders == ("C1", "C2")


def test_three_coders_have_the_mean_of_their_pairs() -> None:
    generator = np.random.default_rng(1)
    true = generator.integers(1, 6, size=(20, 1))
    rows = np.clip(true + generator.integers(-1, 2, size=(20, 3)), 1, 5).tolist()
    found = one(rows, Weighting.QUADRATIC)
    values = [p.kappa.value for p in found.pairs if isinstance(p.kappa, Estimate)]
    assert isinstance(found.mean, Estimate)
    assert found.mean.value == pytest.approx(np.mean(values))
    assert "mean of 3 of 3 pairs" in found.mean.method
    assert isinstance(found.mean.interval, Interval)
    assert found.mean.interval.low < found.mean.value < found.mean.interval.high


def test_resampling_agrees_with_computing_each_resample() -> None:
    generator = np.random.default_rng(8)
    rows: list[list[float | None]] = generator.integers(1, 4, size=(12, 3)).tolist()
    rows[4][2] = None
    matrix, few = RatingMatrix.of(rows), SessionBootstrap(seed=3, draws=40)
    expected = []
    for weights in few.weights(12):
        drawn: list[list[float | None]] = []
        for times, values, rated in zip(weights, matrix.values, matrix.rated, strict=True):
            row = [v if r else None for v, r in zip(values.tolist(), rated, strict=True)]
            drawn += [row] * int(times)
        mean = one(drawn, Weighting.LINEAR).mean
        assert isinstance(mean, Estimate)
        expected.append(mean.value)
    found = kappas(matrix, FIVE, (Weighting.LINEAR,), few)[Weighting.LINEAR].mean
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    limits = (found.interval.low, found.interval.high)
    assert limits == pytest.approx(tuple(np.quantile(expected, [0.025, 0.975])), abs=1e-9)


def test_a_pair_needs_two_shared_sessions() -> None:
    rows: list[list[float | None]] = [[1, 2, None], [2, 2, None], [3, 3, 4], [None, 1, 2]]
    found = one(rows)
    reasons = {p.coders: p.kappa.reason for p in found.pairs if isinstance(p.kappa, NotEstimable)}
    assert reasons == {("C1", "C3"): "the two coders share one session"}
    assert isinstance(found.mean, Estimate)
    assert "mean of 2 of 3 pairs" in found.mean.method


def test_coders_who_share_nothing_say_so() -> None:
    rows: list[list[float | None]] = [[1, 2, None, None], [None, None, 3, 3], [2, 3, None, None]]
    reasons = [p.kappa.reason for p in one(rows).pairs if isinstance(p.kappa, NotEstimable)]
    assert "the two coders share no session" in reasons


def test_a_coder_with_one_level_has_kappa_zero_by_construction() -> None:
    found = one([[3, 1], [3, 3], [3, 5], [3, 4]]).mean
    assert isinstance(found, Estimate)
    assert found.value == 0
    assert found.notes == ("constant_coder",)
    assert found.interval == NoInterval(reason="kappa is 0 by construction")


def test_two_coders_with_one_level_each() -> None:
    same = one([[3, 3], [3, 3]]).mean
    assert isinstance(same, NotEstimable)
    assert same.reason == "both coders used one and the same level"
    apart = one([[3, 4], [3, 4]]).mean
    assert isinstance(apart, Estimate)
    assert apart.value == 0


def test_nothing_to_average_is_said() -> None:
    assert isinstance(one([]).mean, NotEstimable)
    found = one([[3, 3, 3], [3, 3, 3]]).mean
    assert isinstance(found, NotEstimable)
    assert found.reason == "kappa is estimable for no pair of coders"


def test_perfect_pairs_have_no_interval() -> None:
    found = one([[1, 1, 1], [2, 2, 2], [4, 4, 4]]).mean
    assert isinstance(found, Estimate)
    assert found.value == 1
    assert found.interval == NoInterval(reason="no disagreement was observed")


def test_drawn_tables_give_the_kappas_of_drawn_sessions() -> None:
    """The mean of pairs in each resample, found the long way round."""
    rng = np.random.default_rng(4)
    rows: list[list[float | None]] = rng.integers(1, 6, size=(14, 3)).astype(float).tolist()
    rows[2][0] = rows[5][2] = None
    matrix, bootstrap = RatingMatrix.of(rows), SessionBootstrap(seed=6, draws=40)
    means = []
    for drawn in bootstrap.weights(matrix.n).astype(int):
        again: list[list[float | None]] = [
            [float(v) if r else None for v, r in zip(values, rated, strict=True)]
            for values, rated, times in zip(matrix.values, matrix.rated, drawn, strict=True)
            for _ in range(times)
        ]
        mean = kappas(RatingMatrix.of(again), FIVE, (Weighting.QUADRATIC,), bootstrap)
        value = mean[Weighting.QUADRATIC].mean
        means.append(value.value if isinstance(value, Estimate) else np.nan)
    low, high = np.nanquantile(means, [0.025, 0.975])
    found = kappas(matrix, FIVE, (Weighting.QUADRATIC,), bootstrap)[Weighting.QUADRATIC].mean
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    assert (found.interval.low, found.interval.high) == pytest.approx((low, high), abs=1e-9)


@pytest.mark.golden
def test_the_largest_kappa_that_margins_allow(golden: Callable[[str], Any]) -> None:
    data = golden("gwet_paradox_2x2")
    expected = data["expected"]["kappa_unweighted"]["kappa_max"]
    assert kappa_max(np.array(data["table"])) == pytest.approx(expected, abs=1e-9)
    assert kappa_max(np.array([[4.0, 0.0], [0.0, 0.0]])) is None
    assert kappa_max(np.zeros((2, 2))) is None
