"""Agreement on timed marks: reference streams, pooling, pairs, and what cannot be told."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ImportedDataError
from practicecoder.scoring.reliability.event_alignment import EventStream, TimedMark
from practicecoder.scoring.reliability.timed import (
    EventAgreement,
    EventSettings,
    event_reliability,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

LAW = settings(derandomize=True, max_examples=60, deadline=None)
CASES = ("hand_tol3", "hand_tol5", "hand_tol0.5", "empty_b", "both_empty", "identical_one_code")
MARKS = st.lists(
    st.builds(TimedMark, st.integers(0, 40).map(lambda s: s * 250), st.sampled_from("QRS")),
    max_size=8,
)


def stream(session: str, coder: str, *marks: tuple[int, str]) -> EventStream:
    return EventStream(
        session_id=session,
        coder_id=coder,
        marks=tuple(TimedMark(at_ms, code) for at_ms, code in marks),
    )


def number(statistic: Statistic) -> float | None:
    return statistic.value if isinstance(statistic, Estimate) else None


def told(statistic: Statistic) -> Estimate:
    assert isinstance(statistic, Estimate)
    return statistic


def case(golden: Callable[[str], Any], name: str) -> tuple[EventAgreement, dict[str, Any]]:
    data = golden("event_agreement")["cases"][name]
    streams = [
        stream("S1", coder, *((round(at * 1000), code) for at, code in data[side]))
        for coder, side in (("C1", "a"), ("C2", "b"))
    ]
    asked = EventSettings(tolerance_ms=round(data["tol"] * 1000))
    found = event_reliability(streams, data["codes"] or ["Q"], settings=asked)
    return found.pairs[0].sessions[0], data["expected"]


def many(n: int, coders: tuple[str, ...] = ("C1", "C2")) -> list[EventStream]:
    """Sessions in which coders mark alike, each missing or renaming a mark now and then."""
    streams = []
    for s in range(n):
        for place, coder in enumerate(coders):
            marks = [
                (1_000 * at + 100 * place, "QRS"[(at + (s + at + place) % 7 // 6) % 3])
                for at in range(0, 60, 5)
                if (3 * s + at * (place + 1)) % 11
            ]
            streams.append(stream(f"S{s:02d}", coder, *marks))
    return streams


@pytest.mark.golden
@pytest.mark.parametrize("name", CASES)
def test_figures_of_the_reference_streams(golden: Callable[[str], Any], name: str) -> None:
    found, expected = case(golden, name)
    for key in ("n_a", "n_b", "linked", "only_a", "only_b", "agree"):
        assert getattr(found, key) == expected[key], key
    names = {
        "unit_agreement": "unitising_f1",
        "overall_agreement": "overall_agreement",
        "guetzkow_u": "guetzkow_u",
        "kappa_linked": "kappa_linked",
        "kappa_with_missed": "kappa_with_nil_ipf",
    }
    for key, theirs in names.items():
        value, reference = number(getattr(found, key)), expected[theirs]
        assert (value is None) == (reference is None), key
        assert value == pytest.approx(reference, abs=1e-9), key
    lag = expected["mean_dt"]
    assert found.mean_lag_ms == (None if lag is None else pytest.approx(lag * 1000, abs=1e-6))
    spread = expected["sd_dt"]
    assert found.sd_lag_ms == (None if spread is None else pytest.approx(spread * 1000, abs=1e-6))


@pytest.mark.golden
@pytest.mark.parametrize("name", CASES)
def test_tables_and_codes_of_the_reference_streams(
    golden: Callable[[str], Any], name: str
) -> None:
    found, expected = case(golden, name)
    if expected.get("table"):
        assert [list(row) for row in found.table] == expected["table"]
    for code in found.by_code:
        reference = expected["per_code"].get(code.code)
        if reference is None:
            continue
        mine = (code.n_a, code.n_b, code.agree)
        assert mine == (reference["n_a"], reference["n_b"], reference["agree"])
        assert number(code.agreement) == pytest.approx(reference["dice"], abs=1e-9)


def fitted_chance(table: np.ndarray[Any, Any]) -> float:
    """Share of the diagonal after proportional fitting with the last corner fixed at 0."""
    fitted = np.ones_like(table)
    fitted[-1, -1] = 0.0
    for _ in range(2_000):
        for axis in (1, 0):
            sums, wanted = fitted.sum(axis=axis), table.sum(axis=axis)
            factor = np.divide(wanted, sums, out=np.zeros_like(sums), where=sums > 0)
            fitted = fitted * (factor[:, None] if axis == 1 else factor[None, :])
    return float(np.trace(fitted) / fitted.sum())


@LAW
@given(MARKS, MARKS)
def test_chance_of_kappa_with_missed_is_that_of_proportional_fitting(
    one: list[TimedMark], other: list[TimedMark]
) -> None:
    streams = [
        EventStream(session_id="S1", coder_id=coder, marks=tuple(marks))
        for coder, marks in (("C1", one), ("C2", other))
    ]
    found = event_reliability(streams, "QRS").pairs[0].pooled
    assume(found.linked >= 2)
    table = np.array(found.table, dtype=float)
    chance = fitted_chance(table)
    observed = np.trace(table) / table.sum()
    if chance < 1 - 1e-9:
        value = number(found.kappa_with_missed)
        assert value == pytest.approx((observed - chance) / (1 - chance), abs=1e-6)


@LAW
@given(MARKS, MARKS)
def test_no_figure_leaves_its_scale(one: list[TimedMark], other: list[TimedMark]) -> None:
    streams = [
        EventStream(session_id="S1", coder_id=coder, marks=tuple(marks))
        for coder, marks in (("C1", one), ("C2", other))
    ]
    found = event_reliability(streams, "QRS")
    pooled = found.pairs[0].pooled
    for key in ("unit_agreement", "overall_agreement", "guetzkow_u"):
        value = number(getattr(pooled, key))
        assert value is None or 0 <= value <= 1
    for key in ("kappa_linked", "kappa_with_missed"):
        value = number(getattr(pooled, key))
        assert value is None or -1 <= value <= 1
    for code in pooled.by_code:
        value = number(code.agreement)
        assert value is None or 0 <= value <= 1
    assert pooled.linked + pooled.only_a == pooled.n_a == len(one)
    assert pooled.linked + pooled.only_b == pooled.n_b == len(other)


@LAW
@given(
    st.lists(st.tuples(st.integers(0, 80), st.sampled_from("QRS")), max_size=6),
    st.lists(st.tuples(st.integers(0, 80), st.sampled_from("QRS")), max_size=6),
)
def test_swapping_coders_swaps_what_is_theirs(
    one: list[tuple[int, str]], other: list[tuple[int, str]]
) -> None:
    # Times that are sums of different powers leave no two alignments with the same lag.
    first = {(at * 1_000, code) for at, code in one}
    second = {(at * 1_000 + 7 * (at + 1) ** 2 % 997, code) for at, code in other}
    found = event_reliability([stream("S1", "C1", *first), stream("S1", "C2", *second)], "QRS")
    swapped = event_reliability([stream("S1", "C2", *first), stream("S1", "C1", *second)], "QRS")
    a, b = found.pairs[0].pooled, swapped.pairs[0].pooled
    assert (a.n_a, a.n_b) == (b.n_b, b.n_a)
    assume(a.linked == b.linked and a.agree == b.agree)
    assert (a.only_a, a.only_b) == (b.only_b, b.only_a)
    assert number(a.unit_agreement) == number(b.unit_agreement)


def test_swapping_coders_turns_the_lag_round() -> None:
    one, other = ((1_000, "Q"), (9_000, "R")), ((1_400, "Q"), (9_100, "R"))
    forward = event_reliability([stream("S1", "C1", *one), stream("S1", "C2", *other)])
    backward = event_reliability([stream("S1", "C1", *other), stream("S1", "C2", *one)])
    assert forward.pairs[0].pooled.mean_lag_ms == 250
    assert backward.pairs[0].pooled.mean_lag_ms == -250


def test_an_empty_stream_is_said() -> None:
    found = event_reliability([stream("S1", "C1", (0, "Q")), stream("S1", "C2")])
    pooled = found.pairs[0].pooled
    kappa = told(pooled.kappa_with_missed)
    assert (kappa.value, kappa.notes) == (0.0, ("empty_stream",))
    assert isinstance(pooled.kappa_linked, NotEstimable)
    assert told(pooled.unit_agreement).value == 0
    sentences = [note.sentence for note in pooled.notes]
    assert sentences == ["Only 0 marks were linked.", "C2 marked nothing in these sessions."]
    of_session = found.pairs[0].sessions[0]
    assert of_session.notes[1].sentence == "C2 marked nothing in this session."
    turned = event_reliability([stream("S1", "C1"), stream("S1", "C2", (0, "Q"))])
    assert turned.pairs[0].pooled.notes[1].sentence.startswith("C1 marked nothing")


def test_two_empty_streams_say_nothing() -> None:
    pooled = event_reliability([stream("S1", "C1"), stream("S1", "C2")]).pairs[0].pooled
    for key in ("unit_agreement", "overall_agreement", "guetzkow_u", "kappa_with_missed"):
        statistic = getattr(pooled, key)
        assert isinstance(statistic, NotEstimable)
        assert statistic.reason == "neither coder marked anything"


def test_one_constant_coder_makes_kappa_zero_by_construction() -> None:
    one = ((0, "Q"), (9_000, "R"))
    other = ((0, "Q"), (9_000, "Q"))
    found = event_reliability([stream("S1", "C1", *one), stream("S1", "C2", *other)])
    kappa = told(found.pairs[0].pooled.kappa_linked)
    assert (kappa.value, kappa.notes) == (0.0, ("constant_coder",))


def test_perfect_marks_have_kappa_one_and_no_interval() -> None:
    marks = ((0, "Q"), (9_000, "R"))
    found = event_reliability([stream("S1", "C1", *marks), stream("S1", "C2", *marks)])
    for statistic in (found.pairs[0].pooled.kappa_linked, found.pairs[0].pooled.kappa_with_missed):
        assert told(statistic).value == 1
        assert told(statistic).interval == NoInterval(reason="no disagreement was observed")


def test_sessions_are_aligned_by_themselves_and_added_up() -> None:
    found = event_reliability(many(12))
    pair = found.pairs[0]
    assert (pair.pooled.session_id, pair.pooled.n_sessions) == (None, 12)
    assert [one.session_id for one in pair.sessions] == [f"S{s:02d}" for s in range(12)]
    assert pair.pooled.linked == sum(one.linked for one in pair.sessions)
    total = np.sum([one.table for one in pair.sessions], axis=0)
    assert [list(row) for row in pair.pooled.table] == total.tolist()
    interval = told(pair.pooled.kappa_with_missed).interval
    assert isinstance(interval, Interval)
    assert interval.low < told(pair.pooled.kappa_with_missed).value < interval.high
    assert "session bootstrap" in told(pair.pooled.kappa_with_missed).method
    reason = NoInterval(reason="one session alone has no interval")
    assert told(pair.sessions[0].unit_agreement).interval == reason


def test_the_bootstrap_is_that_of_drawn_sessions() -> None:
    """Sums times weights give what the whole analysis of the drawn sessions gives."""
    streams = many(12)
    drawn = [0, 0, 3, 4, 5, 5, 5, 7, 8, 9, 10, 11]
    by_session = {
        s.session_id: [x for x in streams if x.session_id == s.session_id] for s in streams
    }
    copies = [
        EventStream(session_id=f"D{place}", coder_id=x.coder_id, marks=x.marks)
        for place, s in enumerate(drawn)
        for x in by_session[f"S{s:02d}"]
    ]
    tables = {
        one.session_id: np.array(one.table) for one in event_reliability(streams).pairs[0].sessions
    }
    total = sum(tables[f"S{s:02d}"] for s in drawn)
    pooled = event_reliability(copies).pairs[0].pooled
    assert [list(row) for row in pooled.table] == np.asarray(total).tolist()


def test_names_and_order_change_nothing() -> None:
    streams = many(12, ("C1", "C2", "C3"))
    renamed = [
        EventStream(
            session_id=f"X{99 - int(s.session_id[1:])}", coder_id=s.coder_id, marks=s.marks
        )
        for s in reversed(streams)
    ]
    one, other = event_reliability(streams), event_reliability(renamed)
    assert one.mean == other.mean
    for a, b in zip(one.pairs, other.pairs, strict=True):
        assert a.pooled == b.pooled


def test_more_coders_are_compared_in_pairs_and_averaged() -> None:
    found = event_reliability(many(12, ("C1", "C2", "C3")))
    assert [pair.coders for pair in found.pairs] == [("C1", "C2"), ("C1", "C3"), ("C2", "C3")]
    for key, mean in found.mean.items():
        values = [told(getattr(pair.pooled, key)).value for pair in found.pairs]
        assert told(mean).value == pytest.approx(sum(values) / 3)
        assert "mean of 3 of 3 pairs" in told(mean).method
        assert isinstance(told(mean).interval, Interval)


def test_with_two_coders_the_mean_is_the_pair() -> None:
    found = event_reliability(many(12))
    for key, mean in found.mean.items():
        of_pair = told(getattr(found.pairs[0].pooled, key))
        assert told(mean).value == of_pair.value
        assert told(mean).interval == of_pair.interval


def test_pairs_that_share_nothing_are_left_out() -> None:
    streams = [
        *(stream("S1", coder, (0, "Q"), (9_000, "R")) for coder in ("C1", "C2")),
        *(stream("S2", coder, (0, "Q"), (9_000, "R")) for coder in ("C3", "C4")),
        stream("S3", "C1", (0, "Q")),
    ]
    found = event_reliability(streams)
    assert [pair.coders for pair in found.pairs] == [("C1", "C2"), ("C3", "C4")]
    assert (found.n_sessions, found.n_coded_once) == (2, 1)
    assert told(found.mean["kappa_linked"]).value == 1


def test_nothing_coded_twice_is_said() -> None:
    found = event_reliability([stream("S1", "C1", (0, "Q"))])
    assert found.pairs == ()
    for mean in found.mean.values():
        assert isinstance(mean, NotEstimable)
        assert mean.reason == "no two coders share a session"
    empty = event_reliability([stream("S1", "C1"), stream("S1", "C2")])
    assert isinstance(empty.mean["kappa_linked"], NotEstimable)


def test_equal_sessions_leave_nothing_to_resample() -> None:
    streams = [
        stream(f"S{s}", coder, *marks)
        for s in range(12)
        for coder, marks in (
            ("C1", ((0, "Q"), (9_000, "R"))),
            ("C2", ((0, "Q"), (30_000, "R"))),
        )
    ]
    found = event_reliability(streams).pairs[0].pooled
    assert told(found.unit_agreement).interval == NoInterval(
        reason="every session contributes the same"
    )


def test_moments_and_spans_are_linked_each_by_their_rule() -> None:
    segment = TimeSpan(0, 20_000)
    first = EventStream(
        session_id="S1",
        coder_id="C1",
        marks=(TimedMark(1_000, "Q"), TimedMark(2_000, "talk", 12_000)),
        segment=segment,
    )
    second = EventStream(
        session_id="S1",
        coder_id="C2",
        marks=(TimedMark(1_300, "Q"), TimedMark(3_000, "talk", 12_000)),
        segment=segment,
    )
    found = event_reliability([first, second], ("Q", "talk"))
    assert (found.pairs[0].pooled.linked, found.pairs[0].pooled.mean_lag_ms) == (2, 650)
    units = found.pairs[0].time_units[""]
    assert (units.n_units, units.exact) == (20, 0.95)
    grouped = event_reliability(
        [first, second], ("Q", "talk"), groups={"talk": ("talk",), "questions": ("Q",)}
    )
    assert list(grouped.pairs[0].time_units) == ["talk"]
    assert grouped.pairs[0].time_units["talk"].n_units == 20


def test_moments_alone_have_no_time_units() -> None:
    assert event_reliability(many(2)).pairs[0].time_units == {}


def test_repeated_streams_and_unknown_codes_are_all_listed() -> None:
    streams = [stream("S1", "C1", (0, "Q")), stream("S1", "C1", (0, "X"))]
    with pytest.raises(ImportedDataError) as raised:
        event_reliability(streams, ("Q",))
    assert len(raised.value.problems) == 2


def test_settings_travel_and_say_themselves() -> None:
    asked = EventSettings(tolerance_ms=2_500, seed=4, level=0.9)
    found = event_reliability(many(12), settings=asked)
    assert found.settings == found.pairs[0].pooled.settings == asked
    assert found.pairs[0].pooled.tolerance_ms == 2_500
    assert "seed 4" in told(found.mean["unit_agreement"]).method
    assert asked.sentence == (
        "Marks are linked within 2.5 s, spans that share 60% of the longer or more."
    )


@pytest.mark.parametrize("wrong", [{"tolerance_ms": -1}, {"least_overlap": 0.0}])
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="tolerance"):
        EventSettings(**wrong)


def test_three_coders_of_many_sessions_have_finite_means() -> None:
    found = event_reliability(many(30, ("C1", "C2", "C3")))
    for statistic in found.mean.values():
        assert math.isfinite(told(statistic).value)
