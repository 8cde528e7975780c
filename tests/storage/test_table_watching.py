"""Whatever one connection writes to a sealed table is sealed, and nothing else is."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, CodingId, OfficeId
from practicecoder.domain.people import Coder, Office, Role
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.engine import connect_sqlite, database_errors
from practicecoder.storage.sealing import seal_to_read
from practicecoder.storage.study_folder import StudyStore
from practicecoder.storage.table_digests import SEALED, TableDigests
from practicecoder.storage.table_sealing import TableSealer
from practicecoder.storage.table_watching import TableWatch
from tests.storage.conftest import a_session

STATEMENTS = (
    "INSERT INTO offices VALUES ('O{n}', NULL)",
    "INSERT OR REPLACE INTO offices VALUES ('O{n}', '2026-01-0{n}')",
    (
        "INSERT INTO offices VALUES ('O{n}', NULL) ON CONFLICT DO UPDATE"
        " SET implementation_date = '2026-02-0{n}'"
    ),
    "UPDATE offices SET implementation_date = NULL",
    "UPDATE offices SET office_id = office_id || 'x' WHERE office_id = 'O{n}'",
    "DELETE FROM offices",
    "INSERT INTO coders VALUES ('P{n}')",
    "INSERT INTO coder_roles VALUES ('P{n}', 'lead')",
    "UPDATE coder_roles SET role = 'coder' WHERE coder_id = 'P{n}'",
    "DELETE FROM coders WHERE coder_id = 'P{n}'",  # and its roles by cascade
    "INSERT INTO outcomes VALUES ('S1', 'm{n}', {n})",  # a whole number in a column of fractions
    "INSERT INTO outcomes VALUES ('S1', 'm{n}', '{n}.5')",
    "UPDATE outcomes SET value = value + 0.1",
    "UPDATE sessions SET rowid = -{n}{n} WHERE session_id = 'S1'",
    "UPDATE sessions SET version = version + {n}, worker_role = 'ä\u2028' || X'00'",
    "INSERT INTO study_settings VALUES ('k{n}', NULL), ('k', 'refused as a whole')",
    "REPLACE INTO study_settings VALUES ('k{n}', 'a'), ('k', 'b')",
    "SAVEPOINT some",
    "ROLLBACK TO some",
    "RELEASE some",
)


@pytest.fixture(params=[None, "made-up passphrase one"], ids=["plain", "encrypted"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    """Both kinds of study in turn."""
    chosen: str | None = request.param
    return chosen


@pytest.fixture
def seal(store: StudyStore) -> HistorySeal:
    seal = seal_to_read(store.folder)
    assert seal is not None
    return seal


@pytest.fixture
def connection(store: StudyStore) -> Iterator[sqlite3.Connection]:
    """One of its own to the study's file, for writing."""
    with closing(connect_sqlite(store.folder.keyed(store.folder.database), "rw")) as connection:
        yield connection


@pytest.mark.parametrize("upfront", [True, False])
def test_every_way_of_writing_rows_is_noticed(
    connection: sqlite3.Connection, seal: HistorySeal, upfront: bool
) -> None:
    chance = random.Random(2026)
    watch = TableWatch(connection, seal)
    if upfront:
        watch.watch_all()
    for _ in range(60):
        connection.execute("BEGIN IMMEDIATE")
        for statement in chance.choices(STATEMENTS, k=12):
            with suppress(
                *database_errors()
            ):  # a refused statement leaves nothing, and nothing noted
                text = statement.format(n=chance.randint(1, 4))
                watch.before(text)
                connection.execute(text)
        watch.settle()
        is_undone = chance.random() < 0.2
        connection.execute("ROLLBACK" if is_undone else "COMMIT")
        if is_undone:
            watch.forget()
        excess = TableSealer(connection, seal).excess()
        assert excess is not None
        assert not any(excess.values())
    n_sealed = connection.execute(
        "SELECT count(*) FROM history WHERE kind = 'tables_sealed'"
    ).fetchone()[0]
    assert n_sealed > 30


def test_a_transaction_that_touches_no_sealed_table_seals_nothing(
    store: StudyStore, connection: sqlite3.Connection, seal: HistorySeal
) -> None:
    with store.transaction() as unit:
        unit.people.add_office(Office(office_id=OfficeId("O1")))
    before = TableSealer(connection, seal).last()
    with store.transaction():
        """Nothing is done."""
    with store.transaction() as unit:
        unit.history.all()

    assert before is not None
    assert TableSealer(connection, seal).last() == before


def test_seals_are_kept_out_of_what_people_did(store: StudyStore) -> None:
    with store.transaction() as unit:
        unit.sessions.add(a_session("S2"))
    with store.reading() as unit:
        assert unit.history.has_sealed_tables()
        assert all(e.kind is not HistoryKind.TABLES_SEALED for e in unit.history.all())


def test_a_transaction_that_fails_leaves_no_seal_and_the_next_one_is_right(
    store: StudyStore,
) -> None:
    def fail() -> None:
        with store.transaction() as unit:
            unit.people.add_coder(Coder(coder_id=CoderId("P1"), roles=frozenset({Role.LEAD})))
            unit.codings.remove(CodingId("of nobody"))

    with pytest.raises(KeyError):
        fail()
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("P2")))

    assert store.check() == ()


def test_every_table_is_sealed_or_named_here(connection: sqlite3.Connection) -> None:
    """Whoever adds a table decides whether it is sealed."""
    elsewhere = {
        *("ratings", "answers", "evidence", "evidence_dimensions", "notes", "marks", "listens"),
        *("history", "history_heads", "alembic_version"),
    }
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()

    assert {name for (name,) in tables} == {*SEALED, *elsewhere}


def test_values_of_different_types_have_different_digests(seal: HistorySeal) -> None:
    digests = TableDigests(seal)
    rows = [("t", v) for v in (None, "", "None", "1", 1, 1.0, b"1", "'1'", b"")]
    rows += [("t", "a", "b"), ("t", "ab", ""), ("t", "a', 'b"), ("u", "")]  # type: ignore[list-item]

    assert len({digests.of_row(*row) for row in rows}) == len(rows)


def test_a_stored_sum_tells_nothing_without_the_key(seal: HistorySeal) -> None:
    """The same table is stored otherwise each time."""
    digests = TableDigests(seal)
    first, second = digests.stored({"coders": 5}, "e1"), digests.stored({"coders": 5}, "e2")

    assert first != second
    assert digests.read(first, "e1") == digests.read(second, "e2") == {"coders": 5}
    assert TableDigests(HistorySeal(b"w" * 32)).read(first, "e1") != {"coders": 5}
