"""What stands in a packet and in its return, as JSON, written and read back with distrust."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from practicecoder.domain.coding import Listen
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin, ReceivedEntry
from practicecoder.domain.ids import BlindCode, CoderId, CodingId, Fingerprint, SessionId
from practicecoder.domain.sessions import Recording, Segment, SegmentChoice
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole, TranscriptLine
from practicecoder.errors import PacketError
from practicecoder.vault.container_header import refusal, strict_json

Content = TypeVar("Content")

LONGEST_ID = 64
LONGEST_TEXT = 100_000
"""Characters of one text, such as a note."""
LARGEST_DOCUMENT = 256 << 20
"""Bytes of a packet's or a return's JSON."""
_YEARS = range(1970, 2970)
"""Years that a clock may show; beyond them, dates of other time zones cannot be computed."""
CODEBOOK_MEMBER = "codebook.toml"
PACKET_MEMBER = "packet.json"
RETURN_MEMBER = "return.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketCoding:
    """One session of a packet as its coder gets it. Nothing in it tells which session it is.

    ``sound`` names the member with the recording; None without sound.
    """

    code: BlindCode
    coding_id: CodingId
    sound: str | None
    recording: Recording | None
    segment: Segment | None
    transcript: tuple[TranscriptLine, ...] | None
    entries: tuple[ReceivedEntry, ...]
    listens: tuple[Listen, ...]
    position_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketContent:
    """All that a packet holds besides codebook and sound."""

    coder_id: CoderId
    made_up: bool
    settings: Mapping[str, str]
    codings: tuple[PacketCoding, ...]
    answer_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedConcern:
    """A concern that was raised away from the laboratory. ``raised_at`` is aware UTC."""

    concern_id: str
    coding_id: CodingId
    text: str
    raised_at: datetime
    at_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnContent:
    """What comes back: every entry and every stretch heard of each coding, and concerns."""

    coder_id: CoderId
    entries: Mapping[CodingId, tuple[ReceivedEntry, ...]]
    listens: Mapping[CodingId, tuple[Listen, ...]]
    positions_ms: Mapping[CodingId, int]
    concerns: tuple[ReturnedConcern, ...]


def packet_bytes(content: PacketContent) -> bytes:
    """JSON of a packet's content."""
    return _bytes(
        {
            "coder": content.coder_id,
            "answer_key": content.answer_key.hex(),
            "made_up": content.made_up,
            "settings": dict(content.settings),
            "sessions": [_coding_document(coding) for coding in content.codings],
        }
    )


def read_packet(content: bytes) -> PacketContent:
    """Content of a packet.

    Raises
    ------
    PacketError
        If it is not as this program writes it.
    """
    return _told(_packet, content)


def return_bytes(content: ReturnContent) -> bytes:
    """JSON of what a return holds."""
    return _bytes(
        {
            "coder": content.coder_id,
            "codings": [
                {
                    "coding": coding_id,
                    "entries": [_entry_document(received) for received in entries],
                    "listens": [_listen_document(listen) for listen in content.listens[coding_id]],
                    "position_ms": content.positions_ms[coding_id],
                }
                for coding_id, entries in content.entries.items()
            ],
            "concerns": [
                {
                    "id": concern.concern_id,
                    "coding": concern.coding_id,
                    "text": concern.text,
                    "raised_at": concern.raised_at.isoformat(),
                    "at_ms": concern.at_ms,
                }
                for concern in content.concerns
            ],
        }
    )


def read_return(content: bytes) -> ReturnContent:
    """Content of a return.

    Raises
    ------
    PacketError
        If it is not as this program writes it.
    """
    return _told(_return, content)


# Packet


