"""The menus of the window; the View menu also has what the page on the screen offers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from practicecoder.ui.actions import ActionId
from practicecoder.ui.window.actions import SCHEMES, WindowActions
from practicecoder.ui.window.pages import STUDY_PAGES

STUDY_ENTRIES: tuple[ActionId | None, ...] = (
    ActionId.OPEN_STUDY,
    ActionId.NEW_STUDY,
    ActionId.DEMONSTRATION,
    None,
    ActionId.PEOPLE,
    ActionId.EXPORT,
    ActionId.EXPORT_REGISTER,
    None,
    ActionId.ENCRYPTION,
    ActionId.ENCRYPT_STUDY,
    ActionId.CHANGE_PASSPHRASE,
    ActionId.NEW_RECOVERY_CODE,
    ActionId.LOCK_STUDY,
    None,
    ActionId.PREFERENCES,
    None,
    ActionId.CLOSE_STUDY,
    ActionId.QUIT,
)
"""None is a line between entries."""
GO_ENTRIES = (ActionId.PAGE_START, *STUDY_PAGES, None, ActionId.FIND)
VIEW_ENTRIES = (
    ActionId.LARGER_TEXT,
    ActionId.SMALLER_TEXT,
    ActionId.NORMAL_TEXT,
    None,
    *SCHEMES,
    None,
    ActionId.FULL_SCREEN,
)
HELP_ENTRIES = (ActionId.PALETTE, ActionId.SHORTCUTS, ActionId.ABOUT)


class Menus(QObject):
    """Fills a menu bar with the actions of the window."""

    def __init__(self, bar: QMenuBar, actions: WindowActions) -> None:
        super().__init__(bar)
        self._bar = bar
        self._actions = actions
        self._of_page: list[QAction] = []
        self._add(self.tr("&Study"), STUDY_ENTRIES)
        self._add(self.tr("&Go"), GO_ENTRIES)
        self._view = self._add(self.tr("&View"), VIEW_ENTRIES)
        self._add(self.tr("&Help"), HELP_ENTRIES)

    def show_page_actions(self, offered: Sequence[QAction | None]) -> None:
        """Offer what a page has to offer above the rest of the View menu.

        It takes the place of what another page offered; None is a line.
        """
        first = self._actions[ActionId.LARGER_TEXT]
        for action in self._of_page:
            self._view.removeAction(action)
        self._of_page = []
        if not offered:
            return
        for entry in (*offered, None):
            if entry is None:
                self._of_page.append(self._view.insertSeparator(first))
            else:
                self._view.insertAction(first, entry)
                self._of_page.append(entry)

    def _add(self, words: str, entries: Sequence[ActionId | None]) -> QMenu:
        menu = self._bar.addMenu(words)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[entry])
        return menu
