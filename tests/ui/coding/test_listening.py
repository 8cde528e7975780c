from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.widgets.timeline_scene import Lane
from tests.ui.coding.desk import Desk, fill
from tests.ui.coding.made_up import SECONDS

KEY = Qt.Key
SEGMENT = TimeSpan(10_000, 20_000)


# Segment


def test_playing_keeps_to_the_segment_and_its_run_in(desk: Desk) -> None:
    desk.open(SEGMENT)
    panel, player = desk.panel, desk.panel.player
    assert player.limits == TimeSpan(6_000, 20_000)
    assert panel.position_ms == 6_000
    for asked_ms, wanted_ms in ((0, 6_000), (8_000, 8_000), (29_000, 20_000)):
        panel.waveform.seek_requested.emit(asked_ms)
        assert player.position_ms == wanted_ms


def test_time_field_shows_where_it_went_when_asked_for_more(desk: Desk) -> None:
    desk.open(SEGMENT)
    field = desk.panel.transport.time
    field.setFocus()
    field.selectAll()
    desk.qtbot.keyClicks(field, "00:29")
    desk.qtbot.keyClick(field, KEY.Key_Return)
    assert field.text() == "00:20.0"


def test_segment_fills_the_view_and_zero_shows_all(desk: Desk) -> None:
    desk.open(SEGMENT)
    view = desk.panel.waveform
    assert view.view.start_ms < 6_000
    assert view.view.end_ms > 20_000
    assert view.view.duration_ms < 16_000
    desk.qtbot.keyClick(view, KEY.Key_0)
    assert view.view.duration_ms == SECONDS * 1000


def test_whole_recording_is_shown_where_all_of_it_is_coded(desk: Desk) -> None:
    desk.open()
    assert desk.panel.waveform.view == TimeSpan(0, SECONDS * 1000)


# Lanes


def test_chosen_code_and_line_are_played_from(desk: Desk) -> None:
    desk.open()
    panel = desk.panel
    chosen: list[str] = []
    panel.mark_activated.connect(chosen.append)
    panel.waveform.mark_activated.emit("m1", 9_000)
    assert chosen == ["m1"]
    assert panel.player.position_ms == pytest.approx(9_000, abs=500)
    assert panel.player.is_playing
    panel.player.pause()
    panel.waveform.line_activated.emit(12_000)
    assert panel.player.is_playing
    assert panel.player.position_ms == pytest.approx(12_000, abs=500)


def test_lane_of_codes_opens_with_the_first_mark(desk: Desk) -> None:
    desk.open()
    before = desk.panel.waveform.lanes
    fill(desk)
    assert Lane.CODES not in before
    assert Lane.CODES in desk.panel.waveform.lanes
