from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.keys.in_force import keys_in_force
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.palette.palette import CommandPalette
from practicecoder.ui.settings import Pedals, Settings
from tests.ui.coding.studio import Hands

KEY = Qt.Key


class Window(QMainWindow):
    """A window with two pages, one of them shown, and a note of what was done and where."""

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedWidget(self)
        self.page, self.other = QWidget(self), QWidget(self)
        self.field = QLineEdit(self.page)
        self.second = QLineEdit(self.page)
        layout = QVBoxLayout(self.page)
        layout.addWidget(self.field)
        layout.addWidget(self.second)
        self.pages.addWidget(self.page)
        self.pages.addWidget(self.other)
        self.setCentralWidget(self.pages)
        self.done: list[tuple[ActionId, bool]] = []
        for action_id in (ActionId.OPEN_STUDY, ActionId.FULL_SCREEN, ActionId.PALETTE):
            self.make(action_id, self)
        for action_id in (ActionId.LOOP, ActionId.PLAY_PAUSE, ActionId.EVIDENCE):
            self.make(action_id, self.page)
        self.make(ActionId.REFRESH, self.other)
        self.menuBar().addMenu("&View").addAction("Evidence && notes panel")
        self.resize(900, 600)

    def make(self, action_id: ActionId, owner: QWidget) -> QAction:
        return make_action(
            action_id, owner, lambda: self.done.append((action_id, self.field.hasFocus()))
        )

    def action(self, action_id: ActionId) -> QAction:
        found = self.findChild(QAction, action_id.value)
        assert isinstance(found, QAction)
        return found


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    yield made
    keys_in_force().put(Keymap.default(), Pedals())


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def palette(window: Window, qtbot: QtBot) -> CommandPalette:
    made = CommandPalette(window)
    made.open()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def words(palette: CommandPalette) -> list[str]:
    return [entry.words for entry in palette.shown]


def test_it_lists_what_can_be_done_here_and_itself_not(palette: CommandPalette) -> None:
    assert words(palette) == [
        "Open study folder",
        "Full screen",
        "Evidence & notes panel",
        "Loop",
        "Play or pause",
        "Evidence at this moment",
    ]


def test_an_entry_tells_group_and_key_in_force(window: Window, qtbot: QtBot) -> None:
    keys_in_force().put(Keymap.default().changed(ActionId.LOOP, ("Ctrl+M",)), Pedals())
    palette = CommandPalette(window)
    palette.open()

    entry = next(entry for entry in palette.shown if entry.words == "Loop")

    assert (entry.group, entry.key) == ("Listening", "Ctrl+M")


def test_enter_runs_the_best_fit_with_the_focus_where_it_was(
    palette: CommandPalette, window: Window, hands: Hands
) -> None:
    hands.type("evidence at")
    hands.press(KEY.Key_Return)

    assert window.done == [(ActionId.EVIDENCE, True)]
    assert not palette.isVisible()


def test_arrows_choose_another(palette: CommandPalette, window: Window, hands: Hands) -> None:
    hands.type("o")
    first, second = palette.shown[:2]
    assert palette.current == first

    hands.press(KEY.Key_Down)
    assert palette.current == second
    hands.press(KEY.Key_Up)
    hands.press(KEY.Key_Up)
    assert palette.current == palette.shown[-1]


def test_escape_closes_and_gives_the_focus_back(
    palette: CommandPalette, window: Window, hands: Hands, qtbot: QtBot
) -> None:
    keys_in_force().put(Keymap.default().changed(ActionId.PLAY_PAUSE, ("Esc",)), Pedals())

    hands.press(KEY.Key_Escape)

    assert not palette.isVisible()
    assert window.done == []
    qtbot.waitUntil(window.field.hasFocus)


def test_what_was_used_last_comes_first_and_survives_a_restart(
    window: Window, settings: Settings, hands: Hands, qtbot: QtBot
) -> None:
    palette = CommandPalette(window, settings)
    palette.open()
    qtbot.waitUntil(palette.field.hasFocus)
    hands.type("loop")
    hands.press(KEY.Key_Enter)

    palette.open()
    assert words(palette)[0] == "Loop"
    again = CommandPalette(window, settings)
    again.open()
    assert words(again)[0] == "Loop"


def test_a_disabled_action_is_not_listed(window: Window, qtbot: QtBot) -> None:
    window.action(ActionId.LOOP).setEnabled(False)
    palette = CommandPalette(window)
    palette.open()

    assert "Loop" not in words(palette)


def test_an_action_disabled_meanwhile_is_not_run(
    palette: CommandPalette, window: Window, hands: Hands
) -> None:
    hands.type("loop")
    window.action(ActionId.LOOP).setEnabled(False)
    hands.press(KEY.Key_Return)

    assert window.done == []
    assert not palette.isVisible()


def test_it_closes_when_the_focus_goes_elsewhere(
    palette: CommandPalette, window: Window, qtbot: QtBot
) -> None:
    window.second.setFocus()
    qtbot.waitUntil(window.second.hasFocus)

    assert not palette.isVisible()


def test_a_click_runs_an_entry(palette: CommandPalette, window: Window, qtbot: QtBot) -> None:
    row = next(i for i, entry in enumerate(palette.shown) if entry.words == "Loop")
    place = palette.list.rowViewportPosition(row) + 5

    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, place))

    assert [action_id for action_id, _ in window.done] == [ActionId.LOOP]


def test_nothing_that_fits_runs_nothing(
    palette: CommandPalette, window: Window, hands: Hands
) -> None:
    hands.type("zzz")
    hands.press(KEY.Key_Return)

    assert palette.current is None
    assert palette.isVisible()
    assert window.done == []


def test_field_and_list_have_names(palette: CommandPalette) -> None:
    for widget in (palette, palette.field, palette.list):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name)
