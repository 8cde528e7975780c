"""What every test gets: no screen, no traces of the user's settings, no stray log lines."""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from hypothesis import settings
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from sqlalchemy import Dialect, Engine, create_engine

from practicecoder.services.demonstration import make_demonstration
from practicecoder.storage import engine as connections
from practicecoder.storage import study_folder as studies_on_disk
from practicecoder.storage.engine import (
    SETTINGS,
    AnyDatabaseFile,
    connect_sqlite,
    database_file,
)
from practicecoder.storage.schema import upgrade_file
from practicecoder.vault.container_header import KeyMaking
from practicecoder.vault.slots import Cost

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false")

settings.register_profile("suite", max_examples=50)
settings.load_profile("suite")  # laws that need more examples say so


class Making(NamedTuple):
    """Each report of a study that was made, and names in the folder that it was made in.

    A report is the share done, what is being done, and whether the study is there.
    """

    told: list[tuple[float, str, bool]]
    beside: list[str]


GUI_FIXTURES = frozenset({"qtbot", "qapp", "qtmodeltester"})
GUI_FOLDERS = ("tests/ui/", "tests/journeys/")
FULL_SEARCH_EVERY = 100
_SEARCHES = pytest.StashKey[int]()


def pytest_sessionstart() -> None:
    """Have a message handler in force that is never taken away.

    pytest-qt puts its own in force for each part of a test and takes it away again. A thread of
    Qt Multimedia that warns at that moment would call a handler that is gone, and the process
    ends; with this one beneath, there always is one to call.
    """
    qInstallMessageHandler(_tell_message)


