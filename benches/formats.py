"""Noise in each format that recordings come in, measured in a process of its own for each."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from benches.sounds import uneven_noise
from practicecoder.audio.probe import sniff
from practicecoder.audio.sound_reader import Form, SoundReader
from practicecoder.vault.sound_file import SoundFile

_LAMBDA = 118  # FFmpeg's FF_QP2LAMBDA


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a file is encoded. ``quality`` asks for a variable bit rate."""

    name: str
    file_name: str
    muxer: str
    codec: str
    sample_format: str
    rate: int = 44_100
    bit_rate: int | None = None
    quality: int | None = None


FORMATS = (
    Format(name="wav", file_name="a.wav", muxer="wav", codec="pcm_s16le", sample_format="s16"),
    Format(
        name="mp3 VBR",
        file_name="b.mp3",
        muxer="mp3",
        codec="libmp3lame",
        sample_format="s16p",
        quality=4,
    ),
    Format(
        name="mp3 64 kbit/s",
        file_name="c.mp3",
        muxer="mp3",
        codec="libmp3lame",
        sample_format="s16p",
        bit_rate=64_000,
    ),
    Format(name="m4a", file_name="d.m4a", muxer="ipod", codec="aac", sample_format="fltp"),
    Format(
        name="opus",
        file_name="e.opus",
        muxer="ogg",
        codec="libopus",
        sample_format="s16",
        rate=48_000,
    ),
    Format(name="flac", file_name="f.flac", muxer="flac", codec="flac", sample_format="s16"),
)


Measure = Callable[[Format, int, int], int]
"""Measures one format with so many seeks in so many minutes; its exit code."""


def measure_each(
    module: str, about: str, forms: Sequence[Format], measure: Measure, *, seeks: int, minutes: int
) -> int:
    """Measure every format, or the one asked for; the worst exit code.

    ``module`` is run again for each format; ``seeks`` and ``minutes`` are what it does unless it
    is asked otherwise.
    """
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("--seeks", type=int, default=seeks)
    parser.add_argument("--minutes", type=int, default=minutes)
    parser.add_argument("--only", choices=[form.name for form in forms])
    given = parser.parse_args()
    if given.only is not None:
        (form,) = (form for form in forms if form.name == given.only)
        return measure(form, given.seeks, given.minutes)
    sizes = ["--seeks", str(given.seeks), "--minutes", str(given.minutes)]
    codes = [
        subprocess.run(
            [sys.executable, "-m", module, *sizes, "--only", form.name],
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode
        for form in forms
    ]
    return max(codes)


def write_noise(form: Format, path: Path, minutes: int) -> Path:
    """Encode so much noise."""
    with av.open(str(path), "w", format=form.muxer) as container:
        stream = container.add_stream(form.codec, rate=form.rate, layout="mono")
        assert isinstance(stream, av.AudioStream)
        stream.format = form.sample_format
        if form.bit_rate is not None:
            stream.bit_rate = form.bit_rate
        if form.quality is not None:
            stream.options = {"flags": "+qscale", "global_quality": str(form.quality * _LAMBDA)}
        for second in range(60 * minutes):
            samples = uneven_noise(second, form.rate)[np.newaxis]
            frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
            frame.sample_rate, frame.pts = form.rate, second * form.rate
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def samples_of(sound: SoundFile, rate: int) -> NDArray[np.int16]:
    """Decode from the start to the end, as the waveform is."""
    with SoundReader(sound, sniff(sound), form=Form(rate=rate, most_channels=1)) as reader:
        return np.concatenate([block[0] for block in reader.blocks()])
