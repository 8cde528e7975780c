from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.security.choosing import PassphraseChoice
from practicecoder.ui.security.passphrase_field import PassphraseField


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(window: QWidget, qtbot: QtBot) -> PassphraseField:
    field = PassphraseField("Passphrase", window)
    with qtbot.waitExposed(window):
        window.show()
    return field


def test_what_is_typed_is_hidden_until_it_is_revealed(field: PassphraseField) -> None:
    QTest.keyClicks(field.line, "copper")
    assert field.line.displayText() != "copper"
    field.reveal.click()
    assert field.line.displayText() == "copper"
    assert field.reveal.accessibleName() == "Hide: Passphrase"
    field.clear()
    assert field.text == ""
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


def test_nothing_of_a_cleared_secret_comes_back_by_undo(field: PassphraseField) -> None:
    QTest.keyClicks(field.line, "copper")
    field.clear()
    field.line.undo()
    assert field.text == ""


@pytest.mark.parametrize(
    ("key", "held", "is_told"),
    [
        ("A", Qt.KeyboardModifier.NoModifier, True),
        ("a", Qt.KeyboardModifier.ShiftModifier, True),
        ("A", Qt.KeyboardModifier.ShiftModifier, False),
        ("a", Qt.KeyboardModifier.NoModifier, False),
        ("7", Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_caps_lock_is_told_by_letters_that_come_the_wrong_way(
    field: PassphraseField, key: str, held: Qt.KeyboardModifier, is_told: bool
) -> None:
    event_key = Qt.Key(ord(key.upper()))
    press(field.line, event_key, key, held)
    assert field.caps_lock.isVisible() is is_told
    assert field.text == key  # it is typed all the same


def test_the_hint_goes_with_the_next_letter_as_it_is_meant(field: PassphraseField) -> None:
    press(field.line, Qt.Key.Key_A, "A", Qt.KeyboardModifier.NoModifier)
    assert field.caps_lock.isVisible()
    press(field.line, Qt.Key.Key_B, "b", Qt.KeyboardModifier.NoModifier)
    assert not field.caps_lock.isVisible()


def press(line: QLineEdit, key: Qt.Key, text: str, held: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(line, QKeyEvent(kind, key, held, text))


def test_a_passphrase_is_taken_when_it_is_the_same_twice(window: QWidget, qtbot: QtBot) -> None:
    choice = PassphraseChoice(window)
    with qtbot.waitExposed(window):
        window.show()
    problems = [choice.problem]
    QTest.keyClicks(choice.first.line, "short")
    problems.append(choice.problem)
    QTest.keyClicks(choice.first.line, " copper lantern otters")
    problems.append(choice.problem)
    QTest.keyClicks(choice.second.line, "short copper lantern otter")
    problems.append(choice.problem)
    with qtbot.waitSignal(choice.changed):
        QTest.keyClicks(choice.second.line, "s")
    assert choice.problem == ""
    assert choice.passphrase == "short copper lantern otters"
    assert problems == [
        "Choose a passphrase.",
        "Too short: 7 more characters at least.",
        "Type the passphrase again.",
        "The two passphrases are not the same.",
    ]
    choice.clear()
    assert choice.passphrase == ""
