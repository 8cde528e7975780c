"""Copies of the sound track alone, without tags or pictures; for the decoding process."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from types import TracebackType

import av
import av.error
import numpy as np
from numpy.typing import NDArray

from practicecoder.audio.facts import SoundKind
from practicecoder.audio.sound_reader import open_sound
from practicecoder.audio.sound_writing import create_sound
from practicecoder.vault.sound_file import SoundFile

FLAC_RATE = 24_000
"""Highest sample rate, in Hz, of a copy of lossy sound that had to be decoded."""

_FRAMES_A_SECOND = 50
"""Playing begins with the frame that holds the place sought: frames of FLAC, by default a tenth
of a second long, have to be short for a click to play what it was aimed at."""

_REWRITTEN = frozenset({"flac", "alac"})
"""Lossless codecs, whose frames are of any length: written anew in short ones, at their rate."""

_DISK_TROUBLE = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EROFS, errno.EACCES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A container for working copies and the codecs that may be put into it as they are."""

    kind: SoundKind
    muxer: str
    codecs: frozenset[str]
    options: tuple[tuple[str, str], ...] = ()


_OGG = Container(kind=SoundKind.OGG, muxer="ogg", codecs=frozenset({"opus", "vorbis"}))
_CONTAINERS = {
    SoundKind.WAVE: Container(
        kind=SoundKind.WAVE,
        muxer="wav",
        codecs=frozenset(
            {"pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le", "pcm_mulaw", "pcm_alaw"}
        ),
        options=(("rf64", "auto"),),
    ),
    SoundKind.MP3: Container(
        kind=SoundKind.MP3,
        muxer="mp3",
        codecs=frozenset({"mp3"}),
        options=(("id3v2_version", "0"), ("write_xing", "1")),
    ),
    SoundKind.MP4: Container(
        kind=SoundKind.MP4,
        muxer="ipod",
        codecs=frozenset({"aac"}),
        options=(("movflags", "+faststart"),),
    ),
    SoundKind.OGG: _OGG,
    SoundKind.WEBM: _OGG,
}


def container_for(kind: SoundKind, codec: str, channels: int) -> Container | None:
    """Container that takes the sound as it is; None if it has to be decoded."""
    container = _CONTAINERS.get(kind)
    if container is None or codec not in container.codecs or channels > 2:
        return None
    return container


def remux(source: SoundFile, kind: SoundKind, container: Container, target: SoundFile) -> bool:
    """Copy the packets of the sound track; whether that worked."""
    try:
        with (
            open_sound(source, kind) as read,
            create_sound(target, container.muxer, _options(container)) as write,
        ):
            stream = read.streams.best("audio")
            assert isinstance(stream, av.AudioStream)
            copied = write.add_stream_from_template(stream)
            copied.metadata.clear()
            for packet in read.demux(stream):
                if packet.dts is not None:
                    packet.stream = copied
                    write.mux(packet)
    except (av.error.FFmpegError, ValueError) as error:
        if getattr(error, "errno", None) in _DISK_TROUBLE:
            raise
        return False
    return True


class FlacWriter:
    """Writes 16-bit blocks as FLAC, in frames of a fiftieth of a second.

    Attributes
    ----------
    most_rate
        Sample rate in Hz that the blocks shall not exceed; None: whatever they have.
    """

    kind = SoundKind.FLAC

    def __init__(self, target: SoundFile, *, codec: str) -> None:
        self.most_rate = None if codec in _REWRITTEN else FLAC_RATE
        self._closing = ExitStack()
        self._container = self._closing.enter_context(
            create_sound(target, "flac", {"fflags": "+bitexact"})
        )
        self._stream: av.AudioStream | None = None

    def write(self, block: NDArray[np.int16], sample_rate: int) -> None:
        """Append a block of shape (channels, samples)."""
        layout = "mono" if len(block) == 1 else "stereo"
        if self._stream is None:
            self._stream = self._container.add_stream("flac", rate=sample_rate, layout=layout)
            self._stream.format = "s16"
            self._stream.options = {"frame_size": str(sample_rate // _FRAMES_A_SECOND)}
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(block.T).reshape(1, -1), format="s16", layout=layout
        )
        frame.sample_rate = sample_rate
        self._container.mux(self._stream.encode(frame))

    def __enter__(self) -> FlacWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write what is left and the final header; after an error only let go of the file."""
        if error is not None:
            with suppress(av.error.FFmpegError, OSError):
                self._closing.close()
            return
        with self._closing:
            if self._stream is not None:
                self._container.mux(self._stream.encode(None))


def _options(container: Container) -> dict[str, str]:
    both: Iterable[tuple[str, str]] = (*container.options, ("fflags", "+bitexact"))
    return dict(both)
