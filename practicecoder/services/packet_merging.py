"""What comes back of packets: looked at first, then joined event by event; nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from practicecoder.domain.concerns import Concern
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, new_id
from practicecoder.domain.packets import Packet, PacketReturn, PacketSession
from practicecoder.domain.people import Role
from practicecoder.errors import PacketError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding_state import rebuild
from practicecoder.services.merge_receipts import MergeLine, MergePreview, MergeReceipt
from practicecoder.services.packet_documents import (
    LARGEST_DOCUMENT,
    RETURN_MEMBER,
    ReturnContent,
    ReturnedConcern,
    read_return,
)
from practicecoder.services.returned_acts import contradiction
from practicecoder.services.returned_work import (
    fresh_concerns,
    fresh_listens,
    merge_line,
    taken_codings,
)
from practicecoder.services.rights import require
from practicecoder.services.session_states import settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.types import to_json
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault.container import Container
from practicecoder.vault.container_header import ContainerKind, refusal


class PacketMerging:
    """Takes in what coders did away from the laboratory."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def preview(self, file: Path, *, actor: CoderId | None) -> MergePreview:
        """Open a return, prove it, and say what it would add.

        Raises
        ------
        PacketError
            If the file is no return, answers no packet of this study, or was altered.
        NotAllowedError
            If the actor is not a lead.
        """
        container = Container(file)
        facts = container.header.facts
        if facts.kind is not ContainerKind.RETURN:
            raise PacketError(
                f"{file.name} is a packet, not a return. Its coder opens it and returns it from "
                "there."
            )
        with self._context.store.reading() as unit:
            require(unit, actor, Role.LEAD, "merges returns")
            packet = unit.packets.find(facts.packet_id)
        if packet is None or facts.study_id != self._context.record.study_id:
            raise PacketError(
                f"{file.name} answers no packet of this study. Nothing was taken from it. Open "
                "the study that the packet came from."
            )
        container.unlock(packet.answer_key)
        content = read_return(container.read(RETURN_MEMBER, at_most=LARGEST_DOCUMENT))
        if content.coder_id != packet.coder_id:
            raise refusal()
        with self._context.store.reading() as unit:
            return self._looked_at(unit, packet, container.sha256(), content)

    def merge(self, preview: MergePreview, *, actor: CoderId | None) -> MergeReceipt:
        """Add what a return holds and the study does not: all of it, or nothing.

        Nothing that is there is overwritten. A coding that was continued in two places has two
        versions from then on, and counts nowhere until a lead settles them.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead.
        PacketError
            If the return contradicts what the study knows.
        """
        packet, content = preview.packet, preview.content
        with self._context.store.transaction() as unit:
            lead = require(unit, actor, Role.LEAD, "merges returns")
            looked_at = self._looked_at(unit, packet, preview.sha256, content)
            taken = taken_codings(unit, packet, content)
            for line in looked_at.lines:
                self._join(unit, taken[line.coding_id], content, line)
            concerns = fresh_concerns(unit, content.concerns, taken)
            for concern in concerns:
                self._add_concern(unit, concern, packet.coder_id, taken[concern.coding_id])
            heads = unit.history.printed_heads(taken)
            receipt = MergeReceipt(
                packet=packet,
                sha256=preview.sha256,
                at=self._context.now(),
                merged_by=lead.coder_id,
                lines=looked_at.lines,
                n_concerns=len(concerns),
                n_left_out=looked_at.n_left_out,
                heads=heads,
                change=_changed(looked_at.lines),
            )
            if not looked_at.is_empty or looked_at.merged_at is None:
                self._record(unit, receipt)
        return receipt

    # Looking

    def _looked_at(
        self, unit: UnitOfWork, packet: Packet, sha256: str, content: ReturnContent
    ) -> MergePreview:
        taken, codebook = taken_codings(unit, packet, content), self._context.codebook
        lines = [
            line
            for coding_id, place in taken.items()
            if (line := merge_line(unit, codebook, packet, place, content)) is not None
        ]
        earlier = {r.sha256: r.merged_at for r in unit.packets.returns()}
        return MergePreview(
            packet=packet,
            sha256=sha256,
            lines=tuple(lines),
            n_concerns=len(fresh_concerns(unit, content.concerns, taken)),
            n_left_out=len(content.entries) - len(taken),
            merged_at=earlier.get(sha256),
            content=content,
        )

    # Joining

    def _join(
        self, unit: UnitOfWork, place: PacketSession, content: ReturnContent, line: MergeLine
    ) -> None:
        coding_id = place.coding_id
        added = unit.history.add_received(
            [
                replace(r, entry=replace(r.entry, session_id=place.session_id))
                for r in content.entries[coding_id]
            ]
        )
        if len(added) != line.n_events:  # an id twice, or that of an entry about something else
            raise contradiction()
        before = unit.codings.find(coding_id)
        assert before is not None  # looked for in taken_codings
        rebuild(unit, before)
        heard = fresh_listens(unit, coding_id, content.listens[coding_id])
        if heard:
            latest = max(listen.at for listen in unit.codings.listens(coding_id) or heard)
            is_later = max(listen.at for listen in heard) >= latest
            position = content.positions_ms[coding_id] if is_later else before.position_ms
            unit.codings.add_listens(coding_id, heard, position)
        settle_session(unit, place.session_id)

    def _add_concern(
        self, unit: UnitOfWork, raised: ReturnedConcern, coder_id: CoderId, place: PacketSession
    ) -> None:
        unit.concerns.add(
            Concern(
                concern_id=raised.concern_id,
                session_id=place.session_id,
                coder_id=coder_id,
                text=raised.text,
                raised_at=raised.raised_at,
                at_ms=raised.at_ms,
            )
        )
        unit.history.add(
            HistoryEntry(
                entry_id=new_id(),
                at=raised.raised_at,
                actor=coder_id,
                kind=HistoryKind.CONCERN_RAISED,
                item=raised.concern_id,
                session_id=place.session_id,
            )
        )

    def _record(self, unit: UnitOfWork, receipt: MergeReceipt) -> None:
        packet = receipt.packet
        unit.packets.add_return(
            PacketReturn(
                sha256=receipt.sha256,
                packet_id=packet.packet_id,
                merged_at=receipt.at,
                merged_by=receipt.merged_by,
                n_new=receipt.n_events,
                heads=receipt.heads,
            )
        )
        told = {
            "coder": packet.coder_id,
            "sha256": receipt.sha256,
            "events": receipt.n_events,
            "concerns": receipt.n_concerns,
            "forks": sum(line.is_forked for line in receipt.lines),
            "heads": dict(receipt.heads),
        }
        entry = HistoryEntry(
            entry_id=new_id(),
            at=receipt.at,
            actor=receipt.merged_by,
            kind=HistoryKind.PACKET_MERGED,
            item=packet.packet_id,
            new=to_json(told),
        )
        unit.history.add(entry)
        unit.history.add_all(
            replace(entry, entry_id=new_id(), new=str(line.n_events), session_id=line.session_id)
            for line in receipt.lines
        )


def _changed(lines: Iterable[MergeLine]) -> StudyChange:
    kinds = frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS, ChangeKind.CONCERNS})
    return StudyChange(kinds=kinds, session_ids=frozenset(line.session_id for line in lines))
