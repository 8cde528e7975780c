"""Takes transcripts into the neutral form and back: lines are marks with words for codes."""

from __future__ import annotations

from practicecoder.domain.transcripts import TranscriptLine
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.losses import Losses, Written, the_only
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignData,
    ForeignEvent,
)
from practicecoder.interchange.sheet import refused
from practicecoder.interchange.transcripts.forms import ReadTranscript
from practicecoder.interchange.transcripts.writing import srt_text, vtt_text


def from_transcript(read: ReadTranscript, *, file: str, session: str) -> ForeignData:
    """Take a transcript's lines for marks.

    Raises
    ------
    ImportedDataError
        If a line has no time.
    """
    n_untimed = sum(line.start_ms is None for line in read.lines)
    if n_untimed:
        raise refused(
            file,
            f"{n_untimed} of {len(read.lines)} lines have no time.",
            fix="Use an export with times.",
        )
    events = tuple(
        ForeignEvent(
            start_ms=line.start_ms, end_ms=line.end_ms, code=line.text, speaker=line.speaker
        )
        for line in read.lines
        if line.start_ms is not None
    )
    return ForeignData(
        format=ForeignFormat.TRANSCRIPT,
        because=read.recognised_because,
        recordings=(CodedRecording(session=session, events=events),),
        notices=read.notices,
        resolution_ms=read.resolution_ms,
        encoding=read.encoding,
        digest=read.digest,
    )


def write_vtt_talk(data: ForeignData) -> Written:
    """Write lines of talk as WebVTT."""
    return _losses(data).written(vtt_text(_lines(data)))


def write_srt_talk(data: ForeignData) -> Written:
    """Write lines of talk as SRT."""
    losses = _losses(data)
    losses.add(
        sum("-->" in event.code for event in the_only(data).events),
        "The arrow in 1 line is changed.",
        "The arrows in {} lines are changed.",
    )
    return losses.written(srt_text(_lines(data)))


def _losses(data: ForeignData) -> Losses:
    losses = Losses(data)
    losses.sessions()
    losses.add(
        sum(event.end_ms is None for event in the_only(data).events),
        "1 line without an end gets one.",
        "{} lines without ends get one.",
    )
    return losses


def _lines(data: ForeignData) -> list[TranscriptLine]:
    return [
        TranscriptLine(
            start_ms=event.start_ms,
            end_ms=event.end_ms,
            text=event.code,
            speaker=event.speaker,
        )
        for event in sorted(the_only(data).events, key=lambda one: one.start_ms)
    ]
