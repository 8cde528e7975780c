from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton
from pytestqt.qtbot import QtBot

from practicecoder.codebook.model import AnswerType, AskWhen, Question
from practicecoder.domain.coding import AnswerValue
from practicecoder.ui.coding.questions import QuestionList


def a_question(kind: AnswerType, *, required: bool = True, **changes: object) -> Question:
    return Question(
        question_id="q",
        prompt="How was it?",
        answer_type=kind,
        ask=AskWhen.BEFORE_RATING,
        options=("red", "green", "blue"),
        required=required,
        **changes,  # type: ignore[arg-type]  # names are the fields'
    )


class Asked(QuestionList):
    """Stores answers as the page does."""

    def __init__(self, *questions: Question) -> None:
        super().__init__("Questions")
        self.answers: dict[str, AnswerValue] = {}
        self.told: list[AnswerValue | None] = []
        self.answered.connect(self._store)
        self.ask(questions)
        self.show_answers(self.answers, editable=True)

    def _store(self, question_id: str, value: AnswerValue | None) -> None:
        self.told.append(value)
        if value is None:
            self.answers.pop(question_id, None)
        else:
            self.answers[question_id] = value
        self.show_answers(self.answers, editable=True)


def shown(qtbot: QtBot, *questions: Question) -> Asked:
    asked = Asked(*questions)
    qtbot.addWidget(asked)
    with qtbot.waitExposed(asked):
        asked.show()
    asked.activateWindow()
    return asked


def test_nothing_is_preselected_and_an_answer_is_missed(qtbot: QtBot) -> None:
    asked = shown(qtbot, a_question(AnswerType.BOOL))
    assert not any(radio.isChecked() for radio in asked.findChildren(QRadioButton))
    assert asked.fields[0]._needed.isVisible()


def test_yes_and_no_are_radio_buttons(qtbot: QtBot) -> None:
    asked = shown(qtbot, a_question(AnswerType.BOOL))
    yes, no = asked.findChildren(QRadioButton)
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(no, Qt.MouseButton.LeftButton)
    assert asked.told == [True, False]
    assert not asked.fields[0]._needed.isVisible()


def test_an_answer_is_taken_back(qtbot: QtBot) -> None:
    asked = shown(qtbot, a_question(AnswerType.BOOL))
    qtbot.mouseClick(asked.findChildren(QRadioButton)[0], Qt.MouseButton.LeftButton)
    asked.fields[0].clear()
    assert asked.told == [True, None]
    assert not any(radio.isChecked() for radio in asked.findChildren(QRadioButton))


def test_one_of_several_options(qtbot: QtBot) -> None:
    asked = shown(qtbot, a_question(AnswerType.CHOICE))
    radios = asked.findChildren(QRadioButton)
    assert [radio.text() for radio in radios] == ["red", "green", "blue"]
    qtbot.mouseClick(radios[2], Qt.MouseButton.LeftButton)
    assert asked.told == ["blue"]


def test_several_options_keep_the_codebooks_order(qtbot: QtBot) -> None:
    asked = shown(qtbot, a_question(AnswerType.MULTI_CHOICE))
    red, _, blue = asked.findChildren(QCheckBox)
    qtbot.mouseClick(blue, Qt.MouseButton.LeftButton, pos=blue.rect().center() / 4)
    qtbot.mouseClick(red, Qt.MouseButton.LeftButton, pos=red.rect().center() / 4)
    qtbot.mouseClick(blue, Qt.MouseButton.LeftButton, pos=blue.rect().center() / 4)
    assert asked.told == [("blue",), ("red", "blue"), ("red",)]


def test_the_last_option_taken_away_is_no_answer(qtbot: QtBot) -> None:
    asked = shown(qtbot, a_question(AnswerType.MULTI_CHOICE))
    red = asked.findChildren(QCheckBox)[0]
    for _ in range(2):
        qtbot.mouseClick(red, Qt.MouseButton.LeftButton, pos=red.rect().center() / 4)
    assert asked.told == [("red",), None]


def test_text_is_stored_after_a_pause(qtbot: QtBot) -> None:
    asked = shown(qtbot, a_question(AnswerType.TEXT))
    field = asked.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    qtbot.keyClicks(field, "well ")
    qtbot.waitUntil(lambda: asked.told == ["well"], timeout=5_000)
    assert field.toPlainText() == "well "


@pytest.mark.parametrize(("typed", "told"), [("3", [3.0]), ("2,5", [2.5]), ("", []), ("many", [])])
def test_numbers_are_taken_on_leaving(
    qtbot: QtBot, typed: str, told: list[AnswerValue | None]
) -> None:
    asked = shown(qtbot, a_question(AnswerType.NUMBER))
    field = asked.findChildren(QLineEdit)[0]
    field.setFocus()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked.told == told


def test_what_is_no_number_goes_back_to_what_is_stored(qtbot: QtBot) -> None:
    asked = shown(qtbot, a_question(AnswerType.NUMBER))
    field = asked.findChildren(QLineEdit)[0]
    qtbot.keyClicks(field, "4")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "4"


def test_a_question_that_hangs_on_another_comes_when_it_is_needed(qtbot: QtBot) -> None:
    hanging = Question(
        question_id="which",
        prompt="Which?",
        answer_type=AnswerType.TEXT,
        ask=AskWhen.BEFORE_RATING,
        required_when={"q": True},
    )
    asked = shown(qtbot, a_question(AnswerType.BOOL), hanging)
    yes, no = asked.findChildren(QRadioButton)
    visible = []
    for radio in (yes, no):
        qtbot.mouseClick(radio, Qt.MouseButton.LeftButton)
        visible.append(asked.fields[1].isVisible())
    assert visible == [True, False]


def test_a_locked_answer_can_be_read_and_not_changed(qtbot: QtBot) -> None:
    answers: Mapping[str, AnswerValue] = {"q": True}
    asked = shown(qtbot, a_question(AnswerType.BOOL))
    asked.show_answers(answers, editable=False)
    yes, no = asked.findChildren(QRadioButton)
    qtbot.mouseClick(no, Qt.MouseButton.LeftButton)
    assert (yes.isChecked(), yes.isEnabled(), no.isEnabled()) == (True, True, False)
    assert asked.told == []
