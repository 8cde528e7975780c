import io
import os
import wave
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.errors import EncryptedFileError
from practicecoder.vault.encrypted_file import (
    CHUNK_BYTES,
    EncryptedReader,
    EncryptedWriter,
    decrypt_bytes,
    encrypt_bytes,
    encrypt_file,
    encrypted_size,
)

KEY = bytes(range(32))
OTHER_KEY = bytes(32)
HEADER = 24
STORED_CHUNK = 12 + CHUNK_BYTES + 16


def content_of(size: int) -> bytes:
    return (bytes(range(251)) * (size // 251 + 1))[:size]


def stored(folder: Path, content: bytes, name: str = "made-up.enc") -> bytes:
    target = folder / name
    with EncryptedWriter(target, KEY) as writer:
        writer.write(content)
    return target.read_bytes()


def read_all(content: bytes, key: bytes = KEY) -> bytes:
    with EncryptedReader(io.BytesIO(content), key) as reader:
        return reader.read()


@pytest.fixture(scope="module")
def three_chunks(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return stored(tmp_path_factory.mktemp("sealed"), content_of(2 * CHUNK_BYTES + 100))


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES]
)
def test_what_is_written_is_read_back_and_takes_the_size_that_is_told(
    tmp_path: Path, size: int
) -> None:
    sealed = stored(tmp_path, content_of(size))
    assert read_all(sealed) == content_of(size)
    assert len(sealed) == encrypted_size(size)


def test_nothing_of_the_content_is_in_the_file(tmp_path: Path) -> None:
    canary = b"A-MADE-UP-CANARY" * 8192
    assert b"CANARY" not in stored(tmp_path, canary)


def test_the_same_content_is_never_written_the_same_way(tmp_path: Path) -> None:
    first, second = stored(tmp_path, b"same", "1"), stored(tmp_path, b"same", "2")
    assert first[8:] != second[8:]


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    stored(tmp_path, b"made up")
    assert (tmp_path / "made-up.enc").stat().st_mode & 0o777 == 0o600


places = st.one_of(
    st.integers(0, 300),
    st.integers(-3, 3).map(lambda n: CHUNK_BYTES + n),
    st.integers(-3, 3).map(lambda n: 2 * CHUNK_BYTES + n),
)
lengths = st.one_of(st.integers(0, 40), st.integers(-2, 2).map(lambda n: CHUNK_BYTES + n))
acts = st.lists(st.tuples(st.sampled_from(["write", "read"]), places, lengths), max_size=8)


@settings(max_examples=60, deadline=None)
@given(acts=acts)
def test_any_sequence_of_seeks_reads_and_writes_does_what_a_plain_file_does(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int, int]]
) -> None:
    path = tmp_path_factory.mktemp("random") / "made-up.enc"
    plain = io.BytesIO()
    with EncryptedWriter(path, KEY) as writer:
        for number, (act, place, length) in enumerate(acts):
            assert writer.seek(place) == plain.seek(place)
            if act == "write":
                piece = bytes([number + 1]) * length
                assert writer.write(piece) == plain.write(piece)
            else:
                assert writer.read(length) == plain.read(length)
            assert writer.tell() == plain.tell()
        assert writer.seek(0, os.SEEK_END) == plain.seek(0, os.SEEK_END)
    assert read_all(path.read_bytes()) == plain.getvalue()


@settings(max_examples=40, deadline=None)
@given(places=st.lists(st.tuples(places, lengths), max_size=6))
def test_reading_at_any_place_gives_what_is_there(
    three_chunks: bytes, places: list[tuple[int, int]]
) -> None:
    plain = io.BytesIO(content_of(2 * CHUNK_BYTES + 100))
    with EncryptedReader(io.BytesIO(three_chunks), KEY) as reader:
        for place, length in places:
            reader.seek(place)
            plain.seek(place)
            assert reader.read(length) == plain.read(length)
        assert reader.seek(-5, os.SEEK_END) == 2 * CHUNK_BYTES + 95


def test_seeking_before_the_beginning_is_refused(three_chunks: bytes) -> None:
    with EncryptedReader(io.BytesIO(three_chunks), KEY) as reader:
        with pytest.raises(ValueError, match="no such place"):
            reader.seek(-1)
        assert not reader.writable()


