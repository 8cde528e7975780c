"""Several stretches of a recording as one sound file, with a soft tone between them."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from practicecoder.audio.facts import IsCancelled
from practicecoder.audio.sources import Sound
from practicecoder.audio.stretches import decode_excerpt
from practicecoder.domain.spans import TimeSpan

RATE = 24_000
"""Highest sample rate of a reel, in Hz: speech needs no more."""
TONE_HZ = 660.0
TONE_MS = 250
TONE_PEAK = 0.08
"""Peak of the tone as a share of full scale: heard between voices, startling nobody."""
PAUSE_MS = 350
"""Quiet on either side of the tone."""
FADE_MS = 20
"""A stretch fades in and out this long, so that no cut clicks."""


def reel_bytes(
    recording: Sound,
    spans: Sequence[TimeSpan],
    *,
    on_progress: Callable[[float], None] = lambda _share: None,
    cancelled: IsCancelled | None = None,
) -> bytes:
    """Decode stretches and join them into a WAVE file of 16-bit samples, without any tag.

    Parameters
    ----------
    recording
        The study's copy of the recording.
    spans
        Stretches in the order in which they are heard, one or more; what lies beyond the end of
        the recording is left out.
    on_progress
        Told the share done, 0 to 1, after each stretch.
    cancelled
        Asked while decoding.

    Raises
    ------
    RecordingError
        If the recording cannot be decoded there.
    ValueError
        Without any stretch.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    if not spans:
        raise ValueError("a reel needs a stretch")
    pieces: list[NDArray[np.int16]] = []
    rate = RATE
    for number, span in enumerate(spans):
        found = decode_excerpt(recording, span, most_rate=RATE, cancelled=cancelled)
        rate = found.sample_rate
        samples = np.frombuffer(found.samples, dtype="<i2")
        if number:
            pieces.append(between(rate))
        pieces.append(faded(samples, rate))
        on_progress((number + 1) / len(spans))
    return _wave(np.concatenate(pieces), rate)


def between(rate: int) -> NDArray[np.int16]:
    """Quiet, a soft tone that swells and fades, and quiet again."""
    quiet = np.zeros(round(PAUSE_MS * rate / 1000), dtype=np.int16)
    at = np.arange(round(TONE_MS * rate / 1000)) / rate
    swell = np.sin(np.pi * np.arange(at.size) / max(at.size, 1)) ** 2
    tone = TONE_PEAK * swell * np.sin(2 * np.pi * TONE_HZ * at) * np.iinfo(np.int16).max
    return np.concatenate([quiet, tone.astype(np.int16), quiet])


def faded(samples: NDArray[np.int16], rate: int) -> NDArray[np.int16]:
    """Samples with their first and last milliseconds faded."""
    n = min(round(FADE_MS * rate / 1000), samples.size // 2)
    if n == 0:
        return samples
    gain = np.ones(samples.size)
    gain[:n] = np.linspace(0.0, 1.0, n)
    gain[-n:] = np.linspace(1.0, 0.0, n)
    return np.asarray(np.round(samples * gain), dtype=np.int16)


def _wave(samples: NDArray[np.int16], rate: int) -> bytes:
    target = io.BytesIO()
    with wave.open(target, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples.astype("<i2").tobytes())
    return target.getvalue()
