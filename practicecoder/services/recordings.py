"""Recordings on their way into a study, and facts about sound files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from practicecoder.errors import ExportError

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""


def describe(file: Path) -> dict[str, object]:
    """Decode a sound file once and say what it is.

    Raises
    ------
    RecordingError
        If the file is no sound that practicecoder knows, is damaged, or ends early.
    """
    from practicecoder.audio.probe import inspect

    facts = asdict(inspect(file))
    return {
        key: value if not isinstance(value, tuple) else list(value) for key, value in facts.items()
    }


def write_peaks(file: Path, out: Path, *, progress: Progress | None = None) -> None:
    """Write the waveform cache of a sound file.

    Raises
    ------
    RecordingError
        If the sound cannot be used.
    ExportError
        If the cache cannot be written there.
    """
    from practicecoder.audio.cache import CacheFile
    from practicecoder.audio.peaks_cache import load_peaks, save_peaks
    from practicecoder.audio.peaks_making import peaks_of
    from practicecoder.audio.probe import inspect

    def report(share: float) -> None:
        if progress is not None:
            progress(share, "making the waveform")

    refusal = ExportError(f"{out} cannot be written. Choose another place.")
    if out.exists() and not out.is_file():
        raise refusal
    fingerprint = inspect(file).fingerprint
    kept = CacheFile(path=out)
    save_peaks(peaks_of(file, progress=report), kept, fingerprint)
    if load_peaks(kept, fingerprint) is None:
        raise refusal
