"""The window: puts together its desk, menus, navigation and status line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from practicecoder.ui.actions import ActionId
from practicecoder.ui.keys.in_force import apply_saved_keys
from practicecoder.ui.security.curtain import Curtain
from practicecoder.ui.security.guard import StudyGuard
from practicecoder.ui.security.protection import ProtectionActs
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.opening import StudyOpening
from practicecoder.ui.start.page import StartPage
from practicecoder.ui.start.restoring import Restoring
from practicecoder.ui.window.actions import SCHEMES, WindowActions
from practicecoder.ui.window.dialogs import WindowDialogs
from practicecoder.ui.window.encrypting import Encrypting
from practicecoder.ui.window.looks import WindowLooks
from practicecoder.ui.window.menus import Menus
from practicecoder.ui.window.page_rail import PageRail
from practicecoder.ui.window.pages import STUDY_PAGES
from practicecoder.ui.window.status_line import StatusLine
from practicecoder.ui.window.study_desk import StudyDesk
from practicecoder.ui.window.study_door import StudyDoor
from practicecoder.ui.window.study_lock import StudyLock

if TYPE_CHECKING:
    from practicecoder.ui.study_view import StudyView

WINDOW_STATE = "main"
FIRST_SIZE = (1366, 768)
FRAME_PX = 40
"""Height that the system's title bar and frame take of the screen at most, as a rule."""
SMALLEST_SIZE = (960, 600)
"""In pixels; a smaller screen makes both smaller."""


