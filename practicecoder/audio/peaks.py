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

    ``levels[0]`` has bins of ``samples_per_bin`` samples; each further level joins four bins to
    their extremes, and the same level of ``means`` to their mean.
    ``sample_count`` is per channel. A recording that is still being read has the peaks of its
    beginning.
    """

    sample_rate: int
    samples_per_bin: int
    sample_count: int
    levels: tuple[Level, ...]
    means: tuple[Level, ...]

    @classmethod
    def of_bins(cls, finest: Level, *, sample_rate: int, sample_count: int) -> Peaks:
        """Build the pyramid over the finest bins."""
        levels, means = [finest], [finest]
        while levels[-1].shape[2] > _SMALLEST_LEVEL:
            levels.append(_joined(levels[-1]))
            means.append(_averaged(means[-1]))
        for level in (*levels, *means):
            level.setflags(write=False)
        return cls(
            sample_rate=sample_rate,
            samples_per_bin=SAMPLES_PER_BIN,
            sample_count=sample_count,
            levels=tuple(levels),
            means=tuple(means),
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
        number, columns = self._columns(start_ms, end_ms, width_px)
        level = self.levels[number]
        if columns.pixels.size:
            lows[columns.pixels] = _extremes(np.minimum, level[0, channel], columns)
            highs[columns.pixels] = _extremes(np.maximum, level[1, channel], columns)
        return lows, highs

    def usual_window(
        self, start_ms: float, end_ms: float, width_px: int, channel: int = 0
    ) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
        """Mean of the finest lows and highs for each pixel column: how loud it usually is there.

        Where a column is as narrow as a bin they are the lows and highs themselves.
        """
        lows = np.zeros(width_px, np.int16)
        highs = np.zeros(width_px, np.int16)
        number, columns = self._columns(start_ms, end_ms, width_px)
        level = self.means[number]
        if columns.pixels.size:
            lows[columns.pixels] = _means(level[0, channel], columns)
            highs[columns.pixels] = _means(level[1, channel], columns)
        return lows, highs

    def _columns(self, start_ms: float, end_ms: float, width_px: int) -> tuple[int, _Columns]:
        """Number of the level to draw from, and its bins for each pixel that shows any."""
        samples_per_px = (end_ms - start_ms) * self.sample_rate / 1000 / max(1, width_px)
        number = self._level_for(samples_per_px)
        bin_samples = self.samples_per_bin * LEVEL_FACTOR**number
        first_sample = start_ms * self.sample_rate / 1000
        edges = (first_sample + samples_per_px * np.arange(width_px + 1)) / bin_samples
        bins = self.levels[number].shape[2]
        first = np.floor(edges[:-1]).astype(np.int64)
        last = np.maximum(np.ceil(edges[1:]).astype(np.int64), first + 1)
        pixels = np.flatnonzero((first < bins) & (last > 0))
        first, last = np.maximum(first[pixels], 0), np.minimum(last[pixels], bins)
        return number, _Columns(pixels=pixels, first=first, last=last)

    def _level_for(self, samples_per_px: float) -> int:
        """Number of the coarsest level with a bin or more a pixel; 0 if none is fine enough."""
        number, width = 0, self.samples_per_bin * LEVEL_FACTOR
        while number + 1 < len(self.levels) and width <= samples_per_px:
            number, width = number + 1, width * LEVEL_FACTOR
        return number


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


def _averaged(level: Level) -> Level:
    bins = level.shape[2]
    whole = bins // LEVEL_FACTOR * LEVEL_FACTOR
    shaped = level[:, :, :whole].reshape(2, level.shape[1], -1, LEVEL_FACTOR)
    means = shaped.mean(axis=3, dtype=np.float32)
    if whole < bins:
        rest = level[:, :, whole:].mean(axis=2, dtype=np.float32)
        means = np.concatenate((means, rest[:, :, np.newaxis]), axis=2)
    return np.asarray(np.rint(means), dtype=np.int16)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Columns:
    """Bins ``first`` to ``last``, exclusive, of each of some pixels, in order."""

    pixels: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


def _extremes(reduce: np.ufunc, values: NDArray[np.int16], columns: _Columns) -> NDArray[np.int16]:
    """Reduce the bins of each column."""
    base, stop = int(columns.first[0]), int(columns.last[-1])
    seen = values[base:stop]
    first, last = columns.first - base, columns.last - base
    pairs = np.column_stack((first, np.minimum(last, seen.size - 1))).ravel()
    reduced: NDArray[np.int16] = reduce.reduceat(seen, pairs)[::2]
    # The very last value is beyond the reach of an exclusive end.
    return np.where(last == seen.size, reduce(reduced, seen[-1]), reduced)


def _means(values: NDArray[np.int16], columns: _Columns) -> NDArray[np.int16]:
    """Mean of the bins of each column."""
    base, stop = int(columns.first[0]), int(columns.last[-1])
    sums = np.concatenate(([0], np.cumsum(values[base:stop], dtype=np.int64)))
    counts = columns.last - columns.first
    means = (sums[columns.last - base] - sums[columns.first - base]) / counts
    return np.asarray(np.rint(means), dtype=np.int16)
