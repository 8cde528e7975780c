"""Text size and colours of the window, as the person prefers and as the system changes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from practicecoder.ui.icons import redraw_icons
from practicecoder.ui.settings import ColourScheme, Contrast, Settings
from practicecoder.ui.theme import apply_looks

TEXT_STEP = 0.1


class WindowLooks(QObject):
    """Dresses the program whenever the preferred looks change, or those of the system."""

    dressed = Signal()
    told = Signal(str)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        settings.looks_changed.connect(self._dress)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)

    def change_text_size(self, steps: int) -> None:
        """Make the text larger or smaller by steps; 0 goes back to the system's size."""
        scale = round(self._settings.text_scale + steps * TEXT_STEP, 2) if steps else 1.0
        self._settings.text_scale = scale
        self.told.emit(self.tr("Text size {}%").format(round(self._settings.text_scale * 100)))

    def change_scheme(self, scheme: ColourScheme) -> None:
        """Prefer light or dark colours, or those of the system."""
        self._settings.colour_scheme = scheme

    def _follow_scheme(self) -> None:
        if self._settings.looks.scheme is ColourScheme.SYSTEM:
            self._dress()

    def _follow_contrast(self) -> None:
        if self._settings.looks.contrast is Contrast.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_looks(application, self._settings.looks)
        redraw_icons(application)
        self.dressed.emit()
