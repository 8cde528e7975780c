"""The choice that begins a counting pass: tally every mark, or count by volley."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CountingMode
from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress
from practicecoder.ui.widgets.labels import button, label


class ModeChoice(QFrame):
    """Two buttons, each with a sentence on what it means."""

    mode_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        name(self, self.tr("How to count"))
        self._tally = button(
            self.tr("Tally"), self, lambda: self.mode_chosen.emit(CountingMode.TALLY)
        )
        self._volley = button(
            self.tr("By volley"), self, lambda: self.mode_chosen.emit(CountingMode.VOLLEY)
        )
        self._volley_words = label("", self, Look.MUTED, wrapped=True)
        self._tally_words = label(
            self.tr("Every mark counts, however many there are in one turn."),
            self,
            Look.MUTED,
            wrapped=True,
        )
        self._lay_out()
        self.show_codebook(None)

    def show_codebook(self, codebook: Codebook | None) -> None:
        """Say what counting by volley means in a codebook."""
        once = codebook is not None and codebook.parsing.once_per_slot_per_volley
        if once:
            sentence = self.tr(
                "You say where a turn of the worker ends; a slot counts once in it."
            )
        else:
            sentence = self.tr("You say where a turn of the worker ends; codes give way in it.")
        self._volley_words.setText(sentence)
        for made, words in ((self._tally, self._tally_words), (self._volley, self._volley_words)):
            made.setAccessibleDescription(words.text())

    def enter(self) -> None:
        """Give the first button the focus."""
        self._tally.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("How do you count?"), self, Look.HEADING))
        begins = self.tr(
            "Choosing begins the counting pass. Numbers of the two ways cannot be compared, so "
            "the choice stands once there are marks."
        )
        layout.addWidget(label(begins, self, Look.MUTED, wrapped=True))
        for made, words in ((self._tally, self._tally_words), (self._volley, self._volley_words)):
            layout.addSpacing(SPACE)
            layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(words)
        layout.addStretch(1)
