"""The coding page: one session, from the first second to the lock, with the hands on the keys."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.codebook.rules import MissingItem, MissingKind
from practicecoder.domain.coding import AnswerValue, Coding
from practicecoder.domain.ids import BlindCode, CoderId
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import ActionId, make_action
from practicecoder.ui.coding.above import Above
from practicecoder.ui.coding.asking import Asking
from practicecoder.ui.coding.calm import Calm
from practicecoder.ui.coding.changing import CHANGING_ACTIONS, CHANGING_COMMANDS, guarded
from practicecoder.ui.coding.counting.panel import CountPanel
from practicecoder.ui.coding.dispatcher import Dispatcher, Region
from practicecoder.ui.coding.evidence import EvidencePanel
from practicecoder.ui.coding.evidence_acts import EvidenceActs
from practicecoder.ui.coding.focus_following import FocusFollowing
from practicecoder.ui.coding.header import Banner, PageHeader
from practicecoder.ui.coding.keys import bare_commands, page_actions
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.notes import NotesPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.page_panels import panels_of
from practicecoder.ui.coding.panels import PanelName, Workspace
from practicecoder.ui.coding.panels_in_step import PanelsInStep
from practicecoder.ui.coding.queue_panel import QueuePanel
from practicecoder.ui.coding.ratings_panel import RatingsPanel
from practicecoder.ui.coding.scores_panel import ScoresPanel
from practicecoder.ui.coding.stopping_place import StoppingPlace
from practicecoder.ui.coding.transcript.panel import TranscriptPanel
from practicecoder.ui.coding.visual_order import go_by_tab, tab_stops
from practicecoder.ui.coding.workbench import Workbench
from practicecoder.ui.coding.workspace_actions import WorkspaceActions
from practicecoder.ui.settings import Settings


class CodingPage(QWidget):
    """The panels of one session in their docks, and the acts that reach over several of them."""

    study_changed = Signal(object)
    """A StudyChange made on the page."""
    saved = Signal(object)
    """When the last act was committed (aware UTC)."""
    finished = Signal(str)
    """Blind code of a session that was just submitted."""
    next_requested = Signal()
    session_requested = Signal(str)
    """Blind code of a session of the queue that was chosen."""
    back_requested = Signal()
    failed = Signal(object)

    def __init__(
        self, services: StudyServices, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._settings = settings
        self._coding: OpenCoding | None = None
        self._undo_stack = QUndoStack(self)
        self.header = PageHeader(self._undo_stack, self)
        self.banner = Banner(self)
        self.queue = QueuePanel(services, self)
        self.listening = ListeningPanel(settings, self)
        self.counting = CountPanel(self, settings=settings)
        self.transcript = TranscriptPanel(services, settings, self)
        self.evidence = EvidencePanel(self)
        self.notes = NotesPanel(self)
        self.scores = ScoresPanel(self)
        self.ratings = RatingsPanel(self)
        self.before, self.cards = self.ratings.before, self.ratings.cards
        panels = panels_of(self)
        self._panels = PanelsInStep(panels)
        self._calm = Calm(self)
        self.workbench = Workbench(panels, settings, self)
        self._evidence_acts = EvidenceActs(
            settings, self.listening, self.evidence, self.notes, self.cards, self
        )
        self._asking = Asking(self.cards, self)
        self._place = StoppingPlace(services, settings, self.notes, self.banner, self)
        self._lay_out()
        self._connect()
        self._following = FocusFollowing(self.workbench, self.notes, self.cards, self)
        acts = guarded(page_actions(self), CHANGING_ACTIONS, self._refuses_change)
        for action_id, act in acts.items():
            make_action(action_id, self, act)
        make_action(ActionId.NEXT_SESSION, self, self.go_to_next_session)
        self.header.offer_concern(make_action(ActionId.RAISE_CONCERN, self, self.raise_concern))
        self._workspace_actions = WorkspaceActions(self.workbench, self)
        self.header.show_workspaces(self._workspace_actions.workspaces)
        commands = guarded(bare_commands(self), CHANGING_COMMANDS, self._refuses_change)
        self._dispatcher = Dispatcher(self, self._regions(), commands)
        self.setFocusProxy(self.listening)

    # Life

    @property
    def undo_stack(self) -> QUndoStack:
        """Acts on the open coding that can be undone; ends at the lock."""
        return self._undo_stack

    @property
    def coding(self) -> Coding | None:
        """The open coding as it is stored; None if none is open."""
        return None if self._coding is None else self._coding.coding

    @property
    def view_actions(self) -> tuple[QAction | None, ...]:
        """What the View menu offers for the page; None stands for a line between."""
        return self._workspace_actions.for_menu

    def open_session(self, blind_code: BlindCode, coder_id: CoderId) -> None:
        """Open the coder's own coding of a session, at the second where they stopped.

        Raises
        ------
        PracticeCoderError
            If the session is not in the coder's queue or cannot be opened.
        """
        desk = self._services.coding.open_desk(blind_code, coder_id)
        self.close_session()
        coding = OpenCoding(self._services, desk, coder_id, self._undo_stack, self)
        self.header.show_desk(desk, coding.codebook)
        self._place.open_coding(coding, coder_id)
        self._give_coding(coding)
        coding.changed.connect(self._show_change)
        coding.restored.connect(self._show_stored)
        coding.saved.connect(self._tell_saved)
        coding.acted.connect(self._tell_act)
        coding.refused.connect(self._tell_refused)
        coding.locked.connect(self._tell_locked)
        coding.study_changed.connect(self.study_changed)
        self.banner.hide()
        self._show_stored()
        self._place.take_up()
        self._place.keep()
        self.focus_first()
        self._calm.begin()

    def close_session(self) -> None:
        """Save what was typed and heard, and let go of the coding."""
        if self._coding is None:
            return
        self.flush()
        self.listening.close()
        self._place.close()
        self.workbench.keep()
        closed = self._coding
        self._give_coding(None)
        self._undo_stack.clear()
        closed.deleteLater()
        self._calm.end()

    def flush(self) -> bool:
        """Save everything that was typed; False if some of it could not be saved."""
        return self._panels.flush()

    def show_writing(self, *, works: bool) -> None:
        """Say whether changes are saved; when they are again, save what was typed and heard."""
        if self._coding is None:
            return
        if not works:
            self.banner.hide()
            self.header.show_not_saved()
        elif self.flush() and self.listening.save():
            self.header.show_saved(self._services.context.now())

    def focus_first(self) -> None:
        """Go on with a note; else answer what comes before listening; else begin to listen."""
        if self.notes.is_writing:
            self.workbench.go_to(PanelName.NOTES)
        elif self.ratings.has_open_question:
            self.workbench.go_to(PanelName.RATINGS)
        else:
            self.listening.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acts

    def answer(self, question_id: str, value: AnswerValue | None) -> None:
        """Answer a question; ask first if a rating would be withdrawn."""
        self._asking.answer(question_id, value)

    def rule_out(self, dimension_id: str) -> None:
        """Ask for a reason why a dimension is not applicable."""
        self._asking.rule_out(dimension_id)

    def ask_to_submit(self) -> None:
        """Show what is missing, or submit."""
        self.flush()
        self.listening.save()
        self._asking.submit()

    def show_codebook_page(self, dimension_id: str | None = None) -> None:
        """Show the codebook's page on a dimension, by default that of the card used last."""
        self._asking.show_codebook_page(dimension_id)

    def raise_concern(self) -> None:
        """Ask what was heard, and tell the lead."""
        why_not = "" if self._coding is None else self._coding.why_no_concern
        if why_not:
            self.banner.tell(why_not)
        else:
            self._asking.raise_concern(self.listening.position_ms)

    def undo(self) -> None:
        """Undo the last act, after saving what is being typed."""
        self.flush()
        self._undo_stack.undo()

    def redo(self) -> None:
        """Redo the act undone last."""
        self.flush()
        self._undo_stack.redo()

    def answer_save(self) -> None:
        """Say that everything is saved already, and see to it."""
        self.flush()
        self.listening.save()
        self.header.tell_saved()

    def make_evidence(self) -> None:
        """Note evidence a little before the playhead, for the card used last."""
        self._evidence_acts.make()

    def open_transcript(self) -> None:
        """Go to the transcript, and offer what can be done with it."""
        self.workbench.go_to(PanelName.TRANSCRIPT)
        self.transcript.files.open()

    def begin_or_end_span(self) -> None:
        """Begin a span of evidence, or end the one begun."""
        self._evidence_acts.begin_or_end_span()

    def stamp_note(self) -> None:
        """Write the time into the text being typed, else into the note."""
        if not self.evidence.editor.isAncestorOf(self.window().focusWidget() or self):
            self.workbench.bring(PanelName.NOTES)
        self._evidence_acts.stamp_note()

    # Going about

    def next_panel(self, step: int) -> None:
        """Give the next panel the focus, or with -1 the previous one."""
        self.workbench.go_on(step)

    def go_to_next_unrated(self) -> None:
        """Give the next card not yet rated the focus."""
        if not self.cards.go_to_next_unrated():
            announce(self, self.tr("Every dimension is rated or not applicable"))

    def go_to_next_session(self) -> None:
        """Save, and ask for the next session of the queue that is not submitted."""
        self.flush()
        self.next_requested.emit()

    def read_queue(self) -> None:
        """Read the queue again, as sessions were assigned or withdrawn."""
        self.queue.read()

    # Qt

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt's name
        """Go on with Tab in the order in which the page is read at this moment."""
        stops = tab_stops([self.header, self._above, *self.workbench.areas_in_order()])
        return go_by_tab(self, stops, forward=next) or super().focusNextPrevChild(next)

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause and save when another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous() and self._coding is not None:
            self.listening.player.pause()
            self.flush()
            self.listening.save()

    # What the coding reports

    def _give_coding(self, coding: OpenCoding | None) -> None:
        self._coding = coding
        self._asking.open_coding(coding)
        self._evidence_acts.open_coding(coding)
        self._panels.open_coding(coding)

    def _show_change(self, before: Coding, after: Coding) -> None:
        self.banner.hide()
        self._show_state(after)
        self._panels.show_change(before, after)

    def _show_stored(self) -> None:
        if self._coding is not None:
            self._show_state(self._coding.coding)
            self._panels.show(self._coding.coding)

    def _show_state(self, coding: Coding) -> None:
        assert self._coding is not None
        self.header.show_state(editable=self._coding.is_editable, locked=coding.is_locked)
        self.header.allow_concern(self._coding.why_no_concern)
        self.workbench.offer(self._coding)

    def _refuses_change(self) -> bool:
        """Whether the coding cannot be changed; if so, that is said."""
        why = "" if self._coding is None else self._coding.why_fixed
        if why:
            self.banner.tell(why)
        return bool(why)

    def _tell_refused(self, why: str) -> None:
        """Say why an act was refused, unless a banner of the study tells of the disk already."""
        if self._services.storing.trouble is None:
            self.banner.tell(why)

    def _tell_saved(self, moment: datetime) -> None:
        self.saved.emit(moment)
        self.header.show_saved(moment)
        self._place.keep()

    def _tell_act(self, text: str) -> None:
        announce(self, text)

    def _tell_locked(self) -> None:
        assert self._coding is not None
        self._show_stored()
        self._place.keep()
        announce(self, self.tr("Submitted and locked"), assertive=True)
        self.header.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit(self._coding.desk.blind_code)

    # Inside

    def _go_to_missing(self, item: MissingItem) -> None:
        match item.kind:
            case MissingKind.RATING | MissingKind.EVIDENCE:
                self.cards.go_to_card(item.item)
            case MissingKind.QUESTION:
                self.workbench.bring(PanelName.RATINGS)
                self.ratings.go_to_question(item.item)
            case MissingKind.COUNTING:
                self.workbench.show_workspace(Workspace.COUNT)
            case MissingKind.LISTENING:
                self.workbench.go_to(PanelName.LISTENING)

    # Making

    def _regions(self) -> dict[QWidget, Region]:
        return {
            self.listening: Region.LISTENING,
            self.transcript.view: Region.TRANSCRIPT,
            self.evidence.table: Region.EVIDENCE,
            self.notes.table: Region.NOTES,
        }

    def _connect(self) -> None:
        header, asking, acts = self.header, self._asking, self._evidence_acts
        header.back_wanted.connect(self.back_requested)
        header.next_wanted.connect(self.go_to_next_session)
        header.submit_wanted.connect(self.ask_to_submit)
        header.undo_wanted.connect(self.undo)
        header.redo_wanted.connect(self.redo)
        asking.told.connect(self.banner.tell)
        asking.item_wanted.connect(self._go_to_missing)
        self.queue.session_wanted.connect(self.session_requested)
        self.queue.next_wanted.connect(self.go_to_next_session)
        self.queue.failed.connect(self.failed)
        self.before.answered.connect(self.answer)
        self.listening.evidence_activated.connect(acts.play)
        self.listening.saved.connect(self._place.keep)
        self.evidence.selected_changed.connect(self.listening.waveform.select_evidence)
        self.evidence.evidence_wanted.connect(self.make_evidence)
        self.transcript.evidence_wanted.connect(acts.make_of)
        self.transcript.lines_changed.connect(self.listening.set_lines)
        self.transcript.study_changed.connect(self.study_changed)
        self.counting.play_pause_wanted.connect(lambda: self.listening.act(ActionId.PLAY_PAUSE))
        self.cards.entered.connect(lambda: self.workbench.bring(PanelName.RATINGS))
        self.cards.level_chosen.connect(self._rate)
        self.cards.cleared.connect(self._clear)
        self.cards.unsure_chosen.connect(self._set_unsure)
        self.cards.not_applicable_wanted.connect(self.rule_out)
        self.cards.page_wanted.connect(self.show_codebook_page)
        self.cards.change_refused.connect(self._refuses_change)
        self.cards.answered.connect(self.answer)
        self.cards.next_unrated_wanted.connect(self.go_to_next_unrated)
        self._panels.go_with(self.listening)

    def _lay_out(self) -> None:
        self._above = Above(self)
        self._above.hold(self.banner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._above)
        layout.addWidget(self.workbench, 1)

    def _rate(self, dimension_id: str, level: int) -> None:
        if self._coding is not None:
            self._coding.rate(dimension_id, level)

    def _clear(self, dimension_id: str) -> None:
        if self._coding is not None:
            self._coding.clear_rating(dimension_id)

    def _set_unsure(self, dimension_id: str, unsure: bool) -> None:
        if self._coding is not None:
            self._coding.set_unsure(dimension_id, unsure)
