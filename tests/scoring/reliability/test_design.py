from __future__ import annotations

import pytest

from practicecoder.scoring.reliability.design import (
    OPEN_CELL,
    Cell,
    CellState,
    RatingMatrix,
    item_design,
)

NA = Cell(state=CellState.NOT_APPLICABLE)


def rated(value: float) -> Cell:
    return Cell(state=CellState.RATED, value=value)


def test_sessions_with_one_rating_are_outside_the_matrix() -> None:
    matrix = RatingMatrix.of([[1, None, None], [2, 3, None], [None, None, None]])
    assert (matrix.n, matrix.k, matrix.n_ratings) == (1, 2, 2)
    assert matrix.coders == ("C1", "C2")


def test_a_matrix_of_nothing_is_empty() -> None:
    matrix = RatingMatrix.of([])
    assert (matrix.n, matrix.k, matrix.n_ratings) == (0, 0, 0)
    assert not matrix.is_constant


def test_rows_stand_in_the_order_of_their_ratings() -> None:
    one = RatingMatrix.of([[5, 4], [1, 2], [3, 3]])
    other = RatingMatrix.of([[3, 3], [5, 4], [1, 2]])
    assert one.values.tolist() == other.values.tolist() == [[1, 2], [3, 3], [5, 4]]
    assert one.sessions == ("S2", "S3", "S1")


def test_complete_sessions_are_those_all_coders_rated() -> None:
    matrix = RatingMatrix.of([[1, 2, 3], [2, 2, None]])
    assert matrix.n_complete == 1
    assert not matrix.is_complete
    assert matrix.complete().tolist() == [[1, 2, 3]]


def test_a_pair_shares_the_sessions_both_rated() -> None:
    matrix = RatingMatrix.of([[1, 2, 3], [2, 2, None], [None, 4, 5]])
    first, second = matrix.pair(0, 2)
    assert first.tolist() == [1]
    assert second.tolist() == [3]
    assert matrix.of_pair(1, 2).n == 2


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ([NA, NA, NA], "not applicable for all"),
        ([NA, NA, OPEN_CELL], "not applicable for all"),
        ([NA, rated(3), NA], "not applicable for all but one"),
        ([rated(3), OPEN_CELL, OPEN_CELL], "left open by all but one"),
        ([NA, OPEN_CELL, OPEN_CELL], "left open by all but one"),
        ([OPEN_CELL, OPEN_CELL, OPEN_CELL], "left open by all"),
    ],
)
def test_dropped_sessions_say_why(row: list[Cell], why: str) -> None:
    used = [rated(2), rated(3), NA]
    design = item_design(["S1", "S2"], ["C1", "C2", "C3"], [used, row])
    assert design.matrix.n == 1
    assert design.n_dropped == 1
    assert design.dropped == {why: 1}


def test_applicability_is_asked_only_where_somebody_ruled_the_item_out() -> None:
    plain = item_design(["S1"], ["C1", "C2"], [[rated(2), rated(3)]])
    assert plain.applies is None
    split = item_design(["S1"], ["C1", "C2"], [[rated(2), NA]])
    assert split.applies is not None
    assert split.applies.values.tolist() == [[1, 0]]


def test_a_design_without_sessions_is_empty() -> None:
    design = item_design([], [], [])
    assert (design.matrix.n, design.n_dropped) == (0, 0)
