"""Slots of a key file: each holds the study's key, locked by a passphrase or a recovery code."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from practicecoder.errors import EncryptedFileError
from practicecoder.vault.passphrases import passphrase_bytes
from practicecoder.vault.recovery_code import RecoveryCode
from practicecoder.vault.sealing import cipher_of, sealed, unsealed
from practicecoder.vault.study_key import KEY_BYTES, StudyKey, derived_key

_SALT_BYTES = 16
_LARGEST = {"memory_kib": 1 << 20, "passes": 16, "lanes": 16}


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one try of a passphrase costs under Argon2id: the low-memory set of RFC 9106."""

    memory_kib: int = 1 << 16
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The study's key under one secret. ``label`` says whose passphrase it is."""

    kind: SlotKind
    label: str
    salt: bytes
    cost: Cost
    wrapped: bytes

    @classmethod
    def for_passphrase(cls, key: StudyKey, label: str, passphrase: str, cost: Cost) -> Self:
        """Slot that a passphrase opens."""
        return cls._made(key, SlotKind.PASSPHRASE, label, passphrase_bytes(passphrase), cost)

    @classmethod
    def for_code(cls, key: StudyKey, code: RecoveryCode) -> Self:
        """Slot that a recovery code opens."""
        return cls._made(key, SlotKind.RECOVERY, "", code.secret, Cost())

    def opened(self, secret: bytes) -> StudyKey | None:
        """The study's key; None if the secret is not the one of this slot."""
        try:
            opened = unsealed(cipher_of(self._locking_key(secret)), self.wrapped, self._about())
        except EncryptedFileError:
            return None
        return StudyKey(opened) if len(opened) == KEY_BYTES else None

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """Slot from a key file.

        Raises
        ------
        ValueError
            If it is not a slot that this program can open.
        """
        numbers = {name: values.get(name) for name in _LARGEST}
        label = values.get("label")
        if not isinstance(label, str):
            raise TypeError("a slot's label is text")
        costs = {
            name: number
            for name, number in numbers.items()
            if isinstance(number, int) and 0 < number <= _LARGEST[name]
        }
        if len(costs) != len(_LARGEST):
            raise ValueError("a slot asks for too much")
        salt = base64.b64decode(str(values.get("salt")), validate=True)
        if len(salt) != _SALT_BYTES:
            raise ValueError("a slot's salt has 16 bytes")
        return cls(
            kind=SlotKind(str(values.get("kind"))),
            label=label,
            salt=salt,
            cost=Cost(**costs),
            wrapped=base64.b64decode(str(values.get("wrapped")), validate=True),
        )

    def values(self) -> dict[str, object]:
        """What the key file holds of the slot."""
        return {
            "kind": self.kind.value,
            "label": self.label,
            "salt": base64.b64encode(self.salt).decode(),
            "memory_kib": self.cost.memory_kib,
            "passes": self.cost.passes,
            "lanes": self.cost.lanes,
            "wrapped": base64.b64encode(self.wrapped).decode(),
        }

    @classmethod
    def _made(cls, key: StudyKey, kind: SlotKind, label: str, secret: bytes, cost: Cost) -> Self:
        salt = secrets.token_bytes(_SALT_BYTES)
        empty = cls(kind=kind, label=label, salt=salt, cost=cost, wrapped=b"")
        cipher = cipher_of(empty._locking_key(secret))
        wrapped = sealed(cipher, key.secret, empty._about())
        return cls(kind=kind, label=label, salt=salt, cost=cost, wrapped=wrapped)

    def _locking_key(self, secret: bytes) -> bytes:
        if self.kind is SlotKind.RECOVERY:  # random already: guessing is hopeless without a cost
            return derived_key(secret, "practicecoder recovery", self.salt)
        from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

        return Argon2id(
            salt=self.salt,
            length=KEY_BYTES,
            iterations=self.cost.passes,
            lanes=self.cost.lanes,
            memory_cost=self.cost.memory_kib,
        ).derive(secret)

    def _about(self) -> bytes:
        return f"practicecoder key {self.kind.value} {self.label}".encode()
