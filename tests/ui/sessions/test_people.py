from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.sessions.people import PeopleDialog
from practicecoder.ui.sessions.roles import RightsRecordDialog, RolesDialog
from practicecoder.ui.tables import RowTable
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


def test_enter_after_the_code_adds_the_person(
    dialog: PeopleDialog, laboratory: StudyServices
) -> None:
    code = called(QLineEdit, "Code of the new person", dialog)
    QTest.keyClick(code, Qt.Key.Key_Return)  # nothing to add yet
    QTest.keyClicks(code, "S1")
    QTest.keyClick(code, Qt.Key.Key_Return)

    assert Coder(coder_id=CoderId("S1")) in laboratory.people.coders()
    assert code.text() == ""
    assert dialog.isVisible()


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


def choose(dialog: PeopleDialog, code: str) -> RowTable:
    table = the(RowTable, dialog)
    assert table.select_key(CoderId(code))
    table.setFocus()
    return table


def test_roles_are_changed_by_keyboard_with_a_reason(
    dialog: PeopleDialog, laboratory: StudyServices, qtbot: QtBot
) -> None:
    QTest.keyClick(choose(dialog, "B"), Qt.Key.Key_Return)
    asking = the(RolesDialog, dialog)
    QTest.keyClick(called(QCheckBox, "analyst", asking), Qt.Key.Key_Space)
    assert not asking.act.isEnabled()
    QTest.keyClicks(asking.reason, "computes agreement")

    with qtbot.waitSignal(dialog.study_changed) as changed:
        QTest.keyClick(asking.act, Qt.Key.Key_Space)

    assert changed.args[0].concerns(ChangeKind.PEOPLE)
    both = Coder(coder_id=CoderId("B"), roles=frozenset({Role.CODER, Role.ANALYST}))
    assert both in laboratory.people.coders()
    (row,) = the(RowTable, dialog).selected_rows()
    assert row == both


def test_access_ends_and_comes_back_by_mouse(
    dialog: PeopleDialog, laboratory: StudyServices
) -> None:
    for has_access, roles in ((False, frozenset[Role]()), (True, frozenset({Role.CODER}))):
        choose(dialog, "B")
        the_button("Change &roles…", dialog).click()
        asking = the(RolesDialog, dialog)
        asking.access.click()
        assert asking.access.isChecked() is has_access
        assert called(QCheckBox, "coder", asking).isEnabled() is has_access
        asking.reason.setPlainText("made-up reason")
        asking.act.click()
        asking.deleteLater()
        QApplication.sendPostedEvents(asking, QEvent.Type.DeferredDelete)
        assert Coder(coder_id=CoderId("B"), roles=roles) in laboratory.people.coders()

    the_button("R&ecord…", dialog).click()
    record = the(RightsRecordDialog, dialog)
    latest, before = record.table.rows_model().shown_rows[:2]
    assert (before.text, before.before, before.after) == (
        "Roles of B changed",
        "coder",
        "no access",
    )
    assert (latest.after, latest.reason, latest.who) == ("coder", "made-up reason", LEAD)


def test_what_somebody_has_in_hand_is_told_before_their_access_ends(
    dialog: PeopleDialog, laboratory: StudyServices
) -> None:
    work = laboratory.people.open_work(CoderId("C"))
    asking = RolesDialog(Coder(coder_id=CoderId("C")), replace(work, n_sessions=3), dialog)

    assert asking.told.text() == "Still has 3 sessions not submitted; that stays."


def test_the_only_lead_keeps_role_and_access(dialog: PeopleDialog) -> None:
    choose(dialog, LEAD)
    the_button("Change &roles…", dialog).click()
    asking = the(RolesDialog, dialog)

    assert not asking.access.isEnabled()
    assert not called(QCheckBox, "lead", asking).isEnabled()
    assert "only lead" in called(QCheckBox, "lead", asking).toolTip()
    assert called(QCheckBox, "analyst", asking).isEnabled()


def test_without_a_role_or_a_change_nothing_can_be_done(dialog: PeopleDialog) -> None:
    choose(dialog, "B")
    the_button("Change &roles…", dialog).click()
    asking = the(RolesDialog, dialog)
    asking.reason.setPlainText("made-up reason")
    assert not asking.act.isEnabled()

    called(QCheckBox, "coder", asking).click()

    assert not asking.act.isEnabled()
    assert "at least one role" in asking.told.text()


def test_roles_are_told_with_the_code() -> None:
    person = Coder(coder_id=CoderId("X"), roles=frozenset({Role.ANALYST, Role.CODER}))

    assert person_in_words(person) == "X (coder, analyst)"
    assert person_in_words(Coder(coder_id=CoderId("X"), roles=frozenset())) == "X (no access)"
