"""The waveform with its lanes: shows where the sound is, and takes clicks to go elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
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
from practicecoder.domain.coding import Evidence, Polarity
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.ui.theme import colours
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.value_text import give_value_text
from practicecoder.ui.widgets.waveform_picture import (
    HANDLE_PX,
    Rows,
    Scene,
    WaveformPicture,
    least_height,
    paint_playhead,
    paint_pointer,
)

ZOOM_STEP = 1.5
_WHEEL_ZOOM = 1.0016
"""Zoom of one unit of wheel angle; a notch of 120 gives about a fifth more detail."""

_FOLLOWS_JUMPS_OVER_MS = 1_500
_PAGE_TURN = 0.1
_REACH_PX = 12
_DRAG_PX = 3
_HOVER_PX = 48
_TENTHS_BELOW_MS = 120_000


class WaveformView(QWidget):
    """Waveform of a recording with ruler, heard lane and evidence lane.

    Set the duration first; the peaks may come later, or grow.
    """

    seek_requested = Signal(int)
    evidence_activated = Signal(str)
    zoom_changed = Signal(int)
    """Milliseconds in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = Scene()
        self._scale = TimeScale()
        self._problem = ""
        self._position_ms = 0
        self._hover_x: float | None = None
        self._dragged_from: float | None = None
        self._picture: QPixmap | None = None
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
        self._change(peaks=peaks)

    def show_problem(self, text: str) -> None:
        """Say why there will be no waveform, until there are peaks again."""
        self._problem = text
        self._repaint()

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
        self._change(evidence=tuple(evidence))

    def select_evidence(self, evidence_id: str | None) -> None:
        """Mark one piece of evidence, and scroll to it; None marks none."""
        self._change(selected=evidence_id)
        chosen = next((e for e in self._scene.evidence if e.evidence_id == evidence_id), None)
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
        self._update_strip(before)
        self._update_strip(position_ms)

    @property
    def position_ms(self) -> int:
        """Where the playhead is."""
        return self._position_ms

    @property
    def view(self) -> TimeSpan:
        """Stretch in view."""
        return TimeSpan(round(self._scale.start_ms), round(self._scale.end_ms))

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

    def x_of(self, at_ms: int) -> float:
        """Pixel at which a moment is shown."""
        return self._scale.x_of(at_ms)

    def evidence_at(self, point: QPointF) -> Evidence | None:
        """Piece of evidence whose mark is nearest to a point of the lane, if any is near."""
        if not self._rows().evidence.contains(point):
            return None
        near = [
            (abs(self._scale.x_of(evidence.span.start_ms) - point.x()), evidence)
            for evidence in self._scene.evidence
        ]
        distance, nearest = min(near, key=lambda pair: pair[0], default=(_REACH_PX + 1.0, None))
        return nearest if distance <= _REACH_PX else None

    # Qt

    def sizeHint(self) -> QSize:
        """Size with a waveform that can be read well."""
        return QSize(720, self._height_for(112))

    def minimumSizeHint(self) -> QSize:
        """Smallest size that still shows all lanes."""
        return QSize(240, self._height_for(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the playhead over the picture, which is painted anew only when it has changed."""
        if self._picture is None:
            self._picture = self._painted()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._hover_x is not None:
                self._paint_pointer(painter, self._hover_x)
            if self._scale.duration_ms:
                x = round(self._scale.x_of(self._position_ms)) + 0.5
                paint_playhead(painter, x, self._rows(), colours(self.palette()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the view, at another width."""
        height = self._scroll.sizeHint().height()
        self._scroll.setGeometry(0, self.height() - height, self.width(), height)
        self._scale.width_px = max(1, self.width())
        self._repaint()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in other colours or another type."""
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
        ):
            self.updateGeometry()
            self._repaint()

    def event(self, event: QEvent) -> bool:
        """Paint anew on a screen of another density; tell what is under the pointer."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._repaint()
        if isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose evidence, or go to the moment that was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._scale.duration_ms == 0:
            event.ignore()
            return
        evidence = self.evidence_at(event.position())
        if evidence is not None:
            self.select_evidence(evidence.evidence_id)
            self.evidence_activated.emit(evidence.evidence_id)
            return
        self._dragged_from = event.position().x()
        self._hover_at(event.position().x())
        self.seek_requested.emit(self._scale.ms_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the time under the pointer."""
        self._hover_at(event.position().x())
        is_dragging = self._dragged_from is not None
        over_mark = not is_dragging and self.evidence_at(event.position()) is not None
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
        """Zoom at the pointer; sideways or with Shift scroll."""
        delta = event.angleDelta()
        sideways = delta.x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or delta.y()
        if abs(sideways) > abs(delta.y()) or (sideways and sideways == delta.y()):
            step = self._scale.view_ms * sideways / 1_200
            self._scroll_to(self._scale.start_ms - step)
        else:
            self._zoom(_WHEEL_ZOOM ** delta.y(), event.position().x())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with plus, minus and 0; every other key belongs to the page."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.show_all()
            case _:
                event.ignore()

    # Inside

    def _change(self, **values: object) -> None:
        scene = replace(self._scene, **values)  # type: ignore[arg-type]  # names are checked by it
        if scene != self._scene:
            self._scene = scene
            self._repaint()

    def _repaint(self) -> None:
        self._picture = None
        self.update()

    def _rows(self) -> Rows:
        height = self.height() - self._scroll.sizeHint().height()
        return Rows.of(QSizeF(self.width(), height), QFontMetricsF(self.font()))

    def _height_for(self, wave_px: int) -> int:
        metrics = QFontMetricsF(self.font())
        return least_height(metrics, wave_px) + self._scroll.sizeHint().height()

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        shades = colours(self.palette())
        picture.fill(QColor(shades.window))
        scene = replace(self._scene, message=self.message)
        with QPainter(picture) as painter:
            painter.setFont(self.font())
            WaveformPicture(scene, self._scale, self._rows(), shades).paint(painter, picture)
        return picture

    def _paint_pointer(self, painter: QPainter, x: float) -> None:
        text = clock(self._scale.ms_at(x), tenths=self._scale.view_ms < _TENTHS_BELOW_MS)
        is_dragging = self._dragged_from is not None
        shades = colours(self.palette())
        paint_pointer(painter, x, text, self._rows(), shades, is_firm=is_dragging)

    def _update_strip(self, at_ms: int) -> None:
        x = round(self._scale.x_of(at_ms))
        reach = HANDLE_PX + 2
        self.update(QRect(x - reach, 0, 2 * reach + 1, self.height()))

    def _hover_at(self, x: float | None) -> None:
        if self._scale.duration_ms == 0:
            x = None
        for place in (self._hover_x, x):
            if place is not None:
                left = min(max(0, round(place) - _HOVER_PX), self.width() - 2 * _HOVER_PX)
                self.update(QRect(left, 0, 2 * _HOVER_PX, self.height()))
        self._hover_x = None if x is None else min(max(0.0, x), float(self.width()))

    def _zoom_centre(self) -> float:
        if self._scale.shows(self._position_ms):
            return self._scale.x_of(self._position_ms)
        return self.width() / 2

    def _zoom(self, factor: float, at_x: float) -> None:
        before = self._scale.view_ms
        self._scale.zoom(factor, at_x)
        if self._scale.view_ms != before:
            self._zoomed()

    def _zoomed(self) -> None:
        self._show_scroll()
        self._repaint()
        self.zoom_changed.emit(round(self._scale.view_ms))

    def _scroll_to(self, start_ms: float) -> None:
        before = self._scale.start_ms
        self._scale.scroll_to(start_ms)
        if self._scale.start_ms != before:
            self._show_scroll()
            self._repaint()

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
        self._repaint()

    def _show_tip(self, event: QHelpEvent) -> None:
        point = QPointF(event.pos())
        evidence = self.evidence_at(point)
        if evidence is not None:
            self._tip(event.globalPos(), self._words_of(evidence))
        elif self._rows().heard.contains(point):
            at_ms = self._scale.ms_at(point.x())
            is_heard = any(span.contains(at_ms) for span in self._scene.heard)
            self._tip(
                event.globalPos(), self.tr("heard") if is_heard else self.tr("not heard yet")
            )
        else:
            QToolTip.hideText()

    def _tip(self, at: QPoint, text: str) -> None:
        QToolTip.showText(at, text, self)

    def _words_of(self, evidence: Evidence) -> str:
        word = {
            Polarity.STRENGTH: self.tr("strength"),
            Polarity.TO_BUILD: self.tr("to build"),
            Polarity.NEUTRAL: self.tr("neutral"),
        }[evidence.polarity]
        said = evidence.quote or evidence.note
        start = f"{clock(evidence.span.start_ms)}, {word}"
        return f"{start}: {said}" if said else start
