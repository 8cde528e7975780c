"""The coding page: one session, from the first second to the lock, with the hands on the keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QUndoStack
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.rules import (
    MissingItem,
    MissingKind,
    questions_before_listening,
    reasons_on_offer,
)
from practicecoder.domain.coding import AnswerValue, Coding
from practicecoder.domain.ids import BlindCode, CoderId
from practicecoder.domain.spans import TimeSpan
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce
from practicecoder.ui.actions import make_action
from practicecoder.ui.coding.above import Above
from practicecoder.ui.coding.cards import CardColumn
from practicecoder.ui.coding.codebook_page import CodebookPage
from practicecoder.ui.coding.dispatcher import Dispatcher, Region
from practicecoder.ui.coding.evidence import EvidencePanel
from practicecoder.ui.coding.header import Banner, PageHeader
from practicecoder.ui.coding.keys import around, bare_commands, page_actions
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.notes import NotesPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.questions import QuestionList
from practicecoder.ui.coding.rule_out import RuleOutDialog
from practicecoder.ui.coding.submit import SubmitSheet
from practicecoder.ui.coding.workbench import Workbench
from practicecoder.ui.settings import LastPlace, Settings
from practicecoder.ui.widgets.rating_card import RatingCard


class CodingPage(QWidget):
    """Listening, evidence, notes, questions and ratings of one session."""

    study_changed = Signal(object)
    """A StudyChange made on the page."""
    saved = Signal(object)
    """When the last act was committed (aware UTC)."""
    finished = Signal(str)
    """Blind code of a session that was just submitted."""
    next_requested = Signal()
    back_requested = Signal()

    def __init__(
        self, services: StudyServices, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._settings = settings
        self._coding: OpenCoding | None = None
        self._coder_id: CoderId | None = None
        self._undo_stack = QUndoStack(self)
        self.header = PageHeader(self._undo_stack, self)
        self.banner = Banner(self)
        self.before = QuestionList(self.tr("Before listening"), self)
        self.listening = ListeningPanel(settings, self)
        self.evidence = EvidencePanel(self)
        self.notes = NotesPanel(self)
        self.cards = CardColumn(self)
        self._lay_out()
        self._connect()
        for action_id, act in page_actions(self).items():
            make_action(action_id, self, act)
        self._dispatcher = Dispatcher(self, self._regions(), bare_commands(self))
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

    def open_session(self, blind_code: BlindCode, coder_id: CoderId) -> None:
        """Open the coder's own coding of a session, at the second where they stopped.

        Raises
        ------
        PracticeCoderError
            If the session is not in the coder's queue or cannot be opened.
        """
        desk = self._services.coding.open_desk(blind_code, coder_id)
        self.close_session()
        self._coder_id = coder_id
        self._coding = coding = OpenCoding(self._services, desk, coder_id, self._undo_stack, self)
        self.header.show_desk(desk, coding.codebook)
        self.before.ask(questions_before_listening(coding.codebook))
        self.evidence.open_coding(coding)
        self.notes.open_coding(coding)
        self.cards.open_coding(coding)
        self.listening.open_coding(coding)
        coding.changed.connect(self._show_change)
        coding.restored.connect(self._show_stored)
        coding.saved.connect(self._tell_saved)
        coding.acted.connect(self._tell_act)
        coding.refused.connect(self.banner.tell)
        coding.locked.connect(self._tell_locked)
        coding.study_changed.connect(self.study_changed)
        self.banner.hide()
        self._show_stored()
        self._remember_place()
        self._give_first_focus(coding)

    def close_session(self) -> None:
        """Save what was typed and heard, and let go of the coding."""
        if self._coding is None:
            return
        self.flush()
        self.listening.close()
        self._remember_place()
        self.workbench.keep(self._settings)
        closed, self._coding = self._coding, None
        for panel in (self.listening, self.evidence, self.notes, self.cards):
            panel.open_coding(None)
        self.before.ask([])
        self._undo_stack.clear()
        closed.deleteLater()

    def flush(self) -> bool:
        """Save everything that was typed; False if some of it could not be saved."""
        saved = [part.flush() for part in (self.before, self.cards.questions)]
        saved += [part.flush() for part in (self.evidence, self.notes)]
        return all(saved)

    # Acts that ask first

    def answer(self, question_id: str, value: AnswerValue | None) -> None:
        """Answer a question; ask first if a rating would be withdrawn."""
        coding = self._coding
        if coding is None:
            return
        withdrawn = coding.withdrawn_by(question_id, value)
        if not withdrawn:
            coding.answer(question_id, value)
            return
        question = QMessageBox(self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Withdraw a rating?"))
        labels = ", ".join(withdrawn)
        question.setText(
            self.tr("With this answer the rating of {0} is withdrawn.").format(labels)
        )
        question.setInformativeText(self.tr("This can be undone."))
        go_on = question.addButton(
            self.tr("Withdraw the rating"), QMessageBox.ButtonRole.AcceptRole
        )
        keep = question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)

        def decided() -> None:
            if question.clickedButton() is go_on:
                coding.answer(question_id, value)
            else:
                self._show_stored()

        question.finished.connect(decided)
        self._ask(question)

    def rule_out(self, dimension_id: str) -> None:
        """Ask for a reason why a dimension is not applicable."""
        coding = self._coding
        if coding is None or not coding.is_editable:
            return
        codebook = coding.codebook
        state = self.cards.card(dimension_id).state
        if state.ruled_out_by:
            words = self.tr("{0} is not applicable by the answer to “{1}”.")
            self.banner.tell(words.format(codebook.label(dimension_id), state.ruled_out_by))
            return
        reasons = [
            codebook.reason(r) for r in reasons_on_offer(codebook, coding.coding, dimension_id)
        ]
        if not reasons:
            words = self.tr("{0} is always rated; the codebook gives no reason to rule it out.")
            self.banner.tell(words.format(codebook.label(dimension_id)))
            return
        dialog = RuleOutDialog(
            codebook.label(dimension_id), reasons, coding.coding.rating(dimension_id), self
        )
        dialog.reason_chosen.connect(
            lambda reason, note: coding.rule_out(dimension_id, reason, note)
        )
        self._ask(dialog)

    def ask_to_submit(self) -> None:
        """Show what is missing, or submit."""
        coding = self._coding
        if coding is None or not coding.is_editable:
            return
        self.flush()
        self.listening.save()
        sheet = SubmitSheet(
            coding.missing(), coding.heard_share(), len(coding.codebook.dimensions), self
        )
        sheet.item_wanted.connect(self._go_to_missing)
        sheet.submit_wanted.connect(coding.submit)
        self._ask(sheet)

    def show_codebook_page(self, dimension_id: str | None = None) -> None:
        """Show the codebook's page on a dimension, by default that of the card used last."""
        wanted = dimension_id or self.cards.active_dimension
        if self._coding is not None and wanted is not None:
            codebook = self._coding.codebook
            self._ask(CodebookPage(codebook, codebook.dimension(wanted), self), modal=False)

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

    # Evidence

    def make_evidence(self) -> None:
        """Note evidence a little before the playhead, for the card used last."""
        dimension_id = self.cards.active_dimension
        if self._coding is not None and dimension_id is not None and self._coding.is_editable:
            at_ms = self._before_reaction()
            self.evidence.make(TimeSpan(at_ms, at_ms), dimension_id)

    def begin_or_end_span(self) -> None:
        """Begin a span of evidence, or end the one begun."""
        dimension_id = self.cards.active_dimension
        if self._coding is not None and dimension_id is not None and self._coding.is_editable:
            self.evidence.begin_or_end_span(
                self._before_reaction(), self._in_segment(self.listening.position_ms), dimension_id
            )

    def stamp_note(self) -> None:
        """Write the time into the text being typed, else into the note."""
        at_ms = self.listening.position_ms
        if not self.evidence.editor.stamp(at_ms):
            self.notes.stamp(at_ms)

    # Going about

    def next_panel(self, step: int) -> None:
        """Give the next panel the focus, or with -1 the previous one."""
        panels = self._panels()
        focused = QApplication.focusWidget()
        here = next(
            (i for i, (area, _) in enumerate(panels) if _is_in(area, focused)),
            -1 if step > 0 else 0,
        )
        _, enter = panels[(here + step) % len(panels)]
        enter()

    def go_to_next_unrated(self) -> None:
        """Give the next card not yet rated the focus."""
        if not self.cards.go_to_next_unrated():
            announce(self, self.tr("Every dimension is rated or not applicable"))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the rating column under the listening area where the page is narrow."""
        super().resizeEvent(event)
        self.workbench.fit(self.width())

    def hideEvent(self, event: QHideEvent) -> None:
        """Pause and save when another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous() and self._coding is not None:
            self.listening.player.pause()
            self.flush()
            self.listening.save()

    # What the coding reports

    def _show_change(self, before: Coding, after: Coding) -> None:
        self.banner.hide()
        self._show(after)

    def _show_stored(self) -> None:
        if self._coding is not None:
            self._show(self._coding.coding)

    def _show(self, coding: Coding) -> None:
        assert self._coding is not None
        editable = self._coding.is_editable
        self.header.show_state(editable=editable, locked=coding.is_locked)
        self.before.show_answers(coding.answers, editable=editable)
        self.listening.show_coding(coding)
        self.evidence.show_coding(coding)
        self.notes.show_coding(coding)
        self.cards.show_coding(coding)

    def _tell_saved(self, moment: datetime) -> None:
        self.saved.emit(moment)
        self.header.show_saved(moment)

    def _tell_act(self, text: str) -> None:
        announce(self, text)

    def _tell_locked(self) -> None:
        assert self._coding is not None
        self._show_stored()
        self._remember_place()
        announce(self, self.tr("Submitted and locked"), assertive=True)
        self.header.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit(self._coding.desk.blind_code)

    # Inside

    def _ask(self, dialog: QDialog, *, modal: bool = True) -> None:
        """Show a dialog; when it is closed the keys go to the page again."""
        dialog.finished.connect(self.window().activateWindow)
        if modal:
            dialog.open()
        else:
            dialog.show()

    def _before_reaction(self) -> int:
        reaction_ms = self._settings.playback.reaction_ms
        return self._in_segment(self.listening.position_ms - reaction_ms)

    def _in_segment(self, at_ms: int) -> int:
        segment = None if self._coding is None else self._coding.desk.segment
        if segment is None:
            return max(at_ms, 0)
        return min(max(at_ms, segment.start_ms), segment.end_ms)

    def _go_to_missing(self, item: MissingItem) -> None:
        if item.kind is MissingKind.RATING:
            self.cards.go_to_card(item.item)
        elif not self.before.go_to(item.item):
            self.cards.go_to_question(item.item)

    def _give_first_focus(self, coding: OpenCoding) -> None:
        """Begin with what has to be answered before listening, else with listening."""
        answers = coding.coding.answers
        for field in self.before.fields:
            question = field.question
            if question.is_needed(answers) and question.question_id not in answers:
                self.before.go_to(question.question_id)
                return
        self.listening.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember_place(self) -> None:
        """Keep where the coder stopped; a submitted session is no place to go on."""
        if self._coding is None or self._coder_id is None:
            return
        coding, place = self._coding.coding, None
        if not coding.is_locked:
            place = LastPlace(
                blind_code=self._coding.desk.blind_code, position_ms=coding.position_ms
            )
        self._settings.set_last_place(self._services.study.study_id, self._coder_id, place)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        if _is_in(self.notes, old) and not _is_in(self.notes, new):
            self.notes.end_note()
        card = around(new, RatingCard)
        dimension_id = None if card is None else card.dimension_id
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if not pressed:
            QTimer.singleShot(0, new, lambda: self.workbench.bring_into_view(new))
        self.cards.use_card(dimension_id, new if pressed and card is not None else None)

    def _panels(self) -> list[tuple[QWidget, Callable[[], object]]]:
        """Panels in reading order: the area, and how it is entered."""

        def to(widget: QWidget) -> Callable[[], object]:
            return lambda: widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

        panels: list[tuple[QWidget, Callable[[], object]]] = []
        if self.before.fields:
            panels.append((self.before, self.before.fields[0].enter))
        panels.append((self.listening, to(self.listening.waveform)))
        panels.append((self.evidence, to(self.evidence.table)))
        panels.append((self.notes, to(self.notes.field)))
        panels.append((self.cards, self.cards.enter))
        return panels

    # Making

    def _regions(self) -> dict[QWidget, Region]:
        return {
            self.listening: Region.LISTENING,
            self.evidence.table: Region.EVIDENCE,
            self.notes.table: Region.NOTES,
        }

    def _connect(self) -> None:
        self.header.back_wanted.connect(self.back_requested)
        self.header.next_wanted.connect(self.next_requested)
        self.header.submit_wanted.connect(self.ask_to_submit)
        self.header.undo_wanted.connect(self.undo)
        self.header.redo_wanted.connect(self.redo)
        self.before.answered.connect(self.answer)
        self.listening.position_changed.connect(self.notes.show_position)
        self.listening.evidence_activated.connect(self._play_evidence)
        self.evidence.play_wanted.connect(self.listening.play_from)
        self.evidence.selected_changed.connect(self.listening.waveform.select_evidence)
        self.evidence.evidence_wanted.connect(self.make_evidence)
        self.notes.play_wanted.connect(self.listening.play_from)
        self.cards.level_chosen.connect(self._rate)
        self.cards.cleared.connect(self._clear)
        self.cards.unsure_chosen.connect(self._set_unsure)
        self.cards.not_applicable_wanted.connect(self.rule_out)
        self.cards.page_wanted.connect(self.show_codebook_page)
        self.cards.answered.connect(self.answer)
        self.cards.next_unrated_wanted.connect(self.go_to_next_unrated)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def _lay_out(self) -> None:
        self.workbench = Workbench(self.listening, self.evidence, self.notes, self.cards, self)
        self.workbench.restore(self._settings)
        above = Above(self)
        above.hold(self.banner)
        above.hold(self.before)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(above)
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

    def _play_evidence(self, evidence_id: str) -> None:
        """Select a piece of evidence and play from it."""
        self.evidence.select(evidence_id)
        self.evidence.play_selected()


def _is_in(area: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is area or area.isAncestorOf(widget))
