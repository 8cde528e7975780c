"""The one secret of an encrypted study, and the keys that are derived from it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

KEY_BYTES = 32


class KeyUse(StrEnum):
    """What a derived key is for; keys of different uses tell nothing about each other."""

    DATABASE = "database"
    HISTORY = "history"
    CACHE = "cache"
    RECORDINGS = "recordings"
    WITHDRAWALS = "withdrawals"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class StudyKey:
    """A study's secret of 32 random bytes; its ``repr`` does not tell them.

    Raises
    ------
    ValueError
        If there are not 32 bytes.
    """

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != KEY_BYTES:
            raise ValueError("a study key has 32 bytes")

    @classmethod
    def new(cls) -> Self:
        """Key of a new study, from the system's source of randomness."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def derived(self, use: KeyUse) -> bytes:
        """Key of 32 bytes for one use, by HKDF with SHA-256 (RFC 5869)."""
        return derived_key(self.secret, f"practicecoder {use.value}")


def derived_key(secret: bytes, about: str, salt: bytes = b"") -> bytes:
    """Key of 32 bytes derived from a secret that is random already, by HKDF with SHA-256."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=about.encode()).derive(
        secret
    )
