"""Times as every program writes them become whole milliseconds, half up, or a problem."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.interchange.transcripts.times import (
    MOST_MS,
    Resolution,
    TimeError,
    clock_ms,
    decimal_ms,
    seconds_ms,
)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("00:00:02.4", 2_400),
        ("00:00:12,3", 12_300),
        ("00:00:60.0", 60_000),
        ("00:01:60.0", 120_000),
        ("0:00:02", 2_000),
        ("1:02:03.25", 3_723_250),
        ("00:02.400", 2_400),
        ("00:00:02.400", 2_400),
        ("100:00:00.000", 360_000_000),
        ("00:00:02,400", 2_400),
        ("0:0:5.100", 5_100),
        ("0:05", 5_000),
        ("00:00:00.0005", 1),
        ("00:00:00.0004", 0),
    ],
)
def test_clock_times_are_read(text: str, ms: int) -> None:
    assert clock_ms(text) == ms


@pytest.mark.parametrize(
    "text",
    ["00:00:61.0", "00:61:00", "-0:00:01", "00:00:0٣", "", "00:00:60.1", "12", "1:2:3:4", "nan"],
)
def test_what_is_no_clock_time_is_a_problem(text: str) -> None:
    with pytest.raises(TimeError):
        clock_ms(text)


def test_milliseconds_behind_a_third_colon_are_read_only_where_asked_for() -> None:
    assert clock_ms("00:00:02:400", last_mark=":") == 2_400
    with pytest.raises(TimeError):
        clock_ms("00:00:02:400")
    with pytest.raises(TimeError):
        clock_ms("00:02:400", last_mark=":")


@pytest.mark.parametrize(("text", "ms"), [("2.400000", 2_400), ("0.0005", 1), ("1.1", 1_100)])
def test_seconds_are_read(text: str, ms: int) -> None:
    assert seconds_ms(text) == ms


def test_exponents_are_read_only_where_asked_for() -> None:
    assert seconds_ms("1.2e-1", may_have_exponent=True) == 120
    with pytest.raises(TimeError):
        seconds_ms("1.2e-1")


@pytest.mark.parametrize("text", ["nan", "inf", "-1", "", "1,5", "٣", "1e999", "9999999999"])
def test_what_is_no_number_of_seconds_is_a_problem(text: str) -> None:
    with pytest.raises(TimeError):
        seconds_ms(text, may_have_exponent=True)


@pytest.mark.parametrize("seconds", [Decimal("-0.001"), Decimal("1e999999")])
def test_times_no_recording_has_are_a_problem(seconds: Decimal) -> None:
    with pytest.raises(TimeError):
        decimal_ms(seconds)


@given(st.integers(min_value=0, max_value=MOST_MS))
def test_a_written_clock_time_reads_as_itself(ms: int) -> None:
    hours, rest = divmod(ms, 3_600_000)
    minutes, rest = divmod(rest, 60_000)

    assert clock_ms(f"{hours}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}") == ms


@pytest.mark.parametrize(
    ("seen", "step_ms"),
    [(["0:02"], 1_000), (["0:02.4"], 100), (["0:02", "0:02,400"], 1), (["1.2345"], 1), ([], None)],
)
def test_the_finest_step_of_the_times_is_kept(seen: list[str], step_ms: int | None) -> None:
    resolution = Resolution()
    for text in seen:
        resolution.see(text)

    assert resolution.step_ms == step_ms
