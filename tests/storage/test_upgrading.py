"""Bringing a study to the next schema: the step is made up here, the way is the real one."""

from __future__ import annotations

import errno
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import text

from practicecoder.errors import StoreFailedError, StudyDamagedError
from practicecoder.storage import upgrading
from practicecoder.storage.copies import faults_of
from practicecoder.storage.engine import DatabaseFile, connect_sqlite, engine_for
from practicecoder.storage.failures import BrokenRuleError
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.schema import CURRENT, Schema, revision_of, upgrade
from practicecoder.storage.upgrading import upgrade_study

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)
STEP = """
from alembic import op
import sqlalchemy as sa

revision = "made_up"
down_revision = "{newest}"

def upgrade():
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("made_up_column", sa.Text()))
    op.execute("UPDATE sessions SET made_up_column = 'filled'")
    {last}
"""


def schema(tmp_path: Path, last: str = "pass") -> Schema:
    steps = tmp_path / "steps"
    steps.mkdir()
    step = STEP.format(newest=CURRENT.newest, last=last)
    (steps / "made_up.py").write_text(step, encoding="utf-8")
    return Schema(revisions=(*CURRENT.revisions, "made_up"), steps=(*CURRENT.steps, steps))


@pytest.fixture(params=[None, "made-up passphrase one"], ids=["plain", "encrypted"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    """Both kinds of study in turn."""
    chosen: str | None = request.param
    return chosen


def revision(file: DatabaseFile) -> str | None:
    with closing(connect_sqlite(file, "ro")) as connection:
        return revision_of(connection)


def names(folder: StudyFolder) -> list[str]:
    return sorted(path.name for path in folder.path.iterdir())


def usual_names(folder: StudyFolder) -> list[str]:
    keys = "history.key" if folder.key is None else "keys.json"
    return ["audio", "backups", "cache", keys, "study.db"]


def database(folder: StudyFolder) -> DatabaseFile:
    return folder.keyed(folder.database)


def test_a_study_is_brought_to_the_newest_schema(
    closed_study: StudyFolder, tmp_path: Path
) -> None:
    upgrade_study(closed_study, NOON, schema(tmp_path))

    with closing(connect_sqlite(database(closed_study), "ro")) as connection:
        assert connection.execute("SELECT made_up_column FROM sessions").fetchall() == [
            ("filled",)
        ]
        checks = connection.execute(
            "SELECT sql LIKE '%ck_sessions_segment_order%' FROM sqlite_master"
            " WHERE name = 'sessions'"
        ).fetchall()
    assert checks == [(1,)]
    assert revision(database(closed_study)) == "made_up"
    assert faults_of(database(closed_study)) == ()
    assert names(closed_study) == usual_names(closed_study)


def test_the_old_study_is_kept_as_a_backup(closed_study: StudyFolder, tmp_path: Path) -> None:
    upgrade_study(closed_study, NOON, schema(tmp_path))
    (backup,) = closed_study.backups.glob("*.db")

    assert backup.name == "study-20260331T120000000000Z-before-made_up.db"
    assert revision(closed_study.keyed(backup)) == CURRENT.newest


@pytest.mark.parametrize(
    ("last", "error"),
    [
        ("op.execute('SELECT * FROM no_such_table')", BrokenRuleError),
        ("raise LookupError('made up')", LookupError),
        ("op.execute(\"UPDATE codings SET coder_id = 'nobody'\")", StudyDamagedError),
        ("op.execute('DELETE FROM coders')", StudyDamagedError),
    ],
    ids=["wrong statement", "wrong step", "row that points nowhere", "lost row"],
)
def test_a_step_that_fails_leaves_the_study_as_it_was(
    closed_study: StudyFolder, tmp_path: Path, last: str, error: type[Exception]
) -> None:
    with closing(connect_sqlite(database(closed_study), "rw")) as connection:
        connection.execute(
            "INSERT INTO codings VALUES"
            " ('c', 'S1', 'C1', 'made_up', '1.0', ?, 'primary', 'open', 0, '', NULL, 1, NULL, 0)",
            ("0" * 64,),
        )
    before = closed_study.database.read_bytes()
    with pytest.raises(error):
        upgrade_study(closed_study, NOON, schema(tmp_path, last))

    assert closed_study.database.read_bytes() == before
    assert names(closed_study) == usual_names(closed_study)


def test_a_full_disk_leaves_the_study_as_it_was(
    closed_study: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise OSError(errno.ENOSPC, "made up")

    before = closed_study.database.read_bytes()
    monkeypatch.setattr(upgrading, "make_durable", fail)
    with pytest.raises(StoreFailedError, match="the disk is full"):
        upgrade_study(closed_study, NOON, schema(tmp_path))

    assert closed_study.database.read_bytes() == before
    assert names(closed_study) == usual_names(closed_study)


def test_what_a_killed_upgrade_left_is_cleared(closed_study: StudyFolder, tmp_path: Path) -> None:
    for name in ("study.db.upgrading", "study.db.upgrading-journal"):
        (closed_study.path / name).write_bytes(b"made up")
    upgrade_study(closed_study, NOON, schema(tmp_path))

    assert names(closed_study) == usual_names(closed_study)


class Server(Protocol):
    """What is needed of the server that the tests run."""

    def make_database(self, name: str) -> str: ...


FIRST_FORMAT = """
INSERT INTO codebooks VALUES ('made_up', '1.0', 'digest', 'made up');
INSERT INTO coders VALUES ('C1');
INSERT INTO sessions
    (session_id, blind_code, phase_rule, session_type, worker_role, purpose, state, made_up,
     version)
    VALUES ('S1', 'blind', 'as_entered', 'visit', '', 'both', 'final', true, 3);
INSERT INTO assignments VALUES ('S1', 'C1', 'training', 4);
INSERT INTO codings VALUES
    ('coding-1', 'S1', 'C1', 'made_up', '1.0', 'digest', 'consensus', 'open', 5, '', NULL, 7);
INSERT INTO marks VALUES ('mark-1', 'coding-1', 'question', 40, 1, NULL)
"""


def test_a_server_of_the_first_format_is_brought_to_the_second(postgres: Server) -> None:
    engine = engine_for(postgres.make_database("upgraded"))
    with engine.begin() as connection:
        upgrade(connection, Schema(revisions=CURRENT.revisions[:1]))
        for statement in FIRST_FORMAT.split(";"):
            connection.execute(text(statement))
    with engine.begin() as connection:
        upgrade(connection, Schema(revisions=CURRENT.revisions[:2]))
    with engine.connect() as connection:
        held = {
            table: tuple(connection.execute(text(f"SELECT * FROM {table}")).one())
            for table in ("assignments", "codings", "marks")
        }
        session = connection.execute(text("SELECT state, version FROM sessions")).one()
    engine.dispose()

    assert tuple(session) == ("final", 3)
    assert held["assignments"] == ("S1", "C1", "training", 4)
    assert held["codings"][:6] == ("coding-1", "S1", "C1", "made_up", "1.0", "digest")
    assert held["codings"][6:12] == ("consensus", "open", 5, "", None, 7)
    assert held["codings"][12:] == (None, False)
    assert held["marks"] == ("mark-1", "coding-1", "question", 40, 1, None, None, "", "")
