"""Decoding a file from end to end: counts its samples and tells bins and progress on the way."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import IO

import numpy as np
from numpy.typing import NDArray

from practicecoder.audio.facts import SoundKind
from practicecoder.audio.limits import MOST_HOURS
from practicecoder.audio.messages import BinsMade, BinsRestarted, Progressed, write_message
from practicecoder.audio.peaks import bins_of
from practicecoder.audio.remuxing import FlacWriter
from practicecoder.audio.sound_reader import AS_IT_IS, Form, SoundReader
from practicecoder.audio.sources import size_of
from practicecoder.vault.sound_file import SoundFile

_SPEAK_EVERY_S = 0.1
_CLOCK_TOLERANCE_MS = 15


class RefusedError(Exception):
    """The file cannot be used; ``problems`` are pairs of what is wrong and what to do."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        super().__init__("; ".join(what for what, _ in problems))
        self.problems = problems


@dataclass(slots=True, kw_only=True)
class Speaker:
    """Sends bins and progress to the program, not more often than is of use."""

    stream: IO[bytes]
    wants_bins: bool
    _waiting: list[NDArray[np.int16]] = field(default_factory=list)
    _next_at: float = 0.0

    def take(self, block: NDArray[np.int16], sample_rate: int, share: float) -> None:
        """Take one decoded block of shape (channels, samples)."""
        if self.wants_bins:
            self._waiting.append(bins_of(block))
        if self._is_due:
            self.send_bins(sample_rate)
            self.tell(share)

    def tell_if_due(self, share: float) -> None:
        """Say how much is done, unless that was said a moment ago."""
        if self._is_due:
            self.tell(share)

    def tell(self, share: float) -> None:
        """Say how much is done, 0 to 1."""
        write_message(self.stream, Progressed(share=min(1.0, max(0.0, share))))
        self._next_at = time.monotonic() + _SPEAK_EVERY_S

    def send_bins(self, sample_rate: int) -> None:
        """Send the bins that wait."""
        if not self._waiting:
            return
        bins = np.concatenate(self._waiting, axis=2)
        self._waiting.clear()
        data = bins.astype("<i2", copy=False).tobytes()
        message = BinsMade(sample_rate=sample_rate, channels=bins.shape[1], bins=data)
        write_message(self.stream, message)

    @property
    def _is_due(self) -> bool:
        return time.monotonic() >= self._next_at

    def restart(self) -> None:
        """Take back the bins sent so far."""
        self._waiting.clear()
        write_message(self.stream, BinsRestarted())


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What decoding a file from end to end counted; ``samples`` are per channel."""

    codec: str
    header_ms: int | None
    sample_rate: int
    channels: int
    samples: int
    packets: int
    damaged: int
    reached_ms: int

    @property
    def lost_ms(self) -> int:
        """About how much sound is missing between the pieces that could be decoded."""
        return max(0, self.reached_ms - self.duration_ms)

    @property
    def is_damaged(self) -> bool:
        """Whether sound is missing in places; container clocks alone differ by a few ms."""
        return self.damaged > 0 or self.lost_ms > _CLOCK_TOLERANCE_MS

    @property
    def duration_ms(self) -> int:
        """Length in whole milliseconds."""
        return round(self.samples * 1000 / self.sample_rate)


def measure(
    sound: SoundFile, kind: SoundKind, speaker: Speaker, *, write_to: FlacWriter | None = None
) -> Measured:
    """Decode a whole file, and write it anew as FLAC if ``write_to`` is given.

    Raises
    ------
    RefusedError
        If there is no sound in it, or more than a day of work.
    """
    size = max(1, size_of(sound))
    read_bytes = 0

    def note(position: int) -> None:
        nonlocal read_bytes
        read_bytes = position

    samples = 0
    form = AS_IT_IS if write_to is None else Form(most_rate=write_to.most_rate)
    with SoundReader(sound, kind, form=form, on_position=note) as reader:
        header_ms = reader.header_duration_ms
        for block in reader.blocks():
            samples += block.shape[1]
            refuse_endless(samples, reader.sample_rate)
            if write_to is not None:
                write_to.write(block, reader.sample_rate)
            speaker.take(block, reader.sample_rate, read_bytes / size)
        refuse_soundless(samples)
        speaker.send_bins(reader.sample_rate)
        return Measured(
            codec=reader.codec if write_to is None else "flac",
            header_ms=header_ms,
            sample_rate=reader.sample_rate,
            channels=reader.channels,
            samples=samples,
            packets=reader.packets,
            damaged=reader.damaged,
            reached_ms=round(reader.reached_ms),
        )


def refuse_endless(samples: int, sample_rate: int) -> None:
    """Raise if so much sound cannot be one session."""
    if samples > MOST_HOURS * 3600 * sample_rate:
        raise too_long()


def refuse_soundless(samples: int) -> None:
    """Raise if nothing could be decoded."""
    if samples == 0:
        raise RefusedError(
            ("there is no sound in it that can be decoded.", "Copy it again from the recorder.")
        )


def too_long() -> RefusedError:
    """Make the refusal of a file that holds, or claims to hold, more than can be one session."""
    return RefusedError(
        (
            f"it holds more than {MOST_HOURS} hours of sound.",
            "Cut it into one file for each session.",
        )
    )
