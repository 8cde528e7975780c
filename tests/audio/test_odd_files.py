from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from practicecoder.audio.intake import take_in
from practicecoder.audio.spectrogram import Spectrogram, spectrogram
from practicecoder.audio.speech_activity import find_speech
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import RecordingError
from tests.odd_sounds import REFUSED, TRACK_HZ, USABLE


@pytest.mark.parametrize("name", USABLE)
def test_odd_file_is_taken_and_everything_can_be_made_of_it(
    tmp_path: Path, work_dir: Path, name: str
) -> None:
    intake = take_in(USABLE[name](tmp_path), work_dir)
    duration_ms = intake.recording.duration_ms
    assert intake.peaks.duration_ms == duration_ms
    assert find_speech(intake.file).duration_ms == pytest.approx(duration_ms, abs=2)
    picture = spectrogram(intake.file, TimeSpan(0, duration_ms), width=20, height=64)
    assert isinstance(picture, Spectrogram)
    assert picture.levels.max() > -40


@pytest.mark.parametrize("name", REFUSED)
def test_odd_file_is_refused_in_one_sentence(tmp_path: Path, work_dir: Path, name: str) -> None:
    make, reason = REFUSED[name]
    source = make(tmp_path)
    with pytest.raises(RecordingError, match=reason) as caught:
        take_in(source, work_dir)
    (problem,) = caught.value.problems
    assert problem.file == source.name
    assert problem.what.count(".") == 1
    assert list(work_dir.iterdir()) == []


def test_half_a_second_keeps_its_length(tmp_path: Path, work_dir: Path) -> None:
    recording = take_in(USABLE["slip"](tmp_path), work_dir).recording
    assert (recording.duration_ms, recording.sample_count) == (500, 22_050)


def test_high_rate_is_kept_where_the_sound_is_copied_as_it_is(
    tmp_path: Path, work_dir: Path
) -> None:
    recording = take_in(USABLE["studio"](tmp_path), work_dir).recording
    assert (recording.sample_rate, recording.channels) == (96_000, 2)


@pytest.mark.parametrize("name", ["two-track film", "two-track webm"])
def test_of_two_sound_tracks_the_main_one_is_taken_and_that_is_said(
    tmp_path: Path, work_dir: Path, name: str
) -> None:
    intake = take_in(USABLE[name](tmp_path), work_dir)
    (warning,) = intake.warnings
    assert warning.startswith("The file has 2 sound tracks; number 1, its main one, is used.")
    picture = spectrogram(intake.file, TimeSpan(500, 2_500), width=9, height=80)
    assert isinstance(picture, Spectrogram)
    loudest = int(np.median(picture.levels.argmax(axis=0)))
    assert (79.5 - loudest) * 100 == pytest.approx(TRACK_HZ[0], abs=100)


def test_one_sound_track_is_nothing_to_speak_of(tmp_path: Path, work_dir: Path) -> None:
    assert take_in(USABLE["film"](tmp_path), work_dir).warnings == ()


def test_scratch_is_told(tmp_path: Path, work_dir: Path) -> None:
    (warning,) = take_in(USABLE["scratched"](tmp_path), work_dir).warnings
    assert "damaged in places" in warning
