from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from practicecoder.domain.coding import CodeMark, Coding, CodingRole, CountingMode, Note, Rating
from practicecoder.domain.coding_changes import (
    CodingChange,
    CountingChange,
    MarkChange,
    NoteChange,
    RatingChange,
    UnblindedChange,
    applied,
)
from practicecoder.domain.ids import CoderId, CodingId, Fingerprint
from practicecoder.domain.sessions import Recording
from practicecoder.errors import StudyDamagedError
from practicecoder.storage.audio_store import fingerprint_of
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.history import first_changes
from practicecoder.storage.study_folder import StudyStore

AT = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
SOUND = b"made-up sound"
CHANGES: list[CodingChange] = [
    RatingChange("d1", Rating.rated(2)),
    RatingChange("d1", Rating.rated(3)),
    NoteChange("n1", Note(note_id="n1", text="made-up note")),
    CountingChange(CountingMode.VOLLEY),
    MarkChange("m1", CodeMark(mark_id="m1", count_id="question", at_ms=3, end_ms=9)),
    UnblindedChange(True),
]


@pytest.fixture
def coded(store: StudyStore, coding: Coding, tmp_path: Path) -> StudyStore:
    """A study with one recording, one coding made by acts and one that came in as a whole."""
    source = tmp_path / "made up.wav"
    source.write_bytes(SOUND)
    fingerprint = fingerprint_of(source)
    stored_name = store.audio.adopt(source, fingerprint, ".wav")
    brought = replace(
        coding,
        coding_id=CodingId("coding-2"),
        coder_id=CoderId("C1"),
        role=CodingRole.DOUBLE,
        ratings={"d1": Rating.rated(5)},
    )
    with store.transaction() as unit:
        unit.sessions.add_recording(
            Recording(
                fingerprint=fingerprint,
                stored_name=stored_name,
                duration_ms=1,
                sample_count=8,
                sample_rate=8000,
                channels=1,
                codec="made up",
                size_bytes=len(SOUND),
            )
        )
        unit.codings.add(coding)
        unit.codings.add(brought)
        empty = replace(brought, ratings={})
        unit.record_changes(empty, first_changes(brought), at=AT, actor=None)
    with store.transaction() as unit:
        unit.record_changes(coding, CHANGES, at=AT, actor=coding.coder_id)
        unit.codings.save(
            applied(coding, CHANGES), expected_version=coding.version, changes=CHANGES
        )
    return store


def test_a_sound_study_has_no_problems(coded: StudyStore) -> None:
    assert coded.check() == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ratings SET value = 4 WHERE coding_id = 'coding-1'",
        "DELETE FROM ratings WHERE coding_id = 'coding-1'",
        "UPDATE notes SET text = 'forged'",
        "UPDATE marks SET end_ms = NULL",
        "UPDATE marks SET speaker = 'forged'",
        "UPDATE marks SET note = 'forged'",
        "UPDATE codings SET counting = 'tally' WHERE coding_id = 'coding-1'",
        "UPDATE codings SET counting = NULL",
        "UPDATE codings SET unblinded = 0",
        "INSERT INTO ratings VALUES ('coding-1', 'd2', 'rated', 4, NULL, '', 0)",
    ],
)
def test_a_coding_that_was_changed_past_its_history_is_found(
    coded: StudyStore, statement: str
) -> None:
    with closing(connect_sqlite(coded.path / "study.db", "rw")) as connection:
        connection.execute(statement)
    (problem,) = coded.check()

    assert problem.key == "coding-1"
    assert "history" in problem.what


@pytest.mark.parametrize("new", ["'{'", '\'{"state": "unheard of"}\'', "'[1]'"])
def test_a_history_that_cannot_be_read_is_found(coded: StudyStore, new: str) -> None:
    with closing(connect_sqlite(coded.path / "study.db", "rw")) as connection:
        first = "(SELECT min(position) FROM history WHERE coding_id = 'coding-1')"
        connection.execute("DROP TRIGGER history_no_update")
        connection.execute(f"UPDATE history SET new = {new} WHERE position = {first}")

    state, chain, rules = coded.check()
    assert state.key == "coding-1"
    assert "coding-1" not in chain.sentence()
    assert "primary coding of session S1 by C1: entry 1 does not say any more" in chain.what
    assert rules.what.startswith("The rules of the database")


def rename(file: Path) -> None:
    file.rename(file.with_name("elsewhere.wav"))


def alter(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[3] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize(("harm", "what"), [(rename, "missing"), (alter, "altered")])
def test_a_recording_that_is_not_as_it_was_is_found(
    coded: StudyStore, harm: Callable[[Path], None], what: str
) -> None:
    fingerprint = Fingerprint(hashlib.sha256(SOUND).hexdigest())
    harm(coded.audio_dir / f"{fingerprint}.wav")
    (problem,) = coded.check()

    assert what in problem.what
    assert problem.file == f"audio/{fingerprint}.wav"


def test_damage_is_found_while_the_study_is_open(coded: StudyStore) -> None:
    file = StudyFolder(coded.path).database
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xff" * 4096
    file.write_bytes(content)
    problems = coded.check()

    assert problems
    assert all("damaged" in problem.what for problem in problems)
    with pytest.raises(StudyDamagedError):
        coded.close()


def test_a_row_that_points_nowhere_is_found(coded: StudyStore) -> None:
    with closing(connect_sqlite(coded.path / "study.db", "rw")) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("UPDATE notes SET coding_id = 'none'")
    (problem,) = coded.check()

    assert "a row of notes refers to a missing row of codings" in problem.what
    with pytest.raises(StudyDamagedError):
        coded.close()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DROP TABLE outcomes", "the table outcomes is missing"),
        ("DROP TABLE history_heads", "the table history_heads is missing"),
        ("ALTER TABLE workers RENAME COLUMN role TO x", "the table workers lacks role"),
        (
            "ALTER TABLE outcomes RENAME TO x; CREATE VIEW outcomes AS SELECT * FROM x",
            "the table outcomes is missing",
        ),
    ],
)
def test_a_table_that_is_not_there_is_told(coded: StudyStore, statement: str, fault: str) -> None:
    with closing(connect_sqlite(coded.folder.database, "rw")) as connection:
        connection.execute("PRAGMA foreign_keys=OFF").fetchall()
        for one in statement.split(";"):
            connection.execute(one)

    assert [p.what for p in coded.check()] == [f"The database is damaged: {fault}."]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("history.salt", "'text'"),
        ("history.coding_id", "x'00ff'"),
        ("history.at", "x'00ff'"),
        ("history.kind", "CAST(x'ff' AS TEXT)"),
        ("history_heads.seal", "CAST(x'ff' AS TEXT)"),
        ("notes.text", "CAST(x'ff' AS TEXT)"),
    ],
)
def test_values_of_another_kind_than_their_column_are_told(
    coded: StudyStore, column: str, value: str
) -> None:
    """SQLite takes any value into any column; the driver, or the program, cannot read it."""
    table, _, name = column.partition(".")
    with closing(connect_sqlite(coded.path / "study.db", "rw")) as connection:
        connection.execute("DROP TRIGGER history_no_update")
        connection.execute(f"UPDATE {table} SET {name} = {value}")

    told = [problem.what for problem in coded.check()]

    assert any(column in what or "does not say any more" in what for what in told)
