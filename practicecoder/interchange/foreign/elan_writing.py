"""Writes an ELAN file, EAF 3.0."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from practicecoder.interchange.foreign.losses import Losses, Written
from practicecoder.interchange.foreign.speaker_tiers import (
    note_lanes,
    speaker_lanes,
    tell_of_meeting_notes,
)
from practicecoder.interchange.foreign.tier_notes import CODES, NOTES
from practicecoder.interchange.foreign.values import CodedRecording, ForeignData, ForeignEvent

MOMENT_MS = 500
"""How long a moment is made to last, since ELAN knows spans only."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SCHEMA = "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_MEDIA_KINDS = {".wav": "audio/x-wav", ".mp3": "audio/mpeg", ".mp4": "video/mp4"}


@dataclass(frozen=True, slots=True)
class _Tier:
    name: str
    coder: str
    speaker: str
    type_id: str
    spans: tuple[tuple[int, int, str], ...]


def write_eaf(data: ForeignData, *, written_at: datetime = EPOCH) -> Written:
    """Write the codings of one session: a tier for each coder and speaker, and the notes.

    Parameters
    ----------
    data
        Codings of one session by one or more coders.
    written_at
        Date of the file, so that the same codings give the same bytes.
    """
    losses = Losses(data)
    losses.ratings()
    losses.links()
    losses.session_notes()
    losses.attributes()
    losses.offsets()
    losses.lengths()
    moments = [e for one in data.recordings for e in one.events if not _is_span(e)]
    losses.add(
        len(moments),
        f"1 moment becomes a span of at most {MOMENT_MS} ms.",
        f"{{}} moments become spans of at most {MOMENT_MS} ms.",
    )
    for recording in data.recordings:
        tell_of_meeting_notes(recording, losses)
    tiers = list(_tiers(data.recordings))
    root = _root(data, written_at)
    _add_header(root, data.recordings, sum(len(tier.spans) for tier in tiers))
    _add_tiers(root, tiers)
    _add_types(root, data, tiers)
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return losses.written(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n')


def _tiers(recordings: Sequence[CodedRecording]) -> Iterator[_Tier]:
    for recording in recordings:
        coder = recording.coder or ""
        ending = f"@{coder}" if len(recordings) > 1 else ""
        named = speaker_lanes(recording)
        for name, lane in named:
            speaker = lane[0].speaker
            type_id = f"{CODES}-{speaker}" if speaker else CODES
            yield _Tier(name + ending, coder, speaker, type_id, tuple(_spans(lane)))
        if not named:  # a coder who marked nothing is a coder too
            yield _Tier(CODES + ending, coder, "", CODES, ())
        for name, lane in note_lanes(recording, named):
            yield _Tier(name + ending, coder, "", NOTES, tuple(_spans(lane)))


def _spans(lane: Sequence[ForeignEvent]) -> Iterator[tuple[int, int, str]]:
    """Beginning, end and text; a moment lasts to the next mark at most."""
    for event, following in pairwise([*lane, None]):
        assert event is not None
        if event.end_ms is not None and _is_span(event):
            yield event.start_ms, event.end_ms, event.code
        else:
            end_ms = event.start_ms + MOMENT_MS
            yield (
                event.start_ms,
                end_ms if following is None else min(end_ms, following.start_ms),
                event.code,
            )


def _is_span(event: ForeignEvent) -> bool:
    return event.end_ms is not None and event.end_ms > event.start_ms


def _root(data: ForeignData, written_at: datetime) -> Element:
    return Element(
        "ANNOTATION_DOCUMENT",
        {
            "AUTHOR": _xml(", ".join(data.coders)),
            "DATE": written_at.isoformat(timespec="seconds"),
            "FORMAT": "3.0",
            "VERSION": "3.0",
            "xmlns:xsi": _INSTANCE,
            "xsi:noNamespaceSchemaLocation": _SCHEMA,
        },
    )


def _add_header(root: Element, recordings: Sequence[CodedRecording], n_annotations: int) -> None:
    header = SubElement(root, "HEADER", {"MEDIA_FILE": "", "TIME_UNITS": "milliseconds"})
    names = [medium.name for one in recordings for medium in one.media if medium.name]
    names = names or [recordings[0].session] if recordings else names
    for name in dict.fromkeys(names):
        kind = _MEDIA_KINDS.get(name[-4:].casefold(), "audio/*")
        address = f"./{quote(name)}"
        SubElement(
            header,
            "MEDIA_DESCRIPTOR",
            {
                "MEDIA_URL": f"file:///{address}",
                "MIME_TYPE": kind,
                "RELATIVE_MEDIA_URL": address,
            },
        )
    SubElement(header, "PROPERTY", {"NAME": "lastUsedAnnotationId"}).text = str(n_annotations)


def _add_tiers(root: Element, tiers: Sequence[_Tier]) -> None:
    times = [ms for tier in tiers for span in tier.spans for ms in span[:2]]
    in_order = sorted(range(len(times)), key=times.__getitem__)
    slot_of = {place: f"ts{number}" for number, place in enumerate(in_order, start=1)}
    order = SubElement(root, "TIME_ORDER")
    for place in in_order:
        SubElement(
            order,
            "TIME_SLOT",
            {"TIME_SLOT_ID": slot_of[place], "TIME_VALUE": str(times[place])},
        )
    number = 0
    for tier in tiers:
        node = SubElement(root, "TIER", _tier_attributes(tier))
        for _, _, text in tier.spans:
            aligned = SubElement(
                SubElement(node, "ANNOTATION"),
                "ALIGNABLE_ANNOTATION",
                {
                    "ANNOTATION_ID": f"a{number + 1}",
                    "TIME_SLOT_REF1": slot_of[2 * number],
                    "TIME_SLOT_REF2": slot_of[2 * number + 1],
                },
            )
            SubElement(aligned, "ANNOTATION_VALUE").text = _xml(text)
            number += 1


def _tier_attributes(tier: _Tier) -> dict[str, str]:
    attributes = {
        "ANNOTATOR": tier.coder,
        "LINGUISTIC_TYPE_REF": tier.type_id,
        "PARTICIPANT": tier.speaker,
        "TIER_ID": tier.name,
    }
    return {name: _xml(value) for name, value in attributes.items() if value}


def _add_types(root: Element, data: ForeignData, tiers: Sequence[_Tier]) -> None:
    """Types of tiers, and a vocabulary of codes for each but that of notes."""
    speakers = {tier.type_id: tier.speaker for tier in tiers}
    used = {
        type_id: [text for tier in tiers if tier.type_id == type_id for _, _, text in tier.spans]
        for type_id in speakers
    }
    for type_id in speakers:
        attributes = {"CONTROLLED_VOCABULARY_REF": _xml(f"cv-{type_id}")}
        SubElement(
            root,
            "LINGUISTIC_TYPE",
            {
                **({} if type_id == NOTES else attributes),
                "GRAPHIC_REFERENCES": "false",
                "LINGUISTIC_TYPE_ID": _xml(type_id),
                "TIME_ALIGNABLE": "true",
            },
        )
    language = "http://cdb.iso.org/lg/CDB-00130975-001"
    SubElement(
        root,
        "LANGUAGE",
        {"LANG_DEF": language, "LANG_ID": "eng", "LANG_LABEL": "English (eng)"},
    )
    for type_id, speaker in speakers.items():
        if type_id == NOTES:
            continue
        declared = [code.code for code in data.codes if code.speaker == speaker]
        _add_vocabulary(root, f"cv-{type_id}", list(dict.fromkeys([*declared, *used[type_id]])))


def _add_vocabulary(root: Element, vocabulary_id: str, entries: Sequence[str]) -> None:
    vocabulary = SubElement(root, "CONTROLLED_VOCABULARY", {"CV_ID": _xml(vocabulary_id)})
    SubElement(vocabulary, "DESCRIPTION", {"LANG_REF": "eng"})
    for number, entry in enumerate(filter(None, entries), start=1):
        holder = SubElement(vocabulary, "CV_ENTRY_ML", {"CVE_ID": f"cve_{number}"})
        SubElement(holder, "CVE_VALUE", {"DESCRIPTION": "", "LANG_REF": "eng"}).text = _xml(entry)


def _xml(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
