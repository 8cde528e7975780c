"""One meeting on the screen: its head, the dimensions, and the one that is talked about."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QSplitter, QVBoxLayout, QWidget

from practicecoder.domain.coding import Evidence, Rating
from practicecoder.services.comparing import DimensionComparison
from practicecoder.ui.accessibility import announce
from practicecoder.ui.consensus.detail import DimensionDetail
from practicecoder.ui.consensus.dialogs import FinishQuestion, ReopenDialog, SessionDialog
from practicecoder.ui.consensus.header import MeetingHeader, in_words
from practicecoder.ui.consensus.open_meeting import OpenMeeting
from practicecoder.ui.keys.bare import Command
from practicecoder.ui.theme import DOUBLE, SPACE
from practicecoder.ui.widgets.codebook_page import CodebookPage
from practicecoder.ui.widgets.comparison_table import ComparisonTable
from practicecoder.ui.widgets.comparison_words import rating_in_short
from practicecoder.ui.widgets.labels import card
from practicecoder.ui.widgets.level_typing import LevelTyping
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.rule_out import RuleOutDialog
from practicecoder.ui.widgets.scrolling import Scrolling

FEWEST_ROWS = 3
MOST_OF_TABLE = 0.5
"""Share of the height that the table takes by itself; the splitter can be moved."""


class MeetingView(QWidget):
    """Shows a meeting and does what is asked by key, click or dialog."""

    back_wanted = Signal()
    told = Signal(str)
    study_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open: OpenMeeting | None = None
        self._typing = LevelTyping(())
        self.header = MeetingHeader(self)
        self.notices = Notices(self.tr("Messages"), self)
        self.table = ComparisonTable(self.tr("Dimensions, widest differences first"), self)
        self.detail = DimensionDetail(self)
        self._lay_out()
        self._connect()

    # Life

    @property
    def open_meeting(self) -> OpenMeeting | None:
        """The meeting on the table; None if there is none."""
        return self._open

    def show_meeting(self, meeting: OpenMeeting) -> None:
        """Put a meeting on the table."""
        self.close_meeting()
        self._open = meeting
        meeting.changed.connect(self._show_stored)
        meeting.acted.connect(self._tell_act)
        meeting.refused.connect(lambda sentence: self.notices.show_texts([sentence]))
        meeting.study_changed.connect(self.study_changed)
        meeting.undo_stack.indexChanged.connect(self._show_history)
        self.notices.show_texts([])
        self._show_stored()
        if self.table.lines:
            self.table.selectRow(0)
        QTimer.singleShot(0, self, self._share_room)  # it is shown, and has a height, only then

    def close_meeting(self) -> None:
        """Save what was written, and take the meeting from the table."""
        if self._open is None:
            return
        self.flush()
        self.detail.decision.forget()
        self.header.sound.close_recording()
        closed, self._open = self._open, None
        closed.deleteLater()

    def flush(self) -> bool:
        """Save what was written; False if that failed."""
        self.detail.decision.flush()
        return self.detail.decision.is_saved

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acts

    def agree(self, rating: Rating) -> None:
        """Agree on a rating of the dimension with the cursor."""
        comparison, meeting = self.table.current_comparison, self._open
        if comparison is None or meeting is None or not self._may_change():
            return
        self.notices.show_texts([])
        if meeting.agree(comparison.dimension_id, rating):
            words = self.tr("{0}: agreed on {1}")
            announce(self, words.format(comparison.label, rating_in_short(rating)))

    def clear(self) -> None:
        """Take the agreement on the dimension with the cursor back."""
        comparison, meeting = self.table.current_comparison, self._open
        if comparison is not None and meeting is not None and self._may_change():
            meeting.clear(comparison.dimension_id)

    def rule_out(self) -> None:
        """Ask for a reason, and agree that the dimension does not apply."""
        comparison, meeting = self.table.current_comparison, self._open
        if comparison is None or meeting is None or not self._may_change():
            return
        reasons = meeting.codebook.reasons_for(comparison.dimension_id)
        if not reasons:
            words = self.tr("{0} is always rated; the codebook gives no reason to rule it out.")
            self.told.emit(words.format(comparison.label))
            return
        agreed = meeting.meeting.agreed[comparison.dimension_id]
        dialog = RuleOutDialog(comparison.label, reasons, agreed, self)
        dialog.reason_chosen.connect(
            lambda reason, note: self.agree(Rating.not_applicable(reason, note=note))
        )
        dialog.finished.connect(lambda *_: self._show_stored())
        self._ask(dialog)

    def take_over_equal(self) -> None:
        """Agree on everything that all coders gave alike."""
        if self._open is not None and self._may_change():
            self._open.take_over_equal()

    def go_on(self) -> None:
        """Go to the next line, agreeing on a level that was typed half."""
        self._settle_typing()
        self.table.go_on()

    def write_decision(self) -> None:
        """Put the focus on the decision about the dimension with the cursor."""
        if self.table.current_comparison is not None:
            self.detail.decision.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """Ask whether the meeting is over; what is lacking is told and shown instead."""
        meeting = self._open
        if meeting is None or not self._may_change():
            return
        self._settle_typing()
        self.flush()
        undecided = meeting.meeting.undecided
        if undecided:
            labels = ", ".join(row.label for row in undecided)
            self.notices.show_texts([self.tr("Not agreed yet: {0}.").format(labels)])
            self.table.go_to(undecided[0].dimension_id)
            self.focus_first()
            return
        question = FinishQuestion(meeting.meeting, self)
        question.finish_wanted.connect(self._finish)
        self._ask(question)

    def reopen(self) -> None:
        """Ask for a reason and open the finished meeting again."""
        if self._open is not None and self._open.can_be_reopened:
            dialog = ReopenDialog(self._open.meeting.blind_code, self)
            dialog.reason_given.connect(self._open.reopen)
            self._ask(dialog)

    def undo(self) -> None:
        """Take the last act back, after saving what is being written."""
        if self._open is not None:
            self.flush()
            self._open.undo_stack.undo()

    def redo(self) -> None:
        """Make the act undone last again."""
        if self._open is not None:
            self.flush()
            self._open.undo_stack.redo()

    def show_codebook_page(self) -> None:
        """Show the codebook's page on the dimension with the cursor."""
        comparison, meeting = self.table.current_comparison, self._open
        if comparison is not None and meeting is not None:
            dimension = meeting.codebook.dimension(comparison.dimension_id)
            addenda = meeting.addenda(comparison.dimension_id)
            page = CodebookPage(meeting.codebook, dimension, addenda, self)
            page.finished.connect(self.window().activateWindow)
            page.show()

    def show_session(self) -> None:
        """Show notes, answers that differ and counts."""
        if self._open is not None:
            self._ask(SessionDialog(self._open.meeting, self._headings(), self))

    def next_part(self) -> None:
        """Go from the table to the choice, to the decision, and round again."""
        focused = self.window().focusWidget()
        if focused is self.table:
            self.detail.focus_choice()
        elif focused is self.detail.decision:
            self.focus_first()
        else:
            self.write_decision()

    # What is shown

    def _show_stored(self) -> None:
        meeting = self._open
        if meeting is None:
            return
        shown = meeting.meeting
        self.header.show_meeting(meeting)
        self.header.sound.open(shown.recording, shown.segment)
        self.table.show_comparison(
            meeting.codebook,
            shown.rows,
            self._headings(),
            agreed=shown.agreed,
            decisions=shown.decisions,
        )
        self._show_detail(self.table.current_comparison)

    def _share_room(self) -> None:
        """Give the table the room that its lines need, as long as the detail keeps its share."""
        height = self._splitter.height()
        wanted = min(self.table.wanted_height + 4 * SPACE, round(height * MOST_OF_TABLE))
        self._splitter.setSizes([wanted, height - wanted])

    def _show_detail(self, comparison: DimensionComparison | None) -> None:
        meeting = self._open
        self._typing.forget()
        self.detail.setVisible(comparison is not None)
        if meeting is None or comparison is None:
            self.flush()
            return
        self._typing = LevelTyping(
            meeting.codebook.dimension(comparison.dimension_id).scale.values
        )
        self.detail.show_comparison(meeting.codebook, comparison, self._headings())
        self.detail.show_agreed(
            meeting.codebook,
            meeting.meeting.agreed[comparison.dimension_id],
            meeting.meeting.decisions.get(comparison.dimension_id, ""),
            editable=meeting.is_editable,
        )

    def _show_history(self) -> None:
        if self._open is not None:
            self.header.show_history(self._open.undo_stack)

    def _headings(self) -> dict[str, str]:
        if self._open is None:
            return {}
        meeting = self._open.meeting
        return {coder: in_words(coder, meeting) for coder in meeting.labels}

    def _tell_act(self, text: str) -> None:
        self.told.emit(text)

    # Inside

    def _may_change(self) -> bool:
        meeting = self._open
        if meeting is None or meeting.is_editable:
            return meeting is not None
        self.told.emit(
            self.tr("This meeting is finished and what was agreed is locked.")
            if meeting.meeting.is_finished
            else self.tr("This study is open for reading only.")
        )
        return False

    def _finish(self) -> None:
        if self._open is not None and self._open.finish():
            code = self._open.meeting.blind_code
            self.told.emit(self.tr("The meeting over {0} is finished.").format(code))

    def _play(self, coder: str, piece: Evidence) -> None:
        comparison = self.table.current_comparison
        label = "" if comparison is None else comparison.label
        self.header.sound.play_moment(piece, f"{coder} · {label}")

    def _type(self, character: str) -> None:
        """Take a character of a level; it agrees as soon as it can mean one level only."""
        if self.table.current_comparison is None or not self._may_change():
            return
        typed = self._typing.type(character)
        if typed.level is not None:
            self.agree(Rating.rated(typed.level))
        elif typed.waiting:
            self.told.emit(self.tr("{0} … Enter, or go on typing").format(typed.waiting))
        elif character in "0123456789+-":
            self.told.emit(self.tr("{0} is no level of this scale.").format(character))

    def _settle_typing(self) -> None:
        level = self._typing.settle()
        if level is not None:
            self.agree(Rating.rated(level))

    def _give(self, command: Command) -> None:
        acts = {
            Command.NEXT_LINE: self.go_on,
            Command.NOT_APPLICABLE: self.rule_out,
            Command.CLEAR: self.clear,
            Command.DECISION: self.write_decision,
            Command.TAKE_OVER_EQUAL: self.take_over_equal,
            Command.PLAY_PAUSE: self.header.sound.toggle,
        }
        acts[command]()

    def _ask(self, dialog: QDialog | QMessageBox) -> None:
        dialog.finished.connect(self.window().activateWindow)
        dialog.open()

    # Building

    def _connect(self) -> None:
        head, table, detail = self.header, self.table, self.detail
        head.back_wanted.connect(self.back_wanted)
        head.notes_wanted.connect(self.show_session)
        head.take_over_wanted.connect(self.take_over_equal)
        head.finish_wanted.connect(self.finish)
        head.reopen_wanted.connect(self.reopen)
        head.undo_wanted.connect(self.undo)
        head.redo_wanted.connect(self.redo)
        head.sound.told.connect(self.told)
        table.comparison_changed.connect(self._show_detail)
        table.folding_changed.connect(self._share_room)
        table.play_wanted.connect(self._play)
        table.nothing_to_play.connect(
            lambda coder: self.told.emit(self.tr("{0} noted no evidence here.").format(coder))
        )
        table.command_given.connect(self._give)
        table.character_typed.connect(self._type)
        detail.level_chosen.connect(lambda level: self._choose(Rating.rated(level)))
        detail.not_applicable_wanted.connect(self.rule_out)
        detail.clear_wanted.connect(self.clear)
        detail.play_wanted.connect(self._play)
        detail.page_wanted.connect(self.show_codebook_page)
        detail.decision.written.connect(self._decide)
        detail.decision.left.connect(self.focus_first)

    def _choose(self, rating: Rating) -> None:
        self.agree(rating)
        self._show_stored()  # a chip that was pressed without effect shows what is stored again

    def _decide(self, item: str, text: str, visit: int) -> None:
        if self._open is not None and self._open.decide(item, text, visit=visit):
            self.detail.decision.confirm(item, text)

    def _lay_out(self) -> None:
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        self.table.take_room_for(FEWEST_ROWS)
        below = Scrolling(self)
        below.column.addWidget(self.detail)
        below.column.addStretch(1)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(frame)
        self._splitter.addWidget(below)
        self._splitter.setStretchFactor(1, 1)
        middle = QVBoxLayout()
        middle.setContentsMargins(DOUBLE, SPACE, DOUBLE, SPACE)
        middle.setSpacing(SPACE)
        middle.addWidget(self.notices)
        middle.addWidget(self._splitter, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(middle, 1)
