from __future__ import annotations

import faulthandler
import random
import sys
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtMultimedia import QAudioDevice
from pytestqt.qtbot import QtBot

from practicecoder.domain.spans import TimeSpan, union
from practicecoder.ui.player import Player, PlayerState, anything_plays, make_player
from practicecoder.ui.player.outputs import sounds
from practicecoder.vault.sound_file import SoundFile
from tests.sound_device import MadeUpDevice, plug_in

SOMEWHERE = SoundFile(Path("made-up.wav"))


class FakeTime:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.a_look_takes_ms = 0.0

    def __call__(self) -> float:
        self.pass_ms(self.a_look_takes_ms)
        return self.seconds

    def pass_ms(self, ms: float) -> None:
        self.seconds += ms / 1000


class FakeMedia(QObject):
    """A media library that does at once what it is told, unless it is made to forget seeks."""

    loaded = Signal(int)
    moved = Signal(int)
    ended = Signal()
    failed = Signal(str)
    output_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.position_ms = 0
        self.is_playing = False
        self.speed = 1.0
        self.sound: SoundFile | None = None
        self.seeks: list[int] = []
        self.forgets = 0
        self.has_output = True

    def load(self, sound: SoundFile) -> None:
        self.sound = sound

    def clear(self) -> None:
        self.sound = None
        self.is_playing = False

    def play(self) -> None:
        self.is_playing = True

    def pause(self) -> None:
        self.is_playing = False

    def seek(self, position_ms: int) -> None:
        self.seeks.append(position_ms)
        if self.forgets:
            self.forgets -= 1
        else:
            self.report(position_ms)

    def set_speed(self, speed: float) -> None:
        self.speed = speed

    def set_volume(self, volume: float, *, muted: bool) -> None:
        pass

    def report(self, position_ms: int) -> None:
        self.position_ms = position_ms
        self.moved.emit(position_ms)


class Stage:
    """A player over the fake library, and what it said."""

    def __init__(self, player: Player, media: FakeMedia, time: FakeTime) -> None:
        self.player, self.media, self.time = player, media, time
        self.heard: list[tuple[TimeSpan, float]] = []
        self.states: list[PlayerState] = []
        self.failures: list[str] = []
        self.ends: list[bool] = []
        player.listened.connect(lambda span, speed: self.heard.append((span, speed)))
        player.state_changed.connect(self.states.append)
        player.failed.connect(self.failures.append)
        player.reached_end.connect(lambda: self.ends.append(True))

    def load(self, duration_ms: int = 60_000) -> None:
        self.player.load(SOMEWHERE)
        self.media.loaded.emit(duration_ms)

    def seeks_reach(self, count: int) -> Callable[[], bool]:
        return lambda: len(self.media.seeks) >= count

    def heard_reach(self, count: int) -> Callable[[], bool]:
        return lambda: len(self.heard) >= count

    def play_for(self, ms: float) -> None:
        """Let the sound go on, with a report at the end as from a real library."""
        start_ms = self.player.position_ms
        self.time.pass_ms(ms)
        self.media.report(round(start_ms + ms * self.player.speed))


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    media, time = FakeMedia(), FakeTime()
    player = Player(media, now=time)
    yield Stage(player, media, time)
    player.clear()
    player.deleteLater()


# Position


def test_position_is_interpolated_between_reports(stage: Stage) -> None:
    stage.load()
    stage.player.play()
    stage.media.report(93)
    stage.time.pass_ms(40)
    assert stage.player.position_ms == 133
    stage.player.set_speed(2.0)
    stage.time.pass_ms(40)
    assert stage.player.position_ms == 213
    stage.media.report(220)
    assert stage.player.position_ms == 220


def test_position_does_not_run_on_when_the_sound_has_stalled(stage: Stage) -> None:
    stage.load()
    stage.player.play()
    stage.media.report(1_000)
    stage.time.pass_ms(90_000)  # the lid of the computer was closed
    assert stage.player.position_ms == 1_600


