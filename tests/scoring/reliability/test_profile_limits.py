from __future__ import annotations

import numpy as np
import pytest

from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.profile_limits import profile_limits
from practicecoder.scoring.reliability.reml import RemlLikelihood, reml_components
from practicecoder.scoring.reliability.reml_icc import reml_forms
from practicecoder.scoring.results import Estimate, Interval

CHI_SQUARED_95 = 3.841459
SINGLE, SHARED = (1.0, 1.0), (0.2, 0.4)


def at_the_boundary(seed: int, n: int = 28, k: int = 3, levels: bool = True) -> RatingMatrix:
    """Ratings whose coders have equal means, each session without one of them in turn."""
    rng = np.random.default_rng(seed)
    y = rng.normal(size=(n, 1)) + rng.normal(scale=0.9, size=(n, k))
    if levels:
        y -= y.mean(axis=0)
    rows: list[list[float | None]] = y.tolist()
    for place, row in enumerate(rows):
        row[place % k] = None
    return RatingMatrix.of(rows)


def by_brute_force(
    likelihood: RemlLikelihood, weights: tuple[float, float]
) -> tuple[float, float]:
    """Limits read off a fine grid over the ratio and the coder variance."""
    ratios = np.linspace(0.0005, 0.9995, 1_000)
    gr = np.concatenate([[0.0], np.geomspace(1e-5, 1e4, 100)])
    gs = (ratios / (1 - ratios))[:, None] * (weights[0] * gr + weights[1])
    points = np.stack(
        [np.sqrt(gs).ravel(), np.sqrt(np.broadcast_to(gr, gs.shape)).ravel()], axis=1
    )
    profile = likelihood.deviance(points).reshape(gs.shape).min(axis=1)
    inside = ratios[profile <= profile.min() + CHI_SQUARED_95]
    return float(inside[0]), float(inside[-1])


def ratio_of(matrix: RatingMatrix, weights: tuple[float, float]) -> float:
    found = reml_components(matrix)
    assert not isinstance(found, str)
    assert found.coder == 0
    return found.session / (found.session + weights[1] * found.residual)


@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize("weights", [SINGLE, SHARED])
def test_limits_are_those_of_a_search_over_everything(
    seed: int, weights: tuple[float, float]
) -> None:
    matrix = at_the_boundary(seed)
    likelihood = RemlLikelihood(matrix)
    ratios: Floats = np.array([ratio_of(matrix, weights)])

    (low,), (high,) = profile_limits(likelihood, ratios, np.array([weights]), 0.95)

    expected = by_brute_force(likelihood, weights)
    assert (float(low), float(high)) == pytest.approx(expected, abs=0.0015)


def test_several_ratios_at_once_are_as_each_alone() -> None:
    matrix = at_the_boundary(3)
    likelihood = RemlLikelihood(matrix)
    weights = np.array([SINGLE, SHARED])
    ratios: Floats = np.array([ratio_of(matrix, SINGLE), ratio_of(matrix, SHARED)])

    together = np.stack(profile_limits(likelihood, ratios, weights, 0.95), axis=1)

    for place in range(2):
        alone = profile_limits(likelihood, ratios[[place]], weights[[place]], 0.95)
        assert together[place] == pytest.approx(np.concatenate(alone), abs=1e-6)


def test_a_wider_level_has_a_wider_interval() -> None:
    matrix = at_the_boundary(3)
    likelihood = RemlLikelihood(matrix)
    ratios: Floats = np.array([ratio_of(matrix, SINGLE)])
    limits = [
        profile_limits(likelihood, ratios, np.array([SINGLE]), level) for level in (0.8, 0.95)
    ]

    (narrow, wide) = limits
    assert wide[0] < narrow[0] < ratios < narrow[1] < wide[1]


def test_few_sessions_that_hardly_differ_leave_0_inside() -> None:
    rows: list[list[float | None]] = [
        [1, 2, None],
        [2, None, 1],
        [None, 3, 2],
        [3, 2, None],
        [2, 3, 3],
    ]
    matrix = RatingMatrix.of(rows)
    ratio = ratio_of(matrix, SINGLE)
    assert 0 < ratio < 1

    (low,), (high,) = profile_limits(
        RemlLikelihood(matrix), np.array([ratio]), np.array([SINGLE]), 0.95
    )

    assert low == 0
    assert ratio < high < 1


def test_the_interval_covers_what_it_should_where_the_coder_variance_is_0() -> None:
    # True ICC(A,1): 1 / 1.81 = .55. Of some 12 intervals 1 misses it; 4 are too many.
    missed, seen = 0, 0
    for seed in range(25):
        matrix = at_the_boundary(seed, levels=False)
        found = reml_forms(matrix, seed=1).statistics["icc_a1_reml"]
        assert isinstance(found, Estimate)
        if "profile likelihood" not in found.method:
            continue
        assert isinstance(found.interval, Interval)
        seen += 1
        missed += not found.interval.low <= 1 / 1.81 <= found.interval.high
    assert seen >= 8
    assert missed <= 3
