"""Internal consistency of scores."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.scoring.consistency import Consistency, internal_consistency
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable

PARTS = ("a", "b", "c")
LAW = settings(derandomize=True, max_examples=80, deadline=None)
CELL = st.integers(1, 5)


def analysed(
    rows: Sequence[tuple[float | None, ...]], parts: tuple[str, ...] = PARTS
) -> Consistency:
    return internal_consistency(
        "mean", parts, [dict(zip(parts, row, strict=True)) for row in rows]
    )


def test_alpha_and_interval_are_those_of_pingouin(sessions: pd.DataFrame) -> None:
    import pingouin

    parts = ("purposefulness", "clarity_about_concerns", "child_focus")
    table = sessions[list(parts)]
    rows = [
        {part: None if math.isnan(row[part]) else float(row[part]) for part in parts}
        for row in table.to_dict("records")
    ]
    found = internal_consistency("good_authority", parts, rows)
    alpha, limits = pingouin.cronbach_alpha(table.dropna())
    assert isinstance(found.alpha, Estimate)
    assert isinstance(found.alpha.interval, Interval)
    assert found.alpha.value == pytest.approx(alpha, abs=1e-9)
    mine = (found.alpha.interval.low, found.alpha.interval.high)
    assert mine == pytest.approx(tuple(limits), abs=5.1e-4)  # its limits have three decimals
    assert found.n + found.n_missing == len(table)


def test_parts_are_compared_with_the_rest() -> None:
    rows = [(1, 2, 2), (3, 3, 4), (4, 5, 4), (2, 2, 1), (5, 4, 3)]
    found = analysed(rows)
    table = np.array(rows, dtype=float)
    first = found.parts[0]
    assert isinstance(first.rest_correlation, Estimate)
    rest = np.corrcoef(table[:, 0], table[:, 1:].sum(axis=1))[0, 1]
    assert first.rest_correlation.value == pytest.approx(rest)
    without = analysed([row[1:] for row in rows], ("b", "c"))
    assert first.alpha_if_dropped == without.alpha
    assert isinstance(found.mean_correlation, Estimate)
    between = np.corrcoef(table, rowvar=False)[np.triu_indices(3, 1)].mean()
    assert found.mean_correlation.value == pytest.approx(between)


def test_sessions_without_all_parts_are_left_out_and_counted() -> None:
    found = analysed([(1, 2, 2), (3, None, 4), (4, 5, 4), (2, 2, 1), (5, 4, 3)])
    assert (found.n, found.n_missing) == (4, 1)


def test_repeated_workers_are_said() -> None:
    rows = [dict(zip(PARTS, row, strict=True)) for row in [(1, 2, 2), (3, 3, 4), (4, 5, 4)]]
    found = internal_consistency("mean", PARTS, rows, workers=("W1", "W1", None))
    assert found.sentences[1].startswith("3 sessions, different workers: 1.")
    alone = internal_consistency("mean", PARTS, rows, workers=("W1", "W2", "W3"))
    assert len(alone.sentences) == 1
    assert "no measure of agreement" in alone.sentences[0]


def test_two_parts_have_no_alpha_if_dropped() -> None:
    found = analysed([(1, 2), (3, 3), (4, 5)], ("a", "b"))
    assert isinstance(found.parts[0].alpha_if_dropped, NotEstimable)


def test_parts_that_move_together_have_no_interval() -> None:
    found = analysed([(1, 1, 1), (2, 2, 2), (4, 4, 4)])
    assert isinstance(found.alpha, Estimate)
    assert found.alpha.value == 1
    assert isinstance(found.alpha.interval, NoInterval)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([(1, 2, 2), (3, 3, 4)], "fewer than 3"),
        ([], "fewer than 3"),
        ([(3, 3, 3)] * 4, "no part varies"),
        ([(1, 5, 3), (5, 1, 3), (3, 3, 3)], "sum of the parts"),
        ([(1, 5, 3), (5, 1, 3), (1, 5, 4), (5, 1, 3)], "against each other"),
    ],
)
def test_what_cannot_be_told_has_a_reason(
    rows: Sequence[tuple[float | None, ...]], reason: str
) -> None:
    found = analysed(rows).alpha
    assert isinstance(found, NotEstimable)
    assert reason in found.reason


def test_one_part_has_no_consistency() -> None:
    found = analysed([(1,), (2,), (3,)], ("a",))
    for statistic in (found.alpha, found.mean_correlation, found.parts[0].rest_correlation):
        assert isinstance(statistic, NotEstimable)
        assert "one part" in statistic.reason


def test_a_constant_part_correlates_with_nothing() -> None:
    found = analysed([(3, 2, 2), (3, 3, 4), (3, 5, 4)])
    assert isinstance(found.mean_correlation, NotEstimable)
    assert isinstance(found.parts[0].rest_correlation, NotEstimable)


@LAW
@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=12), st.randoms(use_true_random=False))
def test_no_figure_leaves_its_scale_and_order_does_not_matter(
    rows: list[tuple[float, float, float]], random: object
) -> None:
    found = analysed(rows)
    mixed = list(rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    for one, other in (
        (found.alpha, analysed(mixed).alpha),
        (found.mean_correlation, analysed(mixed).mean_correlation),
        *((p.rest_correlation, p.rest_correlation) for p in found.parts),
        *((p.alpha_if_dropped, p.alpha_if_dropped) for p in found.parts),
    ):
        assert isinstance(one, Estimate) == isinstance(other, Estimate)
        if isinstance(one, Estimate) and isinstance(other, Estimate):
            assert -1 <= one.value <= 1
            assert one.value == pytest.approx(other.value, abs=1e-9)
            if isinstance(one.interval, Interval):
                assert -1 <= one.interval.low <= one.value <= one.interval.high <= 1
