"""Every tab of the training page by Tab alone, heard, hit and seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practicecoder.domain.people import Coder, Role
from practicecoder.services.context import StudyServices
from practicecoder.ui.focus import FocusFrames
from practicecoder.ui.training.page import TrainingPage
from tests.builders import LEAD
from tests.ui.walking import faults, out_of_order, tab_stops, unreached, unseen_focus


@pytest.fixture
def frames(qapp: QApplication) -> Iterator[FocusFrames]:
    """The frame around what has the focus, as in the program."""
    made = FocusFrames(qapp)
    yield made
    qapp.focusChanged.disconnect(made._follow)
    made.deleteLater()


@pytest.mark.parametrize("tab", range(4))
def test_a_tab_is_walked(
    laboratory: StudyServices, frames: FocusFrames, tab: int, qtbot: QtBot
) -> None:
    page = TrainingPage(laboratory)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show_person(Coder(coder_id=LEAD, roles=frozenset({Role.LEAD})))
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: not page.is_computing, timeout=20_000)
    page._tabs.setCurrentIndex(tab)
    page.activateWindow()
    page.focus_first()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    assert faults(page) == []
    stops = tab_stops(page)
    assert unreached(page, stops) == []
    assert out_of_order(page, stops) == []
    assert unseen_focus(stops) == []
