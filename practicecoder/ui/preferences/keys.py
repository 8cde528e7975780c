"""Keys and pedals: the editors of the keymap, as pages of the preferences."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.ui.keymap.editor import KeymapEditor
from practicecoder.ui.keymap.pedals import PedalEditor
from practicecoder.ui.preferences.page import PreferencePage
from practicecoder.ui.settings import Settings


class KeyPreferences(PreferencePage):
    """Every command with its keys; they are in force with OK."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.setAccessibleName(self.tr("Keys"))
        self.editor = KeymapEditor(settings, self)
        _fill(self, self.editor)

    def reset(self) -> None:
        """Choose the keys that practicecoder comes with."""
        self.editor.reset_to_own()

    def accept(self) -> None:
        """Put the keys in force."""
        if self.editor.is_changed:
            self.editor.apply()


class PedalPreferences(PreferencePage):
    """What a foot pedal sends; it is in force with OK."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.setAccessibleName(self.tr("Pedals"))
        self.editor = PedalEditor(settings, self)
        _fill(self, self.editor)

    def reset(self) -> None:
        """Know no pedal."""
        self.editor.forget_all()

    def accept(self) -> None:
        """Put the pedals in force."""
        if self.editor.is_changed:
            self.editor.apply()


def _fill(page: QWidget, content: QWidget) -> None:
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(content)
