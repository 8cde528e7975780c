"""Stretches of a recording in whole milliseconds, and what can be said about several of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """From ``start_ms`` to ``end_ms``, both whole milliseconds, end not before start.

    A moment is a span whose end equals its start.
    """

    start_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        if self.start_ms < 0 or self.end_ms < self.start_ms:
            raise ValueError(f"not a time span: {self.start_ms} to {self.end_ms} ms")

    @property
    def duration_ms(self) -> int:
        """Length in milliseconds; 0 for a moment."""
        return self.end_ms - self.start_ms

    @property
    def is_moment(self) -> bool:
        """Whether the span has no length."""
        return self.start_ms == self.end_ms

    def contains(self, at_ms: int) -> bool:
        """Whether a moment lies in the span, both ends included."""
        return self.start_ms <= at_ms <= self.end_ms

    def clipped_to(self, bounds: TimeSpan) -> TimeSpan | None:
        """Part inside ``bounds``; None if nothing of it lies there."""
        start, end = max(self.start_ms, bounds.start_ms), min(self.end_ms, bounds.end_ms)
        return TimeSpan(start, end) if end >= start else None


def union(spans: Iterable[TimeSpan]) -> tuple[TimeSpan, ...]:
    """Merge spans that overlap or touch, in order of time.

    Examples
    --------
    >>> union([TimeSpan(5, 9), TimeSpan(0, 5), TimeSpan(20, 30)])
    (TimeSpan(start_ms=0, end_ms=9), TimeSpan(start_ms=20, end_ms=30))
    """
    merged: list[TimeSpan] = []
    for span in sorted(spans):
        if merged and span.start_ms <= merged[-1].end_ms:
            merged[-1] = TimeSpan(merged[-1].start_ms, max(merged[-1].end_ms, span.end_ms))
        else:
            merged.append(span)
    return tuple(merged)


def gaps(spans: Iterable[TimeSpan], within: TimeSpan) -> tuple[TimeSpan, ...]:
    """Stretches of ``within`` that no span covers, in order of time.

    Examples
    --------
    >>> gaps([TimeSpan(2, 4)], TimeSpan(0, 10))
    (TimeSpan(start_ms=0, end_ms=2), TimeSpan(start_ms=4, end_ms=10))
    """
    found: list[TimeSpan] = []
    reached = within.start_ms
    for span in union(clip for s in spans if (clip := s.clipped_to(within)) is not None):
        if span.start_ms > reached:
            found.append(TimeSpan(reached, span.start_ms))
        reached = max(reached, span.end_ms)
    if reached < within.end_ms:
        found.append(TimeSpan(reached, within.end_ms))
    return tuple(found)


def covered_share(spans: Iterable[TimeSpan], within: TimeSpan) -> float:
    """Share of ``within`` covered by the spans, 0 to 1; 1 if ``within`` has no length."""
    if within.is_moment:
        return 1.0
    open_ms = sum(gap.duration_ms for gap in gaps(spans, within))
    return 1.0 - open_ms / within.duration_ms


def clock(ms: int, *, tenths: bool = False) -> str:
    """Time in a recording as people write it.

    Examples
    --------
    >>> clock(845_320), clock(845_320, tenths=True), clock(3_725_000)
    ('14:05', '14:05.3', '1:02:05')
    """
    seconds, rest = divmod(max(ms, 0), 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"
    return f"{text}.{rest // 100}" if tenths else text
