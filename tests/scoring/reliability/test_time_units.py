"""Agreement second by second."""

from __future__ import annotations

import pytest

from practicecoder.domain.spans import TimeSpan
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.event_alignment import EventStream, TimedMark
from practicecoder.scoring.reliability.time_units import (
    TimeUnitAgreement,
    time_unit_agreement,
    unit_record,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable


def plain_kappa(mine: str, theirs: str) -> float:
    """Cohen's kappa of two records written as letters."""
    n = len(mine)
    observed = sum(a == b for a, b in zip(mine, theirs, strict=True)) / n
    chance = sum(mine.count(c) * theirs.count(c) for c in set(mine)) / n**2
    return (observed - chance) / (1 - chance)


SEGMENT = TimeSpan(0, 10_000)
FEW = SessionBootstrap(seed=3, draws=200)


def stream(coder: str, *spans: tuple[int, str, int], session: str = "S1") -> EventStream:
    return EventStream(
        session_id=session,
        coder_id=coder,
        marks=tuple(TimedMark(*span) for span in spans),
        segment=SEGMENT,
    )


def agreed(first: EventStream, second: EventStream, within: int = 2) -> TimeUnitAgreement:
    return time_unit_agreement([(first, second)], ("a", "b"), FEW, within_units=within)


def test_a_span_holds_its_start_and_not_its_end() -> None:
    record = unit_record([TimedMark(500, "a", 1_500)], {"a": 0}, TimeSpan(0, 3_000))
    assert record.tolist() == [0, 1, 1]


def test_the_last_unit_may_be_shorter() -> None:
    places, segment = {"a": 0}, TimeSpan(0, 2_200)
    assert unit_record([TimedMark(2_100, "a", 2_200)], places, segment).tolist() == [1, 1, 0]
    assert unit_record([TimedMark(2_101, "a", 2_200)], places, segment).tolist() == [1, 1, 1]


def test_units_begin_with_the_coded_stretch() -> None:
    record = unit_record([TimedMark(0, "a", 5_600)], {"a": 0}, TimeSpan(5_000, 8_000))
    assert record.tolist() == [0, 1, 1]


def test_kappa_is_that_of_two_records() -> None:
    first, second = (
        stream("C1", (0, "a", 3_000), (3_000, "b", 6_000)),
        stream("C2", (0, "a", 4_000), (4_000, "b", 7_000)),
    )
    found = agreed(first, second)
    mine, theirs = "aaabbbnnnn", "aaaabbbnnn"
    assert isinstance(found.kappa, Estimate)
    assert found.kappa.value == pytest.approx(plain_kappa(mine, theirs))
    assert (found.n_units, found.exact, found.n_sessions) == (10, 0.8, 1)
    assert found.table == ((3, 0, 0), (1, 2, 0), (0, 1, 3))
    assert isinstance(found.kappa.interval, NoInterval)


def test_the_tolerant_form_forgives_edges_in_both_directions() -> None:
    first = stream("C1", (0, "a", 3_000), (3_000, "b", 6_000))
    second = stream("C2", (0, "a", 4_000), (4_000, "b", 7_000))
    strict = agreed(first, second, within=0)
    assert isinstance(strict.tolerant_kappa, Estimate)
    assert isinstance(strict.kappa, Estimate)
    assert strict.tolerant_kappa.value == pytest.approx(strict.kappa.value)
    forgiving = agreed(first, second).tolerant_kappa
    assert isinstance(forgiving, Estimate)
    assert forgiving.value == 1.0


def test_the_tolerant_form_averages_two_different_directions() -> None:
    # One short span of the first lies beyond the second's reach; the second has nothing there.
    first, second = (
        stream("C1", (0, "a", 2_000), (8_000, "a", 9_000)),
        stream("C2", (0, "a", 5_000)),
    )
    found = agreed(first, second)
    there = plain_kappa("aannnnnnan", "aaannnnnnn")
    back = plain_kappa("aaaannnnnn", "aaaaannnnn")
    assert isinstance(found.tolerant_kappa, Estimate)
    assert there != back
    assert found.tolerant_kappa.value == pytest.approx((there + back) / 2)


def test_sessions_are_pooled_and_drawn() -> None:
    pairs = [
        (
            stream("C1", (0, "a", 3_000 + 100 * s), session=f"S{s}"),
            stream("C2", (0, "a", 2_000 + 300 * s), session=f"S{s}"),
        )
        for s in range(12)
    ]
    found = time_unit_agreement(pairs, ("a",), FEW)
    assert found.n_units == 120
    assert isinstance(found.kappa, Estimate)
    assert isinstance(found.kappa.interval, Interval)
    assert found.kappa.interval.low < found.kappa.value < found.kappa.interval.high
    assert "seed 3" in found.kappa.method


def test_a_coder_without_any_span_has_kappa_zero_by_construction() -> None:
    found = agreed(stream("C1"), stream("C2", (0, "a", 5_000)))
    assert isinstance(found.kappa, Estimate)
    assert (found.kappa.value, found.kappa.notes) == (0.0, ("constant_coder",))


def test_equal_records_agree_without_an_interval() -> None:
    same = (0, "a", 5_000)
    found = agreed(stream("C1", same), stream("C2", same))
    assert isinstance(found.kappa, Estimate)
    assert found.kappa.value == 1
    assert found.kappa.interval == NoInterval(reason="no disagreement was observed")


def test_one_code_all_the_time_says_nothing() -> None:
    same = (0, "a", 10_000)
    found = agreed(stream("C1", same), stream("C2", same))
    assert isinstance(found.kappa, NotEstimable)
    assert found.exact == 1


def test_without_a_known_stretch_there_are_no_units() -> None:
    first = EventStream(session_id="S1", coder_id="C1", marks=(TimedMark(0, "a", 900),))
    found = agreed(first, first)
    assert isinstance(found.kappa, NotEstimable)
    assert found.kappa.reason == "the coded stretch is not known in any session"
    assert (found.n_units, found.exact) == (0, None)


def test_spans_of_one_coder_must_not_overlap() -> None:
    found = agreed(stream("C1", (0, "a", 5_000), (4_000, "b", 6_000)), stream("C2"))
    assert isinstance(found.kappa, NotEstimable)
    assert found.kappa.reason == "spans of C1 overlap in session S1"
    turned = agreed(stream("C1"), stream("C2", (0, "a", 5_000), (4_000, "b", 6_000)))
    assert isinstance(turned.kappa, NotEstimable)
    assert "C2" in turned.kappa.reason
