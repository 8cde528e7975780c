"""Rows that give every speaker of a file a role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.services.transcripts import FileSpeaker
from practicecoder.ui.accessibility import name
from practicecoder.ui.coding.transcript.words import role_choices
from practicecoder.ui.theme import HALF, SPACE, Look, dress
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.labels import button, in_row, label


class SpeakerRows(QWidget):
    """One row for each speaker: the file's word, how often, the role, what stands for the name.

    Where the file does not say a role in plain words, somebody has to choose one; "unknown" is a
    choice too.
    """

    changed = Signal()

    def __init__(self, speakers: Sequence[FileSpeaker], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combos: dict[str, QComboBox] = {}
        self._names: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(HALF)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        headings = (self.tr("In the file"), self.tr("Lines"), self.tr("Role"), self.tr("Shown as"))
        for column, heading in enumerate(headings):
            grid.addWidget(label(heading, self, Look.SMALL), 0, column)
        for row, speaker in enumerate(speakers, start=1):
            self._add(grid, row, speaker)
        self._rest = button(
            self.tr("The others are unknown"), self, self._settle_rest, look=Look.QUIET
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(grid)
        layout.addLayout(in_row(self._rest, stretch=True))
        layout.addStretch(1)
        self._show_rest()

    @property
    def roles(self) -> Mapping[str, SpeakerRole]:
        """Role of each speaker by the file's word; those not chosen yet are left out."""
        return {
            word: SpeakerRole(combo.currentData())
            for word, combo in self._combos.items()
            if combo.currentData()
        }

    @property
    def n_open(self) -> int:
        """How many speakers have no role yet."""
        return len(self._combos) - len(self.roles)

    def choose(self, word: str, role: SpeakerRole) -> None:
        """Give a speaker a role."""
        combo = self._combos[word]
        combo.setCurrentIndex(combo.findData(role.value))

    def show_names(self, names: Mapping[str, str]) -> None:
        """Show what stands for each speaker's name."""
        for word, shown in self._names.items():
            shown.setText(names.get(word) or self.tr("nothing"))
            dress(shown, Look.MUTED if not names.get(word) else Look.BADGE)

    def combo(self, word: str) -> QComboBox:
        """Field for a speaker's role."""
        return self._combos[word]

    def _add(self, grid: QGridLayout, row: int, speaker: FileSpeaker) -> None:
        shown = speaker.word or self.tr("Lines without a speaker")
        told = ElidedLabel(self)
        told.setText(shown)
        combo = QComboBox(self)
        name(combo, self.tr("Role of {0}").format(shown))
        if speaker.suggested is None:
            combo.addItem(self.tr("Choose a role…"), "")
        for role, title in role_choices().items():
            combo.addItem(title, role.value)
        if speaker.suggested is not None:
            combo.setCurrentIndex(combo.findData(speaker.suggested.value))
        combo.currentIndexChanged.connect(self._take_notice)
        pseudonym = label("", self, Look.BADGE)
        self._combos[speaker.word], self._names[speaker.word] = combo, pseudonym
        grid.addWidget(told, row, 0)
        grid.addWidget(label(str(speaker.n_lines), self), row, 1)
        grid.addWidget(combo, row, 2)
        grid.addLayout(in_row(pseudonym, stretch=True), row, 3)

    def _settle_rest(self) -> None:
        for word in self._combos:
            if word not in self.roles:
                self.choose(word, SpeakerRole.UNKNOWN)

    def _take_notice(self) -> None:
        self._show_rest()
        self.changed.emit()

    def _show_rest(self) -> None:
        self._rest.setVisible(self.n_open > 1)
