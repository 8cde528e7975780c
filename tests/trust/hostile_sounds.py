"""Hostile files that call themselves recordings, made where they are needed."""

from __future__ import annotations

import base64
import io
import struct
import wave
from collections.abc import Iterator

Files = Iterator[tuple[str, bytes]]


def sounds(port: int, secret: str) -> Files:
    """Files by name; those that ask for more name a port, or a file outside: ``secret``."""
    yield from _texts(f"http://127.0.0.1:{port}/a.wav", f"127.0.0.1 {port}", port, secret)
    yield from _waves()
    yield from _mpeg()
    yield from _mp4(secret, port)
    yield from _ogg_and_flac()
    yield from _webm()


def _texts(url: str, host: str, port: int, secret: str) -> Files:
    sdp = f"v=0\no=- 0 0 IN IP4 {host}\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio {port} RTP/AVP 0\n"
    hls = f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{url}\n#EXT-X-ENDLIST\n"
    key = f'#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="{url}"\n#EXTINF:9,\nfile://{secret}\n'
    concat = f"ffconcat version 1.0\nfile '{secret}'\nfile '{url}'\n"
    dash = (
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">'
        f"<Period><AdaptationSet><Representation><BaseURL>{url}</BaseURL></Representation>"
        "</AdaptationSet></Period></MPD>"
    )
    texts = {
        "sdp": sdp,
        "hls": hls,
        "hls-key": key,
        "concat": concat,
        "dash": dash,
        "pls": f"[playlist]\nFile1={url}\nNumberOfEntries=1\n",
        "asx": f'<asx version="3.0"><entry><ref href="{url}"/></entry></asx>',
        "smil": f'<smil><body><audio src="{url}"/></body></smil>',
        "xspf": f"<playlist><trackList><track><location>{url}</location></track></trackList>"
        "</playlist>",
        "ram": f"{url}\n",
        "cue": f'FILE "{secret}" WAVE\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n',
        "ffmetadata": f";FFMETADATA1\ntitle={url}\n",
        "svg": f'<svg xmlns:x="http://www.w3.org/1999/xlink"><image x:href="{url}"/></svg>',
        "html": f'<html><audio src="{url}"></audio></html>',
        "sub": "{0}{25}made up\n",
        "nul": "\0" * 4096,
        "empty": "",
    }
    for name, text in texts.items():
        for ending in (".wav", ".mp3", ".m4a") if name in ("sdp", "hls", "concat") else (".wav",):
            yield name + ending, text.encode()
    for ending, start in ((".wav", _wave_start(0xFFFF_FFFF)), (".mp3", _id3(b"", 10))):
        for name in ("sdp", "hls", "concat"):
            yield f"{name}-behind-magic{ending}", start + texts[name].encode()
    yield "data-uri.wav", b"data:audio/wav;base64," + base64.b64encode(_tone())


