"""Peaks of a recording: from its cache if that is sound, else by decoding, drawn as it grows."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from practicecoder.audio.cache import CacheKind, SoundCache
from practicecoder.audio.decoding import decode
from practicecoder.audio.facts import IsCancelled, ReportProgress
from practicecoder.audio.messages import BinsMade, BinsRestarted
from practicecoder.audio.peaks import SAMPLES_PER_BIN, Level, Peaks
from practicecoder.audio.peaks_cache import load_peaks, save_peaks
from practicecoder.audio.probe import sniff
from practicecoder.audio.sources import Sound
from practicecoder.domain.ids import Fingerprint

ShowPeaks: TypeAlias = Callable[[Peaks], None]
"""Is told the peaks of the beginning, again and again as they grow."""

_SHOW_EVERY_S = 0.25


@dataclass(slots=True, kw_only=True)
class PeaksGatherer:
    """Puts the bins of a decoding process together."""

    on_partial: ShowPeaks | None = None
    _parts: list[Level] = field(default_factory=list)
    _sample_rate: int = 0
    _next_at: float = 0.0

    def hear(self, message: BinsMade | BinsRestarted) -> None:
        """Take the next bins."""
        if isinstance(message, BinsRestarted):
            self._parts.clear()
            return
        bins = np.frombuffer(message.bins, dtype="<i2").astype(np.int16, copy=False)
        self._parts.append(bins.reshape(2, message.channels, -1))
        self._sample_rate = message.sample_rate
        if self.on_partial is not None and time.monotonic() >= self._next_at:
            self.on_partial(self.peaks())
            self._next_at = time.monotonic() + _SHOW_EVERY_S

    def peaks(self, sample_count: int | None = None) -> Peaks:
        """Peaks of what was heard; ``sample_count`` None: of a beginning, in whole bins."""
        finest = np.concatenate(self._parts, axis=2)
        self._parts = [finest]
        return Peaks.of_bins(
            finest,
            sample_rate=self._sample_rate,
            sample_count=sample_count or finest.shape[2] * SAMPLES_PER_BIN,
        )


def peaks_of(
    sound: Sound,
    progress: ReportProgress | None = None,
    cancelled: IsCancelled | None = None,
    *,
    on_partial: ShowPeaks | None = None,
) -> Peaks:
    """Decode a recording in a process of its own and reduce it to peaks.

    The calls of ``on_partial`` come in the calling thread.

    Raises
    ------
    RecordingError
        If the file cannot be decoded.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    gatherer = PeaksGatherer(on_partial=on_partial)
    decoded = decode(
        sound, sniff(sound), on_bins=gatherer.hear, progress=progress, cancelled=cancelled
    )
    return gatherer.peaks(decoded.facts.sample_count)


def cached_peaks(
    sound: Sound,
    fingerprint: Fingerprint,
    cache: SoundCache,
    progress: ReportProgress | None = None,
    cancelled: IsCancelled | None = None,
    *,
    on_partial: ShowPeaks | None = None,
) -> Peaks:
    """Load the peaks of a recording, or make them and keep them in the cache.

    Raises as :func:`peaks_of`.
    """
    kept = cache.file(fingerprint, CacheKind.PEAKS)
    peaks = load_peaks(kept, fingerprint)
    if peaks is None:
        peaks = peaks_of(sound, progress, cancelled, on_partial=on_partial)
        save_peaks(peaks, kept, fingerprint)
    return peaks
