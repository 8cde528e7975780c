"""How the window looks: colours, spacing and type over Qt's Fusion style, in light and dark."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from practicecoder.ui.colours import DARK, LIGHT, Colours
from practicecoder.ui.settings import ColourScheme
from practicecoder.ui.stylesheet import stylesheet

HALF, SPACE, DOUBLE, TRIPLE = 4, 8, 16, 24
"""Distances in pixels: everything stands on a grid of eight, with halves inside a control."""
CONTROL_HEIGHT = 32
"""Height of buttons and fields in pixels at the normal text size."""
SMALLEST_TEXT_PT = 10.0
"""The system's text is enlarged to this size where it is smaller."""


class Look(StrEnum):
    """How a widget is dressed; given with :func:`dress`."""

    TITLE = "title"
    HEADING = "heading"
    LEAD = "lead"
    MUTED = "muted"
    SMALL = "small"
    NUMBER = "number"
    BADGE = "badge"
    WARNING_BADGE = "warning-badge"
    CARD = "card"
    PLAIN = "plain"
    WARNING = "warning"
    SUCCESS = "success"
    ERROR = "error"
    PRIMARY = "primary"
    QUIET = "quiet"
    CHIP = "chip"
    RAIL = "rail"
    PANEL = "panel"
    HEADER = "header"


def dress(widget: QWidget, look: Look) -> None:
    """Give a widget a look of the style sheet."""
    if widget.property("look") == look.value:
        return
    widget.setProperty("look", look.value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def colours(palette: QPalette | None = None) -> Colours:
    """Colours that belong to a palette, or to the application's."""
    ground = (palette or QApplication.palette()).color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def apply_theme(application: QApplication, scheme: ColourScheme, text_scale: float = 1.0) -> None:
    """Dress the application: style, scheme, palette, text size and style sheet."""
    hints = application.styleHints()
    hints.setColorScheme(_WANTED[scheme])
    if scheme is ColourScheme.SYSTEM:
        is_dark = hints.colorScheme() is Qt.ColorScheme.Dark
    else:
        is_dark = scheme is ColourScheme.DARK
    _apply(application, DARK if is_dark else LIGHT, text_scale)


def apply_light(application: QApplication, text_scale: float = 1.0) -> None:
    """Dress the application in light colours, whatever the system says."""
    _apply(application, LIGHT, text_scale)


def apply_dark(application: QApplication, text_scale: float = 1.0) -> None:
    """Dress the application in dark colours, whatever the system says."""
    _apply(application, DARK, text_scale)


def scaled(pixels: int) -> int:
    """Length that grows with the text, at the text size of this moment; it never shrinks."""
    application = QApplication.instance()
    scale = application.property(_SCALE) if application is not None else None
    return round(pixels * max(float(scale or 1.0), 1.0))


def palette_of(shades: Colours) -> QPalette:
    """Qt palette of a set of colours."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(shades.surface), QColor(shades.window))
    for which, shade in {
        role.Window: shades.window,
        role.WindowText: shades.text,
        role.Base: shades.surface,
        role.AlternateBase: shades.sunken,
        role.Text: shades.text,
        role.Button: shades.surface,
        role.ButtonText: shades.text,
        role.BrightText: shades.error,
        role.Highlight: shades.accent,
        role.HighlightedText: shades.on_accent,
        role.Accent: shades.accent,
        role.Link: shades.accent,
        role.LinkVisited: shades.series[2],
        role.PlaceholderText: shades.muted,
        role.ToolTipBase: shades.sunken,
        role.ToolTipText: shades.text,
        role.Light: shades.surface,
        role.Midlight: shades.sunken,
        role.Mid: shades.border,
        role.Dark: shades.outline,
        role.Shadow: shades.outline,
    }.items():
        palette.setColor(which, QColor(shade))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(shades.outline))
    palette.setColor(group.Disabled, role.Highlight, QColor(shades.border))
    palette.setColor(group.Disabled, role.HighlightedText, QColor(shades.text))
    return palette


_SCALE = "textScale"
OWN_FONT = "Open Sans"
_FALLBACK_FONTS = ("DejaVu Sans", "Bitstream Vera Sans", "")
"""What fontconfig gives when nobody chose a font."""

_WANTED = {
    ColourScheme.SYSTEM: Qt.ColorScheme.Unknown,
    ColourScheme.LIGHT: Qt.ColorScheme.Light,
    ColourScheme.DARK: Qt.ColorScheme.Dark,
}


def _apply(application: QApplication, shades: Colours, text_scale: float) -> None:
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    font = _screen_font()
    font.setPointSizeF(max(font.pointSizeF(), SMALLEST_TEXT_PT) * text_scale)
    application.setProperty(_SCALE, text_scale)
    application.setFont(font)
    application.setPalette(palette_of(shades))
    application.setStyleSheet(stylesheet(shades, font.pointSizeF(), text_scale))


def _screen_font() -> QFont:
    """Font of the desktop; the one of the reports where the desktop has none of its own."""
    font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    if QFontInfo(font).family() not in _FALLBACK_FONTS:
        return font
    if OWN_FONT not in QFontDatabase.families():
        for file in files("practicecoder.reports").joinpath("fonts").iterdir():
            if file.name.endswith(".ttf"):
                QFontDatabase.addApplicationFontFromData(file.read_bytes())
    if OWN_FONT in QFontDatabase.families():
        font.setFamily(OWN_FONT)
    return font
