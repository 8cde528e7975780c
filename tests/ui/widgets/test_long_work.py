from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.errors import StudyError
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.widgets.long_work import LongWork
from tests.ui.finding import the, the_button


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def wait_until_gone(window: QWidget, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.findChild(LongWork) is None)


def test_the_result_comes_back(window: QWidget, qtbot: QtBot) -> None:
    results: list[int] = []

    LongWork("Counting", lambda *_: 7, window, on_success=results.append)

    qtbot.waitUntil(lambda: results == [7])


def test_quick_work_shows_no_dialog(window: QWidget, qtbot: QtBot) -> None:
    results: list[int] = []
    dialog = LongWork("Counting", lambda *_: 7, window, on_success=results.append)

    assert not dialog.isVisible()
    wait_until_gone(window, qtbot)
    assert results == [7]


def test_progress_is_shown_in_words_and_as_a_bar(window: QWidget, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(progress: Callable[[float, str], None], _cancelled: object) -> None:
        progress(0.25, "reading recording 1 of 4")
        go_on.wait(10)

    dialog = LongWork("Importing", work, window, on_success=lambda _: None)
    bar = the(QProgressBar, dialog)

    qtbot.waitUntil(lambda: bar.value() == 250)
    qtbot.waitUntil(dialog.isVisible)
    go_on.set()
    wait_until_gone(window, qtbot)


def test_work_that_reports_can_be_cancelled(window: QWidget, qtbot: QtBot) -> None:
    results: list[object] = []
    reports: list[int] = []

    def work(progress: Callable[[float, str], None], _cancelled: object) -> None:
        while True:
            progress(0.1, "going on")
            reports.append(1)

    dialog = LongWork("Importing", work, window, on_success=results.append)
    qtbot.waitUntil(dialog.isVisible)

    the_button("Cancel", dialog).click()
    wait_until_gone(window, qtbot)

    assert results == []
    assert window.findChild(MessageDialog) is None


def test_work_can_ask_whether_to_stop(window: QWidget, qtbot: QtBot) -> None:
    stopped = threading.Event()

    def work(_progress: object, cancelled: Callable[[], bool]) -> None:
        while not cancelled():
            stopped.wait(0.01)
        stopped.set()

    dialog = LongWork("Importing", work, window, on_success=lambda _: None)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()
    wait_until_gone(window, qtbot)

    assert stopped.is_set()


def test_trouble_is_told(window: QWidget, qtbot: QtBot) -> None:
    def work(*_: object) -> None:
        raise StudyError("The disk is full.")

    LongWork("Importing", work, window, on_success=lambda _: None)

    qtbot.waitUntil(lambda: window.findChild(MessageDialog) is not None)
    assert the(MessageDialog, window).text == "The disk is full."
