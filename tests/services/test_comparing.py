from __future__ import annotations

from dataclasses import replace

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import (
    CodeMark,
    Coding,
    CountingMode,
    Evidence,
    Rating,
)
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.spans import TimeSpan
from practicecoder.services.comparing import (
    Difference,
    compare,
    compare_counts,
    n_differences,
)
from tests.builders import ratings_of


@pytest.fixture
def codebook() -> Codebook:
    return library.find("swim7")


def a_coding(codebook: Codebook, coder: str, *values: int | None) -> Coding:
    return Coding(
        coding_id=CodingId(f"coding-{coder}"),
        session_id=SessionId("V-1"),
        coder_id=CoderId(coder),
        codebook=codebook.ref,
        ratings=ratings_of(codebook, values or [3] * len(codebook.dimensions)),
    )


def with_rating(coding: Coding, dimension_id: str, rating: Rating) -> Coding:
    return replace(coding, ratings={**coding.ratings, dimension_id: rating})


def test_not_applicable_against_rated_comes_first_then_the_widest_then_equal_ones(
    codebook: Codebook,
) -> None:
    ids = codebook.dimension_ids
    first = a_coding(codebook, "one", 3, 3, 2, None, 1, 3, 3)
    second = a_coding(codebook, "two", 3, 4, 4, 2, 5, 3, 3)

    rows = compare(codebook, {"A": first, "B": second})

    assert [row.dimension_id for row in rows] == [
        ids[3],
        ids[4],
        ids[2],
        ids[1],
        ids[0],
        ids[5],
        ids[6],
    ]
    assert [row.difference for row in rows] == [
        Difference.APPLICABILITY,
        Difference.FAR,
        Difference.FAR,
        Difference.NEAR,
        *[Difference.EQUAL] * 3,
    ]
    assert [row.levels_apart for row in rows[:4]] == [None, 4, 2, 1]
    assert n_differences(codebook, {"A": first, "B": second}) == 4


def test_of_three_codings_the_outermost_ratings_count(codebook: Codebook) -> None:
    codings = {
        label: a_coding(codebook, label, value, *[3] * 6)
        for label, value in (("A", 3), ("B", 2), ("C", 4))
    }

    row = compare(codebook, codings)[0]

    assert (row.difference, row.levels_apart) == (Difference.FAR, 2)
    assert list(row.ratings) == ["A", "B", "C"]


def test_one_who_ruled_it_out_among_three_is_talked_about_first(codebook: Codebook) -> None:
    codings = {
        label: a_coding(codebook, label, value, *[3] * 6)
        for label, value in (("A", 1), ("B", None), ("C", 5))
    }

    assert compare(codebook, codings)[0].difference is Difference.APPLICABILITY


def test_steps_of_the_scale_are_what_is_counted() -> None:
    codebook = library.find("swim7")
    scale = replace(codebook.dimensions[0].scale, minimum=2, maximum=10, step=2)
    stretched = replace(codebook.dimensions[0], scale=scale)
    codebook = replace(codebook, dimensions=(stretched, *codebook.dimensions[1:]))
    first = a_coding(codebook, "one", 2, *[3] * 6)
    second = a_coding(codebook, "two", 4, *[3] * 6)

    row = compare(codebook, {"A": first, "B": second})[0]

    assert (row.levels_apart, row.difference) == (1, Difference.NEAR)


def test_both_ruled_out_for_the_same_reason_is_equal_for_different_ones_not(
    codebook: Codebook,
) -> None:
    dimension = codebook.dimension_ids[0]
    one, other = (reason.reason_id for reason in codebook.reasons_for(dimension)[:2])
    first = with_rating(a_coding(codebook, "one"), dimension, Rating.not_applicable(one))
    same = with_rating(a_coding(codebook, "two"), dimension, Rating.not_applicable(one))
    different = with_rating(a_coding(codebook, "two"), dimension, Rating.not_applicable(other))

    assert n_differences(codebook, {"A": first, "B": same}) == 0
    assert compare(codebook, {"A": first, "B": different})[0].difference is Difference.REASONS


def test_what_somebody_left_open_is_no_agreement(codebook: Codebook) -> None:
    dimension = codebook.dimension_ids[0]
    left_open = with_rating(a_coding(codebook, "two"), dimension, Rating())

    row = compare(codebook, {"A": a_coding(codebook, "one"), "B": left_open})[0]

    assert (row.dimension_id, row.difference) == (dimension, Difference.LEFT_OPEN)


def test_left_open_by_both_is_no_agreement_either(codebook: Codebook) -> None:
    dimension = codebook.dimension_ids[2]
    codings = {
        label: with_rating(a_coding(codebook, label), dimension, Rating()) for label in "AB"
    }

    assert compare(codebook, codings)[0].difference is Difference.LEFT_OPEN


def test_among_equal_ones_those_that_somebody_was_unsure_of_come_first(
    codebook: Codebook,
) -> None:
    unsure = codebook.dimension_ids[5]
    first = a_coding(codebook, "one")
    second = with_rating(a_coding(codebook, "two"), unsure, Rating.rated(3, unsure=True))

    row = compare(codebook, {"A": first, "B": second})[0]

    assert (row.dimension_id, row.unsure, row.is_equal) == (unsure, ("B",), True)


def test_a_rating_shows_the_evidence_that_names_its_dimension(codebook: Codebook) -> None:
    here, there = codebook.dimension_ids[:2]
    both = Evidence(evidence_id="e1", span=TimeSpan(5, 9), dimension_ids=(here, there))
    one = Evidence(evidence_id="e2", span=TimeSpan(7, 7), dimension_ids=(there,))
    first = replace(a_coding(codebook, "one"), evidence=(both, one))

    rows = {
        row.dimension_id: row
        for row in compare(codebook, {"A": first, "B": a_coding(codebook, "two")})
    }

    assert rows[here].evidence == {"A": (both,), "B": ()}
    assert rows[there].evidence == {"A": (both, one), "B": ()}


def test_counts_stand_side_by_side_and_what_was_not_counted_is_no_zero() -> None:
    codebook = library.find("miti-4.2.1")
    code = codebook.counts[0]
    counted = replace(
        a_coding(codebook, "one"),
        counting=CountingMode.TALLY,
        marks=(CodeMark(mark_id="m", count_id=code.count_id, at_ms=10),),
    )
    codings = {"A": counted, "B": a_coding(codebook, "two")}

    counts = compare_counts(codebook, codings)

    assert (counts[0].count_id, counts[0].counts) == (code.count_id, {"A": 1, "B": None})
    assert counts[1].counts == {"A": 0, "B": None}
    assert compare_counts(codebook, {"B": codings["B"]}) == ()
