"""What a study folder promises holds when it is encrypted, and nothing in it can be read."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from practicecoder.domain.ids import CoderId, Fingerprint
from practicecoder.domain.people import Coder
from practicecoder.domain.study import StudyRecord
from practicecoder.errors import (
    BackupFailedError,
    ConflictError,
    EncryptedFileError,
    KeysDamagedError,
    ReadOnlyStudyError,
    RecordingError,
    StudyDamagedError,
    StudyInUseError,
    StudyLockedError,
    StudyNeedsWritingError,
    WrongPassphraseError,
)
from practicecoder.storage.audio_store import AudioStore, fingerprint_of_sound
from practicecoder.storage.backups import Backups
from practicecoder.storage.copies import faults_of
from practicecoder.storage.engine import SETTINGS, connect_sqlite, database_errors
from practicecoder.storage.failures import BrokenRuleError, told
from practicecoder.storage.folders import StudyFolder
from practicecoder.storage.study_folder import StudyStore
from practicecoder.vault.audio_keys import NAMES
from practicecoder.vault.encrypted_file import EncryptedWriter
from practicecoder.vault.study_key import StudyKey

PASSPHRASE = "made-up passphrase one"
CANARY = "MADE-UP-CANARY"
NOON = datetime(2031, 3, 4, 12, tzinfo=UTC)
SOUND = b"RIFF made-up sound " * 9000
FINGERPRINT = Fingerprint(hashlib.sha256(SOUND).hexdigest())


@pytest.fixture
def encrypted(study_path: Path, record: StudyRecord) -> Iterator[StudyStore]:
    store = StudyStore.create(study_path, record, f"codebook {CANARY}", passphrase=PASSPHRASE)
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId(CANARY)))
    yield store
    store.close()


@pytest.fixture
def closed(encrypted: StudyStore) -> StudyFolder:
    encrypted.close()
    return encrypted.folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "made-up.wav"
    file.write_bytes(SOUND)
    return file


def test_core_dumps_are_off_while_a_key_is_in_memory(
    closed: StudyFolder, tmp_path: Path, record: StudyRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[None] = []
    monkeypatch.setattr(
        "practicecoder.storage.study_folder.refuse_core_dumps", lambda: asked.append(None)
    )
    StudyStore.create(tmp_path / "plain", record, "codebook").close()
    assert not asked
    StudyStore.open(closed.path, key=closed.keys.unlock(PASSPHRASE)).close()
    assert asked


def coders(store: StudyStore) -> set[str]:
    with store.reading() as unit:
        return {coder.coder_id for coder in unit.people.coders()}


def test_nothing_in_the_folder_tells_anything(encrypted: StudyStore, source: Path) -> None:
    encrypted.audio.adopt(source, FINGERPRINT, ".wav")
    encrypted.backup()
    files = [file for file in encrypted.path.rglob("*") if file.is_file()]
    assert len(files) >= 7
    for file in files:
        content = file.read_bytes()
        assert CANARY.encode() not in content, file.name
        assert b"SQLite format" not in content, file.name
        assert b"made-up sound" not in content, file.name
        assert FINGERPRINT not in str(file)
    assert "key" not in repr(encrypted.folder).replace("StudyFolder", "")


def test_connections_have_the_settings_of_plain_ones(closed: StudyFolder) -> None:
    with closing(connect_sqlite(closed.keyed(closed.database), "rw")) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS}
    assert found["journal_mode"] == "delete"
    assert found["secure_delete"] == found["foreign_keys"] == found["cell_size_check"] == 1
    assert found["trusted_schema"] == 0
    assert found["temp_store"] == 2


def test_it_is_opened_again_with_its_key_alone(closed: StudyFolder) -> None:
    with closing(StudyStore.open(closed.path, key=closed.key)) as store:
        assert coders(store) == {CANARY}
    with closing(StudyStore.open(closed.path, key=closed.key, read_only=True)) as store:
        assert coders(store) == {CANARY}
        with pytest.raises(ReadOnlyStudyError), store.transaction():
            pass
    with pytest.raises(StudyLockedError):
        StudyStore.open(closed.path)
    for read_only in (False, True):
        with pytest.raises(WrongPassphraseError):
            StudyStore.open(closed.path, key=StudyKey.new(), read_only=read_only)


def test_a_second_writer_is_refused(encrypted: StudyStore) -> None:
    with pytest.raises(StudyInUseError):
        StudyStore.open(encrypted.path, key=encrypted.folder.key)


@pytest.mark.parametrize("place", [5, 5000, 40_000])
def test_damage_is_damage_and_not_a_wrong_passphrase(closed: StudyFolder, place: int) -> None:
    content = bytearray(closed.database.read_bytes())
    content[place] ^= 1
    closed.database.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(StudyDamagedError):
            StudyStore.open(closed.path, key=closed.key, read_only=read_only)


def test_backups_are_encrypted_sound_and_kept_in_the_rhythm(closed: StudyFolder) -> None:
    backups = Backups(closed)
    for hour in range(13):
        made = backups.make(NOON + timedelta(hours=hour))
    assert len(backups.files()) == 10
    assert faults_of(closed.keyed(made)) == ()
    assert b"SQLite format" not in made.read_bytes()
    with closing(connect_sqlite(closed.keyed(made), "ro")) as connection:
        assert connection.execute("SELECT coder_id FROM coders").fetchall() == [(CANARY,)]


def test_a_damaged_backup_displaces_nothing(closed: StudyFolder) -> None:
    backups = Backups(closed)
    for hour in range(10):
        last = backups.make(NOON + timedelta(hours=hour))
    content = bytearray(last.read_bytes())
    content[len(content) // 2] ^= 1
    last.write_bytes(content)
    before = set(backups.files())
    assert before - {backups.make(NOON + timedelta(hours=10))} <= set(backups.files())


def test_a_study_that_is_damaged_is_never_backed_up(closed: StudyFolder) -> None:
    before = set(closed.backups.iterdir())
    content = bytearray(closed.database.read_bytes())
    content[-100] ^= 1
    closed.database.write_bytes(content)
    with pytest.raises((StudyDamagedError, BackupFailedError)):
        Backups(closed).make(NOON)
    assert set(closed.backups.iterdir()) == before


def test_what_is_there_twice_is_a_conflict_as_in_a_plain_study(encrypted: StudyStore) -> None:
    with pytest.raises(ConflictError), encrypted.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CoderId(CANARY)))
    assert coders(encrypted) == {CANARY}


def test_a_broken_rule_is_a_fault_of_the_program(closed: StudyFolder) -> None:
    with (
        closing(connect_sqlite(closed.keyed(closed.database), "rw")) as connection,
        pytest.raises(BrokenRuleError),
        told(closed.path),
    ):
        connection.execute("INSERT INTO coders (coder_id) VALUES (NULL)")


def test_errors_of_both_kinds_of_database_are_known(closed: StudyFolder) -> None:
    assert closed.key is not None
    assert sqlite3.Error in database_errors()
    assert len(database_errors()) == 2


_DIES_HALF_WAY = """
import os, sys
from pathlib import Path
from practicecoder.storage.engine import DatabaseFile, connect_sqlite
connection = connect_sqlite(DatabaseFile(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])), "rw")
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
for n in range(2000):
    connection.execute("INSERT INTO coders (coder_id) VALUES (?)", (f"half-{n}",))
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a kill that cannot be caught")
def test_an_interrupted_write_is_taken_back(closed: StudyFolder) -> None:
    key = closed.keyed(closed.database).key
    assert key is not None
    done = subprocess.run(
        [sys.executable, "-c", _DIES_HALF_WAY, str(closed.database), key.hex()],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert done.stderr == ""
    journal = closed.path / "study.db-journal"
    assert journal.stat().st_size > 0
    assert b"half-" not in journal.read_bytes()
    with pytest.raises(StudyNeedsWritingError):
        StudyStore.open(closed.path, key=closed.key, read_only=True)
    with closing(StudyStore.open(closed.path, key=closed.key)) as store:
        assert coders(store) == {CANARY}
        assert store.check() == ()


def test_a_wrong_key_says_nothing_on_standard_error(
    closed: StudyFolder, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong = closed.keyed(closed.database).at(closed.database)
    wrong = type(wrong)(wrong.path, bytes(32))
    with pytest.raises(database_errors()), closing(connect_sqlite(wrong, "ro")) as connection:
        connection.execute("SELECT count(*) FROM coders")
    assert capfd.readouterr() == ("", "")


def test_recordings_are_encrypted_and_found_again(encrypted: StudyStore, source: Path) -> None:
    name = encrypted.audio.adopt(source, FINGERPRINT, ".WAV")
    assert name == f"{FINGERPRINT}.wav"
    sound = encrypted.audio.sound(name)
    assert sound is not None
    assert sound.path.suffix == ".enc"
    assert sound.key is not None
    assert fingerprint_of_sound(sound) == FINGERPRINT
    assert encrypted.audio.holds(name)
    assert encrypted.audio.stored_names() == (name,)
    before = sound.path.stat()
    assert encrypted.audio.adopt(source, FINGERPRINT, ".wav") == name
    assert sound.path.stat() == before
    assert source.exists()


def test_a_damaged_copy_is_replaced_when_the_recording_comes_again(
    encrypted: StudyStore, source: Path
) -> None:
    name = encrypted.audio.adopt(source, FINGERPRINT, ".wav")
    sound = encrypted.audio.sound(name)
    assert sound is not None
    content = bytearray(sound.path.read_bytes())
    content[-1] ^= 1
    sound.path.write_bytes(content)
    with pytest.raises(EncryptedFileError):
        fingerprint_of_sound(sound)
    encrypted.audio.adopt(source, FINGERPRINT, ".wav")
    again = encrypted.audio.sound(name)
    assert again is not None
    assert fingerprint_of_sound(again) == FINGERPRINT
    assert len(list(encrypted.audio_dir.iterdir())) == 1


def test_a_file_that_changed_meanwhile_is_not_taken_over(
    encrypted: StudyStore, source: Path
) -> None:
    source.write_bytes(SOUND + b"more")
    with pytest.raises(RecordingError):
        encrypted.audio.adopt(source, FINGERPRINT, ".wav")
    assert list(encrypted.audio_dir.iterdir()) == []
    assert encrypted.audio.stored_names() == ()


def test_a_file_that_was_made_encrypted_is_taken_over(
    encrypted: StudyStore, tmp_path: Path
) -> None:
    made, key = tmp_path / "made.enc", bytes(range(32))
    with EncryptedWriter(made, key) as writer:
        writer.write(SOUND)
    name = encrypted.audio.adopt_encrypted(made, key, FINGERPRINT, ".wav")
    sound = encrypted.audio.sound(name)
    assert sound is not None
    assert sound.key == key
    assert fingerprint_of_sound(sound) == FINGERPRINT
    assert not made.exists()


def test_a_made_file_of_another_content_or_key_is_refused(
    encrypted: StudyStore, tmp_path: Path
) -> None:
    made, key = tmp_path / "made.enc", bytes(range(32))
    with EncryptedWriter(made, key) as writer:
        writer.write(b"something else")
    for given in (key, bytes(32)):
        with pytest.raises(RecordingError):
            encrypted.audio.adopt_encrypted(made, given, FINGERPRINT, ".wav")
    assert made.exists()
    assert encrypted.audio.stored_names() == ()
    with pytest.raises(ValueError, match="plain study"):
        AudioStore(tmp_path).adopt_encrypted(made, key, FINGERPRINT, ".wav")


def test_a_destroyed_recording_cannot_be_opened_from_any_copy(
    encrypted: StudyStore, source: Path, tmp_path: Path
) -> None:
    name = encrypted.audio.adopt(source, FINGERPRINT, ".wav")
    shutil.copytree(encrypted.audio_dir, tmp_path / "copy")
    encrypted.audio.destroy(name)
    encrypted.audio.destroy(name)
    assert encrypted.audio.sound(name) is None
    assert not encrypted.audio.holds(name)
    assert list(encrypted.audio_dir.iterdir()) == []
    assert not [one for one in encrypted.folder.backups.iterdir() if one.name in NAMES]
    shutil.copytree(tmp_path / "copy", encrypted.audio_dir, dirs_exist_ok=True)
    assert encrypted.audio.sound(name) is None


def test_nothing_is_destroyed_in_a_study_that_is_only_read(
    encrypted: StudyStore, source: Path
) -> None:
    name = encrypted.audio.adopt(source, FINGERPRINT, ".wav")
    encrypted.close()
    key = encrypted.folder.key
    with closing(StudyStore.open(encrypted.path, key=key, read_only=True)) as store:
        with pytest.raises(ReadOnlyStudyError):
            store.audio.destroy(name)
        with pytest.raises(ReadOnlyStudyError):
            store.audio.adopt(source, FINGERPRINT, ".wav")
        assert store.audio.holds(name)


def test_keys_of_recordings_are_mended_when_the_study_is_opened(
    encrypted: StudyStore, source: Path
) -> None:
    name = encrypted.audio.adopt(source, FINGERPRINT, ".wav")
    encrypted.close()
    (encrypted.path / NAMES[0]).write_bytes(b"made-up damage")
    with closing(StudyStore.open(encrypted.path, key=encrypted.folder.key)) as store:
        assert store.audio.holds(name)
    (encrypted.path / NAMES[1]).unlink()
    with closing(StudyStore.open(encrypted.path, key=encrypted.folder.key)) as store:
        assert store.audio.holds(name)


def test_a_study_that_lost_its_keys_says_so(encrypted: StudyStore, source: Path) -> None:
    encrypted.audio.adopt(source, FINGERPRINT, ".wav")
    encrypted.close()
    for keys in (encrypted.path / "keys.json", encrypted.path / "backups" / "keys.json"):
        keys.unlink()

    for read_only in (True, False):
        with pytest.raises(KeysDamagedError, match=r"Put keys\.json back"):
            StudyStore.open(encrypted.path, read_only=read_only)


def test_an_encrypted_file_is_only_opened_by_sqlcipher_when_there_is_a_key(
    tmp_path: Path,
) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from practicecoder.storage.engine import connect_sqlite\n"
        "import practicecoder.storage.study_folder\n"
        f"connect_sqlite(Path({str(tmp_path / 'plain.db')!r}), 'rwc').close()\n"
        "assert 'sqlcipher3' not in sys.modules and 'cryptography' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="looks at what Linux has open")
@pytest.mark.parametrize("in_memory", [True, False])
def test_nothing_is_written_beside_the_database(closed: StudyFolder, in_memory: bool) -> None:
    """Sorting, a statement that is taken back, VACUUM; the control has files for them."""
    ours = {str(closed.database), f"{closed.database}-journal"}
    before = set(_open_files())
    seen: set[str] = set()
    with closing(connect_sqlite(closed.keyed(closed.database), "rw")) as connection:
        if not in_memory:
            connection.execute("PRAGMA temp_store=FILE")
        connection.set_progress_handler(lambda: seen.update(_open_files()), 2000)
        connection.execute("PRAGMA cache_size=1")
        connection.execute("CREATE TABLE made_up (name TEXT UNIQUE)")
        connection.execute("BEGIN IMMEDIATE")
        names = [(f"C-{number:0200d}",) for number in range(2000)]
        connection.executemany("INSERT INTO made_up VALUES (?)", names)
        connection.execute("UPDATE made_up SET name = name || '-again'")
        with pytest.raises(database_errors()):
            connection.execute("UPDATE made_up SET name = 'the same'")
        connection.execute("COMMIT")
        pairs = "SELECT a.name || b.name FROM made_up a, made_up b WHERE b.rowid < 5 ORDER BY 1"
        assert len(connection.execute(pairs).fetchall()) == 8000
        connection.execute("VACUUM")
    assert ours <= seen
    assert (seen - before <= ours) is in_memory


def _open_files() -> Iterator[str]:
    for handle in Path("/proc/self/fd").iterdir():
        try:
            name = str(handle.readlink())
        except FileNotFoundError:
            continue
        if name.startswith("/") and not name.startswith(("/proc", "/dev")):
            yield name
