"""Notices every row of a sealed table that one connection writes, and seals what became of it.

Temporary triggers, which live in the connection and never in the file, note the digest of each row
that comes or goes. So nothing that the program writes is missed, whichever way it is written, and
nothing that was altered past the program is taken for its work: a row that was altered before
leaves the sum wrong for good.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from functools import cache
from typing import Self

from practicecoder.storage.base import Base
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.table_digests import (
    LEFT_OUT,
    RULES,
    SEALED,
    Sums,
    added,
    columns,
    rules_of,
    tables_in,
    taken_off,
    total,
    values,
)
from practicecoder.storage.table_sealing import TableSealer

WATCH = "practicecoder_table_watch"
"""Where the watch of a pooled connection is kept in its ``info``."""

_NOTED = "practicecoder_changed_rows"
_DIGEST = "practicecoder_row_digest"
_WORD = re.compile(r"\s*(\w+)")
_READING = frozenset({"SELECT", "PRAGMA", "BEGIN"})
_WRITTEN = re.compile(
    r"\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+\"?(\w+)\"?[\s(]", re.IGNORECASE
)
"""The table of a plain statement; before any other that writes, every table is watched."""


class TableWatch:
    """Watches the sealed tables on one connection. It is to be made outside of a transaction.

    What is noted is taken back with the transaction, or the part of it, that made it. A table that
    nobody watched when it was written to is told as altered, never passed over.

    Parameters
    ----------
    connection
        SQLite's or SQLCipher's connection, open for writing.
    seal
        Seal of the study's history.
    """

    def __init__(self, connection: sqlite3.Connection, seal: HistorySeal) -> None:
        self._db = connection
        self._sealer = TableSealer(connection, seal)
        self._is_touched = False
        self._watched: set[str] | None = set()
        connection.create_function(_DIGEST, -1, self._digest)
        # Otherwise a row that REPLACE puts out of its way goes without a trigger.
        connection.execute("PRAGMA recursive_triggers=ON").fetchall()
        connection.execute(
            f"CREATE TEMP TABLE {_NOTED} (table_name TEXT, gone INTEGER, digest BLOB)"
        )

    def watch_all(self) -> Self:
        """Watch every sealed table, for whoever does not say beforehand what will be written."""
        self._watch(SEALED)
        return self

    def before(self, statement: str) -> None:
        """Watch the tables that a statement is about to write to, if it writes at all."""
        word = _WORD.match(statement)
        if word is None or word[1].upper() in _READING:
            return
        written = _WRITTEN.match(statement)
        self._watch(SEALED if written is None else _with_followers(written[1]))

    def forget(self) -> None:
        """A transaction was taken back, perhaps with triggers that were made in it."""
        self._watched = None

    def _watch(self, tables: Iterable[str]) -> None:
        if self._watched is None:
            rows = self._db.execute(
                "SELECT tbl_name FROM sqlite_temp_master WHERE type = 'trigger'"
            )
            self._watched = {name for (name,) in rows.fetchall()}
        wanted = set(tables) - self._watched
        if wanted:
            self._watched |= wanted
            for table in tables_in(self._db):
                if table in wanted:
                    for statement in _triggers(table, columns(self._db, table)):
                        self._db.execute(statement)

    def settle(self) -> None:
        """Seal what the transaction leaves behind, as its last act.

        Where nothing was sealed before, what was there already is not: :meth:`seal_anew` is for
        that, and seals that were taken out must not be made again.
        """
        if not self._is_touched:
            return
        differences = self._differences()
        last = self._sealer.last()
        rules = rules_of(self._db, self._sealer.digests)
        sums = {RULES: rules} if last is None else last.sums
        # Triggers that somebody planted write in our name: what they do is not sealed.
        is_ours = rules == sums.get(RULES, 0)
        if is_ours and any(differences.values()):
            self._sealer.seal(added(sums, differences))

    def seal_anew(self) -> None:
        """Seal everything as it is: it was not sealed yet, or the key of that was lost."""
        self._differences()
        self._sealer.seal_all()

    def _differences(self) -> Sums:
        """By how much the sums of tables changed since this was asked last."""
        self._is_touched = False
        came: dict[str, list[bytes]] = {}
        went: dict[str, list[bytes]] = {}
        for table, is_gone, digest in self._db.execute(
            f"SELECT table_name, gone, digest FROM temp.{_NOTED}"
        ).fetchall():
            (went if is_gone else came).setdefault(table, []).append(digest)
        self._db.execute(f"DELETE FROM temp.{_NOTED}")
        return taken_off(
            {table: total(digests) for table, digests in came.items()},
            {table: total(digests) for table, digests in went.items()},
        )

    def _digest(self, *named: object) -> bytes:
        self._is_touched = True
        return self._sealer.digests.of_row(*named)


@cache
def _with_followers(table: str) -> frozenset[str]:
    """A table, and those whose rows go with its rows, as far as they are sealed."""
    found = {table}
    waiting = [table]
    while waiting:
        gone = waiting.pop()
        following = {
            key.parent.table.name
            for other in Base.metadata.tables.values()
            for key in other.foreign_keys
            if key.ondelete and key.column.table.name == gone
        }
        waiting.extend(following - found)
        found |= following
    return frozenset(found).intersection(SEALED)


def _triggers(table: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Statements that make the triggers of one table."""
    note = f"INSERT INTO {_NOTED} VALUES ('{table}', {{gone}}, {_DIGEST}('{table}', {{row}}));"
    came = note.format(gone=0, row=values(named, "NEW."))
    went = note.format(gone=1, row=values(named, "OLD."))
    moved = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in named)
    when = f"WHEN {moved}" if table in LEFT_OUT else ""
    begin = "CREATE TEMP TRIGGER practicecoder_watch"
    return (
        f'{begin}_{table}_insert AFTER INSERT ON main."{table}" BEGIN {came} END',
        f'{begin}_{table}_delete AFTER DELETE ON main."{table}" BEGIN {went} END',
        f'{begin}_{table}_update AFTER UPDATE ON main."{table}" {when} BEGIN {went} {came} END',
    )
