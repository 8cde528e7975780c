"""Passphrases of several people are listed, given and taken away in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.services.studies import open_study, opens
from practicecoder.ui.security.holders import (
    GivePassphraseDialog,
    HoldersDialog,
    TakePassphraseDialog,
)
from practicecoder.ui.sessions.people import PeopleDialog
from practicecoder.vault.slots import Cost
from tests.builders import LEAD, a_study
from tests.ui.finding import the, the_button

OURS, THEIRS = "copper lantern seven otters", "thirteen kettles sing in copper"


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StudyServices]:
    cheap = Cost(memory_kib=64, passes=1, lanes=1)
    monkeypatch.setattr("practicecoder.vault.key_file.Cost", lambda: cheap)
    services = a_study(tmp_path / "study", passphrase=OURS)
    yield services
    services.close()


@pytest.fixture
def dialog(sealed: StudyServices, qtbot: QtBot) -> HoldersDialog:
    people = PeopleDialog(sealed, LEAD)
    qtbot.addWidget(people)
    people.show()
    the_button("&Passphrases…", people).click()
    return the(HoldersDialog, people)


def listed(dialog: HoldersDialog) -> list[str]:
    return list(dialog.table.rows_model().shown_rows)


def test_a_passphrase_is_given_by_keyboard_and_taken_away_again(
    dialog: HoldersDialog, sealed: StudyServices, qtbot: QtBot
) -> None:
    assert listed(dialog) == ["L1"]
    assert not dialog.take.isEnabled()
    QTest.keyClick(dialog.give, Qt.Key.Key_Space)
    asking = the(GivePassphraseDialog, dialog)
    QTest.keyClicks(asking.present.line, OURS)
    QTest.keyClicks(asking.whose, "C1")
    QTest.keyClicks(asking.choice.first.line, THEIRS)
    assert not asking.act.isEnabled()
    QTest.keyClicks(asking.choice.second.line, THEIRS)
    with qtbot.waitSignal(asking.given):
        QTest.keyClick(asking.act, Qt.Key.Key_Space)
    assert listed(dialog) == ["L1", "C1"]
    assert dialog.table.selected_rows() == ("C1",)
    assert opens(sealed.path, THEIRS)

    dialog.take.click()
    taking = the(TakePassphraseDialog, dialog)
    QTest.keyClicks(taking.present.line, OURS)
    with qtbot.waitSignal(taking.taken):
        taking.act.click()
    assert listed(dialog) == ["L1"]
    assert not opens(sealed.path, THEIRS)
    told = [(e.actor, e.item, e.new) for e in sealed.people.rights_history()]
    assert told == [(LEAD, "passphrase:C1", "added"), (LEAD, "passphrase:C1", "removed")]


def test_what_is_refused_is_told_and_what_was_typed_stays(
    dialog: HoldersDialog, sealed: StudyServices, qtbot: QtBot
) -> None:
    dialog.give.click()
    asking = the(GivePassphraseDialog, dialog)
    asking.present.line.setText(OURS)
    asking.whose.setText("anna")
    for field in (asking.choice.first, asking.choice.second):
        field.line.setText(THEIRS)
    asking.act.click()

    qtbot.waitUntil(lambda: "nobody's name" in asking.line.text)
    assert asking.whose.text() == "anna"
    assert sealed.people.rights_history() == ()


def test_a_plain_study_has_no_passphrases_to_show(laboratory: StudyServices, qtbot: QtBot) -> None:
    people = PeopleDialog(laboratory, LEAD)
    qtbot.addWidget(people)
    people.show()

    assert not the_button("&Passphrases…", people).isVisible()


def test_a_study_that_is_read_shows_them_only(sealed: StudyServices, qtbot: QtBot) -> None:
    sealed.close()
    reading = open_study(sealed.path, read_only=True, secret=OURS)
    people = PeopleDialog(reading, LEAD)
    qtbot.addWidget(people)
    people.show_passphrases()
    dialog = the(HoldersDialog, people)

    assert listed(dialog) == ["L1"]
    assert not dialog.give.isEnabled()
    reading.close()
