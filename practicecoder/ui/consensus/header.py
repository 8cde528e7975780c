"""The head of a meeting: which session, how much there is to talk about, and its acts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from practicecoder.services.meetings import Meeting
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, action_text, shortcut_text, tip_text
from practicecoder.ui.consensus.open_meeting import OpenMeeting
from practicecoder.ui.consensus.sound import MeetingSound
from practicecoder.ui.icons import Icon, set_icon
from practicecoder.ui.languages import translate
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress
from practicecoder.ui.widgets.comparison_words import listed
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label


class MeetingHeader(QFrame):
    """Names the session by its blind code, for leads by its own code too."""

    back_wanted = Signal()
    notes_wanted = Signal()
    take_over_wanted = Signal()
    finish_wanted = Signal()
    reopen_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.HEADER)
        self._back = button(
            self.tr("All meetings"), self, self.back_wanted.emit, look=Look.QUIET,
            drawing=Icon.BACK,
        )  # fmt: skip
        self._code = label("", self, Look.HEADING)
        self._session = label("", self, Look.MUTED)
        self._summary = ElidedLabel(self)
        self._state = label("", self, Look.BADGE)
        self.undo = self._history(Icon.UNDO, self.tr("Undo"), self.undo_wanted.emit)
        self.redo = self._history(Icon.REDO, self.tr("Redo"), self.redo_wanted.emit)
        self._finish = button(
            self.tr("Finish…"), self, self.finish_wanted.emit, look=Look.PRIMARY,
            drawing=Icon.SUBMIT,
        )  # fmt: skip
        self._finish.setToolTip(
            tip_text(ActionId.SUBMIT).replace(
                action_text(ActionId.SUBMIT).rstrip("…"), self.tr("Finish the meeting")
            )
        )
        self._reopen = button(
            self.tr("Open again…"), self, self.reopen_wanted.emit, drawing=Icon.UNLOCK
        )
        self.sound = MeetingSound(self)
        self._take_over = button(
            self.tr("Take over equal ratings"), self, self.take_over_wanted.emit
        )
        self._take_over.setToolTip(
            self.tr("Agree on everything that all coders gave alike (E). It can be undone.")
        )
        self._notes = button(
            self.tr("Notes, answers, counts"), self, self.notes_wanted.emit, drawing=Icon.NOTE
        )
        self._lay_out()

    @property
    def summary(self) -> str:
        """Who met and how much there is to talk about."""
        return self._summary.text()

    def show_meeting(self, open_meeting: OpenMeeting) -> None:
        """Show how far a meeting is, and offer what can be done."""
        meeting = open_meeting.meeting
        self._code.setText(meeting.blind_code)
        name(self._code, self.tr("Session {0}").format(" ".join(meeting.blind_code)))
        self._session.setText(meeting.session_id or "")
        self._session.setVisible(meeting.session_id is not None)
        self._summary.setText(summary_of(meeting))
        done = len(meeting.rows) - len(meeting.undecided)
        self._state.setText(
            self.tr("Finished and locked")
            if meeting.is_finished
            else self.tr("{0} of {1} agreed").format(done, len(meeting.rows))
        )
        editable = open_meeting.is_editable
        n_open = sum(row in meeting.undecided for row in meeting.equal)
        self._take_over.setVisible(editable and bool(meeting.equal))
        self._take_over.setEnabled(bool(n_open))
        self._take_over.setText(
            self.tr("Take over {0} equal").format(n_open)
            if n_open
            else self.tr("Equal ones agreed")
        )
        self._finish.setVisible(editable)
        self._reopen.setVisible(open_meeting.can_be_reopened)
        self.undo.setVisible(editable)
        self.redo.setVisible(editable)
        self.show_history(open_meeting.undo_stack)

    def show_history(self, stack: QUndoStack) -> None:
        """Name the acts that can be undone and made again."""
        for control, action_id, text in (
            (self.undo, ActionId.UNDO, stack.undoText()),
            (self.redo, ActionId.REDO, stack.redoText()),
        ):
            control.setEnabled(bool(text))
            words = f"{action_text(action_id)}: {text} ({shortcut_text(action_id)})"
            control.setToolTip(words if text else tip_text(action_id))
            control.setAccessibleDescription(text)

    # Inside

    def _history(self, drawing: Icon, words: str, clicked: object) -> QToolButton:
        made = QToolButton(self)
        set_icon(made, drawing)
        dress(made, Look.QUIET)
        name(made, words)
        made.clicked.connect(clicked)
        return made

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(DOUBLE)
        first.addWidget(self._back)
        first.addWidget(self._code)
        first.addWidget(self._session)
        first.addWidget(self._summary, 1)
        first.addWidget(self._state)
        history = QHBoxLayout()
        history.setSpacing(SPACE // 2)
        history.addWidget(self.undo)
        history.addWidget(self.redo)
        first.addLayout(history)
        first.addWidget(self._reopen)
        first.addWidget(self._finish)
        tools = Flow(self, spacing=DOUBLE)
        tools.add(self._take_over, self._notes, self.sound)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, DOUBLE, SPACE)
        layout.setSpacing(SPACE)
        layout.addLayout(first)
        layout.addWidget(tools)


def summary_of(meeting: Meeting) -> str:
    """Who met, and how much there is to talk about: "A and B  3 to talk about, 4 equal"."""
    who = listed([in_words(coder, meeting) for coder in meeting.labels])
    told = _tr("{0} to talk about, {1} equal")
    return f"{who}   {told.format(len(meeting.to_talk_about), len(meeting.equal))}"


def in_words(coder: str, meeting: Meeting) -> str:
    """Letter of a coder, with who that is where the study says it."""
    return f"{coder} ({meeting.names[coder]})" if coder in meeting.names else coder


def _tr(text: str) -> str:
    return translate("Meeting", text)
