from __future__ import annotations

import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practicecoder.errors import StudyInUseError, WrongPassphraseError
from practicecoder.services import remembering
from practicecoder.services.context import StudyServices
from practicecoder.ui.security.changing import (
    ChangePassphraseDialog,
    EncryptDialog,
    NewCodeDialog,
)
from practicecoder.ui.security.passphrase_dialog import OpenWith, PassphraseDialog
from practicecoder.ui.security.recovery_dialog import RecoveryCodeDialog
from practicecoder.vault.recovery_code import RecoveryCode

PASSPHRASE = "copper lantern seven otters"
CODE = RecoveryCode(bytes(range(20)))
STUDY = Path("made-up-study")


class Opened:
    """Stands for the services of a study."""

    def __init__(self) -> None:
        self.is_closed = False

    def close(self) -> None:
        self.is_closed = True


def open_with(secret: str, _on_upgrade: Callable[[], object]) -> StudyServices:
    if secret in (PASSPHRASE, str(CODE)):
        return cast("StudyServices", Opened())
    raise WrongPassphraseError


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "can_remember", lambda: False)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def asking(window: QWidget, qtbot: QtBot) -> Callable[..., PassphraseDialog]:
    def make(opener: OpenWith = open_with, *, is_locked: bool = False) -> PassphraseDialog:
        dialog = PassphraseDialog(STUDY, "Northshire", opener, window, is_locked=is_locked)
        with qtbot.waitExposed(dialog):
            dialog.open()
        return dialog

    return make


def enter(dialog: PassphraseDialog, text: str) -> None:
    dialog.field.line.selectAll()
    QTest.keyClicks(dialog.field.line, text)
    QTest.keyClick(dialog.field.line, Qt.Key.Key_Return)


def test_the_passphrase_opens_the_study_and_is_forgotten(
    asking: Callable[..., PassphraseDialog], qtbot: QtBot
) -> None:
    dialog = asking()
    assert dialog.windowTitle() == "Northshire is encrypted"
    assert not dialog.act.isEnabled()
    with qtbot.waitSignal(dialog.unlocked) as unlocked:
        enter(dialog, PASSPHRASE)
    assert isinstance(unlocked.args[0], Opened)
    assert unlocked.args[1] == ""
    assert not dialog.isVisible()
    assert dialog.field.text == ""


def test_a_wrong_passphrase_is_told_and_stays_to_be_typed_over(
    asking: Callable[..., PassphraseDialog], qtbot: QtBot
) -> None:
    dialog = asking(is_locked=True)
    assert dialog.windowTitle() == "Northshire is locked"
    enter(dialog, "copper lantern")
    qtbot.waitUntil(lambda: "does not open the study" in dialog.line.text)
    assert dialog.isVisible()
    assert dialog.field.line.hasSelectedText()
    assert dialog.field.text == "copper lantern"
    with qtbot.waitSignal(dialog.unlocked):
        enter(dialog, PASSPHRASE)


def test_the_recovery_code_opens_it_and_is_handed_on(
    asking: Callable[..., PassphraseDialog], qtbot: QtBot
) -> None:
    dialog = asking()
    dialog.other_way.click()
    assert dialog.field.line.accessibleName() == "Recovery code"
    assert dialog.sentence.text() == "Enter the recovery code to open the study."
    enter(dialog, "not it")
    qtbot.waitUntil(lambda: "not the recovery code" in dialog.line.text)
    with qtbot.waitSignal(dialog.unlocked) as unlocked:
        enter(dialog, str(CODE))
    assert unlocked.args[1] == str(CODE)


def test_trouble_of_another_kind_is_handed_on(
    asking: Callable[..., PassphraseDialog], qtbot: QtBot
) -> None:
    def in_use(_secret: str, _on_upgrade: Callable[[], object]) -> StudyServices:
        raise StudyInUseError(STUDY, "another window")

    dialog = asking(in_use)
    with qtbot.waitSignal(dialog.refused) as refused:
        enter(dialog, PASSPHRASE)
    assert isinstance(refused.args[0], StudyInUseError)
    assert refused.args[1] == PASSPHRASE
    assert not dialog.isVisible()


def test_a_study_that_opens_after_giving_up_is_closed_again(
    asking: Callable[..., PassphraseDialog], qtbot: QtBot
) -> None:
    go_on, opened = threading.Event(), Opened()

    def slow(_secret: str, _on_upgrade: Callable[[], object]) -> StudyServices:
        go_on.wait(5)
        return cast("StudyServices", opened)

    dialog = asking(slow)
    enter(dialog, PASSPHRASE)
    assert dialog.line.is_busy
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: opened.is_closed)


