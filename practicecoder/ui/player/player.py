"""Plays one recording: seeks that arrive, loops that close, and what was really heard."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.player.availability import missing_library_sentence
from practicecoder.ui.player.clock import PlaybackClock
from practicecoder.ui.player.heard import HeardStretch
from practicecoder.ui.player.media import Media
from practicecoder.ui.player.reach import RUN_IN_MS, Arrival, Reach, long_enough
from practicecoder.ui.player.seeking import Seek

SLOWEST, FASTEST = 0.5, 2.0
_TICK_MS = 30
_LOOP_TICK_MS = 5


class PlayerState(StrEnum):
    """What the player is doing."""

    NO_RECORDING = "no_recording"
    LOADING = "loading"
    PAUSED = "paused"
    PLAYING = "playing"


class Player(QObject):
    """One recording at a time, positions in milliseconds of the recording.

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
        A stretch that was really played, not muted, and its speed; at every pause, seek and end,
        and every five seconds while playing.
    speed_changed(float), loop_changed(TimeSpan | None), output_changed(bool)
        When they have changed, by whatever cause.
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
        self._now = now
        self._clock = PlaybackClock(now)
        self._heard = HeardStretch()
        self._state = PlayerState.NO_RECORDING
        self._wants_to_play = False
        self._reach = Reach()
        self._seek: Seek | None = None
        self._paused_at_ms: int | None = None
        self._shown_ms = 0
        self._speed = 1.0
        self._second_speed = 1.5
        self._volume, self._is_muted = 1.0, False
        self.back_step_ms = 2_000
        self._ticker = QTimer(self)
        self._ticker.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)
        if media is not None:
            media.loaded.connect(self._note_loaded)
            media.moved.connect(self._note_moved)
            media.ended.connect(self._note_ended)
            media.failed.connect(self._note_failed)
            media.output_changed.connect(lambda: self.output_changed.emit(self.has_output))

    # What is known

    @property
    def is_available(self) -> bool:
        """Whether this system can play at all."""
        return self._media is not None

    @property
    def has_output(self) -> bool:
        """Whether there is an audio device; without one the position moves and nothing sounds."""
        return self._media is not None and self._media.has_output

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        return self._state

    @property
    def is_playing(self) -> bool:
        """Whether it plays, or will as soon as the recording is loaded."""
        return self._wants_to_play

    @property
    def duration_ms(self) -> int:
        """Length of the recording; 0 without one."""
        return self._reach.duration_ms

    @property
    def position_ms(self) -> int:
        """Where the sound is, or is about to be."""
        if self._seek is not None and self._state is not PlayerState.PLAYING:
            return self._seek.target_ms
        return self._reach.in_recording(self._clock.position_ms)

    @property
    def speed(self) -> float:
        """Multiple of the recorded speed."""
        return self._speed

    @property
    def second_speed(self) -> float:
        """The speed that :meth:`toggle_second_speed` changes to."""
        return self._second_speed

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
        return self._is_muted

    # Recording

    def load(self, path: Path) -> None:
        """Open a recording; the loop and position of the one before are forgotten.

        Limits that were set since the last :meth:`clear` hold for the new recording.
        """
        self._close()
        if self._media is None:
            self.failed.emit(missing_library_sentence())
            return
        self._enter(PlayerState.LOADING)
        self._media.load(path)

    def clear(self) -> None:
        """Close the recording and forget its limits."""
        self._reach.set_limits(None, 0)
        self._close()

    def set_limits(self, segment: TimeSpan | None, run_in_ms: int = RUN_IN_MS) -> None:
        """Play only a segment and the run-in before it; None: the whole recording."""
        self._reach.set_limits(segment, run_in_ms)
        is_ready = self._state in (PlayerState.PAUSED, PlayerState.PLAYING)
        if is_ready and not self.limits.contains(self.position_ms):
            self._go_to(self.limits.start_ms)

    # Playing

    def play(self) -> None:
        """Play, a little before where it was paused; while loading, as soon as that is done."""
        if self._wants_to_play or self._state is PlayerState.NO_RECORDING:
            return
        self._wants_to_play = True
        if self._state is PlayerState.LOADING:
            self.state_changed.emit(self._state)
        else:
            self._start()

    def pause(self) -> None:
        """Stay here."""
        if not self._wants_to_play:
            return
        self._wants_to_play = False
        if self._state is PlayerState.LOADING:
            self.state_changed.emit(self._state)
            return
        assert self._media is not None
        position_ms = self.position_ms
        self._halt(position_ms)
        self._media.pause()
        self._paused_at_ms = position_ms

    def toggle(self) -> None:
        """Play or pause."""
        if self._wants_to_play:
            self.pause()
        else:
            self.play()

    def seek(self, position_ms: int) -> None:
        """Go to a position within the limits; a loop that does not hold it is ended."""
        if self._state is PlayerState.NO_RECORDING:
            return
        if self.loop is not None and not self.loop.contains(position_ms):
            self.set_loop(None)
        self._go_to(position_ms)

    def skip(self, delta_ms: int) -> None:
        """Go forward, or back if negative; inside a loop never out of it."""
        self.seek(self._reach.in_loop(max(0, self.position_ms + delta_ms)))

    def replay_last(self, back_ms: int = 10_000) -> None:
        """Play the last stretch again."""
        self.skip(-back_ms)
        self.play()

    def set_speed(self, speed: float) -> None:
        """Play at 0.5 to 2.0 times the recorded speed, in steps of a tenth, with pitch kept."""
        speed = min(max(round(speed, 1), SLOWEST), FASTEST)
        if speed == self._speed:
            return
        cut_at_ms = self._tell_heard()
        self._speed = speed
        self._clock.set_speed(speed)
        if self._media is not None:
            self._media.set_speed(speed)
        self._hear_from(cut_at_ms)
        self.speed_changed.emit(speed)

    def set_second_speed(self, speed: float) -> None:
        """Choose the other speed."""
        self._second_speed = min(max(round(speed, 1), SLOWEST), FASTEST)

    def toggle_second_speed(self) -> None:
        """Change to the other speed; this one becomes the other."""
        first = self._speed
        self.set_speed(self._second_speed)
        self._second_speed = first

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

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1."""
        self._set_sound(min(max(volume, 0.0), 1.0), is_muted=self._is_muted)

    def set_muted(self, is_muted: bool) -> None:
        """Turn the sound off or on."""
        self._set_sound(self._volume, is_muted=is_muted)

    # From the media library

    def _note_loaded(self, duration_ms: int) -> None:
        if self._state is not PlayerState.LOADING:
            return
        assert self._media is not None
        self._set_duration(duration_ms)
        self._media.set_speed(self._speed)
        self._media.set_volume(self._volume, muted=self._is_muted)
        wanted_ms = self._seek.target_ms if self._seek is not None else 0
        self._seek = None
        self._enter(PlayerState.PAUSED)
        if wanted_ms or self.limits.start_ms:
            self._go_to(wanted_ms)
        else:
            self._clock.set_position(0)
        if self._wants_to_play:
            self._start()

    def _note_moved(self, position_ms: int) -> None:
        if self._state not in (PlayerState.PAUSED, PlayerState.PLAYING):
            return
        if self._seek is not None:
            if not self._seek.is_reached_at(position_ms, self._speed):
                return
            self._seek = None
        if self._state is PlayerState.PLAYING:
            self._clock.set_position(position_ms)

    def _note_ended(self) -> None:
        if self._state is not PlayerState.PLAYING or self._seek is not None:
            return
        if self.loop is not None:
            self._wrap()
        else:
            self._finish(self.duration_ms)

    def _note_failed(self, sentence: str) -> None:
        if self._state is not PlayerState.NO_RECORDING:
            self.clear()
            self.failed.emit(sentence)

    # Inside

    def _close(self) -> None:
        self._tell_heard()
        self._wants_to_play = False
        self._seek = None
        self._paused_at_ms = None
        self.set_loop(None)
        if self._state is PlayerState.NO_RECORDING:
            return
        assert self._media is not None
        self._enter(PlayerState.NO_RECORDING)
        self._media.clear()
        self._clock.stop()
        self._clock.set_position(0)
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
        self._clock.run()
        self._enter(PlayerState.PLAYING)
        self._hear_from(start_ms)

    def _halt(self, position_ms: int) -> None:
        """Take it that the sound stands at a position."""
        self._tell_heard(position_ms)
        self._clock.stop()
        self._clock.set_position(position_ms)
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
            self._seek = Seek(max(0, position_ms), self._now)
            self._show(self._seek.target_ms)
            return
        assert self._media is not None
        target_ms = self._reach.in_limits(position_ms)
        self._tell_heard()
        self._seek = Seek(target_ms, self._now)
        self._clock.set_position(target_ms)
        self._media.seek(target_ms)
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
                if self._heard.is_due(position_ms):
                    self._hear_from(self._tell_heard())
                if abs(position_ms - self._shown_ms) >= _TICK_MS * self._speed / 2:
                    self._show(position_ms)

    def _look_after_seek(self) -> None:
        """Ask again for a position that the library has not gone to."""
        seek = self._seek
        if seek is None or not seek.is_overdue:
            return
        assert self._media is not None
        is_reached = seek.is_reached_at(self._media.position_ms, self._speed)
        if not is_reached:
            self._heard.forget()  # what sounded meanwhile was not what was shown
        if not is_reached and seek.asks_again():
            self._clock.set_position(seek.target_ms)
            self._media.seek(seek.target_ms)
        else:
            self._seek = None
            self._clock.set_position(self._media.position_ms)
            self._set_tick()
        if not self._heard.is_open:
            self._hear_from(self.position_ms)

    def _set_tick(self) -> None:
        """Tick when something can happen; every 5 ms in a loop, so that it closes in time."""
        if self._state is PlayerState.PLAYING:
            self._ticker.start(_LOOP_TICK_MS if self.loop is not None else _TICK_MS)
        elif self._seek is not None and self._state is PlayerState.PAUSED:
            self._ticker.start(_TICK_MS)
        else:
            self._ticker.stop()

    def _set_sound(self, volume: float, *, is_muted: bool) -> None:
        cut_at_ms = self._tell_heard()
        self._volume, self._is_muted = volume, is_muted
        if self._media is not None:
            self._media.set_volume(volume, muted=is_muted)
        self._hear_from(cut_at_ms)

    def _hear_from(self, position_ms: int) -> None:
        """Begin a stretch, at the very place where the one before was cut: no gaps by rounding."""
        is_audible = not self._is_muted and self._volume > 0
        if self._state is PlayerState.PLAYING and is_audible:
            self._heard.begin(position_ms, self._speed)

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


def make_player(parent: QObject | None = None) -> Player:
    """Make the one player of the window; Qt Multimedia is loaded here and not before."""
    try:
        from practicecoder.ui.player.qt_media import QtMedia
    except ImportError:
        return Player(None, parent)
    media = QtMedia()
    if not media.is_available:
        media.deleteLater()
        return Player(None, parent)
    player = Player(media, parent)
    media.setParent(player)
    return player
