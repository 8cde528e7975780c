"""The rating panel: what is asked before listening, then the questions and the cards."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from practicecoder.codebook.rules import questions_before_listening
from practicecoder.domain.coding import Coding
from practicecoder.services.blinding import UNBLINDED_QUESTION, asks_about_blinding
from practicecoder.ui.coding.cards import CardColumn
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.questions import QuestionList
from practicecoder.ui.theme import HALF, SPACE, scaled

LEAST_HEIGHT = 300
"""Height in pixels, at the normal text size, in which a card can be read."""


class RatingsPanel(QWidget):
    """Questions before listening over the rating cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: OpenCoding | None = None
        self.before = QuestionList(self.tr("Before listening"), self)
        self.cards = CardColumn(self)
        self.head = self.cards.head
        self.blind = QCheckBox(
            self.tr("I recognised someone, or learned the office or the phase"), self
        )
        self.blind.setToolTip(
            self.tr("The coding is kept and marked; it can be left out of reliability")
        )
        self.blind.clicked.connect(self._tell_blind)
        self.cards.windowTitleChanged.connect(self.setWindowTitle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, HALF, HALF, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.before)
        layout.addWidget(self.cards, 1)
        layout.addWidget(self.blind)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a card."""
        return super().minimumSizeHint().expandedTo(QSize(0, scaled(LEAST_HEIGHT)))

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Ask the questions of a codebook and show its cards; None takes them away."""
        self._coding = coding
        self.before.ask([] if coding is None else questions_before_listening(coding.codebook))
        self.cards.open_coding(coding)

    def show_coding(self, coding: Coding) -> None:
        """Show what is stored."""
        if self._coding is not None:
            self.before.show_answers(coding.answers, editable=self._coding.is_editable)
            self.cards.show_coding(coding)
            self.blind.setChecked(coding.unblinded)
            self.blind.setEnabled(self._coding.is_editable)
            self.blind.setVisible(self._wants_tick(coding))

    def flush(self) -> bool:
        """Save what was typed; False if that failed."""
        saved = [part.flush() for part in (self.before, self.cards.questions)]
        return all(saved)

    @property
    def has_open_question(self) -> bool:
        """Whether a question before listening waits for its answer."""
        return self._open_question() is not None

    def enter(self) -> None:
        """Go to the question that waits, else to the card used last."""
        question_id = self._open_question()
        if question_id is None:
            self.cards.enter()
        else:
            self.before.go_to(question_id)

    def go_to_question(self, question_id: str) -> bool:
        """Give a question the focus; False if it is not here."""
        return self.before.go_to(question_id) or self.cards.go_to_question(question_id)

    def _wants_tick(self, coding: Coding) -> bool:
        """Whether there is a tick: where no question asks, or one was made before it was asked."""
        assert self._coding is not None
        if not asks_about_blinding(self._coding.codebook):
            return True
        return coding.unblinded and coding.answers.get(UNBLINDED_QUESTION) is None

    def _tell_blind(self, unblinded: bool) -> None:
        if self._coding is not None and not self._coding.set_unblinded(unblinded):
            self.blind.setChecked(self._coding.coding.unblinded)

    def _open_question(self) -> str | None:
        """First question before listening that waits for an answer; None if none does."""
        if self._coding is None:
            return None
        answers = self._coding.coding.answers
        for asked in self.before.fields:
            question = asked.question
            if question.is_needed(answers) and question.question_id not in answers:
                return question.question_id
        return None
