"""Least and greatest values of preferences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True)
class Limits:
    """Least and greatest value that a preference may have."""

    least: float
    most: float

    def hold(self, value: N) -> N:
        """Nearest value within the limits."""
        return type(value)(min(max(value, self.least), self.most))
