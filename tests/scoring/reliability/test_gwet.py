from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.reliability.gwet import (
    ChanceModel,
    FamilyValue,
    family_value,
    fleiss_kappa,
    gwet_ac,
)
from practicecoder.scoring.reliability.weights import Weighting, agreement_weights
from practicecoder.scoring.results import Estimate, Interval, NotEstimable

MODELS = {"ac": ChanceModel.GWET, "fleiss": ChanceModel.FLEISS, "bp": ChanceModel.UNIFORM}


def counts_of(rows: list[list[float | None]], levels: list[float]) -> np.ndarray[Any, Any]:
    """Counts of all units, also of those with one rating."""
    return np.array([[sum(v == level for v in row) for level in levels] for row in rows], float)


@pytest.mark.golden
@pytest.mark.parametrize("weighting", Weighting)
@pytest.mark.parametrize("name", MODELS)
def test_gwets_results_with_holes(
    golden: Callable[[str], Any], weighting: Weighting, name: str
) -> None:
    data = golden("krippendorff_2011_4x12_missing")
    expected = data["cac"][weighting.value][name]
    found = family_value(
        counts_of(data["data_units_by_raters"], data["cac"]["labels"]),
        agreement_weights(weighting, 5),
        MODELS[name],
    )
    assert isinstance(found, FamilyValue)
    assert found.value == pytest.approx(expected["value"], abs=1e-9)
    assert found.se == pytest.approx(expected["se"], abs=1e-9)
    assert found.observed == pytest.approx(data["cac"][weighting.value]["pa"]["value"], abs=1e-9)


@pytest.mark.golden
def test_diagnoses_of_fleiss(golden: Callable[[str], Any]) -> None:
    data = golden("fleiss_1971_diagnoses")
    levels = (1.0, 2.0, 3.0, 4.0, 5.0)
    matrix = RatingMatrix.of(data["data"])
    kappa, ac1 = fleiss_kappa(matrix, levels), gwet_ac(matrix, levels, Weighting.UNWEIGHTED)
    expected = data["expected"]["fleiss_kappa"]
    assert isinstance(kappa, Estimate)
    assert isinstance(kappa.interval, Interval)
    assert isinstance(ac1, Estimate)
    assert kappa.value == pytest.approx(expected["value"], abs=1e-9)
    assert (kappa.interval.low, kappa.interval.high) == pytest.approx(
        tuple(expected["ci_gwet"]), abs=1e-9
    )
    assert ac1.value == pytest.approx(data["expected"]["ac1"]["value"], abs=1e-9)
    assert round(kappa.value, 2) == data["published"]["fleiss_kappa"]


@pytest.mark.golden
def test_one_category_against_all_others(golden: Callable[[str], Any]) -> None:
    data = golden("fleiss_1971_diagnoses")
    for index, expected in enumerate(data["expected"]["per_category"].values(), start=1):
        merged = [[1.0 if value == index else 2.0 for value in row] for row in data["data"]]
        found = fleiss_kappa(RatingMatrix.of(merged), (1.0, 2.0))
        assert isinstance(found, Estimate)
        assert found.value == pytest.approx(expected, abs=1e-9)


@pytest.mark.golden
def test_the_paradox_of_high_agreement(golden: Callable[[str], Any]) -> None:
    data = golden("gwet_paradox_2x2")
    rows = [
        [float(i + 1), float(j + 1)]
        for i, row in enumerate(data["table"])
        for j, count in enumerate(row)
        for _ in range(int(count))
    ]
    found = gwet_ac(RatingMatrix.of(rows), (1.0, 2.0), Weighting.UNWEIGHTED)
    expected = data["expected"]["AC_unweighted"]
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(expected["value"], abs=1e-9)


def test_an_interval_beyond_one_is_cut_and_says_so() -> None:
    rows = [[1, 1], [2, 2], [3, 3], [4, 4], [5, 4]]
    found = gwet_ac(RatingMatrix.of(rows), (1, 2, 3, 4, 5), Weighting.UNWEIGHTED)
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    assert found.interval.high == 1
    assert "interval_cut" in found.notes


def test_a_value_below_the_scale_is_not_given() -> None:
    rows = [[1, 5], [1, 4], [2, 5]]
    found = gwet_ac(RatingMatrix.of(rows), (1, 2, 3, 4, 5), Weighting.QUADRATIC)
    assert isinstance(found, NotEstimable)


def test_more_declared_levels_raise_ac2() -> None:
    matrix = RatingMatrix.of([[1, 2], [2, 2], [3, 2], [1, 1]])
    few = gwet_ac(matrix, (1, 2, 3), Weighting.QUADRATIC)
    many = gwet_ac(matrix, (1, 2, 3, 4, 5), Weighting.QUADRATIC)
    assert isinstance(few, Estimate)
    assert isinstance(many, Estimate)
    assert many.value > few.value
    assert "5 levels" in many.method


def test_chance_that_agrees_on_everything_leaves_nothing() -> None:
    one_category = np.array([[2.0, 0.0], [3.0, 0.0]])
    assert family_value(one_category, np.eye(2), ChanceModel.FLEISS) is None


def test_one_unit_has_no_standard_error() -> None:
    found = family_value(np.array([[1.0, 1.0]]), np.eye(2), ChanceModel.GWET)
    assert found is not None
    assert found.se == 0


def test_too_little_is_said() -> None:
    assert isinstance(fleiss_kappa(RatingMatrix.of([[3, 3]]), (1, 2, 3)), NotEstimable)
    assert isinstance(fleiss_kappa(RatingMatrix.of([]), (1, 2, 3)), NotEstimable)
