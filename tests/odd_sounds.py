"""Odd sound files as recorders, telephones and cameras leave them, made where the tests run."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

TRACK_HZ = (500, 1_500)
"""Tones of the sound tracks of :func:`film`, by which they are told apart."""

MakeFile = Callable[[Path], Path]


def tone(hertz: float, seconds: float, rate: int) -> NDArray[np.int16]:
    """A tone of shape (1, samples)."""
    at = np.arange(round(seconds * rate)) / rate
    return (8_000 * np.sin(2 * np.pi * hertz * at)).astype(np.int16)[np.newaxis]


def wave_file(path: Path, *, seconds: float, rate: int, channels: int = 1) -> Path:
    """Write a tone as WAV."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        samples = np.repeat(tone(440, seconds, rate), channels, axis=0)
        file.writeframes(samples.T.astype("<i2").tobytes())
    return path


def film(path: Path, *, tracks: int, seconds: float = 3.0) -> Path:
    """Write moving pictures with so many sound tracks, each with a tone of its own."""
    is_webm = path.suffix == ".webm"
    pictures, sound = ("libvpx", "libopus") if is_webm else ("mpeg4", "aac")
    with av.open(str(path), "w", format="webm" if is_webm else "mp4") as container:
        video = container.add_stream(pictures, rate=25)
        assert isinstance(video, av.VideoStream)
        video.width = video.height = 64
        video.pix_fmt = "yuv420p"
        streams = [container.add_stream(sound, rate=48_000, layout="mono") for _ in range(tracks)]
        for _ in range(round(25 * seconds)):
            container.mux(video.encode(av.VideoFrame(64, 64, "yuv420p")))
        container.mux(video.encode(None))
        for stream, hertz in zip(streams, TRACK_HZ, strict=False):
            assert isinstance(stream, av.AudioStream)
            samples = tone(hertz, seconds, 48_000)
            frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
            frame.sample_rate, frame.pts = 48_000, 0
            container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
    return path


def damaged_flac(path: Path, *, from_share: float, to_share: float) -> Path:
    """Write twenty seconds of noise as FLAC and make part of its bytes nonsense."""
    chance = np.random.default_rng(11)
    samples = chance.normal(0, 3_000, (1, 20 * 16_000)).astype(np.int16)
    with av.open(str(path), "w", format="flac") as container:
        stream = container.add_stream("flac", rate=16_000, layout="mono")
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
        frame.sample_rate, frame.pts = 16_000, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    content = bytearray(path.read_bytes())
    first, last = round(from_share * len(content)), round(to_share * len(content))
    content[first:last] = chance.bytes(last - first)
    path.write_bytes(content)
    return path


USABLE: dict[str, MakeFile] = {
    "telephone": lambda folder: wave_file(folder / "telephone.wav", seconds=3, rate=8_000),
    "studio": lambda folder: wave_file(folder / "studio.wav", seconds=3, rate=96_000, channels=2),
    "slip": lambda folder: wave_file(folder / "slip.wav", seconds=0.5, rate=44_100),
    "film": lambda folder: film(folder / "film.mp4", tracks=1),
    "two-track film": lambda folder: film(folder / "film2.mp4", tracks=2),
    "two-track webm": lambda folder: film(folder / "film2.webm", tracks=2),
    "scratched": lambda folder: damaged_flac(
        folder / "scratched.flac", from_share=0.5, to_share=0.501
    ),
}
"""Makers of files that are taken, by name."""

REFUSED: dict[str, tuple[MakeFile, str]] = {
    "silent film": (lambda folder: film(folder / "silent.mp4", tracks=0), "no sound in the file"),
    "ruined": (
        lambda folder: damaged_flac(folder / "ruined.flac", from_share=0.2, to_share=0.6),
        "too much of it is damaged",
    ),
    "headless": (
        lambda folder: damaged_flac(folder / "headless.flac", from_share=0.0, to_share=0.2),
        "not a kind of sound file",
    ),
}
"""Makers of files that are refused, and part of the sentence that says why."""
