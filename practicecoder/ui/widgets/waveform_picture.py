"""The picture of the sound: ruler, ground with segment and loop, waveform, spectrogram."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QStaticText,
    QTransform,
)

from practicecoder.audio.peaks import Peaks
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.ui.colours import Colours
from practicecoder.ui.widgets.inks import legible, mixed
from practicecoder.ui.widgets.spectrogram_picture import paint_spectrogram
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_scene import Rows, Scene
from practicecoder.ui.widgets.tracks import pixels_of
from practicecoder.ui.widgets.waveform_pixels import Wave, WaveCanvas

LABEL_GAP = 48
"""Least room between two times on the ruler."""


class WaveformPicture:
    """Paints the sound of a scene in a set of colours."""

    def __init__(
        self, scene: Scene, scale: TimeScale, rows: Rows, shades: Colours, canvas: WaveCanvas
    ) -> None:
        self._scene = scene
        self._scale = scale
        self._rows = rows
        self._shades = shades
        self._canvas = canvas

    def paint_sound(self, painter: QPainter, ratio: float) -> None:
        """Paint ground, waveform and spectrogram."""
        self._paint_ground(painter)
        self._paint_loop(painter)
        self._paint_wave(painter, ratio)
        if self._scene.spectrogram is not None:
            paint_spectrogram(
                painter, self._scene.spectrogram, self._scale, self._rows.spectrogram, self._shades
            )
        self._paint_segment_edges(painter)
        self._paint_loop_edges(painter)

    # Ground

    def _paint_ground(self, painter: QPainter) -> None:
        sound, shades = self._rows.sound, self._shades
        scale = self._scale
        room = QRectF(scale.left_px, sound.top(), scale.width_px, sound.height())
        painter.fillRect(room, QColor(shades.surface))
        for span in self._scene.outside(scale.duration_ms):
            painter.fillRect(part_of(sound, span, scale), QColor(shades.sunken))
        run_in = self._scene.run_in
        if run_in is not None and not run_in.is_moment:
            hatch = QBrush(QColor(shades.outline), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(part_of(sound, run_in, scale), hatch)

    def _paint_segment_edges(self, painter: QPainter) -> None:
        sound, scale = self._rows.sound, self._scale
        lines = [QLineF(scale.left_px, sound.bottom() - 0.5, sound.right(), sound.bottom() - 0.5)]
        for span in self._scene.outside(scale.duration_ms):
            for at_ms in (span.start_ms, span.end_ms):
                if 0 < at_ms < scale.duration_ms and scale.shows(at_ms):
                    x = round(scale.x_of(at_ms)) + 0.5
                    lines.append(QLineF(x, sound.top(), x, sound.bottom()))
        painter.setPen(QPen(QColor(self._shades.outline), 1))
        painter.drawLines(lines)

    # Waveform

    def _paint_wave(self, painter: QPainter, ratio: float) -> None:
        peaks, wave, scale = self._scene.peaks, self._rows.wave, self._scale
        if peaks is not None:
            height = wave.height() / peaks.channels
            for channel in range(peaks.channels):
                top = wave.top() + channel * height
                lane = QRectF(scale.left_px, top, scale.width_px, height)
                self._paint_channel(painter, peaks, channel, lane, ratio)
                if channel:
                    painter.setPen(QPen(QColor(self._shades.border), 1))
                    painter.drawLine(lane.topLeft(), lane.topRight())
        if self._scene.message:
            self._paint_message(painter)

    def _paint_channel(
        self, painter: QPainter, peaks: Peaks, channel: int, lane: QRectF, ratio: float
    ) -> None:
        """Extremes in a lighter ink, and over them how loud it usually is."""
        width, height = max(1, round(lane.width() * ratio)), max(1, round(lane.height() * ratio))
        end_px = self._column(peaks.duration_ms, width, ratio)
        shades = self._shades
        light = legible(mixed(shades.accent, shades.surface, 0.4), shades.surface)
        faint = legible(shades.outline, shades.sunken)
        wave = Wave(
            peaks=peaks,
            channel=channel,
            full=self._scene.loudest,
            view=(self._scale.start_ms, self._scale.end_ms),
            runs=[
                (range(first, last), (light, shades.accent) if is_coded else (faint, faint))
                for first, last, is_coded in self._runs(end_px, width, ratio)
            ],
        )
        self._canvas.paint(painter, lane.topLeft(), wave, QSize(width, height), ratio=ratio)

    def _column(self, at_ms: float, width: int, ratio: float) -> int:
        x = (self._scale.x_of(at_ms) - self._scale.left_px) * ratio
        return min(width, max(0, round(x)))

    def _runs(self, end_px: int, width: int, ratio: float) -> list[tuple[int, int, bool]]:
        """Columns of the screen in runs, and whether each run is coded."""
        segment = self._scene.segment
        if segment is None:
            return [(0, end_px, True)] if end_px else []
        start, stop = (
            min(self._column(at_ms, width, ratio), end_px)
            for at_ms in (segment.start_ms, segment.end_ms)
        )
        parts = [(0, start, False), (start, stop, True), (stop, end_px, False)]
        return [part for part in parts if part[1] > part[0]]

    def _paint_message(self, painter: QPainter) -> None:
        wave, peaks, scale = self._rows.wave, self._scene.peaks, self._scale
        done_x = float(scale.left_px) if peaks is None else scale.x_of(peaks.duration_ms)
        left = min(max(float(scale.left_px), done_x), scale.left_px + scale.width_px / 2)
        painter.setPen(QColor(self._shades.muted))
        room = QRectF(left, wave.top(), wave.width() - left, wave.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._scene.message)

    # Loop

    def _paint_loop(self, painter: QPainter) -> None:
        if self._scene.loop is not None:
            ground = QColor(self._shades.soft)
            painter.fillRect(part_of(self._rows.sound, self._scene.loop, self._scale), ground)

    def _paint_loop_edges(self, painter: QPainter) -> None:
        """Brackets, so that a loop is not told by its ground alone."""
        if self._scene.loop is None:
            return
        room = part_of(self._rows.sound, self._scene.loop, self._scale, beyond_px=8)
        room.adjust(1, 1, -1, -2)
        painter.setPen(QPen(QColor(legible(self._shades.accent, self._shades.soft)), 2))
        foot = min(6.0, room.width() / 3)
        for x, inward in ((room.left(), foot), (room.right(), -foot)):
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            for y in (room.top(), room.bottom()):
                painter.drawLine(QPointF(x, y), QPointF(x + inward, y))

    # Ruler

    def paint_ruler(self, painter: QPainter) -> None:
        """Paint the times over the sound."""
        ruler, scale = self._rows.ruler, self._scale
        if scale.view_ms <= 0:
            return
        metrics = QFontMetricsF(painter.font())
        step = scale.tick_ms(metrics.horizontalAdvance("0:00:00.0") + LABEL_GAP)
        parts = 5 if step % 5 == 0 else 2
        first = math.ceil(scale.start_ms * parts / step)
        numbers = np.arange(first, math.floor(scale.end_ms * parts / step) + 1)
        xs = pixels_of(numbers * step // parts, scale) + 0.5
        is_major = numbers % parts == 0
        bottom = ruler.bottom()
        tops = np.where(is_major, bottom - 7, bottom - 4).tolist()
        painter.setPen(QPen(QColor(self._shades.outline), 1))
        painter.drawLines(
            [QLineF(x, top, x, bottom) for x, top in zip(xs.tolist(), tops, strict=True)]
        )
        painter.setPen(QColor(self._shades.muted))
        baseline = ruler.top() + (ruler.height() - 7 + metrics.ascent() - metrics.descent()) / 2
        for x, number in zip(xs[is_major].tolist(), numbers[is_major].tolist(), strict=True):
            text = _laid_out(clock(number // parts * step, tenths=step < 1_000), painter.font())
            width = text.size().width()
            left = min(max(x - width / 2, scale.left_px + 2.0), ruler.width() - width - 2)
            painter.drawStaticText(QPointF(round(left), round(baseline - metrics.ascent())), text)


@lru_cache(maxsize=512)
def _laid_out(text: str, font: QFont) -> QStaticText:
    """Time laid out once, as the same times come again with every scroll."""
    laid = QStaticText(text)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.prepare(QTransform(), font)
    return laid


def part_of(row: QRectF, span: TimeSpan, scale: TimeScale, *, beyond_px: float = 0.0) -> QRectF:
    """Part of a row that a span takes up, cut to the picture or so far beyond it."""
    left = max(scale.x_of(span.start_ms), scale.left_px - beyond_px)
    right = min(scale.x_of(span.end_ms), scale.right_px + beyond_px)
    return QRectF(left, row.top(), max(0.0, right - left), row.height())
