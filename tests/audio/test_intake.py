from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from practicecoder.audio.intake import take_in
from practicecoder.audio.peaks import Peaks
from practicecoder.audio.peaks_making import peaks_of
from practicecoder.audio.probe import inspect
from practicecoder.errors import RecordingError

MakeSound = Callable[..., Path]
SHAPES = ["wav", "flac", "mp3", "m4a", "alac", "ogg", "opus", "webm", "aac"]


@pytest.mark.parametrize("shape", SHAPES)
def test_recording_describes_the_stored_file(
    make_sound: MakeSound, work_dir: Path, shape: str
) -> None:
    source = make_sound(shape, seconds=3, channels=2)
    intake = take_in(source, work_dir)
    assert list(work_dir.iterdir()) == [intake.file.path]
    assert intake.file.path.name == intake.recording.stored_name
    stored = hashlib.sha256(intake.file.path.read_bytes()).hexdigest()
    assert stored == intake.recording.fingerprint
    assert intake.recording.stored_name.startswith(stored)
    assert intake.source_fingerprint == hashlib.sha256(source.read_bytes()).hexdigest()
    seen = inspect(intake.file)
    for name in ("duration_ms", "sample_count", "sample_rate", "channels", "codec", "size_bytes"):
        assert getattr(intake.recording, name) == getattr(seen, name), name


@pytest.mark.parametrize("shape", ["wav", "mp3", "aac"])
def test_peaks_are_those_of_the_stored_file(
    make_sound: MakeSound, work_dir: Path, shape: str
) -> None:
    intake = take_in(make_sound(shape, seconds=3, channels=2), work_dir)
    again = peaks_of(intake.file)
    assert intake.peaks.duration_ms == intake.recording.duration_ms
    assert intake.peaks.sample_count == again.sample_count
    assert intake.peaks.channels == intake.recording.channels
    assert (intake.peaks.levels[0] == again.levels[0]).all()


def test_handing_a_file_in_twice_gives_the_same_recording(
    make_sound: MakeSound, tmp_path: Path, work_dir: Path
) -> None:
    source = make_sound("m4a")
    renamed = tmp_path / "renamed by hand.m4a"
    renamed.write_bytes(source.read_bytes())
    assert take_in(source, work_dir).recording == take_in(renamed, work_dir).recording


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("share", [0.5, 0.97])
def test_recording_that_ends_in_the_middle_is_refused(
    make_sound: MakeSound, work_dir: Path, shape: str, share: float
) -> None:
    source = make_sound(shape, seconds=8)
    content = source.read_bytes()
    source.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(RecordingError, match="cut off") as caught:
        take_in(source, work_dir)
    assert caught.value.problems[0].file == source.name
    assert "Copy it again" in caught.value.problems[0].fix
    assert list(work_dir.iterdir()) == []


def test_cancelling_leaves_nothing_behind(make_sound: MakeSound, work_dir: Path) -> None:
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 1

    with pytest.raises(CancelledError):
        take_in(make_sound("mp3", seconds=60), work_dir, cancelled=cancelled)
    assert list(work_dir.iterdir()) == []


def test_partial_peaks_grow_towards_the_whole(make_sound: MakeSound, work_dir: Path) -> None:
    shown: list[Peaks] = []
    intake = take_in(make_sound("mp3", seconds=60), work_dir, on_partial=shown.append)
    lengths = [peaks.sample_count for peaks in shown]
    assert lengths == sorted(lengths)
    assert shown
    assert lengths[-1] <= intake.peaks.sample_count + 256
    part, whole = shown[0].levels[0], intake.peaks.levels[0]
    assert (part == whole[:, :, : part.shape[2]]).all()


def test_no_room_for_the_copy_is_told(
    make_sound: MakeSound, work_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    source = make_sound("wav", seconds=10)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))  # inherited by the child
    try:
        with pytest.raises(RecordingError, match="refused to read it or to write its copy"):
            take_in(source, work_dir)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(work_dir.iterdir()) == []
