"""Panels are read in columns from the left, and from the top in each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.ui.coding.visual_order import (
    go_by_tab,
    reading_order,
    tab_stops,
)
from practicecoder.ui.focus import belongs_to

LEFT = QRect(0, 0, 200, 600)
TOP = QRect(210, 0, 400, 300)
BELOW_LEFT, BELOW_RIGHT = QRect(210, 310, 190, 200), QRect(410, 310, 200, 200)
FOOT = QRect(210, 520, 400, 80)
RIGHT = QRect(620, 0, 300, 600)


@pytest.mark.parametrize(
    ("boxes", "order"),
    [
        ([], []),
        ([TOP], [0]),
        ([RIGHT, TOP, LEFT], [2, 1, 0]),
        ([RIGHT, FOOT, BELOW_RIGHT, BELOW_LEFT, TOP, LEFT], [5, 4, 3, 2, 1, 0]),
        ([QRect(0, 300, 90, 90), QRect(0, 0, 90, 90), QRect(0, 100, 90, 190)], [1, 2, 0]),
        ([QRect(-50, 0, 40, 90), QRect(0, 0, 90, 90), QRect(-50, 100, 140, 9)], [0, 1, 2]),
        ([QRect(20, 20, 90, 90), QRect(0, 0, 90, 90)], [1, 0]),
    ],
)
def test_boxes_are_read_in_columns_and_rows(boxes: list[QRect], order: list[int]) -> None:
    assert reading_order(boxes) == order


def test_a_floating_panel_belongs_to_its_page_and_a_dialog_does_not(qtbot: QtBot) -> None:
    page = QMainWindow()
    qtbot.addWidget(page)
    dock = QDockWidget("notes", page)
    field = QLineEdit(dock)
    dock.setWidget(field)
    page.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.setFloating(True)
    dialog = QDialog(page)
    asked = QLineEdit(dialog)
    assert dock.isWindow()
    assert belongs_to(page, field)
    assert not belongs_to(page, asked)
    assert not belongs_to(page, None)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """A page of three areas with two fields each, in a window with one field more."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    page = QWidget(window)
    row.addWidget(page)
    columns = QHBoxLayout(page)
    for number in range(3):
        area = QWidget(page)
        area.setObjectName(str(number))
        inside = QHBoxLayout(area)
        for letter in "ab":
            field = QLineEdit(area)
            field.setObjectName(f"{number}{letter}")
            inside.addWidget(field)
        columns.addWidget(area)
    outside = QLineEdit(window)
    outside.setObjectName("outside")
    row.addWidget(outside)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield page
    window.close()


def areas_of(page: QWidget, order: str) -> list[QWidget]:
    return [area for name in order if (area := page.findChild(QWidget, name)) is not None]


@pytest.mark.parametrize(
    ("forward", "expected"),
    [
        (True, ["2a", "2b", "0a", "0b", "1a", "1b", "outside"]),
        (False, ["1b", "1a", "0b", "0a", "2b", "2a", "outside"]),
    ],
)
def test_tab_goes_through_areas_in_the_order_given_and_out(
    page: QWidget, forward: bool, expected: list[str]
) -> None:
    stops = tab_stops(areas_of(page, "201"))
    (stops[0] if forward else stops[-1]).setFocus()
    visited = []
    while (focused := QApplication.focusWidget()) in stops:
        assert focused is not None
        visited.append(focused.objectName())
        assert go_by_tab(page, stops, forward=forward)
    assert focused is not None
    assert [*visited, focused.objectName()] == expected


def test_without_any_stop_tab_is_left_to_qt(page: QWidget) -> None:
    outside = page.window().findChild(QLineEdit, "outside")
    assert isinstance(outside, QLineEdit)
    outside.setFocus()
    outside.setEnabled(False)
    assert not go_by_tab(page, [], forward=True)


def test_a_control_that_tab_passes_over_has_its_place_while_it_has_the_focus(
    page: QWidget,
) -> None:
    passed = page.findChild(QLineEdit, "0b")
    assert isinstance(passed, QLineEdit)
    passed.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    passed.setFocus()
    assert go_by_tab(page, tab_stops(areas_of(page, "012")), forward=True)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "1a"


def test_rows_are_read_before_columns_inside_a_panel() -> None:
    boxes = [QRect(0, 100, 90, 20), QRect(100, 0, 90, 20), QRect(0, 0, 90, 20)]
    assert reading_order(boxes, in_rows=True) == [2, 1, 0]
    assert reading_order(boxes) == [2, 0, 1]


def test_hidden_and_disabled_controls_are_no_stops(page: QWidget) -> None:
    hidden, disabled = page.findChild(QLineEdit, "0a"), page.findChild(QLineEdit, "1a")
    assert isinstance(hidden, QLineEdit)
    assert isinstance(disabled, QLineEdit)
    hidden.hide()
    disabled.setEnabled(False)
    names = [stop.objectName() for stop in tab_stops(areas_of(page, "012"))]
    assert names == ["0b", "1b", "2a", "2b"]
