"""Files of a cache that are believed only if every byte of them is as it was written."""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from pathlib import Path

_LOG = logging.getLogger(__name__)
_DIGEST_BYTES = 32


def write_sealed(path: Path, content: bytes, *, what: str) -> None:
    """Write content and a digest of it; the file appears complete or not at all.

    A cache that cannot be written is not an error: its content is made anew the next time. The
    log then names ``what``.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content + hashlib.sha256(content).digest())
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        _LOG.warning("%s cache not written: %s", what, error.strerror)


def read_sealed(path: Path) -> bytes | None:
    """Read what :func:`write_sealed` wrote; None if there is nothing, or not that any more."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    body, digest = content[:-_DIGEST_BYTES], content[-_DIGEST_BYTES:]
    return body if hashlib.sha256(body).digest() == digest else None
