"""Writes a project of BORIS, format 7.0."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from practicecoder.codebook.faults import quoted
from practicecoder.interchange.foreign.boris import CODER_VARIABLES, NUMERIC, REASON_ENDING
from practicecoder.interchange.foreign.elan_writing import EPOCH
from practicecoder.interchange.foreign.lanes import lane_name, lanes
from practicecoder.interchange.foreign.losses import Losses, Written
from practicecoder.interchange.foreign.values import CodedRecording, ForeignData, ForeignEvent
from practicecoder.interchange.sheet import refused

_VERSION = "7.0"
_KEYS = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NO_FRAME = "NA"
_CODER = CODER_VARIABLES[0]

_Row = tuple[int, str, ForeignEvent, bool]
"""Time, subject, the mark, and whether the row begins it."""


def write_boris(data: ForeignData, *, written_at: datetime = EPOCH) -> Written:
    """Write an observation for each coding; spans become states, moments become points.

    Ratings, the reasons for those that lack, and the coder are independent variables. Spans of one
    speaker and code that overlap go to a further subject, ``name#2``.

    Raises
    ------
    ImportedDataError
        If two codings would have the same name.
    """
    states = {
        event.code for one in data.recordings for event in one.events if event.end_ms is not None
    }
    rows = {_name(one): list(_rows(one, states)) for one in data.recordings}
    if len(rows) < len(data.recordings):
        twice = next(iter(rows), "")
        raise refused("", f"Two codings would both be called {quoted(twice)} or alike.")
    subjects = dict.fromkeys(row[1] for found in rows.values() for row in found if row[1])
    project = {
        "time_format": "hh:mm:ss",
        "project_date": _date(written_at),
        "project_name": "practicecoder",
        "project_description": "",
        "project_format_version": _VERSION,
        "subjects_conf": _subjects(list(subjects)),
        "behaviors_conf": _behaviours(data, states),
        "observations": {
            name: _observation(one, found, written_at)
            for one, (name, found) in zip(data.recordings, rows.items(), strict=True)
        },
        "behavioral_categories": list(dict.fromkeys(c.speaker for c in data.codes if c.speaker)),
        "behavioral_categories_config": {},
        "independent_variables": _declared_variables(data),
        "coding_map": {},
        "behaviors_coding_map": [],
        "converters": {},
    }
    text = json.dumps(project, indent=1, ensure_ascii=False)
    return _losses(data, states).written(f"{text}\n")


def _losses(data: ForeignData, states: set[str]) -> Losses:
    losses = Losses(data)
    losses.links()
    losses.timed_notes()
    losses.uncoded()
    losses.offsets()
    events = [event for one in data.recordings for event in one.events]
    losses.add(
        sum(len(event.attributes) for event in events),
        "1 detail of a mark that only the former program knows is not written.",
        "{} details of marks that only the former program knows are not written.",
    )
    losses.add(
        sum(event.end_ms is None and event.code in states for event in events),
        "1 moment becomes a span without length, as its code is used for spans too.",
        "{} moments become spans without length, as their codes are used for spans too.",
    )
    losses.add(
        sum(len([n for n in one.notes if n.at_ms is None]) > 1 for one in data.recordings),
        "The notes of 1 session run together into one.",
        "The notes of {} sessions run together into one.",
    )
    losses.add(
        sum(m.length_ms is None and bool(m.name) for one in data.recordings for m in one.media),
        "The length of 1 recording is not known; BORIS will say so until it finds the recording.",
        "The lengths of {} recordings are not known; BORIS will say so until it finds them.",
    )
    losses.add(
        sum(not m.name for one in data.recordings for m in one.media),
        "The length of 1 recording without a name is not written.",
        "The lengths of {} recordings without names are not written.",
    )
    return losses


def _name(recording: CodedRecording) -> str:
    return " ".join(filter(None, (recording.session, recording.coder)))


def _date(written_at: datetime) -> str:
    return written_at.replace(tzinfo=None).isoformat(timespec="seconds")


def _rows(recording: CodedRecording, states: set[str]) -> Iterator[_Row]:
    """Rows in order of time; the two rows of a state stand so that they find each other again."""
    rows: list[_Row] = []
    groups: dict[tuple[str, str], list[ForeignEvent]] = {}
    for event in recording.events:
        if event.code:
            groups.setdefault((event.speaker, event.code), []).append(event)
    for (speaker, code), own in groups.items():
        for number, lane in enumerate(lanes(own) if code in states else [own]):
            subject = lane_name(speaker, number)
            for event in lane:
                rows.append((event.start_ms, subject, event, True))
                if code in states:
                    end_ms = event.start_ms if event.end_ms is None else event.end_ms
                    rows.append((end_ms, subject, event, False))
    return iter(sorted(rows, key=lambda row: row[0]))


def _observation(
    recording: CodedRecording, rows: Sequence[_Row], written_at: datetime
) -> dict[str, object]:
    media = [medium for medium in recording.media if medium.name]
    lengths = {m.name: m.length_ms / 1000 for m in media if m.length_ms is not None}
    frame = [_NO_FRAME] if media else []
    return {
        "file": {"1": [medium.name for medium in media]} if media else {},
        "type": "MEDIA" if media else "LIVE",
        "date": _date(written_at),
        "description": "\n".join(n.text for n in recording.notes if n.at_ms is None),
        "time offset": 0.0,
        "observation time interval": [0, 0],
        "independent_variables": dict(_variables(recording)),
        "visualize_spectrogram": False,
        "visualize_waveform": bool(media),
        "media_creation_date_as_offset": False,
        "media_scan_sampling_duration": 0,
        "image_display_duration": 1,
        "close_behaviors_between_videos": False,
        "media_info": {
            "length": lengths,
            "fps": dict.fromkeys(lengths, 0.0),
            "hasVideo": dict.fromkeys(lengths, False),
            "hasAudio": dict.fromkeys(lengths, True),
            "offset": {"1": 0.0} if media else {},
        },
        "events": [
            [at_ms / 1000, subject, event.code, "", event.note if begins else "", *frame]
            for at_ms, subject, event, begins in rows
        ],
    }


def _variables(recording: CodedRecording) -> Iterator[tuple[str, str]]:
    if recording.coder is not None:
        yield _CODER, recording.coder
    yield from recording.attributes.items()
    for rating in recording.ratings:
        yield rating.item, rating.value or ""
        if rating.reason:
            yield f"{rating.item}{REASON_ENDING}", rating.reason


def _declared_variables(data: ForeignData) -> dict[str, dict[str, str]]:
    rated = set(data.rated_items)
    names = dict.fromkeys(name for one in data.recordings for name, _ in _variables(one))
    return {
        str(number): {
            "label": name,
            "description": "",
            "type": NUMERIC if name in rated else "text",
            "default value": "",
            "possible values": "",
        }
        for number, name in enumerate(names)
    }


def _behaviours(data: ForeignData, states: set[str]) -> dict[str, dict[str, object]]:
    labels = {code.code: code.label for code in data.codes}
    groups = {code.code: code.speaker for code in data.codes}
    codes = list(dict.fromkeys([*labels, *data.used_codes]))
    return {
        str(number): {
            "type": "State event" if code in states else "Point event",
            "key": key,
            "code": code,
            "description": labels.get(code, ""),
            "color": "",
            "category": groups.get(code, ""),
            "modifiers": {},
            "excluded": "",
            "coding map": "",
        }
        for number, (code, key) in enumerate(zip(codes, _distinct_keys(codes), strict=True))
    }


def _subjects(names: Sequence[str]) -> dict[str, dict[str, str]]:
    keys = _distinct_keys(names)
    return {
        str(number): {"key": key, "name": name, "description": ""}
        for number, (name, key) in enumerate(zip(names, keys, strict=True))
    }


def _distinct_keys(names: Iterable[str]) -> list[str]:
    """One key each, a letter of the name where it is free; empty when keys run out."""
    keys: list[str] = []
    free = dict.fromkeys(_KEYS)
    for name in names:
        wanted = (letter for letter in name.casefold() if letter in free)
        keys.append(next(wanted, next(iter(free), "")))
        free.pop(keys[-1], None)
    return keys
