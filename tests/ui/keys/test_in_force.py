from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.actions import ActionId, make_action, show_tip, tip_text
from practicecoder.ui.keys.in_force import apply_saved_keys, keys_in_force
from practicecoder.ui.keys.keymap import Keymap
from practicecoder.ui.settings import Pedals, SavedKeymap, Settings


def test_an_action_that_exists_gets_its_new_keys_at_once(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    field = QPushButton("Field", page)
    QVBoxLayout(page).addWidget(field)
    done: list[str] = []
    action = make_action(ActionId.BACK, page, lambda: done.append("back"))
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    keys_in_force().put(Keymap.default().changed(ActionId.BACK, ("Ctrl+B",)), Pedals())
    qtbot.keyClick(field, Qt.Key.Key_F2)
    assert done == []
    qtbot.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)

    assert done == ["back"]
    assert action.toolTip() == "Go back 5 seconds (Ctrl+B)"


def test_tooltips_follow_the_keys(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    show_tip(button, ActionId.LOOP)
    assert button.toolTip() == "Loop (Ctrl+L)"

    keys_in_force().put(Keymap.default().changed(ActionId.LOOP, ()), Pedals())

    assert button.toolTip() == tip_text(ActionId.LOOP) == "Loop"


def test_a_widget_that_is_gone_is_not_told(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    button = QPushButton(owner)
    show_tip(button, ActionId.LOOP)
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()

    keys_in_force().put(Keymap.default().changed(ActionId.LOOP, ("Ctrl+M",)), Pedals())

    assert tip_text(ActionId.LOOP) == "Loop (Ctrl+M)"


def test_saved_keys_are_put_in_force(settings: Settings, qtbot: QtBot) -> None:
    settings.keymap = SavedKeymap(preset="otranscribe", actions={"loop": ("Ctrl+M",)})
    settings.pedals = Pedals(play="F13")

    with qtbot.waitSignal(keys_in_force().changed):
        apply_saved_keys(settings)

    assert tip_text(ActionId.BACK) == "Go back 5 seconds (F1)"
    assert tip_text(ActionId.LOOP) == "Loop (Ctrl+M)"
    assert keys_in_force().pedals.play == "F13"
