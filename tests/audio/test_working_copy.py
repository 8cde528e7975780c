from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from practicecoder.audio.facts import SoundKind
from practicecoder.audio.probe import inspect, sniff
from practicecoder.audio.sound_reader import SoundReader
from practicecoder.audio.working_copy import make_working_copy
from practicecoder.errors import RecordingError
from practicecoder.vault.sound_file import SoundFile

MakeSound = Callable[..., Path]
SHAPES = ["wav", "flac", "mp3", "m4a", "alac", "ogg", "opus", "webm", "aac"]
REMUXED = {
    "wav": SoundKind.WAVE,
    "flac": SoundKind.FLAC,
    "mp3": SoundKind.MP3,
    "m4a": SoundKind.MP4,
    "alac": SoundKind.FLAC,  # in short frames
    "ogg": SoundKind.OGG,
    "opus": SoundKind.OGG,
    "webm": SoundKind.OGG,  # seeks by index and states its length, which browsers' webm does not
    "aac": SoundKind.FLAC,  # states no length
}


@pytest.mark.parametrize("shape", SHAPES)
def test_copy_has_the_sound_and_no_tag(
    make_sound: MakeSound, work_dir: Path, canary: bytes, shape: str
) -> None:
    source = make_sound(shape, seconds=3)
    copy = work_dir / "copy"
    facts = make_working_copy(source, copy)
    assert facts.container is REMUXED[shape]
    assert facts.duration_ms == pytest.approx(3000, abs=60)
    assert facts.header_duration_ms == pytest.approx(facts.duration_ms, abs=30)
    content = copy.read_bytes()
    assert canary not in content
    assert b"sound" not in content.lower().replace(b"soundhandler", b"")  # the file's name


def test_tags_are_in_the_sources(make_sound: MakeSound, canary: bytes) -> None:
    for shape in ("wav", "flac", "mp3", "m4a", "ogg", "opus", "webm"):
        assert canary in make_sound(shape, seconds=0.5).read_bytes(), shape


@pytest.mark.parametrize("shape", SHAPES)
def test_facts_of_the_copy_are_those_of_looking_at_it(
    make_sound: MakeSound, work_dir: Path, shape: str
) -> None:
    copy = work_dir / "copy"
    facts = make_working_copy(make_sound(shape, seconds=2, channels=2), copy)
    seen = inspect(copy)
    for name in ("container", "codec", "channels", "sample_rate", "sample_count", "fingerprint"):
        assert getattr(facts, name) == getattr(seen, name), name
    assert facts.size_bytes == seen.size_bytes


@pytest.mark.parametrize("shape", SHAPES)
def test_same_source_same_bytes(make_sound: MakeSound, work_dir: Path, shape: str) -> None:
    source = make_sound(shape, seconds=1)
    first = make_working_copy(source, work_dir / "a")
    second = make_working_copy(source, work_dir / "b")
    assert first.fingerprint == second.fingerprint


@pytest.mark.parametrize("shape", ["wav", "flac", "alac"])
def test_lossless_sound_stays_the_same_to_the_sample(
    make_sound: MakeSound, work_dir: Path, shape: str
) -> None:
    source, copy = make_sound(shape, seconds=1, channels=2), work_dir / "copy"
    make_working_copy(source, copy)

    def decoded(path: Path) -> NDArray[np.int16]:
        with SoundReader(SoundFile(path), sniff(path)) as reader:
            return np.concatenate(list(reader.blocks()), axis=1)

    np.testing.assert_array_equal(decoded(source), decoded(copy))


@pytest.mark.parametrize("shape", ["flac", "alac"])
@pytest.mark.parametrize("rate", [8_000, 44_100, 96_000])
def test_frames_of_lossless_copies_are_short_enough_to_be_aimed_at(
    make_sound: MakeSound, work_dir: Path, shape: str, rate: int
) -> None:
    copy = work_dir / "copy"
    facts = make_working_copy(make_sound(shape, seconds=1, rate=rate), copy)
    assert facts.sample_rate == rate
    with av.open(str(copy)) as container:
        longest = max(frame.samples for frame in container.decode(audio=0))
    assert longest * 1000 / rate <= 20


