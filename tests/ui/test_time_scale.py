from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.ui.widgets.time_scale import SHORTEST_VIEW_MS, TimeScale


def scale(duration_ms: int = 600_000, width_px: int = 1_000) -> TimeScale:
    made = TimeScale()
    made.width_px = width_px
    made.set_duration(duration_ms)
    return made


def test_whole_recording_fills_the_width() -> None:
    view = scale()
    assert (view.x_of(0), view.x_of(300_000), view.x_of(600_000)) == (0, 500, 1_000)
    assert view.is_whole


@given(
    duration_ms=st.integers(1, 12 * 3_600_000),
    width_px=st.integers(1, 4_000),
    acts=st.lists(
        st.tuples(st.floats(0.01, 100), st.floats(0, 1), st.floats(-1e8, 1e8)), max_size=8
    ),
)
def test_view_never_leaves_the_recording(
    duration_ms: int, width_px: int, acts: list[tuple[float, float, float]]
) -> None:
    view = scale(duration_ms, width_px)
    for factor, share, start_ms in acts:
        view.zoom(factor, share * width_px)
        view.scroll_to(start_ms)
    assert view.start_ms >= 0
    assert view.end_ms <= duration_ms * (1 + 1e-9)
    assert view.view_ms >= min(SHORTEST_VIEW_MS, duration_ms)
    assert 0 <= view.ms_at(-50) <= view.ms_at(width_px / 2) <= view.ms_at(width_px + 50)
    assert view.ms_at(width_px + 1e9) == duration_ms


@given(factor=st.floats(1, 20), x=st.floats(0, 1_000))
def test_zooming_in_keeps_the_moment_under_the_pointer(factor: float, x: float) -> None:
    view = scale()
    before = view.start_ms + x / 1_000 * view.view_ms
    view.zoom(factor, x)
    assert view.x_of(before) == pytest.approx(x, abs=1e-6)


def test_zooming_out_ends_at_the_whole() -> None:
    view = scale()
    view.zoom(30, 900)
    view.zoom(1 / 1_000, 10)
    assert view.is_whole
    assert view.start_ms == 0


@pytest.mark.parametrize(
    ("duration_ms", "tick_ms"),
    [(2_000, 200), (60_000, 10_000), (3_132_000, 600_000), (10_800_000, 1_800_000)],
)
def test_ticks_are_round_times(duration_ms: int, tick_ms: int) -> None:
    assert scale(duration_ms).tick_ms(100) == tick_ms


def test_nothing_to_show_is_survived() -> None:
    view = scale(0)
    view.zoom(2, 5)
    assert (view.x_of(7), view.ms_at(7), view.view_ms) == (0, 0, 0)
