"""What is wrong with a chain of the history: found by computing again what binds its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.storage.chain import Head, HistorySeal, payload_digest
from practicecoder.storage.lineage import Lineage, Link


class SealedEntry(NamedTuple):
    """An entry with all that binds it, as it is stored; ``mac`` is None if it was never bound."""

    position: int
    entry_id: str
    at: str
    actor: str | None
    kind: str
    origin: str
    coding_id: str | None
    session_id: str | None
    item: str
    old: str | None
    new: str | None
    reason: str
    erased: bool
    parent_id: str | None
    other_parent_id: str | None
    payload_digest: str | None
    mac: str | None
    salt: bytes | None

    @property
    def moment(self) -> datetime:
        """When it was recorded."""
        return datetime.fromisoformat(self.at).replace(tzinfo=UTC)

    @property
    def link(self) -> Link:
        """Its place."""
        return Link(self.entry_id, self.parent_id, self.other_parent_id, self.moment)

    @property
    def entry(self) -> HistoryEntry:
        """What it says.

        Raises
        ------
        ValueError
            If its kind or origin is unheard of.
        """
        return HistoryEntry(
            entry_id=self.entry_id,
            at=self.moment,
            actor=None if self.actor is None else CoderId(self.actor),
            kind=HistoryKind(self.kind),
            item=self.item,
            old=self.old,
            new=self.new,
            reason=self.reason,
            origin=Origin(self.origin),
            coding_id=None if self.coding_id is None else CodingId(self.coding_id),
            session_id=None if self.session_id is None else SessionId(self.session_id),
            erased=self.erased,
        )


class SealedHead(NamedTuple):
    """The row of a head, as it is stored."""

    head: Head
    seal: str


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a chain; ``number`` counts its entries from 1.

    ``is_mac`` marks entries whose code does not verify, which another key would explain.
    """

    what: str
    number: int | None = None
    is_mac: bool = False


def faults_of_chain(
    chain: str,
    entries: Sequence[SealedEntry],
    heads: Sequence[SealedHead],
    seal: HistorySeal,
    *,
    may_be_erased: bool,
) -> Iterator[Fault]:
    """Find what is wrong with a chain; of its entries, the first wrong one.

    Parameters
    ----------
    chain
        Name of the chain.
    entries
        Its entries in the order in which they are stored.
    heads
        The rows of its heads.
    seal
        Seal of the study.
    may_be_erased
        Whether a withdrawal is on record, so that entries without words are in order.
    """
    macs: dict[str | None, str | None] = {None: None}
    for number, sealed in enumerate(entries, start=1):
        fault = _fault(chain, sealed, macs, seal, may_be_erased=may_be_erased)
        if fault is not None:
            yield Fault(fault.what, number, fault.is_mac)
            return
        macs[sealed.entry_id] = sealed.mac
    yield from _fault_of_heads(entries, heads, macs, seal)


def _fault(
    chain: str,
    sealed: SealedEntry,
    macs: Mapping[str | None, str | None],
    seal: HistorySeal,
    *,
    may_be_erased: bool,
) -> Fault | None:
    (
        _, entry_id, at, actor, kind, origin, coding_id, session_id, item, old, new, reason,
        erased, parent_id, other_id, digest, stored_mac, salt,
    ) = sealed  # fmt: skip
    if stored_mac is None or digest is None:
        return Fault("is not sealed: it was put in past the program")
    if parent_id not in macs or other_id not in macs:
        return Fault("follows an entry that does not stand before it: one was removed or moved")
    facts = (entry_id, at, actor, kind, origin, coding_id)
    if seal.mac(chain, facts, digest, macs[parent_id], macs[other_id]) != stored_mac:
        return Fault("does not bear the seal of this study: it was altered or moved", is_mac=True)
    if erased:
        return None if may_be_erased else Fault("was erased, and no withdrawal is on record")
    if (
        type(salt) is not bytes
        or payload_digest(salt, (session_id, item, old, new, reason)) != digest
    ):
        return Fault("does not say any more what was recorded: its values were altered")
    return None


def _fault_of_heads(
    entries: Sequence[SealedEntry],
    heads: Sequence[SealedHead],
    macs: Mapping[str | None, str | None],
    seal: HistorySeal,
) -> Iterator[Fault]:
    stored = {sealed.head.entry_id: sealed for sealed in heads}
    if set(stored) - macs.keys():
        yield Fault("its end is missing: the newest entries were cut off")
        return
    found, lengths = _heads(entries)
    if set(found) != set(stored):
        yield Fault("its end is not where it was sealed: entries were added or cut off")
        return
    for number, (entry_id, length) in enumerate(zip(found, lengths, strict=True)):
        row = stored[entry_id]
        chain = row.head.chain
        right = Head(chain=chain, entry_id=entry_id, length=length, in_force=number == 0)
        if row.head != right or seal.head(right, macs[entry_id] or "", found) != row.seal:
            yield Fault("the record of its end was altered")
            return


def _heads(entries: Sequence[SealedEntry]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Heads of a chain whose entries are in order, the one in force first, and their lengths."""
    if in_line(entries):
        return (entries[-1].entry_id,), (len(entries),)
    lineage = Lineage(sealed.link for sealed in entries)
    heads = lineage.heads()
    return heads, tuple(len(lineage.ancestors(head)) for head in heads)


def in_line(entries: Sequence[SealedEntry]) -> bool:
    """Whether each entry follows the one before it, and the first one none."""
    before: str | None = None
    for sealed in entries:
        if sealed.parent_id != before or sealed.other_parent_id is not None:
            return False
        before = sealed.entry_id
    return True
