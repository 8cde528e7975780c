"""What a return holds and the study lacks; work that its packet cannot have led to is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Listen
from practicecoder.domain.history import ReceivedEntry
from practicecoder.domain.ids import CoderId, CodingId
from practicecoder.domain.packets import Packet, PacketSession
from practicecoder.services.coding_state import coding_from
from practicecoder.services.merge_receipts import MergeLine
from practicecoder.services.packet_documents import ReturnContent, ReturnedConcern
from practicecoder.services.packet_shares import as_given
from practicecoder.services.returned_acts import PossibleWork, contradiction
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.storage.lineage import Lineage, Link, in_order
from practicecoder.storage.unit_of_work import UnitOfWork


def taken_codings(
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


def merge_line(
    unit: UnitOfWork,
    codebook: Codebook,
    packet: Packet,
    place: PacketSession,
    content: ReturnContent,
) -> MergeLine | None:
    """Say what a return holds of one coding that the study lacks; None if there is nothing.

    Raises
    ------
    PacketError
        If it contradicts what the study knows.
    """
    coding_id = place.coding_id
    known = {r.entry.entry_id: r for r in unit.history.links_of_coding(coding_id)}
    fresh = []
    for received in content.entries[coding_id]:
        earlier = known.get(received.entry.entry_id)
        if earlier is None:
            fresh.append(received)
        elif not _is_same(earlier, received, packet.coder_id):
            raise contradiction()
    heard = fresh_listens(unit, coding_id, content.listens[coding_id])
    if not fresh and not heard:
        return None
    fresh = _in_order(fresh, known)
    lineage = Lineage(map(_link, (*known.values(), *fresh)))
    coding, session = unit.codings.find(coding_id), unit.sessions.find(place.session_id)
    assert coding is not None  # both were looked for in taken_codings
    assert session is not None
    PossibleWork(
        codebook=codebook,
        coding=coding,
        known={entry_id: one.entry for entry_id, one in known.items()},
        duration_ms=None if session.recording is None else session.recording.duration_ms,
    ).refuse_others(fresh, lineage)
    heads = lineage.heads()
    entries = {r.entry.entry_id: r.entry for r in (*known.values(), *fresh)}
    path = [entries[entry_id] for entry_id in lineage.path_to(heads[0])]
    return MergeLine(
        session_id=place.session_id,
        coding_id=coding_id,
        n_events=len(fresh),
        n_heard=len(heard),
        is_submitted=coding_from(coding, path).is_locked,
        is_forked=len(heads) > 1,
    )


def fresh_listens(
    unit: UnitOfWork, coding_id: CodingId, returned: Iterable[Listen]
) -> tuple[Listen, ...]:
    """Give the stretches heard of a coding that the study does not have, each once."""
    known = set(unit.codings.listens(coding_id))
    return tuple(listen for listen in dict.fromkeys(returned) if listen not in known)


def fresh_concerns(
    unit: UnitOfWork, returned: Iterable[ReturnedConcern], taken: Mapping[CodingId, object]
) -> tuple[ReturnedConcern, ...]:
    """Give the concerns about codings of ``taken`` that the study does not have."""
    known = {concern.concern_id for concern in unit.concerns.all()}
    return tuple(c for c in returned if c.coding_id in taken and c.concern_id not in known)


def _is_same(known: ReceivedEntry, returned: ReceivedEntry, coder_id: CoderId) -> bool:
    """Whether a return tells of an entry of the study what the study knows."""
    if known.entry.erased:
        return True
    ours, theirs = (
        replace(as_given(one.entry, coder_id, ""), session_id=None) for one in (known, returned)
    )
    links = [(one.parent_id, one.other_parent_id) for one in (known, returned)]
    return ours == theirs and links[0] == links[1]


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
        raise contradiction()
    return [by_id[entry_id] for entry_id in order]


def _link(received: ReceivedEntry) -> Link:
    entry = received.entry
    return Link(entry.entry_id, received.parent_id, received.other_parent_id, entry.at)
