"""Loudness by time and frequency of a short stretch of a recording, as a picture."""

from __future__ import annotations

from concurrent.futures import CancelledError
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from practicecoder.audio.facts import IsCancelled
from practicecoder.audio.messages import ExcerptRead
from practicecoder.audio.sources import Sound
from practicecoder.audio.stretches import decode_excerpt
from practicecoder.domain.spans import TimeSpan

LONGEST_MS = 600_000
"""Longest stretch of which a spectrogram is made: beyond it a picture shows nothing of speech."""

TOP_HZ = 8_000
FLOOR_DB = -100.0
"""Lowest value of a picture; 0 dB is a sine of full scale."""

WINDOW_MS = 32
"""Length of a window: 31 Hz wide bands, which part the harmonics of most voices."""

_COLUMNS_A_PIECE = 256


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spectrogram:
    """A picture of a stretch.

    ``levels`` has the shape (height, width): dB in float32, between ``floor_db`` and about 0, the
    first row on top. The rows reach from ``top_hz`` down to 0 Hz in equal steps, the columns over
    ``span`` in equal steps.
    """

    span: TimeSpan
    levels: NDArray[np.float32]
    top_hz: float
    floor_db: float = FLOOR_DB


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLong:
    """No picture is made of so long a stretch; ``longest_ms`` is the longest there can be."""

    longest_ms: int = LONGEST_MS


def spectrogram(
    recording: Sound,
    span: TimeSpan,
    *,
    width: int,
    height: int,
    cancelled: IsCancelled | None = None,
) -> Spectrogram | TooLong:
    """Decode the stretch alone, in a process of its own, and make a picture of it.

    Parameters
    ----------
    span
        What lies beyond the end of the recording is as quiet as can be.
    width, height
        Columns and rows of the picture.

    Raises
    ------
    RecordingError
        If the file cannot be decoded.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    if span.duration_ms > LONGEST_MS:
        return TooLong()
    excerpt = decode_excerpt(recording, span, most_rate=2 * TOP_HZ, cancelled=cancelled)
    return _picture(excerpt, span, (height, width), cancelled)


def _picture(
    excerpt: ExcerptRead, span: TimeSpan, shape: tuple[int, int], cancelled: IsCancelled | None
) -> Spectrogram:
    samples = np.zeros(round(span.duration_ms * excerpt.sample_rate / 1000), np.int16)
    read = np.frombuffer(excerpt.samples, dtype="<i2")[: samples.size]
    samples[: read.size] = read
    top_hz = min(TOP_HZ, excerpt.sample_rate / 2)
    levels = levels_of(
        samples, excerpt.sample_rate, shape=shape, top_hz=top_hz, cancelled=cancelled
    )
    return Spectrogram(span=span, levels=levels, top_hz=top_hz)


def levels_of(
    samples: NDArray[np.int16],
    sample_rate: int,
    *,
    shape: tuple[int, int],
    top_hz: float = TOP_HZ,
    cancelled: IsCancelled | None = None,
) -> NDArray[np.float32]:
    """Levels of a mono sound in dB, one Hann window in the middle of each column.

    A row shows the loudest of the bands that fall on it, so that a thin line stays to be seen in
    a low picture. Where there are more columns than the sound has windows they overlap.

    Parameters
    ----------
    shape
        Rows and columns.
    top_hz
        Upper edge of the first row.

    Raises
    ------
    concurrent.futures.CancelledError
        If ``cancelled`` said so.

    Examples
    --------
    >>> tone = (16_384 * np.sin(2 * np.pi * 1_000 * np.arange(16_000) / 16_000)).astype(np.int16)
    >>> levels = levels_of(tone, 16_000, shape=(80, 10))
    >>> int(levels[:, 5].argmax()), round(float(levels[:, 5].max()))
    (69, -6)
    """
    height, width = shape
    window = np.hanning(round(sample_rate * WINDOW_MS / 1000)).astype(np.float32)
    half = window.size // 2
    padded = np.pad(samples, (half, window.size)).astype(np.float32) / 32_768
    middles = ((np.arange(width) + 0.5) * samples.size / width).astype(np.int64)
    first_bands, end = _first_bands(window.size, sample_rate, height, top_hz)
    levels = np.empty((height, width), np.float32)
    for first in range(0, width, _COLUMNS_A_PIECE):
        if cancelled is not None and cancelled():
            raise CancelledError
        piece = middles[first : first + _COLUMNS_A_PIECE]
        views = np.lib.stride_tricks.sliding_window_view(padded, window.size)[piece]
        size = np.abs(np.fft.rfft(views * window, axis=1)) * (2 / window.sum())
        # Where two rows share a band, reduceat takes it alone, as is wanted.
        loudest = np.maximum.reduceat(size[:, :end], first_bands, axis=1)
        decibels = 20 * np.log10(np.maximum(loudest, np.finfo(np.float32).tiny))
        decibels = np.maximum(decibels, FLOOR_DB)
        levels[:, first : first + piece.size] = decibels.T[::-1]
    return levels


def _first_bands(
    window: int, sample_rate: int, height: int, top_hz: float
) -> tuple[NDArray[np.int64], int]:
    """Lowest band of each row, the bottom row first, and the end of the top row's bands."""
    bands = window // 2 + 1
    edges = np.rint(np.linspace(0, top_hz, height + 1) * window / sample_rate).astype(np.int64)
    first = np.minimum(edges[:-1], bands - 1)
    return first, min(bands, max(int(edges[-1]), int(first[-1]) + 1))
