"""Offices, workers and coders."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.ids import CoderId, OfficeId, WorkerId
from practicecoder.domain.people import Coder, Office, Role, Worker
from practicecoder.storage.models import CoderRoleRow, CoderRow, OfficeRow, WorkerRow


class PeopleRepository:
    """People and places of the study, each list in the order of its codes."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def offices(self) -> tuple[Office, ...]:
        """Every office."""
        rows = self._db.scalars(select(OfficeRow).order_by(OfficeRow.office_id)).all()
        return tuple(
            Office(office_id=OfficeId(row.office_id), implementation_date=row.implementation_date)
            for row in rows
        )

    def add_office(self, office: Office) -> None:
        """Add an office."""
        self._db.execute(
            insert(OfficeRow).values(
                office_id=office.office_id, implementation_date=office.implementation_date
            )
        )

    def update_office(self, office: Office) -> None:
        """Change an office's implementation date; KeyError if there is no such office."""
        updated = self._db.connection().execute(
            update(OfficeRow)
            .where(OfficeRow.office_id == office.office_id)
            .values(implementation_date=office.implementation_date)
        )
        if updated.rowcount != 1:
            raise KeyError(office.office_id)

    def workers(self) -> tuple[Worker, ...]:
        """Every worker."""
        rows = self._db.scalars(select(WorkerRow).order_by(WorkerRow.worker_id)).all()
        return tuple(
            Worker(
                worker_id=WorkerId(row.worker_id),
                office_id=None if row.office_id is None else OfficeId(row.office_id),
                role=row.role,
            )
            for row in rows
        )

    def add_worker(self, worker: Worker) -> None:
        """Add a worker; the office must be there."""
        self._db.execute(
            insert(WorkerRow).values(
                worker_id=worker.worker_id, office_id=worker.office_id, role=worker.role
            )
        )

    def coders(self) -> tuple[Coder, ...]:
        """Every coder, with their roles."""
        ids = self._db.scalars(select(CoderRow.coder_id).order_by(CoderRow.coder_id)).all()
        return _coders(ids, self._db.scalars(select(CoderRoleRow)).all())

    def coder(self, coder_id: CoderId) -> Coder | None:
        """One coder; None if there is nobody of that code."""
        ids = self._db.scalars(
            select(CoderRow.coder_id).where(CoderRow.coder_id == coder_id)
        ).all()
        roles = select(CoderRoleRow).where(CoderRoleRow.coder_id == coder_id)
        return next(iter(_coders(ids, self._db.scalars(roles).all())), None)

    def add_coder(self, coder: Coder) -> None:
        """Add a coder with their roles."""
        self._db.execute(insert(CoderRow).values(coder_id=coder.coder_id))
        self._give_roles(coder)

    def update_roles(self, coder: Coder) -> None:
        """Give a coder these roles in place of those they held; KeyError if nobody is there."""
        if self.coder(coder.coder_id) is None:
            raise KeyError(coder.coder_id)
        self._db.execute(delete(CoderRoleRow).where(CoderRoleRow.coder_id == coder.coder_id))
        self._give_roles(coder)

    def _give_roles(self, coder: Coder) -> None:
        if coder.roles:
            self._db.execute(
                insert(CoderRoleRow),
                [{"coder_id": coder.coder_id, "role": role} for role in sorted(coder.roles)],
            )


def _coders(ids: Iterable[str], roles: Iterable[CoderRoleRow]) -> tuple[Coder, ...]:
    held: defaultdict[str, set[Role]] = defaultdict(set)
    for row in roles:
        held[row.coder_id].add(row.role)
    return tuple(
        Coder(coder_id=CoderId(coder_id), roles=frozenset(held[coder_id])) for coder_id in ids
    )
