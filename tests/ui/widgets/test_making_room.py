from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.widgets.making_room import make_room


def test_what_matters_least_gives_way_first_and_comes_back(qtbot: QtBot) -> None:
    line = QWidget()
    qtbot.addWidget(line)
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    parts = [QWidget(line) for _ in range(3)]
    for part in parts:
        part.setMinimumWidth(100)
        layout.addWidget(part)
    shown = []
    for width in (300, 250, 120, 60, 300):
        line.resize(width, 20)
        make_room(line, parts[:2])
        shown.append([not part.isHidden() for part in parts])
    assert shown == [
        [True, True, True],
        [False, True, True],
        [False, False, True],
        [False, False, True],
        [True, True, True],
    ]


def test_without_a_layout_nothing_happens(qtbot: QtBot) -> None:
    line = QWidget()
    qtbot.addWidget(line)
    part = QWidget(line)
    part.hide()
    make_room(line, [part])
    assert part.isHidden()
