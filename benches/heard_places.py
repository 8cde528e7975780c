"""Which place of a recording the window's player lets hear, told from the sound it puts out.

The samples that Qt Multimedia hands on for output (``QAudioBufferOutput``) are searched for in the
sound as it was decoded from start to end.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferOutput, QAudioFormat, QMediaPlayer

from practicecoder.ui.player import Player, make_player

SEED = 20_261_121
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

PIECES = 6
PATIENCE_MS = 4_000
"""How long a seek may take; the player asks again eight times in 2.4 s."""


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


def player_if_any() -> Player | None:
    """Make the window's player; None, and a line that says so, if it cannot play."""
    player = make_player()
    if player.is_available:
        return player
    sys.stdout.write("no media library on this computer\n")
    return None


def random_places(n: int, duration_ms: int) -> Iterator[int]:
    """Places in a recording, ms, each far from the one before."""
    chance = random.Random(SEED)
    last_ms, at_ms = duration_ms - 5_000, 0
    for _ in range(n):
        while abs((target_ms := chance.randrange(1_000, last_ms)) - at_ms) < 3 * NEAR_MS:
            pass
        at_ms = target_ms
        yield target_ms


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


def let_go(player: Player, tap: Tap) -> None:
    """Stop playing and listening, and put the recording away."""
    player.pause()
    wait(lambda: False, most_ms=300)
    tap.detach()
    player.clear()
    wait(lambda: False, most_ms=300)
