"""The lock of an encrypted study: closes it, or covers the window where words would be lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from practicecoder.ui.security.curtain import Curtain
from practicecoder.ui.security.guard import StudyGuard
from practicecoder.ui.window.left_place import place_in
from practicecoder.ui.window.study_desk import StudyDesk

if TYPE_CHECKING:
    from practicecoder.ui.study_view import StudyView


class StudyLock(QObject):
    """Guards the encrypted study on a desk from its opening until it is cleared away."""

    locked = Signal(object)
    """LeftPlace of a study that was closed until its passphrase is entered."""

    def __init__(self, desk: StudyDesk, guard: StudyGuard, curtain: Curtain) -> None:
        super().__init__(desk)
        self._desk = desk
        self.guard = guard
        self.curtain = curtain
        self._proves: Callable[[str], bool] | None = None
        guard.lock_wanted.connect(self.lock)
        curtain.closing_wanted.connect(self.lock)
        curtain.lifted.connect(guard.note_uncovered)
        desk.opened.connect(self._begin)
        desk.cleared.connect(self._end)
        desk.writing_changed.connect(self._note_writing)

    def lock(self) -> None:
        """Close an encrypted study until its passphrase is entered; all that was typed is saved.

        It stays open behind the curtain while the disk refuses what was typed, or words stand in
        a dialog.
        """
        view = self._desk.view
        if view is None or not view.is_encrypted:
            return
        if self._keeps_words(view):
            self._cover(view)
            return
        left = place_in(view)
        if self.curtain.is_in_use or self.curtain.guards_work():
            return
        self._desk.show_start()
        self.curtain.drop()
        if not self.guard.clear_screen():
            return  # it is asked for again as soon as the work that goes on has stopped
        self._desk.window().repaint()  # what was on the screen goes before the study is put away
        self._desk.clear()
        self.guard.note_locked(left)
        self.locked.emit(left)

    def refuses_to_close(self) -> bool:
        """Whether the window has to stay covered, as words would be lost; if so, it is said."""
        view = self._desk.view
        refuses = self.curtain.is_drawn and view is not None and self._keeps_words(view)
        if refuses:
            self.curtain.refuse_to_close()
        return refuses

    # Inside

    def _begin(self, view: StudyView) -> None:
        if view.is_encrypted:
            from practicecoder.services.study_keys import OpenStudyProof

            self.guard.begin()
            self._proves = OpenStudyProof(view.services.context)

    def _end(self) -> None:
        self.guard.end()
        self._proves = None
        self.curtain.drop()

    def _note_writing(self, works: bool) -> None:
        if works and self.curtain.is_drawn:  # what it guarded is saved
            QTimer.singleShot(0, self, self.lock)

    def _keeps_words(self, view: StudyView) -> bool:
        """Whether words would be lost by closing the study."""
        return not view.flush() or self.curtain.guards_typed_text()

    def _cover(self, view: StudyView) -> None:
        if self._proves is None or self.curtain.is_drawn:
            return
        words = (
            self.tr("What was typed last could not be saved yet. It comes back when you unlock.")
            if not view.flush()
            else self.tr("What was typed in a dialog comes back when you unlock.")
        )
        self.curtain.draw(words, self._proves)
        self.guard.note_covered()
