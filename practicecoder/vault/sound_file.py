"""A recording on disk, plain or encrypted, and the one way to open it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast


@dataclass(frozen=True, slots=True)
class SoundFile:
    """A recording; ``key`` is None where the file is plain."""

    path: Path
    key: bytes | None = field(default=None, repr=False)

    def open(self) -> BinaryIO:
        """Open the recording for reading and seeking; what is read is decrypted.

        Raises
        ------
        OSError
            If the file cannot be opened.
        EncryptedFileError
            If the file is not encrypted with this key.
        """
        if self.key is None:
            return self.path.open("rb")
        from practicecoder.vault.encrypted_file import EncryptedReader

        return cast("BinaryIO", io.BufferedReader(EncryptedReader(self.path, self.key)))
