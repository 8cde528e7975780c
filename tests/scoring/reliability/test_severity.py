from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from practicecoder.scoring.distributions import t_quantile
from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.reliability.icc import mean_squares
from practicecoder.scoring.reliability.severity import (
    CoderTest,
    Severity,
    coder_groups,
    severity,
)
from practicecoder.scoring.results import Interval, NoInterval, NotEstimable


def found(rows: list[list[float | None]]) -> Severity:
    result = severity(RatingMatrix.of(rows))
    assert isinstance(result, Severity)
    return result


@pytest.mark.golden
def test_the_test_of_coders_in_shrout_and_fleiss(golden: Callable[[str], Any]) -> None:
    data = golden("shrout_fleiss_1979")
    expected = data["expected"]["rater_effect_F"]
    test = found(data["data"]).test
    assert isinstance(test, CoderTest)
    assert test.f == pytest.approx(expected["F"])
    assert (test.df1, test.df2) == (expected["df1"], expected["df2"])
    assert test.p == pytest.approx(expected["p"], rel=1e-6)


def test_effects_with_holes_agree_with_plain_least_squares() -> None:
    rows: list[list[float | None]] = [[1, 2, 4], [2, 3, None], [5, 5, 5], [None, 2, 3], [1, 1, 4]]
    matrix = RatingMatrix.of(rows)
    session, coder = np.nonzero(matrix.rated)
    design = np.column_stack([np.eye(matrix.n)[session], np.eye(3)[coder][:, 1:]])
    y = matrix.values[session, coder]
    solution, squares, rank, _ = np.linalg.lstsq(design, y)
    against_first = np.array([0.0, *solution[matrix.n :]])
    expected = against_first - against_first.mean()
    result = found(rows)
    values = [effect.effect.value for effect in result.effects]
    assert values == pytest.approx(expected)
    df = len(y) - int(rank)
    covariance = np.linalg.inv(design.T @ design)[matrix.n :, matrix.n :] * squares[0] / df
    contrast = np.array([-1 / 3, -1 / 3])  # effect of the first coder from the other two
    se = float(np.sqrt(contrast @ covariance @ contrast))
    interval = result.effects[0].effect.interval
    assert isinstance(interval, Interval)
    from scipy import stats

    half = stats.t.ppf(0.975, df) * se
    assert interval.high - values[0] == pytest.approx(half)


def test_nothing_left_over_leaves_no_interval() -> None:
    shift = found([[1, 2], [2, 3], [4, 5]])
    assert [e.effect.value for e in shift.effects] == pytest.approx([-0.5, 0.5])
    reason = "ratings are used up by sessions and coders"
    assert shift.effects[0].effect.interval == NoInterval(reason=reason)
    assert shift.test == NotEstimable(reason=reason, n=3)
    perfect = found([[1, 1], [2, 2]])
    assert perfect.test == NotEstimable(reason="no disagreement was observed", n=2)


def test_groups_without_a_shared_session_cannot_be_compared() -> None:
    matrix = RatingMatrix.of([[1, 2, None, None], [None, None, 3, 4], [2, 1, None, None]])
    assert coder_groups(matrix) == (("C1", "C2"), ("C3", "C4"))
    result = severity(matrix)
    assert isinstance(result, NotEstimable)
    assert result.reason == "2 groups of coders share no session"


def test_a_chain_of_coders_is_one_group() -> None:
    rows: list[list[float | None]] = [[1, 2, None, None], [None, 2, 3, None], [None, None, 1, 4]]
    assert coder_groups(RatingMatrix.of(rows)) == (("C1", "C2", "C3", "C4"),)


def test_no_session_is_said() -> None:
    assert isinstance(severity(RatingMatrix.of([])), NotEstimable)


@pytest.mark.parametrize("n", [100, 150, 200, 250, 300])
def test_many_sessions_do_not_blur_the_standard_error(n: int) -> None:
    """In a complete design the variance of an effect is MSE (k - 1) / (n k)."""
    ratings = np.random.default_rng(n).integers(1, 6, size=(n, 4)).astype(float)
    ms = mean_squares(ratings)
    half = t_quantile(0.975, (n - 1) * 3) * np.sqrt(ms.residual * 3 / (4 * n))
    for effect, column in zip(found(ratings.tolist()).effects, ratings.T, strict=True):
        interval = effect.effect.interval
        assert isinstance(interval, Interval)
        assert effect.effect.value == pytest.approx(column.mean() - ratings.mean(), abs=1e-9)
        assert (interval.high - interval.low) / 2 == pytest.approx(half, rel=1e-9)
