"""Replaces the names of speakers wherever they occur in the talk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from practicecoder.interchange.transcripts.roles import ORDINARY_WORDS
from practicecoder.interchange.transcripts.vocabulary import ALSO_WORDS

SHARED_NAME = "name"
"""Stands for a name that several speakers have in common."""

_SHORTEST_SURE = 3
_APOSTROPHES = "'’ʼ`´"
_TWINS = {
    "'": f"[{_APOSTROPHES}]?",
    "ß": "(?:ß|ss)",
    "æ": "(?:æ|ae)",
    "œ": "(?:œ|oe)",
    "ø": "[øo]",
    "ł": "[łl]",
    "đ": "[đd]",
    " ": r"[\W_]{0,3}",
}
_MARKS = "[\u0300-\u036f\u200c\u200d]*"
_NOT_AFTER_LETTER = "(?<![^\\W\\d_])"
_NOT_BEFORE_LETTER = f"(?!{_MARKS}[^\\W\\d_])"
_WORD = re.compile(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*")


class NameCover:
    """Puts pseudonyms in brackets in place of speakers' names, whole and part by part.

    Names are found in any letter case and without regard to accents; parts that are also
    ordinary words, or have two letters, only where they do not begin with a small letter. Words
    for roles stay, and so do initials unless in capitals. Names of people who do not speak are
    not known here and stay.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        """``names`` gives the pseudonym of each speaker's label in the file."""
        found: dict[str, set[str]] = {}
        for label, pseudonym in names.items():
            for words in _forms(label):
                found.setdefault(words, set()).add(pseudonym)
        self._pseudonyms = {
            words: next(iter(told)) if len(told) == 1 else SHARED_NAME
            for words, told in found.items()
        }
        ordered = sorted(self._pseudonyms, key=lambda words: (-len(words), words))
        self._words = ordered
        self._initials = {_initials(label) for label in names}
        pattern = "|".join(f"({_pattern(words)})" for words in ordered)
        self._found = re.compile(pattern, re.IGNORECASE) if ordered else None
        self.keeps_small_letters = any(
            _is_also_word(words) and words not in self._initials for words in ordered
        )
        """Whether a name is left where it is written in small letters, as it is a word too."""

    def cover(self, text: str) -> str:
        """Text with every known name replaced."""
        if self._found is None:
            return text
        covered = self._found.sub(self._replacement, unicodedata.normalize("NFD", text))
        return unicodedata.normalize("NFC", covered)

    def _replacement(self, match: re.Match[str]) -> str:
        assert match.lastindex is not None
        words = self._words[match.lastindex - 1]
        if words in self._initials and not match[0].isupper():
            return match[0]
        if _is_also_word(words) and match[0][0].islower():
            return match[0]
        return f"[{self._pseudonyms[words]}]"


def _forms(label: str) -> Iterable[str]:
    """Label as a whole and each part of it that may be a name, in small letters, no accents."""
    plain = _plain(" ".join(label.split()))
    parts = _WORD.findall(plain)
    if all(part in ORDINARY_WORDS for part in parts):
        return
    names = [part for part in parts if len(part) > 1 and _may_be_name(part)]
    if len(parts) > 1:
        yield plain
    if len(names) > 1:
        yield " ".join(names)
    for name in names:
        yield name
        yield from (piece for piece in name.split("'") if len(piece) > _SHORTEST_SURE)


def _may_be_name(part: str) -> bool:
    return part not in ORDINARY_WORDS or part in ALSO_WORDS


def _initials(label: str) -> str:
    """Initials that a label consists of, in small letters; empty if it is more than that."""
    is_short = label.isalpha() and label.isupper() and len(label) <= _SHORTEST_SURE
    return _plain(label) if is_short else ""


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept.translate(dict.fromkeys(map(ord, _APOSTROPHES), "'"))


def _pattern(words: str) -> str:
    """Expression for a name: accents and apostrophes may differ, parts may stand close by."""
    letters = []
    for letter in words:
        shape = _TWINS.get(letter, re.escape(letter))
        letters.append(shape + _MARKS if letter.isalpha() else shape)
    body = "".join(letters)
    if any(_is_unspaced(letter) for letter in words):
        return body
    return f"{_NOT_AFTER_LETTER}{body}{_NOT_BEFORE_LETTER}"


def _is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that puts no blanks between words, or endings to names."""
    return "\u0e00" <= letter <= "\u0eff" or "\u1100" <= letter <= "\u11ff" or letter >= "\u2e80"


def _is_also_word(words: str) -> bool:
    return len(words) < _SHORTEST_SURE or words in ALSO_WORDS
