"""The training page: for leads coders, recordings and drift; for coders their own trials."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from practicecoder.domain.ids import BlindCode
from practicecoder.domain.people import Coder, Role
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.tables import RowTable
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, TRIPLE
from practicecoder.ui.training.acts import TrainingActs
from practicecoder.ui.training.coders import CodersPanel
from practicecoder.ui.training.drift import DriftPanel
from practicecoder.ui.training.findings import Findings, read_findings
from practicecoder.ui.training.own import OwnPanel
from practicecoder.ui.training.recordings import RecordingsPanel
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.study_page import StudyPage
from practicecoder.ui.widgets.working import Working


class TrainingPage(StudyPage):
    """Shows what the person may see; what others did is never read for a coder."""

    kinds = frozenset(
        {
            ChangeKind.CODINGS,
            ChangeKind.ASSIGNMENTS,
            ChangeKind.SESSIONS,
            ChangeKind.CERTIFICATES,
            ChangeKind.PEOPLE,
            ChangeKind.STUDY,
        }
    )

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._task: TaskHandle | None = None
        self.acts = TrainingActs(services, self)
        self.coders = CodersPanel(services, self.acts, self)
        self.recordings = RecordingsPanel(services, self.acts, self)
        self.drift = DriftPanel(services, self.acts, self)
        self.own = OwnPanel(services, self.acts, self)
        self._working = Working(self.tr("Comparing with the references…"), self)
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        name(self._tabs, self.tr("What is shown"))
        for words in (
            self.tr("Coders"),
            self.tr("Training recordings"),
            self.tr("Drift"),
            self.tr("My trials"),
        ):
            self._tabs.addTab(words)
        self._tabs.currentChanged.connect(self._choose_panel)
        self._stack = QStackedWidget(self)
        for panel in (*self._panels, self._working):
            self._stack.addWidget(panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self.acts.study_changed.connect(self.study_changed)
        self.acts.failed.connect(self.failed)
        self.acts.told.connect(self.told)
        make_action(ActionId.COPY_TABLE, self, self._copy_table)
        make_action(ActionId.REFRESH, self, self.read)

    @property
    def is_lead(self) -> bool:
        """Whether everyone's training may be shown."""
        return self.person is not None and self.person.is_a(Role.LEAD)

    @property
    def is_computing(self) -> bool:
        """Whether numbers are on their way."""
        return self._task is not None

    def show_person(self, person: Coder | None) -> None:
        """Show the page as a person may see it; what another saw is gone at once."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.acts.actor = None if person is None else person.coder_id
        is_other = person != self.person
        super().show_person(person)
        self._tabs.setVisible(self.is_lead)
        if is_other:
            self._stack.setCurrentWidget(self._working)
            self._tabs.setCurrentIndex(0)
            self._stack.setCurrentWidget(self._working)

    def read(self) -> None:
        """Read and compare anew, in the background."""
        person = self.person
        assert person is not None
        if self._task is not None:
            self._task.cancel()
        services, is_lead = self._services, self.is_lead
        self._task = run_task(
            self,
            one_at_a_time(lambda: read_findings(services, person.coder_id, is_lead=is_lead)),
            on_success=self._show,
            on_failure=self._fail,
        )

    def focus_first(self) -> None:
        """Put the focus where the next step is."""
        panel = self._panel
        panel.focus_first()

    def compare(self, blind_code: BlindCode) -> None:
        """Show a session that the person submitted beside its reference."""
        if self.person is not None:
            self.acts.compare(blind_code, self.person.coder_id)

    # Inside

    @property
    def _panels(self) -> tuple[CodersPanel, RecordingsPanel, DriftPanel, OwnPanel]:
        return self.coders, self.recordings, self.drift, self.own

    @property
    def _panel(self) -> CodersPanel | RecordingsPanel | DriftPanel | OwnPanel:
        return self._panels[self._tabs.currentIndex()] if self.is_lead else self.own

    def _choose_panel(self) -> None:
        self._stack.setCurrentWidget(self._panel)

    def _show(self, found: Findings) -> None:
        self._task = None
        self.own.show_progress(found.own)
        self.coders.show_coders(found.coders, found.due)
        people = [progress.coder_id for progress in found.coders]
        self.recordings.show_recordings(found.recordings, people)
        self.drift.show_drift(found.drift)
        was_waiting = self._stack.currentWidget() is self._working
        self._choose_panel()
        if was_waiting and self._working.isAncestorOf(self.focusWidget() or self):
            self.focus_first()

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)

    def _copy_table(self) -> None:
        """Copy the table with the focus, or the first one that is shown."""
        tables = [table for table in self._panel.findChildren(RowTable) if table.isVisible()]
        chosen = next((t for t in tables if t.hasFocus()), None) or next(iter(tables), None)
        if chosen is not None:
            chosen.copy_table()
