from __future__ import annotations

import os
import shutil
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from practicecoder.domain.history import HistoryKind
from practicecoder.errors import EncryptedFileError
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.restoring import restore
from practicecoder.storage.sealing import (
    ENCRYPTED_KEY_FILE,
    KEY_FILE,
    NEW_KEY,
    forget_plain_key,
    keep_key_encrypted,
    seal_to_read,
    seal_to_write,
)
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.study_key import StudyKey

OLDER = Path(__file__).parents[1] / "studies" / "v0003"
AT = datetime(2026, 3, 4, tzinfo=UTC)
CHAINS = ["chain of one", "chain of another"]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A study that an older program made, with a history that nothing binds."""
    return Path(shutil.copytree(OLDER, tmp_path / "older"))


def kinds(path: Path) -> list[HistoryKind]:
    with closing(StudyStore.open(path, read_only=True)) as store, store.reading() as unit:
        return [entry.kind for entry in unit.history.all()]


def check(path: Path) -> list[str]:
    with closing(StudyStore.open(path, read_only=True)) as store:
        return [problem.what for problem in store.check()]


def test_what_an_older_program_recorded_is_sealed_once_and_that_is_on_record(older: Path) -> None:
    StudyStore.open(older).close()
    first = kinds(older)
    StudyStore.open(older).close()

    assert first.count(HistoryKind.HISTORY_SEALED) == 1
    assert kinds(older) == first
    assert check(older) == []


@pytest.mark.skipif(os.name == "nt", reason="rights of files are lists on Windows")
def test_the_key_is_for_its_user_s_eyes_and_in_no_backup(store: StudyStore) -> None:
    backup = store.backup()
    key = store.path / KEY_FILE

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_bytes() not in backup.read_bytes()
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]


def test_a_history_that_lost_its_seals_is_not_sealed_anew(older: Path) -> None:
    StudyStore.open(older).close()
    with closing(connect_sqlite(older / "study.db", "rw")) as connection:
        connection.execute("DROP TRIGGER history_no_update")
        connection.execute("UPDATE history SET mac = NULL, parent_id = NULL")
        connection.execute("DELETE FROM history_heads")
    StudyStore.open(older).close()

    assert any("is not sealed" in what for what in check(older))


def test_a_lost_key_is_made_anew_and_told(older: Path) -> None:
    StudyStore.open(older).close()
    (older / KEY_FILE).unlink()
    assert "The key of the history is missing" in check(older)[0]
    store = StudyStore.open(older)
    with closing(store), store.reading() as unit:
        last = unit.history.all()[-1]

    assert (last.kind, last.item) == (HistoryKind.HISTORY_SEALED, NEW_KEY)
    assert any("seal" in what for what in check(older))


@pytest.mark.parametrize("content", [b"", b"too short"])
def test_a_damaged_key_is_no_key(store: StudyStore, content: bytes) -> None:
    (store.path / KEY_FILE).write_bytes(content)

    assert seal_to_read(StudyFolder(store.path)) is None


def test_sealing_that_was_interrupted_goes_on_with_the_same_key(older: Path) -> None:
    StudyStore.open(older).close()
    key = older / KEY_FILE
    shutil.copytree(OLDER, older, dirs_exist_ok=True)
    key.rename(older / "history.key.making")
    kept = (older / "history.key.making").read_bytes()
    StudyStore.open(older).close()

    assert key.read_bytes() == kept
    assert check(older) == []


def test_the_key_goes_on_when_a_study_is_encrypted_later(tmp_path: Path) -> None:
    plain, key = StudyFolder(tmp_path), StudyKey.new()
    (tmp_path / KEY_FILE).write_bytes(b"k" * 32)
    before = seal_to_read(plain)
    keep_key_encrypted(plain, key)
    forget_plain_key(plain)
    after = seal_to_read(StudyFolder(tmp_path, key))

    assert before is not None
    assert after is not None
    assert before.chains(CHAINS) == after.chains(CHAINS)
    assert sorted(file.name for file in tmp_path.iterdir()) == [ENCRYPTED_KEY_FILE]
    assert b"k" * 32 not in (tmp_path / ENCRYPTED_KEY_FILE).read_bytes()
    with pytest.raises(EncryptedFileError):
        seal_to_read(StudyFolder(tmp_path, StudyKey.new()))


def test_a_study_that_was_encrypted_from_the_start_derives_its_key(tmp_path: Path) -> None:
    key = StudyKey.new()
    first, again = (seal_to_write(StudyFolder(tmp_path, key)) for _ in range(2))

    assert first.chains(CHAINS) == again.chains(CHAINS)
    assert first.chains(CHAINS) != seal_to_write(StudyFolder(tmp_path)).chains(CHAINS)
    assert [file.name for file in tmp_path.iterdir()] == ["history.key.making"]


def test_sealing_that_was_interrupted_behind_its_end_is_not_taken_for_a_lost_key(
    older: Path,
) -> None:
    StudyStore.open(older).close()
    (older / KEY_FILE).rename(older / "history.key.making")
    first = kinds(older)
    StudyStore.open(older).close()

    assert kinds(older) == first
    assert check(older) == []


def test_a_backup_from_before_there_were_seals_is_sealed_when_it_comes_back(older: Path) -> None:
    backup = older / "backups" / "study-20260101T000000000000Z.db"
    backup.parent.mkdir()
    shutil.copy(older / "study.db", backup)
    StudyStore.open(older).close()
    restore(StudyFolder(older), backup, AT)
    StudyStore.open(older).close()

    assert kinds(older).count(HistoryKind.HISTORY_SEALED) == 1
    assert check(older) == []


def test_a_study_put_in_place_past_the_program_is_not_sealed(older: Path) -> None:
    """What looks as if an older program had made it is told where there is a key already."""
    before = (older / "study.db").read_bytes()
    StudyStore.open(older).close()
    (older / "study.db").write_bytes(before)
    StudyStore.open(older).close()

    assert any("is not sealed" in what for what in check(older))
