"""How the window looks: colours, spacing and type over Qt's Fusion style, in light and dark."""

from __future__ import annotations

from enum import StrEnum
from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QProgressBar, QStyle, QWidget

from practicecoder.ui.colours import EVERY_SET, Colours, colour_set
from practicecoder.ui.settings import ColourScheme, Contrast, Looks, Motion
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
    ALARM = "alarm"
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
    for known in EVERY_SET:
        if QColor(known.window) == ground:
            return known
    return colour_set(is_dark=ground.lightness() < 128, is_high=False)


def apply_looks(application: QApplication, looks: Looks) -> None:
    """Dress the application: style, scheme, palette, text size, style sheet and motion."""
    hints = application.styleHints()
    hints.setColorScheme(_WANTED[looks.scheme])
    if looks.scheme is ColourScheme.SYSTEM:
        is_dark = hints.colorScheme() is Qt.ColorScheme.Dark
    else:
        is_dark = looks.scheme is ColourScheme.DARK
    shades = colour_set(is_dark=is_dark, is_high=wants_high_contrast(looks))
    _apply(application, shades, looks.text_scale, still=not _wants_motion(looks))


def wants_high_contrast(looks: Looks) -> bool:
    """Whether contrast is to be strong: by choice, or else because the system asks for it."""
    if looks.contrast is not Contrast.SYSTEM:
        return looks.contrast is Contrast.HIGH
    wanted = QApplication.styleHints().accessibility().contrastPreference()
    return wanted is Qt.ContrastPreference.HighContrast


def may_move() -> bool:
    """Whether things may move on the screen at this moment."""
    application = QApplication.instance()
    return application is None or not application.property(_STILL)


def show_busy(bar: QProgressBar) -> None:
    """Have a bar say that work goes on: it moves to and fro, or stands full if it may not."""
    bar.setRange(0, 0 if may_move() else 1)
    bar.setValue(bar.maximum())


def apply_light(application: QApplication, text_scale: float = 1.0) -> None:
    """Dress the application in light colours, whatever the system says."""
    _apply(application, colour_set(is_dark=False, is_high=False), text_scale)


def apply_dark(application: QApplication, text_scale: float = 1.0) -> None:
    """Dress the application in dark colours, whatever the system says."""
    _apply(application, colour_set(is_dark=True, is_high=False), text_scale)


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
_STILL = "still"
_FUSION = "fusion"
_FLASH = "systemCursorFlashTime"
OWN_FONT = "Open Sans"
_FALLBACK_FONTS = ("DejaVu Sans", "Bitstream Vera Sans", "")
"""What fontconfig gives when nobody chose a font."""

_WANTED = {
    ColourScheme.SYSTEM: Qt.ColorScheme.Unknown,
    ColourScheme.LIGHT: Qt.ColorScheme.Light,
    ColourScheme.DARK: Qt.ColorScheme.Dark,
}


def _wants_motion(looks: Looks) -> bool:
    if looks.motion is not Motion.SYSTEM:
        return looks.motion is Motion.FULL
    # Without a widget the style answers for the system, whatever the style sheet says.
    return bool(QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animate))


def _apply(
    application: QApplication, shades: Colours, text_scale: float, *, still: bool = False
) -> None:
    if not application.property(_FUSION):  # under a style sheet a style does not tell its name
        application.setStyle("Fusion")
        application.setProperty(_FUSION, True)
    font = _screen_font()
    font.setPointSizeF(max(font.pointSizeF(), SMALLEST_TEXT_PT) * text_scale)
    application.setProperty(_SCALE, text_scale)
    application.setFont(font)
    application.setPalette(palette_of(shades))
    application.setStyleSheet(stylesheet(shades, font.pointSizeF(), text_scale, still=still))
    _let_cursor_flash(application, not still)
    application.setProperty(_STILL, still)


def _let_cursor_flash(application: QApplication, flash: bool) -> None:
    if application.property(_FLASH) is None:
        application.setProperty(_FLASH, application.cursorFlashTime())
    application.setCursorFlashTime(application.property(_FLASH) if flash else 0)


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
