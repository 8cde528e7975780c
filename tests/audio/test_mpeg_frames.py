from __future__ import annotations

import pytest

from practicecoder.audio.mpeg_frames import (
    adts_length,
    ends_inside_a_frame,
    mpeg_frame,
    mpeg_length,
    promised_ms,
)


@pytest.mark.parametrize(
    ("header", "length", "samples", "rate"),
    [
        # ISO 11172-3, 2.4.3.1: length = 144 * bit rate / sample rate + padding
        (b"\xff\xfb\x90\x00", 417, 1152, 44_100),  # MPEG-1 layer III, 128 kbit/s
        (b"\xff\xfb\x92\x00", 418, 1152, 44_100),  # the same with padding
        (b"\xff\xf3\x80\x00", 208, 576, 22_050),  # MPEG-2 layer III, 64 kbit/s
        (b"\xff\xe3\x48\xc0", 288, 576, 8_000),  # MPEG-2.5 layer III, 32 kbit/s
        (b"\xff\xfd\x80\x00", 417, 1152, 44_100),  # MPEG-1 layer II, 128 kbit/s
        (b"\xff\xff\x40\x00", 136, 384, 44_100),  # MPEG-1 layer I, 128 kbit/s
    ],
)
def test_frame_lengths_follow_the_standard(
    header: bytes, length: int, samples: int, rate: int
) -> None:
    frame = mpeg_frame(header)
    assert frame is not None
    assert (frame.length, frame.samples, frame.sample_rate) == (length, samples, rate)


@pytest.mark.parametrize(
    "header",
    [
        b"\xff\xfb\x90",  # too short
        b"\xff\xeb\x90\x00",  # reserved version
        b"\xff\xf9\x90\x00",  # reserved layer
        b"\xff\xfb\xf0\x00",  # bit rate 15
        b"\xff\xfb\x00\x00",  # free bit rate
        b"\xff\xfb\x9c\x00",  # reserved sample rate
        b"\xfe\xfb\x90\x00",
    ],
)
def test_what_is_no_frame_header(header: bytes) -> None:
    assert mpeg_frame(header) is None


def test_adts_length_is_read_from_its_thirteen_bits() -> None:
    assert adts_length(b"\xff\xf1\x50\x80\x02\x1f\xfc", 0) == 16
    assert adts_length(b"\xff\xf1\x50\x80\x00\x1f\xfc", 0) is None  # shorter than its own header
    assert adts_length(b"\xff\xfb\x50\x80\x02\x1f\xfc", 0) is None  # an mp3


FRAME = b"\xff\xfb\x90\x00" + bytes(413)


@pytest.mark.parametrize("lead", [b"", b"half a frame"])
@pytest.mark.parametrize(
    ("end", "is_inside"),
    [
        (b"", False),
        (FRAME[:300], True),
        (FRAME[:5], True),
        (b"TAG" + bytes(125), False),
        (b"APETAGEX" + bytes(300), False),
        (bytes(500), False),
    ],
)
def test_end_inside_a_frame(lead: bytes, end: bytes, is_inside: bool) -> None:
    assert ends_inside_a_frame(lead + FRAME * 6 + end, mpeg_length) is is_inside


def test_no_frames_no_verdict() -> None:
    assert not ends_inside_a_frame(bytes(5000), mpeg_length)


def test_promises_of_the_first_frame() -> None:
    xing = FRAME[:36] + b"Xing" + b"\x00\x00\x00\x01" + (1000).to_bytes(4, "big") + bytes(365)
    vbri = FRAME[:36] + b"VBRI" + bytes(10) + (1000).to_bytes(4, "big") + bytes(365)
    without_count = FRAME[:36] + b"Xing" + bytes(373)
    assert promised_ms(xing) == promised_ms(vbri) == 26_122  # 1000 * 1152 / 44,100 s
    assert promised_ms(without_count) is None
    assert promised_ms(FRAME) is None
    assert promised_ms(b"") is None
