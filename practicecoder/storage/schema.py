"""Which schemas there are, which one a database has, and how it is brought to the newest."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sqlalchemy import Connection

from practicecoder.storage.engine import WRITES, AnyDatabaseFile, sqlite_engine

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every schema that was released, oldest first."""

FIRST_SEALED = "0004"
"""The first schema whose history is sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """A line of schemas, oldest first, and the folders that hold the steps between them."""

    revisions: Sequence[str] = REVISIONS
    steps: Sequence[Path] = (Path(__file__).parent / "migrations" / "versions",)

    @property
    def newest(self) -> str:
        """Schema that this program works with."""
        return self.revisions[-1]


CURRENT = Schema()


def revision_of(connection: sqlite3.Connection) -> str | None:
    """Schema of an SQLite file; None if it is not a study's."""
    table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    if connection.execute(table).fetchone() is None:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def upgrade_file(file: AnyDatabaseFile, schema: Schema = CURRENT) -> None:
    """Bring an SQLite file to the newest schema, in one transaction.

    Foreign keys are checked afterwards only: a step that makes a table anew drops the old one.
    """
    engine = sqlite_engine(file)
    try:
        with engine.connect().execution_options(**{WRITES: True}) as connection:
            driver = cast(sqlite3.Connection, connection.connection.driver_connection)
            driver.execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                upgrade(connection, schema)
    finally:
        engine.dispose()


def upgrade(connection: Connection, schema: Schema = CURRENT) -> None:
    """Bring the database to the newest schema, inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("path_separator", "newline")
    config.set_main_option("script_location", _literal(Path(__file__).parent / "migrations"))
    config.set_main_option("version_locations", "\n".join(map(_literal, schema.steps)))
    config.attributes["connection"] = connection
    command.upgrade(config, schema.newest)


def _literal(path: Path) -> str:
    """Path as a configuration value, in which a percent sign would start a reference."""
    return str(path).replace("%", "%%")
