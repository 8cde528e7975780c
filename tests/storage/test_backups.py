from __future__ import annotations

import errno
import os
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practicecoder.domain.ids import CoderId
from practicecoder.domain.people import Coder
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import BackupFailedError, StudyDamagedError
from practicecoder.storage.backups import KEEP_DAYS, KEEP_NEWEST, Backups, kept
from practicecoder.storage.copies import faults_of
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.study_folder import StudyStore

pytestmark = pytest.mark.usefixtures("disk_waited_for")

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


@pytest.fixture
def folder(closed_study: StudyFolder) -> StudyFolder:
    return closed_study


def damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(content)


def names(folder: StudyFolder) -> list[str]:
    return sorted(path.name for path in folder.backups.iterdir())


def test_a_backup_is_a_whole_study(store: StudyStore, tmp_path: Path, record: StudyRecord) -> None:
    backup = store.backup()
    elsewhere = tmp_path / "restored"
    elsewhere.mkdir()
    shutil.copy(backup, elsewhere / "study.db")
    restored = StudyStore.open(elsewhere)
    with restored.reading() as unit:
        assert unit.study.load() == record
        assert [coder.coder_id for coder in unit.people.coders()] == ["C1"]
        assert len(unit.sessions.all()) == 1
    restored.close()


def test_a_backup_can_be_made_while_the_study_is_open(store: StudyStore) -> None:
    first = store.backup()
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId("C2")))
    second = store.backup()

    assert names(StudyFolder(store.path)) == [first.name, second.name]
    assert faults_of(first) == faults_of(second) == ()


def test_backups_bear_the_moment_they_were_made(folder: StudyFolder) -> None:
    backup = Backups(folder).make(NOON)

    assert backup.name == "study-20260331T120000000000Z.db"
    assert Backups(folder).files() == {backup: NOON}


def test_a_damaged_study_makes_no_backup_and_displaces_none(folder: StudyFolder) -> None:
    for hour in range(KEEP_NEWEST + 2):
        Backups(folder).make(NOON + timedelta(hours=hour))
    before = names(folder)
    damage(folder.database)
    with pytest.raises(StudyDamagedError):
        Backups(folder).make(NOON + timedelta(hours=20))

    assert names(folder) == before


def test_a_copy_that_lost_rows_is_not_taken_for_a_backup(
    folder: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter([{"codings": 2}, {"codings": 1}])
    monkeypatch.setattr("practicecoder.storage.copies._rows", lambda connection: next(counts))
    with pytest.raises(StudyDamagedError):
        Backups(folder).make(NOON)

    assert names(folder) == []


def test_a_full_disk_keeps_earlier_backups(
    folder: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = Backups(folder).make(NOON)

    def fail(handle: int) -> None:
        raise OSError(errno.ENOSPC, "made up")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BackupFailedError, match="the disk is full"):
        Backups(folder).make(NOON + timedelta(hours=1))

    assert names(folder) == [earlier.name]


def test_old_backups_give_way_to_new_ones(folder: StudyFolder) -> None:
    backups = Backups(folder)
    for hour in range(KEEP_NEWEST + 3):
        backups.make(NOON + timedelta(minutes=hour))

    assert len(names(folder)) == KEEP_NEWEST
    assert names(folder)[-1] == "study-20260331T121200000000Z.db"


def test_a_damaged_backup_supersedes_no_good_one(folder: StudyFolder) -> None:
    backups = Backups(folder)
    made = [backups.make(NOON + timedelta(minutes=number)) for number in range(KEEP_NEWEST)]
    for backup in made[1:]:
        damage(backup)
    newest = backups.make(NOON + timedelta(hours=1))

    assert names(folder) == [backup.name for backup in (*made, newest)]


def test_backups_before_an_upgrade_stay(folder: StudyFolder) -> None:
    backups = Backups(folder)
    upgrade = backups.make(NOON, before="0002")
    for number in range(KEEP_NEWEST + 1):
        backups.make(NOON + timedelta(days=30, minutes=number))

    assert upgrade.name == "study-20260331T120000000000Z-before-0002.db"
    assert upgrade.exists()
    assert len(names(folder)) == KEEP_NEWEST + 1


def test_what_a_killed_backup_left_is_cleared(folder: StudyFolder) -> None:
    for name in (".making.db", ".making.db-journal"):
        (folder.backups / name).write_bytes(b"made up")
    backup = Backups(folder).make(NOON)

    assert names(folder) == [backup.name]


def test_one_backup_a_day_stays_for_two_weeks() -> None:
    made = [NOON - timedelta(hours=6 * number) for number in range(4 * 40)]
    days = {moment.date() for moment in kept(made, NOON)}

    assert days == {date(2026, 3, 31) - timedelta(days=number) for number in range(KEEP_DAYS)}
    assert len(kept(made, NOON)) == KEEP_NEWEST + KEEP_DAYS - 3


moments = st.integers(0, 31 * 24 * 60).map(lambda minutes: NOON - timedelta(minutes=minutes))


@given(made=st.lists(moments, unique=True), now=moments)
def test_the_newest_always_stay(made: list[datetime], now: datetime) -> None:
    stay = kept(made, now)

    assert set(sorted(made)[-KEEP_NEWEST:]) <= stay <= set(made)
    assert kept(stay, now) == stay
    assert len([moment for moment in stay if moment <= now]) <= KEEP_NEWEST + KEEP_DAYS
