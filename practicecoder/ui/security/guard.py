"""Locks an encrypted study when nobody is there, and knows where to go on afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from practicecoder.domain.ids import BlindCode
from practicecoder.ui.actions import ActionId
from practicecoder.ui.player import anything_plays
from practicecoder.ui.security.clipboard import ClipboardClearing
from practicecoder.ui.security.idle import IdleWatch
from practicecoder.ui.security.recovery_dialog import RecoveryCodeDialog
from practicecoder.ui.security.screen_lock import ScreenLock
from practicecoder.ui.settings import Settings
from practicecoder.ui.widgets.long_work import LongWork

ASK_AGAIN_MS = 200
"""How soon it is tried again while work that was cancelled comes to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftPlace:
    """What was on the screen when a study was left, to go on there.

    ``session`` and ``meeting`` are None without an open coding or meeting.
    """

    path: Path
    title: str
    read_only: bool
    page: ActionId
    session: BlindCode | None
    meeting: BlindCode | None


class StudyGuard(QObject):
    """Watches while an encrypted study is open, and asks the window to lock it."""

    lock_wanted = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._left: LeftPlace | None = None
        self._is_on = False
        self.idle = IdleWatch(self, is_active=anything_plays)
        self.screen = ScreenLock(self)
        self.clipboard = ClipboardClearing(self)
        self.idle.idle.connect(self._note_idle)
        self.idle.slept.connect(self._ask)
        self.screen.locked.connect(self._ask)
        settings.lock_changed.connect(self._take_preference)

    @property
    def is_on(self) -> bool:
        """Whether a study is guarded."""
        return self._is_on

    def begin(self) -> None:
        """Guard the study that was opened."""
        self._is_on = True
        self.clipboard.keep()
        self.screen.listen()
        self._take_preference()

    def end(self) -> None:
        """Guard nothing: there is no study, or one that is not encrypted."""
        self._is_on = False
        self.idle.stop()

    def clear_screen(self) -> bool:
        """Close every other window; False while work has to come to its end first."""
        works = False
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        for window in QApplication.topLevelWidgets():
            if window is self._window or not window.isVisible():
                continue
            if isinstance(window, LongWork):
                window.cancel()
                works = True
            elif isinstance(window, RecoveryCodeDialog):
                window.drop()
            elif isinstance(window, QDialog):
                window.reject()
                window.hide()  # also one that would have asked something first
        if works:
            QTimer.singleShot(ASK_AGAIN_MS, self, self._ask)
        return not works

    def note_locked(self, left: LeftPlace) -> None:
        """Remember where to go on; what was copied leaves the clipboard."""
        self.keep_place(left)
        self.end()
        self.clipboard.begin()

    def keep_place(self, left: LeftPlace) -> None:
        """Remember where to go on when the study is opened again."""
        self._left = left

    def note_covered(self) -> None:
        """What was copied leaves the clipboard, though the study stays open."""
        self.clipboard.begin()

    def note_uncovered(self) -> None:
        """The person is back; the time without acts begins anew."""
        self.clipboard.keep()
        self.idle.note_act()

    def take_left(self, path: Path) -> LeftPlace | None:
        """Where to go on in a study, if it was locked; asked once."""
        left, self._left = self._left, None
        return left if left is not None and left.path == path else None

    def _take_preference(self) -> None:
        if self._is_on:
            minutes = self._settings.lock_after_min
            self.idle.watch(minutes if minutes > 0 else None)

    def _note_idle(self) -> None:
        """Lock, unless work goes on that somebody waits for; then it is looked again soon."""
        if any(isinstance(w, LongWork) and w.isVisible() for w in _windows()):
            self.idle.tell_again()
        else:
            self._ask()

    def _ask(self) -> None:
        if self._is_on:
            self.lock_wanted.emit()


def _windows() -> list[QWidget]:
    return QApplication.topLevelWidgets()
