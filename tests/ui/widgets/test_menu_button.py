from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.widgets.menu_button import entry, menu_button


def test_entries_stand_in_the_menu_with_a_line_between_them(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[str] = []
    first = entry("&One", parent, lambda: done.append("one"))
    second = entry("&Two", parent, lambda: done.append("two"))
    second.setToolTip("What two means")

    made = menu_button("Numbers", parent, [first, None, second])

    menu = made.menu()
    assert [a.isSeparator() for a in menu.actions()] == [False, True, False]
    assert menu.toolTipsVisible()
    second.trigger()
    assert done == ["two"]


def test_it_looks_untouched_after_its_menu_even_if_the_mouse_left_unseen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = menu_button("Numbers", parent, [entry("&One", parent, lambda: None)])
    made.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)

    made.menu().aboutToHide.emit()

    qtbot.waitUntil(lambda: not made.underMouse())
