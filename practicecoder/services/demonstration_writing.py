"""Writes finished codings, and all that they need, with the history they would have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from practicecoder.codebook.model import Codebook
from practicecoder.domain.allocation import AllocationPlan, Assignment
from practicecoder.domain.coding import Coding, CodingRole, CodingState, Listen, Rating
from practicecoder.domain.coding_changes import CodingChange, RatingChange, applied
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import CoderId, CodingId, SessionId, new_id
from practicecoder.domain.people import Coder, Office, Worker
from practicecoder.domain.sessions import PracticeSession
from practicecoder.services.implied_answers import implied_answers
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedChange:
    """A change of a coding and when it was made (aware UTC)."""

    at: datetime
    change: CodingChange


class StudyWriter:
    """Adds to a study inside one transaction; ``actor`` does the lead's acts, at ``at``."""

    def __init__(
        self, unit: UnitOfWork, codebook: Codebook, *, actor: CoderId, at: datetime
    ) -> None:
        self._unit = unit
        self._codebook = codebook
        self._actor = actor
        self._at = at

    def add_people(
        self, offices: Iterable[Office], workers: Iterable[Worker], coders: Iterable[Coder]
    ) -> None:
        """Add people and places."""
        for office in offices:
            self._unit.people.add_office(office)
        for worker in workers:
            self._unit.people.add_worker(worker)
        for coder in coders:
            self._unit.people.add_coder(coder)
            roles = " ".join(sorted(coder.roles))
            self._record(HistoryKind.PERSON_ADDED, item=coder.coder_id, new=roles)

    def add_session(self, session: PracticeSession) -> None:
        """Add a session, and its recording if it has one."""
        if session.recording is not None:
            self._unit.sessions.add_recording(session.recording)
        self._unit.sessions.add(session)
        self._record(HistoryKind.SESSION_ADDED, session_id=session.session_id)

    def add_plan(self, plan: AllocationPlan, told: str) -> None:
        """Put on record how sessions were given out, with the draw in words."""
        self._unit.plans.add(plan)
        self._record(HistoryKind.PLANNED, item=plan.plan_id, new=told)

    def assign(self, assignment: Assignment) -> None:
        """Put a session into a coder's queue."""
        self._unit.assignments.add(assignment)
        self._record(
            HistoryKind.ASSIGNED,
            item=assignment.coder_id,
            new=assignment.role,
            session_id=assignment.session_id,
        )

    def add_made(
        self,
        assignment: Assignment,
        *,
        listens: Sequence[Listen],
        acts: Sequence[TimedChange],
        submitted_at: datetime,
    ) -> None:
        """Add a coding as its coder made it, one act after the other, and submitted it."""
        coding = self._begun(assignment.session_id, assignment.coder_id, assignment.role)
        self._record_of(coding, HistoryKind.CODING_STARTED, at=listens[0].at)
        self._unit.codings.add_listens(coding.coding_id, listens, listens[-1].span.end_ms)
        reached = coding
        for act in acts:
            self._unit.record_changes(reached, [act.change], at=act.at, actor=coding.coder_id)
            reached = applied(reached, [act.change])
        self._lock(reached, [act.change for act in acts], submitted_at)
        self._record_of(coding, HistoryKind.SUBMITTED, at=submitted_at)

    def add_taken_over(
        self,
        session_id: SessionId,
        coder_id: CoderId,
        role: CodingRole,
        ratings: Mapping[str, Rating],
    ) -> None:
        """Add a coding that was made elsewhere as it was; a dimension may be left unrated."""
        coding = self._begun(session_id, coder_id, role)
        self._record_of(coding, HistoryKind.IMPORTED, at=self._at)
        changes: list[CodingChange] = [
            *implied_answers(self._codebook, ratings),
            *(RatingChange(dimension, rating) for dimension, rating in ratings.items()),
        ]
        self._unit.record_changes(
            coding, changes, at=self._at, actor=self._actor, origin=Origin.IMPORT
        )
        self._lock(applied(coding, changes), changes, self._at)

    def _begun(self, session_id: SessionId, coder_id: CoderId, role: CodingRole) -> Coding:
        coding = Coding(
            coding_id=CodingId(new_id()),
            session_id=session_id,
            coder_id=coder_id,
            codebook=self._codebook.ref,
            role=role,
        )
        self._unit.codings.add(coding)
        return coding

    def _lock(self, coding: Coding, changes: Sequence[CodingChange], at: datetime) -> None:
        locked = replace(coding, state=CodingState.LOCKED, submitted_at=at)
        self._unit.codings.save(locked, expected_version=coding.version, changes=changes)

    def _record_of(self, coding: Coding, kind: HistoryKind, *, at: datetime) -> None:
        self._unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=at,
                actor=self._actor if kind is HistoryKind.IMPORTED else coding.coder_id,
                kind=kind,
                item=coding.coder_id,
                coding_id=coding.coding_id,
                session_id=coding.session_id,
            )
        )

    def _record(
        self,
        kind: HistoryKind,
        *,
        item: str = "",
        new: str | None = None,
        session_id: SessionId | None = None,
    ) -> None:
        self._unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=self._at,
                actor=self._actor,
                kind=kind,
                item=item,
                new=new,
                session_id=session_id,
            )
        )
