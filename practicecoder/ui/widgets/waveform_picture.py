"""The picture of a recording: ruler, waveform, what was heard, and where the evidence is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPainter,
    QPen,
    QPolygonF,
)

from practicecoder.audio.peaks import Peaks
from practicecoder.domain.coding import Evidence, Polarity
from practicecoder.domain.spans import TimeSpan, clock, union
from practicecoder.ui.colours import Colours, contrast
from practicecoder.ui.player import RUN_IN_MS
from practicecoder.ui.widgets.time_scale import TimeScale

MARK_PX = 12
LEAST_CONTRAST = 3.0
"""Of marks against their ground (WCAG 2.2, 1.4.11)."""

_Window: TypeAlias = Callable[
    [float, float, int, int], tuple[NDArray[np.int16], NDArray[np.int16]]
]
_LANE_GAP = 4
_HEARD_PX = 10
_EVIDENCE_PX = 26
_HEADROOM = 1.08
_QUIETEST = 1_600
"""Sound quieter than this is not blown up to the full height: it would be hiss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is to be seen. ``peaks`` None: not made yet. ``message`` stands where they will be."""

    peaks: Peaks | None = None
    segment: TimeSpan | None = None
    loop: TimeSpan | None = None
    heard: tuple[TimeSpan, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    selected: str | None = None
    message: str = ""

    @property
    def run_in(self) -> TimeSpan | None:
        """Stretch that is played before the segment and not coded."""
        if self.segment is None:
            return None
        return TimeSpan(max(0, self.segment.start_ms - RUN_IN_MS), self.segment.start_ms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Where the rows of the picture are."""

    ruler: QRectF
    wave: QRectF
    heard: QRectF
    evidence: QRectF

    @classmethod
    def of(cls, size: QSizeF, metrics: QFontMetricsF) -> Rows:
        """Divide a size into rows; the waveform takes what the others leave."""
        width = size.width()
        ruler = QRectF(0, 0, width, metrics.height() + 8)
        evidence = QRectF(0, size.height() - _EVIDENCE_PX, width, _EVIDENCE_PX)
        heard = QRectF(0, evidence.top() - _HEARD_PX - _LANE_GAP, width, _HEARD_PX)
        wave_height = max(1.0, heard.top() - _LANE_GAP - ruler.bottom())
        wave = QRectF(0, ruler.bottom(), width, wave_height)
        return cls(ruler=ruler, wave=wave, heard=heard, evidence=evidence)


def least_height(metrics: QFontMetricsF, wave_px: int) -> int:
    """Height at which the waveform itself is ``wave_px`` high."""
    return round(metrics.height() + 8 + wave_px + _LANE_GAP + _HEARD_PX + _LANE_GAP + _EVIDENCE_PX)


def legible(shade: str, ground: str) -> str:
    """Bring a colour away from its ground until a mark in it can be told from it."""
    pole = "#000000" if contrast(ground, "#000000") > contrast(ground, "#FFFFFF") else "#FFFFFF"
    for tenths in range(11):
        mixed = _mixed(shade, pole, tenths / 10)
        if contrast(mixed, ground) >= LEAST_CONTRAST:
            return mixed
    return pole


def mark_colours(shades: Colours) -> Mapping[Polarity, str]:
    """Colour of each shape on the evidence lane; the shape says the same."""
    return {
        Polarity.STRENGTH: legible(shades.series[1], shades.window),
        Polarity.TO_BUILD: legible(shades.series[2], shades.window),
        Polarity.NEUTRAL: legible(shades.muted, shades.window),
    }


