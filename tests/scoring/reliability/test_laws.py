"""Laws that agreement statistics keep for any ratings."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from practicecoder.scoring.reliability.alpha import Metric, alpha
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import ItemDesign, ItemKind, RatingMatrix
from practicecoder.scoring.reliability.icc import anova_forms, mean_squares
from practicecoder.scoring.reliability.item import ItemInput, ItemReliability, item_reliability
from practicecoder.scoring.reliability.kappa import kappas
from practicecoder.scoring.reliability.reml import reml_components
from practicecoder.scoring.reliability.uncertainty import standard_error
from practicecoder.scoring.reliability.weights import Weighting
from practicecoder.scoring.results import Estimate, Interval, NotEstimable, Statistic

Rows = list[list[float | None]]

LEVELS = (1.0, 2.0, 3.0, 4.0, 5.0)
FEW = SessionBootstrap(seed=20261121, draws=50)
LAW = settings(derandomize=True, max_examples=50, deadline=None)
SPREAD = ("sem", "sdc", "sem_consistency", "khat")


def rows_of(cells: st.SearchStrategy[float | None], most: int = 8) -> st.SearchStrategy[Rows]:
    return st.integers(2, 4).flatmap(
        lambda k: st.lists(st.lists(cells, min_size=k, max_size=k), min_size=2, max_size=most)
    )


RATED = st.sampled_from(LEVELS)
COMPLETE: st.SearchStrategy[Rows] = rows_of(RATED)
WITH_HOLES: st.SearchStrategy[Rows] = rows_of(st.one_of(RATED, RATED, RATED, st.none()))
ANY_NUMBER: st.SearchStrategy[Rows] = rows_of(
    st.one_of(st.none(), st.floats(-1e6, 1e6), st.sampled_from([0.0, 1e-9, 1e6, -1e6]))
)
MANY: st.SearchStrategy[Rows] = rows_of(st.one_of(RATED, RATED, RATED, st.none()), most=16)


def analysed(rows: Rows, kind: ItemKind = ItemKind.DIMENSION) -> ItemReliability:
    matrix = RatingMatrix.of(rows)
    design = ItemDesign(matrix=matrix, n_coded=len(rows), dropped={}, applies=None)
    levels = LEVELS if kind is ItemKind.DIMENSION else ()
    return item_reliability(
        ItemInput(item="x", label="X", kind=kind, design=design, levels=levels), FEW
    )


def number(statistic: Statistic) -> float | None:
    return statistic.value if isinstance(statistic, Estimate) else None


def limits(statistic: Statistic) -> tuple[float, float] | None:
    if isinstance(statistic, NotEstimable) or not isinstance(statistic.interval, Interval):
        return None
    return statistic.interval.low, statistic.interval.high


def same(one: ItemReliability, other: ItemReliability) -> None:
    for key, statistic in one.statistics.items():
        assert number(statistic) == pytest.approx(number(other.statistics[key]), abs=1e-6), key


def honest(found: ItemReliability) -> None:
    for key, statistic in found.statistics.items():
        value = number(statistic)
        if value is None:
            continue
        assert math.isfinite(value), key
        assert key in SPREAD or abs(value) <= 1, key
        found_limits = limits(statistic)
        if found_limits is not None:
            low, high = found_limits
            assert math.isfinite(low), key
            assert math.isfinite(high), key
            assert low <= high, key
            assert key in SPREAD or -1 <= low <= high <= 1, key


@LAW
@given(MANY)
def test_nothing_leaves_its_scale(rows: Rows) -> None:
    honest(analysed(rows))


@LAW
@given(ANY_NUMBER)
def test_no_number_however_odd_breaks_a_score(rows: Rows) -> None:
    honest(analysed(rows, ItemKind.SCORE))


@LAW
@given(WITH_HOLES, st.randoms(use_true_random=False))
def test_order_of_sessions_and_coders_changes_nothing(rows: Rows, random: object) -> None:
    sessions = list(range(len(rows)))
    coders = list(range(len(rows[0])))
    random.shuffle(sessions)  # type: ignore[attr-defined]
    random.shuffle(coders)  # type: ignore[attr-defined]
    shuffled = [[rows[i][j] for j in coders] for i in sessions]
    same(analysed(rows), analysed(shuffled))


@LAW
@given(WITH_HOLES)
def test_order_of_sessions_changes_no_interval_either(rows: Rows) -> None:
    assert analysed(rows).statistics == analysed(rows[::-1]).statistics


@LAW
@given(WITH_HOLES)
def test_a_session_coded_once_changes_nothing(rows: Rows) -> None:
    lonely: list[float | None] = [5.0] + [None] * (len(rows[0]) - 1)
    assert analysed([*rows, lonely]).statistics == analysed(rows).statistics


@LAW
@given(COMPLETE, st.floats(0.5, 20), st.floats(-50, 50))
def test_icc_and_interval_alpha_have_no_unit(rows: Rows, factor: float, shift: float) -> None:
    moved: Rows = [[shift + factor * v for v in row if v is not None] for row in rows]
    for key, statistic in anova_forms(RatingMatrix.of(rows)).items():
        other = anova_forms(RatingMatrix.of(moved))[key]
        assert number(statistic) == pytest.approx(number(other), abs=1e-6)
    one = alpha(RatingMatrix.of(rows), Metric.INTERVAL, FEW)
    assert number(one) == pytest.approx(
        number(alpha(RatingMatrix.of(moved), Metric.INTERVAL, FEW)), abs=1e-6
    )


@LAW
@given(COMPLETE, st.integers(-20, 20))
def test_a_milder_coder_leaves_consistency_alone(rows: Rows, more: int) -> None:
    milder: Rows = [[row[0] + more if row[0] is not None else None, *row[1:]] for row in rows]
    one, other = (anova_forms(RatingMatrix.of(r))["icc_c1"] for r in (rows, milder))
    assume(number(one) is not None)
    assume(number(other) is not None)
    assert number(one) == pytest.approx(number(other), abs=1e-9)


@LAW
@given(COMPLETE)
def test_doubling_every_rating_doubles_the_measurement_error(rows: Rows) -> None:
    doubled: Rows = [[2 * v for v in row if v is not None] for row in rows]
    one, other = (
        standard_error(mean_squares(RatingMatrix.of(r).values).components, 1)
        for r in (rows, doubled)
    )
    assert isinstance(one, Estimate)
    assert number(other) == pytest.approx(2 * one.value, abs=1e-9)


@LAW
@given(st.lists(st.tuples(RATED, RATED), min_size=2, max_size=20), st.sampled_from(Weighting))
def test_kappa_does_not_mind_who_comes_first(
    pairs: list[tuple[float, float]], weighting: Weighting
) -> None:
    one, other = (
        kappas(RatingMatrix.of(rows), LEVELS, (weighting,), FEW)[weighting].mean
        for rows in ([[a, b] for a, b in pairs], [[b, a] for a, b in pairs])
    )
    assert number(one) == pytest.approx(number(other), abs=1e-9)


@LAW
@given(rows_of(st.one_of(st.sampled_from([2.0, 5.0]), st.sampled_from([2.0, 5.0]), st.none())))
def test_with_two_levels_in_use_three_alphas_are_one(rows: Rows) -> None:
    matrix = RatingMatrix.of(rows)
    nominal, ordinal, interval = (
        number(alpha(matrix, metric, FEW))
        for metric in (Metric.NOMINAL, Metric.ORDINAL, Metric.INTERVAL)
    )
    assert nominal == pytest.approx(ordinal, abs=1e-9)
    assert nominal == pytest.approx(interval, abs=1e-9)


@LAW
@given(COMPLETE)
def test_reml_is_anova_on_complete_data(rows: Rows) -> None:
    matrix = RatingMatrix.of(rows)
    ms = mean_squares(matrix.values)
    assume(ms.all_non_negative)
    assert reml_components(matrix) == ms.components


@LAW
@given(WITH_HOLES)
def test_names_change_nothing(rows: Rows) -> None:
    names = [f"Z{9 - j}" for j in range(len(rows[0]))]
    matrix = RatingMatrix.of(rows, coders=names)
    design = ItemDesign(matrix=matrix, n_coded=len(rows), dropped={}, applies=None)
    renamed = item_reliability(
        ItemInput(item="y", label="Y", kind=ItemKind.DIMENSION, design=design, levels=LEVELS), FEW
    )
    assert renamed.statistics == analysed(rows).statistics
