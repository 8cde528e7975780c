"""The dialog that changes keys and pedals: OK takes everything over, Cancel nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import tab_as_laid_out
from practicecoder.ui.keymap.editor import KeymapEditor
from practicecoder.ui.keymap.pedals import PedalEditor
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.labels import button_box, label

FIRST_SIZE = (940, 640)
FRAME_PX = 60
"""Room that the desktop keeps for titles and the like."""


class KeymapDialog(QDialog):
    """Keys and pedals of this computer."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and pedals"))
        room = self.screen().availableSize()
        self.resize(scaled(FIRST_SIZE[0]), scaled(FIRST_SIZE[1]))
        self.resize(self.size().boundedTo(room - QSize(FRAME_PX, FRAME_PX)))
        self.editor = KeymapEditor(settings, self)
        self.pedals = PedalEditor(settings, self)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(self.tr("Keys and pedals"))
        self.tabs.addTab(self.editor, self.tr("Keys"))
        self.tabs.addTab(self.pedals, self.tr("Pedals"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Keys and pedals"), self, Look.TITLE))
        layout.addWidget(self.tabs, 1)
        standard = QDialogButtonBox.StandardButton
        buttons = button_box(self, standard.Ok, standard.Cancel)
        for which in (standard.Ok, standard.Cancel):
            buttons.button(which).setAutoDefault(False)
            buttons.button(which).setDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        tab_as_laid_out(self)
        self.editor.filter.setFocus()

    def accept(self) -> None:
        """Take over what was changed."""
        if self.editor.is_changed:
            self.editor.apply()
        if self.pedals.is_changed:
            self.pedals.apply()
        super().accept()


def show_keymap_dialog(settings: Settings, parent: QWidget) -> KeymapDialog:
    """Open the dialog over a window, which goes on; it goes when it is closed."""
    dialog = KeymapDialog(settings, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
