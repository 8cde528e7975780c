"""A disk that refuses while somebody codes: nothing typed is lost, and the window says what is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import Note
from practicecoder.errors import BackupFailedError
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.restoring import RestoreDialog
from practicecoder.ui.study_view import StudyView
from practicecoder.ui.widgets.unsaved import UnsavedQuestion
from tests.builders import ANNA
from tests.ui.finding import the

WORDS = "words that must not be lost"


@pytest.fixture
def window(settings: Settings, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    view = window.study_view
    if view is not None:
        give_room(view)
        view.services.storing.try_again()
    window.close()


@pytest.fixture
def view(window: MainWindow, laboratory_folder: Path, qtbot: QtBot) -> StudyView:
    window.open_study(laboratory_folder)
    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    view = window.study_view
    assert view is not None
    view.choose_person(ANNA)
    view.go_on_coding()
    return view


@pytest.fixture
def page(view: StudyView) -> CodingPage:
    return view.coding_page


def set_on_writer(view: StudyView, pragma: str) -> None:
    writer = view.services.context.store._database.writer
    assert writer is not None
    with writer.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}").fetchall()


def leave_no_room(view: StudyView) -> None:
    """Let the next write fill the disk: the file may not grow, and a long note makes it grow."""
    pages = (view.services.path / "study.db").stat().st_size // 4096
    set_on_writer(view, f"max_page_count={pages}")


def give_room(view: StudyView) -> None:
    set_on_writer(view, "max_page_count=1000000")


def write_in_vain(qtbot: QtBot, view: StudyView, page: CodingPage) -> None:
    leave_no_room(view)
    page.notes.field.setFocus()
    page.notes.field.setPlainText(WORDS + "." * 20_000)
    with qtbot.waitSignal(view.writing_changed):
        qtbot.keyClick(page.notes.field, Qt.Key.Key_Return)


def notes(page: CodingPage) -> tuple[Note, ...]:
    coding = page.coding
    assert coding is not None
    return coding.notes


def saved_line(window: MainWindow) -> str:
    return window.status.saved


def test_words_stay_and_are_saved_when_there_is_room(
    qtbot: QtBot, window: MainWindow, view: StudyView, page: CodingPage
) -> None:
    write_in_vain(qtbot, view, page)
    assert page.notes.field.toPlainText().startswith(WORDS)
    assert "the disk is full" in view.banners.trouble.text
    assert page.banner.text == ""
    assert saved_line(window) == "Changes are not saved"
    assert page.header.saved_text == "Not saved"
    give_room(view)
    with qtbot.waitSignal(view.banners.watch.recovered):
        view.banners.watch.try_again()

    assert [note.text[: len(WORDS)] for note in notes(page)] == [WORDS]
    assert saved_line(window).startswith("All changes saved")
    assert page.header.saved_text != "Not saved"
    assert view.banners.trouble.text == ""


def test_a_rating_is_refused_at_once_and_shown_as_it_is_stored(
    qtbot: QtBot, view: StudyView, page: CodingPage
) -> None:
    write_in_vain(qtbot, view, page)
    coding = page._coding
    assert coding is not None
    before = coding.coding
    give_room(view)  # still refused: only a probing write ends it
    with qtbot.waitSignal(view.banners.watch.refused):
        done = coding.rate("collaboration", 5)

    assert not done
    assert view.banners.trouble.is_flashing
    assert page.coding is before
    assert before.rating("collaboration").value != 5


def test_another_session_or_person_waits_until_words_are_saved(
    qtbot: QtBot, view: StudyView, page: CodingPage
) -> None:
    write_in_vain(qtbot, view, page)
    before = page.coding
    view.choose_person(view.services.people.coders()[0].coder_id)

    assert view.person is not None
    assert view.person.coder_id == ANNA
    assert page.coding is before
    assert page.notes.field.toPlainText().startswith(WORDS)


def test_closing_asks_before_words_are_lost(
    qtbot: QtBot, window: MainWindow, view: StudyView, page: CodingPage
) -> None:
    write_in_vain(qtbot, view, page)
    window.action(ActionId.CLOSE_STUDY).trigger()
    question = the(UnsavedQuestion, window)
    question.stay.click()
    qtbot.waitUntil(lambda: not window.findChildren(UnsavedQuestion))
    assert window.study_view is view
    assert not window.close()
    the(UnsavedQuestion, window).give_up.click()
    qtbot.waitUntil(lambda: window.study_view is None)


def test_a_backup_that_fails_at_closing_is_told(
    window: MainWindow, view: StudyView, page: CodingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.notes.field.setPlainText("short")
    page.flush()

    def refuse() -> Path:
        raise BackupFailedError("the disk is full")

    monkeypatch.setattr(view.services.context.store, "backup", refuse)
    assert not window.close()
    assert window.study_view is None
    told = the(MessageDialog, window)
    assert "No backup could be made" in told.text
    told.reject()


def test_a_backup_is_made_when_a_session_is_left(
    qtbot: QtBot, view: StudyView, page: CodingPage
) -> None:
    page.notes.field.setPlainText("short")
    with qtbot.waitSignal(view.banners.watch.backup_made):
        view.leave()

    assert len(list((view.services.path / "backups").glob("study-*.db"))) >= 1


def test_damage_leads_to_the_backups(
    qtbot: QtBot, window: MainWindow, view: StudyView, page: CodingPage
) -> None:
    view.services.context.store.backup()
    view.restore_requested.emit()
    dialog = the(RestoreDialog, window)
    qtbot.waitUntil(lambda: dialog.restoring.isEnabled())

    assert window.study_view is None
    assert dialog.backups[0].n_sessions == 12
    dialog.reject()
