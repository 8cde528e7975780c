"""The decoding process: copies and decodes one file within limits, and says what it found."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

import av.error
import av.logging

from practicecoder.audio.excerpts import read_excerpt
from practicecoder.audio.facts import AudioFacts, SoundKind
from practicecoder.audio.limits import MOST_HOURS, limit_this_process
from practicecoder.audio.measuring import Measured, RefusedError, Speaker, measure, too_long
from practicecoder.audio.messages import (
    AnyJob,
    CopyPlace,
    ExcerptJob,
    Finished,
    Job,
    Message,
    Refused,
    SpeechJob,
    job_from_text,
    write_message,
)
from practicecoder.audio.remuxing import FlacWriter, container_for, remux
from practicecoder.audio.sound_reader import SoundReader, UnreadableSoundError
from practicecoder.audio.sources import ALTERED, size_of
from practicecoder.audio.structure import is_cut_off, mp3_promised_ms
from practicecoder.domain.ids import Fingerprint
from practicecoder.domain.spans import clock
from practicecoder.errors import EncryptedFileError
from practicecoder.vault.sound_file import SoundFile

PROMISE_TOLERANCE_MS = 1_000
"""How much shorter than its header a recording may be: encoders pad and trim some frames."""

_EXACT_TOLERANCE_MS = 20
"""The same for FLAC, whose header counts the very samples."""

HONEST_WITHIN_MS = 250
"""How far a working copy's own statement of length may be from its decoded length."""

_MOST_LOST_SHARE = 0.05
_HASHED_BYTES = 1 << 20
_AGAIN = (
    "Copy it again from the recorder; if there is no better copy, open it in a sound program, "
    "save it as WAV and choose that file."
)
_CUT_SHORT = ("the recording is cut off: it ends before its own header says it should.", _AGAIN)
_STATES_NO_LENGTH = frozenset({SoundKind.WAVE, SoundKind.ADTS, SoundKind.WEBM})
"""Kinds whose stated length is an estimate, or is that of a picture track."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was handed in, as its own header describes it.

    ``promised_ms`` is a length the file has to hold; None if it commits itself to none.
    """

    sound: SoundFile
    kind: SoundKind
    codec: str
    channels: int
    track: int
    tracks: int
    header_ms: int | None
    promised_ms: int | None
    is_cut_off: bool

    def is_cut_short(self, measured: Measured) -> bool:
        """Whether the file ends before it should."""
        end_ms = max(measured.duration_ms, measured.reached_ms)
        is_exact = self.kind is SoundKind.FLAC
        tolerance = _EXACT_TOLERANCE_MS if is_exact else PROMISE_TOLERANCE_MS
        return self.is_cut_off or (self.promised_ms or 0) - end_ms > tolerance

    def warnings(self, measured: Measured) -> tuple[str, ...]:
        """Say what is odd about the file and yet no reason to refuse it."""
        found = []
        stated_ms = measured.duration_ms if self.header_ms is None else self.header_ms
        if abs(stated_ms - measured.duration_ms) > PROMISE_TOLERANCE_MS:
            stated, real = clock(stated_ms), clock(measured.duration_ms)
            found.append(f"The file states a length of {stated}; decoded, it is {real} long.")
        if measured.is_damaged:
            lost_s = measured.lost_ms / 1000
            found.append(
                f"The file is damaged in places; about {lost_s:.1f} s of sound are missing."
            )
        if self.tracks > 1:
            found.append(
                f"The file has {self.tracks} sound tracks; number {self.track}, its main one, is "
                "used. If that is not the conversation, save the other one as a file of its own."
            )
        if self.channels > measured.channels:
            found.append(f"Its {self.channels} channels were mixed to {measured.channels}.")
        return tuple(found)


def look_at(sound: SoundFile, kind: SoundKind) -> Source:
    """Read what the header says, without decoding."""
    is_cut = is_cut_off(sound, kind)
    with _refused_if_cut(is_cut), SoundReader(sound, kind) as reader:
        header_ms = reader.header_duration_ms
        promised_ms = None if kind in _STATES_NO_LENGTH else header_ms
        if kind is SoundKind.MP3:
            promised_ms = mp3_promised_ms(sound)
        if (promised_ms or 0) > MOST_HOURS * 3_600_000:
            raise too_long()
        track, tracks = reader.track
        return Source(
            sound=sound,
            kind=kind,
            codec=reader.codec,
            channels=reader.source_channels,
            track=track,
            tracks=tracks,
            header_ms=header_ms,
            promised_ms=promised_ms,
            is_cut_off=is_cut,
        )


@contextmanager
def _refused_if_cut(is_cut: bool) -> Iterator[None]:
    """Name the better reason when a file that is cut off cannot even be opened."""
    try:
        yield
    except (av.error.FFmpegError, UnreadableSoundError) as error:
        if is_cut and not isinstance(error, OSError):
            raise RefusedError(_CUT_SHORT) from error
        raise


