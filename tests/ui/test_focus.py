from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.ui.colours import LIGHT
from practicecoder.ui.focus import FRAME_PX, FocusFrame, FocusFrames
from practicecoder.ui.theme import apply_dark
from tests.ui.finding import the


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    frames = FocusFrames(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(20, 20, 20, 20)
    layout.addWidget(QPushButton("One", window))
    layout.addWidget(QLineEdit(window))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    qapp.focusChanged.disconnect(frames._follow)
    frames.deleteLater()


def frame_of(window: QWidget) -> FocusFrame:
    return the(FocusFrame, window)


def test_the_focused_button_gets_a_frame_of_two_pixels(window: QWidget, qtbot: QtBot) -> None:
    button = the(QPushButton, window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)

    frame = frame_of(window)
    image = window.grab().toImage()
    middle = button.geometry().center()
    inked = [
        y
        for y in range(button.geometry().top() - 6, button.geometry().top())
        if image.pixelColor(middle.x(), y) == QColor(LIGHT.focus)
    ]

    assert frame.widget() is button
    assert len(inked) == FRAME_PX


def test_the_frame_follows_the_keyboard(window: QWidget, qtbot: QtBot) -> None:
    button, field = the(QPushButton, window), the(QLineEdit, window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)

    QTest.keyClick(button, Qt.Key.Key_Tab)

    assert frame_of(window).widget() is field


def test_a_widget_that_paints_its_own_focus_gets_none(window: QWidget, qtbot: QtBot) -> None:
    button, field = the(QPushButton, window), the(QLineEdit, window)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    field.setProperty("ownFocus", True)

    field.setFocus()

    assert frame_of(window).widget() is None


def test_the_frame_survives_a_change_of_colours(
    window: QWidget, qtbot: QtBot, qapp: QApplication
) -> None:
    button = the(QPushButton, window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)

    apply_dark(qapp)

    qtbot.waitUntil(frame_of(window).isVisible)


def test_the_frame_is_seen_where_there_is_no_room_around(window: QWidget, qtbot: QtBot) -> None:
    window.resize(300, 200)
    tight = QWidget(window)
    tight.setGeometry(40, 80, 120, 60)
    table = QTableWidget(2, 2, tight)
    table.setGeometry(0, 0, 120, 60)
    tight.show()

    table.setFocus(Qt.FocusReason.TabFocusReason)

    def is_framed() -> bool:
        image = window.grab().toImage()
        edges = ((100, 80), (40, 110), (159, 110), (100, 139))
        return all(image.pixelColor(*edge) == QColor(LIGHT.focus) for edge in edges)

    qtbot.waitUntil(is_framed)


def test_the_frame_is_whole_again_after_its_widget_was_moved_and_put_back(
    window: QWidget, qtbot: QtBot
) -> None:
    field = the(QLineEdit, window)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(field.hasFocus)
    frame = frame_of(window)
    qtbot.waitUntil(lambda: frame.mask() == frame._ring())
    whole = frame.mask()

    field.move(field.pos() + QPoint(0, 3))
    qtbot.waitUntil(lambda: frame.y() > 0 and frame.mask() == whole)
    qtbot.wait(0)
    size = field.size()
    field.resize(size.width() + 1, size.height())
    field.resize(size)  # Qt cuts its own mask; the frame is where and as large as it was

    qtbot.waitUntil(lambda: frame.mask() == whole)


def test_menus_outlive_a_dialog_that_took_the_frame_with_it(
    qapp: QApplication, qtbot: QtBot
) -> None:
    frames = FocusFrames(qapp)
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = window.menuBar()
    menu = bar.addMenu("&View")
    dialog = QDialog(window)
    inside = QPushButton("One", dialog)
    for shown in (window, dialog):
        with qtbot.waitExposed(shown):
            shown.show()
    inside.setFocus()
    qtbot.waitUntil(lambda: frames._frame is not None)
    window.activateWindow()
    bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
    qtbot.waitUntil(lambda: frames._frame is not None and frames._frame.widget() is bar)
    dialog.activateWindow()
    inside.setFocus()
    qtbot.waitUntil(lambda: frames._frame is not None and frames._frame.widget() is inside)

    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()

    menu.addAction("Larger text")
    assert [action.text() for action in bar.actions()] == ["&View"]
    qapp.focusChanged.disconnect(frames._follow)
    frames.deleteLater()


def test_what_qt_made_inside_what_qt_made_outlives_the_frame_around_it(
    window: QWidget, qtbot: QtBot
) -> None:
    button, dialog = the(QPushButton, window), QColorDialog(window)
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    frame = frame_of(window)
    before = len(dialog.findChildren(QSpinBox))

    frame.show_on(dialog.findChildren(QSpinBox)[0])
    gc.collect()
    frame.show_on(button)
    gc.collect()

    assert len(dialog.findChildren(QSpinBox)) == before > 0
