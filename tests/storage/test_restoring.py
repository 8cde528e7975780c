"""A backup comes back whole or not at all, and what it replaces is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from practicecoder.domain.ids import CoderId, StudyId
from practicecoder.domain.people import Coder
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import BackupDamagedError, StudyDamagedError, StudyInUseError
from practicecoder.storage import restoring
from practicecoder.storage.copies import faults_of
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder, make_durable
from practicecoder.storage.restoring import backups_of, restore
from practicecoder.storage.study_folder import StudyStore

pytestmark = pytest.mark.usefixtures("disk_waited_for")

NOW = datetime(2026, 5, 6, 7, 8, 9, tzinfo=UTC)


@pytest.fixture
def folder(store: StudyStore) -> StudyFolder:
    """A closed study with coders C1 and C2, and a backup from before C2."""
    store.backup()
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("C2")))
    store.close()
    folder = StudyFolder(store.path)
    backups_of(folder)[0].path.unlink()  # the one that closing made
    return folder


def coders(folder: StudyFolder) -> list[str]:
    with closing(connect_sqlite(folder.database, "ro")) as connection:
        rows = connection.execute("SELECT coder_id FROM coders ORDER BY coder_id").fetchall()
    return [row[0] for row in rows]


def damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:8192] = os.urandom(4096)
    file.write_bytes(content)


def test_a_backup_comes_back_and_the_present_study_is_kept(folder: StudyFolder) -> None:
    (backup,) = backups_of(folder)
    aside = restore(folder, backup.path, NOW)

    assert coders(folder) == ["C1"]
    assert aside is not None
    assert aside.name == "study-20260506T070809000000Z-replaced.db"
    with closing(connect_sqlite(aside, "ro")) as connection:
        assert connection.execute("SELECT count(*) FROM coders").fetchone() == (2,)
    assert backup.path.is_file()
    assert not folder.lock.exists()
    StudyStore.open(folder.path).close()


def test_what_was_put_aside_can_itself_be_restored(folder: StudyFolder) -> None:
    (backup,) = backups_of(folder)
    aside = restore(folder, backup.path, NOW)
    newest = backups_of(folder)[0]
    restore(folder, newest.path, NOW.replace(hour=9))

    assert newest.path == aside or newest.made_at > NOW
    assert any(b.is_replaced and b.is_sound for b in backups_of(folder))
    restore(folder, next(b.path for b in backups_of(folder) if b.path == aside), NOW)
    assert coders(folder) == ["C1", "C2"]


def test_a_damaged_study_is_replaced_and_its_file_kept_as_it_is(folder: StudyFolder) -> None:
    (backup,) = backups_of(folder)
    damage(folder.database)
    broken = folder.database.read_bytes()
    with pytest.raises(StudyDamagedError):
        StudyStore.open(folder.path)
    aside = restore(folder, backup.path, NOW)

    assert coders(folder) == ["C1"]
    assert faults_of(folder.database) == ()
    assert aside is not None
    assert aside.read_bytes() == broken


def test_a_damaged_backup_is_refused_and_nothing_changes(folder: StudyFolder) -> None:
    (backup,) = backups_of(folder)
    damage(backup.path)
    before, names = folder.database.read_bytes(), sorted(folder.path.iterdir())
    with pytest.raises(BackupDamagedError, match=backup.path.name):
        restore(folder, backup.path, NOW)

    assert folder.database.read_bytes() == before
    assert not backups_of(folder)[0].is_sound
    assert sorted(folder.path.iterdir()) == names


def test_a_study_that_is_open_is_not_restored(folder: StudyFolder) -> None:
    (backup,) = backups_of(folder)
    with closing(StudyStore.open(folder.path)), pytest.raises(StudyInUseError):
        restore(folder, backup.path, NOW)


def test_a_study_without_its_database_is_restored(folder: StudyFolder) -> None:
    (backup,) = backups_of(folder)
    folder.database.unlink()

    assert restore(folder, backup.path, NOW) is None
    assert coders(folder) == ["C1"]


def test_a_journal_of_the_old_study_never_reaches_the_restored_one(folder: StudyFolder) -> None:
    (backup,) = backups_of(folder)
    journal = folder.database.with_name("study.db-journal")
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as crashed:
        crashed.execute("PRAGMA cache_size=1")
        crashed.execute("BEGIN")
        crashed.execute("UPDATE coders SET coder_id = coder_id || 'x'")
        crashed.execute("CREATE TABLE filler AS SELECT zeroblob(100000) AS content")
        shutil.copy(journal, journal.with_name("kept"))
    journal.with_name("kept").replace(journal)
    damage(folder.database)
    restore(folder, backup.path, NOW)

    assert not journal.exists()
    assert coders(folder) == ["C1"]
    assert faults_of(folder.database) == ()


STEPS: tuple[tuple[str, str], ...] = (
    ("verified_copy", "before the copy"),
    ("read_tombstones", "with the copy made"),
    ("_put_aside", "before the study has a second name"),
    ("_take_back", "while it is put aside"),
)


class PowerCutError(Exception):
    """Stands for the end of the process."""


@pytest.mark.parametrize("step", [name for name, _ in STEPS], ids=[words for _, words in STEPS])
def test_an_interruption_leaves_the_present_study(
    folder: StudyFolder, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (backup,) = backups_of(folder)

    def cut(*_: object) -> None:
        raise PowerCutError

    with monkeypatch.context() as patch:
        patch.setattr(restoring, step, cut)
        with pytest.raises(PowerCutError):
            restore(folder, backup.path, NOW)

    assert coders(folder) == ["C1", "C2"]
    StudyStore.open(folder.path).close()


def test_an_interruption_after_the_swap_leaves_the_restored_study(
    folder: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (backup,) = backups_of(folder)

    def cut(path: Path) -> None:
        if path == folder.path:
            raise PowerCutError
        make_durable(path)

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "make_durable", cut)
        with pytest.raises(PowerCutError):
            restore(folder, backup.path, NOW)

    assert coders(folder) == ["C1"]
    assert faults_of(folder.database) == ()


def test_a_disk_without_second_names_gets_a_copy(
    folder: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (backup,) = backups_of(folder)

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    aside = restore(folder, backup.path, NOW)

    assert aside is not None
    assert faults_of(aside) == ()
    assert coders(folder) == ["C1"]


def test_backups_are_listed_with_what_is_in_them(folder: StudyFolder) -> None:
    (backup,) = backups_of(folder)

    assert backup.is_sound
    assert (backup.n_sessions, backup.n_codings) == (1, 0)
    assert backup.size_bytes == backup.path.stat().st_size
    assert not backup.is_before_upgrade
    assert not backup.is_replaced


def test_a_file_that_is_no_study_is_listed_as_unusable(folder: StudyFolder) -> None:
    stray = folder.backups / "study-20200101T000000000000Z.db"
    connect_sqlite(stray, "rwc").close()
    with closing(connect_sqlite(stray, "rw")) as connection:
        connection.execute("CREATE TABLE other (id INTEGER)")

    oldest = backups_of(folder)[-1]
    assert oldest.path == stray
    assert oldest.fault == "it is not a study of practicecoder"
    assert oldest.n_sessions is None


def test_an_encrypted_study_comes_back_with_its_key_alone(
    tmp_path: Path, record: StudyRecord
) -> None:
    words = "made-up words here"
    store = StudyStore.create(tmp_path / "sealed", record, "text", passphrase=words)
    key = StudyFolder(store.path).keys.unlock(words)
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("C1")))
    backup = store.backup()
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("C2")))
    store.close()
    folder = StudyFolder(store.path, key)
    without_key = {b.path: b for b in backups_of(StudyFolder(store.path))}[backup]
    damage(folder.database)
    restore(folder, backup, NOW)

    with closing(StudyStore.open(store.path, key=key)) as back, back.reading() as unit:
        assert [coder.coder_id for coder in unit.people.coders()] == ["C1"]
    assert not without_key.is_sound
    assert b"SQLite format 3" not in folder.database.read_bytes()


def test_a_backup_of_another_study_is_told_and_refused(
    folder: StudyFolder, record: StudyRecord, tmp_path: Path
) -> None:
    other = replace(record, study_id=StudyId("another-study"))
    with closing(StudyStore.create(tmp_path / "other", other, "made-up codebook")) as store:
        foreign = store.backup()
    (own,) = backups_of(folder)
    strange = folder.backups / "study-20260101T000000000000Z.db"
    shutil.copy(foreign, strange)
    before = folder.database.read_bytes()

    faults = {backup.path: backup.fault for backup in backups_of(folder)}
    with pytest.raises(BackupDamagedError, match="another study"):
        restore(folder, strange, NOW)

    assert faults == {own.path: "", strange: "it is of another study"}
    assert folder.database.read_bytes() == before


def test_an_own_backup_comes_back_although_another_study_lies_in_the_folder(
    folder: StudyFolder, record: StudyRecord, tmp_path: Path
) -> None:
    other = replace(record, study_id=StudyId("another-study"))
    StudyStore.create(tmp_path / "other", other, "made-up codebook").close()
    shutil.copy(tmp_path / "other" / "study.db", folder.database)
    (own,) = backups_of(folder)

    restore(folder, own.path, NOW)

    assert coders(folder) == ["C1"]
