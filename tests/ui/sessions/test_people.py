from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.sessions.people import PeopleDialog
from practicecoder.ui.widgets.study_header import person_in_words
from tests.builders import LEAD
from tests.ui.finding import called, the, the_button


@pytest.fixture
def dialog(laboratory: StudyServices, qtbot: QtBot) -> PeopleDialog:
    dialog = PeopleDialog(laboratory, LEAD)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_person_is_added_by_keyboard(
    dialog: PeopleDialog, laboratory: StudyServices, qtbot: QtBot
) -> None:
    code = called(QLineEdit, "Code of the new person", dialog)
    QTest.keyClicks(code, "S1")
    QTest.keyClick(called(QCheckBox, "coder", dialog), Qt.Key.Key_Space)
    QTest.keyClick(called(QCheckBox, "supervisor", dialog), Qt.Key.Key_Space)

    with qtbot.waitSignal(dialog.study_changed) as changed:
        QTest.keyClick(the_button("Add", dialog), Qt.Key.Key_Space)

    assert changed.args[0].concerns(ChangeKind.PEOPLE)
    added = Coder(coder_id=CoderId("S1"), roles=frozenset({Role.SUPERVISOR}))
    assert added in laboratory.people.coders()
    assert code.text() == ""


def test_a_person_needs_a_code_and_a_role(dialog: PeopleDialog) -> None:
    add = the_button("Add", dialog)
    assert not add.isEnabled()

    QTest.keyClicks(called(QLineEdit, "Code of the new person", dialog), "S1")
    assert add.isEnabled()

    called(QCheckBox, "coder", dialog).setChecked(False)
    assert not add.isEnabled()


def test_a_code_that_is_taken_is_refused_in_words(dialog: PeopleDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(called(QLineEdit, "Code of the new person", dialog), "A")

    with qtbot.assertNotEmitted(dialog.study_changed):
        the_button("Add", dialog).click()

    assert "taken" in the(MessageDialog, dialog).text


def test_roles_are_told_with_the_code() -> None:
    person = Coder(coder_id=CoderId("X"), roles=frozenset({Role.ANALYST, Role.CODER}))

    assert person_in_words(person) == "X (coder, analyst)"
