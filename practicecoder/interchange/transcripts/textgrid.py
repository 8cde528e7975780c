"""Reads a Praat TextGrid: its tiers of intervals as speakers, its intervals as lines."""

from __future__ import annotations

from practicecoder.interchange.sheet import Problems, refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import (
    MOST_LINES,
    RawLine,
    Understood,
    folded,
    repeated_text_notice,
)
from practicecoder.interchange.transcripts.praat_tiers import read_tiers


def read_textgrid(content: Content, text: Text) -> Understood:
    """Read the interval tiers; their names are the speakers, empty intervals are silence.

    Raises
    ------
    ImportedDataError
        With every interval that is not sound.
    """
    problems = Problems(content.file)
    grid = read_tiers(text.text, problems)
    problems.stop_if_any()
    lines = [
        RawLine(start_ms=one.start_ms, end_ms=one.end_ms, speaker=folded(tier.name), text=words)
        for tier in grid.tiers
        if not tier.has_points
        for one in tier.stretches
        if (words := folded(one.text))
    ]
    if not lines:
        raise refused(content.file, "There is no interval with words.")
    if len(lines) > MOST_LINES:
        raise refused(content.file, f"The transcript has more than {MOST_LINES} lines.")
    lines.sort(key=lambda line: line.start_ms or 0)
    notices = list(repeated_text_notice(tuple(lines)))
    n_points = sum(len(tier.stretches) for tier in grid.tiers if tier.has_points)
    if n_points:
        notices.append(f"Tiers of points hold {n_points} marks and no talk; they were left out.")
    return Understood(
        lines=tuple(lines),
        because="It says of itself that it is a TextGrid of Praat.",
        notices=tuple(notices),
        resolution_ms=grid.resolution_ms,
    )
