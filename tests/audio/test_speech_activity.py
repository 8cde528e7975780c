from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from practicecoder.audio.cache import CacheKind, SoundCache
from practicecoder.audio.speech_activity import (
    DROP_BURSTS_UNDER_MS,
    JOIN_GAPS_UNDER_MS,
    SpeechActivity,
    activity_of,
    cached_speech,
    find_speech,
)
from practicecoder.audio.speech_cache import load_speech
from practicecoder.domain.ids import Fingerprint
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import RecordingError

DEMONSTRATION = Path(__file__).parents[2] / "demonstration"
MINE, OTHER = Fingerprint("a1" * 32), Fingerprint("b2" * 32)
RATE = 16_000
SECONDS = 12

MakeWave = Callable[..., Path]


def flags(*runs: int) -> NDArray[np.uint8]:
    """Frames of silence, speech, silence and so on."""
    return np.concatenate([np.full(run, at % 2, np.uint8) for at, run in enumerate(runs)])


def activity(*runs: int) -> SpeechActivity:
    frames = flags(*runs)
    return activity_of(frames, frame_ms=30, duration_ms=30 * frames.size)


# Frames to stretches


def test_gaps_under_the_threshold_are_closed_and_no_others() -> None:
    assert activity(0, 20, 9, 20).spans == (TimeSpan(0, 49 * 30),)
    assert activity(0, 20, 10, 20).spans == (TimeSpan(0, 600), TimeSpan(900, 1500))


def test_bursts_under_the_threshold_are_dropped_and_no_others() -> None:
    assert activity(50, 6, 50, 7, 50).spans == (TimeSpan(106 * 30, 113 * 30),)


def test_syllables_that_join_are_kept_though_each_is_short() -> None:
    assert activity(50, 3, 4, 3, 50).spans == (TimeSpan(1500, 1800),)


def test_speech_and_silence_without_end_are_one_stretch_and_none() -> None:
    assert activity(0, 100).spans == (TimeSpan(0, 3000),)
    assert activity(0, 100).silences == ()
    assert activity(100).spans == ()
    assert activity(100).silences == (TimeSpan(0, 3000),)
    assert activity_of(flags(0), frame_ms=30, duration_ms=7).silences == (TimeSpan(0, 7),)


def test_last_frame_ends_with_the_recording() -> None:
    speech = activity_of(flags(0, 100), frame_ms=30, duration_ms=2_990)
    assert speech.spans == (TimeSpan(0, 2_990),)


@given(st.lists(st.integers(1, 40), max_size=30))
def test_stretches_are_long_enough_apart_enough_and_fill_the_recording(runs: list[int]) -> None:
    speech = activity(0, *runs)
    for span in speech.spans:
        assert span.duration_ms >= DROP_BURSTS_UNDER_MS
    for one, following in zip(speech.spans, speech.spans[1:], strict=False):
        assert following.start_ms - one.end_ms >= JOIN_GAPS_UNDER_MS
    silent_ms = sum(span.duration_ms for span in speech.silences)
    assert speech.speech_ms + silent_ms == speech.duration_ms == 30 * sum(runs)


# The demonstration's recordings


def share_right(visit: str) -> float:
    """Share of hundredths of a second that are told as the timing of the made voice has them."""
    timing = json.loads((DEMONSTRATION / "visits" / "timing.json").read_text())[visit]
    speech = find_speech(DEMONSTRATION / "audio" / f"{visit}.ogg")
    assert speech.duration_ms == pytest.approx(timing["duration_ms"], abs=40)
    at = np.arange(0, timing["duration_ms"], 10)
    truth, told = np.zeros(at.size, bool), np.zeros(at.size, bool)
    for start_ms, end_ms in timing["lines"].values():
        truth |= (at >= start_ms) & (at < end_ms)
    for span in speech.spans:
        told |= (at >= span.start_ms) & (at < span.end_ms)
    return float((truth == told).mean())


@pytest.mark.parametrize("visit", ["visit-1", "visit-4"])
def test_speech_of_a_known_timing_is_found(visit: str) -> None:
    """Pauses within a line count as errors here; the bench prints the whole table."""
    share = share_right(visit)
    assert share > 0.92, share


# Sounds that are no speech


def hum(at: NDArray[np.float64]) -> NDArray[np.float64]:
    return 300 * np.sin(2 * np.pi * 50 * at)


