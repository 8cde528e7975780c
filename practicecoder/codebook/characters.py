"""Which characters a codebook may hold: those that can be seen and that the report font prints."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

# What Open Sans Regular and Bold both have, less what cannot be seen: Latin with its accents and
# the Welsh and Vietnamese letters, Greek, Cyrillic, punctuation, and some mathematical signs. The
# font has no arrows, ticks, triangles, squares or emoji.
_PRINTABLE = (
    (0x20, 0x7E),
    (0xA0, 0xAC),
    (0xAE, 0x17F),
    (0x1A0, 0x1A1),
    (0x1AF, 0x1B0),
    (0x1FA, 0x1FF),
    (0x218, 0x21B),
    (0x384, 0x38A),
    (0x38C, 0x38C),
    (0x38E, 0x3A1),
    (0x3A3, 0x3CE),
    (0x400, 0x482),
    (0x48A, 0x513),
    (0x1E80, 0x1E85),
    (0x1EA0, 0x1EF9),
    (0x2013, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2206, 0x2206),
    (0x2211, 0x2212),
    (0x221A, 0x221A),
    (0x221E, 0x221E),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
)
_STARTS = [start for start, _end in _PRINTABLE]

# Control characters, formatting characters (bidirectional marks, zero-width characters), and
# separators of lines and paragraphs.
_UNSEEN_CATEGORIES = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}
_LAYOUT = "\n\t\r"


def is_unseen(character: str) -> bool:
    """Whether a character acts on a text without being seen in it; line breaks and tabs do not."""
    return character not in _LAYOUT and unicodedata.category(character) in _UNSEEN_CATEGORIES


def is_printed(character: str) -> bool:
    """Whether the report font has the character."""
    if character in _LAYOUT:
        return True
    code = ord(character)
    at = bisect_right(_STARTS, code) - 1
    return at >= 0 and code <= _PRINTABLE[at][1]


def faults_of_characters(text: str) -> Iterator[str]:
    """Sentences about characters of a text that may not stand in a codebook, each named once."""
    odd = sorted({c for c in text if is_unseen(c) or not is_printed(c)})
    unseen = [c for c in odd if is_unseen(c)]
    foreign = [c for c in odd if not is_unseen(c)]
    if unseen:
        yield f"The text holds characters that cannot be seen: {_names(unseen)}."
    if foreign:
        yield f"The report font cannot print: {_names(foreign)}."


def _names(characters: list[str]) -> str:
    shown = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".strip() for c in characters[:5])
    return f"{shown} and {len(characters) - 5} more" if len(characters) > 5 else shown
