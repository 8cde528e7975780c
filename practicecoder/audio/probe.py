"""What a sound file is: its kind from its first bytes, its facts from decoding the whole of it."""

from __future__ import annotations

from practicecoder.audio.decoding import decode
from practicecoder.audio.facts import AudioFacts, IsCancelled, ReportProgress, SoundKind
from practicecoder.audio.mpeg_frames import FrameLength, adts_length, is_chain, mpeg_length
from practicecoder.audio.sources import ALTERED, Sound, sound_of
from practicecoder.audio.structure import id3_length
from practicecoder.errors import EncryptedFileError, Problem, RecordingError
from practicecoder.vault.sound_file import SoundFile

_START_BYTES = 16_384
_TAKEN = "WAV, MP3, M4A, FLAC, OGG, OPUS or WEBM"


def sniff(source: Sound) -> SoundKind:
    """Tell the kind of a sound file from its first bytes; no decoder sees the file.

    Raises
    ------
    RecordingError
        If the file is missing, empty, or not of a kind that is taken.
    """
    sound = sound_of(source)
    start = _first_bytes(sound)
    kind = _kind_by_magic(start)
    if kind is None and start[:3] == b"ID3":
        with sound.open() as file:
            file.seek(id3_length(start))
            start = file.read(_START_BYTES).lstrip(b"\0")
        kind = SoundKind.FLAC if start[:4] == b"fLaC" else _kind_by_frames(start)
    kind = kind or _kind_by_frames(start.lstrip(b"\0"))
    if kind is None:
        raise _refusal(sound, _strangeness(start), f"Choose a {_TAKEN} file.")
    return kind


def inspect(
    sound: Sound,
    progress: ReportProgress | None = None,
    cancelled: IsCancelled | None = None,
) -> AudioFacts:
    """Decode a whole sound file once, in a process of its own, and say what it holds.

    A truncated file is told by ``AudioFacts.truncated``; it is :func:`take_in` that refuses it.

    Raises
    ------
    RecordingError
        If the file cannot be decoded; with every problem found.
    concurrent.futures.CancelledError
        If ``cancelled`` said so.
    """
    return decode(sound, sniff(sound), progress=progress, cancelled=cancelled).facts


def _first_bytes(sound: SoundFile) -> bytes:
    if not sound.path.is_file():
        raise _refusal(sound, "there is no such file.", "Check the name and the folder.")
    try:
        with sound.open() as file:
            start = file.read(_START_BYTES)
    except EncryptedFileError as error:
        raise _refusal(sound, *ALTERED) from error
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise _refusal(sound, f"the file cannot be read ({reason}).", "") from error
    if not start:
        raise _refusal(sound, "the file is empty.", "Copy it again from the recorder.")
    return start


def _kind_by_magic(start: bytes) -> SoundKind | None:
    if start[:4] in (b"RIFF", b"RF64") and start[8:12] == b"WAVE":
        return SoundKind.WAVE
    if start[:4] == b"fLaC":
        return SoundKind.FLAC
    if start[4:8] == b"ftyp":
        return SoundKind.MP4
    if start[:4] == b"OggS":
        return SoundKind.OGG
    if start[:4] == b"\x1a\x45\xdf\xa3":
        return SoundKind.WEBM
    return None


def _kind_by_frames(start: bytes) -> SoundKind | None:
    for kind, length_of in ((SoundKind.MP3, mpeg_length), (SoundKind.ADTS, adts_length)):
        if _begins_with_frames(start, length_of):
            return kind
    return None


def _begins_with_frames(start: bytes, length_of: FrameLength) -> bool:
    return len(start) > 0 and is_chain(start, 0, length_of)


def _strangeness(start: bytes) -> str:
    if b"\0" not in start[:1024]:
        try:
            start[:1024].decode("utf-8", errors="strict")
        except UnicodeDecodeError as error:
            if error.start < min(len(start), 1024) - 3:
                return "this is not a kind of sound file that can be used."
        return "this is text, not sound, whatever its name says."
    return "this is not a kind of sound file that can be used."


def _refusal(sound: SoundFile, what: str, fix: str) -> RecordingError:
    return RecordingError([Problem(what=what, fix=fix, file=sound.path.name)])
