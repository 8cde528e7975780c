"""A plain study becomes an encrypted one, whatever interrupts it."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, Fingerprint, new_id
from practicecoder.domain.people import Coder
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import (
    NotAllowedError,
    StoreFailedError,
    StudyDamagedError,
    StudyInUseError,
    StudyLockedError,
    WeakPassphraseError,
)
from practicecoder.storage import encrypting
from practicecoder.storage.audio_store import fingerprint_of_sound
from practicecoder.storage.backups import Backups
from practicecoder.storage.copies import faults_of
from practicecoder.storage.encrypting import encrypt
from practicecoder.storage.engine import connect_sqlite
from practicecoder.storage.folders import StudyFolder, is_plain
from practicecoder.storage.lock import StudyLock
from practicecoder.storage.study_folder import StudyStore

PASSPHRASE = "made-up passphrase one"
CANARY = "MADE-UP-CANARY"
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
SOUNDS = [b"RIFF made-up sound %d " % number * 5000 for number in range(2)]
PRINTS = [Fingerprint(hashlib.sha256(sound).hexdigest()) for sound in SOUNDS]


@pytest.fixture
def plain(study_path: Path, record: StudyRecord, tmp_path: Path) -> StudyFolder:
    """A closed study with two recordings, a cache and two backups, all of it plain."""
    store = StudyStore.create(study_path, record, f"codebook {CANARY}")
    entry = HistoryEntry(
        entry_id=new_id(), at=NOON, actor=None, kind=HistoryKind.STUDY_CREATED, new=CANARY
    )
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId(CANARY)))
        unit.history.add(entry)
    for number, (sound, fingerprint) in enumerate(zip(SOUNDS, PRINTS, strict=True)):
        source = tmp_path / f"{number}.wav"
        source.write_bytes(sound)
        store.audio.adopt(source, fingerprint, ".wav")
    (store.cache_dir / f"{PRINTS[0]}.peaks").write_bytes(b"made-up sound seen")
    store.close()
    folder = store.folder
    for backup in folder.backups.iterdir():
        backup.unlink()
    Backups(folder).make(NOON)
    Backups(folder).make(NOON + timedelta(hours=1), before="0009")
    return folder


def files(folder: StudyFolder) -> Iterator[Path]:
    return (file for file in folder.path.rglob("*") if file.is_file())


def leaks(folder: StudyFolder) -> list[str]:
    told = (CANARY.encode(), b"made-up sound", b"SQLite format")
    return sorted(
        file.name
        for file in files(folder)
        if any(word in file.read_bytes() for word in told)
        or any(fingerprint in file.name for fingerprint in PRINTS)
    )


def check_all_there(folder: StudyFolder, secret: str | None) -> None:
    key = folder.keys.unlock(secret) if secret is not None else None
    with closing(StudyStore.open(folder.path, key=key)) as store:
        assert store.check() == ()
        with store.reading() as unit:
            assert [coder.coder_id for coder in unit.people.coders()] == [CANARY]
            assert [entry.new for entry in unit.history.all()] == [CANARY]
        for fingerprint in PRINTS:
            sound = store.audio.sound(f"{fingerprint}.wav")
            assert sound is not None
            assert fingerprint_of_sound(sound) == fingerprint


def test_everything_is_there_and_nothing_can_be_read(plain: StudyFolder) -> None:
    told: list[tuple[float, str]] = []
    history_key = (plain.path / "history.key").read_bytes()
    code = encrypt(plain, PASSPHRASE, progress=lambda share, what: told.append((share, what)))
    assert leaks(plain) == []
    assert not any(history_key in file.read_bytes() for file in files(plain))
    check_all_there(plain, PASSPHRASE)
    check_all_there(plain, str(code))
    with pytest.raises(StudyLockedError):
        StudyStore.open(plain.path)
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert "encrypting recording 2 of 2" in [what for _, what in told]


def test_backups_are_encrypted_too(plain: StudyFolder) -> None:
    names = {file.name for file in plain.backups.glob("*.db")}
    encrypt(plain, PASSPHRASE)
    key = plain.keys.unlock(PASSPHRASE)
    encrypted = StudyFolder(plain.path, key)
    assert {file.name for file in plain.backups.glob("*.db")} == names
    for backup in plain.backups.glob("*.db"):
        file = encrypted.keyed(backup)
        assert faults_of(file) == ()
        with closing(connect_sqlite(file, "ro")) as connection:
            assert connection.execute("SELECT coder_id FROM coders").fetchall() == [(CANARY,)]


def test_backups_are_removed_if_they_are_not_wanted(plain: StudyFolder) -> None:
    encrypt(plain, PASSPHRASE, keep_backups=False)
    assert list(plain.backups.glob("*.db")) == []
    assert leaks(plain) == []
    check_all_there(plain, PASSPHRASE)


def test_a_damaged_backup_is_removed(plain: StudyFolder) -> None:
    first, second = sorted(plain.backups.glob("*.db"))
    content = bytearray(first.read_bytes())
    content[4096:8192] = bytes(4096)
    first.write_bytes(content)
    encrypt(plain, PASSPHRASE)
    assert list(plain.backups.glob("*.db")) == [second]
    assert leaks(plain) == []


def test_a_study_with_damage_stays_plain(plain: StudyFolder) -> None:
    content = bytearray(plain.database.read_bytes())
    content[8192:12288] = bytes(4096)
    plain.database.write_bytes(content)
    with pytest.raises(StudyDamagedError):
        encrypt(plain, PASSPHRASE)
    assert plain.database.read_bytes() == bytes(content)
    assert not plain.keys.exists


def test_what_is_refused_changes_nothing(plain: StudyFolder) -> None:
    before = {file: file.read_bytes() for file in files(plain)}
    with pytest.raises(WeakPassphraseError):
        encrypt(plain, "short")
    with closing(StudyStore.open(plain.path)), pytest.raises(StudyInUseError):
        encrypt(plain, PASSPHRASE)
    assert {file: file.read_bytes() for file in files(plain)} == before
    encrypt(plain, PASSPHRASE)
    with pytest.raises(NotAllowedError):
        encrypt(plain, PASSPHRASE)


def test_a_cancelled_one_stays_plain(plain: StudyFolder) -> None:
    before = {file: file.read_bytes() for file in files(plain)}
    asked = iter([False, False, True])
    with pytest.raises(CancelledError):
        encrypt(plain, PASSPHRASE, cancelled=lambda: next(asked))
    assert {file: file.read_bytes() for file in files(plain)} == before


def test_a_full_disk_leaves_the_plain_study(
    plain: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {file: file.read_bytes() for file in files(plain)}

    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(encrypting, "encrypted_copy", full)
    with pytest.raises(StoreFailedError):
        encrypt(plain, PASSPHRASE)
    assert {file: file.read_bytes() for file in files(plain)} == before


class Killed(BaseException):
    """Stands for the end of the process: nothing is tidied up after it."""


_STEPS = (
    "write_durably",
    "keep_key_encrypted",
    "encrypt_file",
    "fingerprint_of_sound",
    "encrypted_copy",
    "connect_sqlite",
    "overwrite",
    "forget_plain_key",
    "make_durable",
    "_undo",
)


def die_at(number: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Have the process die before the step of that number; count the steps."""
    seen = [0]

    def dying(step: Callable[..., object]) -> Callable[..., object]:
        def instead(*given: object, **named: object) -> object:
            seen[0] += 1
            if seen[0] >= number:
                raise Killed
            return step(*given, **named)

        return instead

    for name in _STEPS:
        monkeypatch.setattr(encrypting, name, dying(getattr(encrypting, name)))
    return lambda: seen[0]


