"""Minima and maxima of short stretches of sound: what a waveform is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

SAMPLES_PER_BIN = 256
LEVEL_FACTOR = 4
_SMALLEST_LEVEL = 512

Level: TypeAlias = NDArray[np.int16]
"""Array of shape (2, channels, bins), int16: lows, then highs."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Peaks:
    """A pyramid of minima and maxima.

    ``levels[0]`` has bins of ``samples_per_bin`` samples; each further level joins four bins.
    ``sample_count`` is per channel. A recording that is still being read has the peaks of its
    beginning.
    """

    sample_rate: int
    samples_per_bin: int
    sample_count: int
    levels: tuple[Level, ...]

    @classmethod
    def of_bins(cls, finest: Level, *, sample_rate: int, sample_count: int) -> Peaks:
        """Build the pyramid over the finest bins."""
        levels = [finest]
        while levels[-1].shape[2] > _SMALLEST_LEVEL:
            levels.append(_joined(levels[-1]))
        for level in levels:
            level.setflags(write=False)
        return cls(
            sample_rate=sample_rate,
            samples_per_bin=SAMPLES_PER_BIN,
            sample_count=sample_count,
            levels=tuple(levels),
        )

    @property
    def channels(self) -> int:
        """Number of channels, 1 or 2."""
        return int(self.levels[0].shape[1])

    @property
    def duration_ms(self) -> int:
        """Length of the sound that the peaks cover."""
        return round(self.sample_count * 1000 / self.sample_rate)

    def window(
        self, start_ms: float, end_ms: float, width_px: int, channel: int = 0
    ) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
        """Lows and highs for each pixel column of a picture.

        Parameters
        ----------
        start_ms, end_ms
            Stretch that the picture shows; it may reach beyond the sound, which gives zeros.
        width_px
            Number of columns.
        """
        lows = np.zeros(width_px, np.int16)
        highs = np.zeros(width_px, np.int16)
        samples_per_px = (end_ms - start_ms) * self.sample_rate / 1000 / max(1, width_px)
        level, bin_samples = self._level_for(samples_per_px)
        first_sample = start_ms * self.sample_rate / 1000
        edges = (first_sample + samples_per_px * np.arange(width_px + 1)) / bin_samples
        bins = level.shape[2]
        first = np.floor(edges[:-1]).astype(np.int64)
        last = np.maximum(np.ceil(edges[1:]).astype(np.int64), first + 1)
        inside = np.flatnonzero((first < bins) & (last > 0))
        if inside.size == 0:
            return lows, highs
        first, last = np.maximum(first[inside], 0), np.minimum(last[inside], bins)
        base, stop = int(first[0]), int(last[-1])
        lows[inside] = _reduced(
            np.minimum, level[0, channel, base:stop], first - base, last - base
        )
        highs[inside] = _reduced(
            np.maximum, level[1, channel, base:stop], first - base, last - base
        )
        return lows, highs

    def _level_for(self, samples_per_px: float) -> tuple[Level, int]:
        """Coarsest level with at least one bin a pixel; the finest if none is fine enough."""
        chosen, bin_samples = self.levels[0], self.samples_per_bin
        width = self.samples_per_bin
        for level in self.levels[1:]:
            width *= LEVEL_FACTOR
            if width > samples_per_px:
                break
            chosen, bin_samples = level, width
        return chosen, bin_samples


def bins_of(block: NDArray[np.int16]) -> Level:
    """Finest bins of a block of samples of shape (channels, samples); the last may be short."""
    channels, samples = block.shape
    whole = samples // SAMPLES_PER_BIN
    shaped = block[:, : whole * SAMPLES_PER_BIN].reshape(channels, whole, SAMPLES_PER_BIN)
    bins = np.stack((shaped.min(axis=2), shaped.max(axis=2)))
    rest = block[:, whole * SAMPLES_PER_BIN :]
    if rest.shape[1]:
        ends = np.stack((rest.min(axis=1), rest.max(axis=1)))[:, :, np.newaxis]
        bins = np.concatenate((bins, ends), axis=2)
    return bins


def _joined(level: Level) -> Level:
    bins = level.shape[2]
    whole = bins // LEVEL_FACTOR * LEVEL_FACTOR
    shaped = level[:, :, :whole].reshape(2, level.shape[1], -1, LEVEL_FACTOR)
    joined = np.stack((shaped[0].min(axis=2), shaped[1].max(axis=2)))
    if whole < bins:
        rest = level[:, :, whole:]
        ends = np.stack((rest[0].min(axis=1), rest[1].max(axis=1)))[:, :, np.newaxis]
        joined = np.concatenate((joined, ends), axis=2)
    return joined


def _reduced(
    reduce: np.ufunc,
    values: NDArray[np.int16],
    first: NDArray[np.int64],
    last: NDArray[np.int64],
) -> NDArray[np.int16]:
    """Reduce each stretch ``first`` to ``last``, exclusive, of the values."""
    ends = np.minimum(last, values.size - 1)
    pairs = np.column_stack((first, ends)).ravel()
    reduced: NDArray[np.int16] = reduce.reduceat(values, pairs)[::2]
    # The very last value is beyond the reach of an exclusive end.
    return np.where(last == values.size, reduce(reduced, values[-1]), reduced)