def test_position_never_leaves_the_recording(stage: Stage) -> None:
    stage.load(1_000)
    stage.player.play()
    stage.media.report(990)
    stage.time.pass_ms(200)
    assert stage.player.position_ms == 1_000


# Seeking


def test_seek_while_loading_is_kept_and_shown(stage: Stage) -> None:
    shown: list[int] = []
    stage.player.position_changed.connect(shown.append)
    stage.player.load(SOMEWHERE)
    stage.player.seek(14_000)
    assert stage.player.position_ms == 14_000
    assert shown[-1] == 14_000
    assert stage.media.seeks == []
    stage.media.loaded.emit(60_000)
    assert stage.media.seeks == [14_000]
    assert stage.player.position_ms == 14_000


def test_hundred_queued_seeks_end_at_the_last_target(stage: Stage) -> None:
    stage.player.load(SOMEWHERE)
    for target in range(100, 10_100, 100):
        stage.player.seek(target)
    stage.media.loaded.emit(60_000)
    assert stage.media.seeks == [10_000]


def test_forgotten_seek_is_asked_for_again(stage: Stage, qtbot: QtBot) -> None:
    stage.load()
    stage.media.forgets = 3
    stage.player.seek(20_000)
    for tries in (2, 3, 4):
        assert stage.player.position_ms == 20_000  # the target is shown meanwhile
        stage.time.pass_ms(301)
        qtbot.waitUntil(stage.seeks_reach(tries))
    assert stage.media.position_ms == 20_000


def test_seek_that_is_always_forgotten_is_given_up(stage: Stage, qtbot: QtBot) -> None:
    stage.load()
    stage.media.forgets = 1_000
    stage.player.seek(20_000)
    while len(stage.media.seeks) < 8:
        asked = len(stage.media.seeks)
        stage.time.pass_ms(301)
        qtbot.waitUntil(stage.seeks_reach(asked + 1))
    stage.time.pass_ms(301)
    qtbot.waitUntil(lambda: stage.player.position_ms == 0)
    assert len(stage.media.seeks) == 8


def test_late_report_from_before_the_seek_does_not_move_the_position(stage: Stage) -> None:
    stage.load()
    stage.player.play()
    stage.media.forgets = 1
    stage.player.seek(20_000)
    stage.media.report(93)
    assert stage.player.position_ms == 20_000


def test_seeks_stay_in_the_recording(stage: Stage) -> None:
    stage.load(60_000)
    stage.player.seek(99_000)
    assert stage.player.position_ms == 60_000
    stage.player.skip(-500_000)
    assert stage.player.position_ms == 0


# Playing and pausing


def test_wish_to_play_is_kept_while_loading(stage: Stage) -> None:
    stage.player.load(SOMEWHERE)
    stage.player.play()
    assert stage.player.is_playing
    assert not stage.media.is_playing
    stage.media.loaded.emit(60_000)
    assert stage.states == [
        PlayerState.LOADING,
        PlayerState.LOADING,  # the wish alone has changed
        PlayerState.PAUSED,
        PlayerState.PLAYING,
    ]
    assert stage.media.is_playing


def test_pause_while_loading_takes_the_wish_back(stage: Stage) -> None:
    stage.player.load(SOMEWHERE)
    stage.player.toggle()
    stage.player.toggle()
    stage.media.loaded.emit(60_000)
    assert stage.player.state is PlayerState.PAUSED
    assert not stage.media.is_playing


def test_resuming_steps_back(stage: Stage) -> None:
    stage.load()
    stage.player.play()
    stage.play_for(10_000)
    stage.player.pause()
    assert stage.player.position_ms == 10_000
    stage.player.play()
    assert stage.player.position_ms == 8_000


