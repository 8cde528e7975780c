"""The timeline as a picture: what is shown of a recording, where it stands, which part of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QWidget

from practicecoder.audio.peaks import Peaks
from practicecoder.domain.coding import CodeMark, Evidence
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.domain.transcripts import TranscriptLine
from practicecoder.ui.theme import colours
from practicecoder.ui.widgets.lane_pictures import names_px
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_hits import lane_name
from practicecoder.ui.widgets.timeline_layers import (
    SHOWN_IN,
    Layer,
    LayerPictures,
    Shown,
    layer_rows,
)
from practicecoder.ui.widgets.timeline_overlay import (
    HANDLE_PX,
    paint_chosen,
    paint_playhead,
    paint_pointer,
)
from practicecoder.ui.widgets.timeline_scene import (
    Lane,
    Rows,
    Scene,
    SpectrogramShown,
    least_height,
)
from practicecoder.ui.widgets.timeline_tracks import evidence_track, lines_track, marks_track
from practicecoder.ui.widgets.tracks import track_of_spans
from practicecoder.ui.widgets.waveform_pixels import loudest

_FOLLOWS_JUMPS_OVER_MS = 1_500
_PAGE_TURN = 0.1
_MARGIN = 0.03
"""Share of a stretch that is shown beside it."""
_CHOSEN_PX = 16
_TENTHS_BELOW_MS = 120_000
_NARROW_PX = 420
"""Width below which the names of the lanes are left out; the pointer still tells them."""


class TimelinePicture(QWidget):
    """Shows a recording with ruler and lanes, and what stands at which moment of it.

    Set the duration first; the peaks may come later, or grow.
    """

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
        self._is_dragging = False
        self._pictures = LayerPictures()
        self._placed: Rows | None = None
        self._scroll = QScrollBar(Qt.Orientation.Horizontal, self)
        self._scroll.setAccessibleName(self.tr("Scroll the waveform"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.valueChanged.connect(self._scrolled)
        self._scroll.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

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
        track = evidence_track(self._scene.evidence, evidence)
        if track is self._scene.evidence:
            return
        self._change(evidence=track)
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
        who = dict(speakers or {})
        track = marks_track(self._scene, marks, who)
        self._change(marks=track, labels=dict(labels), speakers=who)

    def set_speech(self, spans: Sequence[TimeSpan] | None) -> None:
        """Show where somebody speaks; None: it is not known, and there is no lane for it."""
        self._change(speech=None if spans is None else track_of_spans(spans))

    def set_lines(self, lines: Sequence[TranscriptLine]) -> None:
        """Show the lines of a transcript; one without an end lasts until the next begins."""
        track = lines_track(self._scene.lines, lines, until_ms=self._scale.duration_ms)
        if track is not self._scene.lines:
            self._change(lines=track)

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

    # What is known

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
        return self.tr("The waveform is being made: {0}%").format(percent)

    # What is in view

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

    # Qt

    def sizeHint(self) -> QSize:
        """Size with a waveform that can be read well."""
        return QSize(720, self._height_for(112))

    def minimumSizeHint(self) -> QSize:
        """Smallest size that still shows all lanes."""
        return QSize(240, self._height_for(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put what moves over the layers; a layer is painted anew only when it has changed."""
        rows = self.rows
        shown = Shown(
            scene=replace(self._scene, message=self.message),
            scale=self._scale,
            rows=rows,
            font=self.font(),
            shades=colours(self.palette()),
            ratio=self.devicePixelRatioF(),
        )
        with QPainter(self) as painter:
            self._pictures.paint(painter, QRectF(event.rect()), shown)
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
            self._pictures.drop_stamps()
            self._fit_scale()
            self.updateGeometry()
            self._repaint()

    # Painting

    def _paint_overlay(self, painter: QPainter, rows: Rows) -> None:
        shades = colours(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._selected is not None:
            paint_chosen(painter, self._selected, rows, self._scale, shades)
        if self._hover_x is not None:
            at_ms = self._scale.ms_at(self._hover_x)
            text = clock(at_ms, tenths=self._scale.view_ms < _TENTHS_BELOW_MS)
            is_firm = self._is_dragging
            paint_pointer(painter, self._hover_x, text, rows, shades, is_firm=is_firm)
        if self._scale.shows(self._position_ms):
            x = round(self._scale.x_of(self._position_ms)) + 0.5
            paint_playhead(painter, x, rows, shades)

    def _repaint(self) -> None:
        """Have everything painted anew, at new places."""
        self._pictures.drop_all()
        self._placed = None
        self.update()

    def _repaint_times(self) -> None:
        """Have everything painted anew that stands at a moment."""
        self._pictures.drop_times()
        self.update()

    def _drop(self, *layers: Layer) -> None:
        """Have some layers painted anew."""
        places = layer_rows(self.rows, self._scale)
        self._pictures.drop(layers)
        for layer in layers:
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
            self._drop(*(layer for name in changed for layer in SHOWN_IN[name]))

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
