"""Where the sound is, or is about to be: a clock between reports, and the seek under way."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from practicecoder.ui.player.clock import PlaybackClock
from practicecoder.ui.player.media import Media
from practicecoder.ui.player.seeking import Seek


class Pursuit(Enum):
    """What has become of a seek."""

    NOTHING_DUE = auto()
    ARRIVED = auto()
    ASKED_AGAIN = auto()
    GIVEN_UP = auto()


class Playhead:
    """Knows the position, and sees to it that seeks arrive. ``now`` gives seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._clock = PlaybackClock(now)
        self._seek: Seek | None = None

    @property
    def sounding_ms(self) -> float:
        """Where the sound is by the clock; after a seek, counted from its target."""
        return self._clock.position_ms

    @property
    def target_ms(self) -> int | None:
        """Target of the seek under way; None without one."""
        return None if self._seek is None else self._seek.target_ms

    @property
    def is_seeking(self) -> bool:
        """Whether a seek is under way."""
        return self._seek is not None

    def run(self) -> None:
        """Sound plays from here."""
        self._clock.run()

    def stop_at(self, position_ms: int) -> None:
        """Sound stands here."""
        self._clock.stop()
        self._clock.set_position(position_ms)

    def set_speed(self, speed: float) -> None:
        """Go on from here at another speed."""
        self._clock.set_speed(speed)

    def wish(self, target_ms: int) -> None:
        """Keep a target until the recording is loaded."""
        self._seek = Seek(target_ms, self._now)

    def take_wish(self) -> int:
        """Target that was kept while loading, which is dropped; 0 without one."""
        target_ms = self.target_ms or 0
        self._seek = None
        return target_ms

    def forget(self) -> None:
        """Drop the seek under way."""
        self._seek = None

    def go_to(self, target_ms: int, media: Media) -> None:
        """Ask the media library for a position."""
        self._seek = Seek(target_ms, self._now)
        self._clock.set_position(target_ms)
        media.seek(target_ms)

    def take_report(self, position_ms: int, speed: float) -> bool:
        """Take a report of the library; False if it is from before the seek under way."""
        if self._seek is not None:
            if not self._seek.is_reached_at(position_ms, speed):
                return False
            self._seek = None
        return True

    def go_on_from(self, position_ms: int) -> None:
        """Set the clock."""
        self._clock.set_position(position_ms)

    def pursue(self, media: Media, speed: float) -> Pursuit:
        """Look what became of a seek, and ask again for one that the library has forgotten."""
        seek = self._seek
        if seek is None or not seek.is_overdue:
            return Pursuit.NOTHING_DUE
        is_reached = seek.is_reached_at(media.position_ms, speed)
        if not is_reached and seek.asks_again():
            self._clock.set_position(seek.target_ms)
            media.seek(seek.target_ms)
            return Pursuit.ASKED_AGAIN
        self._seek = None
        self._clock.set_position(media.position_ms)
        return Pursuit.ARRIVED if is_reached else Pursuit.GIVEN_UP
