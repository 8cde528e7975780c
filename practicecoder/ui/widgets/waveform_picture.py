"""The picture of a recording: ruler, waveform, what was heard, and where the evidence is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
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
from practicecoder.ui.widgets.waveform_pixels import wave_image

MARK_PX = 12
HANDLE_PX = 6
LEAST_CONTRAST = 3.0
"""Of marks against their ground (WCAG 2.2, 1.4.11)."""

_LANE_GAP = 4
_HEARD_PX = 10
_EVIDENCE_PX = 26


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
        nearer = mixed(shade, pole, tenths / 10)
        if contrast(nearer, ground) >= LEAST_CONTRAST:
            return nearer
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
                self._paint_lane(painter, peaks, channel, lane, ratio)
                if channel:
                    painter.setPen(QPen(QColor(self._shades.border), 1))
                    painter.drawLine(lane.topLeft(), lane.topRight())
        if self._scene.message:
            self._paint_message(painter)

    def _paint_lane(
        self, painter: QPainter, peaks: Peaks, channel: int, lane: QRectF, ratio: float
    ) -> None:
        """Extremes in a lighter ink, and over them how loud it usually is."""
        width, height = max(1, round(lane.width() * ratio)), max(1, round(lane.height() * ratio))
        end_px = min(width, max(0, round(self._scale.x_of(peaks.duration_ms) * ratio)))
        shades = self._shades
        light = legible(mixed(shades.accent, shades.surface, 0.4), shades.surface)
        faint = legible(shades.outline, shades.sunken)
        image = wave_image(
            peaks,
            channel,
            (self._scale.start_ms, self._scale.end_ms),
            QSize(width, height),
            [
                (range(first, last), (light, shades.accent) if is_coded else (faint, faint))
                for first, last, is_coded in self._edges_px(end_px, ratio)
            ],
        )
        image.setDevicePixelRatio(ratio)
        painter.drawImage(lane.topLeft(), image)

    def _edges_px(self, end_px: int, ratio: float) -> list[tuple[int, int, bool]]:
        """Columns of the screen in runs, and whether each run is coded."""
        segment = self._scene.segment
        if segment is None:
            return [(0, end_px, True)]
        start, stop = (
            min(max(0, round(self._scale.x_of(at_ms) * ratio)), end_px)
            for at_ms in (segment.start_ms, segment.end_ms)
        )
        runs = [(0, start, False), (start, stop, True), (stop, end_px, False)]
        return [run for run in runs if run[1] > run[0]]

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
        centre = QPointF(x, lane.center().y())
        if self._scale.shows(evidence.span.start_ms):
            centre.setX(min(max(x, float(MARK_PX)), lane.width() - MARK_PX))  # whole at both ends
        if is_selected:
            for shade, width in ((QColor(self._shades.surface), 4.0), (ink, 1.5)):
                painter.setPen(QPen(shade, width))
                painter.drawLine(QPointF(x, wave.top()), QPointF(x, lane.top()))
            painter.setPen(QPen(QColor(self._shades.focus), 2))
            painter.setBrush(QColor(self._shades.surface))
            painter.drawEllipse(centre, MARK_PX - 0.5, MARK_PX - 0.5)
        paint_shape(painter, evidence.polarity, centre, ink, self._shades)

    def _rect(self, span: TimeSpan, row: QRectF) -> QRectF:
        """Part of a row that a span takes up, cut to the picture."""
        left = max(self._scale.x_of(span.start_ms), -8.0)
        right = min(self._scale.x_of(span.end_ms), row.width() + 8.0)
        return QRectF(left, row.top(), max(0.0, right - left), row.height())


def paint_playhead(painter: QPainter, x: float, rows: Rows, shades: Colours) -> None:
    """Line with a handle, with a seam in the ground's colour so that it shows on any wave."""
    top, bottom = rows.ruler.bottom() - HANDLE_PX, rows.heard.bottom()
    for shade, width in ((shades.surface, 4), (shades.error, 2)):
        painter.setPen(QPen(QColor(shade), width))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shades.error))
    corners = [
        QPointF(x - HANDLE_PX, top - 2),
        QPointF(x + HANDLE_PX, top - 2),
        QPointF(x, top + HANDLE_PX),
    ]
    painter.drawPolygon(QPolygonF(corners))


def paint_pointer(
    painter: QPainter, x: float, text: str, rows: Rows, shades: Colours, *, is_firm: bool
) -> None:
    """Line under the pointer and its time in a bubble; a firm line while dragging."""
    style = Qt.PenStyle.SolidLine if is_firm else Qt.PenStyle.DotLine
    painter.setPen(QPen(QColor(shades.muted), 1, style))
    painter.drawLine(QPointF(x, rows.ruler.bottom()), QPointF(x, rows.heard.bottom()))
    width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 12
    left = min(max(0.0, x - width / 2), rows.ruler.width() - width)
    bubble = QRectF(left, 1, width, rows.ruler.height() - 6)
    painter.setPen(QPen(QColor(shades.outline), 1))
    painter.setBrush(QColor(shades.surface))
    painter.drawRoundedRect(bubble, 4, 4)
    painter.setPen(QColor(shades.text))
    painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, text)


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


def mixed(one: str, other: str, share: float) -> str:
    """Go from one colour to another by a share of the way."""
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
