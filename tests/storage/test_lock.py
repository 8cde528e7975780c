from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from practicecoder.errors import StudyInUseError, StudyLocationError
from practicecoder.storage.lock import Holder, StudyLock
from practicecoder.storage.processes import is_running, started_at
from practicecoder.vault.study_key import StudyKey

ROOT = Path(__file__).parents[2]
TAKE_AND_WAIT = """
import sys
from pathlib import Path
from practicecoder.storage.lock import StudyLock
lock = StudyLock.take(Path(sys.argv[1]), Path("study"))
print("taken", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lock"


def write(file: Path, **fields: object) -> None:
    holder = {
        "host": socket.gethostname(),
        "pid": os.getpid(),
        "started": started_at(os.getpid()),
    }
    file.write_text(json.dumps({**holder, **fields}))


def ended_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_the_lock_says_who_holds_it_without_a_name(file: Path, tmp_path: Path) -> None:
    lock = StudyLock.take(file, tmp_path)
    text = file.read_text()
    lock.release()
    holder = json.loads(text)

    assert set(holder) == {"host", "pid", "started"}
    assert (holder["host"], holder["pid"]) == (socket.gethostname(), os.getpid())


def test_the_lock_of_an_encrypted_study_does_not_name_the_computer(
    file: Path, tmp_path: Path
) -> None:
    key = StudyKey.new()
    lock = StudyLock.take(file, tmp_path, key)
    text = file.read_text()
    with pytest.raises(StudyInUseError) as refused:
        StudyLock.take(file, tmp_path, key)
    lock.release()

    assert socket.gethostname() not in text
    assert refused.value.holder == f"process {os.getpid()} on this computer"


def test_a_released_lock_leaves_nothing(file: Path, tmp_path: Path) -> None:
    lock = StudyLock.take(file, tmp_path)
    lock.release()
    lock.release()

    assert list(tmp_path.iterdir()) == []


def test_a_held_lock_cannot_be_taken_again(file: Path, tmp_path: Path) -> None:
    lock = StudyLock.take(file, tmp_path)
    with pytest.raises(StudyInUseError) as refused:
        StudyLock.take(file, tmp_path)
    lock.release()

    assert refused.value.holder == f"process {os.getpid()} on this computer"
    StudyLock.take(file, tmp_path).release()


def test_another_process_keeps_the_lock_until_it_is_killed(file: Path, tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TAKE_AND_WAIT, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "taken\n"
        with pytest.raises(StudyInUseError, match=f"process {process.pid} on this computer"):
            StudyLock.take(file, tmp_path)
        process.kill()
        process.wait()

    assert file.exists()
    StudyLock.take(file, tmp_path).release()


def test_the_lock_of_an_ended_process_is_taken_over(file: Path, tmp_path: Path) -> None:
    write(file, pid=ended_process())
    StudyLock.take(file, tmp_path).release()


def test_an_encryption_that_was_cut_off_does_not_keep_the_study_locked(
    file: Path, tmp_path: Path
) -> None:
    write(file, pid=ended_process())  # by a study that had no key yet
    StudyLock.take(file, tmp_path, StudyKey.new()).release()

    write(file)
    with pytest.raises(StudyInUseError, match="on this computer"):
        StudyLock.take(file, tmp_path, StudyKey.new())


def test_the_lock_of_an_earlier_process_of_the_same_number_is_taken_over(
    file: Path, tmp_path: Path
) -> None:
    write(file, started="long ago")
    StudyLock.take(file, tmp_path).release()


def test_the_text_counts_where_the_system_s_lock_does_not_hold(file: Path, tmp_path: Path) -> None:
    write(file)
    with pytest.raises(StudyInUseError, match="this computer"):
        StudyLock.take(file, tmp_path)


def test_the_lock_of_another_computer_is_respected(file: Path, tmp_path: Path) -> None:
    write(file, host="made-up-host", pid=ended_process())
    before = file.read_text()
    with pytest.raises(StudyInUseError, match="made-up-host"):
        StudyLock.take(file, tmp_path)

    assert file.read_text() == before


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "[" * 90_000, '{"host": 1}', '{"host":"h","pid":"x"}']
)
def test_a_lock_that_says_nothing_is_taken_over(file: Path, tmp_path: Path, text: str) -> None:
    file.write_text(text)

    assert Holder.read(text) is None
    StudyLock.take(file, tmp_path).release()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudyLocationError, match="cannot be written"):
        StudyLock.take(tmp_path / "none" / "lock", tmp_path)


def test_a_process_is_known_by_its_number_and_its_start() -> None:
    ended = ended_process()

    assert is_running(os.getpid())
    assert started_at(os.getpid()) == started_at(os.getpid()) != ""
    assert not is_running(ended)
    assert started_at(ended) == ""
