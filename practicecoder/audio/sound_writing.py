"""Working copies as they are written, encrypted before the disk; for the decoding process.

Muxers go back to the start of what they wrote, and one reads its own file again. Both happen on
the encrypted file: there is no plain one to begin with.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, BinaryIO, cast

import av

from practicecoder.vault.sound_file import SoundFile

if TYPE_CHECKING:
    from av.container import OutputContainer

    from practicecoder.vault.encrypted_file import EncryptedWriter

_WRITE_BYTES = 65_536


@contextmanager
def create_sound(
    target: SoundFile, muxer: str, options: dict[str, str]
) -> Iterator[OutputContainer]:
    """Open a new file for one muxer; what is written is whole when the block is left.

    Raises
    ------
    OSError
        If the disk is full or fails.
    """
    if target.key is None:
        with av.open(str(target.path), "w", format=muxer, options=options) as plain:
            yield plain
        return
    from practicecoder.vault.encrypted_file import EncryptedWriter

    with ExitStack() as closing:
        writer = closing.enter_context(EncryptedWriter(target.path, target.key))

        def read_again(_url: str, _flags: int, _options: dict[str, str]) -> BinaryIO:
            return cast("BinaryIO", _SecondLook(writer))

        yield closing.enter_context(
            av.open(
                cast("BinaryIO", writer),
                "w",
                format=muxer,
                options=options,
                buffer_size=_WRITE_BYTES,
                io_open=read_again,
            )
        )


class _SecondLook(io.RawIOBase):
    """Reads what a writer has written so far, at a position of its own."""

    def __init__(self, writer: EncryptedWriter) -> None:
        super().__init__()
        self._writer = writer
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Read up to ``size`` bytes, and put the writer back to where it was."""
        writing_at = self._writer.tell()
        self._writer.seek(self._at)
        try:
            found = self._writer.read(size) or b""
        finally:
            self._writer.seek(writing_at)
        self._at += len(found)
        return found

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Move the position of this look alone."""
        match whence:
            case os.SEEK_CUR:
                offset += self._at
            case os.SEEK_END:
                writing_at = self._writer.tell()
                offset += self._writer.seek(0, os.SEEK_END)
                self._writer.seek(writing_at)
        self._at = offset
        return offset

    def tell(self) -> int:
        return self._at
