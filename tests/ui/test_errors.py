from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.errors import ImportedDataError, Problem, StudyNotFoundError
from practicecoder.ui.errors import (
    MessageDialog,
    install_excepthook,
    show_error,
    tell_bug,
    trace_without_contents,
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def a_bug() -> Exception:
    try:
        dict[str, int]()["the name of somebody"]
    except KeyError as error:
        return error
    raise AssertionError


def test_known_trouble_is_told_in_its_own_words(window: QWidget) -> None:
    dialog = show_error(window, StudyNotFoundError(Path("somewhere")))

    assert "There is no study in somewhere" in dialog.text
    assert dialog.isVisible()


def test_several_problems_come_as_a_list(window: QWidget) -> None:
    problems = [Problem(what=f"row {n} is wrong.", file="sheet.csv", line=n) for n in (2, 3, 4)]

    dialog = show_error(window, ImportedDataError(problems))

    shown = dialog.findChild(QListWidget)
    assert shown is not None
    assert shown.count() == 3
    assert "3 problems were found. Nothing was changed." in dialog.text
    assert shown.item(0).text() == "sheet.csv, line 2: row 2 is wrong."


def test_one_problem_needs_no_list(window: QWidget) -> None:
    dialog = show_error(window, ImportedDataError([Problem(what="the sheet is empty.")]))

    assert dialog.findChild(QListWidget) is None
    assert dialog.text == "the sheet is empty."


def test_details_can_be_copied(window: QWidget) -> None:
    dialog = show_error(window, StudyNotFoundError(Path("somewhere")))

    dialog.copy()

    assert QGuiApplication.clipboard().text() == dialog.text


def test_a_bug_is_logged_and_told_without_its_message(
    window: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        dialog = tell_bug(window, a_bug())

    assert "Everything that was saved is safe" in dialog.text
    assert "KeyError" in dialog.text
    assert "KeyError" in caplog.text
    assert "somebody" not in dialog.text + caplog.text
    caplog.clear()


def test_a_trace_names_places_without_folders_of_this_computer() -> None:
    trace = trace_without_contents(a_bug())

    assert "in a_bug" in trace
    assert str(Path(__file__).parents[2]) not in trace


def test_a_trace_tells_what_led_to_what() -> None:
    try:
        try:
            dict[str, int]()["inner"]
        except KeyError as inner:
            raise ValueError("outer") from inner
    except ValueError as error:
        trace = trace_without_contents(error)

    assert trace.index("KeyError") < trace.index("led to") < trace.index("ValueError")


def test_the_hook_tells_an_uncaught_error(
    window: QWidget, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_excepthook(lambda: window)
    error = a_bug()

    sys.excepthook(type(error), error, error.__traceback__)

    dialog = window.findChild(MessageDialog)
    assert dialog is not None
    assert "KeyError" in dialog.text
    caplog.clear()


def test_the_hook_tells_known_trouble_as_such(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    install_excepthook(lambda: window)
    error = StudyNotFoundError(Path("somewhere"))

    sys.excepthook(type(error), error, None)

    dialog = window.findChild(MessageDialog)
    assert dialog is not None
    assert "There is no study" in dialog.text
