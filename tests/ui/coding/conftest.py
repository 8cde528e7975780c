"""A real study with a short real recording, and one coder's queue in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.settings import Settings
from tests.ui.coding.made_up import CODE, CODER, make_study, write_talk


@pytest.fixture(scope="session")
def sound_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_talk(tmp_path_factory.mktemp("sound") / "talk.wav")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[StudyServices]:
    """A study without sound."""
    made = make_study(tmp_path / "study")
    yield made
    made.close()


@pytest.fixture
def undo_stack(qtbot: QtBot) -> Iterator[QUndoStack]:
    stack = QUndoStack()
    yield stack
    stack.clear()


@pytest.fixture
def open_coding(services: StudyServices, undo_stack: QUndoStack) -> OpenCoding:
    """A's coding of the only session."""
    desk = services.coding.open_desk(CODE, CODER)
    return OpenCoding(services, desk, CODER, undo_stack)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    return Settings(store)
