from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from practicecoder.audio.cache import CacheFile, CacheKind, SoundCache
from practicecoder.audio.peaks import Peaks, bins_of
from practicecoder.audio.peaks_cache import load_peaks, save_peaks
from practicecoder.audio.peaks_making import cached_peaks
from practicecoder.domain.ids import Fingerprint

MINE = Fingerprint("a1" * 32)
OTHER = Fingerprint("b2" * 32)


@pytest.fixture
def peaks() -> Peaks:
    samples = np.random.default_rng(3).integers(-999, 999, (2, 300_000)).astype(np.int16)
    return Peaks.of_bins(bins_of(samples), sample_rate=44_100, sample_count=300_000)


@pytest.fixture
def cache(tmp_path: Path, peaks: Peaks) -> CacheFile:
    file = CacheFile(path=tmp_path / "some.peaks")
    save_peaks(peaks, file, MINE)
    return file


def test_what_was_saved_is_loaded(cache: CacheFile, peaks: Peaks) -> None:
    loaded = load_peaks(cache, MINE)
    assert loaded is not None
    assert (loaded.sample_rate, loaded.sample_count) == (44_100, 300_000)
    assert len(loaded.levels) == len(peaks.levels)
    for one, other in zip(loaded.levels, peaks.levels, strict=True):
        np.testing.assert_array_equal(one, other)
    assert [path.name for path in cache.path.parent.iterdir()] == ["some.peaks"]


def test_peaks_of_another_recording_are_not_believed(cache: CacheFile) -> None:
    assert load_peaks(cache, OTHER) is None


def test_any_changed_byte_is_noticed(cache: CacheFile) -> None:
    content = cache.path.read_bytes()
    for at in (*range(110), *range(110, len(content), 97), len(content) - 1):
        damaged = bytearray(content)
        damaged[at] ^= 0x40
        cache.path.write_bytes(damaged)
        assert load_peaks(cache, MINE) is None, at


def test_cut_and_missing_files_are_noticed(cache: CacheFile) -> None:
    content = cache.path.read_bytes()
    for length in (0, 1, 31, 32, 33, 100, len(content) - 1):
        cache.path.write_bytes(content[:length])
        assert load_peaks(cache, MINE) is None, length
    cache.path.unlink()
    assert load_peaks(cache, MINE) is None


def test_cache_that_cannot_be_written_costs_nothing_but_a_line_in_the_log(
    tmp_path: Path, peaks: Peaks, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_bytes(b"")
    with caplog.at_level(logging.WARNING):
        save_peaks(peaks, CacheFile(path=tmp_path / "file" / "some.peaks"), MINE)
    assert "peaks cache not written" in caplog.text
    assert str(tmp_path) not in caplog.text
    caplog.clear()


def test_peaks_are_made_once_and_rebuilt_when_damaged(
    make_sound: Callable[..., Path], tmp_path: Path
) -> None:
    sound, cache = make_sound("flac", seconds=2), SoundCache(folder=tmp_path / "cache")
    made: list[float] = []
    first = cached_peaks(sound, MINE, cache, made.append)
    assert made
    made.clear()
    cached_peaks(sound, MINE, cache, made.append)
    assert made == []
    file = cache.file(MINE, CacheKind.PEAKS)
    file.path.write_bytes(file.path.read_bytes()[:-7])
    again = cached_peaks(sound, MINE, cache, made.append)
    assert made
    np.testing.assert_array_equal(first.levels[0], again.levels[0])
    assert load_peaks(file, MINE) is not None
