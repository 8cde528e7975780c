"""Where a session stands, from the codings it has and those that are planned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding, CodingRole
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import SessionId
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.storage.repositories.bulk import Standing
from practicecoder.storage.unit_of_work import UnitOfWork

NOT_TO_BE_CODED = frozenset(
    {SessionState.OBSERVED_ONLY, SessionState.UNUSABLE, SessionState.WITHDRAWN}
)
"""States in which a session takes no coding."""
TAKEN_OUT = frozenset({SessionState.UNUSABLE, SessionState.WITHDRAWN})
"""States that a lead puts a session in, with a reason; see ``session_use``."""

_BY_CODINGS = frozenset(
    {
        SessionState.RECEIVED,
        SessionState.IN_CODING,
        SessionState.SUBMITTED,
        SessionState.COMPARED,
        SessionState.CONSENSUS,
    }
)
"""States that follow from the codings; the others are somebody's decision."""


def settle_session(unit: UnitOfWork, session_id: SessionId) -> None:
    """Bring a session's state into line with its codings and those that are planned."""
    session = unit.sessions.find(session_id)
    assert session is not None  # a foreign key of the database
    if session.state not in _BY_CODINGS:
        return
    planned = unit.assignments.of_session(session_id)
    state = state_by_codings(planned, unit.codings.of_session(session_id))
    if state is not session.state:
        unit.sessions.save(replace(session, state=state), expected_version=session.version)


def withdrawn_sessions(sessions: Iterable[PracticeSession]) -> frozenset[SessionId]:
    """Sessions that were withdrawn: whatever was coded of them enters no number."""
    return frozenset(s.session_id for s in sessions if s.state is SessionState.WITHDRAWN)


def state_taken_out_of(entries: Iterable[HistoryEntry]) -> SessionState:
    """State from which a session was last taken out of use.

    One that follows from codings is as good as the first: :func:`settle_session` finds it again.
    """
    state = SessionState.RECEIVED
    for entry in entries:
        if entry.kind is HistoryKind.SESSION_CHANGED and entry.new in TAKEN_OUT and entry.old:
            state = SessionState(entry.old)
    return SessionState.RECEIVED if state in TAKEN_OUT else state


def follows_codings(session: PracticeSession) -> bool:
    """Whether a session's state follows from its codings and is nobody's decision."""
    return session.state in _BY_CODINGS


def state_by_codings(
    planned: Sequence[Assignment], every: Sequence[Coding] | Sequence[Standing]
) -> SessionState:
    """State of a session with these codings, of those that are planned for it."""
    codings = [c for c in every if _is_data(c.role)]
    if not codings:
        return SessionState.RECEIVED
    locked = {(c.coder_id, c.role) for c in codings if c.is_locked}
    if any(role is CodingRole.CONSENSUS for _, role in locked):
        return SessionState.CONSENSUS
    waited_for = {(a.coder_id, a.role) for a in planned if _is_data(a.role)}
    if not locked or not waited_for <= locked:
        return SessionState.IN_CODING
    independent = {coder for coder, role in locked if role.is_independent}
    return SessionState.COMPARED if len(independent) > 1 else SessionState.SUBMITTED


def _is_data(role: CodingRole) -> bool:
    """Whether codings of a role move a session on; trials and their references do not."""
    return role.is_independent or role is CodingRole.CONSENSUS
