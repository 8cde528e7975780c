"""Filters above the lead's table: words, state, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QWidget

from practicecoder.domain.sessions import SessionState
from practicecoder.services.session_rows import Flag, SessionRow
from practicecoder.ui.accessibility import name
from practicecoder.ui.sessions.columns import STATE_WORDS
from practicecoder.ui.theme import SPACE, scaled
from practicecoder.ui.widgets.chips import Chips
from practicecoder.ui.widgets.flow import Flow

ALL = "all"
SEARCH_PX = 200
CHIPS_PX = 420
"""Room that the states need to stand beside the other filters."""
Keep = Callable[[SessionRow], bool]


class Pick(StrEnum):
    """What the lead can pick out of the table, besides state and words."""

    EVERYTHING = "everything"
    DECISION = "decision"
    FLAGGED = "flagged"
    CONCERN = "concern"
    UNBLINDED = "unblinded"
    SHORT_LISTEN = "short_listen"
    UNSURE = "unsure"
    DOUBLE = "double"
    UNASSIGNED = "unassigned"
    OVERDUE = "overdue"
    NO_AUDIO = "no_audio"


KEEPS: Mapping[Pick, Keep] = {
    Pick.EVERYTHING: lambda _: True,
    Pick.DECISION: lambda row: row.needs_decision,
    Pick.FLAGGED: lambda row: bool(row.flags),
    Pick.CONCERN: lambda row: Flag.CONCERN in row.flags,
    Pick.UNBLINDED: lambda row: Flag.UNBLINDED in row.flags,
    Pick.SHORT_LISTEN: lambda row: Flag.SHORT_LISTEN in row.flags,
    Pick.UNSURE: lambda row: Flag.UNSURE in row.flags,
    Pick.DOUBLE: lambda row: row.is_double_coded,
    Pick.UNASSIGNED: lambda row: not row.independent,
    Pick.OVERDUE: lambda row: row.is_overdue,
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

    def __init__(self, parent: QWidget | None = None, *, before: Sequence[QWidget] = ()) -> None:
        """Make the filters; ``before`` stands in front of them."""
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
            Pick.DECISION: self.tr("Needs a decision"),
            Pick.FLAGGED: self.tr("With a flag"),
            Pick.CONCERN: self.tr("Concern"),
            Pick.UNBLINDED: self.tr("Unblinded"),
            Pick.SHORT_LISTEN: self.tr("Short listen"),
            Pick.UNSURE: self.tr("Unsure"),
            Pick.DOUBLE: self.tr("Double-coded"),
            Pick.UNASSIGNED: self.tr("Nobody has it"),
            Pick.OVERDUE: self.tr("Overdue"),
            Pick.NO_AUDIO: self.tr("No recording"),
        }.items():
            self._pick.addItem(words, pick.value)
        self._pick.currentIndexChanged.connect(lambda _: self.rows_changed.emit())
        self._chips = Chips(self.tr("Sessions by state"), self)
        self._chips.chosen.connect(self._choose_state)
        self._rows: Sequence[SessionRow] = ()
        self._state = ""
        self._in_front = (*before, self._search, self._pick)
        self._controls = Flow(self, spacing=SPACE)
        self._controls.add(*self._in_front)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addWidget(self._controls)
        self._layout.addWidget(self._chips, 1)

    def show_states(self, rows: Sequence[SessionRow]) -> None:
        """Offer the states that occur, and the one that was chosen, with their numbers."""
        self._rows = rows
        counts = Counter(row.session.state for row in rows)
        wanted = self._state
        self._chips.show_choices(
            [
                (ALL, self.tr("All"), len(rows)),
                *(
                    (state.value, STATE_WORDS[state].capitalize(), counts[state])
                    for state in SessionState
                    if counts[state] or state.value == wanted
                ),
            ]
        )
        if self._chips.key != (wanted or ALL):
            self._chips.choose(wanted or ALL)

    def keeps(self, row: SessionRow) -> bool:
        """Whether a session passes state and pick."""
        in_state = not self.state or row.session.state.value == self.state
        return in_state and KEEPS[self.picked](row)

    @property
    def words(self) -> str:
        """The filter words."""
        return self._search.text()

    @property
    def state(self) -> str:
        """State of the sessions that are kept; empty for all."""
        return self._state

    @property
    def picked(self) -> Pick:
        """What is picked out."""
        return Pick(str(self._pick.currentData()))

    def choose(self, pick: Pick) -> None:
        """Pick something out."""
        self._pick.setCurrentIndex(self._pick.findData(pick.value))

    def show_choice(self, *, words: str, pick: Pick, state: str) -> None:
        """Enter words and choose a pick and a state, which need not occur."""
        self._search.setText(words)
        self.choose(pick)
        self._state = state
        self.show_states(self._rows)

    def go_to_words(self) -> None:
        """Go to the filter words."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the states beside the other filters where there is room, else below them."""
        super().resizeEvent(event)
        widths = [max(w.sizeHint().width(), w.minimumWidth()) for w in self._in_front]
        in_one_line = sum(widths) + SPACE * (len(widths) - 1)
        rest = event.size().width() - in_one_line - SPACE
        beside = rest >= scaled(CHIPS_PX)
        self._layout.setStretch(0, in_one_line if beside else 0)
        self._layout.setStretch(1, rest if beside else 1)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(way)

    # Inside

    def _choose_state(self, key: str) -> None:
        self._state = "" if key == ALL else key
        self.rows_changed.emit()
