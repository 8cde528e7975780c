"""The register of exports in the window: it lists, finds, checks files and is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import PackageOrder
from practicecoder.ui.sessions.export_register import ExportRegisterDialog
from tests.builders import ANALYST, LEAD, a_laboratory


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[StudyServices, Path]]:
    folder = tmp_path_factory.mktemp("exported")
    services = a_laboratory(folder / "study", n_sessions=3)
    for name, purpose, who in (("a", "a made-up talk", LEAD), ("b", "a made-up paper", ANALYST)):
        order = PackageOrder(analysis=False, purpose=purpose)
        services.exporting.export(folder / name, order, actor=who)
    yield services, folder
    services.close()


@pytest.fixture
def dialog(exported: tuple[StudyServices, Path], qtbot: QtBot) -> Iterator[ExportRegisterDialog]:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = ExportRegisterDialog(exported[0], over)
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.found) == 2)
    yield dialog
    over.close()


def test_exports_are_listed_the_latest_first(dialog: ExportRegisterDialog) -> None:
    model = dialog.table.rows_model()
    assert model.rowCount() == 2
    assert {record.purpose for record in dialog.found} == {"a made-up talk", "a made-up paper"}
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert dialog.found[0].purpose in cells
    assert f"{dialog.found[0].n_rows:,}" in cells


@pytest.mark.parametrize(
    ("words", "n"), [("talk", 1), ("TEAM csv", 2), (ANALYST, 1), ("nothing of it", 0)]
)
def test_exports_are_found_by_any_word(dialog: ExportRegisterDialog, words: str, n: int) -> None:
    QTest.keyClicks(dialog.search, words)
    assert len(dialog.found) == n
    assert dialog.table.rows_model().rowCount() == n


def test_a_file_that_was_issued_is_told_with_its_export(
    dialog: ExportRegisterDialog, exported: tuple[StudyServices, Path], qtbot: QtBot
) -> None:
    dialog.verify(exported[1] / "b" / "manifest.json")
    qtbot.waitUntil(dialog.told.isVisible)
    assert "manifest.json was issued by this study" in dialog.told.text()
    (chosen,) = dialog.table.selected_rows()
    assert chosen.purpose == "a made-up paper"


def test_a_file_that_was_changed_is_told_apart(
    dialog: ExportRegisterDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "sessions.csv").write_text("session_id\n", encoding="utf-8")
    dialog.verify(tmp_path / "sessions.csv")
    qtbot.waitUntil(dialog.told.isVisible)
    assert "is not as this study issued it" in dialog.told.text()
    assert dialog.table.selected_rows() == ()


def test_what_is_listed_is_saved(dialog: ExportRegisterDialog, tmp_path: Path) -> None:
    QTest.keyClicks(dialog.search, "paper")
    dialog.save_to(tmp_path / "exports.csv")
    lines = (tmp_path / "exports.csv").read_text("utf-8").splitlines()
    assert len(lines) == 2
    assert "a made-up paper" in lines[1]
