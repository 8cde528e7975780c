"""Turns positions in a sound's bytes into times, and finds which rate fits the printed seconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SAMPLES = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)
_CHANNELS = (1, 2)
_BYTES = (1, 2, 3, 4)

USUAL_RATES = tuple(sorted({s * c * b for s in _SAMPLES for c in _CHANNELS for b in _BYTES}))
"""Bytes a second of usual uncompressed sound."""


@dataclass(frozen=True, slots=True)
class BytePosition:
    """A position in the bytes of a sound, and the whole second that is printed beside it."""

    byte: int
    second: int

    def fits(self, rate: int) -> bool:
        """Whether the position lies in the printed second at so many bytes a second."""
        return self.byte // rate == self.second

    def at_ms(self, rate: int) -> int:
        """Time in milliseconds, half up."""
        return (self.byte * 2_000 + rate) // (2 * rate)


def fitting_rates(positions: Sequence[BytePosition]) -> tuple[int, ...]:
    """Usual rates that give every printed second; none if there are no positions but nought.

    Examples
    --------
    >>> fitting_rates([BytePosition(76_800, 2), BytePosition(2_928_000, 91)])
    (32000,)
    """
    if not any(position.byte for position in positions):
        return ()
    return tuple(rate for rate in USUAL_RATES if all(p.fits(rate) for p in positions))
