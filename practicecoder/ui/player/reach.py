"""Which part of a recording can be played, and where playing begins, turns round and ends."""

from __future__ import annotations

from enum import Enum, auto

from practicecoder.domain.spans import TimeSpan

RUN_IN_MS = 4_000
"""What is played before a segment, so that its first words can be understood; not coded."""

SHORTEST_LOOP_MS = 200
_AT_END_MS = 60


class Arrival(Enum):
    """What the sound has come to."""

    NOWHERE = auto()
    LOOP_END = auto()
    LIMITS_END = auto()


class Reach:
    """Length of the recording, limits and loop."""

    def __init__(self) -> None:
        self.duration_ms = 0
        self.loop: TimeSpan | None = None
        self._limits: TimeSpan | None = None

    @property
    def limits(self) -> TimeSpan:
        """Segment with its run-in, or the whole recording."""
        whole = TimeSpan(0, self.duration_ms)
        return (self._limits.clipped_to(whole) if self._limits else None) or whole

    def set_limits(self, segment: TimeSpan | None, run_in_ms: int) -> None:
        """Keep to a segment and the run-in before it; None: to nothing."""
        self._limits = None
        if segment is not None:
            self._limits = TimeSpan(max(0, segment.start_ms - run_in_ms), segment.end_ms)

    def in_recording(self, position_ms: float) -> int:
        """Nearest position of the recording."""
        return min(max(0, round(position_ms)), self.duration_ms)

    def in_limits(self, position_ms: int) -> int:
        """Nearest position within the limits."""
        return min(max(position_ms, self.limits.start_ms), self.limits.end_ms)

    def in_loop(self, position_ms: int) -> int:
        """Nearest position within the loop, if there is one."""
        if self.loop is None:
            return position_ms
        return min(max(position_ms, self.loop.start_ms), self._loop_end_ms(self.loop))

    def start_from(self, position_ms: int, *, paused_at_ms: int | None, back_step_ms: int) -> int:
        """Where to begin: in the loop, anew after the end, or a little before the last pause."""
        if self.loop is not None:
            is_inside = self.loop.start_ms <= position_ms < self._loop_end_ms(self.loop)
            return position_ms if is_inside else self.loop.start_ms
        if position_ms >= self.limits.end_ms - _AT_END_MS:
            return self.limits.start_ms
        if paused_at_ms is not None:
            return self.in_limits(paused_at_ms - back_step_ms)
        return position_ms

    def arrival(self, position_ms: int) -> Arrival:
        """What has been reached; the end of the recording itself is told by the media library."""
        if self.loop is not None and position_ms >= self._loop_end_ms(self.loop):
            return Arrival.LOOP_END
        if self.limits.end_ms < self.duration_ms and position_ms >= self.limits.end_ms:
            return Arrival.LIMITS_END
        return Arrival.NOWHERE

    def _loop_end_ms(self, loop: TimeSpan) -> int:
        """End of the loop, which may have been drawn beyond the limits."""
        return max(min(loop.end_ms, self.limits.end_ms), loop.start_ms + 1)


def long_enough(span: TimeSpan) -> TimeSpan:
    """Make a loop at least as long as can be told from a stutter."""
    if span.duration_ms >= SHORTEST_LOOP_MS:
        return span
    return TimeSpan(span.start_ms, span.start_ms + SHORTEST_LOOP_MS)
