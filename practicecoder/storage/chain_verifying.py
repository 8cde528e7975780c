"""What is wrong with a chain of the history: found by computing again what binds its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from practicecoder.domain.history import HistoryEntry
from practicecoder.storage.chain import Head, HistorySeal, payload_digest
from practicecoder.storage.lineage import Lineage, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedEntry:
    """An entry with all that binds it, as it is stored; None where an entry was never bound."""

    entry: HistoryEntry
    parent_id: str | None
    other_parent_id: str | None
    payload_digest: str | None
    mac: str | None
    salt: bytes | None

    @property
    def link(self) -> Link:
        """Its place."""
        return Link(self.entry.entry_id, self.parent_id, self.other_parent_id, self.entry.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedHead:
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
    macs: dict[str, str] = {}
    for number, sealed in enumerate(entries, start=1):
        fault = _fault(chain, sealed, macs, seal, may_be_erased=may_be_erased)
        if fault is not None:
            yield Fault(fault.what, number, fault.is_mac)
            return
        macs[sealed.entry.entry_id] = sealed.mac or ""
    yield from _fault_of_heads(entries, heads, macs, seal)


def _fault(
    chain: str,
    sealed: SealedEntry,
    macs: Mapping[str, str],
    seal: HistorySeal,
    *,
    may_be_erased: bool,
) -> Fault | None:
    entry, payload = sealed.entry, sealed.payload_digest
    if sealed.mac is None or payload is None:
        return Fault("is not sealed: it was put in past the program")
    parent, other = sealed.parent_id, sealed.other_parent_id
    if (parent is not None and parent not in macs) or (other is not None and other not in macs):
        return Fault("follows an entry that does not stand before it: one was removed or moved")
    mac = seal.mac(
        chain,
        entry,
        payload,
        parent=None if parent is None else macs[parent],
        other=None if other is None else macs[other],
    )
    if mac != sealed.mac:
        return Fault("does not bear the seal of this study: it was altered or moved", is_mac=True)
    if entry.erased:
        return None if may_be_erased else Fault("was erased, and no withdrawal is on record")
    if sealed.salt is None or payload_digest(sealed.salt, entry) != payload:
        return Fault("does not say any more what was recorded: its values were altered")
    return None


def _fault_of_heads(
    entries: Sequence[SealedEntry],
    heads: Sequence[SealedHead],
    macs: Mapping[str, str],
    seal: HistorySeal,
) -> Iterator[Fault]:
    stored = {sealed.head.entry_id: sealed for sealed in heads}
    lineage = Lineage(sealed.link for sealed in entries)
    if set(stored) - set(macs):
        yield Fault("its end is missing: the newest entries were cut off")
        return
    found = _heads(entries, lineage)
    if set(found) != set(stored):
        yield Fault("its end is not where it was sealed: entries were added or cut off")
        return
    for number, entry_id in enumerate(found):
        row = stored[entry_id]
        right = Head(
            chain=row.head.chain,
            entry_id=entry_id,
            length=len(entries) if len(found) == 1 else len(lineage.ancestors(entry_id)),
            in_force=number == 0,
        )
        if row.head != right or seal.head(right, macs[entry_id], found) != row.seal:
            yield Fault("the record of its end was altered")
            return


def _heads(entries: Sequence[SealedEntry], lineage: Lineage) -> tuple[str, ...]:
    followed = {
        parent
        for sealed in entries
        for parent in (sealed.parent_id, sealed.other_parent_id)
        if parent is not None
    }
    heads = [s.entry.entry_id for s in entries if s.entry.entry_id not in followed]
    return tuple(heads) if len(heads) == 1 else lineage.heads()