class MainWindow(QMainWindow):
    """Shows the start page until a study is open, and its pages afterwards."""

    def __init__(self, settings: Settings, *, demonstration_folder: Path | None = None) -> None:
        super().__init__()
        self._settings = settings
        apply_saved_keys(settings)
        self.setWindowTitle("PracticeCoder")
        self.setAccessibleName("PracticeCoder")
        self._opening = StudyOpening(self, demonstration_folder, settings=settings)
        self.desk = StudyDesk(settings, self)
        self.lock = StudyLock(self.desk, StudyGuard(self, settings), Curtain(self))
        self._door = StudyDoor(self.desk, self.lock, self._opening, Restoring(self), settings)
        self.encrypting = Encrypting(self.desk, self._door, self.lock.guard, ProtectionActs(self))
        self._looks = WindowLooks(settings, self)
        self._dialogs = WindowDialogs(self, settings)
        self.status = StatusLine(self)
        self._actions = WindowActions(self._acts(), self)
        self.rail = PageRail(self._actions, self)
        self._menus = Menus(self.menuBar(), self._actions)
        self._lay_out()
        self._connect_start()
        self._connect_desk()
        self._connect_rest()
        self._restore()
        self._show_scheme()
        self._show_what_may()

    @property
    def study_view(self) -> StudyView | None:
        """The open study; None on the start page before one is open."""
        return self.desk.view

    @property
    def start_page(self) -> StartPage:
        """The start page."""
        return self.desk.start

    def action(self, action_id: ActionId) -> QAction:
        """Action of the window."""
        return self._actions[action_id]

    def open_study(self, path: Path) -> None:
        """Open a study folder in the background, and show it."""
        self._door.open(path)

    def lock_study(self) -> None:
        """Close an encrypted study until its passphrase is entered."""
        self.lock.lock()

    # Putting together

    def _acts(self) -> dict[ActionId, Callable[[], object]]:
        """What each action does."""
        acts: dict[ActionId, Callable[[], object]] = {
            ActionId.OPEN_STUDY: self._opening.choose,
            ActionId.NEW_STUDY: self._opening.ask_for_new,
            ActionId.DEMONSTRATION: self._opening.open_demonstration,
            ActionId.CLOSE_STUDY: self._door.close,
            ActionId.LOCK_STUDY: self.lock.lock,
            ActionId.ENCRYPT_STUDY: self.encrypting.ask,
            ActionId.CHANGE_PASSPHRASE: self.encrypting.change_passphrase,
            ActionId.NEW_RECOVERY_CODE: self.encrypting.make_recovery_code,
            ActionId.ENCRYPTION: self.encrypting.explain,
            ActionId.PEOPLE: self.desk.show_people,
            ActionId.EXPORT: self.desk.ask_for_reports,
            ActionId.EXPORT_REGISTER: self.desk.show_export_register,
            ActionId.QUIT: self.close,
            ActionId.PAGE_START: self.desk.show_start,
            ActionId.FULL_SCREEN: self._toggle_full_screen,
            ActionId.LARGER_TEXT: partial(self._looks.change_text_size, 1),
            ActionId.SMALLER_TEXT: partial(self._looks.change_text_size, -1),
            ActionId.NORMAL_TEXT: partial(self._looks.change_text_size, 0),
            ActionId.FIND: self.desk.go_to_filter,
            ActionId.PREFERENCES: self._dialogs.show_preferences,
            ActionId.PALETTE: self._dialogs.show_palette,
            ActionId.SHORTCUTS: self._dialogs.show_shortcuts,
            ActionId.ABOUT: self._dialogs.show_about,
        }
        for page in STUDY_PAGES:
            acts[page] = partial(self.desk.show_page, page)
        for scheme_id, scheme in SCHEMES.items():
            acts[scheme_id] = partial(self._looks.change_scheme, scheme)
        return acts

    def _lay_out(self) -> None:
        centre = QWidget(self)
        layout = QHBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(self.desk, 1)
        self.lock.curtain.hang(centre)
        self.setStatusBar(self.status)

    def _connect_start(self) -> None:
        start, opening = self.desk.start, self._opening
        start.open_requested.connect(self._door.open)
        start.continue_requested.connect(self._door.go_on)
        start.restore_requested.connect(self._door.restore)
        start.choose_requested.connect(opening.choose)
        start.new_requested.connect(opening.ask_for_new)
        start.archive_requested.connect(opening.ask_for_archive)
        start.packet_requested.connect(opening.packets.choose)
        start.demonstration_requested.connect(opening.open_demonstration)
        start.shortcuts_requested.connect(self._dialogs.show_shortcuts)
        opening.busy_changed.connect(start.set_busy)

    def _connect_desk(self) -> None:
        desk = self.desk
        desk.titled.connect(self.setWindowTitle)
        desk.rights_changed.connect(self._show_what_may)
        desk.page_shown.connect(self._show_page_shown)
        desk.opened.connect(self._offer_protection)
        desk.saved.connect(self.status.show_saved)
        desk.writing_changed.connect(self.status.show_writing)
        desk.cleared.connect(self.status.forget_saved)

    def _connect_rest(self) -> None:
        for telling in (self.desk, self._door, self._opening, self.encrypting, self._looks):
            telling.told.connect(self.status.tell)
        self.encrypting.code_made.connect(self._opening.show_recovery_code)
        self._looks.dressed.connect(self._show_scheme)

    def _restore(self) -> None:
        room = self.screen().availableSize()
        self.setMinimumSize(
            min(SMALLEST_SIZE[0], room.width()), min(SMALLEST_SIZE[1], room.height())
        )
        if not self.restoreGeometry(self._settings.window_state(WINDOW_STATE)):
            self.resize(
                QSize(*FIRST_SIZE).boundedTo(QSize(room.width(), room.height() - FRAME_PX))
            )

    # Showing

    def _show_what_may(self) -> None:
        self._actions.show_what_may(self.desk.view)

    def _show_page_shown(self, action_id: ActionId) -> None:
        self._actions.show_page(action_id)
        self._menus.show_page_actions(self.desk.page_actions)

    def _show_scheme(self) -> None:
        self._actions.show_scheme(self._settings.colour_scheme)

    def _offer_protection(self, view: StudyView) -> None:
        view.header.offer_protection(
            [self._actions[ActionId.ENCRYPTION], self._actions[ActionId.ENCRYPT_STUDY]]
        )

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the study and remember where the window stood.

        The window stays while words would be lost, and once to tell that no backup was made.
        """
        if self.lock.refuses_to_close() or not self.desk.may_clear(self.close):
            event.ignore()
            return
        self._settings.set_window_state(WINDOW_STATE, self.saveGeometry())
        is_backed_up = self.desk.clear()
        self._settings.save()
        event.setAccepted(is_backed_up)
