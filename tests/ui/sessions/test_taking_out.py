"""Sessions are taken out of use, and back, from the lead's table; consent stands beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.ids import SessionId
from practicecoder.domain.sessions import SessionState
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import SessionRow
from practicecoder.ui.sessions.columns import LEAD_COLUMNS
from practicecoder.ui.sessions.lead import LeadPanel
from practicecoder.ui.sessions.taking_out import BackInUseDialog, TakeOutDialog
from tests.builders import LEAD
from tests.ui.finding import called, the, the_button

CODED, FRESH = SessionId("V-0001"), SessionId("V-0012")


@pytest.fixture
def panel(laboratory: StudyServices, qtbot: QtBot) -> LeadPanel:
    made = LeadPanel(laboratory)
    qtbot.addWidget(made)
    made.show_actor(LEAD)
    qtbot.waitUntil(lambda: len(made.table.rows_model().rows) == 12)
    return made


def row_of(services: StudyServices, session_id: SessionId) -> SessionRow:
    return next(r for r in services.sessions.lead_table() if r.session.session_id == session_id)


def cell(row: SessionRow, title: str) -> tuple[str, str]:
    column = next(c for c in LEAD_COLUMNS if c.title == title)
    return column.text(row), column.cell_tooltip(row) if column.cell_tooltip else ""


def test_a_session_is_withdrawn_with_a_reason_and_taken_back(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    before = row_of(laboratory, CODED).session.state
    panel.table.select_key(CODED)
    the_button("Withdraw…", panel).click()
    dialog = the(TakeOutDialog, panel)
    act = the_button("Take out of use", dialog)
    assert not act.isEnabled()
    assert not dialog.unusable.isEnabled()  # it was coded
    assert dialog.focusWidget() is called(QPlainTextEdit, "Reason", dialog)
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog), "family telephoned")
    with qtbot.waitSignal(panel.study_changed):
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    assert row_of(laboratory, CODED).session.state is SessionState.WITHDRAWN

    panel.refresh()
    qtbot.waitUntil(lambda: panel.table.selected_rows()[0].is_taken_out)
    assert not the_button("Assign to coder…", panel).isEnabled()
    assert not the_button("Unlock…", panel).isEnabled()
    the_button("Take back…", panel).click()
    dialog_back = the(BackInUseDialog, panel)
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog_back), "other family")
    with qtbot.waitSignal(panel.study_changed):
        QTest.mouseClick(the_button("Take back", dialog_back), Qt.MouseButton.LeftButton)
    assert row_of(laboratory, CODED).session.state is not SessionState.WITHDRAWN
    assert before is not SessionState.WITHDRAWN


def test_a_recording_that_nobody_coded_may_be_unusable(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    panel.table.select_key(FRESH)
    panel.bar.change_use()
    dialog = the(TakeOutDialog, panel)
    dialog.unusable.click()
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog), "only noise")
    with qtbot.waitSignal(panel.study_changed):
        dialog.act.click()
    assert row_of(laboratory, FRESH).session.state is SessionState.UNUSABLE


def test_what_was_agreed_to_stands_in_the_table(laboratory: StudyServices) -> None:
    assert cell(row_of(laboratory, CODED), "Consent") == ("", "")
    given = {ConsentUse.CODING: True, ConsentUse.FEEDBACK: True}
    laboratory.consents.record([CODED], given, actor=LEAD)
    assert cell(row_of(laboratory, CODED), "Consent") == (
        "2 given",
        "coding: agreed\nfeedback to the worker: agreed",
    )
    laboratory.consents.record([CODED], {ConsentUse.FEEDBACK: False}, actor=LEAD)
    assert cell(row_of(laboratory, CODED), "Consent") == (
        "1 refused",
        "coding: agreed\nfeedback to the worker: refused, or taken back",
    )
