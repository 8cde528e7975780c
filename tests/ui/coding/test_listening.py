from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import Intake
from practicecoder.audio.speech_activity import SpeechActivity
from practicecoder.codebook import library
from practicecoder.domain.coding import CodeMark, Evidence
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.errors import Problem, RecordingError
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.timeline_rows import KIND_OF_LANE, RowKind
from practicecoder.ui.coding.timeline_table import TimelineTable
from practicecoder.ui.player import PlayerState
from practicecoder.ui.settings import Settings
from practicecoder.ui.widgets.timeline_scene import Lane
from tests.sound_device import MadeUpDevice
from tests.ui.coding.made_up import CODE, CODER, SECONDS, make_study

KEY = Qt.Key
SEGMENT = TimeSpan(10_000, 20_000)
CODES = library.find("swim7").counts


class Desk:
    """A listening panel with a coding of half a minute of sound on it."""

    def __init__(self, qtbot: QtBot, panel: ListeningPanel, opened: OpenCoding) -> None:
        self.qtbot = qtbot
        self.panel = panel
        self.opened = opened

    def open(self, segment: TimeSpan | None = None) -> None:
        """Open the coding, of a segment or of all."""
        if segment is not None:
            desk = replace(self.opened.desk, segment=segment)
            self.opened._desk = desk
        self.panel.open_coding(self.opened)
        self.qtbot.waitUntil(lambda: self.panel.player.state is PlayerState.PAUSED)

    def table(self) -> TimelineTable:
        """The timeline as a table, opened."""
        self.panel.act(ActionId.TIMELINE_TABLE)
        table = self.panel.findChild(TimelineTable)
        assert table is not None
        self.qtbot.waitUntil(table.isVisible)
        return table


@pytest.fixture
def desk(
    tmp_path: Path,
    sound: Intake,
    settings: Settings,
    undo_stack: QUndoStack,
    qtbot: QtBot,
) -> Iterator[Desk]:
    services = make_study(tmp_path / "study", sound=sound)
    opened = OpenCoding(services, services.coding.open_desk(CODE, CODER), CODER, undo_stack)
    panel = ListeningPanel(settings)
    qtbot.addWidget(panel)
    panel.resize(900, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    yield Desk(qtbot, panel, opened)
    panel.open_coding(None)
    services.close()


def made_evidence(at_ms: int) -> Evidence:
    return Evidence(
        evidence_id="e1",
        span=TimeSpan(at_ms, at_ms),
        dimension_ids=("empathy",),
        quote="a made-up sentence",
    )


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


# The device for sound


def test_playing_without_a_device_is_told_and_does_not_count(
    desk: Desk, device: MadeUpDevice
) -> None:
    device.plug(is_in=False)
    desk.open()
    panel = desk.panel
    (told,) = panel.texts
    assert told.startswith("No sound output: playing is silent and does not count as heard.")
    panel.player.play()
    desk.qtbot.waitUntil(lambda: panel.position_ms > 300)
    panel.player.pause()
    assert desk.opened.heard == ()
    device.plug(is_in=True)
    assert panel.texts == ()
    panel.player.play()
    desk.qtbot.waitUntil(lambda: panel.position_ms > 600)
    panel.player.pause()
    assert desk.opened.heard != ()


def test_device_that_is_pulled_out_is_told_at_once(desk: Desk, device: MadeUpDevice) -> None:
    desk.open()
    assert desk.panel.texts == ()
    device.plug(is_in=False)
    assert len(desk.panel.texts) == 1


# Silence


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


# Spectrogram


def test_spectrogram_of_what_is_in_view_comes_and_goes(desk: Desk) -> None:
    desk.open()
    panel = desk.panel
    panel.act(ActionId.SPECTROGRAM)
    assert panel.views.spectrogram.isChecked()

    def shown() -> TimeSpan | None:
        scene = panel.waveform._scene.spectrogram
        return None if scene is None else scene.span

    desk.qtbot.waitUntil(lambda: shown() == panel.waveform.view, timeout=20_000)
    panel.waveform.zoom_in()
    desk.qtbot.waitUntil(lambda: shown() == panel.waveform.view, timeout=20_000)
    panel.act(ActionId.SPECTROGRAM)
    assert panel.waveform._scene.spectrogram is None
    assert not panel.views.spectrogram.isChecked()


def test_spectrogram_of_too_long_a_stretch_says_what_to_do(desk: Desk) -> None:
    desk.open()
    panel = desk.panel
    panel.waveform.set_duration(3_600_000)
    panel.act(ActionId.SPECTROGRAM)
    scene = panel.waveform._scene.spectrogram
    assert scene is not None
    assert scene.message == "Zoom in to ten minutes or less to see the spectrogram."
    for _ in range(6):
        panel.waveform.zoom_in()
    scene = panel.waveform._scene.spectrogram
    assert scene is not None
    assert scene.message == "The spectrogram is being computed"


def test_recording_that_has_gone_is_told_in_the_spectrograms_place(
    desk: Desk, tmp_path: Path
) -> None:
    desk.open()
    desk.qtbot.waitUntil(lambda: desk.panel.waveform.message == "")
    shutil.rmtree(tmp_path / "study" / "audio")
    desk.panel.act(ActionId.SPECTROGRAM)

    def says() -> bool:
        scene = desk.panel.waveform._scene.spectrogram
        return scene is not None and "cannot be shown" in scene.message

    desk.qtbot.waitUntil(says, timeout=20_000)


# Table


def fill(desk: Desk) -> None:
    """Put something into every lane."""
    panel, opened = desk.panel, desk.opened
    opened.put_evidence(made_evidence(4_000))
    mark = CodeMark(mark_id="m1", count_id=CODES[0].count_id, at_ms=7_000, note="made up")
    opened._coding = replace(opened.coding, marks=(mark,))
    panel.show_coding(opened.coding)
    opened.hear(TimeSpan(0, 12_000), 1.0)
    panel.show_heard()
    worker = SpeakerRole.WORKER
    panel.set_lines([TranscriptLine(start_ms=9_000, end_ms=9_900, text="made up", role=worker)])
    speech = SpeechActivity(spans=(TimeSpan(1_000, 2_000),), duration_ms=SECONDS * 1000)
    panel._work.speech_found.emit(speech)


def test_every_lane_is_in_the_table(desk: Desk) -> None:
    desk.open(SEGMENT)
    fill(desk)
    desk.panel.player.set_loop(TimeSpan(11_000, 12_000))
    table = desk.table()
    kinds = {row.kind for row in table.table.rows_model().rows}
    assert set(desk.panel.waveform.lanes) == set(Lane)
    assert {KIND_OF_LANE[lane] for lane in desk.panel.waveform.lanes} <= kinds
    assert kinds == set(RowKind)


def test_rows_say_time_kind_what_speaker_and_note(desk: Desk) -> None:
    desk.open()
    fill(desk)
    model = desk.table().table.rows_model()
    lines = [line.split("\t") for line in model.tsv().splitlines()]
    assert lines[0] == ["Time", "Kind", "What", "Speaker", "Note"]
    assert ["00:04", "Evidence", "Empathy: neutral", "", "a made-up sentence"] in lines
    assert ["00:07", "Code", CODES[0].label, CODES[0].speaker, "made up"] in lines
    assert ["00:09–00:09", "Transcript", "made up", "worker", ""] in lines
    starts = [row.span.start_ms for row in model.shown_rows]
    assert starts == sorted(starts)


def test_table_can_be_sorted_and_narrowed_to_a_kind(desk: Desk) -> None:
    desk.open()
    fill(desk)
    table = desk.table()
    model = table.table.rows_model()
    model.sort(0, Qt.SortOrder.DescendingOrder)
    starts = [row.span.start_ms for row in model.shown_rows]
    assert starts == sorted(starts, reverse=True)
    table.kinds.setCurrentIndex(table.kinds.findData(RowKind.CODE.value))
    assert [row.key for row in model.shown_rows] == ["m1"]
    table.kinds.setCurrentIndex(0)
    assert len(model.shown_rows) == len(starts)


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return])
def test_space_and_enter_play_from_a_row(desk: Desk, key: Qt.Key) -> None:
    desk.open()
    fill(desk)
    table = desk.table()
    assert table.table.select_key("m1")
    desk.qtbot.keyClick(table.table, key)
    assert desk.panel.player.is_playing
    assert desk.panel.player.position_ms == pytest.approx(7_000, abs=500)


