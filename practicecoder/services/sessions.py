"""The lead's table of sessions and each coder's queue."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding, CodingRole, RatingState
from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import BlindCode, CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import NotAllowedError
from practicecoder.services.certified import refuse_uncertified
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.due_dates import change_due, record_due, refuse_past
from practicecoder.services.packet_study import packet_facts
from practicecoder.services.rights import require
from practicecoder.services.session_rows import (
    QueueRow,
    QueueState,
    SessionRow,
    assigned_coder,
    is_untouched,
    state_of,
)
from practicecoder.services.session_states import NOT_TO_BE_CODED, settle_session
from practicecoder.services.study_context import StudyContext


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
            consents = unit.consents.all()
        agreed: dict[SessionId, dict[ConsentUse, bool]] = defaultdict(dict)
        for consent in consents:
            agreed[consent.session_id][consent.use] = consent.given
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
                    assigned_coder(
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
                consents=agreed[session.session_id],
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
            person = unit.people.coder(coder_id)
            if person is None or not person.is_a(Role.CODER):
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

    @property
    def _came_in_packet(self) -> bool:
        """Whether codings were begun by the packet that brought them."""
        return packet_facts(self._context.record) is not None

    def _queue_row(
        self, session: PracticeSession, coding: Coding | None, due_on: date | None
    ) -> QueueRow:
        dimensions = self._context.codebook.dimension_ids
        day = None if coding is not None and coding.is_locked else due_on
        state = state_of(coding)
        if coding is not None and self._came_in_packet and is_untouched(coding):
            state = QueueState.NEW
        return QueueRow(
            blind_code=session.blind_code,
            state=state,
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
