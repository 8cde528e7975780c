"""The lead's table of sessions and each coder's queue."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding, CodingRole, RatingState
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.errors import NotAllowedError
from practicecoder.services.blinding import blinding_was_lost
from practicecoder.services.certified import refuse_uncertified
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.due_dates import change_due, record_due, refuse_past
from practicecoder.services.rights import require
from practicecoder.services.session_states import NOT_TO_BE_CODED, settle_session
from practicecoder.services.study_context import StudyContext


class QueueState(StrEnum):
    """Where a session stands for its coder."""

    NEW = "new"
    IN_PROGRESS = "in progress"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A session as its coder may see it: nothing about worker, office, phase, dates or others.

    ``duration_ms`` is None without a recording. ``due_on`` is the day by which the lead wants it,
    and ``days_left`` how many days that is from today, negative once it is over; None if no day
    was named, or the session is submitted.
    """

    blind_code: BlindCode
    state: QueueState
    duration_ms: int | None
    n_decided: int
    n_dimensions: int
    due_on: date | None = None
    days_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedCoder:
    """One coder of a session, for the lead. ``state`` as the coder's queue shows it.

    ``coding_id`` is None until the coder begins. ``short_listen_reason`` is what the coder gave
    for having heard less than the whole segment; empty if all was heard. ``unblinded``: they
    recognised someone, or learned the office or the phase. ``due_on`` is the day by which the
    coding is wanted; ``is_overdue`` once it is over and the coding is not submitted.
    """

    coder_id: CoderId
    role: CodingRole
    state: QueueState
    unsure: int
    coding_id: CodingId | None = None
    short_listen_reason: str = ""
    unblinded: bool = False
    due_on: date | None = None
    is_overdue: bool = False


