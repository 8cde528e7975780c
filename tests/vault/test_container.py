"""Tests of the sealed files that carry coding away and back."""

from __future__ import annotations

import io
import json
import os
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.domain.coding import CodebookRef
from practicecoder.errors import PacketError
from practicecoder.vault import container as container_module
from practicecoder.vault.container import CHUNK, Container, Part, write_container
from practicecoder.vault.container_header import (
    LONGEST_HEADER,
    MAGIC,
    ContainerFacts,
    ContainerKind,
    read_header,
)

KEY = bytes(range(32))
FACTS = ContainerFacts(
    kind=ContainerKind.RETURN,
    study_id="s" * 32,
    packet_id="p" * 32,
    codebook=CodebookRef(codebook_id="swim7", version="1.0", digest="d" * 64),
)


def sealed(folder: Path, *contents: bytes, secret: str | bytes = KEY) -> Path:
    out = folder / "made-up.pcreturn"
    parts = [Part.of_bytes(f"part-{n}.bin", content) for n, content in enumerate(contents)]
    assert write_container(out, FACTS, parts, secret) is not None
    return out


def opened(path: Path, secret: str | bytes = KEY) -> list[bytes]:
    container = Container(path)
    container.unlock(secret)
    return [container.read(m.name, at_most=1 << 20) for m in container.header.members]


@settings(max_examples=15, deadline=None)
@given(contents=st.lists(st.integers(0, 2 * CHUNK + 3), min_size=1, max_size=3))
def test_what_is_read_back_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, contents: list[int]
) -> None:
    written = [bytes([number + 1]) * size for number, size in enumerate(contents)]
    assert opened(sealed(tmp_path_factory.mktemp("sealed"), *written)) == written


def test_a_passphrase_opens_it_and_no_other_does(tmp_path: Path) -> None:
    path = sealed(tmp_path, b"words", secret="five made up words here")
    assert opened(path, "five made up words here") == [b"words"]
    with pytest.raises(PacketError, match="passphrase"):
        Container(path).unlock("five made up words there")
    with pytest.raises(PacketError):
        Container(path).unlock(KEY)


def test_the_sha_256_is_that_of_the_file(tmp_path: Path) -> None:
    out = tmp_path / "x.pcreturn"
    told = write_container(out, FACTS, [Part.of_bytes("a.bin", b"1")], KEY)
    assert Container(out).sha256() == told


def test_nothing_of_the_content_is_readable_from_outside(tmp_path: Path) -> None:
    assert b"CANARY" not in sealed(tmp_path, b"CANARY" * 100).read_bytes()
    assert b"CANARY" in sealed(tmp_path, b"x", b"CANARY").read_bytes() + b"CANARY"


@pytest.mark.parametrize("where", ["length", "header", "content", "tag"])
def test_every_bit_flip_is_refused(tmp_path: Path, where: str) -> None:
    path = sealed(tmp_path, b"a" * 40)
    whole = path.read_bytes()
    header_end = len(whole) - 40 - 16
    places = {
        "length": range(len(MAGIC), len(MAGIC) + 4),
        "header": range(len(MAGIC) + 4, header_end, 7),
        "content": range(header_end, header_end + 40),
        "tag": range(len(whole) - 16, len(whole)),
    }[where]
    for place in places:
        for bit in range(8):
            altered = bytearray(whole)
            altered[place] ^= 1 << bit
            path.write_bytes(altered)
            with pytest.raises(PacketError):
                opened(path)


def test_a_cut_off_or_lengthened_file_is_refused(tmp_path: Path) -> None:
    path = sealed(tmp_path, b"a" * 100)
    whole = path.read_bytes()
    for altered in (*(whole[:n] for n in range(0, len(whole), 13)), whole + b"\0"):
        path.write_bytes(altered)
        with pytest.raises(PacketError):
            opened(path)


def test_chunks_cannot_change_places(tmp_path: Path) -> None:
    path = sealed(tmp_path, b"a" * CHUNK + b"b" * CHUNK + b"c")
    whole = path.read_bytes()
    start = len(whole) - 2 * (CHUNK + 16) - 17
    first, second = (whole[start + n * (CHUNK + 16) :][: CHUNK + 16] for n in (0, 1))
    path.write_bytes(whole[:start] + second + first + whole[-17:])
    with pytest.raises(PacketError):
        opened(path)


def test_a_chunk_of_another_file_is_refused(tmp_path: Path) -> None:
    other = sealed(tmp_path, b"b" * 40).read_bytes()
    path = sealed(tmp_path, b"a" * 40)
    path.write_bytes(path.read_bytes()[:-56] + other[-56:])
    with pytest.raises(PacketError):
        opened(path)


