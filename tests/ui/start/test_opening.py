from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.ids import CoderId
from practicecoder.services.context import StudyServices
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.start.new_study import NewStudy
from practicecoder.ui.start.opening import StudyOpening
from tests.ui.finding import the, the_button

RELEASED = Path(__file__).parents[2] / "studies"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def opening(window: QWidget) -> StudyOpening:
    return StudyOpening(window)


def opened_by(signal: object) -> StudyServices:
    services = signal.args[0]  # type: ignore[attr-defined]  # of a blocked signal
    assert isinstance(services, StudyServices)
    return services


def test_a_study_is_opened_in_the_background(
    opening: StudyOpening, laboratory_folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(opening.busy_changed) as busy, qtbot.waitSignal(opening.opened) as done:
        opening.open(laboratory_folder)

    services = opened_by(done)
    assert busy.args == [True]
    assert services.study.title == "Northshire"
    services.close()


def test_a_folder_without_a_study_is_explained(
    opening: StudyOpening, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    opening.open(tmp_path)

    qtbot.waitUntil(lambda: window.findChild(MessageDialog) is not None)
    assert "There is no study in" in the(MessageDialog, window).text
    assert list(tmp_path.iterdir()) == []


def test_a_study_in_use_can_be_opened_to_read_only(
    opening: StudyOpening, window: QWidget, laboratory: StudyServices, qtbot: QtBot
) -> None:
    opening.open(laboratory.path)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = the(QMessageBox, window)

    with qtbot.waitSignal(opening.opened) as done:
        the_button("Open to read only", box).click()

    services = opened_by(done)
    assert services.read_only
    services.close()


def test_a_new_study_is_made_and_opened(
    opening: StudyOpening, tmp_path: Path, qtbot: QtBot
) -> None:
    wanted = NewStudy(
        folder=tmp_path / "new",
        title="New study",
        codebook=library.find("swim7"),
        lead=CoderId("LEAD"),
    )

    with qtbot.waitSignal(opening.opened) as done:
        opening.make(wanted)

    services = opened_by(done)
    assert [coder.coder_id for coder in services.people.coders()] == ["LEAD"]
    services.close()


def test_a_demonstration_that_is_there_is_opened(
    window: QWidget, laboratory_folder: Path, qtbot: QtBot
) -> None:
    opening = StudyOpening(window, laboratory_folder)

    with qtbot.waitSignal(opening.opened) as done:
        opening.open_demonstration()

    opened_by(done).close()


def test_a_study_of_an_older_version_is_upgraded_and_that_is_said(
    opening: StudyOpening, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    old = Path(shutil.copytree(RELEASED / "v0003", tmp_path / "old"))
    told: list[str] = []
    opening.told.connect(told.append)
    opening.open(old)
    # Its codebook is a made-up text that cannot be read, which shows only after the upgrade.
    qtbot.waitUntil(lambda: window.findChild(MessageDialog) is not None, timeout=20_000)

    assert any("An older version made this study" in sentence for sentence in told)
    assert list((old / "backups").glob("study-*-before-*.db"))
