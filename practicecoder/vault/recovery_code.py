"""The code that opens a study when its passphrase is forgotten: printed once, kept on paper."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Self

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: without I, L, O and U
_ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, "\u2013": None, "\u2014": None})
_N_BYTES = 20
_N_LETTERS = 32
_N_CHECK = 3
_GROUP = 5
_CHECK_PRIME = 32749
"""Largest prime below 32 ** 3.

Being prime to 31, to 32 and to every difference of two letters, it leaves a different remainder
whenever one letter is wrong or two neighbours are swapped.
"""


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A code of 160 random bits, in seven groups of five letters; ``repr`` does not tell it.

    The last three letters are a check: one wrong letter, or two swapped neighbours before them,
    are always noticed.

    Raises
    ------
    ValueError
        If there are not 20 bytes.
    """

    secret: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.secret) != _N_BYTES:
            raise ValueError("a recovery code has 20 bytes")

    @classmethod
    def new(cls) -> Self:
        """Code from the system's source of randomness."""
        return cls(secrets.token_bytes(_N_BYTES))

    @classmethod
    def read(cls, text: str) -> Self:
        """Code from what was typed; case, spaces and dashes do not matter, nor O for 0.

        Raises
        ------
        ValueError
            If it is not a recovery code, or is one with a slip.
        """
        typed = "".join(text.split()).upper().translate(_ALIKE)
        if len(typed) != _N_LETTERS + _N_CHECK or not set(typed) <= set(_LETTERS):
            raise ValueError("not a recovery code")
        number, check = _number(typed[:_N_LETTERS]), _number(typed[_N_LETTERS:])
        if number % _CHECK_PRIME != check:
            raise ValueError("a recovery code with a slip")
        return cls(number.to_bytes(_N_BYTES, "big"))

    def __str__(self) -> str:
        number = int.from_bytes(self.secret, "big")
        written = _written(number, _N_LETTERS) + _written(number % _CHECK_PRIME, _N_CHECK)
        return "-".join(written[at : at + _GROUP] for at in range(0, len(written), _GROUP))


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * len(_LETTERS) + _LETTERS.index(letter)
    return value


def _written(number: int, n_letters: int) -> str:
    letters = []
    for _ in range(n_letters):
        number, digit = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[digit])
    return "".join(reversed(letters))
