"""The lanes under the waveform, each painted by itself; what falls on one pixel is merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from practicecoder.domain.coding import CodeMark
from practicecoder.domain.spans import TimeSpan, union
from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.ui.colours import Colours
from practicecoder.ui.widgets.inks import legible, mark_colours
from practicecoder.ui.widgets.marks import MARK_PX, Stamps
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_scene import POLARITIES, ROLES, Lane, Rows, Scene
from practicecoder.ui.widgets.tracks import Pixels, Track, pixels_of, runs, track_of_spans
from practicecoder.ui.widgets.waveform_picture import part_of

LETTER_GAP = 3
MERGED_PX = 3
"""Shapes of one kind that begin within so many pixels are painted as one."""
_FAR_PX, _LEAST_LETTER_PX = 10**9, 6
_BAR_PX = 3
_ROLE_BRUSH: Mapping[SpeakerRole, Qt.BrushStyle] = {
    SpeakerRole.WORKER: Qt.BrushStyle.SolidPattern,
    SpeakerRole.PARENT: Qt.BrushStyle.SolidPattern,
    SpeakerRole.CHILD: Qt.BrushStyle.Dense5Pattern,
    SpeakerRole.OTHER_PROFESSIONAL: Qt.BrushStyle.FDiagPattern,
    SpeakerRole.UNKNOWN: Qt.BrushStyle.Dense6Pattern,
}


class LanePicture:
    """Paints one lane of a scene; ``row`` is its place in the picture."""

    def __init__(
        self, scene: Scene, scale: TimeScale, row: QRectF, shades: Colours, stamps: Stamps
    ) -> None:
        self._scene = scene
        self._scale = scale
        self._row = row
        self._shades = shades
        self._stamps = stamps

    def paint(self, painter: QPainter, lane: Lane) -> None:
        """Paint what the lane shows, on a ground that tells what is not coded."""
        if self._scale.view_ms <= 0:
            return
        if lane is not Lane.HEARD:
            for span in self._scene.outside(self._scale.duration_ms):
                painter.fillRect(
                    part_of(self._row, span, self._scale), QColor(self._shades.sunken)
                )
        match lane:
            case Lane.HEARD:
                self._paint_heard(painter)
            case Lane.EVIDENCE:
                self._paint_evidence(painter)
            case Lane.CODES:
                self._paint_codes(painter)
            case Lane.LINES:
                self._paint_lines(painter)
            case Lane.SPEECH:
                self._paint_speech(painter)

    # Heard

    def _paint_heard(self, painter: QPainter) -> None:
        track, shades = TimeSpan(0, self._scale.duration_ms), self._shades
        if track.is_moment:
            return
        track = self._scene.segment or track
        row = _middle(self._row, 10)
        box = part_of(row, track, self._scale, beyond_px=8).adjusted(0, 0, -1, -1)
        painter.setPen(QPen(QColor(shades.outline), 1))
        painter.setBrush(QColor(shades.sunken))
        painter.drawRect(box)
        heard = [
            part
            for span in union(self._scene.heard)
            if (part := span.clipped_to(track)) is not None and not part.is_moment
        ]
        shown = track_of_spans(heard)
        self._fill(
            painter,
            pixels_of(shown.starts_ms, self._scale),
            pixels_of(shown.ends_ms, self._scale),
            row.adjusted(0, 2, 0, -2),
            QBrush(QColor(legible(shades.accent, shades.sunken))),
        )

    # Evidence

    def _paint_evidence(self, painter: QPainter) -> None:
        track = self._scene.evidence
        if track is None:
            return
        shown = track.in_view(self._scale, MARK_PX)
        if not shown.size:
            return
        inks = mark_colours(self._shades)
        lefts = pixels_of(track.starts_ms[shown], self._scale)
        rights = pixels_of(track.ends_ms[shown], self._scale)
        kinds = track.kinds[shown]
        for number, polarity in enumerate(POLARITIES):
            of_it = kinds == number
            if of_it.any():
                self._paint_spans(painter, lefts[of_it], rights[of_it], QColor(inks[polarity]))
        y = self._row.center().y()
        cells = (lefts // MERGED_PX) * len(POLARITIES) + kinds
        _, first = np.unique(cells, return_index=True)
        for x, kind in zip(lefts[first].tolist(), kinds[first].tolist(), strict=True):
            in_view = self._scale.left_px <= x <= self._scale.right_px
            self._stamps.shape(painter, POLARITIES[kind], shape_x(x, self._scale, in_view), y)

    def _paint_spans(self, painter: QPainter, lefts: Pixels, rights: Pixels, ink: QColor) -> None:
        long = rights > lefts
        if not long.any():
            return
        y = self._row.center().y()
        lines = [
            QLineF(first, y, last, y)
            for first, last in runs(lefts[long], rights[long], self._scale)
        ]
        ends = np.unique(rights[long])
        shown = ends[(ends >= self._scale.left_px) & (ends <= self._scale.right_px)]
        lines += [QLineF(x, y - 5, x, y + 5) for x in shown.tolist()]
        painter.setPen(QPen(ink, 2))
        painter.drawLines(lines)

    # Codes

    def _paint_codes(self, painter: QPainter) -> None:
        track, row = self._scene.marks, self._row
        half = row.height() / 2
        middle = row.top() + half
        painter.setPen(QPen(QColor(self._shades.border), 1))
        left, right = float(self._scale.left_px), float(self._scale.right_px)
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        if track is None:
            return
        shown = track.in_view(self._scale, 4 * MARK_PX)
        if not shown.size:
            return
        xs = pixels_of(track.starts_ms[shown], self._scale)
        ends = pixels_of(track.ends_ms[shown], self._scale)
        above = track.kinds[shown] == 0
        ink = QColor(legible(self._shades.accent, self._shades.window))
        for of_it, top, edge in (
            (above, row.top(), middle - _BAR_PX),
            (~above, middle, middle + 1),
        ):
            if of_it.any():
                box = QRectF(left, top, right - left, half)
                self._paint_code_bars(painter, xs[of_it], ends[of_it], edge, ink)
                self._paint_letters(painter, track, shown[of_it], box, ink)

    def _paint_code_bars(
        self, painter: QPainter, lefts: Pixels, rights: Pixels, top: float, ink: QColor
    ) -> None:
        long = rights > lefts
        if long.any():
            bar = QRectF(0, top, 0, _BAR_PX)
            self._fill(painter, lefts[long], rights[long], bar, QBrush(ink))

    def _paint_letters(
        self,
        painter: QPainter,
        track: Track[CodeMark],
        numbers: NDArray[np.int64],
        box: QRectF,
        ink: QColor,
    ) -> None:
        """Write each code where there is room for it; where there is not, a tick stands for it."""
        xs = pixels_of(track.starts_ms[numbers], self._scale)
        order = np.argsort(xs, kind="stable")
        places = xs[order]
        apart = np.concatenate(([_FAR_PX], np.diff(places), [_FAR_PX]))
        nearest = np.minimum(apart[:-1], apart[1:])
        in_view = (places >= self._scale.left_px) & (places <= self._scale.right_px)
        is_written = np.zeros(order.size, dtype=bool)
        for place in np.flatnonzero((nearest >= _LEAST_LETTER_PX) & in_view).tolist():
            mark = track.items[int(numbers[order[place]])]
            text = self._scene.labels.get(mark.count_id, mark.count_id)
            if nearest[place] >= self._stamps.width(text) + LETTER_GAP:
                self._stamps.letters(painter, text, int(places[place]), box)
                is_written[place] = True
        height = min(box.height() - 6, 9.0)
        top = box.center().y() - height / 2
        pen = QPen(ink, 1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        ticks = np.unique(places[~is_written & in_view]).tolist()
        painter.drawLines([QLineF(x + 0.5, top, x + 0.5, top + height) for x in ticks])

    # Transcript and speech

    def _paint_lines(self, painter: QPainter) -> None:
        track = self._scene.lines
        if track is None:
            return
        shown = track.in_view(self._scale, 1)
        if not shown.size:
            return
        kinds = track.kinds[shown]
        lefts = pixels_of(track.starts_ms[shown], self._scale)
        rights = pixels_of(track.ends_ms[shown], self._scale) - 1  # neighbours stay apart
        half = self._row.height() / 2
        inks = role_inks(self._shades)
        for number, role in enumerate(ROLES):
            of_it = kinds == number
            if of_it.any():
                top = self._row.top() + (0 if role is SpeakerRole.WORKER else half)
                bar = QRectF(0, top + 1, 0, half - 2)
                brush = QBrush(QColor(inks[role]), _ROLE_BRUSH[role])
                self._fill(painter, lefts[of_it], rights[of_it], bar, brush)

    def _paint_speech(self, painter: QPainter) -> None:
        track = self._scene.speech
        if track is None:
            return
        shown = track.in_view(self._scale, 1)
        self._fill(
            painter,
            pixels_of(track.starts_ms[shown], self._scale),
            pixels_of(track.ends_ms[shown], self._scale),
            _middle(self._row, 8),
            QBrush(QColor(legible(self._shades.muted, self._shades.window))),
        )

    def _fill(
        self, painter: QPainter, lefts: Pixels, rights: Pixels, row: QRectF, brush: QBrush
    ) -> None:
        in_view = (rights >= self._scale.left_px) & (lefts <= self._scale.right_px)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRects(
            [
                QRectF(first, row.top(), last - first, row.height())
                for first, last in runs(lefts[in_view], rights[in_view], self._scale)
            ]
        )


def role_inks(shades: Colours) -> Mapping[SpeakerRole, str]:
    """Ink of each role on the transcript lane; place and pattern say the same."""
    ground = shades.window
    return {
        SpeakerRole.WORKER: legible(shades.series[0], ground),
        SpeakerRole.PARENT: legible(shades.series[1], ground),
        SpeakerRole.CHILD: legible(shades.series[2], ground),
        SpeakerRole.OTHER_PROFESSIONAL: legible(shades.series[3], ground),
        SpeakerRole.UNKNOWN: legible(shades.muted, ground),
    }


def paint_names(
    painter: QPainter, names: Mapping[Lane, str], rows: Rows, width: int, shades: Colours
) -> None:
    """Write the names of the lanes left of them."""
    painter.setPen(QColor(shades.muted))
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for lane, row in rows.lanes.items():
        painter.drawText(QRectF(0, row.top(), width - 8, row.height()), int(flags), names[lane])


def shape_x(x: int, scale: TimeScale, begins_in_view: bool) -> int:
    """Where a shape stands: whole at both ends if its moment is in view."""
    if not begins_in_view:
        return x
    return min(max(x, scale.left_px + MARK_PX), scale.right_px - MARK_PX)


def letter_font(font: QFont) -> QFont:
    """Type of the codes on their lane: a little smaller than the text around."""
    smaller = QFont(font)
    smaller.setPointSizeF(max(font.pointSizeF() * 0.85, 7.0))
    smaller.setBold(True)
    return smaller


def names_px(metrics: QFontMetricsF, names: Sequence[str]) -> int:
    """Room for the names left of the lanes."""
    return round(max(metrics.horizontalAdvance(name) for name in names)) + 16


def _middle(row: QRectF, height: float) -> QRectF:
    return QRectF(row.left(), row.center().y() - height / 2, row.width(), height)
