"""Who was talking when, from a transcript whose speakers have roles."""

from __future__ import annotations

from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole, Transcript
from practicecoder.reports.data import TalkTurn

_FAMILY = frozenset({SpeakerRole.PARENT, SpeakerRole.CHILD})


def talk_turns(transcript: Transcript | None) -> tuple[TalkTurn, ...]:
    """Turns of the worker and of the family in order of time; others are left out.

    Empty unless both have a line with an end: who talks more cannot be seen from one side alone.
    """
    if transcript is None:
        return ()
    turns = tuple(
        TalkTurn(
            span=TimeSpan(line.start_ms, line.end_ms), by_worker=line.role is SpeakerRole.WORKER
        )
        for line in transcript.lines
        if line.end_ms is not None
        and line.end_ms > line.start_ms
        and (line.role is SpeakerRole.WORKER or line.role in _FAMILY)
    )
    return turns if len({turn.by_worker for turn in turns}) > 1 else ()
