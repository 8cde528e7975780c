from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from practicecoder.audio.peaks import SAMPLES_PER_BIN, Peaks, bins_of
from practicecoder.audio.peaks_making import peaks_of

RATE = 8_000


def peaks_from(samples: NDArray[np.int16], rate: int = RATE) -> Peaks:
    return Peaks.of_bins(bins_of(samples), sample_rate=rate, sample_count=samples.shape[1])


def noise(samples: int, channels: int = 1) -> NDArray[np.int16]:
    generator = np.random.default_rng(7)
    return generator.integers(-32_768, 32_767, (channels, samples)).astype(np.int16)


@pytest.mark.parametrize("samples", [1, 255, 256, 257, 5_000])
def test_bins_hold_the_extremes_of_their_samples(samples: int) -> None:
    sound = noise(samples, channels=2)
    bins = bins_of(sound)
    assert bins.shape == (2, 2, -(-samples // SAMPLES_PER_BIN))
    for number in range(bins.shape[2]):
        part = sound[:, number * SAMPLES_PER_BIN : (number + 1) * SAMPLES_PER_BIN]
        np.testing.assert_array_equal(bins[0, :, number], part.min(axis=1))
        np.testing.assert_array_equal(bins[1, :, number], part.max(axis=1))


def test_every_level_holds_the_extremes_of_the_whole() -> None:
    peaks = peaks_from(noise(SAMPLES_PER_BIN * 9_001 + 17))
    assert len(peaks.levels) > 2
    for level in peaks.levels:
        assert level[0].min() == peaks.levels[0][0].min()
        assert level[1].max() == peaks.levels[0][1].max()
    bins = [level.shape[2] for level in peaks.levels]
    assert bins == [9_002, 2_251, 563, 141]


@given(
    start=st.integers(0, 60_000),
    length=st.integers(20, 80_000),
    width=st.integers(1, 400),
)
def test_window_is_never_narrower_than_the_sound_and_never_invents(
    start: int, length: int, width: int
) -> None:
    """Each column covers its samples, and at most the two bins that lie across its edges."""
    sound = noise(RATE * 64)
    lows, highs = peaks_from(sound).window(start, start + length, width)
    per_px = length * RATE / 1000 / width
    spread = max(SAMPLES_PER_BIN, 2 * per_px)
    for column in {0, width // 2, width - 1}:
        first = start * RATE / 1000 + column * per_px
        inner = sound[0, int(first) : max(int(first) + 1, int(first + per_px))]
        outer = sound[0, max(0, int(first - spread)) : int(first + per_px + spread) + 1]
        if inner.size:
            assert lows[column] <= inner.min()
            assert highs[column] >= inner.max()
            assert outer.min() <= lows[column]
            assert highs[column] <= outer.max()


def test_window_beyond_the_sound_is_flat() -> None:
    sound = noise(31 * SAMPLES_PER_BIN)  # 992 ms
    lows, highs = peaks_from(sound).window(-992, 3 * 992, 4)
    assert (lows[0], highs[0], lows[2], highs[2]) == (0, 0, 0, 0)
    assert lows[1] < -30_000
    assert highs[1] > 30_000
    assert not peaks_from(noise(RATE)).window(5000, 6000, 10)[0].any()


def test_channels_keep_their_own_peaks() -> None:
    sound = np.stack([np.full(RATE, 900), np.full(RATE, -400)]).astype(np.int16)
    peaks = peaks_from(sound)
    assert peaks.channels == 2
    assert set(peaks.window(0, 1000, 20, channel=0)[1].tolist()) == {900}
    assert set(peaks.window(0, 1000, 20, channel=1)[0].tolist()) == {-400}


def test_usual_loudness_is_the_mean_of_the_extremes_and_lies_between_them() -> None:
    sound = np.zeros((1, RATE * 60), np.int16)
    sound[0, :: SAMPLES_PER_BIN * 2] = 8_000  # a click in every other bin
    peaks = peaks_from(sound)
    lows, highs = peaks.usual_window(0, 60_000, 10)
    assert set(lows.tolist()) == {0}
    assert np.abs(highs - 4_000).max() < 100
    assert set(peaks.window(0, 60_000, 10)[1].tolist()) == {8_000}
    assert not peaks.usual_window(70_000, 80_000, 10)[1].any()


def test_peaks_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="read-only"):
        peaks_from(noise(RATE)).levels[0][0, 0, 0] = 1


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("rate", [8_000, 44_100])
def test_peaks_of_a_file_are_those_of_its_samples(
    make_wave: Callable[..., Path], channels: int, rate: int
) -> None:
    sound = noise(3 * rate + 77, channels)
    peaks = peaks_of(make_wave(sound, rate))
    np.testing.assert_array_equal(peaks.levels[0], bins_of(sound))
    assert peaks.sample_count == 3 * rate + 77
    assert peaks.duration_ms == round(peaks.sample_count * 1000 / rate)


def test_float_sound_is_cut_at_full_scale_and_does_not_wrap(tmp_path: Path) -> None:
    import av

    path = tmp_path / "loud.wav"
    with av.open(str(path), "w", format="wav") as container:
        stream = container.add_stream("pcm_f32le", rate=8_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(
            np.array([[1.5, -1.5] * 500], np.float32), format="flt", layout="mono"
        )
        frame.sample_rate = 8_000
        container.mux(stream.encode(frame))
    lows, highs = peaks_of(path).window(0, 100, 10)
    assert (lows.min(), highs.max()) == (-32_768, 32_767)


def test_cancelling_stops_the_making(make_sound: Callable[..., Path]) -> None:
    with pytest.raises(CancelledError):
        peaks_of(make_sound("wav", seconds=5), cancelled=lambda: True)
