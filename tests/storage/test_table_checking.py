"""Tables that were altered past the program are told; whatever the program does is sound."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from practicecoder.domain.coding import Coding
from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder, Role
from practicecoder.storage import table_checking
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.repositories import tables
from practicecoder.storage.restoring import restore
from practicecoder.storage.schema import CURRENT, Schema
from practicecoder.storage.sealing import KEY_FILE, seal_to_read
from practicecoder.storage.study_folder import StudyStore
from practicecoder.storage.table_digests import SEALED
from practicecoder.storage.table_sealing import TableSealer
from practicecoder.storage.table_watching import TableWatch
from practicecoder.storage.upgrading import upgrade_study
from tests.storage.conftest import a_session

AT = datetime(2026, 3, 31, 12, tzinfo=UTC)
BEFORE_SEALS = Path(__file__).parents[1] / "studies" / "v0004"
NOW = "'2026-01-01 00:00:00.000000'"
ALTERED = {
    "a session given to another worker": (
        "UPDATE sessions SET worker_id = 'W2' WHERE session_id = 'S1'",
        "sessions",
    ),
    "a session put in": (
        (
            "INSERT INTO sessions (session_id, blind_code, phase_rule, session_type, worker_role,"
            " purpose, state, made_up, version)"
            " SELECT 'forged', 'forged', phase_rule, session_type, worker_role, purpose, state,"
            " made_up, version FROM sessions LIMIT 1"
        ),
        "sessions",
    ),
    "a session removed": ("DELETE FROM sessions WHERE session_id = 'S2'", "sessions"),
    "a coder made a lead": (
        "INSERT INTO coder_roles VALUES ('C1', 'lead')",
        "what people may do",
    ),
    "a person put in": ("INSERT INTO coders VALUES ('P9')", "people"),
    "a consent widened": ("UPDATE consents SET given = 1", "consents"),
    "a worker moved": ("UPDATE workers SET office_id = 'O2' WHERE worker_id = 'W1'", "workers"),
    "an office's day": ("UPDATE offices SET implementation_date = '2020-01-01'", "offices"),
    "a setting": ("UPDATE study_settings SET value = 'forged'", "settings"),
    "the title": ("UPDATE study SET title = 'forged'", "the study itself"),
    "a codebook": ("UPDATE codebooks SET text = 'forged'", "codebooks"),
    "an assignment": ("UPDATE assignments SET role = 'training'", "assignments"),
    "a coding's reason": ("UPDATE codings SET short_listen_reason = 'forged'", "codings"),
    "an outcome, by very little": ("UPDATE outcomes SET value = 0.30000000000000004", "outcomes"),
    "another type": ("UPDATE study_settings SET value = CAST(value AS BLOB)", "settings"),
    "no text at all": ("UPDATE study_settings SET value = CAST(X'FFFE' AS TEXT)", "settings"),
    "behind a NUL": ("UPDATE workers SET role = CAST(X'0041' AS TEXT)", "workers"),
}


_REWRITTEN = (
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = {sql} WHERE name = '{table}';"
    " PRAGMA writable_schema=RESET"
)
ALTERED_SCHEMA = {
    "names of columns exchanged": (
        "ALTER TABLE workers RENAME COLUMN role TO x;"
        " ALTER TABLE workers RENAME COLUMN office_id TO role;"
        " ALTER TABLE workers RENAME COLUMN x TO office_id"
    ),
    "names of columns exchanged, one of them in capitals": (
        "ALTER TABLE assignments RENAME COLUMN session_id TO x;"
        " ALTER TABLE assignments RENAME COLUMN role TO SESSION_ID;"
        " ALTER TABLE assignments RENAME COLUMN x TO role"
    ),
    "a column that is computed": (
        "ALTER TABLE consents RENAME COLUMN given TO given_;"
        " ALTER TABLE consents ADD COLUMN given INTEGER AS (1)"
    ),
    "rows that are put in give way": _REWRITTEN.format(
        sql="replace(sql, 'KEY (office_id)', 'KEY (office_id) ON CONFLICT IGNORE')",
        table="offices",
    ),
    "an index put in": "CREATE UNIQUE INDEX planted ON coder_roles (role)",
    "an index removed": "DROP INDEX ix_workers_office_id",
    "a table put in": "CREATE TABLE planted (x)",
    "a table removed": "DROP TABLE outcomes",
}


@pytest.fixture
def study(store: StudyStore, coding: Coding) -> StudyStore:
    """A study with a row or two in the tables that are altered."""
    with store.transaction() as unit:
        unit.sessions.add(a_session("S2"))
        unit.people.add_coder(Coder(coder_id=CoderId("L1"), roles=frozenset({Role.LEAD})))
        unit.codings.add(coding)
    with closing(raw(store)) as connection:
        watch = table_watch(connection, store)
        connection.execute("BEGIN IMMEDIATE")
        for statement in (
            "INSERT INTO offices VALUES ('O1', '2026-01-01'), ('O2', NULL)",
            "INSERT INTO workers VALUES ('W1', 'O1', ''), ('W2', 'O2', '')",
            "UPDATE sessions SET worker_id = 'W1' WHERE session_id = 'S1'",
            f"INSERT INTO consents VALUES ('S1', 'training', 0, {NOW}, 'L1', '')",
            "REPLACE INTO study_settings VALUES ('made_up', 'made up')",
            "INSERT INTO assignments VALUES ('S1', 'C1', 'primary', 1, NULL)",
            "INSERT INTO outcomes VALUES ('S1', 'm', 0.3)",
        ):
            connection.execute(statement)
        watch.settle()
        connection.execute("COMMIT")
    return store


def table_watch(connection: sqlite3.Connection, store: StudyStore) -> TableWatch:
    seal = seal_to_read(store.folder)
    assert seal is not None
    return TableWatch(connection, seal).watch_all()


def raw(store: StudyStore) -> sqlite3.Connection:
    return connect_sqlite(store.folder.keyed(store.folder.database), "rw")


def alter(store: StudyStore, statements: str) -> None:
    """What plain SQL does past the program."""
    with closing(raw(store)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF").fetchall()
        for statement in statements.split(";"):
            connection.execute(statement)


def told(store: StudyStore) -> list[str]:
    return [problem.what for problem in store.check()]


def sentence(called: str) -> str:
    return (
        f"The table of {called} is not as the program left it: it was altered past the program, "
        "or rows were put in or removed."
    )


def test_what_the_program_wrote_is_sound(study: StudyStore) -> None:
    assert told(study) == []


@pytest.mark.parametrize("kind", ALTERED)
def test_a_table_that_was_altered_past_the_program_is_told(study: StudyStore, kind: str) -> None:
    statements, called = ALTERED[kind]
    alter(study, statements)

    assert [p.what for p in table_checking.check_tables(study._database)] == [sentence(called)]


@pytest.mark.parametrize("kind", ALTERED_SCHEMA)
def test_a_schema_that_was_altered_past_the_program_is_told(study: StudyStore, kind: str) -> None:
    alter(study, ALTERED_SCHEMA[kind])

    first = next(table_checking.check_tables(study._database))
    assert first.what.startswith("The rules of the database are not as the program left them")


def test_later_work_on_the_table_does_not_cover_it_up(study: StudyStore) -> None:
    alter(study, "UPDATE coder_roles SET role = 'supervisor' WHERE coder_id = 'L1'")
    with study.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("P2"), roles=frozenset({Role.LEAD})))
    with closing(raw(study)) as connection:
        watch = table_watch(connection, study)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM coder_roles")
        watch.settle()
        connection.execute("COMMIT")

    assert told(study) == [sentence("what people may do")]


def test_what_was_put_right_again_is_sound(study: StudyStore) -> None:
    alter(study, "UPDATE offices SET implementation_date = '2025-01-01' WHERE office_id = 'O1'")
    assert told(study) == [sentence("offices")]
    alter(study, "UPDATE offices SET implementation_date = '2026-01-01' WHERE office_id = 'O1'")

    assert told(study) == []


def test_a_planted_trigger_is_told_and_what_it_does_is_not_sealed(study: StudyStore) -> None:
    with closing(raw(study)) as connection:
        connection.execute(
            "CREATE TRIGGER planted AFTER INSERT ON coders BEGIN DELETE FROM outcomes; END"
        )
    with study.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("P2")))
    assert any("The rules of the database" in what for what in told(study))
    alter(study, "DROP TRIGGER planted")

    assert sentence("outcomes") in told(study)


def test_tables_are_read_in_portions(study: StudyStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "PORTION", 1)

    assert told(study) == []
    alter(study, "DELETE FROM sessions WHERE session_id = 'S2'")
    assert told(study) == [sentence("sessions")]


def test_every_table_has_a_name_for_people() -> None:
    assert set(table_checking._CALLED) == set(SEALED)


STEP = """
from alembic import op
import sqlalchemy as sa

