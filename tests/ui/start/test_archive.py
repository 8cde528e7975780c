"""The start page makes a study of a CACTI archive, after showing what it holds."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import CoderId
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import study_info
from practicecoder.ui.start.archive import ArchiveDialog
from practicecoder.ui.start.new_study import NewStudy, NewStudyDialog
from tests.ui.finding import the

SAMPLES = Path(__file__).parents[2] / "golden" / "formats"


def test_an_archive_becomes_a_study_where_it_is_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    for file in ("cacti_v080_sqlite.casaa", "cacti_userConfiguration.xml"):
        shutil.copy(SAMPLES / file, archive)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ArchiveDialog(parent)
    made: list[StudyServices] = []
    dialog.made.connect(made.append)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert not dialog.accept_button.isEnabled()
    dialog.source.chosen.emit((archive,))
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert "14 codes" in dialog.source.facts
    assert not dialog.accept_button.isEnabled()
    preview = dialog.preview
    assert preview is not None
    told = [problem.what for problem in preview.problems]
    assert told == ["Session 'HF-0042' does not say who coded it."]

    coder = dialog.matches.field("coder", "")
    coder.setText("A")
    coder.editingFinished.emit()
    default = dialog.matches.combo("default", "")
    default.setCurrentIndex(default.findData("keep"))
    default.activated.emit(default.currentIndex())
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    dialog.accept_button.click()
    asking = the(NewStudyDialog, dialog)
    assert not (tmp_path / "study").exists()
    assert dialog.preview is not None
    assert dialog.preview.codebook is not None
    asking.wanted.emit(
        NewStudy(
            folder=tmp_path / "study",
            title="Ours",
            codebook=dialog.preview.codebook,
            lead=CoderId("L1"),
        )
    )
    asking.close()
    qtbot.waitUntil(lambda: bool(made))
    assert study_info(made[0]).n_codings == 1
    assert made[0].codebook.codebook_id == "cacti"
    made[0].close()


def test_bytes_make_whole_seconds_finer_where_somebody_accepts_that(
    qtbot: QtBot, tmp_path: Path
) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    shutil.copy(SAMPLES / "cacti_v010.casaa", archive)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ArchiveDialog(parent)
    dialog.source.chosen.emit((archive,))
    qtbot.waitUntil(lambda: dialog.preview is not None)
    dialog.told("coder", "", "A")
    choice = dialog.matches.combo("bytes", "")
    choice.setCurrentIndex(choice.findData("32000"))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: dialog.preview is not None and not dialog.preview.problems)
    assert dialog.preview is not None
    (coding,) = dialog.codings(dialog.preview)
    assert (coding.coder_id, coding.marks[0].at_ms, coding.marks[0].end_ms) == ("A", 2400, 6100)
    dialog.close()
