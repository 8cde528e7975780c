from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from practicecoder.storage.engine import WRITES, connect_sqlite, sqlite_engine, sqlite_uri

pytestmark = pytest.mark.usefixtures("disk_waited_for")

READ_BACK = {
    "journal_mode": "delete",
    "synchronous": 3,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
    **({"fullfsync": 1} if sys.platform == "darwin" else {}),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "made up & 100% new #1?.db"
    connect_sqlite(file, "rwc").close()
    with connect_sqlite(file, "rw") as connection:
        connection.execute("CREATE TABLE things (name TEXT UNIQUE)")
    connection.close()
    return file


@pytest.mark.parametrize("read_only", [False, True])
def test_every_connection_has_the_safe_settings(file: Path, read_only: bool) -> None:
    engine = sqlite_engine(file, read_only=read_only)
    with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            found = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in READ_BACK
            }
            assert found == READ_BACK
    engine.dispose()


def test_nothing_is_left_beside_the_file(file: Path) -> None:
    engine = sqlite_engine(file)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO things VALUES ('a')"))
    engine.dispose()

    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_read_only_engine_cannot_write(file: Path) -> None:
    engine = sqlite_engine(file, read_only=True)
    with engine.begin() as connection, pytest.raises(OperationalError) as refused:
        connection.execute(text("INSERT INTO things VALUES ('a')"))
    engine.dispose()

    assert isinstance(refused.value.orig, sqlite3.Error)
    assert refused.value.orig.sqlite_errorcode == sqlite3.SQLITE_READONLY


def test_an_engine_makes_no_file(tmp_path: Path) -> None:
    engine = sqlite_engine(tmp_path / "none.db")
    with pytest.raises(OperationalError, match="unable to open"):
        engine.connect()

    assert not (tmp_path / "none.db").exists()


def test_a_writing_transaction_has_the_write_lock_from_its_beginning(file: Path) -> None:
    engine = sqlite_engine(file)
    other = connect_sqlite(file, "rw")
    other.execute("PRAGMA busy_timeout=0")
    with engine.connect().execution_options(**{WRITES: True}) as writer, writer.begin():
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT count(*) FROM things").fetchall() == [(0,)]
    other.close()
    engine.dispose()


def test_a_rolled_back_transaction_leaves_nothing(file: Path) -> None:
    engine = sqlite_engine(file)
    with engine.connect() as connection:
        transaction = connection.begin()
        connection.execute(text("INSERT INTO things VALUES ('a')"))
        connection.exec_driver_sql("CREATE TABLE more (x)")
        transaction.rollback()
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        things = connection.exec_driver_sql("SELECT count(*) FROM things").scalar_one()
    engine.dispose()

    assert "more" not in tables
    assert things == 0


def test_the_address_keeps_odd_characters() -> None:
    assert (
        sqlite_uri(Path("/a b/100%/c#1?.db"), "ro") == "file:///a%20b/100%25/c%231%3F.db?mode=ro"
    )