def test_step_back_can_be_set_and_ends_at_the_start(stage: Stage) -> None:
    stage.load()
    stage.player.back_step_ms = 0
    stage.player.play()
    stage.play_for(500)
    stage.player.toggle()
    stage.player.toggle()
    assert stage.player.position_ms == 500
    stage.player.back_step_ms = 10_000
    stage.player.toggle()
    stage.player.toggle()
    assert stage.player.position_ms == 0


def test_no_step_back_from_a_place_that_was_chosen(stage: Stage) -> None:
    stage.load()
    stage.player.play()
    stage.play_for(10_000)
    stage.player.pause()
    stage.player.seek(30_000)
    stage.player.play()
    assert stage.player.position_ms == 30_000


def test_replay_plays_the_last_stretch(stage: Stage) -> None:
    stage.load()
    stage.player.seek(30_000)
    stage.player.replay_last(10_000)
    assert stage.player.position_ms == 20_000
    assert stage.player.is_playing


def test_end_pauses_and_the_next_play_begins_anew(stage: Stage) -> None:
    stage.load(5_000)
    stage.player.seek(4_000)
    stage.player.play()
    stage.play_for(1_000)
    stage.media.ended.emit()
    assert stage.player.state is PlayerState.PAUSED
    assert stage.player.position_ms == 5_000
    assert stage.ends == [True]
    stage.player.play()
    assert stage.player.position_ms == 0


def test_speed_is_kept_in_range_and_in_tenths(stage: Stage) -> None:
    stage.load()
    for asked, got in ((0.1, 0.5), (1.26, 1.3), (9.0, 2.0)):
        stage.player.set_speed(asked)
        assert stage.player.speed == stage.media.speed == got


def test_second_speed_goes_there_and_back(stage: Stage) -> None:
    stage.load()
    stage.player.set_second_speed(0.7)
    stage.player.toggle_second_speed()
    assert stage.player.speed == 0.7
    stage.player.toggle_second_speed()
    assert stage.player.speed == 1.0


# Loop and limits


def test_loop_turns_round_at_its_end(stage: Stage, qtbot: QtBot) -> None:
    stage.load()
    stage.player.set_loop(TimeSpan(5_000, 7_000))
    stage.player.play()
    assert stage.player.position_ms == 5_000
    stage.play_for(1_000)
    stage.play_for(1_002)
    qtbot.waitUntil(lambda: len(stage.media.seeks) == 2)
    assert stage.media.seeks == [5_000, 5_000]
    assert stage.player.position_ms == 5_000


def test_loop_at_the_very_end_of_the_recording_goes_on(stage: Stage) -> None:
    stage.load(10_000)
    stage.player.set_loop(TimeSpan(8_000, 10_000))
    stage.player.play()
    stage.time.pass_ms(1_999)
    stage.media.ended.emit()
    assert stage.player.state is PlayerState.PLAYING
    assert stage.media.seeks[-1] == 8_000
    assert stage.ends == []


def test_no_step_back_in_a_loop(stage: Stage) -> None:
    stage.load()
    stage.player.set_loop(TimeSpan(5_000, 9_000))
    stage.player.play()
    stage.play_for(3_000)
    stage.player.toggle()
    stage.player.toggle()
    assert stage.player.position_ms == 8_000


def test_skipping_stays_in_the_loop_and_seeking_out_of_it_ends_it(stage: Stage) -> None:
    stage.load()
    stage.player.set_loop(TimeSpan(5_000, 7_000))
    stage.player.seek(6_000)
    stage.player.skip(-5_000)
    assert stage.player.position_ms == 5_000
    assert stage.player.loop == TimeSpan(5_000, 7_000)
    stage.player.seek(20_000)
    assert stage.player.loop is None


def test_loop_is_never_a_stutter(stage: Stage) -> None:
    stage.load()
    stage.player.set_loop(TimeSpan(5_000, 5_000))
    assert stage.player.loop == TimeSpan(5_000, 5_200)