def test_gaps_are_a_table_and_can_be_played(desk: Desk) -> None:
    desk.open()
    fill(desk)
    table = desk.table()
    assert table.gaps.rows_model().rows == (TimeSpan(12_000, SECONDS * 1000),)
    table.gaps.selectRow(0)
    assert table._play_gap.isEnabled()
    table._play_gap.click()
    assert desk.panel.player.is_playing
    assert desk.panel.player.position_ms == pytest.approx(12_000, abs=500)


def test_open_table_follows_what_is_coded(desk: Desk) -> None:
    desk.open()
    table = desk.table()
    model = table.table.rows_model()
    assert RowKind.EVIDENCE not in {row.kind for row in model.rows}
    desk.opened.put_evidence(made_evidence(4_000))
    desk.panel.show_coding(desk.opened.coding)
    desk.qtbot.waitUntil(lambda: RowKind.EVIDENCE in {row.kind for row in model.rows})


def test_table_does_not_lock_the_page_and_has_names(desk: Desk) -> None:
    desk.open()
    table = desk.table()
    assert table.table.selected_rows() == table.table.rows_model().shown_rows[:1]
    assert not table.isModal()
    assert QApplication.activeModalWidget() is None
    names = [w.accessibleName() for w in (table.table, table.gaps, table.kinds)]
    assert names == ["Timeline", "Not heard yet", "Kind of rows"]
    desk.panel.open_coding(None)
    desk.qtbot.waitUntil(lambda: table.table.rows_model().rows == ())


# Preferences


def test_preferences_are_in_force_at_once(desk: Desk, settings: Settings) -> None:
    desk.open()
    panel, player = desk.panel, desk.panel.player
    player.toggle_second_speed()
    settings.playback = replace(
        settings.playback, step_ms=7_000, resume_back_ms=500, silence_lead_ms=100, volume=0.5
    )

    panel.act(ActionId.FORWARD)

    assert player.position_ms == 7_000
    assert panel.transport.forward.text() == "+7 s"
    assert (player.back_step_ms, player.silence_lead_ms) == (500, 100)
    assert player._heard.volume == 0.5
    assert (player.speed, player.second_speed) == (1.5, 1.0)  # changed places: left as they are

    settings.playback = replace(settings.playback, second_speed=1.8)

    assert player.second_speed == 1.8
