"""Packets: one coder's share of the study, in a sealed file that holds nothing else."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.domain.ids import CoderId, CodingId, SessionId, new_id
from practicecoder.domain.packets import Packet, PacketReturn, PacketSession
from practicecoder.domain.people import Role
from practicecoder.errors import ConflictError, NotAllowedError, ReadOnlyStudyError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.packet_documents import PacketCoding, PacketContent
from practicecoder.services.packet_file import PacketDraft, Progress, write_packet
from practicecoder.services.packet_shares import (
    PacketPlan,
    PacketRequest,
    Share,
    as_given,
    plan_of,
    shares_of,
)
from practicecoder.services.rights import require
from practicecoder.services.session_states import settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.services.study_settings import OPTIONAL_COUNTS
from practicecoder.storage.types import to_json
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault.passphrases import checked_passphrase

GIVEN_SETTINGS = (OPTIONAL_COUNTS,)
"""Settings of the study that a coder's work depends on; no other one leaves with a packet."""


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
            shares, left = shares_of(self._context, unit, request)
        return plan_of(request.coder_id, shares, left)

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
        ReadOnlyStudyError
            If the study is open for reading only; a file of that name stays as it is.
        """
        checked_passphrase(passphrase)
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        with self._context.store.reading() as unit:
            lead = require(unit, actor, Role.LEAD, "makes packets")
            shares, left = shares_of(self._context, unit, request)
            codebook = unit.study.codebook_text(self._context.codebook.ref)
        coder_id = request.coder_id
        if not shares:
            why = "; ".join(sorted(set(left.values()))) or "no session is given to this coder"
            raise NotAllowedError(
                f"{coder_id} has no session to take along: {why}. Nothing was made."
            )
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
        draft = PacketDraft(packet_id=new_id(), content=content, codebook=codebook, shares=shares)
        digest = write_packet(
            self._context, draft, out, passphrase, progress=progress, cancelled=cancelled
        )
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

    def _started(self, share: Share, lead: CoderId) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=lead,
            kind=HistoryKind.CODING_STARTED,
            item=share.assignment.coder_id,
            coding_id=share.content.coding_id,
            session_id=share.session.session_id,
        )

    def _record(
        self, packet: Packet, shares: list[Share], started: Mapping[CodingId, HistoryEntry]
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

    def _begin(self, unit: UnitOfWork, share: Share, entry: HistoryEntry) -> None:
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


def _with_start(given: PacketCoding, started: Mapping[CodingId, HistoryEntry]) -> PacketCoding:
    entry = started.get(given.coding_id)
    if entry is None:
        return given
    first = as_given(entry, CoderId(entry.item), given.code)
    return replace(given, entries=(ReceivedEntry(entry=first),))