def test_limits_set_before_loading_hold_until_the_player_is_cleared(stage: Stage) -> None:
    stage.player.set_limits(TimeSpan(10_000, 20_000))
    stage.load()
    assert stage.player.limits == TimeSpan(6_000, 20_000)
    stage.player.clear()
    stage.load()
    assert stage.player.limits == TimeSpan(0, 60_000)


def test_segment_begins_with_its_run_in_and_ends_at_its_end(stage: Stage, qtbot: QtBot) -> None:
    stage.player.load(SOMEWHERE)
    stage.player.set_limits(TimeSpan(10_000, 20_000), run_in_ms=4_000)
    stage.media.loaded.emit(60_000)
    assert stage.player.position_ms == 6_000
    stage.player.seek(0)
    assert stage.player.position_ms == 6_000
    stage.player.seek(19_500)
    stage.player.play()
    stage.play_for(505)
    qtbot.waitUntil(lambda: bool(stage.ends))
    assert stage.player.state is PlayerState.PAUSED
    assert stage.player.position_ms == 20_000
    stage.player.play()
    assert stage.player.position_ms == 6_000


# What was heard


def test_stretch_is_told_at_a_pause(stage: Stage) -> None:
    stage.load()
    stage.player.play()
    stage.play_for(3_000)
    stage.player.pause()
    assert stage.heard == [(TimeSpan(0, 3_000), 1.0)]


def test_stretch_is_cut_at_seeks_and_changes_of_speed(stage: Stage) -> None:
    stage.load()
    stage.player.play()
    stage.play_for(1_000)
    stage.player.seek(30_000)
    stage.play_for(2_000)
    stage.player.set_speed(1.5)
    stage.play_for(2_000)
    stage.player.pause()
    assert stage.heard == [
        (TimeSpan(0, 1_000), 1.0),
        (TimeSpan(30_000, 32_000), 1.0),
        (TimeSpan(32_000, 35_000), 1.5),
    ]


def test_long_stretch_is_told_every_five_seconds(stage: Stage, qtbot: QtBot) -> None:
    stage.load()
    stage.player.play()
    for _ in range(12):
        stage.play_for(1_000)
        told = len(stage.heard)
        if stage.player.position_ms % 5_000 == 0:
            qtbot.waitUntil(stage.heard_reach(told + 1))
    assert stage.heard == [(TimeSpan(0, 5_000), 1.0), (TimeSpan(5_000, 10_000), 1.0)]
    stage.player.clear()
    assert stage.heard[-1] == (TimeSpan(10_000, 12_000), 1.0)


