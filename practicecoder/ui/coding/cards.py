"""The rating column: what is decided so far, the questions, one card for each dimension."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import AskWhen, Codebook, Dimension
from practicecoder.codebook.rules import forced_reason
from practicecoder.domain.coding import Coding, RatingState
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.overview import Overview
from practicecoder.ui.coding.questions import QuestionList
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look
from practicecoder.ui.widgets.labels import button, emptied, label
from practicecoder.ui.widgets.rating_card import CardState, RatingCard
from practicecoder.ui.widgets.scrolling import keep_focus_in_view

_IN_VIEW = 12
"""Pixels kept free around a card that is brought into view."""


class CardColumn(QWidget):
    """Shows a coding's answers and ratings and passes on what its coder wants."""

    level_chosen = Signal(str, int)
    not_applicable_wanted = Signal(str)
    cleared = Signal(str)
    unsure_chosen = Signal(str, bool)
    page_wanted = Signal(str)
    change_refused = Signal()
    """A key of a card would have changed a coding that cannot be changed."""
    answered = Signal(str, object)
    next_unrated_wanted = Signal()
    entered = Signal()
    """A card or a question of the column is gone to; it has to be visible for that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: OpenCoding | None = None
        self._cards: dict[str, RatingCard] = {}
        self._active: str | None = None
        self._next = button(
            self.tr("Next unrated"), self, self.next_unrated_wanted.emit, look=Look.QUIET
        )
        self.head = self._next
        self._next.setToolTip(self.tr("Go to the next card not yet rated (F12)"))
        self._overview = Overview(self)
        self._overview.card_wanted.connect(self.go_to_card)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget()
        self._content.setProperty("look", "page")
        self._stack = QVBoxLayout(self._content)
        self._stack.setContentsMargins(0, 0, HALF, DOUBLE)
        self._stack.setSpacing(SPACE)
        self._scroll.setWidget(self._content)
        keep_focus_in_view(self._scroll)
        self._content.installEventFilter(self)
        self._growth = QTimer(self)
        self._growth.setSingleShot(True)
        self._growth.setInterval(0)
        self._growth.timeout.connect(self._follow_growth)
        self.questions = QuestionList(self.tr("Questions"), self._content)
        self.questions.answered.connect(self.answered)
        self._lay_out()

    # What it shows

    @property
    def cards(self) -> tuple[RatingCard, ...]:
        """Cards in the codebook's order."""
        return tuple(self._cards.values())

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
        self._stack.addWidget(self.questions)
        questions = coding.codebook.questions
        self.questions.ask([q for q in questions if q.ask is not AskWhen.BEFORE_LISTENING])
        self._add_cards(coding.codebook)
        self._stack.addStretch(1)
        self.show_coding(coding.coding)

    def show_coding(self, coding: Coding) -> None:
        """Show what is stored."""
        if self._coding is None:
            return
        codebook, editable = self._coding.codebook, self._coding.is_editable
        self.questions.show_answers(coding.answers, editable=editable)
        counts = Counter(d for evidence in coding.evidence for d in evidence.dimension_ids)
        for dimension in codebook.dimensions:
            state = _state(codebook, dimension, coding)
            count = counts[dimension.dimension_id]
            wanted = dimension.evidence_wanted(state.rating.value)
            self._show_state(
                dimension.dimension_id,
                replace(state, n_evidence=count, evidence_wanted=wanted, editable=editable),
            )
        decided, of_all = self._coding.n_decided, len(self._cards)
        self.setWindowTitle(self.tr("Ratings  {0} of {1}").format(decided, of_all))
        self._next.setVisible(editable and decided < of_all)
        used = self._cards.get(self._active or "")
        focused = self.window().focusWidget()
        if used is not None and focused is not None and used.isAncestorOf(focused):
            self._bring_into_view(used)

    # Going about

    def card(self, dimension_id: str) -> RatingCard:
        """Card of a dimension."""
        return self._cards[dimension_id]

    def go_to_card(self, dimension_id: str) -> None:
        """Give a card the focus."""
        self.entered.emit()
        self._cards[dimension_id].enter()

    def go_to_number(self, number: int) -> None:
        """Give the n-th card the focus, counted from 1; nothing if there is none."""
        if 0 < number <= len(self._cards):
            self.go_to_card(tuple(self._cards)[number - 1])

    def go_to_question(self, question_id: str) -> bool:
        """Give a question the focus; False if it is not in the column."""
        self.entered.emit()
        found = self.questions.go_to(question_id)
        if found:
            self._bring_into_view(self.questions)
        return found

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

    def use_card(self, dimension_id: str | None, pressed: QWidget | None = None) -> None:
        """Open the words of the card that has the focus, and close the others'.

        While a mouse button is down on ``pressed`` nothing moves, lest another row come under
        the pointer; the words open when it is released.
        """
        if pressed is not None:
            AfterRelease(pressed, lambda: self.use_card(dimension_id))
            return
        if dimension_id is not None:
            self._active = dimension_id
        for each, each_card in self._cards.items():
            each_card.set_in_use(each == dimension_id)
        if dimension_id is not None:
            self._bring_into_view(self._cards[dimension_id])
        self._overview.show_current(self._active)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the card in use when the cards take more room than before."""
        if isinstance(event, QResizeEvent) and event.size().height() > event.oldSize().height():
            self._growth.start()
        return super().eventFilter(watched, event)

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

    def _show_state(self, dimension_id: str, state: CardState) -> None:
        self._cards[dimension_id].show_state(state)
        self._overview.show_state(dimension_id, state)

    def _follow_growth(self) -> None:
        """Show the foot of the card in use when it took more room; one too high stays as it is."""
        focused, card = QApplication.focusWidget(), self._cards.get(self._active or "")
        if card is None or focused is None or not card.isAncestorOf(focused):
            return
        if card.height() + 2 * _IN_VIEW <= self._scroll.viewport().height():
            self._scroll_to(card)

    def _add_cards(self, codebook: Codebook) -> None:
        group = None
        self._overview.show_dimensions(codebook.dimensions)
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
            made.change_refused.connect(self.change_refused)
            self._stack.addWidget(made)
            self._cards[dimension.dimension_id] = made

    def _take_away(self) -> None:
        self._stack.removeWidget(self.questions)
        self.questions.hide()
        emptied(self._stack)
        self._overview.show_dimensions([])
        self._cards = {}

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._overview)
        layout.addWidget(self._scroll, 1)


class AfterRelease(QObject):
    """Does something once the mouse button is up again."""

    def __init__(self, pressed: QWidget, act: Callable[[], object]) -> None:
        super().__init__(pressed)
        self._act = act
        pressed.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the release; the click itself comes first."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._finish)
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        self._act()
        self.deleteLater()


def _state(codebook: Codebook, dimension: Dimension, coding: Coding) -> CardState:
    """Rating of a dimension with its reason in words, and what rules it out."""
    rating = coding.rating(dimension.dimension_id)
    rule = dimension.not_applicable_when
    forced = forced_reason(codebook, coding, dimension.dimension_id)
    asked = "" if rule is None or forced is None else codebook.question(rule.question_id).prompt
    return CardState(
        rating=rating,
        reason="" if rating.na_reason is None else codebook.reason(rating.na_reason).label,
        ruled_out_by=asked,
    )
