"""The layers of the timeline: each is kept as a picture and painted anew only when it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from practicecoder.ui.colours import Colours
from practicecoder.ui.widgets.lane_pictures import LanePicture, letter_font, paint_names
from practicecoder.ui.widgets.marks import Stamps
from practicecoder.ui.widgets.time_scale import TimeScale
from practicecoder.ui.widgets.timeline_hits import lane_name
from practicecoder.ui.widgets.timeline_scene import Lane, Rows, Scene
from practicecoder.ui.widgets.waveform_picture import WaveformPicture
from practicecoder.ui.widgets.waveform_pixels import WaveCanvas

Layer = Lane | Literal["ruler", "sound", "names"]
SHOWN_IN: Mapping[str, tuple[Layer, ...]] = {
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shown:
    """What the pictures are painted of; ``ratio``: so many pixels of the screen to a unit."""

    scene: Scene
    scale: TimeScale
    rows: Rows
    font: QFont
    shades: Colours
    ratio: float


class LayerPictures:
    """Keeps the layers, so that a key press paints no more than the lane it changes."""

    def __init__(self) -> None:
        self._pictures: dict[Layer, QPixmap] = {}
        self._stale: set[Layer] = set()
        self._canvas = WaveCanvas()
        self._stamps: Stamps | None = None

    def drop(self, layers: Iterable[Layer]) -> None:
        """Have some layers painted anew."""
        self._stale.update(layers)

    def drop_all(self) -> None:
        """Have everything painted anew."""
        self._stale.update(self._pictures)

    def drop_times(self) -> None:
        """Have everything painted anew that stands at a moment."""
        self._stale.update(self._pictures)
        self._stale.discard("names")

    def drop_stamps(self) -> None:
        """Have shapes and letters drawn anew, in other colours, type or density."""
        self._stamps = None

    def paint(self, painter: QPainter, exposed: QRectF, shown: Shown) -> None:
        """Put the layers where they belong; those that are not to be seen are left for later."""
        for layer, row in layer_rows(shown.rows, shown.scale).items():
            if row.intersects(exposed):
                if layer in self._stale or layer not in self._pictures:
                    self._paint_layer(layer, row, shown)
                painter.drawPixmap(row.topLeft(), self._pictures[layer])

    # Inside

    def _paint_layer(self, layer: Layer, row: QRectF, shown: Shown) -> None:
        """Paint a layer anew, on the picture it has if that is as large."""
        size = (row.size() * shown.ratio).toSize()
        picture = self._pictures.get(layer)
        if picture is None or picture.size() != size or picture.devicePixelRatioF() != shown.ratio:
            picture = self._pictures[layer] = QPixmap(size)
            picture.setDevicePixelRatio(shown.ratio)
        self._stale.discard(layer)
        picture.fill(QColor(shown.shades.window))
        with QPainter(picture) as painter:
            painter.setFont(shown.font)
            painter.translate(-row.topLeft())
            self._paint_content(painter, layer, row, shown)

    def _paint_content(self, painter: QPainter, layer: Layer, row: QRectF, shown: Shown) -> None:
        scene, scale, shades = shown.scene, shown.scale, shown.shades
        if isinstance(layer, Lane):
            stamps = self._stamps_for(shown)
            LanePicture(scene, scale, row, shades, stamps).paint(painter, layer)
        elif layer == "names":
            names = {lane: lane_name(lane) for lane in Lane}
            paint_names(painter, names, shown.rows, scale.left_px, shades)
        else:
            sound = WaveformPicture(scene, scale, shown.rows, shades, self._canvas)
            if layer == "ruler":
                sound.paint_ruler(painter)
            else:
                sound.paint_sound(painter, shown.ratio)

    def _stamps_for(self, shown: Shown) -> Stamps:
        if self._stamps is None:
            self._stamps = Stamps(shown.shades, letter_font(shown.font), shown.ratio)
        return self._stamps


def layer_rows(rows: Rows, scale: TimeScale) -> dict[Layer, QRectF]:
    """Place of each layer."""
    left, width = scale.left_px, scale.width_px
    places: dict[Layer, QRectF] = {"ruler": rows.ruler, "sound": rows.sound}
    for lane, row in rows.lanes.items():
        places[lane] = QRectF(left, row.top(), width, row.height())
    if left and rows.lanes:
        below = rows.sound.bottom()
        places["names"] = QRectF(0, below, left, rows.bottom - below)
    return places