def test_header_that_lies_is_accepted_and_put_right(
    make_sound: MakeSound, tmp_path: Path, work_dir: Path
) -> None:
    bare = {"write_xing": "0", "id3v2_version": "0"}
    quiet = make_sound("mp3", seconds=15, options=bare, bit_rate=32_000, name="quiet.mp3")
    rich = make_sound("mp3", seconds=15, options=bare, bit_rate=128_000, name="rich.mp3")
    source = tmp_path / "variable.mp3"
    source.write_bytes(quiet.read_bytes() + rich.read_bytes())
    assert inspect(source).header_duration_ms != pytest.approx(30_000, abs=1000)
    facts = make_working_copy(source, work_dir / "copy")
    assert facts.duration_ms == pytest.approx(30_000, abs=60)
    assert facts.header_duration_ms == pytest.approx(30_000, abs=60)
    (warning,) = facts.warnings
    assert warning.endswith("decoded, it is 00:30 long.")


def test_more_than_two_channels_are_mixed_down(make_wave: MakeSound, work_dir: Path) -> None:
    tone = (8000 * np.sin(np.arange(48_000) / 20)).astype(np.int16)
    source = make_wave(np.stack([tone] * 6))
    facts = make_working_copy(source, work_dir / "copy")
    assert (facts.channels, facts.container, facts.sample_rate) == (2, SoundKind.FLAC, 24_000)
    assert facts.duration_ms == 1000
    assert facts.warnings == ("Its 6 channels were mixed to 2.",)


def test_picture_track_is_left_out(tmp_path: Path, work_dir: Path) -> None:
    source = tmp_path / "film.mp4"
    with av.open(str(source), "w", format="mp4") as container:
        film = container.add_stream("mpeg4", rate=25)
        film.width = film.height = 64
        film.pix_fmt = "yuv420p"
        sound = container.add_stream("aac", rate=48_000, layout="mono")
        for _ in range(50):
            container.mux(film.encode(av.VideoFrame(64, 64, "yuv420p")))
        for _ in range(94):
            frame = av.AudioFrame.from_ndarray(
                np.zeros((1, 1024), np.float32), format="fltp", layout="mono"
            )
            frame.sample_rate = 48_000
            container.mux(sound.encode(frame))
        container.mux(film.encode(None))
        container.mux(sound.encode(None))
    copy = work_dir / "copy"
    facts = make_working_copy(source, copy)
    assert facts.codec == "aac"
    with av.open(str(copy)) as container:
        assert [stream.type for stream in container.streams] == ["audio"]


def test_damaged_middle_is_left_out_with_a_warning(make_sound: MakeSound, work_dir: Path) -> None:
    source = make_sound("flac", seconds=20)
    content = bytearray(source.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 40] = bytes(40)
    source.write_bytes(content)
    facts = make_working_copy(source, work_dir / "copy")
    assert facts.container is SoundKind.FLAC
    assert 19_000 < facts.duration_ms < 20_000
    (warning,) = facts.warnings
    assert warning == "The file is damaged in places; about 0.1 s of sound are missing."


def test_mostly_damaged_file_is_refused(make_sound: MakeSound, work_dir: Path) -> None:
    source = make_sound("flac", seconds=20)
    content = bytearray(source.read_bytes())
    for at in range(len(content) // 4, 3 * len(content) // 4, 2_000):
        content[at : at + 40] = bytes(40)
    source.write_bytes(content)
    with pytest.raises(RecordingError, match="too much of it is damaged"):
        make_working_copy(source, work_dir / "copy")
    assert list(work_dir.iterdir()) == []
