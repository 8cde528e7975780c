from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from practicecoder.services.context import StudyServices
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.page import StartPage
from practicecoder.ui.tables import RowTable
from tests.ui.finding import called, the_button


@pytest.fixture
def page(settings: Settings, qtbot: QtBot) -> StartPage:
    page = StartPage(settings)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def dropped(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop_on(page: StartPage, mime: QMimeData) -> QDragEnterEvent:
    """Drop something; gives the entering event, which tells whether it was welcome."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(5, 5), copy, mime, buttons, keys)
    entering.ignore()
    page.dragEnterEvent(entering)
    page.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, buttons, keys))
    return entering


def test_a_first_start_offers_the_demonstration(page: StartPage, qtbot: QtBot) -> None:
    page.focus_first()

    assert not called(RowTable, "Recent studies", page).isVisible()
    with qtbot.waitSignal(page.demonstration_requested):
        the_button("Open the demonstration study", page).click()


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Open study folder…", "choose_requested"),
        ("New study…", "new_requested"),
        ("Shortcuts", "shortcuts_requested"),
    ],
)
def test_every_way_in_has_a_button(page: StartPage, qtbot: QtBot, words: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        the_button(words, page).click()


def test_enter_continues_where_the_work_stopped(
    page: StartPage, settings: Settings, laboratory: StudyServices, qtbot: QtBot
) -> None:
    settings.remember_study(laboratory.path, laboratory.study)
    page.refresh()
    page.focus_first()
    button = called(QPushButton, "Continue: Northshire", page)
    assert button.hasFocus()

    with qtbot.waitSignal(page.continue_requested) as wanted:
        QTest.keyClick(button, Qt.Key.Key_Space)

    assert wanted.args == [laboratory.path]


def test_enter_opens_a_recent_study(
    page: StartPage, settings: Settings, laboratory: StudyServices, qtbot: QtBot
) -> None:
    settings.remember_study(laboratory.path, laboratory.study)
    page.refresh()
    table = called(RowTable, "Recent studies", page)
    table.selectRow(0)

    with qtbot.waitSignal(page.open_requested) as wanted:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert wanted.args == [laboratory.path]


def test_a_dropped_study_folder_is_opened(
    page: StartPage, laboratory: StudyServices, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.open_requested) as wanted:
        entering = drop_on(page, dropped(laboratory.path))

    assert entering.isAccepted()
    assert wanted.args == [laboratory.path]


def test_the_database_file_stands_for_its_study(
    page: StartPage, laboratory: StudyServices, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.open_requested) as wanted:
        drop_on(page, dropped(laboratory.path / "study.db"))

    assert wanted.args == [laboratory.path]


def test_other_folders_are_refused(page: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.open_requested):
        entering = drop_on(page, dropped(tmp_path))

    assert not entering.isAccepted()


def test_nothing_can_be_opened_twice_at_once(page: StartPage) -> None:
    page.set_busy(True)
    assert not the_button("New study…", page).isEnabled()

    page.set_busy(False)
    assert the_button("New study…", page).isEnabled()
