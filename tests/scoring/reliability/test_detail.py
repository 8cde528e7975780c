"""What lies behind an item's coefficients."""

from __future__ import annotations

import pytest

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.reliability.detail import (
    Generalizability,
    all_zero_share,
    coder_summaries,
    generalizability,
    pair_table,
)
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.reliability.table import reliability_table
from practicecoder.scoring.results import NotEstimable


def analysed(codebook: Codebook, item: str, rows: list[list[float | None]]) -> ItemReliability:
    ratings = [
        ItemRating(
            session_id=SessionId(f"S{i}"),
            coder_id=CoderId(f"C{j}"),
            item=item,
            rating=Rating.rated(value),
        )
        for i, row in enumerate(rows)
        for j, value in enumerate(row)
        if value is not None
    ]
    return reliability_table(codebook, ratings).item(item)


ROWS: list[list[float | None]] = [[1, 1, 2], [3, 4, 3], [5, 5, None], [2, 1, 2]]


def test_a_dimension_shows_the_whole_scale(swim7: Codebook) -> None:
    found = analysed(swim7, "empathy", ROWS)
    assert list(found.levels) == [1, 2, 3, 4, 5]
    assert [coder.by_level for coder in found.coders] == [
        (1, 1, 1, 0, 1),
        (2, 0, 0, 1, 1),
        (0, 2, 1, 0, 0),
    ]
    first = found.pairs[0]
    assert first.table == (
        (1, 0, 0, 0, 0),
        (1, 0, 0, 0, 0),
        (0, 0, 0, 1, 0),
        (0, 0, 0, 0, 0),
        (0, 0, 0, 0, 1),
    )
    assert first.kappa_max == pytest.approx((0.5 - 3 / 16) / (1 - 3 / 16))
    assert first.bland_altman is None


def test_scores_and_counts_have_no_scale(miti4: Codebook) -> None:
    count = miti4.count_ids[0]
    found = analysed(miti4, count, [[0, 0], [3, 4], [0, 0], [2, 0]])
    assert found.levels == ()
    assert found.pairs[0].table is None
    assert found.pairs[0].kappa_max is None
    assert found.all_zero_share == 0.5
    assert [coder.zero_share for coder in found.coders] == [0.5, 0.75]
    assert [coder.by_level for coder in found.coders] == [(), ()]


def test_an_item_tells_where_its_variance_comes_from(swim7: Codebook) -> None:
    found = analysed(swim7, "empathy", [row[:2] for row in ROWS]).generalizability
    assert isinstance(found, Generalizability)
    total = found.session_share + found.coder_share + found.residual_share
    assert total == pytest.approx(1)
    assert not isinstance(found.decisions, NotEstimable)
    assert [row.k for row in found.decisions] == [1, 2, 3, 4, 5]
    assert found.decisions[0].absolute == pytest.approx(found.session_share)
    rising = [row.absolute for row in found.decisions]
    assert rising == sorted(rising)


def test_without_difference_between_sessions_no_number_of_coders_helps() -> None:
    parts = VarianceComponents(session=-0.2, coder=0.1, residual=0.3, source="mean squares")
    found = generalizability(parts, 12)
    assert isinstance(found, Generalizability)
    assert (found.session_share, found.coder_share) == (0, 0.25)
    assert isinstance(found.decisions, NotEstimable)
    assert found.decisions.n == 12


def test_what_does_not_vary_has_no_sources() -> None:
    nothing = VarianceComponents(session=0, coder=0, residual=0, source="REML")
    assert isinstance(generalizability(nothing, 3), NotEstimable)
    none = NotEstimable(reason="x", n=3)
    assert generalizability(none, 3) is none


def test_an_empty_design_has_empty_details() -> None:
    empty = RatingMatrix.of([])
    assert coder_summaries(empty, (1, 2)) == ()
    assert pair_table(empty, (1, 2)) == ((0, 0), (0, 0))
    assert all_zero_share(empty) is None


def test_one_rating_has_no_spread() -> None:
    matrix = RatingMatrix.of([[1, 2, None], [1, None, 2]])
    assert [summary.sd for summary in coder_summaries(matrix, ())] == [0, None, None]
