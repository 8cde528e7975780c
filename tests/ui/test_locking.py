from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.services import remembering
from practicecoder.services.studies import create_study, is_encrypted, open_study
from practicecoder.services.study_keys import encrypt_study
from practicecoder.ui.actions import ActionId
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.security.changing import ChangePassphraseDialog, EncryptDialog
from practicecoder.ui.security.passphrase_dialog import PassphraseDialog
from practicecoder.ui.security.recovery_dialog import RecoveryCodeDialog
from practicecoder.ui.settings import Settings
from practicecoder.ui.study_view import StudyView
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress
from tests.builders import ANNA, LEAD
from tests.ui.finding import the

D = TypeVar("D", bound=QDialog)
PASSPHRASE = "copper lantern seven otters"


class Sealed(NamedTuple):
    """An encrypted study, and its recovery code."""

    folder: Path
    code: str


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "can_remember", lambda: False)
    monkeypatch.setattr(remembering, "remembered", lambda _path: None)
    monkeypatch.setattr(remembering, "forget", lambda _path: None)


@pytest.fixture(scope="session")
def sealed_template(laboratory_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    folder = tmp_path_factory.mktemp("sealed") / "study"
    shutil.copytree(laboratory_template, folder)
    return Sealed(folder, str(encrypt_study(folder, PASSPHRASE)))


@pytest.fixture
def sealed(sealed_template: Sealed, tmp_path: Path) -> Sealed:
    """A small encrypted study at work."""
    folder = Path(shutil.copytree(sealed_template.folder, tmp_path / "sealed"))
    return sealed_template._replace(folder=folder)


@pytest.fixture
def window(settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()


def asked(window: QWidget, qtbot: QtBot) -> PassphraseDialog:
    """Wait until the passphrase is asked for."""
    qtbot.waitUntil(lambda: bool(shown(PassphraseDialog, window)), timeout=10_000)
    return shown(PassphraseDialog, window)[0]


def shown(kind: type[D], window: QWidget) -> list[D]:
    """Dialogs of a kind that are on the screen."""
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


def enter(dialog: PassphraseDialog, secret: str) -> None:
    dialog.field.line.setText(secret)
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)


def viewed(window: MainWindow, qtbot: QtBot) -> StudyView:
    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    assert window.study_view is not None
    return window.study_view


@pytest.fixture
def view(window: MainWindow, sealed: Sealed, qtbot: QtBot) -> StudyView:
    """The encrypted study, opened by its passphrase; A is at work."""
    window.open_study(sealed.folder)
    enter(asked(window, qtbot), PASSPHRASE)
    view = viewed(window, qtbot)
    view.choose_person(ANNA)
    return view


def test_an_encrypted_study_is_opened_by_its_passphrase_and_marked(
    window: MainWindow, view: StudyView
) -> None:
    assert "Encrypted" in view.header.badges
    assert not view.header.not_encrypted.isVisible()
    for action_id in (ActionId.LOCK_STUDY, ActionId.CHANGE_PASSPHRASE):
        assert window.action(action_id).isVisible()
    assert not window.action(ActionId.ENCRYPT_STUDY).isVisible()
    (row,) = window.start_page._recent.rows
    assert row.is_encrypted
    assert row.place.endswith("(encrypted)")


def test_locking_clears_the_window_and_unlocking_goes_on_there(
    window: MainWindow, view: StudyView, sealed: Sealed, qtbot: QtBot
) -> None:
    view.go_on_coding()
    session = view.shown_session
    assert session is not None
    QGuiApplication.clipboard().setText("a score")

    window.action(ActionId.LOCK_STUDY).trigger()

    dialog = asked(window, qtbot)
    assert "is locked" in dialog.windowTitle()
    assert window.study_view is None
    assert window.start_page.isVisible()
    assert window.windowTitle() == "PracticeCoder"
    assert window._guard.clipboard.is_due
    assert not (sealed.folder / "lock").exists()
    enter(dialog, "not this one at all")
    qtbot.waitUntil(lambda: bool(dialog.line.text) and not dialog.line.is_busy)
    assert window.study_view is None
    enter(dialog, PASSPHRASE)
    again = viewed(window, qtbot)
    assert again is not view
    assert again.shown_page is ActionId.PAGE_CODING
    assert again.shown_session == session
    assert again.person is not None
    assert again.person.coder_id == ANNA
    assert not window._guard.clipboard.is_due


def test_words_that_were_typed_are_saved_before_the_lock(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.go_on_coding()
    view.coding_page.notes.field.setPlainText("typed and not yet saved")
    window.lock_study()
    enter(asked(window, qtbot), PASSPHRASE)
    again = viewed(window, qtbot)
    notes = again.coding_page.notes.table.rows_model().rows
    assert [note.text for note in notes] == ["typed and not yet saved"]


def test_idleness_and_the_lock_of_the_screen_lock_the_study(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    watched = [window._guard.idle.is_watching]
    window._guard.idle.idle.emit()
    enter(asked(window, qtbot), PASSPHRASE)
    viewed(window, qtbot)
    window._guard.screen.locked.emit()
    dialog = asked(window, qtbot)
    assert window.study_view is None
    watched.append(window._guard.idle.is_watching)
    assert watched == [True, False]
    dialog.reject()
    assert window.start_page.isVisible()


def test_a_dialog_is_closed_by_the_lock(window: MainWindow, view: StudyView, qtbot: QtBot) -> None:
    view.choose_person(LEAD)
    view.show_people()
    assert shown(QDialog, window)
    window.lock_study()
    assert shown(QDialog, window) == [asked(window, qtbot)]


def test_work_that_goes_on_is_waited_for_when_idle_and_stopped_by_sleep(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    stopped: list[bool] = []

    def work(_progress: Progress, cancelled: Cancelled) -> None:
        while not cancelled():
            pass
        stopped.append(True)

    dialog = LongWork("Made-up work", work, view, on_success=lambda _: None)
    dialog.open()
    window._guard.idle.idle.emit()
    assert window.study_view is view
    window._guard.screen.locked.emit()
    assert not view.isVisible()
    asked(window, qtbot)
    assert stopped == [True]
    assert window.study_view is None


def test_a_study_that_is_not_encrypted_is_not_locked(
    window: MainWindow, laboratory_folder: Path, qtbot: QtBot
) -> None:
    window.open_study(laboratory_folder)
    view = viewed(window, qtbot)
    assert not window._guard.is_on
    window.lock_study()
    assert window.study_view is view


def test_the_recovery_code_opens_and_a_passphrase_is_chosen_anew(
    window: MainWindow, sealed: Sealed, qtbot: QtBot
) -> None:
    window.open_study(sealed.folder)
    dialog = asked(window, qtbot)
    dialog.other_way.click()
    enter(dialog, sealed.code)
    viewed(window, qtbot)
    (change,) = shown(ChangePassphraseDialog, window)
    new = "thirteen kettles sing in copper"
    change.choice.first.line.setText(new)
    change.choice.second.line.setText(new)
    with qtbot.waitSignal(change.changed, timeout=10_000):
        change.act.click()
    window.lock_study()
    enter(asked(window, qtbot), new)
    viewed(window, qtbot)


def test_the_keyring_opens_without_asking_but_never_after_a_lock(
    window: MainWindow, sealed: Sealed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "remembered", lambda _path: PASSPHRASE)
    window.open_study(sealed.folder)
    viewed(window, qtbot)
    assert shown(PassphraseDialog, window) == []
    window.lock_study()
    assert asked(window, qtbot).isVisible()
    assert window.study_view is None


def test_a_passphrase_of_the_keyring_that_is_out_of_date_is_asked_for(
    window: MainWindow, sealed: Sealed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    forgotten: list[Path] = []
    monkeypatch.setattr(remembering, "remembered", lambda _path: "an older one, long ago")
    monkeypatch.setattr(remembering, "forget", forgotten.append)
    window.open_study(sealed.folder)
    enter(asked(window, qtbot), PASSPHRASE)
    viewed(window, qtbot)
    assert forgotten == [sealed.folder]


# Encrypting


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A study that is neither encrypted nor made up."""
    folder = tmp_path / "plain"
    create_study(folder, title="Southshire", codebook=library.find("swim7")).close()
    return folder


def test_a_study_that_is_not_encrypted_says_so_for_good_and_what_it_means(
    window: MainWindow, plain: Path, qtbot: QtBot
) -> None:
    window.open_study(plain)
    view = viewed(window, qtbot)
    badge = view.header.not_encrypted
    assert badge.isVisible()
    assert [action.objectName() for action in badge.menu().actions()] == [
        "encryption",
        "encrypt_study",
    ]
    badge.menu().actions()[0].trigger()
    box = the(QMessageBox, window)
    assert "can read this study" in box.text()
    box.close()


def test_a_study_is_encrypted_from_its_badge(
    window: MainWindow, plain: Path, qtbot: QtBot
) -> None:
    window.open_study(plain)
    view = viewed(window, qtbot)
    view.header.not_encrypted.menu().actions()[1].trigger()
    dialog = the(EncryptDialog, window)
    dialog.choice.first.line.setText(PASSPHRASE)
    dialog.choice.second.line.setText(PASSPHRASE)
    dialog.act.click()
    qtbot.waitUntil(lambda: bool(shown(RecoveryCodeDialog, window)), timeout=20_000)
    again = viewed(window, qtbot)
    assert "Encrypted" in again.header.badges
    assert is_encrypted(plain)
    (code,) = shown(RecoveryCodeDialog, window)
    secret = code.shown.text()
    code.proof.setText(secret.split("-")[-1])
    code.act.click()
    window.close()
    open_study(plain, secret=secret).close()
