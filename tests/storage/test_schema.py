from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from practicecoder.storage.base import Base
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.schema import CURRENT, REVISIONS, revision_of, upgrade_file
from practicecoder.storage.trust_models import HistoryHeadRow

CHECK = re.compile(r"CONSTRAINT (ck_\w+)")
MIGRATIONS = Path(__file__).parents[2] / "practicecoder" / "storage" / "migrations"


def test_the_migrations_make_the_tables_of_the_models(scratch: Connection) -> None:
    context = MigrationContext.configure(scratch, opts={"compare_type": True})

    assert compare_metadata(context, HistoryHeadRow.metadata) == []


def test_the_migrations_make_every_rule_of_the_models(empty_file: Path) -> None:
    with closing(connect_sqlite(empty_file, "ro")) as connection:
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    made.pop("alembic_version")
    made.pop("sqlite_sequence", None)

    assert {name: rules(sql) for name, sql in made.items()} == {
        name: rules(sql) for name, sql in tables_of_the_models().items()
    }
    assert sum(sql.count(" CHECK ") for sql in made.values()) == 40


def tables_of_the_models() -> dict[str, str]:
    dialect = sqlite.dialect()
    return {
        table.name: str(CreateTable(table).compile(dialect=dialect))
        for table in Base.metadata.sorted_tables
    }


def rules(sql: str) -> list[str]:
    """Columns and constraints of a table, one a line, in a fixed order.

    SQLite puts the name of a table that was renamed in quotation marks.
    """
    unquoted = re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", sql.strip())
    lines = (re.sub(r"\s+", " ", line).strip(" ,") for line in unquoted.splitlines())
    return sorted(line for line in lines if line and line not in "()")


def test_the_checks_are_there_on_every_kind_of_database(scratch: Connection) -> None:
    found = {
        constraint["name"]
        for table in Base.metadata.tables
        for constraint in inspect(scratch).get_check_constraints(table)
    }
    wanted = {name for sql in tables_of_the_models().values() for name in CHECK.findall(sql)}

    assert found == wanted
    assert "ck_ratings_value_iff_rated" in found


@pytest.mark.parametrize("role", ["consensus", "reference"])
def test_the_partial_index_is_partial(empty_file: Path, role: str) -> None:
    with closing(connect_sqlite(empty_file, "ro")) as connection:
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (f"uq_codings_one_{role}",)
        ).fetchone()

    assert sql.endswith(f"WHERE role = '{role}'")


def test_the_migrations_make_every_index_of_the_models(scratch: Connection) -> None:
    names = {
        table: {index.name for index in Base.metadata.tables[table].indexes}
        for table in Base.metadata.tables
    }
    made = {
        table: {
            index["name"]
            for index in inspect(scratch).get_indexes(table)
            if "duplicates_constraint" not in index
        }
        for table in names
    }

    assert made == names


def test_the_migrations_make_no_table_that_a_step_works_with(scratch: Connection) -> None:
    assert set(inspect(scratch).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_the_list_of_schemas_is_the_line_of_migrations() -> None:
    config = Config()
    config.set_main_option("path_separator", "newline")
    config.set_main_option("script_location", str(MIGRATIONS))
    steps = ScriptDirectory.from_config(config).walk_revisions()

    assert [step.revision for step in steps] == list(reversed(REVISIONS))


def test_a_new_file_has_the_newest_schema(empty_file: Path) -> None:
    with closing(connect_sqlite(empty_file, "ro")) as connection:
        assert revision_of(connection) == CURRENT.newest


def test_a_file_without_schema_is_not_a_study(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE alembic_versions (version_num)")

        assert revision_of(connection) is None


def test_upgrading_what_is_up_to_date_changes_nothing(empty_file: Path) -> None:
    before = empty_file.read_bytes()
    upgrade_file(empty_file)

    assert empty_file.read_bytes() == before


@pytest.mark.parametrize("module", sorted(MIGRATIONS.glob("versions/v*.py")), ids=lambda m: m.name)
def test_a_migration_imports_nothing_of_today_s_code(module: Path) -> None:
    assert "practicecoder" not in module.read_text(encoding="utf-8")