def _coding_document(coding: PacketCoding) -> dict[str, object]:
    recording, segment = coding.recording, coding.segment
    return {
        "code": coding.code,
        "coding": coding.coding_id,
        "sound": coding.sound,
        "recording": None
        if recording is None
        else {
            "fingerprint": recording.fingerprint,
            "stored_name": recording.stored_name,
            "duration_ms": recording.duration_ms,
            "sample_count": recording.sample_count,
            "sample_rate": recording.sample_rate,
            "channels": recording.channels,
            "codec": recording.codec,
            "size_bytes": recording.size_bytes,
        },
        "segment": None
        if segment is None
        else {
            "start_ms": segment.span.start_ms,
            "end_ms": segment.span.end_ms,
            "choice": segment.choice.value,
        },
        "transcript": None
        if coding.transcript is None
        else [
            [line.start_ms, line.end_ms, line.text, line.role.value, line.speaker]
            for line in coding.transcript
        ],
        "entries": [_entry_document(received) for received in coding.entries],
        "listens": [_listen_document(listen) for listen in coding.listens],
        "position_ms": coding.position_ms,
    }


def _packet(document: Mapping[str, object]) -> PacketContent:
    key = bytes.fromhex(_word(document["answer_key"]))
    if len(key) != 32:
        raise ValueError("answer key")
    return PacketContent(
        coder_id=CoderId(_word(document["coder"])),
        made_up=_yes_or_no(document["made_up"]),
        settings={
            _word(name): _word(value) for name, value in _mapping(document["settings"]).items()
        },
        codings=tuple(_coding(_mapping(each)) for each in _list(document["sessions"])),
        answer_key=key,
    )


def _coding(document: Mapping[str, object]) -> PacketCoding:
    coding_id, code = CodingId(_word(document["coding"])), BlindCode(_word(document["code"]))
    recording, transcript = document["recording"], document["transcript"]
    segment = document["segment"]
    return PacketCoding(
        code=code,
        coding_id=coding_id,
        sound=None if document["sound"] is None else _word(document["sound"]),
        recording=None if recording is None else _recording(_mapping(recording)),
        segment=None if segment is None else _segment(_mapping(segment)),
        transcript=None
        if transcript is None
        else tuple(_line(_list(line)) for line in _list(transcript)),
        entries=_entries(document["entries"], coding_id, SessionId(code)),
        listens=_listens(document["listens"]),
        position_ms=_ms(document["position_ms"]),
    )


def _recording(document: Mapping[str, object]) -> Recording:
    return Recording(
        fingerprint=Fingerprint(_word(document["fingerprint"])),
        stored_name=_text(document["stored_name"], longest=2 * LONGEST_ID),
        duration_ms=_ms(document["duration_ms"]),
        sample_count=_ms(document["sample_count"]),
        sample_rate=_ms(document["sample_rate"]),
        channels=_ms(document["channels"]),
        codec=_word(document["codec"]),
        size_bytes=_ms(document["size_bytes"]),
    )


def _segment(document: Mapping[str, object]) -> Segment:
    span = TimeSpan(_ms(document["start_ms"]), _ms(document["end_ms"]))
    return Segment(span=span, choice=SegmentChoice(_word(document["choice"])))


def _line(values: Sequence[object]) -> TranscriptLine:
    start_ms, end_ms, text, role, speaker = values
    return TranscriptLine(
        start_ms=_ms(start_ms),
        end_ms=None if end_ms is None else _ms(end_ms),
        text=_text(text),
        role=SpeakerRole(_word(role)),
        speaker=_text(speaker),
    )


# Return


def _return(document: Mapping[str, object]) -> ReturnContent:
    codings = {
        CodingId(_word(each["coding"])): each for each in map(_mapping, _list(document["codings"]))
    }
    return ReturnContent(
        coder_id=CoderId(_word(document["coder"])),
        entries={
            coding_id: _entries(each["entries"], coding_id, None)
            for coding_id, each in codings.items()
        },
        listens={coding_id: _listens(each["listens"]) for coding_id, each in codings.items()},
        positions_ms={coding_id: _ms(each["position_ms"]) for coding_id, each in codings.items()},
        concerns=tuple(_concern(_mapping(each)) for each in _list(document["concerns"])),
    )


