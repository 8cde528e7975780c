"""Who may read about whom: supervisors their own workers, leads everybody."""

from __future__ import annotations

from collections.abc import Iterable

from practicecoder.domain.feedback import Supervision
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, WorkerId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork


def readable_workers(unit: UnitOfWork, actor: CoderId | None) -> frozenset[WorkerId] | None:
    """Workers that a person may read about; None stands for everybody.

    Nobody chosen, as at the command line, reads as a lead does: whoever runs commands on the
    folder has all of it.

    Raises
    ------
    NotAllowedError
        If the person is neither a supervisor nor a lead.
    """
    if actor is None:
        return None
    person = require(unit, actor, Role.SUPERVISOR, "reads about workers")
    if Role.LEAD in person.roles:
        return None
    return unit.supervisions.workers_of(actor)


def refuse_unless_readable(
    unit: UnitOfWork, actor: CoderId | None, worker_id: WorkerId | None
) -> None:
    """Refuse to tell a person about a worker who is not theirs.

    Raises
    ------
    NotAllowedError
        If the person may not read about the worker.
    """
    readable = readable_workers(unit, actor)
    if readable is not None and worker_id not in readable:
        raise NotAllowedError(
            "This session is of a worker whom you do not supervise. A lead can name you as the "
            "supervisor."
        )


class SuperviseeService:
    """Names supervisors of workers."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def all(self) -> tuple[Supervision, ...]:
        """Every pair of worker and supervisor, in order of worker."""
        with self._context.store.reading() as unit:
            return unit.supervisions.all()

    def name_supervisor(
        self, workers: Iterable[WorkerId], supervisor: CoderId, *, actor: CoderId | None
    ) -> StudyChange:
        """Make a person the supervisor of workers; those they have already stay.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, the person is not a supervisor, or a worker is unknown.
        """
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "names supervisors")
            person = unit.people.coder(supervisor)
            if person is None or not person.is_a(Role.SUPERVISOR):
                raise NotAllowedError(
                    f"{supervisor} does not hold the role of a supervisor in this study. Give "
                    "them the role first. Nothing was changed."
                )
            known = {worker.worker_id for worker in unit.people.workers()}
            wanted = list(dict.fromkeys(workers))
            unknown = [worker for worker in wanted if worker not in known]
            if unknown:
                raise NotAllowedError(
                    f"There is no worker {', '.join(unknown)} in this study. Nothing was changed."
                )
            theirs = unit.supervisions.workers_of(supervisor)
            for worker_id in (w for w in wanted if w not in theirs):
                unit.supervisions.add(Supervision(worker_id=worker_id, supervisor_id=supervisor))
                self._record(unit, actor, worker_id, old=None, new=supervisor)
        return StudyChange(kinds=frozenset({ChangeKind.PEOPLE, ChangeKind.FEEDBACK}))

    def end_supervision(
        self, workers: Iterable[WorkerId], supervisor: CoderId, *, actor: CoderId | None
    ) -> StudyChange:
        """End a person's supervision of workers; those they do not supervise are passed over.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead.
        """
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "ends supervisions")
            theirs = unit.supervisions.workers_of(supervisor)
            for worker_id in (w for w in dict.fromkeys(workers) if w in theirs):
                unit.supervisions.remove(
                    Supervision(worker_id=worker_id, supervisor_id=supervisor)
                )
                self._record(unit, actor, worker_id, old=supervisor, new=None)
        return StudyChange(kinds=frozenset({ChangeKind.PEOPLE, ChangeKind.FEEDBACK}))

    def _record(
        self,
        unit: UnitOfWork,
        actor: CoderId | None,
        worker_id: WorkerId,
        *,
        old: str | None,
        new: str | None,
    ) -> None:
        unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=self._context.now(),
                actor=actor,
                kind=HistoryKind.SUPERVISION_CHANGED,
                item=worker_id,
                old=old,
                new=new,
            )
        )
