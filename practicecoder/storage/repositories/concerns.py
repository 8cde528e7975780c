"""Messages of coders to the lead about possible harm."""

from __future__ import annotations

from sqlalchemy import Select, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.concerns import Concern
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.storage.laboratory_models import ConcernRow


class ConcernRepository:
    """The study's concerns, in the order in which they were raised."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Concern, ...]:
        """Every concern."""
        return self._fetch(select(ConcernRow))

    def find(self, concern_id: str) -> Concern | None:
        """One concern by its id; None if there is none."""
        found = self._fetch(select(ConcernRow).where(ConcernRow.concern_id == concern_id))
        return next(iter(found), None)

    def add(self, concern: Concern) -> None:
        """Add a concern; its session and its coder must be there."""
        self._db.execute(
            insert(ConcernRow).values(concern_id=concern.concern_id, **_columns(concern))
        )

    def save(self, concern: Concern) -> None:
        """Store a concern as it is by its id; KeyError if there is none."""
        updated = self._db.connection().execute(
            update(ConcernRow)
            .where(ConcernRow.concern_id == concern.concern_id)
            .values(**_columns(concern))
        )
        if updated.rowcount != 1:
            raise KeyError(concern.concern_id)

    def _fetch(self, query: Select[ConcernRow]) -> tuple[Concern, ...]:
        ordered = query.order_by(ConcernRow.raised_at, ConcernRow.concern_id)
        return tuple(
            Concern(
                concern_id=row.concern_id,
                session_id=SessionId(row.session_id),
                coder_id=CoderId(row.coder_id),
                text=row.text,
                raised_at=row.raised_at,
                at_ms=row.at_ms,
                seen_by=None if row.seen_by is None else CoderId(row.seen_by),
                seen_at=row.seen_at,
                action=row.action,
            )
            for row in self._db.scalars(ordered).all()
        )


def _columns(concern: Concern) -> dict[str, object]:
    return {
        "session_id": concern.session_id,
        "coder_id": concern.coder_id,
        "text": concern.text,
        "raised_at": concern.raised_at,
        "at_ms": concern.at_ms,
        "seen_by": concern.seen_by,
        "seen_at": concern.seen_at,
        "action": concern.action,
    }
