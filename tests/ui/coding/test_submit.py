from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook.rules import MissingItem, MissingKind
from practicecoder.ui.coding.submit import SubmitSheet

ADVISED = MissingItem(
    kind=MissingKind.EVIDENCE,
    item="empathy",
    text="Empathy is rated 5 with 0 of 1 piece of evidence",
    required=False,
)
UNRATED = MissingItem(kind=MissingKind.RATING, item="autonomy", text="Autonomy is not yet rated")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_advice_is_shown_and_does_not_stand_in_the_way(qtbot: QtBot, window: QWidget) -> None:
    sheet = SubmitSheet([ADVISED], 1.0, 7, window)
    qtbot.addWidget(sheet)
    sheet.open()

    assert [link.text() for link in sheet.links] == [ADVISED.text]
    with qtbot.waitSignal(sheet.submit_wanted):
        qtbot.keyClick(sheet, Qt.Key.Key_Return)


def test_advice_leads_to_its_place(qtbot: QtBot, window: QWidget) -> None:
    sheet = SubmitSheet([ADVISED], 1.0, 7, window)
    qtbot.addWidget(sheet)
    sheet.open()

    with qtbot.waitSignal(sheet.item_wanted) as caught:
        qtbot.mouseClick(sheet.links[0], Qt.MouseButton.LeftButton)

    assert caught.args == [ADVISED]


def test_what_is_required_stands_in_the_way_and_comes_first(qtbot: QtBot, window: QWidget) -> None:
    sheet = SubmitSheet([ADVISED, UNRATED], 1.0, 7, window)
    qtbot.addWidget(sheet)
    sheet.open()

    assert [link.text() for link in sheet.links] == [UNRATED.text, ADVISED.text]
    with qtbot.assertNotEmitted(sheet.submit_wanted):
        sheet.accept()
