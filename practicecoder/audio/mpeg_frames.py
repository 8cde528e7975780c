"""Headers of MPEG sound frames (mp3) and ADTS frames (aac): their length and what they promise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

_KILOBITS_BY_TABLE = {
    ("1", 1): (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    ("1", 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    ("1", 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    ("2", 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    ("2", 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    ("2", 3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_HERTZ = (44_100, 48_000, 32_000)
_RATE_DIVISOR = {3: 1, 2: 2, 0: 4}  # MPEG 1, 2 and 2.5 by the header's version bits

FrameLength: TypeAlias = Callable[[bytes, int], int | None]
"""Length in bytes of the frame whose header stands at an offset; None if none stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MpegFrame:
    """One MPEG sound frame: ``length`` in bytes, ``samples`` per channel."""

    length: int
    samples: int
    sample_rate: int
    side_information: int


def mpeg_frame(data: bytes, at: int = 0) -> MpegFrame | None:
    """Frame whose header stands at ``at``; None if no valid header stands there."""
    header = data[at : at + 4]
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE0 != 0xE0:
        return None
    version, layer = header[1] >> 3 & 3, 4 - (header[1] >> 1 & 3)
    bitrate, rate = header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or layer == 4 or bitrate in (0, 15) or rate == 3:
        return None
    is_first = version == 3
    kilobits = _KILOBITS_BY_TABLE["1" if is_first else "2", layer][bitrate - 1]
    hertz = _HERTZ[rate] // _RATE_DIVISOR[version]
    padding, mono = header[2] >> 1 & 1, header[3] >> 6 == 3
    if layer == 1:
        length, samples = (12 * kilobits * 1000 // hertz + padding) * 4, 384
    else:
        samples = 576 if layer == 3 and not is_first else 1152
        length = samples // 8 * kilobits * 1000 // hertz + padding
    side = (17 if mono else 32) if is_first else (9 if mono else 17)
    return MpegFrame(length=length, samples=samples, sample_rate=hertz, side_information=side)


def mpeg_length(data: bytes, at: int) -> int | None:
    """Length of the MPEG frame at ``at``."""
    frame = mpeg_frame(data, at)
    return frame.length if frame else None


def adts_length(data: bytes, at: int) -> int | None:
    """Length of the ADTS frame at ``at``."""
    header = data[at : at + 7]
    if len(header) < 7 or header[0] != 0xFF or header[1] & 0xF6 != 0xF0:
        return None
    length = (header[3] & 3) << 11 | header[4] << 3 | header[5] >> 5
    return length if length >= 7 and header[2] >> 2 & 15 < 13 else None


def is_chain(data: bytes, at: int, length_of: FrameLength, *, frames: int = 3) -> bool:
    """Whether ``frames`` frames follow each other from ``at``, or fewer up to the very end."""
    for _ in range(frames):
        length = length_of(data, at)
        if length is None:
            return False
        at += length
        if at == len(data):
            return True
    return True


def ends_inside_a_frame(tail: bytes, length_of: FrameLength) -> bool:
    """Whether the last frame in the last bytes of a file is longer than what is left of it."""
    first = next((at for at in range(len(tail)) if is_chain(tail, at, length_of, frames=4)), None)
    if first is None:
        return False
    at = first
    while (length := length_of(tail, at)) is not None:
        if at + length > len(tail):
            return True
        at += length
    return False


def promised_ms(first_frame: bytes) -> int | None:
    """Length that the first frame of an mp3 announces (Xing, Info, VBRI); None if it does not."""
    frame = mpeg_frame(first_frame)
    if frame is None:
        return None
    xing = 4 + frame.side_information
    count = 0
    if first_frame[xing : xing + 4] in (b"Xing", b"Info") and first_frame[xing + 7] & 1:
        count = int.from_bytes(first_frame[xing + 8 : xing + 12], "big")
    elif first_frame[36:40] == b"VBRI":
        count = int.from_bytes(first_frame[50:54], "big")
    return count * frame.samples * 1000 // frame.sample_rate or None
