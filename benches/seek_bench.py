"""Where the sound really is after a seek: 200 random places in each format.

``python -m benches.seek_bench [--seeks 200] [--minutes 30]``

The sound is noise in which no place is like another. It is taken in as a recording of a study
would be, and decoded once from its start to its end: that is the time line of the waveform. Then
the window's player goes to random places, half of them while it plays and half of them while it
is paused, and the samples that Qt Multimedia hands on for output (``QAudioBufferOutput``) are
searched for in that sound. The error is where the output begins, less the place that was asked
for: below zero it begins before it. Some decoders begin with a moment of silence or of unlike
sound, because they lack what came before; its length is told as well.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia*=false")

import av
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferOutput, QAudioFormat, QMediaPlayer
from PySide6.QtWidgets import QApplication

from benches.sounds import uneven_noise
from practicecoder.audio.intake import Intake, take_in
from practicecoder.audio.probe import sniff
from practicecoder.audio.sound_reader import Form, SoundReader
from practicecoder.ui.player import Player, PlayerState, make_player
from practicecoder.vault.sound_file import SoundFile

SEED = 20_261_121
AIM_MS = 50
NEAR_MS = 3_000
"""How far from its target a place is looked for; what is further off is lost."""

SURE = 0.4
"""Least correlation by which a place is looked at; most others of the noise reach 0.16.

