from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from practicecoder.audio.facts import SoundKind
from practicecoder.audio.probe import sniff
from practicecoder.audio.structure import id3_length, is_cut_off, mp3_promised_ms
from practicecoder.vault.sound_file import SoundFile

MakeSound = Callable[..., Path]
WITH_SIZES = ["wav", "mp3", "m4a", "alac", "ogg", "opus", "webm", "aac"]


@pytest.mark.parametrize("shape", [*WITH_SIZES, "flac"])
def test_whole_files_are_whole(make_sound: MakeSound, shape: str) -> None:
    path = make_sound(shape, seconds=2)
    assert not is_cut_off(SoundFile(path), sniff(path))


@pytest.mark.parametrize("shape", WITH_SIZES)
@pytest.mark.parametrize("share", [0.4, 0.7, 0.95])
def test_missing_ends_are_seen(make_sound: MakeSound, shape: str, share: float) -> None:
    path = make_sound(shape, seconds=4)
    kind, content = sniff(path), path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert is_cut_off(SoundFile(path), kind)


def test_one_missing_byte_is_seen_where_sizes_are_exact(make_sound: MakeSound) -> None:
    for shape in ("wav", "m4a", "webm", "ogg"):
        path = make_sound(shape, seconds=1)
        kind, content = sniff(path), path.read_bytes()
        path.write_bytes(content[:-1])
        assert is_cut_off(SoundFile(path), kind), shape


@pytest.mark.parametrize("size", [0, 0x7FFF_F000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF])
def test_wave_from_a_program_that_could_not_go_back_is_whole(
    make_sound: MakeSound, size: int
) -> None:
    path = make_sound("wav", seconds=1)
    content = path.read_bytes()
    at = content.index(b"data") + 4
    path.write_bytes(content[:at] + size.to_bytes(4, "little") + content[at + 4 :])
    assert not is_cut_off(SoundFile(path), SoundKind.WAVE)


def test_long_wave_takes_its_size_from_the_long_header(tmp_path: Path) -> None:
    def wave(data_bytes: int) -> bytes:
        ds64 = b"ds64" + (28).to_bytes(4, "little") + bytes(8) + data_bytes.to_bytes(8, "little")
        data = b"data\xff\xff\xff\xff" + bytes(1000)
        return b"RF64\xff\xff\xff\xffWAVE" + ds64 + bytes(12) + data

    path = tmp_path / "long.wav"
    path.write_bytes(wave(1000))
    assert not is_cut_off(SoundFile(path), SoundKind.WAVE)
    path.write_bytes(wave(5_000_000_000))
    assert is_cut_off(SoundFile(path), SoundKind.WAVE)


def test_mp4_without_its_index_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "battery-died.m4a"
    path.write_bytes(b"\0\0\0\x10ftypM4A \0\0\0\0" + b"\0\0\x01\x08mdat" + bytes(256))
    assert is_cut_off(SoundFile(path), SoundKind.MP4)


@pytest.mark.parametrize("kind", list(SoundKind))
@pytest.mark.parametrize("content", [b"", b"\0", bytes(64), b"OggS", b"\x18\x53\x80\x67\0"])
def test_nonsense_is_survived(tmp_path: Path, kind: SoundKind, content: bytes) -> None:
    path = tmp_path / "nonsense"
    path.write_bytes(content)
    assert is_cut_off(SoundFile(path), kind) in (True, False)


def test_promise_of_an_mp3(make_sound: MakeSound) -> None:
    assert mp3_promised_ms(SoundFile(make_sound("mp3", seconds=5))) == pytest.approx(5000, abs=80)
    without = make_sound("mp3", seconds=5, options={"write_xing": "0"})
    assert mp3_promised_ms(SoundFile(without)) is None


def test_length_of_a_tag_has_seven_bits_a_byte() -> None:
    assert id3_length(b"ID3\x04\x00\x00\x00\x00\x02\x01") == 10 + 257
    assert id3_length(b"ID3\x04\x00\x10\x00\x00\x02\x01") == 10 + 257 + 10  # with a footer
    assert id3_length(b"fLaC") == 0