class Flag(StrEnum):
    """What the lead should look at in a session."""

    CONCERN = "concern"
    UNBLINDED = "unblinded"
    SHORT_LISTEN = "short listen"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session as the lead sees it, with the number of concerns raised and of those unseen.

    ``coders`` is everybody with a part in it, whatever the role: independent coders, who agreed
    on the consensus, who gave the reference, who is tried on it.
    """

    session: PracticeSession
    coders: tuple[AssignedCoder, ...]
    concerns: int = 0
    concerns_unseen: int = 0

    @property
    def independent(self) -> tuple[AssignedCoder, ...]:
        """Coders who code the session independently, which is all that is assigned of it."""
        return tuple(c for c in self.coders if c.role.is_independent)

    @property
    def is_double_coded(self) -> bool:
        """Whether two or more independent codings exist or are planned."""
        return len(self.independent) > 1

    @property
    def n_submitted(self) -> int:
        """Number of submitted independent codings."""
        return sum(c.state is QueueState.SUBMITTED for c in self.independent)

    @property
    def consensus(self) -> QueueState | None:
        """How far the consensus is; None while nobody has opened a meeting."""
        agreed = (c.state for c in self.coders if c.role is CodingRole.CONSENSUS)
        return next(agreed, None)

    @property
    def unsure(self) -> int:
        """Number of ratings that coders marked as unsure."""
        return sum(c.unsure for c in self.coders)

    @property
    def due_on(self) -> date | None:
        """First day by which a coding that is not submitted is wanted; None if none is."""
        waiting = (c for c in self.independent if c.state is not QueueState.SUBMITTED)
        return min((c.due_on for c in waiting if c.due_on is not None), default=None)

    @property
    def is_overdue(self) -> bool:
        """Whether a coder should be through and is not."""
        return any(c.is_overdue for c in self.independent)

    @property
    def needs_decision(self) -> bool:
        """Whether something of the session waits for the lead.

        A concern that is not seen; a meeting that was begun and not finished; and, until a
        consensus or a final value stands, a coder who was no longer blind or heard less than all.
        """
        is_settled = self.session.state in (SessionState.CONSENSUS, SessionState.FINAL)
        doubtful = bool(self.flags & {Flag.UNBLINDED, Flag.SHORT_LISTEN}) and not is_settled
        in_meeting = self.consensus in (QueueState.NEW, QueueState.IN_PROGRESS)
        return bool(self.concerns_unseen) or in_meeting or doubtful

    @property
    def flags(self) -> frozenset[Flag]:
        """What the lead should look at."""
        raised = {
            Flag.CONCERN: bool(self.concerns),
            Flag.UNBLINDED: any(c.unblinded for c in self.coders),
            Flag.SHORT_LISTEN: any(c.short_listen_reason for c in self.coders),
            Flag.UNSURE: bool(self.unsure),
        }
        return frozenset(flag for flag, is_raised in raised.items() if is_raised)


class SessionService:
    """Lists sessions for lead and coders, and assigns them."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def today(self) -> date:
        """Today where the program runs, as days are named and read by people there."""
        return self._context.now().astimezone().date()

    def queue(self, coder_id: CoderId) -> tuple[QueueRow, ...]:
        """Return the coder's own sessions in the order of their queue, blind."""
        with self._context.store.reading() as unit:
            assignments = unit.assignments.of_coder(coder_id)
            sessions = {s.session_id: s for s in unit.sessions.all()}
            codings = {(c.session_id, c.role): c for c in unit.codings.of_coder(coder_id)}
        ordered = sorted(assignments, key=lambda a: (a.position, a.session_id))
        return tuple(
            self._queue_row(sessions[a.session_id], codings.get((a.session_id, a.role)), a.due_on)
            for a in ordered
            if sessions[a.session_id].state not in NOT_TO_BE_CODED
        )

    def next_in_queue(self, coder_id: CoderId) -> BlindCode | None:
        """Code of the first session in progress, else of the first new one; None if done."""
        rows = self.queue(coder_id)
        for wanted in (QueueState.IN_PROGRESS, QueueState.NEW):
            for row in rows:
                if row.state is wanted:
                    return row.blind_code
        return None

    def lead_table(self) -> tuple[SessionRow, ...]:
        """Every session with its coders, in order of session code. For the lead only."""
        with self._context.store.reading() as unit:
            sessions = unit.sessions.all()
            assignments = unit.assignments.all()
            codings = unit.codings.all()
            concerns = unit.concerns.all()
        raised = Counter(c.session_id for c in concerns)
        unseen = Counter(c.session_id for c in concerns if not c.is_seen)
        planned: dict[SessionId, dict[tuple[CoderId, CodingRole], Coding | None]]
        planned = defaultdict(dict)
        due = {(a.session_id, a.coder_id, a.role): a.due_on for a in assignments}
        today = self.today()
        for assignment in assignments:
            planned[assignment.session_id][assignment.coder_id, assignment.role] = None
        for coding in codings:
            planned[coding.session_id][coding.coder_id, coding.role] = coding
        return tuple(
            SessionRow(
                session=session,
                coders=tuple(
                    _assigned_coder(
                        coder_id,
                        role,
                        coding,
                        due_on=due.get((session.session_id, coder_id, role)),
                        today=today,
                    )
                    for (coder_id, role), coding in sorted(
                        planned[session.session_id].items(), key=lambda entry: entry[0]
                    )
                ),
                concerns=raised[session.session_id],
                concerns_unseen=unseen[session.session_id],
            )
            for session in sessions
        )

    def assign(
        self,
        session_ids: tuple[SessionId, ...],
        coder_id: CoderId,
        *,
        actor: CoderId,
        seed: int | None = None,
        due_on: date | None = None,
    ) -> StudyChange:
        """Put sessions into a coder's queue, shuffled; a session's second coder codes it double.

        All of them are due on the same day, ``due_on``; None names no day.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, the coder is unknown or lacks the certificate that the
            study asks for, a session is not to be coded, the coder has one of them already, or
            the day is over.
        """
        shuffler = random.Random(seed)
        refuse_past(due_on, self.today())
        with self._context.store.transaction() as unit:
            lead = unit.people.coder(actor)
            if lead is None or not lead.is_a(Role.LEAD):
                raise NotAllowedError("Only a lead assigns sessions. Choose a lead's code first.")
            if unit.people.coder(coder_id) is None:
                raise NotAllowedError(f"There is no coder {coder_id} in this study.")
            today = self._context.now().date()
            refuse_uncertified(unit, [coder_id], self._context.codebook.ref, today)
            start = max((a.position for a in unit.assignments.of_coder(coder_id)), default=0) + 1
            for offset, session_id in enumerate(shuffler.sample(session_ids, len(session_ids))):
                session = unit.sessions.find(session_id)
                if session is None or session.state in NOT_TO_BE_CODED:
                    raise NotAllowedError(
                        f"Session {session_id} is not to be coded. Nothing was assigned."
                    )
                earlier = unit.assignments.of_session(session_id)
                if any(a.coder_id == coder_id for a in earlier):
                    raise NotAllowedError(
                        f"{coder_id} already has session {session_id}. Nothing was assigned."
                    )
                coded = any(a.role.is_independent for a in earlier)
                role = CodingRole.DOUBLE if coded else CodingRole.PRIMARY
                given = Assignment(
                    session_id=session_id,
                    coder_id=coder_id,
                    role=role,
                    position=start + offset,
                    due_on=due_on,
                )
                unit.assignments.add(given)
                unit.history.add(
                    HistoryEntry(
                        entry_id=new_id(),
                        at=self._context.now(),
                        actor=actor,
                        kind=HistoryKind.ASSIGNED,
                        item=coder_id,
                        new=role,
                        session_id=session_id,
                    )
                )
                record_due(unit, [given], actor=actor, at=self._context.now())
                settle_session(unit, session_id)
        return StudyChange(
            kinds=frozenset({ChangeKind.ASSIGNMENTS, ChangeKind.SESSIONS}),
            session_ids=frozenset(session_ids),
        )

    def set_due(
        self,
        session_ids: Collection[SessionId],
        due_on: date | None,
        *,
        actor: CoderId | None,
        coder_id: CoderId | None = None,
    ) -> StudyChange:
        """Name another day for sessions that are not submitted, or none.

        Without ``coder_id`` it holds for everybody who was given one of them, in whatever role,
        so that no queue shows which sessions have several coders.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, the day is over, or nobody is at work on any of them.
        """
        refuse_past(due_on, self.today())
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "names due dates")
            submitted = {
                (c.session_id, c.coder_id, c.role) for c in unit.codings.all(locked_only=True)
            }
            waiting = [
                a
                for a in unit.assignments.all()
                if a.session_id in session_ids
                and coder_id in (None, a.coder_id)
                and (a.session_id, a.coder_id, a.role) not in submitted
            ]
            if not waiting:
                raise NotAllowedError(
                    "Nobody is at work on these sessions: they are given to nobody yet, or "
                    "submitted. Nothing was changed."
                )
            at = self._context.now()
            changed = change_due(unit, waiting, due_on, actor=lead.coder_id, at=at)
        return StudyChange(
            kinds=frozenset({ChangeKind.ASSIGNMENTS}),
            session_ids=frozenset(a.session_id for a in changed),
        )

    # Inside

    def _queue_row(
        self, session: PracticeSession, coding: Coding | None, due_on: date | None
    ) -> QueueRow:
        dimensions = self._context.codebook.dimension_ids
        day = None if coding is not None and coding.is_locked else due_on
        return QueueRow(
            blind_code=session.blind_code,
            state=_state_of(coding),
            duration_ms=session.segment.span.duration_ms
            if session.segment
            else (session.recording.duration_ms if session.recording else None),
            n_decided=0
            if coding is None
            else sum(coding.rating(d).state is not RatingState.NOT_YET_RATED for d in dimensions),
            n_dimensions=len(dimensions),
            due_on=day,
            days_left=None if day is None else (day - self.today()).days,
        )


def _assigned_coder(
    coder_id: CoderId,
    role: CodingRole,
    coding: Coding | None,
    *,
    due_on: date | None,
    today: date,
) -> AssignedCoder:
    state = _state_of(coding)
    is_overdue = due_on is not None and due_on < today and state is not QueueState.SUBMITTED
    if coding is None:
        return AssignedCoder(
            coder_id=coder_id,
            role=role,
            state=state,
            unsure=0,
            due_on=due_on,
            is_overdue=is_overdue,
        )
    return AssignedCoder(
        coder_id=coder_id,
        role=role,
        state=state,
        due_on=due_on,
        is_overdue=is_overdue,
        unsure=sum(rating.unsure for rating in coding.ratings.values()),
        coding_id=coding.coding_id,
        short_listen_reason=coding.short_listen_reason,
        unblinded=blinding_was_lost(coding),
    )


def _state_of(coding: Coding | None) -> QueueState:
    if coding is None:
        return QueueState.NEW
    return QueueState.SUBMITTED if coding.is_locked else QueueState.IN_PROGRESS
