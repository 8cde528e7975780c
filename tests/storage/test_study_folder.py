from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from practicecoder.domain.ids import CoderId, OfficeId
from practicecoder.domain.people import Coder, Office
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import (
    BackupFailedError,
    ReadOnlyStudyError,
    StudyClosedError,
    StudyDamagedError,
    StudyExistsError,
    StudyInUseError,
    StudyLocationError,
    StudyNeedsWritingError,
    StudyNotFoundError,
    StudyNotMadeError,
    StudyTooNewError,
)
from practicecoder.storage import study_folder
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.schema import CURRENT, Schema
from practicecoder.storage.study_folder import StudyStore

pytestmark = pytest.mark.usefixtures("tables_by_steps", "disk_waited_for")

ROOT = Path(__file__).parents[2]


def snapshot(path: Path) -> dict[str, tuple[bytes, int]]:
    """Content and time of every file, to show that nothing was written."""
    return {
        str(file.relative_to(path)): (
            file.read_bytes() if file.is_file() else b"",
            file.stat().st_mtime_ns,
        )
        for file in [path, *path.rglob("*")]
    }


def add_coder(store: StudyStore, name: str) -> None:
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId(name)))


def coders(store: StudyStore) -> list[str]:
    with store.reading() as unit:
        return [coder.coder_id for coder in unit.people.coders()]


def set_revision(folder: StudyFolder, revision: str) -> None:
    with closing(connect_sqlite(folder.database, "rw")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))


# Making a study


def test_a_new_study_holds_its_record_and_codebook(study_path: Path, record: StudyRecord) -> None:
    store = StudyStore.create(study_path, record, "text of the codebook")
    with store.reading() as unit:
        assert unit.study.load() == record
        assert unit.study.codebook_text(record.codebook) == "text of the codebook"
    assert not store.read_only
    assert store.path == study_path
    assert sorted(path.name for path in study_path.iterdir()) == [
        "audio",
        "backups",
        "cache",
        "history.key",
        "lock",
        "study.db",
    ]
    assert (store.audio_dir, store.cache_dir) == (study_path / "audio", study_path / "cache")
    store.close()


def test_a_study_may_be_made_in_an_empty_folder_or_deep_down(
    tmp_path: Path, record: StudyRecord
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for path in (empty, tmp_path / "not" / "there" / "yet"):
        StudyStore.create(path, record, "text").close()
        StudyStore.open(path).close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_only_its_maker_can_look_into_a_new_study(store: StudyStore) -> None:
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o700


@pytest.mark.parametrize("thing", ["file in it", "file", "study"])
def test_a_place_that_is_taken_is_left_alone(
    tmp_path: Path, record: StudyRecord, thing: str
) -> None:
    path = tmp_path / "place"
    match thing:
        case "file in it":
            path.mkdir()
            (path / "notes.txt").write_text("made up")
        case "file":
            path.write_text("made up")
        case _:
            StudyStore.create(path, record, "text").close()
    before = snapshot(tmp_path)
    with pytest.raises(StudyExistsError):
        StudyStore.create(path, record, "text")

    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("existed", [False, True])
def test_a_study_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, record: StudyRecord, monkeypatch: pytest.MonkeyPatch, existed: bool
) -> None:
    def fail(file: Path) -> None:
        raise OSError(28, "made up")

    path = tmp_path / "study"
    if existed:
        path.mkdir()
    before = [str(file) for file in tmp_path.rglob("*")]
    monkeypatch.setattr(study_folder, "upgrade_file", fail)
    with pytest.raises(StudyNotMadeError, match="the disk is full"):
        StudyStore.create(path, record, "text")

    assert [str(file) for file in tmp_path.rglob("*")] == before


def test_no_study_is_made_in_a_synchronised_folder(tmp_path: Path, record: StudyRecord) -> None:
    with pytest.raises(StudyLocationError, match="Dropbox"):
        StudyStore.create(tmp_path / "Dropbox" / "study", record, "text")

    assert list(tmp_path.iterdir()) == []


# Opening a study


