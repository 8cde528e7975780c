from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.ids import CoderId, StudyId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.study import StudyRecord
from practicecoder.ui.languages.installing import install_language
from practicecoder.ui.settings import Language, Looks, Settings
from practicecoder.ui.start.page import StartPage
from practicecoder.ui.theme import Look, apply_looks, dress
from practicecoder.ui.widgets.study_header import StudyHeader
from tests.builders import NOW

WIDTH, HEIGHT = 1366, 768
ARROW_PX = 10


@pytest.fixture(autouse=True)
def welsh(qapp: QApplication) -> Iterator[None]:
    assert install_language(qapp, Language.WELSH) is Language.WELSH
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def large_text(qapp: QApplication) -> None:
    apply_looks(qapp, Looks(text_scale=2.0))


def cut(widget: QWidget) -> list[str]:
    """Words of the buttons that are narrower than their words."""
    return [
        button.text()
        for button in widget.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width()
    ]


@pytest.mark.usefixtures("large_text")
def test_the_start_page_has_room_for_its_words(settings: Settings, qtbot: QtBot) -> None:
    page = StartPage(settings)
    qtbot.addWidget(page)
    page.resize(WIDTH, HEIGHT)
    page.show()
    words = [b.text() for b in page.findChildren(QAbstractButton) if b.isVisible() and b.text()]

    assert "Agor yr astudiaeth arddangos" in words
    assert cut(page) == []


@pytest.mark.usefixtures("large_text")
def test_the_chooser_has_room_for_the_role(qtbot: QtBot) -> None:
    header = StudyHeader()
    qtbot.addWidget(header)
    header.show_study(a_record(), read_only=True)
    header.identity.show_people(
        [Coder(coder_id=CoderId("L1"), roles=frozenset({Role.LEAD}))], None
    )
    header.identity.setCurrentIndex(0)
    header.resize(WIDTH - 100, 60)
    header.show()

    assert header.identity.currentText() == "L1 (arweinydd)"
    assert header.identity.width() >= header.identity.sizeHint().width()


def test_the_arrow_of_a_menu_stands_beside_the_words(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    plain, with_menu = QToolButton(owner), QToolButton(owner)
    with_menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    for each in (plain, with_menu):
        each.setText("12 bwlch")
        dress(each, Look.QUIET)

    assert with_menu.sizeHint().width() >= plain.sizeHint().width() + ARROW_PX


def a_record() -> StudyRecord:
    return StudyRecord(
        study_id=StudyId("study-1"),
        title="A made-up study with a title that is rather long",
        codebook=library.find("swim7").ref,
        created_at=NOW,
        made_up=True,
    )
