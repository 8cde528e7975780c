"""Training recordings: sessions with a reference coding, and the coders who are tried on them."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding, CodingRole, CodingState
from practicecoder.domain.coding_changes import CodingChange, applied
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.due_dates import due_beside, record_due
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.services.training_trials import has_met, is_usable
from practicecoder.storage.history import first_changes
from practicecoder.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCoding:
    """A submitted coding that could be taken over as a reference."""

    coding_id: CodingId
    coder_id: CoderId
    role: CodingRole


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingRecording:
    """A session as the lead sees it in training.

    ``reference_by`` is who gave the reference coding or is to give it, None if the session is no
    training recording. ``is_ready``: the reference is submitted, so that coders may be tried.
    ``tried`` were given it as training, ``submitted`` of them are through. ``met`` is everybody
    who cannot be tried on it. ``duration_ms`` is None without sound.
    """

    session_id: SessionId
    blind_code: BlindCode
    duration_ms: int | None
    reference_by: CoderId | None
    is_ready: bool
    tried: tuple[CoderId, ...]
    submitted: tuple[CoderId, ...]
    met: frozenset[CoderId]
    sources: tuple[SourceCoding, ...]

    @property
    def is_training(self) -> bool:
        """Whether the session has a reference, or a lead is to give it one."""
        return self.reference_by is not None

    @property
    def is_judged(self) -> bool:
        """Whether a coder was tried against the reference, which then stays as it is."""
        return self.is_ready and bool(self.submitted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Giving:
    """Who gives out sessions, why, and the lot that chooses places in queues."""

    actor: CoderId | None
    lot: random.Random = field(default_factory=random.Random)
    reason: str = ""


class TrainingRecordingService:
    """Gives sessions a reference coding, and gives them to coders as trials.

    Reference and training codings never enter analysis, reliability or exports. In a coder's
    queue a trial looks like every other session.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def all(self) -> tuple[TrainingRecording, ...]:
        """Every session that may be coded, in order of its code; for the lead only."""
        with self._context.store.reading() as unit:
            sessions = [s for s in unit.sessions.all() if is_usable(s)]
            assignments, codings = unit.assignments.all(), unit.codings.all()
        given: dict[SessionId, list[Assignment]] = defaultdict(list)
        coded: dict[SessionId, list[Coding]] = defaultdict(list)
        for assignment in assignments:
            given[assignment.session_id].append(assignment)
        for coding in codings:
            coded[coding.session_id].append(coding)
        found = []
        for session in sessions:
            on, made = given[session.session_id], coded[session.session_id]
            reference = next((c for c in made if c.role is CodingRole.REFERENCE), None)
            asked = next((a.coder_id for a in on if a.role is CodingRole.REFERENCE), None)
            segment = segment_of(session)
            found.append(
                TrainingRecording(
                    session_id=session.session_id,
                    blind_code=session.blind_code,
                    duration_ms=None if segment is None else segment.duration_ms,
                    reference_by=asked if reference is None else reference.coder_id,
                    is_ready=reference is not None and reference.is_locked,
                    tried=tuple(a.coder_id for a in on if a.role is CodingRole.TRAINING),
                    submitted=tuple(
                        c.coder_id for c in made if c.role is CodingRole.TRAINING and c.is_locked
                    ),
                    met=frozenset({*(a.coder_id for a in on), *(c.coder_id for c in made)}),
                    sources=tuple(
                        SourceCoding(coding_id=c.coding_id, coder_id=c.coder_id, role=c.role)
                        for c in made
                        if c.is_locked
                        and (c.role.is_independent or c.role is CodingRole.CONSENSUS)
                    ),
                )
            )
        return tuple(found)

    def take_over(self, coding_id: CodingId, *, actor: CoderId | None) -> StudyChange:
        """Make a session a training recording: copy a submitted coding as its reference.

        The coding itself stays as it is and stays data.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, the coding is no submitted independent or consensus
            coding, or its session has a reference already.
        """
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "makes training recordings")
            source = unit.codings.find(coding_id)
            if (
                source is None
                or not source.is_locked
                or source.role in (CodingRole.TRAINING, CodingRole.REFERENCE)
            ):
                raise NotAllowedError(
                    "A reference is taken over from a submitted independent or consensus coding."
                )
            _refuse_second_reference(unit, source.session_id)
            self._copy(unit, source, lead.coder_id)
        return _changed(source.session_id)

    def ask_for_reference(
        self, session_id: SessionId, lead_id: CoderId, *, actor: CoderId | None
    ) -> StudyChange:
        """Make a session a training recording: a lead codes it as its reference.

        Raises
        ------
        NotAllowedError
            If the actor or who is to code is not a lead, the session cannot be coded, has a
            reference already, or that lead was given it before.
        """
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "makes training recordings")
            require(unit, lead_id, Role.LEAD, "gives a reference coding")
            _refuse_second_reference(unit, session_id)
            self._give(unit, session_id, lead_id, CodingRole.REFERENCE, Giving(actor=actor))
        return _changed(session_id)

    def assign(
        self,
        session_ids: Sequence[SessionId],
        coder_ids: Sequence[CoderId],
        *,
        actor: CoderId | None,
        seed: int | None = None,
    ) -> StudyChange:
        """Slip training recordings into coders' queues, each at a place chosen by lot.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, somebody is no coder, a session has no submitted
            reference, or a coder has met it in any role. Nothing is assigned then.
        """
        giving = Giving(actor=actor, lot=random.Random(seed))
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "gives out training recordings")
            for session_id in session_ids:
                for coder_id in coder_ids:
                    self.give_trial(unit, session_id, coder_id, giving)
        return _changed(*session_ids)

    def give_trial(
        self,
        unit: UnitOfWork,
        session_id: SessionId,
        coder_id: CoderId,
        giving: Giving,
    ) -> None:
        """Slip one training recording into a queue, inside somebody else's transaction.

        Raises
        ------
        NotAllowedError
            If there is no such coder, the session has no submitted reference, or the coder has
            met it in another role.
        """
        person = unit.people.coder(coder_id)
        if person is None or not person.is_a(Role.CODER):
            raise NotAllowedError(f"There is no coder {coder_id} in this study.")
        references = [
            c
            for c in unit.codings.of_session(session_id)
            if c.role is CodingRole.REFERENCE and c.is_locked
        ]
        if not references:
            raise NotAllowedError(
                f"Session {session_id} has no submitted reference coding. Nothing was assigned."
            )
        self._give(unit, session_id, coder_id, CodingRole.TRAINING, giving)

    def remove_reference(
        self, session_id: SessionId, *, actor: CoderId | None, reason: str
    ) -> StudyChange:
        """Take a mistaken reference off a session, which is no training recording any more.

        Nobody may have been tried against it: what coders were told about themselves, and
        certificates, rest on it. Trials that nobody has begun leave their queues; one that was
        begun stays with its coder and waits for another reference. The coding that a reference
        was copied from stays as it is, and the history keeps what the reference held.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, the session has no reference, or a
            coder submitted a trial against it.
        """
        if not reason.strip():
            raise NotAllowedError("Removing a reference needs a reason. It is kept on record.")
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "removes reference codings").coder_id
            given = unit.assignments.of_session(session_id)
            codings = unit.codings.of_session(session_id)
            asked = next((a for a in given if a.role is CodingRole.REFERENCE), None)
            reference = next((c for c in codings if c.role is CodingRole.REFERENCE), None)
            if asked is None and reference is None:
                raise NotAllowedError(f"Session {session_id} is no training recording.")
            trials = [c for c in codings if c.role is CodingRole.TRAINING]
            if reference is not None and reference.is_locked:
                _refuse_if_tried(trials)
            by = reference.coder_id if reference is not None else None
            if asked is not None:
                by = asked.coder_id
                unit.assignments.remove(session_id, asked.coder_id)
            if reference is not None:
                unit.codings.remove(reference.coding_id)
            why = reason.strip()
            taken = self._taken(session_id, by, CodingRole.REFERENCE, lead, why)
            coding_id = None if reference is None else reference.coding_id
            unit.history.add(replace(taken, coding_id=coding_id))
            begun = {c.coder_id for c in trials}
            for trial in given:
                if trial.role is CodingRole.TRAINING and trial.coder_id not in begun:
                    unit.assignments.remove(session_id, trial.coder_id)
                    unit.history.add(
                        self._taken(session_id, trial.coder_id, trial.role, lead, why)
                    )
        return _changed(session_id)

    # Inside

    def _taken(
        self,
        session_id: SessionId,
        coder_id: CoderId | None,
        role: CodingRole,
        actor: CoderId,
        reason: str,
    ) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=HistoryKind.UNASSIGNED,
            item=coder_id or "",
            old=role,
            reason=reason,
            session_id=session_id,
        )

    def _give(
        self,
        unit: UnitOfWork,
        session_id: SessionId,
        coder_id: CoderId,
        role: CodingRole,
        giving: Giving,
    ) -> None:
        session = unit.sessions.find(session_id)
        if session is None or not is_usable(session):
            raise NotAllowedError(
                f"Session {session_id} is not to be coded. Nothing was assigned."
            )
        if has_met(unit)(coder_id, session_id):
            raise NotAllowedError(
                f"{coder_id} has met session {session_id} before. Nothing was assigned."
            )
        position = _place(unit, coder_id, giving.lot)
        given = Assignment(
            session_id=session_id,
            coder_id=coder_id,
            role=role,
            position=position,
            due_on=due_beside(_unsubmitted(unit, coder_id), position),
        )
        unit.assignments.add(given)
        unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=self._context.now(),
                actor=giving.actor,
                kind=HistoryKind.ASSIGNED,
                item=coder_id,
                new=role,
                reason=giving.reason,
                session_id=session_id,
            )
        )
        record_due(unit, [given], actor=giving.actor, at=self._context.now())

    def _copy(self, unit: UnitOfWork, source: Coding, lead: CoderId) -> None:
        now = self._context.now()
        empty = Coding(
            coding_id=CodingId(new_id()),
            session_id=source.session_id,
            coder_id=source.coder_id,
            codebook=source.codebook,
            role=CodingRole.REFERENCE,
        )
        unit.codings.add(empty)
        begun = HistoryEntry(
            entry_id=new_id(),
            at=now,
            actor=lead,
            kind=HistoryKind.CODING_STARTED,
            item=source.coder_id,
            reason=f"taken over from the {source.role} coding of {source.coder_id}",
            coding_id=empty.coding_id,
            session_id=empty.session_id,
        )
        unit.history.add(begun)
        changes = _content(source)
        unit.record_changes(empty, changes, at=now, actor=lead, origin=Origin.IMPORT)
        locked = replace(applied(empty, changes), state=CodingState.LOCKED, submitted_at=now)
        unit.codings.save(locked, expected_version=empty.version, changes=changes)
        unit.history.add(replace(begun, entry_id=new_id(), kind=HistoryKind.SUBMITTED, reason=""))


