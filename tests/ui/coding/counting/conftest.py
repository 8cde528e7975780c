"""A MITI study with one session in A's queue, and the counting panel alone in a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.coding import Coding, CountingMode
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.counting.panel import CountPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from tests.ui.coding.made_up import CODE, CODER, SESSION, make_study


class Counter:
    """The panel, the coding it works on, and the hands of its coder."""

    def __init__(
        self, qtbot: QtBot, services: StudyServices, coding: OpenCoding, stack: QUndoStack
    ) -> None:
        self.qtbot = qtbot
        self.services = services
        self.coding = coding
        self.stack = stack
        self.panel = CountPanel()
        coding.changed.connect(lambda _before, after: self.panel.show_coding(after))
        coding.restored.connect(lambda: self.panel.show_coding(coding.coding))
        self.panel.open_coding(coding)

    def stored(self) -> Coding:
        """A's coding as the study holds it."""
        with self.services.context.store.reading() as unit:
            return unit.codings.of_session(SESSION)[0]

    def begin(self, mode: CountingMode) -> None:
        """Choose the way of counting and go to the pad."""
        assert self.coding.choose_mode(mode)
        self.panel.enter()
        self.qtbot.waitUntil(self.panel.pad.hasFocus)

    def press(self, *keys: str, at_ms: int | None = None) -> None:
        """Press keys where the focus is; a capital letter is one with Shift."""
        if at_ms is not None:
            self.panel.set_position(at_ms)
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None, "nothing has the focus"
            if len(key) == 1 and key.isupper():
                shift = Qt.KeyboardModifier.ShiftModifier
                self.qtbot.keyClick(focused, Qt.Key[f"Key_{key}"], shift)
            elif len(key) == 1:
                self.qtbot.keyClicks(focused, key)
            else:
                self.qtbot.keyClick(focused, Qt.Key[f"Key_{key}"])

    def codes(self) -> list[str]:
        """Codes of the marks as stored, in order of time."""
        return [mark.count_id for mark in self.stored().marks]


@pytest.fixture
def miti(tmp_path: Path) -> Iterator[StudyServices]:
    made = make_study(tmp_path / "miti", codebook=library.find("miti-4.2.1"))
    yield made
    made.close()


@pytest.fixture
def counter(qtbot: QtBot, miti: StudyServices, undo_stack: QUndoStack) -> Iterator[Counter]:
    coding = OpenCoding(miti, miti.coding.open_desk(CODE, CODER), CODER, undo_stack)
    made = Counter(qtbot, miti, coding, undo_stack)
    qtbot.addWidget(made.panel)
    made.panel.resize(620, 640)
    with qtbot.waitExposed(made.panel):
        made.panel.show()
    made.panel.activateWindow()
    yield made
    made.panel.open_coding(None)
