"""Protection of the open study: encrypted while it is closed; passphrase and code changed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from practicecoder.domain.ids import CoderId
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.security.guard import StudyGuard
from practicecoder.ui.security.protection import ProtectionActs
from practicecoder.ui.window.left_place import place_in
from practicecoder.ui.window.study_desk import StudyDesk
from practicecoder.ui.window.study_door import StudyDoor
from practicecoder.vault.recovery_code import RecoveryCode

if TYPE_CHECKING:
    from practicecoder.ui.study_view import StudyView


class Encrypting(QObject):
    """Takes the study off the desk while all of it is encrypted, and brings it back."""

    code_made = Signal(object, str, object)
    """A new recovery code to be shown once, with the study's title and folder."""
    told = Signal(str)

    def __init__(
        self, desk: StudyDesk, door: StudyDoor, guard: StudyGuard, acts: ProtectionActs
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._door = door
        self._guard = guard
        self._acts = acts
        acts.encryption_wanted.connect(self.begin)
        acts.encrypted.connect(self._bring_back)
        acts.not_encrypted.connect(self._bring_back_as_it_was)
        acts.code_made.connect(self.code_made)
        acts.told.connect(self.told)

    def explain(self) -> None:
        """Say what it means that a study is not encrypted."""
        self._acts.explain()

    def ask(self) -> None:
        """Ask for the passphrase with which the open study is to be encrypted."""
        view = self._desk.view
        if view is not None and not view.is_encrypted:
            self._acts.ask_to_encrypt(view.services.path, view.services.study.title)

    def begin(self, path: Path, title: str, passphrase: str) -> None:
        """Close the study, as encrypting takes all of it, and open it again afterwards."""
        if self._desk.may_clear(partial(self.begin, path, title, passphrase)):
            view = self._desk.view
            if view is not None:
                self._guard.keep_place(place_in(view))
            actor = None if view is None else _who(view)
            self._desk.clear()
            self._acts.encrypt(path, title, passphrase, actor)

    def change_passphrase(self) -> None:
        """Ask for a passphrase in place of the present one."""
        view = self._desk.view
        if view is not None and view.is_encrypted:
            self._acts.ask_for_passphrase(view.services, _who(view))

    def make_recovery_code(self) -> None:
        """Make a recovery code in place of the present one."""
        view = self._desk.view
        if view is not None and view.is_encrypted:
            self._acts.ask_for_code(view.services, _who(view))

    # Inside

    def _bring_back(
        self, path: Path, title: str, passphrase: str, code: RecoveryCode | None
    ) -> None:
        self._door.open_again(path, secret=passphrase)
        if code is not None:
            self.code_made.emit(code, title, path)

    def _bring_back_as_it_was(
        self, path: Path, _title: str, passphrase: str, error: Exception | None
    ) -> None:
        """Open a study again that could not be encrypted, and say why."""
        from practicecoder.services.studies import is_encrypted

        secret = passphrase if is_encrypted(path) else None
        if error is not None:
            self._door.open_again(path, secret=secret)
            tell_bug(self._desk.window(), error)
        else:
            words = self.tr("Encrypting was cancelled. The study is as it was.")
            self._door.open_again(path, secret=secret, words=words)


def _who(view: StudyView) -> CoderId | None:
    """Who works in a study, for its record."""
    return None if view.person is None else view.person.coder_id
