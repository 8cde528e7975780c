"""The card of one dimension: its levels, its rating in words, and what its coder wants of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import Dimension
from practicecoder.domain.coding import NOT_YET_RATED, Rating, RatingState
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.icons import Icon, set_icon
from practicecoder.ui.languages import translate
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look, dress
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.level_row import LevelRow
from practicecoder.ui.widgets.level_typing import LevelTyping


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """What a card shows.

    ``reason`` are the words of the not-applicable reason. ``ruled_out_by`` is the question whose
    answer rules the dimension out, empty if it may be rated. ``n_evidence`` counts the evidence
    noted for the dimension, ``evidence_wanted`` is how much the codebook asks for at this level.
    """

    rating: Rating = NOT_YET_RATED
    reason: str = ""
    ruled_out_by: str = ""
    n_evidence: int = 0
    evidence_wanted: int = 0
    editable: bool = True

    @property
    def words(self) -> str:
        """State of the rating, as it stands on the card."""
        match self.rating.state:
            case RatingState.NOT_YET_RATED:
                words = _tr("not yet rated")
            case RatingState.RATED:
                words = _tr("rated {0}").format(f"{self.rating.value:g}")
            case RatingState.NOT_APPLICABLE:
                words = _tr("not applicable")
        return _tr("{0}, unsure").format(words) if self.rating.unsure else words

    @property
    def spoken(self) -> str:
        """State of the rating with its reason, for announcements."""
        return f"{self.words}: {self.reason}" if self.reason else self.words


class RatingCard(QFrame):
    """Levels as radio rows, highest on top. It says what is wanted and shows what is stored.

    The *highlight* is the row one looks at; it stands on the anchor until it is moved, and moving
    it rates nothing. One row at a time takes part in the Tab order: the highlighted one.
    """

    rating_chosen = Signal(str, int)
    next_wanted = Signal(str)
    """A level was chosen with Enter: the next card is wanted."""
    not_applicable_wanted = Signal(str)
    cleared = Signal(str)
    unsure_chosen = Signal(str, bool)
    page_wanted = Signal(str)
    change_refused = Signal()
    """Somebody tried to change a rating that can only be read."""

    def __init__(self, dimension: Dimension, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dimension = dimension
        self._number = number
        self._state = CardState()
        self._typing = LevelTyping(dimension.scale.values)
        self._rows = self._make_rows()
        self._highlight = self._home
        self._in_use = False
        self._make_header()
        self._make_footer()
        self._lay_out()
        self.setObjectName(f"card_{dimension.dimension_id}")
        dress(self, Look.CARD)
        self._set_highlight(self._home)
        self._refresh()

    # What it shows

    @property
    def dimension_id(self) -> str:
        """Id of the card's dimension."""
        return self._dimension.dimension_id

    @property
    def state(self) -> CardState:
        """What is shown."""
        return self._state

    @property
    def rows(self) -> tuple[LevelRow, ...]:
        """Radio rows, highest level first."""
        return self._rows

    @property
    def highlighted_level(self) -> int:
        """Level of the row one looks at."""
        return self._rows[self._highlight].value

    def show_state(self, state: CardState) -> None:
        """Show a rating and what belongs to it."""
        if state == self._state:
            return
        moved = state.rating.value != self._state.rating.value
        self._state = state
        if moved:
            self._set_highlight(self._home)
        self._refresh()

    def set_in_use(self, in_use: bool) -> None:
        """Open the words around the highlight while the card is in use, else one line each."""
        if in_use == self._in_use:
            return
        self._in_use = in_use
        if not in_use:
            self._settle_typing()
        self._set_highlight(self._highlight if in_use else self._home)

    def enter(self) -> None:
        """Give the card the focus; the highlight stands on the rated level, else the anchor."""
        self._set_highlight(self._home)
        self._rows[self._highlight].setFocus(Qt.FocusReason.OtherFocusReason)

    # What its coder does, by key or by click

    def move_highlight(self, up: bool) -> None:
        """Look at the next row; once rated, change the rating by one level."""
        place = self._highlight + (-1 if up else 1)
        if not 0 <= place < len(self._rows):
            return
        self._typing.forget()
        self._set_highlight(place)
        self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()
        if self._state.rating.state is RatingState.RATED:
            self._choose(self._rows[place].value)

    def type_level(self, character: str) -> bool:
        """Take a typed character of a level; False if no level has it."""
        if character not in self._typing.characters:
            return False
        typed = self._typing.type(character)
        if typed.level is not None:
            self._choose(typed.level)
        elif not typed.waiting:
            self._say(self.tr("{0} is no level of this scale.").format(character))
        elif self._typing.waiting_level is not None:
            self._look_at(self._typing.waiting_level)
        self._refresh()
        return True

    def rate_highlighted(self) -> None:
        """Rate with the level one looks at, or with the level typed so far."""
        self._choose(self._settled())

    def rate_and_go_on(self) -> None:
        """Rate with the level one looks at, and ask for the next card.

        A dimension that is ruled out by an answer is passed over.
        """
        if self._state.ruled_out_by or self._choose(self._settled()):
            self.next_wanted.emit(self.dimension_id)

    def rule_out(self) -> None:
        """Ask for a reason why the dimension is not applicable."""
        self._typing.forget()
        if self._may_change():
            self.not_applicable_wanted.emit(self.dimension_id)

    def toggle_unsure(self) -> None:
        """Flag the rating as unsure, or take the flag away."""
        if self._may_change():
            self.unsure_chosen.emit(self.dimension_id, not self._state.rating.unsure)
        self._refresh()

    def clear(self) -> None:
        """Ask to take the dimension back to not yet rated."""
        self._typing.forget()
        if self._may_change():
            self.cleared.emit(self.dimension_id)
        self._refresh()

    # Qt

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the focus when the card is clicked beside its controls."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.enter()

    # Inside

    @property
    def _home(self) -> int:
        """Place of the rated level, else of the anchor, else of the middle row."""
        scale, value = self._dimension.scale, self._state.rating.value
        wanted = value if value is not None else scale.anchor
        places = {float(row.value): place for place, row in enumerate(self._rows)}
        middle = len(self._rows) // 2
        return middle if wanted is None else places.get(float(wanted), middle)

    def _choose(self, level: int) -> bool:
        self._typing.forget()
        if not self._may_change():
            return False
        self._look_at(level)
        self.rating_chosen.emit(self.dimension_id, level)
        return self._state.rating.value == level

    def _may_change(self) -> bool:
        """Whether the rating can be changed; if not, somebody who tries is told."""
        if not self._state.editable:
            self.change_refused.emit()
        return self._state.editable

    def _clicked(self, row: LevelRow) -> None:
        self._typing.forget()
        self._choose(row.value)
        self._refresh()

    def _settle_typing(self) -> None:
        """Rate with what was typed so far."""
        if self._typing.waiting:
            level = self._typing.settle()
            if level is not None:
                self._choose(level)
            self._refresh()

    def _settled(self) -> int:
        typed = self._typing.settle()
        return self.highlighted_level if typed is None else typed

    def _look_at(self, level: float) -> None:
        had_focus = any(row.hasFocus() for row in self._rows)
        place = next((i for i, row in enumerate(self._rows) if row.value == level), None)
        if place is None:
            return
        self._set_highlight(place)
        if had_focus:
            self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_highlight(self, place: int) -> None:
        self._highlight = place
        for number, row in enumerate(self._rows):
            row.set_full(self._in_use and abs(number - place) <= 1)
            strong = number == place
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _refresh(self) -> None:
        state = self._state
        for row in self._rows:
            row.show_chosen(state.rating.value == row.value)
            row.set_available(state.editable and not state.ruled_out_by)
        waiting = self._typing.waiting
        rated = state.rating.state is not RatingState.NOT_YET_RATED
        words = state.words
        if waiting:
            words = self.tr("{0} … Enter, or go on typing").format(waiting)
        stands_out = rated or bool(waiting)
        for shown, wanted in ((self._badge, stands_out), (self._open, not stands_out)):
            shown.setText(words)
            shown.setVisible(wanted)
        self._reason.setText(self._reason_words())
        self._reason.setVisible(bool(self._reason.text()))
        self._rule_out_button.setVisible(
            self._dimension.not_applicable_allowed and not state.ruled_out_by
        )
        self._rule_out_button.setEnabled(state.editable)
        self._unsure_button.setEnabled(state.editable)
        self._unsure_button.setChecked(state.rating.unsure)
        self._clear_button.setVisible(state.editable and rated and not state.ruled_out_by)
        self._evidence.setText(self._evidence_words())
        self.setAccessibleName(f"{self._dimension.label}, {state.spoken}")

    def _evidence_words(self) -> str:
        noted, wanted = self._state.n_evidence, self._state.evidence_wanted
        if wanted:
            return self.tr("evidence: {0} of {1}").format(noted, wanted)
        return self.tr("evidence: {0}").format(noted or self.tr("none yet"))

    def _reason_words(self) -> str:
        words = ": ".join(part for part in (self._state.reason, self._state.rating.note) if part)
        if self._state.ruled_out_by:
            follows = self.tr("This follows from the answer to “{0}”")
            return f"{words}. {follows.format(self._state.ruled_out_by)}"
        return words

    def _say(self, text: str) -> None:
        announce(self, text, assertive=True)

    # Making

    def _make_rows(self) -> tuple[LevelRow, ...]:
        anchor = self._dimension.scale.anchor
        rows = []
        for level in sorted(self._dimension.levels, key=lambda each: -each.value):
            row = LevelRow(level, is_anchor=level.value == anchor, parent=self)
            row.setObjectName(f"{self.dimension_id}_{level.value}")
            row.clicked.connect(lambda _checked=False, r=row: self._clicked(r))
            rows.append(row)
        return tuple(rows)

    def _make_header(self) -> None:
        self._ordinal = QLabel(f"{self._number}", self)
        dress(self._ordinal, Look.MUTED)
        self._title = QLabel(self._dimension.label, self)
        self._title.setWordWrap(True)
        dress(self._title, Look.HEADING)
        self._badge, self._open = QLabel(self), QLabel(self)
        dress(self._badge, Look.BADGE)
        dress(self._open, Look.SMALL)
        self._help = QToolButton(self)
        set_icon(self._help, Icon.HELP)
        dress(self._help, Look.QUIET)
        self._help.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F1 does the same from any row
        self._help.setToolTip(self.tr("Codebook page of {0} (F1)").format(self._dimension.label))
        name(self._help, self.tr("Codebook page of {0}").format(self._dimension.label))
        self._help.clicked.connect(lambda: self.page_wanted.emit(self.dimension_id))
        self._definition = QLabel(" ".join(self._dimension.definition.split()), self)
        self._definition.setWordWrap(True)
        dress(self._definition, Look.SMALL)
        self._definition.setVisible(bool(self._definition.text()))
        self._reason = QLabel(self)
        self._reason.setWordWrap(True)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)

    def _make_footer(self) -> None:
        label = self._dimension.label
        self._rule_out_button = QPushButton(self.tr("Not applicable…"), self)
        self._rule_out_button.setToolTip(self.tr("Say why it cannot be rated (N)"))
        name(self._rule_out_button, self.tr("{0} is not applicable").format(label))
        self._rule_out_button.clicked.connect(self.rule_out)
        self._unsure_button = QPushButton(self.tr("Unsure"), self)
        self._unsure_button.setCheckable(True)
        self._unsure_button.setToolTip(self.tr("Flag the rating as unsure (U)"))
        name(self._unsure_button, self.tr("Unsure about {0}").format(label))
        self._unsure_button.clicked.connect(self.toggle_unsure)
        self._clear_button = QPushButton(self.tr("Clear"), self)
        self._clear_button.setToolTip(self.tr("Back to not yet rated (Delete)"))
        name(self._clear_button, self.tr("Clear the rating of {0}").format(label))
        self._clear_button.clicked.connect(self.clear)
        for button in (self._rule_out_button, self._unsure_button, self._clear_button):
            dress(button, Look.CHIP)
            button.setAutoDefault(False)
        self._evidence = QLabel(self)
        self._evidence.setMinimumHeight(self._unsure_button.sizeHint().height())
        dress(self._evidence, Look.SMALL)

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(SPACE)
        header.addWidget(self._ordinal)
        header.addWidget(self._title, 1)
        header.addWidget(self._open)
        header.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        header.addWidget(self._help)
        levels = QVBoxLayout()
        levels.setContentsMargins(0, 0, 0, 0)
        levels.setSpacing(0)
        for row in self._rows:
            levels.addWidget(row)
        footer = Flow(self, spacing=SPACE)
        footer.add(self._rule_out_button, self._unsure_button, self._clear_button, self._evidence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, SPACE, DOUBLE - HALF)
        layout.setSpacing(HALF)
        layout.addLayout(header)
        layout.addWidget(self._definition)
        layout.addWidget(self._reason)
        layout.addLayout(levels)
        layout.addSpacing(HALF)
        layout.addWidget(footer)


def _tr(text: str) -> str:
    return translate("Rating", text)
