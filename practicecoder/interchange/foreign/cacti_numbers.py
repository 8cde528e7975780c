"""Gives codes and ratings the numbers and speakers that CACTI's files need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from practicecoder.codebook.faults import quoted
from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.errors import ImportedDataError, Problem
from practicecoder.interchange.foreign.cacti_config import SPEAKERS
from practicecoder.interchange.foreign.losses import Losses
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignData,
    ForeignEvent,
    ForeignRating,
)
from practicecoder.interchange.transcripts.roles import suggest_role

STEP_MS = 100
NOT_RATED = 0

_WORDS = {
    SpeakerRole.WORKER: SPEAKERS[0],
    SpeakerRole.PARENT: SPEAKERS[1],
    SpeakerRole.CHILD: SPEAKERS[1],
}
_NUMBER = re.compile(r"[0-9]{1,6}")
_WHOLE = re.compile(r"-?[0-9]{1,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CactiCode:
    """A code with its number; ``speaker`` is one of CACTI's two words, empty if unknown."""

    code: str
    number: int
    speaker: str = ""


def cacti_speaker(word: str) -> str:
    """CACTI's word for a speaker; empty where there is none.

    Examples
    --------
    >>> cacti_speaker("worker"), cacti_speaker("parent"), cacti_speaker("client")
    ('Therapist', 'Client', 'Client')
    """
    if word.capitalize() in SPEAKERS:
        return word.capitalize()
    return _WORDS.get(suggest_role(word), "") if word else ""


def cacti_codes(data: ForeignData) -> dict[str, CactiCode]:
    """Every code that is declared or used, with the number it has or the next free one.

    Raises
    ------
    ImportedDataError
        With every speaker for whom CACTI has no word.
    """
    _check_speakers(data)
    keys: dict[str, str] = {}
    speakers: dict[str, str] = {}
    for code in data.codes:
        keys.setdefault(code.code, code.key)
        speakers.setdefault(code.code, cacti_speaker(code.speaker))
    for event in (event for one in data.recordings for event in one.events if event.code):
        keys.setdefault(event.code, "")
        if not speakers.get(event.code):
            speakers[event.code] = cacti_speaker(event.speaker)
    numbers = numbered(keys, first=1)
    return {
        code: CactiCode(code=code, number=numbers[code], speaker=speakers[code]) for code in keys
    }


def numbered(keys: Mapping[str, str], *, first: int) -> dict[str, int]:
    """Number of each name: its key if that is a number nobody has, else the next free one."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    for name, key in keys.items():
        if _NUMBER.fullmatch(key) and int(key) not in taken:
            found[name] = int(key)
            taken.add(int(key))
    free = max(taken, default=first - 1) + 1
    for name in keys:
        if name not in found:
            found[name] = free
            free += 1
    return found


def item_numbers(data: ForeignData) -> dict[str, int]:
    """Number of each rated item, of those linked to marks as well."""
    keys = {item.item: item.key for item in data.items}
    linked = (item for one in data.recordings for event in one.events for item in event.items)
    for item in (*data.rated_items, *linked):
        keys.setdefault(item, "")
    return numbered(keys, first=0)


def whole_value(rating: ForeignRating) -> int:
    """Value as CACTI keeps it; 0 where there is none that is whole."""
    text = rating.value or ""
    return int(text) if _WHOLE.fullmatch(text) else NOT_RATED


def tenth(ms: int) -> int:
    """Tenths of a second, half up."""
    return (ms + STEP_MS // 2) // STEP_MS


def mark_text(ms: int) -> str:
    """Time as CACTI writes it.

    Examples
    --------
    >>> mark_text(2_400), mark_text(67_149)
    ('00:00:02.4', '00:01:07.1')
    """
    seconds, tenths = divmod(tenth(ms), 10)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{tenths}"


def kept_marks(
    recording: CodedRecording, codes: Mapping[str, CactiCode]
) -> dict[str, ForeignEvent]:
    """Marks by CACTI's key, time and code; of equal keys the first is kept."""
    found: dict[str, ForeignEvent] = {}
    for event in sorted(recording.events, key=lambda one: one.start_ms):
        if event.code:
            digits = re.sub(r"[^0-9]", "", mark_text(event.start_ms))
            found.setdefault(f"{digits}{codes[event.code].number}", event)
    return found


def tell_of_marks(
    recording: CodedRecording, codes: Mapping[str, CactiCode], losses: Losses
) -> None:
    """Tell what any of CACTI's files of codes loses of marks."""
    losses.ends()
    losses.fine_times(STEP_MS)
    losses.uncoded()
    losses.timed_notes()
    coded = [event for event in recording.events if event.code]
    losses.add(
        len(coded) - len(kept_marks(recording, codes)),
        "1 mark has the code and the tenth of a second of another, and is not written.",
        "{} marks have the code and the tenth of a second of others, and are not written.",
    )


def tell_of_ratings(ratings: Iterable[ForeignRating], losses: Losses) -> None:
    """Tell which ratings become 0."""
    found = list(ratings)
    losses.add(
        sum(one.value is None for one in found),
        "1 rating that is not applicable or not yet given becomes 0.",
        "{} ratings that are not applicable or not yet given become 0.",
    )
    losses.add(
        sum(one.value is not None and not _WHOLE.fullmatch(one.value) for one in found),
        "1 rating is no whole number and becomes 0.",
        "{} ratings are no whole numbers and become 0.",
    )
    losses.add(
        sum(bool(one.reason) for one in found),
        "1 reason is written among the notes.",
        "{} reasons are written among the notes.",
    )


def notes_text(recording: CodedRecording) -> str:
    """Notes on the session, with a line that names what was not applicable and why."""
    lines = [note.text for note in recording.notes if note.at_ms is None]
    out = [f"{one.item} ({one.reason})" for one in recording.ratings if one.reason]
    if out:
        lines.append(f"Not applicable: {', '.join(out)}.")
    return "\n".join(lines)


def _check_speakers(data: ForeignData) -> None:
    words = dict.fromkeys((*(code.speaker for code in data.codes), *data.speakers))
    problems = [
        Problem(
            what=f"CACTI has no word for the speaker {quoted(word)}.",
            fix=f"Say which of {' and '.join(SPEAKERS)} it is.",
        )
        for word in words
        if word and not cacti_speaker(word)
    ]
    if problems:
        raise ImportedDataError(problems)
