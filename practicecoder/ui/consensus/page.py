"""The consensus page: the list of meetings, the one that is open, and the codebook's addenda."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import BlindCode
from practicecoder.domain.people import Coder, Role
from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.meetings import MeetingRow
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.consensus.codebook_view import CodebookView
from practicecoder.ui.consensus.meeting_list import MeetingList
from practicecoder.ui.consensus.meeting_view import MeetingView
from practicecoder.ui.consensus.open_meeting import OpenMeeting
from practicecoder.ui.consensus.sound import STEP_MS
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, TRIPLE
from practicecoder.ui.widgets.study_page import StudyPage

MEETINGS, CODEBOOK = 0, 1


class ConsensusPage(StudyPage):
    """Meetings that the person may open: of sessions whose codings are all locked."""

    kinds = frozenset(
        {
            ChangeKind.CODINGS,
            ChangeKind.SESSIONS,
            ChangeKind.ASSIGNMENTS,
            ChangeKind.DECISIONS,
            ChangeKind.STUDY,
        }
    )

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._knows_already = False
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.addTab(self.tr("Meetings"))
        self._tabs.addTab(self.tr("Codebook and addenda"))
        name(self._tabs, self.tr("What is shown"))
        self._tabs.currentChanged.connect(self._choose_tab)
        self.meetings = MeetingList(self)
        self.codebook = CodebookView(services.codebook, self)
        self.meeting = MeetingView(self)
        self._lists = QStackedWidget(self)
        self._lists.addWidget(self.meetings)
        self._lists.addWidget(self.codebook)
        self._stack = QStackedWidget(self)
        self._overview = self._laid_out()
        self._stack.addWidget(self._overview)
        self._stack.addWidget(self.meeting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._connect()
        self._make_actions()

    # Life

    @property
    def is_lead(self) -> bool:
        """Whether the person holds the lead's rights."""
        return self.person is not None and self.person.is_a(Role.LEAD)

    @property
    def has_open_meeting(self) -> bool:
        """Whether a meeting is on the table."""
        return self._stack.currentWidget() is self.meeting

    @property
    def open_code(self) -> BlindCode | None:
        """Session of the meeting that is on the table."""
        opened = self.meeting.open_meeting if self.has_open_meeting else None
        return None if opened is None else opened.blind_code

    def show_person(self, person: Coder | None) -> None:
        """Show what another person may see; what was open is left."""
        self.leave()
        self._tabs.setCurrentIndex(MEETINGS)
        self.meetings.show_rows((), is_lead=False, names_shown=False)
        super().show_person(person)

    def read(self) -> None:
        """Read the meeting that is open, or else the list and the addenda."""
        person = self.person
        if person is None:
            return
        if self.has_open_meeting:
            if not self._knows_already:
                self._look_again()
            return

        def look_up() -> tuple[tuple[MeetingRow, ...], bool]:
            rows = self._services.consensus.meetings(person.coder_id)
            return rows, self._services.settings.current().names_in_meetings

        run_task(
            self,
            look_up,
            on_success=lambda found: self._show_rows(person, *found),
            on_failure=self.failed.emit,
        )
        self.codebook.show_addenda(self._services.decisions.addenda(), is_lead=self.is_lead)

    def focus_first(self) -> None:
        """Put the focus on the open meeting, or on the list."""
        if self.has_open_meeting:
            self.meeting.focus_first()
        elif self._tabs.currentIndex() == CODEBOOK:
            self.codebook.focus_first()
        else:
            self.meetings.focus_first()

    def flush(self) -> bool:
        """Save what was written; False if that failed."""
        return self.meeting.flush()

    def leave(self) -> None:
        """Save what was written and close the meeting."""
        self.meeting.close_meeting()
        self._stack.setCurrentWidget(self._overview)

    # Acts

    def open_meeting(self, blind_code: BlindCode) -> bool:
        """Put a meeting on the table; False if it cannot be opened."""
        if self.person is None:
            return False
        try:
            opened = OpenMeeting(self._services, blind_code, self.person.coder_id, self)
        except PracticeCoderError as error:
            self.failed.emit(error)
            return False
        self.meeting.show_meeting(opened)
        self._stack.setCurrentWidget(self.meeting)
        self.meeting.focus_first()
        return True

    def close_meeting(self) -> None:
        """Go back to the list, unless words would be lost; the banner about the disk says why."""
        if not self.flush():
            return
        self.leave()
        if self.isVisible():
            self.read()
        self.meetings.focus_first()

    # Qt

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause and save when another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.meeting.header.sound.pause()
            self.meeting.flush()

    # Inside

    def _show_rows(self, person: Coder, rows: tuple[MeetingRow, ...], names_shown: bool) -> None:
        if person != self.person:
            return  # somebody else works here by now
        self.meetings.show_rows(rows, is_lead=self.is_lead, names_shown=names_shown)
        self.meetings.names.setEnabled(not self._services.read_only)

    def _tell_own_change(self, change: StudyChange) -> None:
        """Tell what was done in the open meeting, which shows it already."""
        self._knows_already = True
        self.study_changed.emit(change)
        self._knows_already = False

    def _look_again(self) -> None:
        """Show the open meeting as it is by now; one that may not be shown any more is closed."""
        if self.meeting.open_meeting is not None and not self.meeting.open_meeting.look_again():
            self.close_meeting()

    def _show_names(self, shown: bool) -> None:
        person = self.person
        if person is None:
            return
        settings = self._services.settings
        try:
            wanted = replace(settings.current(), names_in_meetings=shown)
            change = settings.change(wanted, actor=person.coder_id)
        except PracticeCoderError as error:
            self.meetings.names.setChecked(not shown)
            self.failed.emit(error)
            return
        self.study_changed.emit(change)

    def _save_decisions(self) -> None:
        person = self.person
        if person is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save decisions"),
            str(Path.home() / "decisions.csv"),
            self.tr("Tables (*.csv)"),
        )
        if not chosen:
            return
        try:
            written = self._services.decisions.write_table(Path(chosen), person.coder_id)
        except PracticeCoderError as error:
            self.failed.emit(error)
            return
        self.told.emit(self.tr("{0} was written.").format(written.name))

    def _choose_tab(self, place: int) -> None:
        self._lists.setCurrentIndex(place)

    def _next_part(self) -> None:
        if self.has_open_meeting:
            self.meeting.next_part()

    def _connect(self) -> None:
        self.meetings.meeting_wanted.connect(lambda code: self.open_meeting(BlindCode(code)))
        self.meetings.names_chosen.connect(self._show_names)
        self.codebook.save_wanted.connect(self._save_decisions)
        self.meeting.back_wanted.connect(self.close_meeting)
        self.meeting.told.connect(self.told)
        self.meeting.study_changed.connect(self._tell_own_change)

    def _make_actions(self) -> None:
        meeting = self.meeting
        sound = meeting.header.sound
        for action_id, act in {
            ActionId.UNDO: meeting.undo,
            ActionId.REDO: meeting.redo,
            ActionId.SUBMIT: meeting.finish,
            ActionId.PLAY_PAUSE: sound.toggle,
            ActionId.BACK: lambda: sound.skip(-STEP_MS),
            ActionId.FORWARD: lambda: sound.skip(STEP_MS),
            ActionId.REPLAY: sound.replay,
            ActionId.CODEBOOK_PAGE: meeting.show_codebook_page,
            ActionId.NEXT_PANEL: self._next_part,
            ActionId.SAVE: meeting.flush,
        }.items():
            make_action(action_id, meeting, act)

    def _laid_out(self) -> QWidget:
        area = QWidget(self)
        head = QHBoxLayout()
        head.addWidget(self._tabs)
        head.addStretch(1)
        layout = QVBoxLayout(area)
        layout.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addLayout(head)
        layout.addWidget(self._lists, 1)
        return area