It may be low, since two buffers in a row have to be found side by side: the first frames of a
decoder that lacks its past are unlike anything, and AAC replaces noise by noise of its own.
"""

SIDE_BY_SIDE_MS = 0.5
PIECE = 1_024
"""Samples that are searched for, about a fiftieth of a second."""

_LAMBDA = 118  # FFmpeg's FF_QP2LAMBDA
PIECES = 6
PATIENCE_MS = 4_000
"""How long a seek may take; the player asks again eight times in 2.4 s."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Samples of one buffer, and where Qt believes them to be."""

    believed_ms: float
    samples: NDArray[np.int16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """Where the output began, less the target, and how much of it was not the recording."""

    error_ms: float
    unlike_ms: float


class Tap:
    """Hears what the player hands on for output."""

    def __init__(self, player: Player, rate: int) -> None:
        self.rate = rate
        self.pieces: list[Piece] = []
        form = QAudioFormat()
        form.setSampleRate(rate)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._output = QAudioBufferOutput(form, player)
        self._output.audioBufferReceived.connect(self._take)
        media = player.findChild(QMediaPlayer)
        assert media is not None
        self._media = media
        media.setAudioBufferOutput(self._output)

    def detach(self) -> None:
        """Hear no more; only while nothing is on its way, whose memory would be gone."""
        self._media.setAudioBufferOutput(None)  # type: ignore[arg-type]  # None is documented

    def near(self, target_ms: int) -> list[Piece]:
        """Pieces that Qt believes to be near a place; others are from before the seek."""
        return [piece for piece in self.pieces if abs(piece.believed_ms - target_ms) < NEAR_MS]

    def _take(self, buffer: QAudioBuffer) -> None:
        if buffer.frameCount():
            samples = np.frombuffer(bytes(buffer.constData()), dtype=np.int16)
            self.pieces.append(Piece(believed_ms=buffer.startTime() / 1000, samples=samples))


def main() -> int:
    """Measure and print, each format in a process of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeks", type=int, default=200)
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--only", choices=[form.name for form in FORMATS])
    given = parser.parse_args()
    if given.only is not None:
        (form,) = (form for form in FORMATS if form.name == given.only)
        return measure(form, given.seeks, given.minutes)
    length = ["--seeks", str(given.seeks), "--minutes", str(given.minutes)]
    codes = [
        subprocess.run(
            [sys.executable, "-m", "benches.seek_bench", *length, "--only", form.name],
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode
        for form in FORMATS
    ]
    return max(codes)


def measure(form: Format, seeks: int, minutes: int) -> int:
    """Measure one format and print a line; 1 if there is nothing to play with."""
    app = QApplication(sys.argv[:1])
    player = make_player()
    if not player.is_available:
        sys.stdout.write("no media library on this computer\n")
        return 1
    with tempfile.TemporaryDirectory(prefix="seek-bench-") as folder:
        source = write(form, Path(folder) / form.file_name, minutes)
        work = Path(folder) / "work"
        work.mkdir()
        intake = take_in(source, work)
        reference = samples_of(intake.file, form.rate)
        say(form.name, landings_of(player, intake, reference, form.rate, seeks))
    app.processEvents()
    return 0


def write(form: Format, path: Path, minutes: int) -> Path:
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


def landings_of(
    player: Player, intake: Intake, reference: NDArray[np.int16], rate: int, seeks: int
) -> list[Landing | None]:
    """One landing for each seek; None where the sound was not near the place in time."""
    tap = Tap(player, rate)
    player.load(intake.file)
    wait(lambda: player.state is PlayerState.PAUSED)
    chance = random.Random(SEED)
    last_ms = intake.recording.duration_ms - 5_000
    landings: list[Landing | None] = []
    at_ms = 0
    for number in range(seeks):
        while abs((target_ms := chance.randrange(1_000, last_ms)) - at_ms) < 3 * NEAR_MS:
            pass
        landings.append(landing_at(player, tap, reference, target_ms, plays=number % 2 == 0))
        at_ms = target_ms
    player.pause()
    wait(lambda: False, most_ms=300)
    tap.detach()
    player.clear()
    wait(lambda: False, most_ms=300)
    return landings


def landing_at(
    player: Player, tap: Tap, reference: NDArray[np.int16], target_ms: int, *, plays: bool
) -> Landing | None:
    """Go to a place, while playing or not, and find what comes out."""
    if plays:
        player.play()
    else:
        player.pause()
    wait(lambda: False, most_ms=100)  # lets the sound run, or the last of it go by
    tap.pieces.clear()
    player.seek(target_ms)
    player.play()
    wait(lambda: len(tap.near(target_ms)) >= PIECES, most_ms=PATIENCE_MS)
    pieces = tap.near(target_ms)
    nowhere = float("-inf")
    places = [place_of(piece.samples, reference, tap.rate, target_ms) for piece in pieces]
    lengths = [piece.samples.size * 1000 / tap.rate for piece in pieces]
    passed_ms = 0.0
    for place, following, length_ms in zip(places, places[1:], lengths, strict=False):
        if place is not None and abs((following or nowhere) - place - length_ms) < SIDE_BY_SIDE_MS:
            return Landing(error_ms=place - passed_ms - target_ms, unlike_ms=passed_ms)
        passed_ms += length_ms
    return None


def place_of(
    samples: NDArray[np.int16], reference: NDArray[np.int16], rate: int, near_ms: int
) -> float | None:
    """Where in the reference these samples are, in ms; None if not near a place."""
    piece = samples[:PIECE].astype(np.float32)
    first = max(0, (near_ms - NEAR_MS) * rate // 1000)
    around = reference[first : first + 2 * NEAR_MS * rate // 1000 + piece.size]
    around = around.astype(np.float32)
    size = 1 << (around.size + piece.size).bit_length()
    spectrum = np.fft.rfft(around, size) * np.conj(np.fft.rfft(piece, size))
    alike = np.fft.irfft(spectrum, size)[: around.size - piece.size + 1]
    best = int(alike.argmax())
    there = around[best : best + piece.size]
    likeness = alike[best] / (float(np.linalg.norm(there)) * float(np.linalg.norm(piece)) + 1.0)
    return (first + best) * 1000 / rate if likeness >= SURE else None


def wait(is_done: Callable[[], bool], *, most_ms: int = 15_000) -> None:
    """Let Qt go on until something is the case, or so long."""
    loop = QEventLoop()
    looking = QTimer()
    looking.timeout.connect(lambda: loop.quit() if is_done() else None)
    looking.start(2)
    QTimer.singleShot(most_ms, loop, loop.quit)
    loop.exec()


def say(name: str, landings: list[Landing | None]) -> None:
    """Print the distribution of one format."""
    found = [landing for landing in landings if landing is not None]
    lost = len(landings) - len(found)
    if not found:
        sys.stdout.write(f"{name:14} no sound found near any place\n")
        return
    errors = np.array([landing.error_ms for landing in found])
    unlike = np.array([landing.unlike_ms for landing in found])
    size = np.abs(errors)
    holds = lost == 0 and size.max() <= AIM_MS
    sys.stdout.write(
        f"{name:14} {len(landings)} seeks: median {np.median(errors):+.1f} ms, size p95 "
        f"{np.percentile(size, 95):.1f}, most {size.max():.1f} "
        f"({errors.min():+.1f} to {errors.max():+.1f}), {np.mean(errors < -0.5):.0%} early, "
        f"{np.mean(errors > 0.5):.0%} late, {lost} lost; begins with {np.median(unlike):.0f} ms "
        f"of unlike sound (most {unlike.max():.0f}); within {AIM_MS} ms: "
        f"{'yes' if holds else 'NO'}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
