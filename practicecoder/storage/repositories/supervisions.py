"""Who supervises whom."""

from __future__ import annotations

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from practicecoder.domain.feedback import Supervision
from practicecoder.domain.ids import CoderId, WorkerId
from practicecoder.storage.feedback_models import SupervisionRow


class SupervisionRepository:
    """Supervisors and their workers, in order of worker."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Supervision, ...]:
        """Every pair of worker and supervisor."""
        query = select(SupervisionRow).order_by(
            SupervisionRow.worker_id, SupervisionRow.supervisor_id
        )
        return tuple(
            Supervision(
                worker_id=WorkerId(row.worker_id), supervisor_id=CoderId(row.supervisor_id)
            )
            for row in self._db.scalars(query).all()
        )

    def workers_of(self, supervisor_id: CoderId) -> frozenset[WorkerId]:
        """Workers of a supervisor."""
        query = select(SupervisionRow.worker_id).where(
            SupervisionRow.supervisor_id == supervisor_id
        )
        return frozenset(map(WorkerId, self._db.scalars(query).all()))

    def add(self, supervision: Supervision) -> None:
        """Make a person the supervisor of a worker; both must be there."""
        self._db.execute(
            insert(SupervisionRow).values(
                worker_id=supervision.worker_id, supervisor_id=supervision.supervisor_id
            )
        )

    def remove(self, supervision: Supervision) -> None:
        """End a supervision; KeyError if there is none."""
        removed = self._db.connection().execute(
            delete(SupervisionRow).where(
                SupervisionRow.worker_id == supervision.worker_id,
                SupervisionRow.supervisor_id == supervision.supervisor_id,
            )
        )
        if removed.rowcount != 1:
            raise KeyError(supervision)
