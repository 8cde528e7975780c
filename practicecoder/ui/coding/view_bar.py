"""Ways of hearing and looking: skip silence, spectrogram, and the timeline as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, show_tip
from practicecoder.ui.icons import Icon, set_icon
from practicecoder.ui.theme import HALF


class ViewBar(QWidget):
    """Two switches and a button. It says what is wanted and shows what is."""

    wanted = Signal(object)
    """ActionId of a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.skip_silence = self._button(ActionId.SKIP_SILENCE, self.tr("Skip silence"))
        self.spectrogram = self._button(ActionId.SPECTROGRAM, self.tr("Spectrogram"))
        for switch in (self.skip_silence, self.spectrogram):
            switch.setCheckable(True)
        self.table = self._button(ActionId.TIMELINE_TABLE, self.tr("Timeline as a table"))
        set_icon(self.table, Icon.TABLE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        for control in (self.skip_silence, self.spectrogram, self.table):
            layout.addWidget(control)
        self.show_skip_silence(False)
        self.show_spectrogram(False)

    def show_skip_silence(self, is_on: bool) -> None:
        """Show whether silences are left out."""
        self._show(self.skip_silence, is_on)

    def show_silence_search(self, share: float | None) -> None:
        """Show how far the search for silences is, 0 to 1; None: there is none."""
        words = self.tr("Skip silence")
        if share is not None:
            words = self.tr("Finding silences: {0}%").format(int(share * 100))
        self.skip_silence.setText(words)

    def show_spectrogram(self, is_on: bool) -> None:
        """Show whether the spectrogram is there."""
        self._show(self.spectrogram, is_on)

    def set_available(self, available: bool) -> None:
        """Offer ways of hearing only where there is something to hear."""
        self.skip_silence.setEnabled(available)
        self.spectrogram.setEnabled(available)

    # Inside

    def _show(self, switch: QToolButton, is_on: bool) -> None:
        switch.setChecked(is_on)
        switch.setAccessibleDescription(self.tr("on") if is_on else self.tr("off"))

    def _button(self, action_id: ActionId, words: str) -> QToolButton:
        made = QToolButton(self)
        made.setText(words)
        show_tip(made, action_id)
        name(made, words)
        made.clicked.connect(lambda _checked=False: self.wanted.emit(action_id))
        return made
