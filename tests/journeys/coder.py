"""A coder in the real window, who has a keyboard and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import CoderId
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.coding.panels import PanelName
from practicecoder.ui.focus import belongs_to
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.player import Player, PlayerState
from practicecoder.ui.sessions.queue import QueuePanel
from practicecoder.ui.study_view import StudyView
from practicecoder.ui.tables import RowTable
from tests.ui.coding.made_up import CODER
from tests.ui.coding.studio import CONTROL, NONE, SHIFT, Hands

KEY = Qt.Key
W = TypeVar("W", bound=QWidget)


class Coder(Hands):
    """Works in the window by keys alone; looks only at what has the focus."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        super().__init__(qtbot)
        self.qtbot = qtbot
        self.window = window

    # What is on the screen

    @property
    def view(self) -> StudyView:
        """The study that is open."""
        assert self.window.study_view is not None
        return self.window.study_view

    def page(self) -> CodingPage:
        """The coding page, once a session is open on it."""
        pages = self.window.findChildren(CodingPage)
        assert pages
        return pages[0]

    @property
    def player(self) -> Player:
        """The player of the coding page."""
        return self.page().listening.player

    def open_panels(self) -> list[str]:
        """Names of the open panels of the coding page."""
        return [dock.panel.name.value for dock in self.page().workbench.in_order()]

    def expect(self, kind: type[W]) -> W:
        """What has the focus, which is to be of a kind."""
        focused = self.focused
        assert isinstance(focused, kind), f"{focused} has the focus, not a {kind.__name__}"
        return focused

    # Going about

    def tab_to(self, kind: type[QWidget]) -> None:
        """Press Tab until a control of a kind has the focus."""
        for _ in range(30):
            if isinstance(self.focused, kind):
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab does not lead to a {kind.__name__}")

    def tab_into(self, area: QWidget, *, backwards: bool = False) -> None:
        """Press Tab until an area, or something in it, has the focus."""
        for _ in range(60):
            if self.focused is area or area.isAncestorOf(self.focused):
                return
            self.press(KEY.Key_Tab, SHIFT if backwards else NONE)
        raise AssertionError(f"Tab does not lead into {area.objectName()}")

    def tab_to_words(self, words: str) -> None:
        """Press Tab until a button or choice with these words has the focus."""
        for _ in range(30):
            if self.focused.property("text") == words:
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab does not lead to {words!r}")

    def go_to_panel(self, panel: PanelName) -> None:
        """Press F6 until a panel of the coding page has the focus."""
        workbench = self.page().workbench
        dock = workbench.dock(panel)
        for _ in workbench.docks:
            self.press(KEY.Key_F6)
            if belongs_to(dock, self.focused):
                return
        raise AssertionError(f"F6 does not lead to {panel.value}")

    def choose(self, words: str) -> None:
        """Move to a radio button by arrows and choose it with Space."""
        for key in (KEY.Key_Left, KEY.Key_Right):
            if self.focused.property("text") != words:
                self.press(key)
        assert self.focused.property("text") == words
        self.press(KEY.Key_Space)

    def wait_for_focus_on(self, widget: QWidget) -> None:
        """Wait until a widget itself has the focus, and no editor or part in it."""
        self.qtbot.waitUntil(widget.hasFocus)

    def wait_for_dialog(self, kind: type[W]) -> W:
        """Wait until a dialog of a kind has the focus."""

        def shown() -> list[W]:
            return [dialog for dialog in self.window.findChildren(kind) if dialog.isVisible()]

        self.qtbot.waitUntil(lambda: bool(shown()))
        (dialog,) = shown()
        self.wait_for_focus_in(dialog)
        return dialog

    # Steps of a day

    def open_study(self, folder: Path, person: CoderId = CODER) -> None:
        """Open a study and say who works here."""
        window = self.window
        window.open_study(folder)
        self.qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
        self.wait_for_focus_in(self.view.header.identity)
        self.type(person)
        view = self.view
        self.qtbot.waitUntil(lambda: view.person is not None and view.person.coder_id == person)

    def open_from_queue(self, sessions: int = 1) -> None:
        """Open the first session of the queue with Enter."""
        queue = self.window.findChildren(QueuePanel)[0].table
        self.qtbot.waitUntil(lambda: queue.rows_model().rowCount() == sessions)
        self.tab_to(RowTable)
        self.press(KEY.Key_Home, CONTROL)
        self.press(KEY.Key_Return)
        self.wait_for_sound()

    def wait_for_sound(self) -> None:
        """Wait until a session is open and its recording can be played."""
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(CodingPage)))
        player = self.player
        self.qtbot.waitUntil(lambda: player.state is PlayerState.PAUSED, timeout=10_000)
        self.wait_for_focus_in(self.page())

    def play_until(self, at_ms: int) -> None:
        """Wait, while the recording plays, until a moment is heard."""
        player = self.player
        assert player.is_playing
        self.qtbot.waitUntil(lambda: player.position_ms >= at_ms, timeout=10_000)
