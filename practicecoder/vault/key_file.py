"""The file of an encrypted study that holds its key, once for every secret that opens it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from practicecoder.errors import KeysDamagedError, NotAllowedError, WrongPassphraseError
from practicecoder.vault.durable import write_durably
from practicecoder.vault.key_document import KeyDocument
from practicecoder.vault.passphrases import checked_passphrase, passphrase_bytes
from practicecoder.vault.recovery_code import RecoveryCode
from practicecoder.vault.slots import Cost, Slot, SlotKind
from practicecoder.vault.study_key import StudyKey

FILE_NAME = "keys.json"
FIRST_LABEL = "L1"
"""Whose passphrase the first one is, if nobody says."""

_UNUSABLE = (OSError, ValueError, TypeError, KeyError, RecursionError)
_LABEL = re.compile("[A-Z][0-9]{0,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A study's key, and whose passphrase gave it; ``label`` is None for the recovery code."""

    key: StudyKey
    label: str | None


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
        """Whether there are keys; a copy alone counts too."""
        return self.path.exists() or self.copy.exists()

    @property
    def labels(self) -> tuple[str, ...]:
        """Whose passphrases open the study, in order of their making.

        Raises
        ------
        KeysDamagedError
            If the file cannot be used.
        """
        return _labels(self._read())

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
        self._write(KeyDocument.of(key, [slot, Slot.for_code(key, code)]))
        return key, code

    def is_of(self, key: StudyKey) -> bool:
        """Whether a key is the one that the file holds; no secret is needed for that.

        Raises
        ------
        KeysDamagedError
            If the file cannot be used.
        """
        return self._read().is_of(key)

    def unlock(self, secret: str, first: str | None = None) -> StudyKey:
        """Find the study's key, for a passphrase or the recovery code; as :meth:`opening`."""
        return self.opening(secret, first).key

    def opening(self, secret: str, first: str | None = None) -> Opening:
        """Find the study's key and whose secret gives it.

        Each passphrase that is tried costs a part of a second. ``first`` is whose is tried before
        the others; one that is not there changes nothing.

        Raises
        ------
        WrongPassphraseError
            If it is neither a passphrase nor the recovery code.
        KeysDamagedError
            If the file cannot be used.
        """
        return _opened(self._read(), secret, first)

    def held(self) -> HeldKeys:
        """What the file holds at the moment, for when its disk is away.

        Raises
        ------
        KeysDamagedError
            If the file cannot be used.
        """
        return HeldKeys(self._read())

    def change_passphrase(self, secret: str, new: str, label: str | None = None) -> None:
        """Give a new passphrase to whom the secret belongs.

        With the recovery code it is given to ``label``, or to the first person.

        Raises
        ------
        WeakPassphraseError, WrongPassphraseError, KeysDamagedError, NotAllowedError
            Nothing is changed then.
        """
        checked_passphrase(new)
        document = self._read()
        opening = _opened(document, secret, label)
        owner = label if label is not None else opening.label or _labels(document)[0]
        _checked_known(document, owner)
        key = opening.key
        renewed = Slot.for_passphrase(key, owner, new, self._cost)
        slots = [renewed if slot.label == owner else slot for slot in document.slots]
        self._write(KeyDocument.of(key, slots))

    def add_person(
        self, secret: str, label: str, passphrase: str, *, first: str | None = None
    ) -> None:
        """Let another person open the study with a passphrase of their own.

        ``first`` is whose secret it probably is, as for :meth:`opening`.

        Raises
        ------
        NotAllowedError
            If the person has a passphrase already, or the label is not a letter and a number.
        WeakPassphraseError, WrongPassphraseError, KeysDamagedError
            Nothing is changed then.
        """
        checked_passphrase(passphrase)
        label = _checked_label(label)
        document = self._read()
        key = _opened(document, secret, first).key
        if label in _labels(document):
            raise NotAllowedError(f"{label} has a passphrase already. Change that one.")
        added = Slot.for_passphrase(key, label, passphrase, self._cost)
        people, codes = map(document.of_kind, (SlotKind.PASSPHRASE, SlotKind.RECOVERY))
        self._write(KeyDocument.of(key, [*people, added, *codes]))

    def remove_person(self, secret: str, label: str, *, first: str | None = None) -> None:
        """Take a person's passphrase away; the last one stays.

        ``first`` is whose secret it probably is, as for :meth:`opening`.

        Raises
        ------
        NotAllowedError
            If nobody has that label, or it is the only passphrase.
        WrongPassphraseError, KeysDamagedError
            Nothing is changed then.
        """
        document = self._read()
        key = _opened(document, secret, first).key
        _checked_known(document, label)
        if len(_labels(document)) == 1:
            raise NotAllowedError("The only passphrase of a study cannot be taken away.")
        left = [slot for slot in document.slots if slot.label != label]
        self._write(KeyDocument.of(key, left))

    def new_recovery_code(self, secret: str, *, first: str | None = None) -> RecoveryCode:
        """Put a new recovery code in place of the old one, which opens nothing any more.

        ``first`` is whose secret it probably is, as for :meth:`opening`.

        Raises
        ------
        WrongPassphraseError, KeysDamagedError
            Nothing is changed then.
        """
        document = self._read()
        key = _opened(document, secret, first).key
        code = RecoveryCode.new()
        people = document.of_kind(SlotKind.PASSPHRASE)
        self._write(KeyDocument.of(key, [*people, Slot.for_code(key, code)]))
        return code

    def content(self) -> bytes:
        """The file as it is, for :meth:`put_back`.

        Raises
        ------
        KeysDamagedError
            If the file cannot be used.
        """
        self._read()
        return self.path.read_bytes()

    def put_back(self, content: bytes) -> None:
        """Have the file be as it was, if it is not; OSError if that fails."""
        if self.path.read_bytes() != content:
            write_durably(self.path, content)
            self.renew_copy()

    def renew_copy(self) -> None:
        """Have the copy in ``backups`` be the same as the file; OSError if that fails."""
        content = self.path.read_bytes()
        if not self.copy.exists() or self.copy.read_bytes() != content:
            self.copy.parent.mkdir(exist_ok=True)
            write_durably(self.copy, content)

    def _read(self) -> KeyDocument:
        try:
            return KeyDocument.read(self.path)
        except _UNUSABLE as error:
            raise KeysDamagedError(self.path, self._remedy()) from error

    def _remedy(self) -> str:
        try:
            KeyDocument.read(self.copy)
        except _UNUSABLE:
            return "Put keys.json back from a copy of the study folder."
        return f"Copy {self.copy} to {self.path}, and open the study again."

    def _write(self, document: KeyDocument) -> None:
        document.write(self.path)
        self.renew_copy()