def noise(at: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.random.default_rng(5).normal(0, 1_000, at.size)


@pytest.mark.parametrize("sound", [np.zeros_like, hum, noise])
def test_silence_hum_and_steady_noise_are_no_speech(
    make_wave: MakeWave, sound: Callable[[NDArray[np.float64]], NDArray[np.float64]]
) -> None:
    samples = sound(np.arange(SECONDS * RATE) / RATE).astype(np.int16)[np.newaxis]
    speech = find_speech(make_wave(samples, RATE))
    assert speech.spans == ()
    assert speech.silences == (TimeSpan(0, SECONDS * 1000),)


def test_steady_tone_is_taken_for_a_voice(make_wave: MakeWave) -> None:
    """A known limit of the detector, said in the module's description."""
    tone = 8_000 * np.sin(2 * np.pi * 440 * np.arange(SECONDS * RATE) / RATE)
    speech = find_speech(make_wave(tone.astype(np.int16)[np.newaxis], RATE))
    assert speech.speech_ms > 0.9 * SECONDS * 1000


@pytest.mark.parametrize("rate", [8_000, 44_100, 96_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_tone_between_silences_is_placed_at_any_rate(
    make_wave: MakeWave, rate: int, channels: int
) -> None:
    at = np.arange(9 * rate) / rate
    tone = 8_000 * np.sin(2 * np.pi * 440 * at) * ((at >= 3) & (at < 6))
    speech = find_speech(make_wave(np.repeat(tone[np.newaxis], channels, 0).astype("i2"), rate))
    (span,) = speech.spans
    assert span.start_ms == pytest.approx(3_000, abs=120)
    assert span.end_ms == pytest.approx(6_000, abs=200)
    assert speech.duration_ms == pytest.approx(9_000, abs=2)


def test_sound_shorter_than_a_frame_is_silence(make_wave: MakeWave) -> None:
    speech = find_speech(make_wave(np.ones((1, 160), np.int16), RATE))
    assert speech == SpeechActivity(spans=(), duration_ms=10)


# Trouble


def test_cancelling_ends_it(make_sound: Callable[..., Path]) -> None:
    with pytest.raises(CancelledError):
        find_speech(make_sound("mp3"), cancelled=lambda: True)


def test_progress_rises(make_sound: Callable[..., Path]) -> None:
    told: list[float] = []
    find_speech(make_sound("mp3", seconds=60), on_progress=told.append)
    assert told
    assert told == sorted(told)


def test_damaged_file_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "visit.flac"
    path.write_bytes(b"fLaC" + bytes(5_000))
    with pytest.raises(RecordingError) as caught:
        find_speech(path)
    assert caught.value.problems[0].file == "visit.flac"


# Cache


def test_speech_is_found_once_and_again_when_its_cache_is_damaged(
    make_wave: MakeWave, tmp_path: Path
) -> None:
    tone = (8_000 * np.sin(2 * np.pi * 440 * np.arange(2 * RATE) / RATE)).astype(np.int16)
    silence = np.zeros(2 * RATE, np.int16)
    sound = make_wave(np.concatenate((tone, silence, tone))[np.newaxis], RATE)
    asked: list[float] = []
    cache = SoundCache(folder=tmp_path / "cache")
    first = cached_speech(sound, MINE, cache, on_progress=asked.append)
    assert asked
    assert len(first.spans) == 2
    asked.clear()
    assert cached_speech(sound, MINE, cache, on_progress=asked.append) == first
    assert asked == []
    file = cache.file(MINE, CacheKind.SPEECH)
    content = file.path.read_bytes()
    for damaged in (b"", content[:-1], content[:40], content.replace(b"PCSPEECH", b"PCSPEECK")):
        file.path.write_bytes(damaged)
        assert cached_speech(sound, MINE, cache, on_progress=asked.append) == first
        assert asked
        asked.clear()
        assert file.path.read_bytes() == content


def test_speech_of_another_recording_is_not_believed(make_wave: MakeWave, tmp_path: Path) -> None:
    sound = make_wave(np.zeros((1, RATE), np.int16), RATE)
    cache = SoundCache(folder=tmp_path)
    cached_speech(sound, MINE, cache)
    file = cache.file(MINE, CacheKind.SPEECH)
    assert load_speech(file, MINE) == ((), 1_000)
    assert load_speech(file, OTHER) is None
