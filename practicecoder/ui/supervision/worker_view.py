"""One worker: the sessions that may be talked about, what can be done with each, the course."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from practicecoder.services.feedback_view import (
    FeedbackStatus,
    Series,
    SupervisedSession,
    Supervisee,
)
from practicecoder.ui.icons import Icon
from practicecoder.ui.supervision.course_panel import CoursePanel
from practicecoder.ui.supervision.words import (
    STATUS_WORDS,
    day_in_words,
    due_in_words,
    goal_in_words,
)
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, card, label
from practicecoder.ui.widgets.scrolling import Scrolling

FEWEST_ROWS = 4


class WorkerView(QWidget):
    """Sessions newest first; what a button does is asked of the page."""

    draft_wanted = Signal(object)
    """A SupervisedSession."""
    pdf_wanted = Signal(object)
    word_wanted = Signal(object)
    response_wanted = Signal(object)
    take_back_wanted = Signal(object)
    reel_wanted = Signal(object)
    consent_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = ""
        self._worker_id = ""
        self._title = label("", self, Look.TITLE)
        self._due = label("", self, Look.MUTED)
        self._model: RowTableModel[SupervisedSession] = RowTableModel(
            self._columns(), key=lambda s: s.session_id, parent=self
        )
        self.table = RowTable(self.tr("Sessions of the worker"), self)
        self.table.set_placeholder(
            self.tr(
                "No session may be talked about yet: it needs a purpose that allows feedback and "
                "a submitted coding."
            )
        )
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.show_model(self._model, sortable=False)
        self.table.take_room_for(FEWEST_ROWS)
        self.table.row_activated.connect(lambda _row: self._open_chosen())
        self.table.selection_changed.connect(self._show_acts)
        self.draft = button(self.tr("Open draft"), self, self._open_chosen, look=Look.PRIMARY)
        self.pdf = self._act(self.tr("PDF…"), self.pdf_wanted, Icon.REPORT)
        self.word = self._act(self.tr("Word…"), self.word_wanted, None)
        self.response = self._act(self.tr("Worker's response…"), self.response_wanted, Icon.NOTE)
        self.take_back = self._act(self.tr("Take back…"), self.take_back_wanted, Icon.UNDO)
        self.reel = self._act(self.tr("Evidence reel…"), self.reel_wanted, Icon.PLAY)
        self.consent = self._act(self.tr("Consent…"), self.consent_wanted, None)
        room = self._room = Scrolling(self)
        acts = Flow(room.content, spacing=SPACE)
        acts.add(self.draft, self.pdf, self.word, self.response, self.take_back)
        acts.add(self.reel, self.consent)
        self.course = CoursePanel(self)
        frame, inside = card(room.content)
        inside.addWidget(self.table)
        inside.addWidget(acts)
        below, course = card(room.content)
        course.addWidget(label(self.tr("Over time"), below, Look.HEADING))
        course.addWidget(self.course, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self._title)
        layout.addWidget(self._due)
        room.column.addWidget(frame)
        room.column.addWidget(below, 1)
        layout.addWidget(room, 1)

    @property
    def chosen(self) -> SupervisedSession | None:
        """Session that is selected."""
        rows = self.table.selected_rows()
        return rows[0] if rows else None

    @property
    def title(self) -> str:
        """Which worker is shown."""
        return self._title.text()

    def show_worker(self, supervisee: Supervisee, refusal: str) -> None:
        """Show a worker; ``refusal`` says why nothing can be changed, empty if it can."""
        self._refusal = refusal
        if supervisee.worker_id != self._worker_id:
            self._worker_id = supervisee.worker_id
            self._room.verticalScrollBar().setValue(0)
        n = len(supervisee.sessions)
        self._title.setText(
            self.tr("{worker}   {sessions}").format(
                worker=supervisee.worker_id,
                sessions=self.tr("one session") if n == 1 else self.tr("{} sessions").format(n),
            )
        )
        self._due.setText(due_in_words(supervisee))
        self._model.set_rows(supervisee.sessions)
        if supervisee.sessions and self.chosen is None:
            self.table.selectRow(0)
        self.table.fit_columns(stretch=4)
        self._show_acts()

    def show_series(self, series: tuple[Series, ...]) -> None:
        """Show the worker's course."""
        self.course.show_series(series)

    def focus_first(self) -> None:
        """Put the focus on the sessions."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _columns(self) -> tuple[Column[SupervisedSession], ...]:
        return (
            Column(
                title=self.tr("Session"),
                text=lambda s: s.session_id,
                bold=lambda _: True,
            ),
            Column(title=self.tr("Day"), text=lambda s: day_in_words(s.session_date)),
            Column(title=self.tr("Report"), text=lambda s: STATUS_WORDS[s.status]),
            Column(
                title=self.tr("Released"),
                text=lambda s: (
                    "" if s.release is None else day_in_words(s.release.released_at.date())
                ),
            ),
            Column(title=self.tr("Goal"), text=goal_in_words, cell_tooltip=goal_in_words),
        )

    def _act(self, words: str, signal: SignalInstance, drawing: Icon | None) -> QPushButton:
        def tell() -> None:
            if self.chosen is not None:
                signal.emit(self.chosen)

        return button(words, self, tell, drawing=drawing)

    def _open_chosen(self) -> None:
        if self.chosen is not None and self.draft.isEnabled():
            self.draft_wanted.emit(self.chosen)

    def _show_acts(self) -> None:
        session = self.chosen
        released = session is not None and session.release is not None
        begun = session is not None and session.status is not FeedbackStatus.NOT_BEGUN
        self.draft.setText(
            self.tr("Open report")
            if released
            else self.tr("Open draft")
            if begun
            else self.tr("Begin draft")
        )
        self.draft.setEnabled(session is not None)
        may_be_read = session is not None and session.may_be_read
        for each in (self.pdf, self.word, self.response):
            each.setEnabled(may_be_read and not self._refusal)
        self.reel.setEnabled(session is not None and not self._refusal)
        self.take_back.setEnabled(released and not self._refusal)
        self.consent.setEnabled(session is not None and not self._refusal)
        for each in (self.pdf, self.word, self.reel, self.response, self.take_back, self.consent):
            each.setToolTip(self._refusal)
        if session is not None and not may_be_read and not self._refusal:
            for each in (self.pdf, self.word, self.response):
                each.setToolTip(self.tr("First the worker rates the session, or declines"))
