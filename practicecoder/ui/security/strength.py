"""How hard a passphrase is to guess, in a sentence; a rough reckoning, never a promise."""

from __future__ import annotations

import re
from enum import Enum, auto
from math import log2

from practicecoder.errors import WeakPassphraseError
from practicecoder.ui.languages import translate
from practicecoder.vault.passphrases import SHORTEST, checked_passphrase

_FAIR_BITS, _STRONG_BITS = 44.0, 62.0
_WORD_BITS = 11.0
"""What a word of everyday language adds, as if drawn from two thousand."""

_KINDS = ((r"[a-z]", 26), (r"[A-Z]", 26), (r"[0-9]", 10), (r"[^a-zA-Z0-9]", 33))
_COMMON = ("passwor", "passphrase", "practicecoder", "welcome", "letmein", "qwert", "admin")
_RUNS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")


class Strength(Enum):
    """How hard a passphrase is to guess."""

    REFUSED = auto()
    WEAK = auto()
    FAIR = auto()
    STRONG = auto()

    @property
    def is_enough(self) -> bool:
        """Whether it is taken; one that is easy to guess is, with its warning."""
        return self is not Strength.REFUSED


def strength_of(passphrase: str) -> Strength:
    """Reckon how hard a passphrase is to guess.

    Words count as words, whatever their length; runs such as ``1234`` and repeats count once.

    Examples
    --------
    >>> strength_of("copper lantern seven otters walk")
    <Strength.FAIR: 3>
    """
    try:
        checked_passphrase(passphrase)
    except WeakPassphraseError:
        return Strength.REFUSED
    bits = _bits(passphrase)
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def strength_in_words(passphrase: str) -> str:
    """Say how hard a passphrase is to guess, and what would make it harder; empty for none."""
    if not passphrase:
        return ""
    match strength_of(passphrase):
        case Strength.REFUSED:
            missing = SHORTEST - len(passphrase)
            if missing > 0:
                return _tr("Too short: {0} more characters at least.").format(missing)
            return _tr("It repeats a few characters. Choose other words.")
        case Strength.WEAK:
            return _tr("Easy to guess. Add words that do not belong together.")
        case Strength.FAIR:
            return _tr("Hard to guess. One more word makes it stronger.")
        case Strength.STRONG:
            return _tr("Very hard to guess.")


def _bits(passphrase: str) -> float:
    """Bits that a guesser who knows words, runs and repeats would have to find."""
    left = _without_repeats(_without_runs(passphrase))
    words = re.findall(r"[^\W\d_]{3,}", left)
    rest = re.sub(r"[^\W\d_]{3,}|\s", "", left)
    distinct = {word.casefold() for word in words}
    looks_random = len(words) == 1 and len(words[0]) > 2 and _is_mixed(words[0])
    of_words = sum(_word_bits(word, looks_random=looks_random) for word in distinct)
    size = sum(count for pattern, count in _KINDS if re.search(pattern, rest))
    return of_words + (len(rest) * log2(size) if size else 0.0)


def _word_bits(word: str, *, looks_random: bool) -> float:
    if any(common in word for common in _COMMON):
        return 3.0
    return len(word) * log2(52) if looks_random else min(_WORD_BITS, len(word) * log2(26))


def _is_mixed(word: str) -> bool:
    """Whether capitals stand within a word as nobody writes them."""
    return len(re.findall(r"[a-z][A-Z]", word)) >= 2


def _without_runs(text: str) -> str:
    """Leave of each run along the alphabet, the digits or the keyboard its first character."""
    kept, folded, at = [], text.casefold(), 0
    while at < len(text):
        end = at + 1
        while end < len(text) and any(
            folded[at : end + 1] in run or folded[at : end + 1] in run[::-1] for run in _RUNS
        ):
            end += 1
        is_run = end - at >= 4
        kept.append(text[at] if is_run else text[at:end])
        at = end
    return "".join(kept)


def _without_repeats(text: str) -> str:
    """Leave of what is repeated at once its first occurrence: ``aaaa``, ``lamplamp``."""
    return re.sub(r"(.{1,8}?)\1+", r"\1", text)


def _tr(text: str) -> str:
    return translate("Security", text)