def test_stretches_join_without_gaps_though_time_passes_between_two_lines(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.load()
    stage.time.a_look_takes_ms = 0.7
    stage.player.play()
    for speed in (1.5, 0.8, 1.0):
        stage.play_for(400)
        stage.player.set_speed(speed)
    stage.play_for(6_000)
    qtbot.waitUntil(stage.heard_reach(4))
    stage.player.set_volume(0.5)
    stage.play_for(400)
    stage.player.pause()
    (whole,) = union(span for span, _ in stage.heard)
    assert whole == TimeSpan(0, stage.player.position_ms)


def test_muted_sound_is_not_heard(stage: Stage) -> None:
    stage.load()
    stage.player.play()
    stage.play_for(1_000)
    stage.player.set_muted(True)
    stage.play_for(4_000)
    stage.player.set_muted(False)
    stage.play_for(1_000)
    stage.player.set_volume(0.0)
    stage.play_for(1_000)
    stage.player.pause()
    assert [span for span, _ in stage.heard] == [TimeSpan(0, 1_000), TimeSpan(5_000, 6_000)]


def test_what_is_played_without_a_device_is_not_heard(stage: Stage, qtbot: QtBot) -> None:
    stage.media.has_output = False
    stage.load()
    stage.player.play()
    for _ in range(6):
        stage.play_for(1_000)
    stage.player.set_speed(1.5)
    stage.player.set_muted(False)
    stage.play_for(1_000)
    stage.player.seek(30_000)
    stage.play_for(1_000)
    stage.player.pause()
    assert stage.player.position_ms == 31_500
    assert stage.heard == []


def test_hearing_ends_and_begins_with_the_device(stage: Stage) -> None:
    told: list[bool] = []
    stage.player.output_changed.connect(told.append)
    stage.load()
    stage.player.play()
    stage.play_for(1_000)
    plug(stage, is_in=False)
    stage.play_for(4_000)
    plug(stage, is_in=True)
    stage.play_for(2_000)
    stage.player.pause()
    assert [span for span, _ in stage.heard] == [TimeSpan(0, 1_000), TimeSpan(5_000, 7_000)]
    assert told == [False, True]


def test_device_that_is_plugged_in_while_paused_counts_from_the_next_play(stage: Stage) -> None:
    stage.media.has_output = False
    stage.load()
    plug(stage, is_in=True)
    assert stage.heard == []
    stage.player.play()
    stage.play_for(1_000)
    stage.player.pause()
    assert [span for span, _ in stage.heard] == [TimeSpan(0, 1_000)]


def plug(stage: Stage, *, is_in: bool) -> None:
    """Plug a device in or pull it out, as the library tells it."""
    stage.media.has_output = is_in
    stage.media.output_changed.emit()


def test_what_sounds_before_a_forgotten_seek_is_not_counted_at_the_target(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.load()
    stage.player.play()
    stage.media.forgets = 1
    stage.player.seek(20_000)
    stage.media.report(300)
    stage.time.pass_ms(301)
    qtbot.waitUntil(lambda: len(stage.media.seeks) == 2)
    stage.player.pause()
    assert stage.heard == []


def test_nothing_is_heard_twice_nor_lost_in_a_loop(stage: Stage, qtbot: QtBot) -> None:
    stage.load()
    stage.player.set_loop(TimeSpan(5_000, 6_000))
    stage.player.play()
    for turn in range(1, 4):
        stage.play_for(1_000)
        qtbot.waitUntil(stage.seeks_reach(turn + 1))
    stage.player.pause()
    assert stage.heard == [(TimeSpan(5_000, 6_000), 1.0)] * 3


# Silences


@pytest.fixture
def quiet_stage(stage: Stage) -> Stage:
    """A minute with silences of one second, of ten in the middle and of five at the end."""
    stage.load()
    silences = [TimeSpan(55_000, 60_000), TimeSpan(2_000, 3_000), TimeSpan(20_000, 30_000)]
    stage.player.set_silences(silences)
    stage.player.skip_silence = True
    return stage


def play_to(stage: Stage, qtbot: QtBot, position_ms: int) -> None:
    """Let the sound come to a place and the player look at it."""
    stage.media.report(position_ms)
    with qtbot.waitSignal(stage.player.position_changed):
        pass


def test_long_silence_is_left_out_but_for_its_end(quiet_stage: Stage, qtbot: QtBot) -> None:
    left_out: list[TimeSpan] = []
    quiet_stage.player.silence_skipped.connect(left_out.append)
    quiet_stage.player.seek(19_000)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 20_040)
    assert quiet_stage.media.seeks == [19_000, 29_700]
    assert quiet_stage.player.position_ms == 29_700
    assert quiet_stage.player.is_playing
    assert left_out == [TimeSpan(20_040, 29_700)]


def test_what_was_left_out_was_not_heard(quiet_stage: Stage, qtbot: QtBot) -> None:
    quiet_stage.player.seek(19_000)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 20_040)
    quiet_stage.play_for(1_000)
    quiet_stage.player.pause()
    assert [span for span, _ in quiet_stage.heard] == [
        TimeSpan(19_000, 20_040),
        TimeSpan(29_700, 30_700),
    ]


