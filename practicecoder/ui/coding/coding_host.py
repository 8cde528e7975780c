"""The place of the coding page in a study: which session is open on it, and what is next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from practicecoder.domain.ids import BlindCode
from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.coding.queue_panel import next_to_code
from practicecoder.ui.icons import Icon
from practicecoder.ui.settings import Settings
from practicecoder.ui.widgets.notice import EmptyState
from practicecoder.ui.widgets.study_page import StudyPage


class CodingHost(StudyPage):
    """The coding page, or what to do while no session is open on it."""

    tab_by_layout = False

    saved = Signal(object)
    """When something was committed (aware UTC)."""
    back_requested = Signal()
    session_left = Signal()
    """A session was submitted or closed: a good moment for a backup."""
    comparison_requested = Signal(str)
    """Blind code of a submitted trial that is to be seen beside its reference."""

    def __init__(
        self, services: StudyServices, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._open_code: BlindCode | None = None
        self._empty = EmptyState(
            self.tr("Nothing to code"),
            self.tr(
                "Every session in your queue is submitted, or none has been assigned to you yet. "
                "The lead assigns sessions on the Sessions page."
            ),
            self,
            drawing=Icon.CODING,
            action=(self.tr("Go to Sessions"), self.back_requested.emit),
        )
        self._coding = CodingPage(services, settings, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._coding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._coding.study_changed.connect(self.study_changed)
        self._coding.saved.connect(self.saved)
        self._coding.finished.connect(self._tell_submitted)
        self._coding.next_requested.connect(self._open_next)
        self._coding.session_requested.connect(lambda code: self.go_to(BlindCode(code)))
        self._coding.back_requested.connect(self.back_requested)
        self._coding.failed.connect(self.failed)
        self._coding.header.comparison_wanted.connect(self._ask_for_comparison)

    @property
    def coding_page(self) -> CodingPage:
        """The page itself."""
        return self._coding

    @property
    def open_code(self) -> BlindCode | None:
        """Session that is open; None without one."""
        return self._open_code

    @property
    def view_actions(self) -> Sequence[QAction | None]:
        """Workspaces and panels of the page."""
        return self._coding.view_actions

    def read(self) -> None:
        """Open the next session if none is open."""
        if self._open_code is None:
            self._open_next()

    def refresh(self, change: StudyChange) -> None:
        """Show the queue as the lead made it; what is not in it any more is closed."""
        super().refresh(change)
        if change.concerns(ChangeKind.ASSIGNMENTS, ChangeKind.SESSIONS):
            if self._open_code is not None and not self._is_in_queue(self._open_code):
                self.leave()
            self._coding.read_queue()

    def focus_first(self) -> None:
        """Put the focus on the coding."""
        if self._open_code is None:
            self._empty.setFocus()
        else:
            self._coding.focus_first()

    def flush(self) -> bool:
        """Save everything that was typed; False if some of it could not be saved."""
        return self._open_code is None or self._coding.flush()

    def show_writing(self, *, works: bool) -> None:
        """Say in the head of the coding whether changes are saved."""
        self._coding.show_writing(works=works)

    def leave(self) -> None:
        """Close the open coding; all of it is saved."""
        if self._open_code is not None:
            self._coding.close_session()
            self._open_code = None
            self.session_left.emit()
        self._stack.setCurrentWidget(self._empty)

    def open_session(self, blind_code: BlindCode) -> bool:
        """Open a session of the person's queue, after saving the one that is open.

        False if it cannot be opened; the one that is open stays, as it does while words typed
        in it cannot be saved.
        """
        if self.person is None or blind_code == self._open_code:
            return self.person is not None
        if not self.flush():
            return False
        is_change = self._open_code is not None
        try:
            self._coding.open_session(blind_code, self.person.coder_id)
        except PracticeCoderError as error:
            self.failed.emit(error)
            return False
        self._open_code = blind_code
        if is_change:
            self.session_left.emit()
        self._stack.setCurrentWidget(self._coding)
        self._offer_comparison(blind_code)
        return True

    def go_to(self, blind_code: BlindCode) -> None:
        """Open a session of the queue and put the focus on it."""
        if self.open_session(blind_code):
            self._coding.focus_first()

    # Inside

    def _is_in_queue(self, blind_code: BlindCode) -> bool:
        if self.person is None:
            return False
        queue = self._services.sessions.queue(self.person.coder_id)
        return any(row.blind_code == blind_code for row in queue)

    def _open_next(self) -> None:
        """Open the next session that is not submitted; without one say so."""
        if self.person is None:
            return
        rows = self._services.sessions.queue(self.person.coder_id)
        upcoming = next_to_code(rows, self._open_code)
        if upcoming is not None:
            self.go_to(upcoming)
            return
        open_coding = self._coding.coding
        if open_coding is None or open_coding.is_locked:
            self.leave()
            self.focus_first()
        else:
            self.told.emit(self.tr("Every other session in your queue is submitted."))

    def _tell_submitted(self, blind_code: str) -> None:
        self.told.emit(self.tr("{} is submitted.").format(blind_code))
        self.session_left.emit()
        self._offer_comparison(BlindCode(blind_code))

    def _offer_comparison(self, blind_code: BlindCode) -> None:
        """Offer the reference of a trial, which is told only once the trial is submitted."""
        coding = self._coding.coding
        if self.person is None or coding is None or not coding.is_locked:
            return
        offered = self._services.training.has_comparison(blind_code, self.person.coder_id)
        self._coding.header.offer_comparison(offered=offered)

    def _ask_for_comparison(self) -> None:
        if self._open_code is not None:
            self.comparison_requested.emit(self._open_code)