def test_it_is_remembered_by_choice_only(
    asking: Callable[..., PassphraseDialog], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[tuple[Path, str]] = []
    monkeypatch.setattr(remembering, "can_remember", lambda: True)
    monkeypatch.setattr(remembering, "remember", lambda path, text: kept.append((path, text)))
    dialog = asking()
    qtbot.waitUntil(dialog.remember.isVisible)
    assert not dialog.remember.isChecked()
    with qtbot.waitSignal(dialog.unlocked):
        enter(dialog, PASSPHRASE)
    assert kept == []
    again = asking()
    qtbot.waitUntil(again.remember.isVisible)
    again.remember.click()
    with qtbot.waitSignal(again.unlocked):
        enter(again, PASSPHRASE)
    assert kept == [(STUDY, PASSPHRASE)]


# The recovery code


@pytest.fixture
def shown_code(window: QWidget, tmp_path: Path, qtbot: QtBot) -> RecoveryCodeDialog:
    study = tmp_path / "study"
    study.mkdir()
    dialog = RecoveryCodeDialog(CODE, "Northshire", study, window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_the_code_is_proved_by_typing_its_last_group(
    shown_code: RecoveryCodeDialog, qtbot: QtBot
) -> None:
    assert shown_code.shown.text() == str(CODE)
    QTest.keyClick(shown_code, Qt.Key.Key_Escape)
    assert shown_code.isVisible()
    assert "Keep the code first" in shown_code.line.text
    QTest.keyClicks(shown_code.proof, str(CODE).split("-")[0])
    assert not shown_code.act.isEnabled()
    QTest.keyClicks(shown_code.proof, "777")
    assert not shown_code.act.isEnabled()
    assert "not its last group" in shown_code.line.text
    shown_code.proof.clear()
    QTest.keyClicks(shown_code.proof, str(CODE).split("-")[-1].lower())
    assert shown_code.line.text == ""
    with qtbot.waitSignal(shown_code.proved):
        QTest.keyClick(shown_code.proof, Qt.Key.Key_Return)
    assert not shown_code.isVisible()


def test_a_wrong_last_group_is_told_and_the_whole_code_is_not_mistaken_for_one(
    shown_code: RecoveryCodeDialog,
) -> None:
    last = str(CODE).split("-")[-1]
    QTest.keyClicks(shown_code.proof, last[:-1])
    assert shown_code.line.text == ""
    QTest.keyClicks(shown_code.proof, "7" if last[-1] != "7" else "8")
    assert "not its last group" in shown_code.line.text
    shown_code.proof.clear()
    assert shown_code.line.text == ""
    QTest.keyClicks(shown_code.proof, str(CODE)[:-1])
    assert shown_code.line.text == ""
    QTest.keyClicks(shown_code.proof, last[-1])
    assert shown_code.act.isEnabled()


def test_the_code_is_saved_for_its_owner_alone_and_outside_the_study(
    shown_code: RecoveryCodeDialog, tmp_path: Path
) -> None:
    inside = tmp_path / "study" / "code.txt"
    shown_code.save(inside)
    assert not inside.exists()
    assert "outside the study folder" in shown_code.line.text
    outside = tmp_path / "code.txt"
    outside.write_text("an older one")
    shown_code.save(outside)
    assert str(CODE) in outside.read_text(encoding="utf-8")
    assert stat.S_IMODE(outside.stat().st_mode) == 0o600
    assert shown_code.line.text == ""
    shown_code.save(tmp_path / "nowhere" / "code.txt")
    assert "could not be written" in shown_code.line.text


def test_what_is_printed_is_the_code_and_what_it_is_for(shown_code: RecoveryCodeDialog) -> None:
    sheet = shown_code.sheet()
    text = sheet.toPlainText()
    assert str(CODE) in text
    assert "Northshire" in text
    code = sheet.findBlockByNumber(1)
    assert code.text() == str(CODE)
    font = code.begin().fragment().charFormat().font()
    assert font.pointSize() >= 16  # a key that is typed years later, by somebody else


def test_a_lock_closes_the_code_unproved(shown_code: RecoveryCodeDialog) -> None:
    shown_code.drop()
    assert not shown_code.isVisible()


# Changing


def test_a_passphrase_is_changed_with_the_present_one(window: QWidget, qtbot: QtBot) -> None:
    changed: list[tuple[str, str]] = []

    def change(secret: str, new: str) -> None:
        if secret != PASSPHRASE:
            raise WrongPassphraseError
        changed.append((secret, new))

    dialog = ChangePassphraseDialog(change, window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    new = "thirteen copper kettles sing"
    QTest.keyClicks(dialog.present.line, "wrong")
    QTest.keyClicks(dialog.choice.first.line, new)
    assert not dialog.act.isEnabled()
    QTest.keyClicks(dialog.choice.second.line, new)
    dialog.act.click()
    qtbot.waitUntil(lambda: "does not open" in dialog.line.text)
    assert dialog.choice.passphrase == new  # nothing has to be typed twice
    dialog.present.line.selectAll()
    QTest.keyClicks(dialog.present.line, PASSPHRASE)
    with qtbot.waitSignal(dialog.changed):
        dialog.act.click()
    assert changed == [(PASSPHRASE, new)]
    assert dialog.choice.passphrase == ""


def test_whoever_used_the_code_chooses_a_passphrase_without_the_old_one(
    window: QWidget, qtbot: QtBot
) -> None:
    changed: list[tuple[str, str]] = []
    dialog = ChangePassphraseDialog(
        lambda secret, new: changed.append((secret, new)), window, secret=str(CODE)
    )
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert not dialog.present.isVisible()
    QTest.keyClicks(dialog.choice.first.line, PASSPHRASE)
    QTest.keyClicks(dialog.choice.second.line, PASSPHRASE)
    with qtbot.waitSignal(dialog.changed):
        dialog.act.click()
    assert changed == [(str(CODE), PASSPHRASE)]


def test_a_new_code_takes_the_present_passphrase(window: QWidget, qtbot: QtBot) -> None:
    dialog = NewCodeDialog(lambda _secret: CODE, window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert not dialog.act.isEnabled()
    QTest.keyClicks(dialog.present.line, PASSPHRASE)
    with qtbot.waitSignal(dialog.made) as made:
        dialog.act.click()
    assert made.args == [CODE]


def test_encrypting_takes_a_passphrase_twice(window: QWidget, qtbot: QtBot) -> None:
    dialog = EncryptDialog("Northshire", window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    QTest.keyClicks(dialog.choice.first.line, PASSPHRASE)
    assert not dialog.act.isEnabled()
    QTest.keyClicks(dialog.choice.second.line, PASSPHRASE)
    with qtbot.waitSignal(dialog.wanted) as wanted:
        dialog.act.click()
    assert wanted.args == [PASSPHRASE]
    assert dialog.choice.passphrase == ""


# The keyring


class Keyring:
    """A keyring that holds what it is given."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, user: str) -> str | None:
        return self.held.get((service, user))

    def set_password(self, service: str, user: str, password: str) -> None:
        self.held[service, user] = password

    def delete_password(self, service: str, user: str) -> None:
        del self.held[service, user]


def test_the_keyring_keeps_tells_and_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Keyring()
    for act in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(f"keyring.{act}", getattr(ring, act))
    assert remembering.remembered(STUDY) is None
    assert remembering.remember(STUDY, PASSPHRASE)
    assert remembering.remembered(STUDY) == PASSPHRASE
    assert remembering.remembered(Path("another")) is None
    remembering.forget(STUDY)
    remembering.forget(STUDY)
    assert ring.held == {}


def test_a_keyring_that_fails_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("locked")

    for act in ("get_password", "set_password", "delete_password"):
        monkeypatch.setattr(f"keyring.{act}", fail)
    assert remembering.remembered(STUDY) is None
    assert not remembering.remember(STUDY, PASSPHRASE)
    remembering.forget(STUDY)


def test_a_study_that_is_upgraded_says_so_while_it_is_opened(
    asking: Callable[..., PassphraseDialog], qtbot: QtBot
) -> None:
    goes_on = threading.Event()

    def upgrades(secret: str, on_upgrade: Callable[[], object]) -> StudyServices:
        on_upgrade()
        goes_on.wait(10)
        return open_with(secret, on_upgrade)

    dialog = asking(upgrades)
    with qtbot.waitSignal(dialog.unlocked):
        enter(dialog, PASSPHRASE)
        qtbot.waitUntil(lambda: "upgraded" in dialog.line.text)
        goes_on.set()
