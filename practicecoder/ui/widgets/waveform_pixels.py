"""The waveform itself as pixels: extremes, and over them how loud it usually is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from practicecoder.audio.peaks import Peaks

Inks: TypeAlias = tuple[str, str]
"""Colour of the extremes, and of what lies over them."""

_PARTS = 15
"""Parts of a pixel that are told apart at the edge of the wave."""

_HEADROOM = 1.08
_QUIETEST = 1_600
"""Sound quieter than this is not blown up to the full height: it would be hiss."""

_Window: TypeAlias = Callable[
    [float, float, int, int], tuple[NDArray[np.int16], NDArray[np.int16]]
]


def wave_image(
    peaks: Peaks,
    channel: int,
    view: tuple[float, float],
    size: QSize,
    runs: Sequence[tuple[range, Inks]],
) -> QImage:
    """Draw one channel on a transparent ground.

    Parameters
    ----------
    view
        Stretch that is shown, in milliseconds.
    runs
        Columns to draw, from left to right, and their inks; others stay empty.
    """
    width, height, full = size.width(), size.height(), _loudest(peaks)
    extremes = _coverage(*_smooth(peaks.window, peaks, view, width, channel), height, full)
    usual = _coverage(*_smooth(peaks.usual_window, peaks, view, width, channel), height, full)
    both = extremes * np.uint8(_PARTS + 1) + usual
    pixels = np.zeros((height, width), dtype=np.uint32)
    for columns, inks in runs:
        part = slice(columns.start, columns.stop)
        pixels[:, part] = _shades(*inks)[both[:, part]]
    image_format = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, width, height, width * 4, image_format).copy()


def _loudest(peaks: Peaks) -> int:
    """Height that fills a lane: nearly the loudest of the recording, so that one bang is cut."""
    coarsest = peaks.levels[-1].astype(np.int32)
    heights = np.maximum(coarsest[1], -coarsest[0])
    return max(_QUIETEST, int(np.percentile(heights, 98) * _HEADROOM))


def _coverage(
    lows: NDArray[np.int16], highs: NDArray[np.int16], height: int, full: int
) -> NDArray[np.uint8]:
    """How much of each pixel the wave covers, 0 to 15, of shape (height, columns).

    Reckoned in parts of a pixel, so that edges are smooth, and in small whole numbers, which is
    several times as fast as with fractions.
    """
    middle = height / 2 * _PARTS
    tops = np.clip(middle - highs * (middle / full), 0, height * _PARTS).astype(np.int16)
    bottoms = np.clip(middle - lows * (middle / full), 0, height * _PARTS).astype(np.int16)
    thin = np.maximum(0, _PARTS - (bottoms - tops)) // 2
    tops, bottoms = tops - thin, bottoms + thin
    rows = np.arange(0, height * _PARTS, _PARTS, dtype=np.int16)[:, np.newaxis]
    cover = np.minimum(bottoms, rows + np.int16(_PARTS))
    cover -= np.maximum(tops, rows)
    np.clip(cover, 0, _PARTS, out=cover)
    return np.asarray(cover, dtype=np.uint8)


def _smooth(
    window: _Window, peaks: Peaks, view: tuple[float, float], width: int, channel: int
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Lows and highs for each column; where bins are wider than columns, lines between them."""
    bins = (view[1] - view[0]) / 1000 * peaks.sample_rate / peaks.samples_per_bin
    if bins >= width:
        return window(view[0], view[1], width, channel)
    count = max(2, round(bins))
    centres = (np.arange(count) + 0.5) * (width / count)
    columns = np.arange(width) + 0.5
    lows, highs = (
        np.interp(columns, centres, part).astype(np.int16)
        for part in window(view[0], view[1], count, channel)
    )
    return lows, highs


@lru_cache(maxsize=16)
def _shades(back: str, front: str) -> NDArray[np.uint32]:
    """Pixels for each pair of coverages: ``back`` in sixteenths, ``front`` over it in units."""
    pair = np.arange((_PARTS + 1) ** 2)
    over = pair % (_PARTS + 1) / _PARTS
    under = pair // (_PARTS + 1) / _PARTS * (1 - over)
    pixels = np.rint((over + under) * 255).astype(np.uint32) << 24
    first, second = QColor(back), QColor(front)
    for shift, one, other in (
        (16, first.red(), second.red()),
        (8, first.green(), second.green()),
        (0, first.blue(), second.blue()),
    ):
        pixels |= np.rint(under * one + over * other).astype(np.uint32) << shift
    return np.asarray(pixels, dtype=np.uint32)
