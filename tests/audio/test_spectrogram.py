from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from practicecoder.audio.spectrogram import (
    FLOOR_DB,
    LONGEST_MS,
    Spectrogram,
    TooLong,
    levels_of,
    spectrogram,
)
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import RecordingError

RATE = 16_000


def tone(hertz: float, seconds: float = 1.0, peak: float = 16_384) -> NDArray[np.int16]:
    at = np.arange(int(seconds * RATE)) / RATE
    return np.asarray(peak * np.sin(2 * np.pi * hertz * at), dtype=np.int16)


def row_of(hertz: float, height: int, top_hz: float = 8_000) -> int:
    return height - 1 - int(hertz / top_hz * height)


# Samples to levels


@pytest.mark.parametrize("height", [40, 100, 200])
@pytest.mark.parametrize("hertz", [440, 1_000, 3_210, 7_500])
def test_tone_is_loudest_in_its_own_row(height: int, hertz: float) -> None:
    levels = levels_of(tone(hertz), RATE, shape=(height, 30))
    assert levels.shape == (height, 30)
    assert levels.dtype == np.float32
    rows = levels[:, 1:-1].argmax(axis=0)
    # A band is 31 Hz wide, so a tone at the edge of a row may fall on its neighbour.
    assert np.abs(rows - row_of(hertz, height)).max() <= (0 if hertz == 440 else 1)


def test_level_is_that_of_a_sine_of_full_scale() -> None:
    for peak, expected in ((32_767, 0.0), (16_384, -6.02), (3_277, -20.0)):
        levels = levels_of(tone(1_000, peak=peak), RATE, shape=(80, 9))
        assert levels[:, 4].max() == pytest.approx(expected, abs=0.05)


def test_silence_is_at_the_floor() -> None:
    levels = levels_of(np.zeros(RATE, np.int16), RATE, shape=(50, 20))
    assert set(levels.ravel().tolist()) == {FLOOR_DB}


def test_columns_follow_the_time() -> None:
    sound = np.concatenate((tone(500), np.zeros(RATE, np.int16), tone(2_000)))
    levels = levels_of(sound, RATE, shape=(160, 60))
    assert levels[:, 10].argmax() == row_of(500, 160)
    assert levels[:, 30].max() == FLOOR_DB
    assert levels[:, 50].argmax() == row_of(2_000, 160)


@given(
    samples=st.integers(0, 2_000),
    height=st.integers(1, 600),
    width=st.integers(1, 700),
    rate=st.sampled_from([8_000, 11_025, 16_000]),
)
def test_any_shape_of_any_sound_has_levels_between_floor_and_full_scale(
    samples: int, height: int, width: int, rate: int
) -> None:
    sound = np.random.default_rng(samples).integers(-32_768, 32_767, samples).astype(np.int16)
    levels = levels_of(sound, rate, shape=(height, width), top_hz=min(8_000, rate / 2))
    assert levels.shape == (height, width)
    assert np.isfinite(levels).all()
    assert levels.min() >= FLOOR_DB
    assert levels.max() < 10


def test_cancelling_the_arithmetic_ends_it() -> None:
    with pytest.raises(CancelledError):
        levels_of(tone(440), RATE, shape=(80, 9), cancelled=lambda: True)


# Files


def picture_of(path: Path, start_ms: int, end_ms: int, height: int = 256) -> Spectrogram:
    made = spectrogram(path, TimeSpan(start_ms, end_ms), width=50, height=height)
    assert isinstance(made, Spectrogram)
    return made


@pytest.mark.parametrize(
    ("shape", "bit_rate"),
    [
        ("wav", None),
        ("flac", None),
        ("mp3", None),
        ("mp3", 32_000),
        ("m4a", None),
        ("alac", None),
        ("ogg", None),
        ("opus", None),
        ("webm", None),
    ],
)
def test_picture_of_a_stretch_is_that_of_its_place(
    make_sound: Callable[..., Path], shape: str, bit_rate: int | None
) -> None:
    """The made sound rises by 80 Hz a second, so that each frequency tells a time."""
    path = make_sound(shape, seconds=60, bit_rate=bit_rate)
    made = picture_of(path, 40_000, 42_000)
    assert made.span == TimeSpan(40_000, 42_000)
    assert made.top_hz == 8_000
    times_s = 40 + 2 * (np.arange(50) + 0.5) / 50
    hertz = 200 + 80 * times_s
    shown = (255 - made.levels.argmax(axis=0)) * 8_000 / 256  # one band a row
    # 15.6 Hz are half a band, 4 Hz the 50 ms within which a place has to be right.
    assert np.abs(shown - hertz).max() <= 16 + 4


def test_vbr_mp3_is_read_at_the_right_place(make_sound: Callable[..., Path]) -> None:
    path = make_sound("mp3", seconds=90, options={"write_xing": "1"}, bit_rate=0)
    made = picture_of(path, 80_000, 81_000)
    hertz = 200 + 80 * (80 + (np.arange(50) + 0.5) / 50)
    shown = (255 - made.levels.argmax(axis=0)) * 8_000 / 256  # one band a row
    assert np.abs(shown - hertz).max() <= 16 + 4


def test_rate_under_sixteen_kilohertz_gives_a_lower_top(make_sound: Callable[..., Path]) -> None:
    path = make_sound("wav", seconds=5, rate=8_000)
    made = picture_of(path, 1_000, 2_000)
    assert made.top_hz == 4_000
    middle = 256 - 0.5 - made.levels[:, 25].argmax()
    assert middle * 4_000 / 256 == pytest.approx(200 + 80 * 1.51, abs=20)


def test_both_channels_are_seen(make_wave: Callable[..., Path]) -> None:
    both = np.stack((tone(500, 3), tone(2_000, 3)))
    levels = picture_of(make_wave(both, RATE), 1_000, 2_000, height=160).levels
    for hertz in (500, 2_000):
        assert levels[row_of(hertz, 160), 25] > -20
    assert levels[row_of(1_200, 160), 25] < -60


def test_what_lies_beyond_the_end_is_quiet(make_sound: Callable[..., Path]) -> None:
    levels = picture_of(make_sound("wav", seconds=3), 2_000, 4_000).levels
    assert levels[:, 10].max() > -30
    assert levels[:, 30].max() == FLOOR_DB


def test_too_long_a_stretch_is_not_begun(tmp_path: Path) -> None:
    nothing = tmp_path / "not even there.wav"
    made = spectrogram(nothing, TimeSpan(5, LONGEST_MS + 6), width=9, height=9)
    assert made == TooLong(longest_ms=LONGEST_MS)


def test_damaged_file_and_cancelling(tmp_path: Path, make_sound: Callable[..., Path]) -> None:
    damaged = tmp_path / "visit.flac"
    damaged.write_bytes(b"fLaC" + bytes(5_000))
    with pytest.raises(RecordingError):
        spectrogram(damaged, TimeSpan(0, 1_000), width=9, height=9)
    with pytest.raises(CancelledError):
        spectrogram(
            make_sound("wav"), TimeSpan(0, 1_000), width=9, height=9, cancelled=lambda: True
        )
