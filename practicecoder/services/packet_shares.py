"""What of the study a coder may take along, and why the rest stays in the laboratory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import (
    BlindCode,
    CoderId,
    CodingId,
    SessionId,
    new_blind_code,
    new_id,
)
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import NotAllowedError
from practicecoder.services.packet_documents import PacketCoding
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.history import KIND_OF
from practicecoder.storage.unit_of_work import UnitOfWork

SUBMITTED_ALREADY = "submitted already"
"""Why a session that its coder has finished stays out of a packet."""
NOT_THEIRS = "not given to this coder"
"""Why a session that was asked for stays out, be its code misspelt or another coder's."""

_OWN_KINDS = frozenset({*KIND_OF.values(), HistoryKind.CODING_STARTED, HistoryKind.SUBMITTED})
_CONTENT_KINDS = frozenset(KIND_OF.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRequest:
    """Whose packet is wanted, and with which of their sessions; None takes all."""

    coder_id: CoderId
    session_ids: frozenset[SessionId] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One assignment with all that a packet takes of it."""

    session: PracticeSession
    assignment: Assignment
    coding: Coding | None
    content: PacketCoding


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session that a packet would hold. ``n_bytes`` is the size of its recording."""

    session_id: SessionId
    is_begun: bool
    has_sound: bool
    n_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPlan:
    """What a packet would hold, and which sessions stay behind, each with the reason."""

    coder_id: CoderId
    sessions: tuple[PlannedSession, ...]
    left: tuple[tuple[SessionId, str], ...]

    @property
    def n_bytes(self) -> int:
        """Bytes of all recordings."""
        return sum(session.n_bytes for session in self.sessions)


def plan_of(
    coder_id: CoderId, shares: Iterable[Share], left: Mapping[SessionId, str]
) -> PacketPlan:
    """Say what a packet of these shares would hold."""
    return PacketPlan(
        coder_id=coder_id,
        sessions=tuple(
            PlannedSession(
                session_id=share.session.session_id,
                is_begun=share.coding is not None,
                has_sound=share.content.recording is not None,
                n_bytes=0
                if share.content.recording is None
                else share.content.recording.size_bytes,
            )
            for share in shares
        ),
        left=tuple(left.items()),
    )


def shares_of(
    context: StudyContext, unit: UnitOfWork, request: PacketRequest
) -> tuple[list[Share], dict[SessionId, str]]:
    """Give what a packet would take along, and each session that stays with the reason.

    Raises
    ------
    NotAllowedError
        If there is no such coder.
    """
    coder_id, wanted = request.coder_id, request.session_ids
    person = unit.people.coder(coder_id)
    if person is None or not person.is_a(Role.CODER):
        raise NotAllowedError(f"There is no coder {coder_id} in this study.")
    queue = sorted(unit.assignments.of_coder(coder_id), key=lambda a: (a.position, a.session_id))
    forked = unit.history.forked()
    codes = _fresh_codes(unit)
    shares: list[Share] = []
    theirs = {assignment.session_id for assignment in queue}
    left = dict.fromkeys(sorted((wanted or frozenset()) - theirs), NOT_THEIRS)
    for assignment in queue:
        if wanted is not None and assignment.session_id not in wanted:
            continue
        session = unit.sessions.find(assignment.session_id)
        assert session is not None  # a foreign key of the database
        coding = unit.codings.for_assignment(assignment.session_id, coder_id, assignment.role)
        reason = _reason_to_stay(context, session, assignment, coding, forked)
        if reason:
            left[session.session_id] = reason
            continue
        given = _given(unit, session, coding, codes(), len(shares) + 1)
        shares.append(Share(session=session, assignment=assignment, coding=coding, content=given))
    return shares, left


def _reason_to_stay(
    context: StudyContext,
    session: PracticeSession,
    assignment: Assignment,
    coding: Coding | None,
    forked: frozenset[CodingId],
) -> str:
    if not assignment.role.is_independent:
        return "consensus and training stay in the laboratory"
    if session.state in NOT_TO_BE_CODED:
        return f"{session.state.value.replace('_', ' ')}"
    if coding is not None and coding.is_locked:
        return SUBMITTED_ALREADY
    if coding is not None and coding.coding_id in forked:
        return "two versions wait for the lead"
    if coding is not None and coding.codebook != context.codebook.ref:
        return "begun by another version of the codebook"
    if session.recording is not None and not _has_sound(context, session):
        return "its recording is not there"
    return ""


def _has_sound(context: StudyContext, session: PracticeSession) -> bool:
    sound = context.sound_of(session.sound)
    return sound is not None and sound.path.is_file()


def _given(
    unit: UnitOfWork,
    session: PracticeSession,
    coding: Coding | None,
    code: BlindCode,
    number: int,
) -> PacketCoding:
    transcript = unit.transcripts.find(session.session_id)
    recording, segment = session.recording, session.segment
    begun = coding.coding_id if coding is not None else None
    entries = unit.history.links_of_coding(begun) if begun is not None else ()
    return PacketCoding(
        code=code,
        coding_id=begun or CodingId(new_id()),
        sound=None
        if recording is None
        else f"sound-{number}{Path(recording.stored_name).suffix or '.bin'}",
        recording=recording,
        segment=None if segment is None else replace(segment, seed=None),
        transcript=None if transcript is None else transcript.lines,
        entries=tuple(
            replace(e, entry=as_given(e.entry, coding.coder_id, code))
            for e in entries
            if coding is not None
        ),
        listens=unit.codings.listens(begun) if begun is not None else (),
        position_ms=0 if coding is None else coding.position_ms,
    )


def _fresh_codes(unit: UnitOfWork) -> Callable[[], BlindCode]:
    """Source of codes that no session and no packet of the study has."""
    taken = {s.blind_code for s in unit.sessions.all()}
    taken |= {s.code for packet in unit.packets.all() for s in packet.sessions}

    def fresh() -> BlindCode:
        while (code := new_blind_code()) in taken:
            pass
        taken.add(code)
        return code

    return fresh


def as_given(entry: HistoryEntry, coder_id: CoderId, code: str) -> HistoryEntry:
    """Entry as the coder it is about may have it: own acts whole, of others' that they were.

    Ratings that somebody else entered into the coder's coding keep their values, which the coder
    sees anyway, and lose who entered them and why.
    """
    own = entry.actor == coder_id and entry.kind in _OWN_KINDS
    started = entry.kind is HistoryKind.CODING_STARTED
    shown = own or entry.kind in _CONTENT_KINDS
    return replace(
        entry,
        actor=coder_id if own else None,
        item=entry.item if shown or started else "",
        old=entry.old if shown else None,
        new=entry.new if shown else None,
        reason=entry.reason if own else "",
        session_id=SessionId(code),
    )
