"""Made sound for the benches: speech-like bursts, and noise that nowhere repeats itself."""

from __future__ import annotations

import wave
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

RATE = 44_100
MINUTE = 60 * RATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """One sound file to measure with."""

    name: str
    path: Path


def syllables(channels: int) -> NDArray[np.int16]:
    """One minute of bursts and pauses, shape (samples, channels)."""
    chance = np.random.default_rng(90)
    steps = MINUTE // 4_410
    talks = np.repeat(chance.random(steps // 20 + 1) < 0.7, 20)[:steps]
    loudness = np.interp(np.arange(MINUTE) / 4_410, np.arange(steps), chance.random(steps) * talks)
    voice = np.sin(2 * np.pi * 140 * np.arange(MINUTE) / RATE) + chance.normal(0, 0.3, MINUTE)
    one = (voice * loudness * 9_000).astype(np.int16)
    return np.stack([one // (channel + 1) for channel in range(channels)], axis=1)


def write_wave(path: Path, minute: NDArray[np.int16], minutes: int) -> Path:
    """Write a minute again and again."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(minute.shape[1])
        file.setsampwidth(2)
        file.setframerate(RATE)
        for _ in range(minutes):
            file.writeframesraw(minute.astype("<i2").tobytes())
    return path


def write_mp3(path: Path, minute: NDArray[np.int16], minutes: int) -> Path:
    """Encode a minute once; frames of mp3 can simply follow each other."""
    layout = "mono" if minute.shape[1] == 1 else "stereo"
    options = {"write_xing": "0", "id3v2_version": "0"}
    once = path.with_name("minute.mp3")
    with av.open(str(once), "w", format="mp3", options=options) as container:
        stream = container.add_stream("libmp3lame", rate=RATE, layout=layout)
        assert isinstance(stream, av.AudioStream)
        stream.bit_rate = 64_000 * minute.shape[1]
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(minute).reshape(1, -1), format="s16", layout=layout
        )
        frame.sample_rate, frame.pts = RATE, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    with path.open("wb") as file:
        for _ in range(minutes):
            file.write(once.read_bytes())
    once.unlink()
    return path


def uneven_noise(second: int, rate: int) -> NDArray[np.int16]:
    """One second of noise that no other second is like; dull and bright by turns.

    The turns make an encoder of variable bit rate vary it.
    """
    chance = np.random.default_rng(second)
    noise = chance.normal(0, 4_000, rate)
    if second // 7 % 2:
        noise = np.convolve(noise, np.full(32, 1 / 8), mode="same")
    return np.clip(noise, -30_000, 30_000).astype(np.int16)
