"""The sound track of a file as blocks of 16-bit samples; for the decoding process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO

import av
import av.error
import av.filter
import numpy as np
from numpy.typing import NDArray

from practicecoder.audio.facts import SoundKind
from practicecoder.vault.sound_file import SoundFile

if TYPE_CHECKING:
    from av.container import InputContainer

BLOCK_SAMPLES = 65_536
"""Samples of a block, a multiple of the waveform's bin; the last block may be shorter."""

_FRAMES_A_PULL = 50
_READ_BYTES = 65_536
_DEMUXERS = {
    SoundKind.WAVE: "wav",
    SoundKind.FLAC: "flac",
    SoundKind.MP3: "mp3",
    SoundKind.ADTS: "aac",
    SoundKind.MP4: "mov",
    SoundKind.OGG: "ogg",
    SoundKind.WEBM: "matroska",
}


RUN_IN_MS = 500
"""How much is decoded and dropped before a place that was sought.

Opus asks for 80 ms (RFC 7845, section 4.6); an mp3 frame leans on up to 511 bytes before it
(ISO/IEC 11172-3, ``main_data_begin``), which are 128 ms at 32 kbit/s. The rest is margin.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the blocks are made into.

    ``rate`` is the sample rate in Hz; None: the file's own, but never more than ``most_rate``.
    ``most_channels`` is 1 or 2.
    """

    rate: int | None = None
    most_rate: int | None = None
    most_channels: int = 2

    def rate_for(self, own_rate: int) -> int:
        """Sample rate of the blocks of a file."""
        return self.rate or min(own_rate, self.most_rate or own_rate)


AS_IT_IS = Form()


