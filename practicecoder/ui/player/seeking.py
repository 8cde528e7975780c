"""A seek that is under way: media libraries seek when they like, and sometimes forget to."""

from __future__ import annotations

from collections.abc import Callable

TOLERANCE_MS = 400
RETRY_AFTER_MS = 300
MOST_TRIES = 8


class Seek:
    """One target and how often it was asked for; ``now`` gives seconds."""

    def __init__(self, target_ms: int, now: Callable[[], float]) -> None:
        self.target_ms = target_ms
        self._now = now
        self._asked_at = now()
        self._tries = 1

    def is_reached_at(self, position_ms: int, speed: float) -> bool:
        """Whether a reported position fits the target and what may have been played since."""
        played_ms = self._age_ms * speed
        return -TOLERANCE_MS <= position_ms - self.target_ms <= TOLERANCE_MS + played_ms

    @property
    def is_overdue(self) -> bool:
        """Whether it is time to look what became of it."""
        return self._age_ms >= RETRY_AFTER_MS

    def asks_again(self) -> bool:
        """Note one more try; False if it was tried often enough."""
        self._tries += 1
        self._asked_at = self._now()
        return self._tries <= MOST_TRIES

    @property
    def _age_ms(self) -> float:
        return (self._now() - self._asked_at) * 1000
