"""What was said, line by line, with the speaker's role in place of a name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from practicecoder.domain.ids import SessionId


class SpeakerRole(StrEnum):
    """Who speaks, without saying which person."""

    WORKER = "worker"
    PARENT = "parent"
    """A parent or carer."""
    CHILD = "child"
    OTHER_PROFESSIONAL = "other_professional"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptLine:
    """One speaker's uninterrupted talk, timed in whole milliseconds of the recording.

    ``end_ms`` is None where the source gives only beginnings. ``speaker`` is a pseudonym such as
    "Parent 1", empty where the source names nobody.
    """

    start_ms: int
    end_ms: int | None
    text: str
    role: SpeakerRole = SpeakerRole.UNKNOWN
    speaker: str = ""

    def __post_init__(self) -> None:
        if self.start_ms < 0 or (self.end_ms is not None and self.end_ms < self.start_ms):
            raise ValueError(f"not a line: {self.start_ms} to {self.end_ms} ms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """The transcript of a session, one at a time; lines in order of time.

    ``source_format`` names what it was read from ("vtt", "whisper"), ``source_digest`` is the
    SHA-256 of that file, ``offset_ms`` what was added to every time. ``added_at`` is aware UTC.
    """

    session_id: SessionId
    lines: tuple[TranscriptLine, ...]
    source_format: str
    source_digest: str
    offset_ms: int
    added_at: datetime

    def line_at(self, at_ms: int) -> int | None:
        """Index of the last line that began by a moment; None before the first."""
        index = None
        for number, line in enumerate(self.lines):
            if line.start_ms > at_ms:
                break
            index = number
        return index


def talk_share(
    lines: Sequence[TranscriptLine], *, until_ms: int | None = None
) -> Mapping[SpeakerRole, float] | None:
    """Share of the talking time by role, summing to 1; None where it cannot be said.

    A line without an end lasts until the next one begins, the last one until ``until_ms``. The
    share is None if any line's role is unknown or no time was talked: a share of part of the talk
    would mislead.
    """
    if any(line.role is SpeakerRole.UNKNOWN for line in lines):
        return None
    talked = dict.fromkeys((line.role for line in lines), 0)
    for number, line in enumerate(lines):
        following = lines[number + 1].start_ms if number + 1 < len(lines) else until_ms
        end_ms = line.end_ms if line.end_ms is not None else following
        talked[line.role] += max((end_ms or line.start_ms) - line.start_ms, 0)
    total = sum(talked.values())
    if not total:
        return None
    return {role: ms / total for role, ms in talked.items()}
