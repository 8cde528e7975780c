"""Lays a coding out on tiers, as formats need it that know tiers and nothing else."""

from __future__ import annotations

from practicecoder.interchange.foreign.lanes import lane_name, lanes
from practicecoder.interchange.foreign.losses import Losses
from practicecoder.interchange.foreign.tier_notes import tier_of_speaker
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
    return [
        (lane_name(tier_of_speaker(speaker), number), lane)
        for speaker in dict.fromkeys(event.speaker for event in recording.events)
        for number, lane in enumerate(
            lanes([e for e in recording.events if e.speaker == speaker], least_ms=1)
        )
    ]
