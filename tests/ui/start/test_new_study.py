from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.ids import CoderId
from practicecoder.ui.start.new_study import (
    NewStudy,
    NewStudyDialog,
    codebook_in_words,
    folder_name,
    problem_with,
)
from tests.ui.finding import called, the_button

PASSPHRASE = "copper lantern seven otters"


@pytest.fixture
def dialog(qtbot: QtBot) -> NewStudyDialog:
    dialog = NewStudyDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    codebooks = called(QComboBox, "Codebook", dialog)
    qtbot.waitUntil(codebooks.isEnabled)
    return dialog


@pytest.mark.parametrize(
    ("title", "name"),
    [("Northshire 2026: visits", "northshire-2026-visits"), ("  ", ""), ("Ünï", "n")],
)
def test_a_folder_is_named_after_the_title(title: str, name: str) -> None:
    assert folder_name(title) == name


def test_problems_are_told_one_at_a_time(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "file").touch()

    assert "title" in problem_with(" ", tmp_path / "new", "L1")
    assert "where" in problem_with("Title", None, "L1")
    assert "where" in problem_with("Title", Path("relative"), "L1")
    assert "not empty" in problem_with("Title", taken, "L1")
    assert "your code" in problem_with("Title", tmp_path / "new", "")
    assert problem_with("Title", tmp_path / "new", "L1") == ""


def test_a_codebook_is_described_by_what_it_holds() -> None:
    words = codebook_in_words(library.find("swim7"))

    assert words.startswith("7 dimensions rated 1 to 5, 4 count codes, 3 scores.")


def test_the_folder_follows_the_title_until_it_is_chosen(dialog: NewStudyDialog) -> None:
    title, folder = called(QLineEdit, "Title", dialog), called(QLineEdit, "Folder", dialog)
    QTest.keyClicks(title, "Visits")
    assert folder.text().endswith("/PracticeCoder/visits")

    folder.clear()
    QTest.keyClicks(folder, "/elsewhere")
    QTest.keyClicks(title, " and more")

    assert folder.text() == "/elsewhere"


def test_a_study_can_be_made_by_keyboard_alone(
    dialog: NewStudyDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    make = the_button("Make study", dialog)
    assert not make.isEnabled()
    assert dialog.problem == "Give the study a title."
    QTest.keyClicks(called(QLineEdit, "Title", dialog), "Visits")
    folder = called(QLineEdit, "Folder", dialog)
    folder.clear()
    QTest.keyClicks(folder, str(tmp_path / "visits"))
    assert dialog.problem == "Choose a passphrase."
    assert not make.isEnabled()
    QTest.keyClicks(called(QLineEdit, "Passphrase", dialog), PASSPHRASE)
    QTest.keyClicks(called(QLineEdit, "Passphrase again", dialog), PASSPHRASE)
    assert make.isEnabled()

    with qtbot.waitSignal(dialog.wanted) as wanted:
        make.click()

    study = wanted.args[0]
    assert study == NewStudy(
        folder=tmp_path / "visits",
        title="Visits",
        codebook=library.find("swim7"),
        lead=CoderId("L1"),
        passphrase=PASSPHRASE,
    )
    assert PASSPHRASE not in repr(study)
    assert not dialog.isVisible()
    assert dialog.choice.passphrase == ""


def test_leaving_a_study_open_is_a_deliberate_choice(
    dialog: NewStudyDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClicks(called(QLineEdit, "Title", dialog), "Visits")
    folder = called(QLineEdit, "Folder", dialog)
    folder.clear()
    QTest.keyClicks(folder, str(tmp_path / "visits"))
    assert dialog.encrypt.isChecked()
    QTest.keyClicks(called(QLineEdit, "Passphrase", dialog), PASSPHRASE)

    QTest.keyClick(dialog.leave_open, Qt.Key.Key_Space)

    assert not dialog.choice.isVisible()
    with qtbot.waitSignal(dialog.wanted) as wanted:
        the_button("Make study", dialog).click()
    assert wanted.args[0].passphrase is None
