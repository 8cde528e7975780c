"""The timeline strip: lanes, talk and times, drawn and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from practicecoder.domain.spans import TimeSpan
from practicecoder.reports.data import SessionNoun, TalkTurn, Timeline, WorkerReportData
from practicecoder.reports.styles import NORMAL_PRINT, PAGE
from practicecoder.reports.timeline import TimelineStrip, lane_words, minutes_shown, ticks_ms
from practicecoder.reports.worker_words import shared_moments

Case = Callable[[str], WorkerReportData]
HOUR = Timeline(duration_ms=3_600_000, coded=TimeSpan(0, 3_600_000))


def talking(*turns: tuple[int, int, bool]) -> Timeline:
    """An hour with turns of (start, end, by worker) in seconds."""
    made = (
        TalkTurn(span=TimeSpan(1000 * start, 1000 * end), by_worker=by_worker)
        for start, end, by_worker in turns
    )
    return replace(HOUR, talk=tuple(made))


def height(timeline: Timeline, data: WorkerReportData) -> float:
    strip = TimelineStrip(timeline, shared_moments(data), NORMAL_PRINT, SessionNoun())
    return strip.wrap(PAGE.text_width, PAGE.text_height)[1]


def test_lanes_tell_the_times_of_each_kind_of_moment(case: Case) -> None:
    told = dict(lane_words(HOUR, shared_moments(case("third_visit"))))

    assert told == {
        "Strength": "03:10, 20:10 and 29:35",
        "To build": "14:05 and 38:30",
        "Other moment": "47:20",
    }


def test_lanes_without_a_moment_say_so(case: Case) -> None:
    told = dict(lane_words(HOUR, ()))

    assert told == {"Strength": "none shared", "To build": "none shared"}


def test_talk_is_told_as_shares_of_the_time_with_talk() -> None:
    told = dict(lane_words(talking((0, 30, True), (40, 50, False)), ()))

    assert told["You talking"] == "75% of the time with talk"
    assert told["Family talking"] == "25% of the time with talk"


def test_talk_lanes_take_room_only_where_somebody_is_known_to_talk(case: Case) -> None:
    data = case("third_visit")

    assert height(talking((0, 30, True)), data) > height(HOUR, data)


@pytest.mark.parametrize("minutes", [1, 9, 47, 52, 90, 200, 700])
def test_the_ruler_has_few_round_times_inside_the_recording(minutes: int) -> None:
    ticks = ticks_ms(minutes * 60_000)

    assert len(ticks) <= 9
    assert ticks[0] == 0
    assert ticks[-1] <= minutes * 60_000
    assert all(tick % 60_000 == 0 for tick in ticks)


def test_a_short_recording_has_at_least_a_minute() -> None:
    assert minutes_shown(9_000) == "1"
    assert minutes_shown(5 * 60_000 + 44_000) == "6"


def test_the_whole_recording_was_coded_only_from_end_to_end() -> None:
    assert HOUR.is_coded_whole
    assert not replace(HOUR, coded=TimeSpan(0, 3_599_000)).is_coded_whole
