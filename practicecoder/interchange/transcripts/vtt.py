"""Reads WebVTT, with the voice tags of Teams and the "Name: text" of Zoom."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.content import Content, Text
from practicecoder.interchange.transcripts.cues import NO_TALK, Block, Cue, CueReader, blocks_of
from practicecoder.interchange.transcripts.forms import (
    Understood,
    folded,
    repeated_text_notice,
)
from practicecoder.interchange.transcripts.labels import Passage, split_passages

_SIGNATURE = re.compile(r"WEBVTT(?:[ \t].*)?")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)*(?:\s+(?P<name>[^<>]*))?>|(?P<end></v>)", re.IGNORECASE)
_TAG = re.compile(r"</?(?:c|i|b|u|ruby|rt|lang|v)(?:[.\s][^<>]*)?>|<[0-9:.]+>", re.IGNORECASE)


def read_vtt(content: Content, text: Text) -> Understood:
    """Read WebVTT; what is not a cue by the standard is a problem or told.

    Raises
    ------
    ImportedDataError
        With every cue that is not sound.
    """
    lines = text.lines
    if not _SIGNATURE.fullmatch(lines[0]):
        raise refused(
            content.file, "The first line is not WEBVTT.", line=1, fix="Export the file again."
        )
    reader = CueReader(content.file, odd_mark=",", id_is_counter=False)
    first, *blocks = blocks_of(lines)
    head, rest = _parted(first)
    if rest is not None:
        blocks.insert(0, rest)
    for block in blocks:
        if not _ASIDE.fullmatch(block.rows[0]):
            reader.take(block)
    reader.stop_if_wrong()
    passages = [voice for cue in reader.cues for voice in _passages(cue)]
    turns, notices = split_passages(passages)
    if not turns:
        raise refused(content.file, NO_TALK)
    has_voices = any(passage.speaker is not None for passage in passages)
    told = [*notices, *repeated_text_notice(turns)]
    if reader.n_odd_marks:
        told.append("Times have a comma where WebVTT has a point; they were read all the same.")
    if any("X-TIMESTAMP-MAP" in row for row in head):
        told.append("The heading shifts the times for broadcasting; the shift was not used.")
    return Understood(
        lines=turns,
        because="Its first line is WEBVTT"
        + (", and voice tags name the speakers." if has_voices else "."),
        notices=tuple(told),
        resolution_ms=reader.resolution.step_ms,
    )


def _parted(block: Block) -> tuple[tuple[str, ...], Block | None]:
    """Heading, and the first cue where no blank line parts it from the heading."""
    for at, row in enumerate(block.rows):
        if "-->" in row:
            return block.rows[:at], Block(line=block.line + at, rows=block.rows[at:])
    return block.rows, None


def _passages(cue: Cue) -> list[Passage]:
    """Voices of a cue; without a voice tag one passage whose rows may begin with a label."""
    text = "\n".join(cue.rows)
    voices = [voice for voice in _voices(cue, text) if any(row.strip() for row in voice.rows)]
    return voices or [_passage(cue, "", None)]


def _voices(cue: Cue, text: str) -> Iterator[Passage]:
    speaker: str | None = None
    at = 0
    for tag in _VOICE.finditer(text):
        yield _passage(cue, text[at : tag.start()], speaker)
        speaker = None if tag["end"] else folded(html.unescape(tag["name"] or ""))
        at = tag.end()
    yield _passage(cue, text[at:], speaker)


def _passage(cue: Cue, markup: str, speaker: str | None) -> Passage:
    rows = tuple(html.unescape(_TAG.sub("", row)) for row in markup.split("\n"))
    return Passage(
        start_ms=cue.start_ms, end_ms=cue.end_ms, speaker=speaker, rows=rows, line=cue.line
    )
