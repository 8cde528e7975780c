"""What a passphrase must be, and how it is read."""

from __future__ import annotations

import unicodedata

from practicecoder.errors import WeakPassphraseError

SHORTEST = 12
FEWEST_WORDS = 4
FEWEST_DIFFERENT = 5
LONGEST = 1024


def checked_passphrase(passphrase: str) -> str:
    """The passphrase, if it is long enough to guard a study.

    Raises
    ------
    WeakPassphraseError
        If it is too short, repeats few characters, or is longer than a passphrase can be.
    """
    if len(passphrase) > LONGEST:
        raise WeakPassphraseError(f"It has more than {LONGEST} characters.")
    if len(passphrase) < SHORTEST and len(passphrase.split()) < FEWEST_WORDS:
        raise WeakPassphraseError("It is too short.")
    if len(set(passphrase.casefold()) - {" "}) < FEWEST_DIFFERENT:
        raise WeakPassphraseError("It repeats a few characters.")
    return passphrase


def passphrase_bytes(passphrase: str) -> bytes:
    """Bytes of a passphrase: the same however the keyboard composes its accents."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
