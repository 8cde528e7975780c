"""The codebook's questions, each with the control that its kind of answer needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import AnswerType, Question
from practicecoder.domain.coding import AnswerValue
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.coding.autosave import Autosave
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look, dress
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, emptied, in_row, label

TEXT_LINES = 2
"""Lines shown of a text answer."""


class QuestionField(QFrame):
    """A question with its help, its control, and whether an answer is still needed.

    It says what is wanted and shows what is stored.
    """

    answered = Signal(str, object)
    """Question id and answer; None takes the answer back."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._value: AnswerValue | None = None
        self.setObjectName(f"question_{question.question_id}")
        prompt = label(question.prompt, self, wrapped=True)
        self._needed = label(self.tr("not answered"), self, Look.WARNING_BADGE)
        self._clear = button(self.tr("Clear"), self, self.clear, look=Look.QUIET)
        self._clear.setToolTip(self.tr("Take the answer back (Delete)"))
        name(self._clear, self.tr("Clear the answer to: {0}").format(question.prompt))
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE)
        self._head.addWidget(prompt, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(HALF)
        self._layout.addLayout(self._head)
        if question.help:
            self._layout.addWidget(
                label(" ".join(question.help.split()), self, Look.SMALL, wrapped=True)
            )

    @property
    def question(self) -> Question:
        """The question."""
        return self._question

    @property
    def value(self) -> AnswerValue | None:
        """Answer shown."""
        return self._value

    def show_answers(self, answers: Mapping[str, AnswerValue], *, editable: bool) -> None:
        """Show the answer and whether one is needed, given all answers.

        A question that hangs on another answer is shown only while it is needed or answered.
        """
        self._value = answers.get(self._question.question_id)
        open_still = self._value in (None, "", ())
        needed = self._question.is_needed(answers)
        self._needed.setVisible(needed and open_still and editable)
        self._clear.setVisible(self._can_be_cleared and not open_still and editable)
        self.setVisible(needed or not open_still or not self._question.required_when)
        self._show_value(self._value)
        self._set_editable(editable)

    def enter(self) -> None:
        """Give the control the focus, or the part of it that holds the answer."""
        self._control().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """Ask to take the answer back."""
        if self._can_be_cleared and self._value is not None:
            self.answered.emit(self._question.question_id, None)

    def flush(self) -> bool:
        """Have typed text stored; False if that failed."""
        return True

    # What each kind does in its own way

    _can_be_cleared = True

    def _control(self) -> QWidget:
        raise NotImplementedError

    def _show_value(self, value: AnswerValue | None) -> None:
        raise NotImplementedError

    def _set_editable(self, editable: bool) -> None:
        raise NotImplementedError

    def _tell(self, value: AnswerValue | None) -> None:
        self.answered.emit(self._question.question_id, value)


class OneOf(QuestionField):
    """Yes or no, or one of several options, as radio buttons of which none is pre-selected."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._choices: dict[bool | str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        area = Flow(self, spacing=DOUBLE)
        for value, words in self._options().items():
            radio = QRadioButton(words, area)
            name(radio, words, question.prompt)
            self._group.addButton(radio)
            area.add(radio)
            self._choices[value] = radio
        self._group.buttonToggled.connect(self._toggled)
        self._showing = False
        area.add(self._needed, self._clear)
        self._layout.addWidget(area)

    def _options(self) -> dict[bool | str, str]:
        if self._question.answer_type is AnswerType.BOOL:
            return {True: self.tr("Yes"), False: self.tr("No")}
        return {option: option for option in self._question.options}

    def _control(self) -> QWidget:
        chosen = self._group.checkedButton()
        return chosen or next(iter(self._choices.values()))

    def _toggled(self, radio: QRadioButton, checked: bool) -> None:
        if checked and not self._showing:
            self._tell(next(value for value, each in self._choices.items() if each is radio))

    def _show_value(self, value: AnswerValue | None) -> None:
        self._showing = True
        self._group.setExclusive(False)
        for option, radio in self._choices.items():
            radio.setChecked(value is not None and option == value)
        self._group.setExclusive(True)
        self._showing = False

    def _set_editable(self, editable: bool) -> None:
        for radio in self._choices.values():
            radio.setEnabled(editable or radio.isChecked())  # the answer itself stays readable


class SeveralOf(QuestionField):
    """Any of several options, as check boxes."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        area = Flow(self, spacing=DOUBLE)
        self._boxes = {option: QCheckBox(option, area) for option in question.options}
        for option, box in self._boxes.items():
            name(box, option, question.prompt)
            box.clicked.connect(self._clicked)
            area.add(box)
        area.add(self._needed, self._clear)
        self._layout.addWidget(area)

    def _control(self) -> QWidget:
        return next(iter(self._boxes.values()))

    def _clicked(self) -> None:
        chosen = tuple(option for option, box in self._boxes.items() if box.isChecked())
        self._tell(chosen or None)
        options = len(self._boxes)
        announce(self, self.tr("{0} of {1} chosen").format(len(chosen), options))

    def _show_value(self, value: AnswerValue | None) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for option, box in self._boxes.items():
            box.setChecked(option in chosen)

    def _set_editable(self, editable: bool) -> None:
        for box in self._boxes.values():
            box.setEnabled(editable)


class FreeText(QuestionField):
    """Words, stored after a pause and on leaving the field."""

    _can_be_cleared = False

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._clear.hide()
        self._head.addWidget(self._needed, 0, Qt.AlignmentFlag.AlignTop)
        self._field = QPlainTextEdit(self)
        self._field.setTabChangesFocus(True)
        name(self._field, question.prompt)
        self._autosave = Autosave(self._field, self._store)
        self._layout.addWidget(self._field)
        self._fit_height()

    def flush(self) -> bool:
        """Have typed text stored; False if that failed."""
        return self._autosave.flush()

    def _control(self) -> QWidget:
        return self._field

    def _store(self, text: str) -> bool:
        wanted = text.strip() or None
        self._tell(wanted)
        return self._value == wanted

    def _show_value(self, value: AnswerValue | None) -> None:
        shown = value if isinstance(value, str) else ""
        if self._autosave.text.strip() != shown:
            self._autosave.show(shown)

    def _set_editable(self, editable: bool) -> None:
        self._field.setReadOnly(not editable)

    def _fit_height(self) -> None:
        line = self._field.fontMetrics().lineSpacing()
        self._field.setFixedHeight(line * TEXT_LINES + 2 * SPACE)


class Number(QuestionField):
    """A number, taken over by Enter or on leaving the field."""

    _can_be_cleared = False

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._clear.hide()
        self._field = QLineEdit(self)
        self._field.setMaximumWidth(160)
        self._field.setToolTip(self.tr("A number"))
        name(self._field, question.prompt)
        self._field.editingFinished.connect(self.flush)
        self._layout.addLayout(in_row(self._field, self._needed, stretch=True))

    def flush(self) -> bool:
        """Have the typed number stored; False if it is none."""
        if not self._field.isModified():
            return True
        text = self._field.text().strip().replace(",", ".")
        try:
            wanted = float(text) if text else None
        except ValueError:
            announce(self, self.tr("{0} is not a number").format(text), assertive=True)
            self._show_value(self._value)
            return False
        self._field.setModified(False)
        self._tell(wanted)
        return self._value == wanted

    def _control(self) -> QWidget:
        return self._field

    def _show_value(self, value: AnswerValue | None) -> None:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        self._field.setText(f"{value:g}" if number else "")
        self._field.setModified(False)

    def _set_editable(self, editable: bool) -> None:
        self._field.setReadOnly(not editable)


class QuestionList(QFrame):
    """Several questions on one card, in the codebook's order; hidden if there are none."""

    answered = Signal(str, object)
    """Question id and answer; None takes the answer back."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        name(self, title)
        self._fields: dict[str, QuestionField] = {}
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(DOUBLE, DOUBLE - HALF, DOUBLE, DOUBLE - HALF)
        self._stack.setSpacing(DOUBLE)
        self.hide()

    @property
    def fields(self) -> tuple[QuestionField, ...]:
        """Questions in order."""
        return tuple(self._fields.values())

    def ask(self, questions: Sequence[Question]) -> None:
        """Ask these questions in place of earlier ones."""
        emptied(self._stack)
        self._fields = {}
        for question in questions:
            field = question_field(question, self)
            field.answered.connect(self.answered)
            self._stack.addWidget(field)
            self._fields[question.question_id] = field
        self.setVisible(bool(questions))

    def show_answers(self, answers: Mapping[str, AnswerValue], *, editable: bool) -> None:
        """Show what is stored."""
        for field in self._fields.values():
            field.show_answers(answers, editable=editable)

    def go_to(self, question_id: str) -> bool:
        """Give a question the focus; False if it is not on this card."""
        field = self._fields.get(question_id)
        if field is not None:
            field.enter()
        return field is not None

    def flush(self) -> bool:
        """Have everything typed stored; False if that failed."""
        flushed = [field.flush() for field in self._fields.values()]
        return all(flushed)


_FIELDS: Mapping[AnswerType, type[QuestionField]] = {
    AnswerType.BOOL: OneOf,
    AnswerType.CHOICE: OneOf,
    AnswerType.MULTI_CHOICE: SeveralOf,
    AnswerType.TEXT: FreeText,
    AnswerType.NUMBER: Number,
}


def question_field(question: Question, parent: QWidget | None = None) -> QuestionField:
    """Field for a question's kind of answer."""
    return _FIELDS[question.answer_type](question, parent)