def _concern(document: Mapping[str, object]) -> ReturnedConcern:
    at_ms = document["at_ms"]
    return ReturnedConcern(
        concern_id=_word(document["id"]),
        coding_id=CodingId(_word(document["coding"])),
        text=_text(document["text"]),
        raised_at=_moment(document["raised_at"]),
        at_ms=None if at_ms is None else _ms(at_ms),
    )


# Entries and stretches heard


def _entry_document(received: ReceivedEntry) -> dict[str, object]:
    entry = received.entry
    return {
        "id": entry.entry_id,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "kind": entry.kind.value,
        "item": entry.item,
        "old": entry.old,
        "new": entry.new,
        "reason": entry.reason,
        "origin": entry.origin.value,
        "parent": received.parent_id,
        "other_parent": received.other_parent_id,
        "erased": entry.erased,
    }


def _entries(
    listed: object, coding_id: CodingId, session_id: SessionId | None
) -> tuple[ReceivedEntry, ...]:
    return tuple(_entry(_mapping(each), coding_id, session_id) for each in _list(listed))


def _entry(
    document: Mapping[str, object], coding_id: CodingId, session_id: SessionId | None
) -> ReceivedEntry:
    actor = _word_or_none(document["actor"])
    entry = HistoryEntry(
        entry_id=_word(document["id"]),
        at=_moment(document["at"]),
        actor=None if actor is None else CoderId(actor),
        kind=HistoryKind(_word(document["kind"])),
        item=_text(document["item"], longest=2 * LONGEST_ID),
        old=_text_or_none(document["old"]),
        new=_text_or_none(document["new"]),
        reason=_text(document["reason"]),
        origin=Origin(_word(document["origin"])),
        coding_id=coding_id,
        session_id=session_id,
        erased=_yes_or_no(document["erased"]),
    )
    return ReceivedEntry(
        entry=entry,
        parent_id=_word_or_none(document["parent"]),
        other_parent_id=_word_or_none(document["other_parent"]),
    )


def _listen_document(listen: Listen) -> list[object]:
    return [listen.span.start_ms, listen.span.end_ms, listen.speed, listen.at.isoformat()]


def _listens(listed: object) -> tuple[Listen, ...]:
    return tuple(_listen(_list(each)) for each in _list(listed))


def _listen(values: Sequence[object]) -> Listen:
    start_ms, end_ms, speed, at = values
    if isinstance(speed, bool) or not isinstance(speed, int | float) or not 0 < speed <= 16:
        raise ValueError("speed")
    return Listen(span=TimeSpan(_ms(start_ms), _ms(end_ms)), speed=float(speed), at=_moment(at))


# Values


def _bytes(document: Mapping[str, object]) -> bytes:
    return json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True).encode()


def _told(read: Callable[[Mapping[str, object]], Content], content: bytes) -> Content:
    try:
        return read(strict_json(content))
    except PacketError:
        raise
    except (KeyError, ValueError, TypeError) as error:
        raise refusal() from error


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _text(value: object, *, longest: int = LONGEST_TEXT) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError("no text")
    value.encode()  # refuses half of a character
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _word(value: object) -> str:
    word = _text(value, longest=LONGEST_ID)
    if not word or not word.isprintable():
        raise ValueError("no word")
    return word


def _word_or_none(value: object) -> str | None:
    return None if value is None else _word(value)


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither yes nor no")
    return value


def _ms(value: object) -> int:
    """Whole number that is not negative and fits a database."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 1 << 62:
        raise ValueError("no number")
    return value


def _moment(value: object) -> datetime:
    at = datetime.fromisoformat(_word(value))
    if at.tzinfo is None or at.year not in _YEARS:
        raise ValueError("no moment")
    return at.astimezone(UTC)
