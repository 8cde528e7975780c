"""Offices and their days of implementation, and what follows from a day for their sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, OfficeId, SessionId, new_id
from practicecoder.domain.people import Office, Role
from practicecoder.domain.sessions import (
    Phase,
    PhaseRule,
    PracticeSession,
    days_since,
    phase_by_date,
)
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

ACT = "changes the day of implementation"

SHOWN_CONTRADICTIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDay:
    """An office, its day of implementation, and its sessions by how their phase came about."""

    office: Office
    n_sessions: int
    n_by_date: int
    n_without_date: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPreview:
    """What another day of implementation does to the sessions of an office.

    ``after`` are the sessions that change, as they would be. ``n_kept`` have a phase that was
    entered with them: it stays, also where it contradicts the days (``contradictions``).
    """

    office_id: OfficeId
    before: date | None
    day: date | None
    after: tuple[PracticeSession, ...]
    n_phase: int
    n_kept: int
    contradictions: tuple[SessionId, ...]

    @property
    def sentence(self) -> str:
        """The consequences in words."""
        if self.before == self.day:
            return "Nothing changes."
        text = (
            f"Sessions that get other days since implementation: {len(self.after)}; of these, "
            f"another phase: {self.n_phase}."
        )
        if self.n_kept:
            text += f" The phase stays as it was entered in {_sessions(self.n_kept)}."
        if self.contradictions:
            odd = ", ".join(self.contradictions[:SHOWN_CONTRADICTIONS])
            more = "…" if self.contradictions[SHOWN_CONTRADICTIONS:] else ""
            text += f" There it would contradict the days: {odd}{more}."
        return text


class OfficeService:
    """Shows offices and changes their days of implementation."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def days(self) -> tuple[OfficeDay, ...]:
        """Every office in order of code."""
        with self._context.store.reading() as unit:
            offices, sessions = unit.people.offices(), unit.sessions.all()
        return tuple(_day_of(office, sessions) for office in offices)

    def preview(self, office_id: OfficeId, day: date | None) -> DayPreview:
        """What a day of implementation would do; nothing is changed.

        Raises
        ------
        NotAllowedError
            If there is no such office.
        """
        with self._context.store.reading() as unit:
            return _preview(unit, office_id, day)

    def set_day(
        self, office_id: OfficeId, day: date | None, *, actor: CoderId | None, reason: str
    ) -> StudyChange:
        """Set an office's day of implementation, and what follows from it by rule.

        Days since implementation follow in every session with a date, the phase in those under
        the rule ``visit_date``.

        Raises
        ------
        NotAllowedError
            If nobody who leads does it, there is no such office, or no reason is given for
            changing a day that is known.
        """
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, ACT)
            found = _preview(unit, office_id, day)
            if found.before is not None and found.before != day and not reason.strip():
                raise NotAllowedError(
                    "The day of implementation is known already. Say why it changes."
                )
            if found.before == day:
                return StudyChange(kinds=frozenset())
            unit.people.update_office(Office(office_id=office_id, implementation_date=day))
            for session in found.after:
                unit.sessions.save(session, expected_version=session.version)
            unit.history.add_all(self._entries(found, actor, reason.strip()))
        return StudyChange(
            kinds=frozenset({ChangeKind.PEOPLE, ChangeKind.SESSIONS}),
            session_ids=frozenset(session.session_id for session in found.after),
        )

    def _entries(
        self, found: DayPreview, actor: CoderId | None, reason: str
    ) -> Iterable[HistoryEntry]:
        at = self._context.now()
        yield HistoryEntry(
            entry_id=new_id(),
            at=at,
            actor=actor,
            kind=HistoryKind.OFFICE_CHANGED,
            item=found.office_id,
            old=None if found.before is None else found.before.isoformat(),
            new=None if found.day is None else found.day.isoformat(),
            reason=reason,
        )
        for session in found.after:
            yield HistoryEntry(
                entry_id=new_id(),
                at=at,
                actor=actor,
                kind=HistoryKind.OFFICE_CHANGED,
                item=found.office_id,
                new=_placed(session),
                reason=reason,
                session_id=session.session_id,
            )


def _preview(unit: UnitOfWork, office_id: OfficeId, day: date | None) -> DayPreview:
    office = next((o for o in unit.people.offices() if o.office_id == office_id), None)
    if office is None:
        raise NotAllowedError(f"There is no office {office_id}. Check its code.")
    mine = [s for s in unit.sessions.all() if s.office_id == office_id]
    pairs = [(session, placed(session, day)) for session in mine]
    kept = [session for session in mine if session.phase_rule is PhaseRule.AS_ENTERED]
    return DayPreview(
        office_id=office_id,
        before=office.implementation_date,
        day=day,
        after=tuple(after for before, after in pairs if after != before),
        n_phase=sum(after.phase is not before.phase for before, after in pairs),
        n_kept=sum(session.phase is not None for session in kept),
        contradictions=tuple(
            after.session_id
            for before, after in pairs
            if before.phase_rule is PhaseRule.AS_ENTERED and _contradicts(after)
        ),
    )


def placed(session: PracticeSession, day: date | None) -> PracticeSession:
    """Session as it stands to another day of implementation.

    Days that were entered without a date of the session cannot follow, and stay.
    """
    if session.session_date is None:
        return session
    days = days_since(session.session_date, day)
    by_date = session.phase_rule is PhaseRule.VISIT_DATE
    return replace(
        session,
        days_since_implementation=days,
        phase=phase_by_date(days) if by_date else session.phase,
    )


def _contradicts(session: PracticeSession) -> bool:
    days = session.days_since_implementation
    if days is None:
        return False
    return (session.phase is Phase.PRE and days >= 0) or (session.phase is Phase.POST and days < 0)


def _day_of(office: Office, sessions: Iterable[PracticeSession]) -> OfficeDay:
    mine = [session for session in sessions if session.office_id == office.office_id]
    return OfficeDay(
        office=office,
        n_sessions=len(mine),
        n_by_date=sum(session.phase_rule is PhaseRule.VISIT_DATE for session in mine),
        n_without_date=sum(session.session_date is None for session in mine),
    )


def _placed(session: PracticeSession) -> str:
    phase = "none" if session.phase is None else session.phase.value
    return f"{phase}, {session.days_since_implementation} days"


def _sessions(n: int) -> str:
    return "1 session" if n == 1 else f"{n} sessions"
