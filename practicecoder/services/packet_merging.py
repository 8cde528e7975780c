"""What comes back of packets: looked at first, then joined event by event; nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Coding, CodingState, Listen
from practicecoder.domain.coding_changes import AnswerChange, EvidenceChange, RatingChange
from practicecoder.domain.concerns import Concern
from practicecoder.domain.history import HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.domain.ids import CoderId, CodingId, SessionId, new_id
from practicecoder.domain.packets import Packet, PacketReturn, PacketSession
from practicecoder.domain.people import Role
from practicecoder.errors import PacketError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding_state import coding_from
from practicecoder.services.packet_documents import (
    LARGEST_DOCUMENT,
    RETURN_MEMBER,
    ReturnContent,
    ReturnedConcern,
    read_return,
)
from practicecoder.services.packet_shares import as_given
from practicecoder.services.rights import require
from practicecoder.services.session_states import NOT_TO_BE_CODED, settle_session
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.history import KIND_OF, change_of
from practicecoder.storage.lineage import Lineage, Link, in_order
from practicecoder.storage.types import to_json
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.vault.container import Container
from practicecoder.vault.container_header import ContainerKind, refusal

_WORK = frozenset({*KIND_OF.values(), HistoryKind.SUBMITTED})
"""What a coder may have done away from the laboratory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLine:
    """What a return holds of one coding that the study does not have.

    ``is_forked``: the coding would have two versions, as it was continued here too or on two
    machines. ``is_submitted``: the coder has submitted it. ``n_heard`` counts stretches heard.
    """

    session_id: SessionId
    coding_id: CodingId
    n_events: int
    n_heard: int
    is_submitted: bool
    is_forked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergePreview:
    """What merging a return would add; nothing is stored yet.

    ``n_left_out`` counts codings of sessions that are withdrawn or out of use: nothing of them is
    taken in. ``merged_at`` is when this very file was merged before, None if it never was.
    """

    packet: Packet
    sha256: str
    lines: tuple[MergeLine, ...]
    n_concerns: int
    n_left_out: int
    merged_at: datetime | None
    content: ReturnContent = field(repr=False)

    @property
    def n_events(self) -> int:
        """Events that the study does not have."""
        return sum(line.n_events for line in self.lines)

    @property
    def forks(self) -> tuple[MergeLine, ...]:
        """Codings that would have two versions."""
        return tuple(line for line in self.lines if line.is_forked)

    @property
    def is_empty(self) -> bool:
        """Whether the study has everything already."""
        return (
            not self.n_events
            and not self.n_concerns
            and not any(line.n_heard for line in self.lines)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReceipt:
    """What a merge added, with the printed head of each coding's history. ``at`` is aware UTC."""

    packet: Packet
    sha256: str
    at: datetime
    merged_by: CoderId
    lines: tuple[MergeLine, ...]
    n_concerns: int
    n_left_out: int
    heads: Mapping[CodingId, str]
    change: StudyChange

    @property
    def n_events(self) -> int:
        """Events that were added."""
        return sum(line.n_events for line in self.lines)

    def text(self) -> str:
        """Receipt as plain text, for a file or for paper."""
        forks = [line for line in self.lines if line.is_forked]
        rows = [
            f"{line.session_id:<16} {line.n_events:>6} events"
            f"  {'submitted' if line.is_submitted else 'open':<9}"
            f"  {self.heads.get(line.coding_id, ''):<19}"
            f"{'  two versions: settle them' if line.is_forked else ''}"
            for line in self.lines
        ]
        return "\n".join(
            [
                f"Receipt for packet {self.packet.number} of {self.packet.coder_id}",
                f"Merged {self.at:%Y-%m-%d %H:%M:%S} UTC by {self.merged_by}",
                f"File SHA-256 {self.sha256}",
                f"New events: {self.n_events}, in codings: {len(self.lines)}",
                f"New concerns: {self.n_concerns}",
                f"Codings with two versions: {len(forks)}",
                f"Left out, as withdrawn or out of use: {self.n_left_out}",
                "",
                "Session, events, state, head of the history:",
                *(rows or ["nothing that was not in the study"]),
                "",
            ]
        )


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
            taken = _taken(unit, packet, content)
            for line in looked_at.lines:
                self._join(unit, taken[line.coding_id], content)
            concerns = _fresh_concerns(unit, content.concerns, taken)
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
        taken = _taken(unit, packet, content)
        lines = [
            line
            for coding_id, place in taken.items()
            if (line := self._line(unit, packet, place, content)) is not None
        ]
        earlier = {r.sha256: r.merged_at for r in unit.packets.returns()}
        return MergePreview(
            packet=packet,
            sha256=sha256,
            lines=tuple(lines),
            n_concerns=len(_fresh_concerns(unit, content.concerns, taken)),
            n_left_out=len(content.entries) - len(taken),
            merged_at=earlier.get(sha256),
            content=content,
        )

    def _line(
        self, unit: UnitOfWork, packet: Packet, place: PacketSession, content: ReturnContent
    ) -> MergeLine | None:
        coding_id = place.coding_id
        known = {r.entry.entry_id: r for r in unit.history.links_of_coding(coding_id)}
        fresh = []
        for received in content.entries[coding_id]:
            earlier = known.get(received.entry.entry_id)
            if earlier is None:
                _refuse_alien(self._context.codebook, packet.coder_id, received)
                fresh.append(received)
            elif not _is_same(earlier, received, packet.coder_id):
                raise _contradiction()
        heard = _fresh_listens(unit, coding_id, content.listens[coding_id])
        if not fresh and not heard:
            return None
        lineage = Lineage(map(_link, (*known.values(), *_in_order(fresh, known))))
        heads = lineage.heads()
        entries = {r.entry.entry_id: r.entry for r in (*known.values(), *fresh)}
        path = [entries[entry_id] for entry_id in lineage.path_to(heads[0])]
        coding = unit.codings.find(coding_id)
        assert coding is not None  # looked for in _taken
        return MergeLine(
            session_id=place.session_id,
            coding_id=coding_id,
            n_events=len(fresh),
            n_heard=len(heard),
            is_submitted=coding_from(coding, path).is_locked,
            is_forked=len(heads) > 1,
        )

    # Joining

    def _join(self, unit: UnitOfWork, place: PacketSession, content: ReturnContent) -> None:
        coding_id = place.coding_id
        unit.history.add_received(
            [
                replace(r, entry=replace(r.entry, session_id=place.session_id))
                for r in content.entries[coding_id]
            ]
        )
        before = unit.codings.find(coding_id)
        assert before is not None  # looked for in _taken
        rebuild(unit, before)
        heard = _fresh_listens(unit, coding_id, content.listens[coding_id])
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


def rebuild(unit: UnitOfWork, coding: Coding) -> Coding:
    """Make a coding what its history adds up to, along the branch in force.

    A coding with two versions is not submitted, whatever either says: so it counts nowhere.
    """
    after = coding_from(coding, unit.history.of_coding(coding.coding_id))
    if unit.history.fork_of(coding.coding_id) is not None:
        after = replace(after, state=CodingState.OPEN, submitted_at=None, short_listen_reason="")
    if after == coding:
        return coding
    return unit.codings.rewrite(after, expected_version=coding.version)


def _taken(
    unit: UnitOfWork, packet: Packet, content: ReturnContent
) -> dict[CodingId, PacketSession]:
    """Codings of the return that the study takes work for, by their id."""
    places = {place.coding_id: place for place in packet.sessions}
    taken = {}
    for coding_id in content.entries:
        place = places.get(coding_id)
        session = None if place is None else unit.sessions.find(place.session_id)
        if place is None or session is None or session.state in NOT_TO_BE_CODED:
            continue
        if unit.codings.find(coding_id) is not None:
            taken[coding_id] = place
    return taken


def _is_same(known: ReceivedEntry, returned: ReceivedEntry, coder_id: CoderId) -> bool:
    """Whether a return tells of an entry of the study what the study knows."""
    if known.entry.erased:
        return True
    ours, theirs = (
        replace(as_given(one.entry, coder_id, ""), session_id=None) for one in (known, returned)
    )
    links = [(one.parent_id, one.other_parent_id) for one in (known, returned)]
    return ours == theirs and links[0] == links[1]


def _refuse_alien(codebook: Codebook, coder_id: CoderId, received: ReceivedEntry) -> None:
    """Refuse an entry that a coder with this packet cannot have written.

    Raises
    ------
    PacketError
        If it is none of the coder's acts, or its words do not fit the codebook.
    """
    entry = received.entry
    if entry.actor != coder_id or entry.kind not in _WORK or received.other_parent_id:
        raise _contradiction()
    if received.parent_id is None or entry.erased:
        raise _contradiction()
    if entry.kind is HistoryKind.SUBMITTED:
        return
    try:
        change = change_of(entry)
    except (ValueError, KeyError, TypeError) as error:
        raise _contradiction() from error
    dimensions = set(codebook.dimension_ids)
    match change:
        case None:
            raise _contradiction()
        case RatingChange(item, _) if item not in dimensions:
            raise _contradiction()
        case AnswerChange(item, _) if item not in {q.question_id for q in codebook.questions}:
            raise _contradiction()
        case EvidenceChange(_, piece) if piece and not set(piece.dimension_ids) <= dimensions:
            raise _contradiction()
        case _:
            return


def _contradiction() -> PacketError:
    return PacketError(
        "The return tells of work that cannot have been done with its packet. Nothing was taken "
        "from it. Ask the coder to return the packet again."
    )


def _in_order(
    fresh: Sequence[ReceivedEntry], known: Mapping[str, ReceivedEntry]
) -> list[ReceivedEntry]:
    """Entries none before its parent.

    Raises
    ------
    PacketError
        If one follows an entry that is nowhere.
    """
    by_id = {received.entry.entry_id: received for received in fresh}
    links = {entry_id: _link(received) for entry_id, received in by_id.items()}
    order = in_order(links, Lineage(map(_link, known.values())))
    if len(order) < len(fresh):
        raise _contradiction()
    return [by_id[entry_id] for entry_id in order]


def _link(received: ReceivedEntry) -> Link:
    entry = received.entry
    return Link(entry.entry_id, received.parent_id, received.other_parent_id, entry.at)


def _fresh_listens(
    unit: UnitOfWork, coding_id: CodingId, returned: Iterable[Listen]
) -> tuple[Listen, ...]:
    known = set(unit.codings.listens(coding_id))
    return tuple(listen for listen in dict.fromkeys(returned) if listen not in known)


def _fresh_concerns(
    unit: UnitOfWork, returned: Iterable[ReturnedConcern], taken: Mapping[CodingId, object]
) -> tuple[ReturnedConcern, ...]:
    known = {concern.concern_id for concern in unit.concerns.all()}
    return tuple(c for c in returned if c.coding_id in taken and c.concern_id not in known)


def _changed(lines: Iterable[MergeLine]) -> StudyChange:
    kinds = frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS, ChangeKind.CONCERNS})
    return StudyChange(kinds=kinds, session_ids=frozenset(line.session_id for line in lines))
