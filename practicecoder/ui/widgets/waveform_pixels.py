"""The waveform itself as pixels: extremes, and over them how loud it usually is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

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


def loudest(peaks: Peaks) -> int:
    """Height that fills a lane: nearly the loudest of the recording, so that one bang is cut."""
    coarsest = peaks.levels[-1].astype(np.int32)
    heights = np.maximum(coarsest[1], -coarsest[0])
    if not heights.size:
        return _QUIETEST
    return max(_QUIETEST, int(np.percentile(heights, 98) * _HEADROOM))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wave:
    """What of one channel is drawn: ``full`` is the height of sound that fills the picture.

    ``view`` is the stretch that is shown, in milliseconds. ``runs`` are the columns to draw, from
    left to right, and their inks; others stay empty.
    """

    peaks: Peaks
    channel: int
    full: int
    view: tuple[float, float]
    runs: Sequence[tuple[range, Inks]]


class WaveCanvas:
    """Draws waves into arrays that it keeps, which is faster than to ask for new ones."""

    def __init__(self) -> None:
        self._make(1, 1)

    def paint(
        self, painter: QPainter, at: QPointF, wave: Wave, size: QSize, *, ratio: float
    ) -> None:
        """Draw a wave over what is there.

        ``size`` is in the screen's own pixels, ``ratio`` to a unit.
        """
        width, height = size.width(), size.height()
        if self._pixels.shape != (height, width):
            self._make(height, width)
        rows = self._cover(self._both, *_smooth(wave.peaks.window, wave, width), wave.full)
        usual = self._cover(self._usual, *_smooth(wave.peaks.usual_window, wave, width), wave.full)
        both, pixels = self._both[rows], self._pixels[rows]
        both *= np.uint8(_PARTS + 1)
        self._both[usual] += self._usual[usual]
        reached = 0
        for columns, inks in wave.runs:
            pixels[:, reached : columns.start] = 0
            if len(columns) == width:
                np.take(_shades(*inks), both, out=pixels, mode="clip")
            else:
                part = slice(columns.start, columns.stop)
                pixels[:, part] = np.take(_shades(*inks), both[:, part], mode="clip")
            reached = columns.stop
        pixels[:, reached:] = 0
        form = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(pixels.data, width, pixels.shape[0], width * 4, form)
        image.setDevicePixelRatio(ratio)
        painter.drawImage(at + QPointF(0, rows.start / ratio), image)

    def _make(self, height: int, width: int) -> None:
        self._pixels = np.empty((height, width), dtype=np.uint32)
        self._both = np.empty((height, width), dtype=np.uint8)
        self._usual = np.empty((height, width), dtype=np.uint8)
        self._inside = np.empty((height, width), dtype=np.bool_)
        self._above = np.empty((height, width), dtype=np.bool_)
        self._columns = np.arange(width)
        kind = np.uint8 if height <= np.iinfo(np.uint8).max else np.int32
        self._numbers = np.arange(height, dtype=kind)[:, np.newaxis]

    def _cover(
        self,
        cover: NDArray[np.uint8],
        lows: NDArray[np.int16],
        highs: NDArray[np.int16],
        full: int,
    ) -> slice:
        """Reckon how much of each pixel the wave covers, 0 to 15, and in which rows it does.

        Whole pixels are told by comparing small numbers, which is many times as fast as to reckon
        each; only those at the two edges of a column are reckoned, in parts, so that edges are
        smooth. What lies beside the rows is left as it was.
        """
        height = cover.shape[0]
        middle = np.float32(height / 2 * _PARTS)
        scale = np.float32(middle / full)
        tops = np.clip(middle - highs * scale, 0, height * _PARTS - 1).astype(np.int32)
        bottoms = np.clip(middle - lows * scale, 1, height * _PARTS).astype(np.int32)
        thin = np.maximum(0, _PARTS - (bottoms - tops)) // 2
        tops = np.maximum(tops - thin, 0)
        bottoms = np.minimum(bottoms + thin, height * _PARTS)
        first, last = tops // _PARTS, (bottoms - 1) // _PARTS
        rows = slice(int(first.min()), int(last.max()) + 1)
        numbers, kind = self._numbers[rows], self._numbers.dtype
        inside, above = self._inside[rows], self._above[rows]
        np.greater(numbers, first.astype(kind), out=inside)
        np.less(numbers, last.astype(kind), out=above)
        np.logical_and(inside, above, out=inside)
        np.multiply(inside.view(np.uint8), np.uint8(_PARTS), out=cover[rows])
        ends = np.minimum(bottoms, (first + 1) * _PARTS)
        cover[last, self._columns] = bottoms - last * _PARTS
        cover[first, self._columns] = ends - tops
        return rows


def _smooth(
    window: _Window, wave: Wave, width: int
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Lows and highs for each column; where bins are wider than columns, lines between them."""
    peaks, view, channel = wave.peaks, wave.view, wave.channel
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
