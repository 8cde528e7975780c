"""Encrypted files that are read at any place, and written at any place while they are made.

A file is a header (kind and a random id) and chunks of 64 KiB. Each chunk has a nonce of its own;
its tag covers the header, its number and whether it is the last, so that a file that was altered,
cut, put together anew or mixed with another one is refused. The key of a file is derived from the
given key and its id.
"""

from __future__ import annotations

import io
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from practicecoder.errors import EncryptedFileError
from practicecoder.vault.sealing import (
    NONCE_BYTES,
    TAG_BYTES,
    cipher_of,
    decrypt_bytes,
    encrypt_bytes,
    sealed,
    unsealed,
)
from practicecoder.vault.study_key import derived_key

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from typing_extensions import Buffer

__all__ = [
    "CHUNK_BYTES",
    "EncryptedReader",
    "EncryptedWriter",
    "decrypt_bytes",
    "encrypt_bytes",
    "encrypt_file",
    "encrypted_size",
]

CHUNK_BYTES = 1 << 16
_KIND = b"PCFILE1\n"
_ID_BYTES = 16
_HEADER_BYTES = len(_KIND) + _ID_BYTES
_STORED_CHUNK = NONCE_BYTES + CHUNK_BYTES + TAG_BYTES


def encrypted_size(size: int) -> int:
    """Bytes that a content of ``size`` bytes takes when it is encrypted."""
    return _HEADER_BYTES + _n_chunks(size) * (NONCE_BYTES + TAG_BYTES) + size


def encrypt_file(source: Path, target: Path, key: bytes) -> None:
    """Encrypt a file into a new one, which is on the disk when this returns.

    A target that could not be finished is removed.

    Raises
    ------
    FileExistsError
        If the target exists.
    OSError
        If the source cannot be read or the target cannot be written.
    """
    with source.open("rb") as content, EncryptedWriter(target, key) as writer:
        shutil.copyfileobj(content, writer, 16 * CHUNK_BYTES)


class _Chunks:
    """The chunks of an encrypted file, each read and written whole."""

    def __init__(self, file: BinaryIO, header: bytes, key: bytes) -> None:
        self._file = file
        self._header = header
        salt = header[len(_KIND) :]
        self._cipher = cipher_of(derived_key(key, "practicecoder file", salt))

    def read(self, number: int, *, is_last: bool) -> bytes:
        self._file.seek(_HEADER_BYTES + number * _STORED_CHUNK)
        content = _read_fully(self._file, _STORED_CHUNK)
        return unsealed(self._cipher, content, self._about(number, is_last))

    def write(self, number: int, content: bytes, *, is_last: bool) -> None:
        stored = sealed(self._cipher, content, self._about(number, is_last))
        self._file.seek(_HEADER_BYTES + number * _STORED_CHUNK)
        _write_fully(self._file, stored)

    def _about(self, number: int, is_last: bool) -> bytes:
        return self._header + number.to_bytes(8, "big") + (b"\1" if is_last else b"\0")


