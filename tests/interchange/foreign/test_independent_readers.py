"""Other people's readers of TextGrid and EAF find in our files what we wrote, and we in theirs."""

from __future__ import annotations

from pathlib import Path

import pytest
from praatio import textgrid
from praatio.data_classes.interval_tier import IntervalTier
from praatio.data_classes.point_tier import PointTier
from pympi.Elan import Eaf

from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.reading import read_foreign
from practicecoder.interchange.foreign.values import ForeignData
from practicecoder.interchange.foreign.writing import parts_for, write_foreign
from tests.interchange.foreign.conftest import FORMATS

SAMPLES = ("elan.eaf", "praat.TextGrid", "datavyu.opf")
Label = tuple[int, int, str]


def labels_of(data: ForeignData) -> list[Label]:
    """Spans of a coding with their codes."""
    (one,) = data.recordings
    return sorted((e.start_ms, e.end_ms or e.start_ms, e.code) for e in one.events)


def written(data: ForeignData, kind: ForeignFormat, folder: Path) -> Path:
    """File of one coding in a format."""
    (part,) = parts_for(data, kind).values()
    path = folder / f"HF-0042{kind.suffix}"
    path.write_bytes(write_foreign(part, kind).data)
    return path


def ms(seconds: object) -> int:
    return round(float(str(seconds)) * 1000)


@pytest.mark.parametrize("sample", SAMPLES)
def test_praatio_finds_labels_and_times_in_our_text_grids(sample: str, tmp_path: Path) -> None:
    data = read_foreign(FORMATS / sample)
    path = written(data, ForeignFormat.TEXTGRID, tmp_path)
    found = textgrid.openTextgrid(str(path), includeEmptyIntervals=False)
    tiers = [found.getTier(name) for name in found.tierNames if "note" not in name.casefold()]
    labels = sorted(
        (ms(start), ms(end), str(text))
        for tier in tiers
        if isinstance(tier, IntervalTier)
        for start, end, text in tier.entries
    )
    assert labels == labels_of(data)
    notes = [
        str(entry[-1])
        for name in found.tierNames
        if "note" in name.casefold()
        for entry in found.getTier(name).entries
    ]
    (one,) = data.recordings
    assert sorted(notes) == sorted(e.note for e in one.events if e.note)


@pytest.mark.parametrize("sample", SAMPLES)
def test_pympi_finds_labels_and_times_in_our_eaf(sample: str, tmp_path: Path) -> None:
    data = read_foreign(FORMATS / sample)
    found = Eaf(str(written(data, ForeignFormat.EAF, tmp_path)))
    labels = sorted(
        (start, end, value)
        for tier in found.get_tier_names()
        if "note" not in tier.casefold()
        for start, end, value, *_rest in found.get_annotation_data_for_tier(tier)
    )
    assert labels == labels_of(data)


@pytest.mark.parametrize("form", ["long_textgrid", "short_textgrid"])
def test_we_find_what_praatio_writes(form: str, tmp_path: Path) -> None:
    path = tmp_path / "HF-0042.TextGrid"
    spans = [(0.5, 1.25, "Q"), (2.0, 3.125, 'say "so"')]
    grid = textgrid.Textgrid()
    grid.addTier(IntervalTier("worker", spans, 0, 10))
    grid.addTier(PointTier("parent", [(4.5, "CT")], 0, 10))
    grid.save(str(path), format=form, includeBlankSpaces=True)
    (one,) = read_foreign(path).recordings
    assert [(e.start_ms, e.end_ms, e.code, e.speaker) for e in one.events] == [
        (500, 1250, "Q", "worker"),
        (2000, 3125, 'say "so"', "worker"),
        (4500, None, "CT", "parent"),
    ]


def test_we_find_what_pympi_writes(tmp_path: Path) -> None:
    path = tmp_path / "HF-0042.eaf"
    made = Eaf()
    made.add_tier("worker")
    made.add_annotation("worker", 500, 1250, "Q")
    made.add_annotation("worker", 2000, 3125, "Überleg & <so>")
    made.to_file(str(path))
    (one,) = read_foreign(path).recordings
    assert [(e.start_ms, e.end_ms, e.code) for e in one.events] == [
        (500, 1250, "Q"),
        (2000, 3125, "Überleg & <so>"),
    ]
