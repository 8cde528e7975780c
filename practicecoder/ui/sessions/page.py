"""The sessions page: a coder's own queue, and for the lead the table of all sessions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from practicecoder.domain.people import Coder, Role
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon
from practicecoder.ui.sessions.lead import LeadPanel
from practicecoder.ui.sessions.queue import QueuePanel
from practicecoder.ui.settings import Settings
from practicecoder.ui.theme import DOUBLE, TRIPLE
from practicecoder.ui.widgets.notice import EmptyState
from practicecoder.ui.widgets.study_page import StudyPage


class SessionsPage(StudyPage):
    """Shows what the person may see; others' data are never read for a coder."""

    coding_requested = Signal(str)
    """Blind code of the session to code."""
    report_requested = Signal(object)
    """Id of the session whose worker report is wanted."""

    kinds = frozenset(
        {
            ChangeKind.SESSIONS,
            ChangeKind.ASSIGNMENTS,
            ChangeKind.CODINGS,
            ChangeKind.PEOPLE,
            ChangeKind.CONCERNS,
        }
    )

    def __init__(
        self,
        services: StudyServices,
        parent: QWidget | None = None,
        *,
        settings: Settings | None = None,
    ) -> None:
        """Make the page; without ``settings`` saved views are forgotten when it closes."""
        super().__init__(parent)
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab(self.tr("All sessions"))
        self._tabs.addTab(self.tr("My queue"))
        name(self._tabs, self.tr("What is shown"))
        self._nobody = EmptyState(
            self.tr("Who are you?"),
            self.tr(
                "Choose your code under “I am” at the top right. Everything you do is saved "
                "under it, and you see the sessions that are yours."
            ),
            self,
            drawing=Icon.PERSON,
        )
        self.queue = QueuePanel(services, self)
        self.lead = LeadPanel(services, self, settings=settings)
        self._stack = QStackedWidget(self)
        for panel in (self._nobody, self.lead, self.queue):
            self._stack.addWidget(panel)
        head = QHBoxLayout()
        head.addWidget(self._tabs)
        head.addStretch(1)
        head.addWidget(self.lead.tools)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, DOUBLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.show_person(None)

    @property
    def is_lead(self) -> bool:
        """Whether the table of all sessions may be shown."""
        return self.person is not None and self.person.is_a(Role.LEAD)

    def show_person(self, person: Coder | None) -> None:
        """Show the queue or the table, as the person may see it."""
        super().show_person(person)
        self._tabs.setVisible(self.is_lead)
        self._tabs.setCurrentIndex(0)
        self._choose_panel()

    def read(self) -> None:
        """Read the queue, and for a lead the table."""
        assert self.person is not None
        if self.is_lead:
            self.lead.show_actor(self.person.coder_id)
        self.queue.show_coder(self.person.coder_id)

    def focus_first(self) -> None:
        """Put the focus on what comes next."""
        panel = self._stack.currentWidget()
        if isinstance(panel, QueuePanel | LeadPanel):
            panel.focus_first()

    def go_to_filter(self) -> None:
        """Go to the filter words of the table."""
        if self._stack.currentWidget() is self.lead:
            self.lead.go_to_filter()

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._choose_panel)
        self.queue.coding_requested.connect(self.coding_requested)
        self.queue.failed.connect(self.failed)
        self.queue.told.connect(self.told)
        self.lead.study_changed.connect(self.study_changed)
        self.lead.failed.connect(self.failed)
        self.lead.told.connect(self.told)
        self.lead.report_requested.connect(self.report_requested)

    def _choose_panel(self) -> None:
        if self.person is None:
            self._stack.setCurrentWidget(self._nobody)
        elif self.is_lead and self._tabs.currentIndex() == 0:
            self._stack.setCurrentWidget(self.lead)
        else:
            self._stack.setCurrentWidget(self.queue)
        self.lead.tools.setVisible(self._stack.currentWidget() is self.lead)
