"""One open study on the screen: header, pages, and who works in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.scoring.ahead import load_numbers
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import QueueState
from practicecoder.services.studies import is_encrypted
from practicecoder.ui.actions import ActionId
from practicecoder.ui.sessions.page import SessionsPage
from practicecoder.ui.settings import Settings
from practicecoder.ui.tasks import run_task
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.store_banners import StoreBanners
from practicecoder.ui.widgets.study_header import StudyHeader
from practicecoder.ui.widgets.study_page import StudyPage

if TYPE_CHECKING:
    from practicecoder.ui.coding.page import CodingPage

ROLES_OF_PAGES: Mapping[ActionId, frozenset[Role]] = {
    ActionId.PAGE_SESSIONS: frozenset(Role),
    ActionId.PAGE_CODING: frozenset({Role.CODER}),
    ActionId.PAGE_RELIABILITY: frozenset({Role.ANALYST}),
    ActionId.PAGE_ANALYSIS: frozenset({Role.ANALYST}),
    ActionId.PAGE_CONSENSUS: frozenset({Role.CODER}),
    ActionId.PAGE_TRAINING: frozenset({Role.CODER}),
    ActionId.PAGE_SUPERVISION: frozenset({Role.SUPERVISOR}),
    ActionId.PAGE_CODEBOOKS: frozenset(Role),
    ActionId.EXPORT: frozenset({Role.ANALYST, Role.SUPERVISOR}),
    ActionId.EXPORT_REGISTER: frozenset({Role.ANALYST, Role.SUPERVISOR}),
    ActionId.PEOPLE: frozenset({Role.LEAD}),
}
"""Who sees what; a lead holds every role."""


PAGES_OF_PACKETS = frozenset(
    {ActionId.PAGE_SESSIONS, ActionId.PAGE_CODING, ActionId.PAGE_CODEBOOKS}
)
"""What there is in a study that was made from a packet."""

LOAD_AHEAD_AFTER_MS = 3_000
"""When a study was opened so long ago, and the window has been painted."""


class StudyView(QWidget):
    """Makes the pages of a study when they are first shown, and carries changes between them."""

    page_changed = Signal(object)
    """ActionId of the page that is shown."""
    person_changed = Signal()
    saved = Signal(object)
    """When something was committed (aware UTC)."""
    writing_changed = Signal(bool)
    """Whether changes are saved."""
    restore_requested = Signal()
    """An earlier state of the study is to be taken from its backups."""
    failed = Signal(object)
    told = Signal(str)

    def __init__(
        self, services: StudyServices, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._settings = settings
        self._people: tuple[Coder, ...] = ()
        self._person: Coder | None = None
        self._pages: dict[ActionId, StudyPage] = {}
        self._makers: Mapping[ActionId, Callable[[], StudyPage]] = {
            ActionId.PAGE_SESSIONS: self._make_sessions,
            ActionId.PAGE_CODING: self._make_coding,
            ActionId.PAGE_RELIABILITY: self._make_reliability,
            ActionId.PAGE_ANALYSIS: self._make_analysis,
            ActionId.PAGE_CONSENSUS: self._make_consensus,
            ActionId.PAGE_TRAINING: self._make_training,
            ActionId.PAGE_SUPERVISION: self._make_supervision,
            ActionId.PAGE_CODEBOOKS: self._make_codebooks,
        }
        self._header = StudyHeader(self)
        self.is_encrypted = is_encrypted(services.path)
        self._header.show_study(
            services.study, read_only=services.read_only, is_encrypted=self.is_encrypted
        )
        self._is_packet = services.packet.facts is not None
        self._header.identity.identity_chosen.connect(self.choose_person)
        self.banners = StoreBanners(services, self)
        self.banners.writing_changed.connect(self._show_writing)
        self.banners.restore_wanted.connect(self.restore_requested)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.banners)
        layout.addWidget(self._stack, 1)
        self._read_people()
        self.show_page(ActionId.PAGE_SESSIONS)
        self._show_packet()
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(LOAD_AHEAD_AFTER_MS)
        self._ahead.timeout.connect(self._load_ahead)
        self._ahead.start()

    @property
    def services(self) -> StudyServices:
        """Services of the study."""
        return self._services

    @property
    def header(self) -> StudyHeader:
        """Title, badges and identity."""
        return self._header

    @property
    def person(self) -> Coder | None:
        """Who works here; None if nobody chose."""
        return self._person

    @property
    def page(self) -> StudyPage:
        """Page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, StudyPage)
        return page

    @property
    def shown_page(self) -> ActionId:
        """Which page is shown."""
        page = self.page
        return next(action_id for action_id, made in self._pages.items() if made is page)

    @property
    def shown_session(self) -> BlindCode | None:
        """Session that is open on the coding page, if that page is shown."""
        from practicecoder.ui.coding.coding_host import CodingHost

        page = self.page
        return page.open_code if isinstance(page, CodingHost) else None

    @property
    def shown_meeting(self) -> BlindCode | None:
        """Session whose meeting is open on the consensus page, if that page is shown."""
        from practicecoder.ui.consensus.page import ConsensusPage

        page = self.page
        return page.open_code if isinstance(page, ConsensusPage) else None

    @property
    def coding_page(self) -> CodingPage:
        """The coding page; made if it was not shown yet."""
        if ActionId.PAGE_CODING not in self._pages:
            self._add(ActionId.PAGE_CODING, self._make_coding())
        host = self._pages[ActionId.PAGE_CODING]
        from practicecoder.ui.coding.coding_host import CodingHost

        assert isinstance(host, CodingHost)
        return host.coding_page

    def may(self, action_id: ActionId) -> bool:
        """Whether the person may see a page or do an act."""
        if self._is_packet and action_id not in PAGES_OF_PACKETS:
            return False
        roles = ROLES_OF_PAGES.get(action_id, frozenset())
        return self._person is not None and any(self._person.is_a(role) for role in roles)

    # Who works here

    def choose_person(self, coder_id: CoderId) -> None:
        """Work as somebody else; what is open is left first.

        While words that were typed cannot be saved, the person stays.
        """
        if not self.flush():
            self._read_people()
            return
        self.leave()
        self._settings.set_identity(self._services.study.study_id, coder_id)
        self._read_people()
        for page in self._pages.values():
            page.show_person(self._person)
        self.person_changed.emit()
        self.show_page(ActionId.PAGE_SESSIONS)
        self.page.focus_first()

    def _read_people(self) -> None:
        self._people = tuple(p for p in self._services.people.coders() if p.has_access)
        wanted = self._settings.identity(self._services.study.study_id)
        if wanted is None:
            wanted = self._first_person()
        self._person = next((p for p in self._people if p.coder_id == wanted), None)
        chosen = None if self._person is None else self._person.coder_id
        self._header.identity.show_people(self._people, chosen)

    def _take_people(self) -> None:
        """Read who works here; if it is the person's own rights that changed, so do the pages."""
        before = self._person
        if before is not None:  # who was alone needed no choice, and stays who they are
            self._settings.set_identity(self._services.study.study_id, before.coder_id)
        self._read_people()
        if self._person == before:
            return
        for page in self._pages.values():
            page.show_person(self._person)
        self.person_changed.emit()
        self.show_page(self.shown_page)

    def _load_ahead(self) -> None:
        """Load what numbers are computed with, so that their first page need not wait for it."""
        if self.may(ActionId.PAGE_RELIABILITY):
            run_task(
                self,
                one_at_a_time(load_numbers),
                on_success=lambda _none: None,
                on_failure=self.failed.emit,
            )

    def _first_person(self) -> CoderId | None:
        """Who it can only be: the one person of the study, or the demonstration's newcomer."""
        if self._services.study.made_up:
            from practicecoder.services.demonstration import NEWCOMER

            if any(person.coder_id == NEWCOMER for person in self._people):
                return NEWCOMER
        return self._people[0].coder_id if len(self._people) == 1 else None

    # Pages

    def show_page(self, action_id: ActionId) -> None:
        """Show a page the person may see, else the sessions; it is made when first shown."""
        if not self.may(action_id):
            action_id = ActionId.PAGE_SESSIONS
        self._stack.setCurrentWidget(self._made(action_id))
        self.page_changed.emit(action_id)

    def focus_first(self) -> None:
        """Put the focus where the next step is: the page, or the choice of person."""
        if self._person is None:
            self._header.identity.setFocus()
        else:
            self.page.focus_first()

    def take_notice(self, change: StudyChange) -> None:
        """Carry a change to every page and say that it is saved."""
        if change.concerns(ChangeKind.PEOPLE):
            self._take_people()
        for page in self._pages.values():
            page.refresh(change)
        self._show_packet()
        self.saved.emit(self._services.context.now())

    def _show_packet(self) -> None:
        """Say in the header how far the packet is."""
        if self._is_packet:
            progress = self._services.packet.progress()
            self._header.show_title(
                self.tr("{0}, {1} of {2} done").format(
                    self._services.study.title, progress.n_submitted, progress.n_sessions
                )
            )

    def flush(self) -> bool:
        """Save everything that was typed; False if some of it could not be saved."""
        saved = [page.flush() for page in self._pages.values()]
        return all(saved)

    def leave(self) -> None:
        """Finish what is open on the pages."""
        for page in self._pages.values():
            page.leave()

    def close_study(self) -> None:
        """Leave the pages and close the study."""
        self.leave()
        self.banners.end()
        self._services.close()

    def _show_writing(self, works: bool) -> None:
        for page in self._pages.values():
            page.show_writing(works=works)
        self.writing_changed.emit(works)

    # Coding

    @property
    def was_cut_off(self) -> bool:
        """Whether the program ended last time while the person had a session open."""
        if self._person is None or self._services.read_only:
            return False  # read only: the session may be open in the window that writes
        place = self._settings.last_place(self._services.study.study_id, self._person.coder_id)
        return place is not None and place.is_open

    def go_on_coding(self) -> None:
        """Open the session in which the person stopped, or else the next one."""
        if not self.may(ActionId.PAGE_CODING) or self._person is None:
            return
        place = self._settings.last_place(self._services.study.study_id, self._person.coder_id)
        to_do = {
            row.blind_code
            for row in self._services.sessions.queue(self._person.coder_id)
            if row.state is not QueueState.SUBMITTED
        }
        if place is not None and place.blind_code in to_do:
            self.open_coding(place.blind_code)
        else:
            self.show_page(ActionId.PAGE_CODING)

    def open_coding(self, blind_code: BlindCode) -> None:
        """Open a session of the person's queue for coding."""
        from practicecoder.ui.coding.coding_host import CodingHost

        if self.may(ActionId.PAGE_CODING):
            host = self._made(ActionId.PAGE_CODING)
            if isinstance(host, CodingHost):
                # Before it is shown: a coding page that is shown empty opens the next session.
                host.open_session(blind_code)
        self.show_page(ActionId.PAGE_CODING)

    def open_meeting(self, blind_code: BlindCode) -> None:
        """Put the meeting about a session on the table."""
        from practicecoder.ui.consensus.page import ConsensusPage

        self.show_page(ActionId.PAGE_CONSENSUS)
        if isinstance(self.page, ConsensusPage):
            self.page.open_meeting(blind_code)

    def compare_trial(self, blind_code: BlindCode) -> None:
        """Show a submitted trial of the person beside its reference."""
        from practicecoder.ui.training.page import TrainingPage

        self.show_page(ActionId.PAGE_TRAINING)
        if isinstance(self.page, TrainingPage):
            self.page.compare(blind_code)

    # Reports

    def ask_for_reports(self, session_id: SessionId | None = None) -> None:
        """Show the dialog that writes reports and exports, as far as the person may."""
        from practicecoder.ui.sessions.reports import ROLES_OF_OUTPUTS, ReportsDialog

        person = self._person
        if person is None:
            return
        outputs = [output for output, role in ROLES_OF_OUTPUTS.items() if person.is_a(role)]
        if outputs:
            dialog = ReportsDialog(
                self._services, outputs, self, actor=person.coder_id, session_id=session_id
            )
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def show_export_register(self) -> None:
        """Show what left the study."""
        from practicecoder.ui.sessions.export_register import ExportRegisterDialog

        if self.may(ActionId.EXPORT_REGISTER):
            dialog = ExportRegisterDialog(self._services, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def go_to_filter(self) -> None:
        """Go to the words that the table of sessions is filtered by, if it is shown."""
        if isinstance(self.page, SessionsPage):
            self.page.go_to_filter()

    def show_people(self) -> None:
        """Show and add people."""
        page = self._pages[ActionId.PAGE_SESSIONS]
        if isinstance(page, SessionsPage) and self.may(ActionId.PEOPLE):
            page.lead.acts.show_people()

    # Making pages

    def _made(self, action_id: ActionId) -> StudyPage:
        if action_id not in self._pages:
            self._add(action_id, self._makers[action_id]())
        return self._pages[action_id]

    def _add(self, action_id: ActionId, page: StudyPage) -> None:
        page.study_changed.connect(self.take_notice)
        page.failed.connect(self.failed)
        page.told.connect(self.told)
        page.show_person(self._person)
        self._pages[action_id] = page
        self._stack.addWidget(page)

    def _make_sessions(self) -> StudyPage:
        page = SessionsPage(self._services, self, settings=self._settings)
        page.coding_requested.connect(lambda code: self.open_coding(BlindCode(code)))
        page.report_requested.connect(self.ask_for_reports)
        return page

    def _make_coding(self) -> StudyPage:
        from practicecoder.ui.coding.coding_host import CodingHost

        host = CodingHost(self._services, self._settings, self)
        host.saved.connect(self.saved)
        host.session_left.connect(self.banners.watch.back_up)
        host.back_requested.connect(lambda: self.show_page(ActionId.PAGE_SESSIONS))
        host.comparison_requested.connect(lambda code: self.compare_trial(BlindCode(code)))
        return host

    def _make_reliability(self) -> StudyPage:
        from practicecoder.ui.reliability.page import ReliabilityPage

        return ReliabilityPage(self._services, self)

    def _make_analysis(self) -> StudyPage:
        from practicecoder.ui.analysis.page import AnalysisPage

        return AnalysisPage(self._services, self)

    def _make_consensus(self) -> StudyPage:
        from practicecoder.ui.consensus.page import ConsensusPage

        return ConsensusPage(self._services, self)

    def _make_training(self) -> StudyPage:
        from practicecoder.ui.training.page import TrainingPage

        return TrainingPage(self._services, self)

    def _make_supervision(self) -> StudyPage:
        from practicecoder.ui.supervision.page import SupervisionPage

        return SupervisionPage(self._services, self)

    def _make_codebooks(self) -> StudyPage:
        from practicecoder.ui.codebooks.page import CodebooksPage

        return CodebooksPage(self._services, self)
