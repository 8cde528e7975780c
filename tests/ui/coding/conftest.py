"""A real study with a short real recording, and one coder's queue in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import Intake, take_in
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.player import PlayerState
from practicecoder.ui.settings import Settings
from tests.sound_device import MadeUpDevice, plug_in
from tests.ui.coding.desk import Desk
from tests.ui.coding.made_up import CODE, CODER, make_study, write_talk
from tests.ui.coding.studio import Studio


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
def studio(tmp_path: Path, sound: Intake, settings: Settings, qtbot: QtBot) -> Iterator[Studio]:
    """The page with a session of half a minute of sound open on it, in a window of its own."""
    services = make_study(tmp_path / "study", sound=sound, sessions=2)
    page = CodingPage(services, settings)
    qtbot.addWidget(page)
    page.resize(1270, 690)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open_session(CODE, CODER)
    studio = Studio(qtbot, services, page)
    qtbot.waitUntil(lambda: page.listening.player.state is PlayerState.PAUSED)
    yield studio
    page.close_session()
    services.close()


@pytest.fixture
def desk(
    tmp_path: Path,
    sound: Intake,
    settings: Settings,
    undo_stack: QUndoStack,
    qtbot: QtBot,
) -> Iterator[Desk]:
    """A listening panel in a window of its own; nothing is open on it yet."""
    services = make_study(tmp_path / "study", sound=sound)
    opened = OpenCoding(services, services.coding.open_desk(CODE, CODER), CODER, undo_stack)
    panel = ListeningPanel(settings)
    qtbot.addWidget(panel)
    panel.resize(900, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    yield Desk(qtbot, panel, opened)
    panel.open_coding(None)
    services.close()
