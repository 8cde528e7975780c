"""Peaks on disk: a file that is believed only if every byte of it is as it was written."""

from __future__ import annotations

import hashlib
import logging
import os
import struct
import tempfile
from pathlib import Path

import numpy as np

from practicecoder.audio.peaks import SAMPLES_PER_BIN, Peaks
from practicecoder.domain.ids import Fingerprint

_LOG = logging.getLogger(__name__)
_MAGIC = b"PCPEAKS\x01"  # the last byte is the version of this layout
_HEADER = struct.Struct("<8s64sIIIQQ")
_DIGEST_BYTES = 32


def save_peaks(peaks: Peaks, path: Path, fingerprint: Fingerprint) -> None:
    """Write the finest level, its header and a digest; the file appears complete or not at all.

    A cache that cannot be written is not an error: the peaks are made anew the next time.
    """
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
    content = header + finest.tobytes()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content + hashlib.sha256(content).digest())
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        _LOG.warning("peaks cache not written: %s", error.strerror)


def load_peaks(path: Path, fingerprint: Fingerprint) -> Peaks | None:
    """Read peaks; None if there are none, they are damaged, of another recording or version."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    body, digest = content[:-_DIGEST_BYTES], content[-_DIGEST_BYTES:]
    if len(body) < _HEADER.size or hashlib.sha256(body).digest() != digest:
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
