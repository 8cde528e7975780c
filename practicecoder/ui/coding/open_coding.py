"""The coding on the desk: carries out its coder's acts and tells what they changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from practicecoder.codebook.model import Codebook, CountCode
from practicecoder.codebook.rules import MissingItem
from practicecoder.domain.coding import (
    AnswerValue,
    CodeMark,
    Coding,
    CountingMode,
    Evidence,
    Listen,
    Note,
    Rating,
    RatingState,
)
from practicecoder.domain.ids import CoderId
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ConflictError, PracticeCoderError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding import CodingDesk
from practicecoder.services.coding_acts import CodingAct
from practicecoder.services.context import StudyServices
from practicecoder.services.decisions import Addendum
from practicecoder.services.relinking import RelinkingService
from practicecoder.ui.coding.commands import NEVER_MERGED, ActCommand, merge_key


class OpenCoding(QObject):
    """Holds the coding as it is stored, and every way in which its coder may change it.

    An act that was refused or could not be stored leaves the coding as it was; ``refused`` says
    why and ``restored`` asks every view to show what is stored.
    """

    changed = Signal(object, object)
    """The coding before and after an act."""
    heard_changed = Signal()
    acted = Signal(str)
    """Text of an act just saved, undone or made again."""
    saved = Signal(object)
    """When the last act was committed (aware UTC)."""
    refused = Signal(str)
    restored = Signal()
    locked = Signal()
    study_changed = Signal(object)

    def __init__(
        self,
        services: StudyServices,
        desk: CodingDesk,
        coder_id: CoderId,
        undo_stack: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._desk = desk
        self._coder_id = coder_id
        self._coding = desk.coding
        self._undo_stack = undo_stack
        self._listens: list[Listen] = []

    # What there is

    @property
    def codebook(self) -> Codebook:
        """The codebook of the coding."""
        return self._services.codebook

    @property
    def desk(self) -> CodingDesk:
        """Sound and segment, as they were when the desk was opened."""
        return self._desk

    @property
    def coding(self) -> Coding:
        """The coding as it is stored."""
        return self._coding

    @property
    def is_editable(self) -> bool:
        """Whether acts are possible: not locked, and the study not open for reading only."""
        return not self._coding.is_locked and not self._services.read_only

    @property
    def can_be_written(self) -> bool:
        """Whether the study is not open for reading only."""
        return not self._services.read_only

    @property
    def relinking(self) -> RelinkingService:
        """Compares recordings with their files."""
        return self._services.relinking

    @property
    def why_fixed(self) -> str:
        """Why no act is possible, in a sentence; empty if acts are."""
        if self.is_editable:
            return ""
        if self._services.read_only:
            return self.tr("This study is open for reading only: nothing can be changed here.")
        return self.tr("This coding is submitted and locked. The lead can open it with a reason.")

    @property
    def why_no_concern(self) -> str:
        """Why no concern can be raised; empty if it can, as on a locked coding too."""
        return self.why_fixed if self._services.read_only else ""

    @property
    def n_decided(self) -> int:
        """Number of dimensions rated or ruled out."""
        return sum(
            self._coding.rating(d).state is not RatingState.NOT_YET_RATED
            for d in self.codebook.dimension_ids
        )

    def evidence(self, evidence_id: str) -> Evidence | None:
        """Piece of evidence of an id; None if there is none."""
        return next((e for e in self._coding.evidence if e.evidence_id == evidence_id), None)

    def note(self, note_id: str) -> Note | None:
        """Note of an id; None if there is none."""
        return next((n for n in self._coding.notes if n.note_id == note_id), None)

    def mark(self, mark_id: str) -> CodeMark | None:
        """Code mark of an id; None if there is none."""
        return next((m for m in self._coding.marks if m.mark_id == mark_id), None)

    @property
    def count_codes(self) -> tuple[CountCode, ...]:
        """Codes that the study counts, in the codebook's order."""
        return self._services.counting.codes

    @property
    def heard(self) -> tuple[TimeSpan, ...]:
        """Stretches played, stored or about to be."""
        return self._with_listens().heard

    def heard_share(self) -> float:
        """Share of the segment that was played, 0 to 1."""
        return self._services.coding.heard_share(self._with_listens())

    def unheard(self) -> tuple[TimeSpan, ...]:
        """Stretches of the segment that were not played, in order of time."""
        return self._services.coding.unheard(self._with_listens())

    def missing(self) -> tuple[MissingItem, ...]:
        """Return what submission waits for."""
        return self._services.coding.missing(self._with_listens())

    def withdrawn_by(self, question_id: str, value: AnswerValue | None) -> tuple[str, ...]:
        """Labels of dimensions whose rating an answer would withdraw."""
        return self._services.coding.withdrawn_by(self._coding, question_id, value)

    def addenda(self, item: str) -> tuple[Addendum, ...]:
        """What the laboratory agreed about a dimension or count code."""
        return self._services.decisions.addenda_of(item)

    # Acts

    def rate(self, dimension_id: str, value: float) -> bool:
        """Rate a dimension; giving the same level again changes nothing."""
        if self._coding.rating(dimension_id).value == value:
            return True
        return self._act(lambda c: self._services.coding.rate(c, dimension_id, value))

    def rule_out(self, dimension_id: str, reason_id: str, note: str = "") -> bool:
        """Say that a dimension is not applicable."""
        if self._coding.rating(dimension_id) == Rating.not_applicable(reason_id, note=note):
            return True
        service = self._services.coding
        return self._act(lambda c: service.rule_out(c, dimension_id, reason_id, note=note))

    def clear_rating(self, dimension_id: str) -> bool:
        """Take a dimension back to not yet rated."""
        if self._coding.rating(dimension_id) == Rating():
            return True
        return self._act(lambda c: self._services.coding.clear_rating(c, dimension_id))

    def set_unsure(self, dimension_id: str, unsure: bool) -> bool:
        """Flag a rating as unsure, or take the flag away."""
        if self._coding.rating(dimension_id).unsure == unsure:
            return True
        return self._act(lambda c: self._services.coding.set_unsure(c, dimension_id, unsure))

    def raise_concern(self, text: str, at_ms: int | None) -> bool:
        """Tell the lead about possible harm that was heard; not part of the coding."""
        try:
            change = self._services.concerns.raise_concern(self._coding, text, at_ms=at_ms)
        except PracticeCoderError as error:
            self.refused.emit(error.user_message)
            return False
        self.study_changed.emit(change)
        return True

    def answer(self, question_id: str, value: AnswerValue | None) -> bool:
        """Answer a question, or take the answer back with None."""
        if self._coding.answers.get(question_id) == value:
            return True
        return self._act(
            lambda c: self._services.coding.answer(c, question_id, value),
            merge=merge_key("answer", question_id) if isinstance(value, str) else NEVER_MERGED,
        )

    def put_evidence(self, evidence: Evidence, *, visit: object = None) -> bool:
        """Add or replace a piece of evidence; edits of one visit to a field undo as one."""
        if self.evidence(evidence.evidence_id) == evidence:
            return True
        return self._act(
            lambda c: self._services.coding.put_evidence(c, evidence),
            merge=NEVER_MERGED if visit is None else merge_key("evidence", visit),
        )

    def remove_evidence(self, evidence_id: str) -> bool:
        """Remove a piece of evidence."""
        return self._act(lambda c: self._services.coding.remove_evidence(c, evidence_id))

    def put_note(self, note: Note, *, visit: object = None) -> bool:
        """Add or replace a note; typing of one visit to the field undoes as one."""
        if self.note(note.note_id) == note:
            return True
        return self._act(
            lambda c: self._services.coding.put_note(c, note),
            merge=NEVER_MERGED if visit is None else merge_key("note", visit),
        )

    def remove_note(self, note_id: str) -> bool:
        """Remove a note."""
        if self.note(note_id) is None:
            return True
        return self._act(lambda c: self._services.coding.remove_note(c, note_id))

    def set_unblinded(self, unblinded: bool) -> bool:
        """Say that someone was recognised, or office or phase learned; or take it back."""
        if self._coding.unblinded == unblinded:
            return True
        return self._act(lambda c: self._services.coding.set_unblinded(c, unblinded))

    # Counting

    def choose_mode(self, mode: CountingMode) -> bool:
        """Choose how marks become counts."""
        if self._coding.counting is mode:
            return True
        return self._act(lambda c: self._services.counting.choose_mode(c, mode))

    def add_mark(
        self,
        count_id: str,
        at_ms: int,
        *,
        end_ms: int | None = None,
        speaker: str = "",
        volley: int | None = None,
        utterance: int | None = None,
    ) -> bool:
        """Give a code to a moment or span."""
        return self._act(
            lambda c: self._services.counting.add_mark(
                c,
                count_id,
                at_ms,
                end_ms=end_ms,
                speaker=speaker,
                volley=volley,
                utterance=utterance,
            )
        )

    def edit_mark(self, mark: CodeMark) -> bool:
        """Replace the mark with this id."""
        if self.mark(mark.mark_id) == mark:
            return True
        return self._act(lambda c: self._services.counting.edit_mark(c, mark))

    def take_back_mark(self, mark_id: str) -> bool:
        """Undo the making of a mark if it was the last act; otherwise remove it."""
        last = self._undo_stack.command(self._undo_stack.index() - 1)
        if isinstance(last, ActCommand) and last.makes_mark(mark_id):
            self._undo_stack.undo()
            return self.mark(mark_id) is None
        return self.remove_marks((mark_id,))

    def remove_marks(self, mark_ids: Sequence[str]) -> bool:
        """Remove marks in one act."""
        return self._act(lambda c: self._services.counting.remove_marks(c, mark_ids))

    def merge_marks(self, mark_ids: Sequence[str]) -> bool:
        """Make one mark of several with the same code."""
        return self._act(lambda c: self._services.counting.merge_marks(c, mark_ids))

    def merge_volleys(self, a: int, b: int) -> bool:
        """Make one volley of two."""
        return self._act(lambda c: self._services.counting.merge_volleys(c, a, b))

    def split_volley(self, mark_id: str) -> bool:
        """Begin a new volley with a mark."""
        return self._act(lambda c: self._services.counting.split_volley(c, mark_id))

    def join_utterance(self, mark_ids: Sequence[str]) -> bool:
        """Put marks of one volley into one utterance."""
        return self._act(lambda c: self._services.counting.join_utterance(c, mark_ids))

    # Submitting and undoing

    def submit(self, short_listen_reason: str = "") -> bool:
        """Submit and lock; undo ends here."""
        service = self._services.coding
        try:
            done = service.submit(self._coding, short_listen_reason=short_listen_reason)
        except PracticeCoderError as error:
            self._recover(error)
            return False
        self._undo_stack.clear()
        self._take(done, kinds=frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS}))
        self.locked.emit()
        return True

    def take_back(self, act: CodingAct) -> bool:
        """Undo an act by a compensating one."""
        return self._made(lambda c: self._services.coding.undo(c, act)) is not None

    def make_again(self, act: CodingAct) -> bool:
        """Redo an undone act."""
        return self._made(lambda c: self._services.coding.redo(c, act)) is not None

    # Listening

    def hear(self, span: TimeSpan, speed: float) -> None:
        """Note a stretch really played; it is stored with the next :meth:`save_listening`."""
        if not self.is_editable or span.is_moment:
            return
        self._listens.append(Listen(span=span, speed=speed, at=self._services.context.now()))
        self.heard_changed.emit()

    def save_listening(self, position_ms: int) -> bool:
        """Store what was heard since the last time, and where the coder is.

        What cannot be stored is kept for the next time.
        """
        moved = position_ms != self._coding.position_ms
        if not self.is_editable or not (self._listens or moved):
            return True
        try:
            self._coding = self._services.coding.listened(
                self._coding, tuple(self._listens), position_ms
            )
        except PracticeCoderError as error:
            self.refused.emit(error.user_message)
            return False
        self._listens.clear()
        return True

    # Inside

    def _with_listens(self) -> Coding:
        if not self._listens:
            return self._coding
        spans = (*self._coding.heard, *(listen.span for listen in self._listens))
        return replace(self._coding, heard=spans)

    def _act(self, act: Callable[[Coding], CodingAct], *, merge: int = NEVER_MERGED) -> bool:
        done = self._made(act)
        if done is None:
            return False
        self._undo_stack.push(ActCommand(self, self._undo_stack, done, merge))
        return True

    def _made(self, act: Callable[[Coding], CodingAct]) -> CodingAct | None:
        try:
            done = act(self._coding)
        except PracticeCoderError as error:
            self._recover(error)
            return None
        self._take(done, kinds=frozenset({ChangeKind.CODINGS}))
        return done

    def _take(self, act: CodingAct, *, kinds: frozenset[ChangeKind]) -> None:
        before, self._coding = self._coding, act.after
        self.changed.emit(before, act.after)
        self.acted.emit(act.text)
        self.saved.emit(act.saved_at)
        self.study_changed.emit(StudyChange(kinds=kinds))

    def _recover(self, error: PracticeCoderError) -> None:
        message = error.user_message
        if isinstance(error, ConflictError):
            message = f"{message} {self._load_again()}"
        self.refused.emit(message)
        self.restored.emit()

    def _load_again(self) -> str:
        """Show what another window stored; acts made here before cannot be undone any more."""
        try:
            desk = self._services.coding.open_desk(self._desk.blind_code, self._coder_id)
        except PracticeCoderError as error:
            return error.user_message
        before, self._coding = self._coding, desk.coding
        QTimer.singleShot(0, self._undo_stack, self._undo_stack.clear)  # an undo may be under way
        self.changed.emit(before, self._coding)
        if self._coding.is_locked:
            self.locked.emit()
        return self.tr("It was loaded again just now.")


def local_clock(moment: datetime) -> str:
    """Time of day on this computer, ``14:02:07``."""
    return moment.astimezone().strftime("%H:%M:%S")
