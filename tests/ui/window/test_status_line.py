from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from practicecoder.ui.window.status_line import StatusLine


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[StatusLine]:
    window = QMainWindow()
    qtbot.addWidget(window)
    line = StatusLine(window)
    window.setStatusBar(line)
    yield line
    window.close()


def test_a_sentence_is_shown_and_taken_away(line: StatusLine) -> None:
    line.tell("The view was saved.")
    assert line.currentMessage() == "The view was saved."

    line.tell("")
    assert line.currentMessage() == ""


def test_the_moment_of_saving_is_told_in_local_time(line: StatusLine) -> None:
    at = datetime(2026, 3, 2, 14, 2, 7, tzinfo=UTC)

    line.show_saved(at)

    assert line.saved == f"All changes saved {at.astimezone():%H:%M:%S}"


def test_what_is_said_about_saving_stands_off_the_edge_of_the_window(
    line: StatusLine, qtbot: QtBot
) -> None:
    line.show_saved(datetime(2026, 3, 2, 14, 2, 7, tzinfo=UTC))
    window = line.window()
    window.resize(600, 200)
    with qtbot.waitExposed(window):
        window.show()
    saved = next(w for w in line.findChildren(QLabel) if w.text() == line.saved)

    words = saved.fontMetrics().horizontalAdvance(saved.text())
    right = saved.mapTo(line, saved.contentsRect().topLeft()).x() + words

    assert 4 <= line.width() - right < 24


def test_writing_that_fails_and_works_again_is_told(line: StatusLine) -> None:
    line.show_writing(False)
    assert line.saved == "Changes are not saved"

    line.show_writing(True)
    assert re.fullmatch(r"All changes saved \d\d:\d\d:\d\d", line.saved)

    line.forget_saved()
    assert line.saved == ""
