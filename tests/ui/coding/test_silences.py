from __future__ import annotations

from practicecoder.errors import Problem, RecordingError
from practicecoder.ui.actions import ActionId
from practicecoder.ui.widgets.timeline_scene import Lane
from tests.ui.coding.desk import Desk


def test_silences_are_looked_for_when_they_are_to_be_skipped(desk: Desk) -> None:
    desk.open()
    panel = desk.panel
    assert Lane.SPEECH not in panel.waveform.lanes
    panel.act(ActionId.SKIP_SILENCE)
    on = panel.player.skip_silence, panel.views.skip_silence.isChecked()
    desk.qtbot.waitUntil(lambda: Lane.SPEECH in panel.waveform.lanes, timeout=20_000)
    assert panel.views.skip_silence.text() == "Skip silence"
    panel.act(ActionId.SKIP_SILENCE)
    off = panel.player.skip_silence, panel.views.skip_silence.isChecked()
    assert (on, off) == ((True, True), (False, False))


def test_search_that_fails_is_one_notice_and_the_rest_goes_on(desk: Desk) -> None:
    desk.open()
    panel = desk.panel
    panel.act(ActionId.SKIP_SILENCE)
    for _ in range(2):
        panel._work.speech_failed.emit(RecordingError([Problem(what="It is made up.")]))
    assert not panel.player.skip_silence
    assert not panel.views.skip_silence.isChecked()
    (told,) = panel.texts
    assert told.count("Silences cannot be found in this recording.") == 1
    assert "can be coded all the same" in told


def test_search_says_how_far_it_is(desk: Desk) -> None:
    desk.open()
    desk.panel._work.speech_progress.emit(0.42)
    assert desk.panel.views.skip_silence.text() == "Finding silences: 42%"
