"""Every sample goes through every format that is written, and keeps what both can hold."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from practicecoder.interchange.foreign.cacti_numbers import cacti_speaker
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.reading import read_bytes, read_foreign
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignEvent,
    Hints,
)
from practicecoder.interchange.foreign.writing import parts_for, write_foreign
from tests.interchange.foreign.conftest import FORMATS, content_of

CODES = (
    *("Q", "FN", "SR", "CT", "CLARITY", "ST", "CR", "CHILD", "GI", "PERSUADE", "AF", "CONF"),
    *("SEEK", "EMPH"),
)
HINTS = Hints(codes=CODES, bytes_per_second=32_000)
SAMPLES = (
    "cacti_v080_sqlite.casaa",
    "cacti_v060_text.casaa",
    "cacti_v060.globals",
    "cacti_v010.casaa",
    "cacti_v010.global",
    "exported_codelist_HF-0042.txt",
    "boris_project.boris",
    "elan.eaf",
    "praat.TextGrid",
    "audacity_labels.txt",
    "datavyu.opf",
    "labelstudio_export.json",
)


@dataclass(frozen=True, kw_only=True)
class Keeps:
    """What a format can hold of a coding."""

    marks: bool = True
    step_ms: int = 1
    ends: bool = True
    moments: bool = True
    speakers: bool = True
    notes: bool = True
    ratings: bool = False


KEEPS = {
    ForeignFormat.BORIS: Keeps(ratings=True),
    ForeignFormat.EAF: Keeps(moments=False),
    ForeignFormat.TEXTGRID: Keeps(),
    ForeignFormat.AUDACITY: Keeps(speakers=False),
    ForeignFormat.CASAA_SQLITE: Keeps(step_ms=100, ends=False, ratings=True),
    ForeignFormat.CASAA_TEXT: Keeps(step_ms=100, ends=False, speakers=False, notes=False),
    ForeignFormat.CACTI_GLOBALS: Keeps(marks=False, ratings=True),
}

Mark = tuple[int, int | None, str, str, str]


def marks_of(one: CodedRecording, keeps: Keeps) -> list[Mark]:
    """Marks with all that the format keeps of them."""
    return sorted((_mark(event, keeps) for event in one.events), key=str)


def _mark(event: ForeignEvent, keeps: Keeps) -> Mark:
    start = (event.start_ms + keeps.step_ms // 2) // keeps.step_ms * keeps.step_ms
    return (
        start,
        event.end_ms if keeps.ends else None,
        event.code,
        (cacti_speaker(event.speaker) or event.speaker) if keeps.speakers else "",
        event.note if keeps.notes else "",
    )


def ratings_of(one: CodedRecording) -> dict[str, str]:
    """Ratings that were given; CACTI writes 0 for others."""
    return {r.item: r.value for r in one.ratings if r.value not in (None, "", "0")}


@pytest.mark.parametrize("kind", KEEPS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_keeps_what_both_formats_hold(sample: str, kind: ForeignFormat) -> None:
    first = read_foreign(FORMATS / sample, hints=HINTS)
    keeps = KEEPS[kind]
    for part in parts_for(first, kind).values():
        again = read_bytes(
            content_of(write_foreign(part, kind).data, f"HF-0042{kind.suffix}"),
            format=kind,
            hints=HINTS,
        )
        assert not again.problems
        pairs = list(zip(part.recordings, again.recordings, strict=False))
        held = [one for one in part.recordings if _is_held(one, keeps)]
        assert len(again.recordings) >= len(held)
        for before, after in pairs if held else []:
            if keeps.marks:
                without_moments = not keeps.moments and any(
                    e.end_ms is None for e in before.events
                )
                as_held = Keeps(ends=False, speakers=keeps.speakers) if without_moments else keeps
                assert marks_of(after, as_held) == marks_of(before, as_held)
            if keeps.ratings:
                assert ratings_of(after) == ratings_of(before)


def _is_held(one: CodedRecording, keeps: Keeps) -> bool:
    return bool((keeps.marks and one.events) or (keeps.ratings and one.ratings))
