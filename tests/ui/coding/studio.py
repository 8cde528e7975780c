"""Hands on the keyboard: what a coder presses on the page, and what the study then holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.page import CodingPage
from tests.ui.coding.made_up import SESSION

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Presses keys where the focus is, as a keyboard does."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @property
    def focused(self) -> QWidget:
        """What has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press and release a key."""
        self._qtbot.keyClick(self.focused, key, held)

    def type(self, text: str) -> None:
        """Type a text."""
        for character in text:
            self._qtbot.keyClicks(self.focused, character)

    def wait_for_focus_in(self, area: QWidget) -> None:
        """Wait until something in the area has the focus."""

        def is_there() -> bool:
            widget = QApplication.focusWidget()
            return widget is not None and (widget is area or area.isAncestorOf(widget))

        self._qtbot.waitUntil(is_there)


class Studio(Hands):
    """The coding page, a pair of hands, and a look into the study."""

    def __init__(self, qtbot: QtBot, services: StudyServices, page: CodingPage) -> None:
        super().__init__(qtbot)
        self.services = services
        self.page = page

    def stored(self) -> Coding:
        """A's coding as the study holds it."""
        with self.services.context.store.reading() as unit:
            return unit.codings.of_session(SESSION)[0]

    def history(self) -> tuple[HistoryEntry, ...]:
        """Everything on record, oldest first."""
        with self.services.context.store.reading() as unit:
            return unit.history.all()

    def go_to_card(self, number: int) -> None:
        """Go to a card by its key."""
        self.press(Qt.Key(Qt.Key.Key_0 + number), CONTROL)

    def decide_everything(self) -> None:
        """Answer what is required and rate every dimension at 3, evocation ruled out."""
        coding = self.page._coding
        assert coding is not None
        coding.answer("behaviour_change_discussed", False)
        for dimension_id in coding.codebook.dimension_ids:
            if dimension_id != "evocation":
                coding.rate(dimension_id, 3)
