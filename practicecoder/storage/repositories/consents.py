"""What sessions may be used for."""

from __future__ import annotations

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import Session

from practicecoder.domain.consent import Consent, ConsentUse
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.storage.feedback_models import ConsentRow


class ConsentRepository:
    """The newest answer for each session and use; earlier ones stand in the history."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Consent, ...]:
        """Every answer, in order of session and use."""
        return self._fetch(select(ConsentRow))

    def of_session(self, session_id: SessionId) -> tuple[Consent, ...]:
        """Every answer about one session."""
        return self._fetch(select(ConsentRow).where(ConsentRow.session_id == session_id))

    def put(self, consent: Consent) -> None:
        """Store an answer, in place of an earlier one; session and person must be there."""
        self._db.execute(
            delete(ConsentRow).where(
                ConsentRow.session_id == consent.session_id, ConsentRow.use == consent.use
            )
        )
        self._db.execute(
            insert(ConsentRow).values(
                session_id=consent.session_id,
                use=consent.use,
                given=consent.given,
                recorded_at=consent.recorded_at,
                recorded_by=consent.recorded_by,
                note=consent.note,
            )
        )

    def _fetch(self, query: Select[ConsentRow]) -> tuple[Consent, ...]:
        ordered = query.order_by(ConsentRow.session_id, ConsentRow.use)
        return tuple(
            Consent(
                session_id=SessionId(row.session_id),
                use=ConsentUse(row.use),
                given=row.given,
                recorded_at=row.recorded_at,
                recorded_by=CoderId(row.recorded_by),
                note=row.note,
            )
            for row in self._db.scalars(ordered).all()
        )
