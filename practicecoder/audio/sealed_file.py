"""Files of a cache that are believed only if every byte of them is as it was written."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from pathlib import Path

from practicecoder.audio.cache import CacheFile
from practicecoder.errors import EncryptedFileError

_LOG = logging.getLogger(__name__)
_DIGEST_BYTES = 32


def write_sealed(file: CacheFile, content: bytes, *, what: str) -> None:
    """Write content and a digest of it; the file appears complete or not at all.

    With a key everything is encrypted before any of it is written. A cache that cannot be written
    is not an error: its content is made anew the next time. The log then names ``what``.
    """
    sealed = content + hashlib.sha256(content).digest()
    if file.key is not None:
        from practicecoder.vault.encrypted_file import encrypt_bytes

        sealed = encrypt_bytes(sealed, file.key)
    try:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as target:
                target.write(sealed)
            Path(temporary).replace(file.path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        _LOG.warning("%s cache not written: %s", what, error.strerror)


def read_sealed(file: CacheFile) -> bytes | None:
    """Read what :func:`write_sealed` wrote; None if there is nothing, or not that any more."""
    try:
        content = file.path.read_bytes()
    except OSError:
        return None
    if file.key is not None:
        from practicecoder.vault.encrypted_file import decrypt_bytes

        try:
            content = decrypt_bytes(content, file.key)
        except EncryptedFileError:
            return None
    body, digest = content[:-_DIGEST_BYTES], content[-_DIGEST_BYTES:]
    return body if hashlib.sha256(body).digest() == digest else None