def hostile(**changes: object) -> bytes:
    """Bytes of a header with some of its entries exchanged."""
    document: dict[str, object] = {
        "format": 1,
        "kind": "packet",
        "study_id": "s",
        "packet_id": "p",
        "codebook": {"id": "c", "version": "1", "digest": "d"},
        "key": {
            "way": "passphrase",
            "salt": "00" * 32,
            "memory_kib": 65536,
            "passes": 3,
            "lanes": 4,
        },
        "members": [{"name": "a.bin", "size": 1, "sha256": "0" * 64}],
    }
    return json.dumps(document | changes).encode()


def member(name: str = "a.bin", size: object = 1, sha256: object = "0" * 64) -> dict[str, object]:
    return {"name": name, "size": size, "sha256": sha256}


def test_a_plain_header_is_read() -> None:
    assert read_header(hostile()).member("a.bin").size == 1


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": 1, "format": 1}',
        b'{"format": NaN}',
        b'{"format": ' + b"9" * 5_000 + b"}",
        hostile(format=2),
        hostile(kind="zip"),
        hostile(study_id=7),
        hostile(study_id="a\x00b"),
        hostile(packet_id="p" * 201),
        hostile(codebook=[]),
        hostile(key=None),
        hostile(members={}),
        hostile(members=[member("../a.bin")]),
        hostile(members=[member("/etc/passwd")]),
        hostile(members=[member("CON")]),
        hostile(members=[member("ok.txt:ads")]),
        hostile(members=[member("a\\b.bin")]),
        hostile(members=[member("a.bin"), member("a.bin")]),
        hostile(members=[member(size=-1)]),
        hostile(members=[member(size=1 << 50)]),
        hostile(members=[member(size=True)]),
        hostile(members=[member(size=1.5)]),
        hostile(members=[member(sha256="x")]),
        hostile(members=[member(f"a{n}.bin") for n in range(4_001)]),
    ],
)
def test_hostile_headers_are_refused(header: bytes) -> None:
    with pytest.raises(PacketError):
        read_header(header)


@pytest.mark.parametrize(
    "change",
    [
        {"memory_kib": 1 << 30},
        {"passes": 10_000},
        {"lanes": 99},
        {"memory_kib": 8},
        {"salt": "00"},
    ],
)
def test_a_header_cannot_ask_for_a_costly_or_a_cheap_key(change: dict[str, object]) -> None:
    key = json.loads(hostile())["key"] | change
    with pytest.raises(PacketError):
        read_header(hostile(key=key))


def test_an_endless_header_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.pcpacket"
    path.write_bytes(MAGIC + (LONGEST_HEADER + 1).to_bytes(4, "big"))
    with pytest.raises(PacketError):
        Container(path)


def test_a_larger_member_than_asked_for_is_refused(tmp_path: Path) -> None:
    container = Container(sealed(tmp_path, b"a" * 100))
    container.unlock(KEY)
    with pytest.raises(PacketError):
        container.read("part-0.bin", at_most=99)
    with pytest.raises(PacketError):
        container.read("none.bin", at_most=99)


def test_content_that_is_not_what_was_said_makes_no_file(tmp_path: Path) -> None:
    said = Part.of_bytes("a.bin", b"right").member
    out = tmp_path / "x.pcpacket"
    for content in (b"wrong", b"right and more", b"rig"):
        part = Part(member=said, open=partial(io.BytesIO, content))
        with pytest.raises(PacketError):
            write_container(out, FACTS, [part], KEY)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    done = write_container(
        tmp_path / "x.pcpacket", FACTS, [Part.of_bytes("a.bin", b"1")], KEY, cancelled=lambda: True
    )
    assert done is None
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    told: list[float] = []
    write_container(
        tmp_path / "x.pcreturn",
        FACTS,
        [Part.of_bytes("a.bin", b"1" * (3 * CHUNK))],
        KEY,
        progress=told.append,
    )
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PacketError, match="cannot be read"):
        Container(tmp_path / "none.pcpacket")


def test_keys_of_two_files_differ(tmp_path: Path) -> None:
    one = Container(sealed(tmp_path, b"a")).header.key.salt
    assert Container(sealed(tmp_path, b"a")).header.key.salt != one
    assert container_module.KEY_BYTES == 32


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are not known here")
def test_a_device_or_pipe_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pcpacket"
    os.mkfifo(pipe)

    with pytest.raises(OSError, match="no ordinary file"):
        write_container(pipe, FACTS, [Part.of_bytes("a.bin", b"1")], KEY)

    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
