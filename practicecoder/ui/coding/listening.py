"""The listening area: transport, waveform with its lanes, and how much was heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.audio.peaks import Peaks
from practicecoder.domain.coding import Coding
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.errors import PracticeCoderError
from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.heard_bar import HeardBar
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.transport import TransportBar
from practicecoder.ui.player import PlayerState, make_player
from practicecoder.ui.settings import Settings
from practicecoder.ui.tasks import TaskControl, TaskHandle, run_task
from practicecoder.ui.theme import HALF, SPACE
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.upright import Upright
from practicecoder.ui.widgets.waveform_view import WaveformView

SAVE_EVERY_MS = 5_000
"""Longest time for which what was heard is kept in memory only."""
SAVE_SLACK_MS = 500
"""What is told a little early is stored at once, lest it wait for the next time."""
SPEED_STEP = 0.1
LOOP_BEFORE_MS = 5_000
"""Where a loop begins that is switched on before its ends are set: so long before now."""


class ListeningPanel(Upright):
    """Plays the recording of a coding and keeps what was heard."""

    position_changed = Signal(int)
    evidence_activated = Signal(str)
    """Id of a piece of evidence that was chosen in the waveform's lane."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._playback = settings.playback
        self._coding: OpenCoding | None = None
        self._peaks_task: TaskHandle | None = None
        self._loop_start_ms: int | None = None
        self._was_playing = False
        self._trouble: dict[str, str] = {}
        self.player = make_player(self)
        self.transport = TransportBar(self)
        self.waveform = WaveformView(self)
        self.heard = HeardBar(self)
        self._notices = Notices(self.tr("About the sound"), self)
        self._since_save = QElapsedTimer()
        self._since_save.start()
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._timer.timeout.connect(self.save)
        self._connect()
        self._lay_out()

    # Life

    @property
    def position_ms(self) -> int:
        """Where the playhead is; without sound, where the coder stopped."""
        if self.player.state is not PlayerState.NO_RECORDING:
            return self.player.position_ms
        return 0 if self._coding is None else self._coding.coding.position_ms

    @property
    def texts(self) -> tuple[str, ...]:
        """Sentences shown about the sound."""
        return self._notices.texts

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Load the recording of a coding at the second where its coder stopped; None unloads."""
        self._stop_peaks()
        self._timer.stop()
        self.player.clear()
        self._coding = coding
        self._loop_start_ms = None
        self._trouble = {}
        self.waveform.set_peaks(None)
        if coding is not None:
            self._show_desk(coding)
            if coding.desk.recording_path is not None:
                self._load(coding, coding.desk.recording_path)
        self._show_trouble()

    def show_coding(self, coding: Coding) -> None:
        """Show the evidence in its lane."""
        self.waveform.set_evidence(coding.evidence)

    def show_heard(self) -> None:
        """Show how much was heard."""
        coding = self._coding
        segment = None if coding is None else coding.desk.segment
        self.heard.setVisible(segment is not None)
        if coding is not None and segment is not None:
            self.waveform.set_heard(coding.heard)
            self.heard.show_heard(coding.heard_share(), coding.unheard())

    def save(self) -> bool:
        """Store what was heard and where the playhead is; False if that failed."""
        self._since_save.start()
        return self._coding is None or self._coding.save_listening(self.position_ms)

    def close(self) -> bool:
        """Stop, and store what was heard."""
        self.player.pause()
        self._settings.playback = replace(
            self._settings.playback,
            speed=self.player.speed,
            second_speed=self.player.second_speed,
        )
        return self.save()

    # Commands

    def act(self, action_id: ActionId) -> None:
        """Do what an action or a button of the transport asks for."""
        self._acts[action_id]()

    def small_step(self, direction: int, *, fine: bool = False) -> None:
        """Go a small or a fine step; ``direction`` is -1 or 1."""
        step = self._playback.fine_step_ms if fine else self._playback.small_step_ms
        self.player.skip(direction * step)

    def pause(self) -> None:
        """Pause."""
        self.player.pause()

    def play_or_faster(self) -> None:
        """Play; while playing, play faster."""
        if self.player.is_playing:
            self.change_speed(SPEED_STEP)
        else:
            self.player.play()

    def play_from(self, at_ms: int) -> None:
        """Play from a moment."""
        self.player.seek(at_ms)
        self.player.play()

    def play_next_gap(self) -> None:
        """Play the next stretch not heard yet, from here on and then from the start."""
        gaps = () if self._coding is None else self._coding.unheard()
        if not gaps:
            announce(self, self.tr("All of the segment was heard"))
            return
        later = [gap for gap in gaps if gap.start_ms >= self.position_ms]
        self.play_from((later or gaps)[0].start_ms)

    def change_speed(self, by: float) -> None:
        """Play faster or slower, in steps of a tenth."""
        self.player.set_speed(self.player.speed + by)

    def toggle_second_speed(self) -> None:
        """Change to the other speed; this one becomes the other."""
        self.player.toggle_second_speed()
        self.transport.show_speed(self.player.speed, self.player.second_speed)

    # Loop

    def begin_loop(self) -> None:
        """Have the loop begin here; one that is on keeps its end if that is later."""
        self._loop_start_ms = self.position_ms
        loop = self.player.loop
        if loop is not None and loop.end_ms > self._loop_start_ms:
            self.player.set_loop(TimeSpan(self._loop_start_ms, loop.end_ms))
        else:
            announce(self, self.tr("Loop begins at {0}").format(clock(self._loop_start_ms)))

    def end_loop(self) -> None:
        """Have the loop end here, and switch it on."""
        end_ms, start_ms = self.position_ms, self._loop_start_ms
        if start_ms is None or start_ms >= end_ms:
            start_ms = max(end_ms - LOOP_BEFORE_MS, self.player.limits.start_ms)
        if start_ms < end_ms:
            self._loop_start_ms = start_ms
            self.player.set_loop(TimeSpan(start_ms, end_ms))

    def toggle_loop(self) -> None:
        """Switch the loop off; or on, from its beginning or the last seconds until here."""
        if self.player.loop is not None:
            self.player.set_loop(None)
        else:
            self.end_loop()
        self.transport.show_loop(self.player.loop)

    # What the player reports

    def _moved(self, position_ms: int) -> None:
        self.waveform.set_position(position_ms)
        self.transport.time.set_time(position_ms)
        self.position_changed.emit(position_ms)

    def _state_changed(self) -> None:
        self.transport.show_playing(self.player.is_playing)
        self.transport.set_available(self.player.state is not PlayerState.NO_RECORDING)
        was_playing, self._was_playing = self._was_playing, self.player.is_playing
        if was_playing and not self._was_playing:
            self.save()

    def _listened(self, span: TimeSpan, speed: float) -> None:
        if self._coding is not None:
            self._coding.hear(span, speed)
            self.show_heard()
            if self._since_save.hasExpired(SAVE_EVERY_MS - SAVE_SLACK_MS):
                self.save()

    def _speed_changed(self, speed: float) -> None:
        self.transport.show_speed(speed, self.player.second_speed)
        announce(self, self.tr("Speed {0}").format(f"{speed:.1f}"))

    def _loop_changed(self, loop: TimeSpan | None) -> None:
        self.waveform.set_loop(loop)
        self.transport.show_loop(loop)
        if loop is None:
            announce(self, self.tr("Loop off"))
        else:
            words = self.tr("Loop {0} to {1}")
            announce(self, words.format(clock(loop.start_ms), clock(loop.end_ms)))

    def _seek(self, at_ms: int) -> None:
        self.player.seek(at_ms)
        self.save()

    def _play_gap(self, gap: TimeSpan | None) -> None:
        if gap is None:
            self.play_next_gap()
        else:
            self.play_from(gap.start_ms)

    # Trouble with the sound, told in the page; coding goes on

    def _failed(self, text: str) -> None:
        self._tell("sound", text)

    def _output_changed(self) -> None:
        if self._coding is None or self._coding.desk.recording_path is None:
            return
        if self.player.is_available and not self.player.has_output:
            self._tell("output", self.tr("There is no audio device: nothing will be heard."))
        else:
            self._tell("output", "")

    def _peaks_failed(self, error: Exception) -> None:
        if not isinstance(error, PracticeCoderError):
            raise error
        no_waveform = self.tr("The waveform cannot be shown.")
        self.waveform.show_problem(no_waveform)
        self._tell("peaks", f"{no_waveform} {error.user_message}")

    def _tell(self, about: str, text: str) -> None:
        if text:
            self._trouble[about] = text
            announce(self, text, assertive=True)
        else:
            self._trouble.pop(about, None)
        self._show_trouble()

    def _show_trouble(self) -> None:
        if self._trouble:
            all_the_same = self.tr("The session can be coded all the same.")
            self._notices.show_texts([" ".join([*self._trouble.values(), all_the_same])])
        else:
            self._notices.show_texts([])

    # Opening

    def _show_desk(self, coding: OpenCoding) -> None:
        desk = coding.desk
        self.transport.show_duration(desk.duration_ms)
        self.waveform.set_duration(desk.duration_ms or 0)
        self.waveform.set_segment(desk.segment)
        self.show_coding(coding.coding)
        self.show_heard()
        self._moved(coding.coding.position_ms)
        if desk.recording_path is None:
            self._trouble["sound"] = self.tr("This session has no recording.")

    def _load(self, coding: OpenCoding, recording: Path) -> None:
        self.player.set_limits(coding.desk.segment)
        self.player.load(recording)
        self.player.seek(coding.coding.position_ms)
        self._output_changed()
        self._make_peaks(coding, recording)
        self._timer.start()

    def _make_peaks(self, coding: OpenCoding, recording: Path) -> None:
        fingerprint, cache = coding.desk.fingerprint, coding.desk.peaks_cache
        assert fingerprint is not None

        def work(control: TaskControl[Peaks]) -> Peaks:
            from practicecoder.audio.peaks_making import cached_peaks

            return cached_peaks(
                recording,
                fingerprint,
                cache,
                cancelled=control.is_cancelled,
                on_partial=control.report,
            )

        self._peaks_task = run_task(
            self,
            work,
            on_success=self.waveform.set_peaks,
            on_failure=self._peaks_failed,
            on_progress=self.waveform.set_peaks,
        )

    def _stop_peaks(self) -> None:
        if self._peaks_task is not None:
            self._peaks_task.cancel()
            self._peaks_task = None

    # Making

    def _connect(self) -> None:
        player, playback = self.player, self._playback
        player.back_step_ms = playback.resume_back_ms
        player.set_speed(playback.speed)
        player.set_second_speed(playback.second_speed)
        player.position_changed.connect(self._moved)
        player.state_changed.connect(self._state_changed)
        player.listened.connect(self._listened)
        player.failed.connect(self._failed)
        player.speed_changed.connect(self._speed_changed)
        player.loop_changed.connect(self._loop_changed)
        player.output_changed.connect(self._output_changed)
        self._acts: Mapping[ActionId, Callable[[], object]] = {
            ActionId.PLAY_PAUSE: player.toggle,
            ActionId.BACK: lambda: player.skip(-playback.step_ms),
            ActionId.FORWARD: lambda: player.skip(playback.step_ms),
            ActionId.REPLAY: lambda: player.replay_last(playback.replay_ms),
            ActionId.SLOWER: lambda: self.change_speed(-SPEED_STEP),
            ActionId.FASTER: lambda: self.change_speed(SPEED_STEP),
            ActionId.SECOND_SPEED: self.toggle_second_speed,
            ActionId.LOOP: self.toggle_loop,
            ActionId.PLAY_NEXT_GAP: self.play_next_gap,
        }
        self.transport.wanted.connect(self.act)
        self.transport.time_entered.connect(self._seek)
        self.transport.show_steps(playback.step_ms, playback.replay_ms)
        self.transport.show_speed(player.speed, player.second_speed)
        self.transport.set_available(False)
        self.waveform.seek_requested.connect(self._seek)
        self.waveform.evidence_activated.connect(self.evidence_activated)
        self.heard.gap_wanted.connect(self._play_gap)
        self.setFocusProxy(self.waveform)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, HALF, HALF, HALF)  # room for the frame of the focus
        layout.setSpacing(SPACE)
        layout.addWidget(self.transport)
        layout.addWidget(self._notices)
        layout.addWidget(self.waveform)
        layout.addWidget(self.heard)