class UnreadableSoundError(Exception):
    """There is no sound track, or no decoder for it; ``what`` is a sentence."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@contextmanager
def open_sound(sound: SoundFile, kind: SoundKind) -> Iterator[InputContainer]:
    """Open a file with the one demuxer of its kind and no way to reach any other file."""
    if sound.key is None:
        with _opened(f"file:{sound.path}", kind, allowed="file") as container:
            yield container
        return
    with sound.open() as decrypting, _opened(decrypting, kind, allowed="none") as container:
        yield container


def _opened(source: str | BinaryIO, kind: SoundKind, *, allowed: str) -> InputContainer:
    return av.open(
        source,
        "r",
        format=_DEMUXERS[kind],
        options={"protocol_whitelist": allowed},
        metadata_errors="ignore",
        buffer_size=_READ_BYTES,
    )


class SoundReader:
    """Decodes the best sound track of one file to planar 16-bit blocks.

    Parameters
    ----------
    form
        Sample rate and channels of the blocks.
    on_position
        Is told the bytes of the file that were read so far.

    Attributes
    ----------
    packets, damaged
        Packets read so far, and those of them that could not be decoded.
    reached_ms
        Where the file's own clock stands at the end of what was decoded, counted from its start;
        more than the decoded length if pieces in between are missing.
    begins_ms
        Where the first block begins; after :meth:`seek` a little before or after what was sought.
    sample_rate
        In Hz, of the blocks; known from the first block on.
    """

    def __init__(
        self,
        sound: SoundFile,
        kind: SoundKind,
        *,
        form: Form = AS_IT_IS,
        on_position: Callable[[int], None] | None = None,
    ) -> None:
        with ExitStack() as undo:
            self._container = undo.enter_context(open_sound(sound, kind))
            stream = self._container.streams.best("audio")
            if not isinstance(stream, av.AudioStream):
                raise UnreadableSoundError("there is no sound in the file.")
            if not stream.codec_context:
                raise UnreadableSoundError("its sound is in a format that cannot be decoded.")
            self._closing = undo.pop_all()
        self._stream = stream
        self._form = form
        self._on_position = on_position
        self._graph: av.filter.Graph | None = None
        self._fed: tuple[str, int, str] | None = None
        self.packets = 0
        self.damaged = 0
        self.reached_ms = 0.0
        self._first_s: float | None = None
        self._from_s: float | None = None
        self.begins_ms = 0.0
        self.sample_rate = 0
        self.channels = min(form.most_channels, stream.codec_context.channels)
        self.source_channels = stream.codec_context.channels
        self.codec = stream.codec_context.codec.canonical_name

    def __enter__(self) -> SoundReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.close()

    @property
    def track(self) -> tuple[int, int]:
        """Number of the sound track that is read, from 1, and how many the file has."""
        tracks = self._container.streams.audio
        return 1 + [track.index for track in tracks].index(self._stream.index), len(tracks)

    @property
    def header_duration_ms(self) -> int | None:
        """Length the file states for its sound track; None if it states none."""
        stream, whole = self._stream, self._container.duration
        if stream.duration is not None and stream.time_base is not None:
            return round(stream.duration * stream.time_base * 1000)
        return whole // 1000 if whole is not None and whole > 0 else None

    def seek(self, start_ms: int) -> None:
        """Begin at about a time instead of at the start; before the first block."""
        time_base = self._stream.time_base
        if start_ms <= 0 or time_base is None:
            return
        self._first_s = float((self._stream.start_time or 0) * time_base)
        self._from_s = self._first_s + start_ms / 1000
        run_in_s = max(self._first_s, self._from_s - RUN_IN_MS / 1000)
        self._container.seek(int(run_in_s / time_base), stream=self._stream)

    def blocks(self) -> Iterator[NDArray[np.int16]]:
        """Yield arrays of shape (channels, samples)."""
        waiting = 0
        for frame in self._frames():
            looks = (frame.format.name, frame.sample_rate, frame.layout.name)
            if looks != self._fed:
                yield from self._drain(finish=True)
                self._connect(frame, looks)
            assert self._graph is not None
            self._graph.push(frame)
            waiting += 1
            if waiting >= _FRAMES_A_PULL:
                waiting = 0
                yield from self._drain()
        yield from self._drain(finish=True)

    def _frames(self) -> Iterator[av.AudioFrame]:
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets)
            except StopIteration:
                return
            except av.error.FFmpegError:
                self.damaged += 1
                return
            self.packets += packet.size > 0
            if self._on_position is not None and packet.pos is not None:
                self._on_position(packet.pos)
            try:
                frames = packet.decode()
            except av.error.EOFError:
                return
            except av.error.FFmpegError:
                self.damaged += 1
                continue
            for frame in frames:
                if self._is_wanted(frame):
                    self._note_time(frame)
                    yield frame

    def _is_wanted(self, frame: av.AudioFrame) -> bool:
        """Whether a frame holds anything of what was sought; its time is noted if it does."""
        if self._from_s is None or self._first_s is None or frame.time is None:
            return True
        if frame.time + frame.samples / frame.sample_rate <= self._from_s:
            return False
        self.begins_ms = (frame.time - self._first_s) * 1000
        self._from_s = None
        return True

    def _note_time(self, frame: av.AudioFrame) -> None:
        if frame.time is None:
            return
        if self._first_s is None:
            self._first_s = frame.time
        end_s = frame.time - self._first_s + frame.samples / frame.sample_rate
        self.reached_ms = max(self.reached_ms, end_s * 1000)

    def _connect(self, frame: av.AudioFrame, looks: tuple[str, int, str]) -> None:
        """Build the chain of filters for frames that look like this one."""
        if self.sample_rate == 0:
            self.sample_rate = self._form.rate_for(frame.sample_rate)
            self.channels = min(self._form.most_channels, len(frame.layout.channels))
        layout = "mono" if self.channels == 1 else "stereo"
        if self.channels == len(frame.layout.channels) == 2:
            layout = frame.layout.name  # two channels stay as they are, whatever they are called
        graph = av.filter.Graph()
        source = graph.add_abuffer(
            format=frame.format, sample_rate=frame.sample_rate, layout=frame.layout
        )
        shape = graph.add(
            "aformat",
            f"sample_fmts=s16p:sample_rates={self.sample_rate}:channel_layouts={layout}",
        )
        blocks = graph.add("asetnsamples", f"n={BLOCK_SAMPLES}:p=0")
        sink = graph.add("abuffersink")
        source.link_to(shape)
        shape.link_to(blocks)
        blocks.link_to(sink)
        graph.configure()
        self._graph, self._fed = graph, looks

    def _drain(self, *, finish: bool = False) -> Iterator[NDArray[np.int16]]:
        if self._graph is None:
            return
        if finish:
            self._graph.push(None)
        while True:
            try:
                frame = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            yield frame.to_ndarray().view(np.int16)
