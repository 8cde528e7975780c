"""The timeline: waveform, spectrogram and lanes; shows where things are, takes clicks to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QToolTip, QWidget

from practicecoder.audio.peaks import Peaks
from practicecoder.domain.coding import CodeMark, Evidence
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.domain.transcripts import TranscriptLine
from practicecoder.ui.theme import colours
from practicecoder.ui.widgets.lane_pictures import (
    LanePicture,
    letter_font,
    names_px,
    paint_names,
)
from practicecoder.ui.widgets.marks import Stamps
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_hits import Hit, TimelineHits, lane_name
from practicecoder.ui.widgets.timeline_overlay import (
    HANDLE_PX,
    paint_chosen,
    paint_playhead,
    paint_pointer,
)
from practicecoder.ui.widgets.timeline_scene import (
    POLARITIES,
    ROLES,
    Lane,
    Rows,
    Scene,
    SpectrogramShown,
    least_height,
)
from practicecoder.ui.widgets.tracks import Track, track_of_spans
from practicecoder.ui.widgets.value_text import give_value_text
from practicecoder.ui.widgets.waveform_picture import WaveformPicture
from practicecoder.ui.widgets.waveform_pixels import WaveCanvas, loudest

ZOOM_STEP = 1.5
_WHEEL_ZOOM = 1.0016
"""Zoom of one unit of wheel angle; a notch of 120 gives about a fifth more detail."""
_WHEEL_SCROLL = 1 / 1_200
"""Share of the view that one unit of wheel angle scrolls; a notch is a tenth."""
_KEY_SCROLL = 0.9
"""Share of the view that a page key scrolls, so that one sees how the pages join."""

_FOLLOWS_JUMPS_OVER_MS = 1_500
_PAGE_TURN = 0.1
_MARGIN = 0.03
"""Share of a stretch that is shown beside it."""
_DRAG_PX = 3
_HOVER_PX = 48
_CHOSEN_PX = 16
_TENTHS_BELOW_MS = 120_000
_NARROW_PX = 420
"""Width below which the names of the lanes are left out; the pointer still tells them."""

Layer = Lane | Literal["ruler", "sound", "names"]
_SHOWN_IN: Mapping[str, tuple[Layer, ...]] = {
    "peaks": ("sound",),
    "loudest": ("sound",),
    "segment": ("sound", *Lane),
    "loop": ("sound",),
    "heard": (Lane.HEARD,),
    "evidence": (Lane.EVIDENCE,),
    "marks": (Lane.CODES,),
    "labels": (Lane.CODES,),
    "speakers": (Lane.CODES,),
    "lines": (Lane.LINES,),
    "speech": (Lane.SPEECH,),
    "spectrogram": ("sound",),
    "message": ("sound",),
}
"""Layers that each part of the scene is painted in; only these are painted anew."""


class WaveformView(QWidget):
    """Waveform of a recording with ruler and lanes.

    Set the duration first; the peaks may come later, or grow. Each layer is kept as a picture of
    its own, so that a key press paints no more than the lane it changes.
    """

    seek_requested = Signal(int)
    evidence_activated = Signal(str)
    mark_activated = Signal(str, int)
    """Id of a code mark, and its moment."""
    line_activated = Signal(int)
    """Moment at which a chosen line of the transcript begins."""
    zoom_changed = Signal(int)
    """Milliseconds in view."""
    view_changed = Signal()
    """Other pixels show other moments: zoomed, scrolled, or another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene()
        self._scale = TimeScale()
        self._selected: Evidence | None = None
        self._problem = ""
        self._position_ms = 0
        self._hover_x: float | None = None
        self._dragged_from: float | None = None
        self._layers: dict[Layer, QPixmap] = {}
        self._stale: set[Layer] = set()
        self._canvas = WaveCanvas()
        self._placed: Rows | None = None
        self._stamps: Stamps | None = None
        self._scroll = QScrollBar(Qt.Orientation.Horizontal, self)
        self._scroll.setAccessibleName(self.tr("Scroll the waveform"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.valueChanged.connect(self._scrolled)
        self._scroll.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Waveform"))
        give_value_text(WaveformView)

    # What is shown

    def set_duration(self, duration_ms: int) -> None:
        """Show all of a recording of this length; 0: there is none."""
        self._scale.set_duration(duration_ms)
        self._position_ms = min(self._position_ms, duration_ms)
        self._zoomed()

    def set_peaks(self, peaks: Peaks | None) -> None:
        """Show peaks, or those of the beginning while they are being made; None: none yet."""
        self._problem = ""
        self._change(peaks=peaks, loudest=0 if peaks is None else loudest(peaks))

    def show_problem(self, text: str) -> None:
        """Say why there will be no waveform, until there are peaks again."""
        self._problem = text
        self._drop("sound")

    def set_segment(self, segment: TimeSpan | None) -> None:
        """Grey out what is not coded; None: all of it is."""
        self._change(segment=segment)

    def set_loop(self, loop: TimeSpan | None) -> None:
        """Show the loop."""
        self._change(loop=loop)

    def set_heard(self, heard: Sequence[TimeSpan]) -> None:
        """Show what was heard."""
        self._change(heard=tuple(heard))

    def set_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show evidence in its lane."""
        track, kept = self._scene.evidence or Track.of((), _place_of_evidence), tuple(evidence)
        if track.items == kept:
            return
        self._change(evidence=track.changed_to(kept, _place_of_evidence))
        if self._selected is not None:
            self._select(self._selected.evidence_id)

    def set_marks(
        self,
        marks: Sequence[CodeMark],
        labels: Mapping[str, str],
        *,
        speakers: Mapping[str, str] | None = None,
    ) -> None:
        """Show code marks, with ``labels`` by count id.

        ``speakers`` says, by count id, who speaks where a mark does not: the worker's codes stand
        in the upper half.
        """
        words, who, kept = dict(labels), dict(speakers or {}), tuple(marks)
        stands_above = replace(self._scene, speakers=who).stands_above

        def place(mark: CodeMark) -> tuple[int, int, int]:
            end_ms = mark.at_ms if mark.end_ms is None else mark.end_ms
            return mark.at_ms, end_ms, 0 if stands_above(mark) else 1

        track = self._scene.marks
        if track is None or who != self._scene.speakers:
            track = Track.of(kept, place)
        elif track.items != kept:
            track = track.changed_to(kept, place)
        self._change(marks=track, labels=words, speakers=who)

    def set_speech(self, spans: Sequence[TimeSpan] | None) -> None:
        """Show where somebody speaks; None: it is not known, and there is no lane for it."""
        self._change(speech=None if spans is None else track_of_spans(spans))

    def set_lines(self, lines: Sequence[TranscriptLine]) -> None:
        """Show the lines of a transcript; one without an end lasts until the next begins."""
        kept = tuple(lines)
        track = self._scene.lines
        if (() if track is None else track.items) == kept:
            return
        begins = [line.start_ms for line in kept[1:]] + [self._scale.duration_ms]
        ends = {
            id(line): max(line.start_ms, begin if line.end_ms is None else line.end_ms)
            for line, begin in zip(kept, begins, strict=False)
        }
        self._change(
            lines=Track.of(
                kept, lambda line: (line.start_ms, ends[id(line)], ROLES.index(line.role))
            )
        )

    def set_spectrogram(self, shown: SpectrogramShown | None) -> None:
        """Show a spectrogram, or words, beneath the waveform; None: neither."""
        self._change(spectrogram=shown)

    def select_evidence(self, evidence_id: str | None) -> None:
        """Mark one piece of evidence, and scroll to it; None marks none."""
        self._select(evidence_id)
        chosen = self._selected
        if chosen is not None and not self._scale.shows(chosen.span.start_ms):
            self._scroll_to(chosen.span.start_ms - self._scale.view_ms / 2)

    def set_position(self, position_ms: int) -> None:
        """Move the playhead, and the view with it unless one has scrolled away from it."""
        before, self._position_ms = self._position_ms, position_ms
        if before == position_ms:
            return
        was_in_view, is_in_view = self._scale.shows(before), self._scale.shows(position_ms)
        is_jump = abs(position_ms - before) > _FOLLOWS_JUMPS_OVER_MS
        if not is_in_view and (was_in_view or is_jump):
            lead = 0.5 if is_jump else _PAGE_TURN
            self._scroll_to(position_ms - lead * self._scale.view_ms)
        self._update_strip(before, HANDLE_PX + 2)
        self._update_strip(position_ms, HANDLE_PX + 2)

    @property
    def position_ms(self) -> int:
        """Where the playhead is."""
        return self._position_ms

    @property
    def view(self) -> TimeSpan:
        """Stretch in view."""
        return TimeSpan(round(self._scale.start_ms), round(self._scale.end_ms))

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Lanes that are shown, from top to bottom."""
        return self._scene.lanes

    @property
    def rows(self) -> Rows:
        """Where everything is."""
        if self._placed is None:
            height = self.height() - self._scroll.sizeHint().height()
            self._placed = Rows.of(
                QSizeF(self.width(), height),
                QFontMetricsF(self.font()),
                self._scene.lanes,
                with_spectrogram=self._scene.spectrogram is not None,
            )
        return self._placed

    @property
    def spectrogram_size(self) -> QSize:
        """Size of the spectrogram in the screen's own pixels."""
        ratio, row = self.devicePixelRatioF(), self.rows.spectrogram
        return QSize(round(self._scale.width_px * ratio), round(row.height() * ratio))

    @property
    def value_text(self) -> str:
        """Position in words, for screen readers."""
        if self._scale.duration_ms == 0:
            return self.tr("no recording")
        return self.tr("position {0} of {1}").format(
            clock(self._position_ms), clock(self._scale.duration_ms)
        )

    @property
    def message(self) -> str:
        """Sentence that stands where the waveform is not, or not yet; empty if it is there."""
        duration_ms, peaks = self._scale.duration_ms, self._scene.peaks
        if self._problem:
            return self._problem
        if duration_ms == 0:
            return self.tr("No recording")
        done_ms = 0 if peaks is None else peaks.duration_ms
        if done_ms >= duration_ms - 1_000:
            return ""
        percent = done_ms * 100 // duration_ms
        return self.tr("The waveform is being made: {0} %").format(percent)

    # Zoom

    def zoom_in(self) -> None:
        """Show more detail around the playhead, or around the middle if it is not in view."""
        self._zoom(ZOOM_STEP, self._zoom_centre())

    def zoom_out(self) -> None:
        """Show less detail."""
        self._zoom(1 / ZOOM_STEP, self._zoom_centre())

    def show_all(self) -> None:
        """Show the whole recording."""
        self._scale.set_duration(self._scale.duration_ms)
        self._zoomed()

    def show_span(self, span: TimeSpan) -> None:
        """Show a stretch, with a little of what is beside it."""
        whole = max(1, self._scale.duration_ms)
        margin = span.duration_ms * _MARGIN
        self._scale.set_duration(self._scale.duration_ms)
        self._scale.zoom(whole / max(1.0, span.duration_ms + 2 * margin), self._scale.left_px)
        self._scale.scroll_to(span.start_ms - margin)
        self._zoomed()

    def scroll_by(self, views: float) -> None:
        """Scroll by so many times the stretch in view; back if negative."""
        self._scroll_to(self._scale.start_ms + views * self._scale.view_ms)

    def x_of(self, at_ms: int) -> float:
        """Pixel at which a moment is shown."""
        return self._scale.x_of(at_ms)

    def hit_at(self, point: QPointF) -> Hit | None:
        """Thing under a point that a click would choose; None where a click goes there."""
        return self._hits().at(point)

    # Qt

    def sizeHint(self) -> QSize:
        """Size with a waveform that can be read well."""
        return QSize(720, self._height_for(112))

    def minimumSizeHint(self) -> QSize:
        """Smallest size that still shows all lanes."""
        return QSize(240, self._height_for(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put what moves over the layers; a layer is painted anew only when it has changed."""
        rows, exposed = self.rows, QRectF(event.rect())
        with QPainter(self) as painter:
            for layer, row in self._layer_rows(rows).items():
                if row.intersects(exposed):
                    if layer in self._stale or layer not in self._layers:
                        self._paint_layer(layer, row)
                    painter.drawPixmap(row.topLeft(), self._layers[layer])
            if self._scale.duration_ms:
                self._paint_overlay(painter, rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the view, at another width."""
        height = self._scroll.sizeHint().height()
        self._fit_scale()
        left = self._scale.left_px
        self._scroll.setGeometry(left, self.height() - height, self.width() - left, height)
        self._repaint()
        self.view_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in other colours or another type."""
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
        ):
            self._stamps = None
            self._fit_scale()
            self.updateGeometry()
            self._repaint()

    def event(self, event: QEvent) -> bool:
        """Paint anew on a screen of another density; tell what is under the pointer."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._stamps = None
            self._repaint()
        if isinstance(event, QHelpEvent):
            words = self._hits().words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, or go to the moment."""
        x = event.position().x()
        on_picture = self._scale.duration_ms > 0 and x >= self._scale.left_px
        if event.button() != Qt.MouseButton.LeftButton or not on_picture:
            event.ignore()
            return
        hit = self.hit_at(event.position())
        if hit is not None:
            self._activate(hit)
            return
        self._dragged_from = x
        self._hover_at(x)
        self.seek_requested.emit(self._scale.ms_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the time under the pointer."""
        self._hover_at(event.position().x())
        is_dragging = self._dragged_from is not None
        over_mark = not is_dragging and self.hit_at(event.position()) is not None
        pointing, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(pointing if over_mark else arrow)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to where the pointer was dragged."""
        from_x, self._dragged_from = self._dragged_from, None
        if from_x is None:
            return
        x = event.position().x()
        self._hover_at(x)
        if abs(x - from_x) >= _DRAG_PX:
            self.seek_requested.emit(self._scale.ms_at(x))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._hover_at(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom at the pointer. What has nothing to scroll is the page's."""
        delta = event.angleDelta()
        turned = delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_WHEEL_ZOOM**turned, event.position().x())
        elif self._scale.is_whole:
            event.ignore()
            return
        else:
            self.scroll_by(-turned * _WHEEL_SCROLL)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with plus, minus and 0, scroll with the page keys; others belong to the page."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.show_all()
            case Qt.Key.Key_PageUp if not event.modifiers():
                self.scroll_by(-_KEY_SCROLL)
            case Qt.Key.Key_PageDown if not event.modifiers():
                self.scroll_by(_KEY_SCROLL)
            case Qt.Key.Key_Home if not event.modifiers():
                self._scroll_to(0)
            case Qt.Key.Key_End if not event.modifiers():
                self._scroll_to(self._scale.duration_ms)
            case _:
                event.ignore()

    # Painting

    def _layer_rows(self, rows: Rows) -> dict[Layer, QRectF]:
        """Place of each layer."""
        left, width = self._scale.left_px, self._scale.width_px
        places: dict[Layer, QRectF] = {"ruler": rows.ruler, "sound": rows.sound}
        for lane, row in rows.lanes.items():
            places[lane] = QRectF(left, row.top(), width, row.height())
        if left and rows.lanes:
            below = rows.sound.bottom()
            places["names"] = QRectF(0, below, left, rows.bottom - below)
        return places

    def _paint_layer(self, layer: Layer, row: QRectF) -> None:
        """Paint a layer anew, on the picture it has if that is as large."""
        ratio, shades = self.devicePixelRatioF(), colours(self.palette())
        size = (row.size() * ratio).toSize()
        picture = self._layers.get(layer)
        if picture is None or picture.size() != size or picture.devicePixelRatioF() != ratio:
            picture = self._layers[layer] = QPixmap(size)
            picture.setDevicePixelRatio(ratio)
        self._stale.discard(layer)
        picture.fill(QColor(shades.window))
        with QPainter(picture) as painter:
            painter.setFont(self.font())
            painter.translate(-row.topLeft())
            if isinstance(layer, Lane):
                stamps = self._stamps_for(ratio)
                LanePicture(self._scene, self._scale, row, shades, stamps).paint(painter, layer)
            elif layer == "names":
                names = {lane: lane_name(lane) for lane in Lane}
                paint_names(painter, names, self.rows, self._scale.left_px, shades)
            else:
                scene = replace(self._scene, message=self.message)
                sound = WaveformPicture(scene, self._scale, self.rows, shades, self._canvas)
                if layer == "ruler":
                    sound.paint_ruler(painter)
                else:
                    sound.paint_sound(painter, ratio)

    def _paint_overlay(self, painter: QPainter, rows: Rows) -> None:
        shades = colours(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._selected is not None:
            paint_chosen(painter, self._selected, rows, self._scale, shades)
        if self._hover_x is not None:
            at_ms = self._scale.ms_at(self._hover_x)
            text = clock(at_ms, tenths=self._scale.view_ms < _TENTHS_BELOW_MS)
            is_firm = self._dragged_from is not None
            paint_pointer(painter, self._hover_x, text, rows, shades, is_firm=is_firm)
        if self._scale.shows(self._position_ms):
            x = round(self._scale.x_of(self._position_ms)) + 0.5
            paint_playhead(painter, x, rows, shades)

    def _stamps_for(self, ratio: float) -> Stamps:
        if self._stamps is None:
            self._stamps = Stamps(colours(self.palette()), letter_font(self.font()), ratio)
        return self._stamps

    def _repaint(self) -> None:
        """Have everything painted anew, at new places."""
        self._stale.update(self._layers)
        self._placed = None
        self.update()

    def _repaint_times(self) -> None:
        """Have everything painted anew that stands at a moment."""
        self._stale.update(self._layers)
        self._stale.discard("names")
        self.update()

    def _drop(self, *layers: Layer) -> None:
        """Have some layers painted anew."""
        places = self._layer_rows(self.rows)
        for layer in layers:
            self._stale.add(layer)
            if layer in places:
                self.update(places[layer].toAlignedRect())

    # Inside

    def _change(self, **values: object) -> None:
        changed = [name for name, value in values.items() if getattr(self._scene, name) != value]
        if not changed:
            return
        before, had_spectrogram = self._scene.lanes, self._scene.spectrogram is not None
        self._scene = replace(self._scene, **values)  # type: ignore[arg-type]  # it checks the names
        has_spectrogram = self._scene.spectrogram is not None
        if self._scene.lanes != before or has_spectrogram is not had_spectrogram:
            self.updateGeometry()
            self._repaint()
        else:
            self._drop(*(layer for name in changed for layer in _SHOWN_IN[name]))

    def _hits(self) -> TimelineHits:
        return TimelineHits(self._scene, self._scale, self.rows)

    def _activate(self, hit: Hit) -> None:
        match hit.lane:
            case Lane.EVIDENCE:
                self.select_evidence(hit.item_id)
                self.evidence_activated.emit(hit.item_id)
            case Lane.CODES:
                self.mark_activated.emit(hit.item_id, hit.at_ms)
            case _:
                self.line_activated.emit(hit.at_ms)

    def _select(self, evidence_id: str | None) -> None:
        known = () if self._scene.evidence is None else self._scene.evidence.items
        before = self._selected
        self._selected = next((e for e in known if e.evidence_id == evidence_id), None)
        for chosen in (before, self._selected):
            if chosen is not None:
                self._update_strip(chosen.span.start_ms, _CHOSEN_PX)

    def _fit_scale(self) -> None:
        """Give the picture what the names of the lanes leave of the width."""
        names = [lane_name(lane) for lane in Lane]
        wanted = names_px(QFontMetricsF(self.font()), names)
        self._scale.left_px = wanted if self.width() >= _NARROW_PX + wanted else 0
        self._scale.width_px = max(1, self.width() - self._scale.left_px)

    def _height_for(self, wave_px: int) -> int:
        needed = least_height(
            QFontMetricsF(self.font()),
            wave_px,
            self._scene.lanes,
            with_spectrogram=self._scene.spectrogram is not None,
        )
        return needed + self._scroll.sizeHint().height()

    def _update_strip(self, at_ms: int, reach: int) -> None:
        x = round(self._scale.x_of(at_ms))
        x = min(max(x, self._scale.left_px), self._scale.right_px)
        self.update(QRect(x - reach, 0, 2 * reach + 1, self.height()))

    def _hover_at(self, x: float | None) -> None:
        if self._scale.duration_ms == 0 or (x is not None and x < self._scale.left_px):
            x = None
        for place in (self._hover_x, x):
            if place is not None:
                left = min(max(0, round(place) - _HOVER_PX), self.width() - 2 * _HOVER_PX)
                self.update(QRect(left, 0, 2 * _HOVER_PX, self.height()))
        self._hover_x = None if x is None else min(x, float(self.width()))

    def _zoom_centre(self) -> float:
        if self._scale.shows(self._position_ms):
            return self._scale.x_of(self._position_ms)
        return self._scale.left_px + self._scale.width_px / 2

    def _zoom(self, factor: float, at_x: float) -> None:
        before = self._scale.view_ms
        self._scale.zoom(factor, at_x)
        if self._scale.view_ms != before:
            self._zoomed()

    def _zoomed(self) -> None:
        self._show_scroll()
        self._repaint_times()
        self.zoom_changed.emit(round(self._scale.view_ms))
        self.view_changed.emit()

    def _scroll_to(self, start_ms: float) -> None:
        before = self._scale.start_ms
        self._scale.scroll_to(start_ms)
        if self._scale.start_ms != before:
            self._show_scroll()
            self._repaint_times()
            self.view_changed.emit()

    def _show_scroll(self) -> None:
        scale = self._scale
        self._scroll.blockSignals(True)
        self._scroll.setRange(0, max(0, round(scale.duration_ms - scale.view_ms)))
        self._scroll.setPageStep(max(1, round(scale.view_ms)))
        self._scroll.setSingleStep(max(1, round(scale.view_ms / 10)))
        self._scroll.setValue(round(scale.start_ms))
        self._scroll.blockSignals(False)
        self._scroll.setVisible(not scale.is_whole)

    def _scrolled(self, start_ms: int) -> None:
        self._scale.scroll_to(start_ms)
        self._repaint_times()
        self.view_changed.emit()


def _place_of_evidence(evidence: Evidence) -> tuple[int, int, int]:
    """Beginning, end and polarity, as a track wants them."""
    span = evidence.span
    return span.start_ms, span.end_ms, POLARITIES.index(evidence.polarity)
