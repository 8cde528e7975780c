"""Covers a window whose study cannot be closed without losing words, until it is unlocked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QStatusBar,
    QWidget,
)

from practicecoder.ui.player import pause_everything
from practicecoder.ui.security.covering import Covering
from practicecoder.ui.security.curtain_page import CurtainPage
from practicecoder.ui.security.typed import holds_typed_text
from practicecoder.ui.widgets.long_work import LongWork

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
AGAIN_MS = 60_000
"""How often it is tried to close the study for good behind the curtain."""


class Curtain(QObject):
    """Hides what a window shows and all its other windows, and gives them back untouched.

    Sound stops, menus and shortcuts are dead, and the title tells nothing.
    """

    lifted = Signal()
    """When the passphrase was entered, and everything is on the screen again."""
    closing_wanted = Signal()
    """From time to time while it is drawn: the words may have been saved by then."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._title = ""
        self._focus: QWidget | None = None
        self._stack = QStackedWidget(window)
        self.page = CurtainPage(self._stack)
        self.page.unlocked.connect(self.lift)
        self._covering = Covering(window, self.page)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.closing_wanted)

    @property
    def is_drawn(self) -> bool:
        """Whether the window is covered."""
        return self._covering.covers

    @property
    def is_in_use(self) -> bool:
        """Whether somebody is about to unlock."""
        return self.is_drawn and self.page.is_in_use

    def hang(self, content: QWidget) -> None:
        """Hang it before what the window shows."""
        self._stack.addWidget(content)
        self._stack.addWidget(self.page)
        self._window.setCentralWidget(self._stack)

    def guards_typed_text(self) -> bool:
        """Whether words that were typed in another window would be lost by closing it."""
        return any(map(holds_typed_text, self._covering.others()))

    def guards_work(self) -> bool:
        """Whether work goes on behind it."""
        return self.is_drawn and any(isinstance(w, LongWork) for w in self._covering.others())

    def draw(self, words: str, proves: Callable[[str], bool]) -> None:
        """Cover everything; ``words`` say why, ``proves`` whether a secret lifts it."""
        if self.is_drawn:
            return
        is_active = QApplication.activeWindow() is not None
        self._focus = QApplication.focusWidget()
        self._title = self._window.windowTitle()
        pause_everything()
        self._window.setWindowTitle("PracticeCoder")
        self._stack.setCurrentWidget(self.page)
        self._show_frame(False)
        self._covering.begin()
        if is_active:  # else somebody works in another program
            self._window.activateWindow()
        self.page.begin(words, proves)
        self._again.start()

    def lift(self) -> None:
        """Give back what was there."""
        if not self.is_drawn:
            return
        self._covering.end()  # first: the page brings back windows of its own
        self._take_down()
        self._window.setWindowTitle(self._title)
        focus, self._focus = self._focus, None
        if focus is not None and _is_alive(focus) and focus.isVisible():
            focus.window().activateWindow()
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lifted.emit()

    def drop(self) -> None:
        """Give nothing back: the study is closed, and what was put away with it."""
        if self.is_drawn:
            self._covering.close_others()
            self._focus = None
            self._take_down()

    def refuse_to_close(self) -> None:
        """Say that the window stays until it is unlocked."""
        self.page.line.tell(self.tr("Unlock first: what is not saved yet would be lost."))

    # Inside

    def _take_down(self) -> None:
        self._again.stop()
        self.page.end()
        self._stack.setCurrentIndex(0)
        self._show_frame(True)

    def _show_frame(self, shown: bool) -> None:
        """Show or hide the menus and the status line; take away what lies over the page."""
        for menu in self._window.menuBar().actions():
            menu.setEnabled(shown)  # where the system shows the menus, they cannot be hidden
        self._window.menuBar().setVisible(shown)
        self._window.statusBar().clearMessage()
        self._window.statusBar().setVisible(shown)
        if shown:
            return
        stays = (QMenuBar, QStatusBar, QFocusFrame)
        for child in self._window.findChildren(QWidget, options=DIRECT):
            lies_over = child is not self._stack and not isinstance(child, stays)
            if lies_over and child.isVisible() and not child.isWindow():
                child.hide()


def _is_alive(widget: QWidget) -> bool:
    """Whether a widget is there; one that Qt made goes without its wrapper being told."""
    return any(other is widget for other in QApplication.allWidgets())
