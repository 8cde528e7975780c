"""Whether a sound file ends before the end that its own container promises."""

from __future__ import annotations

import os
from typing import BinaryIO

from practicecoder.audio.facts import SoundKind
from practicecoder.audio.mpeg_frames import (
    FrameLength,
    adts_length,
    ends_inside_a_frame,
    mpeg_length,
    promised_ms,
)
from practicecoder.vault.sound_file import SoundFile

_TAIL_BYTES = 16_384
_MOST_PARTS = 10_000
_LENGTH_NOT_KNOWN = frozenset({0, 0x7FFF_F000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF})
"""Sizes that programs write into a WAV header when they cannot go back and correct it."""
_EBML_SEGMENT = b"\x18\x53\x80\x67"


def is_cut_off(sound: SoundFile, kind: SoundKind) -> bool:
    """Whether bytes are missing at the end, going by the container's own sizes."""
    with sound.open() as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        match kind:
            case SoundKind.WAVE:
                return _wave_is_cut(file, size)
            case SoundKind.MP4:
                return _mp4_is_cut(file, size)
            case SoundKind.WEBM:
                return _webm_is_cut(file, size)
            case SoundKind.OGG:
                return _ogg_is_cut(file, size)
            case SoundKind.MP3:
                return _frames_are_cut(file, size, mpeg_length)
            case SoundKind.ADTS:
                return _frames_are_cut(file, size, adts_length)
            case SoundKind.FLAC:
                return False  # has no sizes; the count of samples in its header tells


def mp3_promised_ms(sound: SoundFile) -> int | None:
    """Length that an mp3 announces in its first frame; None if it announces none."""
    with sound.open() as file:
        file.seek(id3_length(file.read(10)))
        return promised_ms(file.read(4096).lstrip(b"\0"))


def id3_length(start: bytes) -> int:
    """Bytes that an ID3v2 tag at the start of a file takes up; 0 if there is none."""
    if start[:3] != b"ID3" or len(start) < 10:
        return 0
    size = sum((byte & 0x7F) << shift for byte, shift in zip(start[6:10], (21, 14, 7, 0)))  # noqa: B905
    return 10 + size + (10 if start[5] & 0x10 else 0)


def _wave_is_cut(file: BinaryIO, size: int) -> bool:
    long_size = None
    at = 12
    for _ in range(_MOST_PARTS):
        file.seek(at)
        header = file.read(8)
        if len(header) < 8:
            return False
        length = int.from_bytes(header[4:], "little")
        if header[:4] == b"ds64":
            long_size = int.from_bytes(file.read(16)[8:], "little")
        if header[:4] == b"data":
            if long_size is not None and length == 0xFFFF_FFFF:
                length = long_size
            elif length in _LENGTH_NOT_KNOWN:
                return False
            return at + 8 + length > size
        at += 8 + length + length % 2
    return False


def _mp4_is_cut(file: BinaryIO, size: int) -> bool:
    at, has_index = 0, False
    for _ in range(_MOST_PARTS):
        if at >= size:
            return not has_index
        file.seek(at)
        header = file.read(16)
        length = int.from_bytes(header[:4], "big")
        has_index = has_index or header[4:8] in (b"moov", b"moof")
        if length == 0:
            return not has_index
        if length == 1:
            length = int.from_bytes(header[8:], "big")
        if length < 8:
            return False  # nonsense: left to the decoder
        if at + length > size:
            return True
        at += length
    return False


def _webm_is_cut(file: BinaryIO, size: int) -> bool:
    start = file.read(4096)
    at = start.find(_EBML_SEGMENT)
    if at < 0 or at + 5 > len(start):
        return False
    first = start[at + 4]
    if first == 0:
        return False
    width = 9 - first.bit_length()
    number = int.from_bytes(start[at + 4 : at + 4 + width], "big") & ((1 << 7 * width) - 1)
    is_open = number == (1 << 7 * width) - 1
    return not is_open and at + 4 + width + number > size


def _ogg_is_cut(file: BinaryIO, size: int) -> bool:
    file.seek(max(0, size - 4 * _TAIL_BYTES))  # a page is less than 64 KiB long
    tail = file.read()
    at = tail.rfind(b"OggS")
    if at < 0:
        return True
    table = tail[at + 27 : at + 27 + (tail[at + 26] if at + 26 < len(tail) else 256)]
    is_short = at + 26 >= len(tail) or len(table) < tail[at + 26]
    return is_short or at + 27 + len(table) + sum(table) > len(tail)


def _frames_are_cut(file: BinaryIO, size: int, length_of: FrameLength) -> bool:
    file.seek(max(0, size - _TAIL_BYTES))
    return ends_inside_a_frame(file.read(), length_of)
