"""Where evidence, marks and lines stand on the timeline; what stays the same is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from practicecoder.domain.coding import CodeMark, Evidence
from practicecoder.domain.transcripts import TranscriptLine
from practicecoder.ui.widgets.timeline_scene import POLARITIES, ROLES, Scene
from practicecoder.ui.widgets.tracks import Track


def evidence_track(
    before: Track[Evidence] | None, evidence: Sequence[Evidence]
) -> Track[Evidence] | None:
    """Track of evidence; the one before if nothing has changed, also that there is none."""
    kept = tuple(evidence)
    if kept == (() if before is None else before.items):
        return before
    return (before or Track.of((), _place_of_evidence)).changed_to(kept, _place_of_evidence)


def marks_track(
    scene: Scene, marks: Sequence[CodeMark], speakers: Mapping[str, str]
) -> Track[CodeMark]:
    """Track of code marks in an upper and a lower half, by who speaks."""
    kept, track = tuple(marks), scene.marks
    stands_above = replace(scene, speakers=dict(speakers)).stands_above

    def place(mark: CodeMark) -> tuple[int, int, int]:
        end_ms = mark.at_ms if mark.end_ms is None else mark.end_ms
        return mark.at_ms, end_ms, 0 if stands_above(mark) else 1

    if track is None or speakers != scene.speakers:
        return Track.of(kept, place)
    return track if track.items == kept else track.changed_to(kept, place)


def lines_track(
    before: Track[TranscriptLine] | None, lines: Sequence[TranscriptLine], *, until_ms: int
) -> Track[TranscriptLine] | None:
    """Track of the lines of a transcript; the one before if nothing has changed.

    A line without an end lasts until the next one begins, the last one until ``until_ms``.
    """
    kept = tuple(lines)
    if kept == (() if before is None else before.items):
        return before
    begins = [line.start_ms for line in kept[1:]] + [until_ms]
    ends = {
        id(line): max(line.start_ms, begin if line.end_ms is None else line.end_ms)
        for line, begin in zip(kept, begins, strict=False)
    }
    return Track.of(kept, lambda line: (line.start_ms, ends[id(line)], ROLES.index(line.role)))


def _place_of_evidence(evidence: Evidence) -> tuple[int, int, int]:
    """Beginning, end and polarity, as a track wants them."""
    span = evidence.span
    return span.start_ms, span.end_ms, POLARITIES.index(evidence.polarity)