def work(job: AnyJob, stream: IO[bytes]) -> Message:
    """Do one job of any kind.

    Raises
    ------
    RefusedError
        If the file cannot be used.
    """
    match job:
        case SpeechJob():
            from practicecoder.audio.speech_detecting import hear_speech

            return hear_speech(job, Speaker(stream=stream, wants_bins=False))
        case ExcerptJob():
            return read_excerpt(job)
        case Job():
            return look_or_copy(job, stream)


def look_or_copy(job: Job, stream: IO[bytes]) -> Finished:
    """Decode a file from end to end, and make its working copy if that is wanted.

    Raises
    ------
    RefusedError
        If the file cannot be used.
    """
    speaker = Speaker(stream=stream, wants_bins=job.wants_bins)
    speaker.tell(0.0)
    source = look_at(job.source, job.kind)
    if job.copy_into is None:
        measured = measure(source.sound, source.kind, speaker)
        facts = _facts(source, source.sound, source.kind, measured)
        return Finished(facts=facts, source_fingerprint=facts.fingerprint, copy_name=None)
    if source.is_cut_off:
        raise RefusedError(_CUT_SHORT)
    copy, kind, measured = _copy(source, job.copy_into, speaker)
    _refuse_unusable(source, measured)
    return Finished(
        facts=_facts(source, copy, kind, measured),
        source_fingerprint=_fingerprint(source.sound),
        copy_name=copy.path.name,
    )


def _copy(
    source: Source, place: CopyPlace, speaker: Speaker
) -> tuple[SoundFile, SoundKind, Measured]:
    """Make the working copy: the sound as it is if the copy is then honest, else as FLAC."""
    container = container_for(source.kind, source.codec, source.channels)
    if container is not None:
        copy = place.file(f"copy.{container.kind.value}")
        if remux(source.sound, source.kind, container, copy):
            honest = _measured_if_honest(copy, container.kind, speaker)
            if honest is not None:
                return copy, container.kind, honest
            speaker.restart()
        copy.path.unlink(missing_ok=True)
    copy = place.file(f"copy.{FlacWriter.kind.value}")
    with FlacWriter(copy, codec=source.codec) as writer:
        measured = measure(source.sound, source.kind, speaker, write_to=writer)
    return copy, FlacWriter.kind, measured


def _measured_if_honest(copy: SoundFile, kind: SoundKind, speaker: Speaker) -> Measured | None:
    """Decode a copy; None if anything is missing in it, or if it states another length."""
    try:
        measured = measure(copy, kind, speaker)
    except (av.error.FFmpegError, UnreadableSoundError):
        return None
    off_by = abs((measured.header_ms or 0) - measured.duration_ms)
    return None if measured.is_damaged or off_by > HONEST_WITHIN_MS else measured


def _refuse_unusable(source: Source, measured: Measured) -> None:
    problems = []
    if source.is_cut_short(measured):
        problems.append(_CUT_SHORT)
    is_lost = measured.lost_ms > _MOST_LOST_SHARE * measured.reached_ms
    if is_lost or measured.damaged > _MOST_LOST_SHARE * measured.packets:
        problems.append(("too much of it is damaged and cannot be decoded.", _AGAIN))
    if problems:
        raise RefusedError(*problems)


def _facts(source: Source, sound: SoundFile, kind: SoundKind, measured: Measured) -> AudioFacts:
    return AudioFacts(
        container=kind,
        codec=measured.codec,
        channels=measured.channels,
        sample_rate=measured.sample_rate,
        sample_count=measured.samples,
        duration_ms=measured.duration_ms,
        header_duration_ms=measured.header_ms if sound == source.sound else measured.duration_ms,
        size_bytes=size_of(sound),
        fingerprint=_fingerprint(sound),
        truncated=source.is_cut_short(measured),
        warnings=source.warnings(measured),
    )


def _fingerprint(sound: SoundFile) -> Fingerprint:
    seen = hashlib.sha256()
    with sound.open() as file:
        while block := file.read(_HASHED_BYTES):
            seen.update(block)
    return Fingerprint(seen.hexdigest())


def main() -> int:
    """Do the job that standard input names and answer on standard output."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not be taken for an answer
    av.logging.set_level(None)
    limit_this_process()
    try:
        answer: Message = work(job_from_text(sys.stdin.buffer.read().decode()), stream)
    except (
        RefusedError,
        UnreadableSoundError,
        EncryptedFileError,
        MemoryError,
        OSError,
        av.error.FFmpegError,
    ) as error:
        answer = Refused(problems=_problems_of(error))
    write_message(stream, answer)
    return 0


def _problems_of(error: Exception) -> tuple[tuple[str, str], ...]:
    match error:
        case RefusedError():
            return error.problems
        case UnreadableSoundError():
            return ((error.what, _AGAIN),)
        case EncryptedFileError():
            return (ALTERED,)
        case MemoryError():
            return (("decoding it takes more memory than a recording can need.", _AGAIN),)
        case OSError():
            what = f"the system refused to read it or to write its copy ({error.strerror})."
            return ((what, "Make room on the disk, then try again."),)
        case _:
            return (("it is damaged, or is not the kind of file it begins like.", _AGAIN),)


if __name__ == "__main__":
    sys.exit(main())
