"""What the sealed tables hold and what was sealed, in portions that hold up no writer for long."""

from __future__ import annotations

import sqlite3
from typing import cast

from sqlalchemy.orm import Session

from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.table_digests import (
    RULES,
    TableDigests,
    columns,
    rows_of,
    rules_of,
    values,
)
from practicecoder.storage.table_sealing import SealedTables, TableSealer

PORTION = 20_000
"""Rows that are read at once."""


class TableRepository:
    """The sealed tables, for checking them; on SQLite only, whose files others can write to.

    Parameters
    ----------
    db
        Session of the unit of work.
    seal
        Seal of the study; without it there is nothing to compare with.
    """

    def __init__(self, db: Session, seal: HistorySeal | None) -> None:
        self._db = db
        self._seal = seal

    def last_sealed(self) -> SealedTables | None:
        """What was sealed last; None if nothing was, or nobody can tell."""
        if self._seal is None or self._db.connection().dialect.name != "sqlite":
            return None
        return TableSealer(self._driver(), self._seal).last()

    def sum_of(self, table: str, digests: TableDigests) -> int:
        """Sum over a whole table, or over the schema of the file."""
        driver = self._driver()
        if table == RULES:
            return rules_of(driver, digests)
        return digests.of_rows(table, rows_of(driver, table))

    def sum_of_portion(
        self, table: str, digests: TableDigests, after: int | None
    ) -> tuple[int, int | None]:
        """Sum over the rows behind a place, and the place to go on from; None at the end."""
        driver = self._driver()
        wanted = values(columns(driver, table))
        behind = "" if after is None else f"WHERE rowid > {after}"
        rows = driver.execute(
            f'SELECT {wanted}, rowid FROM main."{table}" {behind} ORDER BY rowid LIMIT {PORTION}'
        ).fetchall()
        place = rows[-1][-1] if len(rows) == PORTION else None
        return digests.of_rows(table, (row[:-1] for row in rows)), place

    def _driver(self) -> sqlite3.Connection:
        return cast(sqlite3.Connection, self._db.connection().connection.driver_connection)
