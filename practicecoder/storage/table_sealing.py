"""Entries of the history that say what the sealed tables hold, in plain SQL on one connection.

They stand in the chain of the study. The last one is found again by the index on codings, among
the entries that belong to none. It is written with the driver alone: it ends every act that
writes to a sealed table, and must cost next to nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import new_id
from practicecoder.storage.chain import (
    CHAINS,
    STUDY_CHAIN,
    Head,
    HistorySeal,
    facts_of,
    new_salt,
    payload_digest,
    payload_of,
)
from practicecoder.storage.schema import revision_of
from practicecoder.storage.table_digests import Sums, TableDigests, sums_of, taken_off
from practicecoder.storage.types import from_json, to_json

_LAST = (
    # The plus keeps SQLite from choosing the index on sessions, which leads to far more entries.
    "SELECT entry_id, new FROM main.history WHERE coding_id IS NULL AND +session_id IS NULL"
    f" AND +kind = '{HistoryKind.TABLES_SEALED}' ORDER BY position DESC LIMIT 1"
)
_END = (
    "SELECT h.entry_id, h.length, e.mac FROM main.history_heads AS h"
    " JOIN main.history AS e ON e.entry_id = h.entry_id WHERE h.chain = ? AND h.in_force"
)
_ENTRY = (
    "INSERT INTO main.history (entry_id, at, actor, kind, origin, coding_id,"
    " session_id, item, old, new, reason, parent_id, payload_digest, mac, salt, erased)"
    f" VALUES ({', '.join('?' * 15)}, 0)"
)
_BEGIN = "INSERT INTO main.history_heads VALUES (:chain, :entry, :length, 1, :seal)"
_MOVE = (
    "UPDATE main.history_heads SET entry_id = :entry, length = :length, seal = :seal"
    " WHERE chain = :chain AND entry_id = :before"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedTables:
    """What an entry says: the schema, and the sum of each table that has rows."""

    entry_id: str
    revision: str
    sums: Mapping[str, int]


class TableSealer:
    """Reads and writes the entries that seal the tables of one database file.

    Parameters
    ----------
    connection
        SQLite's or SQLCipher's, in a transaction.
    seal
        Seal of the study's history.
    """

    def __init__(self, connection: sqlite3.Connection, seal: HistorySeal) -> None:
        self._db = connection
        self._seal = seal
        self.digests = TableDigests(seal)

    def last(self) -> SealedTables | None:
        """What the newest entry says; None if the tables were never sealed."""
        if not self._has_chains():
            return None
        row = self._db.execute(_LAST).fetchone()
        return None if row is None else read_entry(row[0], row[1], self.digests)

    def excess(self) -> Sums | None:
        """What the tables hold beyond what was sealed; None if they were never sealed."""
        last = self.last()
        return None if last is None else taken_off(sums_of(self._db, self.digests), last.sums)

    def seal_all(self, excess: Mapping[str, int] | None = None) -> None:
        """Seal the tables as they are, but for what they held beyond what was sealed before.

        So what was altered past the program stays told after work that knows no single rows.
        """
        self.seal(taken_off(sums_of(self._db, self.digests), excess or {}))

    def seal(self, sums: Mapping[str, int]) -> None:
        """Write down what the tables hold, as the newest entry of the study's chain."""
        entry_id = new_id()
        told = {
            "revision": revision_of(self._db) or "",
            "sums": self.digests.stored(sums, entry_id),
        }
        self._append(
            HistoryEntry(
                entry_id=entry_id,
                at=datetime.now(UTC),
                actor=None,
                kind=HistoryKind.TABLES_SEALED,
                new=to_json(told),
            )
        )

    def _has_chains(self) -> bool:
        table = "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = 'history_heads'"
        return self._db.execute(table).fetchone() is not None

    def _append(self, entry: HistoryEntry) -> None:
        before = self._db.execute(_END, (STUDY_CHAIN,)).fetchone()
        parent, length, parent_mac = before or (None, 0, None)
        salt = new_salt()
        facts, payload = facts_of(entry), payload_of(entry)
        digest = payload_digest(salt, payload)
        mac = self._seal.mac(STUDY_CHAIN, facts, digest, parent_mac, None)
        self._db.execute(_ENTRY, (*facts, *payload, parent, digest, mac, salt))
        head = Head(chain=STUDY_CHAIN, entry_id=entry.entry_id, length=length + 1, in_force=True)
        self._put(head, self._seal.head(head, mac, [entry.entry_id]), parent)
        if before is None:
            self._note_beginning()

    def _note_beginning(self) -> None:
        """Add the study's chain to the row that says which chains there are."""
        row = self._db.execute(
            "SELECT entry_id, length FROM main.history_heads WHERE chain = ?", (CHAINS,)
        ).fetchone()
        names, count = row or ("", 0)
        head = Head(
            chain=CHAINS,
            entry_id=self._seal.chains([STUDY_CHAIN], names),
            length=count + 1,
            in_force=True,
        )
        self._put(head, self._seal.head(head, "", [head.entry_id]), names or None)

    def _put(self, head: Head, seal: str, before: str | None) -> None:
        values = {
            "chain": head.chain, "entry": head.entry_id, "length": head.length, "seal": seal,
        }  # fmt: skip
        if before is None:
            self._db.execute(_BEGIN, values)
        else:
            self._db.execute(_MOVE, values | {"before": before})


def read_entry(entry_id: str, new: str | None, digests: TableDigests) -> SealedTables:
    """What an entry says; of one that was altered, that there are no rows."""
    try:
        told = from_json(new or "")
        sums = digests.read(told["sums"], entry_id)
        return SealedTables(entry_id=entry_id, revision=str(told["revision"]), sums=sums)
    except (ValueError, KeyError, TypeError, AttributeError):
        return SealedTables(entry_id=entry_id, revision="", sums={})
