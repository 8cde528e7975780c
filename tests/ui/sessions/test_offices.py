from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.ui.sessions.offices import OfficesDialog
from tests.builders import LEAD
from tests.ui.finding import called, the_button


def test_a_day_is_set_after_its_consequences_were_shown(
    laboratory: StudyServices, qtbot: QtBot
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = OfficesDialog(laboratory, LEAD, over)
    office = called(QComboBox, "Office", dialog)
    chosen = office.currentText()
    set_day = the_button("Set day", dialog)
    assert not set_day.isEnabled()

    called(QDateEdit, "Day of implementation", dialog).setDate(QDate(2026, 4, 9))
    assert "get other days since implementation" in dialog.consequence.text()
    assert not set_day.isEnabled()  # a known day changes for a reason
    QTest.keyClicks(called(QLineEdit, "Reason", dialog), "a made-up reason")
    with qtbot.waitSignal(dialog.study_changed):
        QTest.keyClick(set_day, Qt.Key.Key_Space)

    days = {d.office.office_id: d.office.implementation_date for d in laboratory.offices.days()}
    assert {k: v for k, v in days.items() if k == chosen} == {chosen: date(2026, 4, 9)}
    assert dialog.consequence.text() == "Nothing changes."
