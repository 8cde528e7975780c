"""Made-up studies for the coding page: one session in A's queue, and scales of all sorts."""

from __future__ import annotations

import atexit
import shutil
import tempfile
import wave
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import numpy as np

from practicecoder.audio.cache import CacheKind, SoundCache
from practicecoder.audio.intake import Intake
from practicecoder.audio.peaks_cache import save_peaks
from practicecoder.codebook import library
from practicecoder.codebook.loader import parse_codebook
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import PracticeSession, Purpose
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study, open_study

LEAD, CODER = CoderId("L1"), CoderId("A")
CODE = BlindCode("S-7Q4K2")
SESSION = SessionId("V-0001")
SECONDS = 30


class Clock:
    """A clock that goes on by one second at every look."""

    def __init__(self, moment: datetime = datetime(2026, 10, 6, 14, 2, 7, tzinfo=UTC)) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def write_talk(path: Path, seconds: int = SECONDS) -> Path:
    """Write made-up talk: noise that swells and falls."""
    rate = 8_000
    at = np.arange(seconds * rate) / rate
    loudness = 0.5 + 0.45 * np.sin(at * 1.7) * np.sin(at * 0.4)
    noise = np.random.default_rng(1).normal(0, 0.2, at.size)
    samples = np.clip(noise * loudness, -1, 1) * 32_000
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.astype("<i2").tobytes())
    return path


def make_study(
    folder: Path, codebook: Codebook | None = None, sound: Intake | None = None, sessions: int = 1
) -> StudyServices:
    """Make a study with sessions in A's queue, the first one with code CODE.

    All sessions have the same sound, taken in before, with its waveform; None: they have none.
    Each kind is made once in a process, and copied.
    """
    book = codebook or library.find("swim7")
    kind = (book.ref, sound, sessions)
    if kind not in _patterns:
        clock = Clock()
        pattern = _place_of_patterns() / str(len(_patterns))
        _make(pattern, book, sound, sessions, clock).close()
        _patterns[kind] = (pattern, clock.moment)
    pattern, moment = _patterns[kind]
    return open_study(Path(shutil.copytree(pattern, folder)), now=Clock(moment))


_patterns: dict[tuple[CodebookRef, Intake | None, int], tuple[Path, datetime]] = {}


@cache
def _place_of_patterns() -> Path:
    place = Path(tempfile.mkdtemp(prefix="patterns-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return place


def _make(
    folder: Path, codebook: Codebook, sound: Intake | None, sessions: int, clock: Clock
) -> StudyServices:
    services = create_study(folder, title="Test study", codebook=codebook, made_up=True, now=clock)
    store = services.context.store
    recording = None if sound is None else sound.recording
    if sound is not None:
        shutil.copy(sound.file.path, store.audio_dir / sound.recording.stored_name)
        fingerprint = sound.recording.fingerprint
        kept = SoundCache(folder=store.cache_dir).file(fingerprint, CacheKind.PEAKS)
        save_peaks(sound.peaks, kept, fingerprint)
    first = PracticeSession(
        session_id=SESSION,
        blind_code=CODE,
        purpose=Purpose.BOTH,
        recording=recording,
        made_up=True,
    )
    with store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CODER))
        if recording is not None:
            unit.sessions.add_recording(recording)
        unit.sessions.add(first)
        for number in range(2, sessions + 1):
            session_id = SessionId(f"V-{number:04d}")
            code = BlindCode(f"S-OTHER{number}")
            unit.sessions.add(replace(first, session_id=session_id, blind_code=code))
    for number in range(1, sessions + 1):
        services.sessions.assign((SessionId(f"V-{number:04d}"),), CODER, actor=LEAD, seed=1)
    return services


def a_scale(
    *, lowest: int, highest: int, anchor: int | None = None, definition: str = "How it was."
) -> Codebook:
    """Codebook of two dimensions on a scale of its own."""
    levels = "\n".join(
        f'"{value}" = "Level {value} in words."' for value in range(lowest, highest + 1)
    )
    dimensions = "\n".join(
        f"""
[[dimensions]]
id = "{name}"
label = "{name.capitalize()}"
abbr = "{name[:3].upper()}"
group = "all"
definition = "{definition}"
[dimensions.levels]
{levels}
"""
        for name in ("warm", "clear")
    )
    text = f"""
schema = "practicecoder.codebook/1"
id = "own-scale"
version = "1.0.0"
status = "draft"
title = "A scale of its own"
language = "en-GB"
sources = ["made up"]
licence = "CC0-1.0"
wording = "Made up."
[unit]
audio = "none"
segments = ["whole"]
default_segment = "whole"
passes = 1
[scale]
min = {lowest}
max = {highest}
step = 1
{"" if anchor is None else f"anchor = {anchor}"}
better = "higher"
[groups]
all = "All"
{dimensions}
"""
    return parse_codebook(text, "own-scale.toml")
