from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from practicecoder.ui.keymap.capture import KeyCapture

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Dialog(QDialog):
    """A capture, a field after it, and a shortcut of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.capture = KeyCapture("New key", self)
        self.after = QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.capture)
        layout.addWidget(self.after)
        self.captured: list[str] = []
        self.triggered: list[bool] = []
        self.capture.captured.connect(self.captured.append)
        action = QAction(self)
        action.setShortcut("F9")
        action.triggered.connect(lambda: self.triggered.append(True))
        self.addAction(action)


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    made = Dialog()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.capture.setFocus()
    qtbot.waitUntil(made.capture.hasFocus)
    return made


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Qt.Key.Key_M, CONTROL, "Ctrl+M"),
        (Qt.Key.Key_M, CONTROL | SHIFT, "Ctrl+Shift+M"),
        (Qt.Key.Key_F13, NONE, "F13"),
        (Qt.Key.Key_F2, SHIFT, "Shift+F2"),
        (Qt.Key.Key_Return, NONE, "Return"),
        (Qt.Key.Key_K, NONE, "K"),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.KeypadModifier, "+"),
    ],
)
def test_it_shows_and_tells_the_key(
    qtbot: QtBot, dialog: Dialog, key: Qt.Key, held: Qt.KeyboardModifier, text: str
) -> None:
    qtbot.keyClick(dialog.capture, key, held)

    assert dialog.captured == [text]
    assert dialog.capture.key == text
    assert dialog.capture.text() == text
    assert dialog.isVisible()


def test_a_shortcut_of_the_window_comes_here(qtbot: QtBot, dialog: Dialog) -> None:
    qtbot.keyClick(dialog.capture, Qt.Key.Key_F9)

    assert dialog.captured == ["F9"]
    assert dialog.triggered == []


def test_control_alone_is_no_key(qtbot: QtBot, dialog: Dialog) -> None:
    qtbot.keyClick(dialog.capture, Qt.Key.Key_Control)

    assert dialog.captured == []


def test_tab_moves_on(qtbot: QtBot, dialog: Dialog) -> None:
    qtbot.keyClick(dialog.capture, Qt.Key.Key_Tab)

    qtbot.waitUntil(dialog.after.hasFocus)
    assert dialog.captured == []


def test_escape_cancels_and_leaves_the_dialog_open(qtbot: QtBot, dialog: Dialog) -> None:
    with qtbot.waitSignal(dialog.capture.cancelled):
        qtbot.keyClick(dialog.capture, Qt.Key.Key_Escape)

    assert dialog.captured == []
    assert dialog.isVisible()


def test_a_bare_key_is_what_was_typed(qtbot: QtBot, dialog: Dialog) -> None:
    dialog.capture.bare = True

    qtbot.keyClick(dialog.capture, Qt.Key.Key_M, SHIFT)

    assert dialog.captured == ["M"]