def test_silence_is_played_while_skipping_is_off(quiet_stage: Stage, qtbot: QtBot) -> None:
    quiet_stage.player.skip_silence = False
    quiet_stage.player.seek(19_000)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 20_040)
    quiet_stage.player.skip_silence = True  # in the middle of it: this one is played to its end
    play_to(quiet_stage, qtbot, 21_000)
    assert quiet_stage.media.seeks == [19_000]


def test_short_silence_is_played(quiet_stage: Stage, qtbot: QtBot) -> None:
    quiet_stage.player.seek(1_500)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 2_030)
    assert quiet_stage.media.seeks == [1_500]


def test_silence_is_played_in_a_loop(quiet_stage: Stage, qtbot: QtBot) -> None:
    quiet_stage.player.seek(19_000)
    quiet_stage.player.set_loop(TimeSpan(18_000, 32_000))
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 20_040)
    assert quiet_stage.media.seeks == [19_000]


@pytest.mark.parametrize("chosen_ms", [20_000, 20_040, 25_000])
def test_place_that_was_chosen_within_a_silence_is_played(
    quiet_stage: Stage, qtbot: QtBot, chosen_ms: int
) -> None:
    """So that the gap which skipping leaves in the heard coverage can be listened to."""
    quiet_stage.player.seek(chosen_ms)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, chosen_ms + 60)
    assert quiet_stage.media.seeks == [chosen_ms]


def test_silence_at_the_end_is_left_out_and_the_end_reached(
    quiet_stage: Stage, qtbot: QtBot
) -> None:
    quiet_stage.player.seek(54_900)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 55_010)
    assert quiet_stage.player.position_ms == 59_700
    quiet_stage.media.ended.emit()
    assert quiet_stage.ends == [True]


def test_silence_at_the_start_of_a_segment_is_left_out(quiet_stage: Stage, qtbot: QtBot) -> None:
    quiet_stage.player.set_limits(TimeSpan(22_000, 50_000), 0)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 22_030)
    assert quiet_stage.media.seeks == [22_000, 29_700]


def test_silence_that_begins_the_recording_is_left_out(stage: Stage, qtbot: QtBot) -> None:
    stage.load()
    stage.player.set_silences([TimeSpan(0, 9_000)])
    stage.player.skip_silence = True
    stage.player.play()
    play_to(stage, qtbot, 30)
    assert stage.media.seeks == [8_700]


def test_silence_is_never_a_way_back(quiet_stage: Stage, qtbot: QtBot) -> None:
    quiet_stage.player.set_silences([TimeSpan(20_000, 21_100)])
    quiet_stage.player.seek(19_990)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 20_900)  # the computer was busy for a second
    assert quiet_stage.media.seeks == [19_990]


def test_silences_are_forgotten_with_their_recording_and_the_wish_is_kept(
    quiet_stage: Stage, qtbot: QtBot
) -> None:
    quiet_stage.load()
    assert quiet_stage.player.skip_silence
    quiet_stage.player.seek(19_000)
    quiet_stage.player.play()
    play_to(quiet_stage, qtbot, 20_040)
    assert quiet_stage.media.seeks == [19_000]


# Trouble


def test_failure_is_told_once_and_closes_the_recording(stage: Stage) -> None:
    stage.player.load(SOMEWHERE)
    stage.player.play()
    stage.media.failed.emit("It cannot be played.")
    assert stage.failures == ["It cannot be played."]
    assert stage.player.state is PlayerState.NO_RECORDING
    assert not stage.player.is_playing


def test_player_without_a_recording_does_nothing(stage: Stage) -> None:
    player = stage.player
    for act in (player.play, player.pause, player.toggle, player.replay_last, player.clear):
        act()
    player.seek(5_000)
    player.skip(100)
    player.set_limits(TimeSpan(0, 5))
    assert player.state is PlayerState.NO_RECORDING
    assert player.position_ms == 0
    assert stage.states == []


