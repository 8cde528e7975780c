"""How well what was typed fits the words of a command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Fit(NamedTuple):
    """How well words fit; the smaller the better. ``spread`` is how far apart the letters lie."""

    kind: int
    spread: int


def fit(typed: str, words: str) -> Fit | None:
    """How what was typed fits: beginning, starts of words, in one piece, letters in order.

    None if the letters do not occur in this order at all.

    Examples
    --------
    >>> fit("play", "Play or pause"), fit("pp", "Play or pause"), fit("paws", "Play or pause")
    (Fit(kind=0, spread=0), Fit(kind=1, spread=0), None)
    """
    text = words.casefold()
    wanted = " ".join(typed.casefold().split())
    letters = wanted.replace(" ", "")
    if text.startswith(wanted):
        return Fit(0, 0)
    if _starts(letters, text.split()):
        return Fit(1, 0)
    place = text.find(wanted)
    if place >= 0:
        return Fit(2, place)
    spread = _spread(letters, text)
    return None if spread is None else Fit(3, spread)


def _starts(letters: str, words: Sequence[str]) -> bool:
    """Whether the letters are made of the starts of words, in their order."""
    if not letters:
        return True
    return any(
        words[number].startswith(letters[:length])
        and _starts(letters[length:], words[number + 1 :])
        for number in range(len(words))
        for length in range(len(letters), 0, -1)
    )


def _spread(letters: str, text: str) -> int | None:
    """Letters skipped between the first and the last one found; None if some are not there."""
    first = place = -1
    for letter in letters:
        place = text.find(letter, place + 1)
        if place < 0:
            return None
        first = place if first < 0 else first
    return place - first + 1 - len(letters)
