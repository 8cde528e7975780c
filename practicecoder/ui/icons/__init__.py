"""Line icons of the window, inked in the colour of their place."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from practicecoder.ui.colours import Colours
from practicecoder.ui.theme import colours, scaled

ICON_PX = 20
_RATIOS = (1, 2)


class Icon(StrEnum):
    """Drawings in this folder, one ``.svg`` each, on a grid of 24 with ``currentColor`` ink."""

    ADD = "add"
    ANALYSIS = "analysis"
    BACK = "back"
    CLOSE = "close"
    CODEBOOK = "codebook"
    CODING = "coding"
    CONSENSUS = "consensus"
    COPY = "copy"
    DEMONSTRATION = "demonstration"
    EVIDENCE = "evidence"
    EXPORT = "export"
    FASTER = "faster"
    FIGURE = "figure"
    FOLDER = "folder"
    FORWARD = "forward"
    HELP = "help"
    IMPORT = "import"
    LOCK = "lock"
    LOOP = "loop"
    NEXT = "next"
    NOTE = "note"
    PAUSE = "pause"
    PEOPLE = "people"
    PERSON = "person"
    PLAY = "play"
    REDO = "redo"
    REFRESH = "refresh"
    RELIABILITY = "reliability"
    REPLAY = "replay"
    REPORT = "report"
    SAVE = "save"
    SEARCH = "search"
    SESSIONS = "sessions"
    SLOWER = "slower"
    START = "start"
    SUBMIT = "submit"
    SUPERVISION = "supervision"
    TABLE = "table"
    TRAINING = "training"
    UNDO = "undo"
    UNDOCK = "undock"
    UNLOCK = "unlock"
    WARNING = "warning"


class Ink(StrEnum):
    """Which of the theme's colours an icon is drawn in."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    RAIL = "rail_text"
    WARNING = "warning"


def icon(drawing: Icon, ink: Ink = Ink.TEXT, *, size: int = ICON_PX) -> QIcon:
    """Icon in a colour of the theme as it is at this moment; see :func:`set_icon`.

    ``size`` is its edge in pixels at the normal text size.
    """
    return _drawn(drawing, _shade(colours(), ink), scaled(size))


def set_icon(
    target: QAction | QAbstractButton, drawing: Icon, ink: Ink = Ink.TEXT, *, size: int = ICON_PX
) -> None:
    """Put an icon on a button or action that follows changes of the theme."""
    target.setProperty("drawing", f"{drawing.value} {ink.value} {size}")
    target.setIcon(icon(drawing, ink, size=size))
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(scaled(size), scaled(size)))


def redraw_icons(application: QApplication) -> None:
    """Ink all icons put on with :func:`set_icon` anew, after a change of the theme."""
    targets: set[QAction | QAbstractButton] = set()
    for widget in application.allWidgets():
        targets.update(_targets(widget))
    for target in targets:
        words = target.property("drawing")
        if isinstance(words, str):
            drawing, ink, size = words.split()
            set_icon(target, Icon(drawing), Ink(ink), size=int(size))


def _targets(widget: QWidget) -> list[QAction | QAbstractButton]:
    found: list[QAction | QAbstractButton] = list(widget.actions())
    if isinstance(widget, QAbstractButton):
        found.append(widget)
    return found


def _shade(shades: Colours, ink: Ink) -> str:
    shade: str = getattr(shades, ink.value)
    return shade


@lru_cache(maxsize=256)
def _drawn(drawing: Icon, shade: str, size: int) -> QIcon:
    text = (files(__package__) / f"{drawing.value}.svg").read_text(encoding="utf-8")
    made = QIcon()
    for ratio in _RATIOS:
        edge = size * ratio
        inked = text.replace("currentColor", shade).replace(
            'width="24" height="24"', f'width="{edge}" height="{edge}"'
        )
        image = QImage.fromData(inked.encode())
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made
