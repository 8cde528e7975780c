"""What stands in a key file, and whether it is whole."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from practicecoder.vault.durable import write_durably
from practicecoder.vault.slots import Slot, SlotKind
from practicecoder.vault.study_key import StudyKey, derived_key

_FORMAT = "practicecoder keys 1"
_LONGEST_FILE = 1 << 20


@dataclass(frozen=True, slots=True)
class KeyDocument:
    """The slots of a study's key.

    ``proof`` is derived from the key: it tells a key of another study from a damaged database.
    """

    slots: tuple[Slot, ...]
    proof: str

    @classmethod
    def of(cls, key: StudyKey, slots: Sequence[Slot]) -> Self:
        """Document of a key and the slots that hold it."""
        return cls(tuple(slots), _proof(key))

    @classmethod
    def read(cls, path: Path) -> Self:
        """Document in a file.

        Raises
        ------
        OSError
            If the file cannot be read.
        ValueError, TypeError, KeyError, RecursionError
            If it is not whole.
        """
        with path.open("rb") as file:
            document = json.loads(file.read(_LONGEST_FILE))
        values, proof = document["slots"], document["proof"]
        if document["format"] != _FORMAT or document["sum"] != _sum(values, proof):
            raise ValueError("not a whole key file")
        slots = tuple(Slot.of(one) for one in values)
        if not any(slot.kind is SlotKind.PASSPHRASE for slot in slots):
            raise ValueError("a key file without a passphrase")
        return cls(slots, proof)

    def write(self, path: Path) -> None:
        """Write the document durably, for its owner alone; OSError if that fails."""
        values = [slot.values() for slot in self.slots]
        document = {
            "format": _FORMAT,
            "slots": values,
            "proof": self.proof,
            "sum": _sum(values, self.proof),
        }
        write_durably(path, (json.dumps(document, indent=2) + "\n").encode())

    def is_of(self, key: StudyKey) -> bool:
        """Whether the slots hold this key."""
        return hmac.compare_digest(self.proof, _proof(key))

    def of_kind(self, kind: SlotKind) -> tuple[Slot, ...]:
        """Slots of one kind, in order of their making."""
        return tuple(slot for slot in self.slots if slot.kind is kind)


def _proof(key: StudyKey) -> str:
    return derived_key(key.secret, "practicecoder proof").hex()


def _sum(slots: Sequence[object], proof: str) -> str:
    """Sum by which damage is told from a wrong passphrase; it guards nothing."""
    canonical = json.dumps([slots, proof], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
