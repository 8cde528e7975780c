"""The recordings of the invented visits, decoded: length, level, size, no tags."""

from __future__ import annotations

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from practicecoder.services.demonstration_material import Visit, visits

VISITS = visits()


@pytest.fixture(scope="module", params=VISITS, ids=lambda v: v.session_id)
def decoded(request: pytest.FixtureRequest) -> tuple[Visit, NDArray[np.float32], int]:
    """Give a visit, its samples and their rate."""
    visit: Visit = request.param
    with av.open(visit.audio) as container:
        frames = list(container.decode(audio=0))
    assert {frame.layout.name for frame in frames} == {"mono"}
    samples = np.concatenate([frame.to_ndarray()[0] for frame in frames])
    return visit, samples.astype(np.float32), frames[0].sample_rate


def test_recording_lasts_three_to_eight_minutes_as_its_timing_says(
    decoded: tuple[Visit, NDArray[np.float32], int],
) -> None:
    visit, samples, rate = decoded
    assert round(len(samples) * 1000 / rate) == visit.duration_ms
    assert 3 * 60_000 <= visit.duration_ms <= 8 * 60_000


def test_recording_is_neither_clipped_nor_faint(
    decoded: tuple[Visit, NDArray[np.float32], int],
) -> None:
    _, samples, _ = decoded
    level_db = 20 * np.log10(np.sqrt((samples.astype(np.float64) ** 2).mean()))
    assert np.abs(samples).max() < 0.9
    assert -28 < level_db < -19


def test_lines_are_loud_and_the_pauses_between_them_quiet(
    decoded: tuple[Visit, NDArray[np.float32], int],
) -> None:
    visit, samples, rate = decoded

    def power(start_ms: float, end_ms: float) -> float:
        stretch = samples[int(start_ms * rate / 1000) : int(end_ms * rate / 1000)]
        return float((stretch.astype(np.float64) ** 2).mean())

    spoken = [power(line.span.start_ms, line.span.end_ms) for line in visit.lines]
    ends = [line.span.end_ms for line in visit.lines[:-1]]
    starts = [line.span.start_ms for line in visit.lines[1:]]
    # The room goes on sounding for a moment after a line.
    silent = [power(end + 250, start - 30) for end, start in zip(ends, starts, strict=True)]
    assert min(spoken) > 100 * max(silent)


def test_recordings_are_small_opus_files_without_tags() -> None:
    assert sum(visit.audio.stat().st_size for visit in VISITS) < 8_000_000
    for visit in VISITS:
        with av.open(visit.audio) as container:
            assert [stream.codec_context.name for stream in container.streams.audio] == ["opus"]
            assert not container.metadata
            assert not container.streams.audio[0].metadata
