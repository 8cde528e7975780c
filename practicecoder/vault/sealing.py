"""AES-256-GCM for short contents: sealed with a key, opened with the same key or refused."""

from __future__ import annotations

import secrets
from typing import Protocol, cast

from practicecoder.errors import EncryptedFileError

NONCE_BYTES = 12
TAG_BYTES = 16


class Cipher(Protocol):
    """AES-256-GCM under one key."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """Encrypt ``data``; the tag of 16 bytes also covers ``associated_data``."""

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """Decrypt what :meth:`encrypt` gave for the same nonce and associated data."""


def cipher_of(key: bytes) -> Cipher:
    """Cipher under a key of 32 bytes."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(key) != 32:
        raise ValueError("a key has 32 bytes")
    return cast(Cipher, AESGCM(key))


def sealed(cipher: Cipher, content: bytes, about: bytes) -> bytes:
    """Nonce, content and tag; ``about`` is not in it, but must be the same for opening."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, content, about)


def unsealed(cipher: Cipher, content: bytes, about: bytes) -> bytes:
    """Content of what :func:`sealed` gave.

    Raises
    ------
    EncryptedFileError
        If anything of it was altered, or key or ``about`` are others.
    """
    from cryptography.exceptions import InvalidTag

    if len(content) < NONCE_BYTES + TAG_BYTES:
        raise EncryptedFileError
    try:
        return cipher.decrypt(content[:NONCE_BYTES], content[NONCE_BYTES:], about)
    except InvalidTag:
        raise EncryptedFileError from None


_SEAL = b"PCSEAL1\n"


def encrypt_bytes(content: bytes, key: bytes, about: str = "") -> bytes:
    """Content of at most 2 GB, encrypted; it opens only for the same ``about``."""
    return _SEAL + sealed(cipher_of(key), content, _SEAL + about.encode())


def decrypt_bytes(content: bytes, key: bytes, about: str = "") -> bytes:
    """Content of what :func:`encrypt_bytes` gave.

    Raises
    ------
    EncryptedFileError
        If anything of it was altered, or key or ``about`` are others.
    """
    if not content.startswith(_SEAL):
        raise EncryptedFileError
    return unsealed(cipher_of(key), content[len(_SEAL) :], _SEAL + about.encode())
