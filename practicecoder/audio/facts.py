"""What is known about a sound file: its kind and what decoding the whole of it measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from practicecoder.domain.ids import Fingerprint

ReportProgress: TypeAlias = Callable[[float], None]
"""Is told the share of the work that is done, 0 to 1."""

IsCancelled: TypeAlias = Callable[[], bool]
"""Is asked again and again whether to stop."""


class SoundKind(StrEnum):
    """Kinds of file that are taken, told apart by their first bytes."""

    WAVE = "wav"
    FLAC = "flac"
    MP3 = "mp3"
    ADTS = "aac"
    MP4 = "m4a"
    OGG = "ogg"
    WEBM = "webm"


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioFacts:
    """What one sound file holds.

    ``sample_count`` is per channel, counted by decoding the whole file; ``duration_ms`` follows
    from it. ``header_duration_ms`` is what the file says of itself; None if it says nothing.
    ``fingerprint`` is of this very file. ``truncated``: the file promises more than it holds.
    ``warnings`` are whole sentences.
    """

    container: SoundKind
    codec: str
    channels: int
    sample_rate: int
    sample_count: int
    duration_ms: int
    header_duration_ms: int | None
    size_bytes: int
    fingerprint: Fingerprint
    truncated: bool = False
    warnings: tuple[str, ...] = ()