class WaveformPicture:
    """Paints a scene in a set of colours."""

    def __init__(self, scene: Scene, scale: TimeScale, rows: Rows, shades: Colours) -> None:
        self._scene = scene
        self._scale = scale
        self._rows = rows
        self._shades = shades

    def paint(self, painter: QPainter, device: QPaintDevice) -> None:
        """Paint everything that stands still while the sound moves."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_loop(painter)
        self._paint_wave(painter, device.devicePixelRatioF())
        self._paint_segment_edges(painter)
        self._paint_loop_edges(painter)
        self._paint_ruler(painter)
        self._paint_heard(painter)
        self._paint_evidence(painter)

    # Ground

    def _paint_ground(self, painter: QPainter) -> None:
        rows, shades = self._rows, self._shades
        painter.fillRect(rows.wave, QColor(shades.surface))
        for span in self._outside():
            painter.fillRect(self._rect(span, rows.wave), QColor(shades.sunken))
        run_in = self._scene.run_in
        if run_in is not None and not run_in.is_moment:
            hatch = QBrush(QColor(shades.outline), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(self._rect(run_in, rows.wave), hatch)

    def _outside(self) -> tuple[TimeSpan, ...]:
        """Stretches that are not coded."""
        segment, end_ms = self._scene.segment, self._scale.duration_ms
        if segment is None:
            return ()
        outside = [TimeSpan(0, segment.start_ms)]
        if segment.end_ms < end_ms:
            outside.append(TimeSpan(segment.end_ms, end_ms))
        return tuple(span for span in outside if not span.is_moment)

    def _paint_segment_edges(self, painter: QPainter) -> None:
        pen = QPen(QColor(self._shades.outline), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        wave = self._rows.wave
        for span in self._outside():
            for at_ms in (span.start_ms, span.end_ms):
                if 0 < at_ms < self._scale.duration_ms:
                    x = round(self._scale.x_of(at_ms)) + 0.5
                    painter.drawLine(QPointF(x, wave.top()), QPointF(x, wave.bottom()))
        painter.drawLine(
            QPointF(wave.left(), wave.bottom() - 0.5), QPointF(wave.right(), wave.bottom() - 0.5)
        )

    # Waveform

    def _paint_wave(self, painter: QPainter, ratio: float) -> None:
        peaks, wave = self._scene.peaks, self._rows.wave
        if peaks is not None:
            lane_height = wave.height() / peaks.channels
            for channel in range(peaks.channels):
                lane = QRectF(0, wave.top() + channel * lane_height, wave.width(), lane_height)
                painter.drawImage(lane.topLeft(), self._lane_image(peaks, channel, lane, ratio))
                if channel:
                    painter.setPen(QPen(QColor(self._shades.border), 1))
                    painter.drawLine(lane.topLeft(), lane.topRight())
        if self._scene.message:
            self._paint_message(painter)

    def _lane_image(self, peaks: Peaks, channel: int, lane: QRectF, ratio: float) -> QImage:
        """Extremes in a lighter ink, and over them how loud it usually is."""
        width, height = max(1, round(lane.width() * ratio)), max(1, round(lane.height() * ratio))
        view = (self._scale.start_ms, self._scale.end_ms)
        full = _loudest(peaks)
        extremes = _coverage(*_smooth(peaks.window, peaks, view, width, channel), height, full)
        usual = _coverage(*_smooth(peaks.usual_window, peaks, view, width, channel), height, full)
        at_ms = view[0] + (np.arange(width) + 0.5) / width * (view[1] - view[0])
        is_there = at_ms < peaks.duration_ms
        extremes *= is_there
        usual *= is_there
        outside = np.zeros(width, dtype=bool)
        for span in self._outside():
            outside |= (at_ms >= span.start_ms) & (at_ms < span.end_ms)
        shades = self._shades
        light = legible(_mixed(shades.accent, shades.surface, 0.4), shades.surface)
        faint = _bgr(legible(shades.outline, shades.sunken))
        image = _inked(
            extremes,
            usual,
            np.where(outside[:, np.newaxis], faint, _bgr(light)),
            np.where(outside[:, np.newaxis], faint, _bgr(shades.accent)),
        )
        image.setDevicePixelRatio(ratio)
        return image

    def _paint_message(self, painter: QPainter) -> None:
        wave, peaks = self._rows.wave, self._scene.peaks
        done_x = 0.0 if peaks is None else self._scale.x_of(peaks.duration_ms)
        left = min(max(0.0, done_x), wave.width() / 2)
        painter.setPen(QColor(self._shades.muted))
        room = QRectF(left, wave.top(), wave.width() - left, wave.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._scene.message)

    # Loop

    def _paint_loop(self, painter: QPainter) -> None:
        if self._scene.loop is not None:
            ground = QColor(self._shades.soft)
            painter.fillRect(self._rect(self._scene.loop, self._rows.wave), ground)

    def _paint_loop_edges(self, painter: QPainter) -> None:
        """Brackets, so that a loop is not told by its ground alone."""
        if self._scene.loop is None:
            return
        room = self._rect(self._scene.loop, self._rows.wave).adjusted(1, 1, -1, -2)
        painter.setPen(QPen(QColor(legible(self._shades.accent, self._shades.soft)), 2))
        foot = min(6.0, room.width() / 3)
        for x, inward in ((room.left(), foot), (room.right(), -foot)):
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            for y in (room.top(), room.bottom()):
                painter.drawLine(QPointF(x, y), QPointF(x + inward, y))

    # Ruler

    def _paint_ruler(self, painter: QPainter) -> None:
        ruler, scale, shades = self._rows.ruler, self._scale, self._shades
        if scale.view_ms <= 0:
            return
        metrics = QFontMetricsF(painter.font())
        label_px = metrics.horizontalAdvance("0:00:00.0") + 24
        step = scale.tick_ms(label_px)
        minor = step / 5 if step % 5 == 0 else step / 2
        number = int(scale.start_ms // minor)
        while number * minor <= scale.end_ms:
            at_ms = number * minor
            x = round(scale.x_of(at_ms)) + 0.5
            is_major = at_ms % step == 0
            painter.setPen(QPen(QColor(shades.outline), 1))
            painter.drawLine(
                QPointF(x, ruler.bottom() - (7 if is_major else 4)), QPointF(x, ruler.bottom())
            )
            if is_major:
                text = clock(round(at_ms), tenths=step < 1_000)
                self._paint_ruler_label(painter, x, text, metrics.horizontalAdvance(text))
            number += 1

    def _paint_ruler_label(
        self, painter: QPainter, x: float, text: str, text_width: float
    ) -> None:
        ruler = self._rows.ruler
        left = min(max(x - text_width / 2, 2.0), ruler.width() - text_width - 2)
        painter.setPen(QColor(self._shades.muted))
        room = QRectF(left, ruler.top(), text_width + 1, ruler.height() - 7)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    # Lanes

    def _paint_heard(self, painter: QPainter) -> None:
        lane, shades = self._rows.heard, self._shades
        track = TimeSpan(0, self._scale.duration_ms)
        if track.is_moment:
            return
        if self._scene.segment is not None:
            track = self._scene.segment
        painter.setPen(QPen(QColor(shades.outline), 1))
        painter.setBrush(QColor(shades.sunken))
        box = self._rect(track, lane).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 3, 3)
        for span in union(self._scene.heard):
            heard = span.clipped_to(track)
            if heard is None or heard.is_moment:
                continue
            bar = self._rect(heard, lane).adjusted(0, 2, 0, -2)
            bar.setWidth(max(1.0, bar.width()))
            painter.fillRect(bar, QColor(legible(shades.accent, shades.sunken)))

    def _paint_evidence(self, painter: QPainter) -> None:
        inks = mark_colours(self._shades)
        ordered = sorted(self._scene.evidence, key=lambda e: e.evidence_id == self._scene.selected)
        for evidence in ordered:
            if not self._scale.shows(evidence.span.start_ms) and (
                evidence.span.end_ms < self._scale.start_ms
                or evidence.span.start_ms > self._scale.end_ms
            ):
                continue
            ink = QColor(inks[evidence.polarity])
            self._paint_span(painter, evidence.span, ink)
            is_selected = evidence.evidence_id == self._scene.selected
            self._paint_mark(painter, evidence, ink, is_selected=is_selected)

    def _paint_span(self, painter: QPainter, span: TimeSpan, ink: QColor) -> None:
        if span.is_moment:
            return
        lane = self._rows.evidence
        left, right = self._scale.x_of(span.start_ms), self._scale.x_of(span.end_ms)
        y = lane.center().y()
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.drawLine(QPointF(right, y - 5), QPointF(right, y + 5))

    def _paint_mark(
        self, painter: QPainter, evidence: Evidence, ink: QColor, *, is_selected: bool
    ) -> None:
        lane, wave = self._rows.evidence, self._rows.wave
        x = self._scale.x_of(evidence.span.start_ms)
        if is_selected:
            for shade, width in ((QColor(self._shades.surface), 4.0), (ink, 1.5)):
                painter.setPen(QPen(shade, width))
                painter.drawLine(QPointF(x, wave.top()), QPointF(x, lane.top()))
            painter.setPen(QPen(QColor(self._shades.focus), 2))
            painter.setBrush(QColor(self._shades.surface))
            painter.drawEllipse(QPointF(x, lane.center().y()), MARK_PX - 0.5, MARK_PX - 0.5)
        paint_shape(painter, evidence.polarity, QPointF(x, lane.center().y()), ink, self._shades)

    def _rect(self, span: TimeSpan, row: QRectF) -> QRectF:
        """Part of a row that a span takes up, cut to the picture."""
        left = max(self._scale.x_of(span.start_ms), -8.0)
        right = min(self._scale.x_of(span.end_ms), row.width() + 8.0)
        return QRectF(left, row.top(), max(0.0, right - left), row.height())


def paint_shape(
    painter: QPainter, polarity: Polarity, centre: QPointF, ink: QColor, shades: Colours
) -> None:
    """Triangle for a strength, square for something to build, ring for neutral."""
    radius = MARK_PX / 2
    painter.setPen(QPen(QColor(shades.window), 1))
    painter.setBrush(ink)
    x, y = centre.x(), centre.y()
    match polarity:
        case Polarity.STRENGTH:
            corners = [
                QPointF(x, y - radius),
                QPointF(x + radius, y + radius - 1),
                QPointF(x - radius, y + radius - 1),
            ]
            painter.drawPolygon(QPolygonF(corners))
        case Polarity.TO_BUILD:
            painter.drawRect(QRectF(x - radius + 1, y - radius + 1, MARK_PX - 2, MARK_PX - 2))
        case Polarity.NEUTRAL:
            painter.setPen(QPen(ink, 2))
            painter.setBrush(QColor(shades.window))
            painter.drawEllipse(centre, radius - 1.5, radius - 1.5)


def _loudest(peaks: Peaks) -> int:
    """Height that fills a lane: nearly the loudest of the recording, so that one bang is cut."""
    coarsest = peaks.levels[-1].astype(np.int32)
    heights = np.maximum(coarsest[1], -coarsest[0])
    return max(_QUIETEST, int(np.percentile(heights, 98) * _HEADROOM))


def _coverage(
    lows: NDArray[np.int16], highs: NDArray[np.int16], height: int, full: int
) -> NDArray[np.float32]:
    """How much of each pixel the wave covers, 0 to 1, of shape (height, columns)."""
    middle = height / 2
    tops = np.clip(middle - highs.astype(np.float32) * (middle / full), 0, height)
    bottoms = np.clip(middle - lows.astype(np.float32) * (middle / full), 0, height)
    thin = np.maximum(0.0, 1.0 - (bottoms - tops)) / 2
    tops, bottoms = tops - thin, bottoms + thin
    rows = np.arange(height, dtype=np.float32)[:, np.newaxis]
    cover = np.minimum(bottoms, rows + 1) - np.maximum(tops, rows)
    return np.asarray(np.clip(cover, 0, 1), dtype=np.float32)


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


def _inked(
    back: NDArray[np.float32],
    front: NDArray[np.float32],
    back_inks: NDArray[np.float32],
    front_inks: NDArray[np.float32],
) -> QImage:
    """Picture of two coverages one over the other; a column's inks are blue, green, red."""
    height, width = front.shape
    behind = back * (1 - front)
    pixels = np.empty((height, width, 4), dtype=np.uint8)
    pixels[..., 3] = (front + behind) * 255
    for part in range(3):
        pixels[..., part] = front * front_inks[:, part] + behind * back_inks[:, part]
    image_format = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, width, height, width * 4, image_format).copy()


def _bgr(shade: str) -> NDArray[np.float32]:
    colour = QColor(shade)
    return np.array([colour.blue(), colour.green(), colour.red()], dtype=np.float32)


def _mixed(one: str, other: str, share: float) -> str:
    first, second = QColor(one), QColor(other)
    parts = [
        round(a + (b - a) * share)
        for a, b in (
            (first.red(), second.red()),
            (first.green(), second.green()),
            (first.blue(), second.blue()),
        )
    ]
    return QColor(*parts).name()
