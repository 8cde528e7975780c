"""Lays a coding out on tiers, as formats need it that know tiers and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from practicecoder.interchange.foreign.lanes import lane_name, lanes
from practicecoder.interchange.foreign.losses import Losses
from practicecoder.interchange.foreign.tier_notes import name_of_notes, parted, tier_of_speaker
from practicecoder.interchange.foreign.values import CodedRecording, ForeignEvent


def tell_of_meeting_notes(recording: CodedRecording, losses: Losses) -> None:
    """Tell of notes on moments at which a mark begins, as they become notes of that mark."""
    starts = {event.start_ms for event in recording.events}
    losses.add(
        sum(note.at_ms in starts for note in recording.notes),
        "1 note on a moment becomes a note of the mark that begins there.",
        "{} notes on moments become notes of the marks that begin there.",
    )


def speaker_lanes(recording: CodedRecording) -> list[tuple[str, list[ForeignEvent]]]:
    """Lanes of the speakers in order of appearance, with names; in none do two begin together."""
    by_speaker: dict[str, list[ForeignEvent]] = {}
    for event in recording.events:
        by_speaker.setdefault(event.speaker, []).append(event)
    return [
        (lane_name(tier_of_speaker(speaker), number), lane)
        for speaker, events in by_speaker.items()
        for number, lane in enumerate(lanes(events, least_ms=1))
    ]


def note_lanes(
    recording: CodedRecording, speaker_tiers: Sequence[tuple[str, Sequence[ForeignEvent]]]
) -> Iterator[tuple[str, list[ForeignEvent]]]:
    """Lanes of notes with their names; the words of a note stand in place of a code."""
    by_track: dict[str | None, list[ForeignEvent]] = {}
    for note in parted(speaker_tiers, recording.notes):
        moment = ForeignEvent(start_ms=note.at_ms, code=note.text)
        by_track.setdefault(note.track, []).append(moment)
    for track, moments in by_track.items():
        for number, lane in enumerate(lanes(moments, least_ms=1)):
            yield lane_name(name_of_notes(track), number), lane
