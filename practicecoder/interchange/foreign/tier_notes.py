"""Names tiers, and joins tiers of notes with the marks that the notes speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from practicecoder.interchange.foreign.values import ForeignEvent, ForeignNote

NOTES = "notes"
"""Name of the tier that holds notes."""
CODES = "codes"
"""Name of the tier of marks whose speaker nobody named."""
_OF_TIER = f"{NOTES}: "


@dataclass(frozen=True, slots=True)
class TierNote:
    """A note at a moment. ``track`` is the tier it speaks of; None: of any."""

    at_ms: int
    text: str
    track: str | None = None


def notes_tier(name: str) -> tuple[bool, str | None]:
    """Whether a tier holds notes, and of which tier they speak.

    Examples
    --------
    >>> notes_tier("notes"), notes_tier("Notes#2"), notes_tier("notes: worker")
    ((True, None), (True, None), (True, 'worker'))
    >>> notes_tier("worker")
    (False, None)
    """
    small = name.casefold()
    if small.startswith(_OF_TIER):
        return True, name[len(_OF_TIER) :]
    return small.partition("#")[0] == NOTES, None


def speaker_of_tier(name: str) -> str:
    """Speaker that a tier's name stands for; empty for the tier of marks without one."""
    return "" if name == CODES else name


def tier_of_speaker(speaker: str) -> str:
    """Name of a speaker's tier; :func:`speaker_of_tier` takes it back where it can.

    Examples
    --------
    >>> tier_of_speaker("worker"), tier_of_speaker(""), tier_of_speaker("notes")
    ('worker', 'codes', 'speaker notes')
    """
    if not speaker:
        return CODES
    is_taken = speaker == CODES or notes_tier(speaker)[0] or "#" in speaker
    return f"speaker {speaker}" if is_taken else speaker


def name_of_notes(track: str | None) -> str:
    """Name of the tier for notes on a tier, or on any."""
    return NOTES if track is None else f"{_OF_TIER}{track}"


def joined(
    events: Sequence[ForeignEvent], notes: Iterable[TierNote]
) -> tuple[tuple[ForeignEvent, ...], tuple[ForeignNote, ...]]:
    """Give each note to the one mark that begins with it; others stay notes on their moment."""
    at: dict[tuple[int, str | None], list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        at[event.start_ms, None].append(number)
        at[event.start_ms, event.track].append(number)
    texts: dict[int, list[str]] = defaultdict(list)
    rest: list[ForeignNote] = []
    for note in notes:
        found = at.get((note.at_ms, note.track), [])
        if len(found) == 1:
            texts[found[0]].append(note.text)
        else:
            rest.append(ForeignNote(text=note.text, at_ms=note.at_ms))
    return (
        tuple(
            replace(event, note="\n".join(texts[number])) if number in texts else event
            for number, event in enumerate(events)
        ),
        tuple(rest),
    )


def parted(
    tracks: Sequence[tuple[str, Sequence[ForeignEvent]]], notes: Sequence[ForeignNote]
) -> list[TierNote]:
    """Notes of marks, and those on moments, such that :func:`joined` finds the marks again."""
    starts = Counter(event.start_ms for _, events in tracks for event in events)
    found = [
        TierNote(event.start_ms, event.note, track if starts[event.start_ms] > 1 else None)
        for track, events in tracks
        for event in events
        if event.note
    ]
    found += [TierNote(note.at_ms, note.text) for note in notes if note.at_ms is not None]
    return sorted(found, key=lambda note: note.at_ms)
