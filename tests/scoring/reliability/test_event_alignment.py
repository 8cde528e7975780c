"""Linking marks: the exact rules, and agreement with trying out every alignment."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.domain.coding import CodebookRef, CodeMark, Coding
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.spans import TimeSpan
from practicecoder.scoring.reliability.event_alignment import (
    EventStream,
    Link,
    TimedMark,
    align,
    boundary_f1,
    link_spans,
)

LAW = settings(derandomize=True, max_examples=150, deadline=None)
CASES = ("hand_tol3", "hand_tol5", "hand_tol0.5", "empty_b", "both_empty", "identical_one_code")

MARK = st.builds(TimedMark, st.integers(0, 12).map(lambda s: s * 500), st.sampled_from("QRS"))
STREAM = st.lists(MARK, max_size=5).map(lambda marks: tuple(sorted(marks)))


def marks_of(rows: list[list[Any]]) -> tuple[TimedMark, ...]:
    return tuple(TimedMark(round(at * 1000), code) for at, code in rows)


def cost(
    links: tuple[Link, ...], one: tuple[TimedMark, ...], other: tuple[TimedMark, ...]
) -> tuple[int, int]:
    """Cost and total lag of an alignment."""
    spent = lag = 0
    for i, j in links:
        if i is None or j is None:
            spent += 1
        else:
            spent += one[i].code != other[j].code
            lag += abs(one[i].at_ms - other[j].at_ms)
    return spent, lag


def every_alignment(n: int, m: int) -> list[tuple[Link, ...]]:
    """All alignments that never cross, whatever the tolerance."""
    if n == 0 and m == 0:
        return [()]
    found: list[tuple[Link, ...]] = []
    if n and m:
        found += [(*rest, (n - 1, m - 1)) for rest in every_alignment(n - 1, m - 1)]
    if n:
        found += [(*rest, (n - 1, None)) for rest in every_alignment(n - 1, m)]
    if m:
        found += [(*rest, (None, m - 1)) for rest in every_alignment(n, m - 1)]
    return found


def by_the_book(
    one: tuple[TimedMark, ...], other: tuple[TimedMark, ...], tolerance_ms: int
) -> tuple[Link, ...]:
    """Dynamic programming word for word: pair, first alone, second alone; later only if less."""

    @cache
    def best(i: int, j: int) -> tuple[tuple[int, int], Link | None]:
        if i == 0 and j == 0:
            return (0, 0), None
        tried: list[tuple[tuple[int, int], Link]] = []
        if i and j and abs(one[i - 1].at_ms - other[j - 1].at_ms) <= tolerance_ms:
            spent, lag = best(i - 1, j - 1)[0]
            differ = one[i - 1].code != other[j - 1].code
            apart = abs(one[i - 1].at_ms - other[j - 1].at_ms)
            tried.append(((spent + differ, lag + apart), (i - 1, j - 1)))
        if i:
            spent, lag = best(i - 1, j)[0]
            tried.append(((spent + 1, lag), (i - 1, None)))
        if j:
            spent, lag = best(i, j - 1)[0]
            tried.append(((spent + 1, lag), (None, j - 1)))
        return min(tried, key=lambda each: each[0])

    links: list[Link] = []
    i, j = len(one), len(other)
    while i or j:
        step = best(i, j)[1]
        assert step is not None
        links.append(step)
        i, j = i - (step[0] is not None), j - (step[1] is not None)
    return tuple(reversed(links))


@pytest.mark.golden
@pytest.mark.parametrize("name", CASES)
def test_alignments_of_the_reference_streams(golden: Callable[[str], Any], name: str) -> None:
    case = golden("event_agreement")["cases"][name]
    found = align(marks_of(case["a"]), marks_of(case["b"]), round(case["tol"] * 1000))
    assert [list(link) for link in found] == case["expected"]["alignment"]


@LAW
@given(STREAM, STREAM, st.sampled_from([0, 500, 1_500, 10_000]))
def test_no_alignment_is_better(
    one: tuple[TimedMark, ...], other: tuple[TimedMark, ...], tolerance_ms: int
) -> None:
    allowed = (
        links
        for links in every_alignment(len(one), len(other))
        if all(
            i is None or j is None or abs(one[i].at_ms - other[j].at_ms) <= tolerance_ms
            for i, j in links
        )
    )
    found = align(one, other, tolerance_ms)
    assert cost(found, one, other) == min(cost(links, one, other) for links in allowed)


@LAW
@given(STREAM, STREAM, st.sampled_from([0, 500, 1_500, 10_000]))
def test_ties_are_broken_by_the_book(
    one: tuple[TimedMark, ...], other: tuple[TimedMark, ...], tolerance_ms: int
) -> None:
    assert align(one, other, tolerance_ms) == by_the_book(one, other, tolerance_ms)


def test_both_ends_of_the_tolerance_belong_to_it() -> None:
    one, other = (TimedMark(1_000, "Q"),), (TimedMark(4_000, "Q"),)
    assert align(one, other, 3_000) == ((0, 0),)
    assert align(one, other, 2_999) == ((None, 0), (0, None))


def test_a_substitution_beats_leaving_both_alone() -> None:
    assert align((TimedMark(0, "Q"),), (TimedMark(900, "SR"),), 3_000) == ((0, 0),)


def test_the_smaller_total_lag_decides_between_equal_costs() -> None:
    one = (TimedMark(1_000, "Q"), TimedMark(2_000, "Q"))
    assert align(one, (TimedMark(1_900, "Q"),), 3_000) == ((0, None), (1, 0))
    assert align(one, (TimedMark(1_100, "Q"),), 3_000) == ((0, 0), (1, None))


def test_spans_link_by_their_share_of_the_longer() -> None:
    one = (TimedMark(0, "talk", 10_000),)
    assert link_spans(one, (TimedMark(4_000, "talk", 10_000),)) == ((0, 0),)
    assert link_spans(one, (TimedMark(4_001, "talk", 10_000),)) == ((0, None), (None, 0))


def test_the_largest_share_is_linked_first() -> None:
    one = (TimedMark(0, "talk", 10_000), TimedMark(500, "talk", 10_500))
    other = (TimedMark(600, "talk", 10_600),)
    assert link_spans(one, other) == ((0, None), (1, 0))


def test_of_equal_shares_the_earlier_spans_are_linked() -> None:
    one = (TimedMark(0, "talk", 10_000), TimedMark(2_000, "talk", 12_000))
    other = (TimedMark(1_000, "talk", 11_000),)
    assert link_spans(one, other) == ((0, 0), (1, None))
    assert link_spans(other, one) == ((0, 0), (None, 1))


def test_spans_that_only_touch_are_not_linked() -> None:
    one, other = (TimedMark(0, "a", 1_000),), (TimedMark(1_000, "a", 2_000),)
    assert link_spans(one, other, 0.01) == ((0, None), (None, 0))


def test_a_stream_tells_moments_from_spans_in_order_of_time() -> None:
    stream = EventStream(
        session_id="S1",
        coder_id="C1",
        marks=(TimedMark(900, "Q"), TimedMark(5, "b", 5), TimedMark(5, "a", 80)),
    )
    assert stream.moments == (TimedMark(5, "b", 5), TimedMark(900, "Q"))
    assert stream.spans == (TimedMark(5, "a", 80),)


def test_a_stream_of_a_coding_has_its_marks() -> None:
    coding = Coding(
        coding_id=CodingId("K1"),
        session_id=SessionId("S1"),
        coder_id=CoderId("C1"),
        codebook=CodebookRef(codebook_id="x", version="1", digest=""),
        marks=(CodeMark(mark_id="m1", count_id="Q", at_ms=400, end_ms=900),),
    )
    stream = EventStream.of_coding(coding, TimeSpan(0, 1_000))
    assert stream.marks == (TimedMark(400, "Q", 900),)
    assert (stream.session_id, stream.coder_id, stream.segment) == ("S1", "C1", TimeSpan(0, 1_000))


def test_a_mark_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        TimedMark(5, "Q", 4)


def test_boundaries_meet_one_to_one() -> None:
    for one, other in (([0, 100], [50]), ([500], [0, 490])):
        met, f1 = boundary_f1(one, other, 60)
        assert met == 1
        assert f1 == pytest.approx(2 / 3)
    assert boundary_f1([], [], 20) == (0, None)
