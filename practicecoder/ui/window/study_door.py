"""The door of the desk: studies are opened, gone on with where they were left, and closed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from practicecoder.ui.security.guard import LeftPlace
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.opening import StudyOpening
from practicecoder.ui.start.restoring import Restoring
from practicecoder.ui.window.left_place import go_on_at
from practicecoder.ui.window.study_desk import StudyDesk
from practicecoder.ui.window.study_lock import StudyLock

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices


class StudyDoor(QObject):
    """Lets one study in at a time, after the one that is open went out without losing words."""

    told = Signal(str)

    def __init__(
        self,
        desk: StudyDesk,
        lock: StudyLock,
        opening: StudyOpening,
        restoring: Restoring,
        settings: Settings,
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._lock = lock
        self._opening = opening
        self._restoring = restoring
        self._settings = settings
        self._goes_on: Path | None = None
        self._words = ""
        opening.shows = self._shows
        opening.opened.connect(self._let_in)
        opening.restore_requested.connect(restoring.ask)
        restoring.restored.connect(self.open)
        desk.restore_requested.connect(self._restore_open)
        lock.locked.connect(self._ask_to_unlock)

    def open(self, path: Path) -> None:
        """Open a study folder in the background, and show it."""
        self._goes_on = None
        self._opening.open(path, title=self._title_of(path))

    def go_on(self, path: Path) -> None:
        """Open a study, unless it is open, and the session in which the person stopped."""
        if self._is_open(path):
            self._desk.go_on_coding()
            return
        self._opening.open(path, title=self._title_of(path))
        self._goes_on = path

    def open_again(self, path: Path, *, secret: str | None, words: str = "") -> None:
        """Open a study that was closed for a while, and tell ``words`` when it is there."""
        self._opening.open(path, secret=secret)
        self._words = words

    def close(self) -> None:
        """Close the open study; ask first if words would be lost."""
        if self._desk.may_clear(self._desk.clear):
            self._desk.clear()

    def restore(self, path: Path) -> None:
        """Offer the backups of a study; if it is open here, it is closed first."""
        if self._is_open(path):
            self._restore_open()
        else:
            self._restoring.ask(path)

    # Inside

    def _is_open(self, path: Path) -> bool:
        """Whether a study is open in this window."""
        view = self._desk.view
        return view is not None and view.services.path.resolve() == path.resolve()

    def _shows(self, path: Path) -> bool:
        """Show a study that is open here; one that is open to read only may be opened anew."""
        view = self._desk.view
        if view is None or view.services.read_only or not self._is_open(path):
            return False
        self._desk.show_page(view.shown_page)
        return True

    def _let_in(self, services: StudyServices) -> None:
        if (
            self._lock.curtain.is_drawn
        ):  # it was asked for before: nothing comes to a covered screen
            services.close()
            return
        if not self._desk.may_clear(partial(self._let_in, services), stay=services.close):
            return
        self._desk.clear()
        view = self._desk.lay(services)
        left = self._lock.guard.take_left(services.path)
        goes_on, self._goes_on = self._goes_on, None
        if left is not None:
            go_on_at(left, view)
        elif services.path == goes_on or view.was_cut_off:
            view.go_on_coding()
        view.focus_first()
        words, self._words = self._words, ""
        if words:
            self.told.emit(words)

    def _restore_open(self) -> None:
        view = self._desk.view
        if view is None:
            return
        path = view.services.path
        if self._desk.may_clear(self._restore_open):
            self._desk.clear()
            self._restoring.ask(path)

    def _ask_to_unlock(self, left: LeftPlace) -> None:
        self._goes_on = None
        self._opening.locked.ask(left.path, left.title, read_only=left.read_only, is_locked=True)

    def _title_of(self, path: Path) -> str:
        known = (study.title for study in self._settings.recent_studies if study.path == path)
        return next(known, path.name)
