from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from practicecoder.domain.ids import Fingerprint
from practicecoder.errors import RecordingError, StoreFailedError
from practicecoder.storage.audio_store import AudioStore, fingerprint_of

SOUND = b"made-up sound" * 200_000
FINGERPRINT = Fingerprint(hashlib.sha256(SOUND).hexdigest())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "visit.WAV"
    source.write_bytes(SOUND)
    return source


@pytest.fixture
def audio(tmp_path: Path) -> Path:
    return tmp_path / "audio"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_recording_is_kept_under_its_fingerprint(source: Path, audio: Path) -> None:
    store = AudioStore(audio)
    name = store.adopt(source, FINGERPRINT, ".WAV")

    assert name == f"{FINGERPRINT}.wav"
    assert store.path_of(name).read_bytes() == SOUND
    assert source.read_bytes() == SOUND
    assert names(audio) == [name]


def test_adopting_again_changes_nothing(source: Path, audio: Path) -> None:
    store = AudioStore(audio)
    name = store.adopt(source, FINGERPRINT, ".wav")
    before = store.path_of(name).stat()

    assert store.adopt(source, FINGERPRINT, ".wav") == name
    after = store.path_of(name).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_damaged_copy_is_replaced(source: Path, audio: Path) -> None:
    store = AudioStore(audio)
    copy = store.path_of(store.adopt(source, FINGERPRINT, ".wav"))
    copy.write_bytes(SOUND[:-1])
    store.adopt(source, FINGERPRINT, ".wav")

    assert fingerprint_of(copy) == FINGERPRINT


def test_another_recording_than_announced_is_refused(source: Path, audio: Path) -> None:
    source.write_bytes(SOUND + b"!")
    with pytest.raises(RecordingError, match="changed while"):
        AudioStore(audio).adopt(source, FINGERPRINT, ".wav")

    assert names(audio) == []


def test_a_recording_that_is_gone_is_told(tmp_path: Path, audio: Path) -> None:
    with pytest.raises(RecordingError, match="cannot be read"):
        AudioStore(audio).adopt(tmp_path / "none.wav", FINGERPRINT, ".wav")

    assert names(audio) == []


def test_a_failing_disk_leaves_nothing_half_copied(
    source: Path, audio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreFailedError, match="the disk is full"):
        AudioStore(audio).adopt(source, FINGERPRINT, ".wav")

    assert names(audio) == []


@pytest.mark.parametrize("name", ["../study.db", "a/b.wav", ".hidden", "", "a.b.wav", "C:x.wav"])
def test_only_our_own_names_are_accepted(audio: Path, name: str) -> None:
    with pytest.raises(ValueError, match="managed recording"):
        AudioStore(audio).path_of(name)