def _wave_start(size: int, *, rate: int = 8000, channels: int = 1, bits: int = 16) -> bytes:
    block = max(1, channels * bits // 8) & 0xFFFF
    form = struct.pack("<HHIIHH", 1, channels, rate, rate * block & 0xFFFF_FFFF, block, bits)
    return b"RIFF" + struct.pack("<I", size) + b"WAVEfmt " + struct.pack("<I", len(form)) + form


def _data(content: bytes, size: int | None = None) -> bytes:
    return b"data" + struct.pack("<I", len(content) if size is None else size) + content


def _tone() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(b"".join(struct.pack("<h", 900 * (n % 20)) for n in range(8000)))
    return file.getvalue()


def _waves() -> Files:
    tone = _tone()
    pcm = tone[44:]
    yield "cut-in-header.wav", tone[:30]
    yield "cut.wav", tone[:5000]
    yield "no-frames.wav", _wave_start(36) + _data(b"")
    yield "only-riff.wav", b"RIFF\xff\xff\xff\xffWAVE"
    for size in (0, 1, 0x7FFF_FFFF, 0xFFFF_FFF0, 0xFFFF_FFFF):
        yield f"riff-{size:x}.wav", _wave_start(size) + _data(pcm)
        yield f"data-{size:x}.wav", _wave_start(len(pcm) + 36) + _data(pcm, size)
    for rate in (0, 1, 7, 2**31, 2**32 - 1):
        yield f"rate-{rate}.wav", _wave_start(len(pcm) + 36, rate=rate) + _data(pcm)
    for channels in (0, 3, 255, 65_535):
        yield f"channels-{channels}.wav", _wave_start(36, channels=channels) + _data(pcm)
    for bits in (0, 1, 7, 24, 64, 65_535):
        yield f"bits-{bits}.wav", _wave_start(36, bits=bits) + _data(pcm)
    for tag in (0x0000, 0x0055, 0x0161, 0xFFFE, 0x2000):
        changed = bytearray(_wave_start(36) + _data(pcm))
        changed[20:22] = struct.pack("<H", tag)
        yield f"codec-{tag:x}.wav", bytes(changed)
    info = b"LIST" + struct.pack("<I", 0x7FFF_FFF0) + b"INFOINAM" + b"\xff\xff\xff\x7f"
    yield "list-lies.wav", _wave_start(36) + info + _data(pcm)
    yield "parts.wav", _wave_start(36) + b"junk\0\0\0\0" * 60_000 + _data(pcm)
    yield "rf64.wav", b"RF64" + tone[4:12] + b"ds64" + struct.pack("<IQQQI", 28, *[2**63] * 3, 0)
    yield "id3-inside.wav", _wave_start(36) + b"id3 \x10\0\0\0" + _id3(b"x" * 6, 6) + _data(pcm)
    yield "zip-behind.wav", tone + b"PK\x03\x04" + b"\0" * 200
    yield "pdf-behind.wav", tone + b"%PDF-1.4\n" + b"\0" * 200


def _id3(content: bytes, size: int) -> bytes:
    synchsafe = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\0\0" + synchsafe + content


_FRAME = b"\xff\xfb\x90\x64" + b"\0" * 413


def _mpeg() -> Files:
    frames = _FRAME * 40
    picture = (
        b"APIC" + struct.pack(">I", 0x7F7F_7F7F) + b"\0\0" + b"\0image/png\0\3\0" + b"P" * 999
    )
    yield "tag-bomb.mp3", _id3(picture * 2_000, 0x0FFF_FFFF) + frames
    yield (
        "tags.mp3",
        _id3((b"TIT2" + struct.pack(">I", 2) + b"\0\0\0x") * 90_000, 1 << 20) + frames,
    )
    yield "unsynchronised.mp3", b"ID3\x03\0\x80\0\0\x7f\x7f" + b"\xff\0" * 8_191 + frames
    yield "extended.mp3", b"ID3\x04\0\x40\0\0\x01\0" + b"\x7f\x7f\x7f\x7f" + frames
    yield "one-frame.mp3", _FRAME
    yield "cut.mp3", frames[:-200]
    yield "false-sync.mp3", b"\xff\xfb" * 50_000
    yield "free-format.mp3", (b"\xff\xfb\x00\x64" + b"\0" * 600) * 40
    yield "xing.mp3", _FRAME[:36] + b"Xing\0\0\0\3\xff\xff\xff\xff\xff\xff\xff\xff" + frames
    yield "many-tags.mp3", _id3(b"", 0) * 90_000 + frames
    yield "adts.aac", (b"\xff\xf1\x50\x80\x01\x7f\xfc" + b"\0" * 4) * 3_000
    yield "adts-short.aac", b"\xff\xf1\x50\x80\x00\x0f\xfc" * 9_000


def _box(kind: bytes, content: bytes = b"", size: int | None = None) -> bytes:
    return struct.pack(">I", len(content) + 8 if size is None else size) + kind + content


def _mp4(secret: str, port: int) -> Files:
    start = _box(b"ftyp", b"M4A \0\0\0\0M4A mp42isom")
    yield "only-start.m4a", start
    for size in (0, 1, 2, 7, 0x7FFF_FFFF, 0xFFFF_FFFF):
        yield f"box-{size:x}.m4a", start + _box(b"moov", b"\0" * 64, size)
    deep = b""
    for _ in range(3_000):
        deep = _box(b"moov", deep)
    yield "deep.m4a", start + deep
    yield "udta.m4a", start + _box(b"moov", _box(b"udta", _box(b"meta", b"\0" * 8, 2**31)))
    yield "many.m4a", start + _box(b"free") * 100_000
    for name, reference in (
        ("file", f"file://{secret}"),
        ("path", secret),
        ("net", f"http://127.0.0.1:{port}/x"),
    ):
        yield f"dref-{name}.mov", start + _mp4_of(_box(b"url ", b"\0\0\0\0" + reference.encode()))
        alias = b"\0" * 150 + struct.pack(">HH", 2, len(reference)) + reference.encode()
        yield f"alias-{name}.mov", start + _mp4_of(_box(b"alis", b"\0\0\0\0" + alias))
    for count in (1, 2**31 - 1, 2**32 - 1):
        for table in (b"stsz", b"stco", b"stsc", b"stts", b"ctts"):
            yield f"{table.decode()}-{count}.m4a", start + _mp4_of(None, {table: count})
    yield "moof.m4a", start + _box(b"moof", _box(b"traf", _box(b"trun", b"\xff" * 20))) * 500


def _mp4_of(reference: bytes | None, counts: dict[bytes, int] | None = None) -> bytes:
    """An index of one track of sound, whose data lies elsewhere or is counted falsely."""
    entry = b"\0" * 6 + struct.pack(">H", 1) + b"\0" * 8
    entry += struct.pack(">HHHHI", 1, 16, 0, 0, 8000 << 16)
    inner = reference or _box(b"url ", b"\0\0\0\1")
    tables = _box(b"stsd", struct.pack(">II", 0, 1) + _box(b"sowt", entry))
    given = {b"stts": 1, b"stsc": 1, b"stsz": 1, b"stco": 1, **(counts or {})}
    rows = {b"stts": (99, 1), b"ctts": (99, 1), b"stsc": (1, 99, 1), b"stco": (40,), b"stsz": (2,)}
    for kind, count in given.items():
        extra = struct.pack(">I", 0) if kind == b"stsz" else b""
        row = struct.pack(f">{len(rows[kind])}I", *rows[kind])
        tables += _box(kind, b"\0\0\0\0" + extra + struct.pack(">I", count) + row)
    media = _box(b"smhd", b"\0" * 8)
    media += _box(b"dinf", _box(b"dref", struct.pack(">II", 0, 1) + inner)) + _box(b"stbl", tables)
    head = _box(b"mdhd", struct.pack(">IIIIII", 0, 0, 0, 8000, 99, 0))
    kind = _box(b"hdlr", b"\0" * 8 + b"soun" + b"\0" * 13)
    track = _box(b"tkhd", struct.pack(">IIII", 7, 0, 0, 1) + b"\0" * 68)
    whole = track + _box(b"mdia", head + kind + _box(b"minf", media))
    movie = _box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 8000, 99) + b"\0" * 80)
    return _box(b"moov", movie + _box(b"trak", whole)) + _box(b"mdat", b"\0" * 400)


