from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.ui.actions import ACTIONS
from practicecoder.ui.coding.dispatcher import (
    BARE_KEYS,
    Command,
    Dispatcher,
    Region,
    bare_key_lines,
)
from practicecoder.ui.widgets.rating_card import RatingCard

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """A listening area with a button and a field, a table, and a card."""

    def __init__(self) -> None:
        super().__init__()
        self.area = QWidget(self)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button = QPushButton("Play", self.area)
        self.field = QLineEdit(self.area)
        self.table = QTableWidget(3, 1, self)
        self.outside = QPushButton("Elsewhere", self)
        self.card = RatingCard(library.find("swim7").dimensions[0], 1, self)
        inner = QVBoxLayout(self.area)
        layout = QVBoxLayout(self)
        inner.addWidget(self.button)
        inner.addWidget(self.field)
        for widget in (self.area, self.table, self.outside, self.card):
            layout.addWidget(widget)
        self.commands: list[Command] = []
        self.levels: list[int] = []
        self.card.rating_chosen.connect(lambda _d, level: self.levels.append(level))
        self.dispatcher = Dispatcher(
            self,
            {self.area: Region.LISTENING, self.table: Region.EVIDENCE},
            {command: self.taker(command) for command in Command},
        )

    def taker(self, command: Command) -> Callable[[], None]:
        return lambda: self.commands.append(command)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, key, held)


@pytest.mark.parametrize(
    ("key", "held", "command"),
    [
        (Qt.Key.Key_Space, NONE, Command.PLAY_PAUSE),
        (Qt.Key.Key_Left, NONE, Command.BACK),
        (Qt.Key.Key_Left, SHIFT, Command.SMALL_BACK),
        (Qt.Key.Key_Right, SHIFT, Command.SMALL_FORWARD),
        (Qt.Key.Key_Period, NONE, Command.FINE_FORWARD),
        (Qt.Key.Key_BracketLeft, NONE, Command.LOOP_IN),
        (Qt.Key.Key_Backslash, NONE, Command.LOOP),
        (Qt.Key.Key_J, NONE, Command.BACK),
        (Qt.Key.Key_K, NONE, Command.PAUSE),
        (Qt.Key.Key_L, NONE, Command.PLAY_FASTER),
        (Qt.Key.Key_E, NONE, Command.EVIDENCE),
        (Qt.Key.Key_S, NONE, Command.STRENGTH),
        (Qt.Key.Key_B, NONE, Command.TO_BUILD),
    ],
)
def test_keys_of_the_listening_area(
    qtbot: QtBot, page: Page, key: Qt.Key, held: Qt.KeyboardModifier, command: Command
) -> None:
    press(qtbot, page.area, key, held)
    assert page.commands == [command]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_E, Qt.Key.Key_L, Qt.Key.Key_Left])
def test_a_text_field_keeps_all_its_keys(qtbot: QtBot, page: Page, key: Qt.Key) -> None:
    press(qtbot, page.field, key)
    assert page.commands == []


def test_a_button_keeps_space_and_gives_the_rest(qtbot: QtBot, page: Page) -> None:
    with qtbot.waitSignal(page.button.clicked):
        press(qtbot, page.button, Qt.Key.Key_Space)
    press(qtbot, page.button, Qt.Key.Key_E)
    assert page.commands == [Command.EVIDENCE]


def test_a_list_keeps_its_arrows(qtbot: QtBot, page: Page) -> None:
    page.table.setCurrentCell(0, 0)
    press(qtbot, page.table, Qt.Key.Key_Down)
    assert page.table.currentRow() == 1
    press(qtbot, page.table, Qt.Key.Key_Return)
    press(qtbot, page.table, Qt.Key.Key_Delete)
    assert page.commands == [Command.EDIT, Command.REMOVE]


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_3, Qt.Key.Key_N])
def test_elsewhere_no_bare_key_acts(qtbot: QtBot, page: Page, key: Qt.Key) -> None:
    press(qtbot, page.outside, key)
    assert page.commands == []
    assert page.levels == []


def test_digits_rate_in_a_card_alone(qtbot: QtBot, page: Page) -> None:
    press(qtbot, page.area, Qt.Key.Key_4)
    assert page.levels == []
    page.card.enter()
    qtbot.keyClick(page.card.rows[2], Qt.Key.Key_4)
    assert page.levels == [4]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_Up, Command.UP),
        (Qt.Key.Key_Down, Command.DOWN),
        (Qt.Key.Key_Return, Command.RATE_AND_GO_ON),
        (Qt.Key.Key_Enter, Command.RATE_AND_GO_ON),
        (Qt.Key.Key_Space, Command.RATE),
        (Qt.Key.Key_N, Command.NOT_APPLICABLE),
        (Qt.Key.Key_U, Command.UNSURE),
        (Qt.Key.Key_Delete, Command.CLEAR),
        (Qt.Key.Key_Backspace, Command.CLEAR),
    ],
)
def test_keys_of_a_card(qtbot: QtBot, page: Page, key: Qt.Key, command: Command) -> None:
    page.card.enter()
    qtbot.keyClick(page.card.rows[2], key)
    assert page.commands == [command]
    assert page.levels == []


def test_control_keys_are_left_to_the_actions(qtbot: QtBot, page: Page) -> None:
    press(qtbot, page.area, Qt.Key.Key_E, CONTROL)
    page.card.enter()
    qtbot.keyClick(page.card.rows[2], Qt.Key.Key_4, CONTROL)
    assert page.commands == []
    assert page.levels == []


def test_a_key_means_one_thing_in_each_place() -> None:
    taken = [(bare.region, key) for bare in BARE_KEYS for key in bare.keys]
    assert len(taken) == len(set(taken))


def test_bare_keys_and_action_keys_do_not_meet() -> None:
    bare = {key for bare in BARE_KEYS for key in bare.keys}
    assert bare.isdisjoint(key for spec in ACTIONS.values() for key in spec.shortcuts)


def test_every_command_can_have_a_key_and_stands_in_the_sheet_if_it_has() -> None:
    assert {bare.command for bare in BARE_KEYS} == set(Command)
    words = [line.text for line in bare_key_lines()]
    assert [bare.words for bare in BARE_KEYS if bare.keys and bare.words not in words] == []
    assert {bare.command for bare in BARE_KEYS if not bare.keys} == {Command.PLAY, Command.SPAN}