def test_every_flipped_bit_of_a_file_is_refused(tmp_path: Path) -> None:
    sealed = stored(tmp_path, b"made up: a short sound")
    for bit in range(8 * len(sealed)):
        flipped = bytearray(sealed)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(EncryptedFileError):
            read_all(bytes(flipped))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_flipped_bit_anywhere_in_a_long_file_is_refused(
    three_chunks: bytes, data: st.DataObject
) -> None:
    bit = data.draw(st.integers(0, 8 * len(three_chunks) - 1))
    flipped = bytearray(three_chunks)
    flipped[bit // 8] ^= 1 << bit % 8
    with pytest.raises(EncryptedFileError):
        read_all(bytes(flipped))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_cut_is_refused_when_the_file_is_opened(
    three_chunks: bytes, data: st.DataObject
) -> None:
    edges = st.sampled_from([0, 8, HEADER, HEADER + STORED_CHUNK, HEADER + 2 * STORED_CHUNK])
    length = data.draw(st.one_of(edges, st.integers(0, len(three_chunks) - 1)))
    with pytest.raises(EncryptedFileError):
        EncryptedReader(io.BytesIO(three_chunks[:length]), KEY)


@pytest.mark.parametrize("rest", [b"\0", bytes(28), bytes(STORED_CHUNK)])
def test_anything_behind_the_end_is_refused(three_chunks: bytes, rest: bytes) -> None:
    with pytest.raises(EncryptedFileError):
        EncryptedReader(io.BytesIO(three_chunks + rest), KEY)


def chunks(sealed: bytes) -> list[bytes]:
    body = sealed[HEADER:]
    return [body[at : at + STORED_CHUNK] for at in range(0, len(body), STORED_CHUNK)]


def test_swapped_doubled_and_foreign_chunks_are_refused(
    tmp_path: Path, three_chunks: bytes
) -> None:
    header, (first, second, last) = three_chunks[:HEADER], chunks(three_chunks)
    foreign = chunks(stored(tmp_path, content_of(2 * CHUNK_BYTES + 100)))
    for mixture in (
        (second, first, last),
        (first, first, last),
        (first, last),
        (first, second, second, last),
        (foreign[0], second, last),
        (first, second, foreign[2]),
    ):
        with pytest.raises(EncryptedFileError):
            read_all(header + b"".join(mixture))
    assert read_all(header + first + second + last) == content_of(2 * CHUNK_BYTES + 100)


def test_another_key_opens_nothing(three_chunks: bytes) -> None:
    with pytest.raises(EncryptedFileError):
        EncryptedReader(io.BytesIO(three_chunks), OTHER_KEY)


def test_a_file_that_is_not_finished_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "made-up.enc"
    writer = EncryptedWriter(path, KEY)
    writer.write(content_of(2 * CHUNK_BYTES + 5))
    with pytest.raises(EncryptedFileError):
        EncryptedReader(path, KEY)
    writer.close()
    with EncryptedReader(path, KEY) as reader:
        assert reader.read() == content_of(2 * CHUNK_BYTES + 5)


def test_an_existing_file_is_never_written_over(tmp_path: Path) -> None:
    sealed = stored(tmp_path, b"first")
    with pytest.raises(FileExistsError):
        EncryptedWriter(tmp_path / "made-up.enc", KEY)
    assert read_all(sealed) == b"first"


def test_a_file_is_encrypted_whole_or_not_at_all(tmp_path: Path) -> None:
    source = tmp_path / "made-up.wav"
    source.write_bytes(content_of(200_000))
    encrypt_file(source, tmp_path / "1.enc", KEY)
    assert read_all((tmp_path / "1.enc").read_bytes()) == content_of(200_000)
    with pytest.raises(OSError):  # noqa: PT011 -- a folder cannot be read, whatever the system says
        encrypt_file(tmp_path, tmp_path / "2.enc", KEY)
    assert not (tmp_path / "2.enc").exists()


def test_a_writer_left_by_an_error_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with EncryptedWriter(tmp_path / "made-up.enc", KEY) as writer:
            writer.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_wave_file_is_written_and_read_through_it(tmp_path: Path) -> None:
    path = tmp_path / "made-up.enc"
    sound = content_of(2 * 48_000)
    with EncryptedWriter(path, KEY) as file, wave.open(cast(BinaryIO, file), "wb") as out:
        out.setparams((1, 2, 16_000, 0, "NONE", ""))
        out.writeframes(sound[:70_000])
        out.writeframes(sound[70_000:])
    with EncryptedReader(path, KEY) as reader, wave.open(cast(BinaryIO, reader), "rb") as back:
        assert back.getnframes() == 48_000
        assert back.readframes(48_000) == sound


def test_nothing_is_done_with_a_closed_file(tmp_path: Path) -> None:
    path = tmp_path / "made-up.enc"
    writer = EncryptedWriter(path, KEY)
    writer.close()
    writer.close()
    reader = EncryptedReader(path, KEY)
    reader.close()
    for act in (lambda: writer.write(b"x"), lambda: reader.read(1), lambda: reader.seek(0)):
        with pytest.raises(ValueError, match="closed"):
            act()


@given(content=st.binary(max_size=100), about=st.text(max_size=5))
def test_short_contents_are_sealed_and_opened(content: bytes, about: str) -> None:
    assert decrypt_bytes(encrypt_bytes(content, KEY, about), KEY, about) == content


def test_short_contents_are_refused_when_anything_is_other() -> None:
    sealed = encrypt_bytes(b"made up", KEY, "peaks")
    for bit in range(8 * len(sealed)):
        flipped = bytearray(sealed)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(EncryptedFileError):
            decrypt_bytes(bytes(flipped), KEY, "peaks")
    for length in range(len(sealed)):
        with pytest.raises(EncryptedFileError):
            decrypt_bytes(sealed[:length], KEY, "peaks")
    for key, about in ((OTHER_KEY, "peaks"), (KEY, "speech")):
        with pytest.raises(EncryptedFileError):
            decrypt_bytes(sealed, key, about)
