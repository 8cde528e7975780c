"""Writes a transcript as WebVTT or SRT, with pseudonyms and the same bytes for the same lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from practicecoder.domain.transcripts import SpeakerRole, Transcript, TranscriptLine
from practicecoder.interchange.transcripts.forms import folded
from practicecoder.interchange.transcripts.roles import role_title

OPEN_LINE_MS = 1_000
"""How long a last line without an end is made to last."""

VTT_LOSES = (
    "A line without an end is given the beginning of the next one, or one second.",
    "A role that the speaker's word does not say, and a speaker without a role.",
    "Which file the transcript was read from, and the offset.",
)
SRT_LOSES = (
    *VTT_LOSES,
    "A line without a speaker that begins with a word and a colon reads like one with a speaker.",
    "Words in angle brackets that look like dress, such as <i>, and the arrow -->.",
)


def write_vtt(transcript: Transcript) -> str:
    """Write WebVTT with a voice tag for each line whose speaker or role is known."""
    return vtt_text(transcript.lines)


def vtt_text(lines: Sequence[TranscriptLine]) -> str:
    """Write lines that belong to no session yet as WebVTT."""
    cues = [
        f"{_stamp(line.start_ms, '.')} --> {_stamp(end_ms, '.')}\n"
        + (f"<v {_escaped(voice)}>" if (voice := _voice(line)) else "")
        + f"{_escaped(folded(line.text))}\n"
        for line, end_ms in _with_ends(lines)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def write_srt(transcript: Transcript) -> str:
    """Write SRT with the speaker before the words."""
    return srt_text(transcript.lines)


def srt_text(lines: Sequence[TranscriptLine]) -> str:
    """Write lines that belong to no session yet as SRT."""
    cues = [
        f"{number}\n{_stamp(line.start_ms, ',')} --> {_stamp(end_ms, ',')}\n"
        + (f"{voice}: " if (voice := _voice(line)) else "")
        + f"{folded(line.text).replace('-->', '→')}\n"
        for number, (line, end_ms) in enumerate(_with_ends(lines), start=1)
    ]
    return "\n".join(cues)


def _voice(line: TranscriptLine) -> str:
    if line.speaker or line.role is SpeakerRole.UNKNOWN:
        return folded(line.speaker)
    return role_title(line.role)


def _with_ends(lines: Sequence[TranscriptLine]) -> Iterator[tuple[TranscriptLine, int]]:
    """Lines with the end that each is written with."""
    for number, line in enumerate(lines):
        end_ms = line.end_ms
        if end_ms is None:
            later = (other.start_ms for other in lines[number + 1 :])
            end_ms = next((ms for ms in later if ms > line.start_ms), None)
        yield line, line.start_ms + OPEN_LINE_MS if end_ms is None else end_ms


def _stamp(at_ms: int, mark: str) -> str:
    seconds, ms = divmod(at_ms, 1_000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{mark}{ms:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
