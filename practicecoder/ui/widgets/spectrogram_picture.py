"""The spectrogram as colours: quiet near the ground, loud far from it, with its pitches named."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from practicecoder.ui.colours import Colours
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_scene import SpectrogramShown

_SPREAD_DB = 60.0
"""Levels so far below the loudest, and further, are painted as silence."""
_QUIETEST_TOP_DB = -35.0
"""What is quieter is not blown up to the last colour: it would be hiss."""
_FADES_LIGHT = ("#FFFFFF", "#C9DDEF", "#7FA8D1", "#43609F", "#3B2A6B", "#1B0B33")
_FADES_DARK = ("#1E1E1E", "#3A2458", "#7A2E6B", "#C0504D", "#F0954A", "#FDF0B0")
"""From silence to the loudest; lightness goes one way only, so that they read without hue."""
_STEPS_HZ = (250, 500, 1_000, 2_000, 4_000, 8_000)


@lru_cache(maxsize=2)
def spectrogram_image(shown: SpectrogramShown, *, is_dark: bool) -> QImage | None:
    """Colour a spectrogram; None where there is none. The last ones are kept."""
    levels_db = shown.levels_db
    if levels_db is None:
        return None
    height, width = levels_db.shape
    top = max(_QUIETEST_TOP_DB, float(levels_db.max(initial=_QUIETEST_TOP_DB)))
    parts = (levels_db - np.float32(top - _SPREAD_DB)) * np.float32(255 / _SPREAD_DB)
    steps = np.clip(np.nan_to_num(parts), 0, 255).astype(np.uint8)
    pixels = np.take(_fade(is_dark), steps)
    form = QImage.Format.Format_RGB32
    return QImage(pixels.data, width, height, width * 4, form).copy()


def paint_spectrogram(
    painter: QPainter,
    shown: SpectrogramShown,
    scale: TimeScale,
    row: QRectF,
    shades: Colours,
) -> None:
    """Paint the image where its stretch is, and the pitches; or the words in its place."""
    room = QRectF(scale.left_px, row.top(), scale.width_px, row.height())
    painter.save()
    painter.setClipRect(QRectF(0, row.top(), scale.right_px, row.height()))
    image = spectrogram_image(shown, is_dark=shades.is_dark)
    if image is not None and shown.span is not None:
        left, right = scale.x_of(shown.span.start_ms), scale.x_of(shown.span.end_ms)
        painter.save()
        painter.setClipRect(room)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(left, row.top(), right - left, row.height()), image)
        painter.restore()
        _paint_pitches(painter, shown.top_hz, scale, row, shades)
    painter.setPen(QPen(QColor(shades.border), 1))
    painter.drawLine(room.topLeft(), room.topRight())
    if shown.message:
        painter.setPen(QColor(shades.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), shown.message)
    painter.restore()


def _paint_pitches(
    painter: QPainter, top_hz: float, scale: TimeScale, row: QRectF, shades: Colours
) -> None:
    """Name round pitches at the left; in the picture itself where there is no room."""
    metrics = QFontMetricsF(painter.font())
    for hertz in _pitches(top_hz, row.height() / (metrics.height() + 6)):
        y = row.bottom() - hertz / top_hz * row.height()
        if y - metrics.height() / 2 < row.top():
            continue
        text = pitch_text(hertz)
        width = metrics.horizontalAdvance(text)
        left = scale.left_px - width - 7 if scale.left_px else scale.left_px + 7
        if not scale.left_px:
            ground = QRectF(left - 2, y - metrics.height() / 2, width + 4, metrics.height())
            painter.fillRect(ground, QColor(shades.surface))
        painter.setPen(QPen(QColor(shades.outline), 1))
        painter.drawLine(QLineF(scale.left_px - 4, y, scale.left_px + 4, y))
        painter.setPen(QColor(shades.muted))
        box = QRectF(left, y - metrics.height() / 2, width + 1, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)


def pitch_text(hertz: int) -> str:
    """Pitch as people write it.

    Examples
    --------
    >>> pitch_text(500), pitch_text(4_000)
    ('500 Hz', '4 kHz')
    """
    return f"{hertz // 1_000} kHz" if hertz % 1_000 == 0 else f"{hertz} Hz"


def _pitches(top_hz: float, most: float) -> list[int]:
    """Round pitches below the highest, no more than there is room for.

    Examples
    --------
    >>> _pitches(8_000.0, 2.8), _pitches(8_000.0, 1.6), _pitches(8_000.0, 0.9)
    ([4000], [4000], [])
    """
    for step in _STEPS_HZ:
        count = math.ceil(top_hz / step) - 1
        if 0 < count <= most:
            return [step * number for number in range(1, count + 1)]
    return []


@lru_cache(maxsize=2)
def _fade(is_dark: bool) -> NDArray[np.uint32]:
    stops = [QColor(shade) for shade in (_FADES_DARK if is_dark else _FADES_LIGHT)]
    places = np.linspace(0, 255, len(stops))
    pixels = np.full(256, 0xFF, dtype=np.uint32) << 24
    for shift, parts in (
        (16, [stop.red() for stop in stops]),
        (8, [stop.green() for stop in stops]),
        (0, [stop.blue() for stop in stops]),
    ):
        pixels |= np.rint(np.interp(np.arange(256), places, parts)).astype(np.uint32) << shift
    return np.asarray(pixels, dtype=np.uint32)
