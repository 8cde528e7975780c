"""Long silences that are left out while playing.

What is left out was not heard, and counts as that: heard coverage has a gap there and "play next
gap" offers it. The silences come from a detector, which errs; if leaving out counted as hearing,
speech that it missed would be lost without a trace.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from practicecoder.domain.spans import TimeSpan, union

SHORTEST_SKIPPED_MS = 1_000
"""Silences up to this are played: they belong to the rhythm of a conversation."""

LEAD_MS = 300
"""What is played of the end of a silence unless told otherwise, so that no first sound is cut."""


class SilenceSkipping:
    """Tells when playing has come to a silence, and where it goes on.

    A silence is left out when playing comes to its beginning. Into its middle one comes only by
    choosing that place, and then it is played.
    """

    def __init__(self) -> None:
        self.is_on = False
        self.lead_ms = LEAD_MS
        self._silences: tuple[TimeSpan, ...] = ()
        self._before_ms = -1

    def set_silences(self, spans: Sequence[TimeSpan]) -> None:
        """Take the silences of the recording, in any order."""
        self._silences = tuple(
            span for span in union(spans) if span.duration_ms > SHORTEST_SKIPPED_MS
        )

    def place(self, position_ms: int, limits: TimeSpan) -> None:
        """Begin here; a silence at the very start of what can be played is still to come."""
        self._before_ms = position_ms - (position_ms <= limits.start_ms)

    def way_out(self, position_ms: int, limits: TimeSpan) -> int | None:
        """Where to go on if playing has come to a silence since it was last asked; else None."""
        before_ms, self._before_ms = self._before_ms, position_ms
        if not self.is_on:
            return None
        at = bisect_right(self._silences, position_ms, key=lambda silence: silence.start_ms)
        silence = self._silences[at - 1].clipped_to(limits) if at else None
        if silence is None or not before_ms < silence.start_ms <= position_ms:
            return None
        target_ms = silence.end_ms - self.lead_ms
        is_long = silence.duration_ms > SHORTEST_SKIPPED_MS
        return target_ms if is_long and target_ms > position_ms else None