class HeldKeys:
    """What a key file held when it was read; the key itself only as it is wrapped there."""

    def __init__(self, document: KeyDocument) -> None:
        self._document = document

    def unlock(self, secret: str, first: str | None = None) -> StudyKey:
        """Find the key, for a passphrase or the recovery code of that time.

        ``first`` is whose passphrase is tried before the others.

        Raises
        ------
        WrongPassphraseError
            If it is neither.
        """
        return _opened(self._document, secret, first).key


def _code_bytes(secret: str) -> bytes | None:
    try:
        return RecoveryCode.read(secret).secret
    except ValueError:
        return None


_WAYS: Mapping[SlotKind, Callable[[str], bytes | None]] = MappingProxyType(
    {
        SlotKind.RECOVERY: _code_bytes,  # first: it costs nothing to try
        SlotKind.PASSPHRASE: passphrase_bytes,
    }
)


def _opened(document: KeyDocument, secret: str, first: str | None = None) -> Opening:
    """Key of the study, and whose slot the secret opened."""
    for kind, read in _WAYS.items():
        given = read(secret)
        for slot in _likely(document.of_kind(kind), first) if given is not None else ():
            if (key := slot.opened(given or b"")) is not None:
                return Opening(key=key, label=slot.label or None)
    raise WrongPassphraseError


def _likely(slots: Iterable[Slot], first: str | None) -> list[Slot]:
    """Slots in their order, but for the one that is to be tried first."""
    return sorted(slots, key=lambda slot: slot.label != first)


def _labels(document: KeyDocument) -> tuple[str, ...]:
    return tuple(slot.label for slot in document.of_kind(SlotKind.PASSPHRASE))


def _checked_known(document: KeyDocument, label: str) -> None:
    if label not in _labels(document):
        raise NotAllowedError("Nobody of that name has a passphrase. Nothing was changed.")


def _checked_label(label: str) -> str:
    if _LABEL.fullmatch(label) is None:
        raise NotAllowedError(
            "A passphrase is told apart by a letter and a number, such as L1: whoever holds the "
            "folder can read it, so it must be nobody's name."
        )
    return label
