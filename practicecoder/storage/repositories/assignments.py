"""Who codes which session."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.storage.models import AssignmentRow


class AssignmentRepository:
    """The allocation, in the order of each coder's queue."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Assignment, ...]:
        """Every assignment."""
        return self._fetch(select(AssignmentRow))

    def of_coder(self, coder_id: CoderId) -> tuple[Assignment, ...]:
        """A coder's queue."""
        return self._fetch(select(AssignmentRow).where(AssignmentRow.coder_id == coder_id))

    def of_session(self, session_id: SessionId) -> tuple[Assignment, ...]:
        """Everybody a session was given to."""
        return self._fetch(select(AssignmentRow).where(AssignmentRow.session_id == session_id))

    def add(self, assignment: Assignment) -> None:
        """Give a session to a coder, to whom it was not given before."""
        self._db.execute(
            insert(AssignmentRow).values(
                session_id=assignment.session_id,
                coder_id=assignment.coder_id,
                role=assignment.role,
                position=assignment.position,
                due_on=assignment.due_on,
            )
        )

    def set_due(self, session_id: SessionId, coder_id: CoderId, due_on: date | None) -> None:
        """Name the day by which a session is wanted; KeyError if it was not given to the coder."""
        updated = self._db.connection().execute(
            update(AssignmentRow)
            .where(AssignmentRow.session_id == session_id, AssignmentRow.coder_id == coder_id)
            .values(due_on=due_on)
        )
        if updated.rowcount != 1:
            raise KeyError((session_id, coder_id))

    def remove(self, session_id: SessionId, coder_id: CoderId) -> None:
        """Take a session from a coder; KeyError if it was not given to them."""
        removed = self._db.connection().execute(
            delete(AssignmentRow).where(
                AssignmentRow.session_id == session_id, AssignmentRow.coder_id == coder_id
            )
        )
        if removed.rowcount != 1:
            raise KeyError((session_id, coder_id))

    def _fetch(self, query: Select[AssignmentRow]) -> tuple[Assignment, ...]:
        ordered = query.order_by(
            AssignmentRow.coder_id, AssignmentRow.position, AssignmentRow.session_id
        )
        return tuple(
            Assignment(
                session_id=SessionId(row.session_id),
                coder_id=CoderId(row.coder_id),
                role=row.role,
                position=row.position,
                due_on=row.due_on,
            )
            for row in self._db.scalars(ordered).all()
        )
