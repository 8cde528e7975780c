"""Withdrawing for good, receipts, and the end of sound, from the lead's table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import SessionId
from practicecoder.domain.retention import KeepSound, RetentionRule
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.services.context import StudyServices
from practicecoder.services.study_settings import StudySettings
from practicecoder.services.withdrawal import WithdrawalRequest
from practicecoder.ui.sessions.lead import LeadPanel
from practicecoder.ui.sessions.receipts import ReceiptsDialog
from practicecoder.ui.sessions.sound_ending import DueSoundDialog, KeepSoundDialog
from practicecoder.ui.sessions.study_settings import StudySettingsDialog
from practicecoder.ui.sessions.withdrawing import ReceiptDialog, WithdrawDialog
from tests.builders import LEAD
from tests.ui.finding import called, the, the_button

CODED = SessionId("V-0001")


@pytest.fixture
def panel(laboratory: StudyServices, qtbot: QtBot) -> LeadPanel:
    made = LeadPanel(laboratory)
    qtbot.addWidget(made)
    made.show_actor(LEAD)
    qtbot.waitUntil(lambda: len(made.table.rows_model().rows) == 12)
    made.table.select_key(CODED)
    return made


def wait_for(kind: type[QWidget], panel: LeadPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(panel.findChildren(kind)))


def open_withdrawing(panel: LeadPanel, qtbot: QtBot) -> WithdrawDialog:
    panel.tools.withdraw_for_good()
    wait_for(WithdrawDialog, panel, qtbot)
    return the(WithdrawDialog, panel)


def test_each_choice_tells_what_goes_before_anything_is_done(
    panel: LeadPanel, qtbot: QtBot
) -> None:
    dialog = open_withdrawing(panel, qtbot)
    assert dialog.choice is WithdrawalChoice.ERASE_RECORDING
    assert "recording" in dialog.preview.toPlainText()
    dialog.choices[WithdrawalChoice.NO_NEW_USE].setChecked(True)
    assert "Goes: nothing." in dialog.preview.toPlainText()
    dialog.choices[WithdrawalChoice.ERASE_ALL].setChecked(True)
    assert "coding" in dialog.preview.toPlainText().split("\n")[0]


def test_it_acts_only_with_a_reason_and_the_code_typed_once_more(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    dialog = open_withdrawing(panel, qtbot)
    dialog.choices[WithdrawalChoice.ERASE_ALL].setChecked(True)
    act = the_button("Withdraw", dialog)
    code = called(QLineEdit, "Code of the session, typed once more", dialog)
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog), "asked by letter")
    assert not act.isEnabled()
    QTest.keyClicks(code, "V-000")
    assert not act.isEnabled()
    QTest.keyClicks(code, "1")
    assert act.isEnabled()
    with qtbot.waitSignal(panel.study_changed):
        act.click()
    wait_for(ReceiptDialog, panel, qtbot)
    receipt = the(ReceiptDialog, panel)
    ids = {row.session.session_id for row in laboratory.sessions.lead_table()}
    assert CODED not in ids
    assert "asked by letter" in called(QPlainTextEdit, "Receipt", receipt).toPlainText()
    target = tmp_path / "receipt.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    the_button("&Save as PDF…", receipt).click()
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF")


def test_receipts_are_listed_and_shown(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    asked = WithdrawalRequest(
        session_id=CODED,
        choice=WithdrawalChoice.NO_NEW_USE,
        reason="asked by letter",
        confirmation=CODED,
    )
    done = laboratory.withdrawal.withdraw(asked, actor=LEAD)
    panel.protection.show_receipts()
    wait_for(ReceiptsDialog, panel, qtbot)
    dialog = the(ReceiptsDialog, panel)
    show = the_button("&Show…", dialog)
    assert not show.isEnabled()
    dialog.table.select_key(done.receipt.withdrawal_id)
    show.click()
    assert done.receipt.number in the(ReceiptDialog, panel).windowTitle()


def test_sound_that_is_due_is_counted_and_deleted_only_when_asked(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    laboratory.retention.keep_until([CODED], date(2020, 1, 1), actor=LEAD)
    panel.refresh()
    qtbot.waitUntil(lambda: bool(the_button("Data protection (1)", panel.tools)))
    panel.protection.show_due_sound()
    wait_for(DueSoundDialog, panel, qtbot)
    dialog = the(DueSoundDialog, panel)
    assert [d.session.session_id for d in dialog.chosen] == [CODED]
    assert not dialog.act.isEnabled()
    dialog.sure.click()
    with qtbot.waitSignal(panel.study_changed):
        dialog.act.click()
    assert laboratory.retention.due() == ()
    panel.refresh()
    qtbot.waitUntil(lambda: bool(the_button("Data protection", panel.tools)))


def test_where_nothing_is_due_there_is_nothing_to_delete(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = DueSoundDialog((), over, may_write=True)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert dialog.act.isHidden()
    assert dialog.sure.isHidden()
    dialog.reject()


def test_a_last_day_is_named_and_taken_away(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    def until() -> date | None:
        rows = {row.session.session_id: row.session for row in laboratory.sessions.lead_table()}
        return rows[CODED].audio_until

    panel.tools.keep_sound()
    dialog = the(KeepSoundDialog, panel)
    dialog.named.click()
    dialog.day.setDate(dialog.day.date().addDays(30))
    named = dialog.day.date()
    with qtbot.waitSignal(panel.study_changed):
        the_button("Set", dialog).click()
    assert until() == date(named.year(), named.month(), named.day())


def test_settings_tell_until_when_sound_is_kept(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = StudySettingsDialog(StudySettings(), over)
    keep = called(QComboBox, "Sound is kept", dialog)
    months = called(QSpinBox, "Months", dialog)
    assert dialog.settings.retention == RetentionRule()
    assert not months.isEnabled()
    keep.setCurrentIndex(keep.findData(KeepSound.AFTER_VISIT.value))
    months.setValue(18)
    assert dialog.settings.retention == RetentionRule(keep=KeepSound.AFTER_VISIT, months=18)
    keep.setCurrentIndex(keep.findData(KeepSound.UNTIL_DAY.value))
    assert dialog.settings.retention.day is not None
