"""Where the sound is between two reports of the media library."""

from __future__ import annotations

from collections.abc import Callable

_RUNS_ALONE_MS = 600
"""Longest time on from the last report: after that the sound is taken to have stalled."""


class PlaybackClock:
    """Interpolates the position: last report plus time passed since, times the speed.

    ``now`` gives seconds and only ever rises.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._base_ms = 0.0
        self._based_at = now()
        self._speed = 1.0
        self._runs = False

    @property
    def position_ms(self) -> float:
        """Where the sound is."""
        if not self._runs:
            return self._base_ms
        passed_ms = min((self._now() - self._based_at) * 1000, _RUNS_ALONE_MS)
        return self._base_ms + passed_ms * self._speed

    def set_position(self, position_ms: float) -> None:
        """Take a report, or a target."""
        self._base_ms = position_ms
        self._based_at = self._now()

    def set_speed(self, speed: float) -> None:
        """Go on from here at another speed."""
        self.set_position(self.position_ms)
        self._speed = speed

    def run(self) -> None:
        """Sound plays from here."""
        self.set_position(self.position_ms)
        self._runs = True

    def stop(self) -> None:
        """Sound stands here."""
        self.set_position(self.position_ms)
        self._runs = False
