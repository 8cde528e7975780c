"""Transactions on a study's database: one writer at a time, and readers that cannot write."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, cast

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from practicecoder.errors import ReadOnlyStudyError, StudyClosedError
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.engine import WRITES, AnyDatabaseFile, engine_for, sqlite_engine
from practicecoder.storage.failures import told
from practicecoder.storage.patience import hold
from practicecoder.storage.table_watching import WATCH, TableWatch
from practicecoder.storage.unit_of_work import UnitOfWork
from practicecoder.storage.write_health import WriteHealth

_PROBE = (
    "CREATE TABLE probing (content BLOB)",
    "INSERT INTO probing VALUES (zeroblob(65536))",
    "DROP TABLE probing",
)
"""In one transaction: it needs room for the journal and in the file, and leaves nothing behind."""


class Database:
    """A study's tables, wherever they are.

    Parameters
    ----------
    reader
        Engine for reading.
    writer
        Engine for writing; None if the study is open for reading only.
    path
        Where the study is, for messages.
    seal
        Binds what is recorded into chains; None leaves it unbound.
    """

    def __init__(
        self,
        *,
        reader: Engine,
        writer: Engine | None,
        path: Path,
        seal: HistorySeal | None = None,
    ) -> None:
        self.reader = reader
        self.writer = writer
        self.seal = seal
        self._path = path
        self._write_lock = threading.Lock()
        self._busy = threading.local()
        self._is_open = True
        self.health = WriteHealth()
        self.has_written = False
        self.writes = 0

    @classmethod
    def on_file(
        cls,
        file: AnyDatabaseFile,
        *,
        read_only: bool,
        path: Path,
        seal: HistorySeal | None = None,
    ) -> Self:
        """Database in a SQLite file, which must be there."""
        writer = None if read_only else sqlite_engine(file)
        if writer is not None and seal is not None:
            _watch_tables(writer, seal)
        return cls(
            reader=sqlite_engine(file, read_only=True),
            writer=writer,
            path=path,
            seal=seal,
        )

    @classmethod
    def on_server(cls, url: str, *, seal: HistorySeal | None = None) -> Self:
        """Database on a PostgreSQL server."""
        engine = engine_for(url)
        return cls(reader=engine, writer=engine, path=Path(str(engine.url.database)), seal=seal)

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """Write: everything done in the block is stored together, or nothing of it."""
        with self._writing() as connection:
            yield self._unit(connection)
            watch = _watch_of(connection)
            if watch is not None:
                watch.settle()
        self.has_written = True
        self.writes += 1

    def seal_tables_anew(self) -> None:
        """Seal the tables as they are, because no earlier seal has the key of this study."""
        with self._writing() as connection:
            watch = _watch_of(connection)
            if watch is not None:
                watch.seal_anew()

    def probe(self) -> None:
        """Write something and take it back at once, to learn whether writing works again.

        Raises
        ------
        StoreFailedError, StudyDamagedError
            If it does not.
        """
        with self._writing(probing=True) as connection:
            for statement in _PROBE if connection.dialect.name == "sqlite" else ():
                connection.exec_driver_sql(statement)

    @contextmanager
    def _writing(self, *, probing: bool = False) -> Iterator[Connection]:
        if self.writer is None:
            raise ReadOnlyStudyError
        with (
            self._alone(),
            self._write_lock,
            self.health.watched(probing=probing),
            told(self._path),
            self.writer.connect().execution_options(**{WRITES: True}) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold off every other writer of this process, for work on the file itself."""
        if self.writer is None:
            raise ReadOnlyStudyError
        with self._alone(), self._write_lock:
            yield

    @contextmanager
    def reading(self, *, patient: bool = False) -> Iterator[UnitOfWork]:
        """Read one state of the study. Leave the block before computing: it holds up writers.

        Whoever is ``patient`` waits a minute for a turn, where others write without a pause.
        """
        with (
            self._alone(),
            self.health.watching_damage(),
            told(self._path, reading=True),
            self.reader.connect() as connection,
            _snapshot(connection).begin(),
        ):
            if patient and connection.dialect.name == "sqlite":
                hold(cast(sqlite3.Connection, connection.connection.driver_connection))
            yield self._unit(connection)

    def _unit(self, connection: Connection) -> UnitOfWork:
        db = Session(
            bind=connection,
            autoflush=False,
            execution_options={"populate_existing": True, "synchronize_session": False},
        )
        return UnitOfWork(db, self.seal)

    def close(self) -> None:
        """Close every connection."""
        self._is_open = False
        self.reader.dispose()
        if self.writer is not None:
            self.writer.dispose()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Refuse a block within a block: the inner one would wait for the outer one for ever."""
        if not self._is_open:
            raise StudyClosedError
        if getattr(self._busy, "inside", False):
            raise RuntimeError("a transaction or a reading inside another one")
        self._busy.inside = True
        try:
            yield
        finally:
            self._busy.inside = False


def _watch_tables(writer: Engine, seal: HistorySeal) -> None:
    """Watch the sealed tables on every connection of an engine on SQLite."""

    def watch(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        try:
            entry.info[WATCH] = TableWatch(cast(sqlite3.Connection, connection), seal)
        except BaseException:
            connection.close()
            raise

    def before(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if (watching := _watch_of(connection)) is not None:
            watching.before(statement)

    def forget(connection: Connection) -> None:
        if (watching := _watch_of(connection)) is not None:
            watching.forget()

    event.listen(writer, "connect", watch)
    event.listen(writer, "before_cursor_execute", before)
    event.listen(writer, "rollback", forget)


def _watch_of(connection: Connection) -> TableWatch | None:
    watch: TableWatch | None = connection.info.get(WATCH)
    return watch


def _snapshot(connection: Connection) -> Connection:
    """Make the server show one state throughout, as SQLite does by itself."""
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return connection