def test_what_was_written_is_there_after_reopening(store: StudyStore) -> None:
    add_coder(store, "C2")
    store.close()
    reopened = StudyStore.open(store.path)

    assert coders(reopened) == ["C1", "C2"]
    reopened.close()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("thing", ["nothing", "empty folder", "file"])
def test_where_there_is_no_study_none_is_opened(
    tmp_path: Path, thing: str, read_only: bool
) -> None:
    path = tmp_path / "place"
    if thing == "empty folder":
        path.mkdir()
    elif thing == "file":
        path.touch()
    before = snapshot(tmp_path)
    with pytest.raises(StudyNotFoundError):
        StudyStore.open(path, read_only=read_only)

    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_study_is_not_touched(closed_study: StudyFolder, read_only: bool) -> None:
    set_revision(closed_study, "9999")
    before = snapshot(closed_study.path)
    with pytest.raises(StudyTooNewError):
        StudyStore.open(closed_study.path, read_only=read_only)

    assert snapshot(closed_study.path) == before


def test_an_older_study_is_not_read_before_it_was_upgraded(
    closed_study: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = Schema(revisions=(*CURRENT.revisions, "made_up"))
    monkeypatch.setattr(study_folder, "CURRENT", newer)
    before = snapshot(closed_study.path)
    with pytest.raises(StudyNeedsWritingError):
        StudyStore.open(closed_study.path, read_only=True)

    assert snapshot(closed_study.path) == before


def overwrite(file: Path, share: float) -> None:
    content = bytearray(file.read_bytes())
    start = int(len(content) * share) // 4096 * 4096
    content[start : start + 4096] = b"\xff" * 4096
    file.write_bytes(content)


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_a_damaged_study_is_not_opened(
    closed_study: StudyFolder, share: float, read_only: bool
) -> None:
    overwrite(closed_study.database, share)
    before = closed_study.database.read_bytes()
    with pytest.raises(StudyDamagedError):
        StudyStore.open(closed_study.path, read_only=read_only)

    assert closed_study.database.read_bytes() == before
    assert not closed_study.lock.exists()


@pytest.mark.parametrize("read_only", [False, True])
def test_another_program_s_database_is_not_opened(tmp_path: Path, read_only: bool) -> None:
    with closing(sqlite3.connect(tmp_path / "study.db")) as connection:
        connection.execute("CREATE TABLE things (name)")
    before = snapshot(tmp_path)
    with pytest.raises(StudyDamagedError, match="not a study of practicecoder"):
        StudyStore.open(tmp_path, read_only=read_only)

    assert snapshot(tmp_path) == before


def test_a_study_is_written_by_one_window_and_read_by_others(store: StudyStore) -> None:
    with pytest.raises(StudyInUseError):
        StudyStore.open(store.path)
    reader = StudyStore.open(store.path, read_only=True)
    add_coder(store, "C2")

    assert coders(reader) == ["C1", "C2"]
    reader.close()


def test_a_study_in_a_synchronised_folder_is_only_read(
    closed_study: StudyFolder, tmp_path: Path
) -> None:
    path = tmp_path / "Nextcloud" / "study"
    shutil.copytree(closed_study.path, path)
    before = snapshot(path)
    with pytest.raises(StudyLocationError, match="Nextcloud"):
        StudyStore.open(path)
    reader = StudyStore.open(path, read_only=True)
    assert coders(reader) == ["C1"]
    reader.close()

    assert snapshot(path) == before


def test_reading_writes_nothing_at_all(closed_study: StudyFolder) -> None:
    before = snapshot(closed_study.path)
    reader = StudyStore.open(closed_study.path, read_only=True)
    assert reader.read_only
    assert coders(reader) == ["C1"]
    assert reader.check() == ()
    during = snapshot(closed_study.path)
    reader.close()

    assert before == during == snapshot(closed_study.path)


def refused_acts() -> list[Callable[[StudyStore, Path], object]]:
    def adopt(store: StudyStore, file: Path) -> object:
        from practicecoder.storage.audio_store import fingerprint_of

        return store.audio.adopt(file, fingerprint_of(file), ".wav")

    return [
        lambda store, _: add_coder(store, "C2"),
        lambda store, _: store.backup(),
        adopt,
    ]


@pytest.mark.parametrize("act", refused_acts(), ids=["writing", "backup", "adopting"])
def test_a_study_that_is_read_cannot_be_changed(
    closed_study: StudyFolder, tmp_path: Path, act: Callable[[StudyStore, Path], object]
) -> None:
    sound = tmp_path / "made up.wav"
    sound.write_bytes(b"made up")
    reader = StudyStore.open(closed_study.path, read_only=True)
    before = snapshot(closed_study.path)
    with pytest.raises(ReadOnlyStudyError):
        act(reader, sound)

    assert snapshot(closed_study.path) == before
    reader.close()


def test_missing_folders_are_made_again(closed_study: StudyFolder) -> None:
    closed_study.cache.rmdir()
    StudyStore.open(closed_study.path).close()

    assert closed_study.cache.is_dir()


# After a crash

CRASH = """
import os, signal, sys
from pathlib import Path
from practicecoder.domain.ids import OfficeId
from practicecoder.domain.people import Office
from practicecoder.storage.study_folder import StudyStore

store = StudyStore.open(Path(sys.argv[1]))
with store._database.writer.connect() as connection:
    connection.exec_driver_sql("PRAGMA cache_size=1")
with store.transaction() as unit:
    for number in range(200):
        unit.people.add_office(Office(office_id=OfficeId(f"{number:04}" + "x" * 2000)))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def crashed(closed_study: StudyFolder) -> StudyFolder:
    """A study whose writer was killed in the middle of writing: a hot journal lies beside it."""
    done = subprocess.run(
        [sys.executable, "-c", CRASH, str(closed_study.path)], check=False, cwd=ROOT
    )
    assert done.returncode == -signal.SIGKILL
    assert closed_study.database.with_name("study.db-journal").stat().st_size > 0
    return closed_study


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_a_crash_interrupted_is_taken_back(crashed: StudyFolder) -> None:
    store = StudyStore.open(crashed.path)
    with store.reading() as unit:
        assert unit.people.offices() == ()
    assert coders(store) == ["C1"]
    assert store.check() == ()
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupted_study_is_not_read_before_it_was_repaired(crashed: StudyFolder) -> None:
    before = snapshot(crashed.path)
    with pytest.raises(StudyNeedsWritingError, match="taken back"):
        StudyStore.open(crashed.path, read_only=True)

    assert snapshot(crashed.path) == before


# Closing a study


def test_closing_makes_a_backup_if_something_was_written(store: StudyStore) -> None:
    store.close()
    store.close()

    assert len(list((store.path / "backups").iterdir())) == 1
    assert not (store.path / "lock").exists()


def test_closing_makes_no_backup_of_what_was_only_read(closed_study: StudyFolder) -> None:
    store = StudyStore.open(closed_study.path)
    coders(store)
    store.close()

    assert list(closed_study.backups.iterdir()) == []


def test_a_study_without_room_for_a_backup_is_closed_all_the_same(
    closed_study: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise OSError(28, "made up")

    store = StudyStore.open(closed_study.path)
    add_coder(store, "C2")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        with pytest.raises(BackupFailedError):
            store.close()

    assert not closed_study.lock.exists()
    assert list(closed_study.backups.iterdir()) == []
    with closing(StudyStore.open(closed_study.path)) as reopened:
        assert coders(reopened) == ["C1", "C2"]


def test_a_closed_study_cannot_be_written(store: StudyStore) -> None:
    store.close()
    with pytest.raises(StudyClosedError), store.transaction() as unit:
        unit.people.add_office(Office(office_id=OfficeId("made up")))


def test_opening_is_light() -> None:
    """The window starts with the store: no library comes along that is needed later or never."""
    code = (
        "import sys, practicecoder.storage.study_folder;"
        "print(sorted(set(sys.modules) & {'alembic', 'psycopg', 'pydantic', 'numpy', 'pandas',"
        " 'PySide6', 'mako', 'sqlalchemy.dialects.postgresql'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert done.stdout.strip() == "[]"


def test_opening_an_up_to_date_study_needs_no_migration_library(
    closed_study: StudyFolder,
) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from practicecoder.storage.study_folder import StudyStore;"
        "StudyStore.open(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(closed_study.path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert done.stdout.strip() == "False"
