"""The preferences: pages at the side, everything in force at once, Cancel brings all back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from practicecoder.ui.accessibility import announce, name, tab_as_laid_out
from practicecoder.ui.preferences.keys import KeyPreferences, PedalPreferences
from practicecoder.ui.preferences.listening import ListeningPreferences
from practicecoder.ui.preferences.looks import LooksPreferences
from practicecoder.ui.preferences.page import PreferencePage
from practicecoder.ui.preferences.protection import ProtectionPreferences
from practicecoder.ui.preferences.speech import SpeechPreferences
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.labels import button, in_row, label

FIRST_SIZE = (1000, 660)
FRAME_PX = 60
"""Room that the desktop keeps for titles and the like."""


class PreferencesDialog(QDialog):
    """All that a person may choose on this computer."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._before = settings.preferences
        self.setWindowTitle(self.tr("Preferences"))
        self.choice = QListWidget(self)
        self.stack = QStackedWidget(self)
        self.pages: tuple[PreferencePage, ...] = (
            ListeningPreferences(settings, self),
            LooksPreferences(settings, self),
            KeyPreferences(settings, self),
            PedalPreferences(settings, self),
            SpeechPreferences(settings, self),
            ProtectionPreferences(settings, self),
        )
        for page in self.pages:
            self.choice.addItem(page.title)
            self.stack.addWidget(page)
        name(self.choice, self.tr("Pages of the preferences"))
        self._heading = label("", self, Look.TITLE)
        self.reset_page = button(self.tr("Reset this page"), self, self._reset)
        self.ok = button(self.tr("OK"), self, self.accept, look=Look.PRIMARY)
        self.cancel = button(self.tr("Cancel"), self, self.reject)
        self._lay_out()
        self.choice.currentRowChanged.connect(self._show_page)
        self.choice.setCurrentRow(0)
        self.choice.setFocus()

    @property
    def page(self) -> PreferencePage:
        """Page that is shown."""
        return self.pages[self.choice.currentRow()]

    def show_page(self, kind: type[PreferencePage]) -> None:
        """Go to a page."""
        self.choice.setCurrentRow([type(page) for page in self.pages].index(kind))

    def accept(self) -> None:
        """Keep everything, and put keys and pedals in force."""
        for page in self.pages:
            page.accept()
        self._settings.save()
        super().accept()

    def reject(self) -> None:
        """Have everything as it was before."""
        self._settings.preferences = self._before
        super().reject()

    def _show_page(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self._heading.setText(self.pages[row].title)

    def _reset(self) -> None:
        self.page.reset()
        announce(self, self.tr("{0} as practicecoder comes").format(self.page.title))

    def _lay_out(self) -> None:
        room = self.screen().availableSize()
        self.resize(scaled(FIRST_SIZE[0]), scaled(FIRST_SIZE[1]))
        self.resize(self.size().boundedTo(room - QSize(FRAME_PX, FRAME_PX)))
        self.choice.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choice.setFixedWidth(self.choice.sizeHintForColumn(0) + 4 * DOUBLE)
        beside = QVBoxLayout()
        beside.setSpacing(DOUBLE)
        beside.addWidget(self._heading)
        beside.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(TRIPLE)
        across.addWidget(self.choice)
        across.addLayout(beside, 1)
        buttons = in_row(self.reset_page)
        buttons.addStretch(1)
        buttons.addWidget(self.ok)
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addLayout(across, 1)
        layout.addLayout(buttons)
        tab_as_laid_out(self)
