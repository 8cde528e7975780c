"""The speed of playing, and a second one to change to and back."""

from __future__ import annotations

SLOWEST, FASTEST = 0.5, 2.0


class Speeds:
    """Two multiples of the recorded speed, each 0.5 to 2.0 in steps of a tenth."""

    def __init__(self) -> None:
        self.current = 1.0
        self._second = 1.5

    @property
    def second(self) -> float:
        """The speed that is changed to."""
        return self._second

    @second.setter
    def second(self, speed: float) -> None:
        self._second = in_tenths(speed)


def in_tenths(speed: float) -> float:
    """Nearest speed that can be played."""
    return min(max(round(speed, 1), SLOWEST), FASTEST)
