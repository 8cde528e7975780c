"""Which stretch has really been played since it was last told."""

from __future__ import annotations

from practicecoder.domain.spans import TimeSpan

TELL_EVERY_MS = 5_000
"""Most wall-clock time between two reports, so that a crash loses no more."""


class HeardStretch:
    """The stretch that is being heard, from where the sound began to where it is.

    It is cut at every pause, seek, skipped silence, change of speed or mute, so each has one
    speed and nothing in it was left out. ``volume`` is 0 to 1.
    """

    def __init__(self) -> None:
        self._start_ms: int | None = None
        self._speed = 1.0
        self.volume = 1.0
        self.is_muted = False

    @property
    def is_open(self) -> bool:
        """Whether sound is being heard."""
        return self._start_ms is not None

    @property
    def is_audible(self) -> bool:
        """Whether what is played can be heard."""
        return not self.is_muted and self.volume > 0

    def begin(self, position_ms: int, speed: float) -> None:
        """Sound is played from here; it counts if it can be heard."""
        if self.is_audible:
            self._start_ms = position_ms
            self._speed = speed

    def forget(self) -> None:
        """Drop the open stretch: it was not heard after all."""
        self._start_ms = None

    def is_due(self, position_ms: int) -> bool:
        """Whether the open stretch is long enough to be told."""
        return self._start_ms is not None and (
            (position_ms - self._start_ms) / self._speed >= TELL_EVERY_MS
        )

    def cut(self, position_ms: int) -> tuple[TimeSpan, float] | None:
        """End the stretch here; the stretch and its speed, or None if nothing was heard."""
        start_ms, self._start_ms = self._start_ms, None
        if start_ms is None or position_ms <= start_ms:
            return None
        return TimeSpan(start_ms, position_ms), self._speed
