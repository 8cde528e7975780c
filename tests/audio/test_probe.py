from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from practicecoder.audio.facts import SoundKind
from practicecoder.audio.probe import inspect, sniff
from practicecoder.errors import RecordingError

KINDS = {
    "wav": SoundKind.WAVE,
    "flac": SoundKind.FLAC,
    "mp3": SoundKind.MP3,
    "m4a": SoundKind.MP4,
    "alac": SoundKind.MP4,
    "ogg": SoundKind.OGG,
    "opus": SoundKind.OGG,
    "webm": SoundKind.WEBM,
    "aac": SoundKind.ADTS,
}


@pytest.mark.parametrize("shape", KINDS)
def test_kind_is_told_by_content_whatever_the_name(
    make_sound: Callable[..., Path], tmp_path: Path, shape: str
) -> None:
    disguised = tmp_path / "holiday.txt"
    shutil.move(make_sound(shape, seconds=0.5), disguised)
    assert sniff(disguised) is KINDS[shape]


def test_mp3_behind_a_tag_larger_than_the_first_read_is_found(
    make_sound: Callable[..., Path], tmp_path: Path
) -> None:
    sound = make_sound("mp3", seconds=0.5, options={"id3v2_version": "0"}).read_bytes()
    picture = bytes(70_000)
    size = bytes((len(picture) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    tagged = tmp_path / "tagged.mp3"
    tagged.write_bytes(b"ID3\x04\x00\x00" + size + picture + sound)
    assert sniff(tagged) is SoundKind.MP3
    assert inspect(tagged).duration_ms == pytest.approx(500, abs=60)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"Worker: how did that go?\n" * 40, "text, not sound"),
        ("Gweithiwr: sut aeth hi? Iawn, dŵr a thŷ.\n".encode() * 60, "text, not sound"),
        ("\ufeffWorker: how did that go?".encode("utf-16"), "not a kind of sound"),
        (b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=audio 5004 RTP/AVP 0\r\n", "text, not sound"),
        (b"#EXTM3U\nhttp://localhost/sound.mp3\n", "text, not sound"),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", "text, not sound"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not a kind of sound"),
        (b"RIFF\x24\x00\x00\x00AVI LIST", "not a kind of sound"),
        (b"\xff\xfe" * 400, "not a kind of sound"),
        (b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"no frames here" * 9, "text, not sound"),
    ],
)
def test_other_files_are_refused_in_one_sentence(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "visit.wav"
    path.write_bytes(content)
    with pytest.raises(RecordingError) as caught:
        sniff(path)
    (problem,) = caught.value.problems
    assert reason in problem.what
    assert problem.file == "visit.wav"
    assert str(tmp_path) not in caught.value.user_message


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.wav", tmp_path):
        with pytest.raises(RecordingError, match="no such file"):
            sniff(path)


@pytest.mark.parametrize("shape", ["wav", "flac", "alac"])
def test_lossless_sound_is_counted_to_the_sample(
    make_sound: Callable[..., Path], shape: str
) -> None:
    facts = inspect(make_sound(shape, seconds=1.2345, rate=44_100, channels=2))
    assert (facts.sample_count, facts.channels, facts.sample_rate) == (54_441, 2, 44_100)
    assert facts.duration_ms == 1234  # 54,441 / 44,100 s
    assert facts.header_duration_ms == pytest.approx(1234, abs=1)


@pytest.mark.parametrize("shape", KINDS)
def test_facts_of_every_kind(make_sound: Callable[..., Path], shape: str) -> None:
    path = make_sound(shape, seconds=2)
    facts = inspect(path)
    assert facts.container is KINDS[shape]
    assert facts.duration_ms == pytest.approx(2000, abs=60)  # encoders pad to whole frames
    assert facts.duration_ms == round(facts.sample_count * 1000 / facts.sample_rate)
    assert facts.size_bytes == path.stat().st_size
    assert not facts.truncated
    assert facts.warnings == ()


def test_inspect_tells_truncation_and_leaves_the_refusal_to_others(
    make_sound: Callable[..., Path],
) -> None:
    path = make_sound("wav", seconds=2)
    path.write_bytes(path.read_bytes()[:100_000])
    facts = inspect(path)
    assert facts.truncated
    assert facts.duration_ms == pytest.approx(1041, abs=1)


def test_progress_rises_to_the_end(make_sound: Callable[..., Path]) -> None:
    told: list[float] = []
    inspect(make_sound("mp3", seconds=20), progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert all(0 <= share <= 1 for share in told)


def test_file_without_a_sound_track_is_refused(tmp_path: Path) -> None:
    import av

    path = tmp_path / "silent-film.m4a"
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width = stream.height = 32
        stream.pix_fmt = "yuv420p"
        for _ in range(5):
            container.mux(stream.encode(av.VideoFrame(32, 32, "yuv420p")))
        container.mux(stream.encode(None))
    with pytest.raises(RecordingError, match="no sound"):
        inspect(path)


def test_sniffing_needs_no_more_than_the_start(
    tmp_path: Path, make_sound: Callable[..., Path]
) -> None:
    path = make_sound("flac", seconds=1)
    path.write_bytes(path.read_bytes()[:64])
    assert sniff(path) is SoundKind.FLAC