class _Seekable(io.RawIOBase):
    """A place in a content of known size, and bytes from there."""

    _at = 0
    _size = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Place of the next byte."""
        self._check_open()
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place counted from the beginning, from here or from the end.

        Raises
        ------
        ValueError
            If the place is before the beginning, or ``whence`` is unknown.
        """
        self._check_open()
        starts = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}
        if whence not in starts or starts[whence] + offset < 0:
            raise ValueError("no such place in the file")
        self._at = starts[whence] + offset
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer as far as there is content; 0 at the end."""
        self._check_open()
        view = memoryview(buffer).cast("B")
        wanted = max(0, min(len(view), self._size - self._at))
        done = 0
        while done < wanted:
            number, start = divmod(self._at, CHUNK_BYTES)
            part = self._chunk(number)[start : start + wanted - done]
            view[done : done + len(part)] = part
            done += len(part)
            self._at += len(part)
        return done

    def _chunk(self, number: int) -> bytes | bytearray:
        raise NotImplementedError

    def _check_open(self) -> None:
        if self.closed:
            raise ValueError("the file is closed")


class EncryptedReader(_Seekable):
    """Content of an encrypted file; only what is asked for is decrypted, in memory.

    Raises
    ------
    EncryptedFileError
        On opening or reading: if what is looked at was altered, cut or mixed, or the key is
        another one. The length is proved on opening.
    OSError
        If the file cannot be read.
    """

    def __init__(self, file: Path | BinaryIO, key: bytes) -> None:
        super().__init__()
        self._file: BinaryIO = file.open("rb", buffering=0) if isinstance(file, Path) else file
        self._close_file: Callable[[], None] = (
            self._file.close if isinstance(file, Path) else lambda: None
        )
        try:
            stored = self._file.seek(0, os.SEEK_END)
            self._file.seek(0)
            header = _read_fully(self._file, _HEADER_BYTES)
            if len(header) < _HEADER_BYTES or not header.startswith(_KIND):
                raise EncryptedFileError  # noqa: TRY301 -- closes the file on the way out
            self._chunks = _Chunks(self._file, header, key)
            self._last = max(0, -(-(stored - _HEADER_BYTES) // _STORED_CHUNK) - 1)
            self._held = self._last
            self._content = self._chunks.read(self._last, is_last=True)
        except BaseException:
            self.close()
            raise
        if self._last and not self._content:
            self.close()
            raise EncryptedFileError
        self._size = self._last * CHUNK_BYTES + len(self._content)

    def close(self) -> None:
        """Close the file if it was opened here, and forget its content."""
        if not self.closed:
            self._content = b""
            self._close_file()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if number != self._held:
            content = self._chunks.read(number, is_last=number == self._last)
            self._held, self._content = number, content
        return self._content


class EncryptedWriter(_Seekable):
    """A new encrypted file that is written and read at any place.

    A chunk that is written again gets a new nonce. The file can be read by others once it is
    closed: then it is on the disk. Left with an exception as a context, it is removed.

    Raises
    ------
    FileExistsError
        If the file exists.
    OSError
        If it cannot be written.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        super().__init__()
        self._path = path
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._file = cast(BinaryIO, os.fdopen(os.open(path, flags, 0o600), "r+b", buffering=0))
        header = _KIND + secrets.token_bytes(_ID_BYTES)
        self._chunks = _Chunks(self._file, header, key)
        self._n_chunks = 1
        self._held = 0
        self._content = bytearray()
        self._is_dirty = True
        _write_fully(self._file, header)

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, buffer: Buffer, /) -> int:
        """Write the whole buffer at this place; a gap before it is filled with zeros."""
        self._check_open()
        data = memoryview(buffer).cast("B")
        if not data:
            return 0
        self._grow(self._at)
        done = 0
        while done < len(data):
            number, start = divmod(self._at, CHUNK_BYTES)
            if number == self._n_chunks:
                self._add_chunk()
            part = data[done : done + CHUNK_BYTES - start]
            self._chunk(number)[start : start + len(part)] = part
            self._is_dirty = True
            done += len(part)
            self._at += len(part)
            self._size = max(self._size, self._at)
        return done

    def fileno(self) -> int:
        """Handle of the encrypted file, for having it reach the disk."""
        self._check_open()
        return self._file.fileno()

    def flush(self) -> None:
        """Hand what was written to the operating system."""
        self._check_open()
        self._put_away()

    def close(self) -> None:
        """Finish the file; it is on the disk when this returns."""
        if self.closed:
            return
        try:
            self._put_away()
            os.fsync(self._file.fileno())
        finally:
            self._content = bytearray()
            self._is_dirty = False
            self._file.close()
            super().close()

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            self.close()
        except BaseException:
            self._path.unlink(missing_ok=True)
            raise
        if kind is not None:
            self._path.unlink(missing_ok=True)

    def _chunk(self, number: int) -> bytearray:
        if number != self._held:
            self._put_away()
            content = self._chunks.read(number, is_last=number == self._n_chunks - 1)
            self._held, self._content = number, bytearray(content)
        return self._content

    def _grow(self, size: int) -> None:
        """Fill with zeros up to a size."""
        while self._size < size:
            if self._size == self._n_chunks * CHUNK_BYTES:
                self._add_chunk()
            last = self._chunk(self._n_chunks - 1)
            n_zeros = min(size - self._size, CHUNK_BYTES - len(last))
            last.extend(bytes(n_zeros))
            self._is_dirty = True
            self._size += n_zeros

    def _add_chunk(self) -> None:
        """Begin a chunk after the last one, which is full and is written as not the last."""
        self._chunk(self._n_chunks - 1)
        self._n_chunks += 1
        self._is_dirty = True
        self._put_away()
        self._held, self._content, self._is_dirty = self._n_chunks - 1, bytearray(), True

    def _put_away(self) -> None:
        if self._is_dirty:
            is_last = self._held == self._n_chunks - 1
            self._chunks.write(self._held, bytes(self._content), is_last=is_last)
            self._is_dirty = False


def _n_chunks(size: int) -> int:
    return max(1, -(-size // CHUNK_BYTES))


def _read_fully(file: BinaryIO, size: int) -> bytes:
    parts = []
    while size > 0 and (part := file.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _write_fully(file: BinaryIO, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[file.write(rest) :]
