from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from practicecoder.scoring.reliability import reml
from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.icc import anova_forms, mean_squares
from practicecoder.scoring.reliability.reml import RemlLikelihood, reml_components
from practicecoder.scoring.reliability.reml_icc import (
    coders_per_session,
    reml_forms,
    shared_coders,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable

SEED = 20261121


def with_holes(y: Floats, holes: int, seed: int) -> RatingMatrix:
    rows: list[list[float | None]] = y.tolist()
    generator = np.random.default_rng(seed)
    for i in generator.choice(len(rows), size=holes, replace=False):
        rows[i][int(generator.integers(y.shape[1]))] = None
    return RatingMatrix.of(rows)


def made_up(seed: int, n: int = 14, k: int = 3, coder_sd: float = 0.6) -> Floats:
    generator = np.random.default_rng(seed)
    sessions, coders = generator.normal(size=(n, 1)), generator.normal(size=(1, k))
    return 3 + sessions + coder_sd * coders + 0.7 * generator.normal(size=(n, k))


def estimate(matrix: RatingMatrix, key: str = "icc_a1_reml") -> Estimate:
    found = reml_forms(matrix, seed=SEED).statistics[key]
    assert isinstance(found, Estimate)
    return found


@pytest.mark.golden
def test_the_search_finds_the_components_of_shrout_and_fleiss(
    golden: Callable[[str], Any],
) -> None:
    data = golden("shrout_fleiss_1979")
    likelihood = RemlLikelihood(RatingMatrix.of(data["data"]))
    theta = reml._best(likelihood)
    residual = likelihood.residual_variance(theta)
    expected = data["expected"]["variance_components_anova"]
    assert residual == pytest.approx(expected["residual"], abs=1e-7)
    assert theta[0] ** 2 * residual == pytest.approx(expected["subject"], abs=1e-6)
    assert theta[1] ** 2 * residual == pytest.approx(expected["rater"], abs=1e-6)
    printed = data["expected"]["variance_components_reml"]["R_lme4"]["loglik_reml"]
    assert likelihood.deviance(theta[None, :])[0] / -2 == pytest.approx(printed, abs=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_the_likelihood_is_that_of_the_full_matrix(seed: int) -> None:
    matrix = with_holes(made_up(seed), 5, seed)
    rows, columns = np.nonzero(matrix.rated)
    y = matrix.values[rows, columns]
    gs, gr = 0.8, 0.3
    zs, zr = np.eye(matrix.n)[rows], np.eye(matrix.k)[columns]
    v0 = np.eye(len(y)) + gs * zs @ zs.T + gr * zr @ zr.T
    w, x = np.linalg.inv(v0), np.ones(len(y))
    squares = y @ w @ y - (x @ w @ y) ** 2 / (x @ w @ x)
    left = len(y) - 1
    expected = (
        left * np.log(2 * np.pi * squares / left)
        + np.linalg.slogdet(v0)[1]
        + np.log(x @ w @ x)
        + left
    )
    found = RemlLikelihood(matrix).deviance(np.sqrt([[gs, gr]]))
    assert found[0] == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("seed", [1, 2, 3, 5])
def test_the_search_agrees_with_mean_squares_on_complete_data(seed: int) -> None:
    y = made_up(seed)
    ms = mean_squares(y)
    assert ms.all_non_negative
    likelihood = RemlLikelihood(RatingMatrix.of(y.tolist()))
    theta = reml._best(likelihood)
    residual = likelihood.residual_variance(theta)
    assert residual == pytest.approx(ms.components.residual, abs=1e-6)
    assert theta[0] ** 2 * residual == pytest.approx(ms.components.session, abs=1e-6)
    assert theta[1] ** 2 * residual == pytest.approx(ms.components.coder, abs=1e-6)


def test_the_search_ends_after_so_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    matrix = with_holes(made_up(3), 6, 3)
    whole = reml._best(RemlLikelihood(matrix))
    monkeypatch.setattr(reml, "_MOST_STEPS", 1)
    assert reml._best(RemlLikelihood(matrix)) == pytest.approx(whole, rel=0.5)


def test_complete_data_need_no_search() -> None:
    y = made_up(1)
    assert (
        reml_components(RatingMatrix.of(y.tolist()))
        == mean_squares(RatingMatrix.of(y.tolist()).values).components
    )


def test_complete_data_of_coders_without_levels_of_their_own_need_no_search() -> None:
    y = made_up(1)
    matrix = RatingMatrix.of((y - y.mean(axis=0)).tolist())
    likelihood = RemlLikelihood(matrix)

    found = reml_components(matrix)

    assert isinstance(found, VarianceComponents)
    assert found.coder == 0
    best = np.sqrt([[found.session / found.residual, 0.0]])
    around = best + np.array([[0.02, 0.0], [-0.02, 0.0], [0.0, 0.05], [0.0, 0.2]])
    assert likelihood.residual_variance(best[0]) == pytest.approx(found.residual)
    assert (likelihood.deviance(around) > likelihood.deviance(best)).all()


def test_the_interval_is_repeatable_and_holds_the_value() -> None:
    matrix = with_holes(made_up(3), 6, 3)
    found = estimate(matrix)
    assert estimate(matrix) == found
    assert isinstance(found.interval, Interval)
    assert found.interval.low < found.value < found.interval.high
    assert "REML on all ratings" in found.method
    assert f"seed {SEED}" in found.method


def test_the_interval_covers_what_it_should() -> None:
    # True ICC(A,1): 1 / (1 + .36 + .49) = .54. Of 40 intervals about 2 miss it; 8 are too many.
    missed = 0
    for seed in range(40):
        interval = estimate(with_holes(made_up(seed, n=24, k=4), 8, seed)).interval
        if isinstance(interval, Interval):
            missed += not interval.low <= 1 / 1.85 <= interval.high
    assert missed <= 8


def test_an_incomplete_design_without_difference_in_level() -> None:
    rows: list[list[float | None]] = [
        [1, 2, 1],
        [2, 1, 2],
        [5, 4, None],
        [4, 5, 4],
        [3, None, 3],
        [2, 3, 3],
    ]
    found = estimate(RatingMatrix.of(rows))
    assert "coder_variance_zero" in found.notes
    assert isinstance(found.interval, Interval)
    assert 0 <= found.interval.low < found.value < found.interval.high < 1
    assert found.method.endswith("profile likelihood 95% CI (coder variance 0)")
    assert found.value == pytest.approx(estimate(RatingMatrix.of(rows), "icc_c1_reml").value)


def test_consistency_has_an_interval_where_coders_do_not_differ_in_level() -> None:
    rng = np.random.default_rng(5)
    y = rng.normal(size=(60, 1)) + rng.normal(scale=0.8, size=(60, 3))
    matrix = with_holes(y - y.mean(axis=0), 12, 5)
    agreement, consistency = estimate(matrix), estimate(matrix, "icc_c1_reml")
    assert "coder_variance_zero" in consistency.notes
    assert isinstance(agreement.interval, Interval)
    assert isinstance(consistency.interval, Interval)
    assert "Monte Carlo" in consistency.method
    assert agreement.interval.low < consistency.interval.low, "coders may differ in level"
    whole = anova_forms(RatingMatrix.of(y.tolist()))["icc_c1"]
    assert isinstance(whole, Estimate)
    assert isinstance(whole.interval, Interval)
    assert consistency.interval.low == pytest.approx(whole.interval.low, abs=0.07)
    assert consistency.interval.high == pytest.approx(whole.interval.high, abs=0.07)
    mean = estimate(matrix, "icc_c_khat")
    assert isinstance(mean.interval, Interval)
    assert mean.interval.low > consistency.interval.low


def test_an_incomplete_design_without_difference_between_sessions() -> None:
    rows: list[list[float | None]] = [[1, 5, 3], [5, 1, 3], [1, 5, None], [5, 1, 3], [3, None, 3]]
    found = estimate(RatingMatrix.of(rows))
    assert found.value == 0
    assert "below_chance" in found.notes
    assert isinstance(found.interval, NoInterval)


def test_used_up_ratings_are_said() -> None:
    few: list[list[float | None]] = [[1, 2, None], [None, 3, 4]]
    shifted: list[list[float | None]] = [[1, 2, 3], [2, 3, 4], [3, 4, None]]
    for rows in (few, shifted):
        found = reml_forms(RatingMatrix.of(rows), seed=SEED)
        assert isinstance(found.components, NotEstimable)
        assert found.components.reason == "ratings are used up by sessions and coders"


def test_perfect_agreement_is_one_also_with_holes() -> None:
    found = estimate(RatingMatrix.of([[1, 1, 1], [2, 2, None], [5, 5, 5]]))
    assert found.value == 1
    assert found.interval == NoInterval(reason="no disagreement was observed")


def test_a_constant_shift_is_agreement_without_interval() -> None:
    found = estimate(RatingMatrix.of([[1, 2], [2, 3], [4, 5], [3, 4]]))
    assert found.value < 1
    assert found.interval == NoInterval(reason="the residual variance is 0")


def test_a_flat_likelihood_gives_no_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    from practicecoder.scoring.reliability import reml_icc

    monkeypatch.setattr(
        reml_icc, "derivatives", lambda *_: (np.zeros(3), np.diag([1.0, 1.0, 0.0]))
    )
    found = estimate(with_holes(made_up(3), 6, 3))
    assert found.interval == NoInterval(reason="the likelihood is too flat for an interval")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([[3, 3], [3, 3]], "every coder gave 3 to every session"),
        ([[2.5, 2.5], [2.5, 2.5]], "every coder gave 2.50 to every session"),
        ([[3, 4]], "only one session was rated by two or more coders"),
    ],
)
def test_too_little_is_said(rows: list[list[float | None]], why: str) -> None:
    found = reml_forms(RatingMatrix.of(rows), seed=SEED)
    assert {s.reason for s in found.statistics.values() if isinstance(s, NotEstimable)} == {why}
    assert all(isinstance(s, NotEstimable) for s in found.statistics.values())


def test_q_is_zero_when_crossed_and_largest_when_nothing_is_shared() -> None:
    crossed = RatingMatrix.of([[1, 2], [2, 3], [3, 5]])
    assert shared_coders(crossed) == pytest.approx(0)
    assert coders_per_session(crossed) == 2
    nested = RatingMatrix.of([[1, 2, None, None], [None, None, 3, 4]])
    assert shared_coders(nested) == pytest.approx(1 / 2)


def test_components_are_shares_of_one_variance() -> None:
    matrix = with_holes(made_up(7), 4, 7)
    found = reml_components(matrix)
    assert isinstance(found, VarianceComponents)
    total = found.session + found.coder + found.residual
    assert estimate(matrix).value == pytest.approx(found.session / total)
