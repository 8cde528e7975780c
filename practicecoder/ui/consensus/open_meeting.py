"""The meeting on the table: carries out acts on it and tells what they changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Rating
from practicecoder.domain.ids import BlindCode, CoderId
from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.services.decisions import Addendum
from practicecoder.services.meetings import Meeting, MeetingAct

NEVER_MERGED = -1
"""Key of an act that is always undone by itself."""


class OpenMeeting(QObject):
    """Holds a meeting as it is stored, and every way in which it may be changed.

    An act that was refused or could not be stored leaves the meeting as it was; ``refused`` says
    why, and ``changed`` asks every view to show what is stored by now.
    """

    changed = Signal()
    acted = Signal(str)
    """Text of an act just saved, undone or made again."""
    refused = Signal(str)
    study_changed = Signal(object)

    def __init__(
        self,
        services: StudyServices,
        blind_code: BlindCode,
        actor: CoderId,
        parent: QObject | None = None,
    ) -> None:
        """Open a meeting; PracticeCoderError if it cannot be opened."""
        super().__init__(parent)
        self._services = services
        self._code = blind_code
        self._actor = actor
        self._meeting = services.consensus.open(blind_code, actor)
        self.undo_stack = QUndoStack(self)

    # What there is

    @property
    def codebook(self) -> Codebook:
        """Codebook of the study."""
        return self._services.codebook

    @property
    def blind_code(self) -> BlindCode:
        """Session it is about."""
        return self._code

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is stored."""
        return self._meeting

    @property
    def is_editable(self) -> bool:
        """Whether acts are possible: not finished, and the study not open for reading only."""
        return not self._meeting.is_finished and not self._services.read_only

    @property
    def can_be_reopened(self) -> bool:
        """Whether the person may open it again: finished, and they are a lead."""
        is_lead = self._meeting.session_id is not None
        return self._meeting.is_finished and is_lead and not self._services.read_only

    def addenda(self, item: str) -> tuple[Addendum, ...]:
        """What the laboratory agreed about an item in earlier meetings."""
        return self._services.decisions.addenda_of(item)

    def look_again(self) -> bool:
        """Read the meeting as it is stored by now; False if it may not be shown any more."""
        try:
            found = self._services.consensus.open(self._code, self._actor)
        except PracticeCoderError as error:
            self.refused.emit(error.user_message)
            return False
        if found != self._meeting:
            self._meeting = found
            self.changed.emit()
        return True

    # Acts

    def agree(self, dimension_id: str, rating: Rating) -> bool:
        """Agree on a level or on that a dimension does not apply."""
        service = self._services.consensus
        return self._act(lambda: service.agree(self._code, dimension_id, rating, self._actor))

    def clear(self, dimension_id: str) -> bool:
        """Take a dimension back to not agreed."""
        service = self._services.consensus
        return self._act(lambda: service.clear(self._code, dimension_id, self._actor))

    def take_over_equal(self) -> bool:
        """Agree on everything that all coders gave alike."""
        service = self._services.consensus
        return self._act(lambda: service.take_over_equal(self._code, self._actor))

    def decide(self, item: str, text: str, *, visit: int = 0) -> bool:
        """Note how an item is to be read; what is written in one visit to it undoes as one."""
        if text.strip() == self._meeting.decisions.get(item, ""):
            return True
        service = self._services.consensus
        return self._act(
            lambda: service.decide(self._code, item, text, self._actor),
            merge=hash((item, visit)) & 0x7FFF_FFFF,
        )

    def finish(self) -> bool:
        """Lock what was agreed; undo ends here."""
        service = self._services.consensus
        done = self._change(lambda: service.finish(self._code, self._actor))
        if done:
            self.undo_stack.clear()
        return done

    def reopen(self, reason: str) -> bool:
        """Open a finished meeting again."""
        service = self._services.consensus
        return self._change(lambda: service.reopen(self._code, reason=reason, actor=self._actor))

    def take_back(self, act: MeetingAct) -> bool:
        """Undo an act by a compensating one; False if it could not be stored."""
        return self._made(lambda: self._services.consensus.undo(act, self._actor)) is not None

    def make_again(self, act: MeetingAct) -> bool:
        """Make an undone act again; False if it could not be stored."""
        return self._made(lambda: self._services.consensus.redo(act, self._actor)) is not None

    # Inside

    def _act(self, act: Callable[[], MeetingAct], *, merge: int = NEVER_MERGED) -> bool:
        done = self._made(act)
        if done is not None and done.changes:
            self.undo_stack.push(_MeetingCommand(self, done, merge))
        return done is not None

    def _made(self, act: Callable[[], MeetingAct]) -> MeetingAct | None:
        try:
            done = act()
        except PracticeCoderError as error:
            self._refuse(error)
            return None
        self._meeting = done.meeting
        self.changed.emit()
        if done.changes:
            self.acted.emit(done.text)
            self.study_changed.emit(StudyChange(kinds=frozenset({ChangeKind.CODINGS})))
        return done

    def _change(self, act: Callable[[], StudyChange]) -> bool:
        try:
            change = act()
            self._meeting = self._services.consensus.open(self._code, self._actor)
        except PracticeCoderError as error:
            self._refuse(error)
            return False
        self.changed.emit()
        self.study_changed.emit(change)
        return True

    def _refuse(self, error: PracticeCoderError) -> None:
        self.refused.emit(error.user_message)
        with suppress(PracticeCoderError):
            self._meeting = self._services.consensus.open(self._code, self._actor)
        self.changed.emit()


class _MeetingCommand(QUndoCommand):
    """One stored act on the undo stack; it is stored already when it is pushed.

    Where undoing fails the act still stands; the command then goes back to its place.
    """

    def __init__(self, meeting: OpenMeeting, act: MeetingAct, merge: int) -> None:
        super().__init__(act.text)
        self._meeting = meeting
        self._act = act
        self._merge = merge
        self._stands = True

    def id(self) -> int:
        """Return the key of acts that undo together."""
        return self._merge

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later act with the same key into this one."""
        if not isinstance(other, _MeetingCommand) or other.id() != self._merge:
            return False
        self._act = replace(other._act, inverse=self._act.inverse)
        return True

    def undo(self) -> None:
        """Take the act back."""
        if self._stands:
            self._stands = not self._meeting.take_back(self._act)
            if self._stands:
                stack = self._meeting.undo_stack
                QTimer.singleShot(0, stack, stack.redo)

    def redo(self) -> None:
        """Make the act again; when it is pushed it stands already."""
        if not self._stands:
            self._stands = self._meeting.make_again(self._act)
            if not self._stands:
                stack = self._meeting.undo_stack
                QTimer.singleShot(0, stack, stack.undo)
