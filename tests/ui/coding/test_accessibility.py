"""The coding page in every workspace: names, sizes, order, the focus, and what is said aloud."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.errors import Problem, RecordingError
from practicecoder.ui import accessibility
from practicecoder.ui.coding.panels import Workspace
from practicecoder.ui.errors import show_error
from practicecoder.ui.focus import FocusFrames
from practicecoder.ui.widgets.waveform_view import WaveformView
from tests.ui.coding.studio import CONTROL, Studio
from tests.ui.walking import controls, faults, spoken_name, tab_stops, unseen_focus

EVERY_WORKSPACE = pytest.mark.parametrize("workspace", list(Workspace), ids=lambda w: w.value)


@pytest.fixture
def frames(qapp: QApplication) -> Iterator[FocusFrames]:
    frames = FocusFrames(qapp)
    yield frames
    qapp.focusChanged.disconnect(frames._follow)
    frames.deleteLater()


def show(studio: Studio, workspace: Workspace, qtbot: QtBot) -> None:
    if workspace not in studio.page.workbench.workspaces:
        pytest.skip("the codebook has nothing for this workspace")
    studio.page.workbench.show_workspace(workspace)
    qtbot.waitUntil(lambda: not studio.page.workbench._settling.isActive())
    QApplication.processEvents()


@EVERY_WORKSPACE
def test_a_workspace_can_be_heard_and_hit(
    studio: Studio, workspace: Workspace, qtbot: QtBot
) -> None:
    show(studio, workspace, qtbot)

    assert controls(studio.page)
    assert faults(studio.page) == []


@EVERY_WORKSPACE
def test_tab_comes_by_the_panels_of_a_workspace_and_back(
    studio: Studio, workspace: Workspace, qtbot: QtBot
) -> None:
    show(studio, workspace, qtbot)
    studio.page.listening.waveform.setFocus()

    stops = tab_stops(studio.page)

    assert studio.page.listening.waveform in stops
    assert len(stops) > 10


def test_the_focus_is_seen_on_the_coding_page(studio: Studio, frames: FocusFrames) -> None:
    studio.page.listening.waveform.setFocus()

    assert unseen_focus(tab_stops(studio.page)) == []


def test_the_timeline_has_a_name_and_a_table(studio: Studio) -> None:
    waveform = studio.page.findChild(WaveformView)
    assert waveform is not None

    assert spoken_name(waveform)
    assert studio.page.listening.views.findChildren(QWidget)


class Heard:
    """What a screen reader is told."""

    def __init__(self) -> None:
        self.sentences: list[tuple[str, bool]] = []

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def updateAccessibility(self, event: object) -> None:  # noqa: N802
        if isinstance(event, QAccessibleAnnouncementEvent):
            loud = event.politeness() is QAccessible.AnnouncementPoliteness.Assertive
            self.sentences.append((event.message(), loud))

    @property
    def text(self) -> str:
        return "\n".join(sentence for sentence, _ in self.sentences)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    heard = Heard()
    monkeypatch.setattr(accessibility, "QAccessible", heard)
    return heard


def test_a_rating_is_said(studio: Studio, heard: Heard) -> None:
    studio.page.listening.waveform.setFocus()
    studio.go_to_card(1)
    heard.sentences.clear()

    studio.press(Qt.Key.Key_4)

    assert heard.text == "Collaboration: not yet rated to 4"


def test_saving_is_said_to_whoever_asks(studio: Studio, heard: Heard) -> None:
    studio.go_to_card(1)
    studio.press(Qt.Key.Key_4)
    heard.sentences.clear()

    studio.press(Qt.Key.Key_S, CONTROL)

    assert "saved" in heard.text.casefold()


def test_an_error_is_said_at_once(studio: Studio, heard: Heard) -> None:
    error = RecordingError([Problem(what="The made-up recording is silent.")])

    show_error(studio.page, error)

    assert [loud for sentence, loud in heard.sentences if "silent" in sentence] == [True]
