from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from practicecoder.ui.actions import ActionId
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.settings import Settings
from practicecoder.ui.study_view import StudyView
from tests.builders import ANNA, a_study


@pytest.fixture
def window(settings: Settings, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()


def viewed(window: MainWindow, path: Path, qtbot: QtBot) -> StudyView:
    def is_there() -> bool:
        view = window.study_view
        return view is not None and view.services.path == path

    qtbot.waitUntil(is_there, timeout=10_000)
    assert window.study_view is not None
    return window.study_view


def test_only_the_study_that_was_asked_for_is_gone_on_with(
    window: MainWindow,
    laboratory_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    other = tmp_path / "other"
    a_study(other).close()
    window.open_study(laboratory_folder)
    viewed(window, laboratory_folder, qtbot).choose_person(ANNA)
    window.action(ActionId.CLOSE_STUDY).trigger()

    window.start_page.continue_requested.emit(laboratory_folder)
    again = viewed(window, laboratory_folder, qtbot)
    assert again.shown_page is ActionId.PAGE_CODING

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    window.action(ActionId.OPEN_STUDY).trigger()
    assert viewed(window, other, qtbot).shown_page is ActionId.PAGE_SESSIONS


def test_a_study_lies_on_the_desk_until_it_is_cleared(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    a_study(tmp_path / "study").close()
    window.open_study(tmp_path / "study")
    view = viewed(window, tmp_path / "study", qtbot)
    assert window.desk.currentWidget() is view

    with qtbot.waitSignal(window.desk.cleared):
        assert window.desk.clear()

    assert window.study_view is None
    assert window.desk.currentWidget() is window.start_page
    assert window.windowTitle() == "PracticeCoder"
    assert window.desk.clear()