def test_system_without_media_library_is_told_what_to_install(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(
        "ctypes.util.find_library", lambda name: None if name == "Xrandr" else name
    )
    player = Player(None)
    told: list[str] = []
    player.failed.connect(told.append)
    player.load(SOMEWHERE)
    player.play()
    assert not player.is_available
    assert not player.has_output
    assert "libxrandr2 is missing" in told[0]
    assert "sudo apt install libxrandr2)" in told[0]


def test_import_error_of_the_media_library_gives_a_player_that_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "practicecoder.ui.player.qt_media", None)
    assert not make_player().is_available


# The real library


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    """Twelve seconds of a quiet tone."""
    path = tmp_path / "tone.wav"
    samples = 3_000 * np.sin(np.arange(12 * 16_000) * 2 * np.pi * 330 / 16_000)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(samples.astype("<i2").tobytes())
    return path


real = pytest.mark.qt_log_ignore(
    "pipewire", "No audio device detected", "PulseAudioService", "Could not open media"
)


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> MadeUpDevice:
    return plug_in(monkeypatch)


@pytest.fixture
def player(qtbot: QtBot, device: MadeUpDevice) -> Iterator[Player]:
    made = make_player()
    if not made.is_available:
        pytest.skip("Qt Multimedia has no media library here")
    yield made
    made.clear()
    made.deleteLater()


@real
def test_real_recording_plays_from_a_seek_made_while_loading(
    qtbot: QtBot, player: Player, tone: Path
) -> None:
    heard: list[TimeSpan] = []
    player.listened.connect(lambda span, _speed: heard.append(span))
    player.load(SoundFile(tone))
    player.seek(3_000)
    player.play()
    qtbot.waitUntil(lambda: player.position_ms > 3_500)
    assert player.duration_ms == 12_000
    player.pause()
    (span,) = union(heard)
    assert span.start_ms == 3_000
    assert 3_500 < span.end_ms < 6_000


@real
def test_real_playing_without_a_device_is_not_heard_until_one_is_plugged_in(
    qtbot: QtBot, player: Player, device: MadeUpDevice, tone: Path
) -> None:
    heard: list[TimeSpan] = []
    player.listened.connect(lambda span, _speed: heard.append(span))
    device.plug(is_in=False)
    player.load(SoundFile(tone))
    player.play()
    qtbot.waitUntil(lambda: player.position_ms > 400)
    with qtbot.waitSignal(player.output_changed):
        device.plug(is_in=True)
    plugged_in_ms = player.position_ms
    qtbot.waitUntil(lambda: player.position_ms > plugged_in_ms + 300)
    player.pause()
    (span,) = union(heard)
    assert 400 < span.start_ms <= plugged_in_ms
    assert span.end_ms > plugged_in_ms + 300


@pytest.mark.parametrize(
    ("name", "is_heard"), [(b"auto_null", False), (b"a made-up loudspeaker", True)]
)
def test_stand_in_of_a_sound_server_is_no_device(name: bytes, is_heard: bool) -> None:
    """PulseAudio offers a silent sink where there is no device."""

    class Device:
        def id(self) -> QByteArray:
            return QByteArray(name)

    assert sounds(cast("QAudioDevice", Device())) is is_heard


@real
def test_real_loop_turns_round(qtbot: QtBot, player: Player, tone: Path) -> None:
    ends: list[int] = []
    player.listened.connect(lambda span, _speed: ends.append(span.end_ms))
    player.load(SoundFile(tone))
    player.set_loop(TimeSpan(2_000, 2_300))
    player.play()
    qtbot.waitUntil(lambda: len(ends) >= 3)
    player.pause()
    # How late a turn is, is the bench's to print: here it only has to turn, and not too soon.
    assert all(2_300 <= end < 12_000 for end in ends[:3])


