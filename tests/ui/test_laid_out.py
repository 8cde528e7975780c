"""Widgets in the order of their layouts, found without ever holding an item of a layout."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayoutItem,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.ui.accessibility import laid_out, tab_as_laid_out


def a_window() -> tuple[QWidget, list[QWidget]]:
    """A column with a line, a grid and a form inside; the widgets as they are read."""
    window = QWidget()
    made = [QLineEdit(f"{number}", window) for number in range(9)]
    form, grid, line = QFormLayout(), QGridLayout(), QHBoxLayout()
    column = QVBoxLayout(window)
    column.addWidget(made[0])
    column.addLayout(line)
    line.addWidget(made[1])
    line.addStretch(1)
    line.addWidget(made[2])
    column.addLayout(grid)
    grid.addWidget(made[5], 1, 0)
    grid.addWidget(made[4], 0, 1)
    grid.addWidget(made[3], 0, 0)
    column.addLayout(form)
    caption = QLabel("7", window)
    form.addRow(caption, made[6])
    form.addRow("8", made[7])
    column.addWidget(made[8])
    return window, [*made[:6], caption, *made[6:8], made[8]]


def test_widgets_come_as_they_are_read(qtbot: QtBot) -> None:
    window, read = a_window()
    qtbot.addWidget(window)
    layout = window.layout()
    assert layout is not None

    found = [w for w in laid_out(layout) if not isinstance(w, QLabel) or w in read]
    assert found == read


def test_no_item_of_a_layout_is_held(qtbot: QtBot) -> None:
    window, _ = a_window()
    qtbot.addWidget(window)
    before = held_items()  # by other windows of the same process
    tab_as_laid_out(window)

    assert [item for item in held_items() if not any(item is old for old in before)] == []


def held_items() -> list[QLayoutItem]:
    named = [each for each in gc.get_objects() if type(each).__name__.endswith("Item")]
    return [each for each in named if isinstance(each, QLayoutItem)]
