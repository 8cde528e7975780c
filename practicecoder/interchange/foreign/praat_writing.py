"""Writes a Praat TextGrid in the long form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from practicecoder.interchange.foreign.losses import Losses, Written, the_only
from practicecoder.interchange.foreign.speaker_tiers import (
    note_lanes,
    speaker_lanes,
    tell_of_meeting_notes,
)
from practicecoder.interchange.foreign.tier_notes import (
    speaker_of_tier,
    tier_of_speaker,
)
from practicecoder.interchange.foreign.values import (
    CodedRecording,
    ForeignData,
    ForeignEvent,
)

_LEAST_LENGTH_MS = 1


@dataclass(frozen=True, slots=True)
class _Tier:
    """A tier; ``end`` of its stretches is None for points."""

    name: str
    has_points: bool
    stretches: tuple[tuple[int, int | None, str], ...]


def write_textgrid(data: ForeignData) -> Written:
    """Write one coding: a tier of intervals and one of points for each speaker, and the notes.

    Marks that overlap go to further tiers, ``name#2`` and so on.
    """
    recording = the_only(data)
    losses = Losses(data)
    losses.sessions()
    losses.coders()
    losses.media()
    losses.offsets()
    losses.ratings()
    losses.links()
    losses.session_notes()
    losses.attributes()
    losses.empty_spans("a point")
    losses.add(
        sum(not event.code and _is_interval(event) for event in recording.events),
        "1 span without a code is not written.",
        "{} spans without a code are not written.",
    )
    losses.add(
        sum(speaker_of_tier(tier_of_speaker(word)) != word for word in data.speakers),
        "The word for 1 speaker is changed.",
        "The words for {} speakers are changed.",
    )
    tell_of_meeting_notes(recording, losses)
    end_ms = max(recording.last_ms, _LEAST_LENGTH_MS)
    tiers = list(_tiers(recording))
    lines = [
        'File type = "ooTextFile"',
        'Object class = "TextGrid"',
        "",
        "xmin = 0 ",
        f"xmax = {_seconds(end_ms)} ",
        "tiers? <exists> ",
        f"size = {len(tiers)} ",
        "item []: ",
    ]
    for number, tier in enumerate(tiers, start=1):
        lines += _tier_lines(tier, number, end_ms)
    return losses.written("\n".join(lines) + "\n")


def _tiers(recording: CodedRecording) -> Iterator[_Tier]:
    named = speaker_lanes(recording)
    for name, lane in named:
        for has_points in (False, True):
            found = tuple(
                (event.start_ms, None if has_points else event.end_ms, event.code)
                for event in lane
                if _is_interval(event) is not has_points
            )
            if found:
                yield _Tier(name, has_points, found)
    for name, lane in note_lanes(recording, named):
        yield _Tier(name, True, tuple((mark.start_ms, None, mark.code) for mark in lane))


def _is_interval(event: ForeignEvent) -> bool:
    return event.end_ms is not None and event.end_ms > event.start_ms


def _tier_lines(tier: _Tier, number: int, end_ms: int) -> Iterator[str]:
    kind, what = ("TextTier", "points") if tier.has_points else ("IntervalTier", "intervals")
    stretches = tier.stretches if tier.has_points else tuple(_filled(tier.stretches, end_ms))
    yield f"    item [{number}]:"
    yield f'        class = "{kind}" '
    yield f"        name = {_quoted(tier.name)} "
    yield "        xmin = 0 "
    yield f"        xmax = {_seconds(end_ms)} "
    yield f"        {what}: size = {len(stretches)} "
    for place, (start_ms, stop_ms, text) in enumerate(stretches, start=1):
        yield f"        {what} [{place}]:"
        if stop_ms is None:
            yield f"            number = {_seconds(start_ms)} "
            yield f"            mark = {_quoted(text)} "
        else:
            yield f"            xmin = {_seconds(start_ms)} "
            yield f"            xmax = {_seconds(stop_ms)} "
            yield f"            text = {_quoted(text)} "


def _filled(
    stretches: Sequence[tuple[int, int | None, str]], end_ms: int
) -> Iterator[tuple[int, int, str]]:
    """Intervals with the gaps between them, which Praat wants to be there."""
    at_ms = 0
    for start_ms, stop_ms, text in stretches:
        if start_ms > at_ms:
            yield at_ms, start_ms, ""
        at_ms = start_ms if stop_ms is None else stop_ms
        yield start_ms, at_ms, text
    if at_ms < end_ms:
        yield at_ms, end_ms, ""


def _seconds(ms: int) -> str:
    whole, rest = divmod(ms, 1000)
    return f"{whole}.{rest:03}".rstrip("0") if rest else str(whole)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
