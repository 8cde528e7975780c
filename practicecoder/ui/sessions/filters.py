"""Filters above the lead's table: words, state, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from practicecoder.domain.sessions import SessionState
from practicecoder.services.sessions import Flag, SessionRow
from practicecoder.ui.accessibility import name
from practicecoder.ui.sessions.columns import STATE_WORDS
from practicecoder.ui.theme import DOUBLE, scaled
from practicecoder.ui.widgets.chips import Chips

ALL = "all"
SEARCH_PX = 200
Keep = Callable[[SessionRow], bool]


class Pick(StrEnum):
    """What the lead can pick out of the table, besides state and words."""

    EVERYTHING = "everything"
    FLAGGED = "flagged"
    CONCERN = "concern"
    UNBLINDED = "unblinded"
    SHORT_LISTEN = "short_listen"
    UNSURE = "unsure"
    DOUBLE = "double"
    UNASSIGNED = "unassigned"
    NO_AUDIO = "no_audio"


_KEEPS: Mapping[Pick, Keep] = {
    Pick.EVERYTHING: lambda _: True,
    Pick.FLAGGED: lambda row: bool(row.flags),
    Pick.CONCERN: lambda row: Flag.CONCERN in row.flags,
    Pick.UNBLINDED: lambda row: Flag.UNBLINDED in row.flags,
    Pick.SHORT_LISTEN: lambda row: Flag.SHORT_LISTEN in row.flags,
    Pick.UNSURE: lambda row: Flag.UNSURE in row.flags,
    Pick.DOUBLE: lambda row: row.is_double_coded,
    Pick.UNASSIGNED: lambda row: not row.independent,
    Pick.NO_AUDIO: lambda row: row.session.recording is None,
}


class SearchField(QLineEdit):
    """Filter words; Escape clears them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class LeadFilters(QWidget):
    """Words, a choice of what to look at, and the states with their numbers."""

    words_changed = Signal(str)
    rows_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = SearchField(self)
        self._search.setPlaceholderText(self.tr("Find in the table"))
        self._search.setClearButtonEnabled(True)
        self._search.setFixedWidth(scaled(SEARCH_PX))
        name(self._search, self.tr("Find in the table"))
        self._search.textChanged.connect(self.words_changed)
        self._pick = QComboBox(self)
        name(self._pick, self.tr("What to look at"))
        for pick, words in {
            Pick.EVERYTHING: self.tr("Everything"),
            Pick.FLAGGED: self.tr("With a flag"),
            Pick.CONCERN: self.tr("Concern"),
            Pick.UNBLINDED: self.tr("Unblinded"),
            Pick.SHORT_LISTEN: self.tr("Short listen"),
            Pick.UNSURE: self.tr("Unsure"),
            Pick.DOUBLE: self.tr("Double-coded"),
            Pick.UNASSIGNED: self.tr("Nobody has it"),
            Pick.NO_AUDIO: self.tr("No recording"),
        }.items():
            self._pick.addItem(words, pick.value)
        self._pick.currentIndexChanged.connect(lambda _: self.rows_changed.emit())
        self._chips = Chips(self.tr("Sessions by state"), self)
        self._chips.chosen.connect(lambda _: self.rows_changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self._search)
        layout.addWidget(self._pick)
        layout.addWidget(self._chips, 1)

    def show_states(self, rows: Sequence[SessionRow]) -> None:
        """Offer the states that occur, with their numbers."""
        counts = Counter(row.session.state for row in rows)
        self._chips.show_choices(
            [
                (ALL, self.tr("All"), len(rows)),
                *(
                    (state.value, STATE_WORDS[state].capitalize(), counts[state])
                    for state in SessionState
                    if counts[state]
                ),
            ]
        )

    def keeps(self, row: SessionRow) -> bool:
        """Whether a session passes state and pick."""
        state = self._chips.key
        in_state = state in ("", ALL) or row.session.state.value == state
        return in_state and _KEEPS[self.picked](row)

    @property
    def picked(self) -> Pick:
        """What is picked out."""
        return Pick(str(self._pick.currentData()))

    def choose(self, pick: Pick) -> None:
        """Pick something out."""
        self._pick.setCurrentIndex(self._pick.findData(pick.value))

    def go_to_words(self) -> None:
        """Go to the filter words."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
