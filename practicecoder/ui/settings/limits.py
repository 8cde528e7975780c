"""Least and greatest values of preferences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

N = TypeVar("N", int, float)

LOCK_AFTER_MIN = 10
"""Idle minutes after which an encrypted study is locked unless somebody chose otherwise."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Least and greatest value that a preference may have."""

    least: float
    most: float

    def hold(self, value: N) -> N:
        """Nearest value within the limits."""
        return type(value)(min(max(value, self.least), self.most))


LOCK_LIMITS = Limits(0, 120)
"""Idle minutes; at 0 an encrypted study is not locked for idleness."""
