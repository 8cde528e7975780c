"""Small made-up sound files: sine sweeps, encoded where the tests run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

CANARY = "Zebedee Canarytag"
"""A made-up name that is put into every tag and must be in no working copy."""

_SHAPES = {
    "wav": ("wav", "pcm_s16le", "s16"),
    "flac": ("flac", "flac", "s16"),
    "mp3": ("mp3", "libmp3lame", "s16p"),
    "m4a": ("ipod", "aac", "fltp"),
    "alac": ("ipod", "alac", "s16p"),
    "ogg": ("ogg", "vorbis", "fltp"),
    "opus": ("ogg", "libopus", "s16"),
    "webm": ("webm", "libopus", "s16"),
    "aac": ("adts", "aac", "fltp"),
}
_SUFFIXES = {"alac": "m4a"}

MakeSound = Callable[..., Path]


def sweep(seconds: float, rate: int, channels: int = 1) -> NDArray[np.int16]:
    """Rising tone of shape (channels, samples); the second channel is half as loud."""
    at = np.arange(int(seconds * rate)) / rate
    tone = np.sin(2 * np.pi * (200 + 40 * at) * at)
    loudness = np.array([[0.5], [0.25]])[:channels]
    return np.asarray(tone * loudness * 32_767, dtype=np.int16)


def write_sound(
    path: Path,
    shape: str,
    samples: NDArray[np.int16],
    rate: int,
    *,
    options: dict[str, str] | None = None,
    bit_rate: int | None = None,
) -> Path:
    """Encode samples with a canary in every tag that the container has."""
    muxer, codec, sample_format = _SHAPES[shape]
    if codec == "vorbis" and len(samples) == 1:
        samples = np.repeat(samples, 2, axis=0)  # this encoder knows two channels only
    layout = {1: "mono", 2: "stereo", 6: "5.1"}[len(samples)]
    with av.open(str(path), "w", format=muxer, options=options or {}) as container:
        for key in ("title", "artist", "comment", "date", "encoded_by"):
            container.metadata[key] = CANARY
        stream = container.add_stream(codec, rate=rate, layout=layout)
        assert isinstance(stream, av.AudioStream)
        stream.options = {"strict": "experimental"}
        if bit_rate is not None:
            stream.bit_rate = bit_rate
        stream.format = sample_format
        stream.metadata["title"] = CANARY
        whole = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(samples.T).reshape(1, -1), format="s16", layout=layout
        )
        whole.sample_rate = rate
        whole.pts = 0
        container.mux(stream.encode(whole))
        container.mux(stream.encode(None))
    return path


@pytest.fixture
def make_sound(tmp_path: Path) -> MakeSound:
    """``make_sound("mp3", seconds=3)`` writes a file of that shape and gives its path."""

    def make(
        shape: str = "wav",
        *,
        seconds: float = 3.0,
        rate: int = 48_000,
        channels: int = 1,
        name: str | None = None,
        options: dict[str, str] | None = None,
        bit_rate: int | None = None,
    ) -> Path:
        path = tmp_path / (name or f"sound.{_SUFFIXES.get(shape, shape)}")
        samples = sweep(seconds, rate, channels)
        return write_sound(path, shape, samples, rate, options=options, bit_rate=bit_rate)

    return make


@pytest.fixture
def make_wave(tmp_path: Path) -> Callable[..., Path]:
    """``make_wave(samples, rate)`` writes given samples, shape (channels, samples), as WAV."""

    def make(samples: NDArray[np.int16], rate: int = 48_000, shape: str = "wav") -> Path:
        return write_sound(tmp_path / f"given.{shape}", shape, samples, rate)

    return make


@pytest.fixture
def canary() -> bytes:
    """The name that stands in every tag of a made file."""
    return CANARY.encode()


@pytest.fixture
def work_dir(tmp_path: Path) -> Path:
    """An empty folder for working copies."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder
