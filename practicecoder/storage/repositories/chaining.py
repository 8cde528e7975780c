"""Writes entries as links of chains, and where each chain ends, in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.history import HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.domain.ids import CodingId
from practicecoder.errors import ConflictError, NotAllowedError
from practicecoder.storage.chain import (
    Head,
    HistorySeal,
    coding_chain,
    facts_of,
    new_salt,
    payload_digest,
    payload_of,
)
from practicecoder.storage.lineage import Lineage, Link, in_order
from practicecoder.storage.models import HistoryRow
from practicecoder.storage.repositories.chain_ends import ChainEnds, End, portions
from practicecoder.storage.repositories.history_rows import entry_of, row_of

_SEALED_AT_ONCE = 5_000


class ChainWriter:
    """Adds entries to the chains of the history."""

    def __init__(self, db: Session, seal: HistorySeal) -> None:
        self._db = db
        self._seal = seal
        self._ends = ChainEnds(db, seal)

    def append(self, entries: Sequence[HistoryEntry]) -> None:
        """Add entries, in their order, each to the end of its chain that is in force."""
        chains = [self._seal.chain_of(entry.coding_id, entry.session_id) for entry in entries]
        before = self._ends.of(dict.fromkeys(chains))
        ends = {chain: list(found) for chain, found in before.items()}
        rows = []
        for chain, entry in zip(chains, entries, strict=True):
            at = next((i for i, end in enumerate(ends[chain]) if end.head.in_force), None)
            parent = None if at is None else ends[chain][at]
            row, end = self._linked(chain, entry, parent)
            rows.append(row)
            if at is None:
                ends[chain].append(end)
            else:
                ends[chain][at] = end
        self._insert(rows)
        self._ends.write(before, ends)

    def receive(self, entries: Sequence[ReceivedEntry]) -> tuple[HistoryEntry, ...]:
        """Add entries that were written elsewhere, and return those that were not here yet.

        Raises
        ------
        NotAllowedError
            If entries of a coding follow others that are neither among them nor here.
        """
        unique = {
            received.entry.entry_id: received
            for received in entries
            if received.entry.kind is not HistoryKind.TABLES_SEALED  # of the tables elsewhere
        }
        known = self._known(list(unique))
        fresh = [received for entry_id, received in unique.items() if entry_id not in known]
        loose = [received.entry for received in fresh if received.entry.coding_id is None]
        if loose:
            self.append(loose)
        of_coding: defaultdict[CodingId, list[ReceivedEntry]] = defaultdict(list)
        for received in fresh:
            if received.entry.coding_id is not None:
                of_coding[received.entry.coding_id].append(received)
        added = list(loose)
        for coding_id, of_one in sorted(of_coding.items()):
            added.extend(self._graft(coding_id, of_one))
        return tuple(added)

    def settle(self, entry: HistoryEntry, *, kept: str, other: str) -> None:
        """Add the entry that settles a fork: it continues one head and ends another.

        Raises
        ------
        ConflictError
            If one of them is no head of the entry's coding any more.
        """
        if entry.coding_id is None:
            raise ValueError("only codings are forked")
        ends = self._ends.of([coding_chain(entry.coding_id)])[coding_chain(entry.coding_id)]
        if kept == other or not {kept, other} <= {end.head.entry_id for end in ends}:
            raise ConflictError("coding")
        settled = ReceivedEntry(entry=entry, parent_id=kept, other_parent_id=other)
        self._graft(entry.coding_id, [settled])

    def seal_unsealed(self) -> int:
        """Chain every entry that an older program wrote, in the order of recording; count them."""
        ends: dict[str, End] = {}
        last, count = 0, 0
        while rows := self._unsealed_after(last):
            updates = []
            for row in rows:
                entry = entry_of(row)
                chain = self._seal.chain_of(entry.coding_id, entry.session_id)
                linked, ends[chain] = self._linked(chain, entry, ends.get(chain))
                updates.append(
                    {"at_position": row.position, **{name: linked[name] for name in _LINKS}}
                )
            self._db.connection().execute(_SEAL_ONE, updates)
            last, count = rows[-1].position, count + len(rows)
        if ends:
            self._ends.begin(list(ends.values()))
        return count

    # Inside

    def _graft(self, coding_id: CodingId, fresh: Sequence[ReceivedEntry]) -> list[HistoryEntry]:
        """Add entries of one coding where their parents are, and find its heads again."""
        chain = coding_chain(coding_id)
        before = self._ends.of([chain])
        lineage, macs = self._lineage(coding_id)
        by_id = {received.entry.entry_id: received for received in fresh}
        order = in_order({e: link_of(received) for e, received in by_id.items()}, lineage)
        if len(order) < len(by_id):
            raise NotAllowedError(
                "The file continues work that is not in this study. Ask the coder for a file with "
                "all of the work, and merge that one; nothing was taken over."
            )
        rows = []
        for entry_id in order:
            received = by_id[entry_id]
            row = self._sealed(
                chain,
                received.entry,
                macs.get(received.parent_id or ""),
                macs.get(received.other_parent_id or ""),
            )
            rows.append(
                row
                | {"parent_id": received.parent_id, "other_parent_id": received.other_parent_id}
            )
            macs[entry_id] = str(row["mac"])
            lineage.add(link_of(received))
        self._insert(rows)
        after = [
            End(
                head=Head(
                    chain=chain,
                    entry_id=head,
                    length=len(lineage.ancestors(head)),
                    in_force=number == 0,
                ),
                mac=macs[head],
            )
            for number, head in enumerate(lineage.heads())
        ]
        self._ends.write(before, {chain: after})
        return [by_id[entry_id].entry for entry_id in order]

    def _linked(
        self, chain: str, entry: HistoryEntry, parent: End | None
    ) -> tuple[dict[str, object], End]:
        """Row of an entry after another one, and the end that it makes."""
        row = self._sealed(chain, entry, None if parent is None else parent.mac, None)
        row["parent_id"] = None if parent is None else parent.head.entry_id
        length = 1 if parent is None else parent.head.length + 1
        head = Head(chain=chain, entry_id=entry.entry_id, length=length, in_force=True)
        return row, End(head=head, mac=str(row["mac"]))

    def _sealed(
        self, chain: str, entry: HistoryEntry, parent: str | None, other: str | None
    ) -> dict[str, object]:
        salt = new_salt()
        payload = payload_digest(salt, payload_of(entry))
        mac = self._seal.mac(chain, facts_of(entry), payload, parent, other)
        return {
            **row_of(entry),
            "other_parent_id": None,
            "salt": salt,
            "payload_digest": payload,
            "mac": mac,
        }

    def _insert(self, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self._db.connection().execute(insert(HistoryRow), rows)

    def _known(self, entry_ids: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for some in portions(entry_ids):
            query = select(HistoryRow.entry_id).where(HistoryRow.entry_id.in_(some))
            found.update(self._db.connection().execute(query).scalars())
        return found

    def _lineage(self, coding_id: CodingId) -> tuple[Lineage, dict[str, str]]:
        """Entries of a coding by their links, and their codes."""
        query = (
            select(
                HistoryRow.entry_id,
                HistoryRow.parent_id,
                HistoryRow.other_parent_id,
                HistoryRow.at,
                HistoryRow.mac,
            )
            .where(HistoryRow.coding_id == coding_id)
            .order_by(HistoryRow.position)
        )
        rows = self._db.connection().execute(query).all()
        links = [Link(row.entry_id, row.parent_id, row.other_parent_id, row.at) for row in rows]
        return Lineage(links), {row.entry_id: row.mac or "" for row in rows}

    def _unsealed_after(self, position: int) -> Sequence[HistoryRow]:
        return self._db.scalars(
            select(HistoryRow)
            .where(HistoryRow.mac.is_(None), HistoryRow.position > position)
            .order_by(HistoryRow.position)
            .limit(_SEALED_AT_ONCE)
        ).all()


_LINKS = ("parent_id", "salt", "payload_digest", "mac")
_HISTORY = HistoryRow.metadata.tables[HistoryRow.__tablename__]
_SEAL_ONE = (
    update(_HISTORY)
    .where(_HISTORY.c.position == bindparam("at_position"))
    .values({name: bindparam(name) for name in _LINKS})
)


def link_of(received: ReceivedEntry) -> Link:
    """Place of an entry that was written elsewhere."""
    return Link(
        received.entry.entry_id,
        received.parent_id,
        received.other_parent_id,
        received.entry.at,
    )
