"""Roles of a transcript's speakers as they are given on the command line, and what is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.errors import ImportedDataError, Problem
from practicecoder.services.transcripts import FileSpeaker, TranscriptPreview

if TYPE_CHECKING:
    from practicecoder.interchange.transcripts.forms import ReadTranscript


def roles_of(speakers: Sequence[FileSpeaker], given: Sequence[str]) -> Mapping[str, SpeakerRole]:
    """Role of every speaker, by what was given as ``Speaker=role``, else by the file's own word.

    Raises
    ------
    ImportedDataError
        With every role that is missing or unknown, and every speaker that is not in the file.
    """
    problems: list[Problem] = []
    words = {speaker.word for speaker in speakers}
    chosen: dict[str, SpeakerRole] = {}
    for text in given:
        word, _, role = text.rpartition("=")
        if word not in words:
            problems.append(_no_speaker(word or text, sorted(words - {""})))
        elif role not in set(SpeakerRole):
            problems.append(
                Problem(what=f"“{role}” is no role.", fix=f"Choose {', '.join(SpeakerRole)}.")
            )
        else:
            chosen[word] = SpeakerRole(role)
    roles = {s.word: s.suggested for s in speakers if s.suggested is not None} | chosen
    problems += [
        Problem(
            what=f"Speaker “{speaker.word}” ({_lines(speaker.n_lines)}) has no role.",
            fix=f'Add --role "{speaker.word}=…" with one of {", ".join(SpeakerRole)}.',
        )
        for speaker in speakers
        if speaker.word not in roles
    ]
    if problems:
        raise ImportedDataError(problems)
    return roles


def told_of(read: ReadTranscript, preview: TranscriptPreview) -> Iterator[str]:
    """Yield what is to be known of the file: its format and why, and every notice."""
    yield f"{read.recognised_because} ({read.format.label}, {read.encoding})"
    yield from read.notices
    yield from preview.notices


def _no_speaker(word: str, known: Sequence[str]) -> Problem:
    near = get_close_matches(word, known, n=1)
    return Problem(
        what=f"The file has no speaker “{word}”.",
        fix=f"Did you mean “{near[0]}”?" if near else "Write it as the file does.",
    )


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count} lines"
