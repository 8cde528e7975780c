"""Reads SRT subtitles: counters may be missing, and fractions may follow a point."""

from __future__ import annotations

import re

from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.cues import NO_TALK, CueReader, blocks_of
from practicecoder.interchange.transcripts.forms import Understood, repeated_text_notice
from practicecoder.interchange.transcripts.labels import Passage, split_passages

_DRESS = re.compile(r"</?(?:i|b|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}", re.IGNORECASE)


def read_srt(content: Content, text: Text) -> Understood:
    """Read SRT.

    Raises
    ------
    ImportedDataError
        With every cue that is not sound.
    """
    reader = CueReader(content.file, odd_mark=".", id_is_counter=True)
    for block in blocks_of(text.lines):
        reader.take(block)
    reader.stop_if_wrong()
    turns, notices = split_passages(
        [
            Passage(
                start_ms=cue.start_ms,
                end_ms=cue.end_ms,
                rows=tuple(_DRESS.sub("", row) for row in cue.rows),
                line=cue.line,
            )
            for cue in reader.cues
        ]
    )
    if not turns:
        raise refused(content.file, NO_TALK)
    told = [*notices, *repeated_text_notice(turns)]
    if reader.n_odd_marks:
        told.append("Times have a point where SRT has a comma; they were read all the same.")
    return Understood(
        lines=turns,
        because="Lines of two times with an arrow stand above the words, as in SRT.",
        notices=tuple(told),
        resolution_ms=reader.resolution.step_ms,
    )
