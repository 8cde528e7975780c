from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from practicecoder.domain.coding import Coding
from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder
from practicecoder.errors import ConflictError, ReadOnlyStudyError, StudyClosedError
from practicecoder.storage.database import Database

OpenWindow = Callable[[], Database]
NEW = Coder(coder_id=CoderId("new"))


def coders(database: Database) -> list[str]:
    with database.reading() as unit:
        return [coder.coder_id for coder in unit.people.coders()]


def test_what_a_transaction_did_is_there_for_every_window(open_window: OpenWindow) -> None:
    with open_window().transaction() as unit:
        unit.people.add_coder(NEW)

    assert "new" in coders(open_window())


def test_an_error_takes_the_whole_transaction_back(database: Database, coding: Coding) -> None:
    def fail() -> None:
        with database.transaction() as unit:
            unit.people.add_coder(NEW)
            unit.codings.add(coding)
            raise LookupError("made up")

    with pytest.raises(LookupError, match="made up"):
        fail()
    assert "new" not in coders(database)
    with database.reading() as unit:
        assert unit.codings.all() == ()


def test_a_refused_row_takes_the_whole_transaction_back(database: Database) -> None:
    with pytest.raises(ConflictError), database.transaction() as unit:
        add_twice(unit.people.add_coder)

    assert "new" not in coders(database)


def add_twice(add: Callable[[Coder], None]) -> None:
    add(NEW)
    add(NEW)


def test_nothing_is_written_while_reading(database: Database) -> None:
    with pytest.raises(ReadOnlyStudyError), database.reading() as unit:
        unit.people.add_coder(NEW)

    assert "new" not in coders(database)


def test_a_reader_sees_one_state_throughout(open_window: OpenWindow, coding: Coding) -> None:
    reader, writer = open_window(), open_window()
    with reader.reading() as unit:
        before = unit.codings.all()
        if reader.reader.dialect.name == "postgresql":  # a reader holds up writers on SQLite
            with writer.transaction() as other:
                other.codings.add(coding)
        assert unit.codings.all() == before == ()


def test_blocks_do_not_stand_within_each_other(database: Database) -> None:
    for outer in (database.transaction, database.reading):
        for inner in (database.transaction, database.reading):
            with outer(), pytest.raises(RuntimeError, match="inside another"), inner():
                pass

    assert coders(database) == ["C1", "C2"]


def test_threads_take_turns_in_writing(database: Database) -> None:
    def add(name: str) -> None:
        for number in range(5):
            with database.transaction() as unit:
                unit.people.add_coder(Coder(coder_id=CoderId(f"{name}{number}")))

    threads = [threading.Thread(target=add, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(coders(database)) == 2 + 4 * 5


def test_a_database_without_writer_refuses_transactions(
    tmp_path: Path, empty_file: Path, coding: Coding
) -> None:
    database = Database.on_file(empty_file, read_only=True, path=tmp_path)
    with pytest.raises(ReadOnlyStudyError), database.transaction() as unit:
        unit.codings.add(replace(coding))
    database.close()


def test_a_closed_database_is_not_opened_again(database: Database) -> None:
    database.close()
    with pytest.raises(StudyClosedError), database.reading():
        pass


def test_it_knows_whether_something_was_written(database: Database, empty_file: Path) -> None:
    fresh = Database.on_file(empty_file, read_only=True, path=empty_file.parent)
    coders(fresh)

    assert (fresh.has_written, database.has_written) == (False, False)
    with database.transaction() as unit:
        unit.people.add_coder(NEW)
    assert database.has_written
    fresh.close()
