from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.ui.widgets.banner import LastingBanner
from practicecoder.ui.widgets.scrolling import Scrolling, bring_into_view


class Room(QWidget):
    """A column of fields under a banner, in a low window."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = LastingBanner("Saving", self)
        self.scrolling = Scrolling(self)
        self.fields = [QLineEdit(self.scrolling.content) for _ in range(12)]
        for field in self.fields:
            self.scrolling.column.addWidget(field)
        layout = QVBoxLayout(self)
        layout.addWidget(self.banner)
        layout.addWidget(self.scrolling, 1)
        self.resize(500, 300)

    def is_whole(self, widget: QWidget) -> bool:
        """Whether all of a widget is seen."""
        viewport = self.scrolling.viewport()
        top = widget.mapTo(viewport, widget.rect().topLeft()).y()
        return top >= 0 and top + widget.height() <= viewport.height()

    def lowest_seen(self) -> QLineEdit:
        """Lowest field that is seen whole."""
        return [field for field in self.fields if self.is_whole(field)][-1]


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    room = Room()
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    room.activateWindow()
    yield room
    room.close()


def test_a_field_stays_in_sight_when_a_banner_takes_room(room: Room, qtbot: QtBot) -> None:
    field = room.lowest_seen()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    room.banner.tell("Changes are not saved: the disk is full.", "Nothing is lost. Make room.")
    qtbot.waitUntil(lambda: room.scrolling.verticalScrollBar().value() > 0)

    qtbot.waitUntil(lambda: room.is_whole(field))
    QTest.keyClicks(field, "still here")
    assert field.text() == "still here"


def test_a_field_scrolled_away_by_hand_is_not_fetched(room: Room, qtbot: QtBot) -> None:
    first = room.fields[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    bar = room.scrolling.verticalScrollBar()
    bar.setValue(bar.maximum())
    room.resize(500, 260)

    qtbot.waitUntil(lambda: room.scrolling.viewport().height() < 240)
    qtbot.wait(0)
    assert not room.is_whole(first)


def test_of_a_text_all_lines_are_brought_not_only_that_of_the_cursor(
    room: Room, qtbot: QtBot
) -> None:
    bar = room.scrolling.verticalScrollBar()
    before = bar.maximum()
    text = QPlainTextEdit(room.scrolling.content)
    text.setFixedHeight(90)
    room.scrolling.column.addWidget(text)
    text.show()
    text.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: bar.maximum() > before)

    bring_into_view(room.scrolling, text)

    assert room.is_whole(text)
