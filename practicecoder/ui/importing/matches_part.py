"""What words of other programs stand for: a line for each word, with a choice or a field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import name
from practicecoder.ui.importing.columns_part import TYPING_MS, CalmCombo
from practicecoder.ui.importing.questions_part import UNSAID
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.labels import emptied, label

MOST_LINES = 300
"""Words that can be told about by hand; those beyond keep what was suggested."""


@dataclass(frozen=True, slots=True)
class Match:
    """A word of the files. Without choices its meaning is typed.

    ``said`` is what it stands for so far; ``UNSAID`` if nobody said.
    """

    word: str
    told: str
    said: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Words of one kind under a heading; ``kind`` names it in the signal."""

    kind: str
    heading: str
    matches: tuple[Match, ...] = field(default=())


class MatchesPart(QWidget):
    """Every word with what it stands for; each can be changed."""

    changed = Signal(str, str, str)
    """Kind, word, and what it stands for from now on (``UNSAID``: nothing is said)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._combos: dict[tuple[str, str], QComboBox] = {}
        self._fields: dict[tuple[str, str], QLineEdit] = {}
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._take_typed)
        self._said: dict[tuple[str, str], str] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)

    def combo(self, kind: str, word: str) -> QComboBox:
        """Choice for a word."""
        return self._combos[kind, word]

    def field(self, kind: str, word: str) -> QLineEdit:
        """Field for a word."""
        return self._fields[kind, word]

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show words; lines are made anew only where words or choices are others."""
        shown = tuple(
            (s.kind, tuple((m.word, m.told, m.choices, m.hint) for m in s.matches))
            for s in sections
        )
        if shown != self._shown:
            self._shown = shown
            self._make(sections)
        for section in sections:
            for match in section.matches[:MOST_LINES]:
                self._show(section.kind, match)

    def _make(self, sections: Sequence[Section]) -> None:
        self._typing.stop()
        emptied(self._grid)
        self._combos, self._fields = {}, {}
        row = 0
        for section in sections:
            if not section.matches:
                continue
            self._grid.addWidget(label(section.heading, self, Look.LEAD), row, 0, 1, 2)
            row += 1
            for match in section.matches[:MOST_LINES]:
                told = label(match.told, self, wrapped=True)
                made = self._field_for(section.kind, match)
                told.setBuddy(made)
                name(made, match.told)
                self._grid.addWidget(told, row, 0)
                self._grid.addWidget(made, row, 1)
                row += 1

    def _field_for(self, kind: str, match: Match) -> QWidget:
        key = (kind, match.word)
        if not match.choices:
            typed = QLineEdit(self)
            typed.setPlaceholderText(match.hint)
            typed.textEdited.connect(lambda _text: self._typing.start())
            typed.editingFinished.connect(self._take_typed)
            self._fields[key] = typed
            return typed
        combo = CalmCombo(self)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(18)
        combo.addItem(self.tr("Say what it is…"), UNSAID)
        for data, words in match.choices:
            combo.addItem(words, data)
        combo.activated.connect(lambda _index: self._take_choice(key))
        self._combos[key] = combo
        return combo

    def _show(self, kind: str, match: Match) -> None:
        key = (kind, match.word)
        self._said[key] = match.said
        if key in self._combos:
            combo = self._combos[key]
            combo.setCurrentIndex(max(combo.findData(match.said), 0))
        elif not self._fields[key].hasFocus():
            self._fields[key].setText("" if match.said == UNSAID else match.said)

    def _take_choice(self, key: tuple[str, str]) -> None:
        self.changed.emit(*key, str(self._combos[key].currentData()))

    def _take_typed(self) -> None:
        self._typing.stop()
        for key, typed in list(self._fields.items()):
            text = typed.text().strip() or UNSAID
            if text != self._said.get(key, UNSAID):
                self._said[key] = text
                self.changed.emit(*key, text)
