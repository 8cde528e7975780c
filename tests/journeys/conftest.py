"""The window as a person has it, with settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import Intake, take_in
from practicecoder.ui.main_window import FIRST_SIZE, MainWindow
from practicecoder.ui.settings import Settings
from tests.dressing import dress_light
from tests.sound_device import MadeUpDevice, plug_in
from tests.ui.coding.made_up import write_talk


@pytest.fixture(autouse=True)
def device(monkeypatch: pytest.MonkeyPatch) -> MadeUpDevice:
    """A device that sound comes out of."""
    return plug_in(monkeypatch)


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    """Half a minute of made-up talk, taken in as any recording."""
    folder = tmp_path_factory.mktemp("sound")
    return take_in(write_talk(folder / "talk.wav"), folder)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a person who starts for the first time."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    return Settings(store)


@pytest.fixture
def size() -> tuple[int, int]:
    """Size of the window; parametrize a test over ``size`` for others."""
    return FIRST_SIZE


@pytest.fixture
def window(
    settings: Settings, size: tuple[int, int], qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    dress_light(qapp)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    window.resize(*size)  # the screen of the tests is smaller
    window.activateWindow()
    yield window
    window.close()
