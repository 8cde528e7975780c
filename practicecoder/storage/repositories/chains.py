"""Reads the history with all that binds it, in portions that hold up no writer for long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Executable,
    Integer,
    Text,
    and_,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session

from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CodingId, SessionId
from practicecoder.storage.chain import CHAINS, Head, coding_chain, moment
from practicecoder.storage.chain_verifying import SealedEntry, SealedHead
from practicecoder.storage.models import CodingRow, HistoryRow, SessionRow
from practicecoder.storage.trust_models import HistoryHeadRow

_BEGINNINGS = (HistoryKind.CODING_STARTED, HistoryKind.IMPORTED)
_STORED = (
    HistoryRow.position,
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
    type_coerce(HistoryRow.erased, Integer),
    HistoryRow.parent_id,
    HistoryRow.other_parent_id,
    HistoryRow.payload_digest,
    HistoryRow.mac,
    HistoryRow.salt,
)
"""Columns of a :class:`SealedEntry`, as they are stored: reading a million must not take long."""

PORTION = 1_000
"""Entries that are read at once: few enough to be near the processor still when they are used."""
_NEXT = (
    select(*_STORED)
    .where(HistoryRow.position <= bindparam("last"))
    .order_by(HistoryRow.position)
    .limit(bindparam("portion"))
)
_NEXT_BEHIND = _NEXT.where(HistoryRow.position > bindparam("after"))


class ChainRepository:
    """Chains of the history as they are stored, for verifying them."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def last_position(self) -> int:
        """Position of the last entry; 0 if nothing is recorded."""
        return self._db.scalar(select(func.max(HistoryRow.position))) or 0

    def next_entries(self, after: int | None, last: int) -> Sequence[SealedEntry]:
        """Entries behind a position, as far as another one, in the order of recording; some."""
        query = _NEXT if after is None else _NEXT_BEHIND
        return self._read(query, {"after": after, "last": last, "portion": PORTION})

    def moved_codings(self) -> frozenset[CodingId]:
        """Codings whose row names another session or coder than what is recorded of them."""
        began = HistoryRow.kind.in_(_BEGINNINGS)
        other_coder = and_(began, HistoryRow.item != "", HistoryRow.item != CodingRow.coder_id)
        query = (
            select(CodingRow.coding_id)
            .join(HistoryRow, HistoryRow.coding_id == CodingRow.coding_id)
            .where(HistoryRow.kind.in_((*_BEGINNINGS, HistoryKind.SUBMITTED)))
            .where(HistoryRow.erased.is_(False))
            .where(or_(HistoryRow.session_id != CodingRow.session_id, other_coder))
        )
        return frozenset(self._db.scalars(query))

    def detached_sessions(self) -> frozenset[SessionId]:
        """Sessions whose ratings were detached: nothing but the code that coders meet is left."""
        query = select(SessionRow.session_id).where(SessionRow.session_id == SessionRow.blind_code)
        return frozenset(map(SessionId, self._db.scalars(query)))

    def of_codings(self, coding_ids: Sequence[CodingId]) -> dict[CodingId, list[SealedEntry]]:
        """Entries of codings, at most some hundreds, by coding; without those that have none."""
        by_coding: dict[CodingId, list[SealedEntry]] = {}
        for sealed in self._entries(HistoryRow.coding_id.in_(coding_ids)):
            by_coding.setdefault(CodingId(sealed.coding_id or ""), []).append(sealed)
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

    def heads_of(self, chain: str) -> list[SealedHead]:
        """Rows of the heads of one chain."""
        return self._heads(HistoryHeadRow.chain == chain).get(chain, [])

    def heads(self) -> dict[str, list[SealedHead]]:
        """Rows of the heads of every chain."""
        return self._heads(HistoryHeadRow.chain != CHAINS)

    def heads_of_codings(self, coding_ids: Sequence[CodingId]) -> dict[str, list[SealedHead]]:
        """Rows of the heads of codings, at most some hundreds."""
        return self._heads(HistoryHeadRow.chain.in_(map(coding_chain, coding_ids)))

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
            type_coerce(HistoryHeadRow.in_force, Integer),
            HistoryHeadRow.seal,
        )
        found: defaultdict[str, list[SealedHead]] = defaultdict(list)
        for *head, seal in self._fetch(select(*columns).where(*wanted)):
            found[head[0]].append(SealedHead(Head._make(head), seal))
        return dict(found)

    def _entries(self, *wanted: ColumnElement[bool]) -> list[SealedEntry]:
        in_order = (HistoryRow.coding_id, HistoryRow.position)
        rows = self._read(select(*_STORED).where(*wanted).order_by(*in_order))
        return [SealedEntry._make(row) for row in rows]

    def _read(
        self, query: Executable, values: Mapping[str, object] | None = None
    ) -> Sequence[SealedEntry]:
        """Read entries as tuples: a million of them must not take long."""
        rows = self._fetch(query, values)
        if self._db.connection().dialect.name != "sqlite":
            rows = [(*row[:2], moment(row[2]), *row[3:]) for row in rows]
        return cast("Sequence[SealedEntry]", rows)

    def _fetch(
        self, query: Executable, values: Mapping[str, object] | None = None
    ) -> Sequence[Any]:
        """Rows as the driver gives them."""
        with closing(self._db.connection().execute(query, values)) as result:
            return result.cursor.fetchall()


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
