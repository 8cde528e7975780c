"""Finds what may identify people in words about to leave the study.

It finds postcodes, telephone and other long numbers, e-mail addresses, dates, and names of a
given list. It cannot find what it is not told: a person still reads every quote.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

REMOVED = "[removed]"
"""What stands in place of words that are not released."""


class HitKind(StrEnum):
    """What was found."""

    POSTCODE = "postcode"
    NUMBER = "number"
    EMAIL = "email"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A find, by its place in the composed (NFC) text; it does not carry the words themselves."""

    start: int
    end: int
    kind: HitKind


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_PATTERNS = {
    HitKind.POSTCODE: r"\b(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b",
    HitKind.EMAIL: r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    HitKind.DATE: (
        r"\b\d{4}-\d{1,2}-\d{1,2}\b"
        r"|\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b"
        r"|\b\d{1,2}([.-])\d{1,2}\1\d{2,4}\b"
        rf"|\b{_DAY}(?: of)? {_MONTH}\b(?:,? \d{{4}}\b)?"
        rf"|\b{_MONTH} {_DAY}\b(?:,? \d{{4}}\b)?"
        rf"|\b{_MONTH} \d{{4}}\b"
    ),
    # Seven digits or more: telephone, NHS and case numbers, however they are grouped.
    HitKind.NUMBER: r"(?<![\w.])\+?\(?\d(?:[ ().-]{0,2}\d){6,}(?!\w)",
}
_COMPILED = {kind: re.compile(found, re.IGNORECASE) for kind, found in _PATTERNS.items()}
_LEAST_NAME = 2


def identifying(text: str, names: Iterable[str] = ()) -> tuple[Hit, ...]:
    """Everything in the text that may identify somebody, in order of place.

    Parameters
    ----------
    text
        What is about to leave the study.
    names
        Names known to the study. Each part of a name is looked for by itself, where it is
        written with a capital, because many names are also plain words.

    Examples
    --------
    >>> [hit.kind.value for hit in identifying("Anna, ring 01632 960 001 by 6 October", ["Anna"])]
    ['name', 'number', 'date']
    >>> identifying("Will you call me at ten?", ["Anna"])
    ()
    """
    text = unicodedata.normalize("NFC", text)
    hits = {
        Hit(found.start(), found.end(), kind)
        for kind, pattern in _COMPILED.items()
        for found in pattern.finditer(text)
    }
    wanted = _name_parts(names)
    for word in re.finditer(r"[^\W\d_]+", text):
        if word.group()[0].isupper() and _folded(word.group()) in wanted:
            hits.add(Hit(word.start(), word.end(), HitKind.NAME))
    return tuple(sorted(hits))


def released(text: str, names: Iterable[str] = ()) -> str:
    """Text as it is, or :data:`REMOVED` if anything in it may identify somebody.

    One find takes the whole text out: what stands around a name often identifies as well.

    Examples
    --------
    >>> released("Mornings are hard."), released("He lives in AB1 2CD.")
    ('Mornings are hard.', '[removed]')
    """
    return REMOVED if identifying(text, names) else text


def _name_parts(names: Iterable[str]) -> frozenset[str]:
    parts = (part for name in names for part in _words_of(name))
    return frozenset(_folded(part) for part in parts if len(part) >= _LEAST_NAME)


def _words_of(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", name))


def _folded(word: str) -> str:
    return word.casefold()
