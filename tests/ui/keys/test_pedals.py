from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.keys.pedals import KeyboardPedals, suits_a_pedal
from practicecoder.ui.settings import PedalMode, Pedals, Settings

PEDALS = Pedals(play="F13", back="Ctrl+F14", forward="F4")
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """A page with two fields, a button beside it, and what the pedals did."""

    def __init__(self) -> None:
        super().__init__()
        self.page = QWidget(self)
        self.field = QLineEdit(self.page)
        self.other = QLineEdit(self.page)
        self.outside = QPushButton("Elsewhere", self)
        inner, layout = QVBoxLayout(self.page), QVBoxLayout(self)
        inner.addWidget(self.field)
        inner.addWidget(self.other)
        layout.addWidget(self.page)
        layout.addWidget(self.outside)
        self.told: list[str] = []
        self.pedals = KeyboardPedals(self.page)
        self.pedals.learn(PEDALS)
        self.pedals.pressed.connect(lambda pedal: self.told.append(f"{pedal} down"))
        self.pedals.released.connect(lambda pedal: self.told.append(f"{pedal} up"))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def send(
    widget: QWidget,
    kind: QEvent.Type,
    key: Qt.Key,
    *,
    held: Qt.KeyboardModifier = NONE,
    repeat: bool = False,
) -> None:
    """A key as the system sends it, with its repetitions."""
    QApplication.sendEvent(widget, QKeyEvent(kind, key, held, "", repeat))


DOWN, UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def test_a_pedal_is_pressed_and_let_go(qtbot: QtBot, window: Window) -> None:
    qtbot.keyPress(window.field, Qt.Key.Key_F13)
    assert window.told == ["play down"]

    qtbot.keyRelease(window.field, Qt.Key.Key_F13)
    assert window.told == ["play down", "play up"]


def test_what_the_keyboard_repeats_is_passed_over(window: Window) -> None:
    send(window.field, DOWN, Qt.Key.Key_F13)
    for _ in range(3):
        send(window.field, UP, Qt.Key.Key_F13, repeat=True)
        send(window.field, DOWN, Qt.Key.Key_F13, repeat=True)
    assert window.told == ["play down"]

    send(window.field, UP, Qt.Key.Key_F13)
    assert window.told == ["play down", "play up"]


def test_the_release_counts_though_control_came_up_first(window: Window) -> None:
    send(window.field, DOWN, Qt.Key.Key_F14, held=CONTROL)
    send(window.field, UP, Qt.Key.Key_F14)

    assert window.told == ["back down", "back up"]


def test_a_pedal_goes_before_the_shortcut_with_its_key(qtbot: QtBot, window: Window) -> None:
    triggered: list[bool] = []
    action = QAction(window)
    action.setShortcut("F4")
    action.triggered.connect(lambda: triggered.append(True))
    window.addAction(action)

    qtbot.keyClick(window.field, Qt.Key.Key_F4)

    assert window.told == ["forward down", "forward up"]
    assert triggered == []


def test_the_focus_may_move_within_the_page_while_a_pedal_is_held(
    qtbot: QtBot, window: Window
) -> None:
    qtbot.keyPress(window.field, Qt.Key.Key_F13)
    window.other.setFocus()
    qtbot.waitUntil(window.other.hasFocus)
    assert window.told == ["play down"]

    qtbot.keyRelease(window.other, Qt.Key.Key_F13)
    assert window.told == ["play down", "play up"]


def test_a_pedal_is_let_go_when_the_focus_leaves_the_page(qtbot: QtBot, window: Window) -> None:
    qtbot.keyPress(window.field, Qt.Key.Key_F13)
    window.outside.setFocus()
    qtbot.waitUntil(window.outside.hasFocus)

    assert window.told == ["play down", "play up"]

    qtbot.keyClick(window.outside, Qt.Key.Key_F13)
    assert window.told == ["play down", "play up"]


def test_other_keys_are_left_alone(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClicks(window.field, "at 3")

    assert window.field.text() == "at 3"
    assert window.told == []


@pytest.mark.parametrize(
    ("key", "suits"),
    [("F13", True), ("Launch (5)", True), ("Ctrl+Alt+F1", True), ("Tools", True), ("A", False),
     ("Shift+A", False), ("Space", False), ("Shift+Return", False), ("Esc", False), ("", False)],
)  # fmt: skip
def test_which_keys_suit_a_pedal(key: str, suits: bool) -> None:
    assert suits_a_pedal(key) is suits


def test_pedals_survive_a_restart(settings: Settings) -> None:
    assert settings.pedals == Pedals()
    settings.pedals = Pedals(play="F13", forward="Ctrl+,", mode=PedalMode.TOGGLE)

    assert settings.pedals == Pedals(play="F13", forward="Ctrl+,", mode=PedalMode.TOGGLE)
