from __future__ import annotations

from collections.abc import Callable
from typing import Any

import krippendorff
import numpy as np
import pytest

from practicecoder.scoring.reliability.alpha import Metric, alpha
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable

BOOTSTRAP = SessionBootstrap(seed=20261121)


def estimate(rows: list[list[float | None]], metric: Metric) -> Estimate:
    found = alpha(RatingMatrix.of(rows), metric, BOOTSTRAP)
    assert isinstance(found, Estimate)
    return found


@pytest.mark.golden
@pytest.mark.parametrize("metric", Metric)
@pytest.mark.parametrize("name", ["krippendorff_2011_4x12_missing", "shrout_fleiss_1979"])
def test_published_values(golden: Callable[[str], Any], name: str, metric: Metric) -> None:
    data = golden(name)
    rows = data.get("data_units_by_raters") or data["data"]
    expected = data["krippendorff"][metric.value]["value"]
    assert estimate(rows, metric).value == pytest.approx(expected, abs=1e-9)


@pytest.mark.golden
def test_published_values_as_printed(golden: Callable[[str], Any]) -> None:
    data = golden("krippendorff_2011_4x12_missing")
    for metric, printed in data["published"].items():
        found = estimate(data["data_units_by_raters"], Metric(metric)).value
        assert round(found, 3) == printed


@pytest.mark.golden
def test_diagnoses_of_fleiss(golden: Callable[[str], Any]) -> None:
    data = golden("fleiss_1971_diagnoses")
    expected = data["expected"]["krippendorff_nominal"]["value"]
    assert estimate(data["data"], Metric.NOMINAL).value == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("metric", Metric)
@pytest.mark.parametrize("seed", range(4))
def test_agrees_with_the_krippendorff_package(metric: Metric, seed: int) -> None:
    generator = np.random.default_rng(seed)
    y = generator.integers(1, 6, size=(15, 4)).astype(float)
    y[generator.random(y.shape) < 0.25] = np.nan
    rows = [[None if np.isnan(v) else v for v in row] for row in y.tolist()]
    expected = krippendorff.alpha(reliability_data=y.T, level_of_measurement=metric.value)
    assert estimate(rows, metric).value == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("metric", Metric)
def test_resampling_agrees_with_computing_each_resample(metric: Metric) -> None:
    generator = np.random.default_rng(5)
    y = generator.integers(1, 6, size=(12, 3))
    rows: list[list[float | None]] = y.tolist()
    rows[2][1] = None
    matrix = RatingMatrix.of(rows)
    few = SessionBootstrap(seed=9, draws=60)
    expected = []
    for weights in few.weights(12):
        drawn: list[list[float | None]] = []
        for times, values, rated in zip(weights, matrix.values, matrix.rated, strict=True):
            row = [v if r else None for v, r in zip(values.tolist(), rated, strict=True)]
            drawn += [row] * int(times)
        expected.append(estimate(drawn, metric).value)
    found = alpha(matrix, metric, few)
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    limits = (found.interval.low, found.interval.high)
    assert limits == pytest.approx(tuple(np.quantile(expected, [0.025, 0.975])), abs=1e-9)


def test_few_sessions_give_no_interval() -> None:
    found = estimate([[1, 2], [2, 2], [3, 4]], Metric.INTERVAL)
    assert found.interval == NoInterval(reason="fewer than 10 sessions")
    assert "bootstrap" not in found.method


def test_resamples_of_one_value_are_left_out_and_too_many_leave_no_interval() -> None:
    rows: list[list[float | None]] = [[3, 3] for _ in range(11)]
    rows.append([3, 4])
    found = estimate(rows, Metric.NOMINAL)
    assert isinstance(found.interval, NoInterval)
    assert found.interval.reason.startswith("undefined in ")


def test_a_ratio_of_values_below_zero_is_refused() -> None:
    found = alpha(RatingMatrix.of([[-1, 2], [2, 3]]), Metric.RATIO, BOOTSTRAP)
    assert found == NotEstimable(reason="a ratio needs values at or above 0", n=2)


def test_zeros_are_no_trouble_for_a_ratio() -> None:
    found = estimate([[0, 0], [0, 1], [4, 4], [2, 3]], Metric.RATIO)
    assert -1 <= found.value < 1


def test_too_little_is_said() -> None:
    found = alpha(RatingMatrix.of([[1, 2]]), Metric.NOMINAL, BOOTSTRAP)
    assert isinstance(found, NotEstimable)
