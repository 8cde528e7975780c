"""Which sessions of a study another program's codings are likely to be of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from practicecoder.domain.ids import SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.errors import RecordingError
from practicecoder.interchange.foreign.folder import FolderOfCodings
from practicecoder.interchange.foreign.values import stem
from practicecoder.interchange.item_names import plain

LENGTH_TOLERANCE_MS = 20
"""Programs round the length of the same recording differently."""


def matched_sessions(
    folder: Path, found: FolderOfCodings, sessions: Sequence[PracticeSession]
) -> dict[str, SessionId]:
    """Sessions by the words of the files; a word that fits several is left out."""
    named: defaultdict[str, list[SessionId]] = defaultdict(list)
    for session in sessions:
        named[plain(session.session_id)].append(session.session_id)
    sounds = {stem(place.name): folder / place for place in found.sounds}
    lengths = {one.session: one.length_ms for one in found.recordings if one.length_ms}
    matches: dict[str, SessionId] = {}
    for word in found.sessions:
        alike = named[plain(word)]
        match = alike[0] if len(alike) == 1 else None
        if match is None and word in sounds:
            match = _of_sound(sounds[word], sessions)
        if match is None and word in lengths:
            match = _of_length(lengths[word], sessions)
        if match is not None:
            matches[word] = match
    return matches


def _of_length(length_ms: int, sessions: Sequence[PracticeSession]) -> SessionId | None:
    near = [
        session.session_id
        for session in sessions
        if session.recording is not None
        and abs(session.recording.duration_ms - length_ms) <= LENGTH_TOLERANCE_MS
    ]
    return near[0] if len(near) == 1 else None


def _of_sound(file: Path, sessions: Sequence[PracticeSession]) -> SessionId | None:
    """Session whose recording has just as many samples, as no other one of the study has."""
    from practicecoder.audio.probe import inspect

    try:
        facts = inspect(file)
    except RecordingError:
        return None
    told = (facts.sample_count, facts.sample_rate, facts.channels)
    same = [
        session.session_id
        for session in sessions
        if (recording := session.recording) is not None
        and (recording.sample_count, recording.sample_rate, recording.channels) == told
    ]
    return same[0] if len(same) == 1 else None
