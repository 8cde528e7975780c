"""The window as a person has it, with settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import Intake, take_in
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.settings import Settings
from tests.ui.coding.made_up import write_talk


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    """Half a minute of made-up talk, taken in as any recording."""
    folder = tmp_path_factory.mktemp("sound")
    return take_in(write_talk(folder / "talk.wav"), folder)


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Settings(store))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()
