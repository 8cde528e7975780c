"""One dimension of a meeting: every coder's level in words and evidence, and what is agreed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Evidence, Rating, RatingState
from practicecoder.services.comparing import DimensionComparison
from practicecoder.ui.accessibility import name, tab_as_laid_out
from practicecoder.ui.consensus.decision_field import DecisionField
from practicecoder.ui.icons import Icon
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look, dress
from practicecoder.ui.widgets.comparison_words import (
    POLARITY_SIGNS,
    POLARITY_WORDS,
    level_in_words,
    no_evidence,
    rating_explained,
    span_in_words,
    why_first,
)
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, card, emptied, label


class DimensionDetail(QFrame):
    """What lies behind a line of the table, and the choice that is made of it."""

    level_chosen = Signal(float)
    not_applicable_wanted = Signal()
    clear_wanted = Signal()
    play_wanted = Signal(str, object)
    """Label of a coding, and the Evidence that is to be heard."""
    page_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: DimensionComparison | None = None
        self._headings: dict[str, str] = {}
        self._levels: dict[float, QPushButton] = {}
        self._not_applicable: QPushButton | None = None
        self._clear: QPushButton | None = None
        self._title = label("", self, Look.HEADING)
        self._why = label("", self, Look.MUTED)
        self._page = button(
            self.tr("Codebook"), self, self.page_wanted.emit, look=Look.QUIET, drawing=Icon.HELP
        )
        self._coders = QHBoxLayout()
        self._coders.setSpacing(DOUBLE)
        self._choice = Flow(self, spacing=SPACE)
        name(self._choice, self.tr("Agreed"))
        self._agreed = label("", self, wrapped=True)
        self.decision = DecisionField(self)
        self._lay_out()

    # What it shows

    @property
    def level_buttons(self) -> Mapping[float, QPushButton]:
        """Buttons of the levels, by level."""
        return dict(self._levels)

    def show_comparison(
        self, codebook: Codebook, comparison: DimensionComparison, headings: Mapping[str, str]
    ) -> None:
        """Show what coders gave a dimension; what is agreed comes with :meth:`show_agreed`."""
        if comparison == self._comparison and dict(headings) == self._headings:
            return
        other = self._comparison is None or (
            self._comparison.dimension_id != comparison.dimension_id
        )
        self._comparison, self._headings = comparison, dict(headings)
        self._title.setText(comparison.label)
        self._why.setText(why_first(comparison))
        if other:
            self._offer_levels(codebook, comparison.dimension_id)
        emptied(self._coders)
        for heading_label, words in headings.items():
            self._coders.addWidget(self._coder(codebook, comparison, heading_label, words), 1)
        tab_as_laid_out(self)

    def show_agreed(
        self, codebook: Codebook, agreed: Rating, decision: str, *, editable: bool
    ) -> None:
        """Show what is agreed and decided on the dimension."""
        comparison, clear, not_applicable = self._comparison, self._clear, self._not_applicable
        if comparison is None or clear is None or not_applicable is None:
            return
        for level, chip in self._levels.items():
            chip.setChecked(agreed.value == level)
            chip.setEnabled(editable)
        ruled_out = agreed.state is RatingState.NOT_APPLICABLE
        not_applicable.setChecked(ruled_out)
        not_applicable.setEnabled(editable)
        decided = agreed.state is not RatingState.NOT_YET_RATED
        clear.setVisible(editable and decided)
        self._agreed.setText(
            rating_explained(codebook, comparison.dimension_id, agreed)
            if decided
            else self.tr("Not agreed yet")
        )
        self.decision.set_editable(editable)
        self.decision.show_decision(comparison.dimension_id, decision)

    def focus_choice(self) -> None:
        """Put the focus on the agreed level, else on the first one."""
        chosen = next((b for b in self._levels.values() if b.isChecked()), None)
        first = chosen or next(iter(self._levels.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.decision.fit()

    # Inside

    def _offer_levels(self, codebook: Codebook, dimension_id: str) -> None:
        dimension = codebook.dimension(dimension_id)
        self._choice.empty()
        self._levels = {}
        for value in dimension.scale.values:
            chip = self._chip(f"{value}", partial(self.level_chosen.emit, float(value)))
            chip.setToolTip(level_in_words(codebook, dimension_id, value))
            name(chip, self.tr("Agree on {0}").format(value), chip.toolTip())
            self._levels[float(value)] = chip
        ruled_out = self._chip(self.tr("N/A"), self.not_applicable_wanted.emit)
        name(ruled_out, self.tr("Agree on not applicable"))
        ruled_out.setVisible(dimension.not_applicable_allowed)
        clear = button(self.tr("Take back"), self, self.clear_wanted.emit, look=Look.QUIET)
        clear.setToolTip(self.tr("Take the agreement back (Delete)"))
        self._not_applicable, self._clear = ruled_out, clear
        self._choice.add(*self._levels.values(), ruled_out, clear)

    def _chip(self, words: str, clicked: Callable[[], object]) -> QPushButton:
        made = button(words, self, clicked, look=Look.CHIP)
        made.setCheckable(True)
        return made

    def _coder(
        self, codebook: Codebook, comparison: DimensionComparison, coder: str, words: str
    ) -> QFrame:
        frame, inside = card(self)
        inside.setSpacing(HALF)
        rating = comparison.ratings[coder]
        who = " ".join(words.split())
        inside.addWidget(label(who, frame, Look.MUTED))
        text = rating_explained(codebook, comparison.dimension_id, rating)
        inside.addWidget(label(text, frame, wrapped=True))
        pieces = comparison.evidence[coder]
        if not pieces:
            nothing = self.tr("Evidence: {0}").format(no_evidence())
            inside.addWidget(label(nothing, frame, Look.MUTED))
        for piece in pieces:
            inside.addLayout(self._piece(frame, coder, who, piece))
        inside.addStretch(1)
        return frame

    def _piece(self, frame: QFrame, coder: str, who: str, piece: Evidence) -> QHBoxLayout:
        at = span_in_words(piece)
        play = button(
            at, frame, lambda: self.play_wanted.emit(coder, piece), look=Look.QUIET,
            drawing=Icon.PLAY,
        )  # fmt: skip
        spoken = self.tr("Play evidence of {0} at {1}").format(who, at)
        name(play, spoken, piece.quote or piece.note)
        parts = [f"“{piece.quote}”" if piece.quote else "", piece.note]
        words = "\n".join(part for part in parts if part)
        sign = f"{POLARITY_SIGNS[piece.polarity]} {POLARITY_WORDS[piece.polarity]}"
        shown = label(f"{sign}  {words}" if words else sign, frame, wrapped=True)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(play, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(shown, 1)
        return row

    def _lay_out(self) -> None:
        dress(self, Look.CARD)
        head = QHBoxLayout()
        head.setSpacing(DOUBLE)
        head.addWidget(self._title)
        head.addWidget(self._why)
        head.addStretch(1)
        head.addWidget(self._page)
        words = label(self.tr("&Decision for the codebook"), self, Look.MUTED)
        words.setTextFormat(Qt.TextFormat.AutoText)
        words.setBuddy(self.decision)
        choice = QVBoxLayout()
        choice.setSpacing(HALF)
        choice.addWidget(label(self.tr("Agreed"), self, Look.MUTED))
        choice.addWidget(self._choice)
        choice.addWidget(self._agreed)
        choice.addStretch(1)
        decision = QVBoxLayout()
        decision.setSpacing(HALF)
        decision.addWidget(words)
        decision.addWidget(self.decision)
        decision.addStretch(1)
        outcome = QHBoxLayout()
        outcome.setSpacing(DOUBLE)
        outcome.addLayout(choice, 1)
        outcome.addLayout(decision, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, DOUBLE, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addLayout(outcome)
        layout.addLayout(self._coders)
        self.decision.fit()
