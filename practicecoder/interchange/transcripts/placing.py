"""Makes a session's transcript of a file's: roles for names, times of the recording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from practicecoder.domain.ids import SessionId
from practicecoder.domain.transcripts import SpeakerRole, Transcript, TranscriptLine
from practicecoder.errors import ImportedDataError, Problem
from practicecoder.interchange.transcripts.forms import RawLine, ReadTranscript
from practicecoder.interchange.transcripts.interpolation import between_neighbours
from practicecoder.interchange.transcripts.names_in_text import NameCover
from practicecoder.interchange.transcripts.roles import pseudonyms


@dataclass(frozen=True, slots=True, kw_only=True)
class _Timed:
    """A line with its beginning after the offset, maybe before nought; end None if not given."""

    raw: RawLine
    start_ms: int
    end_ms: int | None


def to_transcript(
    read: ReadTranscript,
    *,
    session_id: SessionId,
    roles: Mapping[str, SpeakerRole],
    offset_ms: int,
    duration_ms: int | None,
    added_at: datetime,
) -> tuple[Transcript, tuple[str, ...]]:
    """Place the lines in a recording and put pseudonyms for every speaker's name.

    Parameters
    ----------
    roles
        Role of each speaker by the file's word; a speaker who is not there is unknown. The empty
        word stands for lines without a speaker.
    offset_ms
        Is added to every time.
    duration_ms
        Length of the recording; None if it is not known, so that nothing is cut at its end.

    Returns
    -------
    tuple
        The transcript, and notices in whole sentences of what was changed.

    Raises
    ------
    ImportedDataError
        If the file gives no times, or no line is left inside the recording.
    """
    if not read.is_timed:
        raise ImportedDataError(
            [
                Problem(
                    what="The transcript gives no times, so its lines have no place in the "
                    "recording.",
                    fix="Export it with times, as .vtt for example.",
                )
            ]
        )
    notices: list[str] = []
    timed = _timed(read.lines, offset_ms, notices)
    inside = _inside(timed, duration_ms, notices)
    if not inside:
        raise ImportedDataError(
            [
                Problem(
                    what="Every line of the transcript lies outside the recording.",
                    fix="Check the offset, and whether this is the session's transcript.",
                )
            ]
        )
    told_roles = {
        speaker: roles.get(speaker, SpeakerRole.UNKNOWN) for speaker in ("", *read.speakers)
    }
    names = pseudonyms(told_roles)
    cover = NameCover({speaker: name for speaker, name in names.items() if speaker})
    if cover.keeps_small_letters:
        notices.append(
            "Part of a speaker's name is also an ordinary word or has two letters. It was "
            "replaced only where it begins with a capital letter; look the lines through."
        )
    lines = tuple(
        TranscriptLine(
            start_ms=line.start_ms,
            end_ms=line.end_ms,
            text=cover.cover(line.raw.text),
            role=told_roles[line.raw.speaker],
            speaker=names[line.raw.speaker],
        )
        for line in inside
    )
    transcript = Transcript(
        session_id=session_id,
        lines=lines,
        source_format=read.format.value,
        source_digest=read.digest,
        offset_ms=offset_ms,
        added_at=added_at,
    )
    return transcript, tuple(notices)


def _timed(lines: Sequence[RawLine], offset_ms: int, notices: list[str]) -> list[_Timed]:
    """Lines in order of time, those without one evenly between their neighbours."""
    n_open = sum(line.start_ms is None for line in lines)
    if n_open:
        notices.append(f"{_lines(n_open)} no time in the file; put evenly between the neighbours.")
    starts = between_neighbours([line.start_ms for line in lines])
    timed = [
        _Timed(
            raw=line,
            start_ms=start + offset_ms,
            end_ms=None if line.end_ms is None else line.end_ms + offset_ms,
        )
        for line, start in zip(lines, starts, strict=True)
    ]
    ordered = sorted(timed, key=lambda line: line.start_ms)
    if ordered != timed:
        notices.append("The lines were not in order of time and were put in order.")
    return ordered


def _inside(lines: Sequence[_Timed], duration_ms: int | None, notices: list[str]) -> list[_Timed]:
    """Lines within the recording, cut at its ends."""
    kept: list[_Timed] = []
    n_before = n_after = n_cut = 0
    for number, line in enumerate(lines):
        following = lines[number + 1].start_ms if number + 1 < len(lines) else None
        lasts_until = line.end_ms if line.end_ms is not None else following
        if line.start_ms < 0 and (lasts_until is None or lasts_until <= 0):
            n_before += 1
        elif duration_ms is not None and line.start_ms >= duration_ms:
            n_after += 1
        else:
            cut = _cut(line, duration_ms)
            n_cut += cut != line
            kept.append(cut)
    if n_before:
        notices.append(f"{_lines(n_before)} a time before the recording begins; left out.")
    if n_after:
        notices.append(f"{_lines(n_after)} a time after the recording ends; left out.")
    if n_cut:
        notices.append(f"{_lines(n_cut)} times beyond the recording; cut at its beginning or end.")
    return kept


def _cut(line: _Timed, duration_ms: int | None) -> _Timed:
    end_ms = line.end_ms
    if end_ms is not None and duration_ms is not None:
        end_ms = min(end_ms, duration_ms)
    return replace(line, start_ms=max(line.start_ms, 0), end_ms=end_ms)


def _lines(count: int) -> str:
    return "1 line has" if count == 1 else f"{count} lines have"
