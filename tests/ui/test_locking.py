from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.errors import StoreFailedError
from practicecoder.services import remembering, study_keys
from practicecoder.services.studies import create_study, is_encrypted, open_study
from practicecoder.services.study_keys import encrypt_study
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.dock import PanelDock
from practicecoder.ui.consensus.dialogs import ReopenDialog
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.security.changing import ChangePassphraseDialog, EncryptDialog
from practicecoder.ui.security.curtain_page import CurtainPage
from practicecoder.ui.security.passphrase_dialog import PassphraseDialog
from practicecoder.ui.security.recovery_dialog import RecoveryCodeDialog
from practicecoder.ui.settings import Settings
from practicecoder.ui.study_view import StudyView
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress
from practicecoder.vault.slots import Slot
from practicecoder.vault.study_key import StudyKey
from tests.builders import ANNA, LEAD
from tests.ui.finding import the, the_button

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


class Painted(QObject):
    """Counts how often a widget was painted."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt
        self.times += event.type() is QEvent.Type.Paint
        return False


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


def test_what_was_on_the_screen_goes_before_the_study_is_put_away(
    window: MainWindow, view: StudyView, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = Painted(window.start_page)
    window.start_page.installEventFilter(painted)
    before_closing: list[int] = []
    close = view.close_study

    def noted() -> None:
        before_closing.append(painted.times)
        close()

    monkeypatch.setattr(view, "close_study", noted)
    window.action(ActionId.LOCK_STUDY).trigger()
    (times,) = before_closing
    assert times > 0


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
    assert window.lock.guard.clipboard.is_due
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
    assert not window.lock.guard.clipboard.is_due


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
    watched = [window.lock.guard.idle.is_watching]
    window.lock.guard.idle.idle.emit()
    enter(asked(window, qtbot), PASSPHRASE)
    viewed(window, qtbot)
    window.lock.guard.screen.locked.emit()
    dialog = asked(window, qtbot)
    assert window.study_view is None
    watched.append(window.lock.guard.idle.is_watching)
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
    window.lock.guard.idle.idle.emit()
    assert window.study_view is view
    window.lock.guard.screen.locked.emit()
    assert not view.isVisible()
    asked(window, qtbot)
    assert stopped == [True]
    assert window.study_view is None


def test_a_study_that_is_not_encrypted_is_not_locked(
    window: MainWindow, laboratory_folder: Path, qtbot: QtBot
) -> None:
    window.open_study(laboratory_folder)
    view = viewed(window, qtbot)
    assert not window.lock.guard.is_on
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


# Going on


def test_an_open_meeting_comes_back_after_the_lock(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.choose_person(LEAD)
    code = view.services.consensus.meetings(LEAD)[0].blind_code
    view.open_meeting(code)
    assert view.shown_meeting == code
    window.lock_study()
    enter(asked(window, qtbot), PASSPHRASE)
    again = viewed(window, qtbot)
    assert again.shown_page is ActionId.PAGE_CONSENSUS
    assert again.shown_meeting == code


def begin_to_encrypt(window: MainWindow, plain: Path, qtbot: QtBot) -> StudyView:
    window.open_study(plain)
    view = viewed(window, qtbot)
    view.show_page(ActionId.PAGE_CODEBOOKS)
    window.encrypting.begin(plain, "Southshire", PASSPHRASE)
    assert window.study_view is None
    return view


def test_a_study_that_could_not_be_encrypted_opens_again_and_says_why(
    window: MainWindow, plain: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object, **_named: object) -> None:
        raise StoreFailedError("no room")

    monkeypatch.setattr(study_keys, "encrypt_study", fails)
    view = begin_to_encrypt(window, plain, qtbot)
    again = viewed(window, qtbot)
    assert again is not view
    assert not again.is_encrypted
    assert again.shown_page is ActionId.PAGE_CODEBOOKS
    (told,) = shown(MessageDialog, window)
    told.close()


def test_a_study_whose_encryption_is_cancelled_opens_again(
    window: MainWindow, plain: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waits(*_arguments: object, cancelled: Cancelled, **_named: object) -> None:
        while not cancelled():
            pass
        raise CancelledError

    monkeypatch.setattr(study_keys, "encrypt_study", waits)
    begin_to_encrypt(window, plain, qtbot)
    the(LongWork, window).cancel()
    again = viewed(window, qtbot)
    assert not again.is_encrypted
    assert "cancelled" in window.statusBar().currentMessage()


# The curtain


WORDS = "words that the disk refuses"


def set_room(view: StudyView, pages: int) -> None:
    writer = view.services.context.store._database.writer
    assert writer is not None
    with writer.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}").fetchall()


@pytest.fixture
def unsaved(view: StudyView) -> Iterator[StudyView]:
    """The study on a full disk; a note was typed that cannot be saved."""
    view.go_on_coding()
    set_room(view, (view.services.path / "study.db").stat().st_size // 4096)
    field = view.coding_page.notes.field
    field.setPlainText(WORDS + "." * 20_000)
    view.activateWindow()
    field.setFocus()
    QApplication.processEvents()
    assert field.hasFocus()
    yield view
    if view.services.storing.trouble is not None:
        make_room(view)


def make_room(view: StudyView) -> None:
    set_room(view, 1_000_000)
    view.services.storing.try_again()


def page_of(window: MainWindow) -> CurtainPage:
    return the(CurtainPage, window)


def is_covered(window: MainWindow) -> bool:
    return window.lock.curtain.is_drawn


def unlock(window: MainWindow, secret: str, qtbot: QtBot) -> None:
    page = page_of(window)
    page.field.line.selectAll()
    qtbot.keyClicks(page.field.line, secret)
    qtbot.keyClick(page.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.line.is_busy, timeout=10_000)


def seen(window: MainWindow) -> list[str]:
    """Every word that is on the screen, in whatever window."""
    words = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            if widget.isVisible():
                read = getattr(widget, "text", None) or getattr(widget, "toPlainText", None)
                told = read() if callable(read) else ""
                words += [told] if isinstance(told, str) else []
                words.append(widget.accessibleName())
    return [word for word in words if word]


@pytest.mark.parametrize("how", ["by hand", "screen"])
def test_words_that_the_disk_refuses_stay_behind_a_curtain(
    window: MainWindow, unsaved: StudyView, how: str, qtbot: QtBot
) -> None:
    title = unsaved.services.study.title
    before = window.windowTitle()
    field = unsaved.coding_page.notes.field
    session = unsaved.shown_session
    guard = window.lock.guard
    QGuiApplication.clipboard().setText("a score")
    ways = {
        "by hand": window.action(ActionId.LOCK_STUDY).trigger,
        "screen": guard.screen.locked.emit,
    }

    ways[how]()

    assert is_covered(window)
    assert window.study_view is unsaved
    assert guard.clipboard.is_due
    assert window.windowTitle() == "PracticeCoder"
    assert not unsaved.isVisible()
    assert not unsaved.isVisible()
    assert not window.menuBar().isVisible()
    shown_words = " ".join(seen(window))
    for secret in (title, WORDS, str(session), "Notes"):
        assert secret not in shown_words
    unlock(window, "not this one at all", qtbot)
    assert is_covered(window)
    assert page_of(window).line.text
    unlock(window, PASSPHRASE, qtbot)
    assert not is_covered(window)
    assert window.windowTitle() == before
    assert window.study_view is unsaved
    assert unsaved.shown_session == session
    assert field.isVisible()
    assert field.hasFocus()
    assert field.toPlainText().startswith(WORDS)
    assert window.menuBar().isVisible()
    assert not guard.clipboard.is_due


def test_the_recovery_code_lifts_the_curtain(
    window: MainWindow, unsaved: StudyView, sealed: Sealed, qtbot: QtBot
) -> None:
    window.lock_study()
    unlock(window, sealed.code, qtbot)
    assert not is_covered(window)


def test_the_curtain_is_lifted_while_the_disk_is_away(
    window: MainWindow, unsaved: StudyView, sealed: Sealed, qtbot: QtBot
) -> None:
    window.lock_study()
    (sealed.folder / "keys.json").rename(sealed.folder / "away")
    unlock(window, "not this one at all", qtbot)
    assert is_covered(window)
    unlock(window, PASSPHRASE, qtbot)
    assert not is_covered(window)


def test_keys_that_were_put_in_place_of_the_own_lift_nothing(
    window: MainWindow, unsaved: StudyView, sealed: Sealed, tmp_path: Path, qtbot: QtBot
) -> None:
    foreign = tmp_path / "foreign"
    other = "eleven grey herons waiting"
    create_study(foreign, title="Other", codebook=library.find("swim7"), passphrase=other).close()
    window.lock_study()
    shutil.copy(foreign / "keys.json", sealed.folder / "keys.json")
    unlock(window, other, qtbot)
    assert is_covered(window)


def test_nothing_is_done_by_key_behind_the_curtain(
    window: MainWindow, unsaved: StudyView, qtbot: QtBot
) -> None:
    window.lock_study()
    line = page_of(window).field.line
    reached: list[str] = []
    for action_id in (ActionId.PAGE_SESSIONS, ActionId.PALETTE, ActionId.SHORTCUTS):
        action = window.action(action_id)
        action.triggered.connect(lambda _checked, which=action_id: reached.append(which.value))
        (key, *_) = action.shortcuts()
        QTest.keySequence(line, key)
    assert reached == []
    assert is_covered(window)


def test_the_window_stays_while_the_curtain_guards_words(
    window: MainWindow, unsaved: StudyView
) -> None:
    window.lock_study()
    assert not window.close()
    assert window.isVisible()
    assert "Unlock first" in page_of(window).line.text
    assert shown(QDialog, window) == []


def test_a_study_behind_the_curtain_is_closed_once_its_words_are_saved(
    window: MainWindow, unsaved: StudyView, qtbot: QtBot
) -> None:
    window.lock_study()
    make_room(unsaved)
    dialog = asked(window, qtbot)
    assert window.study_view is None
    assert not is_covered(window)
    enter(dialog, PASSPHRASE)
    again = viewed(window, qtbot)
    notes = again.coding_page.notes.table.rows_model().rows
    assert [note.text.rstrip(".") for note in notes] == [WORDS]


def test_a_study_is_not_closed_under_a_person_who_is_unlocking(
    window: MainWindow, unsaved: StudyView, qtbot: QtBot
) -> None:
    window.lock_study()
    qtbot.keyClicks(page_of(window).field.line, PASSPHRASE[:6])
    make_room(unsaved)
    window.lock.curtain.closing_wanted.emit()
    assert window.study_view is unsaved
    page_of(window).field.clear()
    window.lock.curtain.closing_wanted.emit()
    assert window.study_view is None


def test_what_comes_while_the_curtain_is_drawn_waits_behind_it(
    window: MainWindow, unsaved: StudyView, qtbot: QtBot
) -> None:
    window.lock_study()
    late = MessageDialog("Session S-7Q4K2 could not be read.", window, title="Trouble")
    late.open()
    over = MessageDialog("Another one.", window, title="Trouble")
    over.open()
    qtbot.waitUntil(lambda: shown(MessageDialog, window) == [])
    over.accept()
    unlock(window, PASSPHRASE, qtbot)
    assert shown(MessageDialog, window) == [late]
    late.close()


def test_a_panel_that_floats_goes_behind_the_curtain_and_comes_back(
    window: MainWindow, unsaved: StudyView, qtbot: QtBot
) -> None:
    dock = next(d for d in unsaved.findChildren(PanelDock) if d.is_open)
    dock.float_or_dock()
    window.lock_study()
    assert not dock.isVisible()
    unlock(window, PASSPHRASE, qtbot)
    QApplication.processEvents()
    assert dock.isVisible()
    assert dock.isFloating()
    assert not dock.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def test_a_file_dialog_is_given_up_by_the_curtain(
    window: MainWindow, unsaved: StudyView, qtbot: QtBot
) -> None:
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    window.lock_study()
    assert dialog.result() == QDialog.DialogCode.Rejected
    unlock(window, PASSPHRASE, qtbot)
    assert not dialog.isVisible()


def test_words_in_a_dialog_come_back_with_it(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    view.choose_person(LEAD)
    dialog = ReopenDialog("S-7Q4K2", view)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    field = the(QPlainTextEdit, dialog)
    field.setFocus()
    qtbot.keyClicks(field, "a slip of the pen")

    window.lock.guard.idle.idle.emit()

    assert is_covered(window)
    assert not dialog.isVisible()
    assert "S-7Q4K2" not in " ".join(seen(window))
    unlock(window, PASSPHRASE, qtbot)
    assert dialog.isVisible()
    assert dialog.isModal()
    assert field.toPlainText() == "a slip of the pen"
    assert field.hasFocus()
    dialog.reject()
    window.lock_study()
    asked(window, qtbot)
    assert window.study_view is None


def test_a_passphrase_that_was_typed_is_not_kept_by_the_lock(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    window.action(ActionId.CHANGE_PASSPHRASE).trigger()
    dialog = the(ChangePassphraseDialog, window)
    qtbot.keyClicks(dialog.present.line, PASSPHRASE)
    window.lock_study()
    asked(window, qtbot)
    assert window.study_view is None


def test_a_passphrase_that_is_changed_in_the_window_is_on_record(
    window: MainWindow, view: StudyView, qtbot: QtBot
) -> None:
    window.action(ActionId.CHANGE_PASSPHRASE).trigger()
    dialog = the(ChangePassphraseDialog, window)
    dialog.present.line.setText(PASSPHRASE)
    for field in (dialog.choice.first, dialog.choice.second):
        field.line.setText("thirteen kettles sing in copper")
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        dialog.act.click()

    entry = view.services.people.rights_history()[-1]
    assert (entry.actor, entry.item, entry.new) == (ANNA, "passphrase:L1", "changed")


def test_who_opened_a_study_last_here_is_tried_first(
    window: MainWindow,
    view: StudyView,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = "thirteen kettles sing in copper"
    view.services.passphrases.add(PASSPHRASE, "C1", own, actor=LEAD)
    tried: list[str] = []
    opened = Slot.opened

    def count(slot: Slot, secret: bytes) -> StudyKey | None:
        if slot.label:
            tried.append(slot.label)
        return opened(slot, secret)

    monkeypatch.setattr(Slot, "opened", count)
    for expected in (["L1", "C1"], ["C1"]):
        tried.clear()
        window.lock_study()
        enter(asked(window, qtbot), own)
        viewed(window, qtbot)
        assert tried == expected


# Two windows


def test_a_study_that_is_open_elsewhere_is_read_after_a_lock_too(
    window: MainWindow, sealed: Sealed, qtbot: QtBot
) -> None:
    with closing(open_study(sealed.folder, secret=PASSPHRASE)):
        window.open_study(sealed.folder)
        enter(asked(window, qtbot), PASSPHRASE)
        qtbot.waitUntil(lambda: bool(shown(QMessageBox, window)), timeout=10_000)
        the_button("Open to read only", shown(QMessageBox, window)[0]).click()
        view = viewed(window, qtbot)
        assert view.services.read_only
        assert view.is_encrypted
        assert window.action(ActionId.LOCK_STUDY).isVisible()
        assert not window.action(ActionId.CHANGE_PASSPHRASE).isVisible()
        window.lock_study()
        enter(asked(window, qtbot), PASSPHRASE)
        assert viewed(window, qtbot).services.read_only
        window.action(ActionId.CLOSE_STUDY).trigger()
