"""Codings of other programs: read, matched by hand where needed, stored all or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.ids import CoderId
from practicecoder.services.context import StudyServices
from practicecoder.services.import_summary import ImportSummary
from practicecoder.services.studies import create_study, study_info
from practicecoder.ui.importing.codings_dialog import CodingsImportDialog
from practicecoder.ui.importing.questions_part import UNSAID
from practicecoder.ui.importing.source_part import dropped_source

SAMPLES = Path(__file__).parents[2] / "golden" / "formats"


@pytest.fixture
def miti(tmp_path: Path) -> Iterator[StudyServices]:
    made = create_study(tmp_path / "study", title="Counts", codebook=library.find("miti-4.2.1"))
    yield made
    made.close()


@pytest.fixture
def dialog(miti: StudyServices, qtbot: QtBot) -> Iterator[CodingsImportDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = CodingsImportDialog(miti, CoderId("L1"), parent)
    with qtbot.waitExposed(made):
        made.open()
    yield made
    made.close()


def read(qtbot: QtBot, dialog: CodingsImportDialog, *paths: Path) -> None:
    dialog.read(paths)
    settled(qtbot, dialog)


def settled(qtbot: QtBot, dialog: CodingsImportDialog) -> None:
    qtbot.waitUntil(
        lambda: dialog.preview is not None and dialog.preview.mapping == dialog.mapping
    )


def choose(combo: QComboBox, data: str) -> None:
    index = combo.findData(data)
    assert index >= 0
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def say_the_rest(qtbot: QtBot, dialog: CodingsImportDialog) -> None:
    """Leave out whatever nobody knows."""
    found = dialog.found
    assert found is not None
    for kind, words in (
        ("code", found.as_data().used_codes),
        ("item", found.as_data().rated_items),
    ):
        for word in words:
            combo = dialog.matches.combo(kind, word)
            if combo.currentData() == UNSAID:
                choose(combo, "")
    settled(qtbot, dialog)


def test_codings_are_matched_and_stored(
    dialog: CodingsImportDialog, miti: StudyServices, qtbot: QtBot
) -> None:
    told: list[ImportSummary] = []
    dialog.imported.connect(told.append)
    read(qtbot, dialog, SAMPLES / "elan.eaf")
    assert not dialog.accept_button.isEnabled()
    assert "Import waits" in dialog.reason
    assert dialog.matches.combo("code", "GI").currentData() == "gi"
    say_the_rest(qtbot, dialog)
    assert "Will add 1 session, 1 coding" in dialog.reason
    assert study_info(miti).n_codings == 0
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].n_codings == 1
    assert study_info(miti).n_sessions == 1


def test_the_coder_is_asked_where_nothing_names_one(
    dialog: CodingsImportDialog, qtbot: QtBot
) -> None:
    read(qtbot, dialog, SAMPLES / "praat.TextGrid")
    say_the_rest(qtbot, dialog)
    assert not dialog.accept_button.isEnabled()
    typed = dialog.matches.field("coder", "")
    typed.setText("D")
    typed.editingFinished.emit()
    settled(qtbot, dialog)
    assert dialog.mapping.coder == "D"
    assert dialog.accept_button.isEnabled()


def test_a_session_of_the_study_is_recognised_by_its_name(
    dialog: CodingsImportDialog, miti: StudyServices, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("session_id\nhf_0042\nOther\n", encoding="utf-8")
    miti.importing.add_sessions(sheet, actor=None)
    read(qtbot, dialog, SAMPLES / "elan.eaf")
    assert dialog.matches.combo("session", "HF-0042").currentData() == "hf_0042"
    choose(dialog.matches.combo("session", "HF-0042"), "Other")
    settled(qtbot, dialog)
    assert dialog.preview is not None
    assert {one.session_id for one in dialog.preview.codings} == {"Other"}
    assert dialog.preview.new_sessions == ()


def test_values_without_a_level_and_defaults_are_asked(
    dialog: CodingsImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "A"
    folder.mkdir()
    for file in ("cacti_v060.globals", "cacti_userConfiguration.xml"):
        shutil.copy(SAMPLES / file, folder)
    read(qtbot, dialog, folder)
    choose(dialog.matches.combo("item", "EVOCATION"), "cultivating_change_talk")
    settled(qtbot, dialog)
    choose(dialog.matches.combo("missing", "0"), "")
    settled(qtbot, dialog)
    assert dialog.mapping.missing == {"0": ""}
    choose(dialog.matches.combo("default", ""), "not_yet_rated")
    settled(qtbot, dialog)
    assert dialog.preview is not None
    assert {problem.key for problem in dialog.preview.problems} <= {"coder", "items"}


def test_files_that_nobody_reads_are_told(
    dialog: CodingsImportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "odd.bin").write_bytes(b"\0\1\2")
    dialog.read((tmp_path / "odd.bin",))
    qtbot.waitUntil(lambda: "cannot be imported" in dialog.reason)
    assert dialog.coded.problems.count() == 1
    assert not dialog.accept_button.isEnabled()


def test_one_folder_or_files_of_one_folder_can_be_dropped(tmp_path: Path) -> None:
    one, other = tmp_path / "a.eaf", tmp_path / "sub" / "b.eaf"
    other.parent.mkdir()
    for path in (one, other):
        path.write_text("x", encoding="utf-8")

    def dropped(*paths: Path) -> tuple[Path, ...]:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return dropped_source(mime)

    assert dropped(tmp_path) == (tmp_path,)
    assert dropped(one) == (one,)
    assert dropped(one, other) == ()
    assert dropped(one, other.parent) == ()
