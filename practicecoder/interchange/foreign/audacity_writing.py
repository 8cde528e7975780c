"""Writes labels of Audacity."""

from __future__ import annotations

from practicecoder.interchange.foreign.audacity import label_parts
from practicecoder.interchange.foreign.losses import Losses, Written, seconds_text, the_only
from practicecoder.interchange.foreign.values import ForeignData, ForeignEvent
from practicecoder.interchange.transcripts.forms import folded


def write_audacity(data: ForeignData) -> Written:
    """Write one coding as labels, in order of time."""
    recording = the_only(data)
    events = sorted(recording.events, key=lambda event: event.start_ms)
    losses = Losses(data)
    losses.sessions()
    losses.coders()
    losses.media()
    losses.lengths()
    losses.ratings()
    losses.links()
    losses.session_notes()
    losses.timed_notes()
    losses.speakers()
    losses.attributes()
    losses.empty_spans("a moment")
    losses.add(
        sum("\n" in event.note for event in events),
        "The lines of 1 note run together.",
        "The lines of {} notes run together.",
    )
    losses.add(
        sum(
            label_parts(_label(event), None) != (event.code, folded(event.note))
            for event in events
        ),
        "1 label does not tell where its code ends and its note begins.",
        "{} labels do not tell where their codes end and their notes begin.",
    )
    lines = [
        f"{seconds_text(event.start_ms, places=6)}\t"
        f"{seconds_text(event.start_ms if event.end_ms is None else event.end_ms, places=6)}\t"
        f"{_label(event)}\n"
        for event in events
    ]
    return losses.written("".join(lines))


def _label(event: ForeignEvent) -> str:
    note = folded(event.note)
    code = folded(event.code)
    return f"{code}: {note}" if code and note else code or note
