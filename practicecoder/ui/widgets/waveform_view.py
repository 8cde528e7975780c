"""The timeline under the hands: takes clicks, drags, the wheel and keys to zoom and scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from practicecoder.ui.widgets.timeline_hits import Hit, TimelineHits
from practicecoder.ui.widgets.timeline_picture import TimelinePicture
from practicecoder.ui.widgets.timeline_scene import Lane
from practicecoder.ui.widgets.value_text import give_value_text

ZOOM_STEP = 1.5
_WHEEL_ZOOM = 1.0016
"""Zoom of one unit of wheel angle; a notch of 120 gives about a fifth more detail."""
_WHEEL_SCROLL = 1 / 1_200
"""Share of the view that one unit of wheel angle scrolls; a notch is a tenth."""
_KEY_SCROLL = 0.9
"""Share of the view that a page key scrolls, so that one sees how the pages join."""
_DRAG_PX = 3
_HOVER_PX = 48


class WaveformView(TimelinePicture):
    """Waveform of a recording with ruler and lanes, to click, zoom and scroll in."""

    seek_requested = Signal(int)
    evidence_activated = Signal(str)
    mark_activated = Signal(str, int)
    """Id of a code mark, and its moment."""
    line_activated = Signal(int)
    """Moment at which a chosen line of the transcript begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged_from: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Waveform"))
        give_value_text(WaveformView)

    # Zoom

    def zoom_in(self) -> None:
        """Show more detail around the playhead, or around the middle if it is not in view."""
        self._zoom(ZOOM_STEP, self._zoom_centre())

    def zoom_out(self) -> None:
        """Show less detail."""
        self._zoom(1 / ZOOM_STEP, self._zoom_centre())

    def hit_at(self, point: QPointF) -> Hit | None:
        """Thing under a point that a click would choose; None where a click goes there."""
        return self._hits().at(point)

    # Qt

    def event(self, event: QEvent) -> bool:
        """Paint anew on a screen of another density; tell what is under the pointer."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pictures.drop_stamps()
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
        self._drag_from(x)
        self._hover_at(x)
        self.seek_requested.emit(self._scale.ms_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the time under the pointer."""
        self._hover_at(event.position().x())
        over_mark = not self._is_dragging and self.hit_at(event.position()) is not None
        pointing, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(pointing if over_mark else arrow)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to where the pointer was dragged."""
        from_x = self._dragged_from
        self._drag_from(None)
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

    # Inside

    def _drag_from(self, x: float | None) -> None:
        self._dragged_from = x
        self._is_dragging = x is not None

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
