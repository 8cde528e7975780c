"""Going back to a backup from the start page."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.people import Coder
from practicecoder.services.studies import create_study, open_study
from practicecoder.ui.start.opening import StudyOpening
from practicecoder.ui.start.restoring import RestoreDialog, Restoring
from practicecoder.ui.start.secret import SecretDialog
from tests.builders import BEN, a_study, add_people
from tests.ui.finding import the, the_button

WORDS = "seven made-up words for one test"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study with a backup that lacks B."""
    services = a_study(tmp_path / "study")
    services.context.store.backup()
    add_people(services, Coder(coder_id=BEN))
    services.close()
    newest = max((tmp_path / "study" / "backups").glob("study-*.db"))
    newest.unlink()
    return tmp_path / "study"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:8192] = os.urandom(4096)
    file.write_bytes(content)


def shown_backups(qtbot: QtBot, window: QWidget) -> RestoreDialog:
    dialog = the(RestoreDialog, window)
    qtbot.waitUntil(lambda: bool(dialog.backups))
    return dialog


def test_the_newest_backup_is_offered_and_restored(
    qtbot: QtBot, window: QWidget, study: Path
) -> None:
    restoring = Restoring(window)
    restoring.ask(study)
    dialog = shown_backups(qtbot, window)
    assert dialog.restoring.isEnabled()
    dialog.restoring.click()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = the(QMessageBox, window)
    assert "-replaced.db" in box.informativeText()
    with qtbot.waitSignal(restoring.restored) as restored:
        box.button(QMessageBox.StandardButton.Ok).click()

    assert restored.args == [study]
    services = open_study(study)
    assert BEN not in {coder.coder_id for coder in services.people.coders()}
    services.close()


def test_enter_in_the_list_goes_on_to_the_button_and_restores_nothing(
    qtbot: QtBot, window: QWidget, study: Path
) -> None:
    Restoring(window).ask(study)
    dialog = shown_backups(qtbot, window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.table.hasFocus)

    with qtbot.assertNotEmitted(dialog.wanted):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert dialog.restoring.hasFocus()
    dialog.reject()


def test_a_damaged_backup_is_shown_and_cannot_be_chosen(
    qtbot: QtBot, window: QWidget, study: Path
) -> None:
    (whole,) = (study / "backups").glob("study-*.db")
    broken = whole.with_name("study-20200101T000000000000Z.db")
    shutil.copy(whole, broken)
    damage(broken)
    Restoring(window).ask(study)
    dialog = shown_backups(qtbot, window)
    dialog.table.selectRow(1)

    assert [backup.is_sound for backup in dialog.backups] == [True, False]
    assert not dialog.restoring.isEnabled()
    assert "cannot be restored" in dialog._why.text()
    dialog.reject()


def test_a_damaged_study_leads_to_its_backups(qtbot: QtBot, window: QWidget, study: Path) -> None:
    damage(study / "study.db")
    opening = StudyOpening(window)
    opening.open(study)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = the(QMessageBox, window)
    with qtbot.waitSignal(opening.restore_requested) as asked:
        the_button("Restore a backup…", box).click()

    assert asked.args == [study]


def test_backups_of_an_encrypted_study_ask_for_its_passphrase(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "sealed"
    services = create_study(path, title="Sealed", codebook=library.find("swim7"), passphrase=WORDS)
    services.context.store.backup()
    services.close()
    Restoring(window).ask(path)
    qtbot.waitUntil(lambda: window.findChild(SecretDialog) is not None)
    asking = the(SecretDialog, window)
    asking.field.line.setText("something else entirely")
    asking.finish()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(SecretDialog)))
    again = next(d for d in window.findChildren(SecretDialog) if d.isVisible())
    again.field.line.setText(WORDS)
    again.finish()
    qtbot.waitUntil(lambda: any(d.backups for d in window.findChildren(RestoreDialog)))
    dialog = next(d for d in window.findChildren(RestoreDialog) if d.backups)

    assert dialog.restoring.isEnabled()
    dialog.reject()
