from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import CoderId
from practicecoder.errors import StoreFailedError
from practicecoder.services.changes import StudyChange
from practicecoder.services.concerns import ConcernService
from practicecoder.ui.coding.concern import ConcernDialog
from tests.ui.coding.studio import CONTROL, SHIFT, Studio
from tests.ui.finding import the

LEAD = CoderId("L1")
WORDS = "A child said that it was left alone."


def the_dialog(qtbot: QtBot, studio: Studio) -> ConcernDialog:
    def shown() -> list[ConcernDialog]:
        return [d for d in studio.page.findChildren(ConcernDialog) if d.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def test_a_concern_is_raised_by_keys_alone_and_reaches_the_lead(
    qtbot: QtBot, studio: Studio
) -> None:
    studio.page.listening.player.seek(14_000)
    before = studio.stored()
    studio.press(Qt.Key.Key_H, CONTROL | SHIFT)
    dialog = the_dialog(qtbot, studio)
    studio.wait_for_focus_in(dialog)
    studio.type(WORDS)
    studio.press(Qt.Key.Key_Return, CONTROL)

    (concern,) = studio.services.concerns.for_lead(LEAD)
    assert concern.text == WORDS
    assert concern.at_ms == studio.page.listening.position_ms
    assert "The lead will see" in studio.page.banner.text
    assert studio.stored() == before


def test_nothing_is_sent_without_words_or_on_cancel(qtbot: QtBot, studio: Studio) -> None:
    studio.page.raise_concern()
    dialog = the_dialog(qtbot, studio)
    send = next(b for b in dialog.findChildren(QPushButton) if "lead" in b.text())
    assert not send.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    the(QPlainTextEdit, dialog).setPlainText(WORDS)
    assert send.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert studio.services.concerns.for_lead(LEAD) == ()


def test_a_concern_that_cannot_be_stored_keeps_its_words(
    qtbot: QtBot, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> StudyChange:
        raise StoreFailedError("The disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(ConcernService, "raise_concern", full)
        studio.page.raise_concern()
        dialog = the_dialog(qtbot, studio)
        the(QPlainTextEdit, dialog).setPlainText(WORDS)
        dialog.accept()
    shown = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert dialog.isVisible()
    assert any("The disk is full" in text for text in shown)
    assert the(QPlainTextEdit, dialog).toPlainText() == WORDS

    dialog.accept()
    assert [c.text for c in studio.services.concerns.for_lead(LEAD)] == [WORDS]


def test_a_concern_can_be_raised_after_the_lock(qtbot: QtBot, studio: Studio) -> None:
    studio.decide_everything()
    coding = studio.page._coding
    assert coding is not None
    assert coding.submit("noise")
    studio.page.raise_concern()
    dialog = the_dialog(qtbot, studio)
    the(QPlainTextEdit, dialog).setPlainText(WORDS)
    dialog.accept()

    (concern,) = studio.services.concerns.for_lead(LEAD)
    assert concern.text == WORDS


def test_a_locked_coding_does_not_ask_for_what_cannot_be_made(studio: Studio) -> None:
    tables = (studio.page.evidence.table, studio.page.notes.table)
    assert "Press F9" in tables[0]._placeholder
    assert "write below" in tables[1]._placeholder
    studio.decide_everything()
    coding = studio.page._coding
    assert coding is not None
    assert coding.submit("noise")
    assert [t._placeholder for t in tables] == ["There is no evidence.", "There are no notes."]
