"""Peaks on disk: a file that is believed only if every byte of it is as it was written."""

from __future__ import annotations

import struct

import numpy as np

from practicecoder.audio.cache import CacheFile
from practicecoder.audio.peaks import SAMPLES_PER_BIN, Peaks
from practicecoder.audio.sealed_file import read_sealed, write_sealed
from practicecoder.domain.ids import Fingerprint

_MAGIC = b"PCPEAKS\x01"  # the last byte is the version of this layout
_HEADER = struct.Struct("<8s64sIIIQQ")


def save_peaks(peaks: Peaks, file: CacheFile, fingerprint: Fingerprint) -> None:
    """Write the finest level behind a header."""
    finest = np.ascontiguousarray(peaks.levels[0], dtype="<i2")
    header = _HEADER.pack(
        _MAGIC,
        fingerprint.encode("ascii"),
        peaks.samples_per_bin,
        peaks.sample_rate,
        peaks.channels,
        finest.shape[2],
        peaks.sample_count,
    )
    write_sealed(file, header + finest.tobytes(), what="peaks")


def load_peaks(file: CacheFile, fingerprint: Fingerprint) -> Peaks | None:
    """Read peaks; None if there are none, they are damaged, of another recording or version."""
    body = read_sealed(file)
    if body is None or len(body) < _HEADER.size:
        return None
    magic, of_recording, per_bin, rate, channels, bins, samples = _HEADER.unpack_from(body)
    is_ours = magic == _MAGIC and of_recording == fingerprint.encode("ascii")
    if not is_ours or per_bin != SAMPLES_PER_BIN:
        return None
    values = np.frombuffer(body, dtype="<i2", offset=_HEADER.size)
    if rate == 0 or channels == 0 or values.size != 2 * channels * bins:
        return None
    finest = values.astype(np.int16).reshape(2, channels, bins)
    return Peaks.of_bins(finest, sample_rate=rate, sample_count=samples)
