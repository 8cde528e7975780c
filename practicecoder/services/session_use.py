"""Sessions that are taken out of use, or back into it: a lead's decision, with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.domain.withdrawal import WithdrawalChoice
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.session_states import TAKEN_OUT, settle_session, state_taken_out_of
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.tombstones import Tombstone, read_tombstones, write_tombstones
from practicecoder.storage.unit_of_work import UnitOfWork

NOTHING = "Nothing was changed."


class SessionUseService:
    """Takes sessions out of use and back. Nothing is deleted by it."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def take_out(
        self,
        session_ids: Iterable[SessionId],
        state: SessionState,
        *,
        actor: CoderId | None,
        reason: str,
    ) -> StudyChange:
        """Take sessions out of use: they leave queues, plans and meetings.

        Parameters
        ----------
        session_ids
            The sessions concerned; all of them are taken out, or none.
        state
            Withdrawn: family or worker withdrew; what was coded leaves agreement, analysis,
            reports and packages as well. Unusable: the recording cannot be coded.
        actor
            Who decides it; a lead.
        reason
            Why; it is kept with the session. No names.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, a session is unknown or out of use
            already, or one with submitted codings is called unusable.
        """
        if state not in TAKEN_OUT:
            raise ValueError(f"{state.value} does not take a session out of use")
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "takes sessions out of use")
            chosen = _sessions(unit, session_ids, reason)
            for session in chosen:
                if session.state in TAKEN_OUT:
                    raise NotAllowedError(f"{session.session_id} is out of use already. {NOTHING}")
                if state is SessionState.UNUSABLE and _is_coded(unit, session):
                    raise NotAllowedError(
                        f"{session.session_id} has submitted codings, so its recording could be "
                        f"coded. {NOTHING}"
                    )
            for session in chosen:
                self._put(unit, session, state, actor=lead.coder_id, reason=reason)
        if state is SessionState.WITHDRAWN:
            self._remember(chosen, lead.coder_id)
        return _changed(chosen)

    def take_back(
        self, session_ids: Iterable[SessionId], *, actor: CoderId | None, reason: str
    ) -> StudyChange:
        """Take sessions into use again: they stand where they would stand had nothing happened.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, or a session is unknown or in use.
        """
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "takes sessions into use again")
            chosen = _sessions(unit, session_ids, reason)
            for session in chosen:
                if session.state not in TAKEN_OUT:
                    raise NotAllowedError(f"{session.session_id} is in use. {NOTHING}")
            self._forget(chosen)
            for session in chosen:
                before = state_taken_out_of(unit.history.of_session(session.session_id))
                self._put(unit, session, before, actor=lead.coder_id, reason=reason)
                settle_session(unit, session.session_id)
        return _changed(chosen)

    def _remember(self, sessions: Iterable[PracticeSession], lead: CoderId) -> None:
        """Have the withdrawal outlive the restoring of an earlier backup."""
        folder = self._context.store.folder
        tombstones = read_tombstones(folder)
        for session in sessions:
            tombstones = tombstones.with_stone(
                Tombstone(
                    withdrawal_id=new_id(),
                    at=self._context.now(),
                    by=lead,
                    choice=WithdrawalChoice.NO_NEW_USE,
                    session=tombstones.hash_of(session.session_id),
                    recordings=(),
                    receipt="",
                    is_done=True,
                )
            )
        write_tombstones(folder, tombstones)

    def _forget(self, sessions: Iterable[PracticeSession]) -> None:
        folder = self._context.store.folder
        tombstones = read_tombstones(folder)
        stones = tombstones.among(session.session_id for session in sessions)
        for session_id, stone in stones.items():
            if stone.choice.destroys_sound:
                raise NotAllowedError(
                    f"{session_id} was withdrawn for good: what it had was destroyed. {NOTHING}"
                )
            tombstones = tombstones.without_session(session_id)
        if stones:
            write_tombstones(folder, tombstones)

    def _put(
        self,
        unit: UnitOfWork,
        session: PracticeSession,
        state: SessionState,
        *,
        actor: CoderId,
        reason: str,
    ) -> None:
        unit.sessions.save(replace(session, state=state), expected_version=session.version)
        unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=self._context.now(),
                actor=actor,
                kind=HistoryKind.SESSION_CHANGED,
                item="state",
                old=session.state.value,
                new=state.value,
                reason=reason.strip(),
                session_id=session.session_id,
            )
        )


def _sessions(
    unit: UnitOfWork, session_ids: Iterable[SessionId], reason: str
) -> tuple[PracticeSession, ...]:
    if not reason.strip():
        raise NotAllowedError(f"This needs a reason. It is kept with the session. {NOTHING}")
    found = []
    for session_id in dict.fromkeys(session_ids):
        session = unit.sessions.find(session_id)
        if session is None:
            raise NotAllowedError(f"There is no session {session_id} in this study. {NOTHING}")
        found.append(session)
    return tuple(found)


def _is_coded(unit: UnitOfWork, session: PracticeSession) -> bool:
    return any(c.is_locked for c in unit.codings.of_session(session.session_id))


def _changed(sessions: Iterable[PracticeSession]) -> StudyChange:
    return StudyChange(
        kinds=frozenset({ChangeKind.SESSIONS, ChangeKind.ASSIGNMENTS, ChangeKind.FEEDBACK}),
        session_ids=frozenset(session.session_id for session in sessions),
    )
