"""Stretches of speech on disk."""

from __future__ import annotations

import struct

import numpy as np

from practicecoder.audio.cache import CacheFile
from practicecoder.audio.sealed_file import read_sealed, write_sealed
from practicecoder.domain.ids import Fingerprint
from practicecoder.domain.spans import TimeSpan

_MAGIC = b"PCSPEECH\x01"  # the last byte is the version of this layout and of the detection
_HEADER = struct.Struct("<9s64sQ")


def save_speech(
    spans: tuple[TimeSpan, ...], duration_ms: int, file: CacheFile, fingerprint: Fingerprint
) -> None:
    """Write stretches behind a header; what cannot be written is made anew the next time."""
    header = _HEADER.pack(_MAGIC, fingerprint.encode("ascii"), duration_ms)
    pairs = np.array([(span.start_ms, span.end_ms) for span in spans], dtype="<u4")
    write_sealed(file, header + pairs.tobytes(), what="speech")


def load_speech(
    file: CacheFile, fingerprint: Fingerprint
) -> tuple[tuple[TimeSpan, ...], int] | None:
    """Read stretches and the duration; None if damaged, of another recording or version."""
    body = read_sealed(file)
    if body is None or len(body) < _HEADER.size:
        return None
    magic, of_recording, duration_ms = _HEADER.unpack_from(body)
    pairs = body[_HEADER.size :]
    if magic != _MAGIC or of_recording != fingerprint.encode("ascii") or len(pairs) % 8:
        return None
    ends = np.frombuffer(pairs, dtype="<u4").reshape(-1, 2).tolist()
    return tuple(TimeSpan(start, end) for start, end in ends), duration_ms
