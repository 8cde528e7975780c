"""The commands of the player: what the window asks for, and what it may know."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.player.availability import missing_library_sentence
from practicecoder.ui.player.media import Media
from practicecoder.ui.player.playback import Playback
from practicecoder.ui.player.reach import RUN_IN_MS
from practicecoder.ui.player.sounding import note_player
from practicecoder.ui.player.speeds import in_tenths
from practicecoder.ui.player.state import PlayerState

if TYPE_CHECKING:
    from practicecoder.vault.sound_file import SoundFile


class Player(Playback):
    """One recording at a time, positions in milliseconds of the recording.

    Its signals are those of :class:`Playback`.
    """

    def __init__(
        self,
        media: Media | None,
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(media, parent, now=now)
        note_player(self)

    # What is known

    @property
    def is_available(self) -> bool:
        """Whether this system can play at all."""
        return self._media is not None

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        return self._state

    @property
    def is_playing(self) -> bool:
        """Whether it plays, or will as soon as the recording is loaded."""
        return self._wants_to_play

    @property
    def second_speed(self) -> float:
        """The speed that :meth:`toggle_second_speed` changes to."""
        return self._speeds.second

    @property
    def skip_silence(self) -> bool:
        """Whether long silences are left out while playing; what is left out was not heard.

        It rests while looping: whoever loops a stretch wants all of it.
        """
        return self._silence.is_on

    @skip_silence.setter
    def skip_silence(self, is_on: bool) -> None:
        self._silence.is_on = is_on

    @property
    def silence_lead_ms(self) -> int:
        """What is played of the end of a silence that is left out."""
        return self._silence.lead_ms

    @silence_lead_ms.setter
    def silence_lead_ms(self, lead_ms: int) -> None:
        self._silence.lead_ms = lead_ms

    # Recording

    def load(self, sound: SoundFile) -> None:
        """Open a recording; the loop and position of the one before are forgotten.

        Limits that were set since the last :meth:`clear` hold for the new recording.
        """
        self._close()
        if self._media is None:
            self.failed.emit(missing_library_sentence())
            return
        self._enter(PlayerState.LOADING)
        self._media.load(sound)

    def set_limits(self, segment: TimeSpan | None, run_in_ms: int = RUN_IN_MS) -> None:
        """Play only a segment and the run-in before it; None: the whole recording."""
        self._reach.set_limits(segment, run_in_ms)
        if self._state.is_ready and not self.limits.contains(self.position_ms):
            self._go_to(self.limits.start_ms)

    def set_silences(self, spans: Sequence[TimeSpan]) -> None:
        """Take the silences of the recording; they are forgotten when it is closed."""
        self._silence.set_silences(spans)

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
        speed = in_tenths(speed)
        if speed == self.speed:
            return
        cut_at_ms = self._tell_heard()
        self._speeds.current = speed
        self._playhead.set_speed(speed)
        if self._media is not None:
            self._media.set_speed(speed)
        self._hear_from(cut_at_ms)
        self.speed_changed.emit(speed)

    def set_second_speed(self, speed: float) -> None:
        """Choose the other speed."""
        self._speeds.second = speed

    def toggle_second_speed(self) -> None:
        """Change to the other speed; this one becomes the other."""
        first = self.speed
        self.set_speed(self.second_speed)
        self._speeds.second = first

    def set_volume(self, volume: float) -> None:
        """Set the loudness, 0 to 1."""
        self._set_sound(min(max(volume, 0.0), 1.0), is_muted=self.is_muted)

    def set_muted(self, is_muted: bool) -> None:
        """Turn the sound off or on."""
        self._set_sound(self._heard.volume, is_muted=is_muted)
