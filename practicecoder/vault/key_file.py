"""The file of an encrypted study that holds its key, once for every secret that opens it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from practicecoder.errors import KeysDamagedError, NotAllowedError, WrongPassphraseError
from practicecoder.vault.durable import write_durably
from practicecoder.vault.passphrases import checked_passphrase, passphrase_bytes
from practicecoder.vault.recovery_code import RecoveryCode
from practicecoder.vault.slots import Cost, Slot, SlotKind
from practicecoder.vault.study_key import StudyKey

FIRST_LABEL = "L1"
"""Whose passphrase the first one is, if nobody says."""

_FORMAT = "practicecoder keys 1"
_LONGEST_FILE = 1 << 20
_LONGEST_LABEL = 60


class KeyFile:
    """``keys.json`` of a study; a copy of it is kept in ``backups`` beside it.

    No passphrase and no code stands in it. Whoever holds an older copy of the file can open the
    study with a passphrase of that time: the key itself stays the same.

    Parameters
    ----------
    path
        The file; it need not be there.
    cost
        What one try of a new passphrase costs.
    """

    def __init__(self, path: Path, *, cost: Cost | None = None) -> None:
        self.path = path
        self.copy = path.parent / "backups" / path.name
        self._cost = cost or Cost()

    @property
    def exists(self) -> bool:
        """Whether the study is encrypted; its copy alone says so too."""
        return self.path.exists() or self.copy.exists()

    @property
    def labels(self) -> tuple[str, ...]:
        """Whose passphrases open the study, in order of their making."""
        return tuple(slot.label for slot in self._slots() if slot.kind is SlotKind.PASSPHRASE)

    def create(
        self, passphrase: str, label: str = FIRST_LABEL, key: StudyKey | None = None
    ) -> tuple[StudyKey, RecoveryCode]:
        """Make the file for a new key, and return the key and the code for a forgotten passphrase.

        Raises
        ------
        WeakPassphraseError
            If the passphrase would not guard the study.
        FileExistsError
            If the study has keys.
        OSError
            If the file cannot be written.
        """
        if self.exists:
            raise FileExistsError(str(self.path))
        checked_passphrase(passphrase)
        key, code = key or StudyKey.new(), RecoveryCode.new()
        slot = Slot.for_passphrase(key, _checked_label(label), passphrase, self._cost)
        self._write([slot, Slot.for_code(key, code)])
        return key, code

    def unlock(self, secret: str) -> StudyKey:
        """The study's key, for a passphrase or the recovery code.

        Raises
        ------
        WrongPassphraseError
            If it is neither.
        KeysDamagedError
            If the file cannot be used.
        """
        return self._opened(self._slots(), secret)[0]

    def change_passphrase(self, secret: str, new: str, label: str | None = None) -> None:
        """Give a new passphrase to whom the secret belongs.

        With the recovery code it is given to ``label``, or to the first person.

        Raises
        ------
        WeakPassphraseError, WrongPassphraseError, KeysDamagedError, NotAllowedError
            Nothing is changed then.
        """
        checked_passphrase(new)
        slots = self._slots()
        key, opener = self._opened(slots, secret)
        owner = label if label is not None else opener.label or slots[0].label
        if owner not in self.labels:
            raise NotAllowedError("Nobody of that name has a passphrase. Nothing was changed.")
        renewed = Slot.for_passphrase(key, owner, new, self._cost)
        self._write([renewed if slot.label == owner else slot for slot in slots])

    def add_person(self, secret: str, label: str, passphrase: str) -> None:
        """Let another person open the study with a passphrase of their own.

        Raises
        ------
        NotAllowedError
            If the person has a passphrase already, or the label is not one printable line.
        WeakPassphraseError, WrongPassphraseError, KeysDamagedError
            Nothing is changed then.
        """
        checked_passphrase(passphrase)
        label = _checked_label(label)
        slots = self._slots()
        key, _ = self._opened(slots, secret)
        if label in self.labels:
            raise NotAllowedError(f"{label} has a passphrase already. Change that one.")
        added = Slot.for_passphrase(key, label, passphrase, self._cost)
        self._write([*self._of(slots, SlotKind.PASSPHRASE), added, *self._codes(slots)])

    def remove_person(self, secret: str, label: str) -> None:
        """Take a person's passphrase away; the last one stays.

        Raises
        ------
        NotAllowedError
            If nobody has that label, or it is the only passphrase.
        WrongPassphraseError, KeysDamagedError
            Nothing is changed then.
        """
        slots = self._slots()
        self._opened(slots, secret)
        if label not in self.labels:
            raise NotAllowedError("Nobody of that name has a passphrase. Nothing was changed.")
        if len(self.labels) == 1:
            raise NotAllowedError("The only passphrase of a study cannot be taken away.")
        self._write([slot for slot in slots if slot.label != label])

    def new_recovery_code(self, secret: str) -> RecoveryCode:
        """Put a new recovery code in place of the old one, which opens nothing any more.

        Raises
        ------
        WrongPassphraseError, KeysDamagedError
            Nothing is changed then.
        """
        slots = self._slots()
        key, _ = self._opened(slots, secret)
        code = RecoveryCode.new()
        self._write([*self._of(slots, SlotKind.PASSPHRASE), Slot.for_code(key, code)])
        return code

    def renew_copy(self) -> None:
        """Have the copy in ``backups`` be the same as the file, which an unlock proved."""
        content = self.path.read_bytes()
        if not self.copy.exists() or self.copy.read_bytes() != content:
            self.copy.parent.mkdir(exist_ok=True)
            write_durably(self.copy, content)

    def _opened(self, slots: Sequence[Slot], secret: str) -> tuple[StudyKey, Slot]:
        for kind, read in _WAYS.items():
            given = read(secret)
            for slot in self._of(slots, kind) if given is not None else ():
                if (key := slot.opened(given or b"")) is not None:
                    return key, slot
        raise WrongPassphraseError

    @staticmethod
    def _of(slots: Sequence[Slot], kind: SlotKind) -> list[Slot]:
        return [slot for slot in slots if slot.kind is kind]

    def _codes(self, slots: Sequence[Slot]) -> list[Slot]:
        return self._of(slots, SlotKind.RECOVERY)

    def _slots(self) -> tuple[Slot, ...]:
        try:
            return _read(self.path)
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise KeysDamagedError(self.path, self._remedy()) from error

    def _remedy(self) -> str:
        try:
            _read(self.copy)
        except (OSError, ValueError, TypeError, KeyError):
            return "Put keys.json back from a copy of the study folder."
        return f"Copy {self.copy} to {self.path}, and open the study again."

    def _write(self, slots: Sequence[Slot]) -> None:
        values = [slot.values() for slot in slots]
        document = {"format": _FORMAT, "slots": values, "sum": _sum(values)}
        write_durably(self.path, (json.dumps(document, indent=2) + "\n").encode())
        self.renew_copy()


def _code_bytes(secret: str) -> bytes | None:
    try:
        return RecoveryCode.read(secret).secret
    except ValueError:
        return None


_WAYS: dict[SlotKind, Callable[[str], bytes | None]] = {
    SlotKind.RECOVERY: _code_bytes,  # first: it costs nothing to try
    SlotKind.PASSPHRASE: passphrase_bytes,
}


def _checked_label(label: str) -> str:
    label = label.strip()
    if not label or len(label) > _LONGEST_LABEL or not label.isprintable():
        raise NotAllowedError(
            f"The name of a passphrase is one line of at most {_LONGEST_LABEL} characters."
        )
    return label


def _sum(slots: Sequence[object]) -> str:
    """Sum by which damage is told from a wrong passphrase; it guards nothing."""
    canonical = json.dumps(slots, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _read(path: Path) -> tuple[Slot, ...]:
    """Slots of a key file; ValueError, TypeError or KeyError if it is not whole."""
    with path.open("rb") as file:
        document = json.loads(file.read(_LONGEST_FILE))
    slots = document["slots"]
    if document["format"] != _FORMAT or document["sum"] != _sum(slots):
        raise ValueError("not a whole key file")
    found = tuple(Slot.of(values) for values in slots)
    if not any(slot.kind is SlotKind.PASSPHRASE for slot in found):
        raise ValueError("a key file without a passphrase")
    return found
