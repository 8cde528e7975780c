"""The supervision page: own workers, their sessions, and feedback from draft to release."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import WorkerId
from practicecoder.domain.people import Coder, Role
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.feedback_view import Series, SupervisedSession, Supervisee
from practicecoder.services.supervision import ReportForm
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.icons import Icon
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.supervision.batch import BatchDialog
from practicecoder.ui.supervision.consent import ConsentDialog
from practicecoder.ui.supervision.dialogs import ResponseDialog, SupervisorsDialog, TakeBackDialog
from practicecoder.ui.supervision.draft.dialog import DraftDialog
from practicecoder.ui.supervision.team_panel import TeamPanel
from practicecoder.ui.supervision.words import day_in_words, state_in_words
from practicecoder.ui.supervision.worker_view import WorkerView
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, scaled
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button
from practicecoder.ui.widgets.long_work import LongWork
from practicecoder.ui.widgets.notice import EmptyState
from practicecoder.ui.widgets.study_page import StudyPage
from practicecoder.ui.widgets.working import Working

LIST_SHARE, WORKER_SHARE = 2, 5
LIST_PX = 330
TEAM_TAB = 1


class SupervisionPage(StudyPage):
    """Shows a supervisor the own workers and nobody else; a lead sees all."""

    kinds = frozenset(
        {
            ChangeKind.FEEDBACK,
            ChangeKind.CODINGS,
            ChangeKind.SESSIONS,
            ChangeKind.PEOPLE,
            ChangeKind.STUDY,
            ChangeKind.CERTIFICATES,
        }
    )

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._reading = 0
        self._found: Sequence[Supervisee] | None = None
        self.acts = SupervisionActs(services, self)
        self.acts.study_changed.connect(self.study_changed)
        self.acts.failed.connect(self.failed)
        self.acts.told.connect(self.told)
        self._model: RowTableModel[Supervisee] = RowTableModel(
            (
                Column[Supervisee](
                    title=self.tr("Worker"), text=lambda s: s.worker_id, bold=lambda _: True
                ),
                Column[Supervisee](title=self.tr("State"), text=state_in_words),
                Column[Supervisee](
                    title=self.tr("Next due"),
                    text=lambda s: "" if s.next_due is None else day_in_words(s.next_due),
                    sort_key=lambda s: s.next_due,
                ),
            ),
            key=lambda s: s.worker_id,
            parent=self,
        )
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a worker"))
        self.search.setClearButtonEnabled(True)
        name(self.search, self.tr("Find a worker"))
        self.search.textChanged.connect(self._model.set_filter_text)
        self.workers = RowTable(self.tr("Supervisees"), self)
        self.workers.set_placeholder(self.tr("No worker is found."))
        self.workers.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.workers.show_model(self._model)
        self.workers.selection_changed.connect(self._show_chosen)
        self.view = WorkerView(self)
        self._connect_view()
        self.name_supervisors = button(
            self.tr("Name supervisors…"), self, self.ask_for_supervisors, drawing=Icon.PEOPLE
        )
        self.batch = button(
            self.tr("Released reports…"), self, self.ask_for_batch, drawing=Icon.EXPORT
        )
        self._empty = EmptyState("", "", self, drawing=Icon.PERSON)
        self._working = Working(self.tr("Reading the sessions…"), self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self.team = TeamPanel(self.acts, self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        name(self.tabs, self.tr("What is shown"))
        for words in (self.tr("Workers"), self.tr("Team")):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._choose_tab)
        self._stack = QStackedWidget(self)
        self._lay_out()
        make_action(ActionId.FIND, self, self._find_worker)
        make_action(ActionId.REFRESH, self, self.read)

    @property
    def is_lead(self) -> bool:
        """Whether the person is responsible for the whole study."""
        return self.person is not None and self.person.is_a(Role.LEAD)

    @property
    def is_computing(self) -> bool:
        """Whether the sessions are on their way."""
        return self._reading > 0 or self.team.is_reading

    @property
    def chosen(self) -> Supervisee | None:
        """Worker that is selected."""
        rows = self.workers.selected_rows()
        return rows[0] if rows else None

    def show_person(self, person: Coder | None) -> None:
        """Show the page as a person may see it; what another saw is gone at once."""
        if person != self.person:
            self.leave()
        self.acts.actor = None if person is None else person.coder_id
        if person != self.person:
            self._found = None
            self._model.set_rows(())
            self.team.forget()
            self.tabs.setCurrentIndex(0)
            self._stack.setCurrentWidget(self._working)
        super().show_person(person)
        self.name_supervisors.setVisible(self.is_lead)
        self.view.consent.setVisible(self.is_lead)
        self.batch.setEnabled(not self.acts.refusal)
        self.batch.setToolTip(self.acts.refusal)

    def read(self) -> None:
        """Read the person's workers anew."""
        person = self.person
        if person is None:
            return
        self._reading += 1

        def show(found: Sequence[Supervisee]) -> None:
            self._reading -= 1
            if person == self.person:
                self._show(found)

        def refuse(sentence: str) -> None:
            self._reading -= 1
            if person == self.person:
                self._empty.say(self.tr("Supervision"), sentence)
                self._stack.setCurrentWidget(self._empty)

        self.acts.work(
            lambda: self._services.feedback.supervisees(person.coder_id), show, refused=refuse
        )

    def focus_first(self) -> None:
        """Put the focus on the workers."""
        self.workers.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Store and close what is open, before another person or study comes."""
        for draft in self.findChildren(DraftDialog):
            draft.store_and_close()
        for dialog in self.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)

    # What the buttons do

    def open_draft(self, session: SupervisedSession) -> None:
        """Open the report of a session from its first step to its release."""
        dialog = DraftDialog(self.acts, session.session_id, self)
        # What is still being stored as the dialog closes tells nobody that it was.
        dialog.finished.connect(self.read)
        self._open(dialog)

    def write(self, session: SupervisedSession, form: ReportForm) -> None:
        """Ask for a place and write the report of a session."""
        ending = "docx" if form is ReportForm.WORD else "pdf"
        proposed = f"feedback_{session.worker_id}_{session.blind_code}.{ending}"
        large = self.tr("PDF in large print (*.pdf)")
        kinds = self.tr("PDF (*.pdf)") + f";;{large}"
        if form is ReportForm.WORD:
            kinds = self.tr("Word document (*.docx)")
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Write the report"), proposed, kinds
        )
        if not chosen:
            return
        if kind == large:
            form = ReportForm.LARGE_PRINT
        actor, services = self.acts.actor, self._services
        self.acts.work(
            lambda: services.supervision.write_worker_report(
                session.session_id, Path(chosen), actor=actor, form=form
            ),
            lambda path: self._tell(self.tr("{} was written.").format(path.name)),
        )

    def ask_for_response(self, session: SupervisedSession) -> None:
        """Ask for the worker's words, and keep them."""
        services, actor = self._services, self.acts.actor

        def ask(text: str) -> None:
            dialog = ResponseDialog(text, self, is_released=session.release is not None)
            dialog.wanted.connect(
                lambda words: self.acts.change(
                    lambda: services.feedback.keep_response(
                        session.session_id, words, actor=actor
                    ),
                    done=dialog.accept,
                    refused=dialog.refuse,
                    over=dialog,
                )
            )
            self._open(dialog)

        self.acts.work(
            lambda: services.feedback.draft(session.session_id, actor).feedback.response, ask
        )

    def ask_to_take_back(self, session: SupervisedSession) -> None:
        """Ask for a reason, and take the release back."""
        dialog = TakeBackDialog(self)
        dialog.wanted.connect(
            lambda reason: self.acts.change(
                lambda: self._services.releases.take_back(
                    session.session_id, reason, actor=self.acts.actor
                )
            )
        )
        self._open(dialog)

    def make_reel(self, session: SupervisedSession) -> None:
        """Say what a reel would hold, ask for a place, and make it."""
        services, actor = self._services, self.acts.actor

        def ask(_reel: object) -> None:
            proposed = f"moments_{session.worker_id}_{session.blind_code}.wav"
            chosen, _ = QFileDialog.getSaveFileName(
                self, self.tr("Write the evidence reel"), proposed, self.tr("Sound (*.wav)")
            )
            if chosen:
                LongWork(
                    self.tr("Joining the moments"),
                    lambda progress, cancelled: services.reels.write(
                        session.session_id,
                        Path(chosen),
                        actor=actor,
                        progress=progress,
                        cancelled=cancelled,
                    ),
                    self,
                    on_success=lambda path: self._tell(
                        self.tr("{} was written.").format(path.name)
                    ),
                )

        self.acts.work(lambda: services.reels.plan(session.session_id, actor), ask)

    def ask_for_consent(self, session: SupervisedSession) -> None:
        """Show what a session may be used for, and record what is changed."""
        services, actor, session_id = self._services, self.acts.actor, session.session_id
        dialog = ConsentDialog(session_id, services.consents.of_session(session_id), self)
        dialog.wanted.connect(
            lambda answers, note: self.acts.change(
                lambda: services.consents.record([session_id], answers, actor=actor, note=note)
            )
        )
        self._open(dialog)

    def ask_for_supervisors(self) -> None:
        """Show who supervises whom, and change it."""
        dialog = SupervisorsDialog(self.acts, self)
        self._open(dialog)

    def ask_for_batch(self) -> None:
        """Ask for a period and write every report that was released in it."""
        self._open(BatchDialog(self.acts, self))

    # Inside

    def _connect_view(self) -> None:
        view = self.view
        view.draft_wanted.connect(self.open_draft)
        view.pdf_wanted.connect(lambda s: self.write(s, ReportForm.PDF))
        view.word_wanted.connect(lambda s: self.write(s, ReportForm.WORD))
        view.response_wanted.connect(self.ask_for_response)
        view.take_back_wanted.connect(self.ask_to_take_back)
        view.reel_wanted.connect(self.make_reel)
        view.consent_wanted.connect(self.ask_for_consent)

    def _lay_out(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, DOUBLE, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.search)
        column.addWidget(self.workers, 1)
        below = Flow(side, spacing=SPACE)
        below.add(self.name_supervisors, self.batch)
        column.addWidget(below)
        self._split.addWidget(side)
        self._split.addWidget(self.view)
        self._split.setStretchFactor(0, LIST_SHARE)
        self._split.setStretchFactor(1, WORKER_SHARE)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([scaled(LIST_PX), scaled(LIST_PX * WORKER_SHARE // LIST_SHARE)])
        for each in (self._split, self._empty, self._working, self.team):
            self._stack.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    def _choose_tab(self) -> None:
        if self._found is not None:
            self._show(self._found)

    def _show(self, found: Sequence[Supervisee]) -> None:
        self._found = found
        if self.tabs.currentIndex() == TEAM_TAB and found:
            self._stack.setCurrentWidget(self.team)
            self.team.read()
            return
        self._model.set_rows(found)
        if not found:
            self._empty.say(self.tr("No worker to supervise yet"), self._what_is_missing())
            self._stack.setCurrentWidget(self._empty)
            return
        self.workers.fit_columns(stretch=2)
        self._stack.setCurrentWidget(self._split)
        if self.chosen is None:
            self.workers.selectRow(0)
        else:
            self._show_chosen()

    def _what_is_missing(self) -> str:
        if self.is_lead:
            return self.tr(
                "Workers appear here once one of their sessions has a purpose that allows "
                "feedback and a submitted coding."
            )
        return self.tr(
            "A lead names the supervisor of each worker, on this page under Name supervisors."
        )

    def _show_chosen(self) -> None:
        supervisee = self.chosen
        if supervisee is None:
            return
        self.view.show_worker(supervisee, self.acts.refusal)
        worker_id, actor = supervisee.worker_id, self.acts.actor

        def show(series: tuple[Series, ...]) -> None:
            if self._is_chosen(worker_id):
                self.view.show_series(series)

        self.acts.work(lambda: self._services.feedback.series(worker_id, actor), show)

    def _is_chosen(self, worker_id: WorkerId) -> bool:
        return self.chosen is not None and self.chosen.worker_id == worker_id

    def _find_worker(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _tell(self, sentence: str) -> None:
        self.told.emit(sentence)
        announce(self, sentence)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
