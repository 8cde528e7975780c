"""Where somebody speaks in a recording, told from its sound alone.

The frames are judged by the detector of WebRTC, a mixture of Gaussians over six bands of energy
between 80 Hz and 4 kHz. It knows speech from quiet, hum and steady noise, not one speaker from
another, and it takes a steady tone for a voice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from practicecoder.audio.cache import CacheKind, SoundCache
from practicecoder.audio.decoding import DecodingProcess, broken
from practicecoder.audio.facts import IsCancelled, ReportProgress
from practicecoder.audio.messages import SpeechHeard, SpeechJob
from practicecoder.audio.probe import sniff
from practicecoder.audio.sources import Sound, sound_of
from practicecoder.audio.speech_cache import load_speech, save_speech
from practicecoder.domain.ids import Fingerprint
from practicecoder.domain.spans import TimeSpan, gaps

JOIN_GAPS_UNDER_MS = 300
"""Shorter gaps belong to the speech around them.

Pauses are commonly counted from 250 ms on, shorter ones being part of articulation (De Jong and
Bosker 2013, Proc. DiSS, 17-20); we take the next whole number of frames.
"""

DROP_BURSTS_UNDER_MS = 200
"""What is shorter, after joining, is no speech but a knock or a cough: our own choice, about the
length of one syllable, so that a short "yes" stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechActivity:
    """Stretches in which somebody speaks, in order of time and apart from each other."""

    spans: tuple[TimeSpan, ...]
    duration_ms: int

    @property
    def silences(self) -> tuple[TimeSpan, ...]:
        """Stretches between, before and after the speech."""
        return gaps(self.spans, TimeSpan(0, self.duration_ms))

    @property
    def speech_ms(self) -> int:
        """How long somebody speaks, all in all."""
        return sum(span.duration_ms for span in self.spans)


def find_speech(
    recording: Sound,
    *,
    cancelled: IsCancelled | None = None,
    on_progress: ReportProgress | None = None,
) -> SpeechActivity:
    """Decode a recording in a process of its own and tell speech from silence.

    Raises
    ------
    RecordingError
        If the file cannot be decoded.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    job = SpeechJob(source=sound_of(recording), kind=sniff(recording))
    with DecodingProcess(job) as process:
        for message in process.answers(on_progress, cancelled):
            if isinstance(message, SpeechHeard):
                return activity_of(
                    np.frombuffer(message.flags, dtype=np.uint8),
                    frame_ms=message.frame_ms,
                    duration_ms=message.duration_ms,
                )
    raise broken(recording)


def cached_speech(
    recording: Sound,
    fingerprint: Fingerprint,
    cache: SoundCache,
    *,
    cancelled: IsCancelled | None = None,
    on_progress: ReportProgress | None = None,
) -> SpeechActivity:
    """Load the speech of a recording, or find it and keep it in the cache.

    Raises as :func:`find_speech`.
    """
    file = cache.file(fingerprint, CacheKind.SPEECH)
    kept = load_speech(file, fingerprint)
    if kept is not None:
        return SpeechActivity(spans=kept[0], duration_ms=kept[1])
    speech = find_speech(recording, cancelled=cancelled, on_progress=on_progress)
    save_speech(speech.spans, speech.duration_ms, file, fingerprint)
    return speech


def activity_of(flags: NDArray[np.uint8], *, frame_ms: int, duration_ms: int) -> SpeechActivity:
    """Make stretches out of frames: small gaps are closed first, then small bursts dropped.

    Parameters
    ----------
    flags
        One value a frame, other than 0 where somebody speaks.

    Examples
    --------
    >>> flags = np.array([0] * 10 + [1] * 20 + [0] * 5 + [1] * 20 + [0] * 45, np.uint8)
    >>> activity_of(flags, frame_ms=30, duration_ms=3_000).spans
    (TimeSpan(start_ms=300, end_ms=1650),)
    """
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags != 0, [0])).astype(np.int8)))
    runs = (edges * frame_ms).reshape(-1, 2).tolist()
    spans = (TimeSpan(start, min(end, duration_ms)) for start, end in _joined(runs))
    return SpeechActivity(
        spans=tuple(span for span in spans if span.duration_ms >= DROP_BURSTS_UNDER_MS),
        duration_ms=duration_ms,
    )


def _joined(runs: Iterable[list[int]]) -> list[list[int]]:
    joined: list[list[int]] = []
    for start_ms, end_ms in runs:
        if joined and start_ms - joined[-1][1] < JOIN_GAPS_UNDER_MS:
            joined[-1][1] = end_ms
        else:
            joined.append([start_ms, end_ms])
    return joined
