"""The sound of sessions ends on its day: which is due, and its deletion. Ratings stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import retention_rule
from practicecoder.storage.failures import disk_told
from practicecoder.storage.unit_of_work import UnitOfWork

NOTHING = "Nothing was changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDeletion:
    """A session whose sound is to be deleted.

    ``until`` was its last day, ``days_over`` how many days ago that was, 1 or more. ``n_open``
    counts codings that are begun or planned and not submitted: they could not be finished by ear.
    """

    session: PracticeSession
    until: date
    days_over: int
    n_open: int


class RetentionService:
    """Tells which sound is due, and deletes it when a lead says so; never by itself."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def due(self) -> tuple[DueDeletion, ...]:
        """Sessions whose sound should be gone by today, the longest overdue first."""
        today = self._context.now().date()
        with self._context.store.reading() as unit:
            rule = retention_rule(unit.study.load())
            sessions = [s for s in unit.sessions.all() if s.has_sound]
            codings, planned = _by_session(unit)
        found = []
        for session in sessions:
            of_session = codings.get(session.session_id, ())
            n_open = _n_open(of_session, planned.get(session.session_id, 0))
            until = rule.last_day(session, None if n_open else _submitted_on(of_session))
            if until is not None and until < today:
                over = (today - until).days
                found.append(
                    DueDeletion(session=session, until=until, days_over=over, n_open=n_open)
                )
        return tuple(sorted(found, key=lambda one: (one.until, one.session.session_id)))

    def keep_until(
        self, session_ids: Iterable[SessionId], until: date | None, *, actor: CoderId | None
    ) -> StudyChange:
        """Name the last day of the sound of sessions; None leaves it to the rule of the study.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, a session is unknown, or its sound was deleted already.
        """
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "says how long sound is kept").coder_id
            chosen = _with_sound(unit, session_ids)
            for session in chosen:
                if session.audio_until == until:
                    continue
                unit.sessions.save(
                    replace(session, audio_until=until), expected_version=session.version
                )
                unit.history.add(
                    HistoryEntry(
                        entry_id=new_id(),
                        at=self._context.now(),
                        actor=lead,
                        kind=HistoryKind.AUDIO_UNTIL_CHANGED,
                        old=_iso(session.audio_until),
                        new=_iso(until),
                        session_id=session.session_id,
                    )
                )
        return _changed(chosen)

    def delete_sound(
        self, session_ids: Iterable[SessionId], *, actor: CoderId | None, reason: str = ""
    ) -> StudyChange:
        """Destroy recordings with all that was computed from them; what was coded stays.

        It cannot be taken back. If it is interrupted, the sessions are due again.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, a session is unknown, or has no sound.
        StoreFailedError
            If the disk refuses; a sound file that is left is due again.
        """
        store = self._context.store
        with store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "deletes sound").coder_id
            chosen = _with_sound(unit, session_ids)
            now = self._context.now()
            for session in chosen:
                unit.sessions.save(
                    replace(session, audio_deleted_at=now), expected_version=session.version
                )
                unit.history.add(
                    HistoryEntry(
                        entry_id=new_id(),
                        at=now,
                        actor=lead,
                        kind=HistoryKind.AUDIO_DELETED,
                        reason=reason.strip(),
                        session_id=session.session_id,
                    )
                )
            still_used = {s.sound.fingerprint for s in unit.sessions.all() if s.sound is not None}
            for session in chosen:
                recording = session.recording
                assert recording is not None  # as it has sound
                if recording.fingerprint not in still_used:
                    store.audio.destroy(recording.stored_name)
                    with disk_told():
                        self._context.sound_cache.forget(recording.fingerprint)
        return _changed(chosen)


def _by_session(
    unit: UnitOfWork,
) -> tuple[dict[SessionId, list[Coding]], dict[SessionId, int]]:
    codings: dict[SessionId, list[Coding]] = {}
    for coding in unit.codings.all():
        codings.setdefault(coding.session_id, []).append(coding)
    begun = {(c.session_id, c.coder_id, c.role) for found in codings.values() for c in found}
    planned: dict[SessionId, int] = {}
    for one in unit.assignments.all():
        if (one.session_id, one.coder_id, one.role) not in begun:
            planned[one.session_id] = planned.get(one.session_id, 0) + 1
    return codings, planned


def _n_open(codings: Sequence[Coding], planned: int) -> int:
    return planned + sum(not coding.is_locked for coding in codings)


def _submitted_on(codings: Sequence[Coding]) -> date | None:
    moments = [c.submitted_at for c in codings if c.submitted_at is not None]
    return max(moments).date() if moments else None


def _with_sound(unit: UnitOfWork, session_ids: Iterable[SessionId]) -> tuple[PracticeSession, ...]:
    found = []
    for session_id in dict.fromkeys(session_ids):
        session = unit.sessions.find(session_id)
        if session is None:
            raise NotAllowedError(f"There is no session {session_id} in this study. {NOTHING}")
        if not session.has_sound:
            why = "was deleted already" if session.recording else "was never in the study"
            raise NotAllowedError(f"The sound of session {session_id} {why}. {NOTHING}")
        found.append(session)
    return tuple(found)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _changed(sessions: Iterable[PracticeSession]) -> StudyChange:
    return StudyChange(
        kinds=frozenset({ChangeKind.SESSIONS}),
        session_ids=frozenset(session.session_id for session in sessions),
    )
