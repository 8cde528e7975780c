"""Where a session stands, from the codings it has and those that are planned."""

from __future__ import annotations

from dataclasses import replace

from practicecoder.domain.ids import SessionId
from practicecoder.domain.sessions import SessionState
from practicecoder.storage.unit_of_work import UnitOfWork

NOT_TO_BE_CODED = frozenset(
    {SessionState.OBSERVED_ONLY, SessionState.UNUSABLE, SessionState.WITHDRAWN}
)
"""States in which a session takes no coding."""

_BY_CODINGS = frozenset({SessionState.RECEIVED, SessionState.IN_CODING, SessionState.SUBMITTED})


def settle_session(unit: UnitOfWork, session_id: SessionId) -> None:
    """Bring a session's state into line with its codings."""
    session = unit.sessions.find(session_id)
    assert session is not None  # a foreign key of the database
    if session.state not in _BY_CODINGS:
        return
    planned = len(unit.assignments.of_session(session_id))
    locked = sum(coding.is_locked for coding in unit.codings.of_session(session_id))
    done = locked >= max(planned, 1)
    state = SessionState.SUBMITTED if done else SessionState.IN_CODING
    if state is not session.state:
        unit.sessions.save(replace(session, state=state), expected_version=session.version)
