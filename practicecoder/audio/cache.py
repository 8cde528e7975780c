"""The cache folder of a study: what was computed from its recordings, encrypted with the study."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from practicecoder.domain.ids import Fingerprint


class CacheKind(StrEnum):
    """What is kept of a recording."""

    PEAKS = "peaks"
    SPEECH = "speech"


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheFile:
    """One file of a cache; ``key`` is None where it is plain."""

    path: Path
    key: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundCache:
    """Where caches lie. With a ``key`` they are encrypted, and their names tell nothing."""

    folder: Path
    key: bytes | None = field(default=None, repr=False)

    def file(self, fingerprint: Fingerprint, kind: CacheKind) -> CacheFile:
        """Where something about a recording is kept."""
        if self.key is None:
            return CacheFile(path=self.folder / f"{fingerprint}.{kind.value}")
        name = _derived(_derived(self.key, "names"), f"{kind.value} {fingerprint}").hex()
        return CacheFile(path=self.folder / name, key=_derived(self.key, "contents"))

    def forget(self, fingerprint: Fingerprint) -> None:
        """Remove everything that is kept of a recording.

        Raises
        ------
        OSError
            If a file is there and cannot be removed.
        """
        for kind in CacheKind:
            self.file(fingerprint, kind).path.unlink(missing_ok=True)


def _derived(key: bytes, use: str) -> bytes:
    return hmac.new(key, use.encode(), hashlib.sha256).digest()
