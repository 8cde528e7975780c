"""Packets: one coder's share of the study, in a sealed file that holds nothing else."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.domain.ids import (
    BlindCode,
    CoderId,
    CodingId,
    SessionId,
    new_blind_code,
    new_id,
)
from practicecoder.domain.packets import Packet, PacketReturn, PacketSession, packet_number
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import ConflictError, ExportError, NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.packet_documents import (
    CODEBOOK_MEMBER,
    PACKET_MEMBER,
    PacketCoding,
    PacketContent,
    packet_bytes,
)
from practicecoder.services.rights import require
from practicecoder.services.session_states import NOT_TO_BE_CODED, settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import OPTIONAL_COUNTS
from practicecoder.storage.history import KIND_OF
from practicecoder.storage.types import to_json
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault.container import Part, write_container
from practicecoder.vault.container_header import ContainerFacts, ContainerKind, Member
from practicecoder.vault.passphrases import checked_passphrase

ENDING = ".pcpacket"
SPARE_BYTES = 50_000_000
"""Room that is left beside a packet when it is written."""
SUBMITTED_ALREADY = "submitted already"
"""Why a session that its coder has finished stays out of a packet."""
NOT_THEIRS = "not given to this coder"
"""Why a session that was asked for stays out, be its code misspelt or another coder's."""

GIVEN_SETTINGS = (OPTIONAL_COUNTS,)
"""Settings of the study that a coder's work depends on; no other one leaves with a packet."""