def _content(source: Coding) -> tuple[CodingChange, ...]:
    """What fills the copy; evidence, notes and marks get ids of their own."""
    return first_changes(
        replace(
            source,
            evidence=tuple(replace(e, evidence_id=new_id()) for e in source.evidence),
            notes=tuple(replace(n, note_id=new_id()) for n in source.notes),
            marks=tuple(replace(m, mark_id=new_id()) for m in source.marks),
        )
    )


def _place(unit: UnitOfWork, coder_id: CoderId, lot: random.Random) -> int:
    """Place in a queue among the sessions that the coder has not begun, or behind them."""
    own = unit.assignments.of_coder(coder_id)
    begun = {(c.session_id, c.role) for c in unit.codings.of_coder(coder_id)}
    waiting = [a.position for a in own if (a.session_id, a.role) not in begun]
    behind = max((a.position for a in own), default=0) + 1
    return lot.choice([*waiting, behind])


def _unsubmitted(unit: UnitOfWork, coder_id: CoderId) -> tuple[Assignment, ...]:
    """What a coder was given and has not submitted."""
    done = {(c.session_id, c.role) for c in unit.codings.of_coder(coder_id) if c.is_locked}
    own = unit.assignments.of_coder(coder_id)
    return tuple(a for a in own if (a.session_id, a.role) not in done)


def _refuse_second_reference(unit: UnitOfWork, session_id: SessionId) -> None:
    roles = {a.role for a in unit.assignments.of_session(session_id)}
    roles |= {c.role for c in unit.codings.of_session(session_id)}
    if CodingRole.REFERENCE in roles:
        raise NotAllowedError(f"Session {session_id} is a training recording already.")


def _refuse_if_tried(trials: Sequence[Coding]) -> None:
    tried = sorted(c.coder_id for c in trials if c.is_locked)
    if tried:
        were = "was" if len(tried) == 1 else "were"
        raise NotAllowedError(
            f"{', '.join(tried)} {were} tried against this reference and can see it, so it stays. "
            "Give out another training recording from here on instead."
        )


def _changed(*session_ids: SessionId) -> StudyChange:
    kinds = {ChangeKind.ASSIGNMENTS, ChangeKind.CODINGS, ChangeKind.SESSIONS}
    return StudyChange(kinds=frozenset(kinds), session_ids=frozenset(session_ids))