revision = "made_up"
down_revision = "{newest}"

def upgrade():
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("made_up_column", sa.Text()))
    op.execute("UPDATE sessions SET made_up_column = 'filled'")
"""


@pytest.mark.parametrize("forged", [False, True])
def test_an_upgrade_seals_the_new_tables_and_covers_nothing_up(
    study: StudyStore, tmp_path: Path, forged: bool
) -> None:
    steps = tmp_path / "steps"
    steps.mkdir()
    (steps / "made_up.py").write_text(STEP.format(newest=CURRENT.newest), encoding="utf-8")
    schema = Schema(revisions=(*CURRENT.revisions, "made_up"), steps=(*CURRENT.steps, steps))
    if forged:
        alter(study, "UPDATE sessions SET worker_id = 'W2' WHERE session_id = 'S1'")
    study.close()
    upgrade_study(study.folder, AT, schema)

    with closing(raw(study)) as connection:
        seal = seal_to_read(study.folder)
        assert seal is not None
        sealer = TableSealer(connection, seal)
        last, excess = sealer.last(), sealer.excess()
    assert last is not None
    assert last.revision == "made_up"
    assert excess is not None
    assert [table for table, found in excess.items() if found] == ["sessions"] * forged


def test_a_restored_backup_is_sound_and_a_forged_one_is_not(study: StudyStore) -> None:
    backup = study.backup()
    study.close()
    restore(study.folder, backup, AT)
    with closing(StudyStore.open(study.path)) as again:
        assert told(again) == []
    with closing(connect_sqlite(backup, "rw")) as connection:
        connection.execute("UPDATE consents SET given = 1")
    restore(study.folder, backup, AT)
    with closing(StudyStore.open(study.path)) as again:
        assert told(again) == [sentence("consents")]


@pytest.mark.parametrize("worked_on", [False, True])
def test_a_history_that_was_wiped_out_is_told(store: StudyStore, worked_on: bool) -> None:
    """Nothing was coded yet, so that no coding tells that its history is gone."""
    store.close()
    with closing(raw(store)) as connection:
        connection.execute("DROP TRIGGER history_no_delete")
        connection.execute("DELETE FROM history")
        connection.execute("DELETE FROM history_heads")
        connection.execute("UPDATE sessions SET worker_role = 'forged'")
    if worked_on:
        with closing(StudyStore.open(store.path)) as again, again.transaction() as unit:
            unit.sessions.add(a_session("S3"))

    with closing(StudyStore.open(store.path, read_only=True)) as again:
        found = told(again)
    assert (sentence("sessions") in found) is worked_on
    assert any("The history of this study is empty" in what for what in found) is not worked_on


def test_a_study_that_lost_its_key_is_sealed_with_the_new_one(study: StudyStore) -> None:
    study.close()
    (study.path / KEY_FILE).unlink()
    with closing(StudyStore.open(study.path)) as again:
        assert list(table_checking.check_tables(again._database)) == []
        alter(again, "UPDATE consents SET given = 1")
        assert [p.what for p in table_checking.check_tables(again._database)] == [
            sentence("consents")
        ]


def test_a_study_of_the_schema_without_seals_is_sealed_when_it_is_opened(tmp_path: Path) -> None:
    path = Path(shutil.copytree(BEFORE_SEALS, tmp_path / "older"))
    with closing(StudyStore.open(path, read_only=True)) as again:
        assert list(table_checking.check_tables(again._database)) == []
    with closing(StudyStore.open(path)) as again, again.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("P2")))
    with closing(StudyStore.open(path, read_only=True)) as again:
        with again.reading() as unit:
            assert unit.history.has_sealed_tables()
        assert list(table_checking.check_tables(again._database)) == []
