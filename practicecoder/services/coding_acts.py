"""The one way in which a coder's act is saved: unblinded, in one transaction, on record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.coding_changes import CodingChange, applied, inverse
from practicecoder.domain.history import Origin
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.errors import NotAllowedError
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingAct:
    """One saved act. ``saved_at`` is when the transaction was committed (aware UTC)."""

    text: str
    before: Coding
    after: Coding
    changes: tuple[CodingChange, ...]
    saved_at: datetime


class CodingActs:
    """Saves acts on codings as their coders see them, and knows what they do not see.

    A coder's coding carries the blind code in place of the session id, and never says whether it
    is a double coding; what is stored has both.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context
        self._sessions: dict[CodingId, PracticeSession] = {}
        self._roles: dict[CodingId, CodingRole] = {}

    def remember(self, coding: Coding, session: PracticeSession) -> None:
        """Keep the session and the role of a stored coding that is being opened."""
        self._sessions[coding.coding_id] = session
        self._roles[coding.coding_id] = coding.role

    def save(
        self,
        coding: Coding,
        changes: tuple[CodingChange, ...],
        text: str,
        origin: Origin = Origin.MADE,
    ) -> CodingAct:
        """Make changes to a coding in one transaction, each of them on record.

        Raises
        ------
        NotAllowedError
            If the coding is locked or gone, or its session was taken out of use meanwhile.
        ConflictError
            If it was changed elsewhere since it was read.
        """
        refuse_locked(coding)
        now = self._context.now()
        before = self.unblinded(coding)
        with self._context.store.transaction() as unit:
            if not self.is_in_use(unit, coding):
                raise out_of_use()
            saved = unit.codings.save(
                applied(before, changes), expected_version=coding.version, changes=changes
            )
            unit.record_changes(before, changes, at=now, actor=before.coder_id, origin=origin)
        return CodingAct(
            text=text,
            before=coding,
            after=self.blinded(saved),
            changes=changes,
            saved_at=self._context.now(),
        )

    def undo(self, coding: Coding, act: CodingAct) -> CodingAct:
        """Take an act back by a compensating one; history is only added to."""
        changes = inverse(act.before, act.changes)
        return self.save(coding, changes, f"Undo: {act.text}", Origin.UNDO)

    def redo(self, coding: Coding, act: CodingAct) -> CodingAct:
        """Make an undone act again."""
        return self.save(coding, act.changes, act.text, Origin.REDO)

    def session(self, coding: Coding) -> PracticeSession:
        """Session of a coding, which its coder does not see; NotAllowedError if it is gone."""
        if coding.coding_id not in self._sessions:
            with self._context.store.reading() as unit:
                stored = unit.codings.find(coding.coding_id)
                if stored is None:
                    raise NotAllowedError("This coding is no longer in the study.")
                session = unit.sessions.find(stored.session_id)
            assert session is not None  # a foreign key of the database
            self.remember(stored, session)
        return self._sessions[coding.coding_id]

    def is_in_use(self, unit: UnitOfWork, coding: Coding) -> bool:
        """Whether a coding's session takes coding now; it may have been withdrawn meanwhile."""
        session = unit.sessions.find(self._sessions[coding.coding_id].session_id)
        return session is not None and session.state not in NOT_TO_BE_CODED

    def segment(self, coding: Coding) -> TimeSpan | None:
        """Coded stretch of the coding's session; None without sound."""
        return segment_of(self.session(coding))

    def refuse_outside(self, coding: Coding, *moments_ms: int) -> None:
        """Refuse moments that do not lie in the coded segment.

        Raises
        ------
        NotAllowedError
            If one of them lies outside; the message names the first moment and the segment.
        """
        segment = self.segment(coding)
        if segment is not None and not all(segment.contains(moment) for moment in moments_ms):
            raise NotAllowedError(
                f"{clock(moments_ms[0])} is outside the coded segment "
                f"({clock(segment.start_ms)} to {clock(segment.end_ms)})."
            )

    def blinded(self, coding: Coding) -> Coding:
        """Coding as its coder sees it."""
        blind_code = self.session(coding).blind_code
        return replace(coding, session_id=SessionId(blind_code), role=CodingRole.PRIMARY)

    def unblinded(self, coding: Coding) -> Coding:
        """Coding as it is stored."""
        session = self.session(coding)
        return replace(coding, session_id=session.session_id, role=self._roles[coding.coding_id])


def out_of_use() -> NotAllowedError:
    """What is said to a coder whose session was taken out of use while it was open."""
    return NotAllowedError(
        "This session was taken out of use meanwhile, so nothing more is saved to it. Open "
        "another session."
    )


def refuse_locked(coding: Coding) -> None:
    """Refuse to change a submitted coding; NotAllowedError says who can open it."""
    if coding.is_locked:
        raise NotAllowedError(
            "This coding is submitted and locked. The lead can unlock it with a reason."
        )


def segment_of(session: PracticeSession) -> TimeSpan | None:
    """Coded stretch of a session: its segment, else the whole recording; None without sound."""
    if session.segment is not None:
        return session.segment.span
    if session.recording is not None:
        return TimeSpan(0, session.recording.duration_ms)
    return None