_OWN_KINDS = frozenset({*KIND_OF.values(), HistoryKind.CODING_STARTED, HistoryKind.SUBMITTED})
_CONTENT_KINDS = frozenset(KIND_OF.values())

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRequest:
    """Whose packet is wanted, and with which of their sessions; None takes all."""

    coder_id: CoderId
    session_ids: frozenset[SessionId] | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketMade:
    """A packet that was written and put on record."""

    packet: Packet
    path: Path
    change: StudyChange


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPacket:
    """A packet with what came back of it, in the order in which it was merged."""

    packet: Packet
    returns: tuple[PacketReturn, ...]
    n_submitted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """One assignment with all that a packet takes of it."""

    session: PracticeSession
    assignment: Assignment
    coding: Coding | None
    content: PacketCoding


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A packet that is about to be written."""

    packet_id: str
    content: PacketContent
    codebook: str
    shares: list[_Share]


class PacketMaking:
    """Makes packets and knows which ones are out."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def preview(self, request: PacketRequest) -> PacketPlan:
        """Say what a packet would hold: what its coder has not submitted yet.

        Raises
        ------
        NotAllowedError
            If there is no such coder.
        """
        with self._context.store.reading() as unit:
            shares, left = self._shares(unit, request)
        return PacketPlan(
            coder_id=request.coder_id,
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

    def make(
        self,
        request: PacketRequest,
        out: Path,
        passphrase: str,
        *,
        actor: CoderId | None,
        progress: Progress = lambda _share: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> PacketMade | None:
        """Write a coder's packet and put it on record; None if it was cancelled.

        A session that was not begun counts as begun from here on, so that its segment stays as it
        left and what comes back has one place to go to.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, there is nothing to give, or the passphrase is weak.
        ExportError
            If there is no room, or it cannot be written there.
        PacketError
            If a recording is not the one that was added.
        ConflictError
            If a coding was begun meanwhile; nothing is left behind.
        """
        checked_passphrase(passphrase)
        with self._context.store.reading() as unit:
            lead = require(unit, actor, Role.LEAD, "makes packets")
            shares, _left = self._shares(unit, request)
            codebook = unit.study.codebook_text(self._context.codebook.ref)
        coder_id = request.coder_id
        if not shares:
            raise NotAllowedError(f"{coder_id} has no session to take along. Nothing was made.")
        started = {
            share.content.coding_id: self._started(share, lead.coder_id)
            for share in shares
            if share.coding is None
        }
        content = PacketContent(
            coder_id=coder_id,
            made_up=self._context.record.made_up,
            settings={
                name: value
                for name, value in self._context.record.settings.items()
                if name in GIVEN_SETTINGS
            },
            codings=tuple(_with_start(share.content, started) for share in shares),
            answer_key=secrets.token_bytes(32),
        )
        draft = _Draft(packet_id=new_id(), content=content, codebook=codebook, shares=shares)
        digest = self._write(draft, out, passphrase, progress, cancelled)
        if digest is None:
            return None
        packet = Packet(
            packet_id=draft.packet_id,
            coder_id=coder_id,
            made_at=self._context.now(),
            made_by=lead.coder_id,
            sha256=digest,
            sessions=tuple(
                PacketSession(
                    code=share.content.code,
                    session_id=share.session.session_id,
                    coding_id=share.content.coding_id,
                )
                for share in shares
            ),
            answer_key=content.answer_key,
        )
        try:
            self._record(packet, shares, started)
        except BaseException:
            out.unlink(missing_ok=True)
            raise
        change = StudyChange(
            kinds=frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS}),
            session_ids=frozenset(share.session.session_id for share in shares),
        )
        return PacketMade(packet=packet, path=out, change=change)

    def sent(self) -> tuple[SentPacket, ...]:
        """Every packet that was made, the latest first, with what came back of it."""
        with self._context.store.reading() as unit:
            packets, returns = unit.packets.all(), unit.packets.returns()
            locked = {coding.coding_id for coding in unit.codings.all(locked_only=True)}
        return tuple(
            SentPacket(
                packet=packet,
                returns=tuple(r for r in returns if r.packet_id == packet.packet_id),
                n_submitted=sum(s.coding_id in locked for s in packet.sessions),
            )
            for packet in reversed(packets)
        )

    # Inside

    def _shares(
        self, unit: UnitOfWork, request: PacketRequest
    ) -> tuple[list[_Share], dict[SessionId, str]]:
        coder_id, wanted = request.coder_id, request.session_ids
        person = unit.people.coder(coder_id)
        if person is None or not person.is_a(Role.CODER):
            raise NotAllowedError(f"There is no coder {coder_id} in this study.")
        queue = sorted(
            unit.assignments.of_coder(coder_id), key=lambda a: (a.position, a.session_id)
        )
        forked = unit.history.forked()
        codes = _fresh_codes(unit)
        shares: list[_Share] = []
        theirs = {assignment.session_id for assignment in queue}
        left = dict.fromkeys(sorted((wanted or frozenset()) - theirs), NOT_THEIRS)
        for assignment in queue:
            if wanted is not None and assignment.session_id not in wanted:
                continue
            session = unit.sessions.find(assignment.session_id)
            assert session is not None  # a foreign key of the database
            coding = unit.codings.for_assignment(assignment.session_id, coder_id, assignment.role)
            reason = self._reason_to_stay(session, assignment, coding, forked)
            if reason:
                left[session.session_id] = reason
                continue
            given = self._given(unit, session, coding, codes(), len(shares) + 1)
            shares.append(
                _Share(session=session, assignment=assignment, coding=coding, content=given)
            )
        return shares, left

    def _reason_to_stay(
        self,
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
        if coding is not None and coding.codebook != self._context.codebook.ref:
            return "begun by another version of the codebook"
        if session.recording is not None and not self._has_sound(session):
            return "its recording is not there"
        return ""

    def _has_sound(self, session: PracticeSession) -> bool:
        sound = self._context.sound_of(session.sound)
        return sound is not None and sound.path.is_file()

    def _given(
        self,
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

    def _started(self, share: _Share, lead: CoderId) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=lead,
            kind=HistoryKind.CODING_STARTED,
            item=share.assignment.coder_id,
            coding_id=share.content.coding_id,
            session_id=share.session.session_id,
        )

    def _write(
        self,
        draft: _Draft,
        out: Path,
        passphrase: str,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> str | None:
        document = packet_bytes(draft.content)
        sounds = [self._sound(share) for share in draft.shares if share.content.sound is not None]
        needed = len(document) + sum(part.member.size for part in sounds) + SPARE_BYTES
        try:
            free = shutil.disk_usage(out.parent).free
            if free < needed:
                raise ExportError(
                    f"The packet needs {needed / 1e6:,.0f} MB and there are {free / 1e6:,.0f} MB "
                    "left. Nothing was written. Choose another place, or fewer sessions."
                )
            return write_container(
                out,
                ContainerFacts(
                    kind=ContainerKind.PACKET,
                    study_id=self._context.record.study_id,
                    packet_id=draft.packet_id,
                    codebook=self._context.codebook.ref,
                ),
                [
                    Part.of_bytes(PACKET_MEMBER, document),
                    Part.of_bytes(CODEBOOK_MEMBER, draft.codebook.encode("utf-8")),
                    *sounds,
                ],
                passphrase,
                progress=progress,
                cancelled=cancelled,
            )
        except OSError as error:
            raise ExportError(f"{out.name} cannot be written. Choose another place.") from error

    def _sound(self, share: _Share) -> Part:
        recording, name = share.content.recording, share.content.sound
        assert recording is not None
        assert name is not None
        sound = self._context.sound_of(recording)
        assert sound is not None  # looked for by _reason_to_stay
        member = Member(name=name, size=recording.size_bytes, sha256=recording.fingerprint)
        return Part(member=member, open=sound.open)

    def _record(
        self, packet: Packet, shares: list[_Share], started: Mapping[CodingId, HistoryEntry]
    ) -> None:
        told = {
            "coder": packet.coder_id,
            "sessions": len(packet.sessions),
            "sha256": packet.sha256,
        }
        with self._context.store.transaction() as unit:
            for share in shares:
                if share.content.coding_id in started:
                    self._begin(unit, share, started[share.content.coding_id])
                unit.history.add(self._entry(packet, share.session.session_id, packet.coder_id))
            unit.packets.add(packet)
            unit.history.add(self._entry(packet, None, to_json(told)))

    def _begin(self, unit: UnitOfWork, share: _Share, entry: HistoryEntry) -> None:
        session_id, given = share.session.session_id, share.assignment
        coder_id = given.coder_id
        if unit.codings.for_assignment(session_id, coder_id, given.role) is not None:
            raise ConflictError(f"A coding of {coder_id}")
        unit.codings.add(
            Coding(
                coding_id=share.content.coding_id,
                session_id=session_id,
                coder_id=coder_id,
                codebook=self._context.codebook.ref,
                role=given.role,
            )
        )
        unit.history.add(entry)
        settle_session(unit, session_id)

    def _entry(self, packet: Packet, session_id: SessionId | None, new: str) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=packet.made_at,
            actor=packet.made_by,
            kind=HistoryKind.PACKET_MADE,
            item=packet.packet_id,
            new=new,
            session_id=session_id,
        )


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


def _with_start(given: PacketCoding, started: Mapping[CodingId, HistoryEntry]) -> PacketCoding:
    entry = started.get(given.coding_id)
    if entry is None:
        return given
    first = as_given(entry, CoderId(entry.item), given.code)
    return replace(given, entries=(ReceivedEntry(entry=first),))


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


def packet_file_name(coder_id: CoderId, packet_id: str = "") -> str:
    """Name for a packet's file, which says whose it is and nothing else."""
    number = f" {packet_number(packet_id)}" if packet_id else ""
    return f"Packet for {coder_id}{number}{ENDING}"