@real
def test_real_silence_is_left_out(qtbot: QtBot, player: Player, tone: Path) -> None:
    heard: list[TimeSpan] = []
    player.listened.connect(lambda span, _speed: heard.append(span))
    player.load(SoundFile(tone))
    player.set_silences([TimeSpan(1_200, 10_000)])
    player.skip_silence = True
    player.seek(1_000)
    with qtbot.waitSignal(player.silence_skipped):
        player.play()
    qtbot.waitUntil(lambda: player.position_ms > 10_000)
    player.pause()
    before, after = union(heard)
    assert before.start_ms == 1_000
    assert 1_200 <= before.end_ms < 3_000
    assert after.start_ms == 9_700


@real
def test_real_end_is_reached(qtbot: QtBot, player: Player, tone: Path) -> None:
    player.load(SoundFile(tone))
    player.seek(11_700)
    with qtbot.waitSignal(player.reached_end):
        player.play()
    assert player.position_ms == 12_000
    assert player.state is PlayerState.PAUSED


@real
@pytest.mark.parametrize("content", [b"", b"this is no sound", None])
def test_real_file_that_cannot_be_played_is_told_without_its_name(
    qtbot: QtBot, player: Player, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "secret name.wav"
    if content is not None:
        path.write_bytes(content)
    with qtbot.waitSignal(player.failed) as told:
        player.load(SoundFile(path))
    assert told.args is not None
    assert "cannot be played" in told.args[0]
    assert "secret" not in told.args[0]
    assert player.state is PlayerState.NO_RECORDING


@real
def test_hundreds_of_random_acts_end_well(qtbot: QtBot, player: Player, tone: Path) -> None:
    """A watchdog kills the test run with all stacks if the process freezes."""
    chance = random.Random(20261121)
    acts: list[Callable[[], object]] = [
        player.play,
        player.pause,
        player.toggle,
        player.replay_last,
        player.toggle_second_speed,
        lambda: player.seek(chance.randrange(14_000)),
        lambda: player.skip(chance.randrange(-5_000, 5_000)),
        lambda: player.set_speed(chance.randrange(5, 21) / 10),
        lambda: player.set_loop(TimeSpan(2_000, 2_000 + chance.randrange(4_000))),
        lambda: player.set_loop(None),
        lambda: player.set_muted(chance.random() < 0.5),
        lambda: player.set_limits(TimeSpan(3_000, 9_000)),
        lambda: player.set_limits(None),
        lambda: player.set_silences([TimeSpan(1_000, 4_000), TimeSpan(7_000, 12_000)]),
        lambda: setattr(player, "skip_silence", chance.random() < 0.7),
        lambda: player.load(SoundFile(tone)),
        player.clear,
    ]
    faulthandler.dump_traceback_later(60, exit=True)
    try:
        player.load(SoundFile(tone))
        for number in range(600):
            chance.choice(acts)()
            if number % 5 == 0:
                with qtbot.waitSignal(player.position_changed, timeout=20, raising=False):
                    pass
            assert 0 <= player.position_ms <= max(player.duration_ms, 14_000)
        player.set_limits(None)
        player.set_loop(None)
        player.load(SoundFile(tone))
        player.play()
        qtbot.waitUntil(lambda: player.position_ms > 100)
    finally:
        faulthandler.cancel_dump_traceback_later()


@real
def test_twenty_thousand_calls_that_return_nothing(player: Player) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None with each, and aborts."""
    before = sys.getrefcount(None)
    for number in range(10_000):
        player.setObjectName(str(number % 7))
        player.position_changed.emit(number)
    if sys.version_info < (3, 12):  # immortal since
        assert sys.getrefcount(None) > before - 1_000


def test_whoever_asks_is_told_whether_any_player_plays(stage: Stage) -> None:
    assert not anything_plays()
    stage.load()
    stage.player.play()
    assert anything_plays()
    stage.player.pause()
    assert not anything_plays()
