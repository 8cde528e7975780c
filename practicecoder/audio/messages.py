"""What program and decoding process say to each other: lines of JSON, some with bytes behind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import IO, Any, TypeAlias

from practicecoder.audio.facts import AudioFacts, SoundKind
from practicecoder.domain.ids import Fingerprint
from practicecoder.vault.sound_file import SoundFile

_MOST_LINE_BYTES = 64 * 1024
_MOST_PAYLOAD_BYTES = 256 * 1024 * 1024
_PAYLOADS = {"BinsMade": "bins", "SpeechHeard": "flags", "ExcerptRead": "samples"}
"""The one field of a message that is sent as bytes behind its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPlace:
    """Folder for a working copy; with a ``key`` the copy is encrypted as it is written."""

    folder: Path
    key: bytes | None = field(default=None, repr=False)

    def file(self, name: str) -> SoundFile:
        """The copy under a name."""
        return SoundFile(path=self.folder / name, key=self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a decoding process is to do. ``copy_into`` None: only look."""

    source: SoundFile
    kind: SoundKind
    copy_into: CopyPlace | None
    wants_bins: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechJob:
    """Tell for every frame of a file whether somebody speaks in it."""

    source: SoundFile
    kind: SoundKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcerptJob:
    """Decode one stretch of a file, mixed to one channel, at ``most_rate`` Hz or its own rate."""

    source: SoundFile
    kind: SoundKind
    start_ms: int
    end_ms: int
    most_rate: int


AnyJob: TypeAlias = Job | SpeechJob | ExcerptJob
_JOBS: dict[str, type[AnyJob]] = {job.__name__: job for job in (Job, SpeechJob, ExcerptJob)}


def job_as_text(job: AnyJob) -> str:
    """Write a job for the standard input of its process; keys are in it."""
    values = {part.name: _plain(getattr(job, part.name)) for part in fields(job)}
    return json.dumps({"is": type(job).__name__, **values})


def job_from_text(text: str) -> AnyJob:
    """Read what :func:`job_as_text` wrote."""
    values = json.loads(text)
    kind = _JOBS[values.pop("is")]
    values["source"] = sound_from_values(values["source"])
    values["kind"] = SoundKind(values["kind"])
    if values.get("copy_into") is not None:
        place = sound_from_values(values["copy_into"])
        values["copy_into"] = CopyPlace(folder=place.path, key=place.key)
    return kind(**values)


def values_of_sound(sound: SoundFile) -> dict[str, str | None]:
    """Path and key of a sound file as JSON has them; for the standard input of a process only."""
    key = None if sound.key is None else sound.key.hex()
    return {"path": str(sound.path.resolve()), "key": key}


def sound_from_values(values: Mapping[str, str | None]) -> SoundFile:
    """Read what :func:`values_of_sound` wrote."""
    key = values["key"]
    return SoundFile(
        path=Path(str(values["path"])), key=None if key is None else bytes.fromhex(key)
    )


def _plain(value: object) -> object:
    match value:
        case SoundFile():
            return values_of_sound(value)
        case CopyPlace():
            return values_of_sound(SoundFile(path=value.folder, key=value.key))
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Progressed:
    """Share of the work that is done, 0 to 1."""

    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BinsMade:
    """Next bins of the waveform: int16, all lows then all highs, channel after channel."""

    sample_rate: int
    channels: int
    bins: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class BinsRestarted:
    """The bins sent so far do not count: the sound is being decoded in another way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The file cannot be used; each problem is what is wrong and what to do."""

    problems: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The work is done. ``copy_name`` is the working copy's file name; None if only looked at."""

    facts: AudioFacts
    source_fingerprint: Fingerprint
    copy_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechHeard:
    """Answer to a :class:`SpeechJob`: one byte a frame, 1 where somebody speaks."""

    duration_ms: int
    frame_ms: int
    flags: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcerptRead:
    """Answer to an :class:`ExcerptJob`: int16 samples from its start on."""

    sample_rate: int
    samples: bytes


Message: TypeAlias = (
    Progressed | BinsMade | BinsRestarted | Refused | Finished | SpeechHeard | ExcerptRead
)


def write_message(stream: IO[bytes], message: Message) -> None:
    """Send one message and flush."""
    values = asdict(message)
    name = type(message).__name__
    payload = values.pop(_PAYLOADS[name]) if name in _PAYLOADS else b""
    line = {"is": name, "payload": len(payload), **values}
    stream.write(json.dumps(line).encode() + b"\n" + payload)
    stream.flush()


def read_message(stream: IO[bytes]) -> Message | None:
    """Receive one message; None at the end of the stream.

    Raises
    ------
    ValueError
        If what comes is not a message: the sender is then not to be trusted further.
    """
    line = stream.readline(_MOST_LINE_BYTES)
    if not line:
        return None
    try:
        values = json.loads(line)
        size = int(values["payload"])
        if not 0 <= size <= _MOST_PAYLOAD_BYTES:
            raise ValueError("payload too large")
        return _message(values, stream.read(size))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("not a message of a decoding process") from error


def _message(values: dict[str, Any], payload: bytes) -> Message:
    match values["is"]:
        case "Progressed":
            return Progressed(share=float(values["share"]))
        case "BinsMade":
            return BinsMade(
                sample_rate=int(values["sample_rate"]),
                channels=int(values["channels"]),
                bins=payload,
            )
        case "BinsRestarted":
            return BinsRestarted()
        case "SpeechHeard":
            return SpeechHeard(
                duration_ms=int(values["duration_ms"]),
                frame_ms=int(values["frame_ms"]),
                flags=payload,
            )
        case "ExcerptRead":
            return ExcerptRead(sample_rate=int(values["sample_rate"]), samples=payload)
        case "Refused":
            return Refused(problems=tuple((str(w), str(f)) for w, f in values["problems"]))
        case "Finished":
            name = values["copy_name"]
            return Finished(
                facts=_facts(values["facts"]),
                source_fingerprint=Fingerprint(str(values["source_fingerprint"])),
                copy_name=None if name is None else str(name),
            )
    raise ValueError("a message of no known kind")


def _facts(values: dict[str, Any]) -> AudioFacts:
    header_ms = values["header_duration_ms"]
    return AudioFacts(
        container=SoundKind(values["container"]),
        codec=str(values["codec"]),
        channels=int(values["channels"]),
        sample_rate=int(values["sample_rate"]),
        sample_count=int(values["sample_count"]),
        duration_ms=int(values["duration_ms"]),
        header_duration_ms=None if header_ms is None else int(header_ms),
        size_bytes=int(values["size_bytes"]),
        fingerprint=Fingerprint(str(values["fingerprint"])),
        truncated=bool(values["truncated"]),
        warnings=tuple(str(warning) for warning in values["warnings"]),
    )