def test_an_interruption_at_any_step_leaves_the_old_or_the_new_study(
    plain: StudyFolder, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    shutil.copytree(plain.path, kept)
    outcomes = []
    for number in range(1, 60, 4):
        with pytest.MonkeyPatch.context() as patch:
            steps = die_at(number, patch)
            patch.setattr(StudyLock, "take", lambda *_: _NoLock())
            try:
                encrypt(plain, PASSPHRASE)
            except Killed:
                pass
            else:
                break
            assert steps() >= number
        is_old = is_plain(plain.database)
        outcomes.append(is_old)
        check_all_there(plain, None if is_old else PASSPHRASE)
        if is_old:
            assert not plain.keys.exists
            assert sorted(file.name for file in plain.audio.iterdir()) == sorted(
                f"{fingerprint}.wav" for fingerprint in PRINTS
            )
        else:
            assert leaks(plain) == []
        assert not plain.encrypting.exists()
        shutil.rmtree(plain.path)
        shutil.copytree(kept, plain.path)
    assert outcomes == sorted(outcomes, reverse=True)
    assert outcomes.count(True) >= 2
    assert outcomes.count(False) >= 2


class _NoLock:
    def release(self) -> None:
        """Nothing was taken."""


@pytest.mark.skipif(os.name == "nt", reason="old blocks are not reached on Windows")
def test_the_blocks_of_the_plain_database_are_written_over(plain: StudyFolder) -> None:
    with plain.database.open("rb") as old:
        size = plain.database.stat().st_size
        encrypt(plain, PASSPHRASE)
        assert old.read() == bytes(size)


def test_a_reader_holds_off_the_last_step(
    plain: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("practicecoder.storage.engine.SETTINGS", {"busy_timeout": 1})
    with closing(sqlite3.connect(plain.database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM coders").fetchall()
        with pytest.raises(StudyInUseError):
            encrypt(plain, PASSPHRASE)
    assert is_plain(plain.database)
    assert not plain.keys.exists
    check_all_there(plain, None)


def test_what_is_done_of_an_encryption_is_never_more_than_all(plain: StudyFolder) -> None:
    told: list[tuple[float, str]] = []

    encrypt(
        plain,
        PASSPHRASE,
        keep_backups=False,
        progress=lambda share, what: told.append((share, what)),
    )

    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert max(shares) == 1.0
    assert all(what for _, what in told)
