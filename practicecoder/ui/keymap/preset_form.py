"""The choice of a preset, with what it brings shown before it is taken."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.keys.presets import Preset, presets, suggestions_in_words
from practicecoder.ui.settings import Playback
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label


class PresetForm(QFrame):
    """Offers the presets; none is taken before its button is pressed."""

    preset_wanted = Signal(object, bool)
    """A Preset, and whether its playback settings are wanted too."""

    def __init__(self, playback: Playback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        self._playback = playback
        self._current = ""
        self.choice = QComboBox(self)
        name(self.choice, self.tr("Preset"))
        for each in presets():
            self.choice.addItem(each.title, each.preset_id)
        self.use = button(self.tr("Use this preset"), self, self._want)
        self._words = label(self.tr("Keys as in"), self)
        self._words.setBuddy(self.choice)
        self._about = label("", self, Look.MUTED, wrapped=True)
        self.with_playback = QCheckBox(self)
        self.choice.currentIndexChanged.connect(self._show_chosen)
        self._lay_out()
        self._show_chosen()

    @property
    def chosen(self) -> Preset:
        """Preset that is looked at."""
        return presets()[self.choice.currentIndex()]

    def show_current(self, preset: Preset, playback: Playback) -> None:
        """Show which preset the keys come from."""
        self._current, self._playback = preset.preset_id, playback
        self.choice.setCurrentIndex(self.choice.findData(preset.preset_id))
        self._show_chosen()

    def _show_chosen(self) -> None:
        suggestions = suggestions_in_words(self.chosen, self._playback)
        self._about.setText(self.chosen.about)
        self.with_playback.setVisible(bool(suggestions))
        self.with_playback.setChecked(False)
        self.with_playback.setText(
            self.tr("Also set its {0}").format("; ".join(suggestions)) if suggestions else ""
        )
        self.use.setEnabled(self.chosen.preset_id != self._current or bool(suggestions))

    def _want(self) -> None:
        with_playback = self.with_playback.isVisibleTo(self) and self.with_playback.isChecked()
        self.preset_wanted.emit(self.chosen, with_playback)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, DOUBLE, SPACE)
        layout.setSpacing(SPACE)
        row = Flow(self)
        for part in (self._words, self.choice, self.use):
            row.add(part)
        layout.addWidget(row)
        layout.addWidget(self._about)
        layout.addWidget(self.with_playback)
