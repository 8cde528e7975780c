"""Step 4: what was agreed, what became of the last goal, and what the family said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from practicecoder.domain.feedback import Goal
from practicecoder.domain.ids import SessionId
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.feedback_view import Draft
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.supervision.draft.step import Act, Step
from practicecoder.ui.theme import SPACE, scaled
from practicecoder.ui.widgets.labels import in_row, label

TEXT_HEIGHT_PX = 64
USUAL_WEEKS = 8


class GoalStep(Step):
    """A specific goal with a plan; what stays empty is printed as a line to write on."""

    def __init__(
        self, acts: SupervisionActs, session_id: SessionId, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            acts,
            session_id,
            (
                _tr("Goal"),
                _tr(
                    "One specific goal, agreed together. Fields that stay empty are printed as "
                    "lines to write on."
                ),
            ),
            parent,
        )
        self._shown: tuple[Goal, str, str] | None = None
        self._filled: tuple[Goal, str, str] | None = None
        self._last = label("", self.room.content, wrapped=True)
        self.outcome = self._text(_tr("What became of the last goal"))
        self.goal = self._text(_tr("Goal"))
        self.with_whom = self._line(_tr("With which family"), _tr("A code, no names"))
        self.help_needed = self._line(_tr("Help needed"), "")
        self.how_we_know = self._line(_tr("How we will know"), "")
        self.has_review = QCheckBox(self.tr("Review on"), self.room.content)
        self.review_on = QDateEdit(QDate.currentDate(), self.room.content)
        self.review_on.setCalendarPopup(True)
        self.review_on.setDisplayFormat("yyyy-MM-dd")
        name(self.review_on, self.tr("Day of the review"))
        self.has_review.toggled.connect(self.review_on.setEnabled)
        self.has_review.toggled.connect(lambda: self.refuse(""))
        self.review_on.dateChanged.connect(lambda: self.refuse(""))
        self.family_voice = self._text(_tr("What the family said"))
        self._form = QFormLayout()
        self._form.setSpacing(SPACE)
        grows = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow
        self._form.setFieldGrowthPolicy(grows)
        self._form.addRow(self.tr("Last goal"), self._last)
        for words, field in (
            (self.tr("What became of it"), self.outcome),
            (self.tr("New goal"), self.goal),
            (self.tr("With which family"), self.with_whom),
            (self.tr("Help needed"), self.help_needed),
            (self.tr("How we will know"), self.how_we_know),
        ):
            self._form.addRow(words, field)
        review = QWidget(self.room.content)
        line = in_row(self.has_review, self.review_on, spacing=SPACE, stretch=True)
        review.setLayout(line)
        self._form.addRow("", review)
        self._form.addRow(self.tr("What the family said"), self.family_voice)
        self.body.addLayout(self._form)
        self.body.addStretch(1)

    @property
    def entered(self) -> tuple[Goal, str, str]:
        """Goal, what became of the last one, and the family's voice, as they are entered."""
        day = self.review_on.date()
        goal = Goal(
            goal=self.goal.toPlainText().strip(),
            with_whom=self.with_whom.text().strip(),
            help_needed=self.help_needed.text().strip(),
            how_we_know=self.how_we_know.text().strip(),
            review_on=(
                date(day.year(), day.month(), day.day()) if self.has_review.isChecked() else None
            ),
        )
        return goal, self.outcome.toPlainText().strip(), self.family_voice.toPlainText().strip()

    @property
    def is_done(self) -> bool:
        """Whether a goal is stored."""
        return self.draft is not None and bool(self.draft.feedback.goal.goal)

    def show_draft(self, draft: Draft) -> None:
        """Show what is stored, unless something else is being entered."""
        is_edited = self._shown is not None and self.entered != self._shown
        super().show_draft(draft)
        last = None if draft.opened is None else draft.opened.last_goal
        self._last.setText("" if last is None else last.goal)
        for field in (self._last, self.outcome):
            self._form.setRowVisible(field, last is not None)
        if not is_edited:
            self._fill(draft)
            self._shown = self._filled = self.entered
        for line in (self.with_whom, self.help_needed, self.how_we_know):
            line.setReadOnly(not self.is_editable)
        for text in (self.outcome, self.goal, self.family_voice):
            text.setReadOnly(not self.is_editable)
        self.has_review.setEnabled(self.is_editable)
        self.review_on.setEnabled(self.is_editable and self.has_review.isChecked())

    def pending(self) -> Act | None:
        """Store what was changed here and differs from what is stored."""
        if self.draft is None or not self.is_editable:
            return None
        stored = self.draft.feedback
        entered = self.entered
        is_stored = entered == (stored.goal, stored.last_goal_outcome, stored.family_voice)
        if is_stored or entered == self._filled:
            return None
        self._shown = entered
        goal, outcome, voice = entered
        service, actor = self.acts.services.feedback, self.acts.actor

        def store() -> StudyChange:
            service.keep_family_voice(self.session_id, voice, actor=actor)
            service.agree_goal(self.session_id, goal, last_goal_outcome=outcome, actor=actor)
            return StudyChange(
                kinds=frozenset({ChangeKind.FEEDBACK}), session_ids=frozenset({self.session_id})
            )

        return store

    def focus_first(self) -> None:
        """Put the focus on the first field."""
        first = self.outcome if self.outcome.isVisible() else self.goal
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, draft: Draft) -> None:
        stored = draft.feedback
        self.outcome.setPlainText(stored.last_goal_outcome)
        self.goal.setPlainText(stored.goal.goal)
        self.with_whom.setText(stored.goal.with_whom)
        self.help_needed.setText(stored.goal.help_needed)
        self.how_we_know.setText(stored.goal.how_we_know)
        self.family_voice.setPlainText(stored.family_voice)
        day = stored.goal.review_on
        self.has_review.setChecked(day is not None)
        self.review_on.setDate(
            QDate.currentDate().addDays(7 * USUAL_WEEKS)
            if day is None
            else QDate(day.year, day.month, day.day)
        )

    def _text(self, words: str) -> QPlainTextEdit:
        field = QPlainTextEdit(self.room.content)
        field.setTabChangesFocus(True)
        field.setFixedHeight(scaled(TEXT_HEIGHT_PX))
        name(field, words)
        field.textChanged.connect(lambda: self.refuse(""))
        return field

    def _line(self, words: str, example: str) -> QLineEdit:
        field = QLineEdit(self.room.content)
        field.setPlaceholderText(example)
        field.textChanged.connect(lambda: self.refuse(""))
        name(field, words)
        return field


def _tr(text: str) -> str:
    return translate("Supervision", text)
