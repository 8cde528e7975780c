"""The rating column: what is decided so far, the questions, one card for each dimension."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import AskWhen, Codebook, Dimension
from practicecoder.codebook.rules import forced_reason
from practicecoder.domain.coding import Coding, RatingState
from practicecoder.ui.accessibility import name
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.questions import QuestionField, question_field
from practicecoder.ui.coding.score_panel import ScorePanel
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look
from practicecoder.ui.widgets.flow_layout import FlowLayout
from practicecoder.ui.widgets.labels import button, card, emptied, label
from practicecoder.ui.widgets.rating_card import CardState, RatingCard

_IN_VIEW = 12
"""Pixels kept free around a card that is brought into view."""


class CardColumn(QWidget):
    """Shows a coding's answers and ratings and passes on what its coder wants."""

    level_chosen = Signal(str, int)
    not_applicable_wanted = Signal(str)
    cleared = Signal(str)
    unsure_chosen = Signal(str, bool)
    page_wanted = Signal(str)
    answered = Signal(str, object)
    next_unrated_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: OpenCoding | None = None
        self._cards: dict[str, RatingCard] = {}
        self._questions: dict[str, QuestionField] = {}
        self._chips: dict[str, QToolButton] = {}
        self._active: str | None = None
        self._count = label(self.tr("Ratings"), self, Look.HEADING)
        self._next = button(
            self.tr("Next unrated"), self, self.next_unrated_wanted.emit, look=Look.QUIET
        )
        self._next.setToolTip(self.tr("Go to the next card not yet rated (F12)"))
        self._overview = QWidget(self)
        self._overview_flow = FlowLayout(self._overview, spacing=HALF)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self._content.setProperty("look", "page")
        self._stack = QVBoxLayout(self._content)
        self._stack.setContentsMargins(0, 0, HALF, DOUBLE)
        self._stack.setSpacing(SPACE)
        self._scroll.setWidget(self._content)
        self.scores = ScorePanel(self._content)
        self._lay_out()

    # What it shows

    @property
    def cards(self) -> tuple[RatingCard, ...]:
        """Cards in the codebook's order."""
        return tuple(self._cards.values())

    @property
    def questions(self) -> tuple[QuestionField, ...]:
        """Questions of the column, in the codebook's order."""
        return tuple(self._questions.values())

    @property
    def active_dimension(self) -> str | None:
        """Dimension of the card used last, else of the first one; None without a coding."""
        return self._active or next(iter(self._cards), None)

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Make the cards of a codebook and show a coding; None takes them away."""
        self._coding, self._active = coding, None
        self._take_away()
        if coding is None:
            return
        self._stack.addWidget(self.scores)
        self._add_questions(coding.codebook)
        self._add_cards(coding.codebook)
        self._stack.addStretch(1)
        self.show_coding(coding.coding)

    def show_coding(self, coding: Coding) -> None:
        """Show what is stored."""
        if self._coding is None:
            return
        codebook, editable = self._coding.codebook, self._coding.is_editable
        for field in self._questions.values():
            field.show_answers(coding.answers, editable=editable)
        for dimension in codebook.dimensions:
            self._show_rating(codebook, dimension, coding, editable)
        decided, of_all = self._coding.n_decided, len(self._cards)
        self._count.setText(self.tr("Ratings  {0} of {1}").format(decided, of_all))
        self._next.setVisible(editable and decided < of_all)
        self.scores.show_scores(codebook, coding)

    def flush(self) -> bool:
        """Have everything typed in the column stored; False if that failed."""
        flushed = [field.flush() for field in self._questions.values()]
        return all(flushed)

    # Going about

    def card(self, dimension_id: str) -> RatingCard:
        """Card of a dimension."""
        return self._cards[dimension_id]

    def go_to_card(self, dimension_id: str) -> None:
        """Give a card the focus."""
        self._cards[dimension_id].enter()

    def go_to_number(self, number: int) -> None:
        """Give the n-th card the focus, counted from 1; nothing if there is none."""
        if 0 < number <= len(self._cards):
            self.go_to_card(tuple(self._cards)[number - 1])

    def go_to_question(self, question_id: str) -> None:
        """Give a question the focus."""
        field = self._questions[question_id]
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bring_into_view(field)

    def go_to_next(self, dimension_id: str) -> None:
        """Give the card after this one the focus; the last one keeps it."""
        order = tuple(self._cards)
        place = order.index(dimension_id) + 1
        self.go_to_card(order[min(place, len(order) - 1)])

    def go_to_next_unrated(self) -> bool:
        """Give the next card not yet rated the focus, from the active one on; False if none is."""
        order = tuple(self._cards)
        start = order.index(self._active) + 1 if self._active in self._cards else 0
        for dimension_id in (*order[start:], *order[:start]):
            state = self._cards[dimension_id].state.rating.state
            if state is RatingState.NOT_YET_RATED:
                self.go_to_card(dimension_id)
                return True
        return False

    def enter(self) -> None:
        """Give the card used last the focus."""
        if self.active_dimension is not None:
            self.go_to_card(self.active_dimension)

    def use_card(self, dimension_id: str | None) -> None:
        """Open the words of the card that has the focus, and close the others'."""
        if dimension_id is not None:
            self._active = dimension_id
        for each, each_card in self._cards.items():
            each_card.set_in_use(each == dimension_id)
        if dimension_id is not None:
            self._bring_into_view(self._cards[dimension_id])
        for each, chip in self._chips.items():
            chip.setChecked(each == self._active)

    # Inside

    def _bring_into_view(self, widget: QWidget) -> None:
        """Scroll once the layout has taken the new heights; the top matters most."""
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

    def _scroll_to(self, widget: QWidget) -> None:
        self._stack.activate()
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        bottom = top + widget.height()
        bar, room = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        if top - _IN_VIEW < bar.value():
            bar.setValue(top - _IN_VIEW)
        elif bottom + _IN_VIEW > bar.value() + room:
            bar.setValue(min(bottom + _IN_VIEW - room, top - _IN_VIEW))

    def _show_rating(
        self, codebook: Codebook, dimension: Dimension, coding: Coding, editable: bool
    ) -> None:
        rating = coding.rating(dimension.dimension_id)
        rule, forced = dimension.not_applicable_when, None
        if rule is not None:
            forced = forced_reason(codebook, coding, dimension.dimension_id)
        state = CardState(
            rating=rating,
            reason="" if rating.na_reason is None else codebook.reason(rating.na_reason).label,
            ruled_out_by=""
            if rule is None or forced is None
            else codebook.question(rule.question_id).prompt,
            n_evidence=sum(dimension.dimension_id in e.dimension_ids for e in coding.evidence),
            editable=editable,
        )
        self._cards[dimension.dimension_id].show_state(state)
        chip = self._chips[dimension.dimension_id]
        chip.setText(f"{dimension.abbr} {_mark(state)}")
        chip.setToolTip(f"{dimension.label}: {state.spoken}")
        name(chip, f"{dimension.label}, {state.spoken}")

    def _add_questions(self, codebook: Codebook) -> None:
        later = [q for q in codebook.questions if q.ask is not AskWhen.BEFORE_LISTENING]
        if not later:
            return
        frame, inner = card(self._content)
        inner.setSpacing(DOUBLE)
        for question in later:
            field = question_field(question, frame)
            field.answered.connect(self.answered)
            inner.addWidget(field)
            self._questions[question.question_id] = field
        self._stack.addWidget(frame)

    def _add_cards(self, codebook: Codebook) -> None:
        group = None
        for number, dimension in enumerate(codebook.dimensions, start=1):
            if dimension.group != group:
                group = dimension.group
                heading = label(codebook.groups.get(group, ""), self._content, Look.MUTED)
                heading.setVisible(bool(heading.text()))
                self._stack.addWidget(heading)
            made = RatingCard(dimension, number, self._content)
            made.rating_chosen.connect(self.level_chosen)
            made.next_wanted.connect(self.go_to_next)
            made.not_applicable_wanted.connect(self.not_applicable_wanted)
            made.cleared.connect(self.cleared)
            made.unsure_chosen.connect(self.unsure_chosen)
            made.page_wanted.connect(self.page_wanted)
            self._stack.addWidget(made)
            self._cards[dimension.dimension_id] = made
            self._add_chip(dimension)

    def _add_chip(self, dimension: Dimension) -> None:
        """Short state of a card above the column; keys reach the card itself."""
        chip = QToolButton(self._overview)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda _checked=False, d=dimension.dimension_id: self.go_to_card(d))
        self._overview_flow.addWidget(chip)
        self._chips[dimension.dimension_id] = chip

    def _take_away(self) -> None:
        self._stack.removeWidget(self.scores)
        self.scores.hide()
        emptied(self._stack)
        emptied(self._overview_flow)
        self._cards, self._questions, self._chips = {}, {}, {}

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self._overview)
        layout.addWidget(self._scroll, 1)


def _mark(state: CardState) -> str:
    match state.rating.state:
        case RatingState.NOT_YET_RATED:
            return "·"
        case RatingState.RATED:
            mark = f"{state.rating.value:g}"
        case RatingState.NOT_APPLICABLE:
            mark = "N/A"
    return f"{mark}?" if state.rating.unsure else mark