def _page(number: int, kind: int, content: bytes, serial: int = 1) -> bytes:
    lacing = bytes([255] * (len(content) // 255) + [len(content) % 255])
    head = struct.pack("<4sBBqIII", b"OggS", 0, kind, number * 960, serial, number, 0)
    return head + bytes([len(lacing)]) + lacing + content


def _ogg_and_flac() -> Files:
    opus = b"OpusHead\1\1\x38\1\x80\xbb\0\0\0\0\0"
    tags = b"OpusTags" + struct.pack("<I", 0xFFFF_FFF0) + b"x" * 40
    yield "tag-size.opus", _page(0, 2, opus) + _page(1, 0, tags)
    comments = b"OpusTags\0\0\0\0" + struct.pack("<I", 0x7FFF_FFFF) + b"\1\0\0\0x" * 900
    yield "tag-count.opus", _page(0, 2, opus) + _page(1, 0, comments[:60_000])
    yield "chained.ogg", b"".join(_page(0, 2, opus, n) + _page(1, 4, b"", n) for n in range(9_000))
    yield "streams.ogg", b"".join(_page(0, 2, opus, n) for n in range(9_000))
    yield "no-end.ogg", _page(0, 2, opus) + b"OggS" * 40_000
    yield "vorbis.ogg", _page(0, 2, b"\1vorbis" + b"\xff" * 23) + _page(1, 0, b"\3vorbis\xff\xff")
    yield "theora.ogg", _page(0, 2, b"\x80theora\3\2\1" + b"\xff" * 32)
    info = struct.pack(">HH", 16, 65_535) + b"\0" * 6 + b"\x0a\xc4\x42\xf0" + b"\xff" * 4
    stream = b"fLaC\x00\x00\x00\x22" + info + b"\0" * 16
    yield "no-frames.flac", stream
    yield "picture.flac", b"fLaC\x06\xff\xff\xff" + b"\0" * 100
    yield "blocks.flac", stream + b"\x01\0\0\0" * 200_000
    yield "frames.flac", stream + b"\xff\xf8\xc9\x08\0" * 60_000


def _webm() -> Files:
    start = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm"
    yield "endless.webm", start + b"\x18\x53\x80\x67\x01" + b"\xff" * 7
    yield (
        "deep.webm",
        start + b"\x18\x53\x80\x67\x01" + b"\xff" * 7 + b"\x1f\x43\xb6\x75\xff" * 9_000,
    )
    yield "void.webm", start + b"\xec\x08\xff\xff\xff\xff\xff\xff\xff\xff" * 90
    link = b"\x18\x53\x80\x67\xff\x10\x43\xa7\x70\xff" + b"\x45\xb9\xff" * 20_000
    yield "chapters.webm", start + link
