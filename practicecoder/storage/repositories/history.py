"""The record that only grows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Select, insert, or_, select
from sqlalchemy.orm import Session

from practicecoder.domain.history import Fork, HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.domain.ids import CodingId, SessionId, new_id
from practicecoder.storage.chain import STUDY_CHAIN, HistorySeal, coding_chain, short_head
from practicecoder.storage.chain_verifying import Fault, faults_of_chain
from practicecoder.storage.lineage import Lineage, Link, follows_in_line
from practicecoder.storage.models import CodingRow, HistoryRow
from practicecoder.storage.repositories.chain_ends import portions
from practicecoder.storage.repositories.chaining import ChainWriter
from practicecoder.storage.repositories.chains import ChainRepository
from practicecoder.storage.repositories.history_rows import entry_of, row_of
from practicecoder.storage.trust_models import HistoryHeadRow

_CODING = coding_chain(CodingId(""))
_TABLES_SEALED = (
    select(HistoryRow)
    .where(HistoryRow.coding_id.is_(None), HistoryRow.kind == HistoryKind.TABLES_SEALED)
    .order_by(HistoryRow.position.desc())
    .limit(1)
)


class HistoryRepository:
    """Recorded acts, in the order in which they were recorded.

    Parameters
    ----------
    db
        Session of the unit of work.
    seal
        Binds entries into chains; without it they are recorded unbound, and :meth:`seal_unsealed`
        binds them later.
    """

    def __init__(self, db: Session, seal: HistorySeal | None = None) -> None:
        self._db = db
        self._seal = seal
        self._chains = None if seal is None else ChainWriter(db, seal)

    def add(self, entry: HistoryEntry) -> None:
        """Record one act."""
        self.add_all([entry])

    def add_all(self, entries: Iterable[HistoryEntry]) -> None:
        """Record several acts, in their order; of a forked coding, on the branch in force."""
        to_add = list(entries)
        if not to_add:
            return
        if self._chains is None:
            self._db.connection().execute(insert(HistoryRow), [row_of(e) for e in to_add])
        else:
            self._chains.append(to_add)

    def add_received(self, entries: Sequence[ReceivedEntry]) -> tuple[HistoryEntry, ...]:
        """Record acts that were written elsewhere, and return those that were not here yet.

        Entries of codings keep their parents, so that work on two machines becomes a fork.
        Entries without a coding join the end of their chain. The result does not depend on the
        order of several calls, and a second call with the same entries adds nothing.

        Raises
        ------
        NotAllowedError
            If entries of a coding follow others that are neither among them nor here.
        """
        return self._writer().receive(entries)

    def settle(self, entry: HistoryEntry, *, kept: str, other: str) -> None:
        """Settle a fork of the entry's coding: ``kept`` is continued, ``other`` comes to an end.

        Both are heads of the coding. Changes that follow are recorded with :meth:`add`.

        Raises
        ------
        ConflictError
            If one of them is no head any more.
        """
        self._writer().settle(entry, kept=kept, other=other)

    def is_begun(self) -> bool:
        """Whether anything is recorded."""
        return self._db.scalar(select(HistoryRow.position).limit(1)) is not None

    def is_sealed(self) -> bool:
        """Whether there are chains; a study of an older program has none."""
        return self._db.scalar(select(HistoryHeadRow.chain).limit(1)) is not None

    def has_sealed_tables(self) -> bool:
        """Whether it is on record what the sealed tables hold."""
        return self._db.scalar(_TABLES_SEALED.with_only_columns(HistoryRow.position)) is not None

    def seal_unsealed(self, at: datetime) -> int:
        """Bind what an older program recorded into chains, and record that; count the entries."""
        count = self._writer().seal_unsealed()
        if count:
            self.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=at,
                    actor=None,
                    kind=HistoryKind.HISTORY_SEALED,
                    new=str(count),
                )
            )
        return count

    def all(self) -> tuple[HistoryEntry, ...]:
        """Every act, also those of branches that are not in force.

        What the program puts down about its own tables is left out.
        """
        acts = select(HistoryRow).where(HistoryRow.kind != HistoryKind.TABLES_SEALED)
        return tuple(entry_of(row) for row in self._rows(acts))

    def of_coding(self, coding_id: CodingId) -> tuple[HistoryEntry, ...]:
        """What happened to one coding; if it was forked, along the branch in force."""
        rows = self._rows(select(HistoryRow).where(HistoryRow.coding_id == coding_id))
        entries = {row.entry_id: entry_of(row) for row in rows}
        return tuple(entries[entry_id] for entry_id in path_in_force(rows))

    def of_codings(
        self, coding_ids: Sequence[CodingId]
    ) -> dict[CodingId, tuple[HistoryEntry, ...]]:
        """The same of several codings; those of which nothing is recorded are left out."""
        found: dict[CodingId, tuple[HistoryEntry, ...]] = {}
        for some in portions(coding_ids):
            by_coding: defaultdict[str, list[HistoryRow]] = defaultdict(list)
            for row in self._rows(select(HistoryRow).where(HistoryRow.coding_id.in_(some))):
                by_coding[row.coding_id or ""].append(row)
            for coding_id, rows in by_coding.items():
                entries = {row.entry_id: entry_of(row) for row in rows}
                path = path_in_force(rows)
                found[CodingId(coding_id)] = tuple(entries[entry_id] for entry_id in path)
        return found

    def links_of_coding(self, coding_id: CodingId) -> tuple[ReceivedEntry, ...]:
        """Every entry of a coding, of all branches, none before its parents."""
        rows = self._rows(select(HistoryRow).where(HistoryRow.coding_id == coding_id))
        return tuple(
            ReceivedEntry(
                entry=entry_of(row),
                parent_id=row.parent_id,
                other_parent_id=row.other_parent_id,
            )
            for row in rows
        )

    def of_session(self, session_id: SessionId) -> tuple[HistoryEntry, ...]:
        """What happened to a session and to all of its codings, of all branches."""
        codings = select(CodingRow.coding_id).where(CodingRow.session_id == session_id)
        rows = self._rows(
            select(HistoryRow).where(
                or_(HistoryRow.session_id == session_id, HistoryRow.coding_id.in_(codings))
            )
        )
        return tuple(entry_of(row) for row in rows)

    def of_kinds(self, kinds: Iterable[HistoryKind]) -> tuple[HistoryEntry, ...]:
        """Acts of some kinds, wherever in the study."""
        query = select(HistoryRow).where(HistoryRow.kind.in_(tuple(kinds)))
        return tuple(entry_of(row) for row in self._rows(query))

    def forks(self) -> tuple[Fork, ...]:
        """Every coding with more than one head."""
        return tuple(
            fork
            for coding_id in sorted(self.forked())
            if (fork := self.fork_of(coding_id)) is not None
        )

    def forked(self) -> frozenset[CodingId]:
        """Codings with more than one head: nobody settled yet which branch counts."""
        chains = self._db.scalars(
            select(HistoryHeadRow.chain)
            .where(HistoryHeadRow.in_force.is_(False), HistoryHeadRow.chain.startswith(_CODING))
            .distinct()
        )
        return frozenset(CodingId(chain.removeprefix(_CODING)) for chain in chains)

    def fork_of(self, coding_id: CodingId) -> Fork | None:
        """Branches of a coding; None if it has one only."""
        received = self.links_of_coding(coding_id)
        entries = {one.entry.entry_id: one.entry for one in received}
        lineage = Lineage(
            Link(one.entry.entry_id, one.parent_id, one.other_parent_id, one.entry.at)
            for one in received
        )
        paths = [lineage.path_to(head) for head in lineage.heads()]
        if len(paths) < 2:
            return None
        shared = 0
        while all(len(path) > shared for path in paths) and len({p[shared] for p in paths}) == 1:
            shared += 1
        return Fork(
            coding_id=coding_id,
            common=tuple(entries[entry_id] for entry_id in paths[0][:shared]),
            branches=tuple(tuple(entries[e] for e in path[shared:]) for path in paths),
        )

    def printed_heads(self, codings: Iterable[CodingId]) -> dict[CodingId, str]:
        """Short form of the head of codings, as it is printed; without those that have none."""
        chains = [coding_chain(coding_id) for coding_id in codings]
        found: dict[CodingId, str] = {}
        for some in portions(chains):
            query = (
                select(HistoryHeadRow.chain, HistoryRow.mac)
                .join(HistoryRow, HistoryRow.entry_id == HistoryHeadRow.entry_id)
                .where(HistoryHeadRow.chain.in_(some), HistoryHeadRow.in_force.is_(True))
            )
            for chain, mac in self._db.execute(query):
                found[CodingId(chain.removeprefix(_CODING))] = short_head(mac or "")
        return found

    def faults_of(
        self, session_id: SessionId, codings: Iterable[CodingId]
    ) -> tuple[str, ...] | None:
        """What does not verify in the chains of a session and of codings; None without the key."""
        if self._seal is None:
            return None
        stored = ChainRepository(self._db)
        named = {coding_chain(coding_id): coding_id for coding_id in codings}
        own = self._seal.chain_of(None, session_id)
        found: list[Fault] = []
        for chain in (own, *named):
            heads = stored.heads_of(chain)
            entries = (
                stored.of_coding(named[chain]) if chain in named else stored.of_session(session_id)
            )
            if entries or heads:
                found += faults_of_chain(chain, entries, heads, self._seal, may_be_erased=True)
        return tuple(
            fault.what if fault.number is None else f"entry {fault.number} {fault.what}"
            for fault in found
        )

    def study_head(self) -> str:
        """Short form of the head of the study's own chain; empty if there is none."""
        return short_head(
            self._db.scalar(
                select(HistoryRow.mac)
                .join(HistoryHeadRow, HistoryRow.entry_id == HistoryHeadRow.entry_id)
                .where(HistoryHeadRow.chain == STUDY_CHAIN)
            )
            or ""
        )

    def _writer(self) -> ChainWriter:
        if self._chains is None:
            raise RuntimeError("the history has no key")
        return self._chains

    def _rows(self, query: Select[HistoryRow]) -> Sequence[HistoryRow]:
        return self._db.scalars(query.order_by(HistoryRow.position)).all()


def path_in_force(rows: Sequence[HistoryRow]) -> tuple[str, ...]:
    """Entries of one coding along the branch in force, from its rows in their order.

    Entries that are bound to none, as an older program wrote them, stay in their order; so do
    those of a history that was tampered with until no entry is the last.
    """
    links = [Link(row.entry_id, row.parent_id, row.other_parent_id, row.at) for row in rows]
    if follows_in_line(links) or all(row.mac is None for row in rows):
        return tuple(link.entry_id for link in links)
    lineage = Lineage(links)
    heads = lineage.heads()
    return lineage.path_to(heads[0]) if heads else tuple(link.entry_id for link in links)
