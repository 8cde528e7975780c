"""A disk that fails harms nothing that was acknowledged, and is told at once and in our words."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from practicecoder.domain.ids import BlindCode, CoderId, OfficeId, SessionId
from practicecoder.domain.people import Coder, Office
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import (
    ConflictError,
    DiskFailingError,
    DiskFullError,
    NotWritableError,
    PracticeCoderError,
    StoreBusyError,
    StoreFailedError,
    StudyDamagedError,
    StudyInUseError,
)
from practicecoder.storage.copies import faults_of
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.failures import BrokenRuleError, disk_told, told

pytestmark = pytest.mark.usefixtures("disk_waited_for")

SECRET = "Zebedee Canary"


@pytest.fixture
def file(tmp_path: Path, empty_file: Path) -> Path:
    return Path(shutil.copy(empty_file, tmp_path / "study.db"))


@pytest.fixture
def on_disk(file: Path) -> Iterator[Database]:
    with closing(Database.on_file(file, read_only=False, path=file.parent)) as database:
        yield database


def add_office(database: Database, name: str) -> None:
    with database.transaction() as unit:
        unit.people.add_office(Office(office_id=OfficeId(name)))


def offices(database: Database) -> list[str]:
    with database.reading() as unit:
        return [office.office_id for office in unit.people.offices()]


def set_on_writer(database: Database, pragma: str) -> None:
    assert database.writer is not None
    with database.writer.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}").fetchall()


def test_a_full_disk_keeps_every_acknowledged_act(on_disk: Database, file: Path) -> None:
    set_on_writer(on_disk, f"max_page_count={file.stat().st_size // 4096 + 3}")
    acknowledged = []

    def fill() -> None:
        for number in range(1000):
            name = f"{number:04}-{'x' * 500}"
            add_office(on_disk, name)
            acknowledged.append(name)

    with pytest.raises(StoreFailedError, match="the disk is full"):
        fill()

    assert len(acknowledged) > 3
    assert offices(on_disk) == acknowledged
    assert faults_of(file) == ()


def test_writing_goes_on_when_there_is_room_again(on_disk: Database, file: Path) -> None:
    set_on_writer(on_disk, f"max_page_count={file.stat().st_size // 4096}")
    with pytest.raises(StoreFailedError):
        add_office(on_disk, "x" * 20_000)
    set_on_writer(on_disk, "max_page_count=100000")
    on_disk.probe()
    add_office(on_disk, "made up")

    assert offices(on_disk) == ["made up"]


FAILING_DISK = """
import resource, signal, sys
from pathlib import Path
from practicecoder.domain.ids import OfficeId
from practicecoder.domain.people import Office
from practicecoder.errors import StoreFailedError
from practicecoder.storage.database import Database

file = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = file.stat().st_size + 9000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
database = Database.on_file(file, read_only=False, path=file.parent)
for number in range(1000):
    try:
        with database.transaction() as unit:
            unit.people.add_office(Office(office_id=OfficeId(f"{number:04}-{'x' * 500}")))
    except StoreFailedError as error:
        print(number, error.why)
        break
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of files are a matter of POSIX")
def test_a_failing_disk_keeps_every_acknowledged_act(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING_DISK, str(file)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    acknowledged, _, why = done.stdout.strip().partition(" ")

    assert why == "the disk reported an error"
    assert int(acknowledged) > 3
    with closing(Database.on_file(file, read_only=False, path=file.parent)) as database:
        assert len(offices(database)) == int(acknowledged)
    assert faults_of(file) == ()


def test_a_database_that_others_hold_is_in_use(on_disk: Database, file: Path) -> None:
    add_office(on_disk, "made up")
    set_on_writer(on_disk, "busy_timeout=0")
    with closing(connect_sqlite(file, "rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StudyInUseError):
            add_office(on_disk, "more")

    assert offices(on_disk) == ["made up"]


def test_a_commit_that_a_reader_holds_up_is_taken_back(on_disk: Database, file: Path) -> None:
    set_on_writer(on_disk, "busy_timeout=0")
    with closing(connect_sqlite(file, "ro")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM offices").fetchall()
        with pytest.raises(StudyInUseError):
            add_office(on_disk, "made up")
        reader.execute("COMMIT")
    add_office(on_disk, "made up later")

    assert offices(on_disk) == ["made up later"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_FULL, DiskFullError),
        (sqlite3.SQLITE_IOERR_FSYNC, DiskFailingError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, NotWritableError),
        (sqlite3.SQLITE_CANTOPEN, NotWritableError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreBusyError),
        (sqlite3.SQLITE_LOCKED, StoreBusyError),
        (sqlite3.SQLITE_CORRUPT_INDEX, StudyDamagedError),
        (sqlite3.SQLITE_NOTADB, StudyDamagedError),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, ConflictError),
        (sqlite3.SQLITE_CONSTRAINT_CHECK, BrokenRuleError),
        (sqlite3.SQLITE_MISUSE, BrokenRuleError),
    ],
)
def test_each_kind_of_trouble_has_its_error(
    tmp_path: Path, code: int, expected: type[Exception]
) -> None:
    trouble = sqlite3.OperationalError("made up")
    trouble.sqlite_errorcode = code
    with pytest.raises(expected), told(tmp_path):
        raise trouble


def test_five_kinds_of_trouble_have_five_texts(tmp_path: Path) -> None:
    told_texts = set()
    for code in (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_READONLY,
    ):
        trouble = sqlite3.OperationalError("made up")
        trouble.sqlite_errorcode = code
        with pytest.raises(PracticeCoderError) as refused, told(tmp_path):
            raise trouble
        told_texts.add(refused.value.user_message)

    assert len(told_texts) == 5
    assert all("made up" not in text for text in told_texts)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EIO, "the disk reported an error"),
        (errno.EROFS, "the disk or the file cannot be written"),
    ],
)
def test_trouble_with_files_is_told_alike(number: int, why: str) -> None:
    with pytest.raises(StoreFailedError) as refused, disk_told():
        raise OSError(number, "made up")

    assert refused.value.why == why


def test_no_error_tells_what_was_to_be_stored(database: Database) -> None:
    stray = PracticeSession(
        session_id=SessionId(SECRET), blind_code=BlindCode(SECRET), office_id=OfficeId(SECRET)
    )
    with database.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId(SECRET)))

    def add_again() -> None:
        with database.transaction() as unit:
            unit.people.add_coder(Coder(coder_id=CoderId(SECRET)))

    def add_stray() -> None:
        with database.transaction() as unit:
            unit.sessions.add(stray)

    for act, expected in [(add_again, ConflictError), (add_stray, BrokenRuleError)]:
        with pytest.raises(expected) as refused:
            act()
        text = "".join(traceback.format_exception(refused.value))
        assert SECRET not in text


def test_a_broken_rule_is_named(database: Database) -> None:
    with pytest.raises(BrokenRuleError) as refused, database.transaction() as unit:
        unit.sessions.add(
            PracticeSession(
                session_id=SessionId("S9"), blind_code=BlindCode("b"), office_id=OfficeId("none")
            )
        )

    assert refused.value.rule in ("FOREIGN KEY constraint failed", "fk_sessions_office_id")


def test_text_that_is_no_text_is_named_by_its_column_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        query = f"SELECT CAST('{SECRET}' || x'ff' AS TEXT) AS named"
        with pytest.raises(BrokenRuleError) as refused, told(tmp_path, reading=True):
            connection.execute(query).fetchall()

    assert "named" in refused.value.rule
    assert SECRET not in refused.value.rule