def _tell_message(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    sys.stderr.write(f"{text}\n")


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Search for unreachable objects here, in the main thread; see :func:`garbage_in_one_thread`.

    Everything is searched now and then, the objects of the last tests after each. What is left
    after a full search is the program itself, its libraries and compiled tests: it is not searched
    again, as that would take seconds each time.
    """
    count = item.config.stash.get(_SEARCHES, 0) + 1
    item.config.stash[_SEARCHES] = count
    if count % FULL_SEARCH_EVERY:
        gc.collect(1)
    else:
        gc.collect()
        gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def garbage_in_one_thread() -> Iterator[None]:
    """Have no search begun in a pool thread: it would destroy widgets of earlier tests there."""
    gc.disable()
    yield
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        uses_qt = not GUI_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
        if uses_qt or item.nodeid.startswith(GUI_FOLDERS):
            item.add_marker("gui")


@pytest.fixture(autouse=True)
def isolated_user(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the user's own folders out of every test."""
    home = tmp_path_factory.getbasetemp() / "home"
    for variable, folder in (
        ("HOME", home),
        ("USERPROFILE", home),
        ("XDG_CONFIG_HOME", home / "config"),
        ("XDG_DATA_HOME", home / "data"),
        ("XDG_STATE_HOME", home / "state"),
        ("XDG_CACHE_HOME", home / "cache"),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(folder))


@pytest.fixture(autouse=True)
def no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail when the program logs a warning or worse that the test did not take notice of.

    A test that expects one clears it: ``caplog.clear()`` after asserting on it.
    """
    yield
    stray = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.name.startswith("practicecoder") and record.levelno >= logging.WARNING
    ]
    assert not stray, f"unexpected log messages: {stray}"


@pytest.fixture(autouse=True, scope="session")
def tables_from_a_pattern(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give every new study a copy of one empty database, made by the real steps.

    The steps take most of the time that making a study takes. Tests of the making itself ask for
    ``tables_by_steps``.
    """
    pattern = tmp_path_factory.mktemp("pattern") / "study.sqlite"

    def copied(new: AnyDatabaseFile) -> None:
        file, key = database_file(new).path, database_file(new).key
        if not pattern.exists():
            connect_sqlite(pattern, "rwc").close()
            upgrade_file(pattern)
        if key is not None:
            fill_encrypted(new, pattern)
            return
        assert not file.stat().st_size, "only a new study gets the pattern's tables"
        shutil.copyfile(pattern, file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(studies_on_disk, "upgrade_file", copied)
        yield


def fill_encrypted(new: AnyDatabaseFile, pattern: Path) -> None:
    """Copy the tables of a plain database into a new encrypted one."""
    with closing(connect_sqlite(new, "rw")) as connection:
        connection.execute("ATTACH DATABASE ? AS pattern KEY ''", (str(pattern),))
        connection.execute("SELECT sqlcipher_export('main', 'pattern')").fetchall()
        connection.execute("DETACH DATABASE pattern")


@pytest.fixture
def tables_by_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the tables of new studies as a person's are made."""
    monkeypatch.setattr(studies_on_disk, "upgrade_file", upgrade_file)


@pytest.fixture(autouse=True, scope="session")
def passphrases_tried_quickly() -> Iterator[None]:
    """Let a try of a passphrase cost next to nothing; programs that a test starts pay in full."""
    with pytest.MonkeyPatch.context() as patch:
        cheap = partial(Cost, memory_kib=64, passes=1, lanes=1)
        patch.setattr("practicecoder.vault.key_file.Cost", cheap)
        sealing = partial(KeyMaking, memory_kib=19 * 1024, passes=2, lanes=1)
        patch.setattr("practicecoder.vault.container.KeyMaking", sealing)
        yield


@pytest.fixture(autouse=True, scope="session")
def disk_not_waited_for() -> Iterator[None]:
    """Commit without waiting for the disk: what a test sees is the same, as no power fails.

    Tests of the connections themselves ask for ``disk_waited_for``; programs that a test starts
    have the real settings anyway.
    """
    hasty = MappingProxyType({**SETTINGS, "synchronous": "OFF"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "SETTINGS", hasty)
        yield


@pytest.fixture(autouse=True, scope="session")
def queries_worded_once() -> Iterator[None]:
    """Let all studies of a process share the SQL that their queries were worded in.

    A person opens a study or two; tests open thousands, and wording every query anew for each took
    a large part of their time. What is run, and on which connection, is the same.
    """
    dialects: dict[object, Dialect] = {}
    worded: dict[object, object] = {}

    def create(url: str, **how: Any) -> Engine:  # as SQLAlchemy's own
        engine = create_engine(url, execution_options={"compiled_cache": worded}, **how)
        engine.dialect = dialects.setdefault((url, how.get("module")), engine.dialect)
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "create_engine", create)
        yield


@pytest.fixture
def disk_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connect to databases with the settings that a person's study has."""
    monkeypatch.setattr(connections, "SETTINGS", SETTINGS)


@pytest.fixture(scope="session")
def demonstration_pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the demonstration study, to be read and copied only.

    Making it takes seconds: workers that run side by side share it.
    """
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demonstration"
    if not place.exists():
        target = tmp_path_factory.mktemp("making") / "study"
        told: list[tuple[float, str, bool]] = []
        make_demonstration(
            target, progress=lambda share, text: told.append((share, text, target.exists()))
        )
        beside = [path.name for path in target.parent.iterdir()]
        making_file(place).write_text(json.dumps([told, beside]), encoding="utf-8")
        with contextlib.suppress(OSError):  # another worker was quicker
            target.rename(place)
    return place


@pytest.fixture(scope="session")
def demonstration_making(demonstration_pattern: Path) -> Making:
    """How the demonstration study was made."""
    told, beside = json.loads(making_file(demonstration_pattern).read_text(encoding="utf-8"))
    return Making(told, beside)


def making_file(pattern: Path) -> Path:
    """File that says how the demonstration study was made."""
    return pattern.with_name("demonstration-making.json")


@pytest.fixture
def demonstration(demonstration_pattern: Path, tmp_path: Path) -> Path:
    """Folder of a demonstration study of the test's own."""
    return Path(shutil.copytree(demonstration_pattern, tmp_path / "demonstration"))


@pytest.fixture
def study_folder(tmp_path: Path) -> Path:
    """Place for a new study."""
    return tmp_path / "study"
