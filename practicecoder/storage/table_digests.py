"""Sums that say what the sealed tables hold: a row is added or taken off without reading the rest.

The digest of a table is the sum of keyed digests of its rows (a multiset hash with a secret key).
It is stored under a mask that is made anew each time, so that nobody without the key learns the
digest of any row, and sums cannot be put together from earlier ones.
"""

from __future__ import annotations

import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from types import MappingProxyType

from practicecoder.storage.chain import HistorySeal

RULES = "rules"
"""Not a table: the schema of the file. Triggers could write for whoever planted them; views,
computed columns or columns under exchanged names could show something else."""

SEALED = (
    "study", "study_settings", "codebooks",
    "offices", "workers", "coders", "coder_roles", "supervisions",
    "recordings", "sessions", "consents", "transcripts", "transcript_lines",
    "codings", "plans", "assignments",
    "concerns", "decisions", "certificates", "recalibrations",
    "feedback", "own_ratings", "feedback_points", "feedback_point_moments", "feedback_moments",
    "releases", "outcomes", "packets", "packet_returns", "withdrawals",
)  # fmt: skip
"""Every table but the content of codings, which has its own history, what was heard, and it."""

LEFT_OUT: Mapping[str, frozenset[str]] = MappingProxyType(
    {"codings": frozenset({"position_ms", "version", "counting", "unblinded"})}
)
"""Columns that every click moves, or that the history of the coding tells."""

_BYTES = 16
_SUM = 1 << (8 * _BYTES)
_AT_ONCE = 500

Sums = dict[str, int]
"""Sum of the digests of all rows, by table; tables without rows may be missing."""


class TableDigests:
    """Computes digests of rows, and the form in which sums are stored.

    Parameters
    ----------
    seal
        Seal of the study's history, from which the key is derived.
    """

    __slots__ = ("_key",)

    def __init__(self, seal: HistorySeal) -> None:
        self._key = seal.derived("tables")

    def of_row(self, *named: object) -> bytes:
        """Digest of a row: the name of its table, then its values in the order of :func:`columns`.

        Values, as :func:`values` gives them, are taken as Python literals, so that NULL, text,
        numbers and bytes stay apart.
        """
        return blake2b(b"%a" % (named,), digest_size=_BYTES, key=self._key).digest()

    def of_rows(self, table: str, rows: Iterable[Sequence[object]]) -> int:
        """Sum over rows of a table."""
        digest = self.of_row
        return total(digest(table, *row) for row in rows)

    def stored(self, sums: Mapping[str, int], entry_id: str) -> dict[str, str]:
        """Sums as they are kept in an entry, under a mask that belongs to it."""
        return {
            table: b64encode(
                ((found + self._mask(table, entry_id)) % _SUM).to_bytes(_BYTES, "big")
            ).decode()
            for table, found in sorted(sums.items())
            if found
        }

    def read(self, stored: Mapping[str, str], entry_id: str) -> Sums:
        """Sums out of an entry; ValueError if it holds something else."""
        return {
            table: (int.from_bytes(b64decode(text), "big") - self._mask(table, entry_id)) % _SUM
            for table, text in stored.items()
        }

    def _mask(self, table: str, entry_id: str) -> int:
        mask = blake2b(
            b"%a" % ((table, entry_id),), digest_size=_BYTES, key=self._key, person=b"mask"
        )
        return int.from_bytes(mask.digest(), "big")


def total(digests: Iterable[bytes]) -> int:
    """Sum of digests."""
    read = int.from_bytes
    return sum_of_all(read(digest, "big") for digest in digests)


def sum_of_all(sums: Iterable[int]) -> int:
    """Sum of the sums over portions of a table."""
    return sum(sums) % _SUM


def added(first: Mapping[str, int], second: Mapping[str, int]) -> Sums:
    """Sums of two together, by table."""
    return {
        table: (first.get(table, 0) + second.get(table, 0)) % _SUM
        for table in sorted({*first, *second})
    }


def taken_off(first: Mapping[str, int], second: Mapping[str, int]) -> Sums:
    """What the first has more than the second, by table; nothing of a table is 0."""
    return added(first, {table: -found for table, found in second.items()})


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Sealed columns of a table, by name: exchanging two names must not go unseen."""
    left_out = LEFT_OUT.get(table, frozenset())
    found = connection.execute(f'PRAGMA main.table_info("{table}")').fetchall()
    return tuple(sorted(row[1] for row in found if row[1] not in left_out))


def values(named: Iterable[str], of: str = "") -> str:
    """SQL for the values of columns, as they enter a digest: text as bytes, bytes as hexadecimals.

    SQLCipher hands text over as far as its first NUL only, and text that is no text at all cannot
    be handed over.
    """
    return ", ".join(
        f'CASE typeof({of}"{column}") WHEN \'text\' THEN CAST({of}"{column}" AS BLOB)'
        f' WHEN \'blob\' THEN hex({of}"{column}") ELSE {of}"{column}" END'
        for column in named
    )


def tables_in(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Which of the sealed tables a file has."""
    rows = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")
    names = {name for (name,) in rows.fetchall()}
    return tuple(table for table in SEALED if table in names)


def sums_of(connection: sqlite3.Connection, digests: TableDigests) -> Sums:
    """Sums over everything that the file holds."""
    return {RULES: rules_of(connection, digests)} | {
        table: digests.of_rows(table, rows_of(connection, table))
        for table in tables_in(connection)
    }


def rows_of(connection: sqlite3.Connection, table: str) -> Iterator[Sequence[object]]:
    """Rows of a table, without its columns that are left out."""
    wanted = values(columns(connection, table))
    cursor = connection.execute(f'SELECT {wanted} FROM main."{table}"')
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from rows


def rules_of(connection: sqlite3.Connection, digests: TableDigests) -> int:
    """Sum over the schema of a file, without what SQLite makes for itself."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, sql FROM main.sqlite_master"
        " WHERE NOT (type = 'table' AND substr(name, 1, 7) = 'sqlite_')"
        " AND NOT (type = 'index' AND sql IS NULL)"
    )
    return digests.of_rows(RULES, rows.fetchall())
