"""Reads the history with all that binds it, in portions that hold up no writer for long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Text, select, type_coerce
from sqlalchemy.orm import Session

from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.storage.chain import CHAINS, Head, coding_chain, moment
from practicecoder.storage.chain_verifying import SealedEntry, SealedHead
from practicecoder.storage.models import HistoryRow
from practicecoder.storage.trust_models import HistoryHeadRow

PORTION = 20_000
"""Entries that are read at once."""

_STORED = (
    HistoryRow.entry_id,
    type_coerce(HistoryRow.at, Text),
    HistoryRow.actor,
    type_coerce(HistoryRow.kind, Text),
    type_coerce(HistoryRow.origin, Text),
    HistoryRow.coding_id,
    HistoryRow.session_id,
    HistoryRow.item,
    HistoryRow.old,
    HistoryRow.new,
    HistoryRow.reason,
    HistoryRow.erased,
    HistoryRow.parent_id,
    HistoryRow.other_parent_id,
    HistoryRow.payload_digest,
    HistoryRow.mac,
    HistoryRow.salt,
)
"""Columns of a :class:`SealedEntry`, as they are stored: reading a million must not take long."""


class ChainRepository:
    """Chains of the history as they are stored, for verifying them."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def of_codings(self, after: CodingId) -> dict[CodingId, list[SealedEntry]]:
        """Entries of the next codings behind one, by coding; all entries of each, or none."""
        found = self._entries(HistoryRow.coding_id > after, limit=PORTION)
        by_coding: dict[CodingId, list[SealedEntry]] = {}
        for sealed in found:
            coding_id = CodingId(sealed.coding_id or "")
            by_coding.setdefault(coding_id, []).append(sealed)
        if len(found) == PORTION:  # the last one may go on
            last = next(reversed(by_coding))
            by_coding[last] = self._entries(HistoryRow.coding_id == last)
        return by_coding

    def of_coding(self, coding_id: CodingId) -> list[SealedEntry]:
        """Entries of one coding, in the order in which they are stored."""
        return self._entries(HistoryRow.coding_id == coding_id)

    def of_session(self, session_id: SessionId) -> list[SealedEntry]:
        """Entries of a session that belong to none of its codings."""
        return self._entries(HistoryRow.coding_id.is_(None), HistoryRow.session_id == session_id)

    def elsewhere(self) -> list[SealedEntry]:
        """Entries of sessions and of the study, in the order in which they are stored."""
        return self._entries(HistoryRow.coding_id.is_(None))

    def names(self) -> set[str]:
        """Name of every chain that has a head."""
        query = select(HistoryHeadRow.chain).where(HistoryHeadRow.chain != CHAINS).distinct()
        return set(self._db.execute(query).scalars())

    def heads_of(self, chain: str) -> list[SealedHead]:
        """Rows of the heads of one chain."""
        return self._heads(HistoryHeadRow.chain == chain).get(chain, [])

    def heads_between(self, after: str, last: str) -> dict[str, list[SealedHead]]:
        """Rows of the heads of chains behind one, as far as another one."""
        return self._heads(HistoryHeadRow.chain > after, HistoryHeadRow.chain <= last)

    def heads_elsewhere(self) -> dict[str, list[SealedHead]]:
        """Rows of the heads of chains of sessions and of the study."""
        return self._heads(
            HistoryHeadRow.chain.not_like(f"{coding_chain(CodingId(''))}%"),
            HistoryHeadRow.chain != CHAINS,
        )

    def _heads(self, *wanted: ColumnElement[bool]) -> dict[str, list[SealedHead]]:
        columns = (
            HistoryHeadRow.chain,
            HistoryHeadRow.entry_id,
            HistoryHeadRow.length,
            HistoryHeadRow.in_force,
            HistoryHeadRow.seal,
        )
        found: defaultdict[str, list[SealedHead]] = defaultdict(list)
        for chain, entry_id, length, in_force, seal in self._db.execute(
            select(*columns).where(*wanted)
        ):
            head = Head(chain=chain, entry_id=entry_id, length=length, in_force=in_force)
            found[chain].append(SealedHead(head=head, seal=seal))
        return dict(found)

    def _entries(
        self, *wanted: ColumnElement[bool], limit: int | None = None
    ) -> list[SealedEntry]:
        query = (
            select(*_STORED)
            .where(*wanted)
            .order_by(HistoryRow.coding_id, HistoryRow.position)
            .limit(limit)
        )
        rows: Sequence[Sequence[Any]] = self._db.connection().execute(query).all()
        if self._db.connection().dialect.name == "sqlite":
            return [SealedEntry._make(row) for row in rows]
        return [SealedEntry._make((row[0], moment(row[1]), *row[2:])) for row in rows]


def of_chains(
    entries: Sequence[SealedEntry], heads: dict[str, list[SealedHead]]
) -> tuple[dict[str, list[SealedEntry]], list[SealedEntry]]:
    """Sort entries that belong to no coding into the chains whose heads they lead to.

    Returns
    -------
    tuple
        Entries by chain, in their order; and those that lead to no head.
    """
    by_id = {sealed.entry_id: sealed for sealed in entries}
    chain_of: dict[str, str] = {}
    for chain, rows in heads.items():
        waiting = [row.head.entry_id for row in rows]
        while waiting:
            entry_id = waiting.pop()
            sealed = by_id.get(entry_id)
            if sealed is None or entry_id in chain_of:
                continue
            chain_of[entry_id] = chain
            waiting.extend(p for p in (sealed.parent_id, sealed.other_parent_id) if p)
    found: defaultdict[str, list[SealedEntry]] = defaultdict(list)
    loose = []
    for sealed in entries:
        at = chain_of.get(sealed.entry_id)
        if at is None:
            loose.append(sealed)
        else:
            found[at].append(sealed)
    return dict(found), loose
