from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path
from typing import IO

import pytest

from practicecoder.audio import decoding
from practicecoder.audio.facts import AudioFacts, SoundKind
from practicecoder.audio.intake import take_in
from practicecoder.audio.messages import CopyPlace, Finished, Message, read_message
from practicecoder.audio.probe import inspect
from practicecoder.errors import RecordingError
from practicecoder.vault.sound_file import SoundFile

MakeSound = Callable[..., Path]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="has no such limits or pipes")


class StartedProcesses:
    """Remembers the processes that were started, so that a test can see what became of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.all: list[subprocess.Popen[bytes]] = []
        real = subprocess.Popen

        def start(*args: object, **options: object) -> subprocess.Popen[bytes]:
            process: subprocess.Popen[bytes] = real(*args, **options)  # type: ignore[call-overload]
            self.all.append(process)
            return process

        monkeypatch.setattr("practicecoder.audio.decoding.subprocess.Popen", start)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> StartedProcesses:
    return StartedProcesses(monkeypatch)


def test_child_is_gone_after_cancelling(make_sound: MakeSound, started: StartedProcesses) -> None:
    with pytest.raises(CancelledError):
        inspect(make_sound("wav"), cancelled=lambda: True)
    (process,) = started.all
    assert process.returncode is not None


@POSIX
def test_stalled_child_is_ended(
    tmp_path: Path, started: StartedProcesses, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "STALLED_AFTER_S", 0.3)
    pipe = tmp_path / "endless.wav"
    os.mkfifo(pipe)  # opening it for reading waits for ever
    with pytest.raises(RecordingError, match="cannot be decoded safely"):
        decoding.decode(pipe, SoundKind.WAVE)
    assert started.all[0].returncode is not None


@POSIX
def test_child_that_is_killed_is_a_refusal_and_no_crash(
    make_sound: MakeSound, started: StartedProcesses
) -> None:
    def kill(_: float) -> None:
        started.all[0].kill()

    with pytest.raises(RecordingError, match="cannot be decoded safely"):
        inspect(make_sound("mp3", seconds=30), progress=kill)


def test_child_finds_the_package_and_nothing_in_the_working_folder(
    make_sound: MakeSound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = "from pathlib import Path\nPath('sprung').touch()\n"
    for name in ("av.py", "numpy.py", "json.py", "practicecoder.py"):
        (tmp_path / name).write_text(trap)
    monkeypatch.chdir(tmp_path)
    assert inspect(make_sound("wav")).duration_ms == 3000
    assert not (tmp_path / "sprung").exists()


@POSIX
def test_memory_of_the_child_is_limited() -> None:
    greedy = (
        "from practicecoder.audio.limits import limit_this_process\n"
        "limit_this_process()\n"
        "try:\n"
        "    bytearray(1_500_000_000)\n"
        "except MemoryError:\n"
        "    print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", greedy], capture_output=True, text=True, check=True
    )
    assert done.stdout == "refused\n"


def test_copy_is_never_outside_the_folder(
    make_sound: MakeSound, work_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lying(stream: IO[bytes]) -> Message | None:
        message = read_message(stream)
        if isinstance(message, Finished):
            object.__setattr__(message, "copy_name", "../../elsewhere")
        return message

    monkeypatch.setattr(decoding, "read_message", lying)
    place = CopyPlace(folder=work_dir)
    decoded = decoding.decode(make_sound("wav"), SoundKind.WAVE, copy_into=place)
    assert decoded.copy == SoundFile(work_dir / "elsewhere")


@pytest.mark.parametrize("shape", ["wav", "mp3", "m4a", "flac", "opus", "webm", "aac"])
def test_damaged_files_are_measured_or_refused_never_more(
    make_sound: MakeSound, work_dir: Path, tmp_path: Path, shape: str
) -> None:
    source = make_sound(shape, seconds=2)
    content = source.read_bytes()
    chance = random.Random(f"hostile {shape}")
    for round_number in range(4):
        hostile = bytearray(content)
        reach = 200 if round_number % 2 else len(hostile)
        for _ in range(chance.randrange(1, 60)):
            hostile[chance.randrange(min(reach, len(hostile)))] = chance.randrange(256)
        source.write_bytes(hostile)
        before = sorted(tmp_path.rglob("*"))
        try:
            facts = inspect(source)
        except RecordingError as error:
            assert error.problems  # noqa: PT017 - either outcome is right
        else:
            assert isinstance(facts, AudioFacts)
        assert sorted(tmp_path.rglob("*")) == before
        try:
            take_in(source, work_dir).file.path.unlink()
        except RecordingError:
            assert list(work_dir.iterdir()) == []


MP4_START = b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42"
WAVE_START = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0"
EIGHT_BIT = b"@\x1f\0\0@\x1f\0\0\x01\0\x08\0"
FLAC_START = b"fLaC\x80\0\0\x22"
HOSTILE = {
    "ones.mp3": b"\xff\xfb\x90\x00" + b"\xff" * 413,
    "boxes.m4a": MP4_START + b"\0\0\0\x08moov" * 500,
    "deep.m4a": MP4_START + b"\x7f\xff\xff\xffmoov" * 500,
    "pages.ogg": b"OggS\0\x02" + bytes(20) + b"\x01\x00" * 400,
    "empty.wav": WAVE_START + b"\x01\0" + EIGHT_BIT + b"data\0\0\0\0",
    "no-rate.wav": WAVE_START + b"\x01\0" + bytes(12) + b"data\x04\0\0\0abcd",
    "channels.wav": WAVE_START + b"\xff\xff" + EIGHT_BIT + b"data\x04\0\0\0abcd",
    "nothing.flac": FLAC_START + bytes(34),
    "days.flac": FLAC_START + b"\x10\0\x10" + bytes(7) + b"\x0a\xc4\x40" + b"\xff" * 21,
    "open.webm": b"\x1a\x45\xdf\xa3\x01" + b"\xff" * 7 + bytes(300),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    with pytest.raises(RecordingError) as caught:
        inspect(path)
    assert caught.value.problems[0].fix
