"""What playing does by itself: follows the sound, turns loops round, tells what was heard."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.player.heard import HeardStretch
from practicecoder.ui.player.media import Media
from practicecoder.ui.player.playhead import Playhead, Pursuit
from practicecoder.ui.player.reach import Arrival, Reach, long_enough
from practicecoder.ui.player.silence import SilenceSkipping
from practicecoder.ui.player.speeds import Speeds
from practicecoder.ui.player.state import PlayerState

_TICK_MS = 30
_LOOP_TICK_MS = 5


class Playback(QObject):
    """A recording under way: news of the media library and ticks in, signals out.

    Signals
    -------
    position_changed(int)
        About thirty times a second while playing, and at once when a seek is asked for.
    state_changed(PlayerState)
        Also while loading, when only the wish to play changes (see :attr:`is_playing`).
    duration_changed(int)
        When a recording is ready; 0 when there is none.
    failed(str)
        A sentence for a person.
    listened(TimeSpan, float)
        A stretch that was really played on a device, not muted, and its speed; at every pause,
        seek and end, and every five seconds while playing.
    speed_changed(float), loop_changed(TimeSpan | None), output_changed(bool)
        When they have changed, by whatever cause.
    silence_skipped(TimeSpan)
        What was left out when playing came to a silence; it is no part of what was listened to.
    reached_end()
        When the sound arrives at the end of the recording or of its limits.
    """

    position_changed = Signal(int)
    state_changed = Signal(object)
    duration_changed = Signal(int)
    failed = Signal(str)
    listened = Signal(object, float)
    speed_changed = Signal(float)
    loop_changed = Signal(object)
    output_changed = Signal(bool)
    silence_skipped = Signal(object)
    reached_end = Signal()

    def __init__(
        self,
        media: Media | None,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._media = media
        self._playhead = Playhead(now)
        self._heard = HeardStretch()
        self._silence = SilenceSkipping()
        self._speeds = Speeds()
        self._state = PlayerState.NO_RECORDING
        self._wants_to_play = False
        self._reach = Reach()
        self._paused_at_ms: int | None = None
        self._shown_ms = 0
        self.back_step_ms = 2_000
        self._ticker = QTimer(self)
        self._ticker.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)
        if media is not None:
            media.loaded.connect(self._note_loaded)
            media.moved.connect(self._note_moved)
            media.ended.connect(self._note_ended)
            media.failed.connect(self._note_failed)
            media.output_changed.connect(self._note_output)

    # What is known

    @property
    def has_output(self) -> bool:
        """Whether there is an audio device; without one the position moves and nothing sounds."""
        return self._media is not None and self._media.has_output

    @property
    def duration_ms(self) -> int:
        """Length of the recording; 0 without one."""
        return self._reach.duration_ms

    @property
    def position_ms(self) -> int:
        """Where the sound is, or is about to be."""
        target_ms = self._playhead.target_ms
        if target_ms is not None and self._state is not PlayerState.PLAYING:
            return target_ms
        return self._reach.in_recording(self._playhead.sounding_ms)

    @property
    def speed(self) -> float:
        """Multiple of the recorded speed."""
        return self._speeds.current

    @property
    def loop(self) -> TimeSpan | None:
        """Stretch that is played again and again."""
        return self._reach.loop

    @property
    def limits(self) -> TimeSpan:
        """Stretch that can be played: the segment with its run-in, or the whole recording."""
        return self._reach.limits

    @property
    def is_muted(self) -> bool:
        """Whether the sound is off; what is played then does not count as heard."""
        return self._heard.is_muted

    # What also comes from within

    def clear(self) -> None:
        """Close the recording and forget its limits."""
        self._reach.set_limits(None, 0)
        self._close()

    def set_loop(self, span: TimeSpan | None) -> None:
        """Play a stretch again and again; None ends that. Less than 0.2 s is made that long."""
        span = None if span is None else long_enough(span)
        if span == self._reach.loop:
            return
        self._reach.loop = span
        self._set_tick()
        self.loop_changed.emit(span)
        is_outside = span is not None and not span.contains(self.position_ms)
        if span is not None and is_outside and self._state is PlayerState.PLAYING:
            self._go_to(span.start_ms)

    # From the media library

    def _note_loaded(self, duration_ms: int) -> None:
        if self._state is not PlayerState.LOADING:
            return
        assert self._media is not None
        self._set_duration(duration_ms)
        self._media.set_speed(self.speed)
        self._media.set_volume(self._heard.volume, muted=self.is_muted)
        wanted_ms = self._playhead.take_wish()
        self._enter(PlayerState.PAUSED)
        if wanted_ms or self.limits.start_ms:
            self._go_to(wanted_ms)
        else:
            self._playhead.go_on_from(0)
            self._silence.place(0, self.limits)
        if self._wants_to_play:
            self._start()

    def _note_moved(self, position_ms: int) -> None:
        if not self._state.is_ready:
            return
        is_current = self._playhead.take_report(position_ms, self.speed)
        if is_current and self._state is PlayerState.PLAYING:
            self._playhead.go_on_from(position_ms)

    def _note_ended(self) -> None:
        if self._state is not PlayerState.PLAYING or self._playhead.is_seeking:
            return
        if self.loop is not None:
            self._wrap()
        else:
            self._finish(self.duration_ms)

    def _note_output(self) -> None:
        """Count what sounded until the device was gone; go on counting with the next one."""
        self._hear_from(self._tell_heard())
        self.output_changed.emit(self.has_output)

    def _note_failed(self, sentence: str) -> None:
        if self._state is not PlayerState.NO_RECORDING:
            self.clear()
            self.failed.emit(sentence)

    # Inside

    def _close(self) -> None:
        self._tell_heard()
        self._wants_to_play = False
        self._playhead.forget()
        self._silence.set_silences(())
        self._paused_at_ms = None
        self.set_loop(None)
        if self._state is PlayerState.NO_RECORDING:
            return
        assert self._media is not None
        self._enter(PlayerState.NO_RECORDING)
        self._media.clear()
        self._playhead.stop_at(0)
        self._set_duration(0)
        self._show(0)

    def _start(self) -> None:
        assert self._media is not None
        position_ms = self.position_ms
        start_ms = self._reach.start_from(
            position_ms, paused_at_ms=self._paused_at_ms, back_step_ms=self.back_step_ms
        )
        if start_ms != position_ms:
            self._go_to(start_ms)
        self._paused_at_ms = None
        self._media.play()
        self._playhead.run()
        self._enter(PlayerState.PLAYING)
        self._hear_from(start_ms)

    def _halt(self, position_ms: int) -> None:
        """Take it that the sound stands at a position."""
        self._tell_heard(position_ms)
        self._playhead.stop_at(position_ms)
        self._enter(PlayerState.PAUSED)
        self._show(position_ms)

    def _finish(self, end_ms: int) -> None:
        self._wants_to_play = False
        self._paused_at_ms = None
        self._halt(end_ms)
        self.reached_end.emit()

    def _wrap(self) -> None:
        assert self.loop is not None
        assert self._media is not None
        self._go_to(self.loop.start_ms)
        self._media.play()

    def _go_to(self, position_ms: int) -> None:
        """Ask for a position and show it as if it were reached."""
        self._paused_at_ms = None
        if self._state is PlayerState.LOADING:
            self._playhead.wish(max(0, position_ms))
            self._show(max(0, position_ms))
            return
        assert self._media is not None
        target_ms = self._reach.in_limits(position_ms)
        self._tell_heard()
        self._playhead.go_to(target_ms, self._media)
        self._silence.place(target_ms, self.limits)
        self._hear_from(target_ms)
        self._set_tick()
        self._show(target_ms)

    def _tick(self) -> None:
        self._look_after_seek()
        if self._state is not PlayerState.PLAYING:
            return
        position_ms = self.position_ms
        match self._reach.arrival(position_ms):
            case Arrival.LOOP_END:
                self._wrap()
            case Arrival.LIMITS_END:
                assert self._media is not None
                self._media.pause()
                self._finish(self.limits.end_ms)
            case Arrival.NOWHERE:
                if self._leave_silence(position_ms):
                    return
                if self._heard.is_due(position_ms):
                    self._hear_from(self._tell_heard())
                if abs(position_ms - self._shown_ms) >= _TICK_MS * self.speed / 2:
                    self._show(position_ms)

    def _leave_silence(self, position_ms: int) -> bool:
        """Go on near the end of a silence that playing has come to; whether there was one."""
        if self.loop is not None:
            return False
        target_ms = self._silence.way_out(position_ms, self.limits)
        if target_ms is None:
            return False
        self._go_to(target_ms)
        self.silence_skipped.emit(TimeSpan(position_ms, target_ms))
        return True

    def _look_after_seek(self) -> None:
        """Ask again for a position that the library has not gone to."""
        if self._media is None:
            return
        pursuit = self._playhead.pursue(self._media, self.speed)
        if pursuit is Pursuit.NOTHING_DUE:
            return
        if pursuit is not Pursuit.ARRIVED:
            self._heard.forget()  # what sounded meanwhile was not what was shown
        self._set_tick()
        if not self._heard.is_open:
            self._hear_from(self.position_ms)

    def _set_tick(self) -> None:
        """Tick when something can happen; every 5 ms in a loop, so that it closes in time."""
        if self._state is PlayerState.PLAYING:
            self._ticker.start(_LOOP_TICK_MS if self.loop is not None else _TICK_MS)
        elif self._playhead.is_seeking and self._state is PlayerState.PAUSED:
            self._ticker.start(_TICK_MS)
        else:
            self._ticker.stop()

    def _set_sound(self, volume: float, *, is_muted: bool) -> None:
        cut_at_ms = self._tell_heard()
        self._heard.volume, self._heard.is_muted = volume, is_muted
        if self._media is not None:
            self._media.set_volume(volume, muted=is_muted)
        self._hear_from(cut_at_ms)

    def _hear_from(self, position_ms: int) -> None:
        """Begin a stretch, at the very place where the one before was cut: no gaps by rounding.

        Without a device nothing is heard, though the position moves.
        """
        if self._state is PlayerState.PLAYING and self.has_output:
            self._heard.begin(position_ms, self.speed)

    def _tell_heard(self, end_ms: int | None = None) -> int:
        """Tell the stretch that was heard up to here, if any, and where it was cut."""
        cut_at_ms = self.position_ms if end_ms is None else end_ms
        stretch = self._heard.cut(cut_at_ms)
        if stretch is not None:
            self.listened.emit(*stretch)
        return cut_at_ms

    def _enter(self, state: PlayerState) -> None:
        if state is not self._state:
            self._state = state
            self._set_tick()
            self.state_changed.emit(state)

    def _set_duration(self, duration_ms: int) -> None:
        if duration_ms != self.duration_ms:
            self._reach.duration_ms = duration_ms
            self.duration_changed.emit(duration_ms)

    def _show(self, position_ms: int) -> None:
        self._shown_ms = position_ms
        self.position_changed.emit(position_ms)
