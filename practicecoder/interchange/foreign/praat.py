"""Reads a Praat TextGrid as codings: tiers as speakers, intervals and points as marks."""

from __future__ import annotations

from practicecoder.interchange.foreign.draft import Draft
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.lanes import base_name
from practicecoder.interchange.foreign.tier_notes import (
    TierNote,
    joined,
    notes_tier,
    speaker_of_tier,
)
from practicecoder.interchange.foreign.values import (
    NO_HINTS,
    CodedRecording,
    ForeignData,
    ForeignEvent,
    Hints,
    Medium,
    several_lines,
)
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.forms import folded
from practicecoder.interchange.transcripts.praat_tiers import TextGrid, read_tiers


def read_textgrid_codes(content: Content, text: Text, hints: Hints = NO_HINTS) -> ForeignData:
    """Read every tier; intervals without words are gaps, points are moments.

    A tier called ``notes`` gives its words to the marks that begin with them; ``name#2`` counts
    to ``name``. The format names neither session nor coder; the session is the file's name.
    """
    del hints
    draft = Draft(content, text)
    grid = read_tiers(text.text, draft.problems)
    if grid.resolution_ms is not None:
        draft.resolution.step_ms = grid.resolution_ms
    events, notes = joined(*_marks_and_notes(grid))
    media = () if grid.end_ms is None else (Medium(name="", length_ms=grid.end_ms),)
    recording = CodedRecording(session=draft.file_stem, media=media, events=events, notes=notes)
    return draft.finished(
        ForeignFormat.TEXTGRID,
        because="It says of itself that it is a TextGrid of Praat.",
        recordings=[recording],
    )


def _marks_and_notes(grid: TextGrid) -> tuple[list[ForeignEvent], list[TierNote]]:
    names = {folded(tier.name) for tier in grid.tiers}
    events: list[ForeignEvent] = []
    notes: list[TierNote] = []
    for tier in grid.tiers:
        name = folded(tier.name)
        has_notes, track = notes_tier(name)
        if has_notes:
            texts = ((one.start_ms, several_lines(one.text)) for one in tier.stretches)
            notes += [TierNote(at_ms, text, track) for at_ms, text in texts if text]
            continue
        events += [
            ForeignEvent(
                start_ms=one.start_ms,
                end_ms=one.end_ms,
                code=code,
                speaker=speaker_of_tier(base_name(name, names)),
                track=name,
            )
            for one in tier.stretches
            if (code := folded(one.text)) or tier.has_points
        ]
    return sorted(events, key=lambda event: event.start_ms), notes
